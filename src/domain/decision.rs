//! What may be done with an account, decided from its state: for one account and for many, and wherever they are listed.

use jiff::Timestamp;

use super::account::Account;

/// What of an account's state decides.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ChangeFacts {
    /// Never changed from here.
    pub protected: bool,
    /// Switched off by an administrator.
    pub disabled: bool,
    /// The account itself has ended.
    pub expired: bool,
    /// Signs in with a card.
    pub smartcard_required: bool,
    /// Locked now.
    pub locked: bool,
    /// Whether this operator may unlock it.
    pub may_unlock: bool,
}

/// Why an account is not changed, whatever is to be done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnlockBlocker {
    /// Never changed from here.
    Protected,
    /// Switched off: nothing that is done here lets its owner in.
    Disabled,
    /// Ended: the same.
    Expired,
    /// Its owner signs in with a card: the same.
    SmartcardRequired,
}

/// What comes of an account that is to be unlocked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnlockDecision {
    /// It is not to be changed.
    Blocked(UnlockBlocker),
    /// There is nothing to do.
    NotLocked,
    /// This operator may not.
    NoRight,
    /// It is to be unlocked.
    Unlock,
}

impl ChangeFacts {
    /// Why the account is not to be changed. What forbids it comes before what makes it useless.
    pub fn blocker(self) -> Option<UnlockBlocker> {
        match self {
            Self { protected: true, .. } => Some(UnlockBlocker::Protected),
            Self { disabled: true, .. } => Some(UnlockBlocker::Disabled),
            Self { expired: true, .. } => Some(UnlockBlocker::Expired),
            Self { smartcard_required: true, .. } => Some(UnlockBlocker::SmartcardRequired),
            _ => None,
        }
    }

    /// What comes of it when it is to be unlocked.
    pub fn unlock(self) -> UnlockDecision {
        match self.blocker() {
            Some(hindrance) => UnlockDecision::Blocked(hindrance),
            None if !self.locked => UnlockDecision::NotLocked,
            None if !self.may_unlock => UnlockDecision::NoRight,
            None => UnlockDecision::Unlock,
        }
    }
}

impl Account {
    /// What decides whether it is changed, at `now`.
    pub fn change_facts(&self, now: Timestamp) -> ChangeFacts {
        ChangeFacts {
            protected: self.protected.is_some(),
            disabled: self.disabled,
            expired: self.expired(now),
            smartcard_required: self.smartcard_required,
            locked: self.lock.is_locked(),
            may_unlock: self.may_unlock,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::tests::healthy;
    use crate::domain::account::{Lock, LockEnd, Protection};
    use crate::domain::bulk::BulkAccount;

    /// `unlock` for one account and for a list decide alike.
    #[test]
    fn one_account_and_a_row_of_many_have_the_same_facts() {
        let now = Timestamp::UNIX_EPOCH;
        let lock = Lock::Locked { since: Some(now), opens: LockEnd::OnlyManually };
        let none = ChangeFacts::default();
        for (account, facts) in [
            (Account { may_unlock: false, ..healthy() }, none),
            (Account { lock, ..healthy() }, ChangeFacts { locked: true, may_unlock: true, ..none }),
            (Account { disabled: true, ..healthy() }, ChangeFacts { disabled: true, may_unlock: true, ..none }),
            (Account { expires: Some(now), ..healthy() }, ChangeFacts { expired: true, may_unlock: true, ..none }),
            (
                Account { smartcard_required: true, ..healthy() },
                ChangeFacts { smartcard_required: true, may_unlock: true, ..none },
            ),
            (
                Account { protected: Some(Protection::OwnAccount), ..healthy() },
                ChangeFacts { protected: true, may_unlock: true, ..none },
            ),
        ] {
            let candidate = BulkAccount::of(&account, now);
            assert_eq!((account.change_facts(now), candidate.change_facts()), (facts, facts));
            assert_eq!(candidate.locked_since, facts.locked.then_some(now));
        }
    }

    #[test]
    fn what_forbids_comes_first() {
        let all = ChangeFacts {
            protected: true,
            disabled: true,
            expired: true,
            smartcard_required: true,
            locked: false,
            may_unlock: false,
        };
        let decided = [
            all,
            ChangeFacts { protected: false, ..all },
            ChangeFacts { protected: false, disabled: false, ..all },
            ChangeFacts { protected: false, disabled: false, expired: false, ..all },
            ChangeFacts::default(),
            ChangeFacts { locked: true, ..ChangeFacts::default() },
            ChangeFacts { locked: true, may_unlock: true, ..ChangeFacts::default() },
        ]
        .map(ChangeFacts::unlock);
        let hindered = UnlockDecision::Blocked;
        assert_eq!(
            decided,
            [
                hindered(UnlockBlocker::Protected),
                hindered(UnlockBlocker::Disabled),
                hindered(UnlockBlocker::Expired),
                hindered(UnlockBlocker::SmartcardRequired),
                UnlockDecision::NotLocked,
                UnlockDecision::NoRight,
                UnlockDecision::Unlock,
            ]
        );
    }
}
