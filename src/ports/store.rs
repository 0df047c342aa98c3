//! How a store that keeps codes and the audit trail fails, and why one must not be used.

use std::path::PathBuf;

/// The store, or the trail in it, could not be used.
///
/// A server that was lost while it took something in may have kept it all the same, when nobody could ask it
/// afterwards. An intent then reads as: it may have happened.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{place}: {text}")]
pub struct StoreError {
    /// Which file or server.
    pub place: String,
    /// What it said.
    pub text: String,
}

impl StoreError {
    /// Whether it is a server, and not a file.
    pub fn is_of_a_server(&self) -> bool {
        is_server(&self.place)
    }
}

/// Whether the place of a store is a server, and not a file.
pub fn is_server(place: &str) -> bool {
    place.contains("://")
}

/// Why the store could not be opened.
#[derive(Debug, Clone, thiserror::Error)]
pub enum OpenError {
    /// It could not be reached or read.
    #[error(transparent)]
    Failed(#[from] StoreError),
    /// It is there, and not to be used with what this machine has.
    #[error("{place}: {why}")]
    Refused {
        /// Which file or server.
        place: String,
        /// Why.
        why: StoreRefusal,
    },
}

/// Why a store must not be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreRefusal {
    /// A newer program has written it, and this one would not understand it.
    #[error("written by a newer servicedesk (version {found}, this one knows {known})")]
    Newer {
        /// The version of its layout.
        found: i64,
        /// The newest that this program knows.
        known: i64,
    },
    /// Others have made it with their key, which is not on this machine.
    #[error("{}: the desk's key is not here", .path.display())]
    NoKey {
        /// Where it should be.
        path: PathBuf,
    },
    /// The key on this machine is another one than the desk's.
    #[error("{}: not the desk's key", .path.display())]
    OtherKey {
        /// Where it is.
        path: PathBuf,
    },
    /// A file of the store, or the folder they are in, is not this user's alone.
    #[error("{}: {why}", .path.display())]
    Exposed {
        /// Where it is.
        path: PathBuf,
        /// How it is open to others.
        why: Exposure,
    },
    /// Others on this machine can read the key, or it is none.
    #[error("{}: {why}", .path.display())]
    UnusableKey {
        /// Where it is.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
}

/// How a file or folder is open to others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Exposure {
    /// It is a link, and leads where somebody else may decide.
    #[error("it is a link")]
    Link,
    /// It belongs to another user of the computer.
    #[error("it belongs to another user")]
    OtherOwner,
    /// Others can read or write it.
    #[error("others can read it (mode {mode:03o})")]
    Readable {
        /// Its permission bits.
        mode: u32,
    },
    /// Others can write it, which is what counts here.
    #[error("others can write it (mode {mode:03o})")]
    Writable {
        /// Its permission bits.
        mode: u32,
    },
}
