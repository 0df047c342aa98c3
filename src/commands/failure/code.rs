//! Why a code does not verify the caller.

use jiff::Timestamp;

/// Why a code does not verify the caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeRefusal {
    /// Another code was sent.
    Wrong {
        /// Tries left.
        left: u32,
    },
    /// It is the code of another caller of this operator.
    ForAnotherAccount {
        /// Tries left.
        left: u32,
    },
    /// It was this caller's, until a newer one was sent.
    Replaced {
        /// Tries left.
        left: u32,
    },
    /// It was wrong, as too many have been: the account's verification is closed now.
    Closes {
        /// Until then.
        until: Timestamp,
    },
    /// The account's verification is closed, whoever asks and whatever is read back.
    Closed {
        /// Until then.
        until: Timestamp,
    },
    /// Its time is up.
    Expired,
    /// It was used already.
    Used,
    /// All tries are used up.
    NoTriesLeft,
    /// No code was sent.
    NoneSent,
    /// The registered number changed after the code was sent.
    NumberChanged,
}

impl CodeRefusal {
    /// How long it holds, of one that ends by itself.
    pub fn until(self) -> Option<Timestamp> {
        match self {
            Self::Closes { until } | Self::Closed { until } => Some(until),
            _ => None,
        }
    }

    /// Whether another code is no help, nor another try.
    pub(in crate::commands) fn is_final(self) -> bool {
        matches!(self, Self::NumberChanged | Self::Closes { .. } | Self::Closed { .. })
    }

    /// The name scripts and the audit trail see.
    pub fn name(self) -> &'static str {
        match self {
            Self::Wrong { .. } => "code_wrong",
            Self::ForAnotherAccount { .. } => "code_for_another_account",
            Self::Replaced { .. } => "code_replaced",
            Self::Closes { .. } => "code_wrong_and_closed",
            Self::Closed { .. } => "verification_closed",
            Self::Expired => "code_expired",
            Self::Used => "code_used",
            Self::NoTriesLeft => "code_no_tries_left",
            Self::NoneSent => "code_not_sent",
            Self::NumberChanged => "number_changed",
        }
    }
}
