//! What came of unlocking many accounts, as data. Knows no words and no exit codes.

use std::path::PathBuf;

use crate::commands::Failure;
use crate::domain::bulk::{BulkPlan, OutcomeCounts, RowDetail, RowOutcome, RowResult};
use crate::ports::{DirectoryError, ReportError, StoreError};

/// What came of every row.
#[derive(Debug)]
pub struct Outcome {
    /// The rows, in the order of the input.
    pub rows: Vec<RowResult>,
    /// How often a row was written again in the same words; those have no place in `rows`.
    pub repeated: usize,
    /// Nothing was to be changed.
    pub dry_run: bool,
    /// What ended it before all was tried.
    pub stopped_by: Option<StoppedBy>,
    /// The file that has the rows as well, or why it does not.
    pub report: Option<Result<PathBuf, ReportError>>,
    /// The other controllers were to be read back, which is done for one account alone: that it was not is to be said.
    pub others_unread: bool,
}

/// What ended a run before all was tried.
#[derive(Debug)]
pub enum StoppedBy {
    /// So many failed in a row that the next would have as well.
    Failures {
        /// How many.
        in_a_row: usize,
    },
    /// The operator pressed Ctrl-C.
    Interrupt,
    /// No server could be used any more.
    Directory(DirectoryError),
    /// The trail could not be written any more.
    Store(StoreError),
}

impl StoppedBy {
    /// The name scripts see.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Failures { .. } => "max_failures",
            Self::Interrupt => "cancelled",
            Self::Directory(error) => Failure::Directory(error.clone()).kind(),
            Self::Store(error) => Failure::Store(error.clone()).kind(),
        }
    }
}

/// How it ended as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// What was asked for is so, or nothing was to be changed.
    Done,
    /// Some is, and some is not or may not be.
    Partly,
    /// Nothing was changed, for the directory or the trail could not be used.
    Unreached,
    /// The operator ended it.
    Cancelled,
}

impl Outcome {
    /// What would come of `plan`.
    pub fn planned(plan: BulkPlan) -> Self {
        let repeated = plan.repeated;
        let rows = plan.rows.into_iter().map(|row| row.result).collect();
        Self { rows, repeated, dry_run: true, stopped_by: None, report: None, others_unread: false }
    }

    /// How many accounts came to each outcome.
    pub fn outcomes(&self) -> OutcomeCounts {
        OutcomeCounts::of(&self.rows)
    }

    /// Whether any account was changed, or may have been.
    pub fn may_have_changed(&self) -> bool {
        self.rows.iter().any(|row| match (row.outcome, row.detail) {
            (RowOutcome::Unlocked | RowOutcome::NotReadBack, _) => true,
            (RowOutcome::Failed, Some(RowDetail::NoAnswer | RowDetail::LockedAgain)) => true,
            (_, detail) => detail == Some(RowDetail::NotRecorded),
        })
    }

    /// How it ended as a whole.
    pub fn ending(&self) -> Ending {
        let as_asked = |row: &RowResult| match row.outcome {
            RowOutcome::Unlocked => row.detail != Some(RowDetail::NotRecorded),
            RowOutcome::WouldUnlock | RowOutcome::NotLocked => true,
            _ => false,
        };
        match &self.stopped_by {
            Some(StoppedBy::Interrupt) => Ending::Cancelled,
            Some(StoppedBy::Directory(_) | StoppedBy::Store(_)) if !self.may_have_changed() => Ending::Unreached,
            Some(_) => Ending::Partly,
            None if matches!(self.report, Some(Err(_))) => Ending::Partly,
            None if self.dry_run || self.rows.iter().all(as_asked) => Ending::Done,
            None => Ending::Partly,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::bulk::InputRow;
    use crate::ports::ReportFault;

    fn outcome(rows: &[(RowOutcome, Option<RowDetail>)]) -> Outcome {
        let row = |(outcome, detail): &(RowOutcome, Option<RowDetail>)| RowResult {
            row: InputRow { typed: "x".into(), line: None },
            account: None,
            outcome: *outcome,
            detail: *detail,
            server: None,
        };
        let rows = rows.iter().map(row).collect();
        Outcome { rows, repeated: 0, dry_run: false, stopped_by: None, report: None, others_unread: false }
    }

    #[test]
    fn endings() {
        let unlocked = (RowOutcome::Unlocked, None);
        let not_tried = (RowOutcome::Failed, Some(RowDetail::NotTried));
        let ending = |rows: &[(RowOutcome, Option<RowDetail>)]| outcome(rows).ending();
        assert_eq!(ending(&[]), Ending::Done);
        assert_eq!(ending(&[unlocked, (RowOutcome::NotLocked, None)]), Ending::Done);
        assert_eq!(ending(&[unlocked, (RowOutcome::NotFound, None)]), Ending::Partly);
        assert_eq!(ending(&[(RowOutcome::Unlocked, Some(RowDetail::NotRecorded))]), Ending::Partly);
        let dry = Outcome { dry_run: true, ..outcome(&[(RowOutcome::NotFound, None)]) };
        assert_eq!(dry.ending(), Ending::Done);

        let lost = || Some(StoppedBy::Directory(DirectoryError::TimedOut { server: "dc1".into() }));
        let stopped =
            |rows: &[(RowOutcome, Option<RowDetail>)], stopped_by| Outcome { stopped_by, ..outcome(rows) }.ending();
        assert_eq!(stopped(&[not_tried, not_tried], lost()), Ending::Unreached);
        assert_eq!(stopped(&[unlocked, not_tried], lost()), Ending::Partly);
        assert_eq!(stopped(&[(RowOutcome::Failed, Some(RowDetail::NoAnswer))], lost()), Ending::Partly);
        assert_eq!(stopped(&[not_tried], Some(StoppedBy::Failures { in_a_row: 10 })), Ending::Partly);
        assert_eq!(stopped(&[unlocked, not_tried], Some(StoppedBy::Interrupt)), Ending::Cancelled);
    }

    #[test]
    fn a_report_that_is_not_whole_is_no_good_end() {
        let error = ReportError { path: "r.csv".into(), fault: ReportFault::Unwritable("full".into()) };
        let outcome = Outcome { report: Some(Err(error)), ..outcome(&[(RowOutcome::Unlocked, None)]) };
        assert_eq!(outcome.ending(), Ending::Partly);
    }
}
