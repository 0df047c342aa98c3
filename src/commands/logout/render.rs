//! What `logout` took out, for people and for scripts.

use serde_json::{Value, json};

use super::Outcome;
use crate::commands::failure::render::secret;
use crate::text::Message;
use crate::view::{Render, View};

impl Render for Outcome {
    fn text(&self, view: &View<'_>) -> String {
        let secret = secret(&self.entry, view.words);
        let secret = secret.as_str();
        view.say(&match self.was_there {
            true => Message::SecretForgotten { secret },
            false => Message::NothingToForget { secret },
        })
    }

    fn json(&self, _: &View<'_>) -> Value {
        json!({
            "secret": self.entry.what.name(),
            "user": self.entry.user,
            "place": self.entry.place,
            "deleted": self.was_there,
        })
    }

    fn changed(&self) -> bool {
        true
    }
}
