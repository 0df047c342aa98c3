//! How often codes may be sent and tried, and what happened to an account during a day. Decides from the times that the
//! store kept, all of them [`MonotonicTime`]; knows no store.

mod monotonic_time;
#[cfg(test)]
mod tests;

use jiff::{SignedDuration, Timestamp};

pub use monotonic_time::MonotonicTime;

const HOUR: SignedDuration = SignedDuration::from_hours(1);
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// The limits of `[verification]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeLimits {
    /// How long a code is valid.
    pub lifetime: SignedDuration,
    /// How many times a code may be tried.
    pub attempts: u32,
    /// The least time between two codes to one account.
    pub resend: SignedDuration,
    /// The most codes in an hour, to one account and to one number.
    pub sends_per_hour: u32,
    /// The most codes in a day, to one account and to one number.
    pub sends_per_day: u32,
    /// How many wrong codes in a day close an account's verification.
    pub wrong_codes_per_day: u32,
    /// How long verification stays closed after the last wrong code.
    pub lockout: SignedDuration,
    /// How many new passwords in a day warn the operator.
    pub resets_per_day: u32,
    /// How long a caller stays verified.
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

/// The limit that forbids a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SendLimit {
    /// The least time between two codes.
    Gap,
    /// The most codes in an hour.
    Hour(Share),
    /// The most codes in a day.
    Day(Share),
}

/// What the codes are counted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// The account.
    Account,
    /// The number, over all accounts that it is registered for.
    Number,
}

/// A code may not be sent yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RateLimited {
    /// The limit that ends last.
    pub limit: SendLimit,
    /// When it ends.
    pub again: Timestamp,
}

/// What happened to an account during the last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RecentActivity {
    /// Wrong codes, except those that a supervisor has cleared.
    pub wrong_codes: u32,
    /// When its verification opens again; `None`: it is open.
    pub closed_until: Option<Timestamp>,
    /// New passwords that were set or may have been set.
    pub resets: u32,
}

impl CodeLimits {
    /// Checks whether a code may be sent `now`, given when codes were sent to the account and to the number, in any
    /// order. A time in the future counts like `now`.
    ///
    /// # Errors
    /// [`RateLimited`] when a limit forbids it.
    pub fn send(&self, to_account: &[Timestamp], to_number: &[Timestamp], now: Timestamp) -> Result<(), RateLimited> {
        let last = to_account.iter().max().map(|last| later(*last, self.resend));
        let gap = last.filter(|again| *again > now).map(|again| RateLimited { limit: SendLimit::Gap, again });
        let counted =
            [(Share::Account, to_account), (Share::Number, to_number)].into_iter().flat_map(|(share, sent)| {
                let hour = full(sent, self.sends_per_hour, HOUR, now);
                let day = full(sent, self.sends_per_day, DAY, now);
                [(SendLimit::Hour(share), hour), (SendLimit::Day(share), day)]
            });
        let counted = counted.filter_map(|(limit, again)| Some(RateLimited { limit, again: again? }));
        // The account's limit comes first: its codes all count for the number too.
        let longest = |one: RateLimited, other: RateLimited| if other.again > one.again { other } else { one };
        gap.into_iter().chain(counted).reduce(longest).map_or(Ok(()), Err)
    }

    /// The earliest time that counts for a limit per day.
    pub fn day_since(now: Timestamp) -> Timestamp {
        earlier(now, DAY)
    }

    /// When an account's verification opens again after these wrong codes; `None`: it is open. No code can be tried
    /// while it is closed, so the last wrong code closed it. Once open, each further wrong code closes it again while
    /// there are too many in a day.
    pub fn closed_until(&self, wrong: &[Timestamp], now: Timestamp) -> Option<Timestamp> {
        let last = *wrong.iter().max()?;
        let until = later(last, self.lockout);
        (until > now && self.tries_left(wrong, last) == 0).then_some(until)
    }

    /// The earliest wrong code that can matter.
    pub fn wrong_codes_since(&self, now: Timestamp) -> Timestamp {
        earlier(earlier(now, self.lockout), DAY)
    }

    /// How many more wrong codes the account's verification allows before it closes.
    pub fn tries_left(&self, wrong: &[Timestamp], now: Timestamp) -> u32 {
        self.wrong_codes_per_day.saturating_sub(of_a_day(wrong, now))
    }

    /// The earliest right code by which a caller still is verified.
    pub fn verified_since(&self, now: Timestamp) -> Timestamp {
        earlier(now, self.window)
    }

    /// When a code sent `now` ends.
    pub fn expiry(&self, now: Timestamp) -> Timestamp {
        later(now, self.lifetime)
    }

    /// Summarises the wrong codes of the last day. The caller counts the resets.
    pub fn recent_activity(&self, wrong: &[Timestamp], now: Timestamp) -> RecentActivity {
        RecentActivity { wrong_codes: of_a_day(wrong, now), closed_until: self.closed_until(wrong, now), resets: 0 }
    }
}

/// When the next one is allowed, if `most` or more `moments` are later than `now` minus `span`.
fn full(moments: &[Timestamp], most: u32, span: SignedDuration, now: Timestamp) -> Option<Timestamp> {
    let mut within: Vec<Timestamp> = moments.iter().copied().filter(|at| *at > earlier(now, span)).collect();
    within.sort_unstable_by(|one, other| other.cmp(one));
    // The next one is allowed when this one is older than the span.
    let first = within.get(usize::try_from(most).unwrap_or(usize::MAX).checked_sub(1)?)?;
    Some(later(*first, span))
}

fn of_a_day(moments: &[Timestamp], now: Timestamp) -> u32 {
    let within = moments.iter().filter(|at| **at > earlier(now, DAY)).count();
    u32::try_from(within).unwrap_or(u32::MAX)
}

/// `now` plus `span`, at most the last representable time.
pub fn later(now: Timestamp, span: SignedDuration) -> Timestamp {
    now.checked_add(span).unwrap_or(Timestamp::MAX)
}

/// `now` minus `span`, at least the first representable time.
fn earlier(now: Timestamp, span: SignedDuration) -> Timestamp {
    now.checked_sub(span).unwrap_or(Timestamp::MIN)
}
