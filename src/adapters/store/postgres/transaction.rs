//! Reading and writing, each in as few flights as can be, over a connection that may be lost at any moment.
//!
//! # A transaction
//! Two flights, however much it writes. The first begins it, takes the desk's one lock (the row in `store`) and reads;
//! then it is decided what to write; the second writes and commits. So nobody else writes between the first look and
//! the last change, as with SQLite.
//!
//! # When the connection is lost
//! Reading, and a transaction that surely did not commit, is done once more over a new connection. When the second flight
//! was sent and its answer never came, nobody knows whether it was committed. The new connection finds out: it takes
//! the lock, which the old transaction holds until it is committed or undone, and then looks whether this writer's
//! row says that the transaction is in. Only if not is it done again. So nothing is kept twice and nothing is lost;
//! what cannot be found out, because the server stays away, is an error.

use std::cell::Cell;

use futures_util::future::{join, join_all};
use tokio::sync::Mutex;

use super::PostgresSettings;
use super::connection::{Connection, Failed, Value, bigint, bytes, flight};
use crate::adapters::trace::Exchange;
use crate::ports::StoreError;

const BEGIN: &str = "BEGIN READ WRITE; SELECT FROM store FOR UPDATE";

/// A statement that is part of a transaction's second flight.
pub(super) struct Write {
    pub(super) sql: &'static str,
    pub(super) values: Vec<Value>,
}

/// The way to the server.
pub(super) struct Line {
    settings: PostgresSettings,
    connection: Mutex<Option<Connection>>,
    /// This run of the program, and how many transactions it has written.
    writer: [u8; 16],
    written: Cell<i64>,
}

/// What became of one attempt.
enum Attempt<T> {
    Done(T),
    /// An earlier attempt had been committed.
    WasDone,
    Refused(String),
    /// `decided`: it may have been committed.
    Lost {
        text: String,
        decided: Option<T>,
    },
}

impl Line {
    pub(super) fn new(settings: PostgresSettings, connection: Connection, writer: [u8; 16]) -> Self {
        Self { settings, connection: Mutex::new(Some(connection)), writer, written: Cell::new(0) }
    }

    pub(super) fn settings(&self) -> &PostgresSettings {
        &self.settings
    }

    /// Runs `look` on what is there; others may write meanwhile.
    pub(super) async fn reading<T>(
        &self,
        look: impl AsyncFn(&Connection) -> Result<T, Failed>,
    ) -> Result<T, StoreError> {
        let asked = Exchange::request(&self.settings, || "read".to_owned());
        let mut slot = self.connection.lock().await;
        for is_last in [false, true] {
            let connection = self.usable(slot.take()).await?;
            match flight(look(&connection)).await {
                Ok(found) => {
                    asked.ended("done");
                    *slot = Some(connection);
                    return Ok(found);
                }
                Err(Failed::Refused { text, .. }) => return Err(self.failed(text)),
                Err(Failed::Lost(text)) if is_last => return Err(self.failed(text)),
                Err(Failed::Lost(_)) => {}
            }
        }
        Err(self.failed(String::new()))
    }

    /// Runs `look`, and writes what `decide` makes of it, all of it or nothing.
    pub(super) async fn writing<L, T>(
        &self,
        look: impl AsyncFn(&Connection) -> Result<L, Failed>,
        decide: impl Fn(L) -> Result<(Vec<Write>, T), Failed>,
    ) -> Result<T, StoreError> {
        let asked = Exchange::request(&self.settings, || "write".to_owned());
        let mut slot = self.connection.lock().await;
        self.written.set(self.written.get() + 1);
        let mut perhaps = None;
        let mut lost = String::new();
        for _ in 0..2 {
            let connection = match self.usable(slot.take()).await {
                Err(error) if perhaps.is_some() => return Err(self.unknown(&error.text)),
                other => other?,
            };
            let done = match self.attempt(&connection, perhaps.is_some(), &look, &decide).await {
                Attempt::Done(result) => Some(result),
                Attempt::WasDone => perhaps.take(),
                Attempt::Refused(text) if perhaps.is_some() => return Err(self.unknown(&text)),
                Attempt::Refused(text) => return Err(self.failed(text)),
                Attempt::Lost { text, decided } => {
                    lost = text;
                    perhaps = decided.or(perhaps);
                    continue;
                }
            };
            if let Some(done) = done {
                asked.ended("done");
                *slot = Some(connection);
                return Ok(done);
            }
        }
        Err(if perhaps.is_some() { self.unknown(&lost) } else { self.failed(lost) })
    }

