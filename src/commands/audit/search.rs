//! Finds the newest records that match a filter: by the index as far as it goes, and by reading what it does not cover.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::PAGE;
use crate::commands::Failure;
use crate::domain::audit::{Action, AuditRecord, IndexRow, IndexTerm, Posting, RecordFilter, Step, StoredRecord};
use crate::ports::{ReadRecords, Records, SearchRecords, SegmentRange};

/// Segments looked in at first; each time the answer is too short, four times as many.
const SEGMENTS: u32 = 4;

/// The most at once: some megabytes.
const MOST_SEGMENTS: u32 = 1024;

/// What is shown of the records that match.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// At most this many.
    pub last: usize,
    /// Only records before this number.
    pub before: Option<i64>,
    /// Sign-ins and intents as well; without it, only intents without an outcome.
    pub all: bool,
}

/// The records of a page, the newest first.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) records: Vec<(i64, AuditRecord)>,
    /// Numbers of the intents without an outcome.
    pub(super) open: BTreeSet<i64>,
    /// Numbers of unreadable records among them.
    pub(super) unreadable: Vec<i64>,
    /// Whether there are older ones that match.
    pub(super) has_older: bool,
}

/// Finds a page of records.
///
/// # Errors
/// [`Failure::Store`].
pub(super) async fn search(
    filter: &RecordFilter,
    page: &Page,
    records: &(impl Records + ReadRecords + SearchRecords),
) -> Result<Found, Failure> {
    // Read before the records, so that an intent concluded meanwhile is shown with its conclusion.
    let intents = records.unanswered(None).await?;
    let open: BTreeSet<i64> = intents.iter().map(|(number, _)| *number).collect();
    let before = page.before.unwrap_or(i64::MAX);
    // One more than wanted tells whether there are older ones.
    let mut search =
        Search { filter, page, wanted: page.last.saturating_add(1), found: Found { open, ..Found::default() } };
    let indexed = records.indexed().await?;
    search.by_reading(before, indexed, records).await?;
    if !search.is_full() && indexed > 0 {
        // The index does not show which intents are open.
        let is_older = |(number, record): &&(i64, AuditRecord)| {
            *number < before && *number <= indexed && !page.all && filter.matches(record)
        };
        let older: Vec<_> = intents.iter().filter(is_older).rev().take(search.wanted).cloned().collect();
        search.by_index(before.min(indexed.saturating_add(1)), records).await?;
        search.found.records.extend(older);
        search.found.records.sort_by_key(|(number, _)| std::cmp::Reverse(*number));
    }
    let Search { mut found, .. } = search;
    found.has_older = found.records.len() > page.last;
    found.records.truncate(page.last);
    // Those after the oldest record that is shown.
    if found.has_older {
        let oldest = found.records.last().map_or(0, |(number, _)| *number);
        found.unreadable.retain(|number| *number > oldest);
    }
    found.unreadable.sort_unstable_by_key(|number| std::cmp::Reverse(*number));
    found.unreadable.dedup();
    Ok(found)
}

struct Search<'a> {
    filter: &'a RecordFilter,
    page: &'a Page,
    wanted: usize,
    found: Found,
}

