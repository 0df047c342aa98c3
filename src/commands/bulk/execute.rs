//! Unlocking many accounts that were looked up and decided on: recorded before, sent without waiting
//! for each other, read back, recorded after. One that fails stops no other.
//!
//! Decides nothing that the plan has decided, and asks nobody. Whether an account may still be changed is asked again
//! just before it is; what was looked up long ago is looked at again altogether.

mod intents;
mod recovery;

use std::collections::VecDeque;

use futures_util::StreamExt;
use futures_util::future::LocalBoxFuture;
use futures_util::stream::FuturesUnordered;
use jiff::{SignedDuration, Timestamp};

use super::Watch;
use super::ledger::{Ended, Ledger, Recorded};
use crate::domain::bulk::{BulkAccount, BulkMatch, RowChange, RowDetail, RowOutcome};
use crate::ports::{
    AuditTrail, ChangeRefusal, Clock, DirectoryError, FindAccountsInBulk, Receipt, Records, StoreError, UnlockInBulk,
    WriteError,
};

/// How many accounts are recorded, and read back, at a time.
const BATCH: usize = 100;
/// For how long it holds that an account is locked. The operator may think about the plan for longer.
const FRESH: SignedDuration = SignedDuration::from_secs(60);

/// How the accounts are to be unlocked.
#[derive(Debug, Clone)]
pub struct Orders {
    /// Why, in the operator's words.
    pub reason: String,
    /// How many changes may be under way at once.
    pub concurrency: usize,
    /// How many refusals in a row end the run.
    pub max_failures: usize,
    /// When the accounts were looked up.
    pub looked_up: Timestamp,
}

/// What came of a run.
#[derive(Debug)]
pub struct Acted {
    /// What came of each, with its row, in the order of the rows.
    pub results: Vec<(usize, RowChange)>,
    /// What ended the run before its time; what was not begun then is [`RowDetail::NotTried`].
    pub abort: Option<AbortReason>,
}

/// What ends a run before its time.
#[derive(Debug)]
pub enum AbortReason {
    /// It was asked to end.
    Stopped,
    /// Too many refusals in a row.
    Failures,
    /// The directory was lost and could not be reached again.
    Directory(DirectoryError),
    /// The trail could not be written.
    Store(StoreError),
}

/// Unlocks `accounts`, each given with its row.
pub async fn unlock_all<D: FindAccountsInBulk + UnlockInBulk, R: Records>(
    accounts: Vec<(usize, BulkAccount)>,
    orders: &Orders,
    directory: &D,
    trail: &AuditTrail<'_, R>,
    clock: &dyn Clock,
    watch: &mut Watch<'_>,
) -> Acted {
    let _under_way = trail.hold();
    let todo: VecDeque<Job> = accounts.into_iter().map(|(row, account)| Job { row, account }).collect();
    let run = Run {
        orders,
        directory,
        trail,
        clock,
        ledger: Ledger::new(trail, watch, todo.len()),
        todo,
        has_begun: false,
        is_preparing: false,
        ready: VecDeque::new(),
        unlocked: Vec::new(),
        unclear: Vec::new(),
        sending: 0,
        reading_back: 0,
        refused_in_a_row: 0,
        lost: None,
        losses_in_a_row: 0,
        abort: None,
    };
    run.run().await
}

/// An account to unlock.
struct Job {
    row: usize,
    account: BulkAccount,
}

/// One that is about to be unlocked: the trail says so.
struct Intended {
    job: Job,
    receipt: Receipt,
    tries: u32,
    may_be_done: bool,
    /// The server that said it did it, on a connection that is lost since.
    by: Option<String>,
}

/// One that the server says is unlocked.
struct Unlocked {
    intended: Intended,
    server: String,
}

/// An answer that was waited for.
enum Event {
    Intended(Vec<Job>, Result<Vec<Receipt>, StoreError>),
    Answered(Box<Intended>, Result<String, WriteError>),
    ReadBack(Vec<Unlocked>, Result<Vec<Option<bool>>, DirectoryError>),
    LookedAgain(Vec<Job>, Result<Vec<Option<BulkMatch>>, DirectoryError>),
    Recorded(Recorded),
}

