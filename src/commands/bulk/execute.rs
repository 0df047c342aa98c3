//! Unlocks planned accounts: records the intents, sends the changes concurrently, reads them back and records the
//! results. A failure stops no other account. Prompts for nothing.
//!
//! Each account is checked again just before it is changed, and read again if it was looked up long ago.

mod answers;
mod intents;
mod recorder;
mod recovery;

use std::collections::VecDeque;

use futures_util::StreamExt;
use futures_util::future::LocalBoxFuture;
use futures_util::stream::FuturesUnordered;
use jiff::{SignedDuration, Timestamp};

use self::recorder::{RecordedRows, ResultRecorder, UnlockEnd};
use super::{AbortReason, RunObserver};
use crate::domain::bulk::{BulkAccount, BulkMatch, RowChange, RowDetail, RowOutcome};
use crate::ports::{
    AuditTrail, Clock, DirectoryError, FindAccountsInBulk, Receipt, Records, StoreError, UnlockInBulk, WriteError,
};

/// How many accounts are recorded, and read back, at a time.
const BATCH: usize = 100;
/// How long the lookup stays valid; the operator may think about the plan for longer.
const FRESH: SignedDuration = SignedDuration::from_secs(60);

#[derive(Debug, Clone)]
pub struct UnlockOptions {
    pub reason: String,
    /// Maximum number of concurrent changes.
    pub concurrency: usize,
    /// Number of consecutive refusals that aborts the run.
    pub max_failures: usize,
    /// When the accounts were looked up.
    pub looked_up: Timestamp,
}

#[derive(Debug)]
pub struct ExecutionResult {
    /// The result of each row index, in order.
    pub results: Vec<(usize, RowChange)>,
    /// Rows that were not started then are [`RowDetail::NotTried`].
    pub abort: Option<AbortReason>,
}

/// Unlocks `accounts`, each given with its row index.
pub async fn unlock_all<D: FindAccountsInBulk + UnlockInBulk, R: Records>(
    accounts: Vec<IndexedAccount>,
    options: &UnlockOptions,
    directory: &D,
    trail: &AuditTrail<'_, R>,
    clock: &dyn Clock,
    observer: &mut RunObserver<'_>,
) -> ExecutionResult {
    let _under_way = trail.hold();
    let executor = Executor {
        options,
        directory,
        trail,
        clock,
        recorder: ResultRecorder::new(trail, observer, accounts.len()),
        todo: accounts.into(),
        has_started: false,
        is_preparing: false,
        ready: VecDeque::new(),
        unlocked: Vec::new(),
        unclear: Vec::new(),
        sending: 0,
        reading_back: 0,
        consecutive_refusals: 0,
        lost: None,
        consecutive_losses: 0,
        abort: None,
    };
    executor.run().await
}

type IndexedAccount = (usize, BulkAccount);

/// An account whose intent is recorded.
struct UnlockAttempt {
    row: usize,
    account: BulkAccount,
    receipt: Receipt,
    tries: u32,
    /// Whether a change was sent that may have been made.
    may_be_done: bool,
    /// The server that confirmed the change.
    server: Option<String>,
}

enum Event {
    Reread(Vec<IndexedAccount>, Result<Vec<Option<BulkMatch>>, DirectoryError>),
    IntentsRecorded(Vec<IndexedAccount>, Result<Vec<Receipt>, StoreError>),
    Answered(Box<UnlockAttempt>, Result<String, WriteError>),
    ReadBack(Vec<UnlockAttempt>, Result<Vec<Option<bool>>, DirectoryError>),
    ResultsRecorded(RecordedRows),
}

type PendingEvents<'a> = FuturesUnordered<LocalBoxFuture<'a, Event>>;

