//! Errors in a list of leaked passwords, found when it is opened or searched.
//!
//! Contains no texts for people and nothing of the password that was searched for.

/// Why a list of leaked passwords cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ListFault {
    /// It could not be read; the system's error message.
    #[error("{0}")]
    Unreadable(String),
    /// It is a folder or a device.
    #[error("not a file")]
    NotAFile,
    /// It is empty.
    #[error("empty")]
    Empty,
    /// It is compressed.
    #[error("compressed")]
    Compressed,
    /// It does not begin with a SHA-1 or NTLM hash in hexadecimal.
    #[error("does not begin with a SHA-1 or NTLM hash")]
    NotAList,
    /// It contains a line that is not a hash and a count.
    #[error("no HASH:COUNT at byte {at}")]
    Malformed {
        /// The offset in bytes.
        at: u64,
    },
    /// It is not sorted by hash, so the search may miss passwords.
    #[error("not ordered by hash at byte {at}")]
    NotOrdered {
        /// The offset in bytes.
        at: u64,
    },
    /// Its first or last hash is too far from the least or greatest possible one, so a part is missing.
    #[error("incomplete")]
    Incomplete,
}
