//! Who is never touched, among many.

use super::super::attributes::{self, Entry};
use super::super::domain::domain_head;
use super::super::groups::Groups;
use super::super::{Connection, Settings};
use super::members::Members;
use crate::domain::bulk::Candidate;
use crate::ports::DirectoryError;

/// The protected groups, and those that are in them.
pub(super) struct Protected(Members);

impl Protected {
    pub(super) async fn read(c: &Connection, settings: &Settings, base: &str) -> Result<Self, DirectoryError> {
        let head = domain_head(base);
        let Groups(groups) = Groups::ask(c, settings, head).await?;
        let groups = groups.into_iter().map(|group| (group.dn, group.rid)).collect();
        Members::of(c, settings, head, groups).await.map(Self)
    }

    /// The account, locked or not, and whether it is protected. `None` when too little of it may be read.
    pub(super) fn candidate(&self, entry: &Entry, locked: bool) -> Option<Candidate> {
        let candidate = attributes::candidate(entry, locked)?;
        Some(Candidate { protected: candidate.protected || self.0.hold(entry), ..candidate })
    }
}
