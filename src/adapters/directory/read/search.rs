//! Finding accounts. A flight is what is asked without waiting, and costs one round trip however much
//! it asks. Who is found by a user name, an address, a number or several words needs one; who is in any group one more, for
//! their token, which is given by DN alone; and a single word that is nobody's user name another.

use ldap3::Scope;

use super::attributes::{self, Entry};
use super::domain::{domain, domain_head, short_name};
use super::groups::Groups;
use super::policies::Policies;
use super::protection::{self, Membership, Readable, Rules};
use super::query::{Otherwise, Searches};
use super::units::Units;
use super::{Connection, Settings, ask, query};
use crate::domain::account::{Account, Protection};
use crate::domain::query::Query;
use crate::domain::unreadable::UnreadableAccount;
use crate::ports::{DirectoryError, FoundAccounts};

/// The most accounts shown for one query. Who gets more must say more.
const MOST: usize = 20;

/// Everyone `query` points at.
pub(super) async fn find(c: &Connection, settings: &Settings, query: &Query) -> Result<FoundAccounts, DirectoryError> {
    let domain = domain(c, settings, query).await?;
    let Searches { first, number, otherwise } = query::searches(query, &domain.dns_name, &settings.mobile_attribute);
    let base = &*domain.base;
    let by_name = async {
        match &otherwise {
            Some(Otherwise { filter, likely: true }) => people(c, settings, base, filter).await.map(Some),
            _ => Ok(None),
        }
    };
    let exact = people(c, settings, base, &first);
    let by_number = async {
        match &number {
            Some(filter) => people(c, settings, base, filter).await.map(Some),
            None => Ok(None),
        }
    };
    let groups = Groups::ask_with_primary(c, settings, domain_head(base));
    let (exact, by_number, by_name, setting, short_name) = tokio::try_join!(
        exact,
        by_number,
        by_name,
        Box::pin(setting(c, settings, base, groups)),
        short_name(c, settings, &domain)
    )?;
    if let (Query::InDomain { domain: asked, .. }, Some(here)) = (query, short_name)
        && !domain.is_called(asked, &here)
    {
        return Ok(FoundAccounts { searched_domain: Some(here), ..FoundAccounts::default() });
    }
    let mut matches = match (&otherwise, by_name) {
        (Some(_), Some(by_name)) if exact.entries.is_empty() => by_name,
        (Some(Otherwise { filter, .. }), None) if exact.entries.is_empty() => people(c, settings, base, filter).await?,
        _ => exact,
    };
    if let Some(phone) = query.phone() {
        let attributes = query::number_attributes(&settings.mobile_attribute);
        let has_number = |entry: &Entry| entry.has_number(&attributes, phone);
        match by_number {
            Some(by_number) => matches.add(by_number, has_number),
            None => matches.entries.retain(has_number),
        }
    }
    let more = matches.more || matches.entries.len() > MOST;
    matches.entries.truncate(MOST);
    let (mut accounts, mut unreadable) = (vec![], vec![]);
    for one in Box::pin(complete(c, settings, &matches, &setting)).await? {
        match one {
            Ok(account) => accounts.push(account),
            Err(entry) => unreadable.push(entry),
        }
    }
    unreadable.sort_by(|a, b| a.shown_name().cmp(b.shown_name()));
    accounts.sort_by(|a, b| (&a.display_name, a.name.as_str()).cmp(&(&b.display_name, b.name.as_str())));
    Ok(FoundAccounts { accounts, unreadable, more, searched_domain: None })
}

/// The account at `dn`, as it is now.
pub(super) async fn read(c: &Connection, settings: &Settings, dn: &str) -> Result<Account, DirectoryError> {
    let base = match &settings.base {
        Some(base) => base.clone(),
        None => ask::root(c, settings).await?.base,
    };
    let with_token = [&*wanted(settings), &[attributes::TOKEN]].concat();
    let groups = Groups::ask(c, settings, domain_head(&base));
    let (entry, setting) = tokio::try_join!(
        ask::one(c, settings, dn, "(objectClass=user)", &with_token),
        Box::pin(setting(c, settings, &base, groups))
    )?;
    let entry = entry.ok_or(DirectoryError::Gone)?;
    let groups = vec![Membership::of(Some(&entry))];
    let mut accounts = accounts(c, settings, std::slice::from_ref(&entry), groups, &setting).await?;
    let account = accounts.pop().ok_or(DirectoryError::Gone)?;
    account.map_err(|entry| DirectoryError::Malformed {
        server: c.server.clone(),
        attribute: entry.attributes().join(", "),
    })
}

