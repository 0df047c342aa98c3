//! Who is never touched, among many.

use super::super::attributes::{self, Entry};
use super::super::groups::Groups;
use super::super::units::Units;
use super::members::{Group, Members, Nesting};
use crate::domain::bulk::Candidate;
use crate::domain::unreadable::{Unclear, Unreadable};

/// The protected groups and those that are in them; and the protected units.
pub(super) struct Protected {
    members: Members,
    units: Units,
}

impl Protected {
    pub(super) fn new(groups: Groups, units: Units, nesting: &Nesting) -> Self {
        let groups = groups.0.into_iter().map(|group| Group::new(&group.dn, group.rid));
        Self { members: nesting.members(groups), units }
    }

    /// The account, locked or not, and whether it is protected.
    ///
    /// # Errors
    /// [`Unreadable`], when too little of it may be read.
    pub(super) fn candidate(&self, entry: &Entry, locked: bool) -> Result<Candidate, Unreadable> {
        let candidate = attributes::candidate(entry, locked)?;
        let hidden = |_| attributes::unreadable(entry, Unclear::Hidden(vec!["distinguishedName"]));
        let by_unit = self.units.protection(entry).map_err(hidden)?.is_some();
        Ok(Candidate { protected: candidate.protected || self.members.hold(entry) || by_unit, ..candidate })
    }
}
