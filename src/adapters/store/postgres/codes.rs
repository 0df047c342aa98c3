//! Codes in PostgreSQL.

use jiff::Timestamp;

use super::PostgresStore;
use crate::domain::code::{Bond, CodeLimits, Mark};
use crate::ports::{Codes, Issued, Live, StoreError, Taken};

impl Codes for PostgresStore {
    async fn issue(&self, _: &Bond<'_>, _: Mark, _: &CodeLimits, _: Timestamp) -> Result<Issued, StoreError> {
        Err(self.line.failed(String::new()))
    }

    async fn withdraw(&self, _: i64) -> Result<(), StoreError> {
        Err(self.line.failed(String::new()))
    }

    async fn take_try(&self, _: &Bond<'_>, _: Timestamp) -> Result<Taken, StoreError> {
        Err(self.line.failed(String::new()))
    }

    async fn live(&self, _: &str, _: Timestamp) -> Result<Vec<Live>, StoreError> {
        Err(self.line.failed(String::new()))
    }

    async fn consume(&self, _: i64, _: Timestamp) -> Result<bool, StoreError> {
        Err(self.line.failed(String::new()))
    }

    async fn verified(&self, _: &Bond<'_>, _: Timestamp) -> Result<Option<Timestamp>, StoreError> {
        Err(self.line.failed(String::new()))
    }
}
