//! Is the caller the account's owner: sending a code, checking what is read back, and the grounds
//! on which a change may be made.

use jiff::Timestamp;

use super::grounds::{Grounding, Grounds};
use super::{CodeRefusal, Failure, Unreachable, target};
use crate::domain::account::{Account, Mobile};
use crate::domain::audit::{Act, Action, Step};
use crate::domain::code::{Code, CodeBinding, HashKey, KeyedHash};
use crate::domain::limits::{CodeLimits, RecentActivity};
use crate::domain::phone::Phone;
use crate::domain::warnings::MobileRules;
use crate::ports::{
    AuditTrail, Clock, CodeAttempt, Codes, Conclusion, IssueAnswer, NoAnswer, Notice, Operator, Question, Random,
    Records, Sms, SmsError, SmsGateway, SmsText, VerificationState,
};

/// Everything that verifying a caller takes.
pub struct Verification<'a, C, S, R> {
    /// The store of codes.
    pub codes: &'a C,
    /// The gateway.
    pub sms: &'a S,
    /// The audit trail.
    pub trail: &'a AuditTrail<'a, R>,
    /// The operator.
    pub operator: &'a dyn Operator,
    /// The time.
    pub clock: &'a dyn Clock,
    /// Where codes come from.
    pub random: &'a dyn Random,
    /// The desk's key.
    pub key: &'a HashKey,
    /// The limits.
    pub limits: &'a CodeLimits,
    /// When a number is new, and what then.
    pub mobile: &'a MobileRules,
    /// Whether a caller may be identified without a code.
    pub identified_by_allowed: bool,
    /// Who may do so for an account whose verification is closed.
    pub supervisors: &'a [String],
}

/// A code on its way.
#[derive(Debug, Clone)]
pub(super) struct Dispatch {
    pub(super) to: String,
    pub(super) message_id: Option<String>,
    pub(super) expires: Timestamp,
    pub(super) queued: bool,
}

