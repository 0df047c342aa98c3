//! Results of `check-policy --each-line` as JSON Lines.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io;
use std::ops::ControlFlow;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

use super::{RuleDocument, rule};
use crate::domain::failure_kind::FailureKind;
use crate::domain::password::NotAPassword;
use crate::domain::policy::{PolicyReport, RuleResult, UncheckedRule};
use crate::text::{Message, Words, escaped};
use crate::ui::Console;
use crate::view::document::{Document, SCHEMA, SchemaVersion};

/// Bytes.
const BUFFER_SIZE: usize = 64 * 1024;

/// Maximum number of cached texts. A banned-words list can produce any number of them.
const CACHE_SIZE: usize = 10_000;

/// The shape of each line. It is written by hand, as wording most of it anew takes longer than checking.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CheckedLine")]
pub(in crate::commands) struct LineDocument {
    schema: SchemaVersion,
    /// From 1.
    line: u64,
    acceptable: bool,
    rules: Vec<RuleDocument>,
    /// What only the directory can tell when the password is set.
    unknown: Vec<UncheckedRule>,
    /// Why it was not checked; `null`: it was.
    error: Option<LineErrorDocument>,
}

impl Document for LineDocument {}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "LineError")]
struct LineErrorDocument {
    kind: FailureKind,
    /// For people.
    message: String,
}

/// Writes to standard output.
pub struct JsonLines<'a> {
    console: &'a dyn Console,
    words: &'a Words,
    buffer: String,
    /// Most lines get the same few results, and wording takes longer than checking.
    cache: HashMap<RuleResult, String>,
    /// The result of the last write.
    written: io::Result<()>,
}

impl<'a> JsonLines<'a> {
    pub fn new(console: &'a dyn Console, words: &'a Words) -> Self {
        Self { console, words, buffer: String::new(), cache: HashMap::new(), written: Ok(()) }
    }

    fn flush(&mut self) -> ControlFlow<()> {
        let buffer = escaped(std::mem::take(&mut self.buffer));
        match if buffer.is_empty() { Ok(()) } else { self.console.out(&buffer) } {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                self.written = Err(error);
                ControlFlow::Break(())
            }
        }
    }

    fn push_report(&mut self, report: &PolicyReport) {
        let _ = write!(self.buffer, r#","acceptable":{},"rules":["#, report.acceptable());
        for (n, result) in report.rule_results.iter().enumerate() {
            if n > 0 {
                self.buffer.push(',');
            }
            match self.cache.get(result) {
                Some(text) => self.buffer.push_str(text),
                None => {
                    // Texts always have a JSON form.
                    let text = serde_json::to_string(&rule(result, self.words)).unwrap_or_default();
                    self.buffer.push_str(&text);
                    if self.cache.len() == CACHE_SIZE {
                        self.cache.clear();
                    }
                    self.cache.insert(result.clone(), text);
                }
            }
        }
        let unknown: Vec<&str> = report.unknown.iter().map(|unknown| unknown.name()).collect();
        let _ = write!(self.buffer, r#"],"unknown":{},"error":null"#, json!(unknown));
    }

    /// Reports on line `number`. Returns `Break` if the reader is gone.
    pub fn report(&mut self, number: u64, result: Result<&PolicyReport, NotAPassword>) -> ControlFlow<()> {
        let _ = write!(self.buffer, r#"{{"schema":{SCHEMA},"line":{number}"#);
        match result {
            Ok(report) => self.push_report(report),
            Err(why) => {
                let message = match why {
                    NotAPassword::Empty | NotAPassword::ControlCharacter => Message::LineNotAPassword,
                    NotAPassword::NotText => Message::LineNotText,
                };
                let error = json!({"kind": FailureKind::NotAPassword, "message": self.words.say(&message)});
                let _ = write!(self.buffer, r#","acceptable":false,"rules":[],"unknown":[],"error":{error}"#);
            }
        }
        self.buffer.push_str("}\n");
        // Flush before waiting for a line: its writer may wait for this result.
        if self.buffer.len() < BUFFER_SIZE && self.console.has_piped_line() {
            return ControlFlow::Continue(());
        }
        self.flush()
    }

    /// Writes what is buffered.
    ///
    /// # Errors
    /// [`io::Error`] if anything was not written.
    pub fn finish(&mut self) -> io::Result<()> {
        if self.written.is_ok() {
            let _ = self.flush();
        }
        std::mem::replace(&mut self.written, Ok(()))
    }
}
