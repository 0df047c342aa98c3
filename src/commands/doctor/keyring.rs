//! Checks the keyring, if the operator's password comes from it.

use super::{Check, CheckName, Finding};
use crate::domain::secret_entry::SecretEntry;
use crate::ports::{Keyring, KeyringError};

/// Checks that the keyring has `entry`; `None` if the keyring is not used.
pub fn keyring(entry: Option<&SecretEntry>, keyring: &dyn Keyring) -> Check {
    let Some(entry) = entry else { return Check::fine(CheckName::Keyring, Finding::KeyringNotNeeded) };
    match keyring.read(entry) {
        Ok((_, ring)) => Check::fine(CheckName::Keyring, Finding::KeyringHas(ring)),
        // A normal setup: the operator is prompted.
        Err(error @ (KeyringError::Absent | KeyringError::NoEntry)) => {
            Check::fine(CheckName::Keyring, Finding::KeyringAsks(error))
        }
        Err(error) => Check::warning(CheckName::Keyring, Finding::KeyringAsks(error)),
    }
}
