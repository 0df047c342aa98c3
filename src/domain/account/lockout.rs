//! The lockout of an account: whether it is locked, since when, and until when.

use jiff::{SignedDuration, Timestamp};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lock {
    /// Never locked, or unlocked since.
    Open,
    /// The lockout has expired. The directory keeps lockoutTime until the next successful sign-in.
    Lapsed { since: Timestamp },
    /// `since` is `None` when the directory does not say.
    Locked { since: Option<Timestamp>, opens: LockEnd },
}

/// When a lockout ends without anyone's action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LockEnd {
    At(Timestamp),
    OnlyManually,
    /// The policy that decides it is unreadable for this operator.
    Unknown,
}

/// The policy's lockout duration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LockoutDuration {
    Lasts(SignedDuration),
    UntilUnlocked,
    /// The policy is unreadable for this operator.
    Unknown,
}

impl Lock {
    /// Combines the computed lockout bit with lockoutTime. The bit decides; the time only says since when (MS-ADTS
    /// 3.1.1.4.5.17).
    pub fn from_directory(bit: bool, since: Option<Timestamp>, duration: LockoutDuration) -> Self {
        match (bit, since) {
            (false, None) => Self::Open,
            (false, Some(since)) => Self::Lapsed { since },
            (true, since) => Self::Locked { since, opens: LockEnd::after(since, duration) },
        }
    }

    pub fn is_locked(&self) -> bool {
        matches!(self, Self::Locked { .. })
    }
}

/// How far in the future a time is that must have passed; `None` within a minute, as two clocks may differ.
pub fn time_ahead(at: Timestamp, now: Timestamp) -> Option<SignedDuration> {
    let ahead = at.duration_since(now);
    (ahead >= SignedDuration::from_mins(1)).then_some(ahead)
}

impl LockEnd {
    fn after(since: Option<Timestamp>, duration: LockoutDuration) -> Self {
        match (since, duration) {
            (_, LockoutDuration::UntilUnlocked) => Self::OnlyManually,
            (Some(since), LockoutDuration::Lasts(span)) => since.checked_add(span).map_or(Self::OnlyManually, Self::At),
            (None, _) | (_, LockoutDuration::Unknown) => Self::Unknown,
        }
    }
}
