//! The result of `audit resolve` in words and as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use super::{header, record_row};
use crate::commands::audit::{CurrentState, Resolved};
use crate::domain::audit::{Action, AuditRecord};
use crate::text::Message;
use crate::ui::table;
use crate::view::document::{AnyDocument, Document, SchemaVersion, Time};
use crate::view::{Render, View};

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "AuditResolve")]
pub(in crate::commands) struct AuditResolveDocument {
    schema: SchemaVersion,
    resolved: Vec<ResolvedDocument>,
    /// Intents that may belong to a running command.
    under_way: i64,
}

impl Document for AuditResolveDocument {
    const ROWS: Option<&'static str> = Some("resolved");
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Resolved")]
struct ResolvedDocument {
    /// The number of the intent.
    intent: i64,
    action: Action,
    account: String,
    /// When it was begun.
    at: Time,
    finding: CurrentState,
}

impl Render for Resolved {
    fn text(&self, view: &View<'_>) -> String {
        let mut lines = Vec::new();
        if !self.intents.is_empty() {
            let row = |(number, record, state): &(i64, AuditRecord, CurrentState)| {
                let mut row = record_row(*number, record, true, view.now, view.words);
                row.pop();
                row.push(view.say(&state_message(*state)));
                row
            };
            let rows: Vec<Vec<String>> = self.intents.iter().map(row).collect();
            lines.push(table::rows_or_lines(&header(view.words), rows, view.width, view.style));
        }
        if self.under_way > 0 {
            lines.push(view.say(&Message::ResolveUnderWay { n: self.under_way }));
        }
        if lines.is_empty() {
            lines.push(view.say(&Message::ResolveNothing));
        }
        lines.join("\n")
    }

    fn document(&self, _: &View<'_>) -> Option<AnyDocument> {
        let one = |(number, record, state): &(i64, AuditRecord, CurrentState)| ResolvedDocument {
            intent: *number,
            action: record.act.action,
            account: record.act.account.clone(),
            at: Time(record.at),
            finding: *state,
        };
        Some(AnyDocument::of(&AuditResolveDocument {
            schema: SchemaVersion,
            resolved: self.intents.iter().map(one).collect(),
            under_way: self.under_way,
        }))
    }

    fn changed(&self) -> bool {
        true
    }
}

fn state_message(state: CurrentState) -> Message<'static> {
    match state {
        CurrentState::OpenNow => Message::FoundOpen,
        CurrentState::LockedNow => Message::FoundLocked,
        CurrentState::PasswordSetSince => Message::FoundPasswordSet,
        CurrentState::PasswordAsBefore => Message::FoundPasswordAsBefore,
        CurrentState::MustChangeNow => Message::FoundMustChange,
        CurrentState::NotFound => Message::FoundNobody,
        CurrentState::NotKnown => Message::FoundNotKnown,
    }
}
