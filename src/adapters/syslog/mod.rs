//! The audit trail on its way to a log server: RFC 5424 over UDP, TCP, TLS or the local socket, or journald's own form.
//!
//! The store is the spool: what was sent is marked there, and what was not goes with the next run. Nobody waits for a
//! receiver: sending has a thread of its own, and losing it loses no record and stops no call.

mod forwarder;
mod message;
#[cfg(test)]
mod tests;
mod transport;

pub use forwarder::{Forwarder, Spool};
pub use transport::Transport;

pub use crate::config::Receiver;