impl<C: Codes, S: SmsGateway, R: Records> Verification<'_, C, S, R> {
    /// Sends a code to the registered number, unless it would lead nowhere.
    pub(super) async fn send(&self, account: &Account) -> Result<Dispatch, Failure> {
        let act = self.act(Action::SendCode, account, None);
        let phone = match target::in_reach(account, self.clock.now()).and_then(|()| self.trusted(account)) {
            Ok(phone) => phone,
            Err(failure) => return Err(self.refused(act, failure).await),
        };
        let bond = self.bond(account, phone);
        let code = Code::draw(|buffer| self.random.fill(buffer))?;
        let receipt = self.trail.intend(act).await?;

        let issued = self.codes.issue(&bond, self.key.code_hash(&bond, &code), self.limits, self.clock.now()).await;
        let (id, expires) = match issued {
            Ok(IssueAnswer::Code { id, expires }) => (id, expires),
            Ok(IssueAnswer::NotYet(not_yet)) => {
                let failure = Failure::SendLimit { account: account.name.to_string(), not_yet };
                self.trail.conclude(receipt, end(Step::Refused, Some(failure.kind()))).await?;
                return Err(failure);
            }
            Ok(IssueAnswer::Closed { until }) => {
                let failure = Failure::Code(CodeRefusal::Closed { until });
                self.trail.conclude(receipt, end(Step::Refused, Some(failure.kind()))).await?;
                return Err(failure);
            }
            Err(error) => {
                // The store that failed also keeps the trail; if it can be written again, it says so.
                let _ = self.trail.conclude(receipt, end(Step::Failed, Some("store"))).await;
                return Err(error.into());
            }
        };
        let sms = Sms { to: phone, text: SmsText::Code(&code), valid: self.limits.lifetime };
        match self.sms.send(&receipt, &sms).await {
            Ok(sent) => {
                // The message is out, so "nothing has changed" would not be true.
                let recorded = self.trail.conclude(receipt, end(Step::Done, None)).await;
                recorded.map_err(|error| Failure::NotRecorded { account: account.name.to_string(), error })?;
                Ok(Dispatch { to: phone.masked(), message_id: sent.message_id, expires, queued: sent.queued })
            }
            Err(error) => {
                let unclear = matches!(error, SmsError::Unclear { .. });
                let failure = Failure::Sms(error);
                if !unclear {
                    self.codes.withdraw(id).await?;
                }
                let step = if unclear { Step::Partly } else { Step::Failed };
                match self.trail.conclude(receipt, end(step, Some(failure.kind()))).await {
                    Err(error) if !unclear => Err(error.into()),
                    _ => Err(failure),
                }
            }
        }
    }

    /// Checks what the caller read back. A right code verifies the caller and is used up.
    pub(super) async fn check(&self, account: &Account, code: &Code) -> Result<(), Failure> {
        let act = self.act(Action::VerifyCode, account, None);
        let Some(phone) = account.mobile.phone() else {
            return Err(self.refused(act, CodeRefusal::NumberChanged.into()).await);
        };
        if let Err(failure) = self.settled(account) {
            return Err(self.refused(act, failure).await);
        }
        let bond = self.bond(account, phone);
        let receipt = self.trail.intend(act).await?;
        let result = self.compare(&bond, code).await;
        let end = match &result {
            Ok(()) => end(Step::Done, None),
            Err(Failure::Code(refusal)) => end(Step::Refused, Some(refusal.name())),
            Err(failure) => end(Step::Failed, Some(failure.kind())),
        };
        let recorded = self.trail.conclude(receipt, end).await;
        result?;
        Ok(recorded?)
    }

    async fn compare(&self, bond: &CodeBinding<'_>, code: &Code) -> Result<(), Failure> {
        let now = self.clock.now();
        let (id, code_hash, left, closes) = match self.codes.begin_attempt(bond, self.limits, now).await? {
            CodeAttempt::Try { id, code_hash, left, closes } => (id, code_hash, left, closes),
            CodeAttempt::NoneSent => return Err(CodeRefusal::NoneSent.into()),
            CodeAttempt::Expired => return Err(CodeRefusal::Expired.into()),
            CodeAttempt::Used => return Err(CodeRefusal::Used.into()),
            CodeAttempt::NoTriesLeft => return Err(CodeRefusal::NoTriesLeft.into()),
            CodeAttempt::NumberChanged => return Err(CodeRefusal::NumberChanged.into()),
            CodeAttempt::Closed { until } => return Err(CodeRefusal::Closed { until }.into()),
        };
        if code_hash == self.key.code_hash(bond, code) {
            return if self.codes.consume(id, now).await? { Ok(()) } else { Err(CodeRefusal::Used.into()) };
        }
        if let Some(until) = closes {
            return Err(CodeRefusal::Closes { until }.into());
        }
        let sent = self.codes.sent(bond.operator, now).await?;
        let known = sent.iter().find(|sent| {
            let other = CodeBinding { operator: bond.operator, account: sent.account, number: sent.number };
            sent.code_hash == self.key.code_hash(&other, code)
        });
        Err(match known {
            Some(sent) if sent.account == bond.account => CodeRefusal::Replaced { left },
            Some(_) => CodeRefusal::ForAnotherAccount { left },
            None => CodeRefusal::Wrong { left },
        }
        .into())
    }

    /// The grounds on which `action` may be done to this account, asking the operator if need be.
    pub(super) async fn grounds(
        &self,
        account: &Account,
        action: Action,
        args: &Grounding,
    ) -> Result<Grounds, Failure> {
        if let Some(text) = &args.identified_by {
            if self.identified_by_allowed {
                return self.identified(account, action, text.clone()).await;
            }
            return Err(self.refused(self.act(action, account, None), Failure::IdentifiedByNotAllowed).await);
        }
        if let Some(code) = &args.code {
            self.check(account, code).await?;
            return Ok(Grounds::Code);
        }
        let asks = self.operator.can_answer();
        match self.verification_state(account).await? {
            VerificationState::Verified => return Ok(Grounds::Code),
            VerificationState::Closed { .. } if asks && self.may_reopen() => {
                return self.identified_another_way(account, action).await;
            }
            VerificationState::Closed { until } => {
                let failure = CodeRefusal::Closed { until }.into();
                return Err(self.refused(self.act(action, account, None), failure).await);
            }
            VerificationState::Unverified => {}
        }
        // "Send a code" would be no advice where none can be sent.
        let phone = match self.trusted(account) {
            Ok(phone) => phone,
            Err(failure) if asks && self.identified_by_allowed => {
                if matches!(failure, Failure::MobileNotSettled { .. }) {
                    self.operator.tell(&Notice::NoCodeForNewMobile);
                }
                return self.identified_another_way(account, action).await;
            }
            Err(failure) => return Err(self.refused(self.act(action, account, None), failure).await),
        };
        if !asks {
            let failure = Failure::NotVerified { account: account.name.to_string() };
            return Err(self.refused(self.act(action, account, None), failure).await);
        }
        self.ask(account, action, phone).await
    }

    /// Whether the caller read back a code that went to this number, not too long ago.
    pub(super) async fn verification_state(&self, account: &Account) -> Result<VerificationState, Failure> {
        let now = self.clock.now();
        let Some(phone) = account.mobile.phone() else {
            let closed = self.codes.recent_activity(account.id, self.limits, now).await?.closed_until;
            return Ok(closed.map_or(VerificationState::Unverified, |until| VerificationState::Closed { until }));
        };
        match self.codes.verification_state(&self.bond(account, phone), self.limits, now).await? {
            VerificationState::Verified if self.settled(account).is_err() => Ok(VerificationState::Unverified),
            standing => Ok(standing),
        }
    }

    /// Whether a code is out that one of this operator's callers could still read back.
    pub(super) async fn has_code_out(&self) -> Result<bool, Failure> {
        let operator = &self.trail.who().directory;
        Ok(self.codes.sent(operator, self.clock.now()).await?.iter().any(|sent| sent.live))
    }

    /// Sends a code, unless one is out that could still be read back, and asks for it.
    async fn ask(&self, account: &Account, action: Action, phone: &Phone) -> Result<Grounds, Failure> {
        let bond = self.bond(account, phone);
        let out = self.codes.sent(bond.operator, self.clock.now()).await?;
        if !out.iter().any(|sent| sent.live && sent.account == account.id && sent.number == bond.number) {
            let question = Question::SendCode(account);
            match self.operator.confirm(&question) {
                Ok(true) => drop(self.send_and_tell(account).await?),
                Ok(false) if self.identified_by_allowed => return self.identified_another_way(account, action).await,
                Ok(false) => return Err(silence(NoAnswer::Cancelled)),
                Err(why) => return Err(silence(why)),
            }
        }
        self.ask_for_code(account).await?;
        Ok(Grounds::Code)
    }

    /// Sends a code and says so; a message that may have gone out is waited for like one that did.
    pub(super) async fn send_and_tell(&self, account: &Account) -> Result<Option<Dispatch>, Failure> {
        match self.send(account).await {
            Ok(dispatch) => {
                let Dispatch { to, expires, queued, .. } = &dispatch;
                self.operator.tell(&Notice::CodeSent { to, expires: *expires, queued: *queued });
                Ok(Some(dispatch))
            }
            Err(Failure::Sms(SmsError::Unclear { .. })) => {
                let to = account.mobile.phone().map(Phone::masked).unwrap_or_default();
                self.operator.tell(&Notice::CodeMayBeSent { to: &to });
                Ok(None)
            }
            Err(failure) => Err(failure),
        }
    }

    /// Asks for the code until it is right or its tries are used up. An empty answer sends a new one.
    pub(super) async fn ask_for_code(&self, account: &Account) -> Result<(), Failure> {
        loop {
            let typed = self.operator.ask_code().map_err(silence)?;
            if typed.trim().is_empty() {
                match self.send_and_tell(account).await {
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
            match self.check(account, &code).await {
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

    /// Tells the operator of something that was begun for this account and may have been done, and of a day that
    /// looks like somebody else's doing.
    pub(super) async fn warn_of_history(&self, account: &Account) -> Result<(), Failure> {
        let unanswered = self.trail.unanswered(Some(&account.id.to_string())).await?;
        if let Some((_, newest)) = unanswered.last() {
            self.operator.tell(&Notice::Unanswered(newest));
        }
        let RecentActivity { closed_until, resets, .. } =
            self.codes.recent_activity(account.id, self.limits, self.clock.now()).await?;
        if resets >= self.limits.resets_per_day {
            self.operator.tell(&Notice::ManyResets { n: resets });
        }
        // To all others it is a refusal that tells them.
        if let Some(until) = closed_until.filter(|_| self.may_reopen()) {
            self.operator.tell(&Notice::VerificationClosed { until });
        }
        Ok(())
    }

    /// The number that a code may go to.
    pub(super) fn trusted<'b>(&self, account: &'b Account) -> Result<&'b Phone, Failure> {
        let phone = reachable(account)?;
        self.settled(account)?;
        Ok(phone)
    }

    /// Whether a code says who the caller is, as far as the number's age goes.
    fn settled(&self, account: &Account) -> Result<(), Failure> {
        match self.mobile.forbids(account, self.clock.now()) {
            Some(because) => Err(Failure::MobileNotSettled { account: account.name.to_string(), because }),
            None => Ok(()),
        }
    }

    /// What is about to be done, with the number in use.
    pub(super) fn act(&self, action: Action, account: &Account, grounds: Option<&Grounds>) -> Act {
        let phone = account.mobile.phone();
        Act {
            action,
            account_id: account.id.to_string(),
            account: account.name.to_string(),
            number: phone.map(Phone::masked),
            number_mark: phone.map(|phone| self.key.number_hash(phone).short()),
            identified_by: match grounds {
                Some(Grounds::IdentifiedBy(text)) => Some(text.clone()),
                _ => None,
            },
            delivery: None,
            reason: None,
        }
    }

    /// Records a refusal. If the trail cannot be written, that is what is reported.
    pub(super) async fn refused(&self, act: Act, failure: Failure) -> Failure {
        match self.trail.refuse(act, failure.kind()).await {
            Ok(()) => failure,
            Err(error) => error.into(),
        }
    }

    fn bond(&self, account: &Account, phone: &Phone) -> CodeBinding<'_> {
        let number: KeyedHash = self.key.number_hash(phone);
        CodeBinding { operator: &self.trail.who().directory, account: account.id, number }
    }
}

pub(super) fn reachable(account: &Account) -> Result<&Phone, Failure> {
    let because = match &account.mobile {
        Mobile::Missing => Unreachable::Missing,
        Mobile::Unreadable => Unreachable::Unreadable,
        Mobile::Registered(_) => Unreachable::Landline,
    };
    account.mobile.reachable().ok_or_else(|| Failure::NoMobile { account: account.name.to_string(), because })
}

/// The end of an act.
pub(super) fn end(step: Step, reason: Option<&str>) -> Conclusion {
    Conclusion { step, reason: reason.map(str::to_owned), server: None }
}

pub(super) fn silence(why: NoAnswer) -> Failure {
    Failure::NoAnswer { why, option: "--code" }
}
