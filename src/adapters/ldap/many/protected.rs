//! Who is never touched: asked for once, however many accounts are looked up.

use std::collections::HashSet;

use futures_util::future::try_join_all;

use super::super::{Connection, Settings, ask, query, search};
use super::Seen;
use crate::domain::bulk::Candidate;
use crate::ports::DirectoryError;

/// Who is in the protected groups, directly or through others. Those are few, whoever is asked for.
pub(super) struct Protected {
    members: HashSet<String>,
    primary_groups: Vec<i64>,
}

impl Protected {
    pub(super) async fn read(c: &Connection, settings: &Settings, base: &str) -> Result<Self, DirectoryError> {
        let groups = search::protected_groups(c, settings, base).await?;
        let members = try_join_all(groups.iter().map(|group| async {
            let filter = query::person(&query::member_through_groups(&group.dn));
            let mut members = Vec::new();
            // RFC 4511 4.5.1.8: no attributes at all.
            ask::every(c, settings, search::domain_head(base), &filter, &["1.1"], |entry| members.push(entry.dn))
                .await?;
            Ok::<_, DirectoryError>(members)
        }));
        let members = members.await?.into_iter().flatten().collect();
        Ok(Self { members, primary_groups: groups.iter().filter_map(|group| group.rid).collect() })
    }

    pub(super) fn judged(&self, seen: Seen) -> Candidate {
        let in_group = self.members.contains(&seen.candidate.dn)
            || seen.primary_group.is_some_and(|group| self.primary_groups.contains(&group));
        Candidate { protected: seen.candidate.protected || in_group, ..seen.candidate }
    }
}
