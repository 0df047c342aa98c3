//! Who is in some groups, among many: what is inside the groups is asked once, and each account tells which
//! it is in. To ask the server who is in a group through others costs it a walk from every account (seen
//! with Samba: 0.4 ms each), and there are far fewer groups.

use std::collections::HashSet;

use super::super::attributes::Entry;
use super::super::groups::in_chain;
use super::super::{Connection, Settings, ask};
use crate::ports::DirectoryError;

/// Some groups, and those that are in them, directly or through others.
pub(super) struct Members {
    /// In small letters.
    dns: HashSet<String>,
    /// As an account names its primary group.
    rids: HashSet<i64>,
}

impl Members {
    /// `groups`: their DNs and the last parts of their SIDs.
    pub(super) async fn of(
        c: &Connection,
        settings: &Settings,
        head: &str,
        groups: Vec<(String, Option<i64>)>,
    ) -> Result<Self, DirectoryError> {
        let mut inner = Vec::new();
        if !groups.is_empty() {
            let chains: String = groups.iter().map(|(dn, _)| in_chain(dn)).collect();
            let filter = format!("(&(objectCategory=group)(|{chains}))");
            let take = |entry: Entry| inner.push((entry.rid(), entry.dn));
            ask::every(c, settings, head, &filter, &["objectSid"], take).await?;
        }
        let (rids, dns): (Vec<_>, Vec<_>) = groups.into_iter().map(|(dn, rid)| (rid, dn)).chain(inner).unzip();
        Ok(Self { dns: dns.iter().map(|dn| dn.to_lowercase()).collect(), rids: rids.into_iter().flatten().collect() })
    }

    /// Whether the account, of which `memberOf` and `primaryGroupID` are known, is in one of them.
    pub(super) fn hold(&self, entry: &Entry) -> bool {
        entry.all("memberOf").iter().any(|group| self.dns.contains(&group.to_lowercase()))
            || entry.number("primaryGroupID").is_some_and(|group| self.rids.contains(&group))
    }
}
