//! The controllers of the domain, each for itself.

use super::{Clock, DirectoryError, Receipt, WriteError};
use crate::domain::account::Account;
use crate::domain::replicas::Replica;

/// Which controllers are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ControllerScope {
    /// All that are known.
    Domain,
    /// Those of the operator's site, the PDC emulator, and the one that is signed in to; without a site, all.
    Site,
}

/// Asks controllers. Changes nothing.
pub trait QueryControllers {
    /// How many there are in the domain.
    fn controllers(&self) -> usize;

    /// The account as each controller has it. All are asked at once, and each is waited for as long as for any answer.
    /// Until they are `settled` they are asked again, for as long once more. `clock` is what theirs are compared with.
    async fn query_all(
        &self,
        account: &Account,
        among: ControllerScope,
        clock: &dyn Clock,
        settled: &dyn Fn(&[ControllerAnswer]) -> bool,
    ) -> Vec<ControllerAnswer>;

    /// The account as each controller [of the site](ControllerScope::Site) has it that answers at once: nobody is kept waiting by
    /// one that is silent, nor by one that was a short while ago, which tells nothing.
    async fn query_responsive(&self, account: &Account, clock: &dyn Clock) -> Vec<ControllerAnswer>;
}

/// Changes accounts on one controller among others. Every change needs the [`Receipt`] of a recorded intent.
pub trait UnlockOnController {
    /// Ends the lockout there, and touches nothing but the lock.
    ///
    /// # Errors
    /// [`WriteError`], which says whether anything changed.
    async fn unlock_on(&self, receipt: &Receipt, account: &Account, there: &ControllerAnswer)
    -> Result<(), WriteError>;
}

/// What one controller said.
#[derive(Debug)]
pub struct ControllerAnswer {
    /// Its place among the controllers.
    pub place: usize,
    /// As it was asked for; its own name may be another.
    pub server: String,
    /// The account there, or why that is not known.
    pub answer: Result<Replica, DirectoryError>,
}
