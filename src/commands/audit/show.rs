//! `audit show`: a page of matching records, the newest unless told otherwise. Does not verify them.

use std::collections::BTreeSet;

use super::accounts::NamedAccount;
use super::search::{Page, SearchResult, search};
use crate::commands::Failure;
use crate::domain::audit::{AuditRecord, RecordFilter};
use crate::ports::{ReadRecords, Records, SearchRecords};

/// Reads a page of the records that match `filter`.
///
/// # Errors
/// [`Failure::Store`].
pub async fn show(
    filter: &RecordFilter,
    page: &Page,
    records: &(impl Records + ReadRecords + SearchRecords),
) -> Result<Outcome, Failure> {
    let SearchResult { mut records, open, mut unreadable, has_older, accounts } = search(filter, page, records).await?;
    records.reverse();
    unreadable.reverse();
    let older = records.first().map(|(number, _)| *number).filter(|_| has_older);
    Ok(Outcome { records, open, unreadable, older, accounts })
}

#[derive(Debug)]
pub struct Outcome {
    /// Numbered, oldest first.
    pub records: Vec<(i64, AuditRecord)>,
    /// Numbers of the intents without an outcome.
    pub open: BTreeSet<i64>,
    /// Numbers of unreadable records in the range.
    pub unreadable: Vec<i64>,
    /// The oldest record shown, if there are older ones that match.
    pub older: Option<i64>,
    /// The accounts that had the name that was asked for, the newest first.
    pub accounts: Vec<NamedAccount>,
}
