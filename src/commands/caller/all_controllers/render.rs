//! The state of the controllers after a change, in sentences and for scripts.

use schemars::JsonSchema;
use serde::Serialize;

use super::AllControllers;
use crate::commands::failure::render as failure;
use crate::exit::Exit;
use crate::ports::ControllerAnswer;
use crate::text::{Message, Words, powershell_literal};
use crate::view::{document::Time, number};

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

/// The state of the controllers of the site after a change.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Everywhere")]
pub(in crate::commands) struct EverywhereDocument {
    /// Whether all agree.
    complete: bool,
    unlocked_on: Vec<String>,
    same_password: bool,
    seconds: i64,
    servers: Vec<ServerDocument>,
}

/// `None`: the other controllers were not asked.
pub(in crate::commands) fn document(all: Option<&AllControllers>, words: &Words) -> Option<EverywhereDocument> {
    all.map(|all| EverywhereDocument {
        complete: all.is_complete(),
        unlocked_on: all.unlocked.clone(),
        same_password: all.same_password,
        seconds: all.took.as_secs(),
        servers: all.asked.iter().map(|asked| server(asked, words)).collect(),
    })
}

/// An account as one controller has it. All but the first two are `null` where the controller did not answer.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Server")]
pub(in crate::commands) struct ServerDocument {
    server: String,
    reached: bool,
    pdc_emulator: Option<bool>,
    locked: Option<bool>,
    locked_since: Option<Time>,
    bad_password_count: Option<u32>,
    last_bad_password: Option<Time>,
    /// `null`: it must be changed at the next sign-in.
    password_last_set: Option<Time>,
    clock_ahead_seconds: Option<i64>,
    /// Why it did not answer, for people.
    message: Option<String>,
}

pub(in crate::commands) fn server(asked: &ControllerAnswer, words: &Words) -> ServerDocument {
    let replica = asked.replica();
    ServerDocument {
        server: asked.server_name().to_owned(),
        reached: replica.is_some(),
        pdc_emulator: replica.map(|replica| replica.pdc_emulator),
        locked: replica.map(|replica| replica.locked),
        locked_since: replica.and_then(|replica| replica.lockout_time.filter(|_| replica.locked)).map(Time),
        bad_password_count: replica.map(|replica| replica.wrong_tries),
        last_bad_password: replica.and_then(|replica| replica.last_wrong_try).map(Time),
        password_last_set: replica.and_then(|replica| replica.password_last_set).map(Time),
        clock_ahead_seconds: replica.map(|replica| replica.clock_ahead.as_secs()),
        message: asked.answer.as_ref().err().map(|error| failure::why(error, words)),
    }
}
