//! The keyring's failures, and the alternatives where there is no usable keyring.

use crate::domain::failure_kind::FailureKind;
use crate::domain::secret_entry::{SecretEntry, SecretKind};
use crate::exit::Exit;
use crate::ports::KeyringError;
use crate::text::{Message, Words};
use crate::view::FailureText;

pub(super) fn describe(kind: FailureKind, entry: &SecretEntry, error: &KeyringError, words: &Words) -> FailureText {
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
    let detail = match error {
        KeyringError::Refused(text) => Some(text.clone()),
        _ => None,
    };
    FailureText { detail, ..FailureText::new(kind, &message, &hint, exit, words) }
}

/// Why the keyring failed, without a full stop.
pub fn why(error: &KeyringError, words: &Words) -> String {
    words.say(&match error {
        KeyringError::Absent => Message::KeyringAbsent,
        KeyringError::Locked => Message::KeyringLocked,
        KeyringError::Slow => Message::KeyringSlow,
        KeyringError::NoEntry => Message::KeyringEmpty,
        KeyringError::Refused(_) => Message::KeyringRefused,
    })
}

/// What the secret is called.
pub(in crate::commands) fn secret(entry: &SecretEntry, words: &Words) -> String {
    let (user, place) = (entry.user.as_str(), entry.place.as_str());
    words.say(&match entry.what {
        SecretKind::Directory if user.is_empty() => Message::SecretDirectoryUser { place },
        SecretKind::Directory => Message::SecretDirectory { user },
        SecretKind::Sms => Message::SecretSms { place },
        SecretKind::Store => Message::SecretStore { user, place },
    })
}

/// The setting that reads the secret from a file instead.
fn file_key(what: SecretKind) -> &'static str {
    match what {
        SecretKind::Directory => "directory.password_file",
        SecretKind::Sms => "sms.secret_file",
        SecretKind::Store => "state.password_file",
    }
}
