//! Many accounts at once, in words: what is to be done, what was done, and first of all how much. Long lists are cut
//! where people read them, never where programs do. Asks nothing and decides nothing.

mod json;
mod prompts;
mod row;

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};

pub use prompts::{BulkProgress, BulkTalk};
pub(in crate::commands) use row::{decided, fault as row_fault};

use serde_json::Value;

use super::{Ending, Outcome, StoppedBy};
use crate::commands::failure::render as failure;
use crate::domain::bulk::{BulkPlan, OutcomeCounts, PasswordSpray, RowOutcome, RowResult};
use crate::exit::Exit;
use crate::text::{Message, Words, visible};
use crate::ui::table;
use crate::view::{Render, View, number};

/// How many rows are shown to people who did not ask for all.
const ROWS: usize = 50;

impl Render for Outcome {
    fn text(&self, view: &View<'_>) -> String {
        people(self, view)
    }

    /// A tree of values would take tens of thousands of rows many times their size.
    fn json(&self, _: &View<'_>) -> Value {
        Value::Null
    }

    fn document(&self, _: &View<'_>) -> String {
        format!("{}\n", json::document(self))
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

/// What is to be done, before it is asked whether to do it.
fn plan(plan: &BulkPlan, view: &View<'_>) -> String {
    let rows: Vec<&RowResult> = plan.rows.iter().map(|row| &row.result).collect();
    listed(&rows, plan.repeated, view).join("\n")
}

/// Whether to unlock so many.
fn question(accounts: usize, words: &Words) -> String {
    words.say(&Message::AskUnlockMany { n: number(accounts) })
}

/// That it looks as if someone is guessing passwords, and what to do about it, also when the risk is `accepted`.
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

/// The outcome for people.
fn people(outcome: &Outcome, view: &View<'_>) -> String {
    let rows: Vec<&RowResult> = outcome.rows.iter().collect();
    let mut lines = listed(&rows, outcome.repeated, view);
    match &outcome.stopped_by {
        Some(StoppedBy::Failures { in_a_row }) => {
            lines.push(view.say(&Message::BulkStoppedFailures { n: number(*in_a_row) }));
        }
        Some(StoppedBy::Interrupt) => lines.push(view.say(&Message::BulkStoppedInterrupt)),
        Some(StoppedBy::Directory(error)) => lines.push(failure::stopped_by(error, view.words)),
        Some(StoppedBy::Store(error)) => lines.push(view.say(&Message::BulkStoppedStore { place: &error.place })),
        None => {}
    }
    if outcome.dry_run {
        lines.push(view.say(&Message::BulkDryRun));
    } else if [RowOutcome::Failed, RowOutcome::NotReadBack].iter().any(|one| outcome.outcomes().count(*one) > 0) {
        lines.push(view.say(&Message::BulkAgain));
    }
    lines.extend(others_follow(outcome, view.words));
    match &outcome.report {
        Some(Ok(path)) => lines.push(view.say(&Message::BulkReport { path: &path.display().to_string() })),
        Some(Err(error)) => lines.push(failure::report(error, view.words)),
        None => {}
    }
    lines.join("\n")
}

/// Where accounts were unlocked, for who wants the others to be read back.
fn others_follow(outcome: &Outcome, words: &Words) -> Option<String> {
    let unlocked = outcome.rows.iter().filter(|row| row.outcome == RowOutcome::Unlocked);
    let servers: BTreeSet<&str> = unlocked.filter_map(|row| row.server.as_deref()).collect();
    let servers = servers.into_iter().collect::<Vec<_>>().join(", ");
    let wanted = outcome.others_unread && !servers.is_empty();
    wanted.then(|| words.say(&Message::BulkOthersFollow { servers: &servers }))
}

/// How many of each kind, then the rows that need a look; all of them for who asked to be told more.
fn listed(rows: &[&RowResult], repeated: usize, view: &View<'_>) -> Vec<String> {
    let outcomes = OutcomeCounts::of(rows.iter().copied());
    let mut counts = table::Pairs::default();
    for outcome in RowOutcome::ALL {
        let n = outcomes.count(outcome);
        if n > 0 {
            counts.push(view.say(&row::label(outcome)), n.to_string().into());
        }
    }
    let again = repeated + outcomes.repeated();
    if again > 0 {
        counts.push(view.say(&Message::BulkRepeated), again.to_string().into());
    }
    let mut lines = vec![view.say(&Message::BulkAccounts { n: number(outcomes.accounts()) })];
    if outcomes.accounts() > 0 {
        lines.push(counts.to_text(view.width, view.style));
    }

    let wanted: Vec<&RowResult> = rows.iter().copied().filter(|row| view.verbose || row::needs_a_look(row)).collect();
    let most = if view.verbose { usize::MAX } else { ROWS };
    if !wanted.is_empty() {
        lines.push(String::new());
        lines.push(of_rows(&wanted[..wanted.len().min(most)], view));
    }
    if wanted.len() > most {
        lines.push(view.say(&Message::BulkMore { n: number(wanted.len() - most) }));
    }
    lines
}

fn of_rows(rows: &[&RowResult], view: &View<'_>) -> String {
    let from_file = rows.iter().any(|row| row.row.line.is_some());
    let mut header = vec![view.say(&Message::CardAccount), view.say(&Message::CardWhy)];
    let cells = rows.iter().map(|row| {
        let mut cells = vec![visible(row.shown_account()).into_owned(), row::sentence(row, view.words)];
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
