//! Forwards the audit trail to a log server: RFC 5424 over UDP, TCP, TLS or the local socket, or journald's own format.
//!
//! The store is the spool: it marks what was sent, and the next run sends the rest. A thread of its own sends, so that
//! no call waits for a receiver; when the thread fails, no record is lost.

mod forwarder;
mod message;
#[cfg(test)]
mod tests;
mod transport;

pub use forwarder::{Forwarder, Spool};
pub use transport::Transport;

pub use crate::config::Receiver;
