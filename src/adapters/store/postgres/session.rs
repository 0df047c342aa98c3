//! Reads and transactions, each in as few round trips as possible, over a connection that may be lost at any moment.
//!
//! # A transaction
//! Two round trips, however much it writes. The first begins it, takes the desk's one lock (the row in `store`) and
//! reads; the second writes what was decided and commits. So nobody else writes in between, as with SQLite.
//!
//! # When the connection is lost
//! Repeats a read, or a transaction that certainly did not commit, once over a new connection. If the second round trip
//! was sent but not answered, the transaction may have committed. The new connection then takes the lock, which the old
//! transaction holds until it commits or rolls back, and reads this writer's row. It repeats the transaction only if the
//! row does not have it, so nothing is written twice or lost. While the server stays unreachable, the outcome is unknown
//! and an error is returned.

use std::cell::Cell;

use futures_util::future::{join, join_all, try_join_all};
use tokio::sync::Mutex;

use super::PostgresSettings;
use super::connection::{DatabaseFault, QueryError, ServerConnection, with_timeout};
use crate::adapters::store::session::{Decision, SqlRow, Statement, Unexpected};
use crate::domain::audit::{PackedSegment, RecordPage};
use crate::ports::StoreError;

const BEGIN: &str = "BEGIN READ WRITE; SELECT FROM store FOR UPDATE";

/// The connection to the server, reopened when it was lost.
pub(in crate::adapters::store) struct PostgresSession {
    settings: PostgresSettings,
    connection: Mutex<Option<ServerConnection>>,
    /// This run of the program, and how many transactions it has written.
    writer: [u8; 16],
    written: Cell<i64>,
}

/// How one attempt at a transaction ended.
enum CommitResult<T> {
    Done(T),
    /// An earlier attempt had been committed.
    WasDone,
    Refused(DatabaseFault),
    /// `decided`: it may have been committed.
    Lost {
        trouble: DatabaseFault,
        decided: Option<T>,
    },
}

impl PostgresSession {
    pub(super) fn new(settings: PostgresSettings, connection: ServerConnection, writer: [u8; 16]) -> Self {
        Self { settings, connection: Mutex::new(Some(connection)), writer, written: Cell::new(0) }
    }

    pub(in crate::adapters::store) fn settings(&self) -> &PostgresSettings {
        &self.settings
    }

    pub(in crate::adapters::store) async fn read(&self, queries: &[Statement]) -> Result<Vec<Vec<SqlRow>>, StoreError> {
        self.asked(async |connection| try_join_all(queries.iter().map(|query| connection.run(query))).await).await
    }

    /// Runs a query for records of the trail: number, text and hash.
    pub(in crate::adapters::store) async fn page(&self, query: &Statement) -> Result<RecordPage, StoreError> {
        self.asked(async |connection| connection.page(query).await).await
    }

