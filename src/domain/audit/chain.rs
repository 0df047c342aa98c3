//! The audit log's hash chain: each record's hash covers the previous one, so that no record can be changed, removed,
//! inserted or moved without invalidating every later hash. No I/O.
//!
//! # What is hashed
//! `SHA-256( 1 ‖ previous hash (32 bytes) ‖ number (8 bytes, big-endian) ‖ text )`, where `1` is [`VERSION`] and `text`
//! is the record as first written: UTF-8, one JSON object. It is never serialized again from a parsed record, so
//! neither new fields nor their order change existing hashes. The text comes last and all other parts have a fixed
//! length, so no two records produce the same input.
//!
//! The hash before the first record is `SHA-256( "servicedesk audit trail" ‖ 1 ‖ the store's random id )`, so that one
//! store's log cannot pass for another's.
//!
//! # What it proves
//! That these records, in this order, led to a hash known from elsewhere: the head file beside the store, an anchor on
//! paper, or the log server. Someone who can write to the store and to every such witness can forge a log.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

use crate::domain::named_enum::named_enum;

/// Version of the hash construction. A store with another version belongs to a later program.
const VERSION: u8 = 1;

/// The hash of a record and everything before it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct ChainHash([u8; 32]);

impl ChainHash {
    /// Returns the hash before the first record of the store with this id.
    pub fn initial(store_id: &[u8]) -> Self {
        let hash =
            Sha256::new().chain_update(b"servicedesk audit trail").chain_update([VERSION]).chain_update(store_id);
        Self(hash.finalize().into())
    }

    /// Returns the hash of the next record.
    #[must_use]
    pub fn next(&self, number: i64, text: &str) -> Self {
        // In one piece: each update costs.
        let mut start = [VERSION; 41];
        start[1..33].copy_from_slice(&self.0);
        start[33..].copy_from_slice(&number.to_be_bytes());
        Self(Sha256::new().chain_update(start).chain_update(text).finalize().into())
    }

    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

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

/// A record as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredRecord<T = String> {
    /// From 1.
    pub number: i64,
    /// The JSON, byte for byte.
    pub text: T,
    /// `None` when the stored hash is malformed.
    pub link: Option<ChainHash>,
}

impl StoredRecord<&str> {
    /// Copies the text.
    pub fn to_owned(&self) -> StoredRecord {
        StoredRecord { number: self.number, text: self.text.to_owned(), link: self.link }
    }
}

/// A record's number and the start of its hash, to be kept where the store's administrator cannot write.
#[derive(Clone, PartialEq, Eq)]
pub struct Anchor {
    pub number: i64,
    /// Hexadecimal digits.
    hash: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an anchor is NUMBER:HASH, with 16 to 64 digits of the hash")]
pub struct NotAnAnchor;

impl Anchor {
    /// Digits shown: at 128 bits nobody finds another log with the same anchor.
    const SHOWN: usize = 32;
    /// Digits required: a typing error does not match by chance.
    const REQUIRED: usize = 16;

    /// Returns the anchor of this record, which covers all earlier ones.
    pub fn new(number: i64, link: &ChainHash) -> Self {
        Self { number, hash: link.to_string()[..Self::SHOWN].to_owned() }
    }

    /// Whether the anchor's digits are the start of this hash.
    pub fn matches(&self, link: &ChainHash) -> bool {
        link.to_string().starts_with(&self.hash)
    }
}

impl FromStr for Anchor {
    type Err = NotAnAnchor;

