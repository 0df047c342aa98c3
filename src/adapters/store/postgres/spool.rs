//! The connection of the thread that forwards the audit trail, with a runtime of its own.
//!
//! Of all machines of the desk one sends at a time: it holds a lock of the receiver's name from looking what waits
//! until nothing does. The others wait, and then find what is left. The lock ends with its connection.

use std::io;

use sha2::{Digest, Sha256};
use tokio::runtime::Runtime;

use super::PostgresSettings;
use super::connection::{QueryError, ServerConnection, with_timeout};
use crate::adapters::store::session::{SqlRow, Statement};

/// OpenStore when it is first used, and again when it was lost.
pub(in crate::adapters::store) struct SpoolConnection {
    runtime: Runtime,
    settings: PostgresSettings,
    connection: Option<ServerConnection>,
    /// The number of the receiver's lock.
    lock: i64,
    is_locked: bool,
}

impl SpoolConnection {
    /// # Errors
    /// When the system has no means for a runtime.
    pub(in crate::adapters::store) fn new(settings: PostgresSettings, receiver: &str) -> io::Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let hash = Sha256::new().chain_update(b"servicedesk forwards to ").chain_update(receiver).finalize();
        let lock = hash.first_chunk().map_or(0, |bytes| i64::from_be_bytes(*bytes));
        Ok(Self { runtime, settings, connection: None, lock, is_locked: false })
    }

    /// Runs a statement while no other machine sends to this receiver.
    pub(in crate::adapters::store) fn run_locked(&mut self, statement: &Statement) -> io::Result<Vec<SqlRow>> {
        self.locking(&[Statement::new("SELECT pg_advisory_lock($1)", [self.lock.into()])], statement)
    }

    /// Runs a statement whether or not the lock is held.
    pub(in crate::adapters::store) fn run(&mut self, statement: &Statement) -> io::Result<Vec<SqlRow>> {
        self.locking(&[], statement)
    }

    /// Lets another machine send.
    pub(in crate::adapters::store) fn unlock(&mut self) {
        if !self.is_locked {
            return;
        }
        let unlock = Statement::new("SELECT pg_advisory_unlock($1)", [self.lock.into()]);
        // A connection over which this fails is not kept, and a closed one holds no lock.
        let _ = self.run(&unlock);
        self.is_locked = false;
    }

    /// Runs `lock` unless the lock is held, and then `statement`. A connection over which that fails is not kept.
    fn locking(&mut self, lock: &[Statement], statement: &Statement) -> io::Result<Vec<SqlRow>> {
        let connection = self.connection.take().filter(|connection| !connection.is_closed());
        let was_locked = self.is_locked && connection.is_some();
        self.is_locked = false;
        let lock = if was_locked { &[] } else { lock };
        let settings = &self.settings;
        let done = self.runtime.block_on(async {
            let connection = match connection {
                Some(connection) => connection,
                None => ServerConnection::open(settings).await?,
            };
            for statement in lock {
                with_timeout(connection.run(statement)).await?;
            }
            let rows = with_timeout(connection.run(statement)).await?;
            Ok((connection, rows))
        });
        let (connection, rows) = done.map_err(|error: QueryError| io::Error::other(error.trouble().text))?;
        self.connection = Some(connection);
        self.is_locked = was_locked || !lock.is_empty();
        Ok(rows)
    }
}
