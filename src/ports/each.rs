//! The controllers of the domain, each for itself. Nothing here changes anything.

use super::{Clock, DirectoryError};
use crate::domain::account::Account;
use crate::domain::replicas::Replica;

/// Asks every controller.
pub trait AskEach {
    /// How many there are to ask.
    fn controllers(&self) -> usize;

    /// The account as each controller has it. All are asked at once, and each is waited for as long as for any
    /// answer; `clock` is what theirs are compared with.
    async fn on_each(&self, account: &Account, clock: &dyn Clock) -> Vec<Asked>;
}

/// What one controller said.
#[derive(Debug)]
pub struct Asked {
    /// As it was asked for; its own name may be another.
    pub server: String,
    /// The account there, or why that is not known.
    pub answer: Result<Replica, DirectoryError>,
}
