//! Why a code does not verify the caller.

use crate::domain::failure_kind::FailureKind;

use jiff::Timestamp;

/// Why a code does not verify the caller. `left` is the number of tries that remain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeRefusal {
    /// Another code was sent.
    Wrong { left: u32 },
    /// It is the code of another caller of this operator.
    ForAnotherAccount { left: u32 },
    /// It was this caller's, until a newer one was sent.
    Replaced { left: u32 },
    /// This wrong code was one too many: it closes the account's verification.
    Closes { until: Timestamp },
    /// The account's verification is closed for every operator and every code.
    Closed { until: Timestamp },
    /// The code's lifetime has passed.
    Expired,
    /// The code was used already.
    Used,
    /// All tries are used up.
    NoTriesLeft,
    /// No code was sent.
    NoneSent,
    /// The registered number changed after the code was sent.
    NumberChanged,
    /// The manager who vouches is another, or has another number, than when the code was sent.
    ManagerChanged,
}

impl CodeRefusal {
    /// How many tries remain; `None` where tries are not the point.
    pub fn tries_left(self) -> Option<u32> {
        match self {
            Self::Wrong { left } | Self::ForAnotherAccount { left } | Self::Replaced { left } => Some(left),
            Self::Closes { .. } | Self::NoTriesLeft => Some(0),
            _ => None,
        }
    }

    /// When the refusal ends by itself, if it does.
    pub fn until(self) -> Option<Timestamp> {
        match self {
            Self::Closes { until } | Self::Closed { until } => Some(until),
            _ => None,
        }
    }

    /// Whether neither another try nor another code helps.
    pub(in crate::commands) fn is_final(self) -> bool {
        matches!(self, Self::NumberChanged | Self::ManagerChanged | Self::Closes { .. } | Self::Closed { .. })
    }

    /// The name for scripts and the audit log.
    pub fn kind(self) -> FailureKind {
        match self {
            Self::Wrong { .. } => FailureKind::CodeWrong,
            Self::ForAnotherAccount { .. } => FailureKind::CodeForAnotherAccount,
            Self::Replaced { .. } => FailureKind::CodeReplaced,
            Self::Closes { .. } => FailureKind::CodeWrongAndClosed,
            Self::Closed { .. } => FailureKind::VerificationClosed,
            Self::Expired => FailureKind::CodeExpired,
            Self::Used => FailureKind::CodeUsed,
            Self::NoTriesLeft => FailureKind::CodeNoTriesLeft,
            Self::NoneSent => FailureKind::CodeNotSent,
            Self::NumberChanged | Self::ManagerChanged => FailureKind::NumberChanged,
        }
    }
}
