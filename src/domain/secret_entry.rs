//! The entries that may be in a keyring. Holds no secret.

/// The key of a keyring entry. Bound to user and place, so that a secret is never sent elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecretEntry {
    pub what: SecretKind,
    /// Empty where there are no users.
    pub user: String,
    /// A domain, servers, or an address.
    pub place: String,
}

/// The service that a secret is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecretKind {
    Directory,
    /// The SMS gateway.
    Sms,
    /// The desk's shared store.
    Store,
}

impl SecretKind {
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

/// Which keyring holds a secret, which decides how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyringKind {
    /// The desktop's or Windows': until deleted.
    System,
    /// The kernel's, in memory: until the next boot, and at most three days after the last use.
    Kernel,
}

impl KeyringKind {
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "keyring",
            Self::Kernel => "kernel_keyring",
        }
    }
}
