//! Traces LDAP requests: entries, attributes and filters, without the values searched for or written.

use std::hash::Hash;

use ldap3::{LdapError, LdapResult, Mod, Scope};
use tokio::time::error::Elapsed;

use super::{Connection, DirectorySettings};
use crate::adapters::trace::{FAILED, TracedRequest};

/// The longest traced filter, in characters.
const FILTER: usize = 160;

pub(super) fn search(c: &Connection, base: &str, scope: Scope, filter: &str, wanted: &[&str]) -> TracedRequest {
    let what = || {
        let (scope, filter) = (format!("{scope:?}").to_lowercase(), shape(filter));
        format!("search base=\"{base}\" scope={scope} filter={filter} attributes={}", wanted.len())
    };
    TracedRequest::request(&c.server, what)
}

/// A modify, with the names of the attributes.
pub(super) fn modify<V: AsRef<[u8]> + Eq + Hash>(c: &Connection, dn: &str, mods: &[Mod<V>]) -> TracedRequest {
    let attribute = |change: &Mod<V>| match change {
        Mod::Add(name, _) | Mod::Delete(name, _) | Mod::Replace(name, _) | Mod::Increment(name, _) => {
            String::from_utf8_lossy(name.as_ref()).into_owned()
        }
    };
    let what = || format!("modify dn=\"{dn}\" {}", mods.iter().map(attribute).collect::<Vec<_>>().join(" "));
    TracedRequest::request(&c.server, what)
}

pub(super) fn bind(server: &str, settings: &DirectorySettings, way: &str) -> TracedRequest {
    TracedRequest::connection(server, || format!("bind {way} {}", settings.user))
}

/// The result code of a bind.
pub(super) fn bound(answer: &Result<Result<LdapResult, LdapError>, Elapsed>) -> String {
    answer
        .as_ref()
        .ok()
        .and_then(|answer| answer.as_ref().ok())
        .map_or(FAILED.into(), |result| format!("code {}", result.rc))
}

/// The result code and the number of entries.
pub(super) fn found(code: u32, entries: usize) -> String {
    format!("code {code}, entries {entries}")
}

/// The filter without its values (RFC 4515, 3), which may be phone numbers. Keeps object classes.
fn shape(filter: &str) -> String {
    let mut shape = String::new();
    for part in filter.split_inclusive(['(', ')']) {
        let condition = part.trim_end_matches(['(', ')']);
        match condition.split_once('=') {
            Some((name, value)) if value != "*" && !name.starts_with("objectC") => {
                shape.push_str(&format!("{name}=…{}", &part[condition.len()..]));
            }
            _ => shape.push_str(part),
        }
        if shape.chars().count() > FILTER {
            return shape.chars().take(FILTER).chain(['…']).collect();
        }
    }
    shape
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shape_has_no_values() {
        let filter =
            r"(&(objectClass=user)(|(mobile=0701740631)(cn=a\28b\29*))(userAccountControl:1.2.840:=2)(mail=*))";
        let expected = "(&(objectClass=user)(|(mobile=…)(cn=…))(userAccountControl:1.2.840:=…)(mail=*))";
        assert_eq!(shape(filter), expected);
        assert_eq!(shape("(objectClass=*)"), "(objectClass=*)");
        assert_eq!(shape(&"(sAMAccountName=evaand01)".repeat(100)).chars().count(), FILTER + 1);
    }
}
