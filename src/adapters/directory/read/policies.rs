//! The password policies of the domain, and which of them applies to whom. What a policy says is read
//! in `policy.rs`.

use futures_util::future::try_join_all;
use jiff::{SignedDuration, Timestamp};
use ldap3::Scope;

use super::attributes::Entry;
use super::each::generalized_time;
use super::protection::Reader;
use super::{Connection, Settings, ask, policy};
use crate::domain::dn::Dn;
use crate::domain::policy::AppliedPolicy;
use crate::domain::policy::complexity::Dialect;
use crate::ports::DirectoryError;

/// The policies that the operator may read.
pub(super) struct Policies {
    dialect: Dialect,
    /// The server's time.
    pub(super) now: Option<Timestamp>,
    domain: Option<Entry>,
    special: Vec<Entry>,
    /// There may be more special ones.
    more: bool,
}

impl Policies {
    /// Asks for the domain's policy and every special one (PSO): which of them applies to whom is known
    /// only with the person, and would cost a flight.
    ///
    /// The operator's groups are told by the same entry as the server's kind, and are given along.
    pub(super) async fn ask(c: &Connection, settings: &Settings, head: &str) -> Result<(Self, Reader), DirectoryError> {
        let (root, domain, (special, more)) = tokio::try_join!(
            ask::one(c, settings, "", "(objectClass=*)", policy::ROOT),
            ask::one(c, settings, head, "(objectClass=*)", policy::DOMAIN),
            special(c, settings, head),
        )?;
        // It tells whole seconds: what was in that one has been.
        let second = root.as_ref().and_then(|root| generalized_time(root.text("currentTime")?));
        let now = second.map(|second| second + SignedDuration::from_millis(999));
        let reader = Reader::from_root(root.as_ref());
        Ok((Self { dialect: policy::dialect(root.as_ref()), now, domain, special, more }, reader))
    }

    /// The policy that applies to each of `entries`.
    pub(super) async fn applied(
        &self,
        c: &Connection,
        settings: &Settings,
        entries: &[Entry],
    ) -> Result<Vec<AppliedPolicy>, DirectoryError> {
        let beyond = self.beyond(c, settings, entries).await?;
        let applied = |entry: &Entry| match entry.text("msDS-ResultantPSO") {
            Some(dn) => {
                let name = policy::pso_name(dn);
                let found = self.special.iter().chain(&beyond).find(|entry| Dn::same(&entry.dn, dn));
                let read = found.and_then(|entry| policy::pso(entry, &name, self.dialect));
                Ok(read.map_or(AppliedPolicy::Unreadable { pso: name }, AppliedPolicy::Known))
            }
            None => {
                let domain = self.domain.as_ref().and_then(|entry| policy::domain(entry, self.dialect));
                domain.map(AppliedPolicy::Known).ok_or_else(|| DirectoryError::Malformed {
                    server: c.server.clone(),
                    attribute: "minPwdLength".into(),
                })
            }
        };
        entries.iter().map(applied).collect()
    }

    /// The special policies of `entries` that were not among those the server gave at once. One that is
    /// simply not shown would not be shown by its name either (MS-ADTS 5.1.3.3.6): whether an
    /// entry is visible does not depend on the scope of the search.
    async fn beyond(
        &self,
        c: &Connection,
        settings: &Settings,
        entries: &[Entry],
    ) -> Result<Vec<Entry>, DirectoryError> {
        if !self.more {
            return Ok(vec![]);
        }
        let mut dns: Vec<&str> = entries.iter().filter_map(|entry| entry.text("msDS-ResultantPSO")).collect();
        dns.sort_unstable();
        dns.dedup();
        dns.retain(|dn| !self.special.iter().any(|entry| Dn::same(&entry.dn, dn)));
        let asked = dns.into_iter().map(|dn| ask::one(c, settings, dn, SPECIAL, policy::PSO));
        Ok(try_join_all(asked).await?.into_iter().flatten().collect())
    }
}

const SPECIAL: &str = "(objectClass=msDS-PasswordSettings)";

async fn special(c: &Connection, settings: &Settings, head: &str) -> Result<(Vec<Entry>, bool), DirectoryError> {
    let container = format!("CN=Password Settings Container,CN=System,{head}");
    match ask::search(c, settings, &container, Scope::OneLevel, SPECIAL, policy::PSO).await {
        // An old domain has no such place, and an operator may not be let in.
        Err(DirectoryError::Refused { .. }) => Ok((vec![], true)),
        other => other,
    }
}
