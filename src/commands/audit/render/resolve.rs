//! What came of what was cut short, for people and for scripts.

use serde_json::{Value, json};

use super::{header, record_row};
use crate::commands::audit::{Finding, Resolved};
use crate::domain::audit::AuditRecord;
use crate::text::Message;
use crate::ui::table;
use crate::view::{Render, View};

impl Render for Resolved {
    fn text(&self, view: &View<'_>) -> String {
        let mut lines = Vec::new();
        if !self.found.is_empty() {
            let row = |(number, record, finding): &(i64, AuditRecord, Finding)| {
                let mut row = record_row(*number, record, true, view.now, view.words);
                row.pop();
                row.push(view.say(&found(*finding)));
                row
            };
            let rows: Vec<Vec<String>> = self.found.iter().map(row).collect();
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
        let one = |(number, record, finding): &(i64, AuditRecord, Finding)| {
            json!({
                "intent": number,
                "action": record.act.action.name(),
                "account": record.act.account,
                "at": record.at,
                "finding": finding.name(),
            })
        };
        json!({ "resolved": self.found.iter().map(one).collect::<Vec<_>>(), "under_way": self.under_way })
    }

    fn changed(&self) -> bool {
        true
    }
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
