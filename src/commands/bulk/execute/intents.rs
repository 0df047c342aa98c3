//! Before an account is changed: whether it still may be, and that the trail says so. Sends nothing.

use super::{AbortReason, BATCH, Event, Flying, Intended, Job, Run};
use crate::domain::audit::{Act, Action};
use crate::domain::bulk::{BulkAccount, BulkMatch, RowDetail, RowOutcome, decide_row};
use crate::ports::{FindAccountsInBulk, Receipt, Records, StoreError, UnlockInBulk};

impl<'a, D: FindAccountsInBulk + UnlockInBulk, R: Records> Run<'a, '_, D, R> {
    /// At first no more than can be sent at once: the server has nothing to do until they are recorded. Those that go
    /// one by one are announced so.
    pub(super) fn next_batch(&mut self) -> Vec<Job> {
        let at_once = self.orders.concurrency.clamp(1, BATCH);
        let has_begun = std::mem::replace(&mut self.has_begun, true);
        let count = if has_begun && at_once > 1 { BATCH } else { at_once }.min(self.todo.len());
        self.todo.drain(..count).collect()
    }

    /// Has the trail say what is about to be done; [`Event::Intended`] tells when it does.
    pub(super) fn intend(&mut self, jobs: Vec<Job>, flying: &mut Flying<'a>) {
        self.is_preparing = !jobs.is_empty();
        if jobs.is_empty() {
            return;
        }
        let acts = jobs.iter().map(|job| act(&job.account, &self.orders.reason)).collect();
        let trail = self.trail;
        flying.push(Box::pin(async move { Event::Intended(jobs, trail.intend_all(acts).await) }));
    }

    pub(super) fn intended(&mut self, jobs: Vec<Job>, receipts: Result<Vec<Receipt>, StoreError>) {
        self.is_preparing = false;
        match receipts {
            Ok(receipts) => self.ready.extend(jobs.into_iter().zip(receipts).map(|(job, receipt)| Intended {
                job,
                receipt,
                tries: 0,
                may_be_done: false,
                by: None,
            })),
            Err(error) => {
                self.put_back(jobs);
                self.abort = Some(AbortReason::Store(error));
            }
        }
    }

    pub(super) fn put_back(&mut self, jobs: Vec<Job>) {
        jobs.into_iter().rev().for_each(|job| self.todo.push_front(job));
    }

    /// Whether the account, as it is `now`, is still to be unlocked. If not, its row is settled.
    pub(super) fn still_to_unlock(&mut self, job: Job, now: Option<BulkMatch>) -> Option<Job> {
        let (outcome, detail) = match now {
            None => (RowOutcome::Failed, Some(RowDetail::Gone)),
            Some(now) => match (decide_row(std::slice::from_ref(&now)), now) {
                ((RowOutcome::WouldUnlock, _), BulkMatch::Account(account)) => return Some(Job { account, ..job }),
                (decided, _) => decided,
            },
        };
        self.ledger.settle(job.row, outcome, detail);
        None
    }
}

fn act(account: &BulkAccount, reason: &str) -> Act {
    Act {
        action: Action::Unlock,
        account_id: account.id.to_string(),
        account: account.name.to_string(),
        number: None,
        number_mark: None,
        identified_by: None,
        delivery: None,
        reason: Some(reason.to_owned()),
    }
}
