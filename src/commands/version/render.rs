//! The build, for people and for scripts.

use serde_json::{Value, json};

use super::Outcome;
use crate::text::Message;
use crate::view::json::SCHEMA;
use crate::view::{Render, View};

impl Render for Outcome {
    fn text(&self, view: &View<'_>) -> String {
        let commit = self.commit.map(|commit| view.say(&Message::VersionCommit { commit }));
        let features = self.features.join(", ");
        let features = (!features.is_empty()).then(|| view.say(&Message::VersionFeatures { features: &features }));
        let lines = std::iter::once(format!("servicedesk {}", self.version));
        lines.chain(commit).chain(features).collect::<Vec<_>>().join("\n")
    }

    fn json(&self, _: &View<'_>) -> Value {
        json!({
            "version": self.version,
            "commit": self.commit,
            "features": self.features,
            "schema": SCHEMA,
        })
    }
}
