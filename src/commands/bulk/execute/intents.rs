//! Prepares accounts for the change: checks that they may still be changed, and records the intents. Sends nothing.

use super::{
    AbortReason, BATCH, Event, Executor, FRESH, IndexedAccount, PendingEvents, RowDetail, RowOutcome, UnlockAttempt,
};
use crate::domain::audit::{Act, Action};
use crate::domain::bulk::{BulkAccount, BulkMatch, decide_row};
use crate::ports::{FindAccountsInBulk, Receipt, Records, StoreError, UnlockInBulk};

impl<'a, D: FindAccountsInBulk + UnlockInBulk, R: Records> Executor<'a, '_, D, R> {
    /// Reads the next batch again while changes are sent, so that the server need not wait for the disk.
    pub(super) fn prepare(&mut self, pending: &mut PendingEvents<'a>) {
        let concurrency = self.concurrency();
        // Enough for the server to continue while the disk is slow.
        let ahead = if concurrency == 1 { 1 } else { concurrency.max(BATCH) };
        if !self.may_continue() || self.is_preparing || self.ready.len() >= ahead || self.todo.is_empty() {
            return;
        }
        let batch = self.next_batch();
        let is_fresh = self.clock.now().duration_since(self.options.looked_up) < FRESH;
        self.is_preparing = true;
        let directory = self.directory;
        pending.push(Box::pin(async move {
            let accounts: Vec<_> = batch.iter().map(|(_, account)| account.clone()).collect();
            let found = match is_fresh {
                true => directory.check_each(&accounts).await,
                false => directory.read_each(&accounts).await,
            };
            Event::Reread(batch, found)
        }));
    }

    /// Takes at first only what can be sent at once, because the server idles until it is recorded. Without
    /// concurrency, intents are recorded one by one too.
    fn next_batch(&mut self) -> Vec<IndexedAccount> {
        let at_once = self.concurrency().min(BATCH);
        let has_started = std::mem::replace(&mut self.has_started, true);
        let count = if has_started && at_once > 1 { BATCH } else { at_once }.min(self.todo.len());
        self.todo.drain(..count).collect()
    }

    pub(super) fn record_intents(&mut self, accounts: Vec<IndexedAccount>, pending: &mut PendingEvents<'a>) {
        self.is_preparing = !accounts.is_empty();
        if accounts.is_empty() {
            return;
        }
        let acts = accounts.iter().map(|(_, account)| act(account, &self.options.reason)).collect();
        let trail = self.trail;
        pending.push(Box::pin(async move { Event::IntentsRecorded(accounts, trail.intend_all(acts).await) }));
    }

    pub(super) fn on_intents_recorded(
        &mut self,
        accounts: Vec<IndexedAccount>,
        receipts: Result<Vec<Receipt>, StoreError>,
    ) {
        self.is_preparing = false;
        match receipts {
            Ok(receipts) => self.ready.extend(accounts.into_iter().zip(receipts).map(|((row, account), receipt)| {
                UnlockAttempt { row, account, receipt, tries: 0, may_be_done: false, server: None }
            })),
            Err(error) => {
                self.put_back(accounts);
                self.abort = Some(AbortReason::Store(error));
            }
        }
    }

    pub(super) fn put_back(&mut self, accounts: Vec<IndexedAccount>) {
        accounts.into_iter().rev().for_each(|account| self.todo.push_front(account));
    }

    /// Returns the account as it is `now` if it is still to be unlocked; settles its row if not.
    pub(super) fn still_to_unlock(&mut self, row: usize, now: Option<BulkMatch>) -> Option<IndexedAccount> {
        let (outcome, detail) = match now {
            None => (RowOutcome::Failed, Some(RowDetail::Gone)),
            Some(now) => match (decide_row(std::slice::from_ref(&now)), now) {
                ((RowOutcome::WouldUnlock, _), BulkMatch::Account(account)) => return Some((row, account)),
                (decided, _) => decided,
            },
        };
        self.recorder.settle(row, outcome, detail);
        None
    }
}

fn act(account: &BulkAccount, reason: &str) -> Act {
    Act {
        reason: Some(reason.to_owned()),
        ..Act::new(Action::Unlock, account.id.to_string(), account.name.to_string())
    }
}
