//! Whether the caller is the account's owner, and what proves it before a change is made.

use jiff::Timestamp;

use super::code::no_answer;
use super::identity_proof::{IdentityClaim, IdentityProof};
use super::{CallerContext, Ports, holder};
use crate::commands::{CodeRefusal, Failure};
use crate::domain::account::Account;
use crate::domain::audit::{Action, Step};
use crate::domain::code::CodeBinding;
use crate::domain::limits::RecentActivity;
use crate::domain::phone::Phone;
use crate::domain::warnings::{Warning, sends_code_by_default};
use crate::ports::{AccountHistory, Codes, FindAccounts, NoAnswer, Notice, Question, SentCode, VerificationState};

impl<P: Ports> CallerContext<'_, P> {
    /// Proves that the caller is the owner before `action`, asking the operator if necessary. `warnings`: those that the
    /// operator has seen. `via`: the manager to whom the code went, if it did; set when the operator chooses that. Another
    /// registered number that the operator chooses is put in use: it is the one that is proved.
    pub(in crate::commands) async fn proof(
        &self,
        account: &mut Account,
        via: &mut Option<Account>,
        action: Action,
        claim: &IdentityClaim,
        warnings: &[Warning],
        directory: &impl FindAccounts,
    ) -> Result<IdentityProof, Failure> {
        if let Some(text) = &claim.identified_by {
            return match self.identified_by_allowed {
                true => self.identified(account, action, text.clone()).await,
                false => self.refusing_action(action, account, Err(Failure::IdentifiedByNotAllowed)).await,
            };
        }
        if let Some(code) = &claim.code {
            // The same command again, after the directory refused its password: the code has not served its purpose.
            let last = self.trail.own_last(Action::Reset, &account.id.to_string()).await?;
            let may_repeat = action == Action::Reset && matches!(last, Some(Step::Failed | Step::Partly));
            self.check_code(account, via.as_ref(), code, may_repeat).await?;
            return Ok(IdentityProof::by_code(via.as_ref()));
        }
        let asks = self.operator.can_answer();
        match self.verification_state(account, via.as_ref()).await? {
            VerificationState::Verified { .. } => return Ok(IdentityProof::by_code(via.as_ref())),
            VerificationState::Closed { .. } if asks && self.may_reopen() => {
                return self.identified_another_way(account, action).await;
            }
            VerificationState::Closed { until } => {
                return self.refusing_action(action, account, Err(CodeRefusal::Closed { until }.into())).await;
            }
            VerificationState::Unverified => {}
        }
        let mut warnings = warnings.to_vec();
        if asks && let Some(sent) = self.usable_code_out(account, via.as_ref()).await? {
            if claim.code_was_sent || self.continues_with(&sent, account, via.as_ref(), &warnings)? {
                self.ask_for_code(account, via.as_ref()).await?;
                return Ok(IdentityProof::by_code(via.as_ref()));
            }
            // The manager is declined with their code.
            if via.take().is_some() {
                warnings.extend(self.tell_sharing(account, directory).await);
            }
        }
        // Advice to send a code is wrong where none can be sent.
        let mut failure = match self.trusted(account, via.as_ref()).map(drop) {
            Ok(()) if asks => match self.ask(account, via.as_ref(), warnings, directory).await? {
                Some(proof) => return Ok(proof),
                None => no_answer(NoAnswer::Cancelled),
            },
            Ok(()) => {
                let failure = Failure::NotVerified { account: account.name.to_string() };
                return self.refusing_action(action, account, Err(failure)).await;
            }
            Err(failure) => {
                if asks && self.identified_by_allowed && matches!(failure, Failure::MobileNotSettled { .. }) {
                    self.operator.tell(&Notice::NoCodeForNewMobile);
                }
                failure
            }
        };
        if asks
            && via.is_none()
            && let Some(manager) = self.vouching_manager(account, directory).await?
        {
            if self.operator.confirm(&self.question_of_manager(account, &manager)).map_err(no_answer)? {
                let via = &*via.insert(manager);
                self.send_and_tell(account, Some(via)).await?;
                self.ask_for_code(account, Some(via)).await?;
                return Ok(IdentityProof::by_code(Some(via)));
            }
            if let Failure::NoMobile { manager_declined, .. } = &mut failure {
                *manager_declined = true;
            }
        }
        match failure {
            _ if asks && self.identified_by_allowed => self.identified_another_way(account, action).await,
            failure @ Failure::NoAnswer { .. } => Err(failure),
            failure => self.refusing_action(action, account, Err(failure)).await,
        }
    }

    /// Puts the number in use that a code of this operator proves, where several are registered. With `reads_code` that
    /// is the number of the newest code, which the caller is about to read back; otherwise the number that the caller is
    /// verified by, or that has a code on its way. Returns the manager instead, if that code went to theirs.
    ///
    /// Everything that is checked of a number is checked of the one in use, so a code to one number never counts for
    /// another, or for another's age.
    pub(in crate::commands) async fn use_proving_number(
        &self,
        account: &mut Account,
        reads_code: bool,
        directory: &impl FindAccounts,
    ) -> Result<Option<Account>, Failure> {
        if !account.other_mobiles.is_empty() {
            self.use_own_number(account, reads_code).await?;
        }
        self.proving_manager(account, reads_code, directory).await
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
        let mut account = account.clone();
        let via = self.use_proving_number(&mut account, false, directory).await?;
        Ok(match self.verification_state(&account, via.as_ref()).await? {
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

    /// The code that is out to the number in use, or to the manager `via`, if a code may go there.
    async fn usable_code_out(&self, account: &Account, via: Option<&Account>) -> Result<Option<SentCode>, Failure> {
        match self.trusted(account, via) {
            Ok(phone) => self.code_out(&self.binding(account, phone)).await,
            Err(_) => Ok(None),
        }
    }

    /// Asks whether the caller reads back a code that was sent before: they may have another phone, or be another caller.
    fn continues_with(
        &self,
        sent: &SentCode,
        account: &Account,
        via: Option<&Account>,
        warnings: &[Warning],
    ) -> Result<bool, Failure> {
        let question = Question::UseCode {
            account,
            manager: via,
            doubt: via.and_then(|manager| self.mobile.unsettled(manager, self.clock.now())),
            at: sent.at,
            expires: sent.expires,
            usual: sends_code_by_default(warnings),
        };
        self.operator.confirm(&question).map_err(no_answer)
    }

    /// Sends a code and asks for it; `None`: no code is to be sent. Puts another of the registered numbers in use if the
    /// operator chooses one.
    async fn ask(
        &self,
        account: &mut Account,
        via: Option<&Account>,
        mut warnings: Vec<Warning>,
        directory: &impl FindAccounts,
    ) -> Result<Option<IdentityProof>, Failure> {
        loop {
            let others = if via.is_none() { self.other_numbers(account) } else { vec![] };
            let usual = sends_code_by_default(&warnings);
            let question = match via {
                None => Question::SendCode { account, usual, has_others: !others.is_empty() },
                Some(manager) => self.question_of_manager(account, manager),
            };
            if self.operator.confirm(&question).map_err(no_answer)? {
                self.send_and_tell(account, via).await?;
                break;
            }
            let chosen = match others.as_slice() {
                [] => Ok(None),
                others => self.operator.choose_number(others),
            };
            let chosen = match chosen {
                // One step back is the question.
                Err(NoAnswer::Back) => continue,
                chosen => chosen.map_err(no_answer)?,
            };
            let Some(number) = chosen.and_then(|n| others.get(n)) else {
                if via.is_none() {
                    self.operator.tell(&Notice::NumberDeclined);
                }
                return Ok(None);
            };
            account.use_number(number);
            warnings = self.warn_of_number(account, &warnings, directory).await?;
        }
        self.ask_for_code(account, via).await?;
        Ok(Some(IdentityProof::by_code(via)))
    }

    /// The registered numbers, except the one in use, that a code may go to.
    fn other_numbers(&self, account: &Account) -> Vec<Phone> {
        let is_trusted = |phone: &&Phone| {
            let mut account = account.clone();
            account.use_number(phone) && self.trusted(&account, None).is_ok()
        };
        account.other_mobiles.iter().map(|number| &number.phone).filter(is_trusted).cloned().collect()
    }

    /// Warns the operator of what speaks against the number that has just been put in use. `before`: the warnings that
    /// they have seen. Returns the warnings about the account as it is now.
    async fn warn_of_number(
        &self,
        account: &Account,
        before: &[Warning],
        directory: &impl FindAccounts,
    ) -> Result<Vec<Warning>, Failure> {
        let mut warnings = self.warnings(account).await?;
        let is_new = |warning: &&Warning| !before.contains(warning) && !matches!(warning, Warning::OtherMobiles(_));
        let new: Vec<Warning> = warnings.iter().filter(is_new).cloned().collect();
        self.operator.tell(&Notice::Warnings(&new));
        warnings.extend(self.tell_sharing(account, directory).await);
        Ok(warnings)
    }

    /// The manager who can vouch; `None`: there is none.
    pub(super) async fn vouching_manager(
        &self,
        account: &Account,
        directory: &impl FindAccounts,
    ) -> Result<Option<Account>, Failure> {
        match self.voucher(account, directory).await {
            Ok(manager) => Ok(Some(manager)),
            Err(Failure::NoVoucher { .. }) => Ok(None),
            Err(failure) => Err(failure),
        }
    }

    fn question_of_manager<'q>(&self, account: &'q Account, manager: &'q Account) -> Question<'q> {
        Question::SendCodeToManager { account, manager, doubt: self.mobile.unsettled(manager, self.clock.now()) }
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
