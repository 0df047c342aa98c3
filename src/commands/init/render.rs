//! The questions of `init`, and what it has written.

use schemars::JsonSchema;
use serde::Serialize;
use zeroize::Zeroizing;

use super::Outcome;
use super::answered::{Answer, Answered};
use crate::commands::Failure;
use crate::commands::failure::render::content;
use crate::domain::password::Password;
use crate::ports::{NoAnswer, Operator, PresentedCertificate};
use crate::text::{HelpTexts, Message, Words};
use crate::ui::Prompt;
use crate::view::document::{AnyDocument, Document, SchemaVersion};
use crate::view::{Render, TerminalOperator, View};

/// Asks on the terminal. Each question names the option that answers it where there is none. Escape leads one question
/// back: the answers before it are kept.
pub struct InitPrompts<'a> {
    operator: &'a TerminalOperator<'a>,
    texts: HelpTexts,
    answered: Answered,
}

/// A question for a line.
pub struct LineQuestion<'a> {
    pub question: Message<'a>,
    /// What F1 explains.
    pub help: String,
    /// What Enter alone takes.
    pub proposal: &'a str,
    pub option: &'static str,
}

impl<'a> InitPrompts<'a> {
    pub fn new(operator: &'a TerminalOperator<'a>, texts: HelpTexts) -> Self {
        Self { operator, texts, answered: Answered::default() }
    }

    pub fn can_ask(&self) -> bool {
        self.operator.can_answer()
    }

    pub fn say(&self, message: &Message<'_>) -> String {
        self.operator.words.say(message)
    }

    /// Returns the manual's words about a key.
    pub fn about(&self, key: &str) -> String {
        self.texts.key(key).unwrap_or_default()
    }

    /// Shows a line beside the questions, unless it showed before a step back.
    pub fn tell(&self, line: &str) {
        let is_wanted = self.can_ask() || !self.operator.quiet;
        if is_wanted && !self.answered.is_known() {
            self.operator.console.err(line);
        }
    }

    /// Goes one question back, and answers those before it as they were; `false` where there is none.
    pub fn step_back(&self) -> bool {
        self.answered.step_back()
    }

    /// Whether nothing was asked since the last step back.
    pub fn repeats(&self) -> bool {
        self.answered.repeats()
    }

    /// Says why the last answer will not do. The same question follows.
    pub fn reject(&self, why: &str) {
        self.answered.reject();
        self.tell(why);
    }

    /// # Errors
    /// [`Failure::NoAnswer`] with the option.
    pub fn line(&self, asked: &LineQuestion<'_>) -> Result<String, Failure> {
        self.may_ask(asked.option)?;
        if let Some(Answer::Line(line)) = self.answered.next() {
            return Ok(line);
        }
        let question = self.say(&asked.question);
        let question = match asked.proposal {
            "" => question,
            proposal => format!("{question} [{proposal}]"),
        };
        let former = match self.answered.former() {
            Some(Answer::Line(former)) if !former.is_empty() => vec![Zeroizing::new(former)],
            _ => Vec::new(),
        };
        let keys = self.keys(if former.is_empty() { Message::KeysBack } else { Message::KeysBackFormer });
        let prompt = Prompt {
            question: &question,
            help: &asked.help,
            keys: &keys,
            recall: Some(former.as_slice()).filter(|former| !former.is_empty()),
            ..Prompt::default()
        };
        let typed = self.asked(asked.option, || self.operator.typed(|| self.operator.console.ask(&prompt)))?;
        let line = if typed.trim().is_empty() { asked.proposal } else { typed.trim() }.to_owned();
        self.answered.keep(Answer::Line(line.clone()));
        Ok(line)
    }

    /// Returns the index of the item.
    ///
    /// # Errors
    /// [`Failure::NoAnswer`] with `option`.
    pub fn pick(
        &self,
        question: &Message<'_>,
        items: &[String],
        usual: usize,
        option: &'static str,
    ) -> Result<usize, Failure> {
        self.may_ask(option)?;
        if let Some(Answer::Item(item)) = self.answered.next() {
            return Ok(item);
        }
        let usual = match self.answered.former() {
            Some(Answer::Item(former)) => former,
            _ => usual,
        };
        let (question, help) = (self.say(question), self.say(&Message::ExplainInitPick));
        let keys = self.keys(Message::KeysPickBack);
        let prompt = Prompt { question: &question, help: &help, keys: &keys, ..Prompt::default() };
        let item = self.asked(option, || self.operator.console.pick(&prompt, items, usual))?;
        self.answered.keep(Answer::Item(item));
        Ok(item)
    }

    /// Asks for a secret, without echo.
    ///
    /// # Errors
    /// [`Failure::NoAnswer`] with `option`.
    pub fn secret(&self, question: &Message<'_>, option: &'static str) -> Result<Password, Failure> {
        self.may_ask(option)?;
        if let Some(Answer::Secret(secret)) = self.answered.next() {
            return Ok(secret);
        }
        self.answered.former();
        let words = self.operator.words;
        let (question, help, keys) =
            (self.say(question), words.say(&Message::ExplainInitSecret), self.keys(Message::KeysBack));
        let prompt = Prompt { question: &question, help: &help, keys: &keys, ..Prompt::default() };
        loop {
            let typed = self.asked(option, || self.operator.typed(|| self.operator.console.ask_secret(&prompt)))?;
            match Password::parse(typed) {
                Ok(secret) => {
                    self.answered.keep(Answer::Secret(secret.clone()));
                    return Ok(secret);
                }
                Err(_) => self.tell(&words.say(&Message::NotAPasswordTyped)),
            }
        }
    }

    /// What the keys do; at the first question Escape cancels.
    fn keys(&self, usual: Message<'_>) -> String {
        self.say(&match usual {
            Message::KeysPickBack if self.answered.is_first() => Message::KeysPickCancel,
            Message::KeysBack if self.answered.is_first() => Message::KeysCancel,
            usual => usual,
        })
    }

    fn may_ask(&self, option: &'static str) -> Result<(), Failure> {
        if self.can_ask() { Ok(()) } else { Err(Failure::NoAnswer { why: NoAnswer::NoTerminal, option }) }
    }

    fn asked<T>(&self, option: &'static str, ask: impl FnOnce() -> Result<T, NoAnswer>) -> Result<T, Failure> {
        ask().map_err(|why| Failure::NoAnswer { why, option })
    }
}

/// A chain of certificates as a server sent it, to be compared.
pub fn certificate_lines<'c>(
    certificates: impl IntoIterator<Item = &'c PresentedCertificate>,
    words: &Words,
) -> Vec<String> {
    let lines = certificates.into_iter().enumerate();
    lines.map(|(n, certificate)| format!("  {}. {}", n + 1, content(certificate, words))).collect()
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Init")]
pub(in crate::commands) struct InitDocument {
    schema: SchemaVersion,
    /// The configuration.
    file: String,
    /// The files beside it: secrets and certificates.
    others: Vec<String>,
}

impl Document for InitDocument {}

impl Render for Outcome {
    fn text(&self, view: &View<'_>) -> String {
        let written = std::iter::once(&self.path).chain(&self.others);
        let written = written.map(|path| view.say(&Message::InitWritten { file: &path.display().to_string() }));
        written.collect::<Vec<_>>().join("\n")
    }

    fn document(&self, _: &View<'_>) -> Option<AnyDocument> {
        let others = self.others.iter().map(|path| path.display().to_string()).collect();
        let file = self.path.display().to_string();
        Some(AnyDocument::of(&InitDocument { schema: SchemaVersion, file, others }))
    }

    fn changed(&self) -> bool {
        true
    }
}
