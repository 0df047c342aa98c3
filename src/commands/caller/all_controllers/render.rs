//! What the controllers have after a change, in sentences and for scripts.

use serde_json::{Value, json};

use super::AllControllers;
use crate::commands::failure::render as failure;
use crate::ports::ControllerAnswer;
use crate::text::{Message, Words};
use crate::view::{json::time, number};

/// What came of seeing to every controller, in sentences.
pub(in crate::commands) fn sentences(everywhere: &AllControllers, account: &str, words: &Words) -> Vec<String> {
    let mut lines = vec![];
    if !everywhere.unlocked.is_empty() {
        lines.push(words.say(&Message::EverywhereUnlocked { servers: &everywhere.unlocked.join(", ") }));
    }
    if everywhere.unrecorded.is_some() {
        lines.push(words.say(&Message::NotRecorded { account }));
    }
    if let Some(behind) = behind(everywhere.behind(), account, words) {
        lines.push(behind);
    } else if everywhere.same_password {
        let (n, seconds) = (number(everywhere.asked.len()), everywhere.took.as_secs());
        lines.push(words.say(&Message::EverywhereOpen { n, seconds }));
    }
    if !everywhere.same_password {
        lines.push(words.say(&Message::EachPasswordsDiffer));
    }
    lines
}

/// That these are behind, and what to do about it.
pub(in crate::commands) fn behind<'a>(
    asked: impl Iterator<Item = &'a ControllerAnswer>,
    account: &str,
    words: &Words,
) -> Option<String> {
    let servers: Vec<String> = asked.map(|asked| named(asked, words)).collect();
    let message = Message::EverywhereBehind { servers: &servers.join(" "), account };
    (!servers.is_empty()).then(|| words.say(&message))
}

fn named(asked: &ControllerAnswer, words: &Words) -> String {
    match &asked.answer {
        Ok(replica) => words.say(&Message::EverywhereLocked { server: &replica.server }),
        Err(error) => words.say(&Message::ServerReach { server: &asked.server, why: &failure::why(error, words) }),
    }
}

/// As scripts read it.
pub(in crate::commands) fn document(everywhere: &AllControllers, words: &Words) -> Value {
    json!({
        "complete": everywhere.is_complete(),
        "unlocked_on": everywhere.unlocked,
        "same_password": everywhere.same_password,
        "seconds": everywhere.took.as_secs(),
        "servers": everywhere.asked.iter().map(|asked| server(asked, words)).collect::<Vec<_>>(),
    })
}

/// One controller as scripts read it.
pub(in crate::commands) fn server(ControllerAnswer { server, answer, .. }: &ControllerAnswer, words: &Words) -> Value {
    match answer {
        Ok(replica) => json!({
            "server": replica.server,
            "reached": true,
            "pdc_emulator": replica.pdc_emulator,
            "locked": replica.locked,
            "locked_since": replica.lockout_time.filter(|_| replica.locked).map(time),
            "bad_password_count": replica.wrong_tries,
            "last_bad_password": replica.last_wrong_try.map(time),
            "password_last_set": replica.password_last_set.map(time),
            "clock_ahead_seconds": replica.clock_ahead.as_secs(),
        }),
        Err(error) => json!({ "server": server, "reached": false, "error": failure::why(error, words) }),
    }
}
