//! From the domain's head or a fine-grained policy (PSO) to [`DirectoryPolicy`].

use super::attributes::Entry;
use crate::domain::account::LockoutDuration;
use crate::domain::filetime::span;
use crate::domain::policy::complexity::Dialect;
use crate::domain::policy::{DirectoryPolicy, PolicySource};

/// pwdProperties: complexity is demanded.
const COMPLEX: i64 = 1;

/// What is asked of the domain's head.
pub(super) const DOMAIN: &[&str] = &[
    "minPwdLength",
    "minPwdAge",
    "maxPwdAge",
    "pwdHistoryLength",
    "pwdProperties",
    "lockoutThreshold",
    "lockoutDuration",
];

/// What is asked of the server's root entry. Its time costs no question of its own here.
pub(super) const ROOT: &[&str] = &["vendorName", "currentTime", "tokenGroups"];

/// How the server reads its policies. Samba says its name, Windows says none.
pub(super) fn dialect(root: Option<&Entry>) -> Dialect {
    match root.and_then(|entry| entry.text("vendorName")) {
        Some(vendor) if vendor.starts_with("Samba") => Dialect::Samba,
        _ => Dialect::Windows,
    }
}

/// What is asked of a PSO.
pub(super) const PSO: &[&str] = &[
    "msDS-MinimumPasswordLength",
    "msDS-MinimumPasswordAge",
    "msDS-MaximumPasswordAge",
    "msDS-PasswordHistoryLength",
    "msDS-PasswordComplexityEnabled",
    "msDS-LockoutThreshold",
    "msDS-LockoutDuration",
];

/// The domain's policy; `None` when the operator may not read it.
pub(super) fn domain(entry: &Entry, dialect: Dialect) -> Option<DirectoryPolicy> {
    let complexity = entry.number("pwdProperties")? & COMPLEX != 0;
    read(
        entry,
        (PolicySource::Domain, dialect),
        complexity,
        ["minPwdLength", "minPwdAge", "maxPwdAge", "pwdHistoryLength", "lockoutThreshold", "lockoutDuration"],
    )
}

/// A PSO; `None` when the operator may not read it.
pub(super) fn pso(entry: &Entry, name: &str, dialect: Dialect) -> Option<DirectoryPolicy> {
    let complexity = entry.text("msDS-PasswordComplexityEnabled")?.eq_ignore_ascii_case("true");
    read(
        entry,
        (PolicySource::Pso(name.to_owned()), dialect),
        complexity,
        [
            "msDS-MinimumPasswordLength",
            "msDS-MinimumPasswordAge",
            "msDS-MaximumPasswordAge",
            "msDS-PasswordHistoryLength",
            "msDS-LockoutThreshold",
            "msDS-LockoutDuration",
        ],
    )
}

fn read(
    entry: &Entry,
    (source, dialect): (PolicySource, Dialect),
    complexity: bool,
    names: [&str; 6],
) -> Option<DirectoryPolicy> {
    let [min_length, min_age, max_age, history, threshold, lockout] = names;
    let count = |name| entry.number(name).and_then(|n| u32::try_from(n).ok());
    Some(DirectoryPolicy {
        source,
        dialect,
        min_length: count(min_length)?,
        complexity,
        history: count(history)?,
        min_age: span(entry.number(min_age)?),
        max_age: span(entry.number(max_age)?),
        lockout_threshold: count(threshold)?,
        lockout_duration: lasting(entry.number(lockout)?),
    })
}

/// How long a lock lasts by the domain's policy; `None` when the operator may not read it.
pub(super) fn lockout_duration(domain: &Entry) -> Option<LockoutDuration> {
    domain.number("lockoutDuration").map(lasting)
}

fn lasting(stored: i64) -> LockoutDuration {
    span(stored).map_or(LockoutDuration::UntilUnlocked, LockoutDuration::Lasts)
}

/// The name in a PSO's DN: the value of its first part.
pub(super) fn pso_name(dn: &str) -> String {
    let first = dn.split_once('=').map_or(dn, |(_, rest)| rest);
    let mut name = String::new();
    let mut escaped = false;
    for character in first.chars() {
        match character {
            '\\' if !escaped => escaped = true,
            ',' if !escaped => break,
            other => {
                escaped = false;
                name.push(other);
            }
        }
    }
    name
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_of_policies() {
        assert_eq!(super::pso_name(r"CN=Skolan\, äldre,CN=Password Settings Container,DC=x"), "Skolan, äldre");
    }
}
