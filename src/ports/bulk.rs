//! The directory, for many accounts at once: a few questions about all of them, and changes that need
//! not wait for each other. What is asked of one account stands in [`super::directory`].

use super::{DirectoryError, Receipt, WriteError};
use crate::domain::bulk::{BulkAccount, BulkMatch};
use crate::domain::query::Query;

/// Looks many accounts up at once. Changes nothing.
pub trait FindAccountsInBulk {
    /// What each of `queries` points at, in the same order. Two or more mean that it is not clear
    /// which one was meant. A word is taken as a user name and nothing else, and an address as the
    /// account's own: in a list nobody looks at what a search by parts of names or by number would
    /// find, and a slip of the pen would unlock another.
    ///
    /// # Errors
    /// [`DirectoryError`] when the directory did not answer, or not in a way that can be trusted.
    async fn find_each(&self, queries: &[Query]) -> Result<Vec<Vec<BulkMatch>>, DirectoryError>;

    /// Every account that is locked now, below the entry `under` or, without one, below the base that
    /// is searched. A lock that has lapsed is none. One that bears the mark of a lock, and of which too little may be
    /// read to say whether it holds, is among them.
    ///
    /// # Errors
    /// As [`find_each`](Self::find_each); [`DirectoryError::Refused`] with code 32 when there is no entry
    /// `under`.
    async fn all_locked(&self, under: Option<&str>) -> Result<Vec<BulkMatch>, DirectoryError>;

    /// The same accounts as they are now, in the same order, whatever they are called by now; `None` for one that is no
    /// longer there.
    ///
    /// # Errors
    /// As [`find_each`](Self::find_each).
    async fn read_each(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<BulkMatch>>, DirectoryError>;

    /// The same, but for whether they are locked, which is as it was, and takes less long: whether each may still be
    /// changed. Asked right before every change.
    ///
    /// # Errors
    /// As [`find_each`](Self::find_each).
    async fn check_each(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<BulkMatch>>, DirectoryError>;

    /// Whether each is locked now, in the same order; `None` as with [`read_each`](Self::read_each),
    /// which asks for more and takes longer.
    ///
    /// # Errors
    /// As [`find_each`](Self::find_each).
    async fn locked_each(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<bool>>, DirectoryError>;

    /// The same for accounts of which the server has just said that it unlocked them, which takes less long. Who was
    /// removed since may be `Some(false)`: there is no lock any more.
    ///
    /// # Errors
    /// As [`find_each`](Self::find_each).
    async fn read_back(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<bool>>, DirectoryError>;
}

/// Changes many accounts, with as many changes under way as there are calls.
pub trait UnlockInBulk {
    /// Ends the lockout of one of them, which may wait while others are ended. Gives the server that
    /// did it.
    ///
    /// # Errors
    /// [`WriteError`], which says whether anything changed. When the connection is lost, every change
    /// that is under way says so on its own.
    async fn unlock_one(&self, receipt: &Receipt, account: &BulkAccount) -> Result<String, WriteError>;

    /// Opens a lost connection again, to the first server that can be used. Waits first, and longer
    /// each `time` (from 0): a server that is being started anew needs some seconds.
    ///
    /// # Errors
    /// [`DirectoryError`] when no server can be used.
    async fn reopen(&self, time: u32) -> Result<(), DirectoryError>;
}
