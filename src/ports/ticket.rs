//! Why a Kerberos ticket cannot be used.

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
    pub fn name(&self) -> &'static str {
        match self {
            Self::Missing => "no_ticket",
            Self::Expired => "ticket_expired",
            Self::Clock { .. } => "clock_differs",
            Self::KdcUnreachable => "kdc_unreachable",
            Self::UnknownServer { .. } => "server_unknown_to_kdc",
            Self::OtherServer { .. } => "ticket_for_other_server",
            Self::Other => "ticket_failed",
        }
    }
}
