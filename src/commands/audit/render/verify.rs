//! The result of `audit verify` in words and as JSON.

use serde_json::{Value, json};

use crate::commands::audit::Verified;
use crate::domain::audit::{Anchor, ChainFault, Witness};
use crate::exit::Exit;
use crate::text::{Message, Words};
use crate::view::{Render, View};

impl Render for Verified {
    fn text(&self, view: &View<'_>) -> String {
        let lines = match (&self.fault, self.anchor()) {
            (Some(fault), _) => {
                let mut lines = vec![fault_text(*fault, view.words), view.say(&Message::AuditFaultHint)];
                if *fault == ChainFault::HeadGone {
                    let anchor = Anchor::new(self.number, &self.link).to_string();
                    lines.push(view.say(&Message::AuditHeadAnew { anchor: &anchor }));
                }
                lines
            }
            (None, None) => vec![view.say(&Message::AuditNone)],
            (None, Some(anchor)) => {
                // What is in an archive only was not read.
                let before = self.since.max(self.base.map(|(number, _)| number)).unwrap_or_default();
                let mut lines = vec![view.say(&Message::AuditHolds { n: self.number - before })];
                if let Some((n, _)) = self.base {
                    lines.push(view.say(&Message::AuditArchived { n }));
                }
                if let Some(n) = self.since {
                    lines.push(view.say(&Message::AuditSince { n }));
                }
                if let Some(given) = &self.compared_with {
                    lines.push(view.say(&Message::AuditHoldsAnchor { anchor: &given.to_string() }));
                }
                lines.push(view.say(&Message::AuditAnchor { anchor: &anchor.to_string() }));
                lines.push(view.say(&Message::AuditProves));
                lines
            }
        };
        lines.join("\n")
    }

    fn json(&self, view: &View<'_>) -> Value {
        let fault = self.fault.map(|fault| {
            let mut value =
                json!({ "kind": fault.name(), "record": fault.number(), "message": fault_text(fault, view.words) });
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
                | ChainFault::ListedOtherwise { .. }
                | ChainFault::IndexedOtherwise { .. } => {}
            }
            value
        });
        json!({
            "intact": self.fault.is_none(),
            "records": self.number,
            "hash": self.link.to_string(),
            "anchor": self.anchor().map(|anchor| anchor.to_string()),
            "since": self.since,
            "archived": self.base.map(|(number, _)| number),
            "store": self.store.iter().map(|byte| format!("{byte:02x}")).collect::<String>(),
            "fault": fault,
        })
    }

    fn exit(&self) -> Exit {
        if self.fault.is_none() { Exit::Done } else { Exit::Refused }
    }
}

pub(in crate::commands) fn fault_text(fault: ChainFault, words: &Words) -> String {
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
        ChainFault::IndexedOtherwise { number } => words.say(&Message::AuditIndexedOtherwise { n: number }),
    }
}
