//! `lookup` of several accounts, each by its whole user name or its address. Can only read.

use std::io::{self, ErrorKind};

use futures_util::{StreamExt, stream};
use jiff::Timestamp;

use super::{AccountSummary, LookupContext};
use crate::commands::Failure;
use crate::domain::account::Account;
use crate::domain::bulk::InputRow;
use crate::domain::bulk::input::{Input, InputEntry, RowFault};
use crate::domain::identity::same_name;
use crate::domain::query::Query;
use crate::domain::unreadable::UnreadableAccount;
use crate::ports::{AccountHistory, DirectoryError, FindAccounts};

/// How many are asked for at a time.
const CONCURRENCY: usize = 16;

/// Shows each account as soon as it and those before it are found.
pub trait ShowFound {
    /// # Errors
    /// The output's. Nothing more is looked up then.
    fn show(&self, found: &FoundRow, now: Timestamp) -> io::Result<()>;
}

#[derive(Debug)]
pub struct FoundRow {
    pub row: InputRow,
    pub found: Result<AccountSummary, NoMatch>,
}

/// Why a row names no account that can be shown.
#[derive(Debug)]
pub enum NoMatch {
    NotAnAccount(RowFault),
    Nobody,
    /// Several accounts have the address.
    Several,
    /// The operator may read too little of it.
    Unreadable(UnreadableAccount),
}

#[derive(Debug)]
pub struct ManyFound {
    /// In input order.
    pub rows: Vec<FoundRow>,
    /// The time of the verdicts.
    pub now: Timestamp,
}

/// Looks up each account. A word is a whole user name, as in every list: nobody reviews each row, so a typing error must
/// not show another person.
///
/// # Errors
/// The directory's, and [`Failure::NotWritten`]; what is found before is shown.
pub async fn many(
    input: Input,
    directory: &impl FindAccounts,
    context: &LookupContext<'_, impl AccountHistory>,
    show: &dyn ShowFound,
) -> Result<ManyFound, Failure> {
    let now = context.clock.now();
    let mut rows = Vec::with_capacity(input.entries.len());
    let all = stream::iter(input.entries).map(|entry| look_up(entry, now, directory, context));
    let mut all = std::pin::pin!(all.buffered(CONCURRENCY));
    while let Some(row) = all.next().await {
        let row = row?;
        match show.show(&row, now) {
            Ok(()) => rows.push(row),
            // The reader, such as `head`, has closed the pipe.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => break,
            Err(error) => return Err(Failure::NotWritten(error.into())),
        }
    }
    Ok(ManyFound { rows, now })
}

/// Looks up each of several words that are nobody's name together; `None`: one of them is no account's user name or
/// address.
///
/// # Errors
/// As [`many`].
pub(super) async fn apart(
    words: &[String],
    directory: &impl FindAccounts,
    context: &LookupContext<'_, impl AccountHistory>,
    show: &dyn ShowFound,
) -> Result<Option<ManyFound>, Failure> {
    let Ok(input) = Input::of_arguments(words) else { return Ok(None) };
    // Nothing is shown before all are found.
    let found = many(input, directory, context, &Unshown).await?;
    if found.rows.iter().any(|row| row.found.is_err()) {
        return Ok(None);
    }
    for row in &found.rows {
        match show.show(row, found.now) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => return Err(Failure::NotWritten(error.into())),
            _ => {}
        }
    }
    Ok(Some(found))
}

struct Unshown;

impl ShowFound for Unshown {
    fn show(&self, _: &FoundRow, _: Timestamp) -> io::Result<()> {
        Ok(())
    }
}

async fn look_up(
    InputEntry { row, query }: InputEntry,
    now: Timestamp,
    directory: &impl FindAccounts,
    context: &LookupContext<'_, impl AccountHistory>,
) -> Result<FoundRow, DirectoryError> {
    let query = match query {
        Ok(query) => query,
        Err(why) => return Ok(FoundRow { row, found: Err(NoMatch::NotAnAccount(why)) }),
    };
    let found = directory.find(&query).await?;
    let is_meant = |name: &str| match &query {
        Query::Words(text) => same_name(text, name),
        Query::InDomain { name: meant, .. } | Query::NameOrPhone { name: meant, .. } => same_name(meant.as_str(), name),
        Query::Address(_) => true,
        Query::Phone(_) | Query::PersonalNumber(_) => false,
    };
    let mut accounts: Vec<Account> =
        found.accounts.into_iter().filter(|account| is_meant(account.name.as_str())).collect();
    let mut unreadable: Vec<UnreadableAccount> =
        found.unreadable.into_iter().filter(|entry| is_meant(entry.name_or_dn())).collect();
    let found = match (accounts.len(), unreadable.len()) {
        (0, 0) => Err(NoMatch::Nobody),
        (1, 0) => Ok(AccountSummary::at(now, accounts.remove(0), None, context).await),
        (0, 1) => Err(NoMatch::Unreadable(unreadable.remove(0))),
        _ => Err(NoMatch::Several),
    };
    Ok(FoundRow { row, found })
}
