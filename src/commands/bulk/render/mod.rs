//! A bulk plan or outcome in words: the counts first, then the rows. Long lists are cut for people only.

mod input;
pub(in crate::commands) mod json;
mod prompts;
mod row;

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};

pub use input::read as how_read;
pub use prompts::{BulkProgress, TerminalPrompts};
pub(in crate::commands) use row::{fault_text, outcome_text};

use super::{AbortReason, Ending, Outcome};
use crate::commands::failure::render as failure;
use crate::domain::bulk::{BulkPlan, OutcomeCounts, PasswordSpray, RowOutcome, RowResult};
use crate::exit::Exit;
use crate::text::{Message, Words, visible};
use crate::ui::table;
use crate::view::document::AnyDocument;
use crate::view::{Render, View, number};

/// Maximum number of rows without `-v`.
const ROWS: usize = 50;

impl Render for Outcome {
    fn text(&self, view: &View<'_>) -> String {
        let rows: Vec<&RowResult> = self.rows.iter().collect();
        let mut lines = listed(&rows, self.repeated, view);
        lines.extend(self.stopped_by.as_ref().map(|reason| match reason {
            AbortReason::Failures { in_a_row } => view.say(&Message::BulkStoppedFailures { n: number(*in_a_row) }),
            AbortReason::Interrupt => view.say(&Message::BulkStoppedInterrupt),
            AbortReason::Directory(error) => failure::stopped_by(error, view.words),
            AbortReason::Store(error) => view.say(&Message::BulkStoppedStore { place: &error.place }),
        }));
        if self.dry_run {
            lines.push(view.say(&Message::BulkDryRun));
        } else if self.rows.iter().any(|row| row.outcome.is_unclear() || row.outcome == RowOutcome::Failed) {
            lines.push(view.say(&Message::BulkAgain));
        }
        lines.extend(others_unread(self, view.words));
        lines.extend(self.report.as_ref().map(|report| match report {
            Ok(path) => view.say(&Message::BulkReport { path: &path.display().to_string() }),
            Err(error) => failure::report(error, view.words),
        }));
        lines.join("\n")
    }

    /// A tree of values would take many times the size of the rows.
    fn document(&self, _: &View<'_>) -> Option<AnyDocument> {
        None
    }

    fn json(&self, _: &View<'_>) -> String {
        format!("{}\n", json::document(self))
    }

    /// The rows are already written.
    fn lines(&self, _: &View<'_>) -> String {
        format!("{}\n", json::end_line(self))
    }

    fn csv(&self, view: &View<'_>) -> String {
        json::csv(self, view.is_terminal()).unwrap_or_default()
    }

    fn exit(&self) -> Exit {
        match self.ending() {
            Ending::Done => Exit::Done,
            Ending::Partly => Exit::Partly,
            Ending::Unreached => Exit::Unavailable,
            Ending::Cancelled => Exit::Cancelled,
        }
    }

    fn changed(&self) -> bool {
        self.may_have_changed()
    }
}

fn plan(plan: &BulkPlan, view: &View<'_>) -> String {
    let rows: Vec<&RowResult> = plan.rows.iter().map(|row| &row.result).collect();
    listed(&rows, plan.repeated, view).join("\n")
}

fn question(accounts: usize, words: &Words) -> String {
    words.say(&Message::AskUnlockMany { n: number(accounts) })
}

/// Returns the warning of a password spray, and a hint. `accepted`: the operator accepts the risk.
pub(in crate::commands) fn spray(
    spray: &PasswordSpray,
    accepted: bool,
    words: &Words,
    now: Timestamp,
) -> (String, String) {
    let minutes = (spray.to.duration_since(spray.from) + SignedDuration::from_secs(59)).as_mins().max(1);
    let from = words.clock(spray.from, now);
    let message = Message::BulkSpray { n: number(spray.accounts), minutes, from: &from };
    let hint = if accepted { Message::BulkSprayAcceptedHint } else { Message::BulkSprayHint };
    (words.say(&message), words.say(&hint))
}

/// Names the controllers that were used if the others should have been checked.
fn others_unread(outcome: &Outcome, words: &Words) -> Option<String> {
    let unlocked = outcome.rows.iter().filter(|row| row.outcome == RowOutcome::Unlocked);
    let servers: BTreeSet<&str> = unlocked.filter_map(|row| row.server.as_deref()).collect();
    let servers = servers.into_iter().collect::<Vec<_>>().join(", ");
    let is_needed = outcome.others_unread && !servers.is_empty();
    is_needed.then(|| words.say(&Message::BulkOthersFollow { servers: &servers }))
}

/// The counts, then the rows that need attention, or all with `-v`.
fn listed(rows: &[&RowResult], repeated: usize, view: &View<'_>) -> Vec<String> {
    let outcomes = OutcomeCounts::of(rows.iter().copied());
    let mut counts = table::Pairs::default();
    for outcome in RowOutcome::ALL {
        let n = outcomes.count(outcome);
        if n > 0 {
            counts.push(view.say(&row::label(outcome)), n.to_string().into());
        }
    }
    let repeated = repeated + outcomes.repeated();
    if repeated > 0 {
        counts.push(view.say(&Message::BulkRepeated), repeated.to_string().into());
    }
    let mut lines = vec![view.say(&Message::BulkAccounts { n: number(outcomes.accounts()) })];
    if outcomes.accounts() > 0 {
        lines.push(counts.to_text(view.width, view.style));
    }

    let shown: Vec<&RowResult> = rows.iter().copied().filter(|row| view.verbose || row::needs_attention(row)).collect();
    let max = if view.verbose { usize::MAX } else { ROWS };
    if !shown.is_empty() {
        lines.push(String::new());
        lines.push(row_table(&shown[..shown.len().min(max)], view));
    }
    if shown.len() > max {
        lines.push(view.say(&Message::BulkMore { n: number(shown.len() - max) }));
    }
    lines
}

fn row_table(rows: &[&RowResult], view: &View<'_>) -> String {
    let from_file = rows.iter().any(|row| row.row.line.is_some());
    let mut header = vec![view.say(&Message::CardAccount), view.say(&Message::CardWhy)];
    let cells = rows.iter().map(|row| {
        let mut cells =
            vec![visible(row.shown_account()).into_owned(), outcome_text(row.outcome, row.detail, view.words)];
        if from_file {
            cells.insert(0, row.row.line.map(|line| line.to_string()).unwrap_or_default());
        }
        cells
    });
    let cells: Vec<Vec<String>> = cells.collect();
    if from_file {
        header.insert(0, view.say(&Message::BulkLine));
    }
    table::rows(&header, cells, view.width, view.style)
}

#[cfg(test)]
mod tests;
