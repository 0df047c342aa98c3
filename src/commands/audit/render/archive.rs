//! The results of `audit archive` and `audit verify FILE` in words and as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use crate::commands::audit::{ArchiveProof, Archived};
use crate::domain::audit::{ArchiveFault, ArchiveFaultKind};
use crate::exit::Exit;
use crate::text::{Message, Words, visible};
use crate::view::document::{AnyDocument, Document, SchemaVersion};
use crate::view::{Render, View};

/// What `audit verify FILE` says of an archive.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "AuditVerifyArchive")]
pub(in crate::commands) struct AuditVerifyArchiveDocument {
    schema: SchemaVersion,
    intact: bool,
    /// The first record; `null`: the file is no proof.
    first: Option<i64>,
    last: Option<i64>,
    /// Of the last record.
    anchor: Option<String>,
    fault: Option<ArchiveFaultDocument>,
}

impl Document for AuditVerifyArchiveDocument {}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ArchiveFault")]
struct ArchiveFaultDocument {
    kind: ArchiveFaultKind,
    /// For people.
    message: String,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "AuditArchive")]
pub(in crate::commands) struct AuditArchiveDocument {
    schema: SchemaVersion,
    file: String,
    /// The first record; `null`: nothing was old enough, and there is no file.
    first: Option<i64>,
    last: Option<i64>,
    /// Of the last record.
    anchor: Option<String>,
    /// Whether the records were removed from the store.
    removed: bool,
}

impl Document for AuditArchiveDocument {}

impl Render for ArchiveProof {
    fn text(&self, view: &View<'_>) -> String {
        match &self.fault {
            Some(fault) => [fault_text(*fault, view.words), view.say(&Message::ArchiveNoProofHint)].join("\n"),
            None => proven(self, view.words).join("\n"),
        }
    }

    fn document(&self, view: &View<'_>) -> Option<AnyDocument> {
        let (first, last, anchor) = extent(Some(self));
        let fault =
            self.fault.map(|fault| ArchiveFaultDocument { kind: fault.kind(), message: fault_text(fault, view.words) });
        let intact = fault.is_none();
        Some(AnyDocument::of(&AuditVerifyArchiveDocument { schema: SchemaVersion, intact, first, last, anchor, fault }))
    }

    fn exit(&self) -> Exit {
        if self.fault.is_none() { Exit::Done } else { Exit::Refused }
    }
}

impl Render for Archived {
    fn text(&self, view: &View<'_>) -> String {
        let Some(proof) = &self.proof else { return view.say(&Message::ArchiveNothing) };
        let mut lines = proven(proof, view.words);
        lines.push(match self.removed {
            0 => view.say(&Message::ArchiveNotRemoved),
            last => view.say(&Message::ArchiveRemoved { last }),
        });
        lines.join("\n")
    }

    fn document(&self, _: &View<'_>) -> Option<AnyDocument> {
        let (first, last, anchor) = extent(self.proof.as_ref());
        Some(AnyDocument::of(&AuditArchiveDocument {
            schema: SchemaVersion,
            file: self.file.display().to_string(),
            first,
            last,
            anchor,
            removed: self.removed > 0,
        }))
    }

    fn changed(&self) -> bool {
        self.removed > 0
    }
}

/// The first and the last record of an archive that is whole, and the anchor of the last.
fn extent(proof: Option<&ArchiveProof>) -> (Option<i64>, Option<i64>, Option<String>) {
    let whole = proof.filter(|proof| proof.fault.is_none());
    (whole.map(|proof| proof.after + 1), whole.map(|proof| proof.end.0), whole.map(|proof| proof.anchor().to_string()))
}

/// What an archive proves.
fn proven(proof: &ArchiveProof, words: &Words) -> Vec<String> {
    let path = visible(&proof.file.display().to_string()).into_owned();
    let (first, last) = (proof.after + 1, proof.end.0);
    let place = match proof.after {
        0 => Message::ArchiveIsBeginning,
        after => Message::ArchiveContinues { n: after },
    };
    let anchor = proof.anchor().to_string();
    let all = [Message::ArchiveHolds { path: &path, first, last }, place, Message::AuditAnchor { anchor: &anchor }];
    all.iter().map(|message| words.say(message)).collect()
}

pub(in crate::commands) fn fault_text(fault: ArchiveFault, words: &Words) -> String {
    words.say(&match fault {
        ArchiveFault::NotAnArchive => Message::ArchiveIsNone,
        ArchiveFault::Incomplete { last } => Message::ArchiveIncomplete { n: last },
        ArchiveFault::Changed { number } => Message::ArchiveChanged { n: number },
        ArchiveFault::Anchor { number } => Message::ArchiveAnchor { n: number },
        ArchiveFault::AnchorElsewhere { number } => Message::ArchiveAnchorElsewhere { n: number },
        ArchiveFault::OtherStore => Message::ArchiveOtherStore,
        ArchiveFault::NotInChain { last } => Message::ArchiveNotInChain { n: last },
    })
}
