//! What the signed-in operator may do, as the directory shows it beforehand. The server decides on each change.

use super::{domain, query};
use crate::adapters::directory::descriptor::{self, Right};
use crate::adapters::directory::protection::OperatorToken;
use crate::adapters::directory::{Connection, LdapEntry, Result};
use crate::domain::account::{Account, AccountName};
use crate::ports::AccountRights;

/// What is read of an account to know whether this operator may unlock it. Of many accounts it is read of few: it takes
/// a server ten times as long as all the rest (seen with Samba).
pub(super) const WANTED: &[&str] = &["objectGUID", "allowedAttributesEffective"];

/// The DN of the PDC emulator's settings, where it may be read.
pub(crate) async fn pdc_emulator(c: &Connection) -> Result<Option<String>> {
    let head = c.read(&domain::head(c).await?, &["fSMORoleOwner"]).await?;
    Ok(head.and_then(|head| head.text("fSMORoleOwner").map(str::to_owned)))
}

/// The most accounts that are looked through for an example. What may be written takes Samba some 3 ms an entry.
const MOST_EXAMPLES: i32 = 50;

/// User names of accounts that are likely to be ordinary ones, those that the operator may unlock first. Some were
/// locked once: they belong to people who call.
pub(crate) async fn examples(c: &Connection) -> Result<Vec<String>> {
    let base = domain::base(c).await?;
    let wanted =
        ["sAMAccountName", "userAccountControl", "isCriticalSystemObject", "adminCount", "allowedAttributesEffective"];
    let (locked_once, any) = (query::person("(lockoutTime>=1)"), query::person(""));
    let (mut found, any) = tokio::try_join!(
        c.first_of(&base, &locked_once, &wanted, MOST_EXAMPLES),
        c.first_of(&base, &any, &wanted, MOST_EXAMPLES)
    )?;
    found.extend(any);
    let is_special = |entry: &LdapEntry| {
        entry.is_administrators() || entry.is_not_person() || entry.text("isCriticalSystemObject").is_some()
    };
    found.sort_by_key(|entry| (!entry.may_unlock(), is_special(entry)));
    let mut names: Vec<String> = Vec::new();
    for name in found.iter().filter_map(|entry| entry.text("sAMAccountName")) {
        if AccountName::parse(name).is_ok() && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    Ok(names)
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
