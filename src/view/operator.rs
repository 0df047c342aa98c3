//! The operator at a console: asks typed questions and shows notices.

use std::cell::RefCell;

use zeroize::Zeroizing;

use super::card::Phrasing;
use super::code_sent::code_sent;
use super::questions::Escape;
use super::warnings::sentence;
use super::{action, caller_script, candidate, card, delivery_state, number, password_rejected, rule_results};
use crate::config::CardFact;
use crate::domain::account::Account;
use crate::domain::audit::{Delivery, LONGEST, NotAFreeText, free_text};
use crate::domain::code::Code;
use crate::domain::must_change::CallerPlace;
use crate::domain::password::Password;
use crate::domain::phone::Phone;
use crate::domain::query::Query;
use crate::domain::secret_entry::{SecretEntry, SecretKind};
use crate::domain::warnings::{MobileDoubt, Warning};
use crate::ports::{
    CallerChoice, CallerPrompt, CardSubject, ChangeRefusal, Clock, FollowDelivery, NewPasswordAnswer, NoAnswer, Notice,
    Operator, Question, WhyUnhelpful,
};
use crate::text::{Message, Words};
use crate::ui::{Console, News, Prompt, Style, wrapped};

/// Lines of a terminal that a card leaves for what follows it: warnings, what to say, and the question.
const BESIDE_CARD: u16 = 6;

pub struct TerminalOperator<'a> {
    pub console: &'a dyn Console,
    pub words: &'a Words,
    pub clock: &'a dyn Clock,
    pub no_input: bool,
    pub quiet: bool,
    pub verbose: bool,
    /// What a card shows.
    pub card: &'a [CardFact],
    /// Whether calls are guided, where Escape leads to the step before.
    pub guided: bool,
    /// What was answered to who is calling, in this run, except codes and personal numbers.
    pub callers: RefCell<Vec<Zeroizing<String>>>,
    /// The style of standard error.
    pub style: Style,
}

impl TerminalOperator<'_> {
    pub(super) fn say(&self, message: Message<'_>) {
        self.console.err(&self.words.say(&message));
    }

    fn warn(&self, warnings: &[Warning]) {
        for warning in warnings {
            let message = sentence(warning, self.words, self.clock.now());
            let message = &message;
            let message =
                if warning.is_grave() { Message::GraveWarning { message } } else { Message::Warning { message } };
            let line = wrapped(&self.words.say(&message), self.console.width());
            line.lines().for_each(|line| {
                self.console.err(&if warning.is_grave() { self.style.alert(line) } else { line.to_owned() });
            });
        }
    }

    fn show_card(&self, subject: CardSubject<'_>, phrasing: Phrasing) {
        let most = self.console.height().map(|height| height.saturating_sub(BESIDE_CARD).into());
        let size = card::Size { width: self.console.width(), most };
        let now = self.clock.now();
        self.console.err(&card::card(subject, self.card, self.words, now, size, self.style, phrasing));
    }

    /// Asks for the operator's own password in the directory.
    pub fn ask_sign_in(&self, user: &str, server: &str) -> Result<Password, NoAnswer> {
        self.ask_password(Message::AskSignIn { user, server }, Message::ExplainSignIn)
    }
}

