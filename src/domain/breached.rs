//! Faults of a list of leaked passwords. Never contains the password that was looked up.

use super::system_fault::SystemFault;

/// Why the list cannot be relied on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ListFault {
    #[error("{0}")]
    Unreadable(SystemFault),
    /// A directory or a device.
    #[error("not a file")]
    NotAFile,
    #[error("empty")]
    Empty,
    /// Probably an archive of the list.
    #[error("compressed")]
    Compressed,
    /// It does not start with a SHA-1 or NTLM hash in hexadecimal.
    #[error("does not begin with a SHA-1 or NTLM hash")]
    NotAList,
    /// A line is not `HASH:COUNT`.
    #[error("no HASH:COUNT at byte {at}")]
    Malformed { at: u64 },
    /// The hashes are not sorted, so a lookup could miss one.
    #[error("not ordered by hash at byte {at}")]
    NotOrdered { at: u64 },
    /// The first or last hash is too far from the lowest or highest possible one.
    #[error("incomplete")]
    Incomplete,
    /// Where the hash would be, its neighbours are much farther apart than elsewhere. Does not say where: that would tell
    /// the hash.
    #[error("hashes are missing in between")]
    Hole,
}
