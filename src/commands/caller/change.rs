//! Makes one change to an account: recorded before, read back, recorded after.

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
    /// Reads the account again, if it may still be changed and its caller is still verified: minutes may have passed while
    /// the caller found their phone or chose a password.
    pub(in crate::commands) async fn look_again(
        &self,
        account: &Account,
        action: Action,
        proof: &IdentityProof,
        directory: &impl FindAccounts,
    ) -> Result<Account, Failure> {
        let mut now = directory.read_again(account).await?;
        // Where the account still has the number that was proved, that one stays in use.
        if let Some(phone) = account.mobile.phone() {
            now.use_number(phone);
        }
        let allowed = proof.still_holds(account, &now);
        let allowed = allowed.and_then(|()| resolve_account::changeable(&now, self.clock.now()));
        let allowed = match allowed {
            Ok(()) => self.still_vouches(&now, proof, directory).await,
            refused => refused,
        };
        let allowed = match allowed {
            Ok(()) => self.still_verified(&now, proof).await,
            refused => refused,
        };
        self.refusing(self.act(action, &now, Some(proof)), allowed).await?;
        Ok(now)
    }

    /// Does `work` with a receipt for `act`, and checks that the account is unlocked afterwards.
    ///
    /// # Errors
    /// [`Failure`], in the order of [`state_first`](crate::commands::perform::Performed::state_first).
    pub(in crate::commands) async fn change<T>(
        &self,
        act: Act,
        account: &Account,
        directory: &impl FindAccounts,
        work: impl AsyncFnOnce(&Receipt) -> Result<Made<T>, WriteError>,
    ) -> Result<Made<T>, Failure> {
        let password_set = act.action == Action::Reset;
        let performed = self.perform(act, async |receipt| {
            let made = match work(receipt).await {
                Ok(made) => made,
                Err(error) => return (Err(Failure::Change { account: account.name.to_string(), error }), None),
            };
            let server = Some(made.server.clone());
            (read_back(account, password_set, directory).await.map(|()| made), server)
        });
        performed.await?.state_first(account.name.as_str())
    }
}

/// Whether the change left the account unlocked.
async fn read_back(account: &Account, password_set: bool, directory: &impl FindAccounts) -> Result<(), Failure> {
    let name = || account.name.to_string();
    match directory.read_again(account).await {
        Ok(now) if now.lock.is_locked() => Err(Failure::LockedAgain { account: name() }),
        Ok(_) => Ok(()),
        Err(error) => Err(Failure::NotReadBack { account: name(), password_set, error }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::caller::fake::{FakeDirectory, account};
    use crate::domain::account::{Lock, LockEnd};
    use crate::domain::warnings::NumberSharing;

    #[tokio::test]
    async fn account_locked_again_after_the_change_is_a_failure() {
        let account = account(1, "070-174 06 05");
        let locked = Lock::Locked { since: None, opens: LockEnd::Unknown };
        for (lock, is_locked) in [(Lock::Open, false), (locked, true)] {
            let now = Account { lock, ..account.clone() };
            let directory = FakeDirectory { account: now, sharing: Ok(NumberSharing::default()) };
            let result = read_back(&account, false, &directory).await;
            assert_eq!(matches!(result, Err(Failure::LockedAgain { .. })), is_locked);
            assert_eq!(result.is_ok(), !is_locked);
        }
    }
}
