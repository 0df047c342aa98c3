//! What follows from the records, worked out beside the hashing on a thread of its own: the open intents, the index,
//! and whether the beginning was archived.

use std::io;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

use crate::domain::audit::{
    Action, Anchor, ChainHash, RecordFields, Segment, SegmentBuilder, StoredRecord, UnconcludedIntents,
};

/// Pages that may wait: some megabytes at most.
const WAITING: usize = 4;

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
    fn add(&mut self, page: &[StoredRecord], segment: Option<&Segment>, base: Option<(i64, ChainHash)>) {
        for stored in page {
            let fields = RecordFields::read(&stored.text);
            self.open.add(stored, fields.as_ref());
            if segment.is_some() {
                self.builder.add(stored, fields.as_ref());
            }
            if let (Some(base), Some(fields)) = (base, &fields) {
                self.is_archived |= is_archive_of(base, fields);
            }
        }
        if let Some(segment) = segment
            && self.builder.finish() != *segment
            && self.indexed_otherwise.is_none()
        {
            self.indexed_otherwise = page.first().map(|stored| stored.number);
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

/// The thread.
pub(super) struct Checker {
    pages: SyncSender<(Vec<StoredRecord>, Option<Segment>)>,
    thread: JoinHandle<Follows>,
}

impl Checker {
    /// # Errors
    /// The system has no thread left.
    pub(super) fn start(base: Option<(i64, ChainHash)>) -> io::Result<Self> {
        let (pages, added) = sync_channel::<(Vec<StoredRecord>, Option<Segment>)>(WAITING);
        let thread = thread::Builder::new().spawn(move || {
            let mut follows = Follows::default();
            for (page, segment) in added {
                follows.add(&page, segment.as_ref(), base);
            }
            follows
        })?;
        Ok(Self { pages, thread })
    }

    pub(super) fn add(&self, page: Vec<StoredRecord>, segment: Option<Segment>) {
        // Fails when the thread has panicked, which `finish` passes on.
        let _ = self.pages.send((page, segment));
    }

    pub(super) fn finish(self) -> Follows {
        drop(self.pages);
        self.thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    }
}
