//! Many accounts in few searches: many names to a filter, several filters under way at once, and no
//! more attributes than decide what may be done. Changes nothing.
//!
//! What comes back is assigned to what was asked for here and not by the server, whose comparison is
//! the laxer one: to Windows, å is a.

mod locks;
mod members;
#[path = "../../protection/bulk.rs"]
mod protected;
#[path = "may_unlock.rs"]
mod rights;

use std::borrow::Borrow;
use std::collections::{HashMap, HashSet};

use futures_util::stream::{self, StreamExt, TryStreamExt};
use jiff::Timestamp;
use tokio::sync::OnceCell;
use tokio::task::yield_now;

use self::locks::{Locks, Seen, Sighting, Told};
use self::members::Nesting;
use self::protected::{Inspected, Protected};
use self::rights::Rights;
use super::attributes::{self, Entry};
use super::domain::{self, Domain};
use super::protection::Rules;
use super::{Connection, Settings, ask, query};
use crate::domain::account::{AccountId, Protection};
use crate::domain::bulk::{BulkAccount, BulkMatch};
use crate::domain::query::Query;
use crate::ports::DirectoryError;

/// How many names stand in one filter. Samba compares what it found with each of them: where 100 stand in one, a tenth
/// more time goes by for each account, where 200 do, a third.
const NAMES: usize = 50;
/// How many searches are under way at once: enough that the server has something to do while an answer is on its way.
const FLIGHTS: usize = 16;
/// Two are enough to say that it is not clear which one was meant.
const AMBIGUOUS: usize = 2;

pub(super) use self::protected::Vouched;

/// What each of `queries` points at.
pub(super) async fn find_each(
    c: &Connection,
    settings: &Settings,
    vouched: &Vouched,
    queries: &[Query],
) -> Result<Vec<Vec<BulkMatch>>, DirectoryError> {
    let Some(first) = queries.first() else { return Ok(vec![]) };
    let by_domain = queries.iter().find(|query| matches!(query, Query::InDomain { .. }));
    let domain = domain::domain(c, settings, by_domain.unwrap_or(first)).await?;
    let condition = |query: &Query| query::condition(query, &domain.dns_name);
    if queries.iter().all(|query| condition(query).is_none()) {
        return Ok(vec![vec![]; queries.len()]);
    }
    let known = OnceCell::new();
    let known = || known.get_or_try_init(|| Known::read(c, settings, &domain.base));
    let rights = Rights::default();
    let judged = async |found: Result<(usize, Found), DirectoryError>| {
        let (place, Found { queries, asked, entries }) = found?;
        let known = known().await?;
        let people = entries.into_iter().filter(|entry| !attributes::is_nobodys(entry));
        let people: Vec<Inspected> = people.map(|entry| known.protected.inspected(entry, vouched)).collect();
        let protections = known.protected.of(c, settings, &people).await?;
        let seen = sightings(known, queries, &asked, people.iter().zip(protections));
        let accounts = seen.iter().flatten().flatten().map(|seen| &seen.account);
        rights.sample(c, settings, &domain.base, accounts).await?;
        Ok((place, seen))
    };
    let names = queries.chunks(NAMES).enumerate().map(async |(place, queries)| {
        // What is the same for all is on its way before the names are put together.
        yield_now().await;
        let conditions = queries.iter().filter_map(condition).collect();
        Ok((place, found(c, settings, &domain, queries, conditions).await?))
    });
    // Two queues, so that what waits here does not keep the next names from being sent.
    let searches = stream::iter(names).buffer_unordered(FLIGHTS).map(judged).buffer_unordered(FLIGHTS).try_collect();
    let (_, short_name, mut found): (_, _, Vec<(usize, _)>) =
        tokio::try_join!(known(), domain::short_name(c, settings, &domain), searches)?;
    found.sort_unstable_by_key(|(place, _)| *place);
    let mut found: Vec<Vec<Seen>> = found.into_iter().flat_map(|(_, seen)| seen).collect();
    locks::settle(c, settings, &domain.base, found.iter_mut().flatten()).await?;
    let here = |query: &Query| match (query, &short_name) {
        (Query::InDomain { domain: asked, .. }, Some(short)) => domain.is_called(asked, short),
        _ => true,
    };
    let answers = queries
        .iter()
        .zip(found)
        .map(|(query, found)| found.into_iter().filter(|_| here(query)).map(matched).collect());
    let mut answers: Vec<Vec<BulkMatch>> = answers.collect();
    rights.write_down(c, settings, &domain.base, accounts_of(answers.iter_mut().flatten())).await?;
    Ok(answers)
}

