//! The audit trail in PostgreSQL: numbers and hashes are worked out between a transaction's two flights, while the
//! desk's lock is held, so that there is one chain however many machines write.

use futures_util::future::try_join;
use tokio_postgres::Row;
use tokio_postgres::types::Type;

use super::PostgresStore;
use super::connection::{Connection, Failed, Value, bigint};
use super::transaction::Write;
use crate::domain::audit::{Anchor, AuditRecord, ChainHash, Step, StoredRecord};
use crate::ports::{ReadRecords, Records, StoreError};

impl Records for PostgresStore {
    async fn append(&self, record: &AuditRecord) -> Result<i64, StoreError> {
        let numbers = self.append_all(std::slice::from_ref(record)).await?;
        // One record has one number.
        Ok(numbers.first().copied().unwrap_or_default())
    }

    async fn append_all(&self, records: &[AuditRecord]) -> Result<Vec<i64>, StoreError> {
        if records.is_empty() {
            return Ok(Vec::new());
        }
        let texts: Vec<String> = records
            .iter()
            .map(serde_json::to_string)
            .collect::<Result<_, _>>()
            .map_err(|error| self.line.failed(error.to_string()))?;
        // What is kept apart is looked up on the way, so that moving it on costs no flight of its own.
        let before = self.head.read().ok().flatten();
        let look = async |connection: &Connection| {
            let newest = connection.ask("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1", &[]);
            try_join(newest, link_of(connection, before.as_ref())).await
        };
        let decide = |(newest, known): (Vec<Row>, Option<ChainHash>)| {
            let mut last = match newest.first() {
                // What was spoilt by hand is for `audit verify` to find; the trail goes on from what is there.
                Some(row) => (row.try_get(0)?, link(row, 1).unwrap_or(ChainHash::from_bytes([0; 32]))),
                None => (0, ChainHash::initial(&self.id)),
            };
            let (mut numbers, mut links) = (Vec::with_capacity(texts.len()), Vec::with_capacity(texts.len()));
            for text in &texts {
                let number = last.0 + 1;
                last = (number, last.1.next(number, text));
                numbers.push(number);
                links.push(last.1.bytes().to_vec());
            }
            let writes = writes(&numbers, &texts, links, records);
            Ok((writes, (numbers, last, known)))
        };
        let (numbers, last, known) = self.line.writing(look, decide).await?;
        self.keep_head(last.0, &last.1, before, known).await;
        Ok(numbers)
    }

    async fn unanswered(&self, account_id: Option<&str>) -> Result<Vec<(i64, AuditRecord)>, StoreError> {
        let sql = "SELECT open_intent.id, record FROM open_intent JOIN audit ON audit.id = open_intent.id
                   WHERE $1 IS NULL OR account = $1 ORDER BY open_intent.id";
        let account: Value = (Box::new(account_id.map(str::to_owned)), Type::TEXT);
        let values = [account];
        let rows = self.line.reading(async |connection: &Connection| connection.ask(sql, &values).await).await?;
        rows.iter()
            .map(|row| {
                let failed = |why: &dyn std::fmt::Display| self.line.failed(why.to_string());
                let text: String = row.try_get(1).map_err(|error| failed(&error))?;
                let record = serde_json::from_str(&text).map_err(|error| failed(&error))?;
                Ok((row.try_get(0).map_err(|error| failed(&error))?, record))
            })
            .collect()
    }

    async fn newest(&self) -> Result<Vec<(i64, AuditRecord)>, StoreError> {
        let stored = self.before(i64::MAX, super::super::ONE_LOOK).await?;
        let read = |stored: &StoredRecord| Some((stored.number, serde_json::from_str(&stored.text).ok()?));
        Ok(stored.iter().filter_map(read).collect())
    }
}

impl ReadRecords for PostgresStore {
    async fn store_id(&self) -> Result<Vec<u8>, StoreError> {
        Ok(self.id.clone())
    }

    async fn head(&self) -> Result<Option<Anchor>, StoreError> {
        self.head.read()
    }

    async fn after(&self, number: i64, count: u32) -> Result<Vec<StoredRecord>, StoreError> {
        self.stored("SELECT id, record, hash FROM audit WHERE id > $1 ORDER BY id LIMIT $2", number, count).await
    }

    async fn before(&self, number: i64, count: u32) -> Result<Vec<StoredRecord>, StoreError> {
        self.stored("SELECT id, record, hash FROM audit WHERE id < $1 ORDER BY id DESC LIMIT $2", number, count).await
    }
}

