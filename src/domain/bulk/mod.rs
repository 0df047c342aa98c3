//! Operations on many accounts: the input, the plan and the results. No I/O.

pub mod input;
mod plan;
mod result;
mod spray;

use jiff::Timestamp;

pub use plan::{BulkPlan, PlannedRow, decide_row};
pub use result::{OutcomeCounts, ReportRow, RowResult};
pub use spray::PasswordSpray;

use self::input::RowFault;
use super::account::{Account, AccountId, AccountName, Protection};
use super::decision::ChangeFacts;
use super::named_enum::named_enum;
use super::unreadable::UnreadableAccount;

/// One requested account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputRow {
    /// As entered.
    pub typed: String,
    /// Line of the input, from 1; `None` for the command line or the directory.
    pub line: Option<usize>,
}

/// The part of an account that bulk changes need. Kept small: there may be tens of thousands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulkAccount {
    pub id: AccountId,
    pub name: AccountName,
    pub dn: String,
    /// Only if requested.
    pub display_name: Option<String>,
    /// By the bit that the directory computes.
    pub locked: bool,
    /// `None` when the directory does not say.
    pub locked_since: Option<Timestamp>,
    /// Counted by the controller that was read.
    pub wrong_tries: u32,
    /// Disabled by an administrator.
    pub disabled: bool,
    /// The account itself has expired.
    pub expired: bool,
    pub smartcard_required: bool,
    /// Why it must not be changed with this program; `None`: it may be.
    pub protected: Option<Protection>,
    /// Whether the operator may unlock it.
    pub may_unlock: bool,
}

impl BulkAccount {
    /// Copies what bulk changes need of `account`, as of `now`.
    pub fn of(account: &Account, now: Timestamp) -> Self {
        let since = match account.lock {
            super::account::Lock::Locked { since, .. } => since,
            _ => None,
        };
        Self {
            id: account.id,
            name: account.name.clone(),
            dn: account.dn.clone(),
            display_name: Some(account.display_name.clone()),
            locked: account.lock.is_locked(),
            locked_since: since,
            wrong_tries: account.password.wrong_tries,
            disabled: account.disabled,
            expired: account.expired(now),
            smartcard_required: account.smartcard_required,
            protected: account.protected.clone(),
            may_unlock: account.may_unlock,
        }
    }

    /// Returns what decides whether it may be changed.
    pub fn change_facts(&self) -> ChangeFacts {
        ChangeFacts {
            protected: self.protected.is_some(),
            disabled: self.disabled,
            expired: self.expired,
            smartcard_required: self.smartcard_required,
            locked: self.locked,
            may_unlock: self.may_unlock,
        }
    }
}

/// A result of looking up an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BulkMatch {
    Account(BulkAccount),
    Unreadable(UnreadableAccount),
}

impl BulkMatch {
    pub fn account(&self) -> Option<&BulkAccount> {
        match self {
            Self::Account(account) => Some(account),
            Self::Unreadable(_) => None,
        }
    }

    /// Returns the user name, or the DN where it may not be read.
    pub fn name_or_dn(&self) -> &str {
        match self {
            Self::Account(account) => account.name.as_str(),
            Self::Unreadable(entry) => entry.name_or_dn(),
        }
    }
}

named_enum! {
    /// The result of one row, in the order of a summary.
    #[derive(Hash)]
    pub enum RowOutcome {
        /// Was locked; a read after the unlock showed it open.
        Unlocked = "unlocked",
        /// Unlocked, but not confirmed by reading it again.
        NotReadBack = "not_read_back",
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
        /// Should have been unlocked; it was not, or possibly not.
        Failed = "failed",
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
    ProtectionUnknown {
        attribute: &'static str,
    },
    /// The operator may not unlock it.
    NoRight,
    /// The server refused the change.
    Refused {
        /// LDAP result code (RFC 4511 appendix A).
        code: u32,
    },
    /// No answer came, so the change may have happened.
    NoAnswer,
    /// Unlocked, but locked again by the time it was read.
    LockedAgain,
    NotReadBack,
    /// The run ended before its turn; nothing was sent.
    NotTried,
    /// The outcome is right, but it is missing from the audit log.
    NotRecorded,
    /// Deleted since the look-up.
    Gone,
    /// The same account as an earlier row.
    SameAs {
        /// Index of that row, from 0.
        row: usize,
    },
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
            Self::NoRight => "no_right",
            Self::Refused { .. } => "change_refused",
            Self::NoAnswer => "may_have_changed",
            Self::LockedAgain => "locked_again",
            Self::NotReadBack => "not_read_back",
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
