//! What the signed-in operator may do, as the directory shows it beforehand. The server decides on each change.

use super::domain;
use crate::adapters::directory::descriptor::{self, Right};
use crate::adapters::directory::protection::OperatorToken;
use crate::adapters::directory::{Connection, Result};
use crate::domain::account::Account;
use crate::ports::AccountRights;

/// What is read of an account to know whether this operator may unlock it. Of many accounts it is read of few: it takes
/// a server ten times as long as all the rest (seen with Samba).
pub(super) const WANTED: &[&str] = &["objectGUID", "allowedAttributesEffective"];

/// The DN of the PDC emulator's settings, where it may be read.
pub(crate) async fn pdc_emulator(c: &Connection) -> Result<Option<String>> {
    let head = c.read(&domain::head(c).await?, &["fSMORoleOwner"]).await?;
    Ok(head.and_then(|head| head.text("fSMORoleOwner").map(str::to_owned)))
}

/// What the operator may do with the account.
pub(crate) async fn rights(c: &Connection, account: &Account) -> Result<AccountRights> {
    let (entry, list, reader) =
        tokio::try_join!(c.read_account(account, WANTED), c.access_list(&account.dn), OperatorToken::read(c))?;
    // The right to set a password is not the right to write an attribute.
    let reset = list.filter(|_| !reader.sids().is_empty());
    Ok(AccountRights {
        unlock: entry.may_unlock(),
        must_change: entry.may_write("pwdLastSet"),
        reset: reset.and_then(|list| descriptor::grants(&list, reader.sids(), Right::ForceChangePassword)),
    })
}
