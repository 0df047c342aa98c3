//! Phone numbers, normalised to E.164 for comparing, dialling and masking.
//!
//! A full numbering-plan library costs 40–80 crates and 10–60 ms at the first number; of other countries only the
//! lengths of mobile numbers are needed.

mod country;
mod notation;
mod reach;

use std::fmt;

pub use country::CallingCode;
pub use notation::numbers_in;
pub(in crate::domain) use notation::{plain, plain_digit};
pub use reach::{NotMobile, SmsReach};

/// In E.164: `+`, country code, subscriber; 8 to 15 digits.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Phone(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAPhone {
    /// Other characters than digits and the usual separators.
    #[error("letters or signs that no phone number has")]
    Characters,
    /// Neither a country code nor a leading zero, so the number is ambiguous.
    #[error("neither a country code nor a leading zero")]
    Start,
    /// Too few or too many digits.
    #[error("a wrong count of digits")]
    Length,
    /// A country code that is assigned to nobody.
    #[error("a country code that is not assigned")]
    Country,
    /// More than one number.
    #[error("more than one number")]
    Several,
}

impl Phone {
    /// Parses any usual notation: `070-174 06 05`, `+46 (0)70 174 06 05`, `0046701740605`, `46701740605`. A number
    /// without country code is Swedish.
    pub fn parse(text: &str) -> Result<Self, NotAPhone> {
        notation::single_number(text)
    }

    /// Normalises the digits of one number.
    fn from_digits(plus: bool, digits: &str) -> Result<Self, NotAPhone> {
        let subscriber = if digits.is_empty() {
            return Err(NotAPhone::Characters);
        } else if plus {
            digits.to_owned()
        } else if let Some(rest) = digits.strip_prefix("00") {
            rest.to_owned()
        } else if let Some(rest) = digits.strip_prefix('0') {
            format!("46{rest}")
        } else if digits.starts_with("46") {
            digits.to_owned()
        } else {
            return Err(NotAPhone::Start);
        };
        // "+46070…" is a common way of writing it.
        let code = CallingCode::of(&subscriber);
        let (country, rest) = subscriber.split_at(code.digits().min(subscriber.len()));
        let subscriber = match rest.strip_prefix('0').filter(|_| code.has_trunk_zero()) {
            Some(rest) if rest.starts_with('0') => return Err(NotAPhone::Length),
            Some(rest) => format!("{country}{rest}"),
            None => subscriber,
        };
        if !(8..=15).contains(&subscriber.len()) || subscriber.starts_with('0') {
            Err(NotAPhone::Length)
        } else if !code.is_assigned() {
            Err(NotAPhone::Country)
        } else {
            Ok(Self(format!("+{subscriber}")))
        }
    }

    fn is_swedish(&self) -> bool {
        self.0.starts_with("+46")
    }

    /// Returns the E.164 form: `+46701740605`.
    pub fn e164(&self) -> &str {
        &self.0
    }

    /// Returns the digits without the plus sign: `46701740605`.
    pub fn digits(&self) -> &str {
        self.0.trim_start_matches('+')
    }

    /// Returns the digits that all notations share, with or without country code.
    pub fn significant(&self) -> &str {
        self.0.strip_prefix("+46").unwrap_or(self.digits())
    }

    pub fn reach(&self) -> SmsReach {
        reach::reach(self.digits())
    }

    /// Masks all but the last two digits: a caller can recognise the number but nobody can learn it.
    pub fn masked(&self) -> String {
        let hidden = self.digits().len() - 2;
        format!("{}{}", "*".repeat(hidden), &self.digits()[hidden..])
    }
}

/// Prints masked: a full number belongs only in an SMS request.
impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Phone({})", self.masked())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn number_is_parsed_in_every_usual_writing() {
        for writing in [
            "0701740605",
            "070-174 06 05",
            "070 174 06 05",
            "070/1740605",
            "+46701740605",
            "+46 70 174 06 05",
            "+46 (0)70 174 06 05",
            "+46(0)701740605",
            "0046701740605",
            "0046 (0)70-174 06 05",
            "46701740605",
            "+46 070 174 06 05",
            " 070\u{2011}174\u{a0}06\u{a0}05 ",
            "(070) 174 06 05",
            "(+46) 70-174 06 05",
            "\u{202a}070-174 06 05\u{202c}",
            "070\u{2013}174\u{a0}06\u{a0}05",
            "０７０１７４０６０５",
        ] {
            assert_eq!(Phone::parse(writing).map(|p| p.0), Ok("+46701740605".into()), "{writing}");
        }
    }

    #[test]
    fn text_that_is_not_one_number_is_rejected() {
        for (text, why) in [
            ("", NotAPhone::Characters),
            ("-", NotAPhone::Characters),
            ("112", NotAPhone::Start),
            ("0112", NotAPhone::Length),
            ("701740605", NotAPhone::Start),
            ("jesrab01", NotAPhone::Characters),
            ("070174060x", NotAPhone::Characters),
            ("0701+740605", NotAPhone::Characters),
            ("+4670174060512345", NotAPhone::Length),
            ("+0701740605", NotAPhone::Length),
            ("+46 00701740605", NotAPhone::Length),
            ("+1234567", NotAPhone::Length),
            ("+999 12345678", NotAPhone::Country),
            ("00210 123 456 78", NotAPhone::Country),
            ("+384 12 345 678", NotAPhone::Country),
            ("070-174 06 05 (privat)", NotAPhone::Characters),
            ("070-1740612 / 070-1740605", NotAPhone::Several),
            ("0701740612 0701740605", NotAPhone::Several),
            ("77777777777777777777", NotAPhone::Start),
            ("777777777777777777777", NotAPhone::Length),
            ("+47 406 12 345 / 12 345", NotAPhone::Several),
        ] {
            assert_eq!(Phone::parse(text), Err(why), "{text}");
        }
    }

    #[test]
    fn masked_number_shows_two_digits() {
        let phone = Phone::parse("0701740605").unwrap();
        assert_eq!(phone.masked(), "*********05");
        assert_eq!(format!("{phone:?}"), "Phone(*********05)");
    }

    /// Gateways want the number with or without the plus sign; a directory is searched for what all writings share.
    #[test]
    fn number_has_forms_for_gateways_and_for_searching() {
        for (text, e164, digits, significant) in [
            ("0701740605", "+46701740605", "46701740605", "701740605"),
            ("+47 406 12 345", "+4740612345", "4740612345", "4740612345"),
            ("+44 07700 900123", "+447700900123", "447700900123", "447700900123"),
            ("+225 07 12 34 56 78", "+2250712345678", "2250712345678", "2250712345678"),
            ("+12345678", "+12345678", "12345678", "12345678"),
        ] {
            let phone = Phone::parse(text).unwrap();
            assert_eq!((phone.e164(), phone.digits(), phone.significant()), (e164, digits, significant));
        }
    }

    proptest! {
        #[test]
        fn any_text_is_survived(text in "\\PC*") {
            if let Ok(phone) = Phone::parse(&text) {
                prop_assert_eq!(Phone::parse(phone.e164()), Ok(phone.clone()));
                let _ = (phone.masked(), phone.reach(), phone.significant());
            }
        }
    }
}
