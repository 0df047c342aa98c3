//! Limits on sending codes, on attempts and on wrong codes. Pure decisions on stored times, which are all
//! [`MonotonicTime`]'s.

mod monotonic_time;
#[cfg(test)]
mod tests;

use jiff::{SignedDuration, Timestamp};

use super::audit::IncompleteResets;

pub use monotonic_time::MonotonicTime;

const HOUR: SignedDuration = SignedDuration::from_hours(1);
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// The limits of `[verification]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeLimits {
    /// How long a code is valid.
    pub lifetime: SignedDuration,
    /// Attempts per code.
    pub attempts: u32,
    /// Minimum time between two codes to one account.
    pub resend: SignedDuration,
    /// Per account and per number.
    pub sends_per_hour: u32,
    /// Per account and per number.
    pub sends_per_day: u32,
    /// Wrong codes for one account per day that close its verification.
    pub wrong_codes_per_day: u32,
    /// How long verification stays closed after the last wrong code.
    pub lockout: SignedDuration,
    /// New passwords for one account per day before the operator is warned.
    pub resets_per_day: u32,
    /// How long a verified caller stays verified.
    pub window: SignedDuration,
}

impl Default for CodeLimits {
    fn default() -> Self {
        Self {
            lifetime: SignedDuration::from_secs(300),
            attempts: 3,
            resend: SignedDuration::from_secs(30),
            sends_per_hour: 5,
            sends_per_day: 10,
            wrong_codes_per_day: 10,
            lockout: SignedDuration::from_mins(60),
            resets_per_day: 2,
            window: SignedDuration::from_secs(900),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SendLimit {
    /// The minimum time between two codes.
    Gap,
    Hour(Share),
    Day(Share),
}

/// Whose allowance is used up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    Account,
    /// The number's, across all accounts it is registered for.
    Number,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RateLimited {
    /// The limit that lasts longest.
    pub limit: SendLimit,
    /// When a code may be sent again.
    pub again: Timestamp,
}

/// An account's last 24 hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RecentActivity {
    /// Without forgiven ones.
    pub wrong_codes: u32,
    /// When its verification opens again; `None`: it is open.
    pub closed_until: Option<Timestamp>,
    /// New passwords set, or possibly set.
    pub resets: u32,
    /// When it was last unlocked from here, by an unlock or a reset.
    pub unlocked: Option<Timestamp>,
    /// Since the last reset that was completed, however long ago.
    pub incomplete: IncompleteResets,
}

impl CodeLimits {
    /// Whether a code may be sent `now`, given earlier codes to the account and to the number in any order. A time in
    /// the future counts as now.
    pub fn check_send(
        &self,
        to_account: &[Timestamp],
        to_number: &[Timestamp],
        now: Timestamp,
    ) -> Result<(), RateLimited> {
        let last = to_account.iter().max().map(|last| later(*last, self.resend));
        let gap = last.filter(|again| *again > now).map(|again| RateLimited { limit: SendLimit::Gap, again });
        let counts =
            [(Share::Account, to_account), (Share::Number, to_number)].into_iter().flat_map(|(share, sent)| {
                let hour = allowed_from(sent, self.sends_per_hour, HOUR, now);
                let day = allowed_from(sent, self.sends_per_day, DAY, now);
                [(SendLimit::Hour(share), hour), (SendLimit::Day(share), day)]
            });
        let counts = counts.filter_map(|(limit, again)| Some(RateLimited { limit, again: again? }));
        // Of equal times, the first limit: an account's number has at least as many codes as the account.
        let longest = |one: RateLimited, other: RateLimited| if other.again > one.again { other } else { one };
        gap.into_iter().chain(counts).reduce(longest).map_or(Ok(()), Err)
    }

    /// Returns the start of the daily limits' window.
    pub fn day_since(now: Timestamp) -> Timestamp {
        earlier(now, DAY)
    }

    /// Returns when the account's verification opens again after these wrong codes; `None`: it is open. A closed
    /// account accepts no attempts, so the last wrong code is the one that closed it. Afterwards each wrong code closes
    /// it again while the daily limit is reached.
    pub fn closed_until(&self, wrong: &[Timestamp], now: Timestamp) -> Option<Timestamp> {
        let last = *wrong.iter().max()?;
        let until = later(last, self.lockout);
        (until > now && self.tries_left(wrong, last) == 0).then_some(until)
    }

    /// Returns whether wrong codes closed the account's verification at that time or later: who was verified before no
    /// longer is, also when it is open again.
    pub fn has_closed_since(&self, wrong: &[Timestamp], since: Timestamp) -> bool {
        wrong.iter().filter(|at| **at >= since).any(|at| {
            let so_far: Vec<Timestamp> = wrong.iter().copied().filter(|other| other <= at).collect();
            self.tries_left(&so_far, *at) == 0
        })
    }

    /// Returns the start of the window in which wrong codes matter.
    pub fn wrong_codes_since(&self, now: Timestamp) -> Timestamp {
        earlier(earlier(now, self.lockout), DAY)
    }

    /// Returns how many more wrong codes leave the account's verification open.
    pub fn tries_left(&self, wrong: &[Timestamp], now: Timestamp) -> u32 {
        self.wrong_codes_per_day.saturating_sub(count_last_day(wrong, now))
    }

    /// Returns the start of the window in which a correct code verifies the caller.
    pub fn verified_since(&self, now: Timestamp) -> Timestamp {
        earlier(now, self.window)
    }

    /// Returns when a code sent `now` expires.
    pub fn expiry(&self, now: Timestamp) -> Timestamp {
        later(now, self.lifetime)
    }

    /// Summarises the day's wrong codes. The caller adds the resets and the last unlock.
    pub fn recent_activity(&self, wrong: &[Timestamp], now: Timestamp) -> RecentActivity {
        RecentActivity {
            wrong_codes: count_last_day(wrong, now),
            closed_until: self.closed_until(wrong, now),
            resets: 0,
            unlocked: None,
            incomplete: IncompleteResets::default(),
        }
    }
}

/// Returns when a limit of `most` per `span` allows the next one; `None`: now. Future times count as now.
fn allowed_from(times: &[Timestamp], most: u32, span: SignedDuration, now: Timestamp) -> Option<Timestamp> {
    let mut within: Vec<Timestamp> = times.iter().copied().filter(|at| *at > earlier(now, span)).collect();
    within.sort_unstable_by(|one, other| other.cmp(one));
    // The entry that must leave the window first: `most` entries remain with it.
    let first = within.get(usize::try_from(most).unwrap_or(usize::MAX).checked_sub(1)?)?;
    Some(later(*first, span))
}

fn count_last_day(times: &[Timestamp], now: Timestamp) -> u32 {
    let within = times.iter().filter(|at| **at > earlier(now, DAY)).count();
    u32::try_from(within).unwrap_or(u32::MAX)
}

/// Adds, saturating.
pub fn later(now: Timestamp, span: SignedDuration) -> Timestamp {
    now.checked_add(span).unwrap_or(Timestamp::MAX)
}

/// Subtracts, saturating.
fn earlier(now: Timestamp, span: SignedDuration) -> Timestamp {
    now.checked_sub(span).unwrap_or(Timestamp::MIN)
}
