//! What `unlock` did for one account, for people and for scripts.

use serde_json::{Value, json};

use super::Outcome;
use super::watch::render as watch;
use crate::commands::caller::all_controllers::{AllControllers, render as all_controllers};
use crate::exit::Exit;
use crate::text::Message;
use crate::view::{Render, View, caller_script};

impl Render for Outcome {
    fn text(&self, view: &View<'_>) -> String {
        match &self.watched {
            // What was done before was told before.
            Some(watched) => watch::sentences(watched, &self.account, view).join("\n"),
            None => unlocked(self, view),
        }
    }

    fn json(&self, view: &View<'_>) -> Value {
        let Self { account, was_locked, unlocked, server, everywhere, watched, .. } = self;
        let mut document = json!({
            "account": account, "was_locked": was_locked, "unlocked": unlocked, "server": server,
        });
        // Only where it was asked for.
        if let Some(everywhere) = everywhere {
            document["everywhere"] = all_controllers::document(everywhere, view.words);
        }
        if let Some(watched) = watched {
            document["watch"] = watch::document(watched);
        }
        document
    }

    fn exit(&self) -> Exit {
        let is_behind = self.everywhere.as_ref().is_some_and(|everywhere| !everywhere.is_complete());
        let is_locked_again = self.watched.as_ref().is_some_and(|watched| !watched.is_open());
        if is_behind || is_locked_again { Exit::Partly } else { Exit::Done }
    }

    fn changed(&self) -> bool {
        self.unlocked
    }
}

/// What was done, and what the caller is told.
pub(super) fn unlocked(outcome: &Outcome, view: &View<'_>) -> String {
    let (name, account) = (outcome.display_name.as_str(), outcome.account.as_str());
    let agree = outcome.everywhere.as_ref().is_none_or(AllControllers::agree);
    let restrictions = &outcome.restrictions;
    let on = caller_script::where_to(restrictions, view.desk, view.words);
    let on = on.as_str();
    let say = view.say(&Message::SayMustChange);
    let say = say.as_str();
    let first = match outcome.unlocked {
        true => Message::Unlocked { name, account },
        false => Message::NothingToUnlock { name, account },
    };
    let then = match outcome.unlocked {
        _ if outcome.shut_out && outcome.can_be_reset => Some(Message::DoReset { account }),
        _ if outcome.shut_out => Some(Message::DoEscalate),
        // Nothing else lets them in before.
        _ if !restrictions.within_hours() => None,
        _ if outcome.change_required && outcome.can_be_reset => Some(Message::DoChangeAtSignIn { say, account }),
        _ if outcome.change_required => Some(Message::DoChangeAtSignInOnly { say }),
        true if agree => Some(Message::TryNow { on }),
        true => Some(Message::TrySoon { on }),
        false if outcome.can_be_reset => Some(Message::TryAgainOrReset { account }),
        false => Some(Message::DoTryAgain),
    };
    let names_them = matches!(then, Some(Message::TryNow { .. } | Message::TrySoon { .. }));
    let mut lines = vec![view.say(&first)];
    lines.extend(caller_script::hours(restrictions, view.words));
    lines.extend(caller_script::computers(restrictions, view.words).filter(|_| !names_them));
    lines.extend(then.map(|then| view.say(&then)));
    lines.extend(
        outcome.everywhere.iter().flat_map(|everywhere| all_controllers::sentences(everywhere, account, view.words)),
    );
    if !outcome.was_locked && outcome.everywhere.is_none() && outcome.controllers > 1 {
        lines.push(view.say(&Message::UnlockOnEachServer { account }));
    }
    lines.join("\n")
}
