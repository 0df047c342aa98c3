//! The rootDSE: what a controller tells of itself to anyone who asks (MS-ADTS 3.1.1.3.2).

use super::domain;
use super::entry::generalized_time;
use jiff::Timestamp;
use ldap3_proto::proto::{LdapPartialAttribute, LdapSearchResultEntry};

/// Controls by their object identifiers (MS-ADTS 3.1.1.3.4.1).
pub(super) mod control {
    /// Search results in pages.
    pub(in crate::practice) const PAGED_RESULTS: &str = "1.2.840.113556.1.4.319";
    /// A reset obeys the whole password policy.
    pub(in crate::practice) const POLICY_HINTS: &str = "1.2.840.113556.1.4.2239";
    /// The same under its first, withdrawn identifier.
    pub(in crate::practice) const POLICY_HINTS_DEPRECATED: &str = "1.2.840.113556.1.4.2066";
}

pub(super) const STARTTLS: &str = "1.3.6.1.4.1.1466.20037";
pub(super) const WHO_AM_I: &str = "1.3.6.1.4.1.4203.1.11.3";

/// What the entry is made of.
pub(super) struct Root<'a> {
    pub(super) controller: &'a str,
    pub(super) policy_hints: bool,
    pub(super) now: Timestamp,
    /// The SIDs of who asks; none before a sign-in.
    pub(super) token: Vec<Vec<u8>>,
}

/// The entry, cut down to the attributes in `names` (all of them when it is empty or holds `*`).
pub(super) fn entry(root: Root<'_>, names: &[String]) -> LdapSearchResultEntry {
    let Root { controller, policy_hints, now, token } = root;
    let base = domain::base().to_string();
    let configuration = domain::configuration().to_string();
    let mut controls = vec![control::PAGED_RESULTS];
    if policy_hints {
        controls.extend([control::POLICY_HINTS, control::POLICY_HINTS_DEPRECATED]);
    }
    let owned = |values: &[&str]| values.iter().map(|&value| value.to_owned()).collect();
    let attributes: Vec<(&str, Vec<String>)> = vec![
        ("currentTime", vec![generalized_time(now)]),
        ("defaultNamingContext", vec![base.clone()]),
        ("rootDomainNamingContext", vec![base.clone()]),
        ("configurationNamingContext", vec![configuration.clone()]),
        ("namingContexts", vec![base, configuration]),
        ("dnsHostName", vec![domain::host_name(controller)]),
        ("serverName", vec![domain::controller(controller).to_string()]),
        ("dsServiceName", vec![domain::controller_settings(controller).to_string()]),
        ("supportedControl", owned(&controls)),
        ("supportedLDAPVersion", owned(&["3"])),
        ("supportedExtension", owned(&[STARTTLS, WHO_AM_I])),
        // Active Directory, and of the generation that has policy hints.
        ("supportedCapabilities", owned(&["1.2.840.113556.1.4.800", "1.2.840.113556.1.4.1670"])),
        ("isSynchronized", owned(&["TRUE"])),
        ("isGlobalCatalogReady", owned(&["TRUE"])),
    ];
    let wanted = |name: &str| {
        names.is_empty() || names.iter().any(|one| one == "*" || one == "+" || one.eq_ignore_ascii_case(name))
    };
    let bytes = |values: Vec<String>| values.into_iter().map(String::into_bytes).collect();
    let mut attributes: Vec<(&str, Vec<Vec<u8>>)> =
        attributes.into_iter().filter(|(name, _)| wanted(name)).map(|(name, values)| (name, bytes(values))).collect();
    // As every attribute that is worked out: only by its name.
    if names.iter().any(|name| name.eq_ignore_ascii_case("tokenGroups")) && !token.is_empty() {
        attributes.push(("tokenGroups", token));
    }
    let attribute = |(name, vals): (&str, _)| LdapPartialAttribute { atype: name.to_owned(), vals };
    LdapSearchResultEntry { dn: String::new(), attributes: attributes.into_iter().map(attribute).collect() }
}
