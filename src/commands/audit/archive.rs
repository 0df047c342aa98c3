//! `audit archive`: writes the oldest records to a file, proves that it is the beginning of the chain, and removes from
//! the store what it proves, if asked to.

use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};

use super::PAGE;
use super::prove::{ArchiveProof, prove, recorded_ends};
use crate::commands::Failure;
use crate::domain::audit::{
    Act, Action, Anchor, ArchiveFault, ChainHash, ChainVerifier, RecordFields, Step, ending, heading, line,
};
use crate::domain::system_fault::SystemFault;
use crate::ports::{
    ArchiveFiles, AuditTrail, Conclusion, ReadRecords, Receipt, Records, RemoveArchived, SearchRecords, StoreError,
};

/// What is archived, and where.
#[derive(Debug, Clone)]
pub struct Request {
    pub file: PathBuf,
    /// Only records from before this.
    pub before: Timestamp,
    /// Younger records are never removed.
    pub keep: Option<SignedDuration>,
    pub remove: bool,
}

/// Why nothing was archived, or nothing removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArchiveRefusal {
    /// Neither `--before` nor `audit.keep_days` says how much.
    NoLimit,
    /// The file exists.
    Exists,
    Unwritable(SystemFault),
    Unreadable(SystemFault),
    /// The trail itself does not hold from this record on.
    BrokenTrail {
        number: i64,
    },
    /// The file does not prove what would be removed.
    NoProof(ArchiveFault),
    /// `audit.keep_days` keeps some of these records.
    MustBeKept,
    /// So many intents among them have no outcome.
    OpenIntents {
        n: usize,
    },
    /// Some of the records were removed.
    Halfway,
}

/// What a run reads and writes.
pub trait ArchiveRecords: Records + ReadRecords + SearchRecords + RemoveArchived {}

impl<R: Records + ReadRecords + SearchRecords + RemoveArchived> ArchiveRecords for R {}

/// Archives. `progress` is told how many records are done, and how many there are.
///
/// # Errors
/// [`Failure::Archive`] and [`Failure::Store`].
pub async fn archive<R: Records>(
    request: &Request,
    records: &impl ArchiveRecords,
    trail: &AuditTrail<'_, R>,
    files: &dyn ArchiveFiles,
    now: Timestamp,
    progress: &dyn Fn(i64, i64),
) -> Result<Archived, Failure> {
    let Request { file, before, keep, remove } = request;
    // A file that is there may be the only copy; with --remove it is what an earlier run wrote.
    let is_there = files.exists(file);
    if is_there && !remove {
        return Err(Failure::Archive { file: file.clone(), why: ArchiveRefusal::Exists });
    }
    let refused = |why| Failure::Archive { file: file.clone(), why };
    if *remove && keep.is_some_and(|keep| now.duration_since(*before) < keep) {
        return Err(refused(ArchiveRefusal::MustBeKept));
    }
    if !is_there && !write(file, *before, records, files, progress).await? {
        return Ok(Archived { file: file.clone(), proof: None, removed: 0 });
    }
    let proof = prove(file, None, *before, records, files).await?;
    if let Some(fault) = proof.fault {
        return Err(refused(ArchiveRefusal::NoProof(fault)));
    }
    let mut removed = 0;
    if *remove {
        if proof.is_younger {
            return Err(refused(ArchiveRefusal::MustBeKept));
        }
        removed = removed_all(file, proof.end, records, trail, progress).await?;
    }
    Ok(Archived { file: file.clone(), proof: Some(proof), removed })
}

