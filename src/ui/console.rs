//! The seam to the terminal: streams and bare questions, in words that are already chosen.

use std::ffi::OsString;
use std::io;

use zeroize::Zeroizing;

use crate::ports::Silence;

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
    /// Whether to colour, on a standard output that can or can't.
    pub fn decide(self, possible: bool, variables: &[(OsString, OsString)]) -> bool {
        let is = |name: &str, test: fn(&OsString) -> bool| {
            variables.iter().any(|(found, value)| found == name && test(value))
        };
        match self {
            Self::Always => true,
            Self::Never => false,
            // https://no-color.org: set and not empty.
            Self::Auto => {
                possible && !is("NO_COLOR", |value| !value.is_empty()) && !is("TERM", |value| value == "dumb")
            }
        }
    }
}

/// The terminal, or what stands in its place.
pub trait Console {
    /// Writes to standard output.
    ///
    /// # Errors
    /// When it is closed or full.
    fn out(&self, text: &str) -> io::Result<()>;

    /// Writes a line to standard error; there is nobody to tell if that fails.
    fn err(&self, line: &str);

    /// Whether there is someone who sees questions and can answer them.
    fn is_interactive(&self) -> bool;

    /// The width of standard output in characters, where it is a terminal.
    fn width(&self) -> Option<u16>;

    /// Whether standard output is a terminal that shows colours.
    fn can_color(&self) -> bool;

    /// Asks for a line. It may be empty.
    ///
    /// # Errors
    /// [`Silence`].
    fn ask(&self, question: &str) -> Result<Zeroizing<String>, Silence>;

    /// Asks for a line that does not show.
    ///
    /// # Errors
    /// [`Silence`].
    fn ask_secret(&self, question: &str) -> Result<Zeroizing<String>, Silence>;

    /// The next line of standard input, which is no terminal.
    ///
    /// # Errors
    /// [`Silence`].
    fn piped_line(&self) -> Result<Zeroizing<String>, Silence>;

    /// Whether the next line is at hand, so that asking for it waits for nobody.
    fn has_piped_line(&self) -> bool;

    /// All of standard input, or its first `most` bytes; `None` where it is a terminal. For a list that nothing else
    /// on standard input goes with.
    ///
    /// # Errors
    /// The system's: half a list must not pass for a whole one.
    fn piped(&self, most: u64) -> io::Result<Option<Vec<u8>>>;
}
