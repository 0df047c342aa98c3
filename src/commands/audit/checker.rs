//! The threads that `audit verify` checks on while it reads: one hashes, and one works out what follows from the records.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

use super::follows::Follows;
use crate::domain::audit::{ChainHash, ChainMismatch, ChainVerifier, PackedSegment, RecordPage};

/// Pages that may wait for each thread: some megabytes at most.
const WAITING: usize = 4;

/// The first record that does not follow from those before it.
pub(super) struct Mismatch {
    pub(super) page: Arc<RecordPage>,
    /// Its place on the page.
    pub(super) place: usize,
    pub(super) why: ChainMismatch,
}

/// Hashes a page, as far as it is right.
pub(super) fn hash(verifier: &mut ChainVerifier, page: &Arc<RecordPage>) -> Result<(), Mismatch> {
    page.iter().enumerate().try_for_each(|(place, stored)| {
        verifier.step(&stored).map_err(|why| Mismatch { page: Arc::clone(page), place, why })
    })
}

/// The threads. A page is given to both.
pub(super) struct Checker {
    hashing: Stage<Arc<RecordPage>, (ChainVerifier, Option<Mismatch>)>,
    following: Stage<(Arc<RecordPage>, Option<PackedSegment>), Follows>,
}

impl Checker {
    /// # Errors
    /// The system has no thread left.
    pub(super) fn start(mut verifier: ChainVerifier, base: Option<(i64, ChainHash)>) -> io::Result<Self> {
        let hashing = Stage::start(move |pages: Receiver<Arc<RecordPage>>| {
            let mismatch = pages.iter().find_map(|page| hash(&mut verifier, &page).err());
            (verifier, mismatch)
        })?;
        let following = Stage::start(move |pages: Receiver<(Arc<RecordPage>, Option<PackedSegment>)>| {
            let mut follows = Follows::default();
            pages.iter().for_each(|(page, segment)| follows.add(&page, segment.as_ref(), base));
            follows
        })?;
        Ok(Self { hashing, following })
    }

    /// Checks consecutive records, with the segment of the index that they are, if they are one. `false`: a mismatch was
    /// found, and no more is needed.
    pub(super) fn add(&self, page: RecordPage, segment: Option<PackedSegment>) -> bool {
        let page = Arc::new(page);
        self.following.give((Arc::clone(&page), segment));
        self.hashing.give(page)
    }

    /// Waits for both.
    pub(super) fn finish(self) -> (ChainVerifier, Option<Mismatch>, Follows) {
        let (verifier, mismatch) = self.hashing.finish();
        (verifier, mismatch, self.following.finish())
    }
}

/// A thread that is given one thing after the other.
struct Stage<T, R> {
    given: SyncSender<T>,
    thread: JoinHandle<R>,
}

impl<T: Send + 'static, R: Send + 'static> Stage<T, R> {
    fn start(work: impl FnOnce(Receiver<T>) -> R + Send + 'static) -> io::Result<Self> {
        let (given, receiver) = sync_channel(WAITING);
        Ok(Self { given, thread: thread::Builder::new().spawn(move || work(receiver))? })
    }

    /// `false` when the thread has ended; why, `finish` tells.
    fn give(&self, one: T) -> bool {
        self.given.send(one).is_ok()
    }

    fn finish(self) -> R {
        drop(self.given);
        self.thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    }
}
