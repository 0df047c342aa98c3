//! Answers to `check-policy --each-line`: a JSON object a line, as fast as they come.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io;
use std::ops::ControlFlow;

use serde_json::json;

use super::rule;
use crate::commands::check_policy::Answers;
use crate::domain::password::NotAPassword;
use crate::domain::policy::{PolicyReport, RuleResult};
use crate::text::{Message, Words, escaped};
use crate::ui::Console;

/// How much is gathered before it is written, in bytes.
const ENOUGH: usize = 64 * 1024;

/// How many rule_results are kept in words. A list of words to look for can make any number of them.
const KEPT: usize = 10_000;

/// Writes to a console's standard output.
pub struct JsonLines<'a> {
    console: &'a dyn Console,
    words: &'a Words,
    gathered: String,
    /// Most lines get the same few answers, and finding words takes longer than finding the answer.
    told: HashMap<RuleResult, String>,
    /// What was written last.
    written: io::Result<()>,
}

impl<'a> JsonLines<'a> {
    /// Answers in `words`.
    pub fn new(console: &'a dyn Console, words: &'a Words) -> Self {
        Self { console, words, gathered: String::new(), told: HashMap::new(), written: Ok(()) }
    }

    fn write(&mut self) -> ControlFlow<()> {
        let gathered = escaped(std::mem::take(&mut self.gathered));
        match if gathered.is_empty() { Ok(()) } else { self.console.out(&gathered) } {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                self.written = Err(error);
                ControlFlow::Break(())
            }
        }
    }

    fn report(&mut self, report: &PolicyReport) {
        let _ = write!(self.gathered, r#","acceptable":{},"rules":["#, report.acceptable());
        for (n, ruling) in report.rule_results.iter().enumerate() {
            if n > 0 {
                self.gathered.push(',');
            }
            match self.told.get(ruling) {
                Some(told) => self.gathered.push_str(told),
                None => {
                    let told = rule(ruling, self.words).to_string();
                    self.gathered.push_str(&told);
                    if self.told.len() == KEPT {
                        self.told.clear();
                    }
                    self.told.insert(ruling.clone(), told);
                }
            }
        }
        let unknown: Vec<&str> = report.unknown.iter().map(|unknown| unknown.name()).collect();
        let _ = write!(self.gathered, r#"],"unknown":{}"#, json!(unknown));
    }
}

impl Answers for JsonLines<'_> {
    fn take(&mut self, number: u64, answer: Result<&PolicyReport, NotAPassword>) -> ControlFlow<()> {
        let _ = write!(self.gathered, r#"{{"line":{number}"#);
        match answer {
            Ok(report) => self.report(report),
            Err(why) => {
                let message = match why {
                    NotAPassword::Empty | NotAPassword::ControlCharacter => Message::LineNotAPassword,
                    NotAPassword::NotText => Message::LineNotText,
                };
                let error = json!({"kind": "not_a_password", "message": self.words.say(&message)});
                let _ = write!(self.gathered, r#","acceptable":false,"error":{error}"#);
            }
        }
        self.gathered.push_str("}\n");
        // Nothing is held back while the next line is waited for: who writes lines may wait for answers.
        if self.gathered.len() < ENOUGH && self.console.has_piped_line() {
            return ControlFlow::Continue(());
        }
        self.write()
    }

    fn end(&mut self) -> io::Result<()> {
        if self.written.is_ok() {
            let _ = self.write();
        }
        std::mem::replace(&mut self.written, Ok(()))
    }
}
