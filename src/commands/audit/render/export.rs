//! Writes an export of the audit trail as JSON Lines or CSV. Field names are a contract.

use std::io;

use schemars::JsonSchema;
use serde::Serialize;

use crate::commands::audit::{ExportFormat, Exported, RecordSink};
use crate::domain::audit::{AuditRecord, StoredRecord, line};
use crate::text::{Message, Words, defused, escaped};
use crate::ui::Console;
use crate::view::csv::shown;
use crate::view::document::{AnyDocument, Document, SCHEMA, SchemaVersion};
use crate::view::{Render, View};

/// Bytes.
const BUFFER_SIZE: usize = 64 * 1024;

/// CSV columns. New ones are appended.
const COLUMNS: [&str; 23] = [
    "number",
    "at",
    "operator",
    "system_user",
    "machine",
    "action",
    "account",
    "account_id",
    "step",
    "intent",
    "reason",
    "server",
    "ticket",
    "mobile",
    "mobile_mark",
    "identified_by",
    "delivery",
    "bulk_reason",
    "hash",
    "unreadable",
    "operator_sid",
    "vouched_by",
    "via",
];

/// Writes to standard output.
pub struct ExportWriter<'a> {
    console: &'a dyn Console,
    format: ExportFormat,
    buffer: Vec<u8>,
}

impl<'a> ExportWriter<'a> {
    pub fn new(console: &'a dyn Console, format: ExportFormat) -> Self {
        let mut writer = Self { console, format, buffer: Vec::new() };
        if format == ExportFormat::Csv {
            writer.row(COLUMNS);
        }
        writer
    }

    fn row<T: AsRef<[u8]>>(&mut self, cells: impl IntoIterator<Item = T>) {
        // Writing to a vector cannot fail.
        let _ = csv::Writer::from_writer(&mut self.buffer).write_record(cells);
    }

    fn is_terminal(&self) -> bool {
        self.console.width().is_some()
    }

    fn flush(&mut self) -> io::Result<()> {
        let text = String::from_utf8_lossy(&self.buffer).into_owned();
        self.buffer.clear();
        if text.is_empty() { Ok(()) } else { self.console.out(&text) }
    }
}

impl RecordSink for ExportWriter<'_> {
    fn write(&mut self, stored: &StoredRecord, record: Option<&AuditRecord>) -> io::Result<()> {
        match self.format {
            ExportFormat::Jsonl => {
                let line = exported(stored, record.is_some());
                // Verbatim except on a terminal.
                let line = if self.is_terminal() { escaped(line) } else { line };
                self.buffer.extend(line.bytes());
            }
            ExportFormat::Csv => {
                let (cells, terminal) = (cells(stored, record), self.is_terminal());
                self.row(cells.iter().map(|cell| shown(&defused(cell), terminal).into_owned()));
            }
        }
        if self.buffer.len() < BUFFER_SIZE { Ok(()) } else { self.flush() }
    }

    fn finish(&mut self) -> io::Result<()> {
        self.flush()
    }
}

/// The records themselves are already written.
impl Render for Exported {
    fn text(&self, _: &View<'_>) -> String {
        String::new()
    }

    fn document(&self, _: &View<'_>) -> Option<AnyDocument> {
        None
    }

    fn streamed(&self, words: &Words) -> Option<io::Result<String>> {
        Some(match &self.unwritten {
            Some(error) => Err(io::Error::new(error.kind(), error.to_string())),
            None => Ok(words.say(&Message::AuditExported { n: self.records })),
        })
    }
}

/// The shape of each line of `audit export`. The record is as it was written, so that others can recompute the hash: what
/// it lacks is left out, and `at` has fractions of a second.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "ExportedRecord")]
#[expect(dead_code, reason = "each line is written around the record's own text")]
pub(in crate::commands) enum ExportDocument {
    Record {
        schema: SchemaVersion,
        number: i64,
        /// `null`: the store has none.
        hash: Option<String>,
        #[serde(flatten)]
        record: Box<AuditRecord>,
    },
    Unreadable {
        schema: SchemaVersion,
        number: i64,
        hash: Option<String>,
        /// What stands there.
        unreadable: String,
    },
}

impl Document for ExportDocument {}

/// A line as an archive has it, with the version that every line has.
fn exported(stored: &StoredRecord, readable: bool) -> String {
    let line = line(stored, readable);
    format!("{{\"schema\":{SCHEMA},{}", line.strip_prefix('{').unwrap_or(&line))
}

fn cells(stored: &StoredRecord, record: Option<&AuditRecord>) -> Vec<String> {
    let hash = stored.link.map(|link| link.to_string()).unwrap_or_default();
    let number = stored.number.to_string();
    let Some(AuditRecord { at, who, act, step, intent, reason, server, ticket }) = record else {
        let mut cells = vec![String::new(); COLUMNS.len()];
        (cells[0], cells[18], cells[19]) = (number, hash, stored.text.clone());
        return cells;
    };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    vec![
        number,
        at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        who.directory.clone(),
        who.system.clone(),
        who.machine.clone(),
        act.action.name().to_owned(),
        act.account.clone(),
        act.account_id.clone(),
        step.name().to_owned(),
        intent.map(|intent| intent.to_string()).unwrap_or_default(),
        text(reason),
        text(server),
        text(ticket),
        text(&act.number),
        text(&act.number_mark),
        text(&act.identified_by),
        act.delivery.map(|delivery| delivery.name().to_owned()).unwrap_or_default(),
        text(&act.reason),
        hash,
        String::new(),
        text(&who.sid),
        text(&act.vouched_by),
        text(&act.via),
    ]
}
