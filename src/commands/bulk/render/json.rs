//! The outcome as JSON and CSV: every row, in order. Field names are a contract.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::commands::bulk::{AbortReason, Outcome};
use crate::domain::bulk::{ReportRow, RowOutcome, RowResult};
use crate::text::defused;
use crate::view::csv::shown;

#[derive(Serialize)]
struct Document<'a> {
    results: Vec<ReportRow<'a>>,
    summary: Map<String, Value>,
    dry_run: bool,
    stopped_by: Option<&'static str>,
    report: Option<String>,
}

pub(super) fn document(outcome: &Outcome) -> String {
    let counted = outcome.outcomes();
    let named = RowOutcome::ALL.iter().map(|one| (one.name(), counted.count(*one)));
    let repeated = ("repeated", outcome.repeated + counted.repeated());
    let summary = named.chain([repeated]).map(|(name, n)| (name.to_owned(), n.into()));
    let document = Document {
        results: outcome.rows.iter().map(RowResult::record).collect(),
        summary: summary.collect(),
        dry_run: outcome.dry_run,
        stopped_by: outcome.stopped_by.as_ref().map(AbortReason::name),
        // Only if it is complete.
        report: outcome.report.as_ref().and_then(|report| Some(report.as_ref().ok()?.display().to_string())),
    };
    // Texts and numbers always have a JSON form.
    serde_json::to_string(&document).unwrap_or_default()
}

/// Returns the rows as CSV, exact unless shown on a terminal.
///
/// # Errors
/// None in practice: a string takes all rows.
pub(super) fn csv(outcome: &Outcome, terminal: bool) -> Result<String, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(ReportRow::FIELDS)?;
    for row in &outcome.rows {
        writer.write_record(row.record().cells().iter().map(|cell| shown(&defused(cell), terminal).into_owned()))?;
    }
    let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
