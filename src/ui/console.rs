//! The terminal as the program uses it: streams and questions, in text that is already composed.

use std::ffi::OsString;
use std::io;

use zeroize::Zeroizing;

use super::Prompt;
use crate::domain::system_fault::SystemFault;
use crate::ports::NoAnswer;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Output {
    #[default]
    Table,
    Json,
    /// A row on a line, as soon as it is settled.
    Jsonl,
    /// Comma-separated values with a header.
    Csv,
}

impl Output {
    /// Whether errors are documents, too.
    pub fn is_json(self) -> bool {
        matches!(self, Self::Json | Self::Jsonl)
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

impl Color {
    /// Whether to use colour on a stream; `supported`: whether the stream can show it.
    pub fn decide(self, supported: bool, variables: &[(OsString, OsString)]) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            // https://no-color.org: set and not empty.
            Self::Auto => supported && variable(variables, "NO_COLOR").is_none_or(|value| value.is_empty()),
        }
    }
}

/// Whether `TERM` rules out cursor movement. Windows does not set it.
pub fn is_dumb(variables: &[(OsString, OsString)]) -> bool {
    match variable(variables, "TERM") {
        Some(terminal) => terminal == "dumb",
        None => cfg!(not(windows)),
    }
}

fn variable<'a>(variables: &'a [(OsString, OsString)], name: &str) -> Option<&'a OsString> {
    variables.iter().find(|(found, _)| found == name).map(|(_, value)| value)
}

/// The operator's terminal.
pub trait Console {
    fn out(&self, text: &str) -> io::Result<()>;

    /// Why standard output cannot be written to, as far as known in advance.
    fn unwritable(&self) -> Option<SystemFault> {
        None
    }

    /// Writes a line to standard error. Failures are ignored: there is nowhere to report them.
    fn err(&self, line: &str);

    /// Shows a progress line on standard error until it is cleared (`None`) or something is written. Does nothing if that
    /// is not a terminal, or is plain.
    fn working(&self, line: Option<&str>);

    fn progress(&self, what: &str, done: u64, total: u64);

    /// Whether questions can be shown and answered: standard input and error are terminals.
    fn is_interactive(&self) -> bool;

    /// The width of standard output in columns, if it is a terminal.
    fn width(&self) -> Option<u16>;

    /// The height of the terminal that questions are shown on, in lines, if it is one.
    fn height(&self) -> Option<u16> {
        None
    }

    fn can_color(&self) -> bool;

    fn can_color_errors(&self) -> bool;

    /// Stops drawing, cursor movement and colour, for screen readers and simple terminals.
    fn be_plain(&self);

    /// Asks for a line. It may be empty.
    fn ask(&self, prompt: &Prompt<'_>) -> Result<Zeroizing<String>, NoAnswer>;

    /// Asks for a line without echo.
    fn ask_secret(&self, prompt: &Prompt<'_>) -> Result<Zeroizing<String>, NoAnswer>;

    /// Shows a secret with `question` below it until Enter, and erases both. Returns whether nothing of it is left on the
    /// screen; `None`: it cannot be erased here, and was not shown.
    fn show_until_read(&self, _secret: &str, _question: &str) -> Option<bool> {
        None
    }

    /// Asks for one of `items` and returns its index; Enter alone means `usual`.
    fn choose(&self, prompt: &Prompt<'_>, items: &[String], usual: usize) -> Result<usize, NoAnswer>;

    /// Asks for any number of `items`; returns their indexes. `prompt.keys` is shown with them.
    fn tick(&self, prompt: &Prompt<'_>, items: &[String]) -> Result<Vec<usize>, NoAnswer>;

    /// Asks for one of `items`, as [`choose`](Self::choose) does, outside a call. The help shows on a plain terminal only.
    fn pick(&self, prompt: &Prompt<'_>, items: &[String], usual: usize) -> Result<usize, NoAnswer>;

    /// Whether lines pasted at the last question were discarded. Resets it.
    fn has_left_out(&self) -> bool {
        false
    }

    /// Reads the next line of standard input, which must not be a terminal.
    fn piped_line(&self) -> Result<Zeroizing<String>, NoAnswer>;

    /// Whether the next line is buffered.
    fn has_piped_line(&self) -> bool;

    /// Reads standard input to its end, or its first `most` bytes; `None` if there is none: it is a terminal, or was closed.
    /// Fails rather than return part of a list.
    fn piped(&self, most: u64) -> io::Result<Option<Vec<u8>>>;
}