/// Every account below `under` that is locked now.
pub(super) async fn all_locked(
    c: &Connection,
    settings: &Settings,
    vouched: &Vouched,
    under: Option<&str>,
) -> Result<Vec<BulkMatch>, DirectoryError> {
    let base = match under {
        Some(base) => domain::written_plainly(base),
        None => base(c, settings).await?,
    };
    let known = Known::read(c, settings, &base).await?;
    // A mark of a lock that may have lapsed: whether it holds is worked out, so no filter can ask it.
    let filter = query::person("(lockoutTime>=1)");
    let wanted = [&with_access_list()[..], &["displayName"]].concat();
    let mut people = Vec::new();
    let take = |entry: Entry| {
        people.extend((!attributes::is_nobodys(&entry)).then(|| known.protected.inspected(entry, vouched)));
    };
    ask::paged(c, settings, &base, &filter, &wanted, take).await?;
    let protections = known.protected.of(c, settings, &people).await?;
    let known_of_each = people.iter().zip(protections);
    let mut marked: Vec<_> = known_of_each.map(|(one, protected)| known.sighting(&one.entry, protected)).collect();
    locks::settle(c, settings, &base, marked.iter_mut()).await?;
    let marked = marked.into_iter().map(matched);
    let mut locked: Vec<BulkMatch> = marked.filter(|one| one.account().is_none_or(|account| account.locked)).collect();
    let rights = Rights::default();
    rights.sample(c, settings, &base, locked.iter().filter_map(BulkMatch::account)).await?;
    rights.write_down(c, settings, &base, accounts_of(locked.iter_mut())).await?;
    Ok(locked)
}

/// The same accounts as they are now.
pub(super) async fn read_each(
    c: &Connection,
    settings: &Settings,
    accounts: &[BulkAccount],
) -> Result<Vec<Option<BulkMatch>>, DirectoryError> {
    let base = whole_domain(c, settings).await?;
    // What could be read when they were looked up may be hidden by now.
    let vouched = &Vouched::default();
    let (known, entries) =
        tokio::try_join!(Known::read(c, settings, &base), still_there(c, settings, vouched, &base, accounts))?;
    let mut now = each_protected(c, settings, vouched, &known.protected, entries, |_, entry, protected| {
        known.sighting(entry, protected)
    })
    .await?;
    locks::settle(c, settings, &base, now.iter_mut().flatten()).await?;
    let with_right = |(now, before): (Option<Seen>, &BulkAccount)| {
        let now = now?.map(|now| BulkAccount { may_unlock: before.may_unlock, ..now.account });
        Some(now.map_or_else(BulkMatch::Unreadable, BulkMatch::Account))
    };
    Ok(now.into_iter().zip(accounts).map(with_right).collect())
}

/// The same, but for whether they are locked.
pub(super) async fn check_each(
    c: &Connection,
    settings: &Settings,
    vouched: &Vouched,
    accounts: &[BulkAccount],
) -> Result<Vec<Option<BulkMatch>>, DirectoryError> {
    let base = whole_domain(c, settings).await?;
    let (rules, entries) = tokio::try_join!(
        Rules::ask(c, settings, domain::domain_head(&base)),
        still_there(c, settings, vouched, &base, accounts)
    )?;
    let protected = Protected::new(rules);
    each_protected(c, settings, vouched, &protected, entries, |place, entry, protected| {
        let before = &accounts[place];
        let unasked = |now| BulkAccount {
            display_name: before.display_name.clone(),
            locked_since: before.locked_since,
            expired: before.expired,
            may_unlock: before.may_unlock,
            ..now
        };
        let now = attributes::candidate(entry, before.locked, protected);
        now.map(unasked).map_or_else(BulkMatch::Unreadable, BulkMatch::Account)
    })
    .await
}

/// The entries of the same accounts, as they are now.
async fn still_there(
    c: &Connection,
    settings: &Settings,
    vouched: &Vouched,
    base: &str,
    accounts: &[BulkAccount],
) -> Result<Vec<Option<Entry>>, DirectoryError> {
    let wanted = match accounts.iter().all(|account| vouched.holds(account.id)) {
        true => attributes::CANDIDATE.to_vec(),
        false => with_access_list(),
    };
    again(c, settings, base, accounts, ANYONE, &wanted, |entry| Some(entry.clone())).await
}

/// What `read` makes of each entry, its place and why it is protected.
async fn each_protected<T>(
    c: &Connection,
    settings: &Settings,
    vouched: &Vouched,
    protected: &Protected,
    entries: Vec<Option<Entry>>,
    read: impl Fn(usize, &Entry, Option<Protection>) -> T,
) -> Result<Vec<Option<T>>, DirectoryError> {
    let mut each: Vec<Option<T>> = entries.iter().map(|_| None).collect();
    let there = entries.into_iter().enumerate().filter_map(|(place, entry)| Some((place, entry?)));
    let (places, people): (Vec<usize>, Vec<Inspected>) =
        there.map(|(place, entry)| (place, protected.inspected(entry, vouched))).unzip();
    let protections = protected.of(c, settings, &people).await?;
    for ((place, one), why) in places.into_iter().zip(&people).zip(protections) {
        each[place] = Some(read(place, &one.entry, why));
    }
    Ok(each)
}

