//! The protected units: that each exists, and which accounts are below one.

use futures_util::future::try_join_all;

use crate::adapters::directory::result_code::{INVALID_DN_SYNTAX, REFERRAL};
use crate::adapters::directory::{Connection, LdapEntry, Result};
use crate::domain::account::Protection;
use crate::domain::dn::Dn;
use crate::ports::DirectoryError;

/// What a controller answers of another domain's unit, and of none.
const NOT_HERE: [u32; 2] = [REFERRAL, INVALID_DN_SYNTAX];

pub(crate) struct ProtectedUnits(Vec<Unit>);

struct Unit {
    written: String,
    /// As the server spells it here and in the DNs of all that is below: to Windows, å is a.
    dn: Dn,
}

/// A DN that cannot be read: what is above it is unknown.
pub(super) struct UnreadableDn;

impl ProtectedUnits {
    #[cfg(test)]
    pub(super) fn of(units: &[&str]) -> Self {
        Self(units.iter().map(|unit| Unit { written: unit.to_string(), dn: Dn::parse(unit).unwrap() }).collect())
    }

    /// Looks each up. One that does not exist would protect nobody.
    pub(crate) async fn read(c: &Connection) -> Result<Self> {
        try_join_all(c.settings.protected_units.iter().map(|unit| read(c, unit))).await.map(Self)
    }

    /// Whether the entry is one of them or below one.
    pub(super) fn protection(&self, entry: &LdapEntry) -> Result<Option<Protection>, UnreadableDn> {
        if self.0.is_empty() {
            return Ok(None);
        }
        let dn = Dn::parse(&entry.dn).ok_or(UnreadableDn)?;
        let above = self.0.iter().find(|unit| dn.depth_below(&unit.dn).is_some());
        Ok(above.map(|unit| Protection::InProtectedUnit(unit.written.clone())))
    }
}

async fn read(c: &Connection, written: &str) -> Result<Unit> {
    let entry = match c.read(written, &["objectGUID"]).await {
        Err(DirectoryError::Refused { code, .. }) if NOT_HERE.contains(&code) => None,
        found => found?,
    };
    let entry = entry.ok_or_else(|| DirectoryError::NoSuchUnit { dn: written.to_owned() })?;
    let dn = Dn::parse(&entry.dn).ok_or_else(|| c.malformed("distinguishedName"))?;
    Ok(Unit { written: written.to_owned(), dn })
}
