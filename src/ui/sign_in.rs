//! What came of `login`, `logout` and `whoami`, for people and for scripts.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::failure::secret;
use super::{Shown, table};
use crate::commands::whoami::Source;
use crate::commands::{login, logout, whoami};
use crate::domain::secret_entry::{KeyringKind, SecretKind};
use crate::text::{Message, Words, visible};

pub(super) fn kept(outcome: &login::Outcome, words: &Words) -> String {
    let secret = secret(&outcome.entry, words);
    let tried = match (&outcome.signed_in, outcome.entry.what) {
        (Some(signed_in), _) => {
            let user = signed_in.operator.account.as_deref().unwrap_or(&outcome.entry.user);
            Message::LetIn { user, server: &signed_in.server }
        }
        (None, SecretKind::Sms) => Message::UntriedSms,
        (None, _) => Message::UntriedStore,
    };
    let kept = match outcome.ring {
        KeyringKind::System => Message::SecretKept { secret: &secret },
        KeyringKind::Kernel => Message::SecretKeptInMemory { secret: &secret },
    };
    [tried, kept].map(|line| words.say(&line)).join("\n")
}

pub(super) fn kept_document(outcome: &login::Outcome) -> Value {
    json!({
        "secret": outcome.entry.what.name(),
        "user": outcome.entry.user,
        "place": outcome.entry.place,
        "kept": outcome.ring.name(),
        "tried": outcome.signed_in.is_some(),
        "server": outcome.signed_in.as_ref().map(|signed_in| &signed_in.server),
        "account": outcome.signed_in.as_ref().and_then(|signed_in| signed_in.operator.account.as_ref()),
    })
}

pub(super) fn forgotten(outcome: &logout::Outcome, words: &Words) -> String {
    let secret = secret(&outcome.entry, words);
    let secret = secret.as_str();
    words.say(&match outcome.was_there {
        true => Message::SecretForgotten { secret },
        false => Message::NothingToForget { secret },
    })
}

pub(super) fn forgotten_document(outcome: &logout::Outcome) -> Value {
    json!({
        "secret": outcome.entry.what.name(),
        "user": outcome.entry.user,
        "place": outcome.entry.place,
        "deleted": outcome.was_there,
    })
}

pub(super) fn known(outcome: &whoami::Outcome, shown: Shown<'_>, words: &Words) -> String {
    let mut pairs = table::Pairs::default();
    let mut row = |label: Message<'_>, value: String| pairs.push(words.say(&label), visible(&value).as_ref().into());
    let signed_in = &outcome.signed_in;
    let told = |said: Option<String>| said.unwrap_or_else(|| words.say(&Message::WhoUnsaid));
    row(Message::WhoUser, outcome.user.clone());
    row(Message::WhoAccount, told(signed_in.operator.account.clone()));
    row(Message::WhoSid, told(signed_in.operator.sid.as_ref().map(ToString::to_string)));
    row(Message::WhoServer, signed_in.server.clone());
    let label = match outcome.source {
        Source::Ticket { .. } => Message::WhoTicket,
        _ => Message::WhoSource,
    };
    row(label, source(outcome.source, shown.now, words));
    pairs.to_text(shown.width, shown.style)
}

/// Where the operator's password comes from, or how long the ticket is good.
pub(super) fn source(source: Source, now: Timestamp, words: &Words) -> String {
    words.say(&match source {
        Source::Keyring(KeyringKind::System) => Message::SourceKeyring,
        Source::Keyring(KeyringKind::Kernel) => Message::SourceKernelKeyring,
        Source::File => Message::SourceFile,
        Source::Asked => Message::SourceAsked,
        Source::Practice => Message::SourcePractice,
        Source::Ticket { expires: Some(at) } => {
            return words.say(&Message::TicketLasts { until: &words.when(at, now) });
        }
        Source::Ticket { expires: None } => Message::TicketFound,
    })
}

pub(super) fn known_document(outcome: &whoami::Outcome) -> Value {
    json!({
        "user": outcome.user,
        "account": outcome.signed_in.operator.account,
        "sid": outcome.signed_in.operator.sid.as_ref().map(ToString::to_string),
        "server": outcome.signed_in.server,
        "password_from": outcome.source.name(),
        "ticket_expires": match outcome.source {
            Source::Ticket { expires } => expires.map(|at| at.to_string()),
            _ => None,
        },
    })
}
