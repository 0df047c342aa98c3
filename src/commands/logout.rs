//! `logout`: takes a secret out of the system's keyring. Touches nothing else.

use super::Failure;
use crate::domain::kept::{Entry, Kept};
use crate::ports::{Keyring, KeyringError};

/// Which secret.
#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    /// What the secret opens
    #[arg(value_enum, default_value_t = Kept::Directory, value_name = "WHAT")]
    pub what: Kept,
}

/// Forgets it. That nothing was there is no failure.
///
/// # Errors
/// [`Failure::Keyring`].
pub fn run(entry: Entry, keyring: &dyn Keyring) -> Result<Outcome, Failure> {
    match keyring.delete(&entry) {
        Ok(()) => Ok(Outcome { entry, was_there: true }),
        Err(KeyringError::NoEntry) => Ok(Outcome { entry, was_there: false }),
        Err(error) => Err(Failure::Keyring { entry, error }),
    }
}

/// What became of it.
#[derive(Debug)]
pub struct Outcome {
    /// Under which name it was kept.
    pub entry: Entry,
    /// Whether there was something to forget.
    pub was_there: bool,
}
