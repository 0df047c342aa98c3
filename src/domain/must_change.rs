//! Whether a new password must be changed at the next sign-in: the request and its effect. Must-change is not set where
//! it would have no effect or shut the owner out.

use super::account::Account;
use super::named_enum::named_enum;

named_enum! {
    /// Where the caller is, and so where the new password is needed first.
    pub enum CallerPlace {
        /// At a computer on the workplace's network, where a password can be changed at sign-in.
        Work = "work",
        /// Elsewhere, with services that refuse a password that must be changed (773).
        Outside = "outside",
    }
}

/// Whether a new password must be changed, unless the operator decides for the account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MustChangePolicy {
    Always,
    Never,
    /// Unless the caller is known to be outside.
    AtWorkplace,
}

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
    /// As it is set, for a caller at `place`; `None`: unknown.
    Default { policy: MustChangePolicy, place: Option<CallerPlace> },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MustChange {
    Required,
    /// Required; whether the owner may change it is unknown.
    RequiredUnverified,
    /// Required; where the caller is is unknown, and outside it would shut them out of the services.
    RequiredPlaceUnknown,
    NotRequested,
    /// The caller is outside, where it would shut them out of the services. They can change it at work.
    CallerOutside,
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
        let own_change = account.password.own_change;
        match self {
            Self::Explicit(false) | Self::Default { policy: MustChangePolicy::Never, .. } => {
                return Ok(MustChange::NotRequested);
            }
            Self::Default { policy: MustChangePolicy::AtWorkplace, place: Some(CallerPlace::Outside) } => {
                // One who may not change it cannot do so at work either.
                let denied = own_change == OwnChange::Denied;
                return Ok(if denied { MustChange::OwnChangeDenied } else { MustChange::CallerOutside });
            }
            Self::Explicit(true) | Self::Default { .. } => {}
        }
        if account.password.never_expires {
            return Ok(MustChange::NeverExpires);
        }
        match own_change {
            OwnChange::Allowed if self.depends_on_place() => Ok(MustChange::RequiredPlaceUnknown),
            OwnChange::Allowed => Ok(MustChange::Required),
            OwnChange::Unknown => Ok(MustChange::RequiredUnverified),
            OwnChange::Denied if matches!(self, Self::Explicit(_)) => Err(WouldShutOut),
            OwnChange::Denied => Ok(MustChange::OwnChangeDenied),
        }
    }

    /// Whether the caller's place decides, and is not known.
    pub fn depends_on_place(self) -> bool {
        matches!(self, Self::Default { policy: MustChangePolicy::AtWorkplace, place: None })
    }

    /// The same request, for a caller at `place`.
    pub fn at(self, place: Option<CallerPlace>) -> Self {
        match self {
            Self::Default { policy, place: known } => Self::Default { policy, place: place.or(known) },
            explicit @ Self::Explicit(_) => explicit,
        }
    }
}

named_enum! {
    /// Why a demand to change the password differs from the request, or is uncertain.
    pub enum MustChangeReason {
        OwnChangeUnknown = "own_change_unknown",
        CallerPlaceUnknown = "caller_place_unknown",
        CallerOutside = "caller_outside",
        PasswordNeverExpires = "password_never_expires",
        OwnChangeDenied = "own_change_denied",
    }
}

impl MustChange {
    pub fn is_required(self) -> bool {
        matches!(self, Self::Required | Self::RequiredUnverified | Self::RequiredPlaceUnknown)
    }

