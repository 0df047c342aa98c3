//! The protected groups: which they are, and a quick answer to who of those that one search found is in none. Never
//! decides what protection means.

use ldap3::{Scope, ldap_escape};

use super::attributes::Entry;
use super::{Connection, Settings, ask};
use crate::domain::dn::Dn;
use crate::domain::protection::{GroupName, WellKnown};
use crate::domain::sid::Sid;
use crate::ports::DirectoryError;

/// The protected groups: those that every domain has, whatever they are called (known by number), and those that the
/// configuration adds.
pub(super) struct Groups {
    /// As they are configured, each as it is written there.
    well_known: Vec<(&'static WellKnown, String)>,
    named: Vec<(Sid, String)>,
    /// Whether all are where [`Guess`] supposes them.
    are_usual: bool,
    /// What the directory keeps for itself, where that was asked for.
    critical: Vec<Entry>,
}

/// Who of those that one search found is in any of the protected groups, supposing that these are where Active
/// Directory keeps its own. It is about those people only, and counts only if the groups are there.
pub(super) struct Guess(Vec<String>);

const WANTED: &[&str] = &["objectSid", "sAMAccountName", "cn", "memberOf"];
/// The groups that come with a domain, whatever they are called (MS-ADA1, isCriticalSystemObject), but for those that are
/// where [`Guess`] supposes them: to send all forty takes a server longer than the rest of a look-up. Those that every
/// domain has are to be seen, and what accounts are in by their primary group.
fn critical(head: &str) -> String {
    let is_to_be_seen = |group: &WellKnown| group.is_everywhere() || group.holds_users();
    let elsewhere = WellKnown::all().filter(|group| !is_to_be_seen(group));
    let usual: String = elsewhere.map(|group| equals("distinguishedName", &group.usual_place(head))).collect();
    format!("(&(isCriticalSystemObject=TRUE)(!(|{usual})))")
}

impl Guess {
    /// Asks together with the search for the people; its filter must be cheap for the server. `None` when
    /// there was no full answer: it was only a guess, and what matters is asked again.
    pub(super) async fn ask(c: &Connection, settings: &Settings, head: &str, base: &str, filter: &str) -> Option<Self> {
        let configured = settings.protected.names.iter().map(|name| usual_place(&GroupName::parse(name), head));
        let places = WellKnown::protecting().map(|group| group.usual_place(head)).chain(configured);
        let groups: String = places.map(|dn| in_chain(&dn)).collect();
        // The people first: a server that takes conditions in their order then follows few chains, and none for who is in
        // no group at all.
        let filter = format!("(&{filter}(memberOf=*)(|{groups}))");
        let (found, more) = ask::search(c, settings, base, Scope::Subtree, &filter, &["sAMAccountName"]).await.ok()?;
        (!more).then(|| Self(found.into_iter().map(|entry| entry.dn).collect()))
    }

    /// Whether `entry`, whose memberOf may be read, is surely in none of `groups`. The rule for chains follows memberOf,
    /// which does not name the primary group; so that has to be one of which everything is known.
    pub(super) fn clears(&self, groups: &Groups, entry: &Entry) -> bool {
        groups.are_usual
            && !self.0.contains(&entry.dn)
            && entry.number("primaryGroupID").is_some_and(|rid| groups.primary_is_clear(rid))
    }
}

/// Where a group is supposed to be.
fn usual_place(name: &GroupName, head: &str) -> String {
    match name {
        GroupName::WellKnown(group) => group.usual_place(head),
        GroupName::Dn(dn) => dn.to_string(),
        GroupName::Name(name) => format!("CN={},CN=Users,{head}", ldap3::dn_escape(name.as_str())),
        // It is said when the groups are looked up that this is not it.
        GroupName::Sid(sid) => format!("CN={sid},CN=Users,{head}"),
    }
}

impl Groups {
    /// Looks up those of the configuration that are not known by number.
    pub(super) async fn ask(c: &Connection, settings: &Settings, head: &str) -> Result<Self, DirectoryError> {
        Self::look_up(c, settings, head, "").await
    }

