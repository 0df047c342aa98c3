//! A failure in words: what failed and on what, then what to do now.

use serde_json::json;

use crate::exit::Exit;
use crate::text::{Message, Words, escaped};
use crate::ui::Style;

/// A failure in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailureText {
    /// The name scripts see.
    pub kind: &'static str,
    /// What failed and on what.
    pub message: String,
    /// What to do now.
    pub hint: String,
    /// A server's own words and code, for `-v`.
    pub detail: Option<String>,
    /// The exit code.
    pub exit: Exit,
}

impl FailureText {
    /// A failure of this kind, with no words of a server.
    pub fn new(kind: &'static str, message: &Message<'_>, hint: &Message<'_>, exit: Exit, words: &Words) -> Self {
        Self { kind, message: words.say(message), hint: words.say(hint), detail: None, exit }
    }

    /// The document for scripts, on standard output.
    pub fn document(&self) -> String {
        let document = json!({"error": {"kind": self.kind, "message": self.message, "hint": self.hint}});
        escaped(format!("{document}\n"))
    }

    /// The lines for people, on standard error.
    pub fn lines(&self, verbose: bool, style: Style, words: &Words) -> Vec<String> {
        // Several faults of a configuration come as several lines.
        let mut lines: Vec<String> = self.message.lines().map(|message| error(message, style, words)).collect();
        if self.exit == Exit::Cancelled {
            // What the operator wanted is no error, and they know what to do.
            lines = vec![self.message.clone()];
        } else {
            lines.push(words.say(&Message::Hint { hint: &self.hint }));
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
