//! The operator at a console: asks typed questions and shows notices.

use zeroize::Zeroizing;

use super::card::Next;
use super::warnings::sentence;
use super::{action, candidate, card, number, password_rejected, rule_results};
use crate::domain::account::Account;
use crate::domain::audit::{LONGEST, NotAFreeText, free_text};
use crate::domain::password::{NotAPassword, Password};
use crate::domain::phone::Phone;
use crate::domain::secret_entry::{SecretEntry, SecretKind};
use crate::domain::warnings::Warning;
use crate::ports::{
    CallerChoice, ChangeRefusal, Clock, NewPasswordAnswer, NoAnswer, Notice, Operator, Question, WhyUnhelpful,
};
use crate::text::{Message, Words};
use crate::ui::{Console, Style, wrapped};

pub struct TerminalOperator<'a> {
    pub console: &'a dyn Console,
    pub words: &'a Words,
    pub clock: &'a dyn Clock,
    pub no_input: bool,
    pub quiet: bool,
    pub verbose: bool,
    /// The style of standard error.
    pub style: Style,
}

impl TerminalOperator<'_> {
    fn say(&self, message: Message<'_>) {
        self.console.err(&self.words.say(&message));
    }

    fn warn(&self, warnings: &[Warning]) {
        for warning in warnings {
            let message = sentence(warning, self.words, self.clock.now());
            let line = wrapped(&self.words.say(&Message::Warning { message: &message }), self.console.width());
            line.lines().for_each(|line| self.console.err(&self.style.alert(line)));
        }
    }

    fn show_card(&self, account: &Account, warnings: &[Warning], next: Next) {
        let (now, width) = (self.clock.now(), self.console.width());
        self.console.err(&card::card(account, warnings, self.words, now, width, self.style, next));
    }

    fn may_ask(&self) -> Result<(), NoAnswer> {
        if self.can_answer() { Ok(()) } else { Err(NoAnswer::NoTerminal) }
    }

    /// Asks for the operator's own password in the directory.
    pub fn ask_sign_in(&self, user: &str, server: &str) -> Result<Password, NoAnswer> {
        self.ask_password(Message::AskSignIn { user, server })
    }

    fn ask_password(&self, question: Message<'_>) -> Result<Password, NoAnswer> {
        loop {
            match self.ask_password_or_none(question)? {
                Some(password) => return Ok(password),
                None => self.say(Message::NotAPasswordTyped),
            }
        }
    }

    /// Repeats a question until its answer can be decoded, and reports a discarded paste.
    fn typed(&self, ask: impl Fn() -> Result<Zeroizing<String>, NoAnswer>) -> Result<Zeroizing<String>, NoAnswer> {
        loop {
            let typed = ask();
            if self.console.has_left_out() {
                self.say(Message::PasteLeftOut);
            }
            match typed {
                Err(NoAnswer::Unreadable) => self.say(Message::TypedUnreadable),
                typed => return typed,
            }
        }
    }

    fn ask(&self, question: &str) -> Result<Zeroizing<String>, NoAnswer> {
        self.typed(|| self.console.ask(question))
    }

    /// Asks a yes-or-no question; an empty answer means `usual`.
    pub(crate) fn yes_or_no(&self, question: &str, usual: bool) -> Result<bool, NoAnswer> {
        loop {
            match self.ask(question)?.trim().to_lowercase().as_str() {
                "" => return Ok(usual),
                "j" | "ja" | "y" | "yes" => return Ok(true),
                "n" | "nej" | "no" => return Ok(false),
                _ => self.say(Message::AnswerYesOrNo),
            }
        }
    }

    fn choose(&self, question: Message<'_>, items: &[String], usual: usize) -> Result<usize, NoAnswer> {
        self.may_ask()?;
        self.console.choose(&self.words.say(&question), items, usual)
    }

    /// Asks for a password; `None` for an empty answer.
    fn ask_password_or_none(&self, question: Message<'_>) -> Result<Option<Password>, NoAnswer> {
        self.may_ask()?;
        loop {
            let typed = self.typed(|| self.console.ask_secret(&self.words.say(&question)))?;
            match Password::parse(typed) {
                Ok(password) => return Ok(Some(password)),
                Err(NotAPassword::Empty) => return Ok(None),
                Err(NotAPassword::ControlCharacter | NotAPassword::NotText) => self.say(Message::NotAPasswordTyped),
            }
        }
    }
}

