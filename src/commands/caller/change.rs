//! Making one change to an account: recorded before, read back, recorded after.

use super::identity_proof::IdentityProof;
use super::{CallerContext, Ports, resolve_account};
use crate::commands::Failure;
use crate::domain::account::Account;
use crate::domain::audit::{Act, Action};
use crate::ports::{FindAccounts, Receipt, WriteError};

/// A change that was made, and the server that made it.
pub(in crate::commands) struct Made<T> {
    pub(in crate::commands) server: String,
    pub(in crate::commands) value: T,
}

impl<P: Ports> CallerContext<'_, P> {
    /// The account as it is now, if it may still be changed: minutes may have passed while the caller found their phone.
    pub(in crate::commands) async fn look_again(
        &self,
        account: &Account,
        action: Action,
        proof: &IdentityProof,
        directory: &impl FindAccounts,
    ) -> Result<Account, Failure> {
        let now = directory.read_again(account).await?;
        let allowed = proof.still_holds(account, &now);
        let allowed = allowed.and_then(|()| resolve_account::changeable(&now, self.clock.now()));
        self.refusing(self.act(action, &now, Some(proof)), allowed).await?;
        Ok(now)
    }

    /// Does `work` with a receipt for `act`, and sees to it that the account is open afterwards.
    ///
    /// # Errors
    /// [`Failure`]: what state the account is in weighs more than a line that the trail lacks, so the
    /// trail's own trouble is reported only where nothing worse happened.
    pub(in crate::commands) async fn change<T>(
        &self,
        act: Act,
        account: &Account,
        directory: &impl FindAccounts,
        work: impl AsyncFnOnce(&Receipt) -> Result<Made<T>, WriteError>,
    ) -> Result<Made<T>, Failure> {
        let name = || account.name.to_string();
        let password_set = act.action == Action::Reset;
        let performed = self.perform(act, async |receipt| {
            let made = match work(receipt).await {
                Ok(made) => made,
                Err(error) => return (Err(Failure::Change { account: name(), error }), None),
            };
            let server = Some(made.server.clone());
            let result = match directory.read_again(account).await {
                Ok(now) if now.lock.is_locked() => Err(Failure::LockedAgain { account: name() }),
                Ok(_) => Ok(made),
                Err(error) => Err(Failure::NotReadBack { account: name(), password_set, error }),
            };
            (result, server)
        });
        performed.await?.state_first(account.name.as_str())
    }
}
