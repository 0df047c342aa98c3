//! Who the operator is, for people and for scripts.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::{Outcome, Source};
use crate::domain::secret_entry::KeyringKind;
use crate::text::{Message, Words, visible};
use crate::ui::table;
use crate::view::{Render, View};

impl Render for Outcome {
    fn text(&self, view: &View<'_>) -> String {
        let mut pairs = table::Pairs::default();
        let mut row = |label: Message<'_>, value: String| pairs.push(view.say(&label), visible(&value).as_ref().into());
        let signed_in = &self.signed_in;
        let told = |said: Option<String>| said.unwrap_or_else(|| view.say(&Message::WhoUnsaid));
        row(Message::WhoUser, self.user.clone());
        row(Message::WhoAccount, told(signed_in.operator.account.clone()));
        row(Message::WhoSid, told(signed_in.operator.sid.as_ref().map(ToString::to_string)));
        row(Message::WhoServer, signed_in.server.clone());
        let label = match self.source {
            Source::Ticket { .. } => Message::WhoTicket,
            _ => Message::WhoSource,
        };
        row(label, source(self.source, view.now, view.words));
        pairs.to_text(view.width, view.style)
    }

    fn json(&self, _: &View<'_>) -> Value {
        json!({
            "user": self.user,
            "account": self.signed_in.operator.account,
            "sid": self.signed_in.operator.sid.as_ref().map(ToString::to_string),
            "server": self.signed_in.server,
            "password_from": self.source.name(),
            "ticket_expires": match self.source {
                Source::Ticket { expires } => expires.map(|at| at.to_string()),
                _ => None,
            },
        })
    }
}

/// Where the operator's password comes from, or how long the ticket is good.
pub(in crate::commands) fn source(source: Source, now: Timestamp, words: &Words) -> String {
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