/// Writes the archive; `false`: there is nothing old enough, and no file.
async fn write(
    file: &Path,
    before: Timestamp,
    records: &impl ReadRecords,
    files: &dyn ArchiveFiles,
    progress: &dyn Fn(i64, i64),
) -> Result<bool, Failure> {
    let refused = |why| Failure::Archive { file: file.to_owned(), why };
    let unwritable = |fault| refused(ArchiveRefusal::Unwritable(fault));
    let store = records.store_id().await?;
    let start = records.base().await?.unwrap_or((0, ChainHash::initial(&store)));
    let total = records.before(i64::MAX, 1).await?.first().map_or(0, |newest| newest.number);
    let mut chain = ChainVerifier::after(start.0, start.1, Vec::new());
    let mut draft = files.create(file).map_err(unwritable)?;
    draft.write(&heading(&store, start)).map_err(unwritable)?;
    'all: loop {
        let page = records.after(chain.position().0, PAGE).await?;
        if page.is_empty() {
            break;
        }
        for stored in &page {
            let fields = RecordFields::read(&stored.text);
            // Up to the first one that is too young. One that cannot be read goes with those around it.
            if fields.as_ref().is_some_and(|fields| fields.at >= before) {
                break 'all;
            }
            let number = chain.position().0 + 1;
            chain.step(stored).map_err(|_| refused(ArchiveRefusal::BrokenTrail { number }))?;
            draft.write(&line(stored, fields.is_some())).map_err(unwritable)?;
        }
        progress(chain.position().0, total);
    }
    let (last, _) = chain.position();
    if last == start.0 {
        return Ok(false);
    }
    draft.write(&ending(last)).map_err(unwritable)?;
    draft.finish().map_err(|fault| match fault {
        SystemFault::Exists => refused(ArchiveRefusal::Exists),
        fault => unwritable(fault),
    })?;
    Ok(true)
}

/// Removes what is proven, with an intent and an outcome. Returns up to which record.
async fn removed_all<R: Records>(
    file: &Path,
    end: (i64, ChainHash),
    records: &impl ArchiveRecords,
    trail: &AuditTrail<'_, R>,
    progress: &dyn Fn(i64, i64),
) -> Result<i64, Failure> {
    let refused = |why| Failure::Archive { file: file.to_owned(), why };
    let open = trail.unanswered(None).await?.iter().filter(|(number, _)| *number <= end.0).count();
    if open > 0 {
        return Err(refused(ArchiveRefusal::OpenIntents { n: open }));
    }
    // What the chain goes on from: `audit verify` wants to see this record. The archives before it are known from it once
    // their own records are removed.
    let mut ends = vec![Anchor::new(end.0, &end.1)];
    ends.extend(recorded_ends(records).await?.into_iter().filter(|former| former.number < end.0));
    let ends: Vec<String> = ends.iter().map(ToString::to_string).collect();
    let act = Act { reason: Some(ends.join(" ")), ..Act::new(Action::Archive, String::new(), String::new()) };
    let receipt = trail.intend(act).await?;
    let begun = records.set_base(&receipt, end).await;
    let done = match &begun {
        Ok(()) => remove_each(&receipt, end.0, records, progress).await,
        Err(error) => Err(error.clone()),
    };
    let step = match (&begun, &done) {
        (Err(_), _) => Step::Failed,
        (Ok(()), Err(_)) => Step::Partly,
        (Ok(()), Ok(())) => Step::Done,
    };
    let reason = done.as_ref().err().map(|_| "store".to_owned());
    let recorded = trail.conclude(receipt, Conclusion { step, reason, server: None }).await;
    match (begun, done) {
        (Err(error), _) => Err(error.into()),
        (Ok(()), Err(_)) => Err(refused(ArchiveRefusal::Halfway)),
        (Ok(()), Ok(())) => {
            recorded?;
            Ok(end.0)
        }
    }
}

async fn remove_each(
    receipt: &Receipt,
    last: i64,
    records: &impl RemoveArchived,
    progress: &dyn Fn(i64, i64),
) -> Result<(), StoreError> {
    loop {
        let removed = records.remove_some(receipt).await?;
        progress(removed.min(last), last);
        if removed >= last {
            return Ok(());
        }
    }
}

#[derive(Debug)]
pub struct Archived {
    pub file: PathBuf,
    /// `None`: no record was old enough, and there is no file.
    pub proof: Option<ArchiveProof>,
    /// The store has no record up to this one any more; 0: nothing was removed.
    pub removed: i64,
}
