//! A connection to the file: for as many processes at once as there are operators on this machine.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::types::{ToSqlOutput, Type, ValueRef};
use rusqlite::{Connection, Row, ToSql, TransactionBehavior, params_from_iter};

use super::fault::store_error;
use super::files::FileIdentity;
use crate::adapters::store::session::{Decision, SqlRow, SqlValue, Statement};
use crate::domain::audit::{ChainHash, IndexTerm, PackedSegment, RecordPage, StoredRecord};
use crate::ports::{StoreError, StoreFault};

pub(in crate::adapters::store) struct SqliteSession {
    path: PathBuf,
    file: FileIdentity,
    connection: Mutex<Connection>,
}

impl SqliteSession {
    /// For a connection to the file at `path`.
    ///
    /// # Errors
    /// The system's.
    pub(super) fn new(path: PathBuf, connection: Connection) -> Result<Self, StoreError> {
        let file = FileIdentity::at(&path).map_err(|error| StoreError::of_system(&path, &error))?;
        Ok(Self { path, file, connection: Mutex::new(connection) })
    }

    pub(in crate::adapters::store) fn path(&self) -> &Path {
        &self.path
    }

    pub(in crate::adapters::store) fn read(&self, queries: &[Statement]) -> Result<Vec<Vec<SqlRow>>, StoreError> {
        let connection = self.connection();
        queries
            .iter()
            .map(|query| run(&connection, query))
            .collect::<Result<_, _>>()
            .map_err(|error| self.failed(error))
    }

    /// Reads records of the trail straight into what they become: [`read`](Self::read) copies each value twice.
    pub(in crate::adapters::store) fn records(&self, query: &Statement) -> Result<Vec<StoredRecord>, StoreError> {
        let mut records = Vec::new();
        self.each_row(&query.sql, &query.values, |row| {
            let StoredRecord { number, text, link } = stored(row)?;
            records.push(StoredRecord { number, text: text.into_owned(), link });
            Ok(())
        })?;
        Ok(records)
    }

    /// The same, with the texts in one piece of memory.
    pub(in crate::adapters::store) fn page(&self, query: &Statement) -> Result<RecordPage, StoreError> {
        let mut page = RecordPage::default();
        self.each_row(&query.sql, &query.values, |row| {
            let StoredRecord { number, text, link } = stored(row)?;
            page.push(StoredRecord { number, text: &text, link });
            Ok(())
        })?;
        Ok(page)
    }

    /// Reads the next segment of the index after a record.
    pub(in crate::adapters::store) fn segment_after(&self, number: i64) -> Result<Option<PackedSegment>, StoreError> {
        // In this form SQLite takes the rows in the order that they are stored in, and sorts nothing.
        let sql = "SELECT s.last, s.first, s.earliest, s.latest, i.term, i.postings
                   FROM audit_segment s LEFT JOIN audit_index i ON i.segment = s.last
                   WHERE s.last = (SELECT min(last) FROM audit_segment WHERE last > $1) ORDER BY i.term";
        let mut segment = None;
        self.each_row(sql, &[number.into()], |row| {
            if segment.is_none() {
                let (last, first, earliest, latest) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
                segment = Some(PackedSegment { first, last, earliest, latest, rows: Vec::new() });
            }
            if let (Some(segment), Some(term)) = (&mut segment, row.get(4)?) {
                segment.push(IndexTerm(term), row.get_ref(5)?.as_blob()?);
            }
            Ok(())
        })?;
        Ok(segment)
    }

