//! Audit records in words and as JSON.

pub(in crate::commands) mod archive;
mod export;
mod index;
mod resolve;
pub(in crate::commands) mod verify;

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde_json::{Value, json};

use super::{NamedAccount, Outcome};
use crate::domain::audit::{Action, AuditRecord, Step};
use crate::text::{Message, Words, visible};
use crate::ui::table;
use crate::view::action::action;
use crate::view::{Render, View, number};
pub use export::ExportWriter;

impl Render for Outcome {
    fn text(&self, view: &View<'_>) -> String {
        let mut lines = vec![match self.records.is_empty() {
            true => view.say(&Message::AuditNone),
            false => self.table(view),
        }];
        lines.extend(self.unreadable.iter().map(|number| view.say(&Message::AuditUnreadable { n: *number })));
        if let Some(n) = self.older {
            lines.push(view.say(&Message::AuditOlder { n: &n.to_string() }));
        }
        lines.extend(self.about_accounts(view));
        lines.join("\n")
    }

    fn json(&self, _: &View<'_>) -> Value {
        let record = |(number, record): &(i64, AuditRecord)| {
            // Texts, numbers and times always serialise.
            let mut value = serde_json::to_value(record).unwrap_or_default();
            value["number"] = (*number).into();
            if self.open.contains(number) {
                value["open"] = true.into();
            }
            value
        };
        let mut document = json!({ "records": self.records.iter().map(record).collect::<Vec<_>>() });
        if !self.unreadable.is_empty() {
            document["unreadable"] = self.unreadable.clone().into();
        }
        if let Some(older) = self.older {
            document["older"] = older.into();
        }
        if self.accounts.len() > 1 {
            let account = |account: &NamedAccount| json!({ "account_id": account.id, "until": account.until });
            document["accounts"] = self.accounts.iter().map(account).collect();
        }
        document
    }
}

impl Outcome {
    fn table(&self, view: &View<'_>) -> String {
        let mut header = header(view.words);
        let row = |(number, record): &(i64, AuditRecord)| {
            record_row(*number, record, self.open.contains(number), view.now, view.words)
        };
        let mut rows: Vec<Vec<String>> = self.records.iter().map(row).collect();
        let tickets = self.records.iter().map(|(_, record)| record.ticket.clone().unwrap_or_default());
        let grounds = self.records.iter().map(|(_, record)| grounds(record));
        let more: [(Message<'_>, Vec<String>); 2] =
            [(Message::AuditTicket, tickets.collect()), (Message::AuditGrounds, grounds.collect())];
        for (label, cells) in more {
            // Most desks have no such thing in most records.
            if cells.iter().any(|cell| !cell.is_empty()) {
                header.push(view.say(&label));
                rows.iter_mut().zip(&cells).for_each(|(row, cell)| row.push(visible(cell).into_owned()));
            }
        }
        table::rows_or_lines(&header, rows, view.width, view.style)
    }

    /// What the records say of the account that was asked for: other names, or several accounts of one name.
    fn about_accounts(&self, view: &View<'_>) -> Vec<String> {
        if let [one] = self.accounts.as_slice() {
            let is_of_it = |record: &&AuditRecord| record.act.account_id == one.id;
            let names = self.records.iter().map(|(_, record)| record).filter(is_of_it);
            let names: BTreeSet<String> = names.map(|record| visible(&record.act.account).into_owned()).collect();
            let names: Vec<String> = names.into_iter().collect();
            let note = (names.len() > 1).then(|| view.say(&Message::AuditRenamed { names: &names.join(", ") }));
            return note.into_iter().collect();
        }
        if self.accounts.is_empty() {
            return Vec::new();
        }
        let account = |account: &NamedAccount| {
            let until = view.words.clock(account.until, view.now);
            view.say(&Message::AuditOneOfAccounts { id: &account.id, until: &until })
        };
        let several = view.say(&Message::AuditSeveralAccounts { n: number(self.accounts.len()) });
        [several].into_iter().chain(self.accounts.iter().map(account)).collect()
    }
}

/// How the caller was identified without a code, and the reason for changing many accounts.
fn grounds(record: &AuditRecord) -> String {
    let all = [&record.act.identified_by, &record.act.reason];
    all.into_iter().flatten().cloned().collect::<Vec<_>>().join("; ")
}

fn header(words: &Words) -> Vec<String> {
    let header = [
        Message::AuditNumber,
        Message::AuditWhen,
        Message::AuditWho,
        Message::AuditWhat,
        Message::AuditWhom,
        Message::AuditStep,
    ];
    header.iter().map(|label| words.say(label)).collect()
}

fn record_row(number: i64, record: &AuditRecord, open: bool, now: Timestamp, words: &Words) -> Vec<String> {
    let step = words.say(&match record.step {
        Step::Intent if open => Message::StepOpen,
        Step::Intent => Message::StepIntent,
        Step::Done => Message::StepDone,
        Step::Failed => Message::StepFailed,
        Step::Partly => Message::StepPartly,
        Step::Refused => Message::StepRefused,
        Step::Resolved => Message::StepResolved,
    });
    let step = match &record.reason {
        Some(reason) => words.say(&Message::StepReason { step: &step, reason }),
        None => step,
    };
    vec![
        number.to_string(),
        words.clock(record.at, now),
        visible(&record.who.directory).into_owned(),
        action(&record.act, words),
        // A sign-in names its account under "who"; an archive has none.
        if record.act.action == Action::SignIn { String::new() } else { visible(&record.act.account).into_owned() },
        step,
    ]
}
