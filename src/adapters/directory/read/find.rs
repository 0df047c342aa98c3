//! Finding accounts. What is requested without waiting costs one round trip together. An account found by user name,
//! address, number or several words needs one; one that is in any group needs another, for its token; a single word
//! that is no user name needs one more.

use ldap3::Scope;

use super::account;
use super::domain::{self, SearchedDomain};
use super::policies::Policies;
use super::query::{self, Fallback, Searches};
use crate::adapters::directory::protection::{Groups, Membership, ProtectedUnits, ProtectionRules};
use crate::adapters::directory::{Connection, LdapEntry, Result, TOKEN, domain_head};
use crate::domain::account::Account;
use crate::domain::query::Query;
use crate::domain::unreadable::UnreadableAccount;
use crate::ports::{DirectoryError, FoundAccounts};

/// The most accounts returned for one query.
const MOST: usize = 20;

/// Every account that `query` points at.
pub(crate) async fn find(c: &Connection, query: &Query) -> Result<FoundAccounts> {
    let domain = SearchedDomain::read(c, query).await?;
    let mobile_attribute = &c.settings.mobile_attribute;
    let Searches { first, number, fallback } = query::searches(query, &domain.dns_name, mobile_attribute);
    let base = &*domain.base;
    let likely = fallback.as_ref().filter(|fallback| fallback.likely).map(|fallback| &fallback.filter);
    let groups = Groups::read_with_primary(c, domain_head(base));
    let (exact, by_number, by_name, context, short_name) = tokio::try_join!(
        people(c, base, &first),
        people_if(c, base, number.as_ref()),
        people_if(c, base, likely),
        Box::pin(DomainContext::read(c, base, groups)),
        domain.short_name(c)
    )?;
    if let (Query::InDomain { domain: asked, .. }, Some(here)) = (query, short_name)
        && !domain.is_called(asked, &here)
    {
        return Ok(FoundAccounts { searched_domain: Some(here), ..FoundAccounts::default() });
    }
    let mut matches = match (&fallback, by_name) {
        (Some(_), Some(by_name)) if exact.entries.is_empty() => by_name,
        (Some(Fallback { filter, .. }), None) if exact.entries.is_empty() => people(c, base, filter).await?,
        _ => exact,
    };
    if let Some(phone) = query.phone() {
        let attributes = query::number_attributes(mobile_attribute);
        let has_number = |entry: &LdapEntry| entry.has_number(&attributes, phone);
        match by_number {
            Some(by_number) => matches.add(by_number, has_number),
            None => matches.entries.retain(has_number),
        }
    }
    let more = matches.more || matches.entries.len() > MOST;
    matches.entries.truncate(MOST);
    let memberships = Box::pin(context.rules.memberships(c, &matches.entries)).await?;
    let (mut accounts, mut unreadable) = (vec![], vec![]);
    for one in context.accounts(c, &matches.entries, memberships).await? {
        match one {
            Ok(account) => accounts.push(account),
            Err(entry) => unreadable.push(entry),
        }
    }
    unreadable.sort_by(|a, b| a.name_or_dn().cmp(b.name_or_dn()));
    accounts.sort_by(|a, b| (&a.display_name, a.name.as_str()).cmp(&(&b.display_name, b.name.as_str())));
    Ok(FoundAccounts { accounts, unreadable, more, searched_domain: None })
}

/// The same account, as it is now.
pub(crate) async fn read_again(c: &Connection, account: &Account) -> Result<Account> {
    let head = domain::head(c).await?;
    let with_token = [&*wanted(c), &[TOKEN]].concat();
    let (entry, context) = tokio::try_join!(
        c.read_matching(&account.dn, "(objectClass=user)", &with_token),
        Box::pin(DomainContext::read(c, &head, Groups::read(c, &head)))
    )?;
    let entry = entry.ok_or(DirectoryError::Gone)?;
    let membership = vec![Membership::of(Some(&entry))];
    let account = context.accounts(c, &[entry], membership).await?.pop().ok_or(DirectoryError::Gone)?;
    account.map_err(|entry| c.malformed(&entry.attributes().join(", ")))
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
            account::read(entry, &c.settings.mobile_attribute, policy, protected, self.policies.now)
        };
        Ok(known.map(account).collect())
    }
}

struct Matches {
    entries: Vec<LdapEntry>,
    /// There are more than these.
    more: bool,
}

impl Matches {
    /// Adds those of `others` that are to be `kept` and are not here yet.
    fn add(&mut self, others: Self, kept: impl Fn(&LdapEntry) -> bool) {
        self.more |= others.more;
        let new = |entry: &LdapEntry| self.entries.iter().all(|one| !one.dn.eq_ignore_ascii_case(&entry.dn));
        let others: Vec<LdapEntry> = others.entries.into_iter().filter(|entry| kept(entry) && new(entry)).collect();
        self.entries.extend(others);
    }
}

async fn people(c: &Connection, base: &str, filter: &str) -> Result<Matches> {
    let (entries, more) = c.search(base, Scope::Subtree, filter, &wanted(c)).await?;
    Ok(Matches { entries, more })
}

async fn people_if(c: &Connection, base: &str, filter: Option<&String>) -> Result<Option<Matches>> {
    match filter {
        Some(filter) => people(c, base, filter).await.map(Some),
        None => Ok(None),
    }
}

fn wanted(c: &Connection) -> Vec<&str> {
    [account::WANTED, &*query::number_attributes(&c.settings.mobile_attribute)].concat()
}
