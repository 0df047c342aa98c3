//! `lookup --each-server`: one account as every controller has it. Can only read.

use jiff::Timestamp;

use super::Seen;
use crate::commands::{Failure, target};
use crate::domain::limits::CodeLimits;
use crate::domain::query::Query;
use crate::domain::replicas::{Replica, lock_origin};
use crate::domain::warnings::MobileRules;
use crate::ports::{AccountHistory, Clock, ControllerAnswer, ControllerScope, FindAccounts, QueryControllers};

pub use crate::domain::replicas::LockOrigin;

/// Asks every controller for the one account that `query` points at.
///
/// # Errors
/// [`Failure::NoSuchAccount`], [`Failure::SeveralAccounts`], or the directory's. A controller that does not answer is
/// part of the outcome.
pub async fn run(
    typed: &str,
    query: &Query,
    directory: &(impl FindAccounts + QueryControllers),
    history: &impl AccountHistory,
    limits: &CodeLimits,
    mobile: &MobileRules,
    clock: &dyn Clock,
) -> Result<EachServer, Failure> {
    let account = target::exactly_one(directory, typed, query).await?;
    let now = clock.now();
    let asked = directory.query_all(&account, ControllerScope::Domain, clock, &|_| true).await;
    let replicas: Vec<Replica> = asked.iter().filter_map(|asked| asked.answer.as_ref().ok().cloned()).collect();
    let seen = Seen::at(now, account, None, history, limits, mobile).await;
    Ok(EachServer { seen, asked, origin: lock_origin(&replicas), replicas, now })
}

/// One account on every controller.
#[derive(Debug)]
pub struct EachServer {
    /// The account as the first of them has it.
    pub seen: Seen,
    /// Each controller, in the order of the settings or of DNS.
    pub asked: Vec<ControllerAnswer>,
    /// Those that answered.
    pub replicas: Vec<Replica>,
    /// Where the lock arose.
    pub origin: Option<LockOrigin>,
    /// The time of the look-up.
    pub now: Timestamp,
}
