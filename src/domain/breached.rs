//! What can be wrong with a list of leaked passwords: the same whether it is opened or searched.
//!
//! No words for people, and nothing of the password that was looked for.

/// Why a list of leaked passwords cannot be relied on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ListFault {
    /// It could not be read; the system's own words.
    #[error("{0}")]
    Unreadable(String),
    /// A folder or a device.
    #[error("not a file")]
    NotAFile,
    /// Nothing is in it.
    #[error("empty")]
    Empty,
    /// An archive that holds the list, perhaps.
    #[error("compressed")]
    Compressed,
    /// It does not begin with a SHA-1 or NTLM hash in hexadecimal.
    #[error("does not begin with a SHA-1 or NTLM hash")]
    NotAList,
    /// In between stands something that is no line of such a list.
    #[error("no HASH:COUNT at byte {at}")]
    Malformed {
        /// Where, in bytes from the beginning.
        at: u64,
    },
    /// Its lines are in another order than that of the hashes, so what is not found may still be there.
    #[error("not ordered by hash at byte {at}")]
    NotOrdered {
        /// Where, in bytes from the beginning.
        at: u64,
    },
    /// It begins or ends too far from the least or the greatest hash: a part of it is not there.
    #[error("incomplete")]
    Incomplete,
}
