//! The questions of `init`, and what it has written.

use schemars::JsonSchema;
use serde::Serialize;

use super::Outcome;
use crate::commands::Failure;
use crate::commands::failure::render::content;
use crate::domain::password::Password;
use crate::ports::{NoAnswer, Operator, PresentedCertificate};
use crate::text::{Message, Words};
use crate::ui::Prompt;
use crate::view::document::{AnyDocument, Document, SchemaVersion};
use crate::view::{Render, TerminalOperator, View};

/// Asks on the terminal. Each question names the option that answers it where there is none.
pub struct InitPrompts<'a> {
    pub operator: &'a TerminalOperator<'a>,
}

impl InitPrompts<'_> {
    pub fn can_ask(&self) -> bool {
        self.operator.can_answer()
    }

    pub fn say(&self, message: &Message<'_>) -> String {
        self.operator.words.say(message)
    }

    /// Shows a line beside the questions.
    pub fn tell(&self, line: &str) {
        self.operator.console.err(line);
    }

    /// # Errors
    /// [`Failure::NoAnswer`] with `option`.
    pub fn line(&self, question: &Message<'_>, proposal: &str, option: &'static str) -> Result<String, Failure> {
        let typed = self.asked(option, || self.operator.console.fill_in(&self.say(question), proposal))?;
        Ok(typed.trim().to_owned())
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
        self.asked(option, || self.operator.console.pick(&self.say(question), items, usual))
    }

    /// Asks for a secret, without echo: by our own question, which wipes it.
    ///
    /// # Errors
    /// [`Failure::NoAnswer`] with `option`.
    pub fn secret(&self, question: &Message<'_>, option: &'static str) -> Result<Password, Failure> {
        let words = self.operator.words;
        let (question, help, keys) =
            (self.say(question), words.say(&Message::ExplainInitSecret), words.say(&Message::KeysCancel));
        let prompt = Prompt { question: &question, help: &help, keys: &keys, ..Prompt::default() };
        loop {
            let typed = self.asked(option, || self.operator.console.ask_secret(&prompt))?;
            match Password::parse(typed) {
                Ok(secret) => return Ok(secret),
                Err(_) => self.tell(&words.say(&Message::NotAPasswordTyped)),
            }
        }
    }

    fn asked<T>(&self, option: &'static str, ask: impl FnOnce() -> Result<T, NoAnswer>) -> Result<T, Failure> {
        let no_answer = |why| Failure::NoAnswer { why, option };
        if !self.can_ask() {
            return Err(no_answer(NoAnswer::NoTerminal));
        }
        ask().map_err(no_answer)
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
