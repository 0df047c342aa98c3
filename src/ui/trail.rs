//! The audit trail for people, and the documents of the commands that look through it. Decides nothing about it.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::{Shown, table};
use crate::commands::audit::{Finding, Outcome, Resolved, Verified};
use crate::domain::audit::{Act, Action, Anchor, AuditRecord, ChainFault, Delivery, Step, Witness};
use crate::text::{Message, Words, visible};

pub(super) fn records(outcome: &Outcome, shown: Shown<'_>, words: &Words) -> String {
    let mut text = match outcome.records.is_empty() {
        true => words.say(&Message::AuditNone),
        false => {
            let row = |(number, record): &(i64, AuditRecord)| {
                record_row(*number, record, outcome.open.contains(number), shown.now, words)
            };
            table::rows_or_lines(&header(words), outcome.records.iter().map(row).collect(), shown.width, shown.style)
        }
    };
    for number in &outcome.unreadable {
        text.push('\n');
        text.push_str(&words.say(&Message::AuditUnreadable { n: *number }));
    }
    text
}

pub(super) fn records_document(outcome: &Outcome) -> Value {
    let record = |(number, record): &(i64, AuditRecord)| {
        // A record is made of texts, numbers and times, which always have a JSON form.
        let mut value = serde_json::to_value(record).unwrap_or_default();
        value["number"] = (*number).into();
        if outcome.open.contains(number) {
            value["open"] = true.into();
        }
        value
    };
    let mut document = json!({ "records": outcome.records.iter().map(record).collect::<Vec<_>>() });
    if !outcome.unreadable.is_empty() {
        document["unreadable"] = outcome.unreadable.clone().into();
    }
    document
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
        // Whoever signs in stands under "who" already.
        if record.act.action == Action::SignIn { String::new() } else { visible(&record.act.account).into_owned() },
        step,
    ]
}

pub(super) fn action(act: &Act, words: &Words) -> String {
    words.say(&match act.action {
        Action::SignIn => Message::ActionSignIn,
        Action::SendCode => Message::ActionSendCode,
        Action::VerifyCode => Message::ActionVerifyCode,
        Action::ReopenVerification => Message::ActionReopen,
        Action::Unlock => Message::ActionUnlock,
        Action::Reset => match act.delivery {
            Some(Delivery::Screen) => Message::ActionResetShown,
            Some(Delivery::Sms) => Message::ActionResetSent,
            None => Message::ActionReset,
        },
        Action::SendPassword => Message::ActionSendPassword,
        Action::SendTrial => Message::ActionSendTrial,
    })
}

pub(super) fn verified(verified: &Verified, words: &Words) -> String {
    let lines = match (&verified.fault, verified.anchor()) {
        (Some(fault), _) => {
            let mut lines = vec![fault_in_words(*fault, words), words.say(&Message::AuditFaultHint)];
            if *fault == ChainFault::HeadGone {
                let anchor = Anchor::new(verified.number, &verified.link).to_string();
                lines.push(words.say(&Message::AuditHeadAnew { anchor: &anchor }));
            }
            lines
        }
        (None, None) => vec![words.say(&Message::AuditNone)],
        (None, Some(anchor)) => {
            let mut lines = vec![words.say(&Message::AuditHolds { n: verified.number })];
            if let Some(given) = &verified.held_against {
                lines.push(words.say(&Message::AuditHoldsAnchor { anchor: &given.to_string() }));
            }
            lines.push(words.say(&Message::AuditAnchor { anchor: &anchor.to_string() }));
            lines.push(words.say(&Message::AuditProves));
            lines
        }
    };
    lines.join("\n")
}

