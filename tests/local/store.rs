//! The store's suite over an SQLite file.

use std::path::PathBuf;

use futures_util::FutureExt;
use servicedesk::adapters::store::{HeadTrouble, Store};
use servicedesk::domain::audit::Step;
use servicedesk::ports::{OpenError, Records};
use tempfile::TempDir;

use crate::support::store::{Sevens, TestStore, record};

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

crate::store_suite!(File);

/// So the program needs no thread for it.
#[tokio::test]
async fn each_call_is_done_when_it_is_first_polled() {
    let store = File::new().await.try_open().now_or_never().unwrap().unwrap();
    assert_eq!(store.append(&record(Step::Done)).now_or_never().unwrap().unwrap(), 1);
    assert_eq!(store.newest().now_or_never().unwrap().unwrap().len(), 1);
}
