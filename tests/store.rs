//! The store's suite over an SQLite file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(unreachable_pub, missing_docs, dead_code, reason = "a test is nobody's library")]
#![allow(async_fn_in_trait, reason = "one thread: none of these futures need be Send")]

#[path = "store/file.rs"]
mod file;
#[path = "store/mod.rs"]
mod store;

use std::path::PathBuf;

use futures_util::FutureExt;
use servicedesk::adapters::store::{HeadTrouble, Store};
use servicedesk::ports::OpenError;
use store::codes::Backend;
use store::{Sevens, TestStore};
use tempfile::TempDir;

struct File {
    folder: TempDir,
}

impl File {
    fn path(&self) -> PathBuf {
        self.folder.path().join("desk/state.db")
    }

    fn sql(&self, sql: &str) -> Result<(), String> {
        let connection = rusqlite::Connection::open(self.path()).unwrap();
        connection.execute_batch(sql).map_err(|error| error.to_string())
    }
}

impl TestStore for File {
    type Store = Store;

    async fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    async fn try_open(&self) -> Result<Store, OpenError> {
        Store::file(&self.path(), &Sevens)
    }

    async fn by_hand(&self, sql: &str) -> Result<(), String> {
        self.sql(sql)
    }

    async fn fills_up(&self) {
        self.sql(
            "CREATE TRIGGER full BEFORE INSERT ON audit WHEN (SELECT count(*) FROM audit) >= 2
             BEGIN SELECT RAISE(ABORT, 'no room'); END",
        )
        .unwrap();
    }

    async fn becomes_newer(&self) {
        self.sql("PRAGMA user_version = 99").unwrap();
    }

    async fn unlocks_the_trail(&self) {
        self.sql("DROP TRIGGER audit_loses_nothing").unwrap();
    }

    fn found_strange(store: &Store) -> bool {
        matches!(store.take_head_trouble(), Some((_, HeadTrouble::Strange)))
    }
}

impl Backend for File {
    type Store = Store;

    fn open(&self) -> Store {
        Store::file(&self.path(), &Sevens).unwrap()
    }

    /// SQLite answers at once, so each call is done when it is first polled.
    fn wait<T>(&self, call: impl Future<Output = T>) -> T {
        call.now_or_never().expect("SQLite does not wait")
    }
}

store_suite!(File);
codes_suite!(File { folder: tempfile::tempdir().unwrap() });
