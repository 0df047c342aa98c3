//! What the signed-in operator may do, as the directory shows it beforehand. Changes nothing: the server has the last
//! word on every change.

use super::attributes;
use super::descriptor::{self, Right};
use super::domain::domain_head;
use super::protection::Reader;
use super::{LdapDirectory, ask};
use crate::domain::account::Account;
use crate::ports::{AccountRights, DirectoryError, InspectRights};

const ANYTHING: &str = "(objectClass=*)";

impl InspectRights for LdapDirectory<'_> {
    async fn pdc_emulator(&self) -> Result<Option<String>, DirectoryError> {
        let (c, settings) = (self.connection(), &self.settings);
        let base = match &settings.base {
            Some(base) => base.clone(),
            None => ask::root(&c, settings).await?.base,
        };
        let head = ask::one(&c, settings, domain_head(&base), ANYTHING, &["fSMORoleOwner"]).await?;
        Ok(head.and_then(|head| head.text("fSMORoleOwner").map(str::to_owned)))
    }

    async fn rights(&self, account: &Account) -> Result<AccountRights, DirectoryError> {
        let (c, settings) = (self.connection(), &self.settings);
        let (entry, list, reader) = tokio::try_join!(
            ask::one(&c, settings, &account.dn, ANYTHING, attributes::RIGHTS),
            ask::access_list(&c, settings, &account.dn),
            Reader::ask(&c, settings),
        )?;
        let entry = entry.filter(|entry| entry.id() == Some(account.id)).ok_or(DirectoryError::Gone)?;
        // There is no attribute for the right to set a password, which is none to write one.
        let reset = list.filter(|_| !reader.sids().is_empty());
        Ok(AccountRights {
            unlock: entry.may_unlock(),
            must_change: entry.may_write("pwdLastSet"),
            reset: reset.and_then(|list| descriptor::grants(&list, reader.sids(), Right::ForceChangePassword)),
        })
    }
}
