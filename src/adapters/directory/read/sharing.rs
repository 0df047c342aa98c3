//! Which other accounts have a number.

use ldap3::Scope;

use super::query;
use crate::adapters::directory::{Connection, Result, domain_head};
use crate::domain::account::{Account, AccountName};
use crate::domain::warnings::NumberSharing;

/// The most that are named. Beyond a few it is a shared phone.
const MOST: usize = 3;

/// The others that have the account's registered number.
pub(crate) async fn accounts_with_number(c: &Connection, account: &Account) -> Result<NumberSharing> {
    let Some(phone) = account.mobile.phone() else { return Ok(NumberSharing::default()) };
    let base = c.settings.base.as_deref().unwrap_or(domain_head(&account.dn));
    let numbers = query::number_attributes(&c.settings.mobile_attributes);
    let wanted = [&["objectGUID", "sAMAccountName"], numbers.as_slice()].concat();
    let filter = query::holders(phone, &c.settings.mobile_attributes);
    let (found, more) = c.search(base, Scope::Subtree, &filter, &wanted).await?;
    let others = found.iter().filter(|entry| entry.id() != Some(account.id) && entry.has_number(&numbers, phone));
    let names: Vec<Option<AccountName>> =
        others.map(|entry| AccountName::parse(entry.text("sAMAccountName")?).ok()).collect();
    // One whose name may not be read has the number all the same.
    let more = more || names.len() > MOST || names.iter().any(Option::is_none);
    let mut others: Vec<AccountName> = names.into_iter().flatten().collect();
    others.sort_by(|one, other| one.as_str().cmp(other.as_str()));
    others.truncate(MOST);
    Ok(NumberSharing { others, more })
}
