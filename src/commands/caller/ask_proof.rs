//! Asks the operator for what proves the caller: the code that is on its way, a new one to a phone of theirs, one to the
//! manager who vouches for them, or another identification.

use super::code::no_answer;
use super::identity_proof::IdentityProof;
use super::{CallerAccount, CallerContext, Ports};
use crate::commands::Failure;
use crate::domain::account::Account;
use crate::domain::audit::Action;
use crate::domain::phone::Phone;
use crate::domain::warnings::{Warning, sends_code_by_default};
use crate::ports::{FindAccounts, NoAnswer, Notice, Question, UnexpiredCode};

impl<P: Ports> CallerContext<'_, P> {
    /// Asks for what proves a caller who is not verified. `code_was_sent`: a code has just been sent, and is asked for at
    /// once.
    ///
    /// # Errors
    /// What keeps a code from being sent, where nobody can be asked or there is no other way.
    pub(super) async fn asked_proof(
        &self,
        caller: &mut CallerAccount,
        action: Action,
        code_was_sent: bool,
        warnings: &[Warning],
        directory: &impl FindAccounts,
    ) -> Result<IdentityProof, Failure> {
        if !self.operator.can_answer() {
            let CallerAccount { account, via } = &*caller;
            let not_verified = || Failure::NotVerified { account: account.name.to_string() };
            // Advice to send a code is wrong where none can be sent.
            let refused = self.trusted(account, via.as_ref()).and_then(|_| Err(not_verified()));
            return self.refusing_action(action, account, refused).await;
        }
        let mut warnings = warnings.to_vec();
        if let Some(sent) = self.usable_code_out(caller).await? {
            if code_was_sent || self.continues_with(&sent, caller, &warnings)? {
                self.ask_for_code(&caller.account, caller.via.as_ref()).await?;
                return Ok(caller.proof_by_code());
            }
            // The manager is declined with their code.
            if caller.via.take().is_some() {
                warnings.extend(self.tell_sharing(&caller.account, directory).await);
            }
        }
        let no_code = match self.trusted(&caller.account, caller.via.as_ref()).map(drop) {
            Ok(()) => match self.ask(caller, warnings, directory).await? {
                Some(proof) => return Ok(proof),
                None => no_answer(NoAnswer::Cancelled),
            },
            Err(failure) => failure,
        };
        if self.identified_by_allowed && matches!(no_code, Failure::MobileNotSettled { .. }) {
            self.operator.tell(&Notice::NoCodeForNewMobile);
        }
        let manager =
            if caller.via.is_none() { self.vouching_manager(&caller.account, directory).await? } else { None };
        let manager_declined = manager.is_some();
        if let Some(manager) = manager
            && self.operator.confirm(&self.question_of_manager(&caller.account, &manager)).map_err(no_answer)?
        {
            caller.via = Some(manager);
            self.send_and_tell(&caller.account, caller.via.as_ref()).await?;
            self.ask_for_code(&caller.account, caller.via.as_ref()).await?;
            return Ok(caller.proof_by_code());
        }
        match no_code {
            _ if self.identified_by_allowed => self.identified_another_way(&caller.account, action).await,
            failure @ Failure::NoAnswer { .. } => Err(failure),
            Failure::NoMobile { account, because, .. } => {
                let failure = Failure::NoMobile { account, because, manager_declined };
                self.refusing_action(action, &caller.account, Err(failure)).await
            }
            failure => self.refusing_action(action, &caller.account, Err(failure)).await,
        }
    }

    /// The code that is out to the number in use, or to the manager `via`, if a code may go there.
    async fn usable_code_out(&self, caller: &CallerAccount) -> Result<Option<UnexpiredCode>, Failure> {
        let CallerAccount { account, via } = caller;
        match self.trusted(account, via.as_ref()) {
            Ok(phone) => self.code_out(&self.binding(account, phone)).await,
            Err(_) => Ok(None),
        }
    }

    /// Asks whether the caller reads back a code that was sent before: they may have another phone, or be another caller.
    fn continues_with(
        &self,
        sent: &UnexpiredCode,
        caller: &CallerAccount,
        warnings: &[Warning],
    ) -> Result<bool, Failure> {
        let CallerAccount { account, via } = caller;
        let via = via.as_ref();
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
        caller: &mut CallerAccount,
        mut warnings: Vec<Warning>,
        directory: &impl FindAccounts,
    ) -> Result<Option<IdentityProof>, Failure> {
        let CallerAccount { account, via } = caller;
        let via = via.as_ref();
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
}
