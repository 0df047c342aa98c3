//! Codes and the audit trail, in an SQLite file for one machine or in PostgreSQL for the whole desk.
//!
//! Both databases read the same SQL; what differs is the [`session`]. Callers do not know which one it is.

mod archive;
mod codes;
mod decisions;
mod head;
mod index;
mod indexer;
mod key;
mod postgres;
mod records;
mod session;
mod spool;
mod sqlite;

use std::cell::RefCell;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use head::HeadTrouble;
pub use indexer::Indexer;
pub use postgres::PostgresSettings;

use zeroize::Zeroizing;

use crate::domain::code::HashKey;
use crate::ports::{OpenError, Random, StoreError};
use head::Head;
use session::StoreSession;

pub struct Store {
    session: StoreSession,
    /// Random: what the chain of records begins with.
    id: Vec<u8>,
    key: HashKey,
    head: Head,
    made_key: Option<PathBuf>,
    after_records: RefCell<Option<Box<dyn Fn()>>>,
    indexer: RefCell<Option<Indexer>>,
}

/// A database that is ready to be used.
struct OpenStore<S> {
    session: S,
    id: Vec<u8>,
    key: HashKey,
    head: Head,
    made_key: Option<PathBuf>,
}

/// What there is where a store is to be, as it was found.
enum ExistingDatabase<T> {
    /// No store, or one without a key that has never been used.
    Nothing,
    /// A store of an earlier version of the program.
    Older,
    Open(T),
}

/// A store that was opened without making or changing anything.
pub enum ExistingStore {
    Open(Box<Store>),
    /// The next command makes it, or brings it up to this program's version.
    ToBeMade {
        place: String,
        is_older: bool,
    },
}

impl Store {
    /// Opens the file at `path` as it is. If there is none, checks that it could be made.
    ///
    /// # Errors
    /// As [`file`](Self::file).
    pub fn existing_file(path: &Path) -> Result<ExistingStore, OpenError> {
        let found = sqlite::open_existing(path)?;
        Ok(Self::existing(found, path.display().to_string(), |session| StoreSession::Sqlite(Arc::new(session))))
    }

    /// Signs in to the desk's database as it is.
    ///
    /// # Errors
    /// As [`server`](Self::server).
    pub async fn existing_server(settings: PostgresSettings, random: &dyn Random) -> Result<ExistingStore, OpenError> {
        let place = settings.to_string();
        let found = postgres::open_existing(settings, random).await?;
        Ok(Self::existing(found, place, |session| StoreSession::Postgres(Box::new(session))))
    }

    fn existing<S>(
        found: ExistingDatabase<OpenStore<S>>,
        place: String,
        session: impl FnOnce(S) -> StoreSession,
    ) -> ExistingStore {
        match found {
            ExistingDatabase::Open(opened) => ExistingStore::Open(Box::new(Self::new(opened, session))),
            ExistingDatabase::Nothing => ExistingStore::ToBeMade { place, is_older: false },
            ExistingDatabase::Older => ExistingStore::ToBeMade { place, is_older: true },
        }
    }

    /// Opens the file at `path`, or makes it: readable by its owner alone, with its key in a file beside it.
    ///
    /// # Errors
    /// [`OpenError`] when the file cannot be made, read or understood, is open to others, or has lost its key.
    pub fn file(path: &Path, random: &dyn Random) -> Result<Self, OpenError> {
        let opened = sqlite::open(path, random)?;
        Ok(Self::new(opened, |session| StoreSession::Sqlite(Arc::new(session))))
    }

    /// Removes the file at `path`, with the codes, the audit log and the key. Nothing happens if there is none.
    ///
    /// # Errors
    /// The system's.
    pub fn remove_file(path: &Path) -> io::Result<()> {
        sqlite::remove(path)
    }

    /// Signs in to the desk's database, and makes the tables if there are none, with a key for the desk.
    ///
    /// # Errors
    /// [`OpenError`] when it cannot be reached or must not be used with the key on this machine.
    pub async fn server(settings: PostgresSettings, random: &dyn Random) -> Result<Self, OpenError> {
        let opened = postgres::open(settings, random).await?;
        Ok(Self::new(opened, |session| StoreSession::Postgres(Box::new(session))))
    }

    /// In place of one that could not be opened, for a command that only reads: whatever is asked of it fails with `why`.
    pub fn away(why: StoreError) -> Self {
        let (id, key, head) = (vec![], HashKey::new(Zeroizing::default()), Head::of_a_server(PathBuf::new()));
        Self::new(OpenStore { session: why, id, key, head, made_key: None }, StoreSession::Away)
    }

    fn new<S>(opened: OpenStore<S>, session: impl FnOnce(S) -> StoreSession) -> Self {
        let OpenStore { session: opened, id, key, head, made_key } = opened;
        let (after_records, indexer) = (RefCell::default(), RefCell::default());
        Self { session: session(opened), id, key, head, made_key, after_records, indexer }
    }

    /// Which file or server it is.
    pub fn place(&self) -> String {
        self.session.place()
    }

    /// The key for codes and numbers.
    pub fn key(&self) -> &HashKey {
        &self.key
    }

    /// The key that was made for the desk when this was opened, and that the other machines do not have yet.
    pub fn made_key(&self) -> Option<&Path> {
        self.made_key.as_deref()
    }

    /// Why the trail's head could not be moved on, once. The records are kept regardless.
    pub fn take_head_trouble(&self) -> Option<(PathBuf, HeadTrouble)> {
        self.head.take_trouble()
    }

    /// Sets a function to call after each write of one or more records.
    pub fn after_records(&self, work: Option<Box<dyn Fn()>>) {
        self.after_records.replace(work);
    }

    /// What indexes the trail in the background, if it was behind when a record was written.
    pub fn take_indexer(&self) -> Option<Indexer> {
        self.indexer.take()
    }

    /// Ends the session with a server. Later calls open another.
    pub async fn close(&self) {
        if let StoreSession::Postgres(session) = &self.session {
            session.close().await;
        }
    }
}
