//! Finding accounts. What is requested without waiting costs one round trip together. An account found by user name or
//! address needs one, and another for its token if it is in any group. One found by name or number needs two: a name may
//! be that of a thousand, and a server computes most of what is shown of an account, so all of it is requested only of
//! those that are shown, with their tokens. Parts of names, and names that were misheard, need one more.

use std::collections::HashSet;

use futures_util::stream::{self, StreamExt, TryStreamExt};
use ldap3::Scope;

use super::account;
use super::domain::{self, SearchedDomain};
use super::matching::{self, COMPARED, Nearness};
use super::policies::Policies;
use super::query::{self, Attributes, Searches};
use crate::adapters::directory::errors::is_refused_token;
use crate::adapters::directory::protection::{Groups, Membership, ProtectedUnits, ProtectionRules};
use crate::adapters::directory::result_code::REFERRAL;
use crate::adapters::directory::{Connection, LdapEntry, Result, TOKEN, domain_head};
use crate::domain::account::Account;
use crate::domain::query::Query;
use crate::domain::unreadable::UnreadableAccount;
use crate::ports::{DirectoryError, FoundAccounts};

/// The most accounts returned for one query.
const MOST: usize = 20;
/// Accounts that are read at the same time.
const PARALLEL: usize = 16;

/// Every account that `query` points at, or else those that are similar.
pub(crate) async fn find(c: &Connection, query: &Query) -> Result<FoundAccounts> {
    let attributes = attributes(c);
    if matches!(query, Query::PersonalNumber(_)) && attributes.also.is_empty() {
        return Ok(FoundAccounts::default());
    }
    let domain = SearchedDomain::read(c, query).await?;
    let Searches { exact, number, name, parts, similar } = query::searches(query, &domain.dns_name, attributes);
    let base = &*domain.base;
    let (all, brief) = (wanted(c), brief(c));
    let named = [&*all, &*named_by(attributes)].concat();
    let groups = Groups::read_with_primary(c, domain_head(base));
    let (exact, by_number, by_name, context, short_name) = tokio::try_join!(
        search(c, base, exact.as_ref(), &named),
        search(c, base, number.as_ref(), &brief),
        search(c, base, name.as_ref(), &brief),
        Box::pin(DomainContext::read(c, base, groups)),
        domain.short_name(c)
    )?;
    if let (Query::InDomain { domain: asked, .. }, Some(here)) = (query, short_name)
        && !domain.is_called(asked, &here)
    {
        return Ok(FoundAccounts { searched_domain: Some(here), ..FoundAccounts::default() });
    }
    let exact_more = exact.more;
    let (mut exact, similar_to_exact): (Vec<_>, Vec<_>) = exact
        .entries
        .into_iter()
        .partition(|entry| matching::named(query, entry, &domain.dns_name, attributes) == Nearness::Match);
    let mut others = match exact.is_empty() {
        true => by_name.judged(|entry| Some(matching::whole_name(query, entry))),
        false => Judged::default(),
    };
    if others.matches.is_empty() {
        others.similar.extend(similar_to_exact.into_iter().map(|entry| (Nearness::Match, entry)));
    } else {
        // Whoever is called Oberg may be the Öberg that a colleague wrote down.
        others.matches.extend(others.similar.drain(..).map(|(_, entry)| entry));
    }
    if let Some(phone) = query.phone() {
        let numbers = query::number_attributes(attributes.mobile);
        others.more |= by_number.more;
        others.matches.extend(by_number.entries.into_iter().filter(|entry| entry.has_number(&numbers, phone)));
    }
    let by_part = exact.is_empty() && others.is_empty();
    if by_part {
        let (parts, similar) =
            tokio::try_join!(search(c, base, parts.as_ref(), &brief), search(c, base, similar.as_ref(), &brief))?;
        let found = parts.and(similar).judged(|entry| matching::loosely(query, entry, attributes));
        others = Judged { more: found.more || others.more, ..found };
    }
    let is_similar = exact.is_empty() && others.matches.is_empty();
    let mut more = exact_more || others.more;
    let mut others = others.in_order(is_similar);
    others.retain(|entry| exact.iter().all(|one| !one.dn.eq_ignore_ascii_case(&entry.dn)));
    more |= exact.len() + others.len() > MOST;
    exact.truncate(MOST);
    others.truncate(MOST - exact.len());
    let (memberships, read) =
        tokio::try_join!(Box::pin(context.rules.memberships(c, &exact)), Box::pin(read_each(c, &others, &all)))?;
    let (entries, memberships): (Vec<_>, Vec<_>) = exact.into_iter().zip(memberships).chain(read).unzip();
    let (mut accounts, mut unreadable) = (vec![], vec![]);
    for one in context.accounts(c, &entries, memberships).await? {
        match one {
            Ok(account) => accounts.push(account),
            Err(entry) => unreadable.push(entry),
        }
    }
    if is_similar {
        return Ok(FoundAccounts { similar: accounts, more, ..FoundAccounts::default() });
    }
    unreadable.sort_by(|a, b| a.name_or_dn().cmp(b.name_or_dn()));
    accounts.sort_by(|a, b| (&a.display_name, a.name.as_str()).cmp(&(&b.display_name, b.name.as_str())));
    Ok(FoundAccounts { accounts, unreadable, more, by_part, ..FoundAccounts::default() })
}

