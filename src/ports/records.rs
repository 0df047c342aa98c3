//! The stored audit records: appending and reading.

use jiff::Timestamp;

use super::StoreError;
use crate::domain::audit::{
    Anchor, AuditRecord, ChainHash, IndexRow, IndexTerm, PackedSegment, RecordPage, StoredRecord,
};

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

    /// The same, for who looks at each record once.
    async fn page_after(&self, number: i64, count: u32) -> Result<RecordPage, StoreError>;

    /// Returns up to `count` records before this number, newest first.
    async fn before(&self, number: i64, count: u32) -> Result<Vec<StoredRecord>, StoreError>;
}

/// Finds records by the index beside the log, which covers all but the newest.
pub trait SearchRecords {
    /// Returns the last record that the index covers; 0 if none.
    async fn indexed(&self) -> Result<i64, StoreError>;

    /// Returns what a search begins with, all of it at once.
    async fn search_start(&self, scope: SearchScope<'_>) -> Result<SearchStart, StoreError>;

    /// Returns where the index has these terms, in any order.
    async fn index_rows(&self, terms: &[IndexTerm], segments: SegmentRange<'_>) -> Result<Vec<IndexRow>, StoreError>;

    /// Returns the records with these numbers that there are, in any order.
    async fn numbered(&self, numbers: &[i64]) -> Result<Vec<StoredRecord>, StoreError>;

    /// Indexes the next records, if there are enough of them. Returns the last one that is indexed then.
    async fn index_next(&self) -> Result<Option<i64>, StoreError>;

    /// Returns the next segment after this record as it is stored; `None` after the last.
    async fn segment_after(&self, number: i64) -> Result<Option<PackedSegment>, StoreError>;
}

/// What a search begins with.
#[derive(Debug, Clone, Copy)]
pub struct SearchScope<'a> {
    /// Only records before this one.
    pub before: i64,
    /// At most this many records.
    pub count: u32,
    /// Also those that the index covers.
    pub also_indexed: bool,
    /// Only segments that may have a record of this time or later.
    pub since: Option<Timestamp>,
    /// Only segments that may have a record before this time.
    pub until: Option<Timestamp>,
    /// What the whole index is searched for.
    pub terms: &'a [IndexTerm],
}

#[derive(Debug, Default)]
pub struct SearchStart {
    /// The intents without a conclusion, read before the records.
    pub open: Vec<(i64, AuditRecord)>,
    /// The last record that the index covers; 0 if none.
    pub indexed: i64,
    /// The last records of the oldest and the newest segment within the times; `None` when there is none.
    pub segments: Option<(i64, i64)>,
    /// The newest records, the newest first.
    pub newest: Vec<StoredRecord>,
    /// Where the index has the terms, in any order.
    pub rows: Vec<IndexRow>,
}

/// Which segments of the index to look in, by their last records.
#[derive(Debug, Clone, Copy)]
pub enum SegmentRange<'a> {
    All,
    /// Of each term the newest `count` within these.
    Newest {
        from: i64,
        to: i64,
        count: u32,
    },
    These(&'a [i64]),
}
