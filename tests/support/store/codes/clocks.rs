//! Clocks that are wrong.

use super::*;

pub fn clock_put_back_keeps_limits(desk: &impl TestStore) {
    for (account, back) in [(10, 3600), (20, YEAR)] {
        let (one, start) = (process(desk), i64::from(account) * 100_000);
        let [expired, used, limited, closed] = [0, 1, 2, 3].map(|n| bond(account + n));
        one.send(&expired, 9, start);
        assert_eq!(one.take(&expired, start + 300), CodeAttempt::Expired);
        one.send(&used, 9, start + 300);
        let (attempt, ..) = one.taken(&used, start + 300);
        assert!(one.consume(attempt, start + 300));
        assert_eq!(one.verification_state(&used, start + 1300), VerificationState::Unverified);
        for n in 0..5 {
            one.send(&limited, 9, start + 1300 + n * 30);
        }
        for n in 0..4 {
            one.send(&closed, 9, start + 1500 + n * 30);
            for _ in 0..3 {
                one.take(&closed, start + 1500 + n * 30);
            }
        }
        let now = start + 1700;
        for away in [now, now - back, now - back + 60, now + 61, now - back, now + 61] {
            let one = process(desk);
            assert_eq!(one.take(&expired, away), CodeAttempt::Expired, "{away}");
            assert!(matches!(one.take(&used, away), CodeAttempt::Used { .. }));
            assert_eq!(one.verification_state(&used, away), VerificationState::Unverified);
            assert!(matches!(one.issue(&limited, 9, away), IssueAnswer::NotYet(_)), "{away}");
            assert!(matches!(one.take(&closed, away), CodeAttempt::Closed { .. }));
            assert!(one.recent_activity(account + 3, away).closed_until.is_some());
        }
        // Codes sent while the clock is wrong count afterwards and expire by the wrong clock.
        let (one, meanwhile) = (process(desk), bond(account + 4));
        for n in 0..5 {
            one.send(&meanwhile, 9, now - back + 100 + n * 30);
        }
        assert!(matches!(one.issue(&meanwhile, 9, now + 300), IssueAnswer::NotYet(_)));
        assert_eq!(one.take(&meanwhile, now + 700), CodeAttempt::Expired);
    }
}

pub fn clock_that_was_ahead_blocks_nobody(desk: &impl TestStore) {
    let one = process(desk);
    for n in 0..5 {
        one.send(&bond(1), 9, YEAR + n * 30);
    }
    assert!(matches!(one.issue(&bond(1), 9, YEAR + 300), IssueAnswer::NotYet(_)));
    assert_eq!(one.issue(&bond(1), 9, 0), not_yet(SendLimit::Hour(Share::Account), 3300), "in the clock's time");
    let IssueAnswer::Code { expires, .. } = one.issue(&bond(1), 9, 3300) else { panic!() };
    assert_eq!(expires, at(3600));
    one.taken(&bond(1), 3599);
    assert_eq!(one.take(&bond(1), 3600), CodeAttempt::Expired);
}
