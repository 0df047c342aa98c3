//! Statements that both databases read, and the session that runs them in a file or on a server.
//!
//! A transaction is two steps on either: read under the store's one lock, then write what `decide` makes of it. So it
//! costs two round trips to a server, and nobody else writes in between.

use std::borrow::Cow;
use std::sync::Arc;

use jiff::Timestamp;

use super::records::all_stored;
use super::{postgres, sqlite};
use crate::adapters::trace::TracedRequest;
use crate::domain::audit::{PackedSegment, RecordPage, StoredRecord};
use crate::ports::{StoreError, StoreFault};

/// A value given to a statement or found in a row.
#[derive(Debug, Clone)]
pub(super) enum SqlValue {
    Null,
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
}

impl From<i64> for SqlValue {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<u32> for SqlValue {
    fn from(value: u32) -> Self {
        Self::Int(value.into())
    }
}

/// In microseconds since 1970.
impl From<Timestamp> for SqlValue {
    fn from(at: Timestamp) -> Self {
        Self::Int(at.as_microsecond())
    }
}

impl From<&str> for SqlValue {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&[u8]> for SqlValue {
    fn from(bytes: &[u8]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

impl<const N: usize> From<&[u8; N]> for SqlValue {
    fn from(bytes: &[u8; N]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

/// SQL with the values of `$1`, `$2`, ….
#[derive(Debug, Clone)]
pub(super) struct Statement {
    pub(super) sql: Cow<'static, str>,
    pub(super) values: Vec<SqlValue>,
}

/// Rows in one INSERT: three values each stay far below either database's limit (32,766).
const ROWS: usize = 1000;

impl Statement {
    pub(super) fn new(sql: &'static str, values: impl Into<Vec<SqlValue>>) -> Self {
        Self { sql: sql.into(), values: values.into() }
    }

    /// What adds `rows`, all of the same length. `start` is the statement up to VALUES.
    pub(super) fn insert(start: &str, rows: Vec<Vec<SqlValue>>) -> Vec<Self> {
        let statement = |rows: &[Vec<SqlValue>]| {
            let mut next = 0;
            let tuples = rows.iter().map(|row| format!("({})", placeholders(&mut next, row.len())));
            let sql = format!("{start} VALUES {}", tuples.collect::<Vec<_>>().join(", "));
            Self { sql: sql.into(), values: rows.concat() }
        };
        rows.chunks(ROWS).map(statement).collect()
    }

    /// What removes the rows with these numbers. `start` is the statement up to IN.
    pub(super) fn with_ids(start: &str, ids: &[i64]) -> Vec<Self> {
        let statement = |ids: &[i64]| {
            let sql = format!("{start} IN ({})", placeholders(&mut 0, ids.len()));
            Self { sql: sql.into(), values: ids.iter().copied().map(SqlValue::from).collect() }
        };
        ids.chunks(ROWS).map(statement).collect()
    }
}

/// The next `count` placeholders after `$last`.
pub(super) fn placeholders(last: &mut usize, count: usize) -> String {
    let names: Vec<String> = (*last + 1..=*last + count).map(|n| format!("${n}")).collect();
    *last += count;
    names.join(", ")
}

/// Something in the database that this program did not write.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct Unexpected(pub(super) String);

#[derive(Debug)]
pub(super) struct SqlRow(pub(super) Vec<SqlValue>);

impl SqlRow {
    pub(super) fn value(&self, column: usize) -> &SqlValue {
        self.0.get(column).unwrap_or(&SqlValue::Null)
    }

    pub(super) fn is_null(&self, column: usize) -> bool {
        matches!(self.value(column), SqlValue::Null)
    }

    pub(super) fn int(&self, column: usize) -> Result<i64, Unexpected> {
        match self.value(column) {
            SqlValue::Int(value) => Ok(*value),
            _ => Err(Unexpected(format!("column {column} is no number"))),
        }
    }

    pub(super) fn time(&self, column: usize) -> Result<Timestamp, Unexpected> {
        Timestamp::from_microsecond(self.int(column)?).map_err(|error| Unexpected(error.to_string()))
    }

    pub(super) fn text(&self, column: usize) -> Result<&str, Unexpected> {
        match self.value(column) {
            SqlValue::Text(text) => Ok(text),
            _ => Err(Unexpected(format!("column {column} is no text"))),
        }
    }

    pub(super) fn bytes(&self, column: usize) -> Result<&[u8], Unexpected> {
        match self.value(column) {
            SqlValue::Bytes(bytes) => Ok(bytes),
            _ => Err(Unexpected(format!("column {column} has no bytes"))),
        }
    }

    pub(super) fn array<const N: usize>(&self, column: usize) -> Result<[u8; N], Unexpected> {
        let bytes = self.bytes(column)?;
        bytes.try_into().map_err(|_| Unexpected(format!("column {column} has {} bytes, not {N}", bytes.len())))
    }
}

/// The first row of an answer that always has one.
pub(super) fn first(rows: &[SqlRow]) -> Result<&SqlRow, Unexpected> {
    rows.first().ok_or_else(|| Unexpected("a row is missing".to_owned()))
}

/// What a transaction writes, and its result. Without statements it is rolled back.
pub(super) type Decision<T> = Result<(Vec<Statement>, T), Unexpected>;

pub(super) enum StoreSession {
    /// Shared with the thread that writes many records.
    Sqlite(Arc<sqlite::SqliteSession>),
    Postgres(Box<postgres::PostgresSession>),
    /// It could not be opened, for this reason.
    Away(StoreError),
}

impl StoreSession {
    /// Runs the queries; others may write meanwhile.
    pub(super) async fn read<T, const N: usize>(
        &self,
        queries: [Statement; N],
        decode: impl FnOnce([Vec<SqlRow>; N]) -> Result<T, Unexpected>,
    ) -> Result<T, StoreError> {
        let asked = self.traced("read");
        let found = match self {
            Self::Sqlite(session) => session.read(&queries)?,
            Self::Postgres(session) => session.read(&queries).await?,
            Self::Away(why) => return Err(why.clone()),
        };
        asked.ended("done");
        answers(found).and_then(decode).map_err(|error| self.damaged(error.to_string()))
    }

    /// Runs a query for records of the trail: number, text and hash.
    pub(super) async fn records(&self, query: Statement) -> Result<Vec<StoredRecord>, StoreError> {
        match self {
            Self::Sqlite(session) => {
                let asked = self.traced("read");
                session.records(&query).inspect(|_| asked.ended("done"))
            }
            Self::Postgres(_) | Self::Away(_) => self.read([query], |[rows]| all_stored(rows)).await,
        }
    }

    /// Runs such a query, and keeps the texts in one piece of memory.
    pub(super) async fn page(&self, query: &Statement) -> Result<RecordPage, StoreError> {
        let asked = self.traced("read");
        let page = match self {
            Self::Sqlite(session) => session.page(query),
            Self::Postgres(session) => session.page(query).await,
            Self::Away(why) => Err(why.clone()),
        };
        page.inspect(|_| asked.ended("done"))
    }

    /// Reads the next segment of the index after a record; `None` after the last.
    pub(super) async fn segment_after(&self, number: i64) -> Result<Option<PackedSegment>, StoreError> {
        let asked = self.traced("read");
        let segment = match self {
            Self::Sqlite(session) => session.segment_after(number),
            Self::Postgres(session) => session.segment_after(number).await,
            Self::Away(why) => Err(why.clone()),
        };
        segment.inspect(|_| asked.ended("done"))
    }

    /// Runs the queries as a transaction that writes what `decide` makes of the answers. After a lost connection
    /// `decide` may be called again.
    pub(super) async fn write<T, const N: usize>(
        &self,
        queries: [Statement; N],
        decide: impl Fn([Vec<SqlRow>; N]) -> Decision<T>,
    ) -> Result<T, StoreError> {
        let decide = |found| answers(found).and_then(&decide);
        let asked = self.traced("write");
        let written = match self {
            Self::Sqlite(session) => session.write(&queries, decide),
            Self::Postgres(session) => session.write(&queries, decide).await,
            Self::Away(why) => Err(why.clone()),
        };
        written.inspect(|_| asked.ended("done"))
    }

    /// Like [`write`](Self::write), but another thread waits for the disk, so that the runtime does not.
    pub(super) async fn write_in_background<T: Send + 'static, const N: usize>(
        &self,
        queries: [Statement; N],
        decide: impl Fn([Vec<SqlRow>; N]) -> Decision<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        let Self::Sqlite(session) = self else { return self.write(queries, decide).await };
        let (session, asked) = (Arc::clone(session), self.traced("write"));
        let write = move || session.write(&queries, |found| answers(found).and_then(decide));
        let stopped = |lost: tokio::task::JoinError| StoreError {
            place: self.place(),
            fault: StoreFault::Unexpected,
            text: lost.to_string(),
        };
        let written = tokio::task::spawn_blocking(write).await.unwrap_or_else(|lost| Err(stopped(lost)));
        written.inspect(|_| asked.ended("done"))
    }

    fn traced(&self, what: &str) -> TracedRequest {
        let server = match self {
            Self::Sqlite(_) => "store".to_owned(),
            Self::Postgres(session) => session.settings().to_string(),
            Self::Away(why) => why.place.clone(),
        };
        TracedRequest::request(server, || what.to_owned())
    }

    pub(super) fn place(&self) -> String {
        match self {
            Self::Sqlite(session) => session.path().display().to_string(),
            Self::Postgres(session) => session.settings().to_string(),
            Self::Away(why) => why.place.clone(),
        }
    }

    /// The error when something else is stored than this program wrote.
    pub(super) fn damaged(&self, text: String) -> StoreError {
        StoreError { place: self.place(), fault: StoreFault::Damaged, text }
    }
}

fn answers<const N: usize>(found: Vec<Vec<SqlRow>>) -> Result<[Vec<SqlRow>; N], Unexpected> {
    found.try_into().map_err(|_| Unexpected("an answer is missing".to_owned()))
}
