//! The hours of the week in which an account may sign in (logonHours, MS-ADA1): one bit per hour in UTC, starting
//! Sunday 00:00, lowest bit first.

use jiff::Timestamp;

const HOURS_PER_WEEK: i64 = 7 * 24;
const SECONDS_PER_HOUR: i64 = 3600;
/// 1970-01-01 was a Thursday.
const EPOCH_WEEKDAY: i64 = 4;

/// Permitted hours; `None`: all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LogonHours(Option<[u8; 21]>);

impl LogonHours {
    /// Parses logonHours. Any other length means no restriction, as controllers treat it.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        Self(bytes.try_into().ok().filter(|bits: &[u8; 21]| bits.iter().any(|byte| *byte != u8::MAX)))
    }

    pub fn are_limited(&self) -> bool {
        self.0.is_some()
    }

    /// Whether sign-in is allowed at this time.
    pub fn allow(&self, at: Timestamp) -> bool {
        self.allow_hour(hour(at))
    }

    /// When sign-in is next allowed, if it is not `now`; `None` also if it never is.
    pub fn next_allowed(&self, now: Timestamp) -> Option<Timestamp> {
        self.change(now, true)
    }

    /// When sign-in stops being allowed, if it is `now`.
    pub fn next_denied(&self, now: Timestamp) -> Option<Timestamp> {
        self.change(now, false)
    }

    fn change(&self, now: Timestamp, to: bool) -> Option<Timestamp> {
        let first = hour(now);
        let next = (first..=first + HOURS_PER_WEEK).find(|hour| self.allow_hour(*hour) == to)?;
        // The current hour is not a change.
        (next > first).then(|| Timestamp::from_second(next * SECONDS_PER_HOUR).ok()).flatten()
    }

    /// `hour` counts from the Unix epoch.
    fn allow_hour(&self, hour: i64) -> bool {
        let Some(bits) = &self.0 else { return true };
        let bit = usize::try_from((hour + EPOCH_WEEKDAY * 24).rem_euclid(HOURS_PER_WEEK)).unwrap_or_default();
        bits.get(bit / 8).is_some_and(|byte| byte >> (bit % 8) & 1 == 1)
    }
}

fn hour(at: Timestamp) -> i64 {
    at.as_second().div_euclid(SECONDS_PER_HOUR)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    /// Only these hours of the week.
    fn only(hours: impl IntoIterator<Item = usize>) -> LogonHours {
        let mut bits = [0; 21];
        hours.into_iter().for_each(|hour| bits[hour / 8] |= 1 << (hour % 8));
        LogonHours::from_bytes(&bits)
    }

    #[test]
    fn first_bit_is_sunday_midnight() {
        let hours = only([0]);
        // A Sunday.
        assert!(hours.allow(at("2026-05-03T00:00:00Z")) && hours.allow(at("2026-05-03T00:59:59Z")));
        assert!(!hours.allow(at("2026-05-03T01:00:00Z")) && !hours.allow(at("2026-05-02T23:59:59Z")));
    }

    #[test]
    fn hours_begin_and_end() {
        // Monday 06:00 to 17:59 UTC.
        let hours = only(30..42);
        let (before, within) = (at("2026-05-03T22:17:00Z"), at("2026-05-04T12:17:00Z"));
        assert_eq!((hours.next_allowed(before), hours.next_denied(before)), (Some(at("2026-05-04T06:00:00Z")), None));
        assert_eq!((hours.next_allowed(within), hours.next_denied(within)), (None, Some(at("2026-05-04T18:00:00Z"))));
        assert_eq!(hours.next_allowed(at("2026-05-04T18:00:00Z")), Some(at("2026-05-11T06:00:00Z")));
    }

    #[test]
    fn hours_may_allow_all_or_nothing() {
        let now = at("2026-05-04T12:17:00Z");
        for always in [LogonHours::default(), LogonHours::from_bytes(&[0xff; 21]), LogonHours::from_bytes(&[0; 20])] {
            assert!(!always.are_limited() && always.allow(now) && always.next_denied(now).is_none());
        }
        let never = LogonHours::from_bytes(&[0; 21]);
        assert!(never.are_limited() && !never.allow(now) && never.next_allowed(now).is_none());
    }

    proptest! {
        #[test]
        fn what_begins_is_allowed(bits: [u8; 21], second in -60_000_000_000_i64..250_000_000_000) {
            let (hours, now) = (LogonHours::from_bytes(&bits), Timestamp::from_second(second).unwrap());
            if let Some(begin) = hours.next_allowed(now) {
                prop_assert!(begin > now && !hours.allow(now) && hours.allow(begin));
            }
            if let Some(end) = hours.next_denied(now) {
                prop_assert!(end > now && hours.allow(now) && !hours.allow(end));
            }
        }
    }
}
