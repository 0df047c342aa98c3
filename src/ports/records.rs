//! The stored audit records: appending and reading.

use super::StoreError;
use crate::domain::audit::{Anchor, AuditRecord, StoredRecord};

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

    /// Returns the head of the chain as kept outside the store; `None` when that file is missing.
    async fn head(&self) -> Result<Option<Anchor>, StoreError>;

    /// Returns up to `count` records after this number, oldest first.
    async fn after(&self, number: i64, count: u32) -> Result<Vec<StoredRecord>, StoreError>;

    /// Returns up to `count` records before this number, newest first.
    async fn before(&self, number: i64, count: u32) -> Result<Vec<StoredRecord>, StoreError>;
}
