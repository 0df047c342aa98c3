//! The controllers of the domain, one by one.

use super::{Clock, DirectoryError, Receipt, WriteError};
use crate::domain::account::Account;
use crate::domain::replicas::Replica;

/// Which controllers are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ControllerScope {
    /// All that are known.
    Domain,
    /// Those of the operator's site, the PDC emulator, and the one signed in to; without a site, all.
    Site,
}

/// Asks controllers. Read-only.
pub trait QueryControllers {
    /// How many there are in the domain.
    fn controllers(&self) -> usize;

    /// The account on each controller. All are asked at once, each with the usual time limit, and again until they are
    /// `settled`, for as long once more. Their clocks are compared with `clock`.
    async fn query_all(
        &self,
        account: &Account,
        among: ControllerScope,
        clock: &dyn Clock,
        settled: &dyn Fn(&[ControllerAnswer]) -> bool,
    ) -> Vec<ControllerAnswer>;

    /// The account on each controller [of the site](ControllerScope::Site) that answers at once. One that recently did not answer
    /// is not asked.
    async fn query_responsive(&self, account: &Account, clock: &dyn Clock) -> Vec<ControllerAnswer>;
}

/// Changes accounts on one controller among others. Every change needs the [`Receipt`] of a recorded intent.
pub trait UnlockOnController {
    /// Ends the lockout there, and changes nothing else.
    ///
    /// # Errors
    /// [`WriteError`], which says whether anything changed.
    async fn unlock_on(&self, receipt: &Receipt, account: &Account, there: &ControllerAnswer)
    -> Result<(), WriteError>;
}

/// The answer of one controller.
#[derive(Debug)]
pub struct ControllerAnswer {
    /// Its place among the controllers.
    pub place: usize,
    /// Its configured name, which may differ from its own.
    pub server: String,
    /// The account there, or why it is unknown.
    pub answer: Result<Replica, DirectoryError>,
}