struct Executor<'a, 'o, D, R> {
    options: &'a UnlockOptions,
    directory: &'a D,
    trail: &'a AuditTrail<'a, R>,
    clock: &'a dyn Clock,
    recorder: ResultRecorder<'a, 'o, R>,
    todo: VecDeque<IndexedAccount>,
    has_started: bool,
    /// A batch is being read again or its intents recorded.
    is_preparing: bool,
    ready: VecDeque<UnlockAttempt>,
    /// Confirmed by a server, not yet read back.
    unlocked: Vec<UnlockAttempt>,
    /// Sent, without a usable answer.
    unclear: Vec<UnlockAttempt>,
    sending: usize,
    reading_back: usize,
    consecutive_refusals: usize,
    /// Why the connection must be reopened before use.
    lost: Option<DirectoryError>,
    consecutive_losses: u32,
    abort: Option<AbortReason>,
}

impl<'a, D: FindAccountsInBulk + UnlockInBulk, R: Records> Executor<'a, '_, D, R> {
    async fn run(mut self) -> ExecutionResult {
        let mut pending = PendingEvents::new();
        loop {
            if self.lost.is_none() {
                self.read_back(&mut pending);
                self.prepare(&mut pending);
                self.send(&mut pending);
            }
            match (pending.next().await, self.lost.take()) {
                (Some(event), lost) => {
                    self.lost = lost;
                    self.on_event(event, &mut pending);
                    self.recorder.progress(self.unlocked.len() + self.reading_back);
                }
                (None, Some(error)) => self.recover(error).await,
                (None, None) => break,
            }
        }
        self.skip_remaining().await;
        ExecutionResult { results: self.recorder.finish(), abort: self.abort }
    }

    fn may_continue(&self) -> bool {
        self.abort.is_none() && !self.recorder.is_stop_requested()
    }

    fn concurrency(&self) -> usize {
        self.options.concurrency.max(1)
    }

    /// Reads back a full batch, or the rest when no more will come.
    fn read_back(&mut self, pending: &mut PendingEvents<'a>) {
        let is_all = self.ready.is_empty() && self.todo.is_empty() && !self.is_preparing;
        let is_last = self.sending == 0 && (is_all || !self.may_continue());
        if self.unlocked.len() >= BATCH || (is_last && !self.unlocked.is_empty()) {
            let batch = std::mem::take(&mut self.unlocked);
            self.reading_back += batch.len();
            let directory = self.directory;
            pending.push(Box::pin(async move {
                let accounts: Vec<_> = batch.iter().map(|attempt| attempt.account.clone()).collect();
                let found = directory.read_back(&accounts).await;
                Event::ReadBack(batch, found)
            }));
        }
    }

    /// Sends as many changes as may be under way.
    fn send(&mut self, pending: &mut PendingEvents<'a>) {
        while self.may_continue() && self.sending < self.concurrency() {
            let Some(mut attempt) = self.ready.pop_front() else { return };
            attempt.tries += 1;
            self.sending += 1;
            let directory = self.directory;
            pending.push(Box::pin(async move {
                let answer = directory.unlock_one(&attempt.receipt, &attempt.account).await;
                Event::Answered(Box::new(attempt), answer)
            }));
        }
    }

    async fn skip_remaining(&mut self) {
        if !self.ready.is_empty() || !self.todo.is_empty() {
            self.abort.get_or_insert(AbortReason::Interrupt);
        }
        for attempt in std::mem::take(&mut self.ready) {
            let end = UnlockEnd::NotUnlocked(RowDetail::NotTried);
            self.recorder.conclude(UnlockAttempt { server: None, ..attempt }, end);
        }
        self.record().await;
        for (row, _) in std::mem::take(&mut self.todo) {
            self.recorder.settle(row, RowOutcome::Failed, Some(RowDetail::NotTried));
        }
    }

    async fn record(&mut self) {
        if let Some(recorded) = self.recorder.record() {
            let recorded = recorded.await;
            self.on_results_recorded(recorded);
        }
    }

    /// Aborts if the trail cannot be written.
    fn on_results_recorded(&mut self, recorded: RecordedRows) {
        if let Err(error) = self.recorder.recorded(recorded) {
            self.abort.get_or_insert(AbortReason::Store(error));
        }
    }
}
