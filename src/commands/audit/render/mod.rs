//! Audit records in words and as JSON.

mod export;
mod resolve;
pub(in crate::commands) mod verify;

use jiff::Timestamp;
use serde_json::{Value, json};

use super::Outcome;
use crate::domain::audit::{Action, AuditRecord, Step};
use crate::text::{Message, Words, visible};
use crate::ui::table;
use crate::view::action::action;
use crate::view::{Render, View};
pub use export::ExportWriter;

impl Render for Outcome {
    fn text(&self, view: &View<'_>) -> String {
        let mut text = match self.records.is_empty() {
            true => view.say(&Message::AuditNone),
            false => {
                let row = |(number, record): &(i64, AuditRecord)| {
                    record_row(*number, record, self.open.contains(number), view.now, view.words)
                };
                table::rows_or_lines(
                    &header(view.words),
                    self.records.iter().map(row).collect(),
                    view.width,
                    view.style,
                )
            }
        };
        for number in &self.unreadable {
            text.push('\n');
            text.push_str(&view.say(&Message::AuditUnreadable { n: *number }));
        }
        text
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
        document
    }
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
        // A sign-in names its account under "who".
        if record.act.action == Action::SignIn { String::new() } else { visible(&record.act.account).into_owned() },
        step,
    ]
}
