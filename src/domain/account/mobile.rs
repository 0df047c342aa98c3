//! The numbers that are registered for codes: which of them is in use, and which others there are.
//!
//! A code proves who the caller is only through the number that it went to. So exactly one number is in use at a time,
//! with the age that belongs to it, and everything that is checked of "the number" is checked of that one.

use jiff::Timestamp;

use super::Account;
use crate::domain::failure_kind::FailureKind;
use crate::domain::phone::{NotAPhone, NotMobile, Phone, SmsReach, numbers_in, plain_digit};

/// The registered mobile number that is in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mobile {
    Missing,
    /// The operator may not read whether there is one.
    Hidden,
    /// What is registered holds no phone number; why the first value is none.
    Unreadable(NotAPhone),
    Registered(Phone),
}

/// Why no code can be sent: there is no number, it may not be read, it is no number, or no SMS reaches it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreachable {
    Missing,
    Hidden,
    Unreadable(NotAPhone),
    NotMobile(NotMobile),
}

impl Unreachable {
    pub fn kind(self) -> FailureKind {
        match self {
            Self::Missing => FailureKind::NoMobile,
            Self::Hidden => FailureKind::MobileHidden,
            Self::Unreadable(_) => FailureKind::MobileUnreadable,
            Self::NotMobile(what) => what.kind(),
        }
    }
}

impl Mobile {
    /// Returns the number if a code can be sent to it: a mobile, or a foreign number that may be one.
    pub fn reachable(&self) -> Option<&Phone> {
        self.reach().ok()
    }

    /// Returns the number that a code can be sent to.
    ///
    /// # Errors
    /// [`Unreachable`].
    pub fn reach(&self) -> Result<&Phone, Unreachable> {
        match self {
            Self::Missing => Err(Unreachable::Missing),
            Self::Hidden => Err(Unreachable::Hidden),
            Self::Unreadable(why) => Err(Unreachable::Unreadable(*why)),
            Self::Registered(phone) => match phone.reach() {
                SmsReach::Never(what) => Err(Unreachable::NotMobile(what)),
                SmsReach::SwedishMobile | SmsReach::Foreign(_) => Ok(phone),
            },
        }
    }

    pub fn phone(&self) -> Option<&Phone> {
        match self {
            Self::Registered(phone) => Some(phone),
            _ => None,
        }
    }
}

/// A registered number, and when it was registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisteredNumber {
    pub phone: Phone,
    /// When the attribute that holds it was last changed; `None` when the directory does not say.
    pub changed: Option<Timestamp>,
}

/// All the numbers that an account has for codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisteredNumbers {
    /// In use.
    pub mobile: Mobile,
    /// When the number in use was last changed.
    pub changed: Option<Timestamp>,
    /// Others that a code can be sent to.
    pub others: Vec<RegisteredNumber>,
}

/// An attribute that holds numbers: its values as text, and when it was last changed.
pub struct NumberAttribute {
    pub values: Vec<String>,
    pub changed: Option<Timestamp>,
}

impl RegisteredNumbers {
    /// Reads `attributes` in order. Each number in each value is a number of its own. In use is the first Swedish mobile,
    /// or else the first foreign number, or else the first number of all.
    pub fn read(attributes: &[NumberAttribute]) -> Self {
        let mut numbers: Vec<RegisteredNumber> = vec![];
        for NumberAttribute { values, changed } in attributes {
            // A directory returns the values of an attribute in any order.
            let mut values: Vec<&str> = values.iter().map(String::as_str).collect();
            values.sort_unstable();
            for phone in values.into_iter().flat_map(numbers_in) {
                match numbers.iter_mut().find(|known| known.phone == phone) {
                    // It has been registered at least since the older of the two changes.
                    Some(known) => known.changed = known.changed.into_iter().chain(*changed).min(),
                    None => numbers.push(RegisteredNumber { phone, changed: *changed }),
                }
            }
        }
        numbers.sort_by_key(|number| match number.phone.reach() {
            SmsReach::SwedishMobile => 0,
            SmsReach::Foreign(_) => 1,
            SmsReach::Never(_) => 2,
        });
        if numbers.is_empty() {
            let value = attributes.iter().flat_map(|attribute| &attribute.values).next();
            let changed = attributes.iter().find(|attribute| !attribute.values.is_empty()).and_then(|one| one.changed);
            let mobile = value.map_or(Mobile::Missing, |value| {
                Mobile::Unreadable(Phone::parse(value).err().unwrap_or(NotAPhone::Characters))
            });
            return Self { mobile, changed, others: vec![] };
        }
        let RegisteredNumber { phone, changed } = numbers.remove(0);
        numbers.retain(|number| !matches!(number.phone.reach(), SmsReach::Never(_)));
        Self { mobile: Mobile::Registered(phone), changed, others: numbers }
    }
}

