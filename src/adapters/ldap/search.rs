//! Finding accounts, in two flights: everything that needs nothing but the query, then everything
//! that needs an account's name. Each flight costs one round trip, however much it asks.

use futures_util::future::try_join_all;
use ldap3::{Scope, ldap_escape};

use super::attributes::{self, Entry};
use super::{Connection, Settings, ask, policy, query};
use crate::domain::account::{Account, Protection};
use crate::domain::policy::AppliedPolicy;
use crate::domain::policy::complexity::Dialect;
use crate::domain::query::Query;
use crate::ports::{DirectoryError, Found};

/// The most accounts shown for one query. Who gets more must say more.
const MOST: usize = 20;

/// Everyone `query` points at.
pub(super) async fn find(c: &Connection, settings: &Settings, query: &Query) -> Result<Found, DirectoryError> {
    let domain = domain(c, settings, query).await?;
    let searches = query::searches(query, &domain.dns_name, &settings.mobile_attribute);
    let by_name = async {
        match &searches.by_name {
            Some(filter) => people(c, settings, &domain.base, filter).await,
            None => Ok((vec![], false)),
        }
    };
    let (exact, by_name, setting, short_name) = tokio::try_join!(
        people(c, settings, &domain.base, &searches.exact),
        by_name,
        setting(c, settings, &domain.base),
        short_name(c, settings, &domain),
    )?;
    if let (Query::InDomain { domain: asked, .. }, Some(here)) = (query, short_name)
        && !domain.is_called(asked, &here)
    {
        return Ok(Found { accounts: vec![], more: false, searched_domain: Some(here) });
    }
    let (mut entries, mut more) = if exact.0.is_empty() { by_name } else { exact };
    if let Query::Phone(phone) = query {
        let attributes = query::number_attributes(&settings.mobile_attribute);
        entries.retain(|entry| entry.has_number(&attributes, phone));
    }
    more |= entries.len() > MOST;
    entries.truncate(MOST);
    let mut accounts = complete(c, settings, &domain.base, &entries, &setting).await?;
    accounts.sort_by(|a, b| (&a.display_name, a.name.as_str()).cmp(&(&b.display_name, b.name.as_str())));
    Ok(Found { accounts, more, searched_domain: None })
}

/// The account at `dn`, as it is now.
pub(super) async fn read(c: &Connection, settings: &Settings, dn: &str) -> Result<Account, DirectoryError> {
    let wanted = wanted(settings);
    let base = match &settings.base {
        Some(base) => base.clone(),
        None => ask::root(c, settings).await?.base,
    };
    let (entry, setting) =
        tokio::try_join!(ask::one(c, settings, dn, "(objectClass=user)", &wanted), setting(c, settings, &base),)?;
    let entries: Vec<Entry> = entry.into_iter().collect();
    let mut accounts = complete(c, settings, &base, &entries, &setting).await?;
    accounts.pop().ok_or(DirectoryError::Gone)
}

/// What is the same for every account of the domain.
struct Setting {
    dialect: Dialect,
    policy: Option<Entry>,
    groups: Vec<Group>,
}

pub(super) struct Group {
    name: String,
    pub(super) dn: String,
    /// The last part of its SID, by which an account names its primary group.
    pub(super) rid: Option<i64>,
}

async fn setting(c: &Connection, settings: &Settings, base: &str) -> Result<Setting, DirectoryError> {
    let head = domain_head(base);
    let (root, policy, groups) = tokio::try_join!(
        ask::one(c, settings, "", "(objectClass=*)", policy::ROOT),
        ask::one(c, settings, head, "(objectClass=*)", policy::DOMAIN),
        protected_groups(c, settings, base),
    )?;
    Ok(Setting { dialect: policy::dialect(root.as_ref()), policy, groups })
}

/// The groups whose members are never touched.
pub(super) async fn protected_groups(
    c: &Connection,
    settings: &Settings,
    base: &str,
) -> Result<Vec<Group>, DirectoryError> {
    let head = domain_head(base);
    let names = settings.protected.names.iter();
    let groups = try_join_all(names.map(|name| group(c, settings, head, name))).await?;
    Ok(groups.into_iter().flatten().collect())
}

async fn group(c: &Connection, settings: &Settings, base: &str, name: &str) -> Result<Option<Group>, DirectoryError> {
    let value = ldap_escape(name);
    let filter = format!("(&(objectCategory=group)(|(sAMAccountName={value})(cn={value})))");
    let (found, _) = ask::search(c, settings, base, Scope::Subtree, &filter, &["objectSid"]).await?;
    match found.into_iter().next() {
        Some(entry) => Ok(Some(Group { name: name.to_owned(), rid: entry.rid(), dn: entry.dn })),
        None if settings.protected.must_exist => Err(DirectoryError::NoSuchGroup { name: name.to_owned() }),
        None => Ok(None),
    }
}

