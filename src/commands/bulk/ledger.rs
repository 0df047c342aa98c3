//! What came of each account, recorded before it is told: batch by batch, since every record by itself
//! waits for the disk.

use std::future::Future;

use super::Watch;
use crate::domain::audit::Step;
use crate::domain::bulk::{RowChange, RowDetail, RowOutcome};
use crate::ports::{AuditTrail, Conclusion, Receipt, Records, StoreError};

/// How an account that was to be unlocked ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ended {
    /// Unlocked, and read back as open.
    Open,
    /// Found open before anything was sent.
    WasOpen,
    /// Surely not unlocked.
    Not(RowDetail),
    /// Unlocked, but not so as it should be, or perhaps not.
    Unsure(RowDetail),
}

/// The rows that are settled, and those whose end is not yet in the trail.
pub(super) struct Ledger<'a, 'w, R> {
    trail: &'a AuditTrail<'a, R>,
    watch: &'a mut Watch<'w>,
    unrecorded: Vec<(Receipt, Conclusion, (usize, RowChange))>,
    /// How many are on their way into the trail.
    recording: usize,
    results: Vec<(usize, RowChange)>,
    total: usize,
}

/// Rows whose ends have been put into the trail, or could not be.
pub(super) struct Recorded {
    results: Vec<(usize, RowChange)>,
    kept: Result<(), StoreError>,
}

impl<'a, 'w, R: Records> Ledger<'a, 'w, R> {
    pub(super) fn new(trail: &'a AuditTrail<'a, R>, watch: &'a mut Watch<'w>, total: usize) -> Self {
        Self { trail, watch, unrecorded: Vec::new(), recording: 0, results: Vec::with_capacity(total), total }
    }

    /// Settles a row whose intent is in the trail.
    pub(super) fn end(&mut self, row: usize, receipt: Receipt, ended: Ended, server: Option<String>) {
        let (step, outcome, detail) = match ended {
            Ended::Open => (Step::Done, RowOutcome::Unlocked, None),
            Ended::WasOpen => (Step::Failed, RowOutcome::NotLocked, None),
            Ended::Not(detail) => (Step::Failed, RowOutcome::Failed, Some(detail)),
            Ended::Unsure(RowDetail::NotReadBack) => {
                (Step::Partly, RowOutcome::NotReadBack, Some(RowDetail::NotReadBack))
            }
            Ended::Unsure(detail) => (Step::Partly, RowOutcome::Failed, Some(detail)),
        };
        let reason = match outcome {
            RowOutcome::Unlocked => None,
            other => Some(detail.map_or(other.name(), RowDetail::name).to_owned()),
        };
        let end = Conclusion { step, reason, server: server.clone() };
        self.unrecorded.push((receipt, end, (row, RowChange { outcome, detail, server })));
    }

    /// Settles a row of which nothing was recorded, since nothing was about to be done.
    pub(super) fn settle(&mut self, row: usize, outcome: RowOutcome, detail: Option<RowDetail>) {
        self.tell(row, RowChange { outcome, detail, server: None });
    }

    /// Puts the ends into the trail, for [`recorded`](Self::recorded) to tell them; `None` where there are none.
    pub(super) fn record(&mut self) -> Option<impl Future<Output = Recorded> + use<'a, R>> {
        if self.unrecorded.is_empty() {
            return None;
        }
        let (ends, results): (Vec<_>, Vec<_>) =
            self.unrecorded.drain(..).map(|(receipt, end, result)| ((receipt, end), result)).unzip();
        self.recording += results.len();
        let trail = self.trail;
        Some(async move { Recorded { results, kept: trail.conclude_all(ends).await } })
    }

    /// Tells them.
    ///
    /// # Errors
    /// [`StoreError`]: what was done is told all the same, and that the trail does not say it.
    pub(super) fn recorded(&mut self, Recorded { results, kept }: Recorded) -> Result<(), StoreError> {
        self.recording -= results.len();
        for (row, mut done) in results {
            if kept.is_err() {
                done.detail.get_or_insert(RowDetail::NotRecorded);
            }
            self.tell(row, done);
        }
        kept
    }

    /// Tells how far it has come, `under_way` rows being answered but not settled.
    pub(super) fn progress(&mut self, under_way: usize) {
        let done = self.results.len() + self.unrecorded.len() + self.recording + under_way;
        self.watch.progress.at(done, self.total);
    }

    /// All results, in the order of the rows.
    pub(super) fn close(mut self) -> Vec<(usize, RowChange)> {
        self.results.sort_by_key(|(row, _)| *row);
        self.results
    }

    pub(super) fn stop_is_asked(&self) -> bool {
        self.watch.stop.is_asked()
    }

    fn tell(&mut self, row: usize, done: RowChange) {
        (self.watch.settled)(row, &done);
        self.results.push((row, done));
    }
}
