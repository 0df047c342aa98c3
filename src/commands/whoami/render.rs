//! Who the operator is, for people and for scripts.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use super::{CredentialSource, CredentialSourceKind, Outcome, UserSource};
use crate::domain::secret_entry::KeyringKind;
use crate::text::{Message, Words, visible};
use crate::ui::table;
use crate::view::document::{AnyDocument, Document, SchemaVersion, Time};
use crate::view::{Render, View};

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Whoami")]
pub(in crate::commands) struct WhoamiDocument {
    schema: SchemaVersion,
    user: String,
    user_from: UserSource,
    /// Who the directory says that is; `null` where it does not say.
    operator: Option<String>,
    operator_sid: Option<String>,
    server: String,
    password_from: CredentialSourceKind,
    /// `null`: no ticket is used, or its end is unknown.
    ticket_expires: Option<Time>,
}

impl Document for WhoamiDocument {}

impl Render for Outcome {
    fn text(&self, view: &View<'_>) -> String {
        let mut pairs = table::Pairs::default();
        let mut row = |label: Message<'_>, value: String| pairs.push(view.say(&label), visible(&value).as_ref().into());
        let or_unknown = |value: Option<String>| value.unwrap_or_else(|| view.say(&Message::WhoUnsaid));
        row(Message::WhoUser, user(&self.user, self.user_source, view.words));
        row(Message::WhoAccount, or_unknown(self.operator.account.clone()));
        row(Message::WhoSid, or_unknown(self.operator.sid.as_ref().map(ToString::to_string)));
        row(Message::WhoServer, self.server.clone());
        let label = match self.source {
            CredentialSource::Ticket { .. } => Message::WhoTicket,
            _ => Message::WhoSource,
        };
        row(label, source(self.source, view.now, view.words));
        pairs.to_text(view.width, view.style)
    }

    fn document(&self, _: &View<'_>) -> Option<AnyDocument> {
        Some(AnyDocument::of(&WhoamiDocument {
            schema: SchemaVersion,
            user: self.user.clone(),
            user_from: self.user_source,
            operator: self.operator.account.clone(),
            operator_sid: self.operator.sid.as_ref().map(ToString::to_string),
            server: self.server.clone(),
            password_from: self.source.kind(),
            ticket_expires: match self.source {
                CredentialSource::Ticket { expires } => expires.map(Time),
                _ => None,
            },
        }))
    }
}

/// The operator's name, with where it comes from unless that is as usual.
pub(in crate::commands) fn user(user: &str, source: UserSource, words: &Words) -> String {
    match source {
        UserSource::Settings | UserSource::Ticket | UserSource::Practice => user.to_owned(),
        UserSource::System => words.say(&Message::UserOfSystem { user }),
        UserSource::Keyring => words.say(&Message::UserFromKeyring { user }),
    }
}

/// Where the operator's password comes from, or how long the ticket is valid.
pub(in crate::commands) fn source(source: CredentialSource, now: Timestamp, words: &Words) -> String {
    words.say(&match source {
        CredentialSource::Keyring(KeyringKind::System) => Message::SourceKeyring,
        CredentialSource::Keyring(KeyringKind::Kernel) => Message::SourceKernelKeyring,
        CredentialSource::File => Message::SourceFile,
        CredentialSource::Asked => Message::SourceAsked,
        CredentialSource::Practice => Message::SourcePractice,
        CredentialSource::Ticket { expires: Some(at) } => {
            return words.say(&Message::TicketLasts { until: &words.when(at, now) });
        }
        CredentialSource::Ticket { expires: None } => Message::TicketFound,
    })
}
