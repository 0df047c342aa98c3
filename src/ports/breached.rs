//! The list of leaked passwords.

use std::path::PathBuf;

use crate::domain::breached::ListFault;
use crate::domain::password::Password;

/// A list of leaked passwords. Without a list there is no `BreachedPasswords` at all, so that "not checked" is never
/// taken for "not leaked".
pub trait BreachedPasswords {
    /// Returns how many times the password was seen in leaks; 0: not in the list. Reads only the list's file.
    ///
    /// # Errors
    /// [`BreachedError`] when the list gives no reliable answer.
    fn times_seen(&self, password: &Password) -> Result<u64, BreachedError>;
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {fault}", .path.display())]
pub struct BreachedError {
    pub path: PathBuf,
    pub fault: ListFault,
}
