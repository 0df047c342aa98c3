//! The practice domain itself: its names, and the entries that never change – the domain head, its containers, its
//! controllers, its password policies.

use super::person::Place;
use super::policy::{self, Policy};
use super::schema::ATTRIBUTES;
use crate::domain::dn::Dn;
use crate::domain::filetime::stored_duration;
use std::sync::LazyLock;

/// The domain's NetBIOS name.
pub(super) const NETBIOS: &str = "CONTOSO";
pub(super) const DNS: &str = "ad.contoso.example";
/// The controllers, the PDC emulator first. Each that is started has a directory of its own.
pub(super) const CONTROLLERS: [&str; 2] = ["DC1", "DC2"];

/// Identifier authority 5, then these (MS-DTYP 2.4.2).
const DOMAIN_SID: [u32; 4] = [21, 2_127_521_184, 1_604_012_920, 1_887_927_527];

/// The entries, each after its parent.
pub(super) static ENTRIES: LazyLock<Vec<Fixed>> = LazyLock::new(entries);

/// An entry that never changes.
#[derive(Debug)]
pub(super) struct Fixed {
    pub(super) dn: Dn,
    attributes: Vec<(&'static str, Vec<String>)>,
    /// Whether every signed-in user may read its attributes.
    pub(super) readable: bool,
}

impl Fixed {
    /// The values of an attribute, by its name in the schema.
    pub(super) fn values(&self, name: &str) -> &[String] {
        self.attributes.iter().find(|(known, _)| *known == name).map_or(&[], |(_, values)| values)
    }
}

/// DC=ad,DC=contoso,DC=example.
pub(super) fn base() -> Dn {
    DNS.rsplit('.').fold(Dn::root(), |above, label| above.child("DC", label))
}

pub(super) fn configuration() -> Dn {
    base().child("CN", "Configuration")
}

/// The class of that name in the schema, for objectCategory.
pub(super) fn category(class: &str) -> Dn {
    configuration().child("CN", "Schema").child("CN", class)
}

pub(super) fn host_name(controller: &str) -> String {
    format!("{}.{DNS}", controller.to_lowercase())
}

pub(super) fn controller(name: &str) -> Dn {
    let site = configuration().child("CN", "Sites").child("CN", "Default-First-Site-Name");
    site.child("CN", "Servers").child("CN", name)
}

/// The name that operations masters go by.
pub(super) fn controller_settings(name: &str) -> Dn {
    controller(name).child("CN", "NTDS Settings")
}

pub(super) fn place(place: Place) -> Dn {
    match place {
        Place::Staff => base().child("OU", "Staff"),
        Place::Users => base().child("CN", "Users"),
    }
}

/// The entry of a group: well-known ones in CN=Users and CN=Builtin, others in OU=Grupper.
pub(super) fn group(name: &str, rid: u32) -> Dn {
    let above = match rid {
        BUILTIN_FIRST..1000 => base().child("CN", "Builtin"),
        0..1000 => place(Place::Users),
        _ => base().child("OU", "Grupper"),
    };
    above.child("CN", name)
}

/// The lowest RID of a group that is the same in every domain.
const BUILTIN_FIRST: u32 = 544;

/// The bytes of a group's SID; `S-1-5-32-…` for one that is the same in every domain.
pub(super) fn group_sid(rid: u32) -> Vec<u8> {
    match rid {
        BUILTIN_FIRST..1000 => [&[1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0][..], &rid.to_le_bytes()].concat(),
        _ => sid(Some(rid)),
    }
}

fn policies() -> Dn {
    base().child("CN", "System").child("CN", "Password Settings Container")
}

pub(super) fn special_policy(name: &str) -> Dn {
    policies().child("CN", name)
}

/// The parts of the forest that are stored apart: a search from the domain head is referred to them.
pub(super) fn elsewhere() -> [(String, Dn); 3] {
    let zones = |name: &str| (format!("{name}.{DNS}"), base().child("DC", name));
    [zones("ForestDnsZones"), zones("DomainDnsZones"), (DNS.to_owned(), configuration())]
}

/// The bytes of the SID of an account or group; of the domain itself without `rid`.
pub(super) fn sid(rid: Option<u32>) -> Vec<u8> {
    let parts: Vec<u32> = DOMAIN_SID.into_iter().chain(rid).collect();
    let count = u8::try_from(parts.len()).unwrap_or(u8::MAX);
    let mut bytes = vec![1, count, 0, 0, 0, 0, 0, 5];
    bytes.extend(parts.into_iter().flat_map(u32::to_le_bytes));
    bytes
}

/// `S-1-5-…`.
pub(super) fn sid_text(bytes: &[u8]) -> String {
    let parts = bytes.get(8..).unwrap_or_default().chunks_exact(4);
    let numbers = parts.map(|part| u32::from_le_bytes([part[0], part[1], part[2], part[3]]));
    numbers.fold("S-1-5".to_owned(), |text, number| format!("{text}-{number}"))
}

fn entries() -> Vec<Fixed> {
    let (base, configuration) = (base(), configuration());
    let mut entries = vec![domain_head()];
    let mut add = |dn: Dn, class, attributes| entries.push(fixed(dn, class, attributes));
    for unit in ["Staff", "Grupper", "Domain Controllers"] {
        add(base.child("OU", unit), "organizationalUnit", vec![("ou", unit.to_owned())]);
    }
    for container in ["Users", "Builtin", "System"] {
        add(base.child("CN", container), "container", vec![]);
    }
    add(policies(), "msDS-PasswordSettingsContainer", vec![]);
    let partitions = configuration.child("CN", "Partitions");
    let names = vec![("nCName", base.to_string()), ("nETBIOSName", NETBIOS.to_owned()), ("dnsRoot", DNS.to_owned())];
    add(configuration.clone(), "configuration", vec![]);
    add(partitions.clone(), "crossRefContainer", vec![]);
    add(partitions.child("CN", NETBIOS), "crossRef", names);
    let schema = configuration.child("CN", "Schema");
    add(schema.clone(), "dMD", vec![]);
    for attribute in ATTRIBUTES.iter() {
        let name = vec![("lDAPDisplayName", attribute.name.to_owned())];
        add(schema.child("CN", attribute.name), "attributeSchema", name);
    }
    let sites = configuration.child("CN", "Sites");
    let site = sites.child("CN", "Default-First-Site-Name");
    add(sites, "sitesContainer", vec![]);
    add(site.clone(), "site", vec![]);
    add(site.child("CN", "Servers"), "serversContainer", vec![]);
    for name in CONTROLLERS {
        add(controller(name), "server", vec![("dNSHostName", host_name(name))]);
        add(controller_settings(name), "nTDSDSA", vec![]);
    }
    entries.extend(policy::SPECIAL.into_iter().map(special));
    entries
}

fn fixed(dn: Dn, class: &'static str, attributes: Vec<(&'static str, String)>) -> Fixed {
    let name = dn.rdn_value().to_owned();
    let has_own_name = attributes.iter().any(|(name, _)| matches!(*name, "ou" | "dc"));
    let mut all = vec![
        ("objectClass", vec!["top".to_owned(), class.to_owned()]),
        ("name", vec![name.clone()]),
        ("distinguishedName", vec![dn.to_string()]),
        ("objectCategory", vec![category(class).to_string()]),
    ];
    all.extend((!has_own_name).then(|| ("cn", vec![name])));
    all.extend(attributes.into_iter().map(|(name, value)| (name, vec![value])));
    Fixed { dn, attributes: all, readable: true }
}

