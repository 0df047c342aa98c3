//! Errors of the store that holds codes and the audit log.

use std::io;
use std::path::{Path, PathBuf};

use super::ServerFault;
use crate::domain::system_fault::SystemFault;

/// The store or the audit log in it cannot be used.
///
/// A database server that was lost during a write may have committed it all the same. An intent then reads as: it may
/// have happened.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{place}: {text}")]
pub struct StoreError {
    pub place: String,
    pub fault: StoreFault,
    /// The system's or the database's own text.
    pub text: String,
}

/// Why the store or its server does not do what it is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreFault {
    System(SystemFault),
    /// A file that SQLite needs cannot be opened, for a reason that it does not give.
    CannotOpen,
    /// Another process or machine has been writing for longer than is waited.
    Busy,
    /// It is not what this program wrote.
    Damaged,
    /// It was removed or replaced while it was in use.
    Replaced,
    /// The server cannot be reached or secured.
    Server(ServerFault),
    /// The server's administrators are shutting it down or starting it, or it ended the session.
    ShuttingDown,
    SignInRefused,
    NoSuchDatabase,
    /// The database user may not do what the program needs.
    NoRight,
    TooManySessions,
    /// The server takes no changes.
    Standby,
    Unexpected,
}

impl StoreError {
    /// The error of the operating system at a path.
    pub fn of_system(path: &Path, error: &io::Error) -> Self {
        Self { place: path.display().to_string(), fault: StoreFault::System(error.into()), text: error.to_string() }
    }

    /// Whether the store is a database server, not a file.
    pub fn is_of_a_server(&self) -> bool {
        is_server(&self.place)
    }
}

/// Whether the place of a store is a database server, not a file.
pub fn is_server(place: &str) -> bool {
    place.contains("://")
}

#[derive(Debug, Clone, thiserror::Error)]
pub enum OpenError {
    #[error(transparent)]
    Failed(#[from] StoreError),
    /// It exists, but must not be used.
    #[error("{place}: {why}")]
    Refused { place: String, why: StoreRefusal },
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreRefusal {
    /// A newer version of the program has upgraded it.
    #[error("written by a newer servicedesk (version {found}, this one knows {known})")]
    Newer {
        /// Its schema version.
        found: i64,
        /// The newest schema version that this program knows.
        known: i64,
    },
    /// It was made with a key that is not on this computer.
    #[error("{}: the desk's key is not here", .path.display())]
    NoKey { path: PathBuf },
    /// The key on this computer is not the store's key.
    #[error("{}: not the desk's key", .path.display())]
    OtherKey { path: PathBuf },
    /// A folder is in the key's place.
    #[error("{}: it is a folder", .path.display())]
    KeyIsFolder { path: PathBuf },
    /// Another user of this computer can read or write the store's files or folder.
    #[error("{}: {why}", .path.display())]
    Exposed { path: PathBuf, why: Exposure },
    /// The key file is readable to others, or is not a key.
    #[error("{}: {why}", .path.display())]
    UnusableKey { path: PathBuf, why: KeyFault },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyFault {
    #[error("others can read it (mode {mode:03o})")]
    Readable {
        /// Permission bits.
        mode: u32,
    },
    #[error("not a key of 32 bytes")]
    NotAKey,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Exposure {
    /// It is a symbolic link, whose target others may choose.
    #[error("it is a link")]
    Link,
    /// Another user owns it.
    #[error("it belongs to another user")]
    OtherOwner,
    #[error("others can read it (mode {mode:03o})")]
    Readable {
        /// Permission bits.
        mode: u32,
    },
    #[error("others can write it (mode {mode:03o})")]
    Writable {
        /// Permission bits.
        mode: u32,
    },
}
