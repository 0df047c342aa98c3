//! How far the audit trail has been sent on, for the thread that sends it: a connection of its own.

use std::io;

use super::session::{SqlRow, Statement, StoreSession};
use super::{Store, postgres, records, sqlite};
use crate::adapters::syslog::Spool;
use crate::domain::audit::StoredRecord;

/// The records that wait for one receiver.
struct StoreSpool {
    backend: SpoolBackend,
    receiver: String,
}

enum SpoolBackend {
    Sqlite(rusqlite::Connection),
    Postgres(postgres::SpoolConnection),
}

impl Store {
    /// What opens the spool of this store's records for one receiver, on the thread that will use it.
    pub fn spool(&self, receiver: String) -> Box<dyn FnOnce() -> io::Result<Box<dyn Spool>> + Send> {
        match &self.session {
            StoreSession::Sqlite(session) => {
                let path = session.path().to_owned();
                Box::new(move || {
                    let connection = sqlite::connect_spool(&path).map_err(io::Error::other)?;
                    Ok(Box::new(StoreSpool { backend: SpoolBackend::Sqlite(connection), receiver }))
                })
            }
            StoreSession::Postgres(session) => {
                let settings = session.settings().clone();
                Box::new(move || {
                    let connection = postgres::SpoolConnection::new(settings, &receiver)?;
                    Ok(Box::new(StoreSpool { backend: SpoolBackend::Postgres(connection), receiver }))
                })
            }
            StoreSession::Away(why) => {
                let why = why.clone();
                Box::new(move || Err(io::Error::other(why)))
            }
        }
    }
}

impl Spool for StoreSpool {
    fn waiting(&mut self, count: u32) -> io::Result<Vec<StoredRecord>> {
        let sql = "SELECT id, record, hash FROM audit
                   WHERE id > coalesce((SELECT id FROM forwarded WHERE receiver = $1), 0) ORDER BY id LIMIT $2";
        let query = Statement::new(sql, [self.receiver.as_str().into(), count.into()]);
        let rows = match &mut self.backend {
            SpoolBackend::Sqlite(connection) => run(connection, &query)?,
            SpoolBackend::Postgres(connection) => connection.run_locked(&query)?,
        };
        records::all_stored(rows).map_err(io::Error::other)
    }

    fn sent(&mut self, number: i64) -> io::Result<()> {
        // Another process may have come farther meanwhile.
        let sql = "INSERT INTO forwarded (receiver, id) VALUES ($1, $2)
                   ON CONFLICT (receiver) DO UPDATE SET id = excluded.id WHERE forwarded.id < excluded.id";
        let write = Statement::new(sql, [self.receiver.as_str().into(), number.into()]);
        match &mut self.backend {
            SpoolBackend::Sqlite(connection) => run(connection, &write)?,
            SpoolBackend::Postgres(connection) => connection.run(&write)?,
        };
        Ok(())
    }

    fn let_go(&mut self) {
        if let SpoolBackend::Postgres(connection) = &mut self.backend {
            connection.unlock();
        }
    }
}

fn run(connection: &rusqlite::Connection, statement: &Statement) -> io::Result<Vec<SqlRow>> {
    sqlite::run(connection, statement).map_err(io::Error::other)
}
