//! The time that limits go by: a computer's clock may be put back, and what was expired or counted must stay so.
//! Reads no clock.

use jiff::{SignedDuration, Timestamp};

/// Clocks of a desk's computers may differ so much without any of them having been put back.
const SKEW: SignedDuration = SignedDuration::from_mins(1);

/// The desk's time as it was last, and what the clock said then. It follows the clock forwards and never goes back:
///
/// - A clock that is put back stops it for a moment; from there on it goes at the clock's pace, ahead of it, so that
///   codes still run out and limits still end. Back by a minute or less (two computers), it waits.
/// - A clock that comes forward again to where it was, or past it, is followed: the time that it was away has passed
///   once, not twice.
/// - A clock that was a year ahead for a minute leaves the desk's time a year ahead. A lock of an hour is one of an
///   hour all the same, and [`told`](Self::told) gives people the clock's time.
///
/// What it cannot see is a clock that is put forward: that looks like time passing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonotonicTime {
    desk: Timestamp,
    wall: Timestamp,
}

impl MonotonicTime {
    /// As the store kept it.
    pub fn new(desk: Timestamp, wall: Timestamp) -> Self {
        Self { desk, wall }
    }

    /// When the clock says `now`.
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

    /// What the clock said.
    pub fn wall(self) -> Timestamp {
        self.wall
    }

    /// What the clock that says `now` will say, or said, at that desk time.
    pub fn told(self, desk: Timestamp, now: Timestamp) -> Timestamp {
        super::later(now, desk.duration_since(self.desk))
    }
}
