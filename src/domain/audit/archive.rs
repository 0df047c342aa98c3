//! An archive of the log's beginning: a file of lines that proves itself, and what is checked of it. No I/O.
//!
//! The first line names the store and the hash that the file goes on from. Each record is a line of an export without
//! `schema`, its text word for word. The last line says that nothing is missing.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Anchor, ChainHash, ChainVerifier, StoredRecord};
use crate::domain::named_enum::kinds_of;

/// Version of the format.
const VERSION: u8 = 1;

/// The first line.
#[derive(Debug, Serialize, Deserialize)]
struct Heading {
    servicedesk_archive: u8,
    /// The store's id, in hexadecimal digits.
    store: String,
    /// The last record before the file; 0 if none.
    after: i64,
    /// Its hash.
    hash: String,
}

/// The last line.
#[derive(Debug, Serialize, Deserialize)]
struct ArchiveEnd {
    /// The number of the last record.
    ends_with: i64,
}

/// Returns the first line of an archive.
pub fn heading(store: &[u8], (after, link): (i64, ChainHash)) -> String {
    let heading = Heading { servicedesk_archive: VERSION, store: hex(store), after, hash: link.to_string() };
    line_of(&heading)
}

/// Returns the last line of an archive.
pub fn ending(last: i64) -> String {
    line_of(&ArchiveEnd { ends_with: last })
}

fn line_of(value: &impl Serialize) -> String {
    // Texts and numbers always serialise.
    serde_json::to_string(value).unwrap_or_default() + "\n"
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Returns a record as a line. What follows the hash is its text word for word, if it is an object on one line and
/// `is_record`; otherwise the text is a field.
pub fn line(stored: &StoredRecord, is_record: bool) -> String {
    let StoredRecord { number, text, link } = stored;
    let hash = link.map(|link| link.to_string());
    match text.strip_prefix('{').filter(|_| is_record && !text.contains('\n')) {
        Some(fields) => format!("{{\"number\":{number},\"hash\":{},{fields}\n", json!(hash)),
        None => format!("{}\n", json!({"number": number, "hash": hash, "unreadable": text})),
    }
}

/// The beginning of a record's line; the rest is not looked at.
#[derive(Deserialize)]
struct Unreadable {
    number: i64,
    hash: Option<String>,
    unreadable: String,
}

/// Reads a line that [`line`] made.
fn stored(line: &str) -> Option<StoredRecord> {
    if let Some((number, hash, fields)) = split(line) {
        return Some(StoredRecord { number, text: format!("{{{fields}"), link: link(hash) });
    }
    let Unreadable { number, hash, unreadable } = serde_json::from_str(line).ok()?;
    Some(StoredRecord { number, text: unreadable, link: hash.as_deref().and_then(link) })
}

fn split(line: &str) -> Option<(i64, &str, &str)> {
    let (number, rest) = line.strip_prefix("{\"number\":")?.split_once(",\"hash\":\"")?;
    let (hash, fields) = rest.split_once("\",")?;
    (!fields.starts_with("\"unreadable\":")).then_some((number.parse().ok()?, hash, fields))
}

fn link(hash: &str) -> Option<ChainHash> {
    let digits = hash.as_bytes();
    if digits.len() != 64 || !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    let mut bytes = [0; 32];
    for (n, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&hash[2 * n..2 * n + 2], 16).ok()?;
    }
    Some(ChainHash::from_bytes(bytes))
}

/// Why a file is no proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArchiveFault {
    /// It is something else, or of a later version.
    NotAnArchive,
    /// The end is missing, or something follows it.
    Incomplete { last: i64 },
    /// This record does not follow from the one before.
    Changed { number: i64 },
    /// It contradicts the given anchor.
    Anchor { number: i64 },
    /// The given anchor is of a record that is not in it.
    AnchorElsewhere { number: i64 },
    /// It is of another store.
    OtherStore,
    /// It is whole, but the store's chain does not go through its end.
    NotInChain { last: i64 },
}

kinds_of! {
    /// Why a file is no proof.
    pub enum ArchiveFaultKind of ArchiveFault {
        NotAnArchive = "not_an_archive" if Self::NotAnArchive,
        Incomplete = "incomplete" if Self::Incomplete { .. },
        Changed = "changed" if Self::Changed { .. },
        Rewritten = "rewritten" if Self::Anchor { .. },
        AnchorElsewhere = "anchor_elsewhere" if Self::AnchorElsewhere { .. },
        OtherStore = "other_store" if Self::OtherStore,
        NotInChain = "not_in_chain" if Self::NotInChain { .. },
    }
}

/// Reads an archive line by line.
#[derive(Debug)]
pub struct ArchiveReader {
    /// The store's id, in hexadecimal digits.
    store: String,
    /// What the file goes on from.
    start: (i64, ChainHash),
    chain: ChainVerifier,
    anchor: Option<Anchor>,
    has_ended: bool,
}

impl ArchiveReader {
    /// Begins with the first line. `anchor`: what the file must agree with; it is of one of its records, or the one before.
    ///
    /// # Errors
    /// [`ArchiveFault::NotAnArchive`] and [`ArchiveFault::Anchor`].
    pub fn begin(first: &str, anchor: Option<&Anchor>) -> Result<Self, ArchiveFault> {
        let heading: Heading = serde_json::from_str(first).map_err(|_| ArchiveFault::NotAnArchive)?;
        let start = link(&heading.hash).filter(|_| heading.servicedesk_archive == VERSION && heading.after >= 0);
        let start = (heading.after, start.ok_or(ArchiveFault::NotAnArchive)?);
        if anchor.is_some_and(|anchor| anchor.number == start.0 && !anchor.matches(&start.1)) {
            return Err(ArchiveFault::Anchor { number: start.0 });
        }
        let chain = ChainVerifier::after(start.0, start.1, Vec::new());
        Ok(Self { store: heading.store, start, chain, anchor: anchor.cloned(), has_ended: false })
    }

