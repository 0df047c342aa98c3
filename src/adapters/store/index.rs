//! The index beside the audit trail in SQL: searched, and extended by one segment at a time.
//!
//! A segment is read and put together before the store's lock is taken, and written in one short transaction. It is not
//! needed for anything but speed, so it may be behind, and nobody waits for it.

use jiff::Timestamp;

use super::Store;
use super::records::{UNANSWERED, all_stored, unanswered};
use super::session::{Decision, SqlRow, SqlValue, Statement, StoreSession, Unexpected, first, placeholders};
use crate::domain::audit::{
    IndexRow, IndexTerm, PackedSegment, RecordFields, SEGMENT, Segment, SegmentBuilder, StoredRecord,
};
use crate::ports::{SearchRecords, SearchScope, SearchStart, SegmentRange, StoreError};

/// Selects the number of the last indexed record; without an index, of the last archived record; else 0.
pub(super) const INDEXED: &str = "SELECT coalesce((SELECT max(last) FROM audit_segment),
                                                  (SELECT max(number) FROM audit_base), 0)";

impl SearchRecords for Store {
    async fn indexed(&self) -> Result<i64, StoreError> {
        self.session.read([Statement::new(INDEXED, [])], |[rows]| first(&rows)?.int(0)).await
    }

    async fn search_start(&self, scope: SearchScope<'_>) -> Result<SearchStart, StoreError> {
        let SearchScope { before, count, also_indexed, since, until, terms } = scope;
        let time = |at: Option<Timestamp>, none: i64| SqlValue::Int(at.map_or(none, Timestamp::as_microsecond));
        // In this order: what the index takes over meanwhile is found twice rather than not at all, and what is concluded
        // meanwhile is found with its conclusion.
        let open = Statement::new(UNANSWERED, [SqlValue::Null]);
        let newest = format!(
            "SELECT id, record, hash FROM audit WHERE id < $1 AND id > CASE WHEN $3 = 1 THEN 0 ELSE ({INDEXED}) END
             ORDER BY id DESC LIMIT $2"
        );
        let newest =
            Statement { sql: newest.into(), values: vec![before.into(), count.into(), i64::from(also_indexed).into()] };
        let segments = "SELECT (SELECT min(last) FROM audit_segment WHERE latest >= $1),
                               (SELECT max(last) FROM audit_segment WHERE earliest < $2 AND first < $3)";
        let segments = Statement::new(segments, [time(since, i64::MIN), time(until, i64::MAX), before.into()]);
        let queries = [open, newest, Statement::new(INDEXED, []), segments, index_query(terms, SegmentRange::All)];
        let decode = |[open, newest, indexed, segments, rows]: [Vec<SqlRow>; 5]| {
            let range = first(&segments)?;
            let segments =
                if range.is_null(0) || range.is_null(1) { None } else { Some((range.int(0)?, range.int(1)?)) };
            Ok(SearchStart {
                open: unanswered(&open)?,
                newest: all_stored(newest)?,
                indexed: first(&indexed)?.int(0)?,
                segments,
                rows: index_rows(&rows)?,
            })
        };
        self.session.read(queries, decode).await
    }

    async fn index_rows(&self, terms: &[IndexTerm], segments: SegmentRange<'_>) -> Result<Vec<IndexRow>, StoreError> {
        self.session.read([index_query(terms, segments)], |[rows]| index_rows(&rows)).await
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

    async fn segment_after(&self, number: i64) -> Result<Option<PackedSegment>, StoreError> {
        self.session.segment_after(number).await
    }
}

/// What finds the terms in the index.
fn index_query(terms: &[IndexTerm], segments: SegmentRange<'_>) -> Statement {
    // SQLite joins in this order. A row is found by its term, and then its segment is looked at.
    const ROWS: &str = "SELECT s.first, s.last, i.term, i.postings FROM audit_index i CROSS JOIN audit_segment s
                        WHERE s.last = i.segment";
    let numbers = |numbers: &[IndexTerm]| numbers.iter().map(|term| SqlValue::Int(term.0)).collect::<Vec<_>>();
    let (sql, values) = match segments {
        SegmentRange::All => (format!("{ROWS} AND i.term IN ({})", placeholders(&mut 0, terms.len())), numbers(terms)),
        SegmentRange::These(segments) => {
            let mut next = 0;
            let terms_here = placeholders(&mut next, terms.len());
            let segments_here = placeholders(&mut next, segments.len());
            let values = numbers(terms).into_iter().chain(segments.iter().copied().map(SqlValue::Int));
            (format!("{ROWS} AND i.term IN ({terms_here}) AND i.segment IN ({segments_here})"), values.collect())
        }
        SegmentRange::Newest { from, to, count } => {
            let newest = |n: usize| {
                format!(
                    "SELECT * FROM ({ROWS} AND i.term = ${n} AND i.segment >= $1 AND i.segment <= $2
                     ORDER BY i.segment DESC LIMIT $3) AS newest_{n}"
                )
            };
            let each: Vec<String> = (4..4 + terms.len()).map(newest).collect();
            let values = [from.into(), to.into(), count.into()].into_iter().chain(numbers(terms));
            (each.join(" UNION ALL "), values.collect())
        }
    };
    Statement { sql: sql.into(), values }
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
        builder.add(stored.number, RecordFields::read(&stored.text).as_ref());
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