    /// Why it differs from the request or is uncertain.
    pub fn reason(self) -> Option<MustChangeReason> {
        match self {
            Self::Required | Self::NotRequested => None,
            Self::RequiredUnverified => Some(MustChangeReason::OwnChangeUnknown),
            Self::RequiredPlaceUnknown => Some(MustChangeReason::CallerPlaceUnknown),
            Self::CallerOutside => Some(MustChangeReason::CallerOutside),
            Self::NeverExpires => Some(MustChangeReason::PasswordNeverExpires),
            Self::OwnChangeDenied => Some(MustChangeReason::OwnChangeDenied),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::{PasswordState, tests::healthy};

    const ALWAYS: MustChangeRequest = default(MustChangePolicy::Always, None);

    const fn default(policy: MustChangePolicy, place: Option<CallerPlace>) -> MustChangeRequest {
        MustChangeRequest::Default { policy, place }
    }

    fn on(wish: MustChangeRequest, never_expires: bool, own_change: OwnChange) -> Result<MustChange, WouldShutOut> {
        let password = PasswordState { never_expires, own_change, ..PasswordState::default() };
        wish.on(&Account { password, ..healthy() })
    }

    #[test]
    fn password_must_be_changed_where_it_is_wanted_and_can_be() {
        for wish in [MustChangeRequest::Explicit(true), ALWAYS] {
            assert_eq!(on(wish, false, OwnChange::Allowed), Ok(MustChange::Required));
            assert_eq!(on(wish, false, OwnChange::Unknown), Ok(MustChange::RequiredUnverified));
            for own_change in [OwnChange::Allowed, OwnChange::Denied, OwnChange::Unknown] {
                assert_eq!(on(wish, true, own_change), Ok(MustChange::NeverExpires));
            }
        }
        assert_eq!(on(ALWAYS, false, OwnChange::Denied), Ok(MustChange::OwnChangeDenied));
        assert_eq!(on(MustChangeRequest::Explicit(true), false, OwnChange::Denied), Err(WouldShutOut));
        for wish in [MustChangeRequest::Explicit(false), default(MustChangePolicy::Never, None)] {
            assert_eq!(on(wish, false, OwnChange::Denied), Ok(MustChange::NotRequested));
        }
    }

    #[test]
    fn place_decides_where_it_is_set_to() {
        let at = |place| default(MustChangePolicy::AtWorkplace, place);
        let (work, outside) = (at(Some(CallerPlace::Work)), at(Some(CallerPlace::Outside)));
        assert_eq!(on(work, false, OwnChange::Allowed), Ok(MustChange::Required));
        assert_eq!(on(at(None), false, OwnChange::Allowed), Ok(MustChange::RequiredPlaceUnknown));
        for own_change in [OwnChange::Allowed, OwnChange::Unknown] {
            for never_expires in [false, true] {
                assert_eq!(on(outside, never_expires, own_change), Ok(MustChange::CallerOutside));
            }
        }
        for (place, own_change, expected) in [
            (outside, OwnChange::Denied, MustChange::OwnChangeDenied),
            (work, OwnChange::Denied, MustChange::OwnChangeDenied),
            (at(None), OwnChange::Denied, MustChange::OwnChangeDenied),
            (at(None), OwnChange::Unknown, MustChange::RequiredUnverified),
        ] {
            assert_eq!(on(place, false, own_change), Ok(expected));
        }
        // Where something else decides, the place changes nothing.
        for place in [None, Some(CallerPlace::Work), Some(CallerPlace::Outside)] {
            let decided = |wish: MustChangeRequest| on(wish.at(place), false, OwnChange::Allowed);
            assert_eq!(decided(ALWAYS), Ok(MustChange::Required));
            assert_eq!(decided(MustChangeRequest::Explicit(true)), Ok(MustChange::Required));
            assert_eq!(decided(default(MustChangePolicy::Never, None)), Ok(MustChange::NotRequested));
            assert_eq!(decided(MustChangeRequest::Explicit(false)), Ok(MustChange::NotRequested));
        }
    }

    #[test]
    fn place_is_needed_only_where_it_decides() {
        assert!(default(MustChangePolicy::AtWorkplace, None).depends_on_place());
        let told = default(MustChangePolicy::AtWorkplace, None).at(Some(CallerPlace::Outside));
        for wish in [told, ALWAYS, default(MustChangePolicy::Never, None), MustChangeRequest::Explicit(true)] {
            assert!(!wish.depends_on_place(), "{wish:?}");
        }
        assert_eq!(told.at(None), told, "what was said is not forgotten");
    }

    #[test]
    fn reason_is_given_where_the_wish_is_not_surely_met() {
        for (demand, is_made, reason) in [
            (MustChange::Required, true, None),
            (MustChange::RequiredUnverified, true, Some("own_change_unknown")),
            (MustChange::RequiredPlaceUnknown, true, Some("caller_place_unknown")),
            (MustChange::NotRequested, false, None),
            (MustChange::CallerOutside, false, Some("caller_outside")),
            (MustChange::NeverExpires, false, Some("password_never_expires")),
            (MustChange::OwnChangeDenied, false, Some("own_change_denied")),
        ] {
            assert_eq!(
                (demand.is_required(), demand.reason().map(MustChangeReason::name)),
                (is_made, reason),
                "{demand:?}"
            );
        }
    }
}
