//! Shows a watch: events on standard error as they happen, then the outcome. Decides nothing.

use jiff::{SignedDuration, Timestamp};
use schemars::JsonSchema;
use serde::Serialize;

use super::{ReportWatch, WatchOutcome};
use crate::commands::caller::all_controllers::render::{behind, lockout_events};
use crate::commands::failure::render as failure;
use crate::commands::unlock::watch::WatchEnd;
use crate::commands::unlock::{self, render::unlocked};
use crate::domain::account::Account;
use crate::domain::watch::WatchEvent;
use crate::ports::{Clock, ControllerAnswer};
use crate::text::{Message, Words};
use crate::ui::{Console, Output, Style, wrapped};
use crate::view::{View, document::Time};

pub struct WatchReporter<'a> {
    pub console: &'a dyn Console,
    pub clock: &'a dyn Clock,
    pub view: View<'a>,
    /// Only wrong tries and new locks are reported.
    pub quiet: bool,
    pub style: Style,
}

impl ReportWatch for WatchReporter<'_> {
    fn before(&self, outcome: &unlock::Outcome) {
        if self.view.output == Output::Table {
            let text = unlocked(outcome, &self.view);
            // Where nobody reads it the end of the watch finds that as well, and says so.
            let _ = self.console.out(&format!("{}\n", wrapped(&text, self.view.width)));
        }
    }

    fn begins(&self, account: &Account, until: Timestamp) {
        if !self.quiet {
            let (account, until) = (account.name.as_str(), self.view.words.second(until));
            self.console.err(&self.view.say(&Message::WatchBegins { account, until: &until }));
        }
    }

    fn left(&self, account: &Account, left: SignedDuration) {
        if !self.quiet {
            let seconds = left.as_secs().max(0);
            let left = format!("{}:{:02}", seconds / 60, seconds % 60);
            let what = Message::WaitWatch { account: account.name.as_str(), left: &left };
            self.console.working(Some(&self.view.say(&what)));
        }
    }

    fn happened(&self, event: &WatchEvent, asked: &[ControllerAnswer]) {
        let at = match event {
            WatchEvent::WrongTries { at: Some(at), .. } | WatchEvent::LockedAgain { at: Some(at), .. } => *at,
            _ => self.clock.now(),
        };
        let matters = matches!(event, WatchEvent::WrongTries { .. } | WatchEvent::LockedAgain { .. });
        if self.quiet && !matters {
            return;
        }
        let text = self.sentence(event, asked);
        let line = self.view.say(&Message::WatchLine { clock: &self.view.words.second_stamp(at), text: &text });
        self.console.err(&if matters { self.style.alert(&line) } else { line });
    }
}

impl WatchReporter<'_> {
    fn sentence(&self, event: &WatchEvent, asked: &[ControllerAnswer]) -> String {
        self.view.say(&match event {
            WatchEvent::WrongTries { n, servers, .. } => {
                return self.view.say(&Message::WatchTries { n: (*n).into(), servers: &servers.join(", ") });
            }
            WatchEvent::LockedAgain { server, .. } => Message::WatchLocked { server },
            WatchEvent::StillLocked { server } => Message::WatchStillLocked { server },
            WatchEvent::Unlocked { server } => Message::WatchOpened { server },
            WatchEvent::Unresponsive { server, place } => match asked.get(*place).map(|asked| &asked.answer) {
                Some(Err(error)) => {
                    let why = &failure::why(error, self.view.words);
                    return self.view.say(&Message::ServerReach { server, why });
                }
                _ => return server.clone(),
            },
            WatchEvent::Responsive { server } => Message::WatchBack { server },
        })
    }
}

pub(in crate::commands) fn sentences(
    watched: &WatchOutcome,
    account: &str,
    style: Style,
    words: &Words,
) -> Vec<String> {
    let server = watched.server.as_deref().unwrap_or_default();
    let n = i64::from(watched.wrong_tries);
    let Some(read_until) = watched.read_until else {
        let mut lines = vec![words.say(&Message::WatchedNothing { account })];
        lines.extend(behind(watched.behind(), account, words));
        return lines;
    };
    let until = words.second(read_until);
    let until = until.as_str();
    let mut lines = match watched.locked_again() {
        Some(at) => {
            let mut lines = vec![
                style.alert(&words.say(&Message::WatchedLocked { at: &words.second(at), server, n })),
                words.say(&Message::SayOldPassword),
            ];
            if let Some(pdc) = watched.pdc_emulator() {
                lines.extend(lockout_events(pdc, account, words));
            }
            lines.push(words.say(&Message::WatchedLockedHint { account }));
            lines
        }
        None if n > 0 => vec![
            words.say(&Message::WatchedTries { until, server, n }),
            words.say(&Message::WatchedTriesSay),
            words.say(&Message::SayOldPassword),
        ],
        // Nothing is said of what was not read.
        None if watched.is_unclear() => vec![],
        None if watched.is_partial() => vec![words.say(&Message::WatchedQuietPartly { until })],
        None => vec![words.say(&Message::WatchedQuiet { until })],
    };
    if watched.is_unclear() {
        lines.insert(0, style.alert(&words.say(&Message::WatchedUnclear { until, account })));
    }
    if watched.locked_again().is_none() {
        lines.extend(behind(watched.behind(), account, words));
    }
    lines
}

/// What a watch saw.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Watch")]
pub(in crate::commands) struct WatchDocument {
    minutes: u16,
    /// When the watch ended.
    until: Time,
    /// When the account was last read: nothing is known of what happened later. `null`: it was never read.
    read_until: Option<Time>,
    ended_by: WatchEnd,
    /// When it was locked again; `null`: it was not, as far as it was read.
    locked_again: Option<Time>,
    /// At least.
    wrong_tries: u32,
    /// Where it was locked again, or most wrong passwords were tried.
    server: Option<String>,
    /// Controllers that still have the old lock.
    locked_on: Vec<String>,
    not_reached: Vec<String>,
}

pub(in crate::commands::unlock) fn document(watched: &WatchOutcome) -> WatchDocument {
    let behind = |locked: bool| {
        let some = watched.behind().filter(move |asked| asked.answer.is_ok() == locked);
        some.map(|asked| asked.server_name().to_owned()).collect()
    };
    WatchDocument {
        minutes: watched.minutes,
        until: Time(watched.until),
        read_until: watched.read_until.map(Time),
        ended_by: watched.end.kind(),
        locked_again: watched.locked_again().map(Time),
        wrong_tries: watched.wrong_tries,
        server: watched.server.clone(),
        locked_on: behind(true),
        not_reached: behind(false),
    }
}
