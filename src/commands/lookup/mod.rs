//! `lookup`: shows who someone is and why they cannot sign in. Can only read.

mod caller;
pub(in crate::commands) mod each_server;
pub(in crate::commands) mod many;
mod numbers;
pub(in crate::commands) mod render;

use std::path::PathBuf;

use clap::ArgGroup;
use clap::builder::NonEmptyStringValueParser;
use jiff::Timestamp;

use super::bulk::AccountSource;
use super::caller::warnings::found_sharing;
use super::caller::{AccountQuery, controller_agreement};
use super::{Failure, Nature};
use crate::domain::account::Account;
use crate::domain::audit::AuditRecord;
use crate::domain::bulk::input::Input;
use crate::domain::bulk::{BulkAccount, BulkMatch};
use crate::domain::identity::same_name;
use crate::domain::limits::{CodeLimits, RecentActivity};
use crate::domain::query::Query;
use crate::domain::unreadable::UnreadableAccount;
use crate::domain::verdict::Verdict;
use crate::domain::warnings::{MobileRules, NumberSharing, Warning, warnings};
use crate::ports::{AccountHistory, Clock, FindAccounts, FindAccountsInBulk, FoundAccounts, QueryControllers};
pub use caller::{CallerVerification, KnowsCallers};
pub use each_server::{EachServer, each_server};
pub use many::{ManyFound, many};
use many::{ShowFound, apart};
pub use numbers::{NumberReport, numbers};
pub use render::FoundLines;

#[derive(Debug, Clone, clap::Args)]
#[group(skip)]
#[command(group(ArgGroup::new("whom").required(true).args(["query", "from", "locked", "numbers"])))]
#[command(group(ArgGroup::new("everyone").args(["locked", "numbers"])))]
pub struct Args {
    #[arg(value_name = "QUERY")]
    pub(crate) query: Vec<String>,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["query", "locked", "each_server"])]
    pub(crate) from: Option<PathBuf>,
    #[arg(long)]
    pub(crate) locked: bool,
    #[arg(long)]
    pub(crate) numbers: bool,
    #[arg(long, conflicts_with = "everyone")]
    pub(crate) each_server: bool,
    #[arg(long, value_name = "DN", requires = "everyone", conflicts_with = "query", value_parser = NonEmptyStringValueParser::new())]
    pub(crate) under: Option<String>,
}

pub enum Request {
    /// Accounts that match the words together, or else each of them.
    Accounts { asked: AccountQuery, words: Vec<String> },
    /// Each account of a list.
    Many(Input),
    /// One account, on every controller.
    EachServer(AccountQuery),
    /// Every locked account, below an entry or anywhere.
    Locked(Option<String>),
    /// Everyone whom a code cannot reach, and numbers that several have.
    Numbers(Option<String>),
}

/// What a look-up needs beside the directory.
pub struct LookupContext<'a, H> {
    pub history: &'a H,
    pub limits: &'a CodeLimits,
    pub mobile: &'a MobileRules,
    pub clock: &'a dyn Clock,
}

impl Args {
    /// The accounts, if several are asked for: a list, or words that are user names or addresses and no name.
    pub fn several(&self) -> Option<AccountSource> {
        let is_account = |word: &String| {
            word.chars().any(char::is_alphabetic)
                && word.contains(|c: char| c.is_ascii_digit() || c == '@' || c == '\\')
        };
        match &self.from {
            Some(path) if path.as_os_str() == "-" => Some(AccountSource::Stdin),
            Some(path) => Some(AccountSource::File(path.clone())),
            None if self.query.len() > 1 && !self.each_server && self.query.iter().all(is_account) => {
                Some(AccountSource::Arguments(self.query.clone()))
            }
            None => None,
        }
    }

    /// Reads the words as one query.
    pub fn read(&self) -> Result<Request, Failure> {
        if self.locked {
            return Ok(Request::Locked(self.under.clone()));
        }
        if self.numbers {
            return Ok(Request::Numbers(self.under.clone()));
        }
        let query = AccountQuery::read(&self.query.join(" "))?;
        Ok(match self.each_server {
            true => Request::EachServer(query),
            false => Request::Accounts { asked: query, words: self.query.clone() },
        })
    }
}

impl Request {
    pub const NATURE: Nature = Nature::Reads;
}

