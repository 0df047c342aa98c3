//! One call, once the account is known: verify the caller, ask what they want, do it, and say what to tell them.

use std::cell::RefCell;

use super::{CallSummary, CallerIdentity, CallsContext, Done, EarlierCall, no_answer, summary};
use crate::commands::caller::identity_proof::IdentityProof;
use crate::commands::caller::{CallerAccount, Ports, controller_agreement, resolve_account};
use crate::commands::{CodeRefusal, Failure, check_policy, reset, unlock};
use crate::domain::account::Account;
use crate::domain::audit::Delivery;
use crate::domain::must_change::MustChangeRequest;
use crate::domain::owner_notice::OwnerEvent;
use crate::domain::restrictions::CurrentRestrictions;
use crate::domain::warnings::Warning;
use crate::ports::{
    CallerChoice, CardSubject, ChangeAccounts, FindAccounts, NoAnswer, Notice, QueryControllers, Question,
    UnlockOnController, WhyUnhelpful,
};

/// For how long an account is watched. The operator can stop before.
const WATCH_MINUTES: u16 = 5;

/// Why a call ended early.
pub(super) enum CallEnd {
    /// The operator knows why.
    Reported,
    /// The operator stepped back, to the question before.
    Back,
    Failed(Failure),
}

impl From<Failure> for CallEnd {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::NoAnswer { why: NoAnswer::Back, .. } => Self::Back,
            failure => Self::Failed(failure),
        }
    }
}

