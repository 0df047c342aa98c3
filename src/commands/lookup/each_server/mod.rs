//! `lookup --each-server`: one account as every controller has it. Can only read.

pub(in crate::commands) mod render;

use jiff::Timestamp;

use super::{AccountSummary, LookupContext};
use crate::commands::Failure;
use crate::commands::caller::AccountQuery;
use crate::domain::replicas::{LockOrigin, Replica, lock_origin};
use crate::ports::{AccountHistory, ControllerAnswer, ControllerScope, FindAccounts, QueryControllers};

/// Asks every controller about one account.
///
/// # Errors
/// [`Failure::NoSuchAccount`], [`Failure::SeveralAccounts`], or the directory's. A controller that does not answer is
/// part of the outcome.
pub async fn each_server(
    asked: &AccountQuery,
    directory: &(impl FindAccounts + QueryControllers),
    context: &LookupContext<'_, impl AccountHistory>,
) -> Result<EachServer, Failure> {
    let account = asked.resolve(directory).await?;
    let now = context.clock.now();
    let asked = directory.query_all(&account, ControllerScope::Domain, context.clock, &|_| true).await;
    let replicas: Vec<Replica> = asked.iter().filter_map(ControllerAnswer::replica).cloned().collect();
    let summary = AccountSummary::at(now, account, None, context).await;
    Ok(EachServer { summary, asked, origin: lock_origin(&replicas), replicas, now })
}

/// One account on every controller.
#[derive(Debug)]
pub struct EachServer {
    /// The account as the first controller has it.
    pub summary: AccountSummary,
    /// Each controller, in the order of the settings or of DNS.
    pub asked: Vec<ControllerAnswer>,
    pub replicas: Vec<Replica>,
    pub origin: Option<LockOrigin>,
    pub now: Timestamp,
}
