//! What the operator of a bulk run is shown and asked.

use super::{plan, question, spray};
use crate::commands::bulk::{BulkPrompts, Progress};
use crate::domain::bulk::{BulkAccount, BulkPlan, PasswordSpray, RowResult};
use crate::ports::{NoAnswer, Operator};
use crate::text::{Message, Words, escaped, visible};
use crate::ui::{Console, Output, Prompt};
use crate::view::document::line;
use crate::view::{TerminalOperator, View};

pub struct TerminalPrompts<'a> {
    pub operator: &'a TerminalOperator<'a>,
    pub view: View<'a>,
}

impl BulkPrompts for TerminalPrompts<'_> {
    fn show_plan(&self, bulk_plan: &BulkPlan) {
        // It belongs to the question.
        if self.operator.can_answer() || !self.operator.quiet {
            self.operator.console.err(&plan(bulk_plan, &self.view));
        }
    }

    fn show_row(&self, row: &RowResult) {
        if self.view.output == Output::Jsonl {
            // The last line meets the same fault, and is reported.
            let _ = self.operator.console.out(&escaped(line(&row.record())));
        }
    }

    fn warn_of_spray(&self, found: &PasswordSpray, accepted: bool) {
        if accepted && self.operator.quiet {
            return;
        }
        let words = self.operator.words;
        let (message, hint) = spray(found, accepted, words, self.view.now);
        self.operator.console.err(&words.say(&Message::Warning { message: &message }));
        self.operator.console.err(&words.say(&Message::Hint { hint: &hint }));
    }

    fn choose(&self, bulk_plan: &BulkPlan) -> Result<Vec<usize>, NoAnswer> {
        let (words, now) = (self.operator.words, self.view.now);
        let item = |account: &BulkAccount| {
            let since = account.locked_since.map(|at| words.say(&Message::LockedSince { when: &words.when(at, now) }));
            let name = account.display_name.clone().unwrap_or_default();
            let facts = [account.name.as_str().to_owned(), name, since.unwrap_or_default()];
            let facts = facts.iter().filter(|fact| !fact.is_empty()).map(|fact| visible(fact).into_owned());
            facts.collect::<Vec<_>>().join("  ")
        };
        let (rows, items): (Vec<usize>, Vec<String>) =
            bulk_plan.rows_to_unlock().map(|(row, account)| (row, item(account))).unzip();
        let (question, help) = (words.say(&Message::AskTick), words.say(&Message::ExplainTick));
        let keys = words.say(&Message::KeysTick);
        let prompt = Prompt { question: &question, help: &help, keys: &keys, ..Prompt::default() };
        let ticked = self.operator.console.tick(&prompt, &items)?;
        if !ticked.is_empty() {
            // The list is gone from the screen when the question comes.
            self.operator.console.err(&words.say(&Message::Ticked));
            ticked.iter().for_each(|n| self.operator.console.err(&format!("  {}", items[*n])));
        }
        Ok(ticked.into_iter().map(|n| rows[n]).collect())
    }

    fn confirm(&self, accounts: usize) -> Result<bool, NoAnswer> {
        let words = self.operator.words;
        let question = words.say(&Message::NoOrYes { question: &question(accounts, words) });
        self.operator.yes_or_no(&question, Message::ExplainUnlockMany, false)
    }
}

pub struct BulkProgress<'a> {
    pub console: &'a dyn Console,
    pub words: &'a Words,
    pub quiet: bool,
}

impl Progress for BulkProgress<'_> {
    fn at(&mut self, done: usize, total: usize) {
        if !self.quiet {
            self.console.progress(&self.words.say(&Message::BulkProgress), done as u64, total as u64);
        }
    }
}
