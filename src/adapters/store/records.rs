//! The audit trail in SQL.

use rusqlite::Transaction;
use rusqlite::types::Type;

use super::SqliteStore;
use crate::domain::audit::Record;
use crate::ports::{Records, StoreError};

impl Records for SqliteStore {
    async fn append(&self, record: &Record) -> Result<i64, StoreError> {
        self.transaction(|t| insert(t, record))
    }

    async fn append_all(&self, records: &[Record]) -> Result<Vec<i64>, StoreError> {
        self.transaction(|t| records.iter().map(|record| insert(t, record)).collect())
    }

    async fn newest(&self, count: u32) -> Result<Vec<(i64, Record)>, StoreError> {
        self.transaction(|t| {
            let mut records: Vec<(i64, Record)> = t
                .prepare("SELECT id, record FROM audit ORDER BY id DESC LIMIT ?1")?
                .query_map([count], |row| {
                    let record = serde_json::from_str(&row.get::<_, String>(1)?)
                        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(1, Type::Text, Box::new(error)))?;
                    Ok((row.get(0)?, record))
                })?
                .collect::<rusqlite::Result<_>>()?;
            records.reverse();
            Ok(records)
        })
    }
}

fn insert(t: &Transaction<'_>, record: &Record) -> rusqlite::Result<i64> {
    let text =
        serde_json::to_string(record).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
    t.prepare_cached("INSERT INTO audit (record) VALUES (?1)")?.execute([text])?;
    Ok(t.last_insert_rowid())
}
