//! Faults of the organisation's file of banned words.

use super::NotATerm;

/// Why the file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordsFault {
    /// The text from the operating system.
    #[error("{0}")]
    Unreadable(String),
    #[error("larger than 4 MiB")]
    TooLarge,
    /// Neither UTF-8 nor UTF-16 with a byte order mark (as by Windows PowerShell's `>`). The first such line, from 1.
    #[error("line {line} is neither UTF-8 nor UTF-16")]
    NotText { line: usize },
    /// The first such line, from 1.
    #[error("line {line}: {why}")]
    NotATerm { line: usize, why: NotATerm },
}
