//! The result of `audit index` in words and as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use crate::commands::audit::Indexed;
use crate::text::Message;
use crate::view::document::{AnyDocument, Document, SchemaVersion};
use crate::view::{Render, View};

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "AuditIndex")]
pub(in crate::commands) struct AuditIndexDocument {
    schema: SchemaVersion,
    /// The last record that is in the index; the few after it are read.
    indexed: i64,
    /// The newest record.
    records: i64,
}

impl Document for AuditIndexDocument {}

impl Render for Indexed {
    fn text(&self, view: &View<'_>) -> String {
        view.say(&Message::AuditIndexed { n: self.last, total: self.total })
    }

    fn document(&self, _: &View<'_>) -> Option<AnyDocument> {
        Some(AnyDocument::of(&AuditIndexDocument { schema: SchemaVersion, indexed: self.last, records: self.total }))
    }
}