type Flying<'a> = FuturesUnordered<LocalBoxFuture<'a, Event>>;

struct Run<'a, 'w, D, R> {
    orders: &'a Orders,
    directory: &'a D,
    trail: &'a AuditTrail<'a, R>,
    clock: &'a dyn Clock,
    ledger: Ledger<'a, 'w, R>,
    todo: VecDeque<Job>,
    has_begun: bool,
    /// The next ones are looked at again, or being recorded.
    is_preparing: bool,
    ready: VecDeque<Intended>,
    unlocked: Vec<Unlocked>,
    /// Sent, and not known to be done.
    unclear: Vec<Intended>,
    sending: usize,
    reading_back: usize,
    refused_in_a_row: usize,
    /// Why the connection is not used until it is opened again.
    lost: Option<DirectoryError>,
    losses_in_a_row: u32,
    abort: Option<AbortReason>,
}

impl<'a, D: FindAccountsInBulk + UnlockInBulk, R: Records> Run<'a, '_, D, R> {
    async fn run(mut self) -> Acted {
        let mut flying = Flying::new();
        loop {
            if self.lost.is_none() {
                self.read_back(&mut flying);
                self.begin(&mut flying);
            }
            match (flying.next().await, self.lost.take()) {
                (Some(event), lost) => {
                    self.lost = lost;
                    self.on_event(event, &mut flying);
                    self.ledger.progress(self.unlocked.len() + self.reading_back);
                }
                (None, Some(error)) => self.recover(error).await,
                (None, None) => break,
            }
        }
        self.leave_the_rest().await;
        Acted { results: self.ledger.close(), abort: self.abort }
    }

    fn goes_on(&self) -> bool {
        self.abort.is_none() && !self.ledger.stop_is_asked()
    }

    /// Reads back a full batch, or what there is when no more will come.
    fn read_back(&mut self, flying: &mut Flying<'a>) {
        let is_all = self.ready.is_empty() && self.todo.is_empty() && !self.is_preparing;
        let is_last = self.sending == 0 && (is_all || !self.goes_on());
        if self.unlocked.len() >= BATCH || (is_last && !self.unlocked.is_empty()) {
            let batch = std::mem::take(&mut self.unlocked);
            self.reading_back += batch.len();
            let directory = self.directory;
            flying.push(Box::pin(async move {
                let accounts: Vec<_> = batch.iter().map(|one| one.intended.job.account.clone()).collect();
                let found = directory.read_back(&accounts).await;
                Event::ReadBack(batch, found)
            }));
        }
    }

    /// Sends as many changes as may be under way. The next ones are recorded meanwhile, so that the server need not
    /// wait for the disk.
    fn begin(&mut self, flying: &mut Flying<'a>) {
        let most = self.orders.concurrency.max(1);
        // Enough for the server to go on while the disk is slow for once.
        let ahead = if most == 1 { 1 } else { most.max(BATCH) };
        if self.goes_on() && !self.is_preparing && self.ready.len() < ahead && !self.todo.is_empty() {
            let batch = self.next_batch();
            let is_fresh = self.clock.now().duration_since(self.orders.looked_up) < FRESH;
            self.is_preparing = true;
            let directory = self.directory;
            flying.push(Box::pin(async move {
                let accounts: Vec<_> = batch.iter().map(|job| job.account.clone()).collect();
                let found = match is_fresh {
                    true => directory.check_each(&accounts).await,
                    false => directory.read_each(&accounts).await,
                };
                Event::LookedAgain(batch, found)
            }));
        }
        while self.goes_on() && self.sending < most {
            let Some(mut intended) = self.ready.pop_front() else { return };
            intended.tries += 1;
            self.sending += 1;
            let directory = self.directory;
            flying.push(Box::pin(async move {
                let answer = directory.unlock_one(&intended.receipt, &intended.job.account).await;
                Event::Answered(Box::new(intended), answer)
            }));
        }
    }

    fn on_event(&mut self, event: Event, flying: &mut Flying<'a>) {
        match event {
            Event::Intended(jobs, receipts) => self.intended(jobs, receipts),
            Event::Answered(intended, answer) => self.answered(*intended, answer),
            Event::ReadBack(batch, Ok(found)) => {
                self.reading_back -= batch.len();
                self.losses_in_a_row = 0;
                for (Unlocked { intended, server }, locked) in batch.into_iter().zip(found) {
                    let ended = match locked {
                        Some(false) => Ended::Open,
                        Some(true) => Ended::Unsure(RowDetail::LockedAgain),
                        None => Ended::Unsure(RowDetail::NotReadBack),
                    };
                    self.ledger.end(intended.job.row, intended.receipt, ended, Some(server));
                }
                if let Some(recorded) = self.ledger.record() {
                    flying.push(Box::pin(async move { Event::Recorded(recorded.await) }));
                }
            }
            Event::ReadBack(batch, Err(error)) => {
                self.reading_back -= batch.len();
                self.unlocked.extend(batch);
                self.lost.get_or_insert(error);
            }
            Event::LookedAgain(jobs, Ok(found)) => {
                let jobs = jobs.into_iter().zip(found).filter_map(|(job, now)| self.still_to_unlock(job, now));
                let jobs = jobs.collect();
                self.intend(jobs, flying);
            }
            Event::LookedAgain(jobs, Err(error)) => {
                self.is_preparing = false;
                self.put_back(jobs);
                self.lost.get_or_insert(error);
            }
            Event::Recorded(recorded) => self.recorded(recorded),
        }
    }

    fn answered(&mut self, mut intended: Intended, answer: Result<String, WriteError>) {
        self.sending -= 1;
        let refused = match answer {
            Ok(server) => {
                (self.refused_in_a_row, self.losses_in_a_row) = (0, 0);
                self.unlocked.push(Unlocked { intended, server });
                return;
            }
            Err(WriteError::NotSent(error)) => {
                self.lost.get_or_insert(error);
                self.unclear.push(intended);
                return;
            }
            Err(WriteError::NoAnswer { server }) => {
                intended.may_be_done = true;
                self.lost.get_or_insert(DirectoryError::TimedOut { server });
                self.unclear.push(intended);
                return;
            }
            Err(WriteError::Refused { refusal: ChangeRefusal::NoRight, .. } | WriteError::Protected(_)) => {
                Ended::Not(RowDetail::NoRight)
            }
            Err(WriteError::Refused { refusal: ChangeRefusal::Gone, .. }) => Ended::Not(RowDetail::Gone),
            Err(WriteError::Refused { code, .. }) => Ended::Not(RowDetail::Refused { code }),
            // One value is written, so there is no half of it.
            Err(WriteError::Partial { .. }) => Ended::Unsure(RowDetail::NoAnswer),
        };
        (self.refused_in_a_row, self.losses_in_a_row) = (self.refused_in_a_row + 1, 0);
        self.ledger.end(intended.job.row, intended.receipt, refused, None);
        if self.refused_in_a_row >= self.orders.max_failures.max(1) {
            self.abort.get_or_insert(AbortReason::Failures);
        }
    }

    async fn leave_the_rest(&mut self) {
        if !self.ready.is_empty() || !self.todo.is_empty() {
            self.abort.get_or_insert(AbortReason::Stopped);
        }
        for one in std::mem::take(&mut self.ready) {
            self.ledger.end(one.job.row, one.receipt, Ended::Not(RowDetail::NotTried), None);
        }
        self.record().await;
        for job in std::mem::take(&mut self.todo) {
            self.ledger.settle(job.row, RowOutcome::Failed, Some(RowDetail::NotTried));
        }
    }

    async fn record(&mut self) {
        if let Some(recorded) = self.ledger.record() {
            let recorded = recorded.await;
            self.recorded(recorded);
        }
    }

    /// Where the trail cannot be written, nothing more is changed.
    fn recorded(&mut self, recorded: Recorded) {
        if let Err(error) = self.ledger.recorded(recorded) {
            self.abort.get_or_insert(AbortReason::Store(error));
        }
    }
}
