//! What the store's facts allow: decided once, from the rows that any database gave.

use jiff::Timestamp;

use crate::domain::code::KeyedHash;
use crate::domain::limits::{CodeLimits, MonotonicTime, RateLimited, RecentActivity};
use crate::ports::{CodeAttempt, IssueAnswer, VerificationState};

/// What every decision about an account begins with.
pub(super) struct Facts<'a> {
    pub(super) limits: &'a CodeLimits,
    pub(super) time: MonotonicTime,
    /// The clock's time, in which people are told times.
    pub(super) now: Timestamp,
    /// When the account got wrong codes.
    pub(super) wrong: Vec<Timestamp>,
}

/// The newest code of an operator for an account.
pub(super) struct NewestCode {
    pub(super) id: i64,
    pub(super) number: KeyedHash,
    pub(super) code_hash: KeyedHash,
    pub(super) expires: Timestamp,
    pub(super) tries_left: i64,
    pub(super) is_live: bool,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct AllowedTry {
    pub(super) code: i64,
    pub(super) code_hash: KeyedHash,
    /// How many the code has left, for the store.
    pub(super) tries_left: u32,
    /// How many are left after this one, by the code's limit and the account's.
    pub(super) left: u32,
    /// If it is wrong, the account's verification is closed until then.
    pub(super) closes: Option<Timestamp>,
}

impl Facts<'_> {
    pub(super) fn closed_until(&self) -> Option<Timestamp> {
        self.limits.closed_until(&self.wrong, self.time.monotonic()).map(|until| self.by_the_clock(until))
    }

    /// When a code that is sent now expires.
    ///
    /// # Errors
    /// The answer instead of a code.
    pub(super) fn may_issue(
        &self,
        to_account: &[Timestamp],
        to_number: &[Timestamp],
    ) -> Result<Timestamp, IssueAnswer> {
        if let Some(until) = self.closed_until() {
            return Err(IssueAnswer::Closed { until });
        }
        let sent = self.limits.check_send(to_account, to_number, self.time.monotonic());
        sent.map_err(|RateLimited { limit, again }| {
            IssueAnswer::NotYet(RateLimited { limit, again: self.by_the_clock(again) })
        })?;
        Ok(self.limits.expiry(self.time.monotonic()))
    }

    /// Whether the newest code may be tried by a caller at `number`.
    ///
    /// # Errors
    /// The answer instead of a try.
    pub(super) fn may_try(&self, newest: Option<&NewestCode>, number: KeyedHash) -> Result<AllowedTry, CodeAttempt> {
        if let Some(until) = self.closed_until() {
            return Err(CodeAttempt::Closed { until });
        }
        let newest = newest.ok_or(CodeAttempt::NoneSent)?;
        if !newest.is_live {
            return Err(CodeAttempt::Used { code_hash: newest.code_hash });
        }
        if newest.expires <= self.time.monotonic() {
            return Err(CodeAttempt::Expired);
        }
        if newest.number != number {
            return Err(CodeAttempt::NumberChanged);
        }
        let tries_left = u32::try_from(newest.tries_left - 1).map_err(|_| CodeAttempt::NoTriesLeft)?;
        let (monotonic, mut wrong) = (self.time.monotonic(), self.wrong.clone());
        wrong.push(monotonic);
        Ok(AllowedTry {
            code: newest.id,
            code_hash: newest.code_hash,
            tries_left,
            left: tries_left.min(self.limits.tries_left(&wrong, monotonic)),
            closes: self.limits.closed_until(&wrong, monotonic).map(|until| self.by_the_clock(until)),
        })
    }

    /// Whether the caller is verified, if their last right code was at `used`.
    pub(super) fn verification_state(&self, used: Option<Timestamp>) -> VerificationState {
        if let Some(until) = self.closed_until() {
            return VerificationState::Closed { until };
        }
        let since = self.limits.verified_since(self.time.monotonic());
        let still_counts = |used: &Timestamp| *used >= since && !self.limits.has_closed_since(&self.wrong, *used);
        match used.filter(still_counts) {
            Some(used) => VerificationState::Verified { at: self.by_the_clock(used) },
            None => VerificationState::Unverified,
        }
    }

    /// What the last day has been like, with so many resets.
    pub(super) fn recent_activity(&self, resets: usize) -> RecentActivity {
        let resets = u32::try_from(resets).unwrap_or(u32::MAX);
        RecentActivity {
            closed_until: self.closed_until(),
            resets,
            ..self.limits.recent_activity(&self.wrong, self.time.monotonic())
        }
    }

    /// The clock's time for a moment of the store's.
    pub(super) fn by_the_clock(&self, monotonic: Timestamp) -> Timestamp {
        self.time.wall_time(monotonic, self.now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    fn limits() -> CodeLimits {
        CodeLimits { wrong_codes_per_day: 3, ..CodeLimits::default() }
    }

    /// At second 10, by a clock that is 5 seconds behind the store's time.
    fn facts<'a>(limits: &'a CodeLimits, wrong: &[i64]) -> Facts<'a> {
        let time = MonotonicTime::new(at(10), at(5));
        Facts { limits, time, now: at(5), wrong: wrong.iter().copied().map(at).collect() }
    }

