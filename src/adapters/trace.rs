//! Events for whoever traces a run: what is asked of which server, how long that takes, what comes of it. An event holds
//! names, counts and codes, and no value that is sent or comes back: a value may be a password, a code, a text or a number.

use std::fmt::Display;
use std::time::Instant;

use tracing::{Level, debug, enabled, info};

/// What comes of an exchange that has no answer: there was an error, or nobody waits for it any longer.
pub(super) const FAILED: &str = "failed";

/// Something asked of a server. Tells of itself when it is over.
pub(super) struct Exchange(Option<Asked>);

struct Asked {
    level: Level,
    server: String,
    what: String,
    begun: Instant,
    result: Option<String>,
}

impl Exchange {
    /// A connection, a sign-in, a question to DNS, or a message to a gateway.
    pub(super) fn connection(server: impl Display, what: impl FnOnce() -> String) -> Self {
        Self::begin(Level::INFO, enabled!(Level::INFO), server, what)
    }

    /// A request on a connection that is there.
    pub(super) fn request(server: impl Display, what: impl FnOnce() -> String) -> Self {
        Self::begin(Level::DEBUG, enabled!(Level::DEBUG), server, what)
    }

    fn begin(level: Level, wanted: bool, server: impl Display, what: impl FnOnce() -> String) -> Self {
        let asked = || Asked { level, server: server.to_string(), what: what(), begun: Instant::now(), result: None };
        Self(wanted.then(asked))
    }

    /// What came of it.
    pub(super) fn ended(mut self, result: impl Display) {
        if let Some(asked) = &mut self.0 {
            asked.result = Some(result.to_string());
        }
    }
}

impl Drop for Exchange {
    fn drop(&mut self) {
        let Some(Asked { level, server, what, begun, result }) = &self.0 else { return };
        let (milliseconds, result) = (begun.elapsed().as_secs_f64() * 1000.0, result.as_deref().unwrap_or(FAILED));
        match *level {
            Level::INFO => info!(server, milliseconds, result, "{what}"),
            _ => debug!(server, milliseconds, result, "{what}"),
        }
    }
}
