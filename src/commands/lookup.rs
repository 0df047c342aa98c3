//! `lookup`: who is this, and why can they not sign in. Can only read.

use clap::ArgGroup;
use clap::builder::NonEmptyStringValueParser;
use jiff::Timestamp;

use super::Failure;
use crate::domain::account::Account;
use crate::domain::bulk::Candidate;
use crate::domain::limits::{CodeLimits, Lately};
use crate::domain::query::Query;
use crate::domain::verdict::Verdict;
use crate::ports::{AccountHistory, Clock, FindAccounts, FindMany};

/// What to look for.
#[derive(Debug, Clone, clap::Args)]
#[group(skip)]
#[command(group(ArgGroup::new("whom").required(true).args(["query", "locked"])))]
pub struct Args {
    /// User name, DOMAIN\user, user@domain, mail address, phone number or name
    #[arg(value_name = "QUERY")]
    pub query: Vec<String>,
    /// Every account that is locked now
    #[arg(long)]
    pub locked: bool,
    /// Only below this entry
    #[arg(long, value_name = "DN", requires = "locked", conflicts_with = "query", value_parser = NonEmptyStringValueParser::new())]
    pub under: Option<String>,
}

/// Looks up the words of `query` as one question.
///
/// # Errors
/// [`Failure::NoSuchAccount`] when nobody matches; the directory's.
pub async fn run(
    typed: &str,
    query: &Query,
    directory: &impl FindAccounts,
    history: &impl AccountHistory,
    limits: &CodeLimits,
    clock: &dyn Clock,
) -> Result<Outcome, Failure> {
    let found = directory.find(query).await?;
    if found.accounts.is_empty() {
        return Err(Failure::NoSuchAccount { query: typed.to_owned(), searched_domain: found.searched_domain });
    }
    let now = clock.now();
    let mut accounts = Vec::with_capacity(found.accounts.len());
    for account in found.accounts {
        let verdict = Verdict::of(&account, now);
        // A store that fails keeps nobody from being looked up.
        let lately = history.lately(account.id, limits, now).await.ok();
        accounts.push((account, verdict, lately));
    }
    Ok(Outcome { accounts, more: found.more, now })
}

/// Every account that is locked now, in the order of their names.
///
/// # Errors
/// The directory's.
pub async fn locked(under: Option<&str>, directory: &impl FindMany, clock: &dyn Clock) -> Result<Locked, Failure> {
    let mut accounts = directory.all_locked(under).await?;
    accounts.sort_by(|one, other| one.name.as_str().cmp(other.name.as_str()));
    Ok(Locked { accounts, now: clock.now() })
}

/// Who is locked.
#[derive(Debug)]
pub struct Locked {
    /// The accounts.
    pub accounts: Vec<Candidate>,
    /// The time of the look-up.
    pub now: Timestamp,
}

/// Who was found.
#[derive(Debug)]
pub struct Outcome {
    /// The accounts, each with its verdict and its last day, if the store could tell.
    pub accounts: Vec<(Account, Verdict, Option<Lately>)>,
    /// There are more than these.
    pub more: bool,
    /// The time of the verdicts.
    pub now: Timestamp,
}
