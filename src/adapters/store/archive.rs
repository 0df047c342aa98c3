//! Removes from the store what an archive proves, some records at a time: a server lets no statement take long.

use super::Store;
use super::index::insert;
use super::records::{all_stored, link};
use super::session::{Decision, SqlRow, Statement, StoreSession, Unexpected, first};
use crate::domain::audit::{ChainHash, RecordFields, SegmentBuilder};
use crate::ports::{Receipt, RemoveArchived, StoreError};

/// Records removed at once: a fraction of a second.
const SOME: i64 = 5_000;

impl RemoveArchived for Store {
    async fn set_base(&self, _: &Receipt, (number, hash): (i64, ChainHash)) -> Result<(), StoreError> {
        if let StoreSession::Sqlite(_) = &self.session {
            // What is deleted is overwritten.
            self.session.read([Statement::new("PRAGMA secure_delete = ON", [])], |_| Ok(())).await?;
        }
        let queries = [
            Statement::new("SELECT hash FROM audit WHERE id = $1", [number.into()]),
            Statement::new("SELECT number, hash FROM audit_base WHERE number >= $1", [number.into()]),
            Statement::new(
                "SELECT id, record, hash FROM audit WHERE id > $1 AND id <= (
                     SELECT min(last) FROM audit_segment WHERE last > $1 AND first <= $1) ORDER BY id",
                [number.into()],
            ),
        ];
        let decide = |[stored, base, rest]: [Vec<SqlRow>; 3]| -> Decision<_> {
            if let Some(base) = base.first() {
                // Set by a run that did not come to the end, or by a later one.
                let is_it = base.int(0)? > number || link(base, 1) == Some(hash);
                return if is_it {
                    Ok((Vec::new(), ()))
                } else {
                    Err(Unexpected("the chain goes on elsewhere".into()))
                };
            }
            if stored.first().and_then(|row| link(row, 0)) != Some(hash) {
                return Err(Unexpected(format!("record {number} is another than in the archive")));
            }
            let mut writes = vec![
                Statement::new("DELETE FROM audit_base", []),
                Statement::new(
                    "INSERT INTO audit_base (number, hash) VALUES ($1, $2)",
                    [number.into(), hash.bytes().into()],
                ),
            ];
            // The segment that is cut through finds only what remains.
            let rest = all_stored(rest)?;
            if let Some(last) = rest.last() {
                let mut builder = SegmentBuilder::default();
                rest.iter().for_each(|stored| builder.add(stored.number, RecordFields::read(&stored.text).as_ref()));
                let last = last.number;
                writes.push(Statement::new("DELETE FROM audit_index WHERE segment = $1", [last.into()]));
                writes.push(Statement::new("DELETE FROM audit_segment WHERE last = $1", [last.into()]));
                writes.extend(insert(builder.finish()));
            }
            Ok((writes, ()))
        };
        self.session.write(queries, decide).await
    }

    async fn remove_some(&self, _: &Receipt) -> Result<i64, StoreError> {
        let oldest =
            "SELECT coalesce((SELECT min(id) FROM audit), 0), coalesce((SELECT max(number) FROM audit_base), 0)";
        let decide = |[oldest]: [Vec<SqlRow>; 1]| -> Decision<_> {
            let row = first(&oldest)?;
            let (oldest, base) = (row.int(0)?, row.int(1)?);
            let last = base.min(oldest.saturating_add(SOME - 1));
            let remove = [
                "DELETE FROM audit WHERE id <= $1",
                "DELETE FROM recent_reset WHERE id <= $1",
                "DELETE FROM audit_index WHERE segment <= $1",
                "DELETE FROM audit_segment WHERE last <= $1",
            ];
            Ok((remove.map(|sql| Statement::new(sql, [last.into()])).to_vec(), last))
        };
        let query = Statement::new(oldest, []);
        self.session.write([query], decide).await
    }
}
