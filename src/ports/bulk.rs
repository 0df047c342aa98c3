//! The directory for many accounts at once: few requests for all of them, and concurrent changes.

use super::{DirectoryError, Receipt, WriteError};
use crate::domain::bulk::{BulkAccount, BulkMatch};
use crate::domain::query::Query;

pub trait FindAccountsInBulk {
    /// Returns the matches of each query, in the same order; two or more are ambiguous. A word matches user names only
    /// and an address only the account's own: nobody reviews each row of a list, so a typing error must not match
    /// another person's display name or number.
    ///
    /// # Errors
    /// [`DirectoryError`] when the directory gave no answer that can be trusted.
    async fn find_each(&self, queries: &[Query]) -> Result<Vec<Vec<BulkMatch>>, DirectoryError>;

    /// Returns every locked account below `under` or the search base. Expired lockouts are left out. Includes entries
    /// with a lockoutTime whose state the operator may not read in full.
    ///
    /// # Errors
    /// As [`find_each`](Self::find_each); [`DirectoryError::Refused`] with code 32 (noSuchObject) when `under` does not
    /// exist.
    async fn all_locked(&self, under: Option<&str>) -> Result<Vec<BulkMatch>, DirectoryError>;

    /// Reads accounts again by objectGUID, in the same order; `None` for one that no longer exists.
    ///
    /// # Errors
    /// As [`find_each`](Self::find_each).
    async fn read_each(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<BulkMatch>>, DirectoryError>;

    /// Like [`read_each`](Self::read_each) without the lockout state, which is faster. Called right before every change
    /// to check that each account may still be changed.
    ///
    /// # Errors
    /// As [`find_each`](Self::find_each).
    async fn check_each(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<BulkMatch>>, DirectoryError>;

    /// Returns whether each is locked, in the same order; `None` for one that no longer exists. Faster than
    /// [`read_each`](Self::read_each).
    ///
    /// # Errors
    /// As [`find_each`](Self::find_each).
    async fn locked_each(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<bool>>, DirectoryError>;

    /// Like [`locked_each`](Self::locked_each), faster, for accounts that the server has just reported as unlocked. A
    /// deleted account may be `Some(false)`.
    ///
    /// # Errors
    /// As [`find_each`](Self::find_each).
    async fn read_back(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<bool>>, DirectoryError>;
}

/// Changes accounts concurrently: one change in flight per pending call.
pub trait UnlockInBulk {
    /// Clears the lockout of one account. Returns the server that did it.
    ///
    /// # Errors
    /// [`WriteError`], which says whether anything changed. When the connection is lost, every pending call returns its
    /// own error.
    async fn unlock_one(&self, receipt: &Receipt, account: &BulkAccount) -> Result<String, WriteError>;

    /// Reconnects to the first usable server. Waits first, longer with each `time` (from 0), since a restarting server
    /// needs some seconds.
    ///
    /// # Errors
    /// [`DirectoryError`] when no server can be used.
    async fn reopen(&self, time: u32) -> Result<(), DirectoryError>;
}
