//! The desk's state in SQLite: codes and the audit trail, for as many processes at once as there
//! are operators on this machine.

mod codes;
mod head;
mod key;
mod records;
mod schema;
mod spool;
#[cfg(test)]
mod suite;
#[cfg(test)]
mod tests;

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};

pub use head::HeadTrouble;
pub use spool::SqliteSpool;

use crate::domain::audit::{Anchor, Link};
use crate::domain::code::Key;
use crate::ports::{Random, StoreError};

/// The open store.
pub struct SqliteStore {
    path: PathBuf,
    connection: RefCell<Connection>,
    key: Key,
    head_trouble: RefCell<Option<HeadTrouble>>,
    after_records: RefCell<Option<Box<dyn Fn()>>>,
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
        let changed = schema::bring_up_to_date(&mut connection, random, || lock(&path.with_extension("lock")));
        let changed = changed.map_err(failed)?;
        let store = Self {
            path: path.to_owned(),
            connection: RefCell::new(connection),
            key,
            head_trouble: RefCell::default(),
            after_records: RefCell::default(),
        };
        if changed {
            let (number, link) = store.transaction(records::head)?;
            if number > 0 {
                store.keep_head(number, &link);
            }
        }
        Ok(store)
    }

    /// The desk's key for codes and numbers.
    pub fn key(&self) -> &Key {
        &self.key
    }

    /// What kept the trail's head from being kept apart, if anything did. The records are in all the same.
    pub fn take_head_trouble(&self) -> Option<(PathBuf, HeadTrouble)> {
        Some((self.head_path(), self.head_trouble.take()?))
    }

    /// Has `work` done after each record that is kept, or after several together; `None`: nothing.
    pub fn after_records(&self, work: Option<Box<dyn Fn()>>) {
        self.after_records.replace(work);
    }

    fn head_path(&self) -> PathBuf {
        self.path.with_extension("head")
    }

    fn kept_head(&self) -> Result<Option<Anchor>, StoreError> {
        let path = self.head_path();
        head::read(&path).map_err(|error| StoreError { place: path.display().to_string(), text: error.to_string() })
    }

    /// Keeps apart how far the trail has come, and hands on that it has. What it stands for is in the store, so a failure stops nothing: whoever
    /// runs the program is told.
    fn keep_head(&self, number: i64, link: &Link) {
        let is_past = |before: &Anchor| {
            let sql = "SELECT hash FROM audit WHERE id = ?1";
            let hash = self.reading(|connection| {
                connection.prepare_cached(sql)?.query_row([before.number], |row| row.get::<_, [u8; 32]>(0)).optional()
            });
            matches!(hash, Ok(Some(hash)) if before.holds(&Link::from_bytes(hash)))
        };
        if let Err(trouble) = head::move_on(&self.head_path(), number, link, is_past) {
            self.head_trouble.replace(Some(trouble));
        }
        if let Some(work) = &*self.after_records.borrow() {
            work();
        }
    }

    /// Runs `work` on what is there; others may write meanwhile.
    fn reading<T>(&self, work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, StoreError> {
        work(&self.connection.borrow()).map_err(|error| self.failed(&error))
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
