//! Finding accounts. A flight is what is asked without waiting, and costs one round trip however much
//! it asks. Who is found by a user name, an address or a DN needs one. A name or a number costs one more,
//! for who is in the protected groups, and a single word that is nobody's user name another.

use ldap3::Scope;

use super::attributes::{self, Entry};
use super::domain::{domain, domain_head, short_name};
use super::groups::{Groups, Guess};
use super::policies::Policies;
use super::query::{Otherwise, Searches};
use super::units::{self, Units};
use super::{Connection, Settings, ask, query};
use crate::domain::account::{Account, Protection};
use crate::domain::query::Query;
use crate::domain::unreadable::Unreadable;
use crate::ports::{DirectoryError, Found};

/// The most accounts shown for one query. Who gets more must say more.
const MOST: usize = 20;

/// Everyone `query` points at.
pub(super) async fn find(c: &Connection, settings: &Settings, query: &Query) -> Result<Found, DirectoryError> {
    let domain = domain(c, settings, query).await?;
    let Searches { first, number, otherwise } = query::searches(query, &domain.dns_name, &settings.mobile_attribute);
    let base = &*domain.base;
    let by_name = async {
        match &otherwise {
            Some(Otherwise { filter, likely: true }) => unguessed(c, settings, base, filter).await.map(Some),
            _ => Ok(None),
        }
    };
    let exact = async {
        match first.indexed {
            true => guessed(c, settings, domain_head(base), base, Scope::Subtree, &first.filter).await,
            false => unguessed(c, settings, base, &first.filter).await,
        }
    };
    let by_number = async {
        match &number {
            Some(filter) => unguessed(c, settings, base, filter).await.map(Some),
            None => Ok(None),
        }
    };
    let (exact, by_number, by_name, setting, short_name) =
        tokio::try_join!(exact, by_number, by_name, setting(c, settings, base), short_name(c, settings, &domain))?;
    if let (Query::InDomain { domain: asked, .. }, Some(here)) = (query, short_name)
        && !domain.is_called(asked, &here)
    {
        return Ok(Found { searched_domain: Some(here), ..Found::default() });
    }
    let mut matches = match (&otherwise, by_name) {
        (Some(_), Some(by_name)) if exact.entries.is_empty() => by_name,
        (Some(Otherwise { filter, .. }), None) if exact.entries.is_empty() => {
            unguessed(c, settings, base, filter).await?
        }
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
    for one in complete(c, settings, base, &matches, &setting).await? {
        match one {
            Ok(account) => accounts.push(account),
            Err(entry) => unreadable.push(entry),
        }
    }
    unreadable.sort_by(|a, b| a.shown_name().cmp(b.shown_name()));
    accounts.sort_by(|a, b| (&a.display_name, a.name.as_str()).cmp(&(&b.display_name, b.name.as_str())));
    Ok(Found { accounts, unreadable, more, searched_domain: None })
}

/// The account at `dn`, as it is now.
pub(super) async fn read(c: &Connection, settings: &Settings, dn: &str) -> Result<Account, DirectoryError> {
    let base = match &settings.base {
        Some(base) => base.clone(),
        None => ask::root(c, settings).await?.base,
    };
    let (matches, setting) = tokio::try_join!(
        guessed(c, settings, domain_head(&base), dn, Scope::Base, "(objectClass=user)"),
        setting(c, settings, &base)
    )?;
    let mut accounts = complete(c, settings, &base, &matches, &setting).await?;
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
    let (head, dn, filter) = (domain_head(base), &account.dn, "(objectClass=user)");
    let guess = async { Ok(Guess::ask(c, settings, head, dn, Scope::Base, filter).await) };
    let (entry, guess, groups, units) = tokio::try_join!(
        ask::one(c, settings, dn, filter, attributes::PROTECTION),
        guess,
        Groups::ask(c, settings, head),
        Units::ask(c, settings)
    )?;
    // Who has taken over a name is not who was meant.
    let entry = entry.filter(|entry| entry.id() == Some(account.id)).ok_or(DirectoryError::Gone)?;
    if entry.is_administrators() {
        return Ok(Some(Protection::AdminCount));
    }
    let entries = std::slice::from_ref(&entry);
    let by_group = groups.protections(c, settings, base, entries, guess.as_ref()).await?.pop().flatten();
    Ok(by_group.or(units.protection(&entry).map_err(|_| units::unreadable(c))?))
}

/// What is the same for every account of the domain.
struct Setting {
    policies: Policies,
    groups: Groups,
    units: Units,
}

async fn setting(c: &Connection, settings: &Settings, base: &str) -> Result<Setting, DirectoryError> {
    let head = domain_head(base);
    let (policies, groups, units) =
        tokio::try_join!(Policies::ask(c, settings, head), Groups::ask(c, settings, head), Units::ask(c, settings))?;
    Ok(Setting { policies, groups, units })
}

/// From entries to accounts: what is still to be asked is asked at once.
async fn complete(
    c: &Connection,
    settings: &Settings,
    base: &str,
    Matches { entries, guess, .. }: &Matches,
    setting: &Setting,
) -> Result<Vec<Result<Account, Unreadable>>, DirectoryError> {
    if entries.is_empty() {
        return Ok(vec![]);
    }
    let (policies, protections) = tokio::try_join!(
        setting.policies.applied(c, settings, entries),
        setting.groups.protections(c, settings, base, entries, guess.as_ref()),
    )?;
    let known = entries.iter().zip(policies).zip(protections);
    known
        .map(|((entry, policy), by_group)| {
            let by_unit = setting.units.protection(entry).map_err(|_| units::unreadable(c))?;
            let (mobile, now) = (&settings.mobile_attribute, setting.policies.now);
            Ok(attributes::account(entry, mobile, policy, by_group.or(by_unit), now))
        })
        .collect()
}

/// What one search for people found.
struct Matches {
    entries: Vec<Entry>,
    /// There are more than these.
    more: bool,
    /// Of these people.
    guess: Option<Guess>,
}

impl Matches {
    /// Adds those of `others` that are to be `kept` and are not here yet.
    fn add(&mut self, others: Self, kept: impl Fn(&Entry) -> bool) {
        self.more |= others.more;
        let here = self.entries.len();
        let new = |entry: &Entry| self.entries.iter().all(|one| !one.dn.eq_ignore_ascii_case(&entry.dn));
        let others: Vec<Entry> = others.entries.into_iter().filter(|entry| kept(entry) && new(entry)).collect();
        self.entries.extend(others);
        if self.entries.len() > here {
            // Of these nothing was guessed.
            self.guess = None;
        }
    }
}

/// A search that may be asked twice over: the second time for who of them is in a protected group.
async fn guessed(
    c: &Connection,
    settings: &Settings,
    head: &str,
    base: &str,
    scope: Scope,
    filter: &str,
) -> Result<Matches, DirectoryError> {
    let guess = async { Ok(Guess::ask(c, settings, head, base, scope, filter).await) };
    let ((entries, more), guess) = tokio::try_join!(people(c, settings, base, scope, filter), guess)?;
    Ok(Matches { entries, more, guess })
}

async fn unguessed(c: &Connection, settings: &Settings, base: &str, filter: &str) -> Result<Matches, DirectoryError> {
    let (entries, more) = people(c, settings, base, Scope::Subtree, filter).await?;
    Ok(Matches { entries, more, guess: None })
}

async fn people(
    c: &Connection,
    settings: &Settings,
    base: &str,
    scope: Scope,
    filter: &str,
) -> Result<(Vec<Entry>, bool), DirectoryError> {
    let mut wanted = attributes::ACCOUNT.to_vec();
    wanted.extend(query::number_attributes(&settings.mobile_attribute));
    ask::with_access_lists(c, settings, base, scope, filter, &wanted).await
}
