//! The store in an SQLite file, for as many processes at once as there are operators on this machine.

mod codes;
mod records;
mod schema;
mod spool;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};

pub use spool::SqliteSpool;

use super::head::Head;
use super::key;
use super::private::{private_file, private_folder};
use crate::domain::audit::Link;
use crate::domain::code::Key;
use crate::ports::{OpenError, Random, StoreError};

/// The open store.
pub struct SqliteStore {
    file: Arc<StoreFile>,
    key: Key,
}

/// The file itself, and the one that keeps the trail's head: what another thread may write.
struct StoreFile {
    path: PathBuf,
    connection: Mutex<Connection>,
    head: Head,
}

impl SqliteStore {
    /// Opens the store at `path`, or makes it: readable by its owner alone, with its key in a file
    /// beside it.
    ///
    /// # Errors
    /// [`OpenError`] when the file cannot be made, read or understood.
    pub fn open(path: &Path, random: &dyn Random) -> Result<Self, OpenError> {
        let failed = |text: String| StoreError { place: path.display().to_string(), text };
        prepare(path).map_err(|error| failed(error.to_string()))?;
        let key = key::load(&path.with_extension("key"), random).map_err(|error| failed(error.to_string()))?;
        let mut connection = Connection::open(path).map_err(|error| failed(error.to_string()))?;
        let changed = schema::bring_up_to_date(&mut connection, random, || lock(&path.with_extension("lock")));
        let changed = changed.map_err(|why| match why {
            schema::Unready::Newer(refusal) => OpenError::Refused { place: path.display().to_string(), why: refusal },
            schema::Unready::Other(text) => failed(text).into(),
        })?;
        let file = StoreFile {
            path: path.to_owned(),
            connection: Mutex::new(connection),
            head: Head::at(path.with_extension("head")),
        };
        if changed {
            let (number, link) = file.transaction(records::head)?;
            if number > 0 {
                file.keep_head(number, &link);
            }
        }
        Ok(Self { file: Arc::new(file), key })
    }

    /// The desk's key for codes and numbers.
    pub fn key(&self) -> &Key {
        &self.key
    }

    pub(super) fn path(&self) -> &Path {
        &self.file.path
    }

    pub(super) fn apart(&self) -> &Head {
        &self.file.head
    }

    /// Writes, and takes it back.
    pub(super) async fn rehearse(&self) -> Result<(), StoreError> {
        let mut connection = self.file.connection();
        let mut run = || {
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            transaction.execute("UPDATE store SET id = id", [])?;
            transaction.rollback()
        };
        run().map_err(|error: rusqlite::Error| self.file.failed(&error))
    }
}

impl StoreFile {
    /// A panic in the middle of a transaction has undone it.
    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps apart how far the trail has come.
    fn keep_head(&self, number: i64, link: &Link) {
        self.head.move_on(number, link, |before| {
            let sql = "SELECT hash FROM audit WHERE id = ?1";
            let hash = self.reading(|connection| {
                connection.prepare_cached(sql)?.query_row([before.number], |row| row.get::<_, [u8; 32]>(0)).optional()
            });
            Some(matches!(hash, Ok(Some(hash)) if before.holds(&Link::from_bytes(hash))))
        });
    }

    /// Runs `work` on what is there; others may write meanwhile.
    fn reading<T>(&self, work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, StoreError> {
        work(&self.connection()).map_err(|error| self.failed(&error))
    }

    /// Runs `work` as one transaction that writes: nobody else writes between its first look and
    /// its last change.
    fn transaction<T>(&self, work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>) -> Result<T, StoreError> {
        let mut connection = self.connection();
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
