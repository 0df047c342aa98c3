//! The result of one row, for the screen, JSON and report files.

use schemars::JsonSchema;
use serde::Serialize;

use super::{InputRow, RowChange, RowDetail, RowDetailKind, RowOutcome};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowResult {
    pub row: InputRow,
    /// The user name of the match.
    pub account: Option<String>,
    pub outcome: RowOutcome,
    pub detail: Option<RowDetail>,
    pub server: Option<String>,
}

impl RowResult {
    /// Returns the account's name, or the text entered where none was found.
    pub fn shown_account(&self) -> &str {
        self.account.as_deref().unwrap_or(&self.row.typed)
    }

    /// Whether this row is the one to unlock its account. False for rows that repeat an account.
    pub fn is_to_be_unlocked(&self) -> bool {
        self.outcome == RowOutcome::WouldUnlock && !self.repeats()
    }

    /// Whether an earlier row names the same account.
    pub fn repeats(&self) -> bool {
        matches!(self.detail, Some(RowDetail::SameAs { .. }))
    }

    /// Returns the row with the result of its account.
    pub fn after(&self, done: &RowChange) -> Self {
        Self { outcome: done.outcome, detail: done.detail, server: done.server.clone(), ..self.clone() }
    }

    pub fn record(&self) -> ReportRow<'_> {
        ReportRow {
            account: self.shown_account(),
            outcome: self.outcome,
            detail: self.detail.map(|detail| detail.kind()),
            asked: &self.row.typed,
            line: self.row.line,
            server: self.server.as_deref(),
        }
    }
}

/// A row in JSON and CSV. Field names and their order are part of the public interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReportRow<'a> {
    /// The user name, or what was asked for where nobody was found.
    pub account: &'a str,
    pub outcome: RowOutcome,
    /// What the outcome alone does not say.
    pub detail: Option<RowDetailKind>,
    pub asked: &'a str,
    /// Of the list, from 1.
    pub line: Option<usize>,
    /// The server that unlocked it.
    pub server: Option<&'a str>,
}

impl ReportRow<'_> {
    pub const FIELDS: [&'static str; 6] = ["account", "outcome", "detail", "asked", "line", "server"];

    /// The fields as text; empty for `None`.
    pub fn cells(&self) -> [String; 6] {
        [
            self.account.to_owned(),
            self.outcome.name().to_owned(),
            self.detail.map(RowDetailKind::name).unwrap_or_default().to_owned(),
            self.asked.to_owned(),
            self.line.map(|line| line.to_string()).unwrap_or_default(),
            self.server.unwrap_or_default().to_owned(),
        ]
    }
}

/// The number of accounts for each outcome.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct OutcomeCounts {
    counts: [usize; RowOutcome::ALL.len()],
    repeated: usize,
}

impl OutcomeCounts {
    /// Counts rows. Rows that repeat an account count only as repeated.
    pub fn of<'a>(rows: impl IntoIterator<Item = &'a RowResult>) -> Self {
        let mut outcomes = Self::default();
        for row in rows {
            match row.repeats() {
                true => outcomes.repeated += 1,
                false => outcomes.counts[row.outcome as usize] += 1,
            }
        }
        outcomes
    }

    pub fn count(&self, outcome: RowOutcome) -> usize {
        self.counts[outcome as usize]
    }

    pub fn accounts(&self) -> usize {
        self.counts.iter().sum()
    }

    /// Rows that repeat the account of an earlier one.
    pub fn repeated(&self) -> usize {
        self.repeated
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_cells_belong_together() {
        let result = RowResult {
            row: InputRow { typed: "Eva1".into(), line: Some(7) },
            account: Some("eva1".into()),
            outcome: RowOutcome::Failed,
            detail: Some(RowDetail::Refused { code: 53 }),
            server: None,
        };
        let object = serde_json::to_value(result.record()).unwrap();
        let names: Vec<&String> = object.as_object().unwrap().keys().collect();
        assert_eq!(names, ReportRow::FIELDS.iter().collect::<Vec<_>>());
        assert_eq!(result.record().cells(), ["eva1", "failed", "change_refused", "Eva1", "7", ""]);
        let nobody = RowResult { account: None, outcome: RowOutcome::NotFound, detail: None, ..result };
        assert_eq!(nobody.record().cells(), ["Eva1", "not_found", "", "Eva1", "7", ""]);
    }

    #[test]
    fn every_outcome_has_a_place_in_the_summary() {
        for outcome in RowOutcome::ALL {
            let row = InputRow { typed: "x".into(), line: None };
            let result = RowResult { row, account: None, outcome, detail: None, server: None };
            let outcomes = OutcomeCounts::of([&result]);
            assert_eq!((outcomes.count(outcome), outcomes.repeated()), (1, 0), "{outcome:?}");
        }
    }
}
