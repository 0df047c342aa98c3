//! The entries that may be in a keyring. Holds no secret.

use super::named_enum::named_enum;

/// The key of a keyring entry. Bound to user and place, so that a secret is never sent elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecretEntry {
    pub what: SecretKind,
    /// Empty where there are no users.
    pub user: String,
    /// A domain, servers, or an address.
    pub place: String,
}

named_enum! {
    pub enum SecretKind {
        Directory = "directory",
        Sms = "sms",
        /// The desk's shared store.
        Store = "store",
    }
}

named_enum! {
    /// Which keyring holds a secret, which decides how long.
    pub enum KeyringKind {
        /// The desktop's or Windows': until deleted.
        System = "keyring",
        /// The kernel's, in memory: until the next boot, and at most three days after the last use.
        Kernel = "kernel_keyring",
    }
}
