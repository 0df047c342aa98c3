//! Limits for any sequence of times, and clocks that are set back and forth.

use jiff::{SignedDuration, Timestamp};
use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

const YEAR: i64 = 365 * 24 * 3600;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + second).unwrap()
}

fn all(seconds: &[i64]) -> Vec<Timestamp> {
    seconds.iter().copied().map(at).collect()
}

fn no_gap() -> CodeLimits {
    CodeLimits { resend: SignedDuration::ZERO, ..CodeLimits::default() }
}

#[test]
fn limit_that_ends_last_is_told() {
    let limits = CodeLimits { sends_per_hour: 2, sends_per_day: 3, ..CodeLimits::default() };
    let send = |account: &[i64], number: &[i64], now| limits.check_send(&all(account), &all(number), at(now));
    let not_yet = |limit, again| Err(RateLimited { limit, again: at(again) });
    assert_eq!(send(&[], &[], 0), Ok(()));
    assert_eq!(send(&[0], &[0], 29), not_yet(SendLimit::Gap, 30));
    assert_eq!(send(&[0], &[0], 30), Ok(()));
    assert_eq!(send(&[], &[0], 1), Ok(()), "the gap is the account's");
    assert_eq!(send(&[60, 0], &[60, 0], 70), not_yet(SendLimit::Hour(Share::Account), 3600));
    assert_eq!(send(&[0], &[60, 0], 70), not_yet(SendLimit::Hour(Share::Number), 3600));
    assert_eq!(send(&[0, 60], &[0, 60], 3600), Ok(()));
    assert_eq!(send(&[0, 60, 4000], &[], 8000), not_yet(SendLimit::Day(Share::Account), 86_400));
    assert_eq!(send(&[], &[0, 60, 4000], 86_399), not_yet(SendLimit::Day(Share::Number), 86_400));
    assert_eq!(send(&[0, 60, 4000], &[0, 60, 4000], 86_400), Ok(()));
}

#[test]
fn wrong_codes_close_and_time_opens() {
    let limits = CodeLimits { wrong_codes_per_day: 3, ..CodeLimits::default() };
    let closed = |wrong: &[i64], now| limits.closed_until(&all(wrong), at(now));
    assert_eq!(closed(&[0, 1], 2), None);
    assert_eq!(closed(&[0, 2, 1], 2), Some(at(3602)));
    assert_eq!(closed(&[0, 1, 2], 3601), Some(at(3602)));
    assert_eq!(closed(&[0, 1, 2], 3602), None);
    assert_eq!(closed(&[0, 1, 2, 3700], 3700), Some(at(7300)), "one more of the same day closes it again");
    assert_eq!(closed(&[0, 1, 2, 86_401], 86_401), None, "two of the four are a day old");
    assert_eq!(limits.tries_left(&all(&[0, 1]), at(2)), 1);
    assert_eq!(limits.tries_left(&all(&[0, 1, 2, 3]), at(3)), 0);
    let lately = limits.recent_activity(&all(&[-86_400, -86_398, 0, 1]), at(1));
    assert_eq!(lately, RecentActivity { wrong_codes: 3, closed_until: Some(at(3601)), ..RecentActivity::default() });
}

#[test]
fn spans_are_those_of_the_limits() {
    let limits = CodeLimits::default();
    assert_eq!(CodeLimits::day_since(at(0)), at(-86_400));
    assert_eq!(limits.wrong_codes_since(at(0)), at(-86_400 - 3600));
    assert_eq!((limits.verified_since(at(0)), limits.expiry(at(0))), (at(-900), at(300)));
}

/// The monotonic time after the clock showed these times.
fn monotonic(clock: &[i64]) -> i64 {
    let start = MonotonicTime::new(at(0), at(0));
    clock.iter().fold(start, |time, now| time.at(at(*now))).monotonic().duration_since(at(0)).as_secs()
}

#[test]
fn clock_set_back_does_not_set_desk_time_back() {
    assert_eq!(monotonic(&[10, 20]), 20);
    for back in [3600, YEAR] {
        assert_eq!(monotonic(&[100, 100 - back]), 100, "it stops");
        assert_eq!(monotonic(&[100, 100 - back, 107 - back]), 107, "and goes on");
        assert_eq!(monotonic(&[100, 100 - back, 107 - back, 110]), 110, "what has passed has passed once");
        assert_eq!(monotonic(&[100, 100 - back, 100, 100 - back, 100]), 100, "however often");
    }
}

