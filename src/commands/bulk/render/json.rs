//! The outcome as JSON and CSV: every row, in order. Written at once, since a tree of values would take many times the
//! size of the rows.

use schemars::JsonSchema;
use serde::Serialize;

use crate::commands::bulk::Outcome;
use crate::domain::bulk::{ReportRow, RowOutcome, RowResult};
use crate::domain::failure_kind::FailureKind;
use crate::text::defused;
use crate::view::csv::shown;
use crate::view::document::{Document, SchemaVersion};

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "UnlockMany")]
pub(in crate::commands) struct ManyDocument<'a> {
    schema: SchemaVersion,
    results: Vec<ReportRow<'a>>,
    #[serde(flatten)]
    end: EndDocument,
}

impl Document for ManyDocument<'_> {
    const ROWS: Option<&'static str> = Some("results");
}

/// The last line of JSON Lines.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "UnlockManyEnd")]
pub(in crate::commands) struct EndLine {
    schema: SchemaVersion,
    #[serde(flatten)]
    end: EndDocument,
}

impl Document for EndLine {}

#[derive(Serialize, JsonSchema)]
struct EndDocument {
    summary: Summary,
    dry_run: bool,
    /// What ended the run early.
    stopped_by: Option<FailureKind>,
    /// The report file, if it is complete.
    report: Option<String>,
}

/// How many accounts have each outcome.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "UnlockManySummary")]
struct Summary {
    unlocked: usize,
    not_read_back: usize,
    may_have_changed: usize,
    would_unlock: usize,
    not_locked: usize,
    not_found: usize,
    ambiguous: usize,
    protected: usize,
    disabled: usize,
    account_expired: usize,
    smartcard_required: usize,
    unreadable: usize,
    no_right: usize,
    failed: usize,
    /// Rows that repeat an account.
    repeated: usize,
}

fn end(outcome: &Outcome) -> EndDocument {
    let counted = outcome.outcomes();
    let count = |one| counted.count(one);
    EndDocument {
        summary: Summary {
            unlocked: count(RowOutcome::Unlocked),
            not_read_back: count(RowOutcome::NotReadBack),
            may_have_changed: count(RowOutcome::MayHaveChanged),
            would_unlock: count(RowOutcome::WouldUnlock),
            not_locked: count(RowOutcome::NotLocked),
            not_found: count(RowOutcome::NotFound),
            ambiguous: count(RowOutcome::Ambiguous),
            protected: count(RowOutcome::Protected),
            disabled: count(RowOutcome::Disabled),
            account_expired: count(RowOutcome::Expired),
            smartcard_required: count(RowOutcome::SmartcardRequired),
            unreadable: count(RowOutcome::Unreadable),
            no_right: count(RowOutcome::NoRight),
            failed: count(RowOutcome::Failed),
            repeated: outcome.repeated + counted.repeated(),
        },
        dry_run: outcome.dry_run,
        stopped_by: outcome.stopped_by.as_ref().map(|reason| reason.kind()),
        report: outcome.report.as_ref().and_then(|report| Some(report.as_ref().ok()?.display().to_string())),
    }
}

pub(super) fn document(outcome: &Outcome) -> String {
    let results = outcome.rows.iter().map(RowResult::record).collect();
    // Texts and numbers always have a JSON form.
    serde_json::to_string(&ManyDocument { schema: SchemaVersion, results, end: end(outcome) }).unwrap_or_default()
}

/// Returns the last line of JSON Lines.
pub(super) fn end_line(outcome: &Outcome) -> String {
    serde_json::to_string(&EndLine { schema: SchemaVersion, end: end(outcome) }).unwrap_or_default()
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
