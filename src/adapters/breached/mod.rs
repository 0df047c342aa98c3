//! Leaked passwords, offline: searches the Pwned Passwords list of Have I Been Pwned as its downloader writes it.
//!
//! No index is built and nothing is kept in memory. Nothing is sent anywhere.

mod hash;
mod list;
mod source;
#[cfg(test)]
mod tests;

use std::fs::File;
use std::path::{Path, PathBuf};

use crate::config::{PasswordPolicy, Problem};
use crate::domain::breached::ListFault;
use crate::domain::password::Password;
use crate::ports::{BreachedError, BreachedPasswords};

use list::List;

/// A text file with a line `HASH:COUNT` for each leaked password, SHA-1 or NTLM, ordered by hash.
pub struct BreachedFile {
    path: PathBuf,
    list: List<File>,
}

impl BreachedFile {
    /// The list that `[password_policy]` names; `None` when it names none.
    ///
    /// # Errors
    /// [`Problem::BreachedList`] when it is missing or its two ends show that it cannot be relied on.
    pub fn configured(section: &PasswordPolicy) -> Result<Option<Self>, Problem> {
        let Some(file) = section.breached_passwords_file.get() else { return Ok(None) };
        let unusable = |fault| Problem::BreachedList {
            key: file.key,
            origin: file.origin.clone(),
            path: file.value.clone(),
            fault,
        };
        Self::open(&file.value).map(Some).map_err(unusable)
    }

    /// Opens the list at `path` and checks its two ends.
    ///
    /// # Errors
    /// [`ListFault`], as far as the ends show it.
    pub fn open(path: &Path) -> Result<Self, ListFault> {
        // Checked before it is opened: opening a pipe waits for a writer, and Windows opens no folder.
        if !std::fs::metadata(path)?.is_file() {
            return Err(ListFault::NotAFile);
        }
        Ok(Self { path: path.to_owned(), list: List::open(File::open(path)?)? })
    }
}

impl BreachedPasswords for BreachedFile {
    fn times_seen(&self, password: &Password) -> Result<u64, BreachedError> {
        let hash = self.list.kind().hash(password);
        self.list.count(&hash).map_err(|fault| BreachedError { path: self.path.clone(), fault })
    }
}

impl From<std::io::Error> for ListFault {
    fn from(error: std::io::Error) -> Self {
        Self::Unreadable(error.into())
    }
}
