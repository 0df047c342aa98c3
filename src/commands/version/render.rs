//! The build, for people and for scripts.

use schemars::JsonSchema;
use serde::Serialize;

use super::Outcome;
use crate::text::Message;
use crate::view::document::{AnyDocument, Document, SchemaVersion};
use crate::view::{Render, View};

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Version")]
pub(in crate::commands) struct VersionDocument {
    schema: SchemaVersion,
    version: &'static str,
    /// The commit it was built from; `null`: a development build.
    commit: Option<&'static str>,
    /// The optional parts that are built in.
    features: Vec<&'static str>,
}

impl Document for VersionDocument {}

impl Render for Outcome {
    fn text(&self, view: &View<'_>) -> String {
        let commit = self.commit.map(|commit| view.say(&Message::VersionCommit { commit }));
        let features = self.features.join(", ");
        let features = (!features.is_empty()).then(|| view.say(&Message::VersionFeatures { features: &features }));
        let lines = std::iter::once(format!("servicedesk {}", self.version));
        lines.chain(commit).chain(features).collect::<Vec<_>>().join("\n")
    }

    fn document(&self, _: &View<'_>) -> Option<AnyDocument> {
        let Self { version, commit, features } = self;
        let features = features.clone();
        Some(AnyDocument::of(&VersionDocument { schema: SchemaVersion, version, commit: *commit, features }))
    }
}
