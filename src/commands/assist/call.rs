//! One call, once the account is known: verify the caller, ask what they want, do it, and say what to tell them.

use super::{CallsContext, Done, no_answer};
use crate::commands::caller::identity_proof::IdentityProof;
use crate::commands::caller::{IdentityClaim, Ports, controller_agreement, resolve_account};
use crate::commands::{Failure, check_policy, reset, unlock};
use crate::domain::account::Account;
use crate::domain::audit::{Action, Delivery};
use crate::domain::must_change::MustChangeRequest;
use crate::domain::restrictions::CurrentRestrictions;
use crate::domain::warnings::Warning;
use crate::ports::{
    CallerChoice, ChangeAccounts, FindAccounts, Notice, QueryControllers, Question, UnlockOnController,
    VerificationState, WhyUnhelpful,
};

/// Why a call ended early.
pub(super) enum CallEnd {
    /// The operator knows why.
    Reported,
    Failed(Failure),
}

impl From<Failure> for CallEnd {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl<D: FindAccounts + ChangeAccounts + QueryControllers + UnlockOnController, P: Ports> CallsContext<'_, D, P> {
    /// Helps the owner of `account`.
    pub(super) async fn help(&self, account: Account) -> Result<(), CallEnd> {
        let (mut account, disagreement) =
            controller_agreement::compared(account, self.directory, self.caller.clock).await;
        self.caller.use_proving_number(&mut account, false).await?;
        // A lock that has not replicated to every controller must be ended where it is.
        let everywhere = self.everywhere || disagreement.is_some();
        let warnings: Vec<Warning> = disagreement.into_iter().chain(self.caller.warnings(&account)).collect();
        self.tell(&Notice::Caller(&account, &warnings));
        self.caller.warn_of_history(&account).await?;
        let reachable = account.mobile.reachable().is_some() || self.caller.identified_by_allowed;
        let now = self.caller.clock.now();
        if !(reachable && resolve_account::in_reach(&account, now).is_ok()) {
            // The card says what to do instead.
            return Ok(());
        }
        let proof = self.verify(&account).await?;
        let (usual, unhelpful) = Self::suggestion(&account);
        match self.operator().choose_help(usual, unhelpful).map_err(no_answer)? {
            CallerChoice::KeepPassword => self.keep(&account, &proof, everywhere).await,
            CallerChoice::NewPassword => self.set_new(&account, &proof, everywhere).await,
        }
    }

    async fn verify(&self, account: &Account) -> Result<IdentityProof, CallEnd> {
        match self.caller.verification_state(account).await? {
            VerificationState::Verified => self.tell(&Notice::StillVerified),
            VerificationState::Unverified => drop(self.caller.tell_sharing(account, self.directory).await),
            VerificationState::Closed { .. } => {}
        }
        loop {
            match self.caller.proof(account, Action::SendCode, &IdentityClaim::default()).await {
                // The operator is asked again whether to send a code, or identifies the caller another way.
                Err(failure @ (Failure::Sms(_) | Failure::SendLimit { .. })) => self.reporter.failed(&failure),
                Err(failure @ Failure::Code(refusal)) if !refusal.is_final() => {
                    self.reporter.failed(&failure);
                }
                other => return Ok(other?),
            }
        }
    }

    /// What most likely helps, and why keeping the password would not.
    fn suggestion(account: &Account) -> (CallerChoice, Option<WhyUnhelpful>) {
        if account.password.prevents_sign_in() {
            (CallerChoice::NewPassword, Some(WhyUnhelpful::MustChange))
        } else if !account.lock.is_locked() {
            (CallerChoice::NewPassword, Some(WhyUnhelpful::NotLocked))
        } else {
            (CallerChoice::KeepPassword, None)
        }
    }

    async fn keep(&self, account: &Account, proof: &IdentityProof, everywhere: bool) -> Result<(), CallEnd> {
        let unlock = async || unlock::unlock(account, proof, everywhere, self.directory, self.caller).await;
        let (server, everywhere) = self.until_done(unlock).await?;
        let restrictions = &CurrentRestrictions::of(account, self.caller.clock.now());
        let (unlocked, everywhere) = (server.is_some(), everywhere.as_ref());
        self.reporter.done(&Done::KeptPassword { account, restrictions, unlocked, everywhere });
        Ok(())
    }

    async fn set_new(&self, account: &Account, proof: &IdentityProof, everywhere: bool) -> Result<(), CallEnd> {
        let plan = reset::Plan {
            deliver: Delivery::Screen,
            must_change: MustChangeRequest::Default(self.must_change),
            everywhere,
        };
        let setter =
            reset::Setter { proof, plan: &plan, rules: self.rules, directory: self.directory, context: self.caller };
        self.reporter.requirements(&check_policy::show(self.rules, Some(account)));
        let set = async || setter.set_new(account, None, None).await;
        let outcome = self.until_done(set).await?;
        self.reporter.done(&Done::NewPassword(&outcome));
        // The password is set: without an answer the operator still reads what to say.
        let at_the_workplace = self.operator().confirm(&Question::AtTheWorkplace).ok();
        self.reporter.done(&Done::Advice { at_the_workplace, outcome: &outcome });
        Ok(())
    }

    /// Retries `work` until it succeeds, fails for good, or the operator declines. The caller stays verified.
    async fn until_done<T>(&self, work: impl AsyncFn() -> Result<T, Failure>) -> Result<T, CallEnd> {
        loop {
            match work().await {
                Err(failure) if failure.may_pass() => {
                    self.reporter.failed(&failure);
                    if !matches!(self.operator().confirm(&Question::TryAgain), Ok(true)) {
                        return Err(CallEnd::Reported);
                    }
                }
                other => return Ok(other?),
            }
        }
    }
}
