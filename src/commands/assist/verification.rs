//! Verifies the caller of a guided call: by the code of the same call, a new one, or another way.

use std::cell::RefCell;
use std::time::Duration;

use jiff::Timestamp;

use super::call::CallEnd;
use super::{CallerIdentity, CallsContext, EarlierCall, no_answer};
use crate::commands::caller::identity_proof::IdentityProof;
use crate::commands::caller::{CallerAccount, IdentityClaim, Ports};
use crate::commands::{CodeRefusal, Failure};
use crate::domain::audit::Action;
use crate::domain::limits::SendLimit;
use crate::domain::warnings::Warning;
use crate::ports::{
    ChangeAccounts, FindAccounts, NoAnswer, QueryControllers, Question, UnlockOnController, VerificationState,
};

impl<D: FindAccounts + ChangeAccounts + QueryControllers + UnlockOnController, P: Ports> CallsContext<'_, D, P> {
    /// Verifies the caller. Sets `verified` to how they were verified, if that was before this call.
    pub(super) async fn verify(
        &self,
        caller: &mut CallerAccount,
        previous: Option<&EarlierCall>,
        verified: &RefCell<Option<CallerIdentity>>,
        mut warnings: Vec<Warning>,
    ) -> Result<IdentityProof, CallEnd> {
        let state = self.caller.verification_state(&caller.account, caller.via.as_ref()).await?;
        if let VerificationState::Verified { at } = state {
            // A caller who hung up is not the one who calls next.
            if self.operator().confirm(&Question::SameCall { at }).map_err(no_answer)? {
                verified.replace(Some(CallerIdentity::verified(&caller.account, caller.via.as_ref(), at)));
                let trail = self.caller.trail;
                if let (None, Some(previous)) =
                    (trail.ticket(), previous.filter(|call| call.account == caller.account.id))
                {
                    trail.set_ticket(previous.ticket.clone());
                }
                return Ok(caller.proof_by_code());
            }
            self.caller.end_verification(&caller.account).await?;
            caller.via = None;
        }
        if caller.via.is_none() && !matches!(state, VerificationState::Closed { .. }) {
            warnings.extend(self.caller.tell_sharing(&caller.account, self.directory).await);
        }
        let mut code_was_sent = false;
        loop {
            let claim = IdentityClaim { code_was_sent, ..IdentityClaim::default() };
            code_was_sent = false;
            let proof = self.caller.proof(caller, Action::SendCode, &claim, &warnings, self.directory);
            match proof.await {
                Err(Failure::SendLimit { not_yet, .. }) if not_yet.limit == SendLimit::Gap => {
                    self.wait_until(not_yet.again).await?;
                    code_was_sent = self.send_new(caller).await?;
                }
                // The operator is asked again whether to send a code, or identifies the caller another way.
                Err(failure @ (Failure::Sms(_) | Failure::SendLimit { .. })) => self.reporter.failed(&failure),
                Err(Failure::Code(refusal)) if !refusal.is_final() => {
                    self.reporter.code_ended(refusal);
                    code_was_sent = self.send_new(caller).await?;
                }
                // The card says so, and what to do instead.
                Err(Failure::Code(CodeRefusal::Closed { .. })) if matches!(state, VerificationState::Closed { .. }) => {
                    return Err(CallEnd::Reported);
                }
                other => return Ok(other?),
            }
        }
    }

    /// Sends a code that the operator has agreed to, as soon as the limits allow it. Returns whether it was sent.
    async fn send_new(&self, caller: &CallerAccount) -> Result<bool, CallEnd> {
        loop {
            match self.caller.send_and_tell(&caller.account, caller.via.as_ref()).await {
                Err(Failure::SendLimit { not_yet, .. }) if not_yet.limit == SendLimit::Gap => {
                    self.wait_until(not_yet.again).await?;
                }
                Err(failure @ (Failure::Sms(_) | Failure::SendLimit { .. })) => {
                    self.reporter.failed(&failure);
                    return Ok(false);
                }
                other => return Ok(other.map(|_| true)?),
            }
        }
    }

    /// Waits, and shows how long. Ctrl-C ends the call, not the program.
    async fn wait_until(&self, end: Timestamp) -> Result<(), CallEnd> {
        let (clock, live) = (self.caller.clock, self.live);
        let _hold = self.caller.trail.hold();
        let wait = async {
            // At least once: the store's time may be behind the clock.
            loop {
                let left = end.duration_since(clock.now());
                self.reporter.waiting(Some(left));
                live.pause.pause(Duration::from_secs(1)).await;
                if clock.now() >= end {
                    break;
                }
            }
        };
        let waited = live.stop.unless_requested(wait).await;
        self.reporter.waiting(None);
        live.stop.take_back();
        waited.ok_or_else(|| no_answer(NoAnswer::Cancelled).into())
    }
}
