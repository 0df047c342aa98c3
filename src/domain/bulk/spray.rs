//! Detects accounts that a password-guessing machine, rather than their owners, seems to have locked. Only reports.

use jiff::{SignedDuration, Timestamp};

use super::BulkAccount;

/// Many accounts locked within a short time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PasswordSpray {
    pub accounts: usize,
    pub from: Timestamp,
    pub to: Timestamp,
}

/// A rate of lockouts that owners do not reach by themselves.
struct Pattern {
    accounts: usize,
    within: SignedDuration,
    /// These must be at least one in this many of all locked accounts.
    one_in: usize,
}

/// Password spraying tries one password on every account before the next (MITRE ATT&CK T1110.003), so its last round
/// locks accounts at a machine's pace. Common alert rules use ten accounts in five minutes to an hour, but they know
/// the source address, which an account does not show.
///
/// Owners lock their accounts independently. Three hundred in two hours, after a holiday, are two or three a minute;
/// three times that rate at eight o'clock is about forty in five minutes. Since old lockouts expire, the remaining ones
/// look closer together; so the patterns rest on the rate, not on the time between the first and the last.
///
/// The number of wrong passwords shows nothing: every locked account has reached the threshold.
const PATTERNS: [Pattern; 2] = [
    Pattern { accounts: 50, within: SignedDuration::from_mins(5), one_in: usize::MAX },
    // A short list of little else.
    Pattern { accounts: 10, within: SignedDuration::from_mins(1), one_in: 2 },
];

impl PasswordSpray {
    /// Checks when the locked ones of these accounts were locked.
    pub fn detect<'a>(accounts: impl IntoIterator<Item = &'a BulkAccount>) -> Option<Self> {
        let locked = accounts.into_iter().filter(|account| account.locked);
        let mut times: Vec<Timestamp> = locked.filter_map(|account| account.locked_since).collect();
        times.sort_unstable();
        PATTERNS.iter().find_map(|pattern| {
            let most = busiest(&times, pattern.within)?;
            let matches = most.len() >= pattern.accounts && most.len() >= times.len() / pattern.one_in;
            matches.then(|| Self { accounts: most.len(), from: most[0], to: most[most.len() - 1] })
        })
    }
}

/// Returns the longest run of the sorted `times` within `span`; the earliest of equally long ones.
fn busiest(times: &[Timestamp], span: SignedDuration) -> Option<&[Timestamp]> {
    let (mut start, mut most) = (0, times.get(..1)?);
    for (end, last) in times.iter().enumerate() {
        while last.duration_since(times[start]) > span {
            start += 1;
        }
        if end + 1 - start > most.len() {
            most = &times[start..=end];
        }
    }
    Some(most)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::bulk::tests;

    /// Accounts locked so many seconds after eight in the morning.
    fn locked(seconds: impl IntoIterator<Item = i64>) -> Vec<BulkAccount> {
        let eight: Timestamp = "2026-01-07T07:00:00Z".parse().unwrap();
        let locked_since = |seconds| Some(eight + SignedDuration::from_secs(seconds));
        let candidate = |seconds| BulkAccount { locked_since: locked_since(seconds), ..tests::locked("x", 0) };
        seconds.into_iter().map(candidate).collect()
    }

    fn seen(seconds: impl IntoIterator<Item = i64>) -> Option<usize> {
        PasswordSpray::detect(&locked(seconds)).map(|spray| spray.accounts)
    }

    #[test]
    fn morning_after_holiday_is_no_spray() {
        assert_eq!(seen((0..300).map(|n| n * 24)), None, "evenly over two hours");
        let rush = (0..45).map(|n| n * 13).chain((0..225).map(|n| 600 + n * 24));
        assert_eq!(seen(rush), None, "most of them at eight");
        assert_eq!(seen((0..25).map(|n| n * 24)), None, "all that ten minutes' locks leave to be seen");
        assert_eq!(seen(0..9), None, "a classroom");
        assert_eq!(seen([]), None);
    }

    #[test]
    fn spray_is_detected() {
        assert_eq!(seen(0..300), Some(300), "in five minutes");
        assert_eq!(seen((0..20_000).map(|n| n / 2)), Some(602), "however long it goes on");
        let among_others = (0..300).map(|n| n * 24).chain((0..60).map(|n| 3000 + n * 4));
        assert!(seen(among_others) >= Some(60), "on a busy morning");
        assert_eq!(seen((0..12).map(|n| n * 2).chain([500, 900, 5000])), Some(12), "of a short list");
    }

    #[test]
    fn spray_has_first_and_last_lockout() {
        let [first, last] = [100, 159].map(|second| locked([second])[0].locked_since.unwrap());
        let spray = PasswordSpray::detect(&locked((100..160).chain(7000..7060))).unwrap();
        assert_eq!(spray, PasswordSpray { accounts: 60, from: first, to: last });
    }

    #[test]
    fn only_locked_accounts_with_time_count() {
        let mut candidates = locked(0..300);
        candidates.iter_mut().for_each(|candidate| candidate.locked = false);
        assert_eq!(PasswordSpray::detect(&candidates), None);
        candidates.iter_mut().for_each(|candidate| (candidate.locked, candidate.locked_since) = (true, None));
        assert_eq!(PasswordSpray::detect(&candidates), None);
    }

    proptest! {
        #[test]
        fn busiest_span_is_the_one_found_by_trying_all(
            seconds in prop::collection::vec(0i64..1000, 0..60), span in 0i64..300,
        ) {
            let mut times: Vec<_> = locked(seconds).iter().filter_map(|candidate| candidate.locked_since).collect();
            times.sort_unstable();
            let span = SignedDuration::from_secs(span);
            let count = |from: &Timestamp| {
                times.iter().filter(|time| *time >= from && time.duration_since(*from) <= span).count()
            };
            let found = busiest(&times, span).map_or(0, <[Timestamp]>::len);
            prop_assert_eq!(found, times.iter().map(count).max().unwrap_or(0));
        }

        #[test]
        fn lockouts_at_random_times_of_two_hours_are_no_spray(seconds in prop::collection::vec(0i64..7200, 300)) {
            prop_assert_eq!(seen(seconds), None);
        }

        #[test]
        fn spray_is_detected_among_other_lockouts(
            others in prop::collection::vec(0i64..7200, 0..300), start in 0i64..6000, within in 1i64..300,
        ) {
            prop_assert!(seen(others.into_iter().chain((0..300).map(|n| start + n * within / 300))) >= Some(300));
        }
    }
}
