//! The report file of a bulk run.

use std::path::PathBuf;

use crate::domain::bulk::RowResult;
use crate::domain::system_fault::SystemFault;

/// Writes the rows of a bulk report.
pub trait ReportWriter {
    /// Writes a row at once. Never fails, since a full disk must not keep accounts locked: errors are returned by
    /// [`finish`](Self::finish).
    fn row(&mut self, row: &RowResult);

    /// Flushes all rows to the disk.
    ///
    /// # Errors
    /// The first [`ReportError`] of this or an earlier row.
    fn finish(&mut self) -> Result<(), ReportError>;
}

/// Why a report is incomplete or was not begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportError {
    pub path: PathBuf,
    pub fault: ReportFault,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReportFault {
    Ending,
    /// The file exists. It may be the report of an earlier run.
    Exists,
    Unwritable(SystemFault),
}
