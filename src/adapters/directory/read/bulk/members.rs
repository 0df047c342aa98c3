//! Which of many accounts are in some groups: the nesting of groups is read once, and each account tells which it is
//! in. To ask the server for members through other groups costs it a walk from every account (0.4 ms each with Samba)
//! and from every group (0.1 ms each).

use std::collections::HashSet;

use crate::adapters::directory::{Connection, LdapEntry, Result};

pub(super) struct Nesting(Vec<InnerGroup>);

struct InnerGroup {
    group: NestedGroup,
    /// The groups it is in, as [`NestedGroup::dn`]. `None` when the server does not name all.
    outer: Option<Vec<String>>,
}

/// A group as those that are in it name it.
#[derive(Clone)]
pub(super) struct NestedGroup {
    /// In lower case, for `memberOf`.
    dn: String,
    /// The last part of its SID, for `primaryGroupID`.
    rid: Option<i64>,
}

impl NestedGroup {
    pub(super) fn new(dn: &str, rid: Option<i64>) -> Self {
        Self { dn: dn.to_lowercase(), rid }
    }
}

impl From<&LdapEntry> for NestedGroup {
    fn from(entry: &LdapEntry) -> Self {
        Self::new(&entry.dn, entry.rid())
    }
}

impl Nesting {
    pub(super) async fn read(c: &Connection, head: &str) -> Result<Self> {
        let mut inner = Vec::new();
        let filter = "(&(objectCategory=group)(memberOf=*))";
        let take = |entry: LdapEntry| {
            let outer = || entry.all("memberOf").iter().map(|dn| dn.to_lowercase()).collect();
            inner.push(InnerGroup { group: (&entry).into(), outer: (!entry.is_cut("memberOf")).then(outer) });
        };
        c.search_all(head, filter, &["objectSid", "memberOf"], take).await?;
        Ok(Self(inner))
    }

    /// Those groups and all groups that are or may be in them, directly or through others.
    pub(super) fn members(&self, groups: impl IntoIterator<Item = NestedGroup>) -> Members {
        let mut groups: Vec<NestedGroup> = groups.into_iter().collect();
        let mut dns: HashSet<String> = groups.iter().map(|group| group.dn.clone()).collect();
        if !groups.is_empty() {
            let mut known = 0;
            while known < groups.len() {
                known = groups.len();
                for InnerGroup { group, outer } in &self.0 {
                    let is_in = outer.as_ref().is_none_or(|outer| outer.iter().any(|dn| dns.contains(dn)));
                    if is_in && dns.insert(group.dn.clone()) {
                        groups.push(group.clone());
                    }
                }
            }
        }
        Members { dns, rids: groups.into_iter().filter_map(|group| group.rid).collect() }
    }
}

/// Some groups, and those that are in them, directly or through others.
pub(super) struct Members {
    dns: HashSet<String>,
    rids: HashSet<i64>,
}

impl Members {
    /// Whether the account is in one of them, by its `memberOf` and `primaryGroupID`.
    pub(super) fn hold(&self, entry: &LdapEntry) -> bool {
        entry.all("memberOf").iter().any(|group| self.dns.contains(&group.to_lowercase()))
            || entry.number("primaryGroupID").is_some_and(|group| self.rids.contains(&group))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inner(dn: &str, outer: Option<&[&str]>) -> InnerGroup {
        let outer = outer.map(|outer| outer.iter().map(|dn| dn.to_lowercase()).collect());
        InnerGroup { group: NestedGroup::new(dn, None), outer }
    }

    fn members(of: &[&str], nesting: Vec<InnerGroup>) -> Vec<String> {
        let members = Nesting(nesting).members(of.iter().map(|dn| NestedGroup::new(dn, None)));
        let mut dns: Vec<String> = members.dns.into_iter().collect();
        dns.sort_unstable();
        dns
    }

    #[test]
    fn groups_through_others() {
        let nesting = || {
            vec![inner("CN=C", Some(&["cn=b", "CN=X"])), inner("CN=B", Some(&["CN=a"])), inner("CN=Y", Some(&["CN=X"]))]
        };
        assert_eq!(members(&["CN=A"], nesting()), ["cn=a", "cn=b", "cn=c"], "whatever their order");
        assert_eq!(members(&["CN=C"], nesting()), ["cn=c"]);
        assert_eq!(members(&[], nesting()), [""; 0]);
    }

    #[test]
    fn groups_in_a_circle() {
        let nesting = vec![inner("CN=B", Some(&["CN=A"])), inner("CN=A", Some(&["CN=B"]))];
        assert_eq!(members(&["CN=A"], nesting), ["cn=a", "cn=b"]);
    }

    #[test]
    fn group_with_unknown_memberships() {
        assert_eq!(
            members(&["CN=A"], vec![inner("CN=M", None), inner("CN=N", Some(&["CN=M"]))]),
            ["cn=a", "cn=m", "cn=n"]
        );
        assert_eq!(members(&[], vec![inner("CN=M", None)]), [""; 0], "where there is none to be in");
    }
}