    async fn attempt<L, T>(
        &self,
        connection: &Connection,
        is_again: bool,
        look: &impl AsyncFn(&Connection) -> Result<L, Failed>,
        decide: &impl Fn(L) -> Result<(Vec<Write>, T), Failed>,
    ) -> Attempt<T> {
        let first = async {
            let was_done = async {
                let sql = "SELECT FROM writer WHERE id = $1 AND written >= $2";
                match is_again {
                    true => connection.ask(sql, &self.mark()).await.map(|rows| !rows.is_empty()),
                    false => Ok(false),
                }
            };
            let (begun, (was_done, found)) = join(connection.execute(BEGIN), join(was_done, look(connection))).await;
            // What could not begin fails in all its parts; only the first says why.
            begun?;
            Ok((was_done?, found?))
        };
        let decided = match flight(first).await {
            Ok((true, _)) => None,
            Ok((false, found)) => match decide(found) {
                Ok(decided) => Some(decided),
                Err(failed) => return Attempt::Refused(failed.text()),
            },
            Err(Failed::Refused { text, .. }) => return Attempt::Refused(text),
            Err(Failed::Lost(text)) => return Attempt::Lost { text, decided: None },
        };
        let (mut writes, result) = match decided {
            Some((writes, result)) if !writes.is_empty() => (writes, result),
            nothing => {
                let ended = flight(connection.execute("ROLLBACK")).await;
                return match (ended, nothing) {
                    (Ok(()), Some((_, result))) => Attempt::Done(result),
                    (Ok(()), None) => Attempt::WasDone,
                    // A connection in doubt is not used again.
                    (Err(failed), _) => Attempt::Lost { text: failed.text(), decided: None },
                };
            }
        };
        writes.push(Write {
            sql: "INSERT INTO writer (id, written) VALUES ($1, $2)
                  ON CONFLICT (id) DO UPDATE SET written = excluded.written, at = excluded.at",
            values: self.mark(),
        });
        if self.written.get() == 1 {
            // Whoever wrote that long ago has ended.
            let sql = "DELETE FROM writer WHERE at < now() - interval '1 day'";
            writes.push(Write { sql, values: Vec::new() });
        }
        match flight(commit(connection, &writes)).await {
            Ok(()) => Attempt::Done(result),
            Err(Failed::Refused { text, .. }) => Attempt::Refused(text),
            Err(Failed::Lost(text)) => Attempt::Lost { text, decided: Some(result) },
        }
    }

    fn mark(&self) -> Vec<Value> {
        vec![bytes(&self.writer), bigint(self.written.get())]
    }

    pub(super) async fn close(&self) {
        if let Some(connection) = self.connection.lock().await.take() {
            connection.close().await;
        }
    }

    async fn usable(&self, connection: Option<Connection>) -> Result<Connection, StoreError> {
        match connection.filter(|connection| !connection.is_closed()) {
            Some(connection) => Ok(connection),
            None => Connection::open(&self.settings).await.map_err(|failed| self.failed(failed.text())),
        }
    }

    pub(super) fn failed(&self, text: String) -> StoreError {
        StoreError { place: self.settings.to_string(), text }
    }

    fn unknown(&self, text: &str) -> StoreError {
        self.failed(format!("{text}; whether the last transaction was kept is not known"))
    }
}

/// A transaction's second flight.
async fn commit(connection: &Connection, writes: &[Write]) -> Result<(), Failed> {
    let all = join_all(writes.iter().map(|write| connection.ask(write.sql, &write.values)));
    let (written, committed) = join(all, connection.execute("COMMIT")).await;
    // What failed among them has undone all of it, and COMMIT says nothing of that.
    written.into_iter().collect::<Result<Vec<_>, _>>()?;
    committed
}
