//! The audit trail: a record's number and hash are worked out in the transaction that writes it, so there is one chain
//! however many processes write.

use super::session::{Decision, SqlRow, SqlValue, Statement, StoreSession, Unexpected, first};
use super::{Indexer, Store, index};
use crate::adapters::private_file;
use crate::domain::audit::{Anchor, AuditRecord, ChainHash, RecordPage, SEGMENT, Step, StoredRecord};
use crate::ports::{FileOwnership, InspectStore, ReadRecords, Records, StoreError};

/// From this many records on, another thread writes to the file, so that the changes under way do not wait for the
/// disk.
const MANY: usize = 16;

/// How many of the newest records [`Records::newest`] looks through.
const NEWEST: u32 = 200;

const LAST: &str = "SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1";
/// The hash of a record, and what is in an archive only.
const HASH: &str = "SELECT (SELECT hash FROM audit WHERE id = $1), coalesce((SELECT max(number) FROM audit_base), 0)";
const BASE: &str = "SELECT number, hash FROM audit_base ORDER BY number DESC LIMIT 1";

/// A join that the planner may turn around would read the whole trail.
pub(super) const UNANSWERED: &str = "SELECT id, (SELECT record FROM audit WHERE audit.id = open_intent.id)
    FROM open_intent WHERE $1 IS NULL OR account = $1 ORDER BY id";

impl Records for Store {
    async fn append(&self, record: &AuditRecord) -> Result<i64, StoreError> {
        let numbers = self.append_all(std::slice::from_ref(record)).await?;
        // One record has one number.
        Ok(numbers.first().copied().unwrap_or_default())
    }

    async fn append_all(&self, records: &[AuditRecord]) -> Result<Vec<i64>, StoreError> {
        if records.is_empty() {
            return Ok(Vec::new());
        }
        let texts = records.iter().map(serde_json::to_string).collect::<Result<_, _>>();
        let texts: Vec<String> = texts.map_err(|error| self.session.damaged(error.to_string()))?;
        // Looked up together with the last record, so that moving the head on costs no round trip of its own.
        let before = self.head.read().ok().flatten();
        let known = before.as_ref().map_or(0, |before| before.number);
        let queries =
            [Statement::new(LAST, []), Statement::new(HASH, [known.into()]), Statement::new(index::INDEXED, [])];
        let (id, batch, seen) = (self.id.clone(), records.to_vec(), before.clone());
        let decide = move |[last, known, indexed]: [Vec<SqlRow>; 3]| -> Decision<_> {
            let last = match last.first() {
                // `audit verify` finds what was altered by hand; the trail goes on from what is there.
                Some(row) => (row.int(0)?, link(row, 1).unwrap_or(ChainHash::from_bytes([0; 32]))),
                None => (0, ChainHash::initial(&id)),
            };
            let (writes, numbers, last) = chained(last, &texts, &batch);
            let is_past = seen.as_ref().map(|seen| goes_through(&known, seen)).transpose()?;
            let waiting = last.0 - first(&indexed)?.int(0)?;
            Ok((writes, (numbers, last, is_past, waiting)))
        };
        let written = match records.len() < MANY {
            true => self.session.write(queries, decide).await,
            false => self.session.write_in_background(queries, decide).await,
        };
        let (numbers, last, is_past, waiting) = written?;
        self.keep_head(last, before.zip(is_past)).await;
        if waiting >= SEGMENT.into() {
            let mut indexer = self.indexer.borrow_mut();
            if indexer.is_none() {
                *indexer = Indexer::start(&self.session);
            }
        }
        if let Some(work) = &*self.after_records.borrow() {
            work();
        }
        Ok(numbers)
    }

    async fn unanswered(&self, account_id: Option<&str>) -> Result<Vec<(i64, AuditRecord)>, StoreError> {
        let query = Statement::new(UNANSWERED, [account_id.map_or(SqlValue::Null, SqlValue::from)]);
        self.session.read([query], |[rows]| unanswered(&rows)).await
    }