/// Why a choice of number is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotANumberOf {
    /// No registered number ends so.
    None,
    /// More than one does.
    Several,
}

impl Account {
    /// Returns every registered number that a code can be sent to, the one in use first.
    pub fn reachable_numbers(&self) -> impl Iterator<Item = &Phone> {
        self.mobile.reachable().into_iter().chain(self.other_mobiles.iter().map(|number| &number.phone))
    }

    /// Puts the registered number `phone` in use, with its own age. Returns `false`, and changes nothing, when the account
    /// has no such number.
    pub fn use_number(&mut self, phone: &Phone) -> bool {
        if self.mobile.phone() == Some(phone) {
            return true;
        }
        let Some(at) = self.other_mobiles.iter().position(|number| number.phone == *phone) else { return false };
        let RegisteredNumber { phone, changed } = self.other_mobiles.remove(at);
        let used = std::mem::replace(&mut self.mobile, Mobile::Registered(phone));
        let changed = std::mem::replace(&mut self.mobile_changed, changed);
        if let Some(phone) = used.reachable().cloned() {
            self.other_mobiles.insert(0, RegisteredNumber { phone, changed });
        }
        true
    }

    /// Finds the one registered number that is `typed`, or that ends with its digits.
    ///
    /// # Errors
    /// [`NotANumberOf`] when not exactly one does.
    pub fn number_ending(&self, typed: &str) -> Result<&Phone, NotANumberOf> {
        let whole = Phone::parse(typed).ok();
        let digits: String = typed.chars().filter_map(plain_digit).collect();
        let is_meant = |phone: &&Phone| match &whole {
            Some(whole) => whole == *phone,
            None => !digits.is_empty() && phone.digits().ends_with(&digits),
        };
        let mut meant = self.reachable_numbers().filter(is_meant);
        match (meant.next(), meant.next()) {
            (Some(phone), None) => Ok(phone),
            (None, _) => Err(NotANumberOf::None),
            (Some(_), Some(_)) => Err(NotANumberOf::Several),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::healthy;
    use super::*;

    fn at(day: u8) -> Option<Timestamp> {
        Some(format!("2026-05-{day:02}T12:00:00Z").parse().unwrap())
    }

    fn attribute(values: &[&str], changed: Option<Timestamp>) -> NumberAttribute {
        NumberAttribute { values: values.iter().map(|value| (*value).to_owned()).collect(), changed }
    }

    /// The number in use, and the others, in E.164.
    fn read(attributes: &[&[&str]]) -> (Option<String>, Vec<String>) {
        let attributes: Vec<_> = attributes.iter().map(|values| attribute(values, None)).collect();
        let RegisteredNumbers { mobile, others, .. } = RegisteredNumbers::read(&attributes);
        let e164 = |phone: &Phone| phone.e164().to_owned();
        (mobile.phone().map(e164), others.iter().map(|number| e164(&number.phone)).collect())
    }

    #[test]
    fn each_number_that_is_registered_is_one() {
        let (one, two) = ("+46701740605", "+46701740612");
        for (values, used, others) in [
            (&[&["070-174 06 05"][..]][..], one, &[][..]),
            (&[&["070-174 06 05 (jobb)"]], one, &[]),
            (&[&["070-174 06 05 / 070-174 06 12"]], one, &[two]),
            (&[&["070-174 06 05/070-174 06 12"]], one, &[two]),
            (&[&["070-174 06 05; 070-174 06 12"]], one, &[two]),
            (&[&["070-174 06 05, 070-174 06 12"]], one, &[two]),
            (&[&["070-174 06 05 och 070-174 06 12"]], one, &[two]),
            (&[&["070-174 06 05 eller 070-174 06 12"]], one, &[two]),
            (&[&["070-174 06 05 and 070-174 06 12"]], one, &[two]),
            (&[&["070-174 06 05 or 070-174 06 12"]], one, &[two]),
            (&[&["070-174 06 05 & 070-174 06 12"]], one, &[two]),
            (&[&["0701740605 0701740612"]], one, &[two]),
            // Values of one attribute have no order of their own.
            (&[&["070-174 06 12", "070-174 06 05"]], one, &[two]),
            // Attributes have: the first one counts.
            (&[&["070-174 06 12"], &["070-174 06 05"]], two, &[one]),
            (&[&["070-174 06 05"], &["+46 70 174 06 05", "0701740605"]], one, &[]),
            // The first mobile is used, wherever it stands.
            (&[&["08-465 004 00 / 070-174 06 05"]], one, &[]),
            (&[&["08-465 004 00"], &["070-174 06 05"]], one, &[]),
            (&[&["+47 406 12 345"], &["070-174 06 05"]], one, &["+4740612345"]),
            (&[&["saknas"], &["070-174 06 05"]], one, &[]),
            (&[&["070-174 06 0 / 070-174 06 05"]], one, &[]),
            (&[&["08-465 004 00"], &["0142-36 6000"]], "+46846500400", &[]),
        ] {
            assert_eq!(
                read(values),
                (Some(used.into()), others.iter().map(ToString::to_string).collect()),
                "{values:?}"
            );
        }
    }

    #[test]
    fn why_nothing_registered_is_a_number() {
        let mobile = |value: &str| RegisteredNumbers::read(&[attribute(&[value], at(1))]).mobile;
        assert_eq!(RegisteredNumbers::read(&[attribute(&[], at(1)), attribute(&[], None)]).mobile, Mobile::Missing);
        assert_eq!(mobile("ring växeln"), Mobile::Unreadable(NotAPhone::Characters));
        assert_eq!(mobile("701740605"), Mobile::Unreadable(NotAPhone::Start));
        assert_eq!(mobile("0701740612070174060512"), Mobile::Unreadable(NotAPhone::Length));
    }

    #[test]
    fn number_is_as_old_as_the_attribute_that_has_it_longest() {
        let numbers = RegisteredNumbers::read(&[
            attribute(&["070-174 06 05 / 070-174 06 12"], at(19)),
            attribute(&["070-174 06 12", "070-174 06 13"], at(2)),
            attribute(&["070-174 06 13"], None),
        ]);
        assert_eq!(numbers.changed, at(19));
        assert_eq!(numbers.others.iter().map(|number| number.changed).collect::<Vec<_>>(), [at(2), at(2)]);
    }

    #[test]
    fn chosen_number_brings_its_own_age() {
        let numbers = RegisteredNumbers::read(&[
            attribute(&["070-174 06 05"], at(1)),
            attribute(&["070-174 06 12", "070-174 07 12"], at(19)),
        ]);
        let RegisteredNumbers { mobile, changed, others } = numbers;
        let mut account = Account { mobile, mobile_changed: changed, other_mobiles: others, ..healthy() };
        let unchanged = account.clone();
        assert!(!account.use_number(&Phone::parse("0701740699").unwrap()));
        assert_eq!(account.mobile, unchanged.mobile);
        for (typed, meant) in [
            ("05", Ok("+46701740605")),
            ("0612", Ok("+46701740612")),
            ("06 12", Ok("+46701740612")),
            ("０６１２", Ok("+46701740612")),
            ("070-174 07 12", Ok("+46701740712")),
            ("12", Err(NotANumberOf::Several)),
            ("13", Err(NotANumberOf::None)),
            ("0701740699", Err(NotANumberOf::None)),
            ("", Err(NotANumberOf::None)),
            ("x", Err(NotANumberOf::None)),
        ] {
            assert_eq!(account.number_ending(typed).map(Phone::e164), meant, "{typed}");
        }
        let other = account.number_ending("0612").unwrap().clone();
        assert!(account.use_number(&other) && account.use_number(&other));
        assert_eq!((account.mobile.phone(), account.mobile_changed), (Some(&other), at(19)));
        assert_eq!(account.other_mobiles.iter().map(|number| number.changed).collect::<Vec<_>>(), [at(1), at(19)]);
        assert!(account.use_number(&Phone::parse("0701740605").unwrap()));
        assert_eq!((account.mobile_changed, account.other_mobiles.len()), (at(1), 2));
    }
}
