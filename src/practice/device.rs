//! A device that tries an old password, as a phone's mail does: it locks an account again after an unlock.
//!
//! Nothing runs meanwhile. What the device has done by a given time follows from when it began, so that every reader sees
//! the same.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::state::{PracticeState, StoredAccount};

/// How long the device waits after an unlock.
const BEGINS_AFTER: SignedDuration = SignedDuration::from_secs(15);
const BETWEEN_TRIES: SignedDuration = SignedDuration::from_secs(4);

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Device {
    /// How many more unlocks it undoes before its owner finds it.
    pub undoes: u32,
    /// When it tries the next time.
    pub tries_at: Option<Timestamp>,
}

impl StoredAccount {
    /// The account was unlocked: its device begins again, unless its owner has found it.
    pub(super) fn wake_device(&mut self, now: Timestamp) {
        let device = &mut self.person.device;
        device.tries_at = (device.undoes > 0).then(|| now.saturating_add(BEGINS_AFTER).unwrap_or(Timestamp::MAX));
        device.undoes = device.undoes.saturating_sub(1);
    }
}

impl PracticeState {
    /// Brings the accounts to what their devices have done until `now`.
    pub(super) fn let_devices_try(&mut self, now: Timestamp) {
        for account in &mut self.accounts {
            while let Some(at) = account.person.device.tries_at.filter(|at| *at <= now) {
                account.count_wrong_password(at);
                let next = at.checked_add(BETWEEN_TRIES).ok();
                // A locked account counts nothing.
                account.person.device.tries_at = next.filter(|next| !account.is_locked(*next));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::person::{Lockout, Person};

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    #[test]
    fn device_locks_again_until_it_is_found() {
        let mut state = PracticeState::empty([7; 16]);
        let device = Device { undoes: 1, tries_at: None };
        state.add(Person { device, ..Person::new("viklun01").locked_at(at(0)) }, at(0));
        let unlock = |state: &mut PracticeState, second| {
            let account = state.account_mut("viklun01").unwrap();
            (account.person.lockout, account.person.bad_passwords) = (Lockout::Cleared, 0);
            account.wake_device(at(second));
        };
        let locked = |state: &mut PracticeState, second| {
            state.let_devices_try(at(second));
            state.account("viklun01").unwrap().is_locked(at(second))
        };
        state.let_devices_try(at(9));
        assert!(locked(&mut state, 10));
        unlock(&mut state, 100);
        assert!(!locked(&mut state, 115), "it has tried once");
        assert_eq!(state.account("viklun01").unwrap().person.bad_passwords, 1);
        assert!(locked(&mut state, 200));
        let lockout = state.account("viklun01").unwrap().person.lockout;
        assert!(matches!(lockout, Lockout::At(since) if since < at(150)), "{lockout:?}");
        unlock(&mut state, 300);
        assert!(!locked(&mut state, 9_000), "its owner has found it");
    }
}
