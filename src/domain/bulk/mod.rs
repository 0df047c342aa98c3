//! Operations on many accounts: the input, the plan and the results. No I/O.

pub mod input;
mod outcome;
mod plan;
mod result;
mod spray;

use jiff::Timestamp;

pub use outcome::{RowChange, RowDetail, RowDetailKind, RowOutcome};
pub use plan::{BulkPlan, PlannedRow, decide_row, protection_detail};
pub use result::{OutcomeCounts, ReportRow, RowResult};
pub use spray::PasswordSpray;

use super::account::{Account, AccountId, AccountName, Lock, Protection};
use super::decision::ChangeFacts;
use super::unreadable::UnreadableAccount;

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
    pub expired: bool,
    pub smartcard_required: bool,
    /// Why it must not be changed with this program; `None`: it may be.
    pub protected: Option<Protection>,
    pub may_unlock: bool,
}

impl BulkAccount {
    /// Copies what bulk changes need of `account`, as of `now`.
    pub fn of(account: &Account, now: Timestamp) -> Self {
        let locked_since = match account.lock {
            Lock::Locked { since, .. } => since,
            _ => None,
        };
        Self {
            id: account.id,
            name: account.name.clone(),
            dn: account.dn.clone(),
            display_name: Some(account.display_name.clone()),
            locked: account.lock.is_locked(),
            locked_since,
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

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A locked account with nothing else wrong.
    pub(crate) fn locked(name: &str, id: u8) -> BulkAccount {
        BulkAccount {
            id: AccountId::from_bytes([id; 16]),
            name: AccountName::parse(name).unwrap(),
            dn: format!("CN={name}"),
            display_name: None,
            locked: true,
            locked_since: None,
            wrong_tries: 5,
            disabled: false,
            expired: false,
            smartcard_required: false,
            protected: None,
            may_unlock: true,
        }
    }
}
