//! Finding many accounts: by name, or all that are locked.

use std::collections::HashSet;

use futures_util::stream::{self, StreamExt, TryStreamExt};
use tokio::sync::OnceCell;
use tokio::task::yield_now;

use super::candidate::wanted_with_access_list;
use super::may_unlock::Samples;
use super::requested::Requested;
use super::{DomainFacts, LocateResult, NAMES, PARALLEL, locks, to_match};
use crate::adapters::directory::protection::bulk::{FullyReadable, Inspected};
use crate::adapters::directory::read::domain::{self, SearchedDomain};
use crate::adapters::directory::read::query;
use crate::adapters::directory::{Connection, LdapEntry, Result, normalized};
use crate::domain::account::Protection;
use crate::domain::bulk::{BulkAccount, BulkMatch};
use crate::domain::query::Query;

/// Two matches are enough to say that a query is ambiguous.
const AMBIGUOUS: usize = 2;

/// What each of `queries` points at.
pub(crate) async fn find_each(
    c: &Connection,
    readable: &FullyReadable,
    queries: &[Query],
) -> Result<Vec<Vec<BulkMatch>>> {
    let Some(first) = queries.first() else { return Ok(vec![]) };
    let by_domain = queries.iter().find(|query| matches!(query, Query::InDomain { .. }));
    let domain = SearchedDomain::read(c, by_domain.unwrap_or(first)).await?;
    let condition = |query: &Query| query::condition(query, &domain.dns_name);
    if queries.iter().all(|query| condition(query).is_none()) {
        return Ok(vec![vec![]; queries.len()]);
    }
    let facts = OnceCell::new();
    let facts = || facts.get_or_try_init(|| DomainFacts::read(c, &domain.base));
    let samples = Samples::default();
    let assign = async |found: Result<(usize, Batch)>| {
        let (place, Batch { queries, requested, entries }) = found?;
        let facts = facts().await?;
        let people = entries.into_iter().filter(|entry| !entry.is_not_person());
        let people: Vec<Inspected> = people.map(|entry| facts.protection.inspect(entry, readable)).collect();
        let protections = facts.protection.protections(c, &people).await?;
        let seen = assigned(facts, queries, &requested, people.iter().zip(protections));
        let accounts = seen.iter().flatten().flatten().map(|seen| &seen.account);
        samples.read(c, &domain.base, accounts).await?;
        Ok((place, seen))
    };
    let searches = queries.chunks(NAMES).enumerate().map(async |(place, queries)| {
        // Sends what is the same for all before the filters are put together.
        yield_now().await;
        let conditions = queries.iter().filter_map(condition).collect();
        Ok((place, batch(c, &domain, queries, conditions).await?))
    });
    // Two queues, so that work on answers does not keep the next searches from being sent.
    let searches =
        stream::iter(searches).buffer_unordered(PARALLEL).map(assign).buffer_unordered(PARALLEL).try_collect();
    let (_, short_name, mut found): (_, _, Vec<(usize, _)>) =
        tokio::try_join!(facts(), domain.short_name(c), searches)?;
    found.sort_unstable_by_key(|(place, _)| *place);
    let mut found: Vec<Vec<LocateResult>> = found.into_iter().flat_map(|(_, seen)| seen).collect();
    locks::resolve_uncertain(c, &domain.base, found.iter_mut().flatten()).await?;
    let is_here = |query: &Query| match (query, &short_name) {
        (Query::InDomain { domain: asked, .. }, Some(short)) => domain.is_called(asked, short),
        _ => true,
    };
    let answers = queries.iter().zip(found);
    let answers = answers.map(|(query, found)| found.into_iter().filter(|_| is_here(query)).map(to_match).collect());
    let mut answers: Vec<Vec<BulkMatch>> = answers.collect();
    samples.apply(c, &domain.base, accounts_of(answers.iter_mut().flatten())).await?;
    Ok(answers)
}

/// Every account below `under` that is locked now.
pub(crate) async fn all_locked(
    c: &Connection,
    readable: &FullyReadable,
    under: Option<&str>,
) -> Result<Vec<BulkMatch>> {
    let base = match under {
        Some(base) => normalized(base),
        None => domain::base(c).await?,
    };
    let facts = DomainFacts::read(c, &base).await?;
    // The mark of a lock, which may have lapsed: whether it holds is computed, so no filter can ask for it.
    let filter = query::person("(lockoutTime>=1)");
    let wanted = [&wanted_with_access_list()[..], &["displayName"]].concat();
    let mut people = Vec::new();
    let take = |entry: LdapEntry| {
        people.extend((!entry.is_not_person()).then(|| facts.protection.inspect(entry, readable)));
    };
    c.search_paged(&base, &filter, &wanted, take).await?;
    let protections = facts.protection.protections(c, &people).await?;
    let known = people.iter().zip(protections);
    let mut marked: Vec<_> = known.map(|(one, protected)| facts.locate(&one.entry, protected)).collect();
    locks::resolve_uncertain(c, &base, marked.iter_mut()).await?;
    let marked = marked.into_iter().map(to_match);
    let mut locked: Vec<BulkMatch> = marked.filter(|one| one.account().is_none_or(|account| account.locked)).collect();
    let samples = Samples::default();
    samples.read(c, &base, locked.iter().filter_map(BulkMatch::account)).await?;
    samples.apply(c, &base, accounts_of(locked.iter_mut())).await?;
    Ok(locked)
}

/// What came back for some of the queries.
struct Batch {
    queries: usize,
    requested: Requested,
    entries: Vec<LdapEntry>,
}

/// One search for some of the queries, which set these `conditions`.
async fn batch(
    c: &Connection,
    domain: &SearchedDomain,
    queries: &[Query],
    conditions: HashSet<String>,
) -> Result<Batch> {
    let (requested, mut entries) = (Requested::new(queries, &domain.dns_name), Vec::new());
    if !conditions.is_empty() {
        let mut wanted = wanted_with_access_list();
        if requested.has_addresses() {
            wanted.extend(query::OWN_ADDRESSES);
        }
        // Computers are users too, and are sorted out here: a condition on the category takes Samba a quarter longer.
        let filter = format!("(&(objectClass=user)(|{}))", conditions.into_iter().collect::<String>());
        c.search_all(&domain.base, &filter, &wanted, |entry| entries.push(entry)).await?;
    }
    Ok(Batch { queries: queries.len(), requested, entries })
}

fn assigned<'a>(
    facts: &DomainFacts,
    queries: usize,
    requested: &Requested,
    people: impl Iterator<Item = (&'a Inspected, Option<Protection>)>,
) -> Vec<Vec<LocateResult>> {
    let mut answers = vec![vec![]; queries];
    for (Inspected { entry, .. }, protected) in people {
        let seen = facts.locate(entry, protected);
        for place in requested.places(entry) {
            if answers[place].len() < AMBIGUOUS {
                answers[place].push(seen.clone());
            }
        }
    }
    answers
}

fn accounts_of<'a>(found: impl Iterator<Item = &'a mut BulkMatch>) -> impl Iterator<Item = &'a mut BulkAccount> {
    found.filter_map(|one| match one {
        BulkMatch::Account(account) => Some(account),
        BulkMatch::Unreadable(_) => None,
    })
}
