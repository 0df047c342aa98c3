//! The audit trail in SQL.

use rusqlite::types::Type;

use super::SqliteStore;
use crate::domain::audit::Record;
use crate::ports::{Records, StoreError};

impl Records for SqliteStore {
    async fn append(&self, record: &Record) -> Result<i64, StoreError> {
        self.transaction(|t| {
            let text = serde_json::to_string(record)
                .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
            t.execute("INSERT INTO audit (record) VALUES (?1)", [text])?;
            Ok(t.last_insert_rowid())
        })
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
