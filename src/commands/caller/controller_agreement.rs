//! Compares an account's lock on the controllers that respond quickly: a lock that keeps the caller out may not have
//! replicated to the one that was asked. Can only read.

use crate::domain::account::{Account, Lock, LockoutDuration};
use crate::domain::policy::AppliedPolicy;
use crate::domain::replicas::{Replica, disagreement};
use crate::domain::warnings::Warning;
use crate::ports::{Clock, ControllerAnswer, QueryControllers};

/// The account, locked if it is locked on any controller, with a warning if the controllers disagree or one that may have
/// the lock did not answer.
pub(in crate::commands) async fn compared(
    account: Account,
    directory: &impl QueryControllers,
    clock: &dyn Clock,
) -> (Account, Option<Warning>) {
    if directory.controllers() < 2 {
        return (account, None);
    }
    let asked = directory.query_responsive(&account, clock).await;
    let (mut replicas, mut unresponsive): (Vec<Replica>, Vec<String>) = Default::default();
    for ControllerAnswer { server, answer, .. } in asked {
        match answer {
            Ok(replica) => replicas.push(replica),
            Err(_) => unresponsive.push(server),
        }
    }
    let Some(disagreement) = disagreement(&replicas) else {
        let may_hide_a_lock = !unresponsive.is_empty() && !account.lock.is_locked();
        return (account, may_hide_a_lock.then_some(Warning::ServersUnreachable(unresponsive)));
    };
    let lock = match account.lock {
        Lock::Locked { .. } => account.lock,
        Lock::Open | Lock::Lapsed { .. } => {
            let lasts = match &account.policy {
                AppliedPolicy::Known(policy) => policy.lockout_duration,
                AppliedPolicy::Unreadable { .. } => LockoutDuration::Unknown,
            };
            Lock::from_directory(true, disagreement.since, lasts)
        }
    };
    (Account { lock, ..account }, Some(Warning::ServersDisagree(disagreement)))
}
