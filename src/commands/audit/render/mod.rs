//! Audit records in words and as JSON.

pub(in crate::commands) mod archive;
pub(in crate::commands) mod export;
pub(in crate::commands) mod index;
pub(in crate::commands) mod resolve;
pub(in crate::commands) mod verify;

use std::collections::BTreeSet;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use super::{NamedAccount, Outcome};
use crate::domain::audit::{Act, Action, AuditRecord, Delivery, Step};
use crate::text::{Message, Words, visible};
use crate::ui::table;
use crate::view::action::action;
use crate::view::document::{AnyDocument, Document, SchemaVersion, Time};
use crate::view::{Render, View, number};
pub use export::ExportWriter;

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "AuditShow")]
pub(in crate::commands) struct AuditShowDocument {
    schema: SchemaVersion,
    /// Oldest first.
    records: Vec<RecordDocument>,
    /// The numbers of records that cannot be read.
    unreadable: Vec<i64>,
    /// For `--before`, to have the next page; `null`: these are the oldest.
    older: Option<i64>,
    /// The accounts that have had the name that was asked for.
    accounts: Vec<NamedAccountDocument>,
}

impl Document for AuditShowDocument {
    const ROWS: Option<&'static str> = Some("records");
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "NamedAccount")]
struct NamedAccountDocument {
    /// The objectGUID.
    account_id: String,
    /// When it last had the name in a record.
    until: Time,
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
    /// Why many accounts were changed at once; of an archive, the anchor of its last record.
    bulk_reason: Option<String>,
    /// The manager who vouched for the caller: the code that went to them was read back. Older versions also named the
    /// manager where a code was only sent, or was not read back.
    vouched_by: Option<String>,
    /// The manager to whom the code went, or was to go.
    via: Option<String>,
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
            vouched_by: act.vouched_by,
            via: act.via,
        }
    }
}

impl Render for Outcome {
    fn text(&self, view: &View<'_>) -> String {
        let mut lines = vec![match self.records.is_empty() {
            true => view.say(&Message::AuditNoneShown),
            false => self.table(view),
        }];
        lines.extend(self.unreadable.iter().map(|number| view.say(&Message::AuditUnreadable { n: *number })));
        if let Some(n) = self.older {
            lines.push(view.say(&Message::AuditOlder { n: &n.to_string() }));
        }
        lines.extend(self.about_accounts(view));
        lines.join("\n")
    }

    fn document(&self, _: &View<'_>) -> Option<AnyDocument> {
        let record =
            |(number, record): &(i64, AuditRecord)| RecordDocument::of(*number, record, self.open.contains(number));
        let account = |account: &NamedAccount| NamedAccountDocument {
            account_id: account.id.clone(),
            until: Time(account.until),
        };
        Some(AnyDocument::of(&AuditShowDocument {
            schema: SchemaVersion,
            records: self.records.iter().map(record).collect(),
            unreadable: self.unreadable.clone(),
            older: self.older,
            accounts: self.accounts.iter().map(account).collect(),
        }))
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
        let grounds = self.records.iter().map(|(_, record)| grounds(record, view.words));
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

/// Who vouched for the caller, or to whom the code went, how the caller was identified without a code, and the reason for
/// changing many accounts.
fn grounds(record: &AuditRecord, words: &Words) -> String {
    let Act { identified_by, reason, .. } = &record.act;
    let vouched = record.voucher().map(|manager| words.say(&Message::AuditVouched { manager }));
    let code_to = record.code_to_manager().map(|manager| words.say(&Message::AuditCodeTo { manager }));
    [vouched, code_to, identified_by.clone(), reason.clone()].into_iter().flatten().collect::<Vec<_>>().join("; ")
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
        words.stamp(record.at, now),
        visible(&record.who.directory).into_owned(),
        action(&record.act, words),
        // A sign-in names its account under "who"; an archive has none.
        if record.act.action == Action::SignIn { String::new() } else { visible(&record.act.account).into_owned() },
        step,
    ]
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::commands::audit::resolve::CurrentState;
    use crate::domain::bulk::{RowDetailKind, RowOutcome};
    use crate::domain::failure_kind::FailureKind;
    use crate::domain::owner_notice::NoNumberToTell;
    use crate::ports::{DeliveryStateKind, SignInRefusal};
    use crate::text::Language;

    /// They end a run before any act, and so are never the reason of one.
    const NEVER: &str = "archive_exists archive_no_limit archive_no_proof archive_unreadable archive_unwritable \
        clock_before_1970 configuration configuration_exists configuration_not_written cut_short halfway_archive input \
        keyring_absent keyring_locked keyring_refused keyring_slow looks_like_attack max_failures must_be_kept no_desk_key \
        no_reason no_such_setting no_user_name not_a_code not_a_number not_a_password not_a_query not_for_scripts \
        not_in_keyring only_for_many only_for_one only_similar open_intents other_desk_key practice \
        practice_configures_nothing practice_keeps_nothing report_file row_characters row_has_more_cells row_not_json row_open_quote \
        row_several_accounts row_too_long row_without_account same_as several_accounts store_exposed store_newer ticket_keeps_nothing \
        time_limit too_many trail_broken unlocked unusable_desk_key usage user_is_set would_unlock";

    #[test]
    fn every_reason_has_words() {
        let mut reasons: Vec<&str> = FailureKind::ALL.map(FailureKind::name).to_vec();
        reasons.extend(RowOutcome::ALL.map(RowOutcome::name));
        reasons.extend(RowDetailKind::ALL.map(RowDetailKind::name));
        reasons.extend(CurrentState::ALL.map(CurrentState::name));
        reasons.extend(DeliveryStateKind::ALL.map(DeliveryStateKind::name));
        reasons.extend(SignInRefusal::ALL.map(SignInRefusal::name));
        reasons.extend(NoNumberToTell::ALL.map(NoNumberToTell::name));
        let never: BTreeSet<&str> = NEVER.split_whitespace().collect();
        for language in [Language::Swedish, Language::English] {
            let words = Words::new(language, TimeZone::UTC);
            let is_raw = |reason: &&str| words.say(&Message::StepReason { step: "", reason }) == format!(": {reason}");
            let is_one = |reason: &&str| !never.contains(reason);
            let raw: Vec<&str> = reasons.iter().copied().filter(is_one).filter(is_raw).collect();
            assert_eq!(raw, [] as [&str; 0]);
        }
    }
}
