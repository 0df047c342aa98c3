//! The chain through the audit trail: each record's hash covers the one before, so that no record can be changed,
//! taken out, put in or moved without every later hash being wrong. Reads and writes nothing.
//!
//! # What is hashed
//! `SHA-256( 1 ‖ hash before (32 bytes) ‖ number (8 bytes, big-endian) ‖ text )`, where `1` is [`VERSION`] and `text`
//! is the record as it was first written, UTF-8, one JSON object. It is never written anew from a parsed record, so
//! neither a field that a later version adds nor the order of fields changes the hash of what is there. The text comes
//! last and everything before it has a fixed length: no two records run together to the same bytes.
//!
//! The hash before the first record is `SHA-256( "servicedesk audit trail" ‖ 1 ‖ the store's random id )`, so that the
//! trail of one store cannot be passed off as another's.
//!
//! # What it proves
//! That the records are those, in that order, that led to a hash which someone knows: from the file beside the store,
//! an anchor on paper, or the log server. Whoever may write the store and every such witness can make a new trail.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

/// Of the way to hash. A store with another one belongs to a later program.
const VERSION: u8 = 1;

/// The hash that stands for a record and everything before it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct ChainHash([u8; 32]);

impl ChainHash {
    /// The hash before the first record of the store with this id.
    pub fn before_all(store: &[u8]) -> Self {
        let hash = Sha256::new().chain_update(b"servicedesk audit trail").chain_update([VERSION]).chain_update(store);
        Self(hash.finalize().into())
    }

    /// The hash of the record that comes next.
    #[must_use]
    pub fn next(&self, number: i64, text: &str) -> Self {
        let hash = Sha256::new().chain_update([VERSION]).chain_update(self.0).chain_update(number.to_be_bytes());
        Self(hash.chain_update(text).finalize().into())
    }

    /// From the bytes the store kept.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// For the store.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for ChainHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for ChainHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A record as the store keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredRecord {
    /// Its place, from 1.
    pub number: i64,
    /// The record, word for word.
    pub text: String,
    /// Its hash; `None`: what is there is none.
    pub link: Option<ChainHash>,
}

/// A record's number and the beginning of its hash, to be kept where the trail's keeper cannot write.
#[derive(Clone, PartialEq, Eq)]
pub struct Anchor {
    /// The record's number.
    pub number: i64,
    /// Hexadecimal digits.
    hash: String,
}

/// A text that is no anchor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an anchor is NUMBER:HASH, with 16 to 64 digits of the hash")]
pub struct NotAnAnchor;

impl Anchor {
    /// How many digits are told: nobody finds another trail with the same 128 bits.
    const TOLD: usize = 32;
    /// How many must be given: a slip of the pen does not fit by chance.
    const LEAST: usize = 16;

    /// The anchor that holds everything up to this record.
    pub fn new(number: i64, link: &ChainHash) -> Self {
        Self { number, hash: link.to_string()[..Self::TOLD].to_owned() }
    }

    /// Whether this is the beginning of that hash.
    pub fn holds(&self, link: &ChainHash) -> bool {
        link.to_string().starts_with(&self.hash)
    }
}

impl FromStr for Anchor {
    type Err = NotAnAnchor;

    fn from_str(text: &str) -> Result<Self, NotAnAnchor> {
        let (number, hash) = text.trim().split_once(':').ok_or(NotAnAnchor)?;
        let number = number.parse().ok().filter(|number| *number > 0).ok_or(NotAnAnchor)?;
        let fits = (Self::LEAST..=64).contains(&hash.len()) && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        if fits { Ok(Self { number, hash: hash.to_ascii_lowercase() }) } else { Err(NotAnAnchor) }
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.number, self.hash)
    }
}

impl fmt::Debug for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Who remembers how far the trail had come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Witness {
    /// The file beside the store.
    Head,
    /// What someone wrote down.
    Anchor,
}

impl Witness {
    /// The name scripts see.
    pub fn name(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Anchor => "anchor",
        }
    }
}

/// Something the trail must go through.
#[derive(Debug, Clone)]
pub struct WitnessedAnchor {
    /// Who says so.
    pub witness: Witness,
    /// What.
    pub anchor: Anchor,
}

/// Where the trail ceases to be what it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChainMismatch {
    /// A record of another number was to come.
    Number {
        /// This one.
        wanted: i64,
    },
    /// The record does not follow from the one before.
    Link {
        /// The hash before it.
        before: ChainHash,
    },
    /// Every hash is right, and yet it is another trail than the one that was known.
    Rewritten {
        /// Who knows.
        witness: Witness,
    },
}

