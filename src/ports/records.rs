//! The stored audit records: appending and reading.

use jiff::Timestamp;

use super::StoreError;
use crate::domain::audit::{Anchor, AuditRecord, ChainHash, IndexRow, IndexTerm, Segment, StoredRecord};

pub trait Records {
    /// Appends a record durably and returns its number.
    async fn append(&self, record: &AuditRecord) -> Result<i64, StoreError>;

    /// Appends all of the records durably, or none, and returns their numbers in the same order.
    async fn append_all(&self, records: &[AuditRecord]) -> Result<Vec<i64>, StoreError>;

    /// Returns intents without a conclusion, oldest first with their numbers: the program was killed, or is running. For
    /// one account, by its objectGUID, or for all.
    async fn unanswered(&self, account_id: Option<&str>) -> Result<Vec<(i64, AuditRecord)>, StoreError>;

    /// Returns a page of the newest records with their numbers, newest first, without those that cannot be parsed.
    async fn newest(&self) -> Result<Vec<(i64, AuditRecord)>, StoreError> {
        Ok(Vec::new())
    }
}

/// Reads the audit log, which other processes may append to meanwhile.
pub trait ReadRecords {
    /// Returns the id that the hash chain of this store begins with.
    async fn store_id(&self) -> Result<Vec<u8>, StoreError>;

    /// Returns the last record that is in an archive only, which the chain goes on from: its number and hash.
    async fn base(&self) -> Result<Option<(i64, ChainHash)>, StoreError>;

    /// Returns the head of the chain as kept outside the store; `None` when that file is missing.
    async fn head(&self) -> Result<Option<Anchor>, StoreError>;

    /// Returns up to `count` records after this number, oldest first.
    async fn after(&self, number: i64, count: u32) -> Result<Vec<StoredRecord>, StoreError>;

    /// Returns up to `count` records before this number, newest first.
    async fn before(&self, number: i64, count: u32) -> Result<Vec<StoredRecord>, StoreError>;
}

/// Finds records by the index beside the log, which covers all but the newest.
pub trait SearchRecords {
    /// Returns the last record that the index covers; 0 if none.
    async fn indexed(&self) -> Result<i64, StoreError>;

    /// Returns segments of the index, the newest first.
    async fn segments(&self, which: SegmentRange) -> Result<Vec<IndexedRange>, StoreError>;

    /// Returns where the index has these terms, in the segments whose last records are `from` to `to`, in any order.
    async fn index_rows(&self, terms: &[IndexTerm], from: i64, to: i64) -> Result<Vec<IndexRow>, StoreError>;

    /// Returns the records with these numbers that there are, in any order.
    async fn numbered(&self, numbers: &[i64]) -> Result<Vec<StoredRecord>, StoreError>;

    /// Indexes the next records, if there are enough of them. Returns the last one that is indexed then.
    async fn index_next(&self) -> Result<Option<i64>, StoreError>;

    /// Returns the next segment after this record as it is stored; `None` after the last.
    async fn segment_after(&self, number: i64) -> Result<Option<Segment>, StoreError>;
}

/// Which segments of the index to look in.
#[derive(Debug, Clone, Copy)]
pub struct SegmentRange {
    /// Only segments that begin before this record.
    pub before: i64,
    /// Only segments that may have a record of this time or later.
    pub since: Option<Timestamp>,
    /// Only segments that may have a record before this time.
    pub until: Option<Timestamp>,
    /// At most this many.
    pub count: u32,
}

/// The records of a segment of the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IndexedRange {
    pub first: i64,
    pub last: i64,
}
