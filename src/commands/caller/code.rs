//! Sends the code that verifies a caller, and checks what the caller reads back.

use jiff::Timestamp;

use super::{CallerContext, Ports, holder, resolve_account};
use crate::commands::{CodeRefusal, Failure};
use crate::domain::account::Account;
use crate::domain::audit::Action;
use crate::domain::code::{Code, CodeBinding};
use crate::domain::phone::Phone;
use crate::ports::{
    CodeAttempt, Codes, FollowDelivery, IssueAnswer, NoAnswer, Notice, Sms, SmsError, SmsGateway, SmsText,
    UnexpiredCode, VerificationState,
};

/// A code that was sent.
#[derive(Debug, Clone)]
pub(in crate::commands) struct SentCode {
    pub(in crate::commands) to: String,
    pub(in crate::commands) message_id: Option<String>,
    pub(in crate::commands) expires: Timestamp,
    pub(in crate::commands) queued: bool,
}

impl<P: Ports> CallerContext<'_, P> {
    /// Sends a code to the registered number, or to that of the manager `via`, unless the account could not be changed
    /// anyway.
    pub(in crate::commands) async fn send_code(
        &self,
        account: &Account,
        via: Option<&Account>,
    ) -> Result<SentCode, Failure> {
        let act = || self.act_via(Action::SendCode, account, via, None);
        let phone = resolve_account::in_reach(account, self.clock.now()).and_then(|()| self.trusted(account, via));
        let phone = self.refusing(act(), phone).await?;
        let binding = self.binding(account, phone);
        let code = Code::draw(|buffer| self.random.fill(buffer))?;
        let text = |code| match via {
            None => SmsText::Code(code),
            Some(_) => SmsText::VouchingCode { code, name: &account.display_name, account: account.name.as_str() },
        };
        let performed = self.perform(act(), async |receipt| {
            let sent = async {
                let code_hash = self.key.code_hash(&binding, &code);
                let (id, expires) = match self.codes.issue(&binding, code_hash, self.limits, self.clock.now()).await? {
                    IssueAnswer::Code { id, expires } => (id, expires),
                    IssueAnswer::NotYet(not_yet) => {
                        let code_out = self.is_code_out(&binding).await?;
                        let (account, to_manager) = (account.name.to_string(), via.is_some());
                        return Err(Failure::SendLimit { account, not_yet, code_out, to_manager });
                    }
                    IssueAnswer::Closed { until } => return Err(CodeRefusal::Closed { until }.into()),
                };
                let sms = Sms { to: phone, text: text(&code), valid: self.limits.lifetime };
                match self.sms.send(receipt, &sms).await {
                    Ok(sent) => {
                        self.remember_message(account, sent.message_id.as_deref(), phone);
                        Ok(SentCode { to: phone.masked(), message_id: sent.message_id, expires, queued: sent.queued })
                    }
                    Err(error) => {
                        if !matches!(error, SmsError::Unclear { .. }) {
                            self.codes.withdraw(id).await?;
                        }
                        Err(error.into())
                    }
                }
            };
            (sent.await, None)
        });
        performed.await?.state_first(account.name.as_str())
    }

    /// Checks what the caller read back. A right code verifies the caller and is used up. `may_repeat`: one that is used
    /// counts while the caller is verified by it.
    pub(in crate::commands) async fn check_code(
        &self,
        account: &Account,
        via: Option<&Account>,
        code: &Code,
        may_repeat: bool,
    ) -> Result<(), Failure> {
        let act = || self.act_via(Action::VerifyCode, account, via, None);
        // The number that the code went to may be that of the manager at the time.
        let may_be_of_manager = via.is_some() || self.manager_allowed && account.manager.is_some();
        let changed = if may_be_of_manager { CodeRefusal::ManagerChanged } else { CodeRefusal::NumberChanged };
        let phone = holder(account, via).mobile.phone().ok_or(changed.into());
        let phone = self.refusing(act(), phone).await?;
        self.refusing(act(), self.settled(account, via)).await?;
        let binding = self.binding(account, phone);
        let compare = async |_: &_| match self.compare(&binding, code, may_repeat).await {
            Err(Failure::Code(CodeRefusal::NumberChanged)) => (Err(changed.into()), None),
            compared => (compared, None),
        };
        self.perform(act(), compare).await?.recorded()
    }

    async fn compare(&self, binding: &CodeBinding<'_>, code: &Code, may_repeat: bool) -> Result<(), Failure> {
        let now = self.clock.now();
        let (id, code_hash, left, closes) = match self.codes.begin_attempt(binding, self.limits, now).await? {
            CodeAttempt::Try { id, code_hash, left, closes } => (id, code_hash, left, closes),
            CodeAttempt::NoneSent => return Err(CodeRefusal::NoneSent.into()),
            CodeAttempt::Expired => return Err(CodeRefusal::Expired.into()),
            // The caller is verified without a code, so comparing the hash gives nothing away.
            CodeAttempt::Used { code_hash }
                if may_repeat
                    && code_hash == self.key.code_hash(binding, code)
                    && self.is_verified(binding).await? =>
            {
                return Ok(());
            }
            CodeAttempt::Used { .. } => return Err(CodeRefusal::Used.into()),
            CodeAttempt::NoTriesLeft => return Err(CodeRefusal::NoTriesLeft.into()),
            CodeAttempt::NumberChanged => return Err(CodeRefusal::NumberChanged.into()),
            CodeAttempt::Closed { until } => return Err(CodeRefusal::Closed { until }.into()),
        };
        if code_hash == self.key.code_hash(binding, code) {
            return if self.codes.consume(id, now).await? { Ok(()) } else { Err(CodeRefusal::Used.into()) };
        }
        if let Some(until) = closes {
            return Err(CodeRefusal::Closes { until }.into());
        }
        let sent = self.codes.sent(binding.operator, now).await?;
        let known = sent.iter().find(|sent| {
            let other = CodeBinding { operator: binding.operator, account: sent.account, number: sent.number };
            sent.code_hash == self.key.code_hash(&other, code)
        });
        Err(match known {
            Some(sent) if sent.account == binding.account => CodeRefusal::Replaced { left },
            Some(_) => CodeRefusal::ForAnotherAccount { left },
            None => CodeRefusal::Wrong { left },
        }
        .into())
    }

    /// Sends a code and tells the operator. A message that may have been sent counts as sent.
    pub(in crate::commands) async fn send_and_tell(
        &self,
        account: &Account,
        via: Option<&Account>,
    ) -> Result<Option<SentCode>, Failure> {
        match self.send_code(account, via).await {
            Ok(sent) => {
                let SentCode { to, expires, queued, .. } = &sent;
                self.operator.tell(&Notice::CodeSent { via, to, expires: *expires, queued: *queued });
                Ok(Some(sent))
            }
            Err(Failure::Sms(SmsError::Unclear { .. })) => {
                let to = holder(account, via).mobile.phone().map(Phone::masked).unwrap_or_default();
                self.operator.tell(&Notice::CodeMayBeSent { to: &to });
                Ok(None)
            }
            Err(failure) => Err(failure),
        }
    }

    /// Asks for the code until it is right or its tries are used up. An empty answer sends a new one.
    pub(in crate::commands) async fn ask_for_code(
        &self,
        account: &Account,
        via: Option<&Account>,
    ) -> Result<(), Failure> {
        let mut followed: Option<(String, Box<dyn FollowDelivery + '_>)> = None;
        loop {
            if let Some(message) = self.message_to(account, via)
                && followed.as_ref().is_none_or(|(id, _)| *id != message.id)
            {
                let begun = self.sms.follow(&message.id, &message.to);
                followed = begun.map(|begun| (message.id, begun));
            }
            let followed = followed.as_ref().map(|(_, followed)| &**followed);
            let typed = self.operator.ask_code(followed);
            if let Some(state) = followed.and_then(FollowDelivery::take_final) {
                // What became of the message belongs in the log, but its absence is no failure of the call.
                let _ = self.record_delivery(account, via, &state).await;
            }
            let typed = typed.map_err(no_answer)?;
            if typed.trim().is_empty() {
                match self.send_and_tell(account, via).await {
                    Err(Failure::SendLimit { not_yet, .. }) => {
                        self.operator.tell(&Notice::NotYet { again: not_yet.again });
                    }
                    other => drop(other?),
                }
                continue;
            }
            let Ok(code) = Code::parse(&typed) else {
                self.operator.tell(&Notice::NotACode);
                continue;
            };
            match self.check_code(account, via, &code, false).await {
                Ok(()) => {
                    self.operator.tell(&Notice::Verified);
                    return Ok(());
                }
                Err(Failure::Code(CodeRefusal::Wrong { left })) if left > 0 => {
                    self.operator.tell(&Notice::WrongCode { left });
                }
                Err(Failure::Code(CodeRefusal::ForAnotherAccount { left })) if left > 0 => {
                    self.operator.tell(&Notice::CodeForAnotherAccount { left });
                }
                Err(Failure::Code(CodeRefusal::Replaced { left })) if left > 0 => {
                    self.operator.tell(&Notice::CodeReplaced { left });
                }
                Err(failure) => return Err(failure),
            }
        }
    }

    /// Whether the caller read back a code that was sent to this number.
    pub(super) async fn is_verified(&self, binding: &CodeBinding<'_>) -> Result<bool, Failure> {
        let state = self.codes.verification_state(binding, self.limits, self.clock.now()).await?;
        Ok(matches!(state, VerificationState::Verified { .. }))
    }

    /// Whether a code that was sent to this number for this account is still valid.
    pub(super) async fn is_code_out(&self, binding: &CodeBinding<'_>) -> Result<bool, Failure> {
        Ok(self.code_out(binding).await?.is_some())
    }

    /// The code that was sent to this number for this account, if it is still valid.
    pub(super) async fn code_out(&self, binding: &CodeBinding<'_>) -> Result<Option<UnexpiredCode>, Failure> {
        let sent = self.codes.sent(binding.operator, self.clock.now()).await?;
        let is_out =
            |sent: &UnexpiredCode| sent.live && sent.account == binding.account && sent.number == binding.number;
        Ok(sent.into_iter().find(is_out))
    }

    /// Whether a code of this operator's callers is still valid.
    pub(in crate::commands) async fn has_code_out(&self) -> Result<bool, Failure> {
        let operator = &self.trail.who().directory;
        Ok(self.codes.sent(operator, self.clock.now()).await?.iter().any(|sent| sent.live))
    }

    pub(super) fn binding(&self, account: &Account, phone: &Phone) -> CodeBinding<'_> {
        CodeBinding { operator: &self.trail.who().directory, account: account.id, number: self.key.number_hash(phone) }
    }
}

pub(super) fn no_answer(why: NoAnswer) -> Failure {
    Failure::NoAnswer { why, option: "--code" }
}
