//! Who else has a number. Decides nothing about them, and asks nothing else.

use ldap3::Scope;

use super::domain::domain_head;
use super::{Connection, Settings, ask, query};
use crate::domain::account::{Account, AccountName};
use crate::domain::warnings::NumberSharing;
use crate::ports::DirectoryError;

/// The most that are named. Beyond a few, it is a phone of many, whoever they are.
const MOST: usize = 3;

/// The others who have the account's registered number.
pub(super) async fn ask(
    c: &Connection,
    settings: &Settings,
    account: &Account,
) -> Result<NumberSharing, DirectoryError> {
    let Some(phone) = account.mobile.phone() else { return Ok(NumberSharing::default()) };
    let base = settings.base.as_deref().unwrap_or(domain_head(&account.dn));
    let numbers = query::number_attributes(&settings.mobile_attribute);
    let wanted = [&["objectGUID", "sAMAccountName"], numbers.as_slice()].concat();
    let filter = query::holders(phone, &settings.mobile_attribute);
    let (found, more) = ask::search(c, settings, base, Scope::Subtree, &filter, &wanted).await?;
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
