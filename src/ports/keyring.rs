//! The system keyring, where the user's secrets are stored instead of in files.

use crate::domain::password::Password;
use crate::domain::secret_entry::{KeyringKind, SecretEntry};

/// Stores secrets. Every call returns within a few seconds and opens no window.
pub trait Keyring {
    /// Returns the secret stored as `entry`, and the keyring that holds it.
    ///
    /// # Errors
    /// [`KeyringError`]; [`NoEntry`](KeyringError::NoEntry) when there is none.
    fn read(&self, entry: &SecretEntry) -> Result<(Password, KeyringKind), KeyringError>;

    /// Stores a secret, replacing an earlier one. Returns the keyring that holds it.
    ///
    /// # Errors
    /// [`KeyringError`]. After [`Slow`](KeyringError::Slow) it may be stored all the same.
    fn write(&self, entry: &SecretEntry, secret: &Password) -> Result<KeyringKind, KeyringError>;

    /// Deletes a secret from every available keyring.
    ///
    /// # Errors
    /// [`KeyringError`]; [`NoEntry`](KeyringError::NoEntry) when there was none.
    fn delete(&self, entry: &SecretEntry) -> Result<(), KeyringError>;
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyringError {
    /// There is no keyring on this computer or in this session.
    #[error("no keyring")]
    Absent,
    /// It is locked, and only the user can unlock it.
    #[error("the keyring is locked")]
    Locked,
    #[error("the keyring does not answer")]
    Slow,
    #[error("not in the keyring")]
    NoEntry,
    /// Refused, with the keyring's own words.
    #[error("the keyring refused: {0}")]
    Refused(String),
}