#[test]
fn clock_that_was_ahead_does_not_stop_desk_time() {
    assert_eq!(monotonic(&[YEAR, 60, 120, 180]), YEAR + 120, "time does not stand still for a year");
    assert_eq!(monotonic(&[YEAR, 60, YEAR + 5]), YEAR + 5);
    let ahead = MonotonicTime::new(at(0), at(0)).at(at(YEAR)).at(at(60));
    assert_eq!((ahead.monotonic(), ahead.wall()), (at(YEAR), at(60)));
    assert_eq!(ahead.wall_time(at(YEAR + 300), at(60)), at(360), "people are told the clock's time");
}

#[test]
fn differing_clocks_do_not_speed_up_desk_time() {
    // A year ahead, so that the clocks' pace is what counts.
    let mut clocks = vec![YEAR];
    clocks.extend((0..100).flat_map(|second| [second, second - 30]));
    assert_eq!(monotonic(&clocks), YEAR + 99, "they do not push each other on");
    assert_eq!(monotonic(&[YEAR, 100, 40, 100]), YEAR, "a minute apart");
    assert_eq!(monotonic(&[YEAR, 100, 39, 100]), YEAR + 61, "more than that: the clock was put back");
}

/// A clock that mostly ticks, and sometimes leaps.
fn clock() -> impl Strategy<Value = Vec<i64>> {
    let step = prop_oneof![
        6 => 0..1800_i64,
        1 => Just(-3600),
        1 => Just(-YEAR),
        1 => Just(3600),
        1 => Just(YEAR),
    ];
    vec(step, 1..120).prop_map(|steps| {
        let tick = |now: &mut i64, step| {
            *now += step;
            Some(*now)
        };
        steps.into_iter().scan(0, tick).collect()
    })
}

proptest! {
    #[test]
    fn never_more_than_the_limits(clock in clock()) {
        let limits = no_gap();
        let (mut time, mut sent) = (MonotonicTime::new(at(0), at(0)), Vec::new());
        for now in clock {
            time = time.at(at(now));
            match limits.check_send(&sent, &sent, time.monotonic()) {
                Ok(()) => sent.push(time.monotonic()),
                Err(RateLimited { again, .. }) => {
                    prop_assert!(again > time.monotonic());
                    prop_assert_eq!(limits.check_send(&sent, &sent, again), Ok(()), "it keeps its word");
                }
            }
        }
        for (n, one) in sent.iter().enumerate() {
            let within = |span| sent[n..].iter().filter(|at| **at < later(*one, span)).count();
            prop_assert!(within(HOUR) <= 5 && within(DAY) <= 10, "{} {}", within(HOUR), within(DAY));
        }
    }

    #[test]
    fn desk_time_never_goes_back_and_never_lags(clock in clock()) {
        let mut time = MonotonicTime::new(at(0), at(0));
        for now in clock {
            let next = time.at(at(now));
            prop_assert!(next.monotonic() >= time.monotonic() && next.monotonic() >= at(now));
            time = next;
        }
    }

    /// A clock that leaps away and comes back leaves monotonic time as if it never had.
    #[test]
    fn a_leap_back_and_forth_opens_nothing(
        before in 0..10_000_i64,
        leap in prop_oneof![Just(3600), Just(YEAR), 120..YEAR],
        away in vec(0..100_i64, 0..20),
    ) {
        let mut clock = vec![before];
        let mut passed = 0;
        for step in away {
            passed += step;
            clock.push(before - leap + passed);
        }
        clock.push(before + passed);
        prop_assert_eq!(monotonic(&clock), before + passed);
    }

    #[test]
    fn a_closed_account_stays_closed_for_the_lockout(wrong in vec(0..200_000_i64, 0..40), now in 0..200_000_i64) {
        let limits = CodeLimits::default();
        let past = all(&wrong.into_iter().filter(|at| *at <= now).collect::<Vec<_>>());
        if let Some(until) = limits.closed_until(&past, at(now)) {
            prop_assert!(until > at(now) && until <= later(at(now), limits.lockout));
            prop_assert_eq!(limits.closed_until(&past, earlier(until, SignedDuration::from_secs(1))), Some(until));
            prop_assert_eq!(limits.closed_until(&past, until), None);
        }
    }
}
