//! The desk's state in SQLite: codes and the audit trail, for as many processes at once as there
//! are operators on this machine.

mod codes;
mod key;
mod records;
mod schema;
#[cfg(test)]
mod tests;

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::domain::code::Key;
use crate::ports::{Random, StoreError};

/// The open store.
pub struct SqliteStore {
    path: PathBuf,
    connection: RefCell<Connection>,
    key: Key,
}

impl SqliteStore {
    /// Opens the store at `path`, or makes it: readable by its owner alone, with its key in a file
    /// beside it.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be made, read or understood.
    pub fn open(path: &Path, random: &dyn Random) -> Result<Self, StoreError> {
        let failed = |text: String| StoreError { place: path.display().to_string(), text };
        prepare(path).map_err(|error| failed(error.to_string()))?;
        let key = key::load(&path.with_extension("key"), random).map_err(|error| failed(error.to_string()))?;
        let mut connection = Connection::open(path).map_err(|error| failed(error.to_string()))?;
        schema::bring_up_to_date(&mut connection, || lock(&path.with_extension("lock"))).map_err(failed)?;
        Ok(Self { path: path.to_owned(), connection: RefCell::new(connection), key })
    }

    /// The desk's key for codes and numbers.
    pub fn key(&self) -> &Key {
        &self.key
    }

    /// Runs `work` as one transaction that writes: nobody else writes between its first look and
    /// its last change.
    fn transaction<T>(&self, work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>) -> Result<T, StoreError> {
        let mut connection = self.connection.borrow_mut();
        let run = || {
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let result = work(&transaction)?;
            transaction.commit()?;
            Ok(result)
        };
        run().map_err(|error: rusqlite::Error| self.failed(&error))
    }

    fn failed(&self, error: &rusqlite::Error) -> StoreError {
        StoreError { place: self.path.display().to_string(), text: error.to_string() }
    }
}

/// How long one process waits for another's transaction.
const PATIENCE: Duration = Duration::from_secs(5);

/// Makes the folder and the file, so that neither is ever readable by others.
fn prepare(path: &Path) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        private_folder(folder)?;
    }
    match private_file(path) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        other => other.map(drop),
    }
}

/// Waits until no other process holds it.
fn lock(path: &Path) -> std::io::Result<std::fs::File> {
    let file = match private_file(path) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            std::fs::OpenOptions::new().write(true).open(path)?
        }
        other => other?,
    };
    file.lock()?;
    Ok(file)
}

fn private_folder(folder: &Path) -> std::io::Result<()> {
    if folder.as_os_str().is_empty() || folder.is_dir() {
        return Ok(());
    }
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Makes a new file that only its owner can read.
fn private_file(path: &Path) -> std::io::Result<std::fs::File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
