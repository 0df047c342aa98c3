//! Decides whether a new password must be changed at the next sign-in. It never must where that would have no effect or
//! would keep the owner from signing in.

use super::account::Account;

/// Whether an account's owner may change the password ("User cannot change password").
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum OwnChange {
    /// The owner may.
    #[default]
    Allowed,
    /// The owner may not.
    Denied,
    /// The operator may not read whether the owner may.
    Unknown,
}

/// Who decides whether the password should be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MustChangeRequest {
    /// The operator, for this account.
    Explicit(bool),
    /// The desk's configuration.
    Default(bool),
}

/// Whether the password must be changed, and why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MustChange {
    /// It must be changed.
    Required,
    /// It must be changed; whether the owner may change it is not known.
    RequiredUnverified,
    /// It need not be changed.
    NotRequested,
    /// It need not, because the password never expires: a demand would have no effect.
    NeverExpires,
    /// It need not, because the owner may not change it and could not sign in.
    OwnChangeDenied,
}

/// The operator asked for a change that would keep the owner from signing in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WouldShutOut;

impl MustChangeRequest {
    /// Decides whether this account's password must be changed.
    ///
    /// # Errors
    /// [`WouldShutOut`] when the operator asks for a change that the owner may not make.
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
    /// Whether the password must be changed.
    pub fn is_made(self) -> bool {
        matches!(self, Self::Required | Self::RequiredUnverified)
    }

    /// Why the wish is not met, or not certainly. The name in JSON.
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
    fn password_must_be_changed_where_it_is_wanted_and_can_be() {
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
