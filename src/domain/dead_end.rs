//! Why a caller cannot be helped from here, with or without a code. Each reason has one advice, wherever it is given.

use jiff::Timestamp;

use super::account::{Account, Mobile, Protection};
use super::decision::UnlockBlocker;
use super::phone::{NotMobile, SmsReach};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeadEnd {
    OwnAccount,
    Protected,
    /// The operator may not change it.
    NoRight,
    Disabled,
    AccountExpired,
    SmartcardRequired,
    NoMobile,
    MobileHidden,
    MobileUnreadable,
    MobileLandline,
}

impl DeadEnd {
    /// The first thing that stands in the way of changing the account for a caller who is verified by a code.
    pub fn of(account: &Account, now: Timestamp) -> Option<Self> {
        match (account.change_facts(now).blocker(), &account.protected) {
            (Some(UnlockBlocker::Protected), Some(Protection::OwnAccount)) => Some(Self::OwnAccount),
            (Some(UnlockBlocker::Protected), _) => Some(Self::Protected),
            (Some(UnlockBlocker::Disabled), _) => Some(Self::Disabled),
            (Some(UnlockBlocker::Expired), _) => Some(Self::AccountExpired),
            (Some(UnlockBlocker::SmartcardRequired), _) => Some(Self::SmartcardRequired),
            (None, _) if !account.may_unlock => Some(Self::NoRight),
            (None, _) => Self::of_mobile(&account.mobile),
        }
    }

    /// Why no code can be sent.
    pub fn of_mobile(mobile: &Mobile) -> Option<Self> {
        match mobile {
            Mobile::Missing => Some(Self::NoMobile),
            Mobile::Hidden => Some(Self::MobileHidden),
            Mobile::Unreadable(_) => Some(Self::MobileUnreadable),
            Mobile::Registered(phone) => match phone.reach() {
                SmsReach::Never(what) => Some(Self::of_not_mobile(what)),
                SmsReach::SwedishMobile | SmsReach::Foreign(_) => None,
            },
        }
    }

    /// Whether all that is missing is a phone that a code reaches.
    pub fn is_of_mobile(self) -> bool {
        matches!(self, Self::NoMobile | Self::MobileHidden | Self::MobileUnreadable | Self::MobileLandline)
    }

    /// Why no code can be sent to a number of that kind.
    pub fn of_not_mobile(what: NotMobile) -> Self {
        if what == NotMobile::Landline { Self::MobileLandline } else { Self::MobileUnreadable }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::tests::healthy;
    use crate::domain::phone::{NotAPhone, Phone};

    #[test]
    fn first_obstacle_is_the_dead_end() {
        let now = "2026-05-04T12:00:00Z".parse().unwrap();
        let landline = || Mobile::Registered(Phone::parse("08-465 004 21").unwrap());
        let account = Account { read_at: Some(now), ..healthy() };
        let cases = [
            (account.clone(), None),
            (Account { mobile: Mobile::Missing, ..account.clone() }, Some(DeadEnd::NoMobile)),
            (
                Account { mobile: Mobile::Unreadable(NotAPhone::Characters), ..account.clone() },
                Some(DeadEnd::MobileUnreadable),
            ),
            (Account { may_unlock: false, mobile: Mobile::Missing, ..account.clone() }, Some(DeadEnd::NoRight)),
            (
                Account { smartcard_required: true, may_unlock: false, ..account.clone() },
                Some(DeadEnd::SmartcardRequired),
            ),
            (
                Account { expires: account.read_at, smartcard_required: true, ..account.clone() },
                Some(DeadEnd::AccountExpired),
            ),
            (Account { disabled: true, mobile: Mobile::Missing, ..account.clone() }, Some(DeadEnd::Disabled)),
            (
                Account { disabled: true, protected: Some(Protection::AdminCount), ..account.clone() },
                Some(DeadEnd::Protected),
            ),
            (Account { protected: Some(Protection::OwnAccount), ..account.clone() }, Some(DeadEnd::OwnAccount)),
        ];
        for (account, expected) in cases {
            assert_eq!(DeadEnd::of(&account, now), expected, "{account:?}");
        }
        assert_eq!(DeadEnd::of(&Account { mobile: landline(), ..healthy() }, now), Some(DeadEnd::MobileLandline));
    }
}
