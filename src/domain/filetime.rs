//! Converts Active Directory's times (100 ns steps since 1601-01-01 UTC) and durations (negative counts of the same
//! steps; MS-ADTS 2.2.1, MS-DTYP 2.3.3).
//!
//! All conversions are checked, since an attribute may hold any 64-bit number.

use jiff::{SignedDuration, Timestamp};

/// 100 ns steps between 1601-01-01 and 1970-01-01.
const UNIX_EPOCH: i64 = 116_444_736_000_000_000;

/// Converts a FILETIME. `None` for 0 and `i64::MAX`, which mean "never" or "not set", and for times out of range.
pub fn timestamp(filetime: i64) -> Option<Timestamp> {
    if filetime == 0 || filetime == i64::MAX {
        return None;
    }
    let nanoseconds = (i128::from(filetime) - i128::from(UNIX_EPOCH)) * 100;
    Timestamp::from_nanosecond(nanoseconds).ok()
}

/// Converts to a FILETIME, truncated to 100 ns.
pub fn filetime(time: Timestamp) -> i64 {
    let steps = time.as_nanosecond() / 100 + i128::from(UNIX_EPOCH);
    i64::try_from(steps).unwrap_or(i64::MAX)
}

/// Converts a stored duration. `None` for 0 and `i64::MIN`, which mean "never" or "until someone unlocks".
pub fn duration(stored: i64) -> Option<SignedDuration> {
    if stored == 0 || stored == i64::MIN {
        return None;
    }
    let steps = stored.checked_abs()?;
    let seconds = steps / 10_000_000;
    let nanoseconds = i32::try_from(steps % 10_000_000).ok()? * 100;
    Some(SignedDuration::new(seconds, nanoseconds))
}

/// Converts to a stored duration.
pub fn stored_duration(span: Option<SignedDuration>) -> i64 {
    let Some(span) = span else { return 0 };
    i64::try_from(-(span.as_nanos() / 100)).unwrap_or(i64::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn never_has_no_time() {
        assert_eq!(timestamp(0), None);
        assert_eq!(timestamp(i64::MAX), None);
        assert_eq!(duration(i64::MIN), None);
    }

    #[test]
    fn known_values() {
        // 2000-01-01 00:00:00 UTC, from the Windows documentation of FILETIME arithmetic.
        assert_eq!(timestamp(125_911_584_000_000_000).unwrap().to_string(), "2000-01-01T00:00:00Z");
        for (stored, length) in [
            (0, None),
            (-18_000_000_000, Some(SignedDuration::from_mins(30))),
            (-15_000_000, Some(SignedDuration::from_millis(1500))),
        ] {
            assert_eq!((duration(stored), stored_duration(length)), (length, stored));
        }
    }

    proptest! {
        #[test]
        fn any_number_is_survived(n: i64) {
            let _ = (timestamp(n), duration(n));
        }

        #[test]
        fn there_and_back(seconds in -11_644_473_600_i64..253_402_300_799, steps in 0_i32..10_000_000) {
            let t = Timestamp::new(seconds, 0).unwrap() + SignedDuration::from_nanos(i64::from(steps) * 100);
            prop_assume!(filetime(t) != 0);
            prop_assert_eq!(timestamp(filetime(t)), Some(t));
        }
    }
}
