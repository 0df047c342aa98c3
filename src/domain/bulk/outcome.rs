//! The outcomes of a row, by their names in JSON, reports and the audit log.

use super::input::RowFault;
use crate::domain::named_enum::named_enum;

named_enum! {
    /// The result of one row, in the order of a summary.
    #[derive(Hash)]
    pub enum RowOutcome {
        /// Was locked; a read after the unlock showed it open.
        Unlocked = "unlocked",
        /// Unlocked, but not confirmed by reading it again.
        NotReadBack = "not_read_back",
        /// No answer came, so it may be unlocked.
        MayHaveChanged = "may_have_changed",
        WouldUnlock = "would_unlock",
        /// Not locked, or the lockout has expired.
        NotLocked = "not_locked",
        NotFound = "not_found",
        Ambiguous = "ambiguous",
        Protected = "protected",
        Disabled = "disabled",
        Expired = "account_expired",
        SmartcardRequired = "smartcard_required",
        /// The operator may read too little of it.
        Unreadable = "unreadable",
        /// The operator may not unlock it.
        NoRight = "no_right",
        /// Should have been unlocked; it was not, or is locked again.
        Failed = "failed",
    }
}

impl RowOutcome {
    /// Passed over for a reason that is known and will be the same the next time. Nobody who unlocks every locked
    /// account has to look at these.
    pub const PASSED_OVER: [Self; 6] =
        [Self::Protected, Self::Disabled, Self::Expired, Self::SmartcardRequired, Self::Unreadable, Self::NoRight];

    /// What somebody with a list of accounts can accept.
    pub const ACCEPTABLE: [Self; 7] = [
        Self::Protected,
        Self::Disabled,
        Self::Expired,
        Self::SmartcardRequired,
        Self::Unreadable,
        Self::NoRight,
        Self::NotFound,
    ];

    /// Whether the account may be unlocked or not: only a look tells.
    pub fn is_unclear(self) -> bool {
        matches!(self, Self::NotReadBack | Self::MayHaveChanged)
    }
}

/// Details that the outcome alone does not give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowDetail {
    /// The operator may not read its state.
    StateHidden,
    /// Its user name has characters that no user name may have.
    OddName,
    /// The operator's own account.
    OwnAccount,
    /// Listed in `verification.supervisors`.
    Supervisor,
    /// This attribute, which decides on protection, is unreadable.
    ProtectionUnknown { attribute: &'static str },
    /// The server refused the change with this LDAP result code (RFC 4511 appendix A).
    Refused { code: u32 },
    /// Unlocked, but locked again by the time it was read.
    LockedAgain,
    /// The run ended before its turn; nothing was sent.
    NotTried,
    /// The outcome is right, but it is missing from the audit log.
    NotRecorded,
    /// Deleted since the look-up.
    Gone,
    /// The same account as an earlier row, by its index from 0.
    SameAs { row: usize },
    /// The text cannot be an account's name.
    NotAnAccount(RowFault),
}

impl RowDetail {
    /// The name in JSON and in the audit log.
    pub fn name(self) -> &'static str {
        match self {
            Self::StateHidden => "state_hidden",
            Self::OddName => "odd_user_name",
            Self::OwnAccount => "own_account",
            Self::Supervisor => "supervisor",
            Self::ProtectionUnknown { .. } => "protection_unknown",
            Self::Refused { .. } => "change_refused",
            Self::LockedAgain => "locked_again",
            Self::NotTried => "not_tried",
            Self::NotRecorded => "not_recorded",
            Self::Gone => "account_gone",
            Self::SameAs { .. } => "same_as",
            Self::NotAnAccount(why) => why.name(),
        }
    }
}

/// The result of unlocking one account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowChange {
    pub outcome: RowOutcome,
    pub detail: Option<RowDetail>,
    pub server: Option<String>,
}
