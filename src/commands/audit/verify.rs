//! `audit verify`: checks that no record was changed, removed, inserted or moved, in the whole trail or after an anchor.
//! Changes nothing.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::PAGE;
use super::checker::{Checker, Mismatch, hash};
use crate::commands::Failure;
use crate::domain::audit::{
    Anchor, ChainFault, ChainHash, ChainMismatch, ChainVerifier, PackedSegment, SEGMENT, StoredRecord,
    UnconcludedIntents, Witness, WitnessedAnchor, diagnose,
};
use crate::ports::{ReadRecords, Records, SearchRecords};

/// Distance within which a moved record is found; beyond it counts as changed.
const SEARCH_DISTANCE: usize = 10_000;

/// Records in the largest segment that is read at once.
const LARGEST_SEGMENT: i64 = 100_000;

/// What the trail is compared with, and how much of it is checked.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// An anchor that the trail must go through.
    pub anchor: Option<Anchor>,
    /// Check only what comes after this anchor.
    pub since: Option<Anchor>,
}

/// Compares the trail with the separately kept head, the operator's anchor, the store's list of open intents and its
/// index. `progress` is told how many records are checked, and how many there are.
///
/// # Errors
/// [`Failure::Store`]; [`Failure::NoResources`] when there is no thread to be had.
pub async fn verify(
    scope: &Scope,
    records: &(impl Records + ReadRecords + SearchRecords),
    progress: &dyn Fn(i64, i64),
) -> Result<Verified, Failure> {
    // Read first, so that records added meanwhile come after it.
    let head = records.head().await?;
    let store = records.store_id().await?;
    let base = records.base().await?;
    let total = records.before(i64::MAX, 1).await?.first().map_or(0, |newest| newest.number);
    let known = [(Witness::Head, head.as_ref()), (Witness::Anchor, scope.anchor.as_ref())].into_iter();
    let known: Vec<WitnessedAnchor> =
        known.filter_map(|(witness, anchor)| Some(WitnessedAnchor { witness, anchor: anchor?.clone() })).collect();
    let (number, link) = base.unwrap_or((0, ChainHash::initial(&store)));
    // What was archived before the anchor rests on it. Later archives have to be recorded.
    let since = scope.since.as_ref().filter(|since| since.number > number);
    let mut walk = Walk {
        verifier: ChainVerifier::after(number, link, known.clone()),
        total,
        progress,
        base: base.filter(|_| since.is_none()),
    };
    let contradicts = |anchor: &Anchor| anchor.number == number && !anchor.matches(&link);
    let rewritten = known.iter().find(|known| contradicts(&known.anchor)).map(|known| known.witness);
    let rewritten =
        rewritten.or_else(|| Some(Witness::Anchor).filter(|_| scope.since.as_ref().is_some_and(contradicts)));
    let fault = match rewritten {
        Some(witness) => Some(ChainFault::Rewritten { number, witness }),
        None => match walk.begin(since, &known, records).await? {
            Some(fault) => Some(fault),
            None => walk.check(head.is_none(), records).await?,
        },
    };
    let is_archived = |anchor: &&Anchor| base.is_some_and(|(last, _)| anchor.number < last);
    let not_compared = scope.anchor.iter().chain(&scope.since).find(is_archived).cloned();
    let compared_with = scope.anchor.clone().filter(|anchor| !is_archived(&anchor));
    let since = since.map(|since| since.number);
    let (number, link) = walk.verifier.position();
    Ok(Verified { store, number, link, compared_with, not_compared, since, base, fault })
}

/// The trail as far as it is checked.
struct Walk<'a> {
    verifier: ChainVerifier,
    /// The last record when it began.
    total: i64,
    progress: &'a dyn Fn(i64, i64),
    /// What is in an archive only, if the trail has to say so.
    base: Option<(i64, ChainHash)>,
}

