//! What `send-code` sent or verified, for people and for scripts.

use serde_json::{Value, json};

use super::Outcome;
use crate::exit::Exit;
use crate::ports::DeliveryState;
use crate::text::Message;
use crate::view::code_sent::code_sent;
use crate::view::json::time;
use crate::view::{Render, View, caller_script, delivery_state, warnings};

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

    fn json(&self, _: &View<'_>) -> Value {
        let delivery = self.delivery.as_ref().map(|state| {
            let (at, reason) = match state {
                DeliveryState::Delivered { at } => (at.map(time), None),
                DeliveryState::Failed { reason } => (None, Some(reason)),
                DeliveryState::OnItsWay | DeliveryState::Unknown => (None, None),
            };
            json!({ "state": state.name(), "at": at, "reason": reason })
        });
        json!({
            "account": self.account,
            "sent": self.sent,
            "verified": self.verified,
            "manager": self.manager.as_ref().map(|(account, _)| account),
            "to": self.to,
            "message_id": self.message_id,
            "expires_at": self.expires.map(time),
            "queued": self.queued,
            "warnings": warnings::names(&self.warnings),
            "delivery": delivery,
        })
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
