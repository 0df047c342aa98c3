//! Handles what a run waits for: answers of the directory and of the trail.

use super::{AbortReason, Event, Executor, PendingEvents, UnlockAttempt, UnlockEnd};
use crate::domain::bulk::{RowDetail, RowOutcome, protection_detail};
use crate::ports::{ChangeRefusal, DirectoryError, FindAccountsInBulk, Records, UnlockInBulk, WriteError};

impl<'a, D: FindAccountsInBulk + UnlockInBulk, R: Records> Executor<'a, '_, D, R> {
    pub(super) fn on_event(&mut self, event: Event, pending: &mut PendingEvents<'a>) {
        match event {
            Event::Reread(accounts, Ok(found)) => {
                let accounts = accounts.into_iter().zip(found);
                let accounts = accounts.filter_map(|((row, _), now)| self.still_to_unlock(row, now)).collect();
                self.record_intents(accounts, pending);
            }
            Event::Reread(accounts, Err(error)) => {
                self.is_preparing = false;
                self.put_back(accounts);
                self.lost.get_or_insert(error);
            }
            Event::IntentsRecorded(accounts, receipts) => self.on_intents_recorded(accounts, receipts),
            Event::Answered(attempt, answer) => self.on_answer(*attempt, answer),
            Event::ReadBack(batch, Ok(found)) => {
                self.reading_back -= batch.len();
                self.consecutive_losses = 0;
                for (attempt, locked) in batch.into_iter().zip(found) {
                    let end = match locked {
                        Some(false) => UnlockEnd::Unlocked,
                        Some(true) => UnlockEnd::LockedAgain,
                        None => UnlockEnd::Unclear(RowOutcome::NotReadBack),
                    };
                    self.recorder.conclude(attempt, end);
                }
                if let Some(recorded) = self.recorder.record() {
                    pending.push(Box::pin(async move { Event::ResultsRecorded(recorded.await) }));
                }
            }
            Event::ReadBack(batch, Err(error)) => {
                self.reading_back -= batch.len();
                self.unlocked.extend(batch);
                self.lost.get_or_insert(error);
            }
            Event::ResultsRecorded(recorded) => self.on_results_recorded(recorded),
        }
    }

    fn on_answer(&mut self, mut attempt: UnlockAttempt, answer: Result<String, WriteError>) {
        self.sending -= 1;
        let end = match answer {
            Ok(server) => {
                (self.consecutive_refusals, self.consecutive_losses) = (0, 0);
                (attempt.may_be_done, attempt.server) = (true, Some(server));
                self.unlocked.push(attempt);
                return;
            }
            Err(WriteError::NotSent(error)) => {
                self.lost.get_or_insert(error);
                self.unclear.push(attempt);
                return;
            }
            Err(WriteError::NoAnswer { server }) => {
                attempt.may_be_done = true;
                self.lost.get_or_insert(DirectoryError::TimedOut { server });
                self.unclear.push(attempt);
                return;
            }
            Err(WriteError::Protected(why)) => UnlockEnd::Withheld(RowOutcome::Protected, protection_detail(&why)),
            Err(WriteError::Refused { refusal: ChangeRefusal::NoRight, .. }) => UnlockEnd::NoRight,
            Err(WriteError::Refused { refusal: ChangeRefusal::Gone, .. }) => UnlockEnd::NotUnlocked(RowDetail::Gone),
            Err(WriteError::Refused { code, .. }) => UnlockEnd::NotUnlocked(RowDetail::Refused { code }),
            // A single value is written, so it cannot be half done.
            Err(WriteError::Partial { .. }) => UnlockEnd::Unclear(RowOutcome::MayHaveChanged),
        };
        (self.consecutive_refusals, self.consecutive_losses) = (self.consecutive_refusals + 1, 0);
        self.recorder.conclude(UnlockAttempt { server: None, ..attempt }, end);
        let max = self.options.max_failures.max(1);
        if self.consecutive_refusals >= max {
            self.abort.get_or_insert(AbortReason::Failures { in_a_row: max });
        }
    }
}
