//! Clock, random numbers and waiting.

use std::time::Duration;

use futures_util::future::LocalBoxFuture;
use jiff::Timestamp;

pub trait Clock {
    /// Returns the current time, UTC.
    fn now(&self) -> Timestamp;
}

/// Waits.
pub trait Pause {
    /// Completes after `span`.
    fn pause(&self, span: Duration) -> LocalBoxFuture<'_, ()>;
}

/// A cryptographically secure random number generator.
pub trait Random {
    /// Fills `buffer` with random bytes.
    ///
    /// # Errors
    /// [`NoRandomness`]; nothing secret may then be generated.
    fn fill(&self, buffer: &mut [u8]) -> Result<(), NoRandomness>;
}

/// The operating system gave no random bytes.
#[derive(Debug, thiserror::Error)]
#[error("no random bytes from the operating system")]
pub struct NoRandomness;

impl<C: Clock + ?Sized> Clock for &C {
    fn now(&self) -> Timestamp {
        (**self).now()
    }
}

impl<C: Clock + ?Sized> Clock for std::sync::Arc<C> {
    fn now(&self) -> Timestamp {
        (**self).now()
    }
}
