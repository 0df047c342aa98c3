//! A failure as text and JSON: what failed, then what to do.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use super::candidate::Candidate;
use super::document::{AnyDocument, Document, SchemaVersion, Time};

use crate::domain::failure_kind::FailureKind;
use crate::exit::Exit;
use crate::text::{Message, Words, escaped};
use crate::ui::Style;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailureText {
    /// The stable name in JSON.
    pub kind: FailureKind,
    pub message: String,
    pub hint: String,
    /// A server's message and code, shown with `-v`.
    pub detail: Option<String>,
    /// The accounts that may have been meant, for scripts.
    pub candidates: Vec<Candidate>,
    /// How many more codes may be tried.
    pub tries_left: Option<u32>,
    /// When the same may be tried again.
    pub retry_at: Option<Timestamp>,
    /// The same for people, a line each, where the hint does not name them.
    pub choices: Vec<String>,
    pub exit: Exit,
}

/// A failure of any command.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Failure")]
pub struct FailureDocument {
    schema: SchemaVersion,
    error: ErrorDocument,
}

impl Document for FailureDocument {}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Error")]
pub(crate) struct ErrorDocument {
    kind: FailureKind,
    /// The exit code that the command ends with.
    exit_code: u8,
    /// What failed, for people.
    message: String,
    /// What to do now, for people.
    hint: String,
    /// How many more codes may be tried.
    tries_left: Option<u32>,
    /// When the same may be tried again.
    retry_at: Option<Time>,
    /// Who may have been meant.
    candidates: Vec<Candidate>,
}

impl FailureText {
    /// A failure without detail.
    pub fn new(kind: FailureKind, message: &Message<'_>, hint: &Message<'_>, exit: Exit, words: &Words) -> Self {
        Self::said(kind, words.say(message), words.say(hint), exit)
    }

    /// The same, of finished sentences.
    pub fn said(kind: FailureKind, message: String, hint: String, exit: Exit) -> Self {
        Self {
            kind,
            message,
            hint,
            detail: None,
            candidates: vec![],
            tries_left: None,
            retry_at: None,
            choices: vec![],
            exit,
        }
    }

    pub fn document(&self) -> String {
        let error = ErrorDocument {
            kind: self.kind,
            exit_code: self.exit as u8,
            message: self.message.clone(),
            hint: self.hint.clone(),
            tries_left: self.tries_left,
            retry_at: self.retry_at.map(Time),
            candidates: self.candidates.clone(),
        };
        escaped(AnyDocument::of(&FailureDocument { schema: SchemaVersion, error }).json())
    }

    pub fn lines(&self, verbose: bool, style: Style, words: &Words) -> Vec<String> {
        // A configuration's faults are several lines.
        let mut lines: Vec<String> = self.message.lines().map(|message| error(message, style, words)).collect();
        if self.exit == Exit::Cancelled {
            // The operator asked for it: not an error, and no hint is needed.
            lines = vec![self.message.clone()];
        } else {
            lines.push(words.say(&Message::Hint { hint: &self.hint }));
            lines.extend(self.choices.iter().map(|choice| format!("  {choice}")));
        }
        let detail = self.detail.as_ref().filter(|_| verbose);
        lines.extend(detail.map(|detail| words.say(&Message::Detail { detail })));
        lines
    }
}

fn error(message: &str, style: Style, words: &Words) -> String {
    let line = words.say(&Message::Error { message });
    match line.split_once(": ") {
        Some((label, rest)) => format!("{} {rest}", style.alert(&format!("{label}:"))),
        None => line,
    }
}