impl PostgresStore {
    async fn stored(&self, sql: &str, number: i64, count: u32) -> Result<Vec<StoredRecord>, StoreError> {
        let values = [bigint(number), bigint(count.into())];
        let rows = self.line.reading(async |connection: &Connection| connection.ask(sql, &values).await).await?;
        rows.iter().map(stored).collect::<Result<_, _>>().map_err(|error| self.line.failed(error.to_string()))
    }

    /// Keeps apart how far the trail has come. `before` is what was kept there, and `known` what the trail has under
    /// its number.
    async fn keep_head(&self, number: i64, link: &ChainHash, before: Option<Anchor>, known: Option<ChainHash>) {
        let mut seen = before.map(|before| (known.is_some_and(|link| before.matches(&link)), before));
        let moved_on = |seen: &Option<(bool, Anchor)>| {
            let is_past =
                |anchor: &Anchor| seen.as_ref().filter(|(_, seen)| seen == anchor).map(|(is_past, _)| *is_past);
            self.head.move_on(number, link, is_past)
        };
        // Another process of this operator may have come farther meanwhile.
        while let Some(anchor) = moved_on(&seen) {
            let link =
                self.line.reading(async |connection: &Connection| link_of(connection, Some(&anchor)).await).await;
            seen = Some((matches!(link, Ok(Some(link)) if anchor.matches(&link)), anchor));
        }
    }
}

/// What makes the records part of the trail: one statement a table, however many they are.
fn writes(numbers: &[i64], texts: &[String], links: Vec<Vec<u8>>, records: &[AuditRecord]) -> Vec<Write> {
    let numbers_of = |numbers: Vec<i64>| -> Value { (Box::new(numbers), Type::INT8_ARRAY) };
    let mut writes = vec![Write {
        sql: "INSERT INTO audit (id, record, hash) SELECT * FROM unnest($1, $2, $3)",
        values: vec![
            numbers_of(numbers.to_vec()),
            (Box::new(texts.to_vec()), Type::TEXT_ARRAY),
            (Box::new(links), Type::BYTEA_ARRAY),
        ],
    }];
    let (open, accounts): (Vec<i64>, Vec<String>) = numbers
        .iter()
        .zip(records)
        .filter(|(_, record)| record.step == Step::Intent)
        .map(|(number, record)| (*number, record.act.account_id.clone()))
        .unzip();
    if !open.is_empty() {
        writes.push(Write {
            sql: "INSERT INTO open_intent (id, account) SELECT * FROM unnest($1, $2)",
            values: vec![numbers_of(open), (Box::new(accounts), Type::TEXT_ARRAY)],
        });
    }
    let reset = || numbers.iter().zip(records).filter(|(_, record)| record.implies_reset());
    if reset().next().is_some() {
        let accounts: Vec<String> = reset().map(|(_, record)| record.act.account_id.clone()).collect();
        writes.push(Write {
            sql: "INSERT INTO recent_reset (id, account, at) SELECT * FROM unnest($1, $2, $3)",
            values: vec![
                numbers_of(reset().map(|(number, _)| *number).collect()),
                (Box::new(accounts), Type::TEXT_ARRAY),
                numbers_of(reset().map(|(_, record)| record.at.as_microsecond()).collect()),
            ],
        });
    }
    let answered: Vec<i64> = records.iter().filter_map(|record| record.intent).collect();
    if !answered.is_empty() {
        writes.push(Write { sql: "DELETE FROM open_intent WHERE id = ANY($1)", values: vec![numbers_of(answered)] });
    }
    writes
}

/// What the trail has under an anchor's number.
async fn link_of(connection: &Connection, anchor: Option<&Anchor>) -> Result<Option<ChainHash>, Failed> {
    let Some(anchor) = anchor else { return Ok(None) };
    let rows = connection.ask("SELECT hash FROM audit WHERE id = $1", &[bigint(anchor.number)]).await?;
    Ok(rows.first().and_then(|row| link(row, 0)))
}

/// Takes whatever stands there: what it should be, the chain says.
pub(super) fn stored(row: &Row) -> Result<StoredRecord, tokio_postgres::Error> {
    Ok(StoredRecord { number: row.try_get(0)?, text: row.try_get(1)?, link: link(row, 2) })
}

/// `None`: what is there is none.
fn link(row: &Row, column: usize) -> Option<ChainHash> {
    let hash: Vec<u8> = row.try_get(column).ok()?;
    hash.try_into().ok().map(ChainHash::from_bytes)
}
