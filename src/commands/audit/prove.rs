//! `audit verify FILE`: whether an archive is whole, and part of this store's chain.

use std::cmp::Reverse;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::follows::archive_ends;
use super::search::{Page, search};
use crate::commands::Failure;
use crate::commands::audit::ArchiveRefusal;
use crate::domain::audit::{
    Action, Anchor, ArchiveFault, ArchiveReader, ChainHash, RecordFields, RecordFilter, StoredRecord,
};
use crate::ports::{ArchiveFiles, ReadRecords, Records, SearchRecords};

/// Archives that a store's log is searched for.
const ARCHIVES: usize = 10_000;

/// What an archive proves.
#[derive(Debug)]
pub struct ArchiveProof {
    pub file: PathBuf,
    /// The record before it; 0: it is the beginning of the chain.
    pub after: i64,
    /// Its last record, and that one's hash.
    pub end: (i64, ChainHash),
    /// Whether it has a record from `before` or later.
    pub is_younger: bool,
    pub fault: Option<ArchiveFault>,
}

impl ArchiveProof {
    /// Returns the anchor of its last record.
    pub fn anchor(&self) -> Anchor {
        Anchor::new(self.end.0, &self.end.1)
    }
}

/// Reads an archive, and compares it with the store and with `anchor`.
///
/// # Errors
/// [`Failure::Archive`] when it cannot be read, and [`Failure::Store`].
pub async fn prove(
    file: &Path,
    anchor: Option<&Anchor>,
    before: Timestamp,
    records: &(impl Records + ReadRecords + SearchRecords),
    files: &dyn ArchiveFiles,
) -> Result<ArchiveProof, Failure> {
    let mut reader: Option<Result<ArchiveReader, ArchiveFault>> = None;
    let mut is_younger = false;
    let mut fault = None;
    let mut each = |line: &str| {
        match &mut reader {
            None => {
                let begun = ArchiveReader::begin(line, anchor);
                fault = begun.as_ref().err().copied();
                reader = Some(begun);
            }
            Some(Ok(reader)) => {
                fault = reader.add(line).err();
                // The line has the record's own fields.
                is_younger |= RecordFields::read(line).is_some_and(|fields| fields.at >= before);
            }
            Some(Err(_)) => {}
        }
        fault.is_none()
    };
    let read = files.read(file, &mut each);
    read.map_err(|why| Failure::Archive { file: file.to_owned(), why: ArchiveRefusal::Unreadable(why) })?;
    let reader = match reader {
        Some(Ok(reader)) => reader,
        // Also an empty file.
        _ => {
            let (end, fault) = ((0, ChainHash::from_bytes([0; 32])), Some(ArchiveFault::NotAnArchive));
            return Ok(ArchiveProof { file: file.to_owned(), after: 0, end, is_younger, fault });
        }
    };
    let end = reader.end();
    if fault.is_none() {
        fault = reader.finish(&records.store_id().await?).err();
    }
    if fault.is_none() && !is_in_chain(end, records).await? {
        fault = Some(ArchiveFault::NotInChain { last: end.0 });
    }
    Ok(ArchiveProof { file: file.to_owned(), after: reader.start().0, end, is_younger, fault })
}

/// Whether the store's chain goes through a record with this number and hash: it has it, goes on from it, or has
/// recorded that it was archived.
async fn is_in_chain(
    (number, link): (i64, ChainHash),
    records: &(impl Records + ReadRecords + SearchRecords),
) -> Result<bool, Failure> {
    let base = records.base().await?;
    if base.is_some_and(|base| base == (number, link)) {
        return Ok(true);
    }
    if base.is_none_or(|(base, _)| base < number) {
        let stored = records.after(number - 1, 1).await?;
        let is_it = |stored: &StoredRecord| stored.number == number && stored.link == Some(link);
        return Ok(stored.first().is_some_and(is_it));
    }
    let ends = recorded_ends(records).await?;
    Ok(ends.iter().any(|end| end.number == number && end.matches(&link)))
}

/// The ends of all archives that the store knows of, the newest first.
pub(super) async fn recorded_ends(
    records: &(impl Records + ReadRecords + SearchRecords),
) -> Result<Vec<Anchor>, Failure> {
    let filter = RecordFilter { actions: vec![Action::Archive], ..RecordFilter::default() };
    let archives = search(&filter, &Page { last: ARCHIVES, before: None, all: true }, records).await?;
    let mut ends: Vec<Anchor> =
        archives.records.iter().flat_map(|(_, record)| archive_ends(record.act.reason.as_deref())).collect();
    ends.sort_unstable_by_key(|end| Reverse(end.number));
    ends.dedup();
    Ok(ends)
}
