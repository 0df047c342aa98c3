//! What `logout` took out, for people and for scripts.

use schemars::JsonSchema;
use serde::Serialize;

use super::Outcome;
use crate::commands::failure::render::secret;
use crate::domain::secret_entry::SecretKind;
use crate::text::Message;
use crate::view::document::{AnyDocument, Document, SchemaVersion};
use crate::view::{Render, View};

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Logout")]
pub(in crate::commands) struct LogoutDocument {
    schema: SchemaVersion,
    secret: SecretKind,
    /// Whose it was; empty for a gateway's.
    user: String,
    /// What it opens.
    place: String,
    /// Whether there was one.
    deleted: bool,
}

impl Document for LogoutDocument {}

impl Render for Outcome {
    fn text(&self, view: &View<'_>) -> String {
        let secret = secret(&self.entry, view.words);
        let secret = secret.as_str();
        view.say(&match self.was_there {
            true => Message::SecretForgotten { secret },
            false => Message::NothingToForget { secret },
        })
    }

    fn document(&self, _: &View<'_>) -> Option<AnyDocument> {
        Some(AnyDocument::of(&LogoutDocument {
            schema: SchemaVersion,
            secret: self.entry.what,
            user: self.entry.user.clone(),
            place: self.entry.place.clone(),
            deleted: self.was_there,
        }))
    }

    fn changed(&self) -> bool {
        true
    }
}
