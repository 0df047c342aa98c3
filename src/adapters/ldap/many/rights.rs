//! Whether this operator may unlock each of many accounts, asked of few of them.
//!
//! Rights are given on containers and inherited by what is in them (MS-ADTS 5.1.3.3), so what may be
//! done with one account may be done with its neighbours. Where it may not be done with one, each of
//! its neighbours is asked: it could be the exception. The server has the last word on every change.

use std::collections::HashMap;

use super::super::attributes::{self, Entry};
use super::super::{Connection, Settings};
use super::again;
use crate::domain::bulk::Candidate;
use crate::ports::DirectoryError;

/// Writes down who may be unlocked.
pub(super) async fn read(
    c: &Connection,
    settings: &Settings,
    base: &str,
    accounts: impl Iterator<Item = &mut Candidate>,
) -> Result<(), DirectoryError> {
    // A protected account inherits nothing, and is left alone anyway.
    let mut by_container: HashMap<String, Vec<&mut Candidate>> = HashMap::new();
    for account in accounts.filter(|account| !account.protected) {
        by_container.entry(container(&account.dn).to_owned()).or_default().push(account);
    }
    let mut containers: Vec<Vec<&mut Candidate>> = by_container.into_values().collect();
    let samples: Vec<&Candidate> = containers.iter().map(|all| &*all[0]).collect();
    let allowed = ask(c, settings, base, &samples).await?;
    let mut exceptions = Vec::new();
    for (neighbours, allowed) in containers.iter_mut().zip(allowed) {
        if allowed {
            neighbours.iter_mut().for_each(|account| account.may_unlock = true);
        } else {
            exceptions.extend(neighbours.iter_mut().skip(1));
        }
    }
    let asked: Vec<&Candidate> = exceptions.iter().map(|account| &***account).collect();
    let allowed = ask(c, settings, base, &asked).await?;
    exceptions.into_iter().zip(allowed).for_each(|(account, allowed)| account.may_unlock = allowed);
    Ok(())
}

async fn ask(
    c: &Connection,
    settings: &Settings,
    base: &str,
    accounts: &[&Candidate],
) -> Result<Vec<bool>, DirectoryError> {
    let read = |entry: &Entry| Some(entry.may_unlock());
    let allowed = again(c, settings, base, accounts, attributes::RIGHTS, read).await?;
    Ok(allowed.into_iter().map(Option::unwrap_or_default).collect())
}

/// The part of a DN after its first comma that stands for itself (RFC 4514 2.4).
fn container(dn: &str) -> &str {
    let mut is_escaped = false;
    for (place, byte) in dn.bytes().enumerate() {
        match byte {
            b',' if !is_escaped => return &dn[place + 1..],
            _ => is_escaped = byte == b'\\' && !is_escaped,
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_in_a_name_is_part_of_it() {
        assert_eq!(container(r"CN=Karlsson\, Eva,OU=Staff,DC=example"), "OU=Staff,DC=example");
        assert_eq!(container(r"CN=Eva\\,OU=Staff,DC=example"), "OU=Staff,DC=example");
        assert_eq!(container("DC=example"), "");
    }
}