/// Reads all that is shown of each, with its token. Those that are gone are left out.
async fn read_each(c: &Connection, matches: &[LdapEntry], wanted: &[&str]) -> Result<Vec<(LdapEntry, Membership)>> {
    let with_token = [wanted, &[TOKEN]].concat();
    let requests: Vec<_> = matches.iter().map(|entry| Box::pin(read_one(c, entry, wanted, &with_token))).collect();
    let read: Vec<_> = stream::iter(requests).buffered(PARALLEL).try_collect().await?;
    Ok(read.into_iter().flatten().collect())
}

async fn read_one(
    c: &Connection,
    found: &LdapEntry,
    wanted: &[&str],
    with_token: &[&str],
) -> Result<Option<(LdapEntry, Membership)>> {
    let (entry, has_token) = match c.read_matching(&found.dn, "(objectClass=user)", with_token).await {
        Err(error) if is_refused_token(&error) => {
            (c.read_matching(&found.dn, "(objectClass=user)", wanted).await?, false)
        }
        read => (read?, true),
    };
    // Another account may have taken over the DN.
    let entry = entry.filter(|entry| entry.id() == found.id());
    Ok(entry.map(|entry| {
        let membership = if has_token { Membership::of(Some(&entry)) } else { Membership::Unreadable };
        (entry, membership)
    }))
}

/// The same account, as it is now.
pub(crate) async fn read_again(c: &Connection, account: &Account) -> Result<Account> {
    let found = read_at(c, &account.dn).await?.ok_or(DirectoryError::Gone)?;
    let now = found.map_err(|entry| c.malformed(&entry.attributes().join(", ")))?;
    // Another may have taken over the DN, or have it on a controller that is behind in replication.
    if now.id == account.id { Ok(now) } else { Err(DirectoryError::Gone) }
}

