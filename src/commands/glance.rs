//! Whether the controllers agree on an account's lock, as far as they answer at once. The one that was asked may not have
//! heard of a lock that keeps the caller out. Can only read.

use crate::domain::account::{Account, Lock, LockoutDuration};
use crate::domain::policy::AppliedPolicy;
use crate::domain::replicas::{Replica, disagreement};
use crate::domain::signs::Sign;
use crate::ports::{AskEach, Clock};

/// The account, locked if it is locked anywhere; and that they do not agree.
pub(super) async fn compared(account: Account, directory: &impl AskEach, clock: &dyn Clock) -> (Account, Option<Sign>) {
    if directory.controllers() < 2 {
        return (account, None);
    }
    let asked = directory.at_a_glance(&account, clock).await;
    let replicas: Vec<Replica> = asked.into_iter().filter_map(|asked| asked.answer.ok()).collect();
    let Some(disagreement) = disagreement(&replicas) else { return (account, None) };
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
    (Account { lock, ..account }, Some(Sign::ServersDisagree(disagreement)))
}
