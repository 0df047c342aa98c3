//! Why records were not archived, or not removed.

use std::path::Path;

use crate::commands::audit::ArchiveRefusal;
use crate::commands::audit::render::archive::fault_text;
use crate::domain::failure_kind::FailureKind;
use crate::exit::Exit;
use crate::text::{Message, Words};
use crate::view::{FailureText, number};

pub(super) fn describe(kind: FailureKind, file: &Path, why: &ArchiveRefusal, words: &Words) -> FailureText {
    let path = &file.display().to_string();
    let say = |message: Message<'_>, hint, exit| FailureText::new(kind, &message, &hint, exit, words);
    match why {
        ArchiveRefusal::NoLimit => say(Message::ArchiveNoLimit, Message::ArchiveNoLimitHint, Exit::Usage),
        ArchiveRefusal::Exists => say(Message::ArchiveExists { path }, Message::ArchiveExistsHint, Exit::Usage),
        ArchiveRefusal::Unwritable(fault) => {
            let why = &words.fault(*fault);
            say(Message::ArchiveUnwritable { path, why }, Message::ArchiveUnwritableHint, Exit::Unavailable)
        }
        ArchiveRefusal::Unreadable(fault) => {
            let why = &words.fault(*fault);
            say(Message::ArchiveUnreadable { path, why }, Message::ArchiveUnreadableHint, Exit::Unavailable)
        }
        ArchiveRefusal::BrokenTrail { number } => {
            say(Message::ArchiveBrokenTrail { n: *number }, Message::AuditFaultHint, Exit::Refused)
        }
        ArchiveRefusal::NoProof(fault) => {
            let why = &fault_text(*fault, words);
            say(Message::ArchiveNoProof { path, why }, Message::ArchiveNoProofHint, Exit::Refused)
        }
        ArchiveRefusal::MustBeKept => say(Message::ArchiveMustBeKept, Message::ArchiveMustBeKeptHint, Exit::Refused),
        ArchiveRefusal::OpenIntents { n } => {
            say(Message::ArchiveOpenIntents { n: number(*n) }, Message::ArchiveOpenIntentsHint, Exit::Refused)
        }
        ArchiveRefusal::Halfway => {
            say(Message::ArchiveHalfway { path }, Message::ArchiveHalfwayHint { path }, Exit::Partly)
        }
    }
}
