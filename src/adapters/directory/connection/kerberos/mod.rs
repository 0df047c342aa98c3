//! Signing in with the Kerberos ticket of the operator's session (SASL GSSAPI, RFC 4752), by which everything that
//! follows is sealed. Never asks for a password, and never goes on in the clear.
//!
//! The LDAP library has all this too. It takes it that each sealed piece holds whole messages and comes whole, which
//! no one promises (RFC 4422, 3.7): seen with Samba 4.17, it waits for ever for an answer of some 2,000 entries. So it
//! is handed a connection that is sealed already.

// Where tickets come from: the one place that knows of systems and of how the program was built.
#[cfg(not(any(all(unix, feature = "kerberos"), windows)))]
#[path = "absent.rs"]
mod context;
#[cfg(all(unix, feature = "kerberos"))]
#[path = "gssapi.rs"]
mod context;
#[cfg(windows)]
#[path = "sspi.rs"]
mod context;

mod exchange;
mod sealed;
mod wire;

use std::time::Duration;

use jiff::Timestamp;
use ldap3::Ldap;
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio::time::timeout;

pub use context::BUILT_IN;

use super::Settings;
use super::connect::Failed;
use crate::ports::{DirectoryError, TicketFault};

/// The ticket that the system keeps for the operator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket {
    /// Whose it is, where the system tells: `user@REALM`.
    pub principal: Option<String>,
    /// When its time is over, where the system tells.
    pub expires: Option<Timestamp>,
}

/// What went wrong with a ticket, and the system's own words about it.
#[derive(Debug)]
struct Trouble {
    fault: TicketFault,
    text: String,
}

/// The operator's ticket, looked at before any server is.
///
/// # Errors
/// [`DirectoryError::Ticket`] when there is none that can be used.
pub async fn ticket(settings: &Settings) -> Result<Ticket, DirectoryError> {
    let server = settings.place();
    aside(settings.timeout, context::ticket).await.map_err(|Trouble { fault, text }| DirectoryError::Ticket {
        server,
        fault,
        text,
    })
}

/// Signs in on a connection that nothing has been said on, and seals it. `name` is the server's in Kerberos.
pub(super) async fn signed_in(
    stream: TcpStream,
    name: &str,
    server: &str,
    settings: &Settings,
) -> Result<Ldap, Failed> {
    let (stream, context, limit) = exchange::run(stream, name, server, settings).await?;
    sealed::ldap(stream, context, limit).await.map_err(Failed::Unusable)
}

/// Does it on a thread that nobody waits for: the system's Kerberos asks its servers for as long as it likes.
async fn aside<T: Send + 'static>(
    limit: Duration,
    work: impl FnOnce() -> Result<T, Trouble> + Send + 'static,
) -> Result<T, Trouble> {
    let (done, result) = oneshot::channel();
    let began = std::thread::Builder::new().name("kerberos".to_owned()).spawn(move || {
        let _ = done.send(work());
    });
    began.map_err(|error| Trouble { fault: TicketFault::Other, text: error.to_string() })?;
    match timeout(limit, result).await {
        Ok(Ok(result)) => result,
        Ok(Err(_)) => Err(Trouble { fault: TicketFault::Other, text: "the Kerberos library gave up".to_owned() }),
        Err(_) => Err(Trouble { fault: TicketFault::KdcUnreachable, text: "no answer in time".to_owned() }),
    }
}
