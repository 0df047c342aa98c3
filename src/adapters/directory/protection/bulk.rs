//! Who is never touched, among many. What a token says is the answer; but it takes a server longer than everything else
//! (seen with Samba: 0.27 ms, a quarter of what unlocking takes). So it is asked of few: whoever is in no group but those
//! that someone else is in, whose token has no protected group in it, cannot have one in theirs.
//!
//! Says that of nobody whose own groups might be hidden: their tokens are asked for.

use std::cell::RefCell;
use std::collections::HashSet;

use tokio::sync::Mutex;

use super::super::attributes::{ACCESS_LIST, Entry};
use super::super::protection::{self, Membership, Readable, Rules};
use super::super::{Connection, Settings};
use crate::domain::account::{AccountId, Protection};
use crate::ports::DirectoryError;

/// Accounts of which all that protects could be read when they were looked up. It takes a server as long to give an
/// access list as all the rest, so that they are not asked for theirs again right before they are changed.
#[derive(Default)]
pub(in super::super) struct Vouched(RefCell<HashSet<AccountId>>);

impl Vouched {
    pub(super) fn holds(&self, id: AccountId) -> bool {
        self.0.borrow().contains(&id)
    }
}

/// The rules, and what was found out with them.
pub(super) struct Protected {
    rules: Rules,
    /// Groups that are in no protected one, as accounts name them.
    clear: Mutex<HashSet<String>>,
}

/// An account, and what may be read of it.
pub(super) struct Inspected {
    pub(super) entry: Entry,
    readable: Option<Readable>,
}

impl Protected {
    pub(super) fn new(rules: Rules) -> Self {
        Self { rules, clear: Mutex::default() }
    }

    /// Looks at the access list of an entry, and lets go of it: it is longer than all the rest.
    pub(super) fn inspected(&self, mut entry: Entry, vouched: &Vouched) -> Inspected {
        let id = entry.id();
        let readable = match self.rules.readable(&entry) {
            None if id.is_some_and(|id| vouched.holds(id)) => Some(Readable::ALL),
            readable => readable,
        };
        if let (Some(id), true) = (id, readable.is_some_and(Readable::is_all)) {
            vouched.0.borrow_mut().insert(id);
        }
        entry.forget(ACCESS_LIST);
        Inspected { entry, readable }
    }

    /// Why each is not to be changed, if so.
    pub(super) async fn of(
        &self,
        c: &Connection,
        settings: &Settings,
        accounts: &[Inspected],
    ) -> Result<Vec<Option<Protection>>, DirectoryError> {
        let groups: Vec<_> = accounts.iter().map(Inspected::groups).collect();
        let mut answers: Vec<_> = accounts.iter().map(|_| Membership::Clear).collect();
        let is_open = |place: &usize| !accounts[*place].entry.is_administrators();
        let mut open: Vec<usize> = (0..accounts.len()).filter(is_open).collect();
        // Held while asking, so that the next batch sees the groups cleared by this one.
        let mut clear = self.clear.lock().await;
        let mut is_first = true;
        while !open.is_empty() {
            open.retain(|place| groups[*place].as_ref().is_none_or(|held| !held.iter().all(|one| clear.contains(one))));
            let mut asked_for = HashSet::new();
            let mut is_asked = |place: &usize| match &groups[*place] {
                // A group that is asked for twice has not been cleared by the first who was in it.
                Some(held) if is_first => {
                    let open = held.iter().filter(|one| !clear.contains(*one));
                    open.filter(|one| asked_for.insert(one.as_str())).count() > 0
                }
                _ => true,
            };
            let (asked, rest): (Vec<usize>, Vec<usize>) = open.into_iter().partition(&mut is_asked);
            let dns = asked.iter().map(|place| &*accounts[*place].entry.dn);
            let told = protection::memberships(c, settings, dns).await?;
            for (place, membership) in asked.into_iter().zip(told) {
                if self.rules.is_in_none(&membership) {
                    clear.extend(groups[place].iter().flatten().cloned());
                }
                answers[place] = membership;
            }
            (open, is_first) = (rest, false);
        }
        let known = accounts.iter().zip(answers);
        Ok(known.map(|(one, membership)| self.rules.protection(&one.entry, one.readable, &membership)).collect())
    }
}

impl Inspected {
    /// All that it is in itself; `None` when that may not be all.
    fn groups(&self) -> Option<Vec<String>> {
        if !self.readable.is_some_and(Readable::tells_groups) || self.entry.is_cut("memberOf") {
            return None;
        }
        let primary = self.entry.number("primaryGroupID")?.to_string();
        Some(self.entry.all("memberOf").iter().cloned().chain([primary]).collect())
    }
}
