//! Calling codes of countries, and how long their mobile numbers are. Names no country: texts do.
//!
//! Sources: ITU-T E.164 (how many digits a code has); libphonenumber's metadata 2026 (lengths). Only countries whose
//! mobile numbers have few lengths are listed: a length that is missing here refuses nothing.

use std::ops::RangeInclusive;

/// A country's calling code: 46 for Sweden.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CallingCode(pub u16);

/// The codes of one and two digits; the others have three.
const SHORT: [&str; 46] = [
    "1", "7", "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48",
    "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84",
    "86", "90", "91", "92", "93", "94", "95", "98",
];

/// How many digits a mobile number has after the calling code: the fewest and the most. None of these begins with 0.
#[rustfmt::skip]
const MOBILES: [(u16, usize, usize); 61] = [
    (1, 10, 10), (7, 10, 10), (20, 10, 10), (30, 10, 10), (31, 9, 9), (32, 9, 9), (33, 9, 9), (34, 9, 9), (36, 9, 9),
    (40, 9, 9), (41, 9, 9), (44, 10, 10), (45, 8, 8), (47, 8, 8), (48, 9, 9), (49, 10, 11), (61, 9, 9), (63, 10, 10),
    (64, 8, 10), (66, 9, 9), (84, 9, 9), (86, 11, 11), (90, 10, 10), (91, 10, 10), (92, 10, 10), (93, 9, 9),
    (98, 10, 10), (212, 9, 9), (251, 9, 9), (252, 7, 9), (291, 7, 7), (298, 6, 6), (299, 6, 6), (351, 9, 9),
    (353, 9, 9), (354, 7, 9), (355, 9, 9), (356, 8, 8), (357, 8, 8), (358, 6, 10), (359, 8, 9), (370, 8, 8),
    (371, 8, 8), (372, 7, 8), (373, 8, 8), (375, 9, 9), (380, 9, 9), (381, 8, 10), (382, 8, 8), (383, 8, 8),
    (385, 8, 9), (386, 8, 8), (387, 8, 9), (389, 8, 8), (420, 9, 9), (421, 9, 9), (961, 7, 8), (962, 9, 9),
    (963, 9, 9), (964, 10, 10), (970, 9, 9),
];

/// The codes of three digits that belong to no country, network or service, as the first and the last of a range: spare in
/// the list of assigned codes (ITU-T E.164), or 999, which is reserved. Those that are reserved for a known use, or were
/// in use lately, are not listed.
#[rustfmt::skip]
const UNASSIGNED: [(u16, u16); 24] = [
    (210, 210), (214, 215), (217, 217), (219, 219), (259, 259), (280, 289), (292, 296), (384, 384), (422, 422),
    (424, 429), (671, 671), (684, 684), (693, 699), (801, 807), (809, 809), (830, 839), (851, 851), (854, 854),
    (857, 859), (884, 885), (887, 887), (889, 899), (990, 990), (999, 999),
];

impl CallingCode {
    /// Returns the code that `digits`, an E.164 number without its plus sign, begin with.
    pub(super) fn of(digits: &str) -> Self {
        let short = SHORT.iter().find(|code| digits.starts_with(**code));
        let code = short.copied().or_else(|| digits.get(..3)).unwrap_or(digits);
        Self(code.parse().unwrap_or(0))
    }

    /// Whether the code belongs to somebody.
    pub(super) fn is_assigned(self) -> bool {
        !UNASSIGNED.iter().any(|(first, last)| (*first..=*last).contains(&self.0))
    }

    /// Whether a mobile number of this country can have so many digits after the code.
    pub(super) fn allows_mobile_of(self, digits: usize) -> bool {
        self.mobile_lengths().is_none_or(|lengths| lengths.contains(&digits))
    }

    /// Whether a 0 after the code is only dialled within the country: `+44 07700 900123`.
    pub(super) fn has_trunk_zero(self) -> bool {
        self.0 == 46 || self.mobile_lengths().is_some()
    }

    fn mobile_lengths(self) -> Option<RangeInclusive<usize>> {
        MOBILES.iter().find(|(code, ..)| *code == self.0).map(|(_, fewest, most)| *fewest..=*most)
    }

    /// How many digits the code itself has.
    pub(super) fn digits(self) -> usize {
        match self.0 {
            0..=9 => 1,
            10..=99 => 2,
            _ => 3,
        }
    }
}
