//! Making one change to an account: recorded before, read back, recorded after.

use super::grounds::Grounds;
use super::{Failure, Verification, target};
use crate::domain::account::Account;
use crate::domain::audit::{Act, Action, Step};
use crate::ports::{Codes, Conclusion, FindAccounts, Receipt, Records, SmsGateway, WriteError};

/// A change that was made, and the server that made it.
pub(super) struct Made<T> {
    pub(super) server: String,
    pub(super) what: T,
}

/// The account as it is now, if it may still be changed: minutes may have passed while the caller
/// found their phone.
pub(super) async fn look_again<C: Codes, S: SmsGateway, R: Records>(
    account: &Account,
    action: Action,
    grounds: &Grounds,
    directory: &impl FindAccounts,
    verification: &Verification<'_, C, S, R>,
) -> Result<Account, Failure> {
    let now = directory.read_again(account).await?;
    match grounds.still_hold(account, &now).and_then(|()| target::changeable(&now, verification.clock.now())) {
        Ok(()) => Ok(now),
        Err(failure) => Err(verification.refused(verification.act(action, &now, Some(grounds)), failure).await),
    }
}

/// Does `work` with a receipt for `act`, and sees to it that the account is open afterwards.
///
/// # Errors
/// [`Failure`]: what state the account is in weighs more than a line that the trail lacks, so the
/// trail's own trouble is reported only where nothing worse happened.
pub(super) async fn make<T, C: Codes, S: SmsGateway, R: Records>(
    act: Act,
    account: &Account,
    directory: &impl FindAccounts,
    verification: &Verification<'_, C, S, R>,
    sets_password: bool,
    work: impl AsyncFnOnce(&Receipt) -> Result<Made<T>, WriteError>,
) -> Result<Made<T>, Failure> {
    let name = account.name.to_string();
    let receipt = verification.trail.intend(act).await?;
    let made = match work(&receipt).await {
        Ok(made) => made,
        Err(error) => {
            let step = match error {
                WriteError::Protected(_) => Step::Refused,
                WriteError::NotSent(_) | WriteError::Refused { .. } => Step::Failed,
                WriteError::NoAnswer { .. } | WriteError::Partial { .. } => Step::Partly,
            };
            let failure = Failure::Change { account: name, error };
            let end = Conclusion { step, reason: Some(failure.kind().to_owned()), server: None };
            return Err(match verification.trail.conclude(receipt, end).await {
                Err(error) if step != Step::Partly => error.into(),
                _ => failure,
            });
        }
    };
    let failure = match directory.read_again(account).await {
        Ok(now) if now.lock.is_locked() => Some(Failure::LockedAgain { account: name.clone() }),
        Ok(_) => None,
        Err(error) => Some(Failure::NotReadBack { account: name.clone(), password_set: sets_password, error }),
    };
    let step = if failure.is_some() { Step::Partly } else { Step::Done };
    let reason = failure.as_ref().map(|failure| failure.kind().to_owned());
    let end = Conclusion { step, reason, server: Some(made.server.clone()) };
    let recorded = verification.trail.conclude(receipt, end).await;
    match (failure, recorded) {
        (Some(failure), _) => Err(failure),
        (None, Err(error)) => Err(Failure::NotRecorded { account: name, error }),
        (None, Ok(())) => Ok(made),
    }
}