    fn each_row(
        &self,
        sql: &str,
        values: &[SqlValue],
        mut each: impl FnMut(&Row<'_>) -> rusqlite::Result<()>,
    ) -> Result<(), StoreError> {
        let connection = self.connection();
        let mut read = || {
            let mut prepared = connection.prepare_cached(&sql.replace('$', "?"))?;
            let mut rows = prepared.query(params_from_iter(values))?;
            while let Some(row) = rows.next()? {
                each(row)?;
            }
            Ok(())
        };
        read().map_err(|error| self.failed(error))
    }

    /// Nobody else writes from the first query to the last statement.
    pub(in crate::adapters::store) fn write<T>(
        &self,
        queries: &[Statement],
        decide: impl FnOnce(Vec<Vec<SqlRow>>) -> Decision<T>,
    ) -> Result<T, StoreError> {
        if !FileIdentity::at(&self.path).is_ok_and(|now| now == self.file) {
            return Err(StoreError {
                place: self.path.display().to_string(),
                fault: StoreFault::Replaced,
                text: "another file, or none, is there since it was opened".to_owned(),
            });
        }
        let mut connection = self.connection();
        let work = || {
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let found = queries.iter().map(|query| run(&transaction, query)).collect::<Result<_, _>>()?;
            let (writes, result) =
                decide(found).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
            for write in &writes {
                run(&transaction, write)?;
            }
            if writes.is_empty() {
                transaction.rollback()?
            } else {
                transaction.commit()?
            }
            Ok(result)
        };
        work().map_err(|error: rusqlite::Error| self.failed(error))
    }

    /// A panic in the middle of a transaction has rolled it back.
    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn failed(&self, error: rusqlite::Error) -> StoreError {
        store_error(&self.path, &error)
    }
}

/// Takes any content: the chain shows whether it is right.
fn stored<'a>(row: &'a Row<'_>) -> rusqlite::Result<StoredRecord<Cow<'a, str>>> {
    let text = match row.get_ref(1)? {
        // Checking first is much faster than replacing what is wrong.
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => match str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => Cow::Owned(String::from_utf8_lossy(bytes).into_owned()),
        },
        ValueRef::Null => Cow::Borrowed(""),
        ValueRef::Integer(_) | ValueRef::Real(_) => {
            return Err(rusqlite::Error::InvalidColumnType(1, "record".to_owned(), Type::Integer));
        }
    };
    let link = row.get_ref(2)?.as_blob().ok().and_then(|bytes| bytes.try_into().ok());
    Ok(StoredRecord { number: row.get(0)?, text, link: link.map(ChainHash::from_bytes) })
}

/// Runs one statement and gives its rows.
pub(in crate::adapters::store) fn run(connection: &Connection, statement: &Statement) -> rusqlite::Result<Vec<SqlRow>> {
    // SQLite takes `$1` for a name, and numbers names as they come.
    let sql = statement.sql.replace('$', "?");
    let rows = |prepared: &mut rusqlite::Statement<'_>| {
        let columns = prepared.column_count();
        let read = |row: &rusqlite::Row<'_>| (0..columns).map(|column| value(row, column)).collect::<Result<_, _>>();
        prepared.query_map(params_from_iter(&statement.values), |row| read(row).map(SqlRow))?.collect()
    };
    match statement.sql {
        // What was put together for one transaction is not worth keeping.
        Cow::Owned(_) => rows(&mut connection.prepare(&sql)?),
        Cow::Borrowed(_) => rows(&mut *connection.prepare_cached(&sql)?),
    }
}

fn value(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<SqlValue> {
    Ok(match row.get_ref(column)? {
        ValueRef::Null => SqlValue::Null,
        ValueRef::Integer(value) => SqlValue::Int(value),
        ValueRef::Text(bytes) => match str::from_utf8(bytes) {
            Ok(text) => SqlValue::Text(text.to_owned()),
            Err(_) => SqlValue::Bytes(bytes.to_vec()),
        },
        ValueRef::Blob(bytes) => SqlValue::Bytes(bytes.to_vec()),
        ValueRef::Real(_) => return Err(rusqlite::Error::InvalidColumnType(column, String::new(), Type::Real)),
    })
}

impl ToSql for SqlValue {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(value) => ValueRef::Integer(*value),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}