impl Walk<'_> {
    /// Goes to an anchor, if what comes before is not to be checked.
    async fn begin(
        &mut self,
        since: Option<&Anchor>,
        known: &[WitnessedAnchor],
        records: &impl ReadRecords,
    ) -> Result<Option<ChainFault>, Failure> {
        let Some(since) = since else { return Ok(None) };
        let (witness, number) = (Witness::Anchor, since.number);
        let found = records.after(number - 1, 1).await?;
        let Some(there) = found.first().filter(|there| there.number == number) else {
            return Ok(Some(match found.first() {
                Some(later) => ChainFault::Missing { first: number, last: later.number - 1 },
                None => ChainFault::Truncated { last: self.total, known: number, witness },
            }));
        };
        match there.link.filter(|link| since.matches(link)) {
            Some(link) => self.verifier = ChainVerifier::after(number, link, known.to_vec()),
            None => return Ok(Some(ChainFault::Rewritten { number, witness })),
        }
        Ok(None)
    }

    async fn check(
        &mut self,
        has_no_head: bool,
        records: &(impl Records + ReadRecords + SearchRecords),
    ) -> Result<Option<ChainFault>, Failure> {
        let (start, _) = self.verifier.position();
        let checker = Checker::start(self.verifier.clone(), self.base);
        let checker = checker.map_err(|error| Failure::NoResources((&error).into()))?;
        self.read(&checker, records).await?;
        let (verifier, mismatch, follows) = checker.finish();
        self.verifier = verifier;
        if let Some(mismatch) = mismatch {
            return explained(mismatch, records).await;
        }
        match (self.verifier.unreached(), self.verifier.position()) {
            (Some(WitnessedAnchor { witness, anchor }), (last, _)) => {
                return Ok(Some(ChainFault::Truncated { last, known: anchor.number, witness: *witness }));
            }
            // A process killed after the first record leaves no head.
            (None, (2.., _)) if has_no_head => return Ok(Some(ChainFault::HeadGone)),
            _ => {}
        }
        if let Some((last, _)) = self.base.filter(|_| !follows.is_archived) {
            return Ok(Some(ChainFault::Missing { first: 1, last }));
        }
        match self.check_open_intents(start, follows.open, records).await? {
            Some(fault) => Ok(Some(fault)),
            None => Ok(follows.indexed_otherwise.map(|number| ChainFault::IndexedOtherwise { number })),
        }
    }

    /// Finds an intent that is open in the store's list or in the trail, but not in both. Others append meanwhile, so
    /// the list must differ from the trail both before and after it is read.
    async fn check_open_intents(
        &mut self,
        start: i64,
        mut open: UnconcludedIntents,
        records: &(impl Records + ReadRecords),
    ) -> Result<Option<ChainFault>, Failure> {
        let (end, _) = self.verifier.position();
        let listed: BTreeSet<i64> = records.unanswered(None).await?.into_iter().map(|(number, _)| number).collect();
        let checked = start + 1..=end;
        if let Some(number) = listed.iter().find(|number| checked.contains(*number) && !open.contains(**number)) {
            return Ok(Some(ChainFault::ListedOtherwise { number: *number }));
        }
        loop {
            let page = Arc::new(records.page_after(after(self.verifier.position().0), PAGE).await?);
            if page.last().is_none() {
                break;
            }
            if let Err(mismatch) = hash(&mut self.verifier, &page) {
                return explained(mismatch, records).await;
            }
            page.iter().for_each(|stored| open.add(&stored, None));
        }
        let missing = open.numbers().find(|number| *number <= end && !listed.contains(number));
        Ok(missing.map(|number| ChainFault::ListedOtherwise { number }))
    }

    /// Reads from the current position to the end, a segment of the index at a time as far as that goes.
    async fn read(&mut self, checker: &Checker, records: &(impl ReadRecords + SearchRecords)) -> Result<(), Failure> {
        let (start, _) = self.verifier.position();
        let mut number = start;
        loop {
            let fits = |segment: &PackedSegment| (number + 1..=number + LARGEST_SEGMENT).contains(&segment.last);
            let segment = records.segment_after(number).await?.filter(fits);
            let count = segment.as_ref().and_then(|segment| u32::try_from(segment.last - number).ok());
            let page = records.page_after(after(number), count.unwrap_or(SEGMENT)).await?;
            let Some(last) = page.last() else { return Ok(()) };
            // Of a segment that it begins in the middle of, the rest proves nothing.
            if !checker.add(page, segment.filter(|segment| segment.first > start)) {
                return Ok(());
            }
            number = last;
            (self.progress)(number, self.total);
        }
    }
}

/// Where to read on after this record. A forged first record may be numbered below 1.
fn after(number: i64) -> i64 {
    if number == 0 { i64::MIN } else { number }
}

/// What is wrong with the first record that does not follow.
async fn explained(
    Mismatch { page, place, why }: Mismatch,
    records: &impl ReadRecords,
) -> Result<Option<ChainFault>, Failure> {
    let rows: Vec<StoredRecord> = page.iter().skip(place).map(|stored| stored.to_owned()).collect();
    let number = rows.first().map_or(0, |stored| stored.number);
    Ok(match why {
        ChainMismatch::Number { wanted } if number > wanted => {
            Some(ChainFault::Missing { first: wanted, last: number - 1 })
        }
        ChainMismatch::Number { .. } => Some(ChainFault::Inserted { number }),
        ChainMismatch::Rewritten { witness } => Some(ChainFault::Rewritten { number, witness }),
        ChainMismatch::Link { before } => diagnose(before, &read_on(rows, records).await?),
    })
}

/// Reads on from the first mismatch, up to [`SEARCH_DISTANCE`] records.
async fn read_on(mut rows: Vec<StoredRecord>, records: &impl ReadRecords) -> Result<Vec<StoredRecord>, Failure> {
    while let Some(last) = rows.last().filter(|_| rows.len() < SEARCH_DISTANCE) {
        let more = records.after(last.number, PAGE).await?;
        if more.is_empty() {
            break;
        }
        rows.extend(more);
    }
    Ok(rows)
}

#[derive(Debug)]
pub struct Verified {
    /// The store ID, which seeds the chain.
    pub store: Vec<u8>,
    /// The last intact record; 0 if none.
    pub number: i64,
    pub link: ChainHash,
    /// The given anchor.
    pub compared_with: Option<Anchor>,
    /// A given anchor of a record that is in an archive only: the store cannot tell whether it is right.
    pub not_compared: Option<Anchor>,
    /// The record that checking began after.
    pub since: Option<i64>,
    /// The last record that is in an archive only.
    pub base: Option<(i64, ChainHash)>,
    /// The first fault.
    pub fault: Option<ChainFault>,
}

impl Verified {
    /// Returns the anchor to keep elsewhere, if the trail is intact and not empty.
    pub fn anchor(&self) -> Option<Anchor> {
        (self.number > 0 && self.fault.is_none()).then(|| Anchor::new(self.number, &self.link))
    }
}