/// All that is asked of one account among many when it is looked up.
fn with_access_list() -> Vec<&'static str> {
    [attributes::CANDIDATE, &[attributes::ACCESS_LIST]].concat()
}

/// Whether each is locked now. Who bears the mark of an open account is not, and only of the others the server has to
/// work it out.
pub(super) async fn locked_each(
    c: &Connection,
    settings: &Settings,
    accounts: &[BulkAccount],
) -> Result<Vec<Option<bool>>, DirectoryError> {
    let base = whole_domain(c, settings).await?;
    let is_open = |entry: &Entry| entry.is_unmarked().then(|| entry.id()).flatten();
    let open = again(c, settings, &base, accounts, ANYONE, attributes::MARK, is_open).await?;
    told_but_of(c, settings, &base, accounts, &open.into_iter().flatten().collect()).await
}

/// The same of those that the server has just unlocked. It is asked who of them does not bear the mark of an open
/// account, which takes Samba half as long as to send the marks of all. Its silence tells nothing of a mark that may
/// not be read, so only those are left to it whose mark was read when they were locked.
pub(super) async fn read_back(
    c: &Connection,
    settings: &Settings,
    accounts: &[BulkAccount],
) -> Result<Vec<Option<bool>>, DirectoryError> {
    let base = whole_domain(c, settings).await?;
    let asked: Vec<&BulkAccount> = accounts.iter().filter(|account| account.locked_since.is_some()).collect();
    let named = again(c, settings, &base, &asked, MARKED, &["objectGUID"], |_| Some(())).await?;
    let open = asked.into_iter().zip(named).filter(|(_, named)| named.is_none()).map(|(account, _)| account.id);
    told_but_of(c, settings, &base, accounts, &open.collect()).await
}

/// Has the server work it out for all but those that are known to be open.
async fn told_but_of(
    c: &Connection,
    settings: &Settings,
    base: &str,
    accounts: &[BulkAccount],
    open: &HashSet<AccountId>,
) -> Result<Vec<Option<bool>>, DirectoryError> {
    let asked: Vec<&BulkAccount> = accounts.iter().filter(|account| !open.contains(&account.id)).collect();
    let mut told = again(c, settings, base, &asked, ANYONE, attributes::LOCK, Entry::locked).await?.into_iter();
    let of = |one: &BulkAccount| if open.contains(&one.id) { Some(false) } else { told.next().flatten() };
    Ok(accounts.iter().map(of).collect())
}

async fn base(c: &Connection, settings: &Settings) -> Result<String, DirectoryError> {
    match &settings.base {
        Some(base) => Ok(base.clone()),
        None => Ok(ask::root(c, settings).await?.base),
    }
}

/// An account that was found stands below the base or another entry that was asked for, and may have moved since.
async fn whole_domain(c: &Connection, settings: &Settings) -> Result<String, DirectoryError> {
    Ok(domain::domain_head(&base(c, settings).await?).to_owned())
}

/// No condition.
const ANYONE: &str = "";
/// Whoever does not bear the mark of an open account. It stands before the names, which are then compared with few.
const MARKED: &str = "(!(lockoutTime=0))";

/// Asks for accounts by what they keep for life: who has taken over a name is not who was meant. It also takes Samba a
/// quarter less than to ask by name. Those that do not meet the condition are not found.
async fn again<T: Clone>(
    c: &Connection,
    settings: &Settings,
    base: &str,
    accounts: &[impl Borrow<BulkAccount>],
    condition: &str,
    wanted: &[&str],
    read: impl Fn(&Entry) -> Option<T> + Copy,
) -> Result<Vec<Option<T>>, DirectoryError> {
    let searches = accounts.chunks(NAMES).map(|accounts| async move {
        let ids: String = accounts.iter().map(|account| query::with_id(&account.borrow().id)).collect();
        let mut found: HashMap<AccountId, T> = HashMap::new();
        ask::every(c, settings, base, &format!("(&{condition}(|{ids}))"), wanted, |entry| {
            if let (Some(id), Some(state)) = (entry.id(), read(&entry)) {
                found.insert(id, state);
            }
        })
        .await?;
        Ok(accounts.iter().map(|account| found.get(&account.borrow().id).cloned()).collect::<Vec<_>>())
    });
    stream::iter(searches).buffered(FLIGHTS).try_concat().await
}

