//! The machine's two sources of what cannot be foretold, and its patience.

use std::time::Duration;

use futures_util::future::LocalBoxFuture;
use jiff::Timestamp;

/// Tells the time.
pub trait Clock {
    /// The time now, UTC.
    fn now(&self) -> Timestamp;
}

/// Lets time pass.
pub trait Pause {
    /// Ends when so much time has passed.
    fn pause(&self, span: Duration) -> LocalBoxFuture<'_, ()>;
}

/// A cryptographically secure source of random bytes.
pub trait Random {
    /// Fills `buffer`.
    ///
    /// # Errors
    /// When the operating system gives none; nothing may then be made that needs to be secret.
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
