//! How far the audit trail has been sent on, for the thread that sends it: a connection of its own to the same file.

use std::io;
use std::path::Path;

use rusqlite::{Connection, OptionalExtension, params};

use super::{PATIENCE, place, records};
use crate::adapters::syslog::Spool;
use crate::domain::audit::StoredRecord;

/// The records that wait for one receiver.
pub struct SqliteSpool {
    connection: Connection,
    receiver: String,
}

impl SqliteSpool {
    /// Of the store at `path`, which is there already.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub fn open(path: &Path, receiver: String) -> io::Result<Self> {
        let connection = place::connect(path).map_err(io::Error::other)?;
        connection.busy_timeout(PATIENCE).map_err(io::Error::other)?;
        // A mark that a power cut takes back is a message that comes twice, and no call waits for this one's disk.
        connection.pragma_update(None, "synchronous", "NORMAL").map_err(io::Error::other)?;
        Ok(Self { connection, receiver })
    }
}

impl Spool for SqliteSpool {
    fn waiting(&mut self, count: u32) -> io::Result<Vec<StoredRecord>> {
        let waiting = || {
            let mark: Option<i64> = self
                .connection
                .prepare_cached("SELECT id FROM forwarded WHERE receiver = ?1")?
                .query_row([&self.receiver], |row| row.get(0))
                .optional()?;
            self.connection
                .prepare_cached("SELECT id, record, hash FROM audit WHERE id > ?1 ORDER BY id LIMIT ?2")?
                .query_map(params![mark.unwrap_or(0), count], records::stored)?
                .collect::<rusqlite::Result<_>>()
        };
        waiting().map_err(io::Error::other)
    }

    fn sent(&mut self, number: i64) -> io::Result<()> {
        // Another process may have come farther meanwhile.
        let sql = "INSERT INTO forwarded (receiver, id) VALUES (?1, ?2)
                   ON CONFLICT (receiver) DO UPDATE SET id = max(id, excluded.id)";
        self.connection.execute(sql, params![self.receiver, number]).map(drop).map_err(io::Error::other)
    }
}
