//! The result of `audit verify` in words and as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use crate::commands::audit::Verified;
use crate::domain::audit::{Anchor, ChainFault, ChainFaultKind, Witness};
use crate::exit::Exit;
use crate::text::{Message, Words};
use crate::view::document::{AnyDocument, Document, SchemaVersion};
use crate::view::{Render, View};

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "AuditVerify")]
pub(in crate::commands) struct AuditVerifyDocument {
    schema: SchemaVersion,
    intact: bool,
    /// The last intact record; 0: none.
    records: i64,
    /// The hash of that record.
    hash: String,
    /// To keep elsewhere; `null`: there are no records, or they are not intact.
    anchor: Option<String>,
    /// The last record that `--since-anchor` did not read; `null`: all were read.
    since: Option<i64>,
    /// The last record that is in an archive only; `null`: none is.
    archived: Option<i64>,
    /// A given anchor that lies in an archive, so that nothing here can be compared with it; `null`: there is none.
    not_compared: Option<String>,
    /// The store's id.
    store: String,
    /// The first fault.
    fault: Option<FaultDocument>,
}

impl Document for AuditVerifyDocument {}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Fault")]
struct FaultDocument {
    kind: ChainFaultKind,
    /// The first record that is affected.
    record: Option<i64>,
    /// The last that is `missing`.
    last: Option<i64>,
    /// Where one that was `reordered` stands.
    stands_at: Option<i64>,
    /// How many records there were, of a log that was `truncated`.
    known: Option<i64>,
    /// Who remembers it otherwise.
    witness: Option<Witness>,
    /// For people.
    message: String,
}

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
                if let Some(given) = &self.not_compared {
                    lines.push(view.say(&Message::AuditAnchorArchived { anchor: &given.to_string() }));
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

    fn document(&self, view: &View<'_>) -> Option<AnyDocument> {
        let fault = self.fault.map(|fault| FaultDocument {
            kind: fault.kind(),
            record: fault.number(),
            last: match fault {
                ChainFault::Missing { last, .. } => Some(last),
                _ => None,
            },
            stands_at: match fault {
                ChainFault::Reordered { stands_at, .. } => Some(stands_at),
                _ => None,
            },
            known: match fault {
                ChainFault::Truncated { known, .. } => Some(known),
                _ => None,
            },
            witness: match fault {
                ChainFault::Truncated { witness, .. } | ChainFault::Rewritten { witness, .. } => Some(witness),
                _ => None,
            },
            message: fault_text(fault, view.words),
        });
        Some(AnyDocument::of(&AuditVerifyDocument {
            schema: SchemaVersion,
            intact: fault.is_none(),
            records: self.number,
            hash: self.link.to_string(),
            anchor: self.anchor().map(|anchor| anchor.to_string()),
            since: self.since,
            archived: self.base.map(|(number, _)| number),
            not_compared: self.not_compared.as_ref().map(ToString::to_string),
            store: self.store.iter().map(|byte| format!("{byte:02x}")).collect(),
            fault,
        }))
    }

    fn exit(&self) -> Exit {
        match (self.fault, &self.not_compared) {
            (Some(_), _) => Exit::Refused,
            (None, Some(_)) => Exit::Partly,
            (None, None) => Exit::Done,
        }
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
