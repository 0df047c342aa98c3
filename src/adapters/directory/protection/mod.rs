//! Why an account must not be changed: the one answer, for one account and for many, when it is looked up and again
//! before it is changed. An unclear answer counts as protected.
//!
//! The groups an account is in are what its token says (`tokenGroups`, MS-ADTS 3.1.1.4.5.19): nested groups and those
//! of the primary group included. The server computes it with its own rights, so a group that may not be seen hides
//! nobody. It is given for one entry at a time, by DN. So look-ups by name, and of many accounts, omit it where the
//! rest shows that no protected group can be in it; `tests/local/practice.rs` holds the ways together.
//!
//! An absent attribute means something only if it could be read, as the entry's access list says.

pub(crate) mod bulk;
mod groups;
mod protected_units;
mod readable;
#[cfg(test)]
mod tests;
mod token;

use super::connection::Connection;
use super::dn::{dns_name, domain_head};
use super::entry::{ACCESS_LIST, LdapEntry, TOKEN};
use crate::adapters::directory::Result;
use crate::domain::account::{Account, Protection};
use crate::domain::protection::AccountNames;

pub(crate) use self::groups::Groups;
pub(crate) use self::protected_units::ProtectedUnits;
pub(crate) use self::readable::{OperatorToken, Readable};
pub(crate) use self::token::Membership;

/// What decides whether one account is protected.
const WANTED: &[&str] =
    &["objectGUID", "sAMAccountName", "userPrincipalName", "objectSid", "adminCount", TOKEN, ACCESS_LIST];

/// What is the same for all accounts.
pub(crate) struct ProtectionRules {
    groups: Groups,
    units: ProtectedUnits,
    reader: OperatorToken,
    /// The supervisors, where operators' accounts are protected.
    operators: Option<Vec<String>>,
}

/// Why the account must not be changed, as things are now.
pub(crate) async fn of_account(c: &Connection, account: &Account) -> Result<Option<Protection>> {
    let head = domain_head(c.settings.base.as_deref().unwrap_or(&account.dn));
    let (entry, rules) = tokio::try_join!(c.read_account(account, WANTED), Box::pin(ProtectionRules::read(c, head)))?;
    Ok(rules.protection(&entry, &Membership::of(Some(&entry))))
}

impl ProtectionRules {
    pub(crate) fn new(c: &Connection, groups: Groups, units: ProtectedUnits, reader: OperatorToken) -> Self {
        Self { groups, units, reader, operators: c.settings.protected_operators.clone() }
    }

    /// Requests all of it, for the domain at `head`.
    pub(crate) async fn read(c: &Connection, head: &str) -> Result<Self> {
        let (groups, units, reader) =
            tokio::try_join!(Groups::read(c, head), ProtectedUnits::read(c), OperatorToken::read(c))?;
        Ok(Self::new(c, groups, units, reader))
    }

    pub(crate) fn reader(&self) -> &OperatorToken {
        &self.reader
    }

    /// Why the account must not be changed, if so.
    pub(crate) fn protection(&self, entry: &LdapEntry, membership: &Membership) -> Option<Protection> {
        self.decide(entry, self.reader.may_read(entry), membership)
    }

    /// The decision, from what may be read of the entry (`None`: unknown). A certain reason is given before an unknown.
    fn decide(&self, entry: &LdapEntry, readable: Option<Readable>, membership: &Membership) -> Option<Protection> {
        if entry.is_administrators() {
            return Some(Protection::AdminCount);
        }
        if let Membership::Token(token) = membership
            && let Some(group) = self.groups.one_in(token)
        {
            return Some(Protection::MemberOf(group.to_owned()));
        }
        let unit = match self.units.protection(entry) {
            Ok(Some(below)) => return Some(below),
            other => other,
        };
        if let Some(operator) = self.operator(entry) {
            return Some(operator);
        }
        let hides_admin_count = || match readable {
            // Most accounts have none; a number other than 1 is no administrator's.
            Some(readable) => (!readable.admin_count && entry.text("adminCount").is_none()).then_some("adminCount"),
            None => Some(ACCESS_LIST),
        };
        let hidden = match (unit, membership) {
            (Err(_), _) => Some("distinguishedName"),
            (_, Membership::Unreadable) => Some(TOKEN),
            _ if self.operators.is_some() && entry.sid().is_none() => Some("objectSid"),
            _ => hides_admin_count(),
        };
        hidden.map(Protection::Unknown)
    }

    fn operator(&self, entry: &LdapEntry) -> Option<Protection> {
        let supervisors = self.operators.as_ref()?;
        let sid = entry.sid();
        // The operator's token holds the SID of no other user.
        if sid.as_ref().is_some_and(|sid| self.reader.has(sid)) {
            return Some(Protection::OwnAccount);
        }
        let account = AccountNames {
            name: entry.text("sAMAccountName").unwrap_or_default(),
            upn: entry.text("userPrincipalName"),
            dn: &entry.dn,
            sid: sid.as_ref(),
            domain: &dns_name(domain_head(&entry.dn)),
        };
        supervisors.iter().any(|name| account.may_match(name)).then_some(Protection::Supervisor)
    }
}
