//! Whether the caller is the account's owner, and what proves it before a change is made.

use jiff::Timestamp;

use super::identity_proof::{IdentityClaim, IdentityProof};
use super::{CallerAccount, CallerContext, Ports, holder};
use crate::commands::{CodeRefusal, Failure};
use crate::domain::account::Account;
use crate::domain::audit::{Action, Step};
use crate::domain::code::CodeBinding;
use crate::domain::limits::RecentActivity;
use crate::domain::phone::Phone;
use crate::domain::warnings::Warning;
use crate::ports::{AccountHistory, Codes, FindAccounts, Notice, VerificationState};

impl<P: Ports> CallerContext<'_, P> {
    /// Proves that the caller is the owner before `action`, asking the operator if necessary. `warnings`: those that the
    /// operator has seen. Puts the number or the manager in use that the operator chooses: that is the one that is proved.
    pub(in crate::commands) async fn proof(
        &self,
        caller: &mut CallerAccount,
        action: Action,
        claim: &IdentityClaim,
        warnings: &[Warning],
        directory: &impl FindAccounts,
    ) -> Result<IdentityProof, Failure> {
        if let Some(proof) = self.claimed_proof(caller, action, claim).await? {
            return Ok(proof);
        }
        if let Some(proof) = self.standing_proof(caller, action).await? {
            return Ok(proof);
        }
        self.asked_proof(caller, action, claim.code_was_sent, warnings, directory).await
    }

    /// The proof that the command line gives, if any.
    async fn claimed_proof(
        &self,
        caller: &CallerAccount,
        action: Action,
        claim: &IdentityClaim,
    ) -> Result<Option<IdentityProof>, Failure> {
        let CallerAccount { account, via } = caller;
        if let Some(text) = &claim.identified_by {
            return match self.identified_by_allowed {
                true => self.identified(account, action, text.clone()).await.map(Some),
                false => self.refusing_action(action, account, Err(Failure::IdentifiedByNotAllowed)).await,
            };
        }
        let Some(code) = &claim.code else { return Ok(None) };
        // The same command again, after the directory refused its password: the code has not served its purpose.
        let last = self.trail.own_last(Action::Reset, &account.id.to_string()).await?;
        let may_repeat = action == Action::Reset && matches!(last, Some(Step::Failed | Step::Partly));
        self.check_code(account, via.as_ref(), code, may_repeat).await?;
        Ok(Some(caller.proof_by_code()))
    }

    /// The proof of a caller who is still verified. Where verification is closed, only a supervisor's word is one.
    async fn standing_proof(&self, caller: &CallerAccount, action: Action) -> Result<Option<IdentityProof>, Failure> {
        let CallerAccount { account, via } = caller;
        match self.verification_state(account, via.as_ref()).await? {
            VerificationState::Verified { .. } => Ok(Some(caller.proof_by_code())),
            VerificationState::Unverified => Ok(None),
            VerificationState::Closed { .. } if self.operator.can_answer() && self.may_reopen() => {
                self.identified_another_way(account, action).await.map(Some)
            }
            VerificationState::Closed { until } => {
                self.refusing_action(action, account, Err(CodeRefusal::Closed { until }.into())).await
            }
        }
    }

    /// Puts the number in use that a code of this operator proves, where several are registered. With `reads_code` that
    /// is the number of the newest code, which the caller is about to read back; otherwise the number that the caller is
    /// verified by, or that has a code on its way. Puts the manager in use instead, if that code went to theirs.
    ///
    /// Everything that is checked of a number is checked of the one in use, so a code to one number never counts for
    /// another, or for another's age.
    pub(in crate::commands) async fn use_proving_number(
        &self,
        caller: &mut CallerAccount,
        reads_code: bool,
        directory: &impl FindAccounts,
    ) -> Result<(), Failure> {
        if !caller.account.other_mobiles.is_empty() {
            self.use_own_number(&mut caller.account, reads_code).await?;
        }
        caller.via = self.proving_manager(&caller.account, reads_code, directory).await?;
        Ok(())
    }

    async fn use_own_number(&self, account: &mut Account, reads_code: bool) -> Result<(), Failure> {
        let numbers: Vec<Phone> = account.reachable_numbers().cloned().collect();
        let (operator, now) = (&self.trail.who().directory, self.clock.now());
        let mut proving = None;
        if reads_code {
            proving = self.codes.newest_number(operator, account.id).await?;
        } else {
            for phone in &numbers {
                let binding = self.binding(account, phone);
                if self.is_verified(&binding).await? {
                    proving = Some(binding.number);
                    break;
                }
            }
            if proving.is_none() {
                let sent = self.codes.sent(operator, now).await?;
                proving = sent.iter().rfind(|sent| sent.live && sent.account == account.id).map(|sent| sent.number);
            }
        }
        if let Some(phone) = numbers.iter().find(|phone| proving == Some(self.key.number_hash(phone))) {
            account.use_number(phone);
        }
        Ok(())
    }

    /// When the caller read back a code to this operator, if that still verifies them: a call about the account would ask
    /// whether it is the same one.
    pub(in crate::commands) async fn verified_at(
        &self,
        account: &Account,
        directory: &impl FindAccounts,
    ) -> Result<Option<Timestamp>, Failure> {
        // Most accounts have had no code from this operator, and nothing more is asked about them.
        if self.codes.newest_number(&self.trail.who().directory, account.id).await?.is_none() {
            return Ok(None);
        }
        let mut caller = CallerAccount::from(account.clone());
        self.use_proving_number(&mut caller, false, directory).await?;
        Ok(match self.verification_state(&caller.account, caller.via.as_ref()).await? {
            VerificationState::Verified { at } => Some(at),
            VerificationState::Unverified | VerificationState::Closed { .. } => None,
        })
    }

    /// Whether the caller recently read back a code sent to this number, or to that of the manager `via`.
    pub(in crate::commands) async fn verification_state(
        &self,
        account: &Account,
        via: Option<&Account>,
    ) -> Result<VerificationState, Failure> {
        let now = self.clock.now();
        let Some(phone) = holder(account, via).mobile.phone() else {
            let closed = self.codes.recent_activity(account.id, self.limits, now).await?.closed_until;
            return Ok(closed.map_or(VerificationState::Unverified, |until| VerificationState::Closed { until }));
        };
        match self.codes.verification_state(&self.binding(account, phone), self.limits, now).await? {
            VerificationState::Verified { .. } if self.settled(account, via).is_err() => {
                Ok(VerificationState::Unverified)
            }
            state => Ok(state),
        }
    }

    /// Checks that the verification behind `proof` still stands. Another process may have closed or ended it, and it
    /// expires.
    pub(super) async fn still_verified(&self, account: &Account, proof: &IdentityProof) -> Result<(), Failure> {
        match self.verification_state(account, proof.manager()).await? {
            VerificationState::Closed { until } => Err(CodeRefusal::Closed { until }.into()),
            VerificationState::Verified { .. } => Ok(()),
            VerificationState::Unverified => match proof {
                IdentityProof::IdentifiedBy(_) => Ok(()),
                // The code is for this command alone, which reads it once.
                IdentityProof::Code | IdentityProof::Manager(_) if self.limits.window.is_zero() => Ok(()),
                IdentityProof::Code | IdentityProof::Manager(_) => {
                    Err(Failure::VerificationEnded { account: account.name.to_string() })
                }
            },
        }
    }

    /// Ends the caller's verification, if they are verified by any number: a registered one, or the one that the newest
    /// code went to, which may be a manager's. Asks no directory, which may be what the call was broken off for.
    pub(in crate::commands) async fn hang_up(&self, account: &Account) -> Result<(), Failure> {
        let operator = self.trail.who().directory.as_str();
        let newest = self.codes.newest_number(operator, account.id).await?;
        let registered = account.reachable_numbers().map(|phone| self.key.number_hash(phone));
        for number in registered.chain(newest) {
            let binding = CodeBinding { operator, account: account.id, number };
            if self.is_verified(&binding).await? {
                return self.end_verification(account).await;
            }
        }
        Ok(())
    }

    /// Ends the caller's verification, so that the next caller about this account is not taken for them. Recorded.
    pub(in crate::commands) async fn end_verification(&self, account: &Account) -> Result<(), Failure> {
        let act = self.act(Action::EndVerification, account, None);
        let operator = &self.trail.who().directory;
        let end = async |_: &_| (self.codes.end_verification(operator, account.id).await.map_err(Failure::from), None);
        self.perform(act, end).await?.recorded()
    }

    /// Warns the operator of an unfinished change to this account, and of a suspicious number of resets.
    pub(in crate::commands) async fn warn_of_history(&self, account: &Account) -> Result<(), Failure> {
        let unanswered = self.trail.unanswered(Some(&account.id.to_string())).await?;
        if let Some((_, newest)) = unanswered.last() {
            self.operator.tell(&Notice::Unanswered(newest));
        }
        let RecentActivity { closed_until, resets, .. } =
            self.codes.recent_activity(account.id, self.limits, self.clock.now()).await?;
        // Those who are asked see it among the warnings.
        if resets >= self.limits.resets_per_day && !self.operator.can_answer() {
            self.operator.tell(&Notice::ManyResets { n: resets });
        }
        // Other operators read it in the refusal.
        if let Some(until) = closed_until.filter(|_| self.may_reopen()) {
            self.operator.tell(&Notice::VerificationClosed { until });
        }
        Ok(())
    }

    /// The number that a code may go to.
    pub(in crate::commands) fn trusted<'b>(
        &self,
        account: &'b Account,
        via: Option<&'b Account>,
    ) -> Result<&'b Phone, Failure> {
        match via {
            None => {
                let phone = reachable(account)?;
                self.settled(account, None)?;
                Ok(phone)
            }
            Some(manager) => self.vouching(account, manager),
        }
    }

    /// Whether the number is old enough for a code to prove who the caller is.
    pub(super) fn settled(&self, account: &Account, via: Option<&Account>) -> Result<(), Failure> {
        if let Some(manager) = via {
            return self.vouching(account, manager).map(drop);
        }
        match self.mobile.forbids(account, self.clock.now()) {
            Some(because) => Err(Failure::MobileNotSettled { account: account.name.to_string(), because }),
            None => Ok(()),
        }
    }
}

/// The number that a code could be sent to.
fn reachable(account: &Account) -> Result<&Phone, Failure> {
    account.mobile.reach().map_err(|because| Failure::NoMobile {
        account: account.name.to_string(),
        because,
        manager_declined: false,
    })
}