fn domain_head() -> Fixed {
    let rules = &policy::DOMAIN;
    let mut attributes = vec![
        ("dc", "ad".to_owned()),
        ("fSMORoleOwner", controller_settings(CONTROLLERS[0]).to_string()),
        ("pwdProperties", u8::from(rules.complexity).to_string()),
    ];
    let names = [
        "minPwdLength",
        "minPwdAge",
        "maxPwdAge",
        "pwdHistoryLength",
        "lockoutThreshold",
        "lockoutDuration",
        "lockOutObservationWindow",
    ];
    attributes.extend(numbers(rules, names));
    let mut head = fixed(base(), "domainDNS", attributes);
    if let Some((_, classes)) = head.attributes.first_mut() {
        classes.insert(1, "domain".to_owned());
    }
    head
}

fn special(rules: &Policy) -> Fixed {
    let mut attributes = vec![
        ("msDS-PasswordSettingsPrecedence", rules.precedence.to_string()),
        ("msDS-PasswordComplexityEnabled", rules.complexity.to_string().to_uppercase()),
    ];
    let names = [
        "msDS-MinimumPasswordLength",
        "msDS-MinimumPasswordAge",
        "msDS-MaximumPasswordAge",
        "msDS-PasswordHistoryLength",
        "msDS-LockoutThreshold",
        "msDS-LockoutDuration",
        "msDS-LockoutObservationWindow",
    ];
    attributes.extend(numbers(rules, names));
    let dn = special_policy(rules.name.unwrap_or_default());
    Fixed { readable: rules.readable, ..fixed(dn, "msDS-PasswordSettings", attributes) }
}

/// The numbers of a policy, under the names of its kind.
fn numbers(rules: &Policy, names: [&'static str; 7]) -> impl Iterator<Item = (&'static str, String)> {
    let span = |span| stored_duration(Some(span));
    let (min_age, max_age, window) = (span(rules.min_age), span(rules.max_age), span(rules.window));
    let (length, history, threshold) = (rules.min_length.into(), rules.history.into(), rules.threshold.into());
    let numbers = [length, min_age, max_age, history, threshold, rules.stored_lockout(), window];
    names.into_iter().zip(numbers.map(|number: i64| number.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_has_a_parent() {
        for entry in ENTRIES.iter().skip(1) {
            let above = entry.dn.parent().unwrap();
            assert!(ENTRIES.iter().any(|other| other.dn == above), "{}", entry.dn);
        }
    }

    #[test]
    fn every_attribute_is_in_the_schema() {
        for (name, _) in ENTRIES.iter().flat_map(|entry| &entry.attributes) {
            assert_eq!(super::super::schema::attribute(name).unwrap().name, *name);
        }
    }

    #[test]
    fn sid_text_form() {
        assert_eq!(sid_text(&sid(Some(1104))), "S-1-5-21-2127521184-1604012920-1887927527-1104");
    }
}
