//! What a caller does next when their account has no lock and keeps its password. Decided here, put into words elsewhere.

use super::account::PasswordState;

/// What the next step depends on.
#[derive(Debug, Clone, Copy)]
pub struct UnlockedAccount<'a> {
    pub password: &'a PasswordState,
    /// A reset has left a password that nobody knows.
    pub password_unknown: bool,
    /// Whether a new password can be set from here.
    pub can_be_reset: bool,
    /// Whether the account may sign in at this hour.
    pub within_hours: bool,
    /// Whether it was locked.
    pub was_unlocked: bool,
    /// Whether no other controller is known to see it otherwise.
    pub controllers_agree: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterUnlock {
    /// Get a new password that need not be changed: the present one must be, and the owner may not.
    PasswordToKeep,
    /// Get a new password: nobody knows the present one.
    NewPassword,
    /// Turn to somebody who can set a new password.
    HandOver,
    /// Wait for the hours when the account may sign in.
    WaitForHours,
    /// Sign in, and choose a new password there.
    ChangeAtSignIn,
    TryNow,
    /// Try, and again in a while if some controllers are behind.
    TrySoon,
    /// It was not locked: try again, and see what was wrong.
    TryAgain,
}

impl AfterUnlock {
    pub fn of(account: &UnlockedAccount<'_>) -> Self {
        let UnlockedAccount { password, password_unknown, can_be_reset, .. } = *account;
        if password.prevents_sign_in() || password_unknown {
            match can_be_reset {
                false => Self::HandOver,
                true if password.prevents_sign_in() => Self::PasswordToKeep,
                true => Self::NewPassword,
            }
        } else if !account.within_hours {
            Self::WaitForHours
        } else if password.change_required() {
            Self::ChangeAtSignIn
        } else {
            match (account.was_unlocked, account.controllers_agree) {
                (true, true) => Self::TryNow,
                (true, false) => Self::TrySoon,
                (false, _) => Self::TryAgain,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::must_change::OwnChange;

    #[test]
    fn first_hindrance_decides_the_next_step() {
        let usable = PasswordState::default();
        let due = PasswordState { must_change: true, ..PasswordState::default() };
        let stuck = PasswordState { own_change: OwnChange::Denied, ..due.clone() };
        let open = |password| UnlockedAccount {
            password,
            password_unknown: false,
            can_be_reset: true,
            within_hours: true,
            was_unlocked: true,
            controllers_agree: true,
        };
        for (account, expected) in [
            (open(&usable), AfterUnlock::TryNow),
            (UnlockedAccount { can_be_reset: false, ..open(&usable) }, AfterUnlock::TryNow),
            (UnlockedAccount { controllers_agree: false, ..open(&usable) }, AfterUnlock::TrySoon),
            (UnlockedAccount { was_unlocked: false, ..open(&usable) }, AfterUnlock::TryAgain),
            (UnlockedAccount { was_unlocked: false, controllers_agree: false, ..open(&usable) }, AfterUnlock::TryAgain),
            (open(&due), AfterUnlock::ChangeAtSignIn),
            (UnlockedAccount { was_unlocked: false, ..open(&due) }, AfterUnlock::ChangeAtSignIn),
            (UnlockedAccount { within_hours: false, ..open(&due) }, AfterUnlock::WaitForHours),
            (UnlockedAccount { within_hours: false, ..open(&usable) }, AfterUnlock::WaitForHours),
            (UnlockedAccount { password_unknown: true, ..open(&due) }, AfterUnlock::NewPassword),
            (
                UnlockedAccount { password_unknown: true, within_hours: false, ..open(&usable) },
                AfterUnlock::NewPassword,
            ),
            (UnlockedAccount { password_unknown: true, can_be_reset: false, ..open(&usable) }, AfterUnlock::HandOver),
            (open(&stuck), AfterUnlock::PasswordToKeep),
            (UnlockedAccount { password_unknown: true, ..open(&stuck) }, AfterUnlock::PasswordToKeep),
            (UnlockedAccount { can_be_reset: false, within_hours: false, ..open(&stuck) }, AfterUnlock::HandOver),
        ] {
            assert_eq!(AfterUnlock::of(&account), expected, "{account:?}");
        }
    }
}
