//! Which accounts a name has meant: a renamed account stays one person, and a name that was given anew means two.

use jiff::Timestamp;

use super::search::numbers;
use crate::commands::Failure;
use crate::domain::audit::{IndexRow, IndexTerm, RecordFields, RecordFilter, SEGMENT, StoredRecord};
use crate::ports::{ReadRecords, SearchRecords, SearchScope, SearchStart, SegmentRange};

/// An account that had the name that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedAccount {
    /// The objectGUID.
    pub id: String,
    /// When it is last recorded under that name.
    pub until: Timestamp,
}

/// The filter with the objectGUIDs of the accounts that had the name it asks for, and those accounts.
pub(super) async fn with_accounts(
    filter: &RecordFilter,
    records: &(impl ReadRecords + SearchRecords),
) -> Result<(RecordFilter, Vec<NamedAccount>), Failure> {
    let Some(name) = &filter.account else { return Ok((filter.clone(), Vec::new())) };
    let terms = [IndexTerm::account(name)];
    let scope =
        SearchScope { before: i64::MAX, count: SEGMENT, also_indexed: false, since: None, until: None, terms: &terms };
    let start = records.search_start(scope).await?;
    let (accounts, _) = accounts_named(name, &start, records).await?;
    Ok((filter_with(filter, &accounts), accounts))
}

/// The filter with these accounts.
pub(super) fn filter_with(filter: &RecordFilter, accounts: &[NamedAccount]) -> RecordFilter {
    let account_ids = accounts.iter().map(|account| account.id.clone()).collect();
    RecordFilter { account_ids, ..filter.clone() }
}

/// Which accounts were recorded under a name, the newest first, none when it is an objectGUID; and where the index has
/// them. `start` is of all records, and has the name's term.
pub(super) async fn accounts_named(
    name: &str,
    start: &SearchStart,
    records: &(impl ReadRecords + SearchRecords),
) -> Result<(Vec<NamedAccount>, Vec<IndexRow>), Failure> {
    let named = RecordFilter { account: Some(name.to_owned()), ..RecordFilter::default() };
    let mut accounts: Vec<NamedAccount> = Vec::new();
    newest(start, i64::MAX, records, |stored| {
        note(&named, stored, &mut accounts);
        true
    })
    .await?;
    let term = IndexTerm::account(name);
    let mut rows: Vec<IndexRow> = start.rows.iter().filter(|row| row.term == term).cloned().collect();
    let mut left = numbers(&rows, |_| true);
    // Those who got the name after what is indexed had another one there.
    let newest: Vec<IndexTerm> = accounts.iter().map(|account| IndexTerm::account(&account.id)).collect();
    if start.indexed > 0 && !newest.is_empty() {
        let of_accounts = records.index_rows(&newest, SegmentRange::All).await?;
        let known = numbers(&of_accounts, |_| true);
        left.retain(|number| known.binary_search(number).is_err());
        rows.extend(of_accounts);
    }
    // One record tells one account, whose other records are then known.
    while let Some(number) = left.pop() {
        let stored = records.numbered(&[number]).await?;
        let id = stored.first().and_then(|stored| note(&named, stored, &mut accounts));
        let Some(id) = id.map(|id| IndexTerm::account(&id)) else { continue };
        if id == term {
            break;
        }
        let of_account = records.index_rows(&[id], SegmentRange::All).await?;
        let known = numbers(&of_account, |_| true);
        left.retain(|number| known.binary_search(number).is_err());
        rows.extend(of_account);
    }
    Ok((accounts, rows))
}

/// Adds the record's account if it had that name. Returns its objectGUID, whether it had or not.
fn note(named: &RecordFilter, stored: &StoredRecord, accounts: &mut Vec<NamedAccount>) -> Option<String> {
    let RecordFields { at, act, .. } = RecordFields::read(&stored.text)?;
    if act.account_id.is_empty() {
        return None;
    }
    if named.matches_name(&act.account) && accounts.iter().all(|known| known.id != act.account_id) {
        accounts.push(NamedAccount { id: act.account_id.clone().into_owned(), until: at });
    }
    Some(act.account_id.into_owned())
}

/// Gives the records that a search begins with, and then those that the index does not cover, the newest first, until
/// `each` says that it is enough. Returns the number of the last one, or `before` when there is none.
pub(super) async fn newest(
    start: &SearchStart,
    mut before: i64,
    records: &impl ReadRecords,
    mut each: impl FnMut(&StoredRecord) -> bool,
) -> Result<i64, Failure> {
    for stored in &start.newest {
        before = stored.number;
        if !each(stored) {
            return Ok(before);
        }
    }
    while !start.newest.is_empty() && before > start.indexed.saturating_add(1) {
        let page = records.before(before, SEGMENT).await?;
        if page.is_empty() {
            break;
        }
        for stored in page.iter().filter(|stored| stored.number > start.indexed) {
            before = stored.number;
            if !each(stored) {
                return Ok(before);
            }
        }
        if page.last().is_some_and(|oldest| oldest.number <= start.indexed) {
            break;
        }
    }
    Ok(before)
}
