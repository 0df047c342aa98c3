//! Whether a manager can vouch for a caller who has no usable phone: a code goes to the manager's registered mobile, and
//! the manager gives it to a voice that they know.

use jiff::Timestamp;

use super::account::Account;
use super::failure_kind::FailureKind;
use super::phone::{Phone, numbers_in};
use super::warnings::MobileRules;

/// Why nobody can vouch for the owner of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoVoucher {
    /// Not allowed by the configuration.
    NotAllowed,
    /// The directory names no manager.
    NoManager,
    /// What it names is no person's account that can be read.
    Unreadable,
    /// The manager is the owner.
    Themselves,
    /// The manager is the operator, who would vouch to themselves.
    Operator,
    Protected,
    Disabled,
    Expired,
    /// No SMS reaches the manager's number, or there is none.
    NoMobile,
    /// Both have the same number, so that the code would only be the owner's.
    SameNumber,
    /// The number is new, or may be, and codes are not sent to such a number.
    NumberNew,
}

impl NoVoucher {
    pub fn kind(self) -> FailureKind {
        match self {
            Self::NotAllowed => FailureKind::ManagerNotAllowed,
            Self::NoManager => FailureKind::NoManager,
            Self::Unreadable => FailureKind::ManagerUnreadable,
            Self::Themselves => FailureKind::ManagerIsOwner,
            Self::Operator => FailureKind::ManagerIsOperator,
            Self::Protected => FailureKind::ManagerProtected,
            Self::Disabled => FailureKind::ManagerDisabled,
            Self::Expired => FailureKind::ManagerExpired,
            Self::NoMobile => FailureKind::ManagerNoMobile,
            Self::SameNumber => FailureKind::ManagerSameNumber,
            Self::NumberNew => FailureKind::ManagerMobileNew,
        }
    }
}

/// Returns the number at which `manager` can vouch for the owner of `account`.
///
/// # Errors
/// [`NoVoucher`].
pub fn vouching_number<'a>(
    account: &Account,
    manager: &'a Account,
    rules: &MobileRules,
    now: Timestamp,
) -> Result<&'a Phone, NoVoucher> {
    let why = if manager.id == account.id {
        NoVoucher::Themselves
    } else if manager.protected.is_some() {
        NoVoucher::Protected
    } else if manager.disabled {
        NoVoucher::Disabled
    } else if manager.expired(now) {
        NoVoucher::Expired
    } else if let Some(phone) = manager.mobile.reachable() {
        let is_shared = account.reachable_numbers().chain(account.mobile.phone()).any(|number| number == phone)
            || account.telephone.iter().flat_map(|text| numbers_in(text)).any(|number| number == *phone);
        if is_shared {
            NoVoucher::SameNumber
        } else if rules.forbids(manager, now).is_some() {
            NoVoucher::NumberNew
        } else {
            return Ok(phone);
        }
    } else {
        NoVoucher::NoMobile
    };
    Err(why)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::tests::healthy;
    use crate::domain::account::{AccountId, Mobile, Protection, RegisteredNumber};

    #[test]
    fn who_can_vouch() {
        let now: Timestamp = "2026-05-20T12:00:00Z".parse().unwrap();
        let phone = |text| Phone::parse(text).unwrap();
        let number = |text| Mobile::Registered(phone(text));
        let changed = Some("2026-05-19T12:00:00Z".parse().unwrap());
        let owner = Account { mobile: number("0701740605"), ..healthy() };
        let manager = || Account {
            id: AccountId::from_bytes([1; 16]),
            mobile: number("0701740611"),
            mobile_changed: changed,
            ..healthy()
        };
        let also = Account {
            other_mobiles: vec![RegisteredNumber { phone: phone("0701740611"), changed: None }],
            ..owner.clone()
        };
        let warns = MobileRules::default();
        let refuses = MobileRules { require_settled: true, ..warns.clone() };
        for (account, manager, rules, expected) in [
            (&owner, manager(), &warns, Ok("+46701740611")),
            (&Account { mobile: Mobile::Missing, ..owner.clone() }, manager(), &warns, Ok("+46701740611")),
            (&owner, Account { id: owner.id, ..manager() }, &warns, Err(NoVoucher::Themselves)),
            (
                &owner,
                Account { protected: Some(Protection::OwnAccount), ..manager() },
                &warns,
                Err(NoVoucher::Protected),
            ),
            (&owner, Account { disabled: true, ..manager() }, &warns, Err(NoVoucher::Disabled)),
            (&owner, Account { expires: Some(now), ..manager() }, &warns, Err(NoVoucher::Expired)),
            (&owner, Account { mobile: Mobile::Missing, ..manager() }, &warns, Err(NoVoucher::NoMobile)),
            (&owner, Account { mobile: number("0142-36 60 00"), ..manager() }, &warns, Err(NoVoucher::NoMobile)),
            (&owner, Account { mobile: number("0701740605"), ..manager() }, &warns, Err(NoVoucher::SameNumber)),
            (&also, manager(), &warns, Err(NoVoucher::SameNumber)),
            (
                &Account { telephone: Some("kassan 070-174 06 11".into()), ..owner.clone() },
                manager(),
                &warns,
                Err(NoVoucher::SameNumber),
            ),
            (&owner, manager(), &refuses, Err(NoVoucher::NumberNew)),
            (&owner, Account { mobile_changed: None, ..manager() }, &refuses, Err(NoVoucher::NumberNew)),
        ] {
            let found = vouching_number(account, &manager, rules, now);
            assert_eq!(found.map(Phone::e164), expected, "{manager:?}");
        }
    }
}