    async fn newest(&self) -> Result<Vec<(i64, AuditRecord)>, StoreError> {
        let stored = self.before(i64::MAX, NEWEST).await?;
        let read = |stored: &StoredRecord| Some((stored.number, serde_json::from_str(&stored.text).ok()?));
        Ok(stored.iter().filter_map(read).collect())
    }
}

impl ReadRecords for Store {
    async fn store_id(&self) -> Result<Vec<u8>, StoreError> {
        Ok(self.id.clone())
    }

    async fn base(&self) -> Result<Option<(i64, ChainHash)>, StoreError> {
        let decode = |[rows]: [Vec<SqlRow>; 1]| {
            rows.first().map(|row| Ok((row.int(0)?, ChainHash::from_bytes(row.array(1)?)))).transpose()
        };
        self.session.read([Statement::new(BASE, [])], decode).await
    }

    async fn head(&self) -> Result<Option<Anchor>, StoreError> {
        self.head.read()
    }

    async fn after(&self, number: i64, count: u32) -> Result<Vec<StoredRecord>, StoreError> {
        let sql = "SELECT id, record, hash FROM audit WHERE id > $1 ORDER BY id LIMIT $2";
        self.session.records(Statement::new(sql, [number.into(), count.into()])).await
    }

    async fn page_after(&self, number: i64, count: u32) -> Result<RecordPage, StoreError> {
        let sql = "SELECT id, record, hash FROM audit WHERE id > $1 ORDER BY id LIMIT $2";
        self.session.page(&Statement::new(sql, [number.into(), count.into()])).await
    }

    async fn before(&self, number: i64, count: u32) -> Result<Vec<StoredRecord>, StoreError> {
        let sql = "SELECT id, record, hash FROM audit WHERE id < $1 ORDER BY id DESC LIMIT $2";
        self.session.records(Statement::new(sql, [number.into(), count.into()])).await
    }
}

impl InspectStore for Store {
    /// Writes an unchanged value, and rolls it back.
    async fn test_write(&self) -> Result<(), StoreError> {
        let write = Statement::new("UPDATE store SET id = id", []);
        self.session.write([write], |_| Ok((Vec::new(), ()))).await
    }

    fn ownership(&self) -> Option<FileOwnership> {
        match &self.session {
            StoreSession::Sqlite(session) => private_file::ownership(session.path()),
            StoreSession::Postgres(_) | StoreSession::Away(_) => None,
        }
    }
}

impl Store {
    /// Moves the head on to the last record. `seen`: the head's content before, and whether the trail goes through it.
    async fn keep_head(&self, (number, link): (i64, ChainHash), mut seen: Option<(Anchor, bool)>) {
        let move_on = |seen: &Option<(Anchor, bool)>| {
            let is_past =
                |anchor: &Anchor| seen.as_ref().filter(|(seen, _)| seen == anchor).map(|(_, is_past)| *is_past);
            self.head.move_on(number, &link, is_past)
        };
        // Another process of this operator may have moved it meanwhile.
        while let Some(anchor) = move_on(&seen) {
            let query = Statement::new(HASH, [anchor.number.into()]);
            let is_past = self.session.read([query], |[known]| goes_through(&known, &anchor)).await;
            seen = Some((anchor, matches!(is_past, Ok(true))));
        }
    }
}

/// The answer to [`UNANSWERED`].
pub(super) fn unanswered(rows: &[SqlRow]) -> Result<Vec<(i64, AuditRecord)>, Unexpected> {
    let record = |row: &SqlRow| {
        let record = serde_json::from_str(row.text(1)?).map_err(|error| Unexpected(error.to_string()))?;
        Ok((row.int(0)?, record))
    };
    rows.iter().filter(|row| !row.is_null(1)).map(record).collect()
}

