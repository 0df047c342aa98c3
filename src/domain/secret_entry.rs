//! Which secrets can be stored in a keyring, in which one, and under which name. Holds no secret.

/// The name that a secret is stored under. Includes its user and place, so that it is never sent elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecretEntry {
    /// What the secret is for.
    pub what: SecretKind,
    /// The user it belongs to; empty where there are no users.
    pub user: String,
    /// The domain, servers or address it is for.
    pub place: String,
}

/// What a secret is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecretKind {
    /// Signing in to the directory.
    Directory,
    /// The SMS gateway.
    Sms,
    /// The desk's shared store.
    Store,
}

impl SecretKind {
    /// Every kind of secret.
    pub const ALL: [Self; 3] = [Self::Directory, Self::Sms, Self::Store];

    /// The name in the keyring, on the command line and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Directory => "directory",
            Self::Sms => "sms",
            Self::Store => "store",
        }
    }
}

/// The keyring that stores a secret, which decides for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyringKind {
    /// The desktop's or Windows': until it is deleted.
    System,
    /// The Linux kernel's, in memory: until the computer restarts, at most three days after it was last used.
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
