//! Why the operating system did not do what it was asked, without its text, which is in English and for programmers.

/// What the operating system's error means for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{self:?}")]
pub enum SystemFault {
    Missing,
    NoRight,
    Exists,
    IsFolder,
    /// A part of the path is not a folder.
    NotAFolder,
    /// A pipe or a device, where only an ordinary file is read.
    NotAFile,
    /// A symbolic link, where none is followed.
    IsLink,
    /// The disk, or this user's share of it, is full.
    DiskFull,
    ReadOnly,
    /// The disk or the network drive reports a fault.
    Device,
    /// Nobody reads what is written.
    Closed,
    /// This process, or all on the computer, have as many files and connections open as they may.
    TooManyFiles,
    NoMemory,
    /// No further thread or process may be started.
    TooManyThreads,
    /// Anything else, with the operating system's number for it.
    Unexpected(Option<i32>),
}

impl SystemFault {
    /// Whether the computer, not what was asked for, is at fault.
    pub fn is_of_computer(self) -> bool {
        matches!(self, Self::TooManyFiles | Self::NoMemory | Self::TooManyThreads)
    }
}