impl Search<'_> {
    fn is_full(&self) -> bool {
        self.found.records.len() >= self.wanted
    }

    /// Whether a record of this kind is shown at all.
    fn shows(&self, is_intent: bool, is_sign_in: bool) -> bool {
        self.page.all || !is_intent && (!is_sign_in || self.filter.actions.contains(&Action::SignIn))
    }

    fn take(&mut self, stored: &StoredRecord) {
        match serde_json::from_str::<AuditRecord>(&stored.text) {
            Ok(record) => {
                let is_intent = record.step == Step::Intent && !self.found.open.contains(&stored.number);
                let shown = self.shows(is_intent, record.act.action == Action::SignIn);
                if shown && self.filter.matches(&record) {
                    self.found.records.push((stored.number, record));
                }
            }
            Err(_) => self.found.unreadable.push(stored.number),
        }
    }

    /// Reads from `before` down to `until`, without it.
    async fn by_reading(&mut self, mut before: i64, until: i64, records: &impl ReadRecords) -> Result<(), Failure> {
        while !self.is_full() && before > until.saturating_add(1) {
            let page = records.before(before, PAGE).await?;
            let Some(oldest) = page.last() else { return Ok(()) };
            before = oldest.number;
            for stored in page.iter().filter(|stored| stored.number > until) {
                if self.is_full() {
                    return Ok(());
                }
                self.take(stored);
            }
        }
        Ok(())
    }

    /// Searches the index for matching records before record `before`.
    async fn by_index(&mut self, before: i64, records: &(impl ReadRecords + SearchRecords)) -> Result<(), Failure> {
        match self.rare_terms() {
            Some(terms) => {
                let rows = records.index_rows(&terms, i64::MIN, i64::MAX).await?;
                self.fetch(&self.shown(&rows, before), records).await?;
            }
            None => self.by_segments(before, records).await?,
        }
        let oldest = match self.is_full() {
            true => self.found.records.last().map_or(i64::MIN, |(number, _)| *number),
            false => i64::MIN,
        };
        let rows = records.index_rows(&[IndexTerm::UNREADABLE], oldest, i64::MAX).await?;
        let unreadable = rows.iter().flat_map(|row| row.records()).map(|posting| posting.number);
        self.found.unreadable.extend(unreadable.filter(|number| (oldest..before).contains(number)));
        Ok(())
    }

    /// The same for what many records have: some segments at a time, the newest first.
    async fn by_segments(&mut self, mut before: i64, records: &impl SearchRecords) -> Result<(), Failure> {
        let RecordFilter { since, until, operator, actions, .. } = self.filter;
        let wanted = |action: &Action| self.page.all || *action != Action::SignIn;
        let actions: Vec<IndexTerm> = match actions.is_empty() {
            true => Action::ALL.into_iter().filter(wanted).map(IndexTerm::action).collect(),
            false => actions.iter().map(|action| IndexTerm::action(*action)).collect(),
        };
        let operator = operator.as_deref().map(|name| RecordFilter::operator_names(name).map(IndexTerm::operator));
        let mut count = SEGMENTS;
        while !self.is_full() {
            let segments = records.segments(SegmentRange { before, since: *since, until: *until, count }).await?;
            let (Some(newest), Some(oldest)) = (segments.first(), segments.last()) else { break };
            let (from, to) = (oldest.last, newest.last);
            let within: BTreeSet<i64> = segments.iter().map(|segment| segment.last).collect();
            let mut rows = records.index_rows(operator.as_ref().map_or(&actions, |terms| terms), from, to).await?;
            rows.retain(|row| within.contains(&row.last));
            let mut numbers = self.shown(&rows, before);
            if operator.is_some() && !self.filter.actions.is_empty() && !numbers.is_empty() {
                let rows = records.index_rows(&actions, from, to).await?;
                numbers = numbers.intersection(&self.shown(&rows, before)).copied().collect();
            }
            self.fetch(&numbers, records).await?;
            (before, count) = (oldest.first, count.saturating_mul(4).min(MOST_SEGMENTS));
        }
        Ok(())
    }

    /// The records in these rows that are shown at all.
    fn shown(&self, rows: &[IndexRow], before: i64) -> BTreeSet<i64> {
        let is_shown = |posting: &Posting| posting.number < before && self.shows(posting.is_intent, posting.is_sign_in);
        rows.iter().flat_map(IndexRow::records).filter(is_shown).map(|posting| posting.number).collect()
    }

    /// Reads the records with these numbers, the newest first, until there are enough.
    async fn fetch(&mut self, numbers: &BTreeSet<i64>, records: &impl SearchRecords) -> Result<(), Failure> {
        let newest: Vec<i64> = numbers.iter().rev().copied().collect();
        for some in newest.chunks(self.wanted.clamp(16, 500)) {
            if self.is_full() {
                break;
            }
            let mut found = records.numbered(some).await?;
            found.sort_by_key(|stored| std::cmp::Reverse(stored.number));
            found.iter().for_each(|stored| self.take(stored));
        }
        Ok(())
    }

    /// A criterion that few records meet, however old the log is.
    fn rare_terms(&self) -> Option<Vec<IndexTerm>> {
        let RecordFilter { account, account_ids, ticket, .. } = self.filter;
        if let Some(ticket) = ticket {
            return Some(vec![IndexTerm::ticket(ticket)]);
        }
        let account = account.as_deref()?;
        let ids = account_ids.iter().map(|id| IndexTerm::account(id));
        Some(ids.chain([IndexTerm::account(account)]).collect())
    }
}

/// An account that had the name that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedAccount {
    /// The objectGUID.
    pub id: String,
    /// When it is last recorded under that name.
    pub until: Timestamp,
}

/// Which accounts were recorded under a name, the newest first; none when it is an objectGUID.
///
/// # Errors
/// [`Failure::Store`].
pub(super) async fn accounts_named(
    name: &str,
    records: &(impl ReadRecords + SearchRecords),
) -> Result<Vec<NamedAccount>, Failure> {
    let named = RecordFilter { account: Some(name.to_owned()), ..RecordFilter::default() };
    let mut accounts: Vec<NamedAccount> = Vec::new();
    // Returns the record's account, whether it had that name or not.
    let mut add = |stored: &StoredRecord| {
        let AuditRecord { at, act, .. } = &serde_json::from_str::<AuditRecord>(&stored.text).ok()?;
        if act.account_id.is_empty() {
            return None;
        }
        if named.matches_name(act) && accounts.iter().all(|known| known.id != act.account_id) {
            accounts.push(NamedAccount { id: act.account_id.clone(), until: *at });
        }
        Some(act.account_id.clone())
    };
    let indexed = records.indexed().await?;
    let mut before = i64::MAX;
    while before > indexed.saturating_add(1) {
        let page = records.before(before, PAGE).await?;
        let Some(oldest) = page.last() else { break };
        before = oldest.number;
        for stored in page.iter().filter(|stored| stored.number > indexed) {
            add(stored);
        }
    }
    let numbers = async |term: IndexTerm| -> Result<BTreeSet<i64>, Failure> {
        let rows = records.index_rows(&[term], i64::MIN, i64::MAX).await?;
        Ok(rows.iter().flat_map(IndexRow::records).map(|posting| posting.number).collect())
    };
    let mut left = numbers(IndexTerm::account(name)).await?;
    // One record tells one account, whose other records are then known.
    while let Some(newest) = left.pop_last() {
        let stored = records.numbered(&[newest]).await?;
        if let Some(id) = stored.first().and_then(&mut add) {
            for number in numbers(IndexTerm::account(&id)).await? {
                left.remove(&number);
            }
        }
    }
    Ok(accounts)
}
