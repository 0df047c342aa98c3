//! Finds the newest records that match a filter: by the index as far as it goes, and by reading what it does not cover.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::PAGE;
use super::accounts::{NamedAccount, accounts_named, filter_with, newest};
use crate::commands::Failure;
use crate::domain::audit::{
    Action, AuditRecord, IndexRow, IndexTerm, Posting, RecordFields, RecordFilter, SEGMENT, Step, StoredRecord,
};
use crate::ports::{ReadRecords, Records, SearchRecords, SearchScope, SearchStart, SegmentRange};

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
pub(super) struct SearchResult {
    pub(super) records: Vec<(i64, AuditRecord)>,
    /// Numbers of the intents without an outcome.
    pub(super) open: BTreeSet<i64>,
    /// Numbers of unreadable records among them.
    pub(super) unreadable: Vec<i64>,
    /// Whether there are older ones that match.
    pub(super) has_older: bool,
    /// The accounts that had the name that was asked for, the newest first.
    pub(super) accounts: Vec<NamedAccount>,
}

/// Finds a page of records.
///
/// # Errors
/// [`Failure::Store`].
pub(super) async fn search(
    filter: &RecordFilter,
    page: &Page,
    records: &(impl Records + ReadRecords + SearchRecords),
) -> Result<SearchResult, Failure> {
    let before = page.before.unwrap_or(i64::MAX);
    // One more than wanted tells whether there are older ones.
    let wanted = page.last.saturating_add(1);
    let RecordFilter { account, operator, actions, since, until, ticket, .. } = filter;
    // What few records have, however old the log is.
    let rare = ticket.as_deref().map(IndexTerm::ticket).or_else(|| account.as_deref().map(IndexTerm::account));
    let is_plain = rare.is_none() && operator.is_none() && actions.is_empty();
    // Of all records without a criterion, every third or so is shown.
    let some = u32::try_from(wanted.saturating_mul(4)).unwrap_or(PAGE).clamp(16, PAGE);
    let terms: Vec<IndexTerm> = rare.into_iter().chain([IndexTerm::UNREADABLE]).collect();
    let start = records
        .search_start(SearchScope {
            // The newest records tell which accounts a name means.
            before: if account.is_some() { i64::MAX } else { before },
            count: match is_plain {
                true if until.is_none() => some,
                // A page is soon full.
                false if rare.is_none() => PAGE,
                _ => SEGMENT,
            },
            also_indexed: is_plain && until.is_none(),
            since: *since,
            until: *until,
            terms: &terms,
        })
        .await?;
    let (accounts, rows) = match account {
        Some(name) if ticket.is_none() => accounts_named(name, &start, records).await?,
        Some(name) => {
            let terms = [IndexTerm::account(name)];
            let rows = records.index_rows(&terms, SegmentRange::All).await?;
            let of_name =
                SearchStart { rows, newest: start.newest.clone(), indexed: start.indexed, ..SearchStart::default() };
            (accounts_named(name, &of_name, records).await?.0, start.rows.clone())
        }
        None => (Vec::new(), start.rows.clone()),
    };
    let filter = filter_with(filter, &accounts);
    let open: BTreeSet<i64> = start.open.iter().map(|(number, _)| *number).collect();
    let found = SearchResult { open, accounts, ..SearchResult::default() };
    let mut search = Search { filter: &filter, page, before, wanted, found };

    let mut seen = newest(&start, before, records, |stored| {
        search.take(stored);
        !search.is_full()
    })
    .await?;
    let is_all = is_plain && until.is_none() && start.newest.len() < usize::try_from(some).unwrap_or(usize::MAX);
    if start.newest.is_empty() {
        seen = before.min(start.indexed.saturating_add(1));
    }
    if let Some((_, last)) = start.segments.filter(|_| is_plain && until.is_some() && !search.is_full()) {
        // Nothing between is old enough.
        for stored in records.before(seen.min(last.saturating_add(1)), some).await? {
            seen = stored.number;
            search.take(&stored);
        }
    }
    if !search.is_full() && !is_all && start.indexed > 0 {
        // The index does not show which intents are open.
        let is_older = |(number, record): &&(i64, AuditRecord)| {
            *number < seen && *number < before && !page.all && filter.matches(record)
        };
        let older: Vec<_> = start.open.iter().filter(is_older).rev().take(wanted).cloned().collect();
        match (rare, start.segments) {
            (Some(_), _) => search.fetch(&search.shown(&rows, seen), records).await?,
            (None, Some(range)) => search.by_segments(seen, range, records).await?,
            (None, None) => {}
        }
        search.found.records.extend(older);
        search.found.records.sort_by_key(|(number, _)| Reverse(*number));
    }
    let oldest =
        if search.is_full() { search.found.records.last().map_or(i64::MIN, |(number, _)| *number) } else { i64::MIN };
    let Search { mut found, .. } = search;
    let unreadable: Vec<IndexRow> = start.rows.into_iter().filter(|row| row.term == IndexTerm::UNREADABLE).collect();
    found.unreadable.extend(numbers(&unreadable, |posting| (oldest..before).contains(&posting.number)));
    found.has_older = found.records.len() > page.last;
    found.records.truncate(page.last);
    // Those after the oldest record that is shown.
    if found.has_older {
        let oldest = found.records.last().map_or(0, |(number, _)| *number);
        found.unreadable.retain(|number| *number > oldest);
    }
    found.unreadable.sort_unstable_by_key(|number| Reverse(*number));
    found.unreadable.dedup();
    Ok(found)
}

