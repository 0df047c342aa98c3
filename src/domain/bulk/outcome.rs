//! The outcomes of a row, by their names in JSON, reports and the audit log.

use super::input::RowFault;
use crate::domain::named_enum::{kinds_of, named_enum};

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

kinds_of! {
    /// What a detail is called.
    pub enum RowDetailKind of RowDetail {
        StateHidden = "state_hidden" if Self::StateHidden,
        OddUserName = "odd_user_name" if Self::OddName,
        OwnAccount = "own_account" if Self::OwnAccount,
        Supervisor = "supervisor" if Self::Supervisor,
        ProtectionUnknown = "protection_unknown" if Self::ProtectionUnknown { .. },
        ChangeRefused = "change_refused" if Self::Refused { .. },
        LockedAgain = "locked_again" if Self::LockedAgain,
        NotTried = "not_tried" if Self::NotTried,
        NotRecorded = "not_recorded" if Self::NotRecorded,
        AccountGone = "account_gone" if Self::Gone,
        SameAs = "same_as" if Self::SameAs { .. },
        RowTooLong = "row_too_long" if Self::NotAnAccount(RowFault::TooLong),
        RowCharacters = "row_characters" if Self::NotAnAccount(RowFault::Characters),
        NotAQuery = "not_a_query" if Self::NotAnAccount(RowFault::NotAName),
        RowWithoutAccount = "row_without_account" if Self::NotAnAccount(RowFault::NoAccount),
        RowSeveralAccounts = "row_several_accounts" if Self::NotAnAccount(RowFault::SeveralAccounts),
        RowNotJson = "row_not_json" if Self::NotAnAccount(RowFault::NotJson),
        RowHasMoreCells = "row_has_more_cells" if Self::NotAnAccount(RowFault::Cells),
        RowOpenQuote = "row_open_quote" if Self::NotAnAccount(RowFault::OpenQuote),
    }
}

/// The result of unlocking one account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowChange {
    pub outcome: RowOutcome,
    pub detail: Option<RowDetail>,
    pub server: Option<String>,
}
