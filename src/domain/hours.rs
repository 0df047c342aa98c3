//! The hours of the week in which an account may sign in (logonHours, MS-ADA1): one bit for each hour in UTC, starting
//! with Sunday 00:00, the lowest bit of each byte first.

use jiff::Timestamp;

/// Hours in a week.
const WEEK: i64 = 7 * 24;
const HOUR: i64 = 3600;
/// Day of the week of the epoch: a Thursday.
const EPOCH_DAY: i64 = 4;

/// When an account may sign in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LogonHours(Option<[u8; 21]>);

impl LogonHours {
    /// Parses the directory's value. A value of another length than 21 bytes limits nothing, as for controllers.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        Self(bytes.try_into().ok().filter(|bits: &[u8; 21]| bits.iter().any(|byte| *byte != u8::MAX)))
    }

    /// Whether there are hours in which signing in is forbidden.
    pub fn are_limited(&self) -> bool {
        self.0.is_some()
    }

    /// Whether signing in is allowed at this time.
    pub fn allow(&self, at: Timestamp) -> bool {
        self.allow_hour(hour(at))
    }

    /// When signing in will be allowed, if it is forbidden `now`. `None` also when it never will.
    pub fn begin(&self, now: Timestamp) -> Option<Timestamp> {
        self.change(now, true)
    }

    /// When signing in will be forbidden, if it is allowed `now`.
    pub fn end(&self, now: Timestamp) -> Option<Timestamp> {
        self.change(now, false)
    }

    fn change(&self, now: Timestamp, to: bool) -> Option<Timestamp> {
        let first = now.as_second().div_euclid(HOUR);
        let next = (first..=first + WEEK).find(|hour| self.allow_hour(*hour) == to)?;
        // Equal when the current hour already is as asked: no change.
        (next > first).then(|| Timestamp::from_second(next * HOUR).ok()).flatten()
    }

    /// Whether signing in is allowed in an hour, counted from the epoch.
    fn allow_hour(&self, hour: i64) -> bool {
        let Some(bits) = &self.0 else { return true };
        let bit = usize::try_from((hour + EPOCH_DAY * 24).rem_euclid(WEEK)).unwrap_or_default();
        bits.get(bit / 8).is_some_and(|byte| byte >> (bit % 8) & 1 == 1)
    }
}

fn hour(at: Timestamp) -> i64 {
    at.as_second().div_euclid(HOUR)
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
        assert_eq!((hours.begin(before), hours.end(before)), (Some(at("2026-05-04T06:00:00Z")), None));
        assert_eq!((hours.begin(within), hours.end(within)), (None, Some(at("2026-05-04T18:00:00Z"))));
        assert_eq!(hours.begin(at("2026-05-04T18:00:00Z")), Some(at("2026-05-11T06:00:00Z")));
    }

    #[test]
    fn hours_may_allow_all_or_nothing() {
        let now = at("2026-05-04T12:17:00Z");
        for always in [LogonHours::default(), LogonHours::from_bytes(&[0xff; 21]), LogonHours::from_bytes(&[0; 20])] {
            assert!(!always.are_limited() && always.allow(now) && always.end(now).is_none());
        }
        let never = LogonHours::from_bytes(&[0; 21]);
        assert!(never.are_limited() && !never.allow(now) && never.begin(now).is_none());
    }

    proptest! {
        #[test]
        fn what_begins_is_allowed(bits: [u8; 21], second in -60_000_000_000_i64..250_000_000_000) {
            let (hours, now) = (LogonHours::from_bytes(&bits), Timestamp::from_second(second).unwrap());
            if let Some(begin) = hours.begin(now) {
                prop_assert!(begin > now && !hours.allow(now) && hours.allow(begin));
            }
            if let Some(end) = hours.end(now) {
                prop_assert!(end > now && hours.allow(now) && !hours.allow(end));
            }
        }
    }
}
