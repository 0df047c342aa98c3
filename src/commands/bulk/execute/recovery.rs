//! After the connection is lost: opened again, and found out what became of the changes that got no
//! answer. Sends none itself.

use std::collections::VecDeque;

use super::{AbortReason, Ended, RowDetail, Run, Unlocked};
use crate::ports::{DirectoryError, FindAccountsInBulk, Records, UnlockInBulk};

/// How often a lost connection is tried again before it is given up, and how often in a row one that
/// was opened again may break before anything was answered.
const REOPENINGS: u32 = 3;
/// How often one account is tried. It may be what breaks the connection.
const TRIES: u32 = 3;

impl<D: FindAccountsInBulk + UnlockInBulk, R: Records> Run<'_, '_, D, R> {
    /// Opens the connection again and finds out what became of the changes that got no answer; those
    /// that were not made are made again.
    pub(super) async fn recover(&mut self, mut error: DirectoryError) {
        self.losses_in_a_row += 1;
        // Each sign-in with a password that is no longer right brings the operator closer to a lock.
        let is_final = |error: &DirectoryError| match error {
            DirectoryError::SignIn { .. } => true,
            DirectoryError::Ticket { fault, .. } => !fault.may_pass(),
            _ => false,
        };
        let mut time = 0;
        loop {
            if self.losses_in_a_row > REOPENINGS || time == REOPENINGS || is_final(&error) {
                return self.give_up(error).await;
            }
            match self.directory.reopen(time).await {
                Ok(()) => break,
                Err(unreachable) => error = unreachable,
            }
            time += 1;
        }
        // What is open now may be another controller, which has not heard of what the one before did.
        let unread = std::mem::take(&mut self.unlocked);
        self.unclear.extend(unread.into_iter().map(|Unlocked { mut intended, server }| {
            (intended.may_be_done, intended.by) = (true, Some(server));
            intended
        }));
        let accounts: Vec<_> = self.unclear.iter().map(|one| one.job.account.clone()).collect();
        match self.directory.locked_each(&accounts).await {
            Ok(found) => self.sort_out(found).await,
            Err(error) => self.lost = Some(error),
        }
    }

    async fn sort_out(&mut self, found: Vec<Option<bool>>) {
        let goes_on = self.goes_on();
        let mut again = VecDeque::new();
        for (one, locked) in std::mem::take(&mut self.unclear).into_iter().zip(found) {
            let ended = match (locked, one.may_be_done) {
                (Some(true), _) if goes_on && one.tries < TRIES => {
                    again.push_back(one);
                    continue;
                }
                (Some(false), true) => Ended::Open,
                (Some(false), false) => Ended::WasOpen,
                (None, true) => Ended::Unsure(RowDetail::NotReadBack),
                (None, false) => Ended::Not(RowDetail::Gone),
                (Some(true), true) if one.by.is_some() => Ended::Unsure(RowDetail::NotReadBack),
                (Some(true), true) => Ended::Unsure(RowDetail::NoAnswer),
                (Some(true), false) => Ended::Not(RowDetail::NotTried),
            };
            self.ledger.end(one.job.row, one.receipt, ended, one.by);
        }
        again.append(&mut self.ready);
        self.ready = again;
        self.record().await;
    }

    /// Ends with what is known.
    async fn give_up(&mut self, error: DirectoryError) {
        self.abort.get_or_insert(AbortReason::Directory(error));
        for one in std::mem::take(&mut self.unclear) {
            let ended = match (&one.by, one.may_be_done) {
                (Some(_), _) => Ended::Unsure(RowDetail::NotReadBack),
                (None, true) => Ended::Unsure(RowDetail::NoAnswer),
                (None, false) => Ended::Not(RowDetail::NotTried),
            };
            self.ledger.end(one.job.row, one.receipt, ended, one.by);
        }
        for Unlocked { intended, server } in std::mem::take(&mut self.unlocked) {
            let ended = Ended::Unsure(RowDetail::NotReadBack);
            self.ledger.end(intended.job.row, intended.receipt, ended, Some(server));
        }
        self.record().await;
    }
}
