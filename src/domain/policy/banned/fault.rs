//! Errors in the organisation's file of banned words. The texts for people are elsewhere.

use super::NotATerm;

/// Why the file of banned words cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordsFault {
    /// It could not be read; the system's error message.
    #[error("{0}")]
    Unreadable(String),
    /// It is larger than 4 MiB.
    #[error("larger than 4 MiB")]
    TooLarge,
    /// It is neither UTF-8 nor UTF-16 with a byte order mark, which Windows PowerShell's `>` writes.
    #[error("line {line} is neither UTF-8 nor UTF-16")]
    NotText {
        /// The first such line, from 1.
        line: usize,
    },
    /// A line cannot be a banned word.
    #[error("line {line}: {why}")]
    NotATerm {
        /// The first such line, from 1.
        line: usize,
        /// Why.
        why: NotATerm,
    },
}
