//! The keyring, where the operator's password is taken from it.

use super::{Check, Finding, Name};
use crate::domain::secret_entry::SecretEntry;
use crate::ports::{Keyring, KeyringError};

/// Looks whether the keyring has a secret; `None`: it stands in a file, and the keyring is not asked.
pub fn keyring(entry: Option<&SecretEntry>, keyring: &dyn Keyring) -> Check {
    let Some(entry) = entry else { return Check::fine(Name::Keyring, Finding::KeyringNotNeeded) };
    match keyring.read(entry) {
        Ok((_, ring)) => Check::fine(Name::Keyring, Finding::KeyringHas(ring)),
        // So many work every day: they are asked.
        Err(error @ (KeyringError::Absent | KeyringError::NoEntry)) => {
            Check::fine(Name::Keyring, Finding::KeyringAsks(error))
        }
        Err(error) => Check::warning(Name::Keyring, Finding::KeyringAsks(error)),
    }
}
