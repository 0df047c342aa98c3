//! Traces requests to servers: server, request, duration, result. An event holds names, counts and result codes, never
//! a value sent or received, which may be a password, a code, a message or a phone number.

use std::fmt::Display;
use std::time::Instant;

use tracing::{Level, debug, enabled, info};

/// The result of a request that failed or was cancelled.
pub(super) const FAILED: &str = "failed";

/// A request to a server. Emits its event when dropped.
pub(super) struct TracedRequest(Option<Started>);

struct Started {
    level: Level,
    server: String,
    what: String,
    begun: Instant,
    result: Option<String>,
}

impl TracedRequest {
    /// Starts a connection, a sign-in, a DNS query or a message to a gateway (level INFO).
    pub(super) fn connection(server: impl Display, what: impl FnOnce() -> String) -> Self {
        Self::begin(Level::INFO, enabled!(Level::INFO), server, what)
    }

    /// Starts a request on an open connection (level DEBUG).
    pub(super) fn request(server: impl Display, what: impl FnOnce() -> String) -> Self {
        Self::begin(Level::DEBUG, enabled!(Level::DEBUG), server, what)
    }

    fn begin(level: Level, wanted: bool, server: impl Display, what: impl FnOnce() -> String) -> Self {
        let asked = || Started { level, server: server.to_string(), what: what(), begun: Instant::now(), result: None };
        Self(wanted.then(asked))
    }

    /// Sets the result.
    pub(super) fn ended(mut self, result: impl Display) {
        if let Some(asked) = &mut self.0 {
            asked.result = Some(result.to_string());
        }
    }
}

impl Drop for TracedRequest {
    fn drop(&mut self) {
        let Some(Started { level, server, what, begun, result }) = &self.0 else { return };
        let (milliseconds, result) = (begun.elapsed().as_secs_f64() * 1000.0, result.as_deref().unwrap_or(FAILED));
        match *level {
            Level::INFO => info!(server, milliseconds, result, "{what}"),
            _ => debug!(server, milliseconds, result, "{what}"),
        }
    }
}
