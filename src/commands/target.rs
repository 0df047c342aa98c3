//! The one account an action is for.

use jiff::Timestamp;

use super::{Failure, Useless};
use crate::domain::account::Account;
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

/// Whether a change from here is allowed and would let its owner in.
///
/// # Errors
/// [`Failure::Protected`] or [`Failure::WouldNotHelp`].
pub(super) fn changeable(account: &Account, now: Timestamp) -> Result<(), Failure> {
    if let Some(why) = &account.protected {
        return Err(Failure::Protected { account: account.name.to_string(), why: why.clone() });
    }
    let because = if account.disabled {
        Useless::Disabled
    } else if account.expired(now) {
        Useless::AccountExpired
    } else if account.smartcard_required {
        Useless::SmartcardRequired
    } else {
        return Ok(());
    };
    Err(Failure::WouldNotHelp { account: account.name.to_string(), because })
}

/// The same, and whether this operator may do it: sending a code, unlocking and setting a password are refused alike,
/// so that nobody is asked for a code that leads nowhere. Who may not unlock may not set a password either, since that
/// unlocks as well.
///
/// # Errors
/// As [`changeable`]; [`Failure::MayNotChange`].
pub(super) fn in_reach(account: &Account, now: Timestamp) -> Result<(), Failure> {
    changeable(account, now)?;
    if account.may_unlock { Ok(()) } else { Err(Failure::MayNotChange { account: account.name.to_string() }) }
}
