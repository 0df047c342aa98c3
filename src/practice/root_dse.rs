//! The rootDSE: what a controller tells anyone of itself (MS-ADTS 3.1.1.3.2).

use super::domain;
use super::entry::{generalized_time, texts};
use jiff::Timestamp;
use ldap3_proto::proto::{LdapPartialAttribute, LdapSearchResultEntry};

/// Controls by their object identifiers (MS-ADTS 3.1.1.3.4.1).
pub(super) mod control {
    /// Search results in pages.
    pub(in crate::practice) const PAGED_RESULTS: &str = "1.2.840.113556.1.4.319";
    /// A reset obeys the whole password policy.
    pub(in crate::practice) const POLICY_HINTS: &str = "1.2.840.113556.1.4.2239";
    /// The same under its first identifier.
    pub(in crate::practice) const POLICY_HINTS_DEPRECATED: &str = "1.2.840.113556.1.4.2066";
}

pub(super) const STARTTLS: &str = "1.3.6.1.4.1.1466.20037";
pub(super) const WHO_AM_I: &str = "1.3.6.1.4.1.4203.1.11.3";

/// What the entry is made from.
pub(super) struct RootFacts<'a> {
    pub(super) controller: &'a str,
    pub(super) policy_hints: bool,
    pub(super) now: Timestamp,
    /// The SIDs of the signed-in user; none before a sign-in.
    pub(super) token: Vec<Vec<u8>>,
}

/// The entry, cut down to the attributes in `names` (all of them when it is empty or holds `*`).
pub(super) fn entry(root: RootFacts<'_>, names: &[String]) -> LdapSearchResultEntry {
    let RootFacts { controller, policy_hints, now, token } = root;
    let (base, configuration) = (domain::base().to_string(), domain::configuration().to_string());
    let (host, time) = (domain::host_name(controller), generalized_time(now));
    let server = domain::controller(controller).to_string();
    let settings = domain::controller_settings(controller).to_string();
    let all_controls = [control::PAGED_RESULTS, control::POLICY_HINTS, control::POLICY_HINTS_DEPRECATED];
    let attributes: [(&str, &[&str]); 14] = [
        ("currentTime", &[&time]),
        ("defaultNamingContext", &[&base]),
        ("rootDomainNamingContext", &[&base]),
        ("configurationNamingContext", &[&configuration]),
        ("namingContexts", &[&base, &configuration]),
        ("dnsHostName", &[&host]),
        ("serverName", &[&server]),
        ("dsServiceName", &[&settings]),
        ("supportedControl", if policy_hints { &all_controls } else { &all_controls[..1] }),
        ("supportedLDAPVersion", &["3"]),
        ("supportedExtension", &[STARTTLS, WHO_AM_I]),
        // Active Directory, of a generation that has policy hints.
        ("supportedCapabilities", &["1.2.840.113556.1.4.800", "1.2.840.113556.1.4.1670"]),
        ("isSynchronized", &["TRUE"]),
        ("isGlobalCatalogReady", &["TRUE"]),
    ];
    let is_named = |name: &str| names.iter().any(|one| one.eq_ignore_ascii_case(name));
    let all = names.is_empty() || is_named("*") || is_named("+");
    let wanted = attributes.into_iter().filter(|(name, _)| all || is_named(name));
    // As every constructed attribute, only by its name.
    let token = Some(("tokenGroups", token)).filter(|(name, token)| is_named(name) && !token.is_empty());
    let attributes = wanted.map(|(name, values)| (name, texts(values))).chain(token);
    let attribute = |(name, vals): (&str, _)| LdapPartialAttribute { atype: name.to_owned(), vals };
    LdapSearchResultEntry { dn: String::new(), attributes: attributes.map(attribute).collect() }
}
