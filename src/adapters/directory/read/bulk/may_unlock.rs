//! Whether this operator may unlock each of many accounts, asked of few of them.
//!
//! Rights are given on containers and inherited by what is in them (MS-ADTS 5.1.3.3), so what may be
//! done with one account may be done with its neighbours. Where it may not be done with one, each of
//! its neighbours is asked: it could be the exception. The server has the last word on every change.

use std::cell::RefCell;
use std::collections::HashMap;

use super::super::attributes::{self, Entry};
use super::super::domain;
use super::super::{Connection, Settings};
use super::{ANYONE, again};
use crate::domain::account::AccountId;
use crate::domain::bulk::BulkAccount;
use crate::ports::DirectoryError;

/// What was found out, by container.
#[derive(Default)]
pub(super) struct Rights(RefCell<HashMap<String, Sample>>);

/// One account of a container, and whether it may be unlocked; not while that is being asked.
struct Sample {
    id: AccountId,
    allowed: bool,
}

impl Rights {
    /// Asks about one account of each container that has not been met before.
    pub(super) async fn sample(
        &self,
        c: &Connection,
        settings: &Settings,
        base: &str,
        accounts: impl Iterator<Item = &BulkAccount>,
    ) -> Result<(), DirectoryError> {
        let mut samples = Vec::new();
        for account in accounts.filter(|account| is_like_its_neighbours(account)) {
            let mut met = self.0.borrow_mut();
            if !met.contains_key(domain::parent(&account.dn)) {
                met.insert(domain::parent(&account.dn).to_owned(), Sample { id: account.id, allowed: false });
                samples.push(account);
            }
        }
        let allowed = ask(c, settings, base, &samples).await?;
        for (account, allowed) in samples.into_iter().zip(allowed) {
            if let Some(sample) = self.0.borrow_mut().get_mut(domain::parent(&account.dn)) {
                sample.allowed = allowed;
            }
        }
        Ok(())
    }

    /// Writes down who of them may be unlocked, all of whose containers were met.
    pub(super) async fn write_down(
        self,
        c: &Connection,
        settings: &Settings,
        base: &str,
        accounts: impl Iterator<Item = &mut BulkAccount>,
    ) -> Result<(), DirectoryError> {
        let met = self.0.into_inner();
        let mut exceptions = Vec::new();
        for account in accounts.filter(|account| is_like_its_neighbours(account)) {
            match met.get(domain::parent(&account.dn)) {
                Some(sample) if sample.allowed => account.may_unlock = true,
                Some(sample) if sample.id == account.id => {}
                _ => exceptions.push(account),
            }
        }
        let asked: Vec<&BulkAccount> = exceptions.iter().map(|account| &**account).collect();
        let allowed = ask(c, settings, base, &asked).await?;
        exceptions.into_iter().zip(allowed).for_each(|(account, allowed)| account.may_unlock = allowed);
        Ok(())
    }
}

/// A protected account inherits nothing, and is left alone anyway.
fn is_like_its_neighbours(account: &BulkAccount) -> bool {
    account.protected.is_none()
}

async fn ask(
    c: &Connection,
    settings: &Settings,
    base: &str,
    accounts: &[&BulkAccount],
) -> Result<Vec<bool>, DirectoryError> {
    let read = |entry: &Entry| Some(entry.may_unlock());
    let allowed = again(c, settings, base, accounts, ANYONE, attributes::RIGHTS, read).await?;
    Ok(allowed.into_iter().map(Option::unwrap_or_default).collect())
}
