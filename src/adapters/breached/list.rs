//! Searches an ordered list of hashes in a few reads: hashes are spread evenly, so a hash tells its place in the file.
//!
//! Trusts nothing that it reads: whatever the file holds, a search ends, in bounded memory.

use std::ops::Range;

use super::hash::{COUNT_DIGITS, HashKind, PasswordHash};
use super::source::ReadAt;
use crate::domain::breached::ListFault;

/// How much is read at once, in bytes: two pages, so that the second or third guess hits.
const WINDOW: u64 = 8192;

/// Guesses before the search bisects instead, which surely ends. An even list of a billion hashes needs two or three.
const GUESSES: u32 = 8;

/// The longest line, in bytes: a hash, a colon, a count, CR and LF.
const LONGEST_LINE: u64 = 40 + 1 + COUNT_DIGITS as u64 + 2;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// How gzip, zip, 7z, xz, zstd and bzip2 files begin.
const ARCHIVES: [&[u8]; 6] =
    [b"\x1f\x8b", b"PK\x03\x04", b"7z\xbc\xaf\x27\x1c", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd", b"BZh"];

pub(super) struct List<S> {
    pub(super) source: S,
    kind: HashKind,
    /// All its lines.
    whole: Bracket,
}

/// A range of whole lines, and bounds of their hashes.
#[derive(Clone)]
struct Bracket {
    bytes: Range<u64>,
    low: PasswordHash,
    high: PasswordHash,
}

struct HashLine {
    bytes: Range<u64>,
    hash: PasswordHash,
    count: u64,
}

impl<S: ReadAt> List<S> {
    /// Checks both ends of the list.
    pub(super) fn open(source: S) -> Result<Self, ListFault> {
        let size = source.size()?;
        let mut head = vec![0; size.min(LONGEST_LINE) as usize];
        source.read_at(&mut head, 0)?;
        if head.is_empty() {
            return Err(ListFault::Empty);
        }
        if ARCHIVES.iter().any(|magic| head.starts_with(magic)) {
            return Err(ListFault::Compressed);
        }
        let text = head.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&head);
        let kind = kind(text).ok_or(ListFault::NotAList)?;
        let bytes = (head.len() - text.len()) as u64..size;
        let mut list = Self { source, kind, whole: Bracket { bytes, low: PasswordHash::default(), high: [0xff; 20] } };
        let head = list.lines(&list.whole.window(0), &list.whole.bytes)?;
        let end = list.whole.window(size);
        let tail = list.lines(&end, &list.whole.bytes)?;
        match (head.first(), tail.last()) {
            (Some(first), Some(last)) => list.whole.take_in(first, last)?,
            _ => return Err(ListFault::Malformed { at: end.start }),
        }
        Ok(list)
    }

    pub(super) fn kind(&self) -> HashKind {
        self.kind
    }

    /// How many times `wanted` was seen, by the list; 0 when it is not in it, or when its line says 0 (the service pads
    /// its answers with such lines). Of lines with the same hash, one counts.
    ///
    /// # Errors
    /// [`ListFault`]; a missing hash whose neighbours are too far apart is not known to be missing from the whole list.
    pub(super) fn count(&self, wanted: &PasswordHash) -> Result<u64, ListFault> {
        let mut bracket = self.whole.clone();
        let mut guesses = 0..GUESSES;
        while bracket.may_hold(wanted) {
            let near = if guesses.next().is_some() { bracket.guess(wanted) } else { bracket.middle() };
            let part = bracket.window(near);
            let lines = self.lines(&part, &bracket.bytes)?;
            let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
                // Blank lines are allowed at the end only.
                return match part == bracket.bytes {
                    true => self.absent_between(&bracket.low, &bracket.high),
                    false => Err(ListFault::Malformed { at: part.start }),
                };
            };
            bracket.check(first)?;
            bracket.check(last)?;
            if *wanted < first.hash {
                bracket.bytes.end = first.bytes.start;
                bracket.high = first.hash;
            } else if *wanted > last.hash {
                bracket.bytes.start = last.bytes.end;
                bracket.low = last.hash;
            } else {
                let above = lines.partition_point(|line| line.hash < *wanted);
                return match (lines.get(above), lines.get(above.saturating_sub(1))) {
                    (Some(line), _) if line.hash == *wanted => Ok(line.count),
                    (Some(above), Some(below)) => self.absent_between(&below.hash, &above.hash),
                    _ => Ok(0),
                };
            }
        }
        if bracket.bytes.is_empty() { self.absent_between(&bracket.low, &bracket.high) } else { Ok(0) }
    }

    /// The answer for a hash that is not in the list, given its neighbours. Part of a download may be missing where it
    /// would be.
    fn absent_between(&self, below: &PasswordHash, above: &PasswordHash) -> Result<u64, ListFault> {
        let gap = leading(above).saturating_sub(leading(below));
        if gap > self.whole.widest_gap() { Err(ListFault::Hole) } else { Ok(0) }
    }

    /// The lines that are wholly in `part` of `lines`, in order.
    fn lines(&self, part: &Range<u64>, lines: &Range<u64>) -> Result<Vec<HashLine>, ListFault> {
        let mut buffer = vec![0; (part.end - part.start) as usize];
        self.source.read_at(&mut buffer, part.start)?;
        let mut found: Vec<HashLine> = Vec::new();
        let mut end = part.start;
        for piece in buffer.split_inclusive(|byte| *byte == b'\n') {
            let start = end;
            end += piece.len() as u64;
            let beginning_cut = start == part.start && start != lines.start;
            let end_cut = !piece.ends_with(b"\n") && end != lines.end;
            let text = piece.strip_suffix(b"\n").unwrap_or(piece);
            let text = text.strip_suffix(b"\r").unwrap_or(text);
            if beginning_cut || end_cut || text.is_empty() {
                continue;
            }
            let (hash, count) = self.kind.line(text).ok_or(ListFault::Malformed { at: start })?;
            if found.last().is_some_and(|before| before.hash > hash) {
                return Err(ListFault::NotOrdered { at: start });
            }
            found.push(HashLine { bytes: start..end, hash, count });
        }
        Ok(found)
    }
}

