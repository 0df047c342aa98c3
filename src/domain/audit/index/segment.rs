//! A segment of the index: consecutive records, and for each term those of them that it finds.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::super::{Action, RecordFields, Step};
use super::IndexTerm;
use super::term::TermReader;

/// The records of one term in one segment, as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexRow {
    /// The first record of the segment.
    pub first: i64,
    /// The last record of the segment.
    pub last: i64,
    pub term: IndexTerm,
    /// For each record seven bits a byte: its distance from the one before (the first: from the segment's beginning) and
    /// two flags.
    pub postings: Vec<u8>,
}

/// An indexed segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    pub first: i64,
    pub last: i64,
    /// The earliest and the latest time of its records, in microseconds since 1970: clocks differ.
    pub earliest: i64,
    pub latest: i64,
    /// In order of their terms.
    pub rows: Vec<IndexRow>,
}

/// A segment whose rows are one piece of memory, to be compared.
#[derive(Debug, PartialEq, Eq)]
pub struct PackedSegment {
    pub first: i64,
    pub last: i64,
    pub earliest: i64,
    pub latest: i64,
    /// Of each row the term, the length of the postings (8 and 4 bytes, big-endian), and the postings.
    pub rows: Vec<u8>,
}

impl PackedSegment {
    /// Adds a row.
    pub fn push(&mut self, term: IndexTerm, postings: &[u8]) {
        self.rows.extend(term.0.to_be_bytes());
        self.rows.extend(u32::try_from(postings.len()).unwrap_or(u32::MAX).to_be_bytes());
        self.rows.extend(postings);
    }
}

impl From<Segment> for PackedSegment {
    fn from(Segment { first, last, earliest, latest, rows }: Segment) -> Self {
        let mut packed = Self { first, last, earliest, latest, rows: Vec::new() };
        rows.iter().for_each(|row| packed.push(row.term, &row.postings));
        packed
    }
}

/// A record that a term finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posting {
    pub number: i64,
    pub is_intent: bool,
    pub is_sign_in: bool,
}

/// Collects the records of a segment, in order.
#[derive(Debug, Default)]
pub struct SegmentBuilder {
    first: i64,
    last: i64,
    earliest: Option<i64>,
    latest: Option<i64>,
    /// For each term the distance from the record before, or from the first record's predecessor, and the flags.
    found: HashMap<IndexTerm, (i64, Vec<u8>), BuildHasherDefault<AsItIs>>,
    terms: TermReader,
}

