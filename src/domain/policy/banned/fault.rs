//! What can be wrong with the organisation's own file of banned words. No words for people.

use super::NotATerm;

/// Why the file of banned words cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordsFault {
    /// It could not be read; the system's own words.
    #[error("{0}")]
    Unreadable(String),
    /// More than 4 MiB.
    #[error("larger than 4 MiB")]
    TooLarge,
    /// Neither UTF-8 nor UTF-16 with a byte order mark, which is what Windows PowerShell's `>` writes.
    #[error("line {line} is neither UTF-8 nor UTF-16")]
    NotText {
        /// The first line that is not; the first is 1.
        line: usize,
    },
    /// A line cannot be a banned word.
    #[error("line {line}: {why}")]
    NotATerm {
        /// The first such line; the first is 1.
        line: usize,
        /// Why.
        why: NotATerm,
    },
}
