//! How the operator is asked: each question with its explanation and what the keys do.

use zeroize::Zeroizing;

use super::operator::TerminalOperator;
use crate::domain::password::{NotAPassword, Password};
use crate::ports::{NoAnswer, Operator};
use crate::text::Message;
use crate::ui::{News, Prompt};

/// What Escape does at a question, for the line that says so.
#[derive(Clone, Copy)]
pub(super) enum Escape {
    /// Leads to the step before in a guided call; otherwise it cancels.
    Step,
    /// Leads to the question before, also outside a guided call. Ctrl-C ends the command.
    Back,
    /// Cancels, everywhere.
    Cancel,
}

impl TerminalOperator<'_> {
    fn keys(&self, escape: Escape) -> String {
        self.words.say(&match escape {
            Escape::Step | Escape::Back if self.guided => Message::KeysInCall,
            Escape::Back => Message::KeysBack,
            Escape::Step | Escape::Cancel => Message::KeysCancel,
        })
    }

    /// Repeats a question until its answer can be decoded, and reports a discarded paste.
    pub fn typed(&self, ask: impl Fn() -> Result<Zeroizing<String>, NoAnswer>) -> Result<Zeroizing<String>, NoAnswer> {
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

    /// Asks for a line. `is_complete`: whether what is typed needs no Enter.
    pub(super) fn ask(
        &self,
        question: &str,
        help: Message<'_>,
        is_complete: Option<fn(&str) -> bool>,
    ) -> Result<Zeroizing<String>, NoAnswer> {
        self.ask_with_news(question, help, is_complete, None)
    }

    /// The same, showing `news` while it waits.
    pub(super) fn ask_with_news(
        &self,
        question: &str,
        help: Message<'_>,
        is_complete: Option<fn(&str) -> bool>,
        news: Option<&News<'_>>,
    ) -> Result<Zeroizing<String>, NoAnswer> {
        let (help, keys) = (self.words.say(&help), self.keys(Escape::Step));
        let prompt = Prompt { question, help: &help, keys: &keys, is_complete, news, ..Prompt::default() };
        self.typed(|| self.console.ask(&prompt))
    }

    /// Asks a yes-or-no question; an empty answer means `usual`.
    pub(crate) fn yes_or_no(&self, question: &str, help: Message<'_>, usual: bool) -> Result<bool, NoAnswer> {
        let one_key: fn(&str) -> bool = |typed| matches!(typed, "j" | "J" | "y" | "Y" | "n" | "N");
        let enter = if usual { Message::EnterMeansYes } else { Message::EnterMeansNo };
        let (help, keys) = ([help, enter].map(|part| self.words.say(&part)).join(" "), self.keys(Escape::Step));
        let prompt = Prompt { question, help: &help, keys: &keys, is_complete: Some(one_key), ..Prompt::default() };
        loop {
            match self.typed(|| self.console.ask(&prompt))?.trim().to_lowercase().as_str() {
                "" => return Ok(usual),
                "j" | "ja" | "y" | "yes" => return Ok(true),
                "n" | "nej" | "no" => return Ok(false),
                _ => self.say(Message::AnswerYesOrNo),
            }
        }
    }

    pub(super) fn choose(
        &self,
        question: Message<'_>,
        help: Message<'_>,
        escape: Escape,
        items: &[String],
        usual: usize,
    ) -> Result<usize, NoAnswer> {
        self.may_ask()?;
        let (question, help, keys) = (self.words.say(&question), self.words.say(&help), self.keys(escape));
        let prompt = Prompt { question: &question, help: &help, keys: &keys, ..Prompt::default() };
        self.console.choose(&prompt, items, usual)
    }

    /// Asks for a password; `None` for an empty answer.
    pub(super) fn ask_password_or_none(
        &self,
        question: Message<'_>,
        help: Message<'_>,
        escape: Escape,
    ) -> Result<Option<Password>, NoAnswer> {
        self.may_ask()?;
        let (question, help, keys) = (self.words.say(&question), self.words.say(&help), self.keys(escape));
        let prompt = Prompt { question: &question, help: &help, keys: &keys, ..Prompt::default() };
        loop {
            let typed = self.typed(|| self.console.ask_secret(&prompt))?;
            match Password::parse(typed) {
                Ok(password) => return Ok(Some(password)),
                Err(NotAPassword::Empty) => return Ok(None),
                Err(NotAPassword::ControlCharacter | NotAPassword::NotText) => self.say(Message::NotAPasswordTyped),
            }
        }
    }

    pub(super) fn ask_password(&self, question: Message<'_>, help: Message<'_>) -> Result<Password, NoAnswer> {
        loop {
            match self.ask_password_or_none(question, help, Escape::Cancel)? {
                Some(password) => return Ok(password),
                None => self.say(Message::NotAPasswordTyped),
            }
        }
    }

    pub(super) fn may_ask(&self) -> Result<(), NoAnswer> {
        if self.can_answer() { Ok(()) } else { Err(NoAnswer::NoTerminal) }
    }
}

#[cfg(test)]
mod tests {
    use crate::ui::wrapped;

    #[test]
    fn explanations_and_keys_fit_window() {
        for texts in [include_str!("../text/sv.ftl"), include_str!("../text/en.ftl")] {
            let named = |prefix: &'static str| {
                let all = texts.lines().filter_map(|line| line.split_once(" = "));
                all.filter(move |(name, _)| name.starts_with(prefix)).map(|(_, text)| text)
            };
            assert!(named("explain-").count() > 10 && named("keys-").count() > 2);
            for text in named("explain-") {
                let lines = wrapped(text, Some(80)).lines().count();
                assert!((2..=4).contains(&lines), "{lines} lines: {text}");
            }
            assert!(named("keys-").all(|keys| keys.chars().count() < 60));
        }
    }
}
