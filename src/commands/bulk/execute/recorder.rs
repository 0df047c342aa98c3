//! Records the result of each row in the audit trail before reporting it. Works in batches, because every
//! transaction waits for the disk.

use std::future::Future;

use super::UnlockAttempt;
use crate::commands::bulk::RunObserver;
use crate::domain::audit::Step;
use crate::domain::bulk::{RowChange, RowDetail, RowOutcome};
use crate::ports::{AuditTrail, Conclusion, Receipt, Records, StoreError};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum UnlockEnd {
    /// Unlocked and read back as open.
    Unlocked,
    /// Found open before anything was sent.
    AlreadyOpen,
    /// Found before anything was sent that it must not be unlocked.
    Withheld(RowOutcome, Option<RowDetail>),
    /// Certainly not unlocked.
    NotUnlocked(RowDetail),
    /// Refused, as the operator may not unlock it.
    NoRight,
    /// Unlocked, and locked again.
    LockedAgain,
    /// Possibly unlocked: an outcome that [is unclear](RowOutcome::is_unclear).
    Unclear(RowOutcome),
}

pub(super) struct ResultRecorder<'a, 'o, R> {
    trail: &'a AuditTrail<'a, R>,
    observer: &'a mut RunObserver<'o>,
    unrecorded: Vec<(Receipt, Conclusion, (usize, RowChange))>,
    /// How many are being recorded.
    recording: usize,
    results: Vec<(usize, RowChange)>,
    total: usize,
}

/// Rows that were recorded, or could not be.
pub(super) struct RecordedRows {
    rows: Vec<(usize, RowChange)>,
    result: Result<(), StoreError>,
}

impl<'a, 'o, R: Records> ResultRecorder<'a, 'o, R> {
    pub(super) fn new(trail: &'a AuditTrail<'a, R>, observer: &'a mut RunObserver<'o>, total: usize) -> Self {
        Self { trail, observer, unrecorded: Vec::new(), recording: 0, results: Vec::with_capacity(total), total }
    }

    /// Concludes an attempt, crediting its server.
    pub(super) fn conclude(&mut self, attempt: UnlockAttempt, end: UnlockEnd) {
        let (step, outcome, detail) = match end {
            UnlockEnd::Unlocked => (Step::Done, RowOutcome::Unlocked, None),
            UnlockEnd::AlreadyOpen => (Step::Failed, RowOutcome::NotLocked, None),
            UnlockEnd::Withheld(outcome, detail) => (Step::Refused, outcome, detail),
            UnlockEnd::NotUnlocked(detail) => (Step::Failed, RowOutcome::Failed, Some(detail)),
            UnlockEnd::NoRight => (Step::Failed, RowOutcome::NoRight, None),
            UnlockEnd::LockedAgain => (Step::Partly, RowOutcome::Failed, Some(RowDetail::LockedAgain)),
            UnlockEnd::Unclear(outcome) => (Step::Partly, outcome, None),
        };
        let reason = match outcome {
            RowOutcome::Unlocked => None,
            other => Some(detail.map_or(other.name(), |detail| detail.name()).to_owned()),
        };
        let UnlockAttempt { row, receipt, server, .. } = attempt;
        let conclusion = Conclusion { step, reason, server: server.clone() };
        self.unrecorded.push((receipt, conclusion, (row, RowChange { outcome, detail, server })));
    }

    /// Settles a row without an intent.
    pub(super) fn settle(&mut self, row: usize, outcome: RowOutcome, detail: Option<RowDetail>) {
        self.report(row, RowChange { outcome, detail, server: None });
    }

    /// Records the concluded attempts; [`recorded`](Self::recorded) takes the result. `None` if there are none.
    pub(super) fn record(&mut self) -> Option<impl Future<Output = RecordedRows> + use<'a, R>> {
        if self.unrecorded.is_empty() {
            return None;
        }
        let (conclusions, rows): (Vec<_>, Vec<_>) =
            self.unrecorded.drain(..).map(|(receipt, conclusion, row)| ((receipt, conclusion), row)).unzip();
        self.recording += rows.len();
        let trail = self.trail;
        Some(async move { RecordedRows { rows, result: trail.conclude_all(conclusions).await } })
    }

    /// Reports recorded rows.
    ///
    /// # Errors
    /// [`StoreError`]: rows without another detail are reported as [`RowDetail::NotRecorded`].
    pub(super) fn recorded(&mut self, RecordedRows { rows, result }: RecordedRows) -> Result<(), StoreError> {
        self.recording -= rows.len();
        for (row, mut change) in rows {
            if result.is_err() {
                change.detail.get_or_insert(RowDetail::NotRecorded);
            }
            self.report(row, change);
        }
        result
    }

    /// Reports progress. `answered`: rows that are answered but not concluded.
    pub(super) fn progress(&mut self, answered: usize) {
        let done = self.results.len() + self.unrecorded.len() + self.recording + answered;
        self.observer.progress.at(done, self.total);
    }

    /// Returns all results in row order.
    pub(super) fn finish(mut self) -> Vec<(usize, RowChange)> {
        self.results.sort_by_key(|(row, _)| *row);
        self.results
    }

    pub(super) fn is_stop_requested(&self) -> bool {
        self.observer.stop.is_requested()
    }

    fn report(&mut self, row: usize, change: RowChange) {
        (self.observer.settled)(row, &change);
        self.results.push((row, change));
    }
}
