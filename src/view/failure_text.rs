//! A failure as text and JSON: what failed, then what to do.

use serde_json::{Value, json};

use crate::exit::Exit;
use crate::text::{Message, Words, escaped};
use crate::ui::Style;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailureText {
    /// The stable name in JSON.
    pub kind: &'static str,
    pub message: String,
    pub hint: String,
    /// A server's message and code, shown with `-v`.
    pub detail: Option<String>,
    /// The accounts that may have been meant, for scripts.
    pub candidates: Vec<Value>,
    /// The same for people, a line each, where the hint does not name them.
    pub choices: Vec<String>,
    pub exit: Exit,
}

impl FailureText {
    /// A failure without detail.
    pub fn new(kind: &'static str, message: &Message<'_>, hint: &Message<'_>, exit: Exit, words: &Words) -> Self {
        Self::said(kind, words.say(message), words.say(hint), exit)
    }

    /// The same, of finished sentences.
    pub fn said(kind: &'static str, message: String, hint: String, exit: Exit) -> Self {
        Self { kind, message, hint, detail: None, candidates: vec![], choices: vec![], exit }
    }

    pub fn document(&self) -> String {
        let mut error = json!({"kind": self.kind, "message": self.message, "hint": self.hint});
        if !self.candidates.is_empty() {
            error["candidates"] = json!(self.candidates);
        }
        escaped(format!("{}\n", json!({ "error": error })))
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