impl Operator for TerminalOperator<'_> {
    fn can_answer(&self) -> bool {
        !self.no_input && self.console.is_interactive()
    }

    fn confirm(&self, question: &Question<'_>) -> Result<bool, NoAnswer> {
        self.may_ask()?;
        let question = match question {
            Question::SendCode(account) => {
                let to = account.mobile.phone().map(Phone::masked).unwrap_or_default();
                if !self.quiet {
                    self.say(Message::SayNumber { last: to.trim_start_matches('*') });
                }
                self.words.say(&Message::AskSendCode { to: &to })
            }
            Question::TryAgain => self.words.say(&Message::AskTryAgain),
            Question::AtTheWorkplace => self.words.say(&Message::AskAtTheWorkplace),
        };
        self.yes_or_no(&self.words.say(&Message::YesOrNo { question: &question }), true)
    }

    fn ask_caller(&self, after_a_call: bool) -> Result<Zeroizing<String>, NoAnswer> {
        self.may_ask()?;
        let question = if after_a_call { Message::AskNextCaller } else { Message::AskCaller };
        self.ask(&self.words.say(&question))
    }

    fn choose_account(&self, accounts: &[Account]) -> Result<Option<usize>, NoAnswer> {
        let now = self.clock.now();
        let mut items: Vec<String> = accounts.iter().map(|account| candidate::line(account, self.words, now)).collect();
        items.push(self.words.say(&Message::NoneOfThem));
        let chosen = self.choose(Message::AskAccount, &items, 0)?;
        Ok((chosen < accounts.len()).then_some(chosen))
    }

    fn choose_help(&self, usual: CallerChoice, pointless: Option<WhyUnhelpful>) -> Result<CallerChoice, NoAnswer> {
        let keep = self.words.say(&Message::HelpKeep);
        let help = keep.as_str();
        let keep = match pointless {
            Some(WhyUnhelpful::NotLocked) => self.words.say(&Message::PointlessNotLocked { help }),
            Some(WhyUnhelpful::MustChange) => self.words.say(&Message::PointlessMustChange { help }),
            None => keep,
        };
        let items = [keep, self.words.say(&Message::HelpNew)];
        let usual = usize::from(usual == CallerChoice::NewPassword);
        Ok(if self.choose(Message::AskHelp, &items, usual)? == 0 {
            CallerChoice::KeepPassword
        } else {
            CallerChoice::NewPassword
        })
    }

    fn ask_identification(&self) -> Result<Option<String>, NoAnswer> {
        self.may_ask()?;
        loop {
            let typed = self.ask(&self.words.say(&Message::AskIdentification))?;
            if typed.trim().is_empty() {
                return Ok(None);
            }
            match free_text(&typed) {
                Ok(text) => return Ok(Some(text)),
                Err(NotAFreeText::SaysNothing) => self.say(Message::IdentificationSaysNothing),
                Err(NotAFreeText::TooLong) => {
                    self.say(Message::IdentificationTooLong { most: number(LONGEST) });
                }
            }
        }
    }

    fn ask_code(&self) -> Result<Zeroizing<String>, NoAnswer> {
        self.may_ask()?;
        self.ask(&self.words.say(&Message::AskCode))
    }

    fn ask_new_password(&self) -> Result<NewPasswordAnswer, NoAnswer> {
        loop {
            let Some(first) = self.ask_password_or_none(Message::AskPassword)? else {
                // An accidental Enter must not generate a password.
                if self.yes_or_no(&self.words.say(&Message::AskMakePassword), false)? {
                    return Ok(NewPasswordAnswer::Generate);
                }
                continue;
            };
            let first = first.composed();
            let again = self.ask_password_or_none(Message::AskPasswordAgain)?.map(Password::composed);
            if again.as_ref() != Some(&first) {
                self.say(Message::PasswordsDiffer);
                continue;
            }
            let hidden = first.hidden();
            if hidden.is_empty() {
                return Ok(NewPasswordAnswer::Typed(first));
            }
            self.say(Message::PasswordHides { what: &rule_results::hidden(&hidden, self.words) });
            if self.yes_or_no(&self.words.say(&Message::AskHidden), false)? {
                return Ok(NewPasswordAnswer::Typed(first.as_is()));
            }
        }
    }

    fn ask_secret(&self, entry: &SecretEntry) -> Result<Password, NoAnswer> {
        let (user, place) = (entry.user.as_str(), entry.place.as_str());
        self.ask_password(match entry.what {
            SecretKind::Directory => Message::AskSignIn { user, server: place },
            SecretKind::Sms => Message::AskSmsSecret { place },
            SecretKind::Store => Message::AskStorePassword { user, place },
        })
    }

    fn ask_password_once(&self) -> Result<Password, NoAnswer> {
        self.ask_password(Message::AskPasswordToCheck)
    }

    fn can_be_shown(&self) -> bool {
        self.console.can_write()
    }

    fn piped_line(&self) -> Result<Zeroizing<String>, NoAnswer> {
        self.console.piped_line()
    }

    fn tell(&self, notice: &Notice<'_>) {
        let now = self.clock.now();
        match *notice {
            Notice::Account(account, warnings) if !self.quiet => {
                self.show_card(account, warnings, Next::Command);
            }
            Notice::Account(_, warnings) | Notice::Warnings(warnings) => self.warn(warnings),
            // Also with `--quiet`: it shows whose account this is.
            Notice::Caller(account, warnings) => self.show_card(account, warnings, Next::Here),
            Notice::NoCodeForNewMobile => self.say(Message::NoCodeForNewMobile),
            Notice::SecretHides(hidden) => {
                self.say(Message::SecretHides { what: &rule_results::hidden(hidden, self.words) });
            }
            Notice::OnlySimilar { query } => self.say(Message::DidYouMean { query }),
            Notice::MoreAccounts => self.say(Message::MoreMatch),
            Notice::CodeAsName => self.say(Message::CodeAsName),
            Notice::NobodyNamed => self.say(Message::NobodyNamed),
            Notice::Unanswered(record) => {
                let (what, who) = (action::action(&record.act, self.words), record.who.directory.as_str());
                self.say(Message::Unanswered { what: &what, who, when: &self.words.when(record.at, now) });
            }
            Notice::UnansweredOf { accounts } => {
                self.say(Message::UnansweredOf { n: number(accounts) });
            }
            Notice::StillVerified => self.say(Message::StillVerified),
            Notice::CodeSent { to, expires, queued } => {
                let until = &self.words.clock(expires, now);
                self.say(if queued { Message::CodeQueued { to, until } } else { Message::CodeSent { to, until } });
            }
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
            Notice::NotYet { again } => self.say(Message::CodeNotYet { again: &self.words.when(again, now) }),
            Notice::Verified => self.say(Message::CodeVerified),
            Notice::PasswordBreaksRules(report) => {
                self.say(Message::PolicyRefused);
                for sentence in rule_results::broken(report, self.words) {
                    self.console.err(&format!("  {sentence}"));
                }
            }
            Notice::PasswordMade { bits } if self.verbose => self.say(Message::PasswordMade { bits: bits.into() }),
            Notice::PasswordMade { .. } => {}
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
