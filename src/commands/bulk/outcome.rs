//! The outcome of a bulk unlock, as data.

use std::path::PathBuf;

use crate::commands::Failure;
use crate::domain::bulk::{BulkPlan, OutcomeCounts, RowDetail, RowOutcome, RowResult};
use crate::domain::failure_kind::FailureKind;
use crate::ports::{DirectoryError, ReportError, StoreError};

#[derive(Debug)]
pub struct Outcome {
    /// In input order.
    pub rows: Vec<RowResult>,
    /// How many literally repeated rows were dropped from `rows`.
    pub repeated: usize,
    pub dry_run: bool,
    pub stopped_by: Option<AbortReason>,
    /// The report file, or why it is incomplete.
    pub report: Option<Result<PathBuf, ReportError>>,
    /// The configured check of all controllers was skipped, as it is done for single accounts only.
    pub others_unread: bool,
    /// Outcomes that need no look.
    pub accepted: Vec<RowOutcome>,
}

/// What ended a run early.
#[derive(Debug)]
pub enum AbortReason {
    /// Too many consecutive refusals.
    Failures { in_a_row: usize },
    /// The operator pressed Ctrl-C.
    Interrupt,
    /// The connection was lost and could not be reopened.
    Directory(DirectoryError),
    /// The audit trail could not be written.
    Store(StoreError),
}

impl AbortReason {
    /// Returns the name that scripts see.
    pub fn kind(&self) -> FailureKind {
        match self {
            Self::Failures { .. } => FailureKind::MaxFailures,
            Self::Interrupt => FailureKind::Cancelled,
            Self::Directory(error) => Failure::Directory(error.clone()).kind(),
            Self::Store(error) => Failure::Store(error.clone()).kind(),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// All done, or a dry run.
    Done,
    Partly,
    /// Nothing changed, as the directory or the trail could not be used.
    Unreached,
    Cancelled,
}

impl Outcome {
    /// Returns the outcome of a dry run.
    pub fn planned(plan: BulkPlan) -> Self {
        let repeated = plan.repeated;
        let rows = plan.rows.into_iter().map(|row| row.result).collect();
        Self { rows, repeated, dry_run: true, stopped_by: None, report: None, others_unread: false, accepted: vec![] }
    }

    /// Counts the accounts by outcome.
    pub fn outcomes(&self) -> OutcomeCounts {
        OutcomeCounts::of(&self.rows)
    }

    /// Returns whether any account was changed or may have been.
    pub fn may_have_changed(&self) -> bool {
        self.rows.iter().any(|row| {
            row.outcome == RowOutcome::Unlocked
                || row.outcome.is_unclear()
                || matches!(row.detail, Some(RowDetail::LockedAgain | RowDetail::NotRecorded))
        })
    }

    pub fn ending(&self) -> Ending {
        let is_done = |row: &RowResult| match row.outcome {
            _ if row.detail == Some(RowDetail::NotRecorded) => false,
            RowOutcome::Unlocked | RowOutcome::WouldUnlock | RowOutcome::NotLocked => true,
            other => self.accepted.contains(&other),
        };
        match &self.stopped_by {
            // Whatever ended the run, somebody has to look.
            Some(_) if self.rows.iter().any(|row| row.outcome.is_unclear()) => Ending::Partly,
            Some(AbortReason::Interrupt) => Ending::Cancelled,
            Some(AbortReason::Directory(_) | AbortReason::Store(_)) if !self.may_have_changed() => Ending::Unreached,
            Some(_) => Ending::Partly,
            None if matches!(self.report, Some(Err(_))) => Ending::Partly,
            None if self.dry_run || self.rows.iter().all(is_done) => Ending::Done,
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
        Outcome {
            rows,
            repeated: 0,
            dry_run: false,
            stopped_by: None,
            report: None,
            others_unread: false,
            accepted: vec![],
        }
    }

    #[test]
    fn ending_follows_rows_and_abort() {
        let unlocked = (RowOutcome::Unlocked, None);
        let not_tried = (RowOutcome::Failed, Some(RowDetail::NotTried));
        let ending = |rows: &[(RowOutcome, Option<RowDetail>)]| outcome(rows).ending();
        assert_eq!(ending(&[]), Ending::Done);
        assert_eq!(ending(&[unlocked, (RowOutcome::NotLocked, None)]), Ending::Done);
        assert_eq!(ending(&[unlocked, (RowOutcome::NotFound, None)]), Ending::Partly);
        assert_eq!(ending(&[(RowOutcome::Unlocked, Some(RowDetail::NotRecorded))]), Ending::Partly);
        let dry = Outcome { dry_run: true, ..outcome(&[(RowOutcome::NotFound, None)]) };
        assert_eq!(dry.ending(), Ending::Done);

        let lost = || Some(AbortReason::Directory(DirectoryError::TimedOut { server: "dc1".into() }));
        let stopped =
            |rows: &[(RowOutcome, Option<RowDetail>)], stopped_by| Outcome { stopped_by, ..outcome(rows) }.ending();
        assert_eq!(stopped(&[not_tried, not_tried], lost()), Ending::Unreached);
        assert_eq!(stopped(&[unlocked, not_tried], lost()), Ending::Partly);
        assert_eq!(stopped(&[(RowOutcome::MayHaveChanged, None)], lost()), Ending::Partly);
        assert_eq!(stopped(&[not_tried], Some(AbortReason::Failures { in_a_row: 10 })), Ending::Partly);
        assert_eq!(stopped(&[unlocked, not_tried], Some(AbortReason::Interrupt)), Ending::Cancelled);
        for unclear in [RowOutcome::MayHaveChanged, RowOutcome::NotReadBack] {
            assert_eq!(stopped(&[(unclear, None), not_tried], Some(AbortReason::Interrupt)), Ending::Partly);
        }
    }

    #[test]
    fn accepted_outcomes_need_no_look() {
        let ending = |row, accepted: &[RowOutcome]| Outcome { accepted: accepted.to_vec(), ..outcome(&[row]) }.ending();
        for one in RowOutcome::ACCEPTABLE {
            assert_eq!(ending((one, None), &[]), Ending::Partly, "{one:?}");
            assert_eq!(ending((one, None), &[one]), Ending::Done, "{one:?}");
            assert!(!one.is_unclear(), "{one:?}");
        }
        let all = RowOutcome::ALL;
        let unrecorded = Some(RowDetail::NotRecorded);
        assert_eq!(ending((RowOutcome::NotLocked, unrecorded), &all), Ending::Partly);
        assert!(RowOutcome::PASSED_OVER.iter().all(|one| RowOutcome::ACCEPTABLE.contains(one)));
    }

    #[test]
    fn incomplete_report_ends_partly() {
        let error = ReportError {
            path: "r.csv".into(),
            fault: ReportFault::Unwritable(crate::domain::system_fault::SystemFault::DiskFull),
        };
        let outcome = Outcome { report: Some(Err(error)), ..outcome(&[(RowOutcome::Unlocked, None)]) };
        assert_eq!(outcome.ending(), Ending::Partly);
    }
}
