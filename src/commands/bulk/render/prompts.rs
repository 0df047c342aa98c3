//! What the operator of a run over many accounts is told and asked, and how far it has come.

use super::{plan, question, spray};
use crate::commands::bulk::{Progress, Talk};
use crate::domain::bulk::{BulkPlan, PasswordSpray};
use crate::ports::NoAnswer;
use crate::text::{Message, Words};
use crate::ui::Console;
use crate::view::{TerminalOperator, View};

/// Talks to an operator.
pub struct BulkTalk<'a> {
    /// Who is asked.
    pub operator: &'a TerminalOperator<'a>,
    /// How lists are shown.
    pub view: View<'a>,
}

impl Talk for BulkTalk<'_> {
    fn plan(&self, what: &BulkPlan) {
        self.operator.console.err(&plan(what, &self.view));
    }

    fn spray(&self, seen: &PasswordSpray, accepted: bool) {
        let words = self.operator.words;
        let (message, hint) = spray(seen, accepted, words, self.view.now);
        self.operator.console.err(&words.say(&Message::Warning { message: &message }));
        self.operator.console.err(&words.say(&Message::Hint { hint: &hint }));
    }

    fn confirm(&self, accounts: usize) -> Result<bool, NoAnswer> {
        let words = self.operator.words;
        let question = words.say(&Message::NoOrYes { question: &question(accounts, words) });
        self.operator.yes_or_no(&question, false)
    }
}

/// Shows how far a run has come.
pub struct BulkProgress<'a> {
    /// Where.
    pub console: &'a dyn Console,
    /// In these words.
    pub words: &'a Words,
    /// They asked to be told only what matters.
    pub quiet: bool,
}

impl Progress for BulkProgress<'_> {
    fn at(&mut self, done: usize, total: usize) {
        if !self.quiet {
            self.console.progress(&self.words.say(&Message::BulkProgress), done as u64, total as u64);
        }
    }
}
