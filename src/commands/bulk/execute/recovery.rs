//! Recovers from a lost connection: reopens it and resolves the changes without answer. Sends none itself.

use std::collections::VecDeque;

use super::{AbortReason, Executor, RowDetail, RowOutcome, UnlockEnd};
use crate::domain::bulk::decide_row;
use crate::ports::{DirectoryError, FindAccountsInBulk, Records, UnlockInBulk};

/// Attempts to reopen a lost connection, and losses in a row without an answer in between.
const REOPENINGS: u32 = 3;
/// Attempts per account, which may be what breaks the connection.
const TRIES: u32 = 3;

impl<D: FindAccountsInBulk + UnlockInBulk, R: Records> Executor<'_, '_, D, R> {
    /// Reopens the connection and resolves the changes without answer; those that were not made are queued again.
    pub(super) async fn recover(&mut self, mut error: DirectoryError) {
        self.consecutive_losses += 1;
        // Each sign-in with a wrong password brings the operator closer to a lockout.
        let is_final = |error: &DirectoryError| match error {
            DirectoryError::SignIn { .. } => true,
            DirectoryError::Ticket { fault, .. } => !fault.may_pass(),
            _ => false,
        };
        let mut time = 0;
        loop {
            if self.consecutive_losses > REOPENINGS || time == REOPENINGS || is_final(&error) {
                return self.give_up(error).await;
            }
            match self.directory.reopen(time).await {
                Ok(()) => break,
                Err(error @ DirectoryError::ReadOnly { .. }) => return self.give_up(error).await,
                Err(unreachable) => error = unreachable,
            }
            time += 1;
        }
        // The new connection may lead to a controller that has not replicated the changes yet.
        self.unclear.append(&mut self.unlocked);
        let accounts: Vec<_> = self.unclear.iter().map(|attempt| attempt.account.clone()).collect();
        match self.directory.locked_each(&accounts).await {
            Ok(found) => self.resolve_unclear(found).await,
            Err(error) => return self.lost = Some(error),
        }
        self.check_ready().await;
    }

    /// Checks on the new connection that the accounts to be unlocked may still be: the controller may be another one,
    /// and it has not been asked.
    async fn check_ready(&mut self) {
        if self.ready.is_empty() || !self.may_continue() {
            return;
        }
        let accounts: Vec<_> = self.ready.iter().map(|attempt| attempt.account.clone()).collect();
        let found = match self.directory.check_each(&accounts).await {
            Ok(found) => found,
            Err(error) => return self.lost = Some(error),
        };
        for (attempt, now) in std::mem::take(&mut self.ready).into_iter().zip(found) {
            let end = match now.map(|now| decide_row(&[now])) {
                Some((RowOutcome::WouldUnlock, _)) => {
                    self.ready.push_back(attempt);
                    continue;
                }
                Some((outcome, detail)) => UnlockEnd::Withheld(outcome, detail),
                None => UnlockEnd::NotUnlocked(RowDetail::Gone),
            };
            self.recorder.conclude(attempt, end);
        }
        self.record().await;
    }

    async fn resolve_unclear(&mut self, found: Vec<Option<bool>>) {
        let may_continue = self.may_continue();
        let mut retries = VecDeque::new();
        for (attempt, locked) in std::mem::take(&mut self.unclear).into_iter().zip(found) {
            let end = match (locked, attempt.may_be_done) {
                (Some(true), _) if may_continue && attempt.tries < TRIES => {
                    retries.push_back(attempt);
                    continue;
                }
                (Some(false), true) => UnlockEnd::Unlocked,
                (Some(false), false) => UnlockEnd::AlreadyOpen,
                (None, true) => UnlockEnd::Unclear(RowOutcome::NotReadBack),
                (None, false) => UnlockEnd::NotUnlocked(RowDetail::Gone),
                (Some(true), true) if attempt.server.is_some() => UnlockEnd::Unclear(RowOutcome::NotReadBack),
                (Some(true), true) => UnlockEnd::Unclear(RowOutcome::MayHaveChanged),
                (Some(true), false) => UnlockEnd::NotUnlocked(RowDetail::NotTried),
            };
            self.recorder.conclude(attempt, end);
        }
        retries.append(&mut self.ready);
        self.ready = retries;
        self.record().await;
    }

    /// Aborts, concluding the attempts with what is known.
    async fn give_up(&mut self, error: DirectoryError) {
        self.abort.get_or_insert(AbortReason::Directory(error));
        self.unclear.append(&mut self.unlocked);
        for attempt in std::mem::take(&mut self.unclear) {
            let end = match (&attempt.server, attempt.may_be_done) {
                (Some(_), _) => UnlockEnd::Unclear(RowOutcome::NotReadBack),
                (None, true) => UnlockEnd::Unclear(RowOutcome::MayHaveChanged),
                (None, false) => UnlockEnd::NotUnlocked(RowDetail::NotTried),
            };
            self.recorder.conclude(attempt, end);
        }
        self.record().await;
    }
}
