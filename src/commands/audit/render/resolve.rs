//! The result of `audit resolve` in words and as JSON.

use serde_json::{Value, json};

use super::{header, record_row};
use crate::commands::audit::{CurrentState, Resolved};
use crate::domain::audit::AuditRecord;
use crate::text::Message;
use crate::ui::table;
use crate::view::{Render, View};

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

    fn json(&self, _: &View<'_>) -> Value {
        let one = |(number, record, state): &(i64, AuditRecord, CurrentState)| {
            json!({
                "intent": number,
                "action": record.act.action.name(),
                "account": record.act.account,
                "at": record.at,
                "finding": state.name(),
            })
        };
        json!({ "resolved": self.intents.iter().map(one).collect::<Vec<_>>(), "under_way": self.under_way })
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
