//! One act: the intent recorded, the work done with the receipt, the end recorded. Whoever changes the directory or sends
//! an SMS for one account does it through here, so that no act is without a record, nor left without its end.

use super::Failure;
use crate::domain::audit::{Act, Step};
use crate::ports::{AuditTrail, Conclusion, Receipt, Records, SmsError, StoreError, WriteError};

/// What came of an act, and whether the trail has its end.
#[must_use = "the act may have failed, or its end may not be recorded"]
pub(super) struct Performed<T> {
    pub(super) result: Result<T, Failure>,
    pub(super) recorded: Result<(), StoreError>,
}

/// What the work gives, and the server that did it, for the trail.
pub(super) type Work<T> = (Result<T, Failure>, Option<String>);

/// Does `work` with a receipt for `act`. The trail is told the step and the kind of a failure.
///
/// # Errors
/// [`StoreError`]: the intent was not recorded, so nothing was done.
pub(super) async fn perform<T>(
    trail: &AuditTrail<'_, impl Records>,
    act: Act,
    work: impl AsyncFnOnce(&Receipt) -> Work<T>,
) -> Result<Performed<T>, StoreError> {
    let receipt = trail.intend(act).await?;
    // On the stack, one in the other, the steps of a call would be more than Windows gives.
    let (result, server) = Box::pin(work(&receipt)).await;
    let end = match &result {
        Ok(_) => Conclusion { step: Step::Done, reason: None, server },
        Err(failure) => Conclusion { step: step(failure), reason: Some(failure.kind().to_owned()), server },
    };
    Ok(Performed { result, recorded: trail.conclude(receipt, end).await })
}

/// How far an act came that failed.
fn step(failure: &Failure) -> Step {
    match failure {
        Failure::Change { error: WriteError::Protected(_), .. } | Failure::SendLimit { .. } | Failure::Code(_) => {
            Step::Refused
        }
        Failure::Change { error: WriteError::NoAnswer { .. } | WriteError::Partial { .. }, .. }
        | Failure::LockedAgain { .. }
        | Failure::NotReadBack { .. }
        | Failure::Sms(SmsError::Unclear { .. }) => Step::Partly,
        _ => Step::Failed,
    }
}

impl<T> Performed<T> {
    /// What came of it, where the account's state weighs more than a record that is missing.
    ///
    /// # Errors
    /// What was done in part before what the trail lacks; [`Failure::NotRecorded`] for what was done.
    pub(super) fn weighed(self, account: &str) -> Result<T, Failure> {
        match (self.result, self.recorded) {
            (Ok(_), Err(error)) => Err(Failure::NotRecorded { account: account.to_owned(), error }),
            // The store that failed also keeps the trail.
            (Err(failure), Err(error)) if step(&failure) != Step::Partly && !matches!(failure, Failure::Store(_)) => {
                Err(error.into())
            }
            (result, _) => result,
        }
    }

    /// What came of it; a record that is missing is a failure of its own.
    ///
    /// # Errors
    /// The act's before the trail's.
    pub(super) fn recorded(self) -> Result<T, Failure> {
        let done = self.result?;
        self.recorded?;
        Ok(done)
    }
}