    /// The same, and where the groups are that come with a domain, for [`Guess`].
    pub(super) async fn ask_with_places(
        c: &Connection,
        settings: &Settings,
        head: &str,
    ) -> Result<Self, DirectoryError> {
        let mut groups = Self::look_up(c, settings, head, &critical(head)).await?;
        groups.are_usual = groups.are_usual && groups.well_known_are_usual(head);
        Ok(groups)
    }

    async fn look_up(c: &Connection, settings: &Settings, head: &str, also: &str) -> Result<Self, DirectoryError> {
        let names: Vec<(GroupName, &String)> =
            settings.protected.names.iter().map(|name| (GroupName::parse(name), name)).collect();
        let conditions: String = names.iter().map(|(name, _)| condition(name)).chain([also.to_owned()]).collect();
        let (found, more) = match &*conditions {
            "" => (vec![], false),
            _ => {
                let filter = format!("(&(objectCategory=group)(|{conditions}))");
                ask::search(c, settings, head, Scope::Subtree, &filter, WANTED).await?
            }
        };
        let mut groups = Self { well_known: vec![], named: vec![], are_usual: !more, critical: vec![] };
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
            let usual = usual_place(&name, head);
            groups.are_usual = groups.are_usual && of_name.iter().all(|(entry, _)| Dn::same(&entry.dn, &usual));
            groups.named.extend(of_name.into_iter().map(|(_, sid)| (sid, written.clone())));
        }
        groups.critical = found;
        Ok(groups)
    }

    /// Which of them is in `token`, by the name it is told under. Those of the configuration first: so they are known here.
    pub(super) fn one_in(&self, token: &[Sid]) -> Option<&str> {
        let by_number = |group: &WellKnown| token.iter().any(|sid| group.is(sid));
        let named = || self.named.iter().find(|(sid, _)| token.contains(sid)).map(|(_, name)| &**name);
        let configured = self.well_known.iter().find(|(group, _)| by_number(group)).map(|(_, name)| &**name);
        let always = || WellKnown::protecting().find(|group| by_number(group)).map(|group| group.name);
        configured.or_else(named).or_else(always)
    }

    fn protects(&self, entry: &Entry) -> bool {
        // One whose number may not be read may be any.
        entry.sid().is_none_or(|sid| self.one_in(&[sid]).is_some())
    }

    /// Whether each is where [`Guess`] supposes it, of which none is told that is; and those are seen that every domain has.
    fn well_known_are_usual(&self, head: &str) -> bool {
        let configured = self.well_known.iter().map(|(group, _)| *group);
        WellKnown::protecting().chain(configured).all(|group| {
            let mut here = self.critical.iter().filter(|entry| entry.sid().is_some_and(|sid| group.is(&sid)));
            match here.next() {
                Some(entry) => Dn::same(&entry.dn, &group.usual_place(head)),
                None => !group.is_everywhere(),
            }
        })
    }

    /// Whether the group of the domain that has this number is none of them, nor in one through those that come with a
    /// domain, and in no other.
    fn primary_is_clear(&self, rid: i64) -> bool {
        let Some(group) = self.critical.iter().find(|entry| entry.rid() == Some(rid) && is_of_domain(entry)) else {
            return false;
        };
        let (mut open, mut seen) = (vec![group], vec![&*group.dn]);
        while let Some(group) = open.pop() {
            if self.protects(group) || group.is_cut("memberOf") {
                return false;
            }
            for outer in group.all("memberOf") {
                let Some(outer) = self.critical.iter().find(|entry| entry.dn == *outer) else { return false };
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

/// LDAP_MATCHING_RULE_TRANSITIVE_EVAL (MS-ADTS 3.1.1.3.4.4.3); a DN that is not there is in no chain.
fn in_chain(dn: &str) -> String {
    format!("(memberOf:1.2.840.113556.1.4.1941:={})", ldap_escape(dn))
}
