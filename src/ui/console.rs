//! The seam to the terminal: streams and bare questions, in words that are already chosen.

use std::ffi::OsString;
use std::io;

use zeroize::Zeroizing;

use crate::ports::NoAnswer;

/// How results are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Output {
    /// For people.
    #[default]
    Table,
    /// One JSON document.
    Json,
    /// Comma-separated values with a header.
    Csv,
}

/// Whether to colour.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Color {
    /// On a terminal that can, unless `NO_COLOR` says otherwise.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Color {
    /// Whether to colour, on a stream that can or can't.
    pub fn decide(self, possible: bool, variables: &[(OsString, OsString)]) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            // https://no-color.org: set and not empty.
            Self::Auto => possible && variable(variables, "NO_COLOR").is_none_or(|value| value.is_empty()),
        }
    }
}

/// Whether the environment says that the terminal can't be drawn on. Windows tells nothing there.
pub fn is_dumb(variables: &[(OsString, OsString)]) -> bool {
    match variable(variables, "TERM") {
        Some(terminal) => terminal == "dumb",
        None => cfg!(not(windows)),
    }
}

fn variable<'a>(variables: &'a [(OsString, OsString)], name: &str) -> Option<&'a OsString> {
    variables.iter().find(|(found, _)| found == name).map(|(_, value)| value)
}

/// The terminal, or what stands in its place.
pub trait Console {
    /// Writes to standard output.
    ///
    /// # Errors
    /// When it is closed or full.
    fn out(&self, text: &str) -> io::Result<()>;

    /// Whether standard output leads to anyone, as far as can be known before it is written to.
    fn can_write(&self) -> bool {
        true
    }

    /// Writes a line to standard error; there is nobody to tell if that fails.
    fn err(&self, line: &str);

    /// Shows on standard error what is being waited for, until it is taken away (`None`) or something is written. Shows
    /// nothing where that is no terminal, or where nothing may be drawn.
    fn working(&self, line: Option<&str>);

    /// The same of work that can be counted: so many of so many are done.
    fn progress(&self, what: &str, done: u64, total: u64);

    /// Whether there is someone who sees questions and can answer them.
    fn is_interactive(&self) -> bool;

    /// The width of standard output in characters, where it is a terminal.
    fn width(&self) -> Option<u16>;

    /// Whether standard output is a terminal that shows colours.
    fn can_color(&self) -> bool;

    /// The same of standard error.
    fn can_color_errors(&self) -> bool;

    /// From now on nothing is drawn, moved or coloured: for screen readers, and terminals that can't.
    fn be_plain(&self);

    /// Asks for a line. It may be empty.
    fn ask(&self, question: &str) -> Result<Zeroizing<String>, NoAnswer>;

    /// Asks for a line that does not show.
    fn ask_secret(&self, question: &str) -> Result<Zeroizing<String>, NoAnswer>;

    /// Asks for one of `items` and gives its index; Enter alone means `usual`.
    fn choose(&self, question: &str, items: &[String], usual: usize) -> Result<usize, NoAnswer>;

    /// Whether more was pasted at the last question than the line it asked for, and left out. Tells it once.
    fn has_left_out(&self) -> bool {
        false
    }

    /// The next line of standard input, which is no terminal.
    fn piped_line(&self) -> Result<Zeroizing<String>, NoAnswer>;

    /// Whether the next line is at hand, so that asking for it waits for nobody.
    fn has_piped_line(&self) -> bool;

    /// All of standard input, or its first `most` bytes; `None` where it is a terminal. For a list that nothing else
    /// on standard input goes with.
    ///
    /// # Errors
    /// The system's: half a list must not pass for a whole one.
    fn piped(&self, most: u64) -> io::Result<Option<Vec<u8>>>;
}
