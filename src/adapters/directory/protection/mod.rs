//! Why an account is not to be changed: the one answer, for one account and for many, when it is looked up and again
//! before it is changed.
//!
//! Which groups an account is in is what its token says (`tokenGroups`, MS-ADTS 3.1.1.4.5.19): groups within groups, and
//! what the primary group is in. The server works it out whoever asks, so that a group that may not be seen hides nobody.
//! It is given for one entry alone, whose DN must be known. So a look-up by name, and many accounts, do without where the
//! rest shows that no protected group can be in it; else they ask for it. `tests/practice.rs` holds the ways together.
//!
//! An attribute that is absent tells something only if it could be read, as the entry's access list says.

use futures_util::stream::{self, StreamExt, TryStreamExt};

use super::attributes::Entry;
use super::descriptor::{self, Attribute, Right};
use super::domain::{dns_name, domain_head};
use super::groups::Groups;
use super::units::Units;
use super::{Connection, Settings, ask};
use crate::domain::account::Protection;
use crate::domain::protection::AccountNames;
use crate::domain::sid::Sid;
use crate::ports::DirectoryError;

/// How many tokens are asked for at once.
const FLIGHTS: usize = 16;

/// Everyone, and Authenticated Users: everyone who is signed in is both (MS-DTYP 2.4.2.4).
const SIGNED_IN: [[u8; 12]; 2] = [[1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0], [1, 1, 0, 0, 0, 0, 0, 5, 11, 0, 0, 0]];

/// What is the same for all accounts.
pub(super) struct Rules {
    pub(super) groups: Groups,
    units: Units,
    reader: Reader,
    /// The supervisors, where operators' accounts are protected.
    operators: Option<Vec<String>>,
}

/// Who the operator is to the server, with every group.
pub(super) struct Reader(Vec<Vec<u8>>);

/// What the operator may read of one account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Readable {
    admin_count: bool,
    /// memberOf and tokenGroups.
    groups: bool,
}

impl Readable {
    /// Whether nothing that is absent is hidden.
    pub(super) fn is_all(self) -> bool {
        self.admin_count && self.groups
    }

    /// Whether it would be seen which groups an account is in.
    pub(super) fn tells_groups(self) -> bool {
        self.groups
    }

    /// What [`is_all`](Self::is_all) says.
    pub(super) const ALL: Self = Self { admin_count: true, groups: true };
}

/// The groups an account is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Membership {
    /// All there are.
    Token(Vec<Sid>),
    /// No protected one, as is known otherwise.
    Clear,
    /// The token may not be read.
    Unreadable,
}

impl Membership {
    /// From an entry that was asked for its token, which always holds the primary group.
    pub(super) fn of(entry: Option<&Entry>) -> Self {
        let token = entry.map(|entry| entry.all_bytes("tokenGroups")).unwrap_or_default();
        let sids: Option<Vec<Sid>> = token.iter().map(|sid| Sid::from_bytes(sid)).collect();
        sids.filter(|sids| !sids.is_empty()).map_or(Self::Unreadable, Self::Token)
    }
}

impl Reader {
    /// Asks for the SIDs of this connection (MS-ADTS 3.1.1.3.2, tokenGroups).
    pub(super) async fn ask(c: &Connection, settings: &Settings) -> Result<Self, DirectoryError> {
        let root = ask::one(c, settings, "", "(objectClass=*)", &["tokenGroups"]).await?;
        Ok(Self::from_root(root.as_ref()))
    }

    /// From a root entry that was asked for its tokenGroups.
    pub(super) fn from_root(root: Option<&Entry>) -> Self {
        Self(root.map(|root| root.all_bytes("tokenGroups")).unwrap_or_default())
    }

    pub(super) fn sids(&self) -> &[Vec<u8>] {
        &self.0
    }

