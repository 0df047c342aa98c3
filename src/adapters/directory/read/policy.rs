//! From the domain's head or a fine-grained policy (PSO) to a [`DirectoryPolicy`].

use crate::adapters::directory::{LdapEntry, TOKEN};
use crate::domain::account::LockoutDuration;
use crate::domain::filetime::duration;
use crate::domain::policy::complexity::Dialect;
use crate::domain::policy::{DirectoryPolicy, PolicySource};

/// pwdProperties: complexity is required.
const COMPLEX: i64 = 1;

pub(super) const DOMAIN: &[&str; 7] = &[
    "minPwdLength",
    "minPwdAge",
    "maxPwdAge",
    "pwdHistoryLength",
    "pwdProperties",
    "lockoutThreshold",
    "lockoutDuration",
];

/// What is read of the root entry, the server's time along with the rest.
pub(super) const ROOT: &[&str] = &["vendorName", "currentTime", TOKEN];

/// How the server interprets its policies. Samba gives its name, Windows none.
pub(super) fn dialect(root: Option<&LdapEntry>) -> Dialect {
    match root.and_then(|entry| entry.text("vendorName")) {
        Some(vendor) if vendor.starts_with("Samba") => Dialect::Samba,
        _ => Dialect::Windows,
    }
}

/// What is read of a PSO, in the same order.
pub(super) const PSO: &[&str; 7] = &[
    "msDS-MinimumPasswordLength",
    "msDS-MinimumPasswordAge",
    "msDS-MaximumPasswordAge",
    "msDS-PasswordHistoryLength",
    "msDS-PasswordComplexityEnabled",
    "msDS-LockoutThreshold",
    "msDS-LockoutDuration",
];

/// The domain's policy; `None` when the operator may not read it.
pub(super) fn domain(entry: &LdapEntry, dialect: Dialect) -> Option<DirectoryPolicy> {
    let complexity = entry.number("pwdProperties")? & COMPLEX != 0;
    read(entry, PolicySource::Domain, dialect, complexity, DOMAIN)
}

/// A PSO; `None` when the operator may not read it.
pub(super) fn pso(entry: &LdapEntry, name: &str, dialect: Dialect) -> Option<DirectoryPolicy> {
    let complexity = entry.text("msDS-PasswordComplexityEnabled")?.eq_ignore_ascii_case("true");
    read(entry, PolicySource::Pso(name.to_owned()), dialect, complexity, PSO)
}

/// Both kinds have the same six numbers, each under its own names.
fn read(
    entry: &LdapEntry,
    source: PolicySource,
    dialect: Dialect,
    complexity: bool,
    &[min_length, min_age, max_age, history, _, threshold, lockout]: &[&str; 7],
) -> Option<DirectoryPolicy> {
    Some(DirectoryPolicy {
        source,
        dialect,
        min_length: entry.count(min_length)?,
        complexity,
        history: entry.count(history)?,
        min_age: duration(entry.number(min_age)?),
        max_age: duration(entry.number(max_age)?),
        lockout_threshold: entry.count(threshold)?,
        lockout_duration: lasting(entry.number(lockout)?),
    })
}

/// How long a lock lasts by the domain's policy; `None` when the operator may not read it.
pub(super) fn lockout_duration(domain: &LdapEntry) -> Option<LockoutDuration> {
    domain.number("lockoutDuration").map(lasting)
}

fn lasting(stored: i64) -> LockoutDuration {
    duration(stored).map_or(LockoutDuration::UntilUnlocked, LockoutDuration::Lasts)
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
    fn pso_names() {
        assert_eq!(super::pso_name(r"CN=Skolan\, äldre,CN=Password Settings Container,DC=x"), "Skolan, äldre");
    }
}
