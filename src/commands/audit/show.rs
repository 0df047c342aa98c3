//! `audit show`: a page of matching records, the newest unless told otherwise. Does not verify them.

use std::collections::BTreeSet;

use super::search::{Found, NamedAccount, Page, accounts_named, search};
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
    let (filter, accounts) = with_accounts(filter, records).await?;
    let Found { mut records, open, mut unreadable, has_older } = search(&filter, page, records).await?;
    records.reverse();
    unreadable.reverse();
    let older = records.first().map(|(number, _)| *number).filter(|_| has_older);
    Ok(Outcome { records, open, unreadable, older, accounts })
}

/// The filter with the objectGUIDs of the accounts that had the name it asks for, and those accounts.
pub(super) async fn with_accounts(
    filter: &RecordFilter,
    records: &(impl ReadRecords + SearchRecords),
) -> Result<(RecordFilter, Vec<NamedAccount>), Failure> {
    let accounts = match &filter.account {
        Some(name) => accounts_named(name, records).await?,
        None => Vec::new(),
    };
    let account_ids = accounts.iter().map(|account| account.id.clone()).collect();
    Ok((RecordFilter { account_ids, ..filter.clone() }, accounts))
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