impl Operator for TerminalOperator<'_> {
    fn can_answer(&self) -> bool {
        !self.no_input && self.console.is_interactive()
    }

    fn confirm(&self, question: &Question<'_>) -> Result<bool, NoAnswer> {
        self.may_ask()?;
        let usual = match question {
            Question::SendCode { usual, .. } => *usual,
            // Those are warnings about the owner's number.
            Question::UseCode { manager: None, usual, .. } => *usual,
            Question::UseCode { doubt, .. } | Question::SendCodeToManager { doubt, .. } => {
                doubt.is_none_or(|doubt| doubt == MobileDoubt::Unknown)
            }
            Question::TryAgain | Question::SameCall { .. } => true,
        };
        let (question, help) = match question {
            Question::SendCode { account, has_others, .. } => {
                let to = account.mobile.phone().map(Phone::masked).unwrap_or_default();
                if !self.quiet {
                    let said = self.words.say(&Message::SayNumber { last: to.trim_start_matches('*') });
                    let said = caller_script::wrapped(&said, self.console.width(), self.style, self.words);
                    said.lines().for_each(|line| self.console.err(line));
                }
                let (question, help) = match has_others {
                    true => (Message::AskSendCodeOrOther { to: &to }, Message::ExplainSendCodeOrOther),
                    false => (Message::AskSendCode { to: &to }, Message::ExplainSendCode),
                };
                (self.words.say(&question), help)
            }
            Question::UseCode { account, manager, doubt, at, expires, .. } => {
                if let Some(doubt) = doubt {
                    self.tell(&Notice::ManagerDoubt(*doubt));
                }
                let (now, to) = (self.clock.now(), manager.unwrap_or(account).mobile.phone().map(Phone::masked));
                let (at, until) = (self.words.clock(*at, now), self.words.clock(*expires, now));
                let (at, until, to) = (at.as_str(), until.as_str(), to.unwrap_or_default());
                self.say(match manager {
                    None => Message::CodeOut { at, to: &to, until },
                    Some(manager) => Message::CodeOutManager { at, name: &manager.display_name, to: &to, until },
                });
                (self.words.say(&Message::AskUseCode), Message::ExplainUseCode)
            }
            Question::SendCodeToManager { manager, doubt, .. } => {
                if let Some(doubt) = doubt {
                    self.tell(&Notice::ManagerDoubt(*doubt));
                }
                let to = manager.mobile.phone().map(Phone::masked).unwrap_or_default();
                let question = Message::AskSendManager { name: &manager.display_name, to: &to };
                (self.words.say(&question), Message::ExplainSendManager)
            }
            Question::TryAgain => (self.words.say(&Message::AskTryAgain), Message::ExplainTryAgain),
            Question::SameCall { at } => {
                let question = self.words.say(&Message::AskSameCall { at: &self.words.clock(*at, self.clock.now()) });
                let question = self.words.say(&Message::NoOrYes { question: &question });
                // The safe answer is a new code.
                return self.yes_or_no(&question, Message::ExplainSameCall, false);
            }
        };
        let question = match (&question, usual) {
            (question, true) => Message::YesOrNo { question },
            (question, false) => Message::NoOrYes { question },
        };
        self.yes_or_no(&self.words.say(&question), help, usual)
    }

    fn ask_caller(&self, whom: CallerPrompt<'_>) -> Result<Zeroizing<String>, NoAnswer> {
        self.may_ask()?;
        let question = self.words.say(&match whom {
            CallerPrompt::Current { ticket: None } => Message::AskCaller,
            CallerPrompt::Current { ticket: Some(ticket) } => Message::AskCallerOfCase { ticket },
            CallerPrompt::Next => Message::AskNextCaller,
        });
        let (help, keys) = (self.words.say(&Message::ExplainCaller), self.words.say(&Message::KeysAtCaller));
        let recall = self.callers.borrow().clone();
        let prompt = Prompt {
            question: &question,
            help: &help,
            keys: &keys,
            recall: Some(recall.as_slice()),
            ..Prompt::default()
        };
        let typed = self.typed(|| self.console.ask(&prompt))?;
        let may_be_recalled = !typed.trim().is_empty()
            && Code::parse(&typed).is_err()
            && !matches!(Query::parse(&typed), Ok(Query::PersonalNumber(_)))
            && recall.last() != Some(&typed);
        if may_be_recalled {
            self.callers.borrow_mut().push(typed.clone());
        }
        Ok(typed)
    }

    fn choose_account(&self, accounts: &[Account]) -> Result<Option<usize>, NoAnswer> {
        let now = self.clock.now();
        let mut items: Vec<String> = accounts.iter().map(|account| candidate::line(account, self.words, now)).collect();
        items.push(self.words.say(&Message::NoneOfThem));
        let chosen = self.choose(Message::AskAccount, Message::ExplainAccount, Escape::Back, &items, 0)?;
        Ok((chosen < accounts.len()).then_some(chosen))
    }

    fn choose_help(&self, usual: CallerChoice, pointless: Option<WhyUnhelpful>) -> Result<CallerChoice, NoAnswer> {
        if pointless == Some(WhyUnhelpful::PasswordUnknown) {
            // There is nothing else to choose, but one step back is.
            let items = [self.words.say(&Message::HelpNew)];
            self.choose(Message::AskHelp, Message::ExplainHelpNew, Escape::Step, &items, 0)?;
            return Ok(CallerChoice::NewPassword);
        }
        let keep = self.words.say(&Message::HelpKeep);
        let help = keep.as_str();
        let keep = match pointless {
            Some(WhyUnhelpful::NotLocked) => self.words.say(&Message::PointlessNotLocked { help }),
            Some(WhyUnhelpful::MustChange) => self.words.say(&Message::PointlessMustChange { help }),
            Some(WhyUnhelpful::PasswordUnknown) | None => keep,
        };
        let mut choices = vec![CallerChoice::KeepPassword, CallerChoice::NewPassword];
        let mut items = vec![keep, self.words.say(&Message::HelpNew)];
        if usual == CallerChoice::Watch {
            choices.push(usual);
            items.push(self.words.say(&Message::HelpWatch));
        }
        let usual = choices.iter().position(|choice| *choice == usual).unwrap_or_default();
        let chosen = self.choose(Message::AskHelp, Message::ExplainHelp, Escape::Step, &items, usual)?;
        Ok(choices.get(chosen).copied().unwrap_or(CallerChoice::KeepPassword))
    }

    fn ask_place(&self) -> Result<CallerPlace, NoAnswer> {
        let places = [(CallerPlace::Work, Message::PlaceWork), (CallerPlace::Outside, Message::PlaceOutside)];
        let items = places.each_ref().map(|(_, item)| self.words.say(item));
        Ok(places[self.choose(Message::AskPlace, Message::ExplainPlace, Escape::Step, &items, 0)?].0)
    }

    fn choose_number(&self, numbers: &[Phone]) -> Result<Option<usize>, NoAnswer> {
        let none = self.words.say(&Message::NoneOfNumbers);
        let items: Vec<String> = numbers.iter().map(Phone::masked).chain([none]).collect();
        let chosen = self.choose(Message::AskNumber, Message::ExplainNumber, Escape::Back, &items, 0)?;
        Ok((chosen < numbers.len()).then_some(chosen))
    }

    fn choose_delivery(&self, to: &Phone, usual: Delivery) -> Result<Delivery, NoAnswer> {
        let to = to.masked();
        let ways = [(Delivery::Screen, Message::DeliverAloud), (Delivery::Sms, Message::DeliverSms { to: &to })];
        let items = ways.each_ref().map(|(_, item)| self.words.say(item));
        let usual = usize::from(usual == Delivery::Sms);
        Ok(ways[self.choose(Message::AskDelivery, Message::ExplainDelivery, Escape::Step, &items, usual)?].0)
    }

    fn ask_identification(&self) -> Result<Option<String>, NoAnswer> {
        self.may_ask()?;
        loop {
            let typed = self.ask(&self.words.say(&Message::AskIdentification), Message::ExplainIdentification, None)?;
            if typed.trim().is_empty() {
                return Ok(None);
            }
            match free_text(&typed) {
                Ok(text) => return Ok(Some(text)),
                Err(NotAFreeText::SaysNothing) => self.say(Message::IdentificationSaysNothing),
                Err(NotAFreeText::ControlCharacter) => self.say(Message::IdentificationControl),
                Err(NotAFreeText::TooLong) => {
                    self.say(Message::IdentificationTooLong { most: number(LONGEST) });
                }
            }
        }
    }

    fn ask_code(&self, delivery: Option<&dyn FollowDelivery>) -> Result<Zeroizing<String>, NoAnswer> {
        self.may_ask()?;
        let news = || delivery?.news().map(|state| delivery_state::sentence(&state, self.words));
        let news = delivery.is_some().then_some(&news as &News<'_>);
        let question = self.words.say(&Message::AskCode);
        self.ask_with_news(&question, Message::ExplainCode, Some(|typed| Code::parse(typed).is_ok()), news)
    }

    fn ask_new_password(&self) -> Result<NewPasswordAnswer, NoAnswer> {
        loop {
            let asked = self.ask_password_or_none(Message::AskPassword, Message::ExplainPassword, Escape::Step)?;
            let Some(password) = asked else { return Ok(NewPasswordAnswer::Generate) };
            let password = password.composed();
            let hidden = password.hidden();
            if hidden.is_empty() {
                return Ok(NewPasswordAnswer::Typed(password));
            }
            self.say(Message::PasswordHides { what: &rule_results::hidden(&hidden, self.words) });
            match self.yes_or_no(&self.words.say(&Message::AskHidden), Message::ExplainHidden, false) {
                Ok(true) => return Ok(NewPasswordAnswer::Typed(password.as_is())),
                Ok(false) | Err(NoAnswer::Back) => {}
                Err(why) => return Err(why),
            }
        }
    }

    fn repeat_password(&self, first: &Password) -> Result<bool, NoAnswer> {
        let (question, help) = (Message::AskPasswordAgain, Message::ExplainPasswordAgain);
        let again = match self.ask_password_or_none(question, help, Escape::Back) {
            Err(NoAnswer::Back) => return Ok(false),
            again => again?.map(Password::composed),
        };
        let is_same = again.as_ref() == Some(first);
        if !is_same {
            self.say(Message::PasswordsDiffer);
        }
        Ok(is_same)
    }

    fn ask_own_name(&self, place: &str, former: Option<&str>) -> Result<String, NoAnswer> {
        self.may_ask()?;
        let question = self.words.say(&match former {
            Some(former) => Message::AskOwnNameAgain { place, former },
            None => Message::AskOwnName { place },
        });
        loop {
            let typed = self.ask(&question, Message::ExplainOwnName, None)?;
            match (free_text(&typed), former) {
                (Ok(name), _) => return Ok(name),
                (Err(_), Some(former)) if typed.trim().is_empty() => return Ok(former.to_owned()),
                (Err(_), _) => self.say(Message::NotAUserName),
            }
        }
    }

    fn ask_secret(&self, entry: &SecretEntry) -> Result<Password, NoAnswer> {
        let (user, place) = (entry.user.as_str(), entry.place.as_str());
        let (question, help) = match entry.what {
            SecretKind::Directory => (Message::AskSignIn { user, server: place }, Message::ExplainSignIn),
            SecretKind::Sms => (Message::AskSmsSecret { place }, Message::ExplainSmsSecret),
            SecretKind::Store => (Message::AskStorePassword { user, place }, Message::ExplainStorePassword),
        };
        self.ask_password(question, help)
    }

    fn ask_password_once(&self) -> Result<Password, NoAnswer> {
        self.ask_password(Message::AskPasswordToCheck, Message::ExplainPasswordToCheck)
    }

    fn can_be_shown(&self) -> bool {
        self.console.unwritable().is_none()
    }

    fn piped_line(&self) -> Result<Zeroizing<String>, NoAnswer> {
        self.console.piped_line()
    }

    fn tell(&self, notice: &Notice<'_>) {
        // Without a dialogue, a notice is neither a result nor an error.
        if self.quiet && !self.can_answer() {
            return;
        }
        let now = self.clock.now();
        match *notice {
            Notice::Account(subject) if !self.quiet => self.show_card(subject, Phrasing::Command),
            Notice::Account(CardSubject { warnings, .. }) | Notice::Warnings(warnings) => self.warn(warnings),
            // Also with `--quiet`: it shows whose account this is.
            Notice::Caller(subject) => self.show_card(subject, Phrasing::InCall),
            Notice::NoCodeForNewMobile => self.say(Message::NoCodeForNewMobile),
            Notice::NumberDeclined => self.say(Message::NumberDeclined { who: &self.words.escalation() }),
            Notice::SecretHides(hidden) => {
                self.say(Message::SecretHides { what: &rule_results::hidden(hidden, self.words) });
            }
            Notice::OnlySimilar { query } => self.say(Message::DidYouMean { query }),
            Notice::MoreAccounts => self.say(Message::MoreMatch),
            Notice::CodeAsName => self.say(Message::CodeAsName),
            Notice::NobodyNamed => self.say(Message::NobodyNamed),
            Notice::TicketNoted { ticket } => self.say(Message::TicketNoted { ticket }),
            Notice::Unanswered(record) => {
                self.console.err(&action::unanswered(record, self.words, now));
            }
            Notice::UnansweredOf { accounts } => {
                self.say(Message::UnansweredOf { n: number(accounts) });
            }
            Notice::CodeSent { via, to, expires, queued } => {
                let manager = via.map(|manager| manager.display_name.as_str());
                let lines = code_sent(manager, to, &self.words.clock(expires, now), queued, self.words);
                let said = caller_script::wrapped(&lines.join("\n"), self.console.width(), self.style, self.words);
                said.lines().for_each(|line| self.console.err(line));
            }
            Notice::ManagerDoubt(doubt) => match doubt {
                MobileDoubt::ChangedSinceLockout { at } | MobileDoubt::ChangedLately { at, .. } => {
                    let new = self.words.say(&Message::ManagerNumberNew { when: &self.words.when(at, now) });
                    self.say(Message::GraveWarning { message: &new });
                }
                MobileDoubt::Unknown => {
                    self.say(Message::Warning { message: &self.words.say(&Message::ManagerNumberUnknown) });
                }
            },
            Notice::CodeMayBeSent { to } => self.say(Message::CodeMayBeSent { to }),
            Notice::NotACode => self.say(Message::CodeNotSix),
            Notice::WrongCode { left } => self.say(Message::CodeWrongLeft { left: left.into() }),
            Notice::CodeForAnotherAccount { left } => self.say(Message::CodeOtherLeft { left: left.into() }),
            Notice::CodeReplaced { left } => self.say(Message::CodeReplacedLeft { left: left.into() }),
            Notice::VerificationClosed { until } => {
                self.say(Message::ClosedUntil { until: &self.words.when(until, now) });
            }
            Notice::VerificationReopened => self.say(Message::VerificationReopened),
            Notice::ManyResets { n } => self.say(Message::ManyResets { n: n.into() }),
            Notice::NotYet { again } => self.say(Message::CodeNotYet { again: &self.words.soon(again, now) }),
            Notice::Verified => self.say(Message::CodeVerified),
            Notice::PasswordBreaksRules(report) => {
                self.say(Message::PolicyRefused);
                for sentence in rule_results::broken(report, self.words) {
                    self.console.err(&format!("  {sentence}"));
                }
            }
            Notice::PasswordMade { bits } if self.verbose => self.say(Message::PasswordMade { bits: bits.into() }),
            Notice::PasswordMade { .. } => {}
            Notice::OnlyGenerated => self.say(Message::ChooseNoMore),
            Notice::NoPasswordToMake => self.say(Message::NoPasswordToMake),
            Notice::PasswordNotTaken { account, refusal, halfway } => {
                let why = password_rejected::why(account, refusal, self.words, now);
                self.say(match (refusal, halfway) {
                    (ChangeRefusal::TooYoung, true) => Message::NotTakenYetHalfway { why: &why },
                    (_, true) => Message::NotTakenHalfway { why: &why },
                    (ChangeRefusal::TooYoung, false) => Message::NotTakenYet { why: &why },
                    (_, false) => Message::NotTaken { why: &why },
                });
            }
        }
    }
}