/// The numbers of the records in these rows that are wanted, in order.
pub(super) fn numbers(rows: &[IndexRow], is_wanted: impl Fn(&Posting) -> bool) -> Vec<i64> {
    let mut numbers: Vec<i64> =
        rows.iter().flat_map(IndexRow::records).filter(is_wanted).map(|posting| posting.number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

struct Search<'a> {
    filter: &'a RecordFilter,
    page: &'a Page,
    before: i64,
    wanted: usize,
    found: SearchResult,
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
        let StoredRecord { number, text, .. } = stored;
        if *number >= self.before || self.is_full() {
            return;
        }
        let Some(fields) = RecordFields::read(text) else { return self.found.unreadable.push(*number) };
        let is_intent = fields.step == Step::Intent && !self.found.open.contains(number);
        let is_shown = self.shows(is_intent, fields.act.action == Action::SignIn);
        if is_shown && self.filter.matches_fields(&fields) {
            match serde_json::from_str(text) {
                Ok(record) => self.found.records.push((*number, record)),
                Err(_) => self.found.unreadable.push(*number),
            }
        }
    }

    /// Searches the index in this range for matching records before record `before`, by what many records have: some
    /// segments at a time, the newest first.
    async fn by_segments(
        &mut self,
        before: i64,
        (from, mut to): (i64, i64),
        records: &impl SearchRecords,
    ) -> Result<(), Failure> {
        let groups = self.groups();
        let terms = groups.concat();
        let mut count = SEGMENTS;
        while !self.is_full() {
            let mut rows = records.index_rows(&terms, SegmentRange::Newest { from, to, count }).await?;
            let of_term = |term: IndexTerm| rows.iter().filter(move |row| row.term == term);
            // Down to which segment all rows of a group were found.
            let end = |group: &Vec<IndexTerm>| {
                let is_cut =
                    |term: &&IndexTerm| of_term(**term).count() >= usize::try_from(count).unwrap_or(usize::MAX);
                let ends = group.iter().filter(is_cut).filter_map(|term| of_term(*term).map(|row| row.last).min());
                ends.max().unwrap_or(i64::MIN)
            };
            // What is rarest leads, and of the others only its segments are looked at.
            let Some((end, lead)) = groups.iter().map(|group| (end(group), group)).min_by_key(|(end, _)| *end) else {
                break;
            };
            rows.retain(|row| row.last >= end);
            let mut numbers: Option<Vec<i64>> = None;
            let segments: BTreeSet<i64> =
                rows.iter().filter(|row| lead.contains(&row.term)).map(|row| row.last).collect();
            let segments: Vec<i64> = segments.into_iter().collect();
            for group in &groups {
                let found = match group == lead {
                    true => rows.iter().filter(|row| group.contains(&row.term)).cloned().collect(),
                    false if segments.is_empty() => Vec::new(),
                    false => records.index_rows(group, SegmentRange::These(&segments)).await?,
                };
                let of_group = self.shown(&found, before);
                numbers = Some(match numbers {
                    None => of_group,
                    Some(numbers) => {
                        numbers.into_iter().filter(|number| of_group.binary_search(number).is_ok()).collect()
                    }
                });
            }
            self.fetch(&numbers.unwrap_or_default(), records).await?;
            if end == i64::MIN {
                break;
            }
            (to, count) = (end - 1, count.saturating_mul(4).min(MOST_SEGMENTS));
        }
        Ok(())
    }

    /// What a record must have: a term of each group.
    fn groups(&self) -> Vec<Vec<IndexTerm>> {
        let RecordFilter { operator, actions, .. } = self.filter;
        let operator = operator.as_deref().map(|name| {
            let mut terms = RecordFilter::operator_names(name).map(IndexTerm::operator).to_vec();
            terms.dedup();
            terms
        });
        let is_shown = |action: &Action| self.page.all || *action != Action::SignIn;
        let actions: Vec<Action> = match (actions.is_empty(), &operator) {
            (false, _) => actions.clone(),
            (true, Some(_)) => Vec::new(),
            (true, None) => Action::ALL.into_iter().filter(is_shown).collect(),
        };
        let actions: BTreeSet<IndexTerm> = actions.into_iter().map(IndexTerm::action).collect();
        let actions = Some(actions.into_iter().collect()).filter(|terms: &Vec<_>| !terms.is_empty());
        operator.into_iter().chain(actions).collect()
    }

    /// The records in these rows that are shown at all, in order.
    fn shown(&self, rows: &[IndexRow], before: i64) -> Vec<i64> {
        numbers(rows, |posting| posting.number < before && self.shows(posting.is_intent, posting.is_sign_in))
    }

    /// Reads the records with these numbers, the newest first, until there are enough.
    async fn fetch(&mut self, numbers: &[i64], records: &impl SearchRecords) -> Result<(), Failure> {
        for some in numbers.rchunks(self.wanted.clamp(16, 500)) {
            if self.is_full() {
                break;
            }
            let mut found = records.numbered(some).await?;
            found.sort_by_key(|stored| Reverse(stored.number));
            found.iter().for_each(|stored| self.take(stored));
        }
        Ok(())
    }
}
