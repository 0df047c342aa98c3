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
pub enum Wish {
    /// The operator has said so for this account.
    Said(bool),
    /// Nobody has; so it is usual at this desk.
    Usual(bool),
}

/// What comes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Demand {
    /// It is to be changed.
    Made,
    /// It is to be changed; whether the owner may, is not known.
    MadeUnseen,
    /// Nobody wants it.
    Unwanted,
    /// It would have no effect: the password never expires.
    NeverExpires,
    /// The owner may not change the password, and would be shut out.
    OwnChangeDenied,
}

/// It was asked for, and would shut the owner out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShutsOut;

impl Wish {
    /// What comes of it for this account.
    ///
    /// # Errors
    /// [`ShutsOut`] where the operator asks for what would: it is theirs to take back.
    pub fn on(self, account: &Account) -> Result<Demand, ShutsOut> {
        let (Self::Said(wanted) | Self::Usual(wanted)) = self;
        if !wanted {
            return Ok(Demand::Unwanted);
        }
        if account.password.never_expires {
            return Ok(Demand::NeverExpires);
        }
        match (account.password.own_change, self) {
            (OwnChange::Allowed, _) => Ok(Demand::Made),
            (OwnChange::Unknown, _) => Ok(Demand::MadeUnseen),
            (OwnChange::Denied, Self::Usual(_)) => Ok(Demand::OwnChangeDenied),
            (OwnChange::Denied, Self::Said(_)) => Err(ShutsOut),
        }
    }
}

impl Demand {
    /// Whether the password is to be changed.
    pub fn is_made(self) -> bool {
        matches!(self, Self::Made | Self::MadeUnseen)
    }

    /// Why it is not as wanted, or not surely: the name scripts see.
    pub fn reason(self) -> Option<&'static str> {
        match self {
            Self::Made | Self::Unwanted => None,
            Self::MadeUnseen => Some("own_change_unknown"),
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
        let on = |wish: Wish, never_expires, own_change| {
            let password = PasswordState { never_expires, own_change, ..PasswordState::default() };
            wish.on(&Account { password, ..healthy() })
        };
        for wish in [Wish::Said(true), Wish::Usual(true)] {
            assert_eq!(on(wish, false, OwnChange::Allowed), Ok(Demand::Made));
            assert_eq!(on(wish, false, OwnChange::Unknown), Ok(Demand::MadeUnseen));
            for own_change in [OwnChange::Allowed, OwnChange::Denied, OwnChange::Unknown] {
                assert_eq!(on(wish, true, own_change), Ok(Demand::NeverExpires));
            }
        }
        assert_eq!(on(Wish::Usual(true), false, OwnChange::Denied), Ok(Demand::OwnChangeDenied));
        assert_eq!(on(Wish::Said(true), false, OwnChange::Denied), Err(ShutsOut));
        for wish in [Wish::Said(false), Wish::Usual(false)] {
            assert_eq!(on(wish, false, OwnChange::Denied), Ok(Demand::Unwanted));
        }
    }
}
