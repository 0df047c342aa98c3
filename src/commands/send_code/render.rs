//! What `send-code` sent or verified, for people and for scripts.

use schemars::JsonSchema;
use serde::Serialize;

use super::Outcome;
use crate::domain::warnings::WarningKind;
use crate::exit::Exit;
use crate::ports::{DeliveryState, DeliveryStateKind};
use crate::text::Message;
use crate::view::code_sent::code_sent;
use crate::view::document::{AnyDocument, Document, SchemaVersion, Time};
use crate::view::{Render, View, caller_script, delivery_state, warnings};

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "SendCode")]
pub(in crate::commands) struct SendCodeDocument {
    schema: SchemaVersion,
    account: String,
    sent: bool,
    /// Whether the caller has read a code back.
    verified: bool,
    /// The manager who vouches and got the code, by user name; `null`: it went to the caller.
    manager: Option<String>,
    /// Where the code went, masked.
    mobile: String,
    /// The gateway's name for the message.
    message_id: Option<String>,
    code_expires: Option<Time>,
    /// Whether the gateway has yet to send it.
    queued: bool,
    warnings: Vec<WarningKind>,
    /// How far the message came; `null`: the gateway was not asked.
    delivery: Option<DeliveryDocument>,
}

impl Document for SendCodeDocument {}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CodeDelivery")]
struct DeliveryDocument {
    state: DeliveryStateKind,
    /// When the phone had it, if the gateway says.
    at: Option<Time>,
    /// Why it will not arrive, in the gateway's own words.
    reason: Option<String>,
}

impl DeliveryDocument {
    fn of(state: &DeliveryState) -> Self {
        let (at, reason) = match state {
            DeliveryState::Delivered { at } => (at.map(Time), None),
            DeliveryState::Failed { reason } => (None, Some(reason.clone())),
            DeliveryState::OnItsWay | DeliveryState::Unknown => (None, None),
        };
        Self { state: state.kind(), at, reason }
    }
}

impl Render for Outcome {
    fn text(&self, view: &View<'_>) -> String {
        let account = self.account.as_str();
        if self.verified {
            return view.say(&Message::Verified { account });
        }
        let mut lines = vec![];
        if let Some(expires) = self.expires {
            let (to, until) = (self.to.as_str(), &view.words.clock(expires, view.now));
            let manager = self.manager.as_ref().map(|(_, name)| name.as_str());
            lines.extend(code_sent(manager, to, until, self.queued, view.words));
        }
        lines.extend(self.delivery.as_ref().map(|state| delivery_state::sentence(state, view.words)));
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
            manager: self.manager.as_ref().map(|(account, _)| account.clone()),
            mobile: self.to.clone(),
            message_id: self.message_id.clone(),
            code_expires: self.expires.map(Time),
            queued: self.queued,
            warnings: warnings::kinds(&self.warnings),
            delivery: self.delivery.as_ref().map(DeliveryDocument::of),
        }))
    }

    fn exit(&self) -> Exit {
        match self.delivery {
            None | Some(DeliveryState::Delivered { .. }) => Exit::Done,
            Some(_) => Exit::Partly,
        }
    }

    fn changed(&self) -> bool {
        self.sent || self.verified
    }
}
