//! `audit verify`: whether the trail is what was written, from its first record to its last. Changes nothing.

use std::collections::BTreeSet;

use super::PAGE;
use crate::commands::Failure;
use crate::domain::audit::{
    Anchor, ChainFault, ChainHash, ChainMismatch, ChainVerifier, StoredRecord, UnconcludedIntents, Witness,
    WitnessedAnchor, diagnose,
};
use crate::ports::{ReadRecords, Records};

/// How far away a record that was moved is looked for; beyond that it counts as changed.
const NEAR: usize = 10_000;

/// Reads the whole trail, and holds it against the head kept apart and the anchor that the operator has, and the
/// store's list of intents without outcome against it.
///
/// # Errors
/// [`Failure::Store`].
pub async fn verify(anchor: Option<&Anchor>, records: &(impl Records + ReadRecords)) -> Result<Verified, Failure> {
    // Asked first: records that others add meanwhile are beyond it.
    let head = records.head().await?;
    let store = records.store_id().await?;
    let known = [(Witness::Head, head.as_ref()), (Witness::Anchor, anchor)].into_iter();
    let known =
        known.filter_map(|(witness, anchor)| Some(WitnessedAnchor { witness, anchor: anchor?.clone() })).collect();
    let mut walk = ChainVerifier::new(ChainHash::initial(&store), known);
    let mut open = UnconcludedIntents::default();
    let fault = match walk_along(&mut walk, &mut open, records).await? {
        Some(fault) => Some(fault),
        None => match (walk.unreached(), walk.position()) {
            (Some(WitnessedAnchor { witness, anchor }), (last, _)) => {
                Some(ChainFault::Truncated { last, known: anchor.number, witness: *witness })
            }
            // Who was killed between the very first record and its head has left none.
            (None, (2.., _)) if head.is_none() => Some(ChainFault::HeadGone),
            _ => listed_otherwise(&mut walk, open, records).await?,
        },
    };
    let (number, link) = walk.position();
    Ok(Verified { store, number, link, held_against: anchor.cloned(), fault })
}

/// An intent that the store lists as open and the trail does not, or the other way round. Others go on meanwhile, so
/// the list must differ both from what the trail was before it was read and from what it is afterwards.
async fn listed_otherwise(
    walk: &mut ChainVerifier,
    mut open: UnconcludedIntents,
    records: &(impl Records + ReadRecords),
) -> Result<Option<ChainFault>, Failure> {
    let (end, _) = walk.position();
    let listed: BTreeSet<i64> = records.unanswered(None).await?.into_iter().map(|(number, _)| number).collect();
    if let Some(number) = listed.iter().find(|number| **number <= end && !open.contains(**number)) {
        return Ok(Some(ChainFault::ListedOtherwise { number: *number }));
    }
    if let Some(fault) = walk_along(walk, &mut open, records).await? {
        return Ok(Some(fault));
    }
    let missing = open.numbers().find(|number| *number <= end && !listed.contains(number));
    Ok(missing.map(|number| ChainFault::ListedOtherwise { number }))
}

/// Goes on to the end of the trail.
async fn walk_along(
    walk: &mut ChainVerifier,
    open: &mut UnconcludedIntents,
    records: &impl ReadRecords,
) -> Result<Option<ChainFault>, Failure> {
    // The very first number may be one below 1, which never was given.
    let mut after = if walk.position().0 == 0 { i64::MIN } else { walk.position().0 };
    loop {
        let page = records.after(after, PAGE).await?;
        let Some(last) = page.last() else { return Ok(None) };
        after = last.number;
        for (n, stored) in page.iter().enumerate() {
            let number = stored.number;
            match walk.step(stored) {
                Ok(()) => open.add(stored),
                Err(ChainMismatch::Number { wanted }) if number > wanted => {
                    return Ok(Some(ChainFault::Missing { first: wanted, last: number - 1 }));
                }
                Err(ChainMismatch::Number { .. }) => return Ok(Some(ChainFault::Inserted { number })),
                Err(ChainMismatch::Rewritten { witness }) => {
                    return Ok(Some(ChainFault::Rewritten { number, witness }));
                }
                Err(ChainMismatch::Link { before }) => {
                    return Ok(diagnose(before, &rest(&page[n..], records).await?));
                }
            }
        }
    }
}

/// The records from the one that does not fit on.
async fn rest(page: &[StoredRecord], records: &impl ReadRecords) -> Result<Vec<StoredRecord>, Failure> {
    let mut rows = page.to_vec();
    while let Some(last) = rows.last().filter(|_| rows.len() < NEAR) {
        let more = records.after(last.number, PAGE).await?;
        if more.is_empty() {
            break;
        }
        rows.extend(more);
    }
    Ok(rows)
}

/// What was found.
#[derive(Debug)]
pub struct Verified {
    /// What the chain of this store begins with.
    pub store: Vec<u8>,
    /// The last record that the chain holds up to; 0: none.
    pub number: i64,
    /// Its hash.
    pub link: ChainHash,
    /// The anchor that was given.
    pub held_against: Option<Anchor>,
    /// The first thing that is wrong.
    pub fault: Option<ChainFault>,
}

impl Verified {
    /// What is to be kept elsewhere, when there is something to keep.
    pub fn anchor(&self) -> Option<Anchor> {
        (self.number > 0 && self.fault.is_none()).then(|| Anchor::new(self.number, &self.link))
    }
}