pub(super) fn fault_in_words(fault: ChainFault, words: &Words) -> String {
    let by = |witness: Witness| {
        words.say(&match witness {
            Witness::Head => Message::WitnessHead,
            Witness::Anchor => Message::WitnessAnchor,
        })
    };
    match fault {
        ChainFault::Changed { number: 1 } => words.say(&Message::AuditChangedFirst),
        ChainFault::Changed { number } => words.say(&Message::AuditChanged { n: number, before: number - 1 }),
        ChainFault::Missing { first, last } if first == last => words.say(&Message::AuditMissing { n: first }),
        ChainFault::Missing { first, last } => words.say(&Message::AuditMissingMany { n: first, last }),
        ChainFault::Reordered { number, stands_at } => words.say(&Message::AuditReordered { n: number, at: stands_at }),
        ChainFault::Inserted { number } => words.say(&Message::AuditInserted { n: number }),
        ChainFault::Truncated { last, known, witness } => {
            words.say(&Message::AuditTruncated { last, known, witness: &by(witness) })
        }
        ChainFault::Rewritten { number, witness } => {
            words.say(&Message::AuditRewritten { n: number, witness: &by(witness) })
        }
        ChainFault::HeadGone => words.say(&Message::AuditHeadGone),
        ChainFault::ListedOtherwise { number } => words.say(&Message::AuditListedOtherwise { n: number }),
    }
}

pub(super) fn verified_document(verified: &Verified, words: &Words) -> Value {
    let fault = verified.fault.map(|fault| {
        let mut value =
            json!({ "kind": fault.name(), "record": fault.number(), "message": fault_in_words(fault, words) });
        match fault {
            ChainFault::Missing { last, .. } => value["last"] = last.into(),
            ChainFault::Reordered { stands_at, .. } => value["stands_at"] = stands_at.into(),
            ChainFault::Truncated { known, witness, .. } => {
                value["known"] = known.into();
                value["witness"] = witness.name().into();
            }
            ChainFault::Rewritten { witness, .. } => value["witness"] = witness.name().into(),
            ChainFault::Changed { .. }
            | ChainFault::Inserted { .. }
            | ChainFault::HeadGone
            | ChainFault::ListedOtherwise { .. } => {}
        }
        value
    });
    json!({
        "intact": verified.fault.is_none(),
        "records": verified.number,
        "hash": verified.link.to_string(),
        "anchor": verified.anchor().map(|anchor| anchor.to_string()),
        "store": verified.store.iter().map(|byte| format!("{byte:02x}")).collect::<String>(),
        "fault": fault,
    })
}

pub(super) fn resolved(resolved: &Resolved, shown: Shown<'_>, words: &Words) -> String {
    let mut lines = Vec::new();
    if !resolved.found.is_empty() {
        let row = |(number, record, finding): &(i64, AuditRecord, Finding)| {
            let mut row = record_row(*number, record, true, shown.now, words);
            row.pop();
            row.push(words.say(&found(*finding)));
            row
        };
        let rows: Vec<Vec<String>> = resolved.found.iter().map(row).collect();
        lines.push(table::rows_or_lines(&header(words), rows, shown.width, shown.style));
    }
    if resolved.under_way > 0 {
        lines.push(words.say(&Message::ResolveUnderWay { n: resolved.under_way }));
    }
    if lines.is_empty() {
        lines.push(words.say(&Message::ResolveNothing));
    }
    lines.join("\n")
}

fn found(finding: Finding) -> Message<'static> {
    match finding {
        Finding::OpenNow => Message::FoundOpen,
        Finding::LockedNow => Message::FoundLocked,
        Finding::PasswordSetSince => Message::FoundPasswordSet,
        Finding::PasswordAsBefore => Message::FoundPasswordAsBefore,
        Finding::MustChangeNow => Message::FoundMustChange,
        Finding::NotFound => Message::FoundNobody,
        Finding::NotKnown => Message::FoundNotKnown,
    }
}

pub(super) fn resolved_document(resolved: &Resolved) -> Value {
    let one = |(number, record, finding): &(i64, AuditRecord, Finding)| {
        json!({
            "intent": number,
            "action": record.act.action.name(),
            "account": record.act.account,
            "at": record.at,
            "finding": finding.name(),
        })
    };
    json!({ "resolved": resolved.found.iter().map(one).collect::<Vec<_>>(), "under_way": resolved.under_way })
}
