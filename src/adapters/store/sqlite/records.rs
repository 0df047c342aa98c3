//! The audit trail in SQL: a record's number and hash are worked out in the transaction that writes it, so that there
//! is one chain however many processes write.

use std::sync::Arc;

use rusqlite::types::Type;
use rusqlite::{OptionalExtension, Row, Transaction, params};

use super::{SqliteStore, StoreFile};
use crate::domain::audit::{Anchor, AuditRecord, ChainHash, Step, StoredRecord};
use crate::ports::{ReadRecords, Records, StoreError};

/// From so many on they are written by another thread. Whoever records that many has as many changes under way, and
/// those need not wait for the disk.
const MANY: usize = 16;

impl Records for SqliteStore {
    async fn append(&self, record: &AuditRecord) -> Result<i64, StoreError> {
        let (number, link) = self.file.transaction(|t| add(t, head(t)?, record))?;
        self.file.keep_head(number, &link);
        Ok(number)
    }

    async fn append_all(&self, records: &[AuditRecord]) -> Result<Vec<i64>, StoreError> {
        if records.len() < MANY {
            return self.file.append_all(records);
        }
        let (file, records) = (Arc::clone(&self.file), records.to_vec());
        let written = tokio::task::spawn_blocking(move || file.append_all(&records)).await;
        written.unwrap_or_else(|lost| {
            Err(StoreError { place: self.file.path.display().to_string(), text: lost.to_string() })
        })
    }

    async fn unanswered(&self, account_id: Option<&str>) -> Result<Vec<(i64, AuditRecord)>, StoreError> {
        self.file.reading(|connection| {
            connection
                .prepare_cached(UNANSWERED)?
                .query_map([account_id], |row| {
                    let record = serde_json::from_str(&row.get::<_, String>(1)?)
                        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(1, Type::Text, Box::new(error)))?;
                    Ok((row.get(0)?, record))
                })?
                .collect()
        })
    }

    async fn newest(&self) -> Result<Vec<(i64, AuditRecord)>, StoreError> {
        let stored = self.before(i64::MAX, super::super::ONE_LOOK).await?;
        let read = |stored: &StoredRecord| Some((stored.number, serde_json::from_str(&stored.text).ok()?));
        Ok(stored.iter().filter_map(read).collect())
    }
}

impl StoreFile {
    fn append_all(&self, records: &[AuditRecord]) -> Result<Vec<i64>, StoreError> {
        let (numbers, (number, link)) = self.transaction(|t| {
            let mut last = head(t)?;
            let mut numbers = Vec::with_capacity(records.len());
            for record in records {
                last = add(t, last, record)?;
                numbers.push(last.0);
            }
            Ok((numbers, last))
        })?;
        if !records.is_empty() {
            self.keep_head(number, &link);
        }
        Ok(numbers)
    }
}

/// CROSS JOIN keeps the order: a plain one, sorted by the trail's number, was read through the whole trail.
pub(super) const UNANSWERED: &str = "SELECT open_intent.id, record
    FROM open_intent CROSS JOIN audit ON audit.id = open_intent.id
    WHERE ?1 IS NULL OR account = ?1 ORDER BY open_intent.id";

impl ReadRecords for SqliteStore {
    async fn store_id(&self) -> Result<Vec<u8>, StoreError> {
        self.file.reading(|connection| connection.query_row("SELECT id FROM store", [], |row| row.get(0)))
    }

    async fn head(&self) -> Result<Option<Anchor>, StoreError> {
        self.file.head.read()
    }

    async fn after(&self, number: i64, count: u32) -> Result<Vec<StoredRecord>, StoreError> {
        let sql = "SELECT id, record, hash FROM audit WHERE id > ?1 ORDER BY id LIMIT ?2";
        self.file
            .reading(|connection| connection.prepare_cached(sql)?.query_map(params![number, count], stored)?.collect())
    }

    async fn before(&self, number: i64, count: u32) -> Result<Vec<StoredRecord>, StoreError> {
        let sql = "SELECT id, record, hash FROM audit WHERE id < ?1 ORDER BY id DESC LIMIT ?2";
        self.file
            .reading(|connection| connection.prepare_cached(sql)?.query_map(params![number, count], stored)?.collect())
    }
}

/// The last record's number and hash; before the first, 0 and the hash that stands for the store.
pub(super) fn head(t: &Transaction<'_>) -> rusqlite::Result<(i64, ChainHash)> {
    let newest = t.prepare_cached("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1")?.query_row([], |row| {
        // What was spoilt by hand is for `audit verify` to find; the trail goes on from what is there.
        let hash: [u8; 32] = row.get(1).unwrap_or_default();
        Ok((row.get(0)?, ChainHash::from_bytes(hash)))
    });
    match newest.optional()? {
        Some(newest) => Ok(newest),
        None => Ok((0, before_all(t)?)),
    }
}

pub(super) fn before_all(t: &Transaction<'_>) -> rusqlite::Result<ChainHash> {
    t.query_row("SELECT id FROM store", [], |row| Ok(ChainHash::initial(row.get_ref(0)?.as_bytes()?)))
}

/// Adds a record after `last`, and gives the new last one.
fn add(t: &Transaction<'_>, last: (i64, ChainHash), record: &AuditRecord) -> rusqlite::Result<(i64, ChainHash)> {
    let text =
        serde_json::to_string(record).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
    let number = last.0 + 1;
    let link = last.1.next(number, &text);
    t.prepare_cached("INSERT INTO audit (id, record, hash) VALUES (?1, ?2, ?3)")?.execute(params![
        number,
        text,
        link.bytes()
    ])?;
    note_open(t, number, record)?;
    note_reset(t, number, record)?;
    Ok((number, link))
}

/// Notes a new password that was set, or may have been.
fn note_reset(t: &Transaction<'_>, number: i64, record: &AuditRecord) -> rusqlite::Result<()> {
    if record.implies_reset() {
        let sql = "INSERT INTO recent_reset (id, account, at) VALUES (?1, ?2, ?3)";
        t.prepare_cached(sql)?.execute(params![number, record.act.account_id, record.at.as_microsecond()])?;
    }
    Ok(())
}

/// Notes an intent as open, or the one that the record answers as closed.
pub(super) fn note_open(t: &Transaction<'_>, number: i64, record: &AuditRecord) -> rusqlite::Result<()> {
    if record.step == Step::Intent {
        let sql = "INSERT INTO open_intent (id, account) VALUES (?1, ?2)";
        t.prepare_cached(sql)?.execute(params![number, record.act.account_id])?;
    }
    if let Some(intent) = record.intent {
        t.prepare_cached("DELETE FROM open_intent WHERE id = ?1")?.execute([intent])?;
    }
    Ok(())
}

/// Takes whatever stands there: what it should be, the chain says.
pub(super) fn stored(row: &Row<'_>) -> rusqlite::Result<StoredRecord> {
    let text = row.get_ref(1)?.as_bytes_or_null()?.unwrap_or_default();
    let hash: Option<[u8; 32]> = row.get(2).ok();
    Ok(StoredRecord {
        number: row.get(0)?,
        text: String::from_utf8_lossy(text).into_owned(),
        link: hash.map(ChainHash::from_bytes),
    })
}
