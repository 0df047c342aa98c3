//! Whether this operator may unlock each of many accounts, asked of few of them. Rights are given on containers and
//! inherited (MS-ADTS 5.1.3.3), so what may be done with one account may be done with its neighbours. Where it may not
//! be done with one, each neighbour is asked, since the one may be the exception. The server decides on each change.

use std::cell::RefCell;
use std::collections::HashMap;

use super::by_guid::{ANY, read_by_guid};
use crate::adapters::directory::read::operator_rights::WANTED;
use crate::adapters::directory::{Connection, LdapEntry, Result, parent};
use crate::domain::account::AccountId;
use crate::domain::bulk::BulkAccount;

/// One account of each container.
#[derive(Default)]
pub(super) struct Samples(RefCell<HashMap<String, Sample>>);

/// An account, and whether it may be unlocked; not while that is being asked.
struct Sample {
    id: AccountId,
    allowed: bool,
}

impl Samples {
    /// Asks about one account of each container that is new.
    pub(super) async fn read(
        &self,
        c: &Connection,
        base: &str,
        accounts: impl Iterator<Item = &BulkAccount>,
    ) -> Result<()> {
        let mut samples = Vec::new();
        for account in accounts.filter(|account| inherits_rights(account)) {
            let mut known = self.0.borrow_mut();
            if !known.contains_key(parent(&account.dn)) {
                known.insert(parent(&account.dn).to_owned(), Sample { id: account.id, allowed: false });
                samples.push(account);
            }
        }
        let allowed = may_unlock(c, base, &samples).await?;
        for (account, allowed) in samples.into_iter().zip(allowed) {
            if let Some(sample) = self.0.borrow_mut().get_mut(parent(&account.dn)) {
                sample.allowed = allowed;
            }
        }
        Ok(())
    }

    /// Sets who of them may be unlocked. Their containers must all be known.
    pub(super) async fn apply(
        self,
        c: &Connection,
        base: &str,
        accounts: impl Iterator<Item = &mut BulkAccount>,
    ) -> Result<()> {
        let known = self.0.into_inner();
        let mut exceptions = Vec::new();
        for account in accounts.filter(|account| inherits_rights(account)) {
            match known.get(parent(&account.dn)) {
                Some(sample) if sample.allowed => account.may_unlock = true,
                Some(sample) if sample.id == account.id => {}
                _ => exceptions.push(account),
            }
        }
        let asked: Vec<&BulkAccount> = exceptions.iter().map(|account| &**account).collect();
        let allowed = may_unlock(c, base, &asked).await?;
        exceptions.into_iter().zip(allowed).for_each(|(account, allowed)| account.may_unlock = allowed);
        Ok(())
    }
}

/// A protected account inherits nothing, and is never changed.
fn inherits_rights(account: &BulkAccount) -> bool {
    account.protected.is_none()
}

async fn may_unlock(c: &Connection, base: &str, accounts: &[&BulkAccount]) -> Result<Vec<bool>> {
    let read = |entry: &LdapEntry| Some(entry.may_unlock());
    let allowed = read_by_guid(c, base, accounts, ANY, WANTED, read).await?;
    Ok(allowed.into_iter().map(Option::unwrap_or_default).collect())
}
