//! Diagnoses a broken chain: which record is the first, and what happened to it, as far as the remaining records show.

use super::chain::{ChainHash, StoredRecord, Witness};
use crate::domain::named_enum::kinds_of;

/// The first fault in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChainFault {
    /// The record does not follow from the previous one: it was changed, or the previous one was and got a new hash.
    Changed { number: i64 },
    /// Records were removed.
    Missing { first: i64, last: i64 },
    /// A misplaced record, and the number it is stored under.
    Reordered { number: i64, stands_at: i64 },
    /// A record was added in between.
    Inserted { number: i64 },
    /// The records after `last` are missing; a witness knows the log up to `known`.
    Truncated { last: i64, known: i64, witness: Witness },
    /// All hashes were recomputed: this record or an earlier one does not match a witness.
    Rewritten { number: i64, witness: Witness },
    /// There are records, but the head file is missing or malformed.
    HeadGone,
    /// The store's list of unconcluded intents contradicts the records on this intent.
    ListedOtherwise { number: i64 },
    /// The index contradicts the records from this one on.
    IndexedOtherwise { number: i64 },
}

kinds_of! {
    /// What is wrong with the log.
    pub enum ChainFaultKind of ChainFault {
        Changed = "changed" if Self::Changed { .. },
        Missing = "missing" if Self::Missing { .. },
        Reordered = "reordered" if Self::Reordered { .. },
        Inserted = "inserted" if Self::Inserted { .. },
        Truncated = "truncated" if Self::Truncated { .. },
        Rewritten = "rewritten" if Self::Rewritten { .. },
        HeadGone = "head_gone" if Self::HeadGone,
        ListedOtherwise = "listed_otherwise" if Self::ListedOtherwise { .. },
        IndexedOtherwise = "indexed_otherwise" if Self::IndexedOtherwise { .. },
    }
}

impl ChainFault {
    /// Returns the number of the first affected record.
    pub fn number(self) -> Option<i64> {
        match self {
            Self::Changed { number }
            | Self::Reordered { number, .. }
            | Self::Inserted { number }
            | Self::Rewritten { number, .. }
            | Self::ListedOtherwise { number }
            | Self::IndexedOtherwise { number } => Some(number),
            Self::Missing { first, .. } => Some(first),
            Self::Truncated { last, .. } => Some(last + 1),
            Self::HeadGone => None,
        }
    }
}

/// The longest run of removed and renumbered records that is recognised.
const GAP: i64 = 1000;