/// Looks up who matches `words`, or each of them if nobody has them all and each is one account's.
///
/// # Errors
/// As [`accounts`].
pub async fn accounts_or_each(
    asked: &AccountQuery,
    words: &[String],
    directory: &(impl FindAccounts + QueryControllers),
    context: &LookupContext<'_, impl AccountHistory>,
    callers: &impl KnowsCallers,
    show: &dyn ShowFound,
) -> Result<Searched, Failure> {
    let found = accounts(asked, directory, context, callers).await;
    if words.len() > 1
        && let Err(Failure::NoSuchAccount { .. } | Failure::OnlySimilar { .. }) = found
        && let Some(each) = apart(words, directory, context, show).await?
    {
        return Ok(Searched::Each(each));
    }
    found.map(Searched::Together)
}

/// What words that were searched for led to.
#[derive(Debug)]
pub enum Searched {
    /// The accounts that match them together.
    Together(Outcome),
    /// An account for each.
    Each(ManyFound),
}

/// Looks up who matches.
///
/// # Errors
/// [`Failure::NoSuchAccount`] or [`Failure::OnlySimilar`] when nobody matches; the directory's.
async fn accounts(
    asked: &AccountQuery,
    directory: &(impl FindAccounts + QueryControllers),
    context: &LookupContext<'_, impl AccountHistory>,
    callers: &impl KnowsCallers,
) -> Result<Outcome, Failure> {
    let found = directory.find(&asked.query).await?;
    if found.accounts.is_empty() && found.unreadable.is_empty() {
        return Err(asked.not_found(found));
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
        let mut summary = AccountSummary::at(now, account, sharing, context).await;
        summary.warnings.splice(..0, disagreement);
        summary.compared = is_one && directory.controllers() > 1;
        if is_one {
            let verified = callers.verified_at(&summary.account, directory).await;
            summary.verified = verified.map_or(CallerVerification::Unreadable, CallerVerification::Known);
            summary.voucher = callers.voucher(&summary.account, directory).await;
        }
        accounts.push(summary);
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

/// Whether a query that may be a name or a number is the name of one of the accounts found.
fn names_one(query: &Query, found: &FoundAccounts) -> bool {
    let Query::NameOrPhone { name, .. } = query else { return false };
    let accounts = found.accounts.iter().map(|account| account.name.as_str());
    let mut names = accounts.chain(found.unreadable.iter().map(UnreadableAccount::name_or_dn));
    names.any(|one| same_name(one, name.as_str()))
}

/// Finds every locked account, sorted by name.
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

#[derive(Debug)]
pub struct Locked {
    pub accounts: Vec<BulkAccount>,
    /// Entries that may be locked, with attributes that the operator may not read.
    pub unreadable: Vec<UnreadableAccount>,
    pub now: Timestamp,
}

impl Locked {
    pub fn is_empty(&self) -> bool {
        self.accounts.is_empty() && self.unreadable.is_empty()
    }
}

/// An account that was found, and why its owner cannot sign in.
#[derive(Debug)]
pub struct AccountSummary {
    pub account: Account,
    pub verdict: Verdict,
    pub warnings: Vec<Warning>,
    /// Who else has the number, if that was read.
    pub sharing: Option<NumberSharing>,
    /// Whether its lock was compared on several controllers.
    pub compared: bool,
    /// Whether this operator has verified its owner.
    pub verified: CallerVerification,
    /// The manager who can vouch, where no code reaches a phone of the owner's and that was asked.
    pub voucher: Option<Account>,
    /// What the desk did with the account in the last day, if the store answers.
    pub recent: Option<RecentActivity>,
    /// The newest act on it whose outcome is not recorded.
    pub unfinished: Option<AuditRecord>,
}

impl AccountSummary {
    async fn at(
        now: Timestamp,
        account: Account,
        sharing: Option<NumberSharing>,
        context: &LookupContext<'_, impl AccountHistory>,
    ) -> Self {
        // A failing store must not keep anybody from being looked up.
        let recent = context.history.recent_activity(account.id, context.limits, now).await.ok();
        let unfinished = context.history.unfinished(account.id).await.ok().flatten();
        let activity = &recent.unwrap_or_default();
        let warnings = warnings(&account, context.mobile, sharing.as_ref(), activity, context.limits, now);
        Self {
            verdict: Verdict::with_warnings(&account, &warnings, now),
            warnings,
            account,
            sharing,
            compared: false,
            verified: CallerVerification::NotAsked,
            voucher: None,
            recent,
            unfinished,
        }
    }
}

#[derive(Debug)]
pub struct Outcome {
    pub accounts: Vec<AccountSummary>,
    /// Entries with attributes that the operator may not read.
    pub unreadable: Vec<UnreadableAccount>,
    /// The query is the user name of one and the phone number of others, so it is ambiguous.
    pub is_name_and_number: bool,
    pub more: bool,
    /// How many controllers there are. One was asked.
    pub controllers: usize,
    /// The time of the verdicts.
    pub now: Timestamp,
}
