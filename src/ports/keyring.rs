//! The system's keyring: secrets that the user of this computer keeps there, so that they need not stand in a file.

use crate::domain::password::Password;
use crate::domain::secret_entry::{KeyringKind, SecretEntry};

/// Keeps secrets. Every call ends within a few seconds, whatever the keyring does; none opens a window.
pub trait Keyring {
    /// The secret kept under `entry`, and which keyring it comes from.
    ///
    /// # Errors
    /// [`KeyringError`]; [`NoEntry`](KeyringError::NoEntry) when there is none.
    fn read(&self, entry: &SecretEntry) -> Result<(Password, KeyringKind), KeyringError>;

    /// Keeps a secret, in place of the one that was kept; gives which keyring took it.
    ///
    /// # Errors
    /// [`KeyringError`]. After [`Slow`](KeyringError::Slow) it may be kept all the same.
    fn write(&self, entry: &SecretEntry, secret: &Password) -> Result<KeyringKind, KeyringError>;

    /// Forgets a secret, in every keyring that can be asked.
    ///
    /// # Errors
    /// [`KeyringError`]; [`NoEntry`](KeyringError::NoEntry) when there was none.
    fn delete(&self, entry: &SecretEntry) -> Result<(), KeyringError>;
}

/// Why the keyring did not do it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyringError {
    /// There is no keyring on this computer, or not in this session.
    #[error("no keyring")]
    Absent,
    /// It is locked, and only its owner can open it.
    #[error("the keyring is locked")]
    Locked,
    /// It did not answer in time.
    #[error("the keyring does not answer")]
    Slow,
    /// Nothing is kept under that name.
    #[error("not in the keyring")]
    NoEntry,
    /// It said no, in its own words.
    #[error("the keyring refused: {0}")]
    Refused(String),
}
