//! The password policies of the domain, and which of them applies to whom. `policy.rs` reads each.

use futures_util::future::try_join_all;
use jiff::{SignedDuration, Timestamp};
use ldap3::Scope;

use super::policy;
use crate::adapters::directory::protection::OperatorToken;
use crate::adapters::directory::{Connection, LdapEntry, Result};
use crate::domain::dn::Dn;
use crate::domain::policy::AppliedPolicy;
use crate::domain::policy::complexity::Dialect;
use crate::ports::DirectoryError;

/// The policies that the operator may read.
pub(super) struct Policies {
    dialect: Dialect,
    /// The server's time.
    pub(super) now: Option<Timestamp>,
    domain: Option<LdapEntry>,
    special: Vec<LdapEntry>,
    /// Whether there may be more special ones.
    more: bool,
}

impl Policies {
    /// Requests the domain's policy and every special one (PSO), since which one applies is known only with the
    /// account, and would cost another round trip. The root entry also tells the operator's groups.
    pub(super) async fn read(c: &Connection, head: &str) -> Result<(Self, OperatorToken)> {
        let (root, domain, (special, more)) =
            tokio::try_join!(c.read("", policy::ROOT), c.read(head, policy::DOMAIN), special(c, head),)?;
        // The server gives whole seconds: whatever happened in this one is in the past.
        let now = root
            .as_ref()
            .and_then(|root| root.time("currentTime"))
            .map(|second| second + SignedDuration::from_millis(999));
        let reader = OperatorToken::from_root(root.as_ref());
        Ok((Self { dialect: policy::dialect(root.as_ref()), now, domain, special, more }, reader))
    }

    /// The policy that applies to each of `entries`.
    pub(super) async fn applied(&self, c: &Connection, entries: &[LdapEntry]) -> Result<Vec<AppliedPolicy>> {
        let beyond = self.beyond(c, entries).await?;
        let applied = |entry: &LdapEntry| match entry.text("msDS-ResultantPSO") {
            Some(dn) => {
                let name = policy::pso_name(dn);
                let found = self.special.iter().chain(&beyond).find(|entry| Dn::same(&entry.dn, dn));
                let read = found.and_then(|entry| policy::pso(entry, &name, self.dialect));
                Ok(read.map_or(AppliedPolicy::Unreadable { pso: name }, AppliedPolicy::Known))
            }
            None => {
                let domain = self.domain.as_ref().and_then(|entry| policy::domain(entry, self.dialect));
                domain.map(AppliedPolicy::Known).ok_or_else(|| c.malformed("minPwdLength"))
            }
        };
        entries.iter().map(applied).collect()
    }

    /// The special policies of `entries` beyond those the server gave at once. One that may not be seen would not be
    /// given by name either (MS-ADTS 5.1.3.3.6).
    async fn beyond(&self, c: &Connection, entries: &[LdapEntry]) -> Result<Vec<LdapEntry>> {
        if !self.more {
            return Ok(vec![]);
        }
        let mut dns: Vec<&str> = entries.iter().filter_map(|entry| entry.text("msDS-ResultantPSO")).collect();
        dns.sort_unstable();
        dns.dedup();
        dns.retain(|dn| !self.special.iter().any(|entry| Dn::same(&entry.dn, dn)));
        let asked = dns.into_iter().map(|dn| c.read_matching(dn, SPECIAL, policy::PSO));
        Ok(try_join_all(asked).await?.into_iter().flatten().collect())
    }
}

const SPECIAL: &str = "(objectClass=msDS-PasswordSettings)";

async fn special(c: &Connection, head: &str) -> Result<(Vec<LdapEntry>, bool)> {
    let container = format!("CN=Password Settings Container,CN=System,{head}");
    match c.search(&container, Scope::OneLevel, SPECIAL, policy::PSO).await {
        // An old domain has no such container, and the operator may have no access.
        Err(DirectoryError::Refused { .. }) => Ok((vec![], true)),
        other => other,
    }
}
