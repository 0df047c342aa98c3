//! Failures of the store of codes and audit records.

use super::directory;
use crate::domain::failure_kind::FailureKind;
use crate::domain::system_fault::SystemFault;
use crate::exit::Exit;
use crate::ports::{Exposure, KeyFault, StoreError, StoreFault, StoreRefusal, is_server};
use crate::text::{Message, Words};
use crate::view::FailureText;

/// The store could not be read or written.
pub(super) fn failed(kind: FailureKind, error: &StoreError, words: &Words) -> FailureText {
    let message = Message::StoreFailed { place: &error.place, why: &why(&error.fault, words) };
    let text = FailureText::new(kind, &message, &hint(error), Exit::Unavailable, words);
    FailureText { detail: Some(error.text.clone()), ..text }
}

/// Why the store does not do what it is asked, a sentence.
fn why(fault: &StoreFault, words: &Words) -> String {
    words.say(&match fault {
        StoreFault::System(fault) => return words.fault(*fault) + ".",
        StoreFault::Server(fault) => return directory::reach(fault, words),
        StoreFault::Unexpected => return words.say(&Message::FaultUnexpected) + ".",
        StoreFault::CannotOpen => Message::StoreCannotOpen,
        StoreFault::Busy => Message::StoreBusy,
        StoreFault::Damaged => Message::StoreDamaged,
        StoreFault::Replaced => Message::StoreReplaced,
        StoreFault::ShuttingDown => Message::StoreShuttingDown,
        StoreFault::SignInRefused => Message::StoreSignInRefused,
        StoreFault::NoSuchDatabase => Message::StoreNoDatabase,
        StoreFault::NoRight => Message::StoreNoRight,
        StoreFault::TooManySessions => Message::StoreTooManySessions,
        StoreFault::Standby => Message::StoreStandby,
    })
}

/// What to do about a store that fails.
pub(super) fn hint(error: &StoreError) -> Message<'static> {
    match error.fault {
        _ if error.is_of_a_server() => Message::StoreServerHint,
        StoreFault::Damaged => Message::StoreDamagedHint,
        StoreFault::Replaced => Message::StoreReplacedHint,
        StoreFault::System(SystemFault::IsFolder | SystemFault::NotAFolder | SystemFault::Exists) => {
            Message::StorePlaceHint
        }
        _ => Message::StoreFailedHint,
    }
}

/// The store exists, but must not be used.
pub(super) fn refused(kind: FailureKind, place: &str, why: &StoreRefusal, words: &Words) -> FailureText {
    let say = |message: Message<'_>, hint, exit| FailureText::new(kind, &message, &hint, exit, words);
    let key = |message: Message<'_>| say(message, Message::StoreKeyHint, Exit::Usage);
    let beside = |message: Message<'_>| say(message, Message::StoreFileKeyHint, Exit::Usage);
    match why {
        StoreRefusal::Newer { found, known } => {
            let message = Message::StoreNewer { place, found: *found, known: *known };
            say(message, Message::StoreNewerHint, Exit::Unavailable)
        }
        StoreRefusal::KeyIsFolder { path } => {
            let path = path.display().to_string();
            say(Message::StoreKeyIsFolder { path: &path }, Message::StoreKeyIsFolderHint, Exit::Usage)
        }
        StoreRefusal::Exposed { path, why } => exposed(kind, &path.display().to_string(), *why, words),
        StoreRefusal::NoKey { path } if !is_server(place) => {
            beside(Message::StoreFileNoKey { place, path: &path.display().to_string() })
        }
        StoreRefusal::OtherKey { path } if !is_server(place) => {
            beside(Message::StoreFileOtherKey { place, path: &path.display().to_string() })
        }
        StoreRefusal::UnusableKey { path, why: KeyFault::NotAKey } if !is_server(place) => {
            beside(Message::StoreFileUnusableKey { path: &path.display().to_string() })
        }
        StoreRefusal::NoKey { path } => key(Message::StoreNoKey { place, path: &path.display().to_string() }),
        StoreRefusal::OtherKey { path } => key(Message::StoreOtherKey { place, path: &path.display().to_string() }),
        StoreRefusal::UnusableKey { path, why } => {
            let path = &path.display().to_string();
            match why {
                KeyFault::NotAKey => key(Message::StoreUnusableKey { path }),
                KeyFault::Readable { mode } => key(Message::StoreKeyReadable { path, mode: &format!("{mode:03o}") }),
            }
        }
    }
}

/// A file or the folder is open to others.
fn exposed(kind: FailureKind, path: &str, why: Exposure, words: &Words) -> FailureText {
    let (message, hint) = match why {
        Exposure::Link => (Message::StoreIsLink { path }, Message::StoreIsLinkHint),
        Exposure::OtherOwner => (Message::StoreOtherOwner { path }, Message::StoreOtherOwnerHint),
        Exposure::Writable { .. } => (Message::StoreWritable { path }, Message::StoreWritableHint { path }),
        Exposure::Readable { .. } => (Message::StoreReadable { path }, Message::StoreReadableHint { path }),
    };
    FailureText::new(kind, &message, &hint, Exit::Usage, words)
}
