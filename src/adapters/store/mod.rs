//! The desk's state: codes and the audit trail, in an SQLite file for one machine or in PostgreSQL for the whole desk.
//!
//! Which of the two it is, is settled where it is opened; nobody above knows. Nothing is decided here.

mod head;
mod key;
mod postgres;
mod private;
mod sqlite;

use std::cell::RefCell;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

pub use head::HeadTrouble;
pub use postgres::{Place, PostgresSettings, PostgresSpool, PostgresStore};
pub use sqlite::{SqliteSpool, SqliteStore};

use crate::adapters::syslog::Spool;
use crate::domain::account::AccountId;
use crate::domain::audit::{Anchor, AuditRecord, StoredRecord};
use crate::domain::code::{CodeBinding, HashKey, KeyedHash};
use crate::domain::limits::{CodeLimits, RecentActivity};
use crate::ports::{
    AccountHistory, CodeAttempt, Codes, InspectStore, IssueAnswer, OpenError, Random, ReadRecords, Records, SentCode,
    StoreError, VerificationState,
};

/// The open store.
pub struct Store {
    backend: Backend,
    after_records: RefCell<Option<Box<dyn Fn()>>>,
}

enum Backend {
    Sqlite(SqliteStore),
    Postgres(Box<PostgresStore>),
}

/// Does the same with whichever it is.
macro_rules! either {
    ($store:expr, $backend:ident => $work:expr) => {
        match &$store.backend {
            Backend::Sqlite($backend) => $work,
            Backend::Postgres($backend) => $work,
        }
    };
}

impl Store {
    /// The file at `path`; see [`SqliteStore::open`].
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn file(path: &Path, random: &dyn Random) -> Result<Self, OpenError> {
        Ok(Self { backend: Backend::Sqlite(SqliteStore::open(path, random)?), after_records: RefCell::default() })
    }

    /// The desk's database; see [`PostgresStore::open`].
    ///
    /// # Errors
    /// [`OpenError`].
    pub async fn server(settings: PostgresSettings, random: &dyn Random) -> Result<Self, OpenError> {
        let backend = Backend::Postgres(Box::new(PostgresStore::open(settings, random).await?));
        Ok(Self { backend, after_records: RefCell::default() })
    }

    /// Which file or server it is.
    pub fn place(&self) -> String {
        match &self.backend {
            Backend::Sqlite(backend) => backend.path().display().to_string(),
            Backend::Postgres(backend) => backend.settings().to_string(),
        }
    }

    /// The desk's key for codes and numbers.
    pub fn key(&self) -> &HashKey {
        either!(self, backend => backend.key())
    }

    /// The key that was made for the desk when this was opened, and that the other machines do not have yet.
    pub fn made_key(&self) -> Option<&Path> {
        match &self.backend {
            Backend::Sqlite(_) => None,
            Backend::Postgres(backend) => backend.made_key(),
        }
    }

    /// What kept the trail's head from being kept apart, if anything did. The records are in all the same.
    pub fn take_head_trouble(&self) -> Option<(PathBuf, HeadTrouble)> {
        either!(self, backend => backend.apart()).take_trouble()
    }

    /// Has `work` done after each record that is kept, or after several together; `None`: nothing.
    pub fn after_records(&self, work: Option<Box<dyn Fn()>>) {
        self.after_records.replace(work);
    }

    /// Takes leave of a server. What is used afterwards is opened anew.
    pub async fn close(&self) {
        if let Backend::Postgres(backend) = &self.backend {
            backend.close().await;
        }
    }

    /// What opens the spool of this store's records for one receiver, on the thread that will use it.
    pub fn spool(&self, receiver: String) -> Box<dyn FnOnce() -> io::Result<Box<dyn Spool>> + Send> {
        match &self.backend {
            Backend::Sqlite(backend) => {
                let path = backend.path().to_owned();
                Box::new(move || Ok(Box::new(SqliteSpool::open(&path, receiver)?)))
            }
            Backend::Postgres(backend) => {
                let settings = backend.settings().clone();
                Box::new(move || Ok(Box::new(PostgresSpool::open(settings, receiver)?)))
            }
        }
    }

