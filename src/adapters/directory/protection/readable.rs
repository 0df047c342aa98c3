//! What the operator may read of an entry, as its access list says.

use crate::adapters::directory::descriptor::{self, ObjectGuid, ProtectionAttribute, Right};
use crate::adapters::directory::{ACCESS_LIST, Connection, LdapEntry, Result, TOKEN};
use crate::domain::sid::Sid;

/// Everyone, and Authenticated Users: every signed-in user is both (MS-DTYP 2.4.2.4).
const SIGNED_IN: [[u8; 12]; 2] = [[1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0], [1, 1, 0, 0, 0, 0, 0, 5, 11, 0, 0, 0]];

/// The operator's SIDs, every group included.
pub(crate) struct OperatorToken(Vec<Vec<u8>>);

/// What the operator may read of one account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Readable {
    pub(super) admin_count: bool,
    /// memberOf and tokenGroups.
    pub(super) groups: bool,
}

impl Readable {
    /// Nothing that is absent is hidden.
    pub(super) const ALL: Self = Self { admin_count: true, groups: true };
}

impl OperatorToken {
    /// Requests the SIDs of this connection (MS-ADTS 3.1.1.3.2, tokenGroups).
    pub(crate) async fn read(c: &Connection) -> Result<Self> {
        Ok(Self::from_root(c.read("", &[TOKEN]).await?.as_ref()))
    }

    /// From a root entry that was read with its tokenGroups.
    pub(crate) fn from_root(root: Option<&LdapEntry>) -> Self {
        Self(root.map(|root| root.all_bytes(TOKEN)).unwrap_or_default())
    }

    pub(crate) fn has(&self, sid: &Sid) -> bool {
        self.0.iter().any(|own| own == sid.bytes())
    }

    pub(crate) fn sids(&self) -> &[Vec<u8>] {
        &self.0
    }

    /// What it may read of an entry; `None` when the access list does not tell.
    pub(super) fn may_read(&self, entry: &LdapEntry) -> Option<Readable> {
        let may = |attribute: ProtectionAttribute| self.may_read_attribute(entry, attribute.guids());
        let groups = may(ProtectionAttribute::MemberOf)? && may(ProtectionAttribute::TokenGroups)?;
        Some(Readable { admin_count: may(ProtectionAttribute::AdminCount)?, groups })
    }

    /// Whether the attribute has no value because it surely may not be read.
    pub(crate) fn hides(&self, entry: &LdapEntry, attribute: &str) -> bool {
        entry.bytes(attribute).is_none()
            && descriptor::guids_of(attribute).is_some_and(|guids| self.may_read_attribute(entry, guids) == Some(false))
    }

    /// Whether it may read the attribute with these GUIDs of an entry; `None` when the access list does not tell.
    pub(crate) fn may_read_attribute(&self, entry: &LdapEntry, guids: &[ObjectGuid]) -> Option<bool> {
        let list = entry.bytes(ACCESS_LIST).filter(|_| !self.0.is_empty())?;
        let sids: Vec<Vec<u8>> = self.0.iter().cloned().chain(SIGNED_IN.map(|sid| sid.to_vec())).collect();
        descriptor::grants(list, &sids, Right::Read(guids))
    }
}