    fn from_str(text: &str) -> Result<Self, NotAnAnchor> {
        let (number, hash) = text.trim().split_once(':').ok_or(NotAnAnchor)?;
        let number = number.parse().ok().filter(|number| *number > 0).ok_or(NotAnAnchor)?;
        let fits = (Self::REQUIRED..=64).contains(&hash.len()) && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
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

named_enum! {
    /// Who remembers how long the log was.
    pub enum Witness {
        /// The head file beside the store.
        Head = "head",
        /// An anchor that someone wrote down.
        Anchor = "anchor",
    }
}

/// An anchor that the log must contain.
#[derive(Debug, Clone)]
pub struct WitnessedAnchor {
    pub witness: Witness,
    pub anchor: Anchor,
}

/// The first deviation from the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChainMismatch {
    /// Another record number was expected.
    Number { wanted: i64 },
    /// The record does not follow from the previous one, which has this hash.
    Link { before: ChainHash },
    /// All hashes are right, but the log does not match a witness.
    Rewritten { witness: Witness },
}

/// Verifies records one by one, from the first.
#[derive(Debug, Clone)]
pub struct ChainVerifier {
    number: i64,
    link: ChainHash,
    known: Vec<WitnessedAnchor>,
}

impl ChainVerifier {
    pub fn new(initial: ChainHash, known: Vec<WitnessedAnchor>) -> Self {
        Self::after(0, initial, known)
    }

    /// Goes on from a record with this number and hash, which is taken to be right.
    pub fn after(number: i64, link: ChainHash, known: Vec<WitnessedAnchor>) -> Self {
        Self { number, link, known }
    }

    /// Verifies the next record.
    ///
    /// # Errors
    /// [`ChainMismatch`]; the verifier does not advance.
    pub fn step<T: AsRef<str>>(&mut self, stored: &StoredRecord<T>) -> Result<(), ChainMismatch> {
        let number = self.number + 1;
        if stored.number != number {
            return Err(ChainMismatch::Number { wanted: number });
        }
        let link = self.link.next(number, stored.text.as_ref());
        if stored.link != Some(link) {
            return Err(ChainMismatch::Link { before: self.link });
        }
        let contradicts = |known: &&WitnessedAnchor| known.anchor.number == number && !known.anchor.matches(&link);
        if let Some(WitnessedAnchor { witness, .. }) = self.known.iter().find(contradicts) {
            return Err(ChainMismatch::Rewritten { witness: *witness });
        }
        (self.number, self.link) = (number, link);
        Ok(())
    }

    /// Returns the number of the last verified record (0: none) and its hash.
    pub fn position(&self) -> (i64, ChainHash) {
        (self.number, self.link)
    }

    /// Returns the anchor furthest beyond the last verified record. At the end of the log it means that records were
    /// cut off.
    pub fn unreached(&self) -> Option<&WitnessedAnchor> {
        self.known.iter().filter(|known| known.anchor.number > self.number).max_by_key(|known| known.anchor.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Released hashes never change. The values were computed with Python's `hashlib`.
    #[test]
    fn hashes_do_not_change_between_versions() {
        let first = ChainHash::initial(&[7; 16]);
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
        let link = ChainHash::initial(b"x");
        let known = |number| WitnessedAnchor { witness: Witness::Anchor, anchor: Anchor::new(number, &link) };
        let beyond = |numbers: &[i64]| {
            let walk = ChainVerifier::new(link, numbers.iter().copied().map(known).collect());
            walk.unreached().map(|known| known.anchor.number)
        };
        assert_eq!((beyond(&[1, 3, 2]), beyond(&[0]), beyond(&[])), (Some(3), None, None));
    }

    #[test]
    fn anchor_is_parsed_as_people_copy_it() {
        let link = ChainHash::initial(b"x");
        let anchor = Anchor::new(4711, &link);
        assert_eq!(anchor.to_string().len(), "4711:".len() + 32);
        assert_eq!(anchor.to_string().parse(), Ok(anchor.clone()));
        assert_eq!(format!(" {} ", anchor.to_string().to_uppercase()).parse(), Ok(anchor.clone()));
        assert!(anchor.matches(&link) && !anchor.matches(&ChainHash::initial(b"y")));
        let hash = link.to_string();
        assert!(format!("1:{hash}").parse::<Anchor>().is_ok_and(|anchor| anchor.matches(&link)));
        assert!(format!("1:{}", &hash[..16]).parse::<Anchor>().is_ok_and(|anchor| anchor.matches(&link)));
        for wrong in
            ["", "1", "1:", "x:0123456789abcdef", "0:0123456789abcdef", "1:0123456789abcde", "1:0123456789abcdeg"]
        {
            assert_eq!(wrong.parse::<Anchor>(), Err(NotAnAnchor), "{wrong}");
        }
    }
}
