//! The keyring's failures: what cannot be reached, and the ways on where there is no keyring to open.

use super::Told;
use crate::domain::kept::{Entry, Kept};
use crate::exit::Exit;
use crate::ports::KeyringError;
use crate::text::{Message, Words};

pub(super) fn told(kind: &'static str, entry: &Entry, error: &KeyringError, words: &Words) -> Told {
    let (secret, key) = (secret(entry, words), file_key(entry.what));
    let why = why(error, words);
    let what = entry.what.name();
    let message = match error {
        KeyringError::NoEntry => Message::NotInKeyring { secret: &secret },
        _ => Message::KeyringFailed { why: &why, secret: &secret },
    };
    let (hint, exit) = match error {
        KeyringError::Absent => (Message::KeyringAbsentHint { key }, Exit::Usage),
        KeyringError::Locked => (Message::KeyringLockedHint { key }, Exit::NotAllowed),
        KeyringError::Slow => (Message::KeyringSlowHint { key }, Exit::Unavailable),
        KeyringError::NoEntry => (Message::NotInKeyringHint { what, key }, Exit::Usage),
        KeyringError::Refused(_) => (Message::KeyringSlowHint { key }, Exit::NotAllowed),
    };
    Told { kind, message: words.say(&message), hint: words.say(&hint), detail: None, exit }
}

/// Why the keyring did not do it, without a full stop.
pub fn why(error: &KeyringError, words: &Words) -> String {
    words.say(&match error {
        KeyringError::Absent => Message::KeyringAbsent,
        KeyringError::Locked => Message::KeyringLocked,
        KeyringError::Slow => Message::KeyringSlow,
        KeyringError::NoEntry => Message::KeyringEmpty,
        KeyringError::Refused(text) => Message::KeyringRefused { text },
    })
}

/// What the secret is called.
pub(in crate::ui) fn secret(entry: &Entry, words: &Words) -> String {
    let (user, place) = (entry.user.as_str(), entry.place.as_str());
    words.say(&match entry.what {
        Kept::Directory => Message::SecretDirectory { user },
        Kept::Sms => Message::SecretSms { place },
        Kept::Store => Message::SecretStore { user, place },
    })
}

/// The key that takes the secret out of a file instead.
fn file_key(what: Kept) -> &'static str {
    match what {
        Kept::Directory => "directory.password_file",
        Kept::Sms => "sms.secret_file",
        Kept::Store => "state.password_file",
    }
}
