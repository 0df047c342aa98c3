//! Whether an SMS can reach a number, judged by the numbering plans; and if not, what the number is instead.
//!
//! Sources: PTS, "Telefoninummerplan" (mobile services 70, 72, 73, 76, 79; machine-to-machine 719; paging 74); E.164.

use super::country::CallingCode;
use crate::domain::failure_kind::FailureKind;

/// The digits of a Swedish mobile number without its leading zero.
const SWEDISH_MOBILE: usize = 9;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SmsReach {
    SwedishMobile,
    /// Another country's number; it may or may not be a mobile.
    Foreign(CallingCode),
    /// No person reads an SMS that is sent there.
    Never(NotMobile),
}

/// What a number is that is no mobile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotMobile {
    /// A Swedish landline.
    Landline,
    /// A Swedish mobile number in which so many digits are missing.
    TooShort { missing: usize },
    /// A Swedish mobile number with so many digits too many.
    TooLong { extra: usize },
    /// Not as many digits as a mobile number of that country has.
    ForeignLength(CallingCode),
    /// A device's number (0719).
    MachineToMachine,
    /// A pager's number (074).
    Pager,
    /// A Swedish number that belongs to neither a person nor a place, such as 020 and 077.
    Service,
}

impl NotMobile {
    /// The name of the failure to send a code there; warnings and the survey of numbers have the same.
    pub fn kind(self) -> FailureKind {
        match self {
            Self::Landline => FailureKind::MobileIsLandline,
            Self::TooShort { .. } | Self::TooLong { .. } | Self::ForeignLength(_) => FailureKind::MobileHasWrongLength,
            Self::MachineToMachine => FailureKind::MobileIsMachine,
            Self::Pager => FailureKind::MobileIsPager,
            Self::Service => FailureKind::MobileIsService,
        }
    }
}

/// Judges an E.164 number without its plus sign.
pub(super) fn reach(digits: &str) -> SmsReach {
    match digits.strip_prefix("46") {
        Some(national) => swedish(national),
        None => {
            let code = CallingCode::of(digits);
            match code.allows_mobile_of(digits.len() - code.digits()) {
                true => SmsReach::Foreign(code),
                false => SmsReach::Never(NotMobile::ForeignLength(code)),
            }
        }
    }
}

/// Judges a Swedish number without its leading zero.
fn swedish(national: &str) -> SmsReach {
    let begins = |prefixes: &[&str]| prefixes.iter().any(|prefix| national.starts_with(prefix));
    SmsReach::Never(if begins(&["70", "72", "73", "76", "79"]) {
        match national.len() {
            SWEDISH_MOBILE => return SmsReach::SwedishMobile,
            digits if digits < SWEDISH_MOBILE => NotMobile::TooShort { missing: SWEDISH_MOBILE - digits },
            digits => NotMobile::TooLong { extra: digits - SWEDISH_MOBILE },
        }
    } else if begins(&["71"]) {
        NotMobile::MachineToMachine
    } else if begins(&["74"]) {
        NotMobile::Pager
    } else if begins(&["7", "20", "900", "939", "944", "99"]) {
        NotMobile::Service
    } else {
        NotMobile::Landline
    })
}

#[cfg(test)]
mod tests {
    use super::super::Phone;
    use super::*;

    #[test]
    fn number_is_judged_by_the_numbering_plan() {
        let never = |what| SmsReach::Never(what);
        for (number, reach) in [
            ("0701740605", SmsReach::SwedishMobile),
            ("072-174 06 05", SmsReach::SwedishMobile),
            ("+46 73 174 06 05", SmsReach::SwedishMobile),
            ("076-174 06 05", SmsReach::SwedishMobile),
            ("079-174 06 05", SmsReach::SwedishMobile),
            ("070-174 06 0", never(NotMobile::TooShort { missing: 1 })),
            ("070-174 06", never(NotMobile::TooShort { missing: 2 })),
            ("070-174 06 055", never(NotMobile::TooLong { extra: 1 })),
            ("0719 123 456 789", never(NotMobile::MachineToMachine)),
            ("0740-12 34 56", never(NotMobile::Pager)),
            ("0750-12 34 56", never(NotMobile::Service)),
            ("0771-12 34 56", never(NotMobile::Service)),
            ("020-12 34 56", never(NotMobile::Service)),
            ("0900-123 45 67", never(NotMobile::Service)),
            ("010-123 45 67", never(NotMobile::Landline)),
            ("08-465 004 00", never(NotMobile::Landline)),
            ("0142-36 6000", never(NotMobile::Landline)),
            ("0920-12 34 56", never(NotMobile::Landline)),
            ("0980-123 45", never(NotMobile::Landline)),
            ("+47 406 12 345", SmsReach::Foreign(CallingCode(47))),
            ("+47 406 12 34", never(NotMobile::ForeignLength(CallingCode(47)))),
            ("+358 40 123 4567", SmsReach::Foreign(CallingCode(358))),
            ("+44 7700 900123", SmsReach::Foreign(CallingCode(44))),
            ("+1 202 555 0123", SmsReach::Foreign(CallingCode(1))),
            ("+252 61 1234567", SmsReach::Foreign(CallingCode(252))),
            ("+211 912 345 678", SmsReach::Foreign(CallingCode(211))),
            ("+881 612 345 678", SmsReach::Foreign(CallingCode(881))),
        ] {
            assert_eq!(Phone::parse(number).unwrap().reach(), reach, "{number}");
        }
    }
}
