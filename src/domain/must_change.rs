//! Whether a new password must be changed at the next sign-in: the request and its effect. Must-change is not set where
//! it would have no effect or shut the owner out.

use super::account::Account;

/// Whether the owner may change the password ("User cannot change password").
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum OwnChange {
    #[default]
    Allowed,
    Denied,
    Unknown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MustChangeRequest {
    /// The operator's choice for this account.
    Explicit(bool),
    Default(bool),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MustChange {
    Required,
    /// Required; whether the owner may change it is unknown.
    RequiredUnverified,
    NotRequested,
    /// It would have no effect, since the password never expires.
    NeverExpires,
    /// The owner may not change the password and would be shut out.
    OwnChangeDenied,
}

/// The operator asked for a must-change that would shut the owner out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WouldShutOut;

impl MustChangeRequest {
    /// Decides for this account.
    ///
    /// # Errors
    /// [`WouldShutOut`] for an explicit request; a default gives way.
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
    pub fn is_required(self) -> bool {
        matches!(self, Self::Required | Self::RequiredUnverified)
    }

    /// Why it differs from the request or is uncertain, by its name in JSON.
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
            assert_eq!((demand.is_required(), demand.reason()), (is_made, reason), "{demand:?}");
        }
    }
}
