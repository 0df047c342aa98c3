//! The outcome of one row as it is reported on screen, to scripts and in files.

use serde::Serialize;

use super::{InputRow, RowChange, RowDetail, RowOutcome};

/// One row and its outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowResult {
    /// The row.
    pub row: InputRow,
    /// The account's user name, where one account was found.
    pub account: Option<String>,
    /// The outcome.
    pub outcome: RowOutcome,
    /// Why, where the outcome does not tell.
    pub detail: Option<RowDetail>,
    /// The server that unlocked it.
    pub server: Option<String>,
}

impl RowResult {
    /// The account's name, or what was written where no account was found.
    pub fn shown_account(&self) -> &str {
        self.account.as_deref().unwrap_or(&self.row.typed)
    }

    /// Whether this row's account is to be unlocked and no earlier row names it.
    pub fn is_to_be_unlocked(&self) -> bool {
        self.outcome == RowOutcome::WouldUnlock && !self.repeats()
    }

    /// Whether an earlier row names the same account.
    pub fn repeats(&self) -> bool {
        matches!(self.detail, Some(RowDetail::SameAs { .. }))
    }

    /// Returns the row with the outcome of its account.
    pub fn after(&self, done: &RowChange) -> Self {
        Self { outcome: done.outcome, detail: done.detail, server: done.server.clone(), ..self.clone() }
    }

    /// The row for scripts.
    pub fn record(&self) -> ReportRow<'_> {
        ReportRow {
            account: self.shown_account(),
            outcome: self.outcome.name(),
            detail: self.detail.map(RowDetail::name),
            asked: &self.row.typed,
            line: self.row.line,
            server: self.server.as_deref(),
        }
    }
}

/// A row for scripts. Names and order of the fields are a contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ReportRow<'a> {
    /// The account's name.
    pub account: &'a str,
    /// [`RowOutcome::name`].
    pub outcome: &'static str,
    /// [`RowDetail::name`].
    pub detail: Option<&'static str>,
    /// The account as written.
    pub asked: &'a str,
    /// The line of the input, from 1.
    pub line: Option<usize>,
    /// The server that unlocked it.
    pub server: Option<&'a str>,
}

impl ReportRow<'_> {
    /// The fields' names.
    pub const FIELDS: [&'static str; 6] = ["account", "outcome", "detail", "asked", "line", "server"];

    /// The fields as texts, empty where a field has no value.
    pub fn cells(&self) -> [String; 6] {
        [
            self.account.to_owned(),
            self.outcome.to_owned(),
            self.detail.unwrap_or_default().to_owned(),
            self.asked.to_owned(),
            self.line.map(|line| line.to_string()).unwrap_or_default(),
            self.server.unwrap_or_default().to_owned(),
        ]
    }
}

/// How many accounts have each outcome.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct OutcomeCounts {
    counts: [usize; RowOutcome::ALL.len()],
    repeated: usize,
}

impl OutcomeCounts {
    /// Counts outcomes. A row of the same account as an earlier one only counts as repeated.
    pub fn of<'a>(rows: impl IntoIterator<Item = &'a RowResult>) -> Self {
        let mut outcomes = Self::default();
        for row in rows {
            match RowOutcome::ALL.iter().position(|outcome| *outcome == row.outcome) {
                _ if row.repeats() => outcomes.repeated += 1,
                Some(place) => outcomes.counts[place] += 1,
                None => {}
            }
        }
        outcomes
    }

    /// How many accounts have `outcome`.
    pub fn count(&self, outcome: RowOutcome) -> usize {
        RowOutcome::ALL.iter().position(|one| *one == outcome).map_or(0, |place| self.counts[place])
    }

    /// How many accounts there are.
    pub fn accounts(&self) -> usize {
        self.counts.iter().sum()
    }

    /// How many rows name the same account as an earlier one.
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
