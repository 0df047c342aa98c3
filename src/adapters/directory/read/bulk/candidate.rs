//! From an LDAP entry to a [`BulkAccount`], one account among many.

use jiff::Timestamp;

use super::locks::SPECIAL;
use crate::adapters::directory::read::account::{CONTROL, DISABLED, EXPIRES, SMARTCARD_REQUIRED, identity};
use crate::adapters::directory::{ACCESS_LIST, LdapEntry};
use crate::domain::account::Protection;
use crate::domain::bulk::BulkAccount;
use crate::domain::unreadable::UnreadableAccount;

/// What is read of each account: no more than decides whether it may be unlocked, since there may be tens of thousands.
pub(super) const WANTED: &[&str] = &[
    "objectGUID",
    "sAMAccountName",
    CONTROL,
    "lockoutTime",
    "badPwdCount",
    EXPIRES,
    "adminCount",
    "memberOf",
    "primaryGroupID",
    "objectSid",
    "userPrincipalName",
    SPECIAL,
];

/// What is read of each account when it is looked up.
pub(super) fn wanted_with_access_list() -> Vec<&'static str> {
    [WANTED, &[ACCESS_LIST]].concat()
}

/// Reads a candidate that is `locked` or not, as one that this operator may not unlock until that is known. It has
/// expired if it had `now`; without a time it has not.
///
/// # Errors
/// [`UnreadableAccount`], when too little of it may be read.
pub(super) fn read(
    entry: &LdapEntry,
    locked: bool,
    protected: Option<Protection>,
    now: Option<Timestamp>,
) -> Result<BulkAccount, UnreadableAccount> {
    let (id, name) = identity(entry, &[CONTROL, EXPIRES])?;
    let control = entry.number(CONTROL).unwrap_or_default();
    Ok(BulkAccount {
        id,
        name,
        display_name: entry.text("displayName").map(str::to_owned),
        locked,
        locked_since: entry.moment("lockoutTime").filter(|_| locked),
        wrong_tries: entry.count("badPwdCount").unwrap_or(0),
        disabled: control & DISABLED != 0,
        expired: entry.moment(EXPIRES).zip(now).is_some_and(|(end, now)| end <= now),
        smartcard_required: control & SMARTCARD_REQUIRED != 0,
        protected,
        may_unlock: false,
        dn: entry.dn.clone(),
    })
}