    fn code() -> NewestCode {
        let (number, code_hash) = (KeyedHash::from_bytes([1; 32]), KeyedHash::from_bytes([2; 32]));
        NewestCode { id: 7, number, code_hash, expires: at(11), tries_left: 3, is_live: true }
    }

    #[test]
    fn code_is_issued_within_the_limits() {
        let limits = limits();
        let issue = |wrong: &[i64], sent: &[Timestamp]| facts(&limits, wrong).may_issue(sent, &[]);
        assert_eq!(issue(&[], &[]), Ok(at(310)), "expires by the store's time");
        let again = at(9) + limits.resend - (at(10) - at(5));
        let limit = crate::domain::limits::SendLimit::Gap;
        assert_eq!(issue(&[], &[at(9)]), Err(IssueAnswer::NotYet(RateLimited { limit, again })), "told by the clock");
        assert_eq!(issue(&[1, 2, 3], &[]), Err(IssueAnswer::Closed { until: at(3 + 3600 - 5) }));
    }

    #[test]
    fn first_reason_against_a_try_is_given() {
        let limits = limits();
        let (number, other) = (code().number, KeyedHash::from_bytes([9; 32]));
        let refused = |wrong: &[i64], code: Option<NewestCode>, number| {
            facts(&limits, wrong).may_try(code.as_ref(), number).unwrap_err()
        };
        assert_eq!(refused(&[1, 2, 3], None, number), CodeAttempt::Closed { until: at(3598) });
        assert_eq!(refused(&[], None, number), CodeAttempt::NoneSent);
        let used = NewestCode { is_live: false, expires: at(1), ..code() };
        let code_hash = used.code_hash;
        assert_eq!(refused(&[], Some(used), other), CodeAttempt::Used { code_hash });
        assert_eq!(refused(&[], Some(NewestCode { expires: at(10), ..code() }), other), CodeAttempt::Expired);
        assert_eq!(refused(&[], Some(NewestCode { tries_left: 0, ..code() }), other), CodeAttempt::NumberChanged);
        assert_eq!(refused(&[], Some(NewestCode { tries_left: 0, ..code() }), number), CodeAttempt::NoTriesLeft);
    }

    #[test]
    fn try_is_counted_as_wrong_beforehand() {
        let limits = limits();
        let allowed = |wrong: &[i64]| facts(&limits, wrong).may_try(Some(&code()), code().number).unwrap();
        let first = AllowedTry { code: 7, code_hash: code().code_hash, tries_left: 2, left: 2, closes: None };
        assert_eq!(allowed(&[]), first);
        let last = AllowedTry { left: 0, closes: Some(at(10 + 3600 - 5)), ..first };
        assert_eq!(allowed(&[1, 2]), last, "the account's limit is nearer than the code's");
    }

    #[test]
    fn caller_stays_verified_for_the_window() {
        let limits = CodeLimits { window: jiff::SignedDuration::from_secs(4), ..limits() };
        let verification_state =
            |wrong: &[i64], used: Option<i64>| facts(&limits, wrong).verification_state(used.map(at));
        assert_eq!(verification_state(&[], None), VerificationState::Unverified);
        assert_eq!(verification_state(&[], Some(5)), VerificationState::Unverified);
        assert_eq!(verification_state(&[], Some(6)), VerificationState::Verified { at: at(1) }, "told by the clock");
        assert_eq!(verification_state(&[1, 2, 3], Some(6)), VerificationState::Closed { until: at(3598) });
    }

    #[test]
    fn verification_that_was_closed_stays_ended() {
        let limits = CodeLimits { lockout: jiff::SignedDuration::from_secs(2), ..limits() };
        let verification_state = |wrong: &[i64], used: i64| facts(&limits, wrong).verification_state(Some(at(used)));
        assert_eq!(verification_state(&[5, 6, 7], 6), VerificationState::Unverified);
        assert_eq!(verification_state(&[5, 6, 7], 8), VerificationState::Verified { at: at(3) }, "by a later code");
        assert_eq!(verification_state(&[5, 6], 6), VerificationState::Verified { at: at(1) }, "nothing was closed");
        // The last wrong code is a day later than the first ones, and closes nothing. It opens nothing either.
        let yesterday = 8 - 24 * 3600;
        assert_eq!(verification_state(&[yesterday, yesterday, 7, 8], 6), VerificationState::Unverified);
    }

    #[test]
    fn recent_activity_is_told_by_the_clock() {
        let activity = facts(&limits(), &[1, 2, 3]).recent_activity(4);
        assert_eq!(
            activity,
            RecentActivity { wrong_codes: 3, closed_until: Some(at(3598)), resets: 4, ..RecentActivity::default() }
        );
    }
}
