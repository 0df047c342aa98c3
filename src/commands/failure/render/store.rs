//! Failures of the store of codes and audit records.

use crate::exit::Exit;
use crate::ports::{Exposure, StoreError, StoreRefusal, is_server};
use crate::text::{Message, Words};
use crate::view::FailureText;

/// The store could not be read or written.
pub(super) fn failed(kind: &'static str, error: &StoreError, words: &Words) -> FailureText {
    let message = Message::StoreFailed { place: &error.place };
    let text = FailureText::new(kind, &message, &hint(error), Exit::Unavailable, words);
    FailureText { detail: Some(error.text.clone()), ..text }
}

/// What to do about a store that fails.
pub(super) fn hint(error: &StoreError) -> Message<'static> {
    if error.is_of_a_server() { Message::StoreServerHint } else { Message::StoreFailedHint }
}

/// The store exists, but must not be used.
pub(super) fn refused(kind: &'static str, place: &str, why: &StoreRefusal, words: &Words) -> FailureText {
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
        StoreRefusal::UnusableKey { path, why } if !is_server(place) => {
            let message = Message::StoreFileUnusableKey { path: &path.display().to_string() };
            FailureText { detail: Some(why.clone()), ..beside(message) }
        }
        StoreRefusal::NoKey { path } => key(Message::StoreNoKey { place, path: &path.display().to_string() }),
        StoreRefusal::OtherKey { path } => key(Message::StoreOtherKey { place, path: &path.display().to_string() }),
        StoreRefusal::UnusableKey { path, why } => {
            key(Message::StoreUnusableKey { path: &path.display().to_string(), why })
        }
    }
}

/// A file or the folder is open to others.
fn exposed(kind: &'static str, path: &str, why: Exposure, words: &Words) -> FailureText {
    let (message, hint) = match why {
        Exposure::Link => (Message::StoreIsLink { path }, Message::StoreIsLinkHint),
        Exposure::OtherOwner => (Message::StoreOtherOwner { path }, Message::StoreOtherOwnerHint),
        Exposure::Writable { .. } => (Message::StoreWritable { path }, Message::StoreWritableHint { path }),
        Exposure::Readable { .. } => (Message::StoreReadable { path }, Message::StoreReadableHint { path }),
    };
    FailureText::new(kind, &message, &hint, Exit::Usage, words)
}
