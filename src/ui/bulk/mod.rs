//! Many accounts at once, in words: what is to be done, what was done, and first of all how much. Long lists are cut
//! where people read them, never where programs do. Asks nothing and decides nothing.

mod machine;
mod row;
mod talk;

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};

pub(super) use machine::{csv, document};
pub(super) use row::{decided, fault as row_fault};
pub use talk::{BulkProgress, BulkTalk};

use super::{Shown, failure, table};
use crate::commands::bulk::{Ending, Outcome, StoppedBy};
use crate::domain::bulk::{BulkPlan, OutcomeCounts, PasswordSpray, RowOutcome, RowResult};
use crate::exit::Exit;
use crate::text::{Message, Words, visible};

/// How many rows are shown to people who did not ask for all.
const ROWS: usize = 50;

/// What is to be done, before it is asked whether to do it.
pub fn plan(plan: &BulkPlan, shown: Shown<'_>, words: &Words) -> String {
    let rows: Vec<&RowResult> = plan.rows.iter().map(|row| &row.result).collect();
    listed(&rows, plan.repeated, shown, words).join("\n")
}

/// Whether to unlock so many.
pub fn question(accounts: usize, words: &Words) -> String {
    words.say(&Message::AskUnlockMany { n: number(accounts) })
}

/// That it looks as if someone is guessing passwords, and what to do about it, also when the risk is `accepted`.
pub fn spray(spray: &PasswordSpray, accepted: bool, words: &Words, now: Timestamp) -> (String, String) {
    let minutes = (spray.to.duration_since(spray.from) + SignedDuration::from_secs(59)).as_mins().max(1);
    let from = words.clock(spray.from, now);
    let message = Message::BulkSpray { n: number(spray.accounts), minutes, from: &from };
    let hint = if accepted { Message::BulkSprayAcceptedHint } else { Message::BulkSprayHint };
    (words.say(&message), words.say(&hint))
}

/// The outcome for people.
pub(super) fn people(outcome: &Outcome, shown: Shown<'_>, words: &Words) -> String {
    let rows: Vec<&RowResult> = outcome.rows.iter().collect();
    let mut lines = listed(&rows, outcome.repeated, shown, words);
    match &outcome.stopped_by {
        Some(StoppedBy::Failures { in_a_row }) => {
            lines.push(words.say(&Message::BulkStoppedFailures { n: number(*in_a_row) }));
        }
        Some(StoppedBy::Interrupt) => lines.push(words.say(&Message::BulkStoppedInterrupt)),
        Some(StoppedBy::Directory(error)) => lines.push(failure::stopped_by(error, words)),
        Some(StoppedBy::Store(error)) => lines.push(words.say(&Message::BulkStoppedStore { place: &error.place })),
        None => {}
    }
    if outcome.dry_run {
        lines.push(words.say(&Message::BulkDryRun));
    } else if [RowOutcome::Failed, RowOutcome::NotReadBack].iter().any(|one| outcome.outcomes().count(*one) > 0) {
        lines.push(words.say(&Message::BulkAgain));
    }
    lines.extend(others_follow(outcome, words));
    match &outcome.report {
        Some(Ok(path)) => lines.push(words.say(&Message::BulkReport { path: &path.display().to_string() })),
        Some(Err(error)) => lines.push(failure::report(error, words)),
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

/// The exit code.
pub(super) fn exit(outcome: &Outcome) -> Exit {
    match outcome.ending() {
        Ending::Done => Exit::Done,
        Ending::Partly => Exit::Partly,
        Ending::Unreached => Exit::Unavailable,
        Ending::Cancelled => Exit::Cancelled,
    }
}

/// How many of each kind, then the rows that need a look; all of them for who asked to be told more.
fn listed(rows: &[&RowResult], repeated: usize, shown: Shown<'_>, words: &Words) -> Vec<String> {
    let outcomes = OutcomeCounts::of(rows.iter().copied());
    let mut counts = table::Pairs::default();
    for outcome in RowOutcome::ALL {
        let n = outcomes.count(outcome);
        if n > 0 {
            counts.push(words.say(&row::label(outcome)), n.to_string().into());
        }
    }
    let again = repeated + outcomes.repeated();
    if again > 0 {
        counts.push(words.say(&Message::BulkRepeated), again.to_string().into());
    }
    let mut lines = vec![words.say(&Message::BulkAccounts { n: number(outcomes.accounts()) })];
    if outcomes.accounts() > 0 {
        lines.push(counts.to_text(shown.width, shown.style));
    }

    let wanted: Vec<&RowResult> = rows.iter().copied().filter(|row| shown.verbose || row::needs_a_look(row)).collect();
    let most = if shown.verbose { usize::MAX } else { ROWS };
    if !wanted.is_empty() {
        lines.push(String::new());
        lines.push(of_rows(&wanted[..wanted.len().min(most)], shown, words));
    }
    if wanted.len() > most {
        lines.push(words.say(&Message::BulkMore { n: number(wanted.len() - most) }));
    }
    lines
}

fn of_rows(rows: &[&RowResult], shown: Shown<'_>, words: &Words) -> String {
    let from_file = rows.iter().any(|row| row.row.line.is_some());
    let mut header = vec![words.say(&Message::CardAccount), words.say(&Message::CardWhy)];
    let cells = rows.iter().map(|row| {
        let mut cells = vec![visible(row.shown_account()).into_owned(), row::sentence(row, words)];
        if from_file {
            cells.insert(0, row.row.line.map(|line| line.to_string()).unwrap_or_default());
        }
        cells
    });
    let cells: Vec<Vec<String>> = cells.collect();
    if from_file {
        header.insert(0, words.say(&Message::BulkLine));
    }
    table::rows(&header, cells, shown.width, shown.style)
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests;
