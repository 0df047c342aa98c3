//! `audit show`: the newest records that someone wants to see. Judges nothing: whether they are genuine is `verify`'s.

use std::collections::BTreeSet;

use super::PAGE;
use crate::commands::Failure;
use crate::domain::audit::{AuditRecord, RecordFilter};
use crate::ports::{ReadRecords, Records};

/// Reads the newest `last` records that `filter` takes.
///
/// # Errors
/// [`Failure::Store`].
pub async fn show(
    filter: &RecordFilter,
    last: u32,
    records: &(impl Records + ReadRecords),
) -> Result<Outcome, Failure> {
    // Asked before the records: what is answered in between is then shown with its answer.
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

/// The records, oldest first.
#[derive(Debug)]
pub struct Outcome {
    /// Each with its number.
    pub records: Vec<(i64, AuditRecord)>,
    /// The intents that nothing answers.
    pub open: BTreeSet<i64>,
    /// Records on the way that cannot be read.
    pub unreadable: Vec<i64>,
}
