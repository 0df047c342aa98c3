//! Who is never touched, among many.

use super::super::attributes::{self, Entry};
use super::super::domain::domain_head;
use super::super::groups::Groups;
use super::super::units::Units;
use super::super::{Connection, Settings};
use super::members::Members;
use crate::domain::bulk::Candidate;
use crate::ports::DirectoryError;

/// The protected groups and those that are in them; and the protected units.
pub(super) struct Protected {
    members: Members,
    units: Units,
}

impl Protected {
    pub(super) async fn read(c: &Connection, settings: &Settings, base: &str) -> Result<Self, DirectoryError> {
        let head = domain_head(base);
        let (Groups(groups), units) = tokio::try_join!(Groups::ask(c, settings, head), Units::ask(c, settings))?;
        let groups = groups.into_iter().map(|group| (group.dn, group.rid)).collect();
        Ok(Self { members: Members::of(c, settings, head, groups).await?, units })
    }

    /// The account, locked or not, and whether it is protected. `None` when too little of it may be read.
    pub(super) fn candidate(&self, entry: &Entry, locked: bool) -> Option<Candidate> {
        let candidate = attributes::candidate(entry, locked)?;
        let by_unit = self.units.protection(entry).ok()?.is_some();
        Some(Candidate { protected: candidate.protected || self.members.hold(entry) || by_unit, ..candidate })
    }
}
