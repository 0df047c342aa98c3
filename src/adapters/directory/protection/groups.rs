//! The protected groups: which they are, and whether a primary group leads to one.

use ldap3::{Scope, ldap_escape};

use crate::adapters::directory::{Connection, LdapEntry, Result};
use crate::domain::dn::Dn;
use crate::domain::identity::same_name;
use crate::domain::protection::{GroupName, WellKnownGroup};
use crate::domain::sid::Sid;
use crate::ports::DirectoryError;

/// The protected groups: those that every domain has, known by number, and those that the configuration adds.
pub(crate) struct Groups {
    /// Configured, and known by number; with the name that is written there.
    well_known: Vec<(&'static WellKnownGroup, String)>,
    named: Vec<(Sid, String)>,
    /// Primary groups and what they are in, where that was requested.
    primary: Vec<LdapEntry>,
}

const WANTED: &[&str] = &["objectSid", "sAMAccountName", "cn", "memberOf", "groupType"];
/// groupType: a security group (MS-ADTS 2.2.12). A distribution group is in no token.
const SECURITY_ENABLED: i64 = 0x8000_0000;
/// A filter for Domain Users and what they are in by default, each by the DN that it has by default, which costs a server
/// next to nothing. Where they are called otherwise, as in a domain in Swedish, each account is asked for its token.
fn primary(head: &str) -> String {
    let users = WellKnownGroup::all().filter(|group| group.is_users_group());
    users.map(|group| equals("distinguishedName", &group.default_dn(head))).collect()
}

impl Groups {
    #[cfg(test)]
    pub(super) fn of(named: Vec<(Sid, String)>, primary: Vec<LdapEntry>) -> Self {
        Self { well_known: vec![], named, primary }
    }

    /// Looks up the configured groups that are not known by number.
    pub(crate) async fn read(c: &Connection, head: &str) -> Result<Self> {
        Self::look_up(c, head, String::new()).await
    }

    /// The same, and what primary groups are in, for [`primary_is_clear`](Self::primary_is_clear).
    pub(crate) async fn read_with_primary(c: &Connection, head: &str) -> Result<Self> {
        Self::look_up(c, head, primary(head)).await
    }

    async fn look_up(c: &Connection, head: &str, also: String) -> Result<Self> {
        let protected = &c.settings.protected;
        let names: Vec<(GroupName, &String)> =
            protected.names.iter().map(|name| (GroupName::parse(name), name)).collect();
        // Those of the default settings are known by number alone, which asks nothing.
        let is_asked = |name: &GroupName| protected.must_exist || !matches!(name, GroupName::WellKnown(_));
        let asked = names.iter().filter(|(name, _)| is_asked(name));
        let conditions: String = asked.map(|(name, _)| condition(name)).chain([also]).collect();
        let found = match &*conditions {
            "" => vec![],
            _ => {
                let filter = format!("(&(objectCategory=group)(|{conditions}))");
                c.search(head, Scope::Subtree, &filter, WANTED).await?.0
            }
        };
        let mut groups = Self { well_known: vec![], named: vec![], primary: vec![] };
        for (name, written) in names {
            if let GroupName::WellKnown(group) = name {
                groups.well_known.push((group, written.clone()));
            }
            // One name may be the sAMAccountName of one and the cn of another.
            let of_name = found.iter().filter(|entry| is_called(entry, &name));
            let of_name: Vec<(&LdapEntry, Sid)> =
                of_name.filter_map(|entry| Some((entry, Sid::from_bytes(entry.bytes("objectSid")?)?))).collect();
            // One that is known by number may be called otherwise.
            if of_name.is_empty() && protected.must_exist && !matches!(name, GroupName::WellKnown(_)) {
                return Err(DirectoryError::NoSuchGroup { name: written.clone() });
            }
            let is_list =
                |entry: &LdapEntry| entry.number("groupType").is_some_and(|kind| kind & SECURITY_ENABLED == 0);
            if of_name.iter().any(|(entry, _)| is_list(entry)) {
                return Err(DirectoryError::NotASecurityGroup { name: written.clone() });
            }
            groups.named.extend(of_name.into_iter().map(|(_, sid)| (sid, written.clone())));
        }
        groups.primary = found;
        Ok(groups)
    }

    /// The one that is in `token`, by its name; by its configured name where it has one, as operators know it.
    pub(super) fn one_in(&self, token: &[Sid]) -> Option<&str> {
        let by_number = |group: &WellKnownGroup| token.iter().any(|sid| group.is(sid));
        let named = || self.named.iter().find(|(sid, _)| token.contains(sid)).map(|(_, name)| &**name);
        let configured = self.well_known.iter().find(|(group, _)| by_number(group)).map(|(_, name)| &**name);
        let always = || WellKnownGroup::protecting().find(|group| by_number(group)).map(|group| group.name);
        configured.or_else(named).or_else(always)
    }

    fn may_protect(&self, entry: &LdapEntry) -> bool {
        // One whose SID may not be read may be any.
        entry.sid().is_none_or(|sid| self.one_in(&[sid]).is_some())
    }

    /// Whether the domain's group with this number is surely not protected, nor in a protected one: all groups that it
    /// is in come with the domain and are clear themselves. An account in no other group is then in no protected one.
    pub(super) fn primary_is_clear(&self, rid: i64) -> bool {
        let Some(group) = self.primary.iter().find(|entry| entry.rid() == Some(rid) && is_of_domain(entry)) else {
            return false;
        };
        let (mut open, mut seen) = (vec![group], vec![&*group.dn]);
        while let Some(group) = open.pop() {
            if self.may_protect(group) || group.is_cut("memberOf") {
                return false;
            }
            for outer in group.all("memberOf") {
                let Some(outer) = self.primary.iter().find(|entry| entry.dn == *outer) else { return false };
                if !seen.contains(&&*outer.dn) {
                    seen.push(&outer.dn);
                    open.push(outer);
                }
            }
        }
        true
    }
}

/// `S-1-5-21-…`, and not one of `CN=Builtin`.
fn is_of_domain(entry: &LdapEntry) -> bool {
    entry.sid().is_some_and(|sid| sid.bytes().len() == 28)
}

fn condition(name: &GroupName) -> String {
    match name {
        // A group of another number may be called so, and be the one that was meant.
        GroupName::WellKnown(group) => equals("sAMAccountName", group.name) + &equals("cn", group.name),
        // Active Directory takes the text for the bytes (MS-ADTS 3.1.1.3.1.3.2).
        GroupName::Sid(sid) => format!("(objectSid={sid})"),
        GroupName::Dn(dn) => equals("distinguishedName", &dn.to_string()),
        GroupName::Name(name) => equals("sAMAccountName", name) + &equals("cn", name),
    }
}

fn equals(attribute: &str, value: &str) -> String {
    format!("({attribute}={})", ldap_escape(value))
}

fn is_called(entry: &LdapEntry, name: &GroupName) -> bool {
    let is = |attribute: &str, name: &str| entry.text(attribute).is_some_and(|held| same_name(held, name));
    let is_either = |name: &str| ["sAMAccountName", "cn"].iter().any(|attribute| is(attribute, name));
    match name {
        GroupName::Sid(sid) => entry.sid().as_ref() == Some(sid),
        GroupName::Dn(dn) => Dn::parse(&entry.dn).as_ref() == Some(dn),
        GroupName::WellKnown(WellKnownGroup { name, .. }) => is_either(name),
        GroupName::Name(name) => is_either(name),
    }
}