/// Diagnoses why `rows[0]` does not follow `before`. The more rows, the further away a moved record is found.
pub fn diagnose(before: ChainHash, rows: &[StoredRecord]) -> Option<ChainFault> {
    let here = rows.first()?;
    let number = here.number;
    // Moved together with its hash, or only its text under the existing hash.
    let moved = rows.iter().enumerate().skip(1).find_map(|(at, row)| {
        let link = before.next(number, &row.text);
        (Some(link) == row.link || Some(link) == here.link).then_some((at, link, row))
    });
    if let Some((at, link, row)) = moved {
        let follows = |next: &StoredRecord| {
            let next_link = Some(link.next(number + 1, &next.text));
            next_link == next.link || next_link == row.link
        };
        // An insertion moves every later record by one.
        let pushed = match rows.iter().position(follows) {
            Some(follower) => follower == at + 1,
            None => at + 1 == rows.len(),
        };
        return Some(if pushed {
            ChainFault::Inserted { number }
        } else {
            ChainFault::Reordered { number, stands_at: row.number }
        });
    }
    // Removed, and later records renumbered: their hashes still follow with the old numbers.
    if let (Some(link), Some(next)) = (here.link, rows.get(1)) {
        let gone = (1..=GAP).find(|gone| next.link == Some(link.next(next.number.saturating_add(*gone), &next.text)));
        if let Some(gone) = gone {
            return Some(ChainFault::Missing { first: number, last: number + gone - 1 });
        }
    }
    Some(ChainFault::Changed { number })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::audit::{Anchor, ChainMismatch, ChainVerifier, WitnessedAnchor};
    use proptest::prelude::*;

    /// `audit verify` reports these in JSON, with the first record that cannot be trusted.
    #[test]
    fn faults_have_names_and_first_records() {
        let witness = Witness::Head;
        for (fault, name, number) in [
            (ChainFault::Changed { number: 2 }, "changed", Some(2)),
            (ChainFault::Missing { first: 2, last: 9 }, "missing", Some(2)),
            (ChainFault::Reordered { number: 2, stands_at: 9 }, "reordered", Some(2)),
            (ChainFault::Inserted { number: 2 }, "inserted", Some(2)),
            (ChainFault::Truncated { last: 2, known: 9, witness }, "truncated", Some(3)),
            (ChainFault::Rewritten { number: 2, witness }, "rewritten", Some(2)),
            (ChainFault::HeadGone, "head_gone", None),
            (ChainFault::ListedOtherwise { number: 2 }, "listed_otherwise", Some(2)),
            (ChainFault::IndexedOtherwise { number: 2 }, "indexed_otherwise", Some(2)),
        ] {
            assert_eq!((fault.name(), fault.number()), (name, number));
        }
    }

    const STORE: [u8; 16] = [7; 16];

    fn trail(texts: &[String]) -> Vec<StoredRecord> {
        let mut link = ChainHash::initial(&STORE);
        let mut number = 0;
        let add = |text: &String| {
            number += 1;
            link = link.next(number, text);
            StoredRecord { number, text: text.clone(), link: Some(link) }
        };
        texts.iter().map(add).collect()
    }

    fn head(rows: &[StoredRecord]) -> Option<WitnessedAnchor> {
        let last = rows.last()?;
        Some(WitnessedAnchor { witness: Witness::Head, anchor: Anchor::new(last.number, &last.link?) })
    }

    /// Verifies like `audit verify`.
    fn verify(rows: &[StoredRecord], known: Option<WitnessedAnchor>) -> Option<ChainFault> {
        let mut walk = ChainVerifier::new(ChainHash::initial(&STORE), known.into_iter().collect());
        for (n, row) in rows.iter().enumerate() {
            match walk.step(row) {
                Ok(()) => {}
                Err(ChainMismatch::Number { wanted }) if row.number > wanted => {
                    return Some(ChainFault::Missing { first: wanted, last: row.number - 1 });
                }
                Err(ChainMismatch::Number { .. }) => return Some(ChainFault::Inserted { number: row.number }),
                Err(ChainMismatch::Link { before }) => return diagnose(before, &rows[n..]),
                Err(ChainMismatch::Rewritten { witness }) => {
                    return Some(ChainFault::Rewritten { number: row.number, witness });
                }
            }
        }
        let (last, _) = walk.position();
        walk.unreached().map(|known| ChainFault::Truncated { last, known: known.anchor.number, witness: known.witness })
    }

    fn renumbered(rows: &mut [StoredRecord]) {
        for (row, number) in rows.iter_mut().zip(1..) {
            row.number = number;
        }
    }

    /// The record after the moved one tells the two apart; here there is none.
    #[test]
    fn moved_record_without_follower_is_inserted_before_or_reordered() {
        let texts = ["a", "b", "c", "d", "e"].map(str::to_owned);
        let spoilt = |spoil: fn(&mut Vec<StoredRecord>)| {
            let mut rows = trail(&texts);
            spoil(&mut rows);
            renumbered(&mut rows);
            verify(&rows, None)
        };
        let forged =
            |rows: &mut Vec<StoredRecord>| rows.insert(4, StoredRecord { text: "x".into(), ..rows[0].clone() });
        assert_eq!(spoilt(forged), Some(ChainFault::Inserted { number: 5 }));
        let moved = |rows: &mut Vec<StoredRecord>| {
            rows.remove(2);
            rows.swap(1, 2);
        };
        assert_eq!(spoilt(moved), Some(ChainFault::Reordered { number: 2, stands_at: 3 }));
    }

    fn number(n: usize) -> i64 {
        i64::try_from(n).unwrap() + 1
    }

    proptest! {
        /// Any distinct texts and two indexes among them.
        #[test]
        fn every_manipulation_is_found_and_explained(
            texts in prop::collection::btree_set("[a-z]{1,8}", 3..30).prop_map(|set| set.into_iter().collect::<Vec<_>>()).prop_shuffle(),
            one in any::<prop::sample::Index>(),
            other in any::<prop::sample::Index>(),
        ) {
            let whole = trail(&texts);
            let known = || head(&whole);
            prop_assert_eq!(verify(&whole, known()), None);
            let (i, j) = (one.index(whole.len()), other.index(whole.len()));
            let (i, j) = (i.min(j), i.max(j));
            let spoilt = |spoil: &dyn Fn(&mut Vec<StoredRecord>)| {
                let mut rows = whole.clone();
                spoil(&mut rows);
                verify(&rows, known())
            };

            let changed = Some(ChainFault::Changed { number: number(i) });
            prop_assert_eq!(spoilt(&|rows| rows[i].text.push('!')), changed);
            prop_assert_eq!(spoilt(&|rows| rows[i].link = Some(ChainHash::initial(b"x"))), changed);
            prop_assert_eq!(spoilt(&|rows| rows[i].link = None), changed);

            let missing = ChainFault::Missing { first: number(i), last: number(i) };
            let cut = ChainFault::Truncated { last: number(i) - 1, known: number(whole.len() - 1), witness: Witness::Head };
            let removed = spoilt(&|rows| drop(rows.remove(i)));
            prop_assert_eq!(removed, Some(if i + 1 == whole.len() { cut } else { missing }));
            prop_assert_eq!(spoilt(&|rows| rows.truncate(i)), Some(cut));
            let moved_up = spoilt(&|rows| { rows.remove(i); renumbered(rows); });
            match whole.len() - i {
                1 => prop_assert_eq!(moved_up, Some(cut)),
                // No later record tells its old number.
                2 => prop_assert_eq!(moved_up, changed),
                _ => prop_assert_eq!(moved_up, Some(missing)),
            }

            let reordered = ChainFault::Reordered { number: number(i), stands_at: number(j) };
            if i != j {
                prop_assert_eq!(spoilt(&|rows| { rows.swap(i, j); renumbered(rows); }), Some(reordered));
                prop_assert_eq!(spoilt(&|rows| {
                    let text = std::mem::replace(&mut rows[i].text, whole[j].text.clone());
                    rows[j].text = text;
                }), Some(reordered));
                prop_assert_eq!(spoilt(&|rows| {
                    let row = rows.remove(i);
                    rows.insert(j, row);
                    renumbered(rows);
                }), Some(reordered));
            }

            let inserted = Some(ChainFault::Inserted { number: number(i) });
            let foreign = StoredRecord { number: 0, text: "forged".into(), link: Some(ChainHash::initial(b"x")) };
            prop_assert_eq!(spoilt(&|rows| { rows.insert(i, foreign.clone()); renumbered(rows); }), inserted);
            prop_assert_eq!(spoilt(&|rows| { rows.insert(i + 1, whole[i].clone()); }), inserted);

            // One record changed, and all later ones rehashed.
            let mut forged = texts.clone();
            forged[i].push('!');
            let last = number(whole.len() - 1);
            let rewritten = Some(ChainFault::Rewritten { number: last, witness: Witness::Head });
            prop_assert_eq!(verify(&trail(&forged), known()), rewritten);
            // Without a known hash a rewritten trail cannot be detected.
            prop_assert_eq!(verify(&trail(&forged), None), None);
        }
    }
}
