//! One call, once the account is known: verify the caller, ask what they want, do it, and say what to tell them.

use std::cell::Cell;

use jiff::Timestamp;

use super::{CallSummary, CallsContext, Done, EarlierCall, no_answer};
use crate::commands::caller::identity_proof::IdentityProof;
use crate::commands::caller::{Ports, controller_agreement, resolve_account};
use crate::commands::{Failure, check_policy, reset, unlock};
use crate::domain::account::Account;
use crate::domain::audit::Delivery;
use crate::domain::must_change::MustChangeRequest;
use crate::domain::restrictions::CurrentRestrictions;
use crate::domain::warnings::{Warning, locked_again};
use crate::ports::{
    AccountHistory, CallerChoice, ChangeAccounts, FindAccounts, NoAnswer, Notice, QueryControllers, Question,
    UnlockOnController, VerificationState, WhyUnhelpful,
};

/// For how long an account is watched. The operator can stop before.
const WATCH_MINUTES: u16 = 5;

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
    /// Takes a call about `account`, and leaves a summary of it. One that the operator breaks off ends the caller's
    /// verification: the next to call about the account may be somebody else.
    pub(super) async fn call(&self, account: Account, previous: Option<&EarlierCall>) {
        let verified = Cell::new(None);
        if let Err(CallEnd::Failed(failure)) = self.help(account.clone(), previous, &verified).await {
            self.reporter.failed(&failure);
            if matches!(failure, Failure::NoAnswer { why: NoAnswer::Cancelled | NoAnswer::Terminated, .. })
                && let Err(failure) = self.hang_up(&account).await
            {
                self.reporter.failed(&failure);
            }
        }
        let (trail, recorded) = (self.caller.trail, self.caller.trail.of_call());
        let who = &trail.who().directory;
        if let Some(summary) = CallSummary::of(&account, &recorded, verified.get(), trail.ticket(), who) {
            self.reporter.summary(&summary);
        }
    }

    async fn hang_up(&self, account: &Account) -> Result<(), Failure> {
        match self.caller.verification_state(account).await? {
            VerificationState::Verified { .. } => self.caller.end_verification(account).await,
            VerificationState::Unverified | VerificationState::Closed { .. } => Ok(()),
        }
    }

    /// Helps the owner of `account`. Sets `verified` to when they were verified, if that was before this call.
    async fn help(
        &self,
        account: Account,
        previous: Option<&EarlierCall>,
        verified: &Cell<Option<Timestamp>>,
    ) -> Result<(), CallEnd> {
        let (account, disagreement) = controller_agreement::compared(account, self.directory, self.caller.clock).await;
        // A lock that has not replicated to every controller must be ended where it is.
        let everywhere = self.everywhere || disagreement.is_some();
        let now = self.caller.clock.now();
        // A failing store must not keep the card from being shown.
        let recent = self.caller.codes.recent_activity(account.id, self.caller.limits, now).await.unwrap_or_default();
        let again = locked_again(&account, &recent, now);
        let is_locked_again = again.is_some();
        let warnings: Vec<Warning> =
            disagreement.into_iter().chain(again).chain(self.caller.warnings(&account)).collect();
        self.tell(&Notice::Caller(&account, &warnings));
        self.caller.warn_of_history(&account).await?;
        let reachable = account.mobile.reachable().is_some() || self.caller.identified_by_allowed;
        let now = self.caller.clock.now();
        if !(reachable && resolve_account::in_reach(&account, now).is_ok()) {
            // The card says what to do instead.
            return Ok(());
        }
        let proof = self.verify(&account, previous, verified).await?;
        let (usual, unhelpful) = match Self::suggestion(&account) {
            (CallerChoice::KeepPassword, why) if is_locked_again => (CallerChoice::Watch, why),
            usual => usual,
        };
        match self.operator().choose_help(usual, unhelpful).map_err(no_answer)? {
            CallerChoice::KeepPassword => self.keep(&account, &proof, everywhere).await,
            CallerChoice::NewPassword => self.set_new(&account, &proof, everywhere).await,
            CallerChoice::Watch => self.keep_and_watch(&account, &proof, everywhere).await,
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

    /// Unlocks, and watches for some minutes what happens. Ctrl-C ends the watch.
    async fn keep_and_watch(&self, account: &Account, proof: &IdentityProof, everywhere: bool) -> Result<(), CallEnd> {
        let since = self.caller.clock.now();
        self.keep(account, proof, everywhere).await?;
        let _hold = self.caller.trail.hold();
        let watched = unlock::watch(account, since, WATCH_MINUTES, self.live, self.directory, self.caller.clock).await;
        self.live.stop.take_back();
        self.reporter.done(&Done::Watched { account, watched: &watched });
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
