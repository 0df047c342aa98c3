//! Known accounts as they are now: what may be done with them, or whether they are locked.

use std::collections::HashSet;

use super::by_guid::{ANY, MARKED, read_by_guid};
use super::candidate::{self, wanted_with_access_list};
use super::{DomainFacts, locks, to_match};
use crate::adapters::directory::protection::ProtectionRules;
use crate::adapters::directory::protection::bulk::{BulkRules, FullyReadable, Inspected};
use crate::adapters::directory::read::domain;
use crate::adapters::directory::{Connection, LdapEntry, Result};
use crate::domain::account::{AccountId, Protection};
use crate::domain::bulk::{BulkAccount, BulkMatch};

/// What tells that an account is not locked, and costs the server less than to compute it.
const MARK: &[&str] = &["objectGUID", "lockoutTime"];

pub(crate) async fn read_each(c: &Connection, accounts: &[BulkAccount]) -> Result<Vec<Option<BulkMatch>>> {
    let head = domain::head(c).await?;
    // What could be read when they were looked up may be hidden by now.
    let readable = &FullyReadable::default();
    let (facts, entries) = tokio::try_join!(DomainFacts::read(c, &head), read_entries(c, readable, &head, accounts))?;
    let locate = |_, entry: &LdapEntry, protected| facts.locate(entry, protected);
    let mut now = each_protected(c, readable, &facts.protection, entries, locate).await?;
    locks::resolve_uncertain(c, &head, now.iter_mut().flatten()).await?;
    let with_right = |(now, before): (Option<_>, &BulkAccount)| {
        let mut now = to_match(now?);
        if let BulkMatch::Account(now) = &mut now {
            now.may_unlock = before.may_unlock;
        }
        Some(now)
    };
    Ok(now.into_iter().zip(accounts).map(with_right).collect())
}

/// Whether each may still be changed; whether they are locked is as it was.
pub(crate) async fn check_each(
    c: &Connection,
    readable: &FullyReadable,
    accounts: &[BulkAccount],
) -> Result<Vec<Option<BulkMatch>>> {
    let head = domain::head(c).await?;
    let (rules, entries) =
        tokio::try_join!(ProtectionRules::read(c, &head), read_entries(c, readable, &head, accounts))?;
    each_protected(c, readable, &BulkRules::new(rules), entries, |place, entry, protected| {
        let before = &accounts[place];
        let now = candidate::read(entry, before.locked, protected, None);
        let with_the_rest = |now| BulkAccount {
            display_name: before.display_name.clone(),
            locked_since: before.locked_since,
            expired: before.expired,
            may_unlock: before.may_unlock,
            ..now
        };
        now.map(with_the_rest).map_or_else(BulkMatch::Unreadable, BulkMatch::Account)
    })
    .await
}

/// The entries of the accounts that are still there.
async fn read_entries(
    c: &Connection,
    readable: &FullyReadable,
    base: &str,
    accounts: &[BulkAccount],
) -> Result<Vec<Option<LdapEntry>>> {
    let wanted = match accounts.iter().all(|account| readable.holds(account.id)) {
        true => candidate::WANTED.to_vec(),
        false => wanted_with_access_list(),
    };
    read_by_guid(c, base, accounts, ANY, &wanted, |entry| Some(entry.clone())).await
}

/// What `read` makes of each entry, its place and why it is protected.
async fn each_protected<T>(
    c: &Connection,
    readable: &FullyReadable,
    rules: &BulkRules,
    entries: Vec<Option<LdapEntry>>,
    read: impl Fn(usize, &LdapEntry, Option<Protection>) -> T,
) -> Result<Vec<Option<T>>> {
    let mut each: Vec<Option<T>> = entries.iter().map(|_| None).collect();
    let there = entries.into_iter().enumerate().filter_map(|(place, entry)| Some((place, entry?)));
    let (places, people): (Vec<usize>, Vec<Inspected>) =
        there.map(|(place, entry)| (place, rules.inspect(entry, readable))).unzip();
    let protections = rules.protections(c, &people).await?;
    for ((place, one), why) in places.into_iter().zip(&people).zip(protections) {
        each[place] = Some(read(place, &one.entry, why));
    }
    Ok(each)
}

/// Whether each is locked now. The server computes it only for those whose lockoutTime does not rule it out.
pub(crate) async fn locked_each(c: &Connection, accounts: &[BulkAccount]) -> Result<Vec<Option<bool>>> {
    let head = domain::head(c).await?;
    let is_open = |entry: &LdapEntry| entry.is_unmarked().then(|| entry.id()).flatten();
    let open = read_by_guid(c, &head, accounts, ANY, MARK, is_open).await?;
    resolve_remaining(c, &head, accounts, &open.into_iter().flatten().collect()).await
}

/// The same for accounts that the server has just unlocked. It is asked for those that are still marked, which takes
/// Samba half as long as to send all marks. A mark that may not be read is not found, so this is done only where it was
/// read when the account was locked.
pub(crate) async fn read_back(c: &Connection, accounts: &[BulkAccount]) -> Result<Vec<Option<bool>>> {
    let head = domain::head(c).await?;
    let asked: Vec<&BulkAccount> = accounts.iter().filter(|account| account.locked_since.is_some()).collect();
    let marked = read_by_guid(c, &head, &asked, MARKED, &["objectGUID"], |_| Some(())).await?;
    let open = asked.into_iter().zip(marked).filter(|(_, marked)| marked.is_none()).map(|(account, _)| account.id);
    resolve_remaining(c, &head, accounts, &open.collect()).await
}

/// Has the server compute the lock of all but those that are known to be `open`.
async fn resolve_remaining(
    c: &Connection,
    head: &str,
    accounts: &[BulkAccount],
    open: &HashSet<AccountId>,
) -> Result<Vec<Option<bool>>> {
    let asked: Vec<&BulkAccount> = accounts.iter().filter(|account| !open.contains(&account.id)).collect();
    let mut locked = read_by_guid(c, head, &asked, ANY, locks::WANTED, LdapEntry::locked).await?.into_iter();
    let of = |one: &BulkAccount| if open.contains(&one.id) { Some(false) } else { locked.next().flatten() };
    Ok(accounts.iter().map(of).collect())
}
