//! `logout`: deletes a secret from the system's keyring. Touches nothing else.

pub(in crate::commands) mod render;

use super::Failure;
use crate::domain::secret_entry::{SecretEntry, SecretKind};
use crate::ports::{Keyring, KeyringError};

#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    #[arg(value_enum, default_value_t = SecretKind::Directory, value_name = "WHAT")]
    pub(crate) what: SecretKind,
}

/// Deletes the secret. A missing one is not a failure.
pub fn run(entry: SecretEntry, keyring: &dyn Keyring) -> Result<Outcome, Failure> {
    match keyring.delete(&entry) {
        Ok(()) => Ok(Outcome { entry, was_there: true }),
        Err(KeyringError::NoEntry) => Ok(Outcome { entry, was_there: false }),
        Err(error) => Err(Failure::Keyring { entry, error }),
    }
}

/// Deletes the directory password of the operator whose name is stored in `name`, and the name.
pub fn with_name(name: SecretEntry, keyring: &dyn Keyring) -> Result<Outcome, Failure> {
    match keyring.read(&name) {
        Ok((user, _)) => {
            let outcome = run(SecretEntry { user: user.expose().to_owned(), ..name.clone() }, keyring)?;
            run(name, keyring)?;
            Ok(outcome)
        }
        Err(KeyringError::NoEntry) => Ok(Outcome { entry: name, was_there: false }),
        Err(error) => Err(Failure::Keyring { entry: name, error }),
    }
}

#[derive(Debug)]
pub struct Outcome {
    /// Under which name it was kept.
    pub entry: SecretEntry,
    /// Whether there was something to forget.
    pub was_there: bool,
}
