//! Why a Kerberos ticket does not let the operator in.

/// Why a Kerberos ticket does not let the operator in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TicketFault {
    /// There is none.
    Missing,
    /// Its time is over.
    Expired,
    /// The clock of this computer and theirs differ by more than Kerberos allows, which is mostly five minutes.
    Clock {
        /// How many seconds this computer is ahead, where that is known; behind, if negative.
        ahead: Option<i64>,
    },
    /// No server that gives tickets out answers, or nobody knows of one.
    KdcUnreachable,
    /// Those who give tickets out know no directory server of that name.
    UnknownServer {
        /// What the server calls itself. Nothing proves it.
        itself: Option<String>,
    },
    /// The server cannot read a ticket for that name: it is another one, or of another domain.
    OtherServer {
        /// What it calls itself. Nothing proves it.
        itself: Option<String>,
    },
    /// Something else.
    Other,
}

impl TicketFault {
    /// Whether the same ticket may do a little later.
    pub fn may_pass(&self) -> bool {
        *self == Self::KdcUnreachable
    }

    /// The name scripts see.
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