    /// Reads the next segment of the index after a record, its rows put together by the server.
    pub(in crate::adapters::store) async fn segment_after(
        &self,
        number: i64,
    ) -> Result<Option<PackedSegment>, StoreError> {
        let sql = "SELECT last, first, earliest, latest, (
                       SELECT string_agg(int8send(term) || int4send(octet_length(postings)) || postings, ''::bytea
                                         ORDER BY term)
                       FROM audit_index WHERE segment = last)
                   FROM audit_segment WHERE last > $1 ORDER BY last LIMIT 1";
        let found = self.read(&[Statement::new(sql, [number.into()])]).await?;
        let packed = |row: &SqlRow| -> Result<_, Unexpected> {
            let rows = if row.is_null(4) { Vec::new() } else { row.bytes(4)?.to_vec() };
            let (last, first, earliest, latest) = (row.int(0)?, row.int(1)?, row.int(2)?, row.int(3)?);
            Ok(PackedSegment { first, last, earliest, latest, rows })
        };
        let row = found.first().and_then(|rows| rows.first());
        row.map(packed).transpose().map_err(|unexpected| DatabaseFault::from(unexpected).at(&self.settings))
    }

    /// Asks what changes nothing, over a new connection if the old one is lost.
    async fn asked<T>(&self, ask: impl AsyncFn(&ServerConnection) -> Result<T, QueryError>) -> Result<T, StoreError> {
        let mut slot = self.connection.lock().await;
        for is_last in [false, true] {
            let connection = self.usable(slot.take()).await?;
            match with_timeout(ask(&connection)).await {
                Ok(found) => {
                    *slot = Some(connection);
                    return Ok(found);
                }
                Err(QueryError::Lost(_)) if !is_last => {}
                Err(error) => return Err(error.trouble().at(&self.settings)),
            }
        }
        Err(DatabaseFault::unexpected(String::new()).at(&self.settings))
    }

    /// Writes what `decide` makes of the answers, all of it or nothing.
    pub(in crate::adapters::store) async fn write<T>(
        &self,
        queries: &[Statement],
        decide: impl Fn(Vec<Vec<SqlRow>>) -> Decision<T>,
    ) -> Result<T, StoreError> {
        let mut slot = self.connection.lock().await;
        self.written.set(self.written.get() + 1);
        let mut perhaps = None;
        let mut lost = DatabaseFault::unexpected(String::new());
        for _ in 0..2 {
            let connection = match self.usable(slot.take()).await {
                Err(error) if perhaps.is_some() => return Err(unknown(error)),
                other => other?,
            };
            let done = match self.attempt(&connection, perhaps.is_some(), queries, &decide).await {
                CommitResult::Done(result) => Some(result),
                CommitResult::WasDone => perhaps.take(),
                CommitResult::Refused(trouble) => {
                    let error = trouble.at(&self.settings);
                    return Err(if perhaps.is_some() { unknown(error) } else { error });
                }
                CommitResult::Lost { trouble, decided } => {
                    lost = trouble;
                    perhaps = decided.or(perhaps);
                    continue;
                }
            };
            if let Some(done) = done {
                *slot = Some(connection);
                return Ok(done);
            }
        }
        let error = lost.at(&self.settings);
        Err(if perhaps.is_some() { unknown(error) } else { error })
    }

    async fn attempt<T>(
        &self,
        connection: &ServerConnection,
        is_again: bool,
        queries: &[Statement],
        decide: &impl Fn(Vec<Vec<SqlRow>>) -> Decision<T>,
    ) -> CommitResult<T> {
        let first = async {
            let was_done = async {
                match is_again {
                    true => connection.run(&self.is_written()).await.map(|rows| !rows.is_empty()),
                    false => Ok(false),
                }
            };
            let queries = try_join_all(queries.iter().map(|query| connection.run(query)));
            let (begun, (was_done, found)) = join(connection.execute(BEGIN), join(was_done, queries)).await;
            // What could not begin fails in all its parts; only the first says why.
            begun?;
            Ok((was_done?, found?))
        };
        let decided = match with_timeout(first).await {
            Ok((true, _)) => None,
            Ok((false, found)) => match decide(found) {
                Ok(decided) => Some(decided),
                Err(unexpected) => return CommitResult::Refused(unexpected.into()),
            },
            Err(QueryError::Refused { trouble, .. }) => return CommitResult::Refused(trouble),
            Err(QueryError::Lost(trouble)) => return CommitResult::Lost { trouble, decided: None },
        };
        let (mut writes, result) = match decided {
            Some((writes, result)) if !writes.is_empty() => (writes, result),
            nothing => {
                let ended = with_timeout(connection.execute("ROLLBACK")).await;
                return match (ended, nothing) {
                    (Ok(()), Some((_, result))) => CommitResult::Done(result),
                    (Ok(()), None) => CommitResult::WasDone,
                    // A connection in doubt is not used again.
                    (Err(error), _) => CommitResult::Lost { trouble: error.trouble(), decided: None },
                };
            }
        };
        writes.push(self.note_written());
        if self.written.get() == 1 {
            // No run of the program takes a day.
            writes.push(Statement::new("DELETE FROM writer WHERE at < now() - interval '1 day'", []));
        }
        match with_timeout(commit(connection, &writes)).await {
            Ok(()) => CommitResult::Done(result),
            Err(QueryError::Refused { trouble, .. }) => CommitResult::Refused(trouble),
            Err(QueryError::Lost(trouble)) => CommitResult::Lost { trouble, decided: Some(result) },
        }
    }

    /// Finds a row if this transaction is in.
    fn is_written(&self) -> Statement {
        let sql = "SELECT id FROM writer WHERE id = $1 AND written >= $2";
        Statement::new(sql, [(&self.writer).into(), self.written.get().into()])
    }

    fn note_written(&self) -> Statement {
        let sql = "INSERT INTO writer (id, written) VALUES ($1, $2)
                   ON CONFLICT (id) DO UPDATE SET written = excluded.written, at = excluded.at";
        Statement::new(sql, [(&self.writer).into(), self.written.get().into()])
    }

    pub(in crate::adapters::store) async fn close(&self) {
        if let Some(connection) = self.connection.lock().await.take() {
            connection.close().await;
        }
    }

    async fn usable(&self, connection: Option<ServerConnection>) -> Result<ServerConnection, StoreError> {
        match connection.filter(|connection| !connection.is_closed()) {
            Some(connection) => Ok(connection),
            None => ServerConnection::open(&self.settings).await.map_err(|error| error.trouble().at(&self.settings)),
        }
    }
}

/// The error when the last transaction may have been kept.
fn unknown(error: StoreError) -> StoreError {
    StoreError { text: format!("{}; whether the last transaction was kept is not known", error.text), ..error }
}

/// A transaction's second round trip.
async fn commit(connection: &ServerConnection, writes: &[Statement]) -> Result<(), QueryError> {
    let all = join_all(writes.iter().map(|write| connection.run(write)));
    let (written, committed) = join(all, connection.execute("COMMIT")).await;
    // A statement that failed has undone all of them, and COMMIT says nothing of that.
    written.into_iter().collect::<Result<Vec<_>, _>>()?;
    committed
}