fn matched(seen: Seen) -> BulkMatch {
    seen.map_or_else(BulkMatch::Unreadable, |seen| BulkMatch::Account(seen.account))
}

fn accounts_of<'a>(found: impl Iterator<Item = &'a mut BulkMatch>) -> impl Iterator<Item = &'a mut BulkAccount> {
    found.filter_map(|one| match one {
        BulkMatch::Account(account) => Some(account),
        BulkMatch::Unreadable(_) => None,
    })
}

/// What is the same for all accounts.
struct Known {
    protected: Protected,
    locks: Locks,
    /// See [`Told::read`].
    now: Timestamp,
}

impl Known {
    async fn read(c: &Connection, settings: &Settings, base: &str) -> Result<Self, DirectoryError> {
        let head = domain::domain_head(base);
        let (rules, (now, told), nesting) = tokio::try_join!(
            Rules::ask(c, settings, head),
            Told::read(c, settings, head),
            Nesting::read(c, settings, head),
        )?;
        Ok(Self { protected: Protected::new(rules), locks: Locks::new(told, &nesting), now })
    }

    fn sighting(&self, entry: &Entry, protected: Option<Protection>) -> Seen {
        // Which policies are for it is not known where not all its groups are.
        let locked = self.locks.locked(entry).filter(|_| !entry.is_cut("memberOf"));
        let account = attributes::candidate(entry, locked.unwrap_or(true), protected)?;
        let expired = entry.moment("accountExpires").is_some_and(|end| end <= self.now);
        Ok(Sighting { account: BulkAccount { expired, ..account }, is_sure: locked.is_some() })
    }
}

/// One search for some of the queries, which sets these `conditions`.
async fn found(
    c: &Connection,
    settings: &Settings,
    domain: &Domain,
    queries: &[Query],
    conditions: HashSet<String>,
) -> Result<Found, DirectoryError> {
    let (asked, mut entries) = (Asked::new(queries, &domain.dns_name), Vec::new());
    if !conditions.is_empty() {
        let mut wanted = with_access_list();
        if !asked.addresses.is_empty() {
            wanted.extend(query::OWN_ADDRESSES);
        }
        // A computer is a user too, and shows it. To ask for the category as well takes Samba a quarter longer for each.
        let filter = format!("(&(objectClass=user)(|{}))", conditions.into_iter().collect::<String>());
        ask::every(c, settings, &domain.base, &filter, &wanted, |entry| entries.push(entry)).await?;
    }
    Ok(Found { queries: queries.len(), asked, entries })
}

/// What came back for some of the queries.
struct Found {
    queries: usize,
    asked: Asked,
    entries: Vec<Entry>,
}

/// What each of so many queries points at.
fn sightings<'a>(
    known: &Known,
    queries: usize,
    asked: &Asked,
    people: impl Iterator<Item = (&'a Inspected, Option<Protection>)>,
) -> Vec<Vec<Seen>> {
    let mut answers = vec![vec![]; queries];
    for (Inspected { entry, .. }, protected) in people {
        let seen = known.sighting(entry, protected);
        for place in asked.by(entry) {
            if answers[place].len() < AMBIGUOUS {
                answers[place].push(seen.clone());
            }
        }
    }
    answers
}

/// What was asked for, each with the places of those who asked.
#[derive(Default)]
struct Asked {
    names: HashMap<String, Vec<usize>>,
    addresses: HashMap<String, Vec<usize>>,
}

impl Asked {
    fn new(queries: &[Query], dns_domain: &str) -> Self {
        let mut asked = Self::default();
        for (place, query) in queries.iter().enumerate() {
            let mut name = |name: &str| asked.names.entry(name.to_lowercase()).or_default().push(place);
            match query {
                Query::InDomain { name: user, .. } | Query::NameOrPhone { name: user, .. } => name(user.as_str()),
                Query::Words(word) => name(word),
                Query::Phone(_) => {}
                Query::Address(address) => {
                    name(address);
                    if let Some((user, domain)) = address.split_once('@')
                        && domain.eq_ignore_ascii_case(dns_domain)
                    {
                        name(user);
                    }
                    asked.addresses.entry(address.to_lowercase()).or_default().push(place);
                }
            }
        }
        asked
    }

    /// The places of those who asked for this one.
    fn by(&self, entry: &Entry) -> HashSet<usize> {
        let name = entry.text("sAMAccountName").and_then(|name| self.names.get(&name.to_lowercase()));
        let addresses = query::OWN_ADDRESSES.iter().flat_map(|attribute| entry.all(attribute));
        let addresses = addresses.filter_map(|value| self.addresses.get(&value.to_lowercase()));
        name.into_iter().chain(addresses).flatten().copied().collect()
    }
}
