//! The protected units: that each is there, and who stands below one. Never decides what protection means.

use futures_util::future::try_join_all;

use super::attributes::Entry;
use super::{Connection, Settings, ask};
use crate::domain::account::Protection;
use crate::domain::dn::Dn;
use crate::ports::DirectoryError;

/// LDAP result codes referral (another domain's) and invalidDNSyntax.
const NOT_HERE: [u32; 2] = [10, 34];

/// The protected units.
pub(super) struct Units(Vec<Unit>);

struct Unit {
    /// As it is configured.
    written: String,
    /// As the server spells it, and with it the names of all that stand below: to Windows, å is a.
    dn: Dn,
}

/// A DN that cannot be read: whether anything stands above it is not known.
pub(super) struct UnreadableDn;

impl Units {
    /// Looks each up. One that is not there would protect nobody, in silence.
    pub(super) async fn ask(c: &Connection, settings: &Settings) -> Result<Self, DirectoryError> {
        try_join_all(settings.protected_units.iter().map(|unit| found(c, settings, unit))).await.map(Self)
    }

    /// Whether the entry stands below one of them, or is one.
    pub(super) fn protection(&self, entry: &Entry) -> Result<Option<Protection>, UnreadableDn> {
        if self.0.is_empty() {
            return Ok(None);
        }
        let dn = Dn::parse(&entry.dn).ok_or(UnreadableDn)?;
        let above = self.0.iter().find(|unit| dn.levels_below(&unit.dn).is_some());
        Ok(above.map(|unit| Protection::InProtectedUnit(unit.written.clone())))
    }
}

async fn found(c: &Connection, settings: &Settings, written: &str) -> Result<Unit, DirectoryError> {
    let entry = match ask::one(c, settings, written, "(objectClass=*)", &["objectGUID"]).await {
        Err(DirectoryError::Refused { code, .. }) if NOT_HERE.contains(&code) => None,
        found => found?,
    };
    let entry = entry.ok_or_else(|| DirectoryError::NoSuchUnit { dn: written.to_owned() })?;
    let dn = Dn::parse(&entry.dn).ok_or_else(|| unreadable(c))?;
    Ok(Unit { written: written.to_owned(), dn })
}

fn unreadable(c: &Connection) -> DirectoryError {
    DirectoryError::Malformed { server: c.server.clone(), attribute: "distinguishedName".to_owned() }
}
