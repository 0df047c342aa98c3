//! `audit export`: streams the matching records, oldest first, in constant memory.

use std::io;

use super::PAGE;
use super::accounts::with_accounts;
use crate::commands::Failure;
use crate::domain::audit::{AuditRecord, RecordFilter, StoredRecord};
use crate::ports::{ReadRecords, SearchRecords};

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum ExportFormat {
    Jsonl,
    Csv,
}

pub trait RecordSink {
    /// Writes one record. `record`: `None` if its text is unreadable.
    ///
    /// # Errors
    /// [`io::Error`], after which nothing more is written.
    fn write(&mut self, stored: &StoredRecord, record: Option<&AuditRecord>) -> io::Result<()>;

    /// Writes what is buffered.
    ///
    /// # Errors
    /// [`io::Error`].
    fn finish(&mut self) -> io::Result<()>;
}

/// Exports the records that match `filter`, and all unreadable ones.
///
/// # Errors
/// [`Failure::Store`].
pub async fn export(
    filter: &RecordFilter,
    records: &(impl ReadRecords + SearchRecords),
    sink: &mut dyn RecordSink,
) -> Result<Exported, Failure> {
    let (filter, _) = with_accounts(filter, records).await?;
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
            if let Err(error) = sink.write(stored, record.as_ref()) {
                return Ok(Exported { unwritten: Some(error), ..exported });
            }
            exported.records += 1;
        }
    }
    exported.unwritten = sink.finish().err();
    Ok(exported)
}

#[derive(Debug)]
pub struct Exported {
    pub records: i64,
    /// Why it ended early.
    pub unwritten: Option<io::Error>,
}
