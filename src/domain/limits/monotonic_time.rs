//! The time that limits are measured by. It never goes back when a computer's clock is set back, so that expired codes
//! stay expired. Reads no clock.

use jiff::{SignedDuration, Timestamp};

/// How much the clocks of a desk's computers may differ before one counts as set back.
const SKEW: SignedDuration = SignedDuration::from_mins(1);

/// The desk's last time and the clock's time at that moment. Follows the clock forwards and never goes back:
///
/// - When the clock is set back, the desk's time continues from where it was at the clock's pace, so that codes still
///   expire and limits still end. When it differs by a minute or less (two computers), the desk's time waits.
/// - When the clock returns to where it was, the desk's time follows it again: the time in between passes once, not
///   twice.
/// - When the clock was a year ahead for a minute, the desk's time stays a year ahead. A lockout of an hour still lasts
///   an hour, and [`told`](Self::told) converts to the clock's time.
///
/// A clock that is set forward cannot be told from time passing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonotonicTime {
    desk: Timestamp,
    wall: Timestamp,
}

impl MonotonicTime {
    /// Restores what the store kept.
    pub fn new(desk: Timestamp, wall: Timestamp) -> Self {
        Self { desk, wall }
    }

    /// Returns the desk's time when the clock shows `now`.
    #[must_use]
    pub fn at(self, now: Timestamp) -> Self {
        let passed = now.duration_since(self.wall);
        let on = super::later(self.desk, passed.max(SignedDuration::ZERO));
        let desk = if now >= self.desk { now } else { on };
        let wall = if (-SKEW..SignedDuration::ZERO).contains(&passed) { self.wall } else { now };
        Self { desk, wall }
    }

    /// The desk's time.
    pub fn desk(self) -> Timestamp {
        self.desk
    }

    /// The clock's time at that moment.
    pub fn wall(self) -> Timestamp {
        self.wall
    }

    /// Converts a desk time to the time of a clock that shows `now`.
    pub fn told(self, desk: Timestamp, now: Timestamp) -> Timestamp {
        super::later(now, desk.duration_since(self.desk))
    }
}