    /// What it may read of an entry; `None` when the access list does not tell.
    fn may_read(&self, entry: &Entry) -> Option<Readable> {
        let list = entry.bytes("nTSecurityDescriptor").filter(|_| !self.0.is_empty())?;
        let sids: Vec<Vec<u8>> = self.0.iter().cloned().chain(SIGNED_IN.map(|sid| sid.to_vec())).collect();
        let may = |attribute| descriptor::grants(list, &sids, Right::Read(attribute));
        let groups = may(Attribute::MemberOf)? && may(Attribute::TokenGroups)?;
        Some(Readable { admin_count: may(Attribute::AdminCount)?, groups })
    }
}

impl Rules {
    pub(super) fn new(settings: &Settings, groups: Groups, units: Units, reader: Reader) -> Self {
        Self { groups, units, reader, operators: settings.protected_operators.clone() }
    }

    /// Asks for all of it.
    pub(super) async fn ask(c: &Connection, settings: &Settings, head: &str) -> Result<Self, DirectoryError> {
        let (groups, units, reader) =
            tokio::try_join!(Groups::ask(c, settings, head), Units::ask(c, settings), Reader::ask(c, settings))?;
        Ok(Self::new(settings, groups, units, reader))
    }

    /// What may be read of an entry; `None` when that cannot be told.
    pub(super) fn readable(&self, entry: &Entry) -> Option<Readable> {
        self.reader.may_read(entry)
    }

    /// Whether a protected group is among these.
    pub(super) fn is_in_none(&self, membership: &Membership) -> bool {
        matches!(membership, Membership::Token(token) if self.groups.one_in(token).is_none())
    }

    /// Why the account is not to be changed, if so. What is known for certain is said before what is not.
    pub(super) fn protection(
        &self,
        entry: &Entry,
        readable: Option<Readable>,
        membership: &Membership,
    ) -> Option<Protection> {
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
            // Absent is what most accounts have; some other number is no administrator's mark.
            Some(readable) => (!readable.admin_count && entry.text("adminCount").is_none()).then_some("adminCount"),
            None => Some("nTSecurityDescriptor"),
        };
        let hidden = match (unit, membership) {
            (Err(_), _) => Some("distinguishedName"),
            (_, Membership::Unreadable) => Some("tokenGroups"),
            _ if self.operators.is_some() && entry.sid().is_none() => Some("objectSid"),
            _ => hides_admin_count(),
        };
        hidden.map(Protection::Unknown)
    }

    fn operator(&self, entry: &Entry) -> Option<Protection> {
        let supervisors = self.operators.as_ref()?;
        let sid = entry.sid();
        // The server lets nobody act under the SID of another's account.
        if sid.as_ref().is_some_and(|sid| self.reader.0.iter().any(|own| own == sid.bytes())) {
            return Some(Protection::OwnAccount);
        }
        let account = AccountNames {
            name: entry.text("sAMAccountName").unwrap_or_default(),
            upn: entry.text("userPrincipalName"),
            dn: &entry.dn,
            sid: sid.as_ref(),
            domain: &dns_name(domain_head(&entry.dn)),
        };
        supervisors.iter().any(|name| account.may_be(name)).then_some(Protection::Supervisor)
    }
}

/// Asks for the groups of each account in `dns`, in their order.
pub(super) async fn memberships(
    c: &Connection,
    settings: &Settings,
    dns: impl IntoIterator<Item = &str>,
) -> Result<Vec<Membership>, DirectoryError> {
    let asked: Vec<_> = dns.into_iter().map(|dn| Box::pin(membership(c, settings, dn))).collect();
    stream::iter(asked).buffered(FLIGHTS).try_collect().await
}

async fn membership(c: &Connection, settings: &Settings, dn: &str) -> Result<Membership, DirectoryError> {
    match ask::one(c, settings, dn, "(objectClass=*)", &["tokenGroups"]).await {
        Ok(entry) => Ok(Membership::of(entry.as_ref())),
        // A controller that cannot ask a global catalogue says so about the token, and gives all else.
        Err(DirectoryError::Refused { .. }) => Ok(Membership::Unreadable),
        Err(error) => Err(error),
    }
}