/// Whether the trail goes through an anchor, by the answer to [`HASH`]. What is in an archive only is taken to.
fn goes_through(known: &[SqlRow], anchor: &Anchor) -> Result<bool, Unexpected> {
    let row = first(known)?;
    Ok(anchor.number <= row.int(1)? || link(row, 0).is_some_and(|link| anchor.matches(&link)))
}

/// What adds the records after `last`, their numbers, and the new last number and hash.
fn chained(
    mut last: (i64, ChainHash),
    texts: &[String],
    records: &[AuditRecord],
) -> (Vec<Statement>, Vec<i64>, (i64, ChainHash)) {
    let (mut numbers, mut rows) = (Vec::with_capacity(texts.len()), Vec::with_capacity(texts.len()));
    for text in texts {
        let number = last.0 + 1;
        last = (number, last.1.next(number, text));
        numbers.push(number);
        rows.push(vec![number.into(), text.as_str().into(), last.1.bytes().into()]);
    }
    let mut writes = Statement::insert("INSERT INTO audit (id, record, hash)", rows);
    writes.extend(open_intents(&numbers, records));
    let resets = numbers.iter().zip(records).filter(|(_, record)| record.implies_reset());
    let resets = resets.map(|(number, record)| vec![(*number).into(), account(record), record.at.into()]).collect();
    writes.extend(Statement::insert("INSERT INTO recent_reset (id, account, at)", resets));
    (writes, numbers, last)
}

/// What notes intents as open, and those that the records answer as closed.
pub(super) fn open_intents(numbers: &[i64], records: &[AuditRecord]) -> Vec<Statement> {
    let intents = numbers.iter().zip(records).filter(|(_, record)| record.step == Step::Intent);
    let intents = intents.map(|(number, record)| vec![(*number).into(), account(record)]).collect();
    let answered: Vec<i64> = records.iter().filter_map(|record| record.intent).collect();
    let mut writes = Statement::insert("INSERT INTO open_intent (id, account)", intents);
    writes.extend(Statement::with_ids("DELETE FROM open_intent WHERE id", &answered));
    writes
}

fn account(record: &AuditRecord) -> SqlValue {
    record.act.account_id.as_str().into()
}

pub(super) fn all_stored(rows: Vec<SqlRow>) -> Result<Vec<StoredRecord>, Unexpected> {
    rows.into_iter().map(stored).collect()
}

/// Takes any content: the chain shows whether it is right.
fn stored(mut row: SqlRow) -> Result<StoredRecord, Unexpected> {
    let (number, link) = (row.int(0)?, link(&row, 2));
    let text = match row.0.get_mut(1).map(|value| std::mem::replace(value, SqlValue::Null)) {
        Some(SqlValue::Text(text)) => text,
        Some(SqlValue::Bytes(bytes)) => String::from_utf8_lossy(&bytes).into_owned(),
        Some(SqlValue::Null) | None => String::new(),
        Some(SqlValue::Int(_)) => return Err(Unexpected("a record is a number".to_owned())),
    };
    Ok(StoredRecord { number, text, link })
}

/// The hash in a column; `None` when the value is not a hash.
pub(super) fn link(row: &SqlRow, column: usize) -> Option<ChainHash> {
    row.array(column).ok().map(ChainHash::from_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::adapters::system::SystemRandom;

    #[test]
    fn unanswered_intents_are_found_without_reading_the_trail() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.db");
        drop(Store::file(&path, &SystemRandom).unwrap());
        let connection = rusqlite::Connection::open(path).unwrap();
        let sql = format!("EXPLAIN QUERY PLAN {}", UNANSWERED.replace('$', "?"));
        let mut plan = connection.prepare(&sql).unwrap();
        let steps = plan.query_map([None::<String>], |row| row.get::<_, String>("detail")).unwrap();
        let steps: Vec<String> = steps.collect::<Result<_, _>>().unwrap();
        assert!(!steps.iter().any(|step| step.starts_with("SCAN audit")), "{steps:?}");
    }
}
