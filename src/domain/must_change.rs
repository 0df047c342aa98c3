//! Whether a new password is to be changed at the next sign-in: who wants it, and what it would do to the account. A
//! demand that has no effect is not made, and none is that would shut the owner out.

use super::account::Account;

/// Whether an account's owner may change the password ("User cannot change password").
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum OwnChange {
    /// They may.
    #[default]
    Allowed,
    /// They may not.
    Denied,
    /// This operator may not read that.
    Unknown,
}

/// Who wants it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MustChangeRequest {
    /// The operator has said so for this account.
    Explicit(bool),
    /// Nobody has; so it is usual at this desk.
    Default(bool),
}

/// What comes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MustChange {
    /// It is to be changed.
    Required,
    /// It is to be changed; whether the owner may, is not known.
    RequiredUnverified,
    /// Nobody wants it.
    NotRequested,
    /// It would have no effect: the password never expires.
    NeverExpires,
    /// The owner may not change the password, and would be shut out.
    OwnChangeDenied,
}

/// It was asked for, and would shut the owner out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WouldShutOut;

impl MustChangeRequest {
    /// What comes of it for this account.
    ///
    /// # Errors
    /// [`WouldShutOut`] where the operator asks for what would: it is theirs to take back.
    pub fn on(self, account: &Account) -> Result<MustChange, WouldShutOut> {
        let (Self::Explicit(wanted) | Self::Default(wanted)) = self;
        if !wanted {
            return Ok(MustChange::NotRequested);
        }
        if account.password.never_expires {
            return Ok(MustChange::NeverExpires);
        }
        match (account.password.own_change, self) {
            (OwnChange::Allowed, _) => Ok(MustChange::Required),
            (OwnChange::Unknown, _) => Ok(MustChange::RequiredUnverified),
            (OwnChange::Denied, Self::Default(_)) => Ok(MustChange::OwnChangeDenied),
            (OwnChange::Denied, Self::Explicit(_)) => Err(WouldShutOut),
        }
    }
}

impl MustChange {
    /// Whether the password is to be changed.
    pub fn is_made(self) -> bool {
        matches!(self, Self::Required | Self::RequiredUnverified)
    }

    /// Why it is not as wanted, or not surely: the name scripts see.
    pub fn reason(self) -> Option<&'static str> {
        match self {
            Self::Required | Self::NotRequested => None,
            Self::RequiredUnverified => Some("own_change_unknown"),
            Self::NeverExpires => Some("password_never_expires"),
            Self::OwnChangeDenied => Some("own_change_denied"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::{PasswordState, tests::healthy};

    #[test]
    fn who_wants_it_and_what_comes_of_it() {
        let on = |wish: MustChangeRequest, never_expires, own_change| {
            let password = PasswordState { never_expires, own_change, ..PasswordState::default() };
            wish.on(&Account { password, ..healthy() })
        };
        for wish in [MustChangeRequest::Explicit(true), MustChangeRequest::Default(true)] {
            assert_eq!(on(wish, false, OwnChange::Allowed), Ok(MustChange::Required));
            assert_eq!(on(wish, false, OwnChange::Unknown), Ok(MustChange::RequiredUnverified));
            for own_change in [OwnChange::Allowed, OwnChange::Denied, OwnChange::Unknown] {
                assert_eq!(on(wish, true, own_change), Ok(MustChange::NeverExpires));
            }
        }
        assert_eq!(on(MustChangeRequest::Default(true), false, OwnChange::Denied), Ok(MustChange::OwnChangeDenied));
        assert_eq!(on(MustChangeRequest::Explicit(true), false, OwnChange::Denied), Err(WouldShutOut));
        for wish in [MustChangeRequest::Explicit(false), MustChangeRequest::Default(false)] {
            assert_eq!(on(wish, false, OwnChange::Denied), Ok(MustChange::NotRequested));
        }
    }

    #[test]
    fn reason_is_given_where_the_wish_is_not_surely_met() {
        for (demand, is_made, reason) in [
            (MustChange::Required, true, None),
            (MustChange::RequiredUnverified, true, Some("own_change_unknown")),
            (MustChange::NotRequested, false, None),
            (MustChange::NeverExpires, false, Some("password_never_expires")),
            (MustChange::OwnChangeDenied, false, Some("own_change_denied")),
        ] {
            assert_eq!((demand.is_made(), demand.reason()), (is_made, reason), "{demand:?}");
        }
    }
}
