//! What `reset` did, for people and for scripts.

use serde_json::{Value, json};

use super::{Outcome, SentPassword};
use crate::commands::caller::all_controllers::render as all_controllers;
use crate::commands::caller::render::sign_in;
use crate::domain::audit::Delivery;
use crate::domain::must_change::MustChange;
use crate::domain::restrictions::{CurrentRestrictions, SignInFrom};
use crate::exit::Exit;
use crate::ports::HistoryCheck;
use crate::text::{DeskDetails, Message, Words};
use crate::view::{Render, View, caller_script, spelled};

impl Render for Outcome {
    fn text(&self, view: &View<'_>) -> String {
        let mut lines = done(self, view.width, view.words);
        let (restrictions, must_change) = (&self.restrictions, self.must_change.is_required());
        lines.extend(sign_in_with_new(restrictions, must_change, None, view.desk, view.words));
        if !self.is_everywhere() {
            lines.push(view.say(&Message::SayInAWhile));
        }
        lines.extend(all_controllers::sentences(self.everywhere.as_ref(), &self.account, view.words));
        lines.join("\n")
    }

    fn json(&self, view: &View<'_>) -> Value {
        let delivered = match (&self.generated, &self.sent) {
            (Some(_), _) => Some(Delivery::Screen),
            (None, Some(_)) => Some(Delivery::Sms),
            (None, None) => None,
        };
        let mut document = json!({
            "account": self.account,
            "reset": true,
            "unlocked": self.unlocked,
            "must_change": self.must_change.is_required(),
            "history_enforced": self.history.name(),
            "delivered": delivered.map(Delivery::name),
        });
        if let Some(password) = &self.generated {
            document["generated_password"] = password.expose().into();
        }
        if let Some(SentPassword { to, queued }) = &self.sent {
            document["to"] = to.as_str().into();
            document["queued"] = (*queued).into();
        }
        document["must_change_reason"] = self.must_change.reason().into();
        all_controllers::add_to(&mut document, self.everywhere.as_ref(), view.words);
        document
    }

    fn exit(&self) -> Exit {
        all_controllers::exit(self.everywhere.as_ref())
    }

    fn changed(&self) -> bool {
        true
    }

    /// A password that nobody has seen is worse than a missing line of output.
    fn unwritten(&self, why: &str, words: &Words) -> String {
        words.say(&match &self.generated {
            Some(_) => Message::GeneratedSetNotShown { account: &self.account },
            None => Message::ResultOfChangeNotWritten { why },
        })
    }
}

/// When, where and how a caller signs in with a new password. `at_the_workplace` is where they are, if they said.
pub(in crate::commands) fn sign_in_with_new(
    restrictions: &CurrentRestrictions,
    must_change: bool,
    at_the_workplace: Option<bool>,
    desk: &DeskDetails,
    words: &Words,
) -> Vec<String> {
    let on = &caller_script::where_to(restrictions, desk, words);
    let next = match at_the_workplace {
        _ if restrictions.allowed_from == SignInFrom::Never => None,
        Some(true) if must_change && restrictions.within_hours() => Some(Message::SayRestartMustChange),
        _ if must_change => Some(Message::ResetSayMustChange),
        _ if !restrictions.within_hours() => None,
        Some(true) => Some(Message::SayAtTheWorkplace { on }),
        Some(false) => Some(Message::SayElsewhere { on }),
        None => Some(Message::ResetSay { on }),
    };
    sign_in(restrictions, next.as_ref(), words)
}

/// What was done, without what to tell the caller.
pub(in crate::commands) fn done(outcome: &Outcome, width: Option<u16>, words: &Words) -> Vec<String> {
    let mut lines = vec![words.say(&Message::ResetDone { name: &outcome.display_name, account: &outcome.account })];
    if outcome.unlocked {
        lines.push(words.say(&Message::ResetUnlocked));
    }
    if let Some(password) = &outcome.generated {
        lines.push(words.say(&Message::ResetGenerated { password: password.expose() }));
        lines.push(spelled::aloud(password, words, width));
    }
    if let Some(SentPassword { to, queued }) = &outcome.sent {
        lines.push(words.say(&if *queued { Message::PasswordQueued { to } } else { Message::PasswordSent { to } }));
    }
    match outcome.must_change {
        MustChange::Required | MustChange::NotRequested => {}
        MustChange::RequiredUnverified => {
            lines.push(words.say(&Message::ResetChangeUnseen { account: &outcome.account }))
        }
        MustChange::NeverExpires => lines.push(words.say(&Message::ResetChangeWithoutEffect)),
        MustChange::OwnChangeDenied => lines.push(words.say(&Message::ResetChangeDenied)),
    }
    if outcome.history == HistoryCheck::Off {
        lines.push(words.say(&Message::ResetHistoryOff));
    }
    lines
}
