//! Protection of many accounts with few tokens, which take a server longer than everything else (0.27 ms each with
//! Samba, a quarter of an unlock): an account whose groups are all in the tokens of others, in which there is no
//! protected group, has no protected group in its own. Where its groups may be hidden its token is requested.

use std::cell::RefCell;
use std::collections::HashSet;

use tokio::sync::Mutex;

use super::{Membership, ProtectionRules, Readable, token};
use crate::adapters::directory::{ACCESS_LIST, Connection, LdapEntry, Result};
use crate::domain::account::{AccountId, Protection};

/// Accounts of which everything that protects could be read when they were looked up. An access list takes a server as
/// long as all the rest, so theirs is not requested again right before they are changed.
#[derive(Default)]
pub(crate) struct FullyReadable(RefCell<HashSet<AccountId>>);

impl FullyReadable {
    pub(crate) fn holds(&self, id: AccountId) -> bool {
        self.0.borrow().contains(&id)
    }
}

/// The rules, and what was learnt with them.
pub(crate) struct BulkRules {
    rules: ProtectionRules,
    /// Groups that are not in a protected one, as accounts name them.
    clear: Mutex<HashSet<String>>,
}

/// An account, and what may be read of it.
pub(crate) struct Inspected {
    pub(crate) entry: LdapEntry,
    readable: Option<Readable>,
}

impl BulkRules {
    pub(crate) fn new(rules: ProtectionRules) -> Self {
        Self { rules, clear: Mutex::default() }
    }

    /// Evaluates the access list of an entry and drops it: it is longer than all the rest.
    pub(crate) fn inspect(&self, mut entry: LdapEntry, fully_readable: &FullyReadable) -> Inspected {
        let id = entry.id();
        let readable = match self.rules.reader.may_read(&entry) {
            None if id.is_some_and(|id| fully_readable.holds(id)) => Some(Readable::ALL),
            readable => readable,
        };
        if let (Some(id), true) = (id, readable == Some(Readable::ALL)) {
            fully_readable.0.borrow_mut().insert(id);
        }
        entry.forget(ACCESS_LIST);
        Inspected { entry, readable }
    }

    /// Why each must not be changed, if so.
    pub(crate) async fn protections(&self, c: &Connection, accounts: &[Inspected]) -> Result<Vec<Option<Protection>>> {
        let groups: Vec<_> = accounts.iter().map(Inspected::groups).collect();
        let mut answers: Vec<_> = accounts.iter().map(|_| Membership::Clear).collect();
        let is_open = |place: &usize| !accounts[*place].entry.is_administrators();
        let mut open: Vec<usize> = (0..accounts.len()).filter(is_open).collect();
        // Held during the requests, so that the next batch sees the groups cleared by this one.
        let mut clear = self.clear.lock().await;
        let mut is_first = true;
        while !open.is_empty() {
            open.retain(|place| groups[*place].as_ref().is_none_or(|held| !held.iter().all(|one| clear.contains(one))));
            let mut asked_for = HashSet::new();
            let mut is_asked = |place: &usize| match &groups[*place] {
                // One account for each group. Accounts that are still open after the first round are asked for theirs.
                Some(held) if is_first => {
                    let open = held.iter().filter(|one| !clear.contains(*one));
                    open.filter(|one| asked_for.insert(one.as_str())).count() > 0
                }
                _ => true,
            };
            let (asked, rest): (Vec<usize>, Vec<usize>) = open.into_iter().partition(&mut is_asked);
            let dns = asked.iter().map(|place| &*accounts[*place].entry.dn);
            let tokens = token::tokens(c, dns).await?;
            for (place, membership) in asked.into_iter().zip(tokens) {
                if matches!(&membership, Membership::Token(token) if self.rules.groups.one_in(token).is_none()) {
                    clear.extend(groups[place].iter().flatten().cloned());
                }
                answers[place] = membership;
            }
            (open, is_first) = (rest, false);
        }
        let known = accounts.iter().zip(answers);
        Ok(known.map(|(one, membership)| self.rules.decide(&one.entry, one.readable, &membership)).collect())
    }
}

impl Inspected {
    /// The groups it is in directly; `None` when there may be more.
    fn groups(&self) -> Option<Vec<String>> {
        if !self.readable.is_some_and(|readable| readable.groups) || self.entry.is_cut("memberOf") {
            return None;
        }
        let primary = self.entry.number("primaryGroupID")?.to_string();
        Some(self.entry.all("memberOf").iter().cloned().chain([primary]).collect())
    }
}
