//! `lookup --each-server`: one account as every controller has it. Can only read.

use jiff::Timestamp;

use crate::commands::{Failure, target};
use crate::domain::account::Account;
use crate::domain::limits::{CodeLimits, Lately};
use crate::domain::query::Query;
use crate::domain::replicas::{Replica, arose_on};
use crate::domain::verdict::Verdict;
use crate::ports::{AccountHistory, Among, AskEach, Asked, Clock, FindAccounts};

pub use crate::domain::replicas::Origin;

/// Asks every controller for the one account that `query` points at.
///
/// # Errors
/// [`Failure::NoSuchAccount`], [`Failure::SeveralAccounts`], or the directory's. A controller that does not answer is
/// part of the outcome.
pub async fn run(
    typed: &str,
    query: &Query,
    directory: &(impl FindAccounts + AskEach),
    history: &impl AccountHistory,
    limits: &CodeLimits,
    clock: &dyn Clock,
) -> Result<EachServer, Failure> {
    let account = target::exactly_one(directory, typed, query).await?;
    let asked = directory.on_each(&account, Among::Domain, clock, &|_| true).await;
    let replicas: Vec<Replica> = asked.iter().filter_map(|asked| asked.answer.as_ref().ok().cloned()).collect();
    let now = clock.now();
    let verdict = Verdict::of(&account, now);
    let lately = history.lately(account.id, limits, now).await.ok();
    Ok(EachServer { account, verdict, lately, asked, origin: arose_on(&replicas), replicas, now })
}

/// One account on every controller.
#[derive(Debug)]
pub struct EachServer {
    /// The account as the first of them has it.
    pub account: Account,
    /// What that says.
    pub verdict: Verdict,
    /// Its last day, if the store could tell.
    pub lately: Option<Lately>,
    /// Each controller, in the order of the settings or of DNS.
    pub asked: Vec<Asked>,
    /// Those that answered.
    pub replicas: Vec<Replica>,
    /// Where the lock arose.
    pub origin: Option<Origin>,
    /// The time of the look-up.
    pub now: Timestamp,
}
