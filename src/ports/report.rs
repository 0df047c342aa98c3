//! The file in which what came of each of many accounts is kept, beside what the run says at its end.

use std::path::PathBuf;

use crate::domain::bulk::RowResult;

/// Takes rows as they come.
pub trait ReportWriter {
    /// Adds a row, so that a reader of the file sees it at once. A disk that is full must not keep accounts locked, so
    /// this never fails: what went wrong is said at the end.
    fn row(&mut self, row: &RowResult);

    /// All rows are on the disk.
    ///
    /// # Errors
    /// [`ReportError`] when some may not be; the first thing that went wrong.
    fn finish(&mut self) -> Result<(), ReportError>;
}

/// Why a report is not whole, or was not begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportError {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub fault: ReportFault,
}

/// What is wrong with a report's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReportFault {
    /// Its name ends in neither `.csv` nor `.jsonl`.
    Ending,
    /// There is such a file already: it may be what an earlier run did.
    Exists,
    /// It could not be written, in the system's words.
    Unwritable(String),
}
