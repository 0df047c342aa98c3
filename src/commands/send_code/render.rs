//! What `send-code` sent or verified, for people and for scripts.

use schemars::JsonSchema;
use serde::Serialize;

use super::Outcome;
use crate::domain::warnings::WarningKind;
use crate::text::Message;
use crate::view::document::{AnyDocument, Document, SchemaVersion, Time};
use crate::view::{Render, View, caller_script, warnings};

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "SendCode")]
pub(in crate::commands) struct SendCodeDocument {
    schema: SchemaVersion,
    account: String,
    sent: bool,
    /// Whether the caller has read a code back.
    verified: bool,
    /// Where the code went, masked.
    mobile: String,
    /// The gateway's name for the message.
    message_id: Option<String>,
    code_expires: Option<Time>,
    /// Whether the gateway has yet to send it.
    queued: bool,
    warnings: Vec<WarningKind>,
}

impl Document for SendCodeDocument {}

impl Render for Outcome {
    fn text(&self, view: &View<'_>) -> String {
        let account = self.account.as_str();
        if self.verified {
            return view.say(&Message::Verified { account });
        }
        let mut lines = vec![];
        if let Some(expires) = self.expires {
            let (to, until) = (self.to.as_str(), &view.words.clock(expires, view.now));
            let message = if self.queued { Message::CodeQueued { to, until } } else { Message::CodeSent { to, until } };
            lines.push(view.say(&message));
        }
        lines.push(view.say(&Message::VerifyLater { account }));
        lines.extend(caller_script::hours(&self.restrictions, view.words));
        lines.extend(caller_script::computers(&self.restrictions, view.words));
        lines.join("\n")
    }

    fn document(&self, _: &View<'_>) -> Option<AnyDocument> {
        Some(AnyDocument::of(&SendCodeDocument {
            schema: SchemaVersion,
            account: self.account.to_string(),
            sent: self.sent,
            verified: self.verified,
            mobile: self.to.clone(),
            message_id: self.message_id.clone(),
            code_expires: self.expires.map(Time),
            queued: self.queued,
            warnings: warnings::kinds(&self.warnings),
        }))
    }

    fn changed(&self) -> bool {
        self.sent || self.verified
    }
}
