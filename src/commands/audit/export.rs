//! `audit export`: every record that someone wants, oldest first, handed on as it is read: a trail of any length takes
//! no more room than a page of it.

use std::io;

use super::PAGE;
use crate::commands::Failure;
use crate::domain::audit::{AuditRecord, RecordFilter, StoredRecord};
use crate::ports::ReadRecords;

/// The form of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// A JSON object a line.
    Jsonl,
    /// Comma-separated values.
    Csv,
}

/// Takes the records of an export.
pub trait Sink {
    /// One record; without `record` its text is none that can be read.
    ///
    /// # Errors
    /// [`io::Error`] when it is not written; nothing more comes then.
    fn record(&mut self, stored: &StoredRecord, record: Option<&AuditRecord>) -> io::Result<()>;

    /// There are no more.
    ///
    /// # Errors
    /// [`io::Error`].
    fn end(&mut self) -> io::Result<()>;
}

/// Hands on the records that `filter` takes; those that cannot be read always: they are what an auditor looks for.
///
/// # Errors
/// [`Failure::Store`].
pub async fn export(
    filter: &RecordFilter,
    records: &impl ReadRecords,
    sink: &mut dyn Sink,
) -> Result<Exported, Failure> {
    let mut exported = Exported { records: 0, unwritten: None };
    let mut after = i64::MIN;
    loop {
        let page = records.after(after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after = last.number;
        for stored in &page {
            let record = serde_json::from_str::<AuditRecord>(&stored.text).ok();
            if record.as_ref().is_some_and(|record| !filter.matches(record)) {
                continue;
            }
            if let Err(error) = sink.record(stored, record.as_ref()) {
                return Ok(Exported { unwritten: Some(error), ..exported });
            }
            exported.records += 1;
        }
    }
    exported.unwritten = sink.end().err();
    Ok(exported)
}

/// What was handed on.
#[derive(Debug)]
pub struct Exported {
    /// How many.
    pub records: i64,
    /// What ended it early.
    pub unwritten: Option<io::Error>,
}
