//! Many accounts at once: what was asked for, what is to be done with each, and what came of it. Asks nobody.

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
    /// As it was written.
    pub typed: String,
    /// The line of the input, from 1; `None` where it came from the command line or the directory.
    pub line: Option<usize>,
}

/// What a change needs to know of an account, and no more: there may be tens of thousands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulkAccount {
    /// The identifier that survives a change of name.
    pub id: AccountId,
    /// sAMAccountName.
    pub name: AccountName,
    /// Where it stands in the directory.
    pub dn: String,
    /// The name shown to people, where that was asked for.
    pub display_name: Option<String>,
    /// Whether it is locked now, by the bit that the directory computes.
    pub locked: bool,
    /// When it was locked, where the directory tells.
    pub locked_since: Option<Timestamp>,
    /// Wrong tries counted on the server that was asked.
    pub wrong_tries: u32,
    /// Switched off by an administrator.
    pub disabled: bool,
    /// The account itself has ended.
    pub expired: bool,
    /// Signs in with a card.
    pub smartcard_required: bool,
    /// Why nobody may change it from here, if so.
    pub protected: Option<Protection>,
    /// Whether this operator may unlock it.
    pub may_unlock: bool,
}

impl BulkAccount {
    /// What a change needs to know of `account`, as things are at `now`.
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

    /// What decides whether it is changed.
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

/// What was found where an account was looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BulkMatch {
    /// An account.
    Account(BulkAccount),
    /// An entry of which too little may be read.
    Unreadable(UnreadableAccount),
}

impl BulkMatch {
    /// The account, if it is one.
    pub fn account(&self) -> Option<&BulkAccount> {
        match self {
            Self::Account(account) => Some(account),
            Self::Unreadable(_) => None,
        }
    }

    /// The user name; where it may not be read, the DN.
    pub fn shown_name(&self) -> &str {
        match self {
            Self::Account(account) => account.name.as_str(),
            Self::Unreadable(entry) => entry.shown_name(),
        }
    }
}

/// What came of one row, by the name it has in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowOutcome {
    /// It was locked, and was read back as open.
    Unlocked,
    /// It is not locked, or the lock has lapsed: nothing to do.
    NotLocked,
    /// No such account.
    NotFound,
    /// More than one account.
    Ambiguous,
    /// Never changed from here.
    Protected,
    /// Switched off: unlocking would not help.
    Disabled,
    /// Ended: unlocking would not help.
    Expired,
    /// Its owner signs in with a card: unlocking would not help.
    SmartcardRequired,
    /// Too little of it may be read to say.
    Unreadable,
    /// It was unlocked, but could not be read back.
    NotReadBack,
    /// It should have been unlocked and was not, or not surely.
    Failed,
    /// It would be unlocked.
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

    /// The name scripts see.
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

/// What is known beside the outcome, where that alone leaves a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowDetail {
    /// This operator may not read what state it is in.
    StateHidden,
    /// Its user name has signs that no user name may have.
    OddName,
    /// It is the operator's own.
    OwnAccount,
    /// It is one of `verification.supervisors`.
    Supervisor,
    /// Whether it is protected cannot be told.
    ProtectionUnknown {
        /// This attribute may not be read.
        attribute: &'static str,
    },
    /// This operator may not unlock it.
    NoRight,
    /// The server would not, for a reason of its own.
    Refused {
        /// LDAP result code (RFC 4511 appendix A).
        code: u32,
    },
    /// No answer came: it may have been done.
    NoAnswer,
    /// It was unlocked, and is locked again.
    LockedAgain,
    /// It was unlocked, but could not be read back.
    NotReadBack,
    /// The run ended before its turn; nothing was sent.
    NotTried,
    /// What the outcome says is so, but the trail does not say it.
    NotRecorded,
    /// It was there when it was looked up, and is not now.
    Gone,
    /// It is the account of an earlier row.
    SameAs {
        /// That row, as its place in the list that was asked for, from 0.
        row: usize,
    },
    /// What was written can be no account's name.
    NotAnAccount(RowFault),
}

impl RowDetail {
    /// The name scripts and the trail see.
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

/// What came of one account that was to be unlocked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowChange {
    /// What.
    pub outcome: RowOutcome,
    /// What is known beside it.
    pub detail: Option<RowDetail>,
    /// The server that did it.
    pub server: Option<String>,
}
