//! How outcomes are shown: as text, JSON or CSV, and as an exit code.

use std::io;

use jiff::Timestamp;

use super::caller_script;
use super::document::AnyDocument;
use crate::config::CardFact;
use crate::exit::Exit;
use crate::text::{DeskDetails, Message, Words, escaped};
use crate::ui::{Output, Style};

/// An outcome that can be shown. Each command implements it in its `render.rs`.
pub trait Render {
    /// The text, without a final line break.
    fn text(&self, view: &View<'_>) -> String;

    /// What scripts read. `None`: it is written in another way, or was already.
    fn document(&self, view: &View<'_>) -> Option<AnyDocument>;

    fn json(&self, view: &View<'_>) -> String {
        self.document(view).map(|document| document.json()).unwrap_or_default()
    }

    fn csv(&self, view: &View<'_>) -> String {
        self.document(view).map(|document| document.csv(view.is_terminal())).unwrap_or_default()
    }

    /// JSON Lines.
    fn lines(&self, view: &View<'_>) -> String {
        self.document(view).map(|document| document.lines()).unwrap_or_default()
    }

    /// Whether the text is empty, without even a line break.
    fn is_silent(&self, _: &View<'_>) -> bool {
        false
    }

    /// Whether the text is for another program, so that it is not wrapped. Without a document it is the same in every
    /// format.
    fn is_verbatim(&self) -> bool {
        false
    }

    fn exit(&self) -> Exit {
        Exit::Done
    }

    /// Whether something was changed, so that an outcome that cannot be shown must be reported.
    fn changed(&self) -> bool {
        false
    }

    /// The message for a change whose outcome could not be written.
    fn unwritten(&self, why: &str, words: &Words) -> String {
        words.say(&Message::ResultOfChangeNotWritten { why })
    }

    /// For an outcome written while the command ran: its summary, if it has one, or why writing failed.
    fn streamed(&self, _: &Words) -> Option<io::Result<String>> {
        None
    }
}

/// How outcomes are shown on standard output.
#[derive(Clone, Copy)]
pub struct View<'a> {
    pub output: Output,
    /// The width of the terminal; `None` if it is not one.
    pub width: Option<u16>,
    pub style: Style,
    /// Whether long lists include what is fine.
    pub verbose: bool,
    pub now: Timestamp,
    pub desk: &'a DeskDetails,
    /// What a card shows.
    pub card: &'a [CardFact],
    pub words: &'a Words,
}

impl View<'_> {
    /// Whether standard output is a terminal.
    pub fn is_terminal(&self) -> bool {
        self.width.is_some()
    }

    pub fn say(&self, message: &Message<'_>) -> String {
        self.words.say(message)
    }
}

/// Formats an outcome for standard output.
pub fn written(outcome: &dyn Render, view: &View<'_>) -> String {
    let is_verbatim = outcome.is_verbatim();
    match view.output {
        _ if is_verbatim && outcome.document(view).is_none() => format!("{}\n", outcome.text(view)),
        Output::Json => escaped(outcome.json(view)),
        Output::Jsonl => escaped(outcome.lines(view)),
        Output::Csv => outcome.csv(view),
        Output::Table if outcome.is_silent(view) => String::new(),
        Output::Table if is_verbatim => format!("{}\n", outcome.text(view)),
        Output::Table => {
            format!("{}\n", caller_script::wrapped(&outcome.text(view), view.width, view.style, view.words))
        }
    }
}
