//! `audit show`: the newest matching records. Does not verify them.

use std::collections::BTreeSet;

use super::PAGE;
use crate::commands::Failure;
use crate::domain::audit::{AuditRecord, RecordFilter};
use crate::ports::{ReadRecords, Records};

/// Reads the newest `last` records that match `filter`.
///
/// # Errors
/// [`Failure::Store`].
pub async fn show(
    filter: &RecordFilter,
    last: u32,
    records: &(impl Records + ReadRecords),
) -> Result<Outcome, Failure> {
    // Read before the records, so that an intent concluded meanwhile is shown with its conclusion.
    let open = records.unanswered(None).await?.into_iter().map(|(number, _)| number).collect();
    let last = usize::try_from(last).unwrap_or(usize::MAX);
    let mut outcome = Outcome { records: Vec::new(), open, unreadable: Vec::new() };
    let mut before = i64::MAX;
    'all: loop {
        let page = records.before(before, PAGE).await?;
        let Some(oldest) = page.last() else { break };
        before = oldest.number;
        for stored in page {
            match serde_json::from_str::<AuditRecord>(&stored.text) {
                Ok(record) if filter.matches(&record) => outcome.records.push((stored.number, record)),
                Ok(_) => {}
                Err(_) => outcome.unreadable.push(stored.number),
            }
            if outcome.records.len() == last {
                break 'all;
            }
        }
    }
    outcome.records.reverse();
    outcome.unreadable.reverse();
    Ok(outcome)
}

#[derive(Debug)]
pub struct Outcome {
    /// Numbered, oldest first.
    pub records: Vec<(i64, AuditRecord)>,
    /// Numbers of the intents without an outcome.
    pub open: BTreeSet<i64>,
    /// Numbers of unreadable records in the range.
    pub unreadable: Vec<i64>,
}
