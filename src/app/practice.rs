//! The store that belongs to the practice directory: codes, limits and the audit log of those who practise.

use std::path::PathBuf;

use jiff::SignedDuration;

use super::Process;
use super::finish::RunError;
use crate::adapters::store::Store;
use crate::commands::Failure;
use crate::domain::code::CodeBinding;
use crate::domain::limits::CodeLimits;
use crate::domain::phone::Phone;
use crate::ports::{Clock, CodeAttempt, Codes, IssueAnswer, Records};
use crate::practice::{Practice, PracticeError, people};

pub(super) fn store_path(process: &Process) -> Result<PathBuf, RunError> {
    Ok(process.practice_folder()?.join("state.db"))
}

/// Removes what was done while practising, limits and the audit log included.
pub(super) fn reset(process: &Process) -> Result<(), RunError> {
    Practice::reset(&process.practice_folder()?)?;
    let path = store_path(process)?;
    Store::remove_file(&path).map_err(|source| PracticeError::File { path, source }.into())
}

/// In a new store, has wrong codes read back for one person until no code is accepted.
pub(super) async fn close_verification(practice: &Practice, store: &Store, clock: &dyn Clock) -> Result<(), RunError> {
    if !store.newest().await.map_err(Failure::from)?.is_empty() {
        return Ok(());
    }
    let Some((account, number)) = practice.registered_number(people::CLOSED)? else { return Ok(()) };
    let Ok(number) = Phone::parse(&number) else { return Ok(()) };
    let (operator, limits) = (people::COLLEAGUE, &CodeLimits::default());
    let binding = CodeBinding { operator, account, number: store.key().number_hash(&number) };
    let wrong = store.key().number_hash(&number);
    let mut at = clock.now() - SignedDuration::from_mins(20);
    while let IssueAnswer::Code { .. } = store.issue(&binding, wrong, limits, at).await.map_err(Failure::from)? {
        let attempt = async || store.begin_attempt(&binding, limits, at).await.map_err(Failure::from);
        while let CodeAttempt::Try { .. } = attempt().await? {}
        at += SignedDuration::from_mins(1);
    }
    Ok(())
}
