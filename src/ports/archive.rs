//! The file that the beginning of the audit log is archived in, and the removal of what it holds.

use std::path::Path;

use super::{Receipt, StoreError};
use crate::domain::audit::ChainHash;
use crate::domain::system_fault::SystemFault;

/// Makes and reads archives.
pub trait ArchiveFiles {
    /// Whether there is something with this name.
    fn exists(&self, path: &Path) -> bool;

    /// Makes an archive, readable by its owner alone. It gets its name when it is finished.
    ///
    /// # Errors
    /// [`SystemFault`].
    fn create(&self, path: &Path) -> Result<Box<dyn ArchiveDraft>, SystemFault>;

    /// Reads an archive from its first line, without the line breaks, until `each` says no. A line is at most some
    /// megabytes.
    ///
    /// # Errors
    /// [`SystemFault`].
    fn read(&self, path: &Path, each: &mut dyn FnMut(&str) -> bool) -> Result<(), SystemFault>;
}

/// An archive that is not finished. Dropped, it is removed.
pub trait ArchiveDraft {
    /// # Errors
    /// [`SystemFault`].
    fn write(&mut self, line: &str) -> Result<(), SystemFault>;

    /// Returns when everything has reached the disk, and the file has its name.
    ///
    /// # Errors
    /// [`SystemFault`].
    fn finish(self: Box<Self>) -> Result<(), SystemFault>;
}

/// Removes records that an archive proves.
pub trait RemoveArchived {
    /// Lets the chain go on from this record, which the store must have with this hash, or already go on from.
    ///
    /// # Errors
    /// [`StoreError`]: nothing changed.
    async fn set_base(&self, receipt: &Receipt, base: (i64, ChainHash)) -> Result<(), StoreError>;

    /// Removes some of the oldest records up to the base. Returns the number up to which there are none any more.
    ///
    /// # Errors
    /// [`StoreError`].
    async fn remove_some(&self, receipt: &Receipt) -> Result<i64, StoreError>;
}
