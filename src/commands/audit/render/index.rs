//! The result of `audit index` in words and as JSON.

use serde_json::{Value, json};

use crate::commands::audit::Indexed;
use crate::text::Message;
use crate::view::{Render, View};

impl Render for Indexed {
    fn text(&self, view: &View<'_>) -> String {
        view.say(&Message::AuditIndexed { n: self.last, total: self.total })
    }

    fn json(&self, _: &View<'_>) -> Value {
        json!({ "indexed": self.last, "records": self.total })
    }
}
