//! What `login` keeps, for people and for scripts.

use serde_json::{Value, json};

use super::Outcome;
use crate::commands::failure::render::secret;
use crate::domain::secret_entry::{KeyringKind, SecretKind};
use crate::text::Message;
use crate::view::{Render, View};

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

    fn json(&self, _: &View<'_>) -> Value {
        json!({
            "secret": self.entry.what.name(),
            "user": self.entry.user,
            "place": self.entry.place,
            "kept": self.ring.name(),
            "tried": self.signed_in.is_some(),
            "server": self.signed_in.as_ref().map(|signed_in| &signed_in.server),
            "account": self.account(),
        })
    }

    fn changed(&self) -> bool {
        true
    }
}
