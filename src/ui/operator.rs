//! The operator at a console: typed questions and notices, put into words.

use zeroize::Zeroizing;

use super::{Console, Style, card, not_taken, rulings};
use crate::domain::password::{NotAPassword, Password};
use crate::domain::phone::Phone;
use crate::ports::{Clock, NewPasswordAnswer, Notice, Operator, Question, Refusal, Silence};
use crate::text::{Message, Words};

/// An operator who reads `words` on `console`.
pub struct TerminalOperator<'a> {
    /// Where they sit.
    pub console: &'a dyn Console,
    /// In their language.
    pub words: &'a Words,
    /// The time, for times that are told.
    pub clock: &'a dyn Clock,
    /// They asked not to be asked.
    pub no_input: bool,
    /// They asked to be told only what matters.
    pub quiet: bool,
    /// They asked to be told more.
    pub verbose: bool,
    /// How standard error is written.
    pub style: Style,
}

impl TerminalOperator<'_> {
    fn say(&self, message: Message<'_>) {
        self.console.err(&self.words.say(&message));
    }

    fn may_ask(&self) -> Result<(), Silence> {
        if self.can_answer() { Ok(()) } else { Err(Silence::NoTerminal) }
    }

    /// The operator's own password in the directory.
    ///
    /// # Errors
    /// [`Silence`].
    pub fn ask_sign_in(&self, user: &str, server: &str) -> Result<Password, Silence> {
        self.ask_password(Message::AskSignIn { user, server })
    }

    fn ask_password(&self, question: Message<'_>) -> Result<Password, Silence> {
        loop {
            match self.ask_password_or_none(question)? {
                Some(password) => return Ok(password),
                None => self.say(Message::NotAPasswordTyped),
            }
        }
    }

    /// `usual` is what an empty answer means.
    fn yes_or_no(&self, question: &str, usual: bool) -> Result<bool, Silence> {
        loop {
            // Not the library's own yes-or-no question: it knows no "ja".
            match self.console.ask(question)?.trim().to_lowercase().as_str() {
                "" => return Ok(usual),
                "j" | "ja" | "y" | "yes" => return Ok(true),
                "n" | "nej" | "no" => return Ok(false),
                _ => self.say(Message::AnswerYesOrNo),
            }
        }
    }

    /// `None`: an empty answer.
    fn ask_password_or_none(&self, question: Message<'_>) -> Result<Option<Password>, Silence> {
        self.may_ask()?;
        loop {
            let typed = self.console.ask_secret(&self.words.say(&question))?;
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

    fn confirm(&self, question: &Question<'_>) -> Result<bool, Silence> {
        self.may_ask()?;
        let Question::SendCode(account) = question;
        let to = account.mobile.phone().map(Phone::masked).unwrap_or_default();
        let question = self.words.say(&Message::AskSendCode { to: &to });
        self.yes_or_no(&self.words.say(&Message::YesOrNo { question: &question }), true)
    }

    fn ask_code(&self) -> Result<Zeroizing<String>, Silence> {
        self.may_ask()?;
        self.console.ask(&self.words.say(&Message::AskCode))
    }

    fn ask_new_password(&self) -> Result<NewPasswordAnswer, Silence> {
        loop {
            let Some(first) = self.ask_password_or_none(Message::AskPassword)? else {
                // Enter may have been pressed once too often at the question before; here it changes nothing.
                if self.yes_or_no(&self.words.say(&Message::AskMakePassword), false)? {
                    return Ok(NewPasswordAnswer::MakeOne);
                }
                continue;
            };
            if self.ask_password_or_none(Message::AskPasswordAgain)?.as_ref() == Some(&first) {
                return Ok(NewPasswordAnswer::Typed(first));
            }
            self.say(Message::PasswordsDiffer);
        }
    }

    fn ask_password_once(&self) -> Result<Password, Silence> {
        self.ask_password(Message::AskPasswordToCheck)
    }

    fn piped_line(&self) -> Result<Zeroizing<String>, Silence> {
        self.console.piped_line()
    }

    fn tell(&self, notice: &Notice<'_>) {
        let now = self.clock.now();
        match *notice {
            Notice::Account(account) if !self.quiet => {
                self.console.err(&card(account, self.words, now, self.console.width(), self.style));
            }
            Notice::Account(_) => {}
            Notice::CodeSent { to, expires, queued } => {
                if queued {
                    self.say(Message::CodeQueued { to });
                }
                self.say(Message::CodeSent { to, until: &self.words.clock(expires, now) });
            }
            Notice::CodeMayBeSent { to } => self.say(Message::CodeMayBeSent { to }),
            Notice::NotACode => self.say(Message::CodeNotSix),
            Notice::WrongCode { left } => self.say(Message::CodeWrongLeft { left: left.into() }),
            Notice::CodeForAnotherAccount { left } => self.say(Message::CodeOtherLeft { left: left.into() }),
            Notice::NotYet { again } => self.say(Message::CodeNotYet { again: &self.words.when(again, now) }),
            Notice::Verified => self.say(Message::CodeVerified),
            Notice::PasswordBreaksRules(report) => {
                self.say(Message::PolicyRefused);
                for sentence in rulings::broken(report, self.words) {
                    self.console.err(&format!("  {sentence}"));
                }
            }
            Notice::PasswordMade { bits } if self.verbose => self.say(Message::PasswordMade { bits: bits.into() }),
            Notice::PasswordMade { .. } => {}
            Notice::NoPasswordToMake => self.say(Message::NoPasswordToMake),
            Notice::PasswordNotTaken { account, refusal, halfway } => {
                let why = not_taken::why(account, refusal, self.words, now);
                self.say(match (refusal, halfway) {
                    (Refusal::TooYoung, true) => Message::NotTakenYetHalfway { why: &why },
                    (_, true) => Message::NotTakenHalfway { why: &why },
                    (Refusal::TooYoung, false) => Message::NotTakenYet { why: &why },
                    (_, false) => Message::NotTaken { why: &why },
                });
            }
        }
    }
}