/// A walk along the trail from its beginning.
#[derive(Debug)]
pub struct ChainVerifier {
    number: i64,
    link: ChainHash,
    known: Vec<WitnessedAnchor>,
}

impl ChainVerifier {
    /// Begins before the first record.
    pub fn new(before_all: ChainHash, known: Vec<WitnessedAnchor>) -> Self {
        Self { number: 0, link: before_all, known }
    }

    /// Takes the next record.
    ///
    /// # Errors
    /// [`ChainMismatch`]; the walk stays where it was.
    pub fn step(&mut self, stored: &StoredRecord) -> Result<(), ChainMismatch> {
        let number = self.number + 1;
        if stored.number != number {
            return Err(ChainMismatch::Number { wanted: number });
        }
        let link = self.link.next(number, &stored.text);
        if stored.link != Some(link) {
            return Err(ChainMismatch::Link { before: self.link });
        }
        let strange = |known: &&WitnessedAnchor| known.anchor.number == number && !known.anchor.holds(&link);
        if let Some(WitnessedAnchor { witness, .. }) = self.known.iter().find(strange) {
            return Err(ChainMismatch::Rewritten { witness: *witness });
        }
        (self.number, self.link) = (number, link);
        Ok(())
    }

    /// Where the walk has come: the number of the last record, 0 for none, and its hash.
    pub fn place(&self) -> (i64, ChainHash) {
        (self.number, self.link)
    }

    /// What is known of the trail beyond where the walk has come: at the end, that records are cut off.
    pub fn beyond(&self) -> Option<&WitnessedAnchor> {
        self.known.iter().filter(|known| known.anchor.number > self.number).max_by_key(|known| known.anchor.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is released never changes: this was worked out with another program (Python's `hashlib`).
    #[test]
    fn the_bytes_that_are_hashed() {
        let first = ChainHash::before_all(&[7; 16]);
        assert_eq!(first.to_string(), "6beab39e7523e5f142ec03377d063092b874d5483b93c158d3ef5ead9599b4eb");
        assert_eq!(
            first.next(1, r#"{"a":"å"}"#).to_string(),
            "f5bf3463af22e25d2c3714ffeddf2c56de103347d6a0a9734cc413a31f491c48"
        );
        assert_eq!(first.bytes()[..2], [0x6b, 0xea]);
        assert_eq!([Witness::Head, Witness::Anchor].map(Witness::name), ["head", "anchor"]);
    }

    /// Of several witnesses the one that knows most tells how many records are cut off.
    #[test]
    fn farthest_witness_tells_how_far_the_trail_had_come() {
        let link = ChainHash::before_all(b"x");
        let known = |number| WitnessedAnchor { witness: Witness::Anchor, anchor: Anchor::new(number, &link) };
        let beyond = |numbers: &[i64]| {
            let walk = ChainVerifier::new(link, numbers.iter().copied().map(known).collect());
            walk.beyond().map(|known| known.anchor.number)
        };
        assert_eq!((beyond(&[1, 3, 2]), beyond(&[0]), beyond(&[])), (Some(3), None, None));
    }

    #[test]
    fn anchors_as_people_copy_them() {
        let link = ChainHash::before_all(b"x");
        let anchor = Anchor::new(4711, &link);
        assert_eq!(anchor.to_string().len(), "4711:".len() + 32);
        assert_eq!(anchor.to_string().parse(), Ok(anchor.clone()));
        assert_eq!(format!(" {} ", anchor.to_string().to_uppercase()).parse(), Ok(anchor.clone()));
        assert!(anchor.holds(&link) && !anchor.holds(&ChainHash::before_all(b"y")));
        let hash = link.to_string();
        assert!(format!("1:{hash}").parse::<Anchor>().is_ok_and(|anchor| anchor.holds(&link)));
        assert!(format!("1:{}", &hash[..16]).parse::<Anchor>().is_ok_and(|anchor| anchor.holds(&link)));
        for wrong in
            ["", "1", "1:", "x:0123456789abcdef", "0:0123456789abcdef", "1:0123456789abcde", "1:0123456789abcdeg"]
        {
            assert_eq!(wrong.parse::<Anchor>(), Err(NotAnAnchor), "{wrong}");
        }
    }
}
