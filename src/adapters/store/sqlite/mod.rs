//! The store in an SQLite file, for as many processes at once as there are operators on this machine.

mod codes;
mod place;
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
use crate::adapters::trace::Exchange;
use crate::domain::audit::ChainHash;
use crate::domain::code::{HashKey, KeyedHash};
use crate::ports::{OpenError, Random, StoreError, StoreRefusal};

/// The open store.
pub struct SqliteStore {
    file: Arc<StoreFile>,
    key: HashKey,
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
    /// [`OpenError`] when the file cannot be made, read or understood, is open to others, or has lost its key.
    pub fn open(path: &Path, random: &dyn Random) -> Result<Self, OpenError> {
        let failed = |text: String| StoreError { place: path.display().to_string(), text };
        let refused = |why| OpenError::Refused { place: path.display().to_string(), why };
        place::prepare(path).map_err(|error| failed(error.to_string()))?;
        place::alone(path).map_err(|error| failed(error.to_string()))?.map_err(refused)?;
        let mut connection = place::connect(path).map_err(|error| failed(error.to_string()))?;
        let head = Head::beside(path.with_extension("head"));
        let lock = || place::lock(&path.with_extension("lock"));
        let before = schema::bring_up_to_date(&mut connection, random, lock, |link| head.begin(0, link));
        let before = before.map_err(|why| match why {
            schema::Unready::Newer(refusal) => refused(refusal),
            schema::Unready::Other(text) => failed(text).into(),
        })?;
        let file = StoreFile { path: path.to_owned(), connection: Mutex::new(connection), head };
        if before.is_some_and(|version| version < schema::WITH_HEAD) {
            let (number, link) = file.transaction(records::head)?;
            if number > 0 {
                file.head.begin(number, &link);
            }
        }
        let key = file.key(random)?.map_err(refused)?;
        Ok(Self { file: Arc::new(file), key })
    }

    /// The desk's key for codes and numbers.
    pub fn key(&self) -> &HashKey {
        &self.key
    }

    pub(super) fn path(&self) -> &Path {
        &self.file.path
    }

    pub(super) fn apart(&self) -> &Head {
        &self.file.head
    }

    /// Writes, and takes it back.
    pub(super) async fn test_write(&self) -> Result<(), StoreError> {
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
    /// The store's key: the one that it knows, or one that is new to a store without a record or a code. A store from
    /// before keys were known takes the one that is there.
    fn key(&self, random: &dyn Random) -> Result<Result<HashKey, StoreRefusal>, StoreError> {
        let path = self.path.with_extension("key");
        let known = |connection: &Connection| {
            let check =
                connection.query_row("SELECT key_check FROM store", [], |row| row.get::<_, Option<[u8; 32]>>(0));
            check.map(|check| check.map(KeyedHash::from_bytes))
        };
        // Not of the store's id: whoever changed that is found by `audit verify`.
        let check = |key: &HashKey| key.check(b"sqlite");
        if let Some(known) = self.reading(known)?
            && let Ok(Some(key)) = key::read_beside(&path)
            && check(&key) == known
        {
            return Ok(Ok(key));
        }
        // Another process may be making one.
        self.transaction(|t| {
            let is_used = "SELECT EXISTS (SELECT 1 FROM audit) OR EXISTS (SELECT 1 FROM code)";
            let (known, is_used) = (known(t)?, t.query_row(is_used, [], |row| row.get::<_, bool>(0))?);
            let key = match key::read_beside(&path) {
                Ok(Some(key)) => key,
                Ok(None) if is_used => return Ok(Err(StoreRefusal::NoKey { path: path.clone() })),
                Ok(None) => match key::make(&path, random) {
                    Ok(key) => key,
                    Err(error) => return Err(rusqlite::Error::ToSqlConversionFailure(Box::new(error))),
                },
                Err(refusal) => return Ok(Err(refusal)),
            };
            match known {
                Some(known) if known == check(&key) => {}
                Some(_) if is_used => return Ok(Err(StoreRefusal::OtherKey { path: path.clone() })),
                _ => drop(t.execute("UPDATE store SET key_check = ?1", [check(&key).bytes()])?),
            }
            Ok(Ok(key))
        })
    }

    /// A panic in the middle of a transaction has undone it.
    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps apart how far the trail has come.
    fn keep_head(&self, number: i64, link: &ChainHash) {
        self.head.move_on(number, link, |before| {
            let sql = "SELECT hash FROM audit WHERE id = ?1";
            let hash = self.reading(|connection| {
                connection.prepare_cached(sql)?.query_row([before.number], |row| row.get::<_, [u8; 32]>(0)).optional()
            });
            Some(matches!(hash, Ok(Some(hash)) if before.matches(&ChainHash::from_bytes(hash))))
        });
    }

    /// Runs `work` on what is there; others may write meanwhile.
    fn reading<T>(&self, work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, StoreError> {
        let asked = Exchange::request("store", || "read".to_owned());
        work(&self.connection()).inspect(|_| asked.ended("done")).map_err(|error| self.failed(&error))
    }

    /// Runs `work` as one transaction that writes: nobody else writes between its first look and
    /// its last change.
    fn transaction<T>(&self, work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>) -> Result<T, StoreError> {
        let asked = Exchange::request("store", || "write".to_owned());
        let mut connection = self.connection();
        let run = || {
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let result = work(&transaction)?;
            transaction.commit()?;
            Ok(result)
        };
        run().inspect(|_| asked.ended("done")).map_err(|error: rusqlite::Error| self.failed(&error))
    }

    fn failed(&self, error: &rusqlite::Error) -> StoreError {
        StoreError { place: self.path.display().to_string(), text: error.to_string() }
    }
}

/// How long one process waits for another's transaction.
const PATIENCE: Duration = Duration::from_secs(5);
