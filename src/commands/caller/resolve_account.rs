//! Resolves the one account an action is for, and whether it may be changed.

use jiff::Timestamp;

use crate::commands::{Failure, NotHelpful};
use crate::domain::account::Account;
use crate::domain::decision::{ChangeFacts, UnlockBlocker, UnlockDecision};
use crate::domain::query::Query;
use crate::ports::{FindAccounts, FoundAccounts};

/// An account as the operator typed it.
#[derive(Debug, Clone)]
pub struct AccountQuery {
    pub typed: String,
    pub query: Query,
}

/// The beginning of what was typed, for an error that shows it.
fn shortened(typed: &str) -> String {
    const SHOWN: usize = 60;
    let mut shown: String = typed.chars().take(SHOWN).collect();
    if shown.len() < typed.len() {
        shown.push('…');
    }
    shown
}

impl AccountQuery {
    /// Reads what was typed.
    pub fn read(typed: &str) -> Result<Self, Failure> {
        let query = Query::parse(typed).map_err(|_| Failure::NotAQuery { query: shortened(typed) })?;
        let typed = match &query {
            // Not kept as it was typed, so that nothing can show it.
            Query::PersonalNumber(number) => number.to_string(),
            _ => typed.to_owned(),
        };
        Ok(Self { typed, query })
    }

    /// Finds the one account that an action is for: one that is only called so in part may be another's.
    pub async fn resolve_whole(&self, directory: &impl FindAccounts) -> Result<Account, Failure> {
        let mut found = directory.find(&self.query).await?;
        if found.by_part && found.unreadable.is_empty() {
            found.similar = std::mem::take(&mut found.accounts);
        }
        self.only_one(found)
    }

    /// Finds the one account that matches, to be shown.
    pub async fn resolve(&self, directory: &impl FindAccounts) -> Result<Account, Failure> {
        self.only_one(directory.find(&self.query).await?)
    }

    fn only_one(&self, mut found: FoundAccounts) -> Result<Account, Failure> {
        if found.accounts.is_empty() && found.unreadable.is_empty() {
            return Err(self.not_found(found));
        }
        let (accounts, unreadable, more) = (&mut found.accounts, &mut found.unreadable, found.more);
        match (accounts.len(), unreadable.len()) {
            (1, 0) => Ok(accounts.remove(0)),
            (0, 1) => Err(Failure::AccountUnreadable(Box::new(unreadable.remove(0)))),
            _ => {
                let FoundAccounts { accounts, unreadable, .. } = found;
                Err(Failure::SeveralAccounts { query: self.typed.clone(), accounts, unreadable, more })
            }
        }
    }

    /// The failure when `found` has no match. One that is only similar is never taken for the one that was meant.
    pub(in crate::commands) fn not_found(&self, found: FoundAccounts) -> Failure {
        let FoundAccounts { similar, more, searched_domain, .. } = found;
        let query = self.typed.clone();
        match &self.query {
            Query::PersonalNumber(_) => Failure::NoSuchPersonalNumber,
            _ if similar.is_empty() => Failure::NoSuchAccount { query, searched_domain },
            _ => Failure::OnlySimilar { query, accounts: similar, more },
        }
    }
}

/// Whether a change from here is allowed and would let its owner in.
pub(in crate::commands) fn changeable(account: &Account, now: Timestamp) -> Result<(), Failure> {
    let Some(hindrance) = account.change_facts(now).blocker() else { return Ok(()) };
    let name = account.name.to_string();
    let because = match (hindrance, &account.protected) {
        (UnlockBlocker::Protected, Some(why)) => return Err(Failure::Protected { account: name, why: why.clone() }),
        (UnlockBlocker::Protected, None) => return Err(Failure::MayNotChange { account: name }),
        (UnlockBlocker::Disabled, _) => NotHelpful::Disabled,
        (UnlockBlocker::Expired, _) => NotHelpful::AccountExpired,
        (UnlockBlocker::SmartcardRequired, _) => NotHelpful::SmartcardRequired,
    };
    Err(Failure::WouldNotHelp { account: name, because })
}

/// Like [`changeable`], and whether this operator has the right. Sending a code, unlocking and setting a password are
/// refused alike, so that nobody is asked for a code in vain. Setting a password needs the right to unlock, as it unlocks
/// as well.
pub(in crate::commands) fn in_reach(account: &Account, now: Timestamp) -> Result<(), Failure> {
    changeable(account, now)?;
    if account.may_unlock { Ok(()) } else { Err(Failure::MayNotChange { account: account.name.to_string() }) }
}

/// Whether the account, `locked` somewhere or not, is to be unlocked; `false`: there is nothing to do.
pub(in crate::commands) fn to_be_unlocked(account: &Account, locked: bool, now: Timestamp) -> Result<bool, Failure> {
    changeable(account, now)?;
    match (ChangeFacts { locked, ..account.change_facts(now) }).unlock() {
        UnlockDecision::Blocked(_) | UnlockDecision::NoRight => {
            Err(Failure::MayNotChange { account: account.name.to_string() })
        }
        UnlockDecision::NotLocked => Ok(false),
        UnlockDecision::Unlock => Ok(true),
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;
    use proptest::prelude::*;

    use super::*;
    use crate::commands::caller::fake;
    use crate::domain::account::{Lock, LockEnd, Protection};
    use crate::domain::bulk::{BulkAccount, BulkMatch, RowOutcome, decide_row};

    fn account() -> impl Strategy<Value = (Account, Timestamp)> {
        let lock = prop::sample::select(vec![0u8, 1, 2]);
        let flags = prop::collection::vec(any::<bool>(), 4);
        (lock, flags, prop::option::of(-2i64..3)).prop_map(|(lock, flags, ends)| {
            let now: Timestamp = "2026-05-04T12:17:00Z".parse().unwrap();
            let account = Account {
                lock: match lock {
                    0 => Lock::Open,
                    1 => Lock::Lapsed { since: now },
                    _ => Lock::Locked { since: None, opens: LockEnd::Unknown },
                },
                disabled: flags[0],
                expires: ends.map(|seconds| now + SignedDuration::from_secs(seconds)),
                smartcard_required: flags[1],
                protected: flags[2].then_some(Protection::AdminCount),
                may_unlock: flags[3],
                ..fake::account(1, "070-174 06 05")
            };
            (account, now)
        })
    }

    proptest! {
        /// What is refused for one is refused for many, by the same name; what is done for one is done for many.
        #[test]
        fn one_and_many_are_decided_alike((account, now) in account()) {
            let one = to_be_unlocked(&account, account.lock.is_locked(), now);
            let one = match &one {
                Ok(true) => "would_unlock",
                Ok(false) => "not_locked",
                Err(Failure::WouldNotHelp { because: NotHelpful::Disabled, .. }) => "disabled",
                Err(failure) => failure.kind().name(),
            };
            let many = match decide_row(&[BulkMatch::Account(BulkAccount::of(&account, now))]) {
                (RowOutcome::NoRight, None) => "no_right",
                (outcome, _) => outcome.name(),
            };
            prop_assert_eq!(one, many);
        }
    }
}