impl<D: FindAccounts + ChangeAccounts + QueryControllers + UnlockOnController, P: Ports> CallsContext<'_, D, P> {
    /// Takes a call about `account`, and leaves a summary of it. Returns whether the operator went back to who is calling.
    /// A call that is broken off so, or otherwise, ends the caller's verification: the next to call about the account may
    /// be somebody else.
    pub(super) async fn call(&self, account: Account, previous: Option<&EarlierCall>) -> bool {
        let verified = RefCell::new(None);
        let ended = self.unless_broken_off(self.help(account.clone(), previous, &verified)).await;
        // An interrupt must not keep the end from being recorded and shown.
        let _hold = self.caller.trail.hold();
        let is_back = matches!(ended, Err(CallEnd::Back));
        let is_broken_off = is_back || matches!(ended, Err(CallEnd::Failed(Failure::NoAnswer { .. })));
        match &ended {
            Err(CallEnd::Failed(Failure::NoAnswer { .. })) if summary::has_changes(&self.caller.trail.of_call()) => {
                self.reporter.broken_off_after_change();
            }
            Err(CallEnd::Failed(failure)) => self.reporter.failed(failure),
            _ => {}
        }
        self.caller.tell_owed().await;
        if is_broken_off && let Err(failure) = self.caller.hang_up(&account).await {
            self.reporter.failed(&failure);
        }
        let (trail, recorded) = (self.caller.trail, self.caller.trail.of_call());
        let who = &trail.who().directory;
        let verified = verified.take();
        // Nothing happened to one who was only looked at.
        if !is_back || !recorded.is_empty() || verified.is_some() {
            self.reporter.summary(&CallSummary::of(&account, &recorded, verified, trail.ticket(), who));
        }
        is_back
    }

    /// Helps the owner of `account`. Sets `verified` to how they were verified, if that was before this call.
    async fn help(
        &self,
        account: Account,
        previous: Option<&EarlierCall>,
        verified: &RefCell<Option<CallerIdentity>>,
    ) -> Result<(), CallEnd> {
        let (account, disagreement) = controller_agreement::compared(account, self.directory, self.caller.clock).await;
        let mut caller = CallerAccount::from(account);
        // A failing store must not keep the card from being shown; it is reported right after.
        let _ = self.caller.use_proving_number(&mut caller, false, self.directory).await;
        let account = &caller.account;
        // A lock that has not replicated to every controller must be ended where it is.
        let everywhere = self.everywhere || disagreement.is_some();
        let warnings = self.caller.warnings(account).await.unwrap_or_default();
        let warnings: Vec<Warning> = disagreement.into_iter().chain(warnings).collect();
        let is_locked_again = warnings.iter().any(|warning| matches!(warning, Warning::LockedAgain { .. }));
        let voucher = self.caller.voucher_instead(account, self.directory).await;
        let voucher = voucher.as_ref();
        self.tell(&Notice::Caller(CardSubject { account, warnings: &warnings, voucher, verified: None }));
        self.caller.warn_of_history(account).await?;
        let can_be_helped = resolve_account::in_reach(account, self.caller.clock.now()).is_ok()
            && (account.mobile.reachable().is_some() || self.caller.identified_by_allowed || voucher.is_some());
        if !can_be_helped {
            // The card says what to do instead.
            return Ok(());
        }
        let mut proof = self.verify(&mut caller, previous, verified, warnings.clone()).await?;
        loop {
            let account = &caller.account;
            // A refused password may just have cost the caller the old one.
            let is_unknown = self.caller.unknown_password(account).await?.is_some();
            let (usual, unhelpful) = match Self::suggestion(account) {
                _ if is_unknown => (CallerChoice::NewPassword, Some(WhyUnhelpful::PasswordUnknown)),
                (CallerChoice::KeepPassword, why) if is_locked_again => (CallerChoice::Watch, why),
                usual => usual,
            };
            let done = match self.operator().choose_help(usual, unhelpful).map_err(no_answer)? {
                CallerChoice::KeepPassword => self.keep(account, &proof, everywhere).await,
                CallerChoice::NewPassword => self.set_new(account, &proof, everywhere).await,
                CallerChoice::Watch => self.keep_and_watch(account, &proof, everywhere).await,
            };
            match done {
                // One step back from what was chosen is the choice.
                Err(CallEnd::Back) => {}
                Err(CallEnd::Failed(failure)) if self.can_verify_again(&failure) => {
                    self.reporter.failed(&failure);
                    proof = self.verify(&mut caller, None, verified, warnings.clone()).await?;
                }
                done => return done,
            }
        }
    }

    /// Whether the caller was verified and no longer is, and can be verified again.
    fn can_verify_again(&self, failure: &Failure) -> bool {
        match failure {
            Failure::VerificationEnded { .. } => true,
            Failure::Code(CodeRefusal::Closed { .. }) => self.caller.may_reopen(),
            _ => false,
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
        if unlocked {
            self.caller.tell_owner(&mut self.caller.owner_news(account, OwnerEvent::Unlock, None)).await;
        }
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
        // Where the caller is decides what a new password must be, so it is asked first.
        let place = Some(self.operator().ask_place().map_err(no_answer)?);
        let must_change = MustChangeRequest::Default { policy: self.must_change, place };
        let plan = reset::Plan { deliver: Delivery::Screen, must_change, place, everywhere };
        let setter =
            reset::Setter { proof, plan: &plan, rules: self.rules, directory: self.directory, context: self.caller };
        self.reporter.requirements(&check_policy::show(self.rules, Some(account)));
        let set = async || setter.set_new(account, None, None).await;
        let mut outcome = self.until_done(set).await?;
        self.reporter.done(&Done::NewPassword(&outcome));
        self.reporter.done(&Done::Advice(&outcome));
        self.caller.tell_owner(&mut outcome.owner).await;
        Ok(())
    }

    /// Retries `work` until it succeeds, fails for good, or the operator declines. The caller stays verified.
    async fn until_done<T>(&self, work: impl AsyncFn() -> Result<T, Failure>) -> Result<T, CallEnd> {
        loop {
            match work().await {
                Err(failure) if failure.may_pass() => {
                    self.reporter.failed(&failure);
                    if !self.operator().confirm(&Question::TryAgain).map_err(no_answer)? {
                        return Err(CallEnd::Reported);
                    }
                }
                other => return Ok(other?),
            }
        }
    }
}