/// The second flight: the policies that apply to these people and the groups they are in.
async fn complete(
    c: &Connection,
    settings: &Settings,
    base: &str,
    entries: &[Entry],
    setting: &Setting,
) -> Result<Vec<Account>, DirectoryError> {
    if entries.is_empty() {
        return Ok(vec![]);
    }
    let mut psos: Vec<&str> = entries.iter().filter_map(|entry| entry.text("msDS-ResultantPSO")).collect();
    psos.sort_unstable();
    psos.dedup();
    let (psos, members) = tokio::try_join!(
        try_join_all(psos.into_iter().map(|dn| async move {
            let entry = ask::one(c, settings, dn, "(objectClass=msDS-PasswordSettings)", policy::PSO).await?;
            Ok((dn, entry))
        })),
        try_join_all(setting.groups.iter().map(|group| members(c, settings, base, group, entries))),
    )?;
    entries
        .iter()
        .map(|entry| {
            let applied = match entry.text("msDS-ResultantPSO") {
                Some(dn) => {
                    let name = policy::pso_name(dn);
                    let readable = psos.iter().find(|(found, _)| *found == dn).and_then(|(_, entry)| entry.as_ref());
                    readable
                        .and_then(|entry| policy::pso(entry, &name, setting.dialect))
                        .map_or(AppliedPolicy::Unreadable { pso: name }, AppliedPolicy::Known)
                }
                None => {
                    let domain = setting.policy.as_ref().and_then(|entry| policy::domain(entry, setting.dialect));
                    domain.map(AppliedPolicy::Known).ok_or_else(|| DirectoryError::Malformed {
                        server: c.server.clone(),
                        attribute: "minPwdLength".into(),
                    })?
                }
            };
            let protected = setting.groups.iter().zip(&members).find(|(group, members)| {
                members.contains(&entry.dn) || (group.rid.is_some() && group.rid == entry.number("primaryGroupID"))
            });
            let protected = protected.map(|(group, _)| Protection::MemberOf(group.name.clone()));
            attributes::account(&c.server, entry, &settings.mobile_attribute, applied, protected)
        })
        .collect()
}

/// Which of these people are in `group`, directly or through other groups.
async fn members(
    c: &Connection,
    settings: &Settings,
    base: &str,
    group: &Group,
    entries: &[Entry],
) -> Result<Vec<String>, DirectoryError> {
    let names: String = entries
        .iter()
        .filter_map(|entry| entry.text("sAMAccountName"))
        .map(|name| format!("(sAMAccountName={})", ldap_escape(name)))
        .collect();
    let filter = format!("(&{}(|{names}))", query::member_through_groups(&group.dn));
    let (found, _) = ask::search(c, settings, base, Scope::Subtree, &filter, &["sAMAccountName"]).await?;
    Ok(found.into_iter().map(|entry| entry.dn).collect())
}

/// The domain that is searched.
pub(super) struct Domain {
    pub(super) base: String,
    pub(super) dns_name: String,
    /// Where the forest keeps its domains' names; known only when a name was given.
    configuration: Option<String>,
}

impl Domain {
    /// Whether it goes by this name, its short one being `short`.
    pub(super) fn is_called(&self, name: &str, short: &str) -> bool {
        name.eq_ignore_ascii_case(short) || name.eq_ignore_ascii_case(&self.dns_name)
    }
}

pub(super) async fn domain(c: &Connection, settings: &Settings, query: &Query) -> Result<Domain, DirectoryError> {
    let (base, configuration) = match (&settings.base, query) {
        (Some(base), Query::Address(_) | Query::Phone(_) | Query::Words(_)) => (base.clone(), None),
        (base, query) => {
            let root = ask::root(c, settings).await?;
            let named = matches!(query, Query::InDomain { .. });
            (base.clone().unwrap_or(root.base), named.then_some(root.configuration))
        }
    };
    Ok(Domain { dns_name: dns_name(domain_head(&base)), base, configuration })
}

/// The domain's short name, if the query needs it. Without it, an account of the same name in
/// another domain could be taken for the one that was meant.
pub(super) async fn short_name(
    c: &Connection,
    settings: &Settings,
    domain: &Domain,
) -> Result<Option<String>, DirectoryError> {
    let Some(configuration) = &domain.configuration else { return Ok(None) };
    let filter = format!("(&(objectClass=crossRef)(nCName={}))", ldap_escape(domain_head(&domain.base)));
    let partitions = format!("CN=Partitions,{configuration}");
    let (found, _) = ask::search(c, settings, &partitions, Scope::OneLevel, &filter, &["nETBIOSName"]).await?;
    let name = found.first().and_then(|entry| entry.text("nETBIOSName")).map(str::to_owned);
    name.map(Some)
        .ok_or_else(|| DirectoryError::Malformed { server: c.server.clone(), attribute: "nETBIOSName".to_owned() })
}

/// The part of a DN that names the domain: from its first DC on.
pub(super) fn domain_head(base: &str) -> &str {
    let lower = base.to_ascii_lowercase();
    let start = if lower.starts_with("dc=") { Some(0) } else { lower.find(",dc=").map(|comma| comma + 1) };
    start.map_or(base, |start| &base[start..])
}

fn dns_name(domain_head: &str) -> String {
    domain_head
        .split(',')
        .filter_map(|part| part.split_once('=').map(|(_, value)| value.trim()))
        .collect::<Vec<_>>()
        .join(".")
}

fn wanted(settings: &Settings) -> Vec<&str> {
    let mut wanted = attributes::ACCOUNT.to_vec();
    wanted.extend(query::number_attributes(&settings.mobile_attribute));
    wanted
}

async fn people(
    c: &Connection,
    settings: &Settings,
    base: &str,
    filter: &str,
) -> Result<(Vec<Entry>, bool), DirectoryError> {
    ask::search(c, settings, base, Scope::Subtree, filter, &wanted(settings)).await
}
