//! Passwords that leaked somewhere and are known to those who guess.

use std::path::PathBuf;

use crate::domain::breached::ListFault;
use crate::domain::password::Password;

/// Knows leaked passwords. A desk without such a list has no `BreachedPasswords` at all, so that "not
/// checked" is never mistaken for "not leaked".
pub trait BreachedPasswords {
    /// How many times the password was seen in leaks; 0: it is not in the list. Nothing leaves this
    /// computer but reads of the list's file.
    ///
    /// # Errors
    /// [`BreachedError`] when the list gives no answer that can be relied on.
    fn times_seen(&self, password: &Password) -> Result<u64, BreachedError>;
}

/// The list of leaked passwords gives no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {fault}", .path.display())]
pub struct BreachedError {
    /// The list's file.
    pub path: PathBuf,
    /// What is wrong with it.
    pub fault: ListFault,
}
