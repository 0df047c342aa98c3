//! The results of `audit archive` and `audit verify FILE` in words and as JSON.

use serde_json::{Value, json};

use crate::commands::audit::{ArchiveProof, Archived};
use crate::domain::audit::ArchiveFault;
use crate::exit::Exit;
use crate::text::{Message, Words, visible};
use crate::view::{Render, View};

impl Render for ArchiveProof {
    fn text(&self, view: &View<'_>) -> String {
        match &self.fault {
            Some(fault) => [fault_text(*fault, view.words), view.say(&Message::ArchiveNoProofHint)].join("\n"),
            None => proven(self, view.words).join("\n"),
        }
    }

    fn json(&self, view: &View<'_>) -> Value {
        let fault = self.fault.map(|fault| json!({ "kind": fault.name(), "message": fault_text(fault, view.words) }));
        let mut document = json!({ "intact": self.fault.is_none() });
        members(&mut document, Some(self));
        document["fault"] = json!(fault);
        document
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

    fn json(&self, _: &View<'_>) -> Value {
        let mut document = json!({ "file": self.file.display().to_string() });
        members(&mut document, self.proof.as_ref());
        document["removed"] = (self.removed > 0).into();
        document
    }

    fn changed(&self) -> bool {
        self.removed > 0
    }
}

fn members(document: &mut Value, proof: Option<&ArchiveProof>) {
    let whole = proof.filter(|proof| proof.fault.is_none());
    document["first"] = json!(whole.map(|proof| proof.after + 1));
    document["last"] = json!(whole.map(|proof| proof.end.0));
    document["anchor"] = json!(whole.map(|proof| proof.anchor().to_string()));
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
        ArchiveFault::OtherStore => Message::ArchiveOtherStore,
        ArchiveFault::NotInChain { last } => Message::ArchiveNotInChain { n: last },
    })
}