    fn told<T>(&self, kept: Result<T, StoreError>) -> Result<T, StoreError> {
        if kept.is_ok()
            && let Some(work) = &*self.after_records.borrow()
        {
            work();
        }
        kept
    }
}

/// So many of the newest records are looked through at once.
const ONE_LOOK: u32 = 200;

impl Records for Store {
    async fn append(&self, record: &AuditRecord) -> Result<i64, StoreError> {
        self.told(either!(self, backend => backend.append(record).await))
    }

    async fn append_all(&self, records: &[AuditRecord]) -> Result<Vec<i64>, StoreError> {
        self.told(either!(self, backend => backend.append_all(records).await))
    }

    async fn unanswered(&self, account_id: Option<&str>) -> Result<Vec<(i64, AuditRecord)>, StoreError> {
        either!(self, backend => backend.unanswered(account_id).await)
    }

    async fn newest(&self) -> Result<Vec<(i64, AuditRecord)>, StoreError> {
        either!(self, backend => backend.newest().await)
    }
}

impl ReadRecords for Store {
    async fn store_id(&self) -> Result<Vec<u8>, StoreError> {
        either!(self, backend => backend.store_id().await)
    }

    async fn head(&self) -> Result<Option<Anchor>, StoreError> {
        either!(self, backend => backend.head().await)
    }

    async fn after(&self, number: i64, count: u32) -> Result<Vec<StoredRecord>, StoreError> {
        either!(self, backend => backend.after(number, count).await)
    }

    async fn before(&self, number: i64, count: u32) -> Result<Vec<StoredRecord>, StoreError> {
        either!(self, backend => backend.before(number, count).await)
    }
}

impl InspectStore for Store {
    async fn test_write(&self) -> Result<(), StoreError> {
        either!(self, backend => backend.test_write().await)
    }
}

impl Codes for Store {
    async fn issue(
        &self,
        bond: &CodeBinding<'_>,
        code_hash: KeyedHash,
        limits: &CodeLimits,
        now: Timestamp,
    ) -> Result<IssueAnswer, StoreError> {
        either!(self, backend => backend.issue(bond, code_hash, limits, now).await)
    }

    async fn withdraw(&self, code: i64) -> Result<(), StoreError> {
        either!(self, backend => backend.withdraw(code).await)
    }

    async fn begin_attempt(
        &self,
        bond: &CodeBinding<'_>,
        limits: &CodeLimits,
        now: Timestamp,
    ) -> Result<CodeAttempt, StoreError> {
        either!(self, backend => backend.begin_attempt(bond, limits, now).await)
    }

    async fn sent(&self, operator: &str, now: Timestamp) -> Result<Vec<SentCode>, StoreError> {
        either!(self, backend => backend.sent(operator, now).await)
    }

    async fn consume(&self, attempt: i64, now: Timestamp) -> Result<bool, StoreError> {
        either!(self, backend => backend.consume(attempt, now).await)
    }

    async fn verification_state(
        &self,
        bond: &CodeBinding<'_>,
        limits: &CodeLimits,
        now: Timestamp,
    ) -> Result<VerificationState, StoreError> {
        either!(self, backend => backend.verification_state(bond, limits, now).await)
    }

    async fn reopen(&self, account: AccountId) -> Result<(), StoreError> {
        either!(self, backend => backend.reopen(account).await)
    }
}

impl AccountHistory for Store {
    async fn recent_activity(
        &self,
        account: AccountId,
        limits: &CodeLimits,
        now: Timestamp,
    ) -> Result<RecentActivity, StoreError> {
        either!(self, backend => backend.recent_activity(account, limits, now).await)
    }
}
