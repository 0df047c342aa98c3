//! What can be kept in a keyring, in which, and under which name. Holds no secret.

/// Under which name a secret is kept. Bound to its user and its place, so that it is never sent anywhere else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecretEntry {
    /// What it opens.
    pub what: SecretKind,
    /// Whose it is there; empty where there are no users.
    pub user: String,
    /// Where: a domain, servers, an address.
    pub place: String,
}

/// What a secret opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecretKind {
    /// The directory.
    Directory,
    /// The SMS gateway.
    Sms,
    /// The desk's common store.
    Store,
}

impl SecretKind {
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

/// Which keyring keeps a secret, and so for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyringKind {
    /// The one of the desktop or of Windows: until it is forgotten.
    System,
    /// The kernel's, in memory: until the computer restarts, and at most three days after it was last used.
    Kernel,
}

impl KeyringKind {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "keyring",
            Self::Kernel => "kernel_keyring",
        }
    }
}