/// A term is a hash already.
#[derive(Debug, Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0 = self.0 << 8 | u64::from(*byte));
    }

    fn write_i64(&mut self, number: i64) {
        self.0 = number.cast_unsigned();
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

impl SegmentBuilder {
    /// Adds a record; `fields`: `None` when it cannot be read.
    pub fn add(&mut self, number: i64, fields: Option<&RecordFields<'_>>) {
        if self.first == 0 {
            self.first = number;
        }
        self.last = number;
        let Some(fields) = fields else { return self.note(IndexTerm::UNREADABLE, number, 0) };
        let at = fields.at.as_microsecond();
        self.earliest = Some(self.earliest.map_or(at, |earliest| earliest.min(at)));
        self.latest = Some(self.latest.map_or(at, |latest| latest.max(at)));
        let flags = i64::from(fields.step == Step::Intent) | i64::from(fields.act.action == Action::SignIn) << 1;
        let mut terms = std::mem::take(&mut self.terms);
        terms.each(fields, |term| self.note(term, number, flags));
        self.terms = terms;
    }

    fn note(&mut self, term: IndexTerm, number: i64, flags: i64) {
        let (before, bytes) = self.found.entry(term).or_insert_with(|| (self.first - 1, Vec::new()));
        // A term that a record has twice is noted once.
        if *before != number {
            put(bytes, (number - *before) << 2 | flags);
            *before = number;
        }
    }

    /// How many records were added.
    pub fn len(&self) -> i64 {
        if self.first == 0 { 0 } else { self.last - self.first + 1 }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the segment, and begins anew.
    pub fn finish(&mut self) -> Segment {
        let mut found: Vec<_> = self.found.drain().collect();
        let (first, last) = (std::mem::take(&mut self.first), std::mem::take(&mut self.last));
        let (earliest, latest) = (self.earliest.take(), self.latest.take());
        found.sort_unstable_by_key(|(term, _)| *term);
        let row = |(term, (_, postings))| IndexRow { first, last, term, postings };
        // Records without a readable time may be of any.
        let (earliest, latest) = earliest.zip(latest).unwrap_or((i64::MIN, i64::MAX));
        Segment { first, last, earliest, latest, rows: found.into_iter().map(row).collect() }
    }
}

impl IndexRow {
    /// The records that the term finds, oldest first. Ends where the row is damaged.
    pub fn records(&self) -> impl Iterator<Item = Posting> {
        let (mut bytes, mut number) = (self.postings.iter(), self.first - 1);
        std::iter::from_fn(move || {
            let value = take(&mut bytes)?;
            number = number.checked_add(value >> 2)?;
            Some(Posting { number, is_intent: value & 1 != 0, is_sign_in: value & 2 != 0 })
        })
    }
}

/// Seven bits a byte, the lowest first; the high bit says that more follow.
fn put(bytes: &mut Vec<u8>, mut value: i64) {
    while value > 0x7f {
        bytes.push(u8::try_from(value & 0x7f).unwrap_or_default() | 0x80);
        value >>= 7;
    }
    bytes.push(u8::try_from(value).unwrap_or_default());
}

fn take(bytes: &mut std::slice::Iter<'_, u8>) -> Option<i64> {
    let mut value = 0;
    for shift in (0..56).step_by(7) {
        let byte = *bytes.next()?;
        value |= i64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(n: i64, action: &str, account: &str, step: &str) -> String {
        format!(
            r#"{{"at":"2026-05-04T12:{n:02}:00Z","who":{{"directory":"CONTOSO\\anna","system":"ANNA","machine":"m"}},"act":{{"action":"{action}","account_id":"{account}","account":"{account}"}},"step":"{step}"}}"#
        )
    }

    fn built(texts: &[String]) -> Segment {
        let mut builder = SegmentBuilder::default();
        for (number, text) in (1000..).zip(texts) {
            builder.add(number, RecordFields::read(text).as_ref());
        }
        assert_eq!(usize::try_from(builder.len()), Ok(texts.len()));
        let segment = builder.finish();
        assert!(builder.is_empty());
        segment
    }

    fn found(segment: &Segment, term: IndexTerm) -> Vec<i64> {
        let rows = segment.rows.iter().filter(|row| row.term == term);
        rows.flat_map(IndexRow::records).map(|posting| posting.number).collect()
    }

    #[test]
    fn terms_find_their_records() {
        let mut texts = vec![text(0, "sign_in", "", "done"), text(1, "unlock", "eva", "intent")];
        texts.push("not a record".to_owned());
        texts.extend((0..200).map(|_| text(2, "reset", "bo", "refused")));
        texts.push(text(3, "unlock", "EVA", "done"));
        let segment = built(&texts);
        assert_eq!((segment.first, segment.last), (1000, 1203));
        assert_eq!((segment.latest - segment.earliest) / 60_000_000, 3);
        assert_eq!(found(&segment, IndexTerm::account("eva")), [1001, 1203]);
        assert!(found(&segment, IndexTerm::account("")).is_empty(), "a sign-in has no account");
        assert_eq!(found(&segment, IndexTerm::UNREADABLE), [1002]);
        assert_eq!(found(&segment, IndexTerm::action(Action::SignIn)), [1000]);
        assert_eq!(found(&segment, IndexTerm::operator("anna")).len(), 203, "once, although it is the user's, too");
        let intents = segment.rows.iter().find(|row| row.term == IndexTerm::account("eva")).unwrap();
        assert_eq!(intents.records().map(|posting| posting.is_intent).collect::<Vec<_>>(), [true, false]);
        let sign_ins = segment.rows.iter().find(|row| row.term == IndexTerm::operator("anna")).unwrap();
        assert_eq!(sign_ins.records().filter(|posting| posting.is_sign_in).count(), 1);
    }

    #[test]
    fn damaged_row_ends_early() {
        let row =
            |postings: &[u8]| IndexRow { first: 1, last: 9, term: IndexTerm::UNREADABLE, postings: postings.into() };
        assert_eq!(row(&[4, 0x84]).records().count(), 1);
        assert_eq!(row(&[0xff; 30]).records().count(), 0);
    }
}