/// Why the account is not to be changed, as things are now.
pub(super) async fn protection(
    c: &Connection,
    settings: &Settings,
    account: &Account,
) -> Result<Option<Protection>, DirectoryError> {
    let base = settings.base.as_deref().unwrap_or(domain_head(&account.dn));
    let (entry, rules) = tokio::try_join!(
        ask::one(c, settings, &account.dn, "(objectClass=user)", attributes::PROTECTION),
        Box::pin(Rules::ask(c, settings, domain_head(base))),
    )?;
    // Who has taken over a name is not who was meant.
    let entry = entry.filter(|entry| entry.id() == Some(account.id)).ok_or(DirectoryError::Gone)?;
    Ok(rules.protection(&entry, rules.readable(&entry), &Membership::of(Some(&entry))))
}

/// What is the same for every account of the domain.
struct Setting {
    policies: Policies,
    rules: Rules,
}

async fn setting(
    c: &Connection,
    settings: &Settings,
    base: &str,
    groups: impl Future<Output = Result<Groups, DirectoryError>>,
) -> Result<Setting, DirectoryError> {
    let head = domain_head(base);
    let ((policies, reader), groups, units) =
        tokio::try_join!(Policies::ask(c, settings, head), groups, Units::ask(c, settings))?;
    Ok(Setting { policies, rules: Rules::new(settings, groups, units, reader) })
}

/// From entries to accounts: what is still to be asked is asked at once.
async fn complete(
    c: &Connection,
    settings: &Settings,
    Matches { entries, .. }: &Matches,
    setting: &Setting,
) -> Result<Vec<Result<Account, UnreadableAccount>>, DirectoryError> {
    let rules = &setting.rules;
    // The rule for chains (MS-ADTS 3.1.1.3.4.4.3) does not follow a group that the operator may not read, so an account
    // that is in any group is asked for its token.
    let is_clear = |entry: &Entry| {
        rules.readable(entry).is_some_and(Readable::tells_groups)
            && entry.all("memberOf").is_empty()
            && !entry.is_cut("memberOf")
            && entry.number("primaryGroupID").is_some_and(|rid| rules.groups.primary_is_clear(rid))
    };
    let clear: Vec<bool> = entries.iter().map(is_clear).collect();
    let open = entries.iter().zip(&clear).filter(|(_, is_clear)| !**is_clear).map(|(entry, _)| &*entry.dn);
    let mut asked = protection::memberships(c, settings, open).await?.into_iter();
    let membership = |is_clear: bool| match is_clear {
        true => Membership::Clear,
        false => asked.next().unwrap_or(Membership::Unreadable),
    };
    let memberships = clear.into_iter().map(membership).collect();
    accounts(c, settings, entries, memberships, setting).await
}

async fn accounts(
    c: &Connection,
    settings: &Settings,
    entries: &[Entry],
    memberships: Vec<Membership>,
    Setting { policies, rules }: &Setting,
) -> Result<Vec<Result<Account, UnreadableAccount>>, DirectoryError> {
    let (now, mobile) = (policies.now, &settings.mobile_attribute);
    let policies = policies.applied(c, settings, entries).await?;
    let known = entries.iter().zip(policies).zip(memberships);
    known
        .map(|((entry, policy), membership)| {
            let protected = rules.protection(entry, rules.readable(entry), &membership);
            Ok(attributes::account(entry, mobile, policy, protected, now))
        })
        .collect()
}

/// What one search for people found.
struct Matches {
    entries: Vec<Entry>,
    /// There are more than these.
    more: bool,
}

impl Matches {
    /// Adds those of `others` that are to be `kept` and are not here yet.
    fn add(&mut self, others: Self, kept: impl Fn(&Entry) -> bool) {
        self.more |= others.more;
        let new = |entry: &Entry| self.entries.iter().all(|one| !one.dn.eq_ignore_ascii_case(&entry.dn));
        let others: Vec<Entry> = others.entries.into_iter().filter(|entry| kept(entry) && new(entry)).collect();
        self.entries.extend(others);
    }
}

async fn people(c: &Connection, settings: &Settings, base: &str, filter: &str) -> Result<Matches, DirectoryError> {
    let (entries, more) = ask::search(c, settings, base, Scope::Subtree, filter, &wanted(settings)).await?;
    Ok(Matches { entries, more })
}

fn wanted(settings: &Settings) -> Vec<&str> {
    [attributes::ACCOUNT, &*query::number_attributes(&settings.mobile_attribute)].concat()
}
