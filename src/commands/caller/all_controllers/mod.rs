//! Makes the other controllers of the site agree with a change on one of them, as the caller may sign in at any. One that
//! is still locked is unlocked directly instead of waiting for replication.

pub(in crate::commands) mod render;

use jiff::SignedDuration;

use super::identity_proof::IdentityProof;
use super::{CallerContext, Ports};
use crate::commands::Failure;
use crate::domain::account::Account;
use crate::domain::audit::Action;
use crate::domain::replicas::{Replica, same_password};
use crate::ports::{ControllerAnswer, ControllerScope, QueryControllers, StoreError, UnlockOnController};

/// The state of the controllers of the site.
#[derive(Debug)]
pub struct AllControllers {
    /// The latest answer of each controller.
    pub asked: Vec<ControllerAnswer>,
    /// Controllers that were unlocked directly.
    pub unlocked: Vec<String>,
    /// All have the new password, if one was set.
    pub same_password: bool,
    /// An unlock whose record failed.
    pub unrecorded: Option<StoreError>,
    pub took: SignedDuration,
}

impl AllControllers {
    /// Controllers that are still locked, or did not answer.
    pub fn behind(&self) -> impl Iterator<Item = &ControllerAnswer> {
        self.asked.iter().filter(|asked| asked.is_behind())
    }

    /// Whether all agree, so that the caller can sign in at any.
    pub fn agree(&self) -> bool {
        self.behind().next().is_none() && self.same_password
    }

    /// Whether all agree, and every change is recorded.
    pub fn is_complete(&self) -> bool {
        self.agree() && self.unrecorded.is_none()
    }
}

/// Reads the account on every controller of the site, unlocks it where it is still locked, and reads again until they
/// agree or time runs out. Never fails: the change on the first controller is already made.
pub(in crate::commands) async fn converge<P: Ports>(
    account: &Account,
    proof: &IdentityProof,
    password_was_set: bool,
    directory: &(impl QueryControllers + UnlockOnController),
    context: &CallerContext<'_, P>,
) -> AllControllers {
    let clock = context.clock;
    let began = clock.now();
    let same = |asked: &[ControllerAnswer]| !password_was_set || same_password(&replicas(asked));
    let settled = |asked: &[ControllerAnswer]| !asked.iter().any(ControllerAnswer::is_locked) && same(asked);
    let mut asked = directory.query_all(account, ControllerScope::Site, clock, &|_| true).await;
    let (mut unlocked, mut unrecorded) = (Vec::new(), None);
    for there in asked.iter().filter(|asked| asked.is_locked()) {
        let done = unlock(account, proof, there, directory, context).await;
        match done {
            Ok(true) => unlocked.push(there.server_name().to_owned()),
            Ok(false) => {}
            Err(error) => unrecorded = Some(error),
        }
    }
    if !settled(&asked) {
        asked = directory.query_all(account, ControllerScope::Site, clock, &settled).await;
    }
    AllControllers { same_password: same(&asked), asked, unlocked, unrecorded, took: clock.now().duration_since(began) }
}

/// Unlocks the account on one controller, with its own record. Returns whether it succeeded.
async fn unlock<P: Ports>(
    account: &Account,
    proof: &IdentityProof,
    there: &ControllerAnswer,
    directory: &impl UnlockOnController,
    context: &CallerContext<'_, P>,
) -> Result<bool, StoreError> {
    let act = context.act(Action::Unlock, account, Some(proof));
    let performed = context.perform(act, async |receipt| {
        let done = directory.unlock_on(receipt, account, there).await;
        let done = done.map_err(|error| Failure::Change { account: account.name.to_string(), error });
        (done, Some(there.server_name().to_owned()))
    });
    let performed = performed.await?;
    performed.recorded?;
    Ok(performed.result.is_ok())
}

fn replicas(asked: &[ControllerAnswer]) -> Vec<Replica> {
    asked.iter().filter_map(ControllerAnswer::replica).cloned().collect()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::ports::{DirectoryError, ServerFault};

    fn asked(server: &str, locked: bool) -> ControllerAnswer {
        let replica = Replica {
            server: server.to_owned(),
            settings_dn: String::new(),
            pdc_emulator: false,
            locked,
            lockout_time: None,
            wrong_tries: 0,
            last_wrong_try: None,
            password_last_set: Some(Timestamp::UNIX_EPOCH),
            clock_ahead: SignedDuration::ZERO,
            lock_change: None,
        };
        ControllerAnswer { place: 0, server: server.to_owned(), answer: Ok(replica) }
    }

    fn seen(asked: Vec<ControllerAnswer>, same_password: bool) -> AllControllers {
        AllControllers { asked, unlocked: vec![], same_password, unrecorded: None, took: SignedDuration::ZERO }
    }

    #[test]
    fn complete_is_when_all_are_heard_and_agree() {
        assert!(seen(vec![asked("dc1", false), asked("dc2", false)], true).is_complete());
        assert!(!seen(vec![asked("dc1", false), asked("dc2", true)], true).is_complete());
        assert!(!seen(vec![asked("dc1", false), asked("dc2", false)], false).is_complete());
        let tried = vec![("dc2".to_owned(), ServerFault::TimedOut)];
        let silent = ControllerAnswer { answer: Err(DirectoryError::Unreachable { tried }), ..asked("dc2", false) };
        let seen = seen(vec![asked("dc1", false), silent], true);
        assert!(!seen.is_complete());
        assert_eq!(seen.behind().map(ControllerAnswer::server_name).collect::<Vec<_>>(), ["dc2"]);
    }
}
