//! The hash chain of the audit trail. Each record's hash covers the hash before it, so changing, removing, inserting or
//! moving a record invalidates every later hash. Does no I/O.
//!
//! # What is hashed
//! `SHA-256( 1 ‖ hash before (32 bytes) ‖ number (8 bytes, big-endian) ‖ text )`, where `1` is [`VERSION`] and `text`
//! is the record as first written: one JSON object in UTF-8. A parsed record is never serialised again, so fields that
//! later versions add and the order of fields do not change existing hashes. Everything before the text has a fixed
//! length, so no two records hash the same bytes.
//!
//! The hash before the first record is `SHA-256( "servicedesk audit trail" ‖ 1 ‖ the store's random id )`, so the trail
//! of one store cannot replace another's.
//!
//! # What it proves
//! That these records in this order led to a hash known from elsewhere: the file beside the store, an anchor on paper
//! or the log server. Someone who can write the store and all of these can forge a trail.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

/// Version of the hash format. A store with another one belongs to a later program.
const VERSION: u8 = 1;

/// The hash of a record and everything before it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct ChainHash([u8; 32]);

impl ChainHash {
    /// The hash before the first record of the store with this id.
    pub fn before_all(store: &[u8]) -> Self {
        let hash = Sha256::new().chain_update(b"servicedesk audit trail").chain_update([VERSION]).chain_update(store);
        Self(hash.finalize().into())
    }

    /// The hash of the next record.
    #[must_use]
    pub fn next(&self, number: i64, text: &str) -> Self {
        let hash = Sha256::new().chain_update([VERSION]).chain_update(self.0).chain_update(number.to_be_bytes());
        Self(hash.chain_update(text).finalize().into())
    }

    /// Creates a hash from the stored bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes to store.
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

/// A stored record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredRecord {
    /// Its number, from 1.
    pub number: i64,
    /// The record's text, unchanged.
    pub text: String,
    /// Its hash; `None`: the stored value is not a hash.
    pub link: Option<ChainHash>,
}

/// A record's number and the beginning of its hash, to be kept where those who can write the store cannot.
#[derive(Clone, PartialEq, Eq)]
pub struct Anchor {
    /// The record's number.
    pub number: i64,
    /// Hexadecimal digits.
    hash: String,
}

/// The text is not an anchor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an anchor is NUMBER:HASH, with 16 to 64 digits of the hash")]
pub struct NotAnAnchor;

impl Anchor {
    /// How many digits are shown: 128 bits, for which no second trail can be found.
    const TOLD: usize = 32;
    /// The fewest digits that are accepted: 64 bits, which a typing error does not match by chance.
    const LEAST: usize = 16;

    /// Creates the anchor of a record, which covers all records up to it.
    pub fn new(number: i64, link: &ChainHash) -> Self {
        Self { number, hash: link.to_string()[..Self::TOLD].to_owned() }
    }

    /// Whether the hash begins with the anchor's.
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

/// Where a hash of the trail is known from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Witness {
    /// The file beside the store.
    Head,
    /// An anchor that someone noted.
    Anchor,
}

impl Witness {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Anchor => "anchor",
        }
    }
}

/// A hash that the trail must contain.
#[derive(Debug, Clone)]
pub struct WitnessedAnchor {
    /// Where it is known from.
    pub witness: Witness,
    /// The record's number and hash.
    pub anchor: Anchor,
}

/// Why a record does not continue the trail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChainMismatch {
    /// Its number is not the next.
    Number {
        /// The next number.
        wanted: i64,
    },
    /// Its hash does not follow from the one before.
    Link {
        /// The hash before it.
        before: ChainHash,
    },
    /// Its hash follows, but differs from the known one.
    Rewritten {
        /// Where the other hash is known from.
        witness: Witness,
    },
}

/// Verifies the trail record by record, from the first.
#[derive(Debug)]
pub struct ChainVerifier {
    number: i64,
    link: ChainHash,
    known: Vec<WitnessedAnchor>,
}

impl ChainVerifier {
    /// Starts before the first record.
    pub fn new(before_all: ChainHash, known: Vec<WitnessedAnchor>) -> Self {
        Self { number: 0, link: before_all, known }
    }

    /// Verifies the next record.
    ///
    /// # Errors
    /// [`ChainMismatch`] when it does not continue the trail; the walk does not advance.
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

    /// The number and hash of the last verified record; number 0 before the first.
    pub fn place(&self) -> (i64, ChainHash) {
        (self.number, self.link)
    }

    /// The farthest known hash after the last verified record. At the end of the trail it shows that records are
    /// missing.
    pub fn beyond(&self) -> Option<&WitnessedAnchor> {
        self.known.iter().filter(|known| known.anchor.number > self.number).max_by_key(|known| known.anchor.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Released hashes never change. The values were computed with Python's `hashlib`.
    #[test]
    fn hashes_do_not_change_between_versions() {
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
    fn anchor_is_parsed_as_people_copy_it() {
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
