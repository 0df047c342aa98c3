//! Why a Kerberos ticket cannot be used.

use crate::domain::failure_kind::FailureKind;

/// Why a Kerberos ticket cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TicketFault {
    Missing,
    Expired,
    /// The clocks differ by more than Kerberos allows (usually five minutes).
    Clock {
        /// Seconds that this computer is ahead (negative: behind), if known.
        ahead: Option<i64>,
    },
    /// No KDC answers, or none is known.
    KdcUnreachable,
    /// The KDC does not know the directory server's name.
    UnknownServer {
        /// The name that the server gives itself, unproven.
        itself: Option<String>,
    },
    /// The server cannot decrypt a ticket for that name: it is another server, or in another domain.
    OtherServer {
        /// The name that it gives itself, unproven.
        itself: Option<String>,
    },
    Other,
}

impl TicketFault {
    /// Whether the same ticket may work a little later.
    pub fn may_pass(&self) -> bool {
        *self == Self::KdcUnreachable
    }

    /// The name in JSON.
    pub fn kind(&self) -> FailureKind {
        match self {
            Self::Missing => FailureKind::NoTicket,
            Self::Expired => FailureKind::TicketExpired,
            Self::Clock { .. } => FailureKind::ClockDiffers,
            Self::KdcUnreachable => FailureKind::KdcUnreachable,
            Self::UnknownServer { .. } => FailureKind::ServerUnknownToKdc,
            Self::OtherServer { .. } => FailureKind::TicketForOtherServer,
            Self::Other => FailureKind::TicketFailed,
        }
    }
}
