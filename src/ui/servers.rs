//! One account as every controller has it: as a table with what follows from it, and as a document.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::failure;
use super::{Shown, json, table};
use crate::commands::everywhere::Everywhere;
use crate::commands::lookup::each::EachServer;
use crate::domain::replicas::{CLOCK_MARGIN, LockSpread, OriginEvidence, Replica, lock_spread, same_password};
use crate::exit::Exit;
use crate::ports::ControllerAnswer;
use crate::text::{Message, Words, visible};

/// What came of seeing to every controller, in sentences.
pub(super) fn told(everywhere: &Everywhere, account: &str, words: &Words) -> Vec<String> {
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
pub(super) fn behind<'a>(
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

pub(super) fn everywhere(everywhere: &Everywhere, words: &Words) -> Value {
    json!({
        "complete": everywhere.is_complete(),
        "unlocked_on": everywhere.unlocked,
        "same_password": everywhere.same_password,
        "seconds": everywhere.took.as_secs(),
        "servers": everywhere.asked.iter().map(|asked| server(asked, words)).collect::<Vec<_>>(),
    })
}

/// A controller that was not heard may be the one with the lock.
pub(super) fn exit(outcome: &EachServer) -> Exit {
    if outcome.replicas.len() == outcome.asked.len() { Exit::Done } else { Exit::Partly }
}

pub(super) fn people(outcome: &EachServer, shown: Shown<'_>, words: &Words) -> String {
    let EachServer { seen, asked, replicas, origin, now } = outcome;
    let account = &seen.account;
    let (name, account) = (account.display_name.as_str(), account.name.as_str());
    let (some, all) = (number(replicas.len()), number(asked.len()));
    let mut lines = vec![words.say(&match lock_spread(replicas) {
        _ if replicas.is_empty() => Message::EachNone { name, account },
        LockSpread::Nowhere => Message::EachOpen { name, account, n: some },
        LockSpread::Everywhere => Message::EachLocked { name, account, n: some },
        LockSpread::Somewhere(locked) => Message::EachDiffer { name, account, locked: number(locked), n: some },
    })];
    let header = [Message::EachServer, Message::CardLock, Message::CardTries, Message::CardPassword];
    let header: Vec<String> = header.iter().map(|label| words.say(label)).collect();
    let rows = asked.iter().map(|asked| row(asked, *now, words)).collect();
    lines.push(table::rows(&header, rows, shown.width, shown.style));
    if let Some(origin) = origin {
        let server = origin.server.as_str();
        lines.push(words.say(&match origin.evidence {
            OriginEvidence::Replication => Message::EachArose { server },
            OriginEvidence::WrongTries => Message::EachMostTries { server },
        }));
    }
    if !same_password(replicas) {
        lines.push(words.say(&Message::EachPasswordsDiffer));
    }
    for Replica { server, clock_ahead, .. } in
        replicas.iter().filter(|replica| replica.clock_ahead.abs() > CLOCK_MARGIN)
    {
        let span = words.span(clock_ahead.abs());
        let (server, span) = (server.as_str(), span.as_str());
        lines.push(words.say(&match clock_ahead.is_negative() {
            true => Message::EachClockBehind { server, span },
            false => Message::EachClockAhead { server, span },
        }));
    }
    if some < all {
        lines.push(words.say(&Message::EachUnheard { n: all - some }));
    }
    lines.join("\n")
}

fn row(ControllerAnswer { server, answer, .. }: &ControllerAnswer, now: Timestamp, words: &Words) -> Vec<table::Cell> {
    let replica = match answer {
        Ok(replica) => replica,
        Err(error) => return vec![visible(server).into(), failure::why(error, words).into()],
    };
    // By its own clock, as its times are.
    let when = |at: Option<Timestamp>| at.map(|at| words.when(at, now + replica.clock_ahead));
    let server = match replica.pdc_emulator {
        true => words.say(&Message::EachPdc { server: &replica.server }),
        false => visible(&replica.server).into_owned(),
    };
    let lock = match (replica.locked, when(replica.lockout_time)) {
        (false, _) => words.say(&Message::LockOpen).into(),
        (true, Some(when)) => table::alert(words.say(&Message::LockSince { when: &when })),
        (true, None) => table::alert(words.say(&Message::LockNow)),
    };
    let n = i64::from(replica.wrong_tries);
    let tries = match when(replica.last_wrong_try) {
        Some(when) if n > 0 => words.say(&Message::TriesLast { n, when: &when }),
        _ => words.say(&Message::Tries { n }),
    };
    let password = match when(replica.password_last_set) {
        Some(when) => words.say(&Message::PasswordSet { when: &when }),
        None => words.say(&Message::PasswordNeverSet),
    };
    vec![server.into(), lock, tries.into(), password.into()]
}

pub(super) fn document(outcome: &EachServer, words: &Words) -> Value {
    let EachServer { seen, asked, replicas, origin, now } = outcome;
    json!({
        "accounts": [json::account(seen, *now)],
        "servers": asked.iter().map(|asked| server(asked, words)).collect::<Vec<_>>(),
        "locked_on": replicas.iter().filter(|replica| replica.locked).map(|replica| &replica.server).collect::<Vec<_>>(),
        "lock_origin": origin.as_ref().map(|origin| json!({
            "server": origin.server, "evidence": origin.evidence.name(),
        })),
    })
}

fn server(ControllerAnswer { server, answer, .. }: &ControllerAnswer, words: &Words) -> Value {
    match answer {
        Ok(replica) => json!({
            "server": replica.server,
            "reached": true,
            "pdc_emulator": replica.pdc_emulator,
            "locked": replica.locked,
            "locked_since": replica.lockout_time.filter(|_| replica.locked).map(json::time),
            "bad_password_count": replica.wrong_tries,
            "last_bad_password": replica.last_wrong_try.map(json::time),
            "password_last_set": replica.password_last_set.map(json::time),
            "clock_ahead_seconds": replica.clock_ahead.as_secs(),
        }),
        Err(error) => json!({ "server": server, "reached": false, "error": failure::why(error, words) }),
    }
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
