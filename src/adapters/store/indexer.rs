//! The thread that indexes the audit trail while a command runs: a connection of its own, one segment after the other.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

use super::index::index_next;
use super::session::StoreSession;
use super::{postgres, sqlite};
use crate::ports::StoreError;

/// Indexes until it is up to date or told to stop. An error ends it: the next run goes on.
pub struct Indexer {
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

/// What a thread opens a connection of its own with.
enum StoreLocation {
    Sqlite(std::path::PathBuf),
    Postgres(Box<postgres::PostgresSettings>),
}

impl Indexer {
    /// Starts to index the store of this session.
    pub(super) fn start(session: &StoreSession) -> Option<Self> {
        let place = match session {
            StoreSession::Sqlite(session) => StoreLocation::Sqlite(session.path().to_owned()),
            StoreSession::Postgres(session) => StoreLocation::Postgres(Box::new(session.settings().clone())),
            StoreSession::Away(_) => return None,
        };
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let work = move || {
            let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
            // Only speed is lost.
            let _ = runtime.block_on(index(place, &stopped));
        };
        Some(Self { stop, thread: thread::Builder::new().spawn(work).ok() })
    }

    /// Stops after the segment that is being indexed.
    pub fn finish(self) {}
}

impl Drop for Indexer {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

async fn index(place: StoreLocation, stop: &AtomicBool) -> Result<(), StoreError> {
    let session = match place {
        StoreLocation::Sqlite(path) => StoreSession::Sqlite(Arc::new(sqlite::second_session(&path)?)),
        StoreLocation::Postgres(settings) => {
            StoreSession::Postgres(Box::new(postgres::second_session(*settings).await?))
        }
    };
    while !stop.load(Ordering::Relaxed) && index_next(&session).await?.is_some() {}
    if let StoreSession::Postgres(session) = &session {
        session.close().await;
    }
    Ok(())
}
