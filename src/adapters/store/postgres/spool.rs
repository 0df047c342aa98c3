//! How far the desk's audit trail has been sent on, for the thread that sends it: a connection of its own.
//!
//! Of all machines of the desk one sends at a time: it holds a lock of the receiver's name from looking what waits
//! until nothing does. Who comes meanwhile waits, and then finds what is left. A machine that is gone holds nothing.

use std::io;

use sha2::{Digest, Sha256};
use tokio::runtime::Runtime;

use super::connection::{Connection, Failed, bigint, flight, text};
use super::{PostgresSettings, records};
use crate::adapters::syslog::Spool;
use crate::domain::audit::StoredRecord;

/// The records that wait for one receiver.
pub struct PostgresSpool {
    runtime: Runtime,
    settings: PostgresSettings,
    connection: Option<Connection>,
    receiver: String,
    holds: bool,
}

impl PostgresSpool {
    /// Of a store that is there already.
    ///
    /// # Errors
    /// When the system has no means for it.
    pub fn open(settings: PostgresSettings, receiver: String) -> io::Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        Ok(Self { runtime, settings, connection: None, receiver, holds: false })
    }

    /// Over a new connection if the old one is gone; it has no lock then either.
    fn with_connection<T>(&mut self, work: impl AsyncFn(&Connection, bool) -> Result<T, Failed>) -> io::Result<T> {
        let connection = self.connection.take().filter(|connection| !connection.is_closed());
        let holds = self.holds && connection.is_some();
        self.holds = false;
        let settings = &self.settings;
        let done = self.runtime.block_on(async {
            let connection = match connection {
                Some(connection) => connection,
                None => Connection::open(settings).await?,
            };
            let done = work(&connection, holds).await?;
            Ok((connection, done))
        });
        let (connection, done) = done.map_err(|failed: Failed| io::Error::other(failed.text()))?;
        self.connection = Some(connection);
        Ok(done)
    }

    /// The number of the lock: of this receiver's, among all locks in this database.
    fn lock(&self) -> i64 {
        let hash: [u8; 32] =
            Sha256::new().chain_update(b"servicedesk forwards to ").chain_update(&self.receiver).finalize().into();
        i64::from_be_bytes([hash[0], hash[1], hash[2], hash[3], hash[4], hash[5], hash[6], hash[7]])
    }
}

impl Spool for PostgresSpool {
    fn waiting(&mut self, count: u32) -> io::Result<Vec<StoredRecord>> {
        let (lock, receiver) = (self.lock(), self.receiver.clone());
        let waiting = self.with_connection(async |connection, holds| {
            if !holds {
                flight(connection.ask("SELECT pg_advisory_lock($1)", &[bigint(lock)])).await?;
            }
            let sql = "SELECT id, record, hash FROM audit
                       WHERE id > coalesce((SELECT id FROM forwarded WHERE receiver = $1), 0) ORDER BY id LIMIT $2";
            let rows = flight(connection.ask(sql, &[text(&receiver), bigint(count.into())])).await?;
            Ok(rows.iter().map(records::stored).collect::<Result<Vec<_>, _>>()?)
        })?;
        self.holds = true;
        Ok(waiting)
    }

    fn sent(&mut self, number: i64) -> io::Result<()> {
        let receiver = self.receiver.clone();
        let holds = self.with_connection(async |connection, holds| {
            let sql = "INSERT INTO forwarded (receiver, id) VALUES ($1, $2)
                       ON CONFLICT (receiver) DO UPDATE SET id = greatest(forwarded.id, excluded.id)";
            flight(connection.ask(sql, &[text(&receiver), bigint(number)])).await.map(|_| holds)
        })?;
        self.holds = holds;
        Ok(())
    }

    fn let_go(&mut self) {
        let lock = self.lock();
        if !self.holds {
            return;
        }
        // A connection over which this fails is not kept, and a closed one holds nothing.
        let _ = self.with_connection(async |connection, _| {
            flight(connection.ask("SELECT pg_advisory_unlock($1)", &[bigint(lock)])).await
        });
    }
}
