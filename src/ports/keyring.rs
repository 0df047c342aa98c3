//! The system's keyring: secrets that the user of this computer keeps there, so that they need not stand in a file.

use crate::domain::password::Password;

/// Keeps secrets. Every call ends within a few seconds, whatever the keyring does; none opens a window.
pub trait Keyring {
    /// The secret kept under `entry`.
    ///
    /// # Errors
    /// [`KeyringError`]; [`NoEntry`](KeyringError::NoEntry) when there is none.
    fn read(&self, entry: &Entry) -> Result<Password, KeyringError>;

    /// Keeps a secret, in place of the one that was kept.
    ///
    /// # Errors
    /// [`KeyringError`]. After [`Slow`](KeyringError::Slow) it may be kept all the same.
    fn write(&self, entry: &Entry, secret: &Password) -> Result<(), KeyringError>;

    /// Forgets a secret.
    ///
    /// # Errors
    /// [`KeyringError`]; [`NoEntry`](KeyringError::NoEntry) when there was none.
    fn delete(&self, entry: &Entry) -> Result<(), KeyringError>;
}

/// Under which name a secret is kept. Bound to its user and its place, so that it is never sent anywhere else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it opens.
    pub what: Kept,
    /// Whose it is there; empty where there are no users.
    pub user: String,
    /// Where: a domain, servers, an address.
    pub place: String,
}

/// What a secret opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// The directory.
    Directory,
    /// The SMS gateway.
    Sms,
    /// The desk's common store.
    Store,
}

impl Kept {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Directory, Self::Sms, Self::Store];

    /// Its name in the keyring, on the command line and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Directory => "directory",
            Self::Sms => "sms",
            Self::Store => "store",
        }
    }
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
