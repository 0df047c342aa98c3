//! The protected groups: which they are, and who of those found is in one, directly or through other
//! groups. Never decides what protection means.

use futures_util::future::try_join_all;
use ldap3::{Scope, dn_escape, ldap_escape};

use super::attributes::Entry;
use super::domain::domain_head;
use super::{Connection, Settings, ask};
use crate::domain::account::Protection;
use crate::ports::DirectoryError;

/// The protected groups that exist.
pub(super) struct Groups(pub(super) Vec<Group>);

pub(super) struct Group {
    name: String,
    pub(super) dn: String,
    /// The last part of its SID, by which an account names its primary group.
    pub(super) rid: Option<i64>,
}

/// Who of those that one search found is in any of the groups, supposing that these are where Active
/// Directory keeps its own. It is about those people only, and counts only if the groups are there.
pub(super) struct Guess(Vec<String>);

impl Guess {
    /// Asks together with the search for the people; its filter must be cheap for the server. `None` when
    /// there was no full answer: it was only a guess, and what matters is asked again.
    pub(super) async fn ask(
        c: &Connection,
        settings: &Settings,
        head: &str,
        base: &str,
        scope: Scope,
        filter: &str,
    ) -> Option<Self> {
        let names = &settings.protected.names;
        if names.is_empty() {
            return None;
        }
        let groups: String = names.iter().map(|name| in_chain(&usual_place(name, head))).collect();
        // The people first: a server that takes conditions in their order then follows few chains.
        let filter = format!("(&{filter}(|{groups}))");
        let (found, more) = ask::search(c, settings, base, scope, &filter, &["sAMAccountName"]).await.ok()?;
        (!more).then(|| Self(found.into_iter().map(|entry| entry.dn).collect()))
    }
}

/// Where Active Directory keeps the groups it came with (MS-ADTS 6.1.1.6).
fn usual_place(name: &str, head: &str) -> String {
    format!("CN={},CN=Users,{head}", dn_escape(name))
}

impl Groups {
    /// Looks the groups up by their names.
    pub(super) async fn ask(c: &Connection, settings: &Settings, head: &str) -> Result<Self, DirectoryError> {
        if settings.protected.names.is_empty() {
            return Ok(Self(vec![]));
        }
        Ok(Self(named(c, settings, head).await?))
    }

    /// How each of `entries` is protected, if it is. Costs a flight when `guess`, about these same entries,
    /// does not help, or when someone is in a group and it has to be told which.
    pub(super) async fn protections(
        &self,
        c: &Connection,
        settings: &Settings,
        base: &str,
        entries: &[Entry],
        guess: Option<&Guess>,
    ) -> Result<Vec<Option<Protection>>, DirectoryError> {
        let head = domain_head(base);
        let right = self.0.iter().all(|group| usual_place(&group.name, head).eq_ignore_ascii_case(&group.dn));
        let nobody = right && guess.is_some_and(|Guess(dns)| !entries.iter().any(|entry| dns.contains(&entry.dn)));
        let members = if nobody {
            vec![vec![]; self.0.len()]
        } else {
            try_join_all(self.0.iter().map(|group| members(c, settings, base, group, entries))).await?
        };
        let protection = |entry: &Entry| {
            let mut groups = self.0.iter().zip(&members);
            let (group, _) = groups.find(|(group, members)| {
                members.contains(&entry.dn) || (group.rid.is_some() && group.rid == entry.number("primaryGroupID"))
            })?;
            Some(Protection::MemberOf(group.name.clone()))
        };
        Ok(entries.iter().map(protection).collect())
    }
}

/// Every group that has one of the names. Two may: one as its user name, the other as its own.
async fn named(c: &Connection, settings: &Settings, head: &str) -> Result<Vec<Group>, DirectoryError> {
    let names = &settings.protected.names;
    let conditions: String = names
        .iter()
        .map(|name| ldap_escape(name.as_str()))
        .map(|name| format!("(sAMAccountName={name})(cn={name})"))
        .collect();
    let filter = format!("(&(objectCategory=group)(|{conditions}))");
    let (found, _) =
        ask::search(c, settings, head, Scope::Subtree, &filter, &["objectSid", "sAMAccountName", "cn"]).await?;
    let mut groups = vec![];
    for name in names {
        let before = groups.len();
        groups.extend(found.iter().filter(|entry| is_called(entry, name)).map(|entry| Group {
            name: name.clone(),
            rid: entry.rid(),
            dn: entry.dn.clone(),
        }));
        if groups.len() == before && settings.protected.must_exist {
            return Err(DirectoryError::NoSuchGroup { name: name.clone() });
        }
    }
    Ok(groups)
}

fn is_called(entry: &Entry, name: &str) -> bool {
    ["sAMAccountName", "cn"]
        .iter()
        .any(|a| entry.text(a).is_some_and(|held| held.to_lowercase() == name.to_lowercase()))
}

/// Which of these people are in `group`.
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
    let filter = format!("(&(|{names}){})", in_chain(&group.dn));
    let (found, _) = ask::search(c, settings, base, Scope::Subtree, &filter, &["sAMAccountName"]).await?;
    Ok(found.into_iter().map(|entry| entry.dn).collect())
}

/// LDAP_MATCHING_RULE_TRANSITIVE_EVAL (MS-ADTS 3.1.1.3.4.4.3); a DN that is not there is in no chain.
fn in_chain(dn: &str) -> String {
    format!("(memberOf:1.2.840.113556.1.4.1941:={})", ldap_escape(dn))
}
