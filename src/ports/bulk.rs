//! The directory, for many accounts at once: few requests about all of them, and changes that need not wait for each
//! other. [`super::directory`] has the requests about one account.

use super::{DirectoryError, Receipt, WriteError};
use crate::domain::bulk::{BulkAccount, BulkMatch};
use crate::domain::query::Query;

/// Looks many accounts up at once. Read-only.
pub trait FindAccountsInBulk {
    /// What each of `queries` points at, in the same order; two or more if it is ambiguous. A word is a user name and
    /// nothing else, and an address the account's own: nobody checks what a search by parts of names or by number finds
    /// for a list, and a typing error would unlock another account.
    ///
    /// # Errors
    /// [`DirectoryError`] when there is no answer that can be trusted.
    async fn find_each(&self, queries: &[Query]) -> Result<Vec<Vec<BulkMatch>>, DirectoryError>;

    /// Every account that is locked now, below the entry `under` or else below the search base. A lock that has lapsed
    /// does not count. An account whose lock cannot be judged, as too little of it may be read, is included.
    ///
    /// # Errors
    /// As [`find_each`](Self::find_each); [`DirectoryError::Refused`] with code 32 when there is no entry `under`.
    async fn all_locked(&self, under: Option<&str>) -> Result<Vec<BulkMatch>, DirectoryError>;

    /// The same accounts as they are now, in the same order, even if they were renamed; `None` for one that is gone.
    ///
    /// # Errors
    /// As [`find_each`](Self::find_each).
    async fn read_each(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<BulkMatch>>, DirectoryError>;

    /// Whether each may still be changed: the same, but without reading the locks again, which is faster. Asked right
    /// before every change.
    ///
    /// # Errors
    /// As [`find_each`](Self::find_each).
    async fn check_each(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<BulkMatch>>, DirectoryError>;

    /// Whether each is locked now, in the same order; `None` as with [`read_each`](Self::read_each).
    ///
    /// # Errors
    /// As [`find_each`](Self::find_each).
    async fn locked_each(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<bool>>, DirectoryError>;

    /// The same for accounts that the server has just unlocked, which is faster. One that was removed since may be
    /// `Some(false)`.
    ///
    /// # Errors
    /// As [`find_each`](Self::find_each).
    async fn read_back(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<bool>>, DirectoryError>;
}

/// Changes many accounts, with as many changes under way as there are calls.
pub trait UnlockInBulk {
    /// Ends the lockout of one of them, concurrently with others. Returns the server that did it.
    ///
    /// # Errors
    /// [`WriteError`], which says whether anything changed. When the connection is lost, every change under way fails.
    async fn unlock_one(&self, receipt: &Receipt, account: &BulkAccount) -> Result<String, WriteError>;

    /// Opens a lost connection again, to the first server that can be used. Waits first, longer each `time` (from 0): a
    /// server that restarts needs some seconds.
    ///
    /// # Errors
    /// [`DirectoryError`] when no server can be used.
    async fn reopen(&self, time: u32) -> Result<(), DirectoryError>;
}
