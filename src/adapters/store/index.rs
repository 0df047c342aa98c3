//! The index beside the audit trail in SQL: searched, and extended by one segment at a time.
//!
//! A segment is read and put together before the store's lock is taken, and written in one short transaction. It is not
//! needed for anything but speed, so it may be behind, and nobody waits for it.

use jiff::Timestamp;

use super::Store;
use super::session::{Decision, SqlRow, SqlValue, Statement, StoreSession, Unexpected, first, placeholders};
use crate::domain::audit::{IndexRow, IndexTerm, RecordFields, SEGMENT, Segment, SegmentBuilder, StoredRecord};
use crate::ports::{IndexedRange, SearchRecords, SegmentRange, StoreError};

/// Selects the number of the last indexed record; without an index, of the last archived record; else 0.
pub(super) const INDEXED: &str = "SELECT coalesce((SELECT max(last) FROM audit_segment),
                                                  (SELECT max(number) FROM audit_base), 0)";

impl SearchRecords for Store {
    async fn indexed(&self) -> Result<i64, StoreError> {
        self.session.read([Statement::new(INDEXED, [])], |[rows]| first(&rows)?.int(0)).await
    }

    async fn segments(&self, which: SegmentRange) -> Result<Vec<IndexedRange>, StoreError> {
        let SegmentRange { before, since, until, count } = which;
        let time = |at: Option<Timestamp>, none: i64| SqlValue::Int(at.map_or(none, Timestamp::as_microsecond));
        let sql = "SELECT first, last FROM audit_segment WHERE first < $1 AND latest >= $2 AND earliest < $3
                   ORDER BY last DESC LIMIT $4";
        let values = [before.into(), time(since, i64::MIN), time(until, i64::MAX), count.into()];
        let decode = |[rows]: [Vec<SqlRow>; 1]| {
            rows.iter().map(|row| Ok(IndexedRange { first: row.int(0)?, last: row.int(1)? })).collect()
        };
        self.session.read([Statement::new(sql, values)], decode).await
    }

    async fn index_rows(&self, terms: &[IndexTerm], from: i64, to: i64) -> Result<Vec<IndexRow>, StoreError> {
        let mut values = vec![from.into(), to.into()];
        let mut next = values.len();
        // SQLite joins in this order. A row is found by its term, and then its segment is looked at.
        let sql = format!(
            "SELECT s.first, s.last, i.term, i.postings FROM audit_index i CROSS JOIN audit_segment s
             WHERE i.term IN ({}) AND i.segment >= $1 AND i.segment <= $2 AND s.last = i.segment",
            placeholders(&mut next, terms.len())
        );
        values.extend(terms.iter().map(|term| SqlValue::Int(term.0)));
        self.session.read([Statement { sql: sql.into(), values }], |[rows]| index_rows(&rows)).await
    }

    async fn numbered(&self, numbers: &[i64]) -> Result<Vec<StoredRecord>, StoreError> {
        let mut found = Vec::with_capacity(numbers.len());
        for query in Statement::with_ids("SELECT id, record, hash FROM audit WHERE id", numbers) {
            found.extend(self.session.records(query).await?);
        }
        Ok(found)
    }

    async fn index_next(&self) -> Result<Option<i64>, StoreError> {
        index_next(&self.session).await
    }

    async fn segment_after(&self, number: i64) -> Result<Option<Segment>, StoreError> {
        let segment = "SELECT last, first, earliest, latest FROM audit_segment WHERE last > $1 ORDER BY last LIMIT 1";
        let rows = "SELECT s.first, s.last, i.term, i.postings FROM audit_segment s CROSS JOIN audit_index i
                    WHERE s.last = (SELECT min(last) FROM audit_segment WHERE last > $1) AND i.segment = s.last
                    ORDER BY i.term";
        let queries = [segment, rows].map(|sql| Statement::new(sql, [number.into()]));
        let decode = |[segment, rows]: [Vec<SqlRow>; 2]| {
            let Some(row) = segment.first() else { return Ok(None) };
            let (last, first, earliest, latest) = (row.int(0)?, row.int(1)?, row.int(2)?, row.int(3)?);
            let rows = index_rows(&rows)?.into_iter().filter(|row| row.last == last).collect();
            Ok(Some(Segment { first, last, earliest, latest, rows }))
        };
        self.session.read(queries, decode).await
    }
}

fn index_rows(rows: &[SqlRow]) -> Result<Vec<IndexRow>, Unexpected> {
    let one = |row: &SqlRow| {
        let (first, last, term) = (row.int(0)?, row.int(1)?, IndexTerm(row.int(2)?));
        Ok(IndexRow { first, last, term, postings: row.bytes(3)?.to_vec() })
    };
    rows.iter().map(one).collect()
}

/// Indexes the next segment, if there are enough records for one. Returns the last record that is indexed then.
pub(super) async fn index_next(session: &StoreSession) -> Result<Option<i64>, StoreError> {
    let indexed = session.read([Statement::new(INDEXED, [])], |[rows]| first(&rows)?.int(0)).await?;
    let sql = "SELECT id, record, hash FROM audit WHERE id > $1 ORDER BY id LIMIT $2";
    let next = Statement::new(sql, [indexed.into(), SEGMENT.into()]);
    let records = session.records(next).await?;
    if records.len() < usize::try_from(SEGMENT).unwrap_or(usize::MAX) {
        return Ok(None);
    }
    let mut builder = SegmentBuilder::default();
    for stored in &records {
        builder.add(stored, RecordFields::read(&stored.text).as_ref());
    }
    let segment = builder.finish();
    let (last, writes) = (segment.last, insert(segment));
    let decide = |[now]: [Vec<SqlRow>; 1]| -> Decision<_> {
        // Another process may have been first.
        let is_next = first(&now)?.int(0)? == indexed;
        Ok((if is_next { writes.clone() } else { Vec::new() }, last))
    };
    session.write([Statement::new(INDEXED, [])], decide).await.map(Some)
}

/// What adds a segment.
pub(super) fn insert(segment: Segment) -> Vec<Statement> {
    let Segment { first, last, earliest, latest, rows } = segment;
    let row = vec![last.into(), first.into(), earliest.into(), latest.into()];
    let mut writes = Statement::insert("INSERT INTO audit_segment (last, first, earliest, latest)", vec![row]);
    let rows = rows.into_iter().map(|row| vec![last.into(), row.term.0.into(), SqlValue::Bytes(row.postings)]);
    writes.extend(Statement::insert("INSERT INTO audit_index (segment, term, postings)", rows.collect()));
    writes
}
