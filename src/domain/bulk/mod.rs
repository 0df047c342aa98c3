//! Unlocking many accounts at once: the accounts asked for, what to do with each, and the outcome. Queries nothing.

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
use super::unreadable::UnreadableAccount;

/// One account that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputRow {
    /// The account as written.
    pub typed: String,
    /// The line of the input, from 1; `None` when it came from the command line or the directory.
    pub line: Option<usize>,
}

/// What is needed of an account to decide whether to unlock it. Kept small, since there may be tens of thousands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulkAccount {
    /// objectGUID.
    pub id: AccountId,
    /// sAMAccountName.
    pub name: AccountName,
    /// distinguishedName.
    pub dn: String,
    /// displayName, where it was requested.
    pub display_name: Option<String>,
    /// Whether it is locked, by the bit that the directory computes.
    pub locked: bool,
    /// When it was locked, where the directory tells.
    pub locked_since: Option<Timestamp>,
    /// Wrong passwords counted by the controller that was read.
    pub wrong_tries: u32,
    /// Whether an administrator has disabled it.
    pub disabled: bool,
    /// Whether it has expired.
    pub expired: bool,
    /// Whether it must sign in with a smart card.
    pub smartcard_required: bool,
    /// Why a servicedesk may not change it; `None`: it may.
    pub protected: Option<Protection>,
    /// Whether the operator has the right to unlock it.
    pub may_unlock: bool,
}

impl BulkAccount {
    /// Reduces an account to what is needed, at `now`.
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

    /// Returns the state that decides whether the account may be changed.
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

/// A search result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BulkMatch {
    /// An account.
    Account(BulkAccount),
    /// An entry of which too little can be read.
    Unreadable(UnreadableAccount),
}

impl BulkMatch {
    /// The account, unless it is unreadable.
    pub fn account(&self) -> Option<&BulkAccount> {
        match self {
            Self::Account(account) => Some(account),
            Self::Unreadable(_) => None,
        }
    }

    /// The user name, or the DN where the name cannot be read.
    pub fn shown_name(&self) -> &str {
        match self {
            Self::Account(account) => account.name.as_str(),
            Self::Unreadable(entry) => entry.shown_name(),
        }
    }
}

/// The outcome of one row. The names in JSON are those of [`name`](Self::name).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowOutcome {
    /// The account was unlocked, and reading it back confirmed that.
    Unlocked,
    /// The account is not locked, or the lock has lapsed: nothing to do.
    NotLocked,
    /// No account matches.
    NotFound,
    /// More than one account matches.
    Ambiguous,
    /// The account is never changed by a servicedesk.
    Protected,
    /// The account is disabled: unlocking would not help.
    Disabled,
    /// The account has expired: unlocking would not help.
    Expired,
    /// The account signs in with a smart card: unlocking would not help.
    SmartcardRequired,
    /// Too little of the account can be read.
    Unreadable,
    /// The account was unlocked, but could not be read back.
    NotReadBack,
    /// The account was not unlocked, or may not have been.
    Failed,
    /// The account would be unlocked.
    WouldUnlock,
}

impl RowOutcome {
    /// Every outcome, in the order of a summary.
    pub const ALL: [Self; 12] = [
        Self::Unlocked,
        Self::NotReadBack,
        Self::WouldUnlock,
        Self::NotLocked,
        Self::NotFound,
        Self::Ambiguous,
        Self::Protected,
        Self::Disabled,
        Self::Expired,
        Self::SmartcardRequired,
        Self::Unreadable,
        Self::Failed,
    ];

    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unlocked => "unlocked",
            Self::NotLocked => "not_locked",
            Self::NotFound => "not_found",
            Self::Ambiguous => "ambiguous",
            Self::Protected => "protected",
            Self::Disabled => "disabled",
            Self::Expired => "account_expired",
            Self::SmartcardRequired => "smartcard_required",
            Self::Unreadable => "unreadable",
            Self::NotReadBack => "not_read_back",
            Self::Failed => "failed",
            Self::WouldUnlock => "would_unlock",
        }
    }
}

/// Why a row has its outcome, where the outcome alone does not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowDetail {
    /// The operator may not read the account's state.
    StateHidden,
    /// The user name has characters that user names cannot have.
    OddName,
    /// The account is the operator's own.
    OwnAccount,
    /// The account belongs to one of `verification.supervisors`.
    Supervisor,
    /// Whether the account is protected is not known.
    ProtectionUnknown {
        /// The attribute that cannot be read.
        attribute: &'static str,
    },
    /// The operator has no right to unlock the account.
    NoRight,
    /// The server refused the change.
    Refused {
        /// LDAP result code (RFC 4511 appendix A).
        code: u32,
    },
    /// The server did not answer: the account may have been unlocked.
    NoAnswer,
    /// The account was unlocked and then locked again.
    LockedAgain,
    /// The account was unlocked, but could not be read back.
    NotReadBack,
    /// The run ended first; nothing was sent.
    NotTried,
    /// The outcome is right, but could not be recorded in the audit trail.
    NotRecorded,
    /// The account was deleted after it was looked up.
    Gone,
    /// The account is that of an earlier row.
    SameAs {
        /// The index of that row, from 0.
        row: usize,
    },
    /// The text cannot be an account's name.
    NotAnAccount(RowFault),
}

impl RowDetail {
    /// The name in JSON and in the audit trail.
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

/// The outcome of an account that was to be unlocked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowChange {
    /// The outcome.
    pub outcome: RowOutcome,
    /// Why, where the outcome does not tell.
    pub detail: Option<RowDetail>,
    /// The server that unlocked it.
    pub server: Option<String>,
}
