//! Whether this operator may change an account from here, and whether that would let its owner in. One answer for
//! sending a code, unlocking and setting a password: nobody is asked for a code that leads nowhere.

use jiff::Timestamp;

use super::account::{Account, Protection};

/// Why not, the weightiest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Barrier {
    /// Nobody changes it from a servicedesk.
    Protected(Protection),
    /// Switched off: someone else must switch it on.
    Disabled,
    /// Ended: someone else must extend it.
    AccountExpired,
    /// Signs in with a card.
    SmartcardRequired,
    /// This operator has no right to: neither to unlock nor, since that unlocks as well, to set a password.
    NoRight,
}

/// What stands in the way at `now`; `None`: nothing.
pub fn barrier(account: &Account, now: Timestamp) -> Option<Barrier> {
    if let Some(why) = &account.protected {
        return Some(Barrier::Protected(why.clone()));
    }
    [
        (account.disabled, Barrier::Disabled),
        (account.expired(now), Barrier::AccountExpired),
        (account.smartcard_required, Barrier::SmartcardRequired),
        (!account.may_unlock, Barrier::NoRight),
    ]
    .into_iter()
    .find_map(|(holds, barrier)| holds.then_some(barrier))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::tests::healthy;

    #[test]
    fn the_weightiest_barrier_is_told() {
        let now: Timestamp = "2026-05-04T12:00:00Z".parse().unwrap();
        let mut account = healthy();
        assert_eq!(barrier(&account, now), None);
        account.may_unlock = false;
        assert_eq!(barrier(&account, now), Some(Barrier::NoRight));
        account.smartcard_required = true;
        assert_eq!(barrier(&account, now), Some(Barrier::SmartcardRequired));
        account.expires = Some(now);
        assert_eq!(barrier(&account, now), Some(Barrier::AccountExpired));
        account.disabled = true;
        assert_eq!(barrier(&account, now), Some(Barrier::Disabled));
        account.protected = Some(Protection::AdminCount);
        assert_eq!(barrier(&account, now), Some(Barrier::Protected(Protection::AdminCount)));
    }
}
