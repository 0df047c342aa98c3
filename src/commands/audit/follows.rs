//! What follows from the records: the open intents, the index, and whether the beginning was archived.

use crate::domain::audit::{
    Action, Anchor, ChainHash, PackedSegment, RecordFields, RecordPage, SegmentBuilder, UnconcludedIntents,
};

/// What follows from the records.
#[derive(Debug, Default)]
pub(super) struct Follows {
    builder: SegmentBuilder,
    pub(super) open: UnconcludedIntents,
    /// The first record of the first segment of the index that is not what follows from the records.
    pub(super) indexed_otherwise: Option<i64>,
    /// Whether a record says that everything up to the base was archived.
    pub(super) is_archived: bool,
}

impl Follows {
    /// Adds consecutive records, with the segment of the index that they are, if they are one.
    pub(super) fn add(&mut self, page: &RecordPage, segment: Option<&PackedSegment>, base: Option<(i64, ChainHash)>) {
        for stored in page.iter() {
            let fields = RecordFields::read(stored.text);
            self.open.add(&stored, fields.as_ref());
            if segment.is_some() {
                self.builder.add(stored.number, fields.as_ref());
            }
            if let (Some(base), Some(fields)) = (base, &fields) {
                self.is_archived |= is_archive_of(base, fields);
            }
        }
        if let Some(segment) = segment
            && PackedSegment::from(self.builder.finish()) != *segment
            && self.indexed_otherwise.is_none()
        {
            self.indexed_otherwise = page.iter().next().map(|stored| stored.number);
        }
    }
}

/// Whether a record announces the archive that ends with this record and hash.
fn is_archive_of((number, link): (i64, ChainHash), fields: &RecordFields<'_>) -> bool {
    let mut ends = archive_ends(fields.act.reason.as_deref());
    fields.act.action == Action::Archive && ends.any(|end| end.number == number && end.matches(&link))
}

/// The ends of archives that the reason of an archiving names: its own, and those of the archives before it, whose own
/// records it may have removed.
pub(super) fn archive_ends(reason: Option<&str>) -> impl Iterator<Item = Anchor> {
    reason.unwrap_or_default().split_whitespace().filter_map(|anchor| anchor.parse().ok())
}
