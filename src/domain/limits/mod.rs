//! How often a code may be sent, tried and got wrong, and what a day with an account has been like. Decides from the
//! moments that the store knows; it knows no store, and all its times are [`MonotonicTime`]'s.

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
    /// How long a code is good for.
    pub lifetime: SignedDuration,
    /// Tries a code allows.
    pub attempts: u32,
    /// Least time between two codes to one account.
    pub resend: SignedDuration,
    /// Most codes in an hour: to one account, and to one number.
    pub sends_per_hour: u32,
    /// Most codes in a day: to one account, and to one number.
    pub sends_per_day: u32,
    /// So many wrong codes for one account in a day close its verification.
    pub wrong_codes_per_day: u32,
    /// For so long, from the last of them.
    pub lockout: SignedDuration,
    /// So many new passwords may one account get in a day before the operator is warned.
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

/// Which limit allows no code now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SendLimit {
    /// The time between two.
    Gap,
    /// As many as an hour allows.
    Hour(Share),
    /// As many as a day allows.
    Day(Share),
}

/// Whose share of codes is used up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// The account's.
    Account,
    /// The number's, whichever accounts it is registered for.
    Number,
}

/// No code may be sent yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RateLimited {
    /// The limit that holds longest.
    pub limit: SendLimit,
    /// When it no longer does.
    pub again: Timestamp,
}

/// What the last day with an account has been like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RecentActivity {
    /// Wrong codes, but for those that were forgiven.
    pub wrong_codes: u32,
    /// Its verification is closed until then.
    pub closed_until: Option<Timestamp>,
    /// New passwords, and those that may have been set.
    pub resets: u32,
}

impl CodeLimits {
    /// Whether a code may be sent `now`, after those that were sent to the account and to the number, in any order.
    /// One whose moment is still to come counts like one sent now.
    ///
    /// # Errors
    /// [`RateLimited`].
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
        // Of two that hold equally long the first: an account's number has at least as many codes as the account.
        let longest = |one: RateLimited, other: RateLimited| if other.again > one.again { other } else { one };
        gap.into_iter().chain(counted).reduce(longest).map_or(Ok(()), Err)
    }

    /// Since when what a day limits counts.
    pub fn day_since(now: Timestamp) -> Timestamp {
        earlier(now, DAY)
    }

    /// Until when an account's verification is closed, after these wrong codes; `None`: it is open. Whoever is closed
    /// out cannot try, so the last wrong code is the one that closed it. After that time each further one closes it
    /// again, for as long as there are so many in a day.
    pub fn closed_until(&self, wrong: &[Timestamp], now: Timestamp) -> Option<Timestamp> {
        let last = *wrong.iter().max()?;
        let until = later(last, self.lockout);
        (until > now && self.tries_left(wrong, last) == 0).then_some(until)
    }

    /// Since when wrong codes matter.
    pub fn wrong_codes_since(&self, now: Timestamp) -> Timestamp {
        earlier(earlier(now, self.lockout), DAY)
    }

    /// How many more wrong codes leave the account's verification open.
    pub fn tries_left(&self, wrong: &[Timestamp], now: Timestamp) -> u32 {
        self.wrong_codes_per_day.saturating_sub(of_a_day(wrong, now))
    }

    /// Since when a code that was right is enough.
    pub fn verified_since(&self, now: Timestamp) -> Timestamp {
        earlier(now, self.window)
    }

    /// When a code sent `now` ends.
    pub fn expiry(&self, now: Timestamp) -> Timestamp {
        later(now, self.lifetime)
    }

    /// The day's wrong codes, and what they have come to; the resets are for another to count.
    pub fn recent_activity(&self, wrong: &[Timestamp], now: Timestamp) -> RecentActivity {
        RecentActivity { wrong_codes: of_a_day(wrong, now), closed_until: self.closed_until(wrong, now), resets: 0 }
    }
}

/// When the next is allowed, if so many or more lie within the span before `now`, or after it.
fn full(moments: &[Timestamp], most: u32, span: SignedDuration, now: Timestamp) -> Option<Timestamp> {
    let mut within: Vec<Timestamp> = moments.iter().copied().filter(|at| *at > earlier(now, span)).collect();
    within.sort_unstable_by(|one, other| other.cmp(one));
    // The one that has to fall out first: with it, as many are left as are allowed.
    let first = within.get(usize::try_from(most).unwrap_or(usize::MAX).checked_sub(1)?)?;
    Some(later(*first, span))
}

fn of_a_day(moments: &[Timestamp], now: Timestamp) -> u32 {
    let within = moments.iter().filter(|at| **at > earlier(now, DAY)).count();
    u32::try_from(within).unwrap_or(u32::MAX)
}

/// `now` plus `span`, or the end of time.
pub fn later(now: Timestamp, span: SignedDuration) -> Timestamp {
    now.checked_add(span).unwrap_or(Timestamp::MAX)
}

/// `now` less `span`, or the beginning of time.
fn earlier(now: Timestamp, span: SignedDuration) -> Timestamp {
    now.checked_sub(span).unwrap_or(Timestamp::MIN)
}
