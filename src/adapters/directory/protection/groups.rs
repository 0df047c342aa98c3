//! The protected groups: which they are, and whether a primary group leads to one. Never decides what protection means.

use ldap3::{Scope, ldap_escape};

use super::attributes::Entry;
use super::{Connection, Settings, ask};
use crate::domain::dn::Dn;
use crate::domain::protection::{GroupName, WellKnownGroup};
use crate::domain::sid::Sid;
use crate::ports::DirectoryError;

/// The protected groups: those that every domain has, whatever they are called (known by number), and those that the
/// configuration adds.
pub(super) struct Groups {
    /// As they are configured, each as it is written there.
    well_known: Vec<(&'static WellKnownGroup, String)>,
    named: Vec<(Sid, String)>,
    /// What primary groups are in, where that was asked for.
    primary: Vec<Entry>,
}

const WANTED: &[&str] = &["objectSid", "sAMAccountName", "cn", "memberOf", "groupType"];
/// groupType: rights can be given to it (MS-ADTS 2.2.12). One without is a list of recipients, which is in no token.
const SECURITY_ENABLED: i64 = 0x8000_0000;
/// The groups that come with a domain, whatever they are called (MS-ADA1, isCriticalSystemObject), without those that are
/// where Active Directory puts them: to send all forty takes a server longer than the rest of a look-up. Domain Users and
/// what they are in are among them.
fn primary(head: &str) -> String {
    let others = WellKnownGroup::all().filter(|group| !group.is_of_users());
    let usual: String = others.map(|group| equals("distinguishedName", &group.usual_place(head))).collect();
    format!("(&(isCriticalSystemObject=TRUE)(!(|{usual})))")
}

impl Groups {
    /// Looks up those of the configuration that are not known by number.
    pub(super) async fn ask(c: &Connection, settings: &Settings, head: &str) -> Result<Self, DirectoryError> {
        Self::look_up(c, settings, head, "").await
    }

    /// The same, and what primary groups are in.
    pub(super) async fn ask_with_primary(
        c: &Connection,
        settings: &Settings,
        head: &str,
    ) -> Result<Self, DirectoryError> {
        Self::look_up(c, settings, head, &primary(head)).await
    }

    async fn look_up(c: &Connection, settings: &Settings, head: &str, also: &str) -> Result<Self, DirectoryError> {
        let names: Vec<(GroupName, &String)> =
            settings.protected.names.iter().map(|name| (GroupName::parse(name), name)).collect();
        let conditions: String = names.iter().map(|(name, _)| condition(name)).chain([also.to_owned()]).collect();
        let found = match &*conditions {
            "" => vec![],
            _ => {
                let filter = format!("(&(objectCategory=group)(|{conditions}))");
                ask::search(c, settings, head, Scope::Subtree, &filter, WANTED).await?.0
            }
        };
        let mut groups = Self { well_known: vec![], named: vec![], primary: vec![] };
        for (name, written) in names {
            if let GroupName::WellKnown(group) = name {
                groups.well_known.push((group, written.clone()));
                continue;
            }
            // Two may go by one name: one as its user name, the other as its own.
            let of_name = found.iter().filter(|entry| is_called(entry, &name));
            let of_name: Vec<(&Entry, Sid)> =
                of_name.filter_map(|entry| Some((entry, Sid::from_bytes(entry.bytes("objectSid")?)?))).collect();
            if of_name.is_empty() && settings.protected.must_exist {
                return Err(DirectoryError::NoSuchGroup { name: written.clone() });
            }
            let is_list = |entry: &Entry| entry.number("groupType").is_some_and(|kind| kind & SECURITY_ENABLED == 0);
            if of_name.iter().any(|(entry, _)| is_list(entry)) {
                return Err(DirectoryError::NotASecurityGroup { name: written.clone() });
            }
            groups.named.extend(of_name.into_iter().map(|(_, sid)| (sid, written.clone())));
        }
        groups.primary = found;
        Ok(groups)
    }

    /// Which of them is in `token`, by the name it is told under. Those of the configuration first: so they are known here.
    pub(super) fn one_in(&self, token: &[Sid]) -> Option<&str> {
        let by_number = |group: &WellKnownGroup| token.iter().any(|sid| group.is(sid));
        let named = || self.named.iter().find(|(sid, _)| token.contains(sid)).map(|(_, name)| &**name);
        let configured = self.well_known.iter().find(|(group, _)| by_number(group)).map(|(_, name)| &**name);
        let always = || WellKnownGroup::protecting().find(|group| by_number(group)).map(|group| group.name);
        configured.or_else(named).or_else(always)
    }

    fn protects(&self, entry: &Entry) -> bool {
        // One whose number may not be read may be any.
        entry.sid().is_none_or(|sid| self.one_in(&[sid]).is_some())
    }

    /// Whether the group of the domain that has this number is none of them, nor in one through those that come with a
    /// domain, and in no other. An account without any other group is then in none of them.
    pub(super) fn primary_is_clear(&self, rid: i64) -> bool {
        let Some(group) = self.primary.iter().find(|entry| entry.rid() == Some(rid) && is_of_domain(entry)) else {
            return false;
        };
        let (mut open, mut seen) = (vec![group], vec![&*group.dn]);
        while let Some(group) = open.pop() {
            if self.protects(group) || group.is_cut("memberOf") {
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
fn is_of_domain(entry: &Entry) -> bool {
    entry.sid().is_some_and(|sid| sid.bytes().len() == 28)
}

fn condition(name: &GroupName) -> String {
    match name {
        GroupName::WellKnown(_) => String::new(),
        // Active Directory takes the text for the bytes (MS-ADTS 3.1.1.3.1.3.2).
        GroupName::Sid(sid) => format!("(objectSid={sid})"),
        GroupName::Dn(dn) => equals("distinguishedName", &dn.to_string()),
        GroupName::Name(name) => equals("sAMAccountName", name) + &equals("cn", name),
    }
}

fn equals(attribute: &str, value: &str) -> String {
    format!("({attribute}={})", ldap_escape(value))
}

fn is_called(entry: &Entry, name: &GroupName) -> bool {
    let is = |attribute: &str, name: &str| {
        entry.text(attribute).is_some_and(|held| held.to_lowercase() == name.to_lowercase())
    };
    match name {
        GroupName::WellKnown(_) => false,
        GroupName::Sid(sid) => entry.sid().as_ref() == Some(sid),
        GroupName::Dn(dn) => Dn::parse(&entry.dn).as_ref() == Some(dn),
        GroupName::Name(name) => ["sAMAccountName", "cn"].iter().any(|attribute| is(attribute, name)),
    }
}
