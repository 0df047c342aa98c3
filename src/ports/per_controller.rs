//! Single controllers of the domain.

use super::{Clock, DirectoryError, Receipt, WriteError};
use crate::domain::account::Account;
use crate::domain::replicas::Replica;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ControllerScope {
    Domain,
    /// The operator's site, the PDC emulator and the one signed in to. All, if no site is configured.
    Site,
}

/// Queries controllers one by one. Changes nothing.
pub trait QueryControllers {
    /// Number of controllers in the domain.
    fn controllers(&self) -> usize;

    /// Reads the account on every controller at once, each with the usual time limit. Repeats until `stop_when` returns
    /// true or as much time again has passed. Controllers' clocks are compared with `clock`.
    async fn query_all(
        &self,
        account: &Account,
        among: ControllerScope,
        clock: &dyn Clock,
        stop_when: &dyn Fn(&[ControllerAnswer]) -> bool,
    ) -> Vec<ControllerAnswer>;

    /// Reads the account on the controllers [of the site](ControllerScope::Site) that answer at once. Skips those that
    /// recently did not answer.
    async fn query_responsive(&self, account: &Account, clock: &dyn Clock) -> Vec<ControllerAnswer>;
}

/// Changes an account on a given controller. Every change needs the [`Receipt`] of a recorded intent.
pub trait UnlockOnController {
    /// Clears the lockout there and nothing else.
    ///
    /// # Errors
    /// [`WriteError`], which says whether anything changed.
    async fn unlock_on(&self, receipt: &Receipt, account: &Account, there: &ControllerAnswer)
    -> Result<(), WriteError>;
}

/// One controller's answer.
#[derive(Debug)]
pub struct ControllerAnswer {
    /// Index among the controllers.
    pub place: usize,
    /// The name it was addressed by.
    pub server: String,
    pub answer: Result<Replica, DirectoryError>,
}

impl ControllerAnswer {
    /// What it answered, if it did.
    pub fn replica(&self) -> Option<&Replica> {
        self.answer.as_ref().ok()
    }

    /// Its own name, if it answered.
    pub fn server_name(&self) -> &str {
        self.replica().map_or(&self.server, |replica| &replica.server)
    }

    /// Whether the account is known to be locked there.
    pub fn is_locked(&self) -> bool {
        self.replica().is_some_and(|replica| replica.locked)
    }

    /// Whether the account is locked there, or may be, since it did not answer.
    pub fn is_behind(&self) -> bool {
        self.replica().is_none_or(|replica| replica.locked)
    }
}
