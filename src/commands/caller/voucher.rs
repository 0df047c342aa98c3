//! The manager who vouches for a caller: who that is, whether they can, and that they still can. Sends nothing.

use super::identity_proof::IdentityProof;
use super::{CallerContext, Ports};
use crate::commands::{CodeRefusal, Failure};
use crate::domain::account::Account;
use crate::domain::dead_end::DeadEnd;
use crate::domain::phone::Phone;
use crate::domain::voucher::{NoVoucher, vouching_number};
use crate::ports::{Codes, FindAccounts, Notice};

impl<P: Ports> CallerContext<'_, P> {
    /// Finds the manager who can vouch for the owner of `account`.
    ///
    /// # Errors
    /// [`Failure::NoVoucher`], or the directory's.
    pub(in crate::commands) async fn voucher(
        &self,
        account: &Account,
        directory: &impl FindAccounts,
    ) -> Result<Account, Failure> {
        let refused = |why| Failure::NoVoucher { account: account.name.to_string(), why };
        if !self.manager_allowed {
            return Err(refused(NoVoucher::NotAllowed));
        }
        let Some(dn) = &account.manager else { return Err(refused(NoVoucher::NoManager)) };
        if self.trail.operator().is_some_and(|operator| operator.is(dn)) {
            return Err(refused(NoVoucher::Operator));
        }
        let manager = directory.manager(account).await?.ok_or_else(|| refused(NoVoucher::Unreadable))?;
        self.vouching(account, &manager)?;
        Ok(manager)
    }

    /// Finds the manager who can vouch where no code reaches a phone of the caller's own; `None`: one does, there is no
    /// such manager, or the directory does not say.
    pub(in crate::commands) async fn voucher_instead(
        &self,
        account: &Account,
        directory: &impl FindAccounts,
    ) -> Option<Account> {
        let dead_end = DeadEnd::of(account, self.clock.now())?;
        if dead_end.is_of_mobile() { self.voucher(account, directory).await.ok() } else { None }
    }

    /// The number that a code for the caller goes to, where `manager` vouches.
    pub(super) fn vouching<'m>(&self, account: &Account, manager: &'m Account) -> Result<&'m Phone, Failure> {
        let number = vouching_number(account, manager, self.mobile, self.clock.now());
        number.map_err(|why| Failure::NoVoucher { account: account.name.to_string(), why })
    }

    /// The manager whose code proves the caller, or will: see [`use_proving_number`](Self::use_proving_number). `None`
    /// where the newest code went to the owner.
    pub(super) async fn proving_manager(
        &self,
        account: &Account,
        reads_code: bool,
        directory: &impl FindAccounts,
    ) -> Result<Option<Account>, Failure> {
        if !self.manager_allowed || account.manager.is_none() {
            return Ok(None);
        }
        let newest = self.codes.newest_number(&self.trail.who().directory, account.id).await?;
        let is_newest = |phone: &Phone| newest == Some(self.key.number_hash(phone));
        // Only then is the manager worth a request.
        if newest.is_none() || account.reachable_numbers().any(is_newest) {
            return Ok(None);
        }
        let manager = match self.voucher(account, directory).await {
            Ok(manager) => manager,
            Err(Failure::NoVoucher { .. }) => return Ok(None),
            Err(failure) => return Err(failure),
        };
        let Some(phone) = manager.mobile.phone().filter(|phone| is_newest(phone)) else { return Ok(None) };
        // A code of an earlier call says nothing of this one.
        let binding = self.binding(account, phone);
        let proves = reads_code || self.is_verified(&binding).await? || self.is_code_out(&binding).await?;
        Ok(proves.then_some(manager))
    }

    /// Warns the operator if the manager's number is or may be new.
    pub(in crate::commands) fn warn_of_manager(&self, manager: &Account) {
        if let Some(doubt) = self.mobile.unsettled(manager, self.clock.now()) {
            self.operator.tell(&Notice::ManagerDoubt(doubt));
        }
    }

    /// Checks that the manager who vouched still can, at the same number.
    pub(super) async fn still_vouches(
        &self,
        account: &Account,
        proof: &IdentityProof,
        directory: &impl FindAccounts,
    ) -> Result<(), Failure> {
        let IdentityProof::Manager(before) = proof else { return Ok(()) };
        let now = self.voucher(account, directory).await?;
        if now.id == before.id && now.mobile.phone() == before.mobile.phone() {
            Ok(())
        } else {
            Err(CodeRefusal::ManagerChanged.into())
        }
    }
}
