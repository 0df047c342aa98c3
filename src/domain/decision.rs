//! Decides whether an account may be changed and unlocked, from its state: the only place, for one account and for
//! many.

use jiff::Timestamp;

use super::account::Account;

/// The parts of an account's state that decide.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ChangeFacts {
    pub protected: bool,
    /// Disabled by an administrator.
    pub disabled: bool,
    pub expired: bool,
    pub smartcard_required: bool,
    pub locked: bool,
    pub may_unlock: bool,
}

/// Why an account must not be changed at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnlockBlocker {
    Protected,
    /// Changing it would not let its owner sign in.
    Disabled,
    /// Changing it would not let its owner sign in.
    Expired,
    /// Changing it would not let its owner sign in.
    SmartcardRequired,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnlockDecision {
    Blocked(UnlockBlocker),
    NotLocked,
    /// The operator may not unlock it.
    NoRight,
    Unlock,
}

impl ChangeFacts {
    /// Returns why the account must not be changed. Reasons that forbid a change precede those that make it useless.
    pub fn blocker(self) -> Option<UnlockBlocker> {
        match self {
            Self { protected: true, .. } => Some(UnlockBlocker::Protected),
            Self { disabled: true, .. } => Some(UnlockBlocker::Disabled),
            Self { expired: true, .. } => Some(UnlockBlocker::Expired),
            Self { smartcard_required: true, .. } => Some(UnlockBlocker::SmartcardRequired),
            _ => None,
        }
    }

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
    /// Returns the state as of `now`.
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
    fn protection_takes_precedence() {
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
