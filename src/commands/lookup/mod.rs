//! `lookup`: who is this, and why can they not sign in. Can only read.

mod each_server;
mod render;

use clap::ArgGroup;
use clap::builder::NonEmptyStringValueParser;
use jiff::Timestamp;

use super::caller::warnings::found_sharing;
use super::caller::{AccountQuery, controller_agreement};
use super::{Failure, Nature};
use crate::domain::account::Account;
use crate::domain::bulk::{BulkAccount, BulkMatch};
use crate::domain::limits::{CodeLimits, RecentActivity};
use crate::domain::query::Query;
use crate::domain::unreadable::UnreadableAccount;
use crate::domain::verdict::Verdict;
use crate::domain::warnings::{MobileRules, NumberSharing, Warning, warnings};
use crate::ports::{AccountHistory, Clock, FindAccounts, FindAccountsInBulk, FoundAccounts, QueryControllers};
pub use each_server::{EachServer, each_server};

#[derive(Debug, Clone, clap::Args)]
#[group(skip)]
#[command(group(ArgGroup::new("whom").required(true).args(["query", "locked"])))]
pub struct Args {
    #[arg(value_name = "QUERY")]
    pub(crate) query: Vec<String>,
    #[arg(long)]
    pub(crate) locked: bool,
    #[arg(long, conflicts_with = "locked")]
    pub(crate) each_server: bool,
    #[arg(long, value_name = "DN", requires = "locked", conflicts_with = "query", value_parser = NonEmptyStringValueParser::new())]
    pub(crate) under: Option<String>,
}

pub enum Request {
    Accounts(AccountQuery),
    /// One account, on every controller.
    EachServer(AccountQuery),
    /// Every account that is locked, below an entry or anywhere.
    Locked(Option<String>),
}

/// What a look-up reads beside the directory.
pub struct LookupContext<'a, H> {
    /// What the desk has done with an account.
    pub history: &'a H,
    /// The limits of codes.
    pub limits: &'a CodeLimits,
    /// When a number is new.
    pub mobile: &'a MobileRules,
    pub clock: &'a dyn Clock,
}

impl Args {
    /// Reads the words as one question.
    pub fn read(&self) -> Result<Request, Failure> {
        if self.locked {
            return Ok(Request::Locked(self.under.clone()));
        }
        let query = AccountQuery::read(&self.query.join(" "))?;
        Ok(if self.each_server { Request::EachServer(query) } else { Request::Accounts(query) })
    }
}

impl Request {
    pub const NATURE: Nature = Nature::Reads;
}

/// Looks up who matches.
///
/// # Errors
/// [`Failure::NoSuchAccount`] when nobody matches; the directory's.
pub async fn accounts(
    asked: &AccountQuery,
    directory: &(impl FindAccounts + QueryControllers),
    context: &LookupContext<'_, impl AccountHistory>,
) -> Result<Outcome, Failure> {
    let found = directory.find(&asked.query).await?;
    if found.accounts.is_empty() && found.unreadable.is_empty() {
        let query = asked.typed.clone();
        return Err(Failure::NoSuchAccount { query, searched_domain: found.searched_domain });
    }
    let now = context.clock.now();
    let sharings: Vec<_> = found.accounts.iter().map(|account| found_sharing(&found, account, &asked.query)).collect();
    let is_name_and_number = found.accounts.len() + found.unreadable.len() > 1 && names_one(&asked.query, &found);
    let is_one = found.accounts.len() == 1 && found.unreadable.is_empty();
    let mut accounts = Vec::with_capacity(found.accounts.len());
    for (account, sharing) in found.accounts.into_iter().zip(sharings) {
        let (account, disagreement) = match is_one {
            true => controller_agreement::compared(account, directory, context.clock).await,
            false => (account, None),
        };
        let mut seen = AccountSummary::at(now, account, sharing, context).await;
        seen.warnings.splice(..0, disagreement);
        accounts.push(seen);
    }
    Ok(Outcome {
        accounts,
        unreadable: found.unreadable,
        is_name_and_number,
        more: found.more,
        controllers: directory.controllers(),
        now,
    })
}

/// Whether what could be a name or a number is the name of one who was found.
fn names_one(query: &Query, found: &FoundAccounts) -> bool {
    let Query::NameOrPhone { name, .. } = query else { return false };
    let accounts = found.accounts.iter().map(|account| account.name.as_str());
    let mut names = accounts.chain(found.unreadable.iter().map(UnreadableAccount::name_or_dn));
    names.any(|one| one.to_lowercase() == name.as_str().to_lowercase())
}

/// Every account that is locked now, in the order of their names.
pub async fn locked(
    under: Option<&str>,
    directory: &impl FindAccountsInBulk,
    clock: &dyn Clock,
) -> Result<Locked, Failure> {
    let (mut accounts, mut unreadable) = (vec![], vec![]);
    for found in directory.all_locked(under).await? {
        match found {
            BulkMatch::Account(account) => accounts.push(account),
            BulkMatch::Unreadable(entry) => unreadable.push(entry),
        }
    }
    accounts.sort_by(|one, other| one.name.as_str().cmp(other.name.as_str()));
    unreadable.sort_by(|one, other| one.name_or_dn().cmp(other.name_or_dn()));
    Ok(Locked { accounts, unreadable, now: clock.now() })
}

/// Who is locked.
#[derive(Debug)]
pub struct Locked {
    /// The accounts.
    pub accounts: Vec<BulkAccount>,
    /// Those that may be locked: too little of them may be read.
    pub unreadable: Vec<UnreadableAccount>,
    pub now: Timestamp,
}

impl Locked {
    /// Whether nobody is locked, as far as may be read.
    pub fn is_empty(&self) -> bool {
        self.accounts.is_empty() && self.unreadable.is_empty()
    }
}

/// One who was found.
#[derive(Debug)]
pub struct AccountSummary {
    /// The account.
    pub account: Account,
    /// Why they cannot sign in.
    pub verdict: Verdict,
    /// What speaks against a caller.
    pub warnings: Vec<Warning>,
    /// Who else has the number; `None`: it was not asked for.
    pub sharing: Option<NumberSharing>,
    /// What the desk has done with it in the last day; `None`: the store could not tell.
    pub lately: Option<RecentActivity>,
}

impl AccountSummary {
    async fn at(
        now: Timestamp,
        account: Account,
        sharing: Option<NumberSharing>,
        context: &LookupContext<'_, impl AccountHistory>,
    ) -> Self {
        // A store that fails keeps nobody from being looked up.
        let lately = context.history.recent_activity(account.id, context.limits, now).await.ok();
        let warnings = warnings(&account, context.mobile, sharing.as_ref(), &lately.unwrap_or_default(), now);
        Self { verdict: Verdict::of(&account, now), warnings, account, sharing, lately }
    }
}

/// Who was found.
#[derive(Debug)]
pub struct Outcome {
    /// The accounts.
    pub accounts: Vec<AccountSummary>,
    /// Those beside them of which too little may be read.
    pub unreadable: Vec<UnreadableAccount>,
    /// What was typed is the user name of one and the phone number of others: which was meant is not clear.
    pub is_name_and_number: bool,
    pub more: bool,
    /// How many controllers there are; one was asked.
    pub controllers: usize,
    /// The time of the verdicts.
    pub now: Timestamp,
}
