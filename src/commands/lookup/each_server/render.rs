//! One account as every controller has it, for people and for scripts.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use super::EachServer;
use crate::commands::caller::all_controllers::render::{ServerDocument, lockout_events, server};
use crate::commands::failure::render as failure;
use crate::commands::lookup::render::account::{self, AccountDocument};
use crate::domain::replicas::{CLOCK_MARGIN, LockSpread, OriginEvidence, Replica, lock_spread, same_password};
use crate::exit::Exit;
use crate::ports::ControllerAnswer;
use crate::text::{Message, Words, visible};
use crate::ui::table;
use crate::view::document::{AnyDocument, Document, SchemaVersion};
use crate::view::{Render, View, number};

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "EachServer")]
pub(in crate::commands) struct EachServerDocument {
    schema: SchemaVersion,
    /// The account as the first controller has it.
    accounts: Vec<AccountDocument>,
    servers: Vec<ServerDocument>,
    locked_on: Vec<String>,
    /// `null`: it is not locked, or that is not known.
    lock_origin: Option<LockOriginDocument>,
}

impl Document for EachServerDocument {
    const ROWS: Option<&'static str> = Some("servers");
}

/// Where a lockout began.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "LockOrigin")]
struct LockOriginDocument {
    server: String,
    evidence: OriginEvidence,
}

impl Render for EachServer {
    fn text(&self, view: &View<'_>) -> String {
        let EachServer { summary, asked, replicas, origin, now } = self;
        let account = &summary.account;
        let (name, account) = (account.display_name.as_str(), account.name.as_str());
        let (some, all) = (number(replicas.len()), number(asked.len()));
        let mut lines = vec![view.say(&match lock_spread(replicas) {
            _ if replicas.is_empty() => Message::EachNone { name, account },
            LockSpread::Nowhere => Message::EachOpen { name, account, n: some },
            LockSpread::Everywhere => Message::EachLocked { name, account, n: some },
            LockSpread::Somewhere(locked) => Message::EachDiffer { name, account, locked: number(locked), n: some },
        })];
        let header = [Message::EachServer, Message::CardLock, Message::CardTries, Message::CardPassword];
        let header: Vec<String> = header.iter().map(|label| view.say(label)).collect();
        let rows = asked.iter().map(|asked| row(asked, *now, view.words)).collect();
        lines.push(table::rows(&header, rows, view.width, view.style));
        if let Some(origin) = origin {
            let server = origin.server.as_str();
            lines.push(view.say(&match origin.evidence {
                OriginEvidence::Replication => Message::EachArose { server },
                OriginEvidence::WrongTries => Message::EachMostTries { server },
            }));
        }
        let pdc = replicas.iter().find(|replica| replica.pdc_emulator);
        if let Some(pdc) = pdc.filter(|_| replicas.iter().any(|replica| replica.locked)) {
            lines.extend(lockout_events(&pdc.server, account, view.words));
        }
        if !same_password(replicas) {
            lines.push(view.say(&Message::EachPasswordsDiffer));
        }
        for Replica { server, clock_ahead, .. } in
            replicas.iter().filter(|replica| replica.clock_ahead.abs() > CLOCK_MARGIN)
        {
            let span = view.words.span(clock_ahead.abs());
            let (server, span) = (server.as_str(), span.as_str());
            lines.push(view.say(&match clock_ahead.is_negative() {
                true => Message::EachClockBehind { server, span },
                false => Message::EachClockAhead { server, span },
            }));
        }
        if some < all {
            lines.push(view.say(&Message::EachUnheard { n: all - some }));
        }
        lines.join("\n")
    }

    fn document(&self, view: &View<'_>) -> Option<AnyDocument> {
        let EachServer { summary, asked, replicas, origin, now } = self;
        let locked = replicas.iter().filter(|replica| replica.locked);
        Some(AnyDocument::of(&EachServerDocument {
            schema: SchemaVersion,
            accounts: vec![account::document(summary, *now)],
            servers: asked.iter().map(|asked| server(asked, view.words)).collect(),
            locked_on: locked.map(|replica| replica.server.clone()).collect(),
            lock_origin: origin
                .as_ref()
                .map(|origin| LockOriginDocument { server: origin.server.clone(), evidence: origin.evidence }),
        }))
    }

    /// A controller that did not answer may be the one with the lock.
    fn exit(&self) -> Exit {
        if self.replicas.len() == self.asked.len() { Exit::Done } else { Exit::Partly }
    }
}

fn row(ControllerAnswer { server, answer, .. }: &ControllerAnswer, now: Timestamp, words: &Words) -> Vec<table::Cell> {
    let replica = match answer {
        Ok(replica) => replica,
        Err(error) => return vec![visible(server).into(), failure::why(error, words).into()],
    };
    // By its own clock, as its times are.
    let when = |at: Option<Timestamp>| at.map(|at| words.past(at, now + replica.clock_ahead));
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
