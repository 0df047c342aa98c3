//! Time for limits, which never goes back even if a computer's clock does. Reads no clock.

use jiff::{SignedDuration, Timestamp};

/// Clocks of several computers may differ by this much.
const SKEW: SignedDuration = SignedDuration::from_mins(1);

/// The latest time, with the clock's reading at that time. Follows the clock forwards and never goes back:
///
/// - When the clock is set back, time continues at the clock's pace from where it was, so that codes still expire and
///   limits still end. When it goes back by a minute or less (two computers), time waits.
/// - When the clock returns to where it was or beyond, time follows it: the interval counts once, not twice.
/// - After a clock that was a year ahead for a minute, time stays a year ahead. An hour's lockout still takes an hour,
///   and [`wall_time`](Self::wall_time) converts to the clock's time for people.
///
/// A clock that is set forward cannot be detected: it looks like time passing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonotonicTime {
    monotonic: Timestamp,
    wall: Timestamp,
}

impl MonotonicTime {
    /// Restores the stored value.
    pub fn new(monotonic: Timestamp, wall: Timestamp) -> Self {
        Self { monotonic, wall }
    }

    /// Advances to the clock reading `now`.
    #[must_use]
    pub fn at(self, now: Timestamp) -> Self {
        let passed = now.duration_since(self.wall);
        let continued = super::later(self.monotonic, passed.max(SignedDuration::ZERO));
        let monotonic = if now >= self.monotonic { now } else { continued };
        let wall = if passed < SignedDuration::ZERO && passed >= -SKEW { self.wall } else { now };
        Self { monotonic, wall }
    }

    /// The monotonic time, which all limits use.
    pub fn monotonic(self) -> Timestamp {
        self.monotonic
    }

    pub fn wall(self) -> Timestamp {
        self.wall
    }

    /// Converts a monotonic time to the time on a clock that now shows `now`.
    pub fn wall_time(self, monotonic: Timestamp, now: Timestamp) -> Timestamp {
        super::later(now, monotonic.duration_since(self.monotonic))
    }
}
