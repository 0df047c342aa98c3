//! Who is never touched, among many: which groups protect is asked once, and each account tells which it
//! is in. To ask the server who is in a group through others costs it a walk from every account (seen
//! with Samba: 0.4 ms each), and there are far fewer groups.

use std::collections::HashSet;

use futures_util::future::try_join_all;

use super::super::attributes::{self, Entry};
use super::super::domain::domain_head;
use super::super::groups::{Groups, in_chain};
use super::super::units::Units;
use super::super::{Connection, Settings, ask};
use crate::domain::bulk::Candidate;
use crate::ports::DirectoryError;

/// The protected groups, and those that are in them, directly or through others; and the protected units.
pub(super) struct Protected {
    /// In small letters.
    dns: HashSet<String>,
    /// As an account names its primary group.
    rids: HashSet<i64>,
    units: Units,
}

impl Protected {
    pub(super) async fn read(c: &Connection, settings: &Settings, base: &str) -> Result<Self, DirectoryError> {
        let head = domain_head(base);
        let (Groups(groups), units) = tokio::try_join!(Groups::ask(c, settings, head), Units::ask(c, settings))?;
        let inner = try_join_all(groups.iter().map(|group| async {
            let filter = format!("(&(objectCategory=group){})", in_chain(&group.dn));
            let mut inner = Vec::new();
            let take = |entry: Entry| inner.push((entry.rid(), entry.dn));
            ask::every(c, settings, head, &filter, &["objectSid"], take).await?;
            Ok::<_, DirectoryError>(inner)
        }));
        let inner = inner.await?;
        let all = groups.into_iter().map(|group| (group.rid, group.dn)).chain(inner.into_iter().flatten());
        let (rids, dns): (Vec<_>, Vec<_>) = all.unzip();
        let dns = dns.iter().map(|dn| dn.to_lowercase()).collect();
        Ok(Self { dns, rids: rids.into_iter().flatten().collect(), units })
    }

    /// The account, and whether it is protected. `None` when too little of it may be read.
    pub(super) fn candidate(&self, entry: &Entry) -> Option<Candidate> {
        let candidate = attributes::candidate(entry)?;
        let by_membership = entry.all("memberOf").iter().any(|group| self.dns.contains(&group.to_lowercase()));
        let by_primary_group = entry.number("primaryGroupID").is_some_and(|group| self.rids.contains(&group));
        let by_unit = self.units.protection(entry).ok()?.is_some();
        let protected = candidate.protected || by_membership || by_primary_group || by_unit;
        Some(Candidate { protected, ..candidate })
    }
}
