//! How an outcome is shown: for people, for scripts and as an exit code.

use std::io;

use jiff::Timestamp;
use serde_json::Value;

use super::csv;
use crate::exit::Exit;
use crate::text::{DeskDetails, Message, Words, escaped};
use crate::ui::{Output, Style, wrapped};

/// An outcome that can be shown. Each command implements it for its own, in its `render.rs`.
pub trait Render {
    /// The lines for people, without the last line break.
    fn text(&self, view: &View<'_>) -> String;

    /// The document for scripts. Field names are a contract, and English in every language.
    fn json(&self, view: &View<'_>) -> Value;

    /// The document as it is written.
    fn document(&self, view: &View<'_>) -> String {
        format!("{}\n", self.json(view))
    }

    /// Comma-separated values: the document's list, or the document itself.
    fn csv(&self, view: &View<'_>) -> String {
        csv::text(&self.json(view), view.is_terminal()).unwrap_or_default()
    }

    /// Whether nothing is written to standard output, not even an empty line.
    fn is_silent(&self, _: &View<'_>) -> bool {
        false
    }

    /// The exit code.
    fn exit(&self) -> Exit {
        Exit::Done
    }

    /// Whether something is otherwise than before, so that who does not see the outcome must look.
    fn changed(&self) -> bool {
        false
    }

    /// The line that replaces an outcome of a change that could not be written.
    fn unwritten(&self, why: &str, words: &Words) -> String {
        words.say(&Message::ResultOfChangeNotWritten { why })
    }

    /// For an outcome that was written while the command ran: a line on how much it was, or why it ended early.
    fn streamed(&self, _: &Words) -> Option<io::Result<String>> {
        None
    }
}

/// How outcomes are shown on standard output.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The form.
    pub output: Output,
    /// The width of the terminal, if it is one.
    pub width: Option<u16>,
    /// On standard output.
    pub style: Style,
    /// With what is fine as well, where there may be much of it.
    pub verbose: bool,
    /// The time now.
    pub now: Timestamp,
    /// What callers are told about the desk.
    pub desk: &'a DeskDetails,
    /// The operator's language.
    pub words: &'a Words,
}

impl View<'_> {
    /// Whether it is shown at once, and not kept or handed on.
    pub fn is_terminal(&self) -> bool {
        self.width.is_some()
    }

    /// A message in the operator's language.
    pub fn say(&self, message: &Message<'_>) -> String {
        self.words.say(message)
    }
}

/// An outcome in the form asked for, as it goes to standard output.
pub fn written(outcome: &dyn Render, view: &View<'_>) -> String {
    match view.output {
        Output::Json => escaped(outcome.document(view)),
        Output::Csv => outcome.csv(view),
        Output::Table if outcome.is_silent(view) => String::new(),
        Output::Table => format!("{}\n", wrapped(&outcome.text(view), view.width)),
    }
}
