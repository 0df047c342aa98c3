//! What `login` keeps, for people and for scripts.

use schemars::JsonSchema;
use serde::Serialize;

use super::Outcome;
use crate::commands::failure::render::secret;
use crate::domain::secret_entry::{KeyringKind, SecretKind};
use crate::text::Message;
use crate::view::document::{AnyDocument, Document, SchemaVersion};
use crate::view::{Render, View};

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Login")]
pub(in crate::commands) struct LoginDocument {
    schema: SchemaVersion,
    secret: SecretKind,
    /// Whose it is; empty for a gateway's.
    user: String,
    /// What it opens.
    place: String,
    kept: KeyringKind,
    /// Whether it was tried before it was kept.
    tried: bool,
    server: Option<String>,
    /// Who the directory says that is.
    operator: Option<String>,
}

impl Document for LoginDocument {}

impl Render for Outcome {
    fn text(&self, view: &View<'_>) -> String {
        let secret = secret(&self.entry, view.words);
        let tried = match (&self.signed_in, self.entry.what) {
            (Some(signed_in), _) => {
                let user = self.account().unwrap_or(&self.entry.user);
                Message::LetIn { user, server: &signed_in.server }
            }
            (None, SecretKind::Sms) => Message::UntriedSms,
            (None, _) => Message::UntriedStore,
        };
        let kept = match self.ring {
            KeyringKind::System => Message::SecretKept { secret: &secret },
            KeyringKind::Kernel => Message::SecretKeptInMemory { secret: &secret },
        };
        [tried, kept].map(|line| view.say(&line)).join("\n")
    }

    fn document(&self, _: &View<'_>) -> Option<AnyDocument> {
        Some(AnyDocument::of(&LoginDocument {
            schema: SchemaVersion,
            secret: self.entry.what,
            user: self.entry.user.clone(),
            place: self.entry.place.clone(),
            kept: self.ring,
            tried: self.signed_in.is_some(),
            server: self.signed_in.as_ref().map(|signed_in| signed_in.server.clone()),
            operator: self.account().map(str::to_owned),
        }))
    }

    fn changed(&self) -> bool {
        true
    }
}
