//! Many accounts at once, as programs read them: every row, in order. Field names are a contract.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::commands::bulk::{Outcome, StoppedBy};
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

/// One JSON document.
pub(super) fn document(outcome: &Outcome) -> String {
    let counted = outcome.outcomes();
    let named = RowOutcome::ALL.iter().map(|one| (one.name(), counted.count(*one)));
    let again = ("repeated", outcome.repeated + counted.repeated());
    let summary = named.chain([again]).map(|(name, n)| (name.to_owned(), n.into()));
    let document = Document {
        results: outcome.rows.iter().map(RowResult::record).collect(),
        summary: summary.collect(),
        dry_run: outcome.dry_run,
        stopped_by: outcome.stopped_by.as_ref().map(StoppedBy::name),
        // Only a report that is whole.
        report: outcome.report.as_ref().and_then(|report| Some(report.as_ref().ok()?.display().to_string())),
    };
    // Texts and numbers always have a JSON form.
    serde_json::to_string(&document).unwrap_or_default()
}

/// The rows as comma-separated values; exact, unless they are for a terminal.
///
/// # Errors
/// None that a string can have; the writer's type allows them.
pub(super) fn csv(outcome: &Outcome, terminal: bool) -> Result<String, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(ReportRow::FIELDS)?;
    for row in &outcome.rows {
        writer.write_record(row.record().cells().iter().map(|cell| shown(&defused(cell), terminal).into_owned()))?;
    }
    let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
