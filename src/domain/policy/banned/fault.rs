//! Faults of the organisation's file of banned words.

use super::NotATerm;
use crate::domain::system_fault::SystemFault;

/// Why the file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordsFault {
    #[error("{0}")]
    Unreadable(SystemFault),
    #[error("larger than 4 MiB")]
    TooLarge,
    /// Neither UTF-8 nor UTF-16 with a byte order mark (as by Windows PowerShell's `>`). The first such line, from 1.
    #[error("line {line} is neither UTF-8 nor UTF-16")]
    NotText { line: usize },
    /// The first such line, from 1.
    #[error("line {line}: {why}")]
    NotATerm { line: usize, why: NotATerm },
}
