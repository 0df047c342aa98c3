//! One act: record the intent, do the work with the receipt, record the outcome. All changes to one account and all SMS
//! go through here, so that no act lacks a record of its intent or its outcome.

use super::Failure;
use crate::domain::audit::{Act, Step};
use crate::ports::{AuditTrail, Conclusion, Receipt, Records, StoreError, WriteError};

/// An act's result, and whether its outcome was recorded.
#[must_use = "the act may have failed, or its outcome may not be recorded"]
pub(super) struct Performed<T> {
    pub(super) result: Result<T, Failure>,
    pub(super) recorded: Result<(), StoreError>,
}

/// Does `work` with a receipt for `act`. `work` returns its result and the name of the server that did it, for the
/// audit log; a failure is recorded by its step and kind.
///
/// # Errors
/// [`StoreError`] if the intent could not be recorded; nothing was done.
pub(super) async fn perform<T>(
    trail: &AuditTrail<'_, impl Records>,
    act: Act,
    work: impl AsyncFnOnce(&Receipt) -> (Result<T, Failure>, Option<String>),
) -> Result<Performed<T>, StoreError> {
    let receipt = trail.intend(act).await?;
    // Nested on the stack, the futures of a call would exceed the stack size on Windows.
    let (result, server) = Box::pin(work(&receipt)).await;
    let conclusion = match &result {
        Ok(_) => Conclusion { step: Step::Done, reason: None, server },
        Err(failure) => Conclusion { step: step(failure), reason: Some(failure.kind().name().to_owned()), server },
    };
    Ok(Performed { result, recorded: trail.conclude(receipt, conclusion).await })
}

/// How far a failed act got.
fn step(failure: &Failure) -> Step {
    match failure {
        _ if failure.left_something() => Step::Partly,
        Failure::Change { error: WriteError::Protected(_), .. } | Failure::SendLimit { .. } | Failure::Code(_) => {
            Step::Refused
        }
        _ => Step::Failed,
    }
}

impl<T> Performed<T> {
    /// The result, reporting the account's state before a missing record.
    ///
    /// # Errors
    /// A partial change before a missing record; a missing record before other failures; [`Failure::NotRecorded`] for a
    /// completed change.
    pub(super) fn state_first(self, account: &str) -> Result<T, Failure> {
        match (self.result, self.recorded) {
            (Ok(_), Err(error)) => Err(Failure::NotRecorded { account: account.to_owned(), error }),
            // The store that failed also holds the audit log.
            (Err(failure), Err(error)) if !failure.left_something() && !matches!(failure, Failure::Store(_)) => {
                Err(error.into())
            }
            (result, _) => result,
        }
    }

    /// The result; a missing record is an ordinary failure, reported after the act's own.
    pub(super) fn recorded(self) -> Result<T, Failure> {
        let done = self.result?;
        self.recorded?;
        Ok(done)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::CodeRefusal;
    use crate::ports::StoreFault;

    /// The kind that is reported for an act with this result, where its outcome could not be recorded.
    fn unrecorded(result: Result<(), Failure>) -> (&'static str, String) {
        let error =
            |text: &str| StoreError { place: "state.db".into(), fault: StoreFault::Unexpected, text: text.into() };
        let performed = Performed { result, recorded: Err(error("of the record")) };
        let failure = performed.state_first("evaand01").unwrap_err();
        let text = match &failure {
            Failure::Store(error) | Failure::NotRecorded { error, .. } => error.text.clone(),
            _ => String::new(),
        };
        (failure.kind().name(), text)
    }

    #[test]
    fn state_of_the_account_is_reported_before_a_missing_record() {
        let store = StoreError { place: "state.db".into(), fault: StoreFault::Unexpected, text: "of the act".into() };
        let reported = |result, kind, text: &str| assert_eq!(unrecorded(result), (kind, text.to_owned()));
        reported(Ok(()), "not_recorded", "of the record");
        reported(Err(Failure::LockedAgain { account: "evaand01".into() }), "locked_again", "");
        reported(Err(CodeRefusal::Expired.into()), "store", "of the record");
        reported(Err(store.into()), "store", "of the act");
    }
}
