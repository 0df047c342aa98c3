//! Signs in with the Kerberos ticket of the operator's session (SASL GSSAPI, RFC 4752) and seals everything that
//! follows. Never asks for a password, and never continues in the clear.
//!
//! The LDAP library's own sealing assumes that each sealed piece arrives whole and holds whole messages, which RFC
//! 4422, 3.7 does not promise: with Samba 4.17 it hangs on an answer of some 2,000 entries. So the library gets a
//! connection that is already sealed.

// The source of tickets, by system and build.
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

use std::time::Duration;

use jiff::Timestamp;
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio::time::timeout;

pub use context::BUILT_IN;

use super::DirectorySettings;
use super::relay::Link;
use crate::adapters::directory::Result;
use crate::adapters::directory::errors::ConnectError;
use crate::ports::{DirectoryError, TicketFault};

/// The operator's ticket, which the system keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket {
    /// `user@REALM`, where the system tells.
    pub principal: Option<String>,
    /// When it expires, where the system tells.
    pub expires: Option<Timestamp>,
}

/// A ticket fault with the system's text.
#[derive(Debug)]
struct FailedExchange {
    fault: TicketFault,
    text: String,
}

/// Reads the operator's ticket, before any server is contacted.
///
/// # Errors
/// [`DirectoryError::Ticket`] when none can be used.
pub async fn ticket(settings: &DirectorySettings) -> Result<Ticket, DirectoryError> {
    let server = settings.place();
    on_own_thread(settings.timeout, context::ticket)
        .await
        .map_err(|FailedExchange { fault, text }| DirectoryError::Ticket { server, fault, text })
}

/// Signs in on a fresh connection and seals it. `name` is the server's in Kerberos.
pub(super) async fn sign_in(
    stream: TcpStream,
    name: &str,
    server: &str,
    settings: &DirectorySettings,
) -> Result<Link, ConnectError> {
    let (stream, context, limit) = exchange::run(stream, name, server, settings).await?;
    sealed::start(stream, context, limit).await.map_err(ConnectError::Unusable)
}

/// Runs `work` on its own thread, because the system's Kerberos may wait longer than `limit`.
async fn on_own_thread<T: Send + 'static>(
    limit: Duration,
    work: impl FnOnce() -> Result<T, FailedExchange> + Send + 'static,
) -> Result<T, FailedExchange> {
    let (done, result) = oneshot::channel();
    let began = std::thread::Builder::new().name("kerberos".to_owned()).spawn(move || {
        let _ = done.send(work());
    });
    began.map_err(|error| FailedExchange { fault: TicketFault::Other, text: error.to_string() })?;
    match timeout(limit, result).await {
        Ok(Ok(result)) => result,
        Ok(Err(_)) => {
            Err(FailedExchange { fault: TicketFault::Other, text: "the Kerberos library gave up".to_owned() })
        }
        Err(_) => Err(FailedExchange { fault: TicketFault::KdcUnreachable, text: "no answer in time".to_owned() }),
    }
}