/// The account that this one's `manager` names.
pub(crate) async fn manager(c: &Connection, account: &Account) -> Result<Option<Account>> {
    let Some(dn) = &account.manager else { return Ok(None) };
    match read_at(c, dn).await {
        Ok(found) => Ok(found.and_then(Result::ok)),
        // In another domain, for which no controller is asked.
        // The entry is in another domain.
        Err(DirectoryError::Refused { code: REFERRAL, .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The account at `dn`, with all that is shown of it; `None` when there is none.
async fn read_at(c: &Connection, dn: &str) -> Result<Option<Result<Account, UnreadableAccount>>> {
    let head = domain::head(c).await?;
    let with_token = [&*wanted(c), &[TOKEN]].concat();
    let (entry, context) = tokio::try_join!(
        c.read_matching(dn, "(objectClass=user)", &with_token),
        Box::pin(DomainContext::read(c, &head, Groups::read(c, &head)))
    )?;
    let Some(entry) = entry else { return Ok(None) };
    let membership = vec![Membership::of(Some(&entry))];
    Ok(context.accounts(c, &[entry], membership).await?.pop())
}

/// What is the same for every account of the domain.
struct DomainContext {
    policies: Policies,
    rules: ProtectionRules,
}

impl DomainContext {
    async fn read(c: &Connection, base: &str, groups: impl Future<Output = Result<Groups>>) -> Result<Self> {
        let ((policies, reader), groups, units) =
            tokio::try_join!(Policies::read(c, domain_head(base)), groups, ProtectedUnits::read(c))?;
        Ok(Self { policies, rules: ProtectionRules::new(c, groups, units, reader) })
    }

    async fn accounts(
        &self,
        c: &Connection,
        entries: &[LdapEntry],
        memberships: Vec<Membership>,
    ) -> Result<Vec<Result<Account, UnreadableAccount>>> {
        let policies = self.policies.applied(c, entries).await?;
        let known = entries.iter().zip(policies).zip(memberships);
        let account = |((entry, policy), membership): ((&LdapEntry, _), _)| {
            let protected = self.rules.protection(entry, &membership);
            account::read(
                entry,
                &c.settings.mobile_attributes,
                policy,
                protected,
                self.rules.reader(),
                self.policies.now,
            )
        };
        Ok(known.map(account).collect())
    }
}

/// What a search found.
#[derive(Default)]
struct Matches {
    entries: Vec<LdapEntry>,
    /// There are more than these.
    more: bool,
}

impl Matches {
    fn and(mut self, other: Self) -> Self {
        self.entries.extend(other.entries);
        Self { entries: self.entries, more: self.more || other.more }
    }

    fn judged(self, judge: impl Fn(&LdapEntry) -> Option<Nearness>) -> Judged {
        let mut judged = Judged { more: self.more, ..Judged::default() };
        for entry in self.entries {
            match judge(&entry) {
                Some(Nearness::Match) => judged.matches.push(entry),
                Some(near) => judged.similar.push((near, entry)),
                None => {}
            }
        }
        judged
    }
}

#[derive(Default)]
struct Judged {
    matches: Vec<LdapEntry>,
    similar: Vec<(Nearness, LdapEntry)>,
    more: bool,
}

impl Judged {
    fn is_empty(&self) -> bool {
        self.matches.is_empty() && self.similar.is_empty()
    }

    /// Each of the matches, or of the similar ones, once: the nearest first, and then by name.
    fn in_order(self, similar: bool) -> Vec<LdapEntry> {
        let mut entries = match similar {
            true => self.similar,
            false => self.matches.into_iter().map(|entry| (Nearness::Match, entry)).collect(),
        };
        let text = |entry: &LdapEntry, name| entry.text(name).map(str::to_owned);
        entries.sort_by_cached_key(|(near, entry)| (*near, text(entry, "displayName"), text(entry, "sAMAccountName")));
        let mut seen = HashSet::new();
        entries.retain(|(_, entry)| seen.insert(entry.dn.to_lowercase()));
        entries.into_iter().map(|(_, entry)| entry).collect()
    }
}

/// One search, if there is anything to look for.
async fn search(c: &Connection, base: &str, filter: Option<&String>, wanted: &[&str]) -> Result<Matches> {
    let Some(filter) = filter else { return Ok(Matches::default()) };
    let (entries, more) = c.search(base, Scope::Subtree, filter, wanted).await?;
    Ok(Matches { entries, more })
}

fn attributes(c: &Connection) -> Attributes<'_> {
    Attributes { mobile: &c.settings.mobile_attributes, also: &c.settings.search_attributes }
}

/// What names one account, beside what is read of each.
fn named_by(attributes: Attributes<'_>) -> Vec<&str> {
    attributes.also.iter().map(String::as_str).chain(["proxyAddresses"]).collect()
}

/// What is read of each match: stored values, which cost a server little.
fn brief(c: &Connection) -> Vec<&str> {
    [COMPARED, &*query::number_attributes(&c.settings.mobile_attributes)].concat()
}

fn wanted(c: &Connection) -> Vec<&str> {
    [account::WANTED, &*query::number_attributes(&c.settings.mobile_attributes)].concat()
}
