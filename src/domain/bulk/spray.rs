//! Detects password spraying: accounts that seem to be locked by a program that guesses passwords instead of by their
//! owners. Only a warning; stops nothing.

use jiff::{SignedDuration, Timestamp};

use super::BulkAccount;

/// Many accounts that were locked in a short time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PasswordSpray {
    /// How many accounts.
    pub accounts: usize,
    /// When the first was locked.
    pub from: Timestamp,
    /// When the last was locked.
    pub to: Timestamp,
}

/// A rate of lockouts that people do not reach.
struct Sign {
    accounts: usize,
    within: SignedDuration,
    /// The least share of all locked accounts that they must be, as one in this many.
    one_in: usize,
}

/// A spray tries one password on every account of a list before the next (MITRE ATT&CK T1110.003), so its last round
/// locks accounts at a machine's rate. Common log rules raise an alarm at ten accounts in five minutes to an hour, but
/// they know the source, which an account does not tell.
///
/// Owners lock their accounts independently. Three hundred in two hours, after a holiday, are two or three a minute;
/// three times that at eight o'clock are some forty in five minutes. Since locks end soon, only recent ones are seen,
/// and they look closer together. The rules therefore look at the rate, not at the time between the first and the last.
///
/// Counts of wrong passwords tell nothing: every locked account has as many as lock it.
const SIGNS: [Sign; 2] = [
    Sign { accounts: 50, within: SignedDuration::from_mins(5), one_in: usize::MAX },
    // A short list, when few other accounts are locked.
    Sign { accounts: 10, within: SignedDuration::from_mins(1), one_in: 2 },
];

impl PasswordSpray {
    /// Detects a spray from when the locked ones of `candidates` were locked.
    pub fn seen_in<'a>(candidates: impl IntoIterator<Item = &'a BulkAccount>) -> Option<Self> {
        let locked = candidates.into_iter().filter(|candidate| candidate.locked);
        let mut times: Vec<Timestamp> = locked.filter_map(|candidate| candidate.locked_since).collect();
        times.sort_unstable();
        SIGNS.iter().find_map(|sign| {
            let most = busiest(&times, sign.within)?;
            let telling = most.len() >= sign.accounts && most.len() >= times.len() / sign.one_in;
            telling.then(|| Self { accounts: most.len(), from: most[0], to: most[most.len() - 1] })
        })
    }
}

/// Returns the most of the sorted `times` within one `span`; the earliest of several that are equally many.
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
    use crate::domain::account::{AccountId, AccountName};

    /// Accounts locked so many seconds after eight in the morning.
    fn locked(seconds: impl IntoIterator<Item = i64>) -> Vec<BulkAccount> {
        let eight: Timestamp = "2026-01-07T07:00:00Z".parse().unwrap();
        let candidate = |seconds| BulkAccount {
            id: AccountId::from_bytes([0; 16]),
            name: AccountName::parse("x").unwrap(),
            dn: String::new(),
            display_name: None,
            locked: true,
            locked_since: Some(eight + SignedDuration::from_secs(seconds)),
            wrong_tries: 5,
            disabled: false,
            expired: false,
            smartcard_required: false,
            protected: None,
            may_unlock: true,
        };
        seconds.into_iter().map(candidate).collect()
    }

    fn seen(seconds: impl IntoIterator<Item = i64>) -> Option<usize> {
        PasswordSpray::seen_in(&locked(seconds)).map(|spray| spray.accounts)
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
        let spray = PasswordSpray::seen_in(&locked((100..160).chain(7000..7060))).unwrap();
        assert_eq!(spray, PasswordSpray { accounts: 60, from: first, to: last });
    }

    #[test]
    fn only_locked_accounts_with_time_count() {
        let mut candidates = locked(0..300);
        candidates.iter_mut().for_each(|candidate| candidate.locked = false);
        assert_eq!(PasswordSpray::seen_in(&candidates), None);
        candidates.iter_mut().for_each(|candidate| (candidate.locked, candidate.locked_since) = (true, None));
        assert_eq!(PasswordSpray::seen_in(&candidates), None);
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
