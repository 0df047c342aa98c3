//! LDAP requests as events: which entries, attributes and conditions, without the values that are looked for or written.

use std::hash::Hash;

use ldap3::{LdapError, LdapResult, Mod, Scope};
use tokio::time::error::Elapsed;

use super::{Connection, Settings};
use crate::adapters::trace::{Exchange, FAILED};

/// Enough of a filter that asks for many accounts at once, in characters.
const FILTER: usize = 160;

/// A search.
pub(super) fn search(c: &Connection, base: &str, scope: Scope, filter: &str, wanted: &[&str]) -> Exchange {
    let what = || {
        let (scope, filter) = (format!("{scope:?}").to_lowercase(), shape(filter));
        format!("search base=\"{base}\" scope={scope} filter={filter} attributes={}", wanted.len())
    };
    Exchange::request(&c.server, what)
}

/// A modify: the attributes that are written, without their values.
pub(super) fn modify<V: AsRef<[u8]> + Eq + Hash>(c: &Connection, dn: &str, mods: &[Mod<V>]) -> Exchange {
    let attribute = |change: &Mod<V>| match change {
        Mod::Add(name, _) | Mod::Delete(name, _) | Mod::Replace(name, _) | Mod::Increment(name, _) => {
            String::from_utf8_lossy(name.as_ref()).into_owned()
        }
    };
    let what = || format!("modify dn=\"{dn}\" {}", mods.iter().map(attribute).collect::<Vec<_>>().join(" "));
    Exchange::request(&c.server, what)
}

/// A sign-in.
pub(super) fn bind(server: &str, settings: &Settings, way: &str) -> Exchange {
    Exchange::connection(server, || format!("bind {way} {}", settings.user))
}

/// The result code of a sign-in, if there is one.
pub(super) fn bound(answer: &Result<Result<LdapResult, LdapError>, Elapsed>) -> String {
    answer
        .as_ref()
        .ok()
        .and_then(|answer| answer.as_ref().ok())
        .map_or(FAILED.into(), |result| format!("code {}", result.rc))
}

/// A result code, and how many entries came.
pub(super) fn found(code: u32, entries: usize) -> String {
    format!("code {code}, entries {entries}")
}

/// A filter without the values of its conditions (RFC 4515, 3): they may be numbers. Of what class an entry is, stays.
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
