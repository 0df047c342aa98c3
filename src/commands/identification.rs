//! A caller who is identified without a code: an operator's word, and what it is worth where verification is closed.
//! Compares no code.

use super::grounds::Grounds;
use super::verification::{end, silence};
use super::{CodeRefusal, Failure, Verification};
use crate::domain::account::Account;
use crate::domain::audit::{Action, Step};
use crate::ports::{Codes, NoAnswer, Notice, Records, SmsGateway};

impl<C: Codes, S: SmsGateway, R: Records> Verification<'_, C, S, R> {
    /// How the caller was identified, where a code is not the only way.
    pub(super) async fn identified_another_way(&self, account: &Account, action: Action) -> Result<Grounds, Failure> {
        let text = self.operator.ask_identification().map_err(silence)?.ok_or(silence(NoAnswer::Cancelled))?;
        self.identified(account, action, text).await
    }

    /// The word of an operator. Of an account whose verification is closed it takes a supervisor's, and opens it again.
    pub(super) async fn identified(&self, account: &Account, action: Action, text: String) -> Result<Grounds, Failure> {
        let grounds = Grounds::IdentifiedBy(text);
        let Some(until) = self.codes.recent_activity(account.id, self.limits, self.clock.now()).await?.closed_until
        else {
            return Ok(grounds);
        };
        if !self.may_reopen() {
            let act = self.act(action, account, Some(&grounds));
            return Err(self.refused(act, CodeRefusal::Closed { until }.into()).await);
        }
        let receipt = self.trail.intend(self.act(Action::ReopenVerification, account, Some(&grounds))).await?;
        let reopened = self.codes.reopen(account.id).await;
        let (step, reason) = if reopened.is_ok() { (Step::Done, None) } else { (Step::Failed, Some("store")) };
        let recorded = self.trail.conclude(receipt, end(step, reason)).await;
        reopened?;
        recorded?;
        self.operator.tell(&Notice::VerificationReopened);
        Ok(grounds)
    }

    /// Whether this operator's word is enough where verification is closed. Who the directory does not say is nobody's
    /// supervisor.
    pub(super) fn may_reopen(&self) -> bool {
        let is_operator = |name: &String| self.trail.operator().is_some_and(|operator| operator.is(name));
        self.identified_by_allowed && self.supervisors.iter().any(is_operator)
    }
}
