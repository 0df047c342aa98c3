//! Audit records in words and as JSON.

pub(in crate::commands) mod export;
pub(in crate::commands) mod resolve;
pub(in crate::commands) mod verify;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use super::Outcome;
use crate::domain::audit::{Action, AuditRecord, Delivery, Step};
use crate::text::{Message, Words, visible};
use crate::ui::table;
use crate::view::action::action;
use crate::view::document::{AnyDocument, Document, SchemaVersion, Time};
use crate::view::{Render, View};
pub use export::ExportWriter;

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "AuditShow")]
pub(in crate::commands) struct AuditShowDocument {
    schema: SchemaVersion,
    /// Oldest first.
    records: Vec<RecordDocument>,
    /// The numbers of records that cannot be read.
    unreadable: Vec<i64>,
}

impl Document for AuditShowDocument {
    const ROWS: Option<&'static str> = Some("records");
}

/// A record, under the names that `audit export` has in CSV.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Record")]
struct RecordDocument {
    number: i64,
    at: Time,
    operator: String,
    operator_sid: Option<String>,
    system_user: String,
    machine: String,
    action: Action,
    account: String,
    /// The objectGUID; empty for a sign-in.
    account_id: String,
    step: Step,
    /// Whether it is an intent without an outcome.
    open: bool,
    /// The number of the intent that this concludes.
    intent: Option<i64>,
    reason: Option<String>,
    server: Option<String>,
    ticket: Option<String>,
    /// Masked.
    mobile: Option<String>,
    /// The same for the same number.
    mobile_mark: Option<String>,
    identified_by: Option<String>,
    delivery: Option<Delivery>,
    /// Why many accounts were changed at once.
    bulk_reason: Option<String>,
}

impl RecordDocument {
    fn of(number: i64, record: &AuditRecord, open: bool) -> Self {
        let AuditRecord { at, who, act, step, intent, reason, server, ticket } = record.clone();
        Self {
            number,
            at: Time(at),
            operator: who.directory,
            operator_sid: who.sid,
            system_user: who.system,
            machine: who.machine,
            action: act.action,
            account: act.account,
            account_id: act.account_id,
            step,
            open,
            intent,
            reason,
            server,
            ticket,
            mobile: act.number,
            mobile_mark: act.number_mark,
            identified_by: act.identified_by,
            delivery: act.delivery,
            bulk_reason: act.reason,
        }
    }
}

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

    fn document(&self, _: &View<'_>) -> Option<AnyDocument> {
        let record =
            |(number, record): &(i64, AuditRecord)| RecordDocument::of(*number, record, self.open.contains(number));
        Some(AnyDocument::of(&AuditShowDocument {
            schema: SchemaVersion,
            records: self.records.iter().map(record).collect(),
            unreadable: self.unreadable.clone(),
        }))
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
