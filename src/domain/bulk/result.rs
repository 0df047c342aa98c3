//! What came of one row, as it is reported everywhere: on the screen, to scripts, in a file.

use serde::Serialize;

use super::{InputRow, RowChange, RowDetail, RowOutcome};

/// One row and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowResult {
    /// The row.
    pub row: InputRow,
    /// The account's own name, where one was found.
    pub account: Option<String>,
    /// What came of it.
    pub outcome: RowOutcome,
    /// What is known beside that.
    pub detail: Option<RowDetail>,
    /// The server that unlocked it.
    pub server: Option<String>,
}

impl RowResult {
    /// The account's name; as it was written where none was found.
    pub fn shown_account(&self) -> &str {
        self.account.as_deref().unwrap_or(&self.row.typed)
    }

    /// Whether this row, and not an earlier one of the same account, is why it is to be unlocked.
    pub fn is_to_be_unlocked(&self) -> bool {
        self.outcome == RowOutcome::WouldUnlock && !self.repeats()
    }

    /// Whether it names the account of an earlier row.
    pub fn repeats(&self) -> bool {
        matches!(self.detail, Some(RowDetail::SameAs { .. }))
    }

    /// The same row once its account is `done`.
    pub fn after(&self, done: &RowChange) -> Self {
        Self { outcome: done.outcome, detail: done.detail, server: done.server.clone(), ..self.clone() }
    }

    /// As scripts read it.
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

/// A row as scripts read it. The fields' names and order are a contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ReportRow<'a> {
    /// The account's name.
    pub account: &'a str,
    /// [`RowOutcome::name`].
    pub outcome: &'static str,
    /// [`RowDetail::name`].
    pub detail: Option<&'static str>,
    /// As it was written.
    pub asked: &'a str,
    /// On this line of the input.
    pub line: Option<usize>,
    /// The server that unlocked it.
    pub server: Option<&'a str>,
}

impl ReportRow<'_> {
    /// The fields' names.
    pub const FIELDS: [&'static str; 6] = ["account", "outcome", "detail", "asked", "line", "server"];

    /// The fields as texts, empty where there is nothing to say.
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

/// How many accounts came to each outcome.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct OutcomeCounts {
    counts: [usize; RowOutcome::ALL.len()],
    repeated: usize,
}

impl OutcomeCounts {
    /// Counts. A row that names the account of an earlier one is counted as that only.
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

    /// How many came to `outcome`.
    pub fn count(&self, outcome: RowOutcome) -> usize {
        RowOutcome::ALL.iter().position(|one| *one == outcome).map_or(0, |place| self.counts[place])
    }

    /// How many there are.
    pub fn accounts(&self) -> usize {
        self.counts.iter().sum()
    }

    /// How many rows name the account of an earlier one.
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
            assert_eq!(OutcomeCounts::of([&result]).count(outcome), 1, "{outcome:?}");
        }
    }
}
