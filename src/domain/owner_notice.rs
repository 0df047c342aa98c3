//! Telling the owner of an account by SMS that something was changed: whether, and at which number.
//!
//! An attacker may have the number changed first, and then call. A message to that number would tell nobody else, so new
//! numbers get none.

use jiff::Timestamp;

use super::account::Account;
use super::named_enum::named_enum;
use super::phone::Phone;
use super::warnings::{MobileDoubt, MobileRules};

named_enum! {
    /// After which changes the owner is told.
    #[derive(Default)]
    pub enum NotifyPolicy {
        /// After a new password.
        #[default]
        Reset = "reset",
        /// After an unlock as well.
        All = "all",
        Off = "off",
    }
}

/// A change that the owner is told about. The later of these says more than those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OwnerEvent {
    /// The directory was asked to unlock the account, and did not say whether it did.
    PossibleUnlock,
    Unlock,
    /// The directory was asked to set a password, and did not say whether it did.
    PossibleReset,
    PasswordReset,
}

impl NotifyPolicy {
    pub fn covers(self, event: OwnerEvent) -> bool {
        match self {
            Self::Off => false,
            Self::Reset => matches!(event, OwnerEvent::PasswordReset | OwnerEvent::PossibleReset),
            Self::All => true,
        }
    }
}

named_enum! {
    /// Why there is no number at which the owner can be told.
    pub enum NoNumberToTell {
        /// No registered number receives SMS.
        NoMobile = "no_mobile",
        /// Each registered number is new.
        NumberNew = "number_new",
    }
}

named_enum! {
    /// Whether the owner was told.
    pub enum OwnerNoticeState {
        Sent = "sent",
        /// The gateway will deliver it later.
        Queued = "queued",
        /// The message with the generated password says it.
        InPasswordSms = "in_password_sms",
        /// It may have been sent.
        Unclear = "unclear",
        NotSent = "not_sent",
    }
}

/// Returns the number at which the owner is told: the one in use, or if that is new the first other that is not. A number
/// whose age the directory does not say is used when none is known to be old enough: the message does no harm there, and
/// its owner may be the right one.
///
/// # Errors
/// [`NoNumberToTell`].
pub fn number_to_tell<'a>(
    account: &'a Account,
    rules: &MobileRules,
    now: Timestamp,
) -> Result<&'a Phone, NoNumberToTell> {
    let numbers: Vec<(&Phone, Option<MobileDoubt>)> = account
        .reachable_numbers()
        .map(|phone| {
            let mut with = account.clone();
            with.use_number(phone);
            (phone, rules.unsettled(&with, now))
        })
        .collect();
    let with = |doubt| numbers.iter().find(|(_, found)| *found == doubt).map(|(phone, _)| *phone);
    with(None).or_else(|| with(Some(MobileDoubt::Unknown))).ok_or(match numbers.is_empty() {
        true => NoNumberToTell::NoMobile,
        false => NoNumberToTell::NumberNew,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::tests::healthy;
    use crate::domain::account::{Lock, LockEnd, Mobile, RegisteredNumber};

    fn at(text: &str) -> Option<Timestamp> {
        Some(format!("2026-{text}T12:00:00Z").parse().unwrap())
    }

    fn phone(last: &str) -> Phone {
        Phone::parse(&format!("07017406{last}")).unwrap()
    }

    #[test]
    fn owner_is_told_at_a_number_that_is_not_new() {
        let (now, old, new, unknown) = (at("05-20").unwrap(), at("01-02"), at("05-19"), None);
        for (used, others, told) in [
            (old, vec![], Ok("05")),
            (old, vec![old], Ok("05")),
            (new, vec![], Err(NoNumberToTell::NumberNew)),
            (new, vec![new], Err(NoNumberToTell::NumberNew)),
            (new, vec![old], Ok("10")),
            (new, vec![new, old], Ok("11")),
            (new, vec![unknown], Ok("10")),
            (new, vec![unknown, old], Ok("11")),
            (unknown, vec![], Ok("05")),
            (unknown, vec![old], Ok("10")),
            (unknown, vec![new], Ok("05")),
        ] {
            let other = |(n, changed)| RegisteredNumber { phone: phone(&format!("1{n}")), changed };
            let account = Account {
                mobile: Mobile::Registered(phone("05")),
                mobile_changed: used,
                other_mobiles: others.clone().into_iter().enumerate().map(other).collect(),
                ..healthy()
            };
            let found = number_to_tell(&account, &MobileRules::default(), now);
            assert_eq!(
                found.map(Phone::e164),
                told.map(phone).as_ref().map(Phone::e164).map_err(|why| *why),
                "{used:?} {others:?}"
            );
        }
    }

    #[test]
    fn number_changed_after_the_lockout_is_new() {
        let (now, since) = (at("05-20").unwrap(), at("03-01"));
        let locked = |changed| Account {
            lock: Lock::Locked { since, opens: LockEnd::Unknown },
            mobile_changed: changed,
            ..healthy()
        };
        let rules = MobileRules::default();
        assert_eq!(number_to_tell(&locked(at("03-02")), &rules, now), Err(NoNumberToTell::NumberNew));
        assert!(number_to_tell(&locked(at("02-28")), &rules, now).is_ok());
        // Changes are ignored.
        let rules = MobileRules { new_for: None, ..rules };
        assert!(number_to_tell(&locked(at("05-20")), &rules, now).is_ok());
    }

    #[test]
    fn no_number_that_receives_sms() {
        for mobile in [Mobile::Missing, Mobile::Registered(Phone::parse("0142-36 60 00").unwrap())] {
            let account = Account { mobile, ..healthy() };
            let told = number_to_tell(&account, &MobileRules::default(), Timestamp::UNIX_EPOCH);
            assert_eq!(told, Err(NoNumberToTell::NoMobile));
        }
    }

    #[test]
    fn policy_covers_events() {
        for (policy, reset, unlock) in
            [(NotifyPolicy::Reset, true, false), (NotifyPolicy::All, true, true), (NotifyPolicy::Off, false, false)]
        {
            assert_eq!((policy.covers(OwnerEvent::PasswordReset), policy.covers(OwnerEvent::Unlock)), (reset, unlock));
        }
    }
}
