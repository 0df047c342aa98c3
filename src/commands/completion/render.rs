//! The script, as it is.

use serde_json::{Value, json};

use super::Outcome;
use crate::view::{Render, View};

impl Render for Outcome {
    fn text(&self, _: &View<'_>) -> String {
        self.script.trim_end().to_owned()
    }

    fn is_verbatim(&self) -> bool {
        true
    }

    fn json(&self, _: &View<'_>) -> Value {
        json!({ "shell": self.shell.name(), "script": self.script })
    }
}
