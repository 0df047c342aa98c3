//! Identifies a caller without a code: on the operator's word, or a supervisor's where verification is closed. Compares
//! no code.

use super::code::no_answer;
use super::identity_proof::IdentityProof;
use super::{CallerContext, Ports};
use crate::commands::{CodeRefusal, Failure};
use crate::domain::account::Account;
use crate::domain::audit::Action;
use crate::ports::{AccountHistory, Codes, NoAnswer, Notice};

impl<P: Ports> CallerContext<'_, P> {
    /// How the caller was identified, where a code is not the only way.
    pub(super) async fn identified_another_way(
        &self,
        account: &Account,
        action: Action,
    ) -> Result<IdentityProof, Failure> {
        let text = self.operator.ask_identification().map_err(no_answer)?.ok_or(no_answer(NoAnswer::Cancelled))?;
        self.identified(account, action, text).await
    }

    /// Accepts the operator's word. Where verification is closed only a supervisor's is accepted, and reopens it.
    pub(super) async fn identified(
        &self,
        account: &Account,
        action: Action,
        text: String,
    ) -> Result<IdentityProof, Failure> {
        let proof = IdentityProof::IdentifiedBy(text);
        let Some(until) = self.codes.recent_activity(account.id, self.limits, self.clock.now()).await?.closed_until
        else {
            return Ok(proof);
        };
        let act = |action| self.act(action, account, Some(&proof));
        if !self.may_reopen() {
            return self.refusing(act(action), Err(CodeRefusal::Closed { until }.into())).await;
        }
        let reopen = async |_: &_| (self.codes.reopen(account.id).await.map_err(Failure::from), None);
        self.perform(act(Action::ReopenVerification), reopen).await?.recorded()?;
        self.operator.tell(&Notice::VerificationReopened);
        Ok(proof)
    }

    /// Whether this operator is a supervisor, who can reopen closed verification. One whom the directory has not
    /// identified is not.
    pub(in crate::commands) fn may_reopen(&self) -> bool {
        let is_operator = |name: &String| self.trail.operator().is_some_and(|operator| operator.is(name));
        self.identified_by_allowed && self.supervisors.iter().any(is_operator)
    }
}