impl Bracket {
    /// Narrows the bounds to the list's first and last line, and checks that these can be its ends.
    fn take_in(&mut self, first: &HashLine, last: &HashLine) -> Result<(), ListFault> {
        if last.hash < first.hash {
            return Err(ListFault::NotOrdered { at: last.bytes.start });
        }
        // Downloads break off.
        let far = self.widest_gap();
        if leading(&first.hash) > far || u64::MAX - leading(&last.hash) > far {
            return Err(ListFault::Incomplete);
        }
        (self.low, self.high) = (first.hash, last.hash);
        Ok(())
    }

    /// The widest gap between neighbours that chance can make. Hashes are spread evenly: a gap of more than 64/n of the
    /// range, for n lines, is there once in e^64/n lists.
    fn widest_gap(&self) -> u64 {
        let lines = (self.bytes.end - self.bytes.start) / LONGEST_LINE;
        (u64::MAX / lines.max(1)).saturating_mul(64)
    }

    fn may_hold(&self, wanted: &PasswordHash) -> bool {
        !self.bytes.is_empty() && self.low <= *wanted && *wanted <= self.high
    }

    /// Checks that a line is within the bounds, as in an ordered list.
    fn check(&self, line: &HashLine) -> Result<(), ListFault> {
        if self.low <= line.hash && line.hash <= self.high {
            Ok(())
        } else {
            Err(ListFault::NotOrdered { at: line.bytes.start })
        }
    }

    /// The place of `wanted` if the hashes in between are spread evenly.
    fn guess(&self, wanted: &PasswordHash) -> u64 {
        let (low, high, wanted) = (leading(&self.low), leading(&self.high), leading(wanted));
        if high <= low {
            return self.middle();
        }
        let length = u128::from(self.bytes.end - self.bytes.start);
        let share = length * u128::from(wanted.saturating_sub(low)) / u128::from(high - low);
        self.bytes.start.saturating_add(u64::try_from(share).unwrap_or(u64::MAX))
    }

    fn middle(&self) -> u64 {
        self.bytes.start + (self.bytes.end - self.bytes.start) / 2
    }

    /// The bytes to read for the lines around `near`.
    fn window(&self, near: u64) -> Range<u64> {
        let Range { start, end } = self.bytes;
        if end - start <= WINDOW {
            return self.bytes.clone();
        }
        let from = near.saturating_sub(WINDOW / 2).clamp(start, end - WINDOW);
        from..from + WINDOW
    }
}

/// The first 64 bits: more than a guess needs.
fn leading(hash: &PasswordHash) -> u64 {
    hash.iter().take(8).fold(0, |bits, byte| bits << 8 | u64::from(*byte))
}

/// The kind of list with this beginning.
fn kind(head: &[u8]) -> Option<HashKind> {
    let digits = head.iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
    let ends = matches!(head.get(digits), None | Some(b':' | b'\r' | b'\n'));
    HashKind::of_digits(digits).filter(|_| ends)
}
