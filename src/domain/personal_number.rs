//! Swedish personal numbers, which an operator may type for a caller. They are searched where the configuration says in
//! which attribute, and shown, stored and logged nowhere.

use std::fmt;

use jiff::civil::Date;

/// With the century: 12 digits.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonalNumber(String);

/// What stands for a number wherever it would be shown.
const HIDDEN: &str = "********-****";

impl PersonalNumber {
    /// Recognises `YYYYMMDD-NNNN` with or without the hyphen, and `YYMMDD-NNNN` unless it may be a phone number: with a
    /// date (of coordination numbers, the day has 60 added). Digits alone must also have their check digit (Luhn;
    /// Skatteverket, SKV 704), as they may be a user name; a number that was misheard by one digit is still somebody's.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let (date, rest) = text.split_at_checked(text.len().checked_sub(5)?)?;
        let is_split = date.bytes().all(|b| b.is_ascii_digit()) && rest.starts_with(['-', '+', ' ']);
        let full = match digits.len() {
            12 if is_split || text.len() == 12 => digits,
            10 if is_split && !text.starts_with('0') => {
                // With a plus, after the 100th birthday.
                let century = if *digits < *"30" { 20 } else { 19 } - i32::from(rest.starts_with('+'));
                format!("{century}{digits}")
            }
            _ => return None,
        };
        let number = |range: std::ops::Range<usize>| full.get(range).and_then(|digits| digits.parse::<i16>().ok());
        let (year, month, day) = (number(0..4)?, number(4..6)?, number(6..8)?);
        let day = if day > 60 { day - 60 } else { day };
        let is_date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).is_ok();
        let is_number = is_date && (1850..2100).contains(&year) && (is_split || has_check_digit(full.get(2..)?));
        is_number.then_some(Self(full))
    }

    /// The ways in which a directory may hold it.
    pub fn spellings(&self) -> [String; 4] {
        let (date, rest) = self.0.split_at(8);
        let short = date.split_at(2).1;
        [self.0.clone(), format!("{date}-{rest}"), format!("{short}-{rest}"), format!("{short}{rest}")]
    }
}

/// Doubles every other digit, from the first, and adds the digits of all.
fn has_check_digit(digits: &str) -> bool {
    let digits = digits.bytes().map(|digit| u32::from(digit - b'0')).enumerate();
    let doubled = digits.map(|(place, digit)| if place % 2 == 0 { 2 * digit } else { digit });
    doubled.map(|number| number / 10 + number % 10).sum::<u32>() % 10 == 0
}

impl fmt::Debug for PersonalNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HIDDEN)
    }
}

impl fmt::Display for PersonalNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HIDDEN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn personal_numbers_are_recognised() {
        let number = PersonalNumber("198805121236".into());
        for text in ["19880512-1236", "198805121236", " 19880512 1236 ", "880512-1236"] {
            assert_eq!(PersonalNumber::parse(text), Some(number.clone()), "{text}");
        }
        for text in [
            "198805121237",
            "19881312-1236",
            "19880500-1236",
            "8805121236",
            "080512-1233",
            "070-174 06 11",
            "0701740611",
            "+46701740611",
            "jesrab01",
            "",
            "åäö",
            "1988-05121236",
        ] {
            assert_eq!(PersonalNumber::parse(text), None, "{text}");
        }
        assert!(PersonalNumber::parse("19701063-2391").is_some(), "the day of a coordination number is 60 later");
        for text in ["19880512-1237", "880512-1237", "880512+1237"] {
            assert!(PersonalNumber::parse(text).is_some(), "{text}: one digit was misheard");
        }
    }

    #[test]
    fn number_is_shown_nowhere() {
        let number = PersonalNumber::parse("19880512-1236").unwrap();
        assert_eq!(format!("{number} {number:?}"), format!("{HIDDEN} {HIDDEN}"));
        assert_eq!(number.spellings(), ["198805121236", "19880512-1236", "880512-1236", "8805121236"]);
    }

    proptest! {
        #[test]
        fn any_text_is_survived(text in "\\PC{0,20}", digits in "[0-9]{12}") {
            let _ = PersonalNumber::parse(&text);
            // One check digit of ten fits.
            if PersonalNumber::parse(&digits).is_some() {
                let last = digits.chars().last().unwrap().to_digit(10).unwrap();
                let other = format!("{}{}", &digits[..digits.len() - 1], (last + 1) % 10);
                prop_assert_eq!(PersonalNumber::parse(&other), None);
            }
        }
    }
}
