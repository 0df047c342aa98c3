//! `audit verify`: checks the integrity of the whole trail. Changes nothing.

use std::collections::BTreeSet;

use super::PAGE;
use crate::commands::Failure;
use crate::domain::audit::{
    Anchor, ChainFault, ChainHash, ChainMismatch, ChainVerifier, StoredRecord, UnconcludedIntents, Witness,
    WitnessedAnchor, diagnose,
};
use crate::ports::{ReadRecords, Records};

/// Distance within which a moved record is found; beyond it counts as changed.
const SEARCH_DISTANCE: usize = 10_000;

/// Compares the trail with the separately kept head, the operator's `anchor` and the store's list of open intents.
///
/// # Errors
/// [`Failure::Store`].
pub async fn verify(anchor: Option<&Anchor>, records: &(impl Records + ReadRecords)) -> Result<Verified, Failure> {
    // Read first, so that records added meanwhile come after it.
    let head = records.head().await?;
    let store = records.store_id().await?;
    let known = [(Witness::Head, head.as_ref()), (Witness::Anchor, anchor)].into_iter();
    let known =
        known.filter_map(|(witness, anchor)| Some(WitnessedAnchor { witness, anchor: anchor?.clone() })).collect();
    let mut verifier = ChainVerifier::new(ChainHash::initial(&store), known);
    let mut open = UnconcludedIntents::default();
    let fault = match verify_to_end(&mut verifier, &mut open, records).await? {
        Some(fault) => Some(fault),
        None => match (verifier.unreached(), verifier.position()) {
            (Some(WitnessedAnchor { witness, anchor }), (last, _)) => {
                Some(ChainFault::Truncated { last, known: anchor.number, witness: *witness })
            }
            // A process killed after the first record leaves no head.
            (None, (2.., _)) if head.is_none() => Some(ChainFault::HeadGone),
            _ => check_open_intents(&mut verifier, open, records).await?,
        },
    };
    let (number, link) = verifier.position();
    Ok(Verified { store, number, link, compared_with: anchor.cloned(), fault })
}

/// Finds an intent that is open in the store's list or in the trail, but not in both. Others append meanwhile, so the
/// list must differ from the trail both before and after it is read.
async fn check_open_intents(
    verifier: &mut ChainVerifier,
    mut open: UnconcludedIntents,
    records: &(impl Records + ReadRecords),
) -> Result<Option<ChainFault>, Failure> {
    let (end, _) = verifier.position();
    let listed: BTreeSet<i64> = records.unanswered(None).await?.into_iter().map(|(number, _)| number).collect();
    if let Some(number) = listed.iter().find(|number| **number <= end && !open.contains(**number)) {
        return Ok(Some(ChainFault::ListedOtherwise { number: *number }));
    }
    if let Some(fault) = verify_to_end(verifier, &mut open, records).await? {
        return Ok(Some(fault));
    }
    let missing = open.numbers().find(|number| *number <= end && !listed.contains(number));
    Ok(missing.map(|number| ChainFault::ListedOtherwise { number }))
}

/// Verifies from the current position to the end.
async fn verify_to_end(
    verifier: &mut ChainVerifier,
    open: &mut UnconcludedIntents,
    records: &impl ReadRecords,
) -> Result<Option<ChainFault>, Failure> {
    // A forged first record may be numbered below 1.
    let mut after = if verifier.position().0 == 0 { i64::MIN } else { verifier.position().0 };
    loop {
        let page = records.after(after, PAGE).await?;
        let Some(last) = page.last() else { return Ok(None) };
        after = last.number;
        for (n, stored) in page.iter().enumerate() {
            let number = stored.number;
            match verifier.step(stored) {
                Ok(()) => open.add(stored),
                Err(ChainMismatch::Number { wanted }) if number > wanted => {
                    return Ok(Some(ChainFault::Missing { first: wanted, last: number - 1 }));
                }
                Err(ChainMismatch::Number { .. }) => return Ok(Some(ChainFault::Inserted { number })),
                Err(ChainMismatch::Rewritten { witness }) => {
                    return Ok(Some(ChainFault::Rewritten { number, witness }));
                }
                Err(ChainMismatch::Link { before }) => {
                    return Ok(diagnose(before, &read_on(&page[n..], records).await?));
                }
            }
        }
    }
}

/// Reads on from the first mismatch, up to [`SEARCH_DISTANCE`] records.
async fn read_on(page: &[StoredRecord], records: &impl ReadRecords) -> Result<Vec<StoredRecord>, Failure> {
    let mut rows = page.to_vec();
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
    /// The first fault.
    pub fault: Option<ChainFault>,
}

impl Verified {
    /// Returns the anchor to keep elsewhere, if the trail is intact and not empty.
    pub fn anchor(&self) -> Option<Anchor> {
        (self.number > 0 && self.fault.is_none()).then(|| Anchor::new(self.number, &self.link))
    }
}
