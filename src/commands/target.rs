//! The one account an action is for.

use jiff::Timestamp;

use super::{Failure, Useless};
use crate::domain::account::Account;
use crate::domain::gate::{Barrier, barrier};
use crate::domain::query::Query;
use crate::ports::FindAccounts;

/// The one account that `query` points at. `typed` is how the operator put it.
///
/// # Errors
/// [`Failure::NoSuchAccount`], [`Failure::SeveralAccounts`], or the directory's.
pub(super) async fn exactly_one(directory: &impl FindAccounts, typed: &str, query: &Query) -> Result<Account, Failure> {
    let mut found = directory.find(query).await?;
    match (found.accounts.pop(), found.accounts.is_empty()) {
        (Some(account), true) => Ok(account),
        (None, _) => Err(Failure::NoSuchAccount { query: typed.to_owned(), searched_domain: found.searched_domain }),
        (Some(last), false) => {
            found.accounts.push(last);
            Err(Failure::SeveralAccounts { query: typed.to_owned(), accounts: found.accounts, more: found.more })
        }
    }
}

/// Whether this operator may change it from here, and that would let its owner in.
///
/// # Errors
/// [`Failure::Protected`], [`Failure::WouldNotHelp`] or [`Failure::MayNotChange`].
pub(super) fn in_reach(account: &Account, now: Timestamp) -> Result<(), Failure> {
    barrier(account, now).map_or(Ok(()), |barrier| Err(failure(account, barrier)))
}

/// The same, whatever this operator's rights: what one may not do need not be said where nothing is to be done, and the
/// directory has the last word where it is.
///
/// # Errors
/// [`Failure::Protected`] or [`Failure::WouldNotHelp`].
pub(super) fn changeable(account: &Account, now: Timestamp) -> Result<(), Failure> {
    match barrier(account, now) {
        None | Some(Barrier::NoRight) => Ok(()),
        Some(barrier) => Err(failure(account, barrier)),
    }
}

fn failure(account: &Account, barrier: Barrier) -> Failure {
    let account = account.name.to_string();
    let useless = |because| Failure::WouldNotHelp { account: account.clone(), because };
    match barrier {
        Barrier::Disabled => useless(Useless::Disabled),
        Barrier::AccountExpired => useless(Useless::AccountExpired),
        Barrier::SmartcardRequired => useless(Useless::SmartcardRequired),
        Barrier::Protected(why) => Failure::Protected { account, why },
        Barrier::NoRight => Failure::MayNotChange { account },
    }
}
