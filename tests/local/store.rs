//! The store in an SQLite file: the suite for all stores, and what only a file has.

mod file;

use std::path::PathBuf;

use servicedesk::adapters::store::{HeadTrouble, Store};
use servicedesk::ports::OpenError;
use tempfile::TempDir;

use crate::support::store::{Sevens, TestStore};

struct File {
    folder: TempDir,
}

impl File {
    fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

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
        Self::empty()
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

crate::store_suite!(File);