    /// Adds the next line.
    ///
    /// # Errors
    /// [`ArchiveFault`].
    pub fn add(&mut self, line: &str) -> Result<(), ArchiveFault> {
        let (last, _) = self.chain.position();
        if self.has_ended {
            return Err(ArchiveFault::Incomplete { last });
        }
        if line.starts_with("{\"ends_with\":") {
            let ending = serde_json::from_str::<ArchiveEnd>(line);
            self.has_ended = ending.is_ok_and(|ending| ending.ends_with == last);
            return if self.has_ended { Ok(()) } else { Err(ArchiveFault::Incomplete { last }) };
        }
        let changed = || ArchiveFault::Changed { number: last + 1 };
        let stored = stored(line).ok_or_else(changed)?;
        self.chain.step(&stored).map_err(|_| changed())?;
        let (number, link) = self.chain.position();
        let contradicts = |anchor: &Anchor| anchor.number == number && !anchor.matches(&link);
        if self.anchor.as_ref().is_some_and(contradicts) { Err(ArchiveFault::Anchor { number }) } else { Ok(()) }
    }

    /// What the file goes on from: the number and hash of the record before it.
    pub fn start(&self) -> (i64, ChainHash) {
        self.start
    }

    /// The last record, and its hash.
    pub fn end(&self) -> (i64, ChainHash) {
        self.chain.position()
    }

    /// Ends the file, which is of the store with this id.
    ///
    /// # Errors
    /// [`ArchiveFault`].
    pub fn finish(&self, store: &[u8]) -> Result<(), ArchiveFault> {
        let (last, _) = self.end();
        if !self.has_ended || last == self.start.0 {
            return Err(ArchiveFault::Incomplete { last });
        }
        let is_outside = |anchor: &&Anchor| anchor.number < self.start.0 || anchor.number > last;
        if let Some(anchor) = self.anchor.as_ref().filter(is_outside) {
            return Err(ArchiveFault::AnchorElsewhere { number: anchor.number });
        }
        let begins_elsewhere = self.start.0 == 0 && self.start.1 != ChainHash::initial(store);
        if self.store != hex(store) || begins_elsewhere { Err(ArchiveFault::OtherStore) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORE: [u8; 16] = [7; 16];

    fn lines(texts: &[&str]) -> Vec<String> {
        let mut link = ChainHash::initial(&STORE);
        let mut lines = vec![heading(&STORE, (0, link))];
        for (number, text) in (1..).zip(texts) {
            link = link.next(number, text);
            lines.push(line(&StoredRecord { number, text: (*text).to_owned(), link: Some(link) }, true));
        }
        lines.push(ending(i64::try_from(texts.len()).unwrap()));
        lines
    }

    fn read(lines: &[String], store: &[u8]) -> Result<i64, ArchiveFault> {
        let mut reader = ArchiveReader::begin(lines.first().map_or("", String::as_str), None)?;
        lines[1..].iter().try_for_each(|line| reader.add(line.trim_end_matches('\n')))?;
        reader.finish(store)?;
        Ok(reader.end().0)
    }

    /// Whatever is changed, taken out, doubled or moved, the file is no proof.
    #[test]
    fn every_change_of_a_line_is_found() {
        let whole = lines(&[r#"{"a":"å"}"#, "", "two\nlines", r#"{"b":","}"#]);
        assert_eq!(read(&whole, &STORE), Ok(4));
        assert_eq!(read(&whole, &[8; 16]), Err(ArchiveFault::OtherStore));
        for at in 0..whole.len() {
            let edited = |edit: &dyn Fn(&mut Vec<String>)| {
                let mut lines = whole.clone();
                edit(&mut lines);
                read(&lines, &STORE)
            };
            assert!(edited(&|lines| _ = lines.remove(at)).is_err(), "without line {at}");
            assert!(edited(&|lines| lines.insert(at, lines[at].clone())).is_err(), "line {at} twice");
            assert!(edited(&|lines| lines.truncate(at)).is_err(), "{at} lines");
            if at > 0 {
                assert!(edited(&|lines| lines.swap(at, at - 1)).is_err(), "line {at} moved");
            }
            for byte in 0..whole[at].len() - 1 {
                let changed = edited(&|lines| {
                    let mut bytes = lines[at].clone().into_bytes();
                    bytes[byte] = if bytes[byte] == b'1' { b'2' } else { b'1' };
                    lines[at] = String::from_utf8_lossy(&bytes).into_owned();
                });
                assert!(changed.is_err(), "line {at}, byte {byte}: {}", whole[at]);
            }
        }
    }

    #[test]
    fn anchor_within_is_compared() {
        let whole = lines(&["{}", "{}"]);
        let anchor = Anchor::new(2, &ChainHash::from_bytes([0; 32]));
        let mut reader = ArchiveReader::begin(&whole[0], Some(&anchor)).unwrap();
        assert_eq!(reader.add(whole[1].trim_end()), Ok(()));
        assert_eq!(reader.add(whole[2].trim_end()), Err(ArchiveFault::Anchor { number: 2 }));
    }
}
