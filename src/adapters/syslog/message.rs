//! One record as one message, from the record's fields only: no secret can get in.

use std::borrow::Cow;

use sha2::{Digest, Sha256};

use crate::domain::audit::{AuditRecord, Step, StoredRecord};
use crate::text::visible;

/// Security and authorization messages, for few eyes (RFC 5424, table 1).
const FACILITY: u8 = 10;

/// The number that RFC 5612 sets aside for what has none of its own.
const STRUCTURE: &str = "servicedesk@32473";

/// The longest message, in bytes: what common receivers accept by default, and less than a datagram can hold. A longer
/// one would never be accepted, and would block those after it.
pub(super) const LONGEST: usize = 8096;

/// How much of a value is kept in a message that would be too long, in bytes.
const SHORT: usize = 128;

/// A record in RFC 5424's format, with its fields as structured data.
pub(super) fn rfc5424(stored: &StoredRecord) -> String {
    let message = structured(stored, whole);
    if message.len() <= LONGEST { message } else { structured(stored, short) }
}

fn structured(stored: &StoredRecord, cut: Cut) -> String {
    let record = serde_json::from_str::<AuditRecord>(&stored.text).ok();
    let (at, machine, id) = match &record {
        Some(record) => (
            record.at.strftime("%Y-%m-%dT%H:%M:%S%.6fZ").to_string(),
            header(&record.who.machine, 255),
            record.act.action.name(),
        ),
        None => ("-".to_owned(), "-".to_owned(), "unreadable"),
    };
    let priority = u16::from(FACILITY) * 8 + u16::from(severity(record.as_ref()));
    let mut text = format!("<{priority}>1 {at} {machine} servicedesk - {id} [{STRUCTURE}");
    for (name, value) in fields(stored, record.as_ref()) {
        text.push_str(&format!(" {name}=\"{}\"", escaped(&cut(&value))));
    }
    // The mark says that the text is UTF-8 (6.4).
    text.push_str(&format!("] \u{feff}{}", sentence(stored, record.as_ref(), cut)));
    text
}

/// A record in journald's own format: `NAME=value` lines.
pub(super) fn journal(stored: &StoredRecord) -> Vec<u8> {
    let message = lines(stored, whole);
    if message.len() <= LONGEST { message } else { lines(stored, short) }
}

fn lines(stored: &StoredRecord, cut: Cut) -> Vec<u8> {
    let record = serde_json::from_str::<AuditRecord>(&stored.text).ok();
    let head = [
        ("MESSAGE".to_owned(), sentence(stored, record.as_ref(), cut)),
        ("PRIORITY".to_owned(), severity(record.as_ref()).to_string()),
        ("SYSLOG_FACILITY".to_owned(), FACILITY.to_string()),
        ("SYSLOG_IDENTIFIER".to_owned(), "servicedesk".to_owned()),
    ];
    let fields = fields(stored, record.as_ref()).into_iter();
    let fields = fields.map(|(name, value)| (format!("SERVICEDESK_{}", name.to_uppercase()), cut(&value).into_owned()));
    let mut bytes = Vec::new();
    for (name, value) in head.into_iter().chain(fields) {
        // Control characters are written out, so no value has a line break.
        bytes.extend(format!("{name}={}\n", visible(&value)).bytes());
    }
    bytes
}

fn severity(record: Option<&AuditRecord>) -> u8 {
    const WARNING: u8 = 4;
    const NOTICE: u8 = 5;
    const INFORMATIONAL: u8 = 6;
    match record.map(|record| record.step) {
        Some(Step::Done | Step::Resolved) => NOTICE,
        Some(Step::Intent) => INFORMATIONAL,
        Some(Step::Failed | Step::Partly | Step::Refused) | None => WARNING,
    }
}

fn sentence(stored: &StoredRecord, record: Option<&AuditRecord>, cut: Cut) -> String {
    let Some(AuditRecord { who, act, step, .. }) = record else {
        return format!("record {} is unreadable", stored.number);
    };
    let (account, operator) = (cut(&act.account), cut(&who.directory));
    let text = format!("{} {account} by {operator}: {}", act.action.name(), step.name());
    visible(&text).into_owned()
}

fn fields(stored: &StoredRecord, record: Option<&AuditRecord>) -> Vec<(&'static str, String)> {
    let mut fields = vec![("number", stored.number.to_string())];
    fields.extend(stored.link.map(|link| ("hash", link.to_string())));
    let Some(AuditRecord { who, act, step, intent, reason, server, ticket, .. }) = record else { return fields };
    fields.extend([
        ("action", act.action.name().to_owned()),
        ("step", step.name().to_owned()),
        ("operator", who.directory.clone()),
        ("system_user", who.system.clone()),
        ("account", act.account.clone()),
    ]);
    let optional = [
        ("operator_sid", who.sid.clone()),
        ("account_id", Some(act.account_id.clone()).filter(|id| !id.is_empty())),
        ("intent", intent.map(|intent| intent.to_string())),
        ("reason", reason.clone()),
        ("server", server.clone()),
        ("ticket", ticket.clone()),
        ("mobile", act.number.clone()),
        ("mobile_mark", act.number_mark.clone()),
        ("identified_by", act.identified_by.clone()),
        ("vouched_by", act.vouched_by.clone()),
        ("via", act.via.clone()),
        ("delivery", act.delivery.map(|delivery| delivery.name().to_owned())),
        ("bulk_reason", act.reason.clone()),
    ];
    fields.extend(optional.into_iter().filter_map(|(name, value)| Some((name, value?))));
    fields
}

/// Shortens a value.
type Cut = for<'a> fn(&'a str) -> Cow<'a, str>;

fn whole(value: &str) -> Cow<'_, str> {
    Cow::Borrowed(value)
}

/// The beginning of a long value with the SHA-256 of all of it, which is in the trail.
fn short(value: &str) -> Cow<'_, str> {
    let seen = visible(value);
    if seen.len() <= SHORT {
        return Cow::Borrowed(value);
    }
    let end = (0..=SHORT).rev().find(|end| seen.is_char_boundary(*end)).unwrap_or_default();
    let begun = &seen[..end];
    let hash: String = Sha256::digest(value).iter().map(|byte| format!("{byte:02x}")).collect();
    Cow::Owned(format!("{begun}… sha256:{hash}"))
}

/// A value of structured data (6.3.3), with control characters written out.
fn escaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for character in visible(value).chars() {
        if matches!(character, '"' | '\\' | ']') {
            text.push('\\');
        }
        text.push(character);
    }
    text
}

/// A field of the header: printable ASCII without spaces (6.2).
fn header(text: &str, most: usize) -> String {
    let text: String = text.chars().filter(char::is_ascii_graphic).take(most).collect();
    if text.is_empty() { "-".to_owned() } else { text }
}
