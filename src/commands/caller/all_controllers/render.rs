//! The state of the controllers after a change, in sentences and for scripts.

use serde_json::{Value, json};

use super::AllControllers;
use crate::commands::failure::render as failure;
use crate::exit::Exit;
use crate::ports::ControllerAnswer;
use crate::text::{Message, Words, powershell_literal};
use crate::view::{json::time, number};

/// The state in sentences; none where the other controllers were not asked.
pub(in crate::commands) fn sentences(all: Option<&AllControllers>, account: &str, words: &Words) -> Vec<String> {
    let mut lines = vec![];
    let Some(all) = all else { return lines };
    if !all.unlocked.is_empty() {
        lines.push(words.say(&Message::EverywhereUnlocked { servers: &all.unlocked.join(", ") }));
    }
    if all.unrecorded.is_some() {
        lines.push(words.say(&Message::NotRecorded { account }));
    }
    if let Some(behind) = behind(all.behind(), account, words) {
        lines.push(behind);
    } else if all.same_password {
        let (n, seconds) = (number(all.asked.len()), all.took.as_secs());
        lines.push(words.say(&Message::EverywhereOpen { n, seconds }));
    }
    if !all.same_password {
        lines.push(words.say(&Message::EachPasswordsDiffer));
    }
    lines
}

/// Names the controllers that are behind, and what to do about it.
pub(in crate::commands) fn behind<'a>(
    asked: impl Iterator<Item = &'a ControllerAnswer>,
    account: &str,
    words: &Words,
) -> Option<String> {
    let servers: Vec<String> = asked.map(|asked| named(asked, words)).collect();
    let message = Message::EverywhereBehind { servers: &servers.join(" "), account };
    (!servers.is_empty()).then(|| words.say(&message))
}

/// The command that shows from which computers the account was locked, for PowerShell. The PDC emulator logs each
/// lockout in the domain. Each line fits a terminal, and a line that goes on ends with a pipe.
pub(in crate::commands) fn lockout_events(pdc: &str, account: &str, words: &Words) -> [String; 4] {
    [
        words.say(&Message::LockoutEvents),
        format!("  $e = @{{LogName='Security'; Id=4740; Data={}}}", powershell_literal(account)),
        format!("  Get-WinEvent -FilterHashtable $e -ComputerName {} |", powershell_literal(pdc)),
        "  Format-List TimeCreated, Message".to_owned(),
    ]
}

fn named(asked: &ControllerAnswer, words: &Words) -> String {
    match &asked.answer {
        Ok(replica) => words.say(&Message::EverywhereLocked { server: &replica.server }),
        Err(error) => words.say(&Message::ServerReach { server: &asked.server, why: &failure::why(error, words) }),
    }
}

/// The exit code of a command that changed the account on `all` controllers, if it did.
pub(in crate::commands) fn exit(all: Option<&AllControllers>) -> Exit {
    if all.is_none_or(AllControllers::is_complete) { Exit::Done } else { Exit::Partly }
}

/// Adds the state to a command's document, where the other controllers were asked.
pub(in crate::commands) fn add_to(document: &mut Value, all: Option<&AllControllers>, words: &Words) {
    let Some(all) = all else { return };
    document["everywhere"] = json!({
        "complete": all.is_complete(),
        "unlocked_on": all.unlocked,
        "same_password": all.same_password,
        "seconds": all.took.as_secs(),
        "servers": all.asked.iter().map(|asked| server(asked, words)).collect::<Vec<_>>(),
    });
}

/// One controller for scripts.
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
