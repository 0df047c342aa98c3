//! An account that is watched: what happens as it happens, on standard error, and what it came to. Decides nothing.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::{Console, Output, Shown, Style, json, render, servers, wrapped};
use crate::commands::unlock;
use crate::commands::watch::{Telling, Watched};
use crate::domain::account::Account;
use crate::domain::watch::WatchEvent;
use crate::ports::{Clock, ControllerAnswer};
use crate::text::{Message, Words};

/// Tells an operator who watches.
pub struct WatchTelling<'a> {
    /// Where they sit.
    pub console: &'a dyn Console,
    /// In their language.
    pub words: &'a Words,
    /// The time, for times that are told.
    pub clock: &'a dyn Clock,
    /// How results are shown.
    pub shown: Shown<'a>,
    /// They asked to be told only what matters.
    pub quiet: bool,
    /// On standard error.
    pub style: Style,
}

impl Telling for WatchTelling<'_> {
    fn before(&self, outcome: &unlock::Outcome) {
        if self.shown.output == Output::Table {
            let text = render::unlocked(outcome, self.shown, self.words);
            // Where nobody reads it the end of the watch finds that as well, and says so.
            let _ = self.console.out(&format!("{}\n", wrapped(&text, self.shown.width)));
        }
    }

    fn begins(&self, account: &Account, until: Timestamp) {
        if !self.quiet {
            let (account, until) = (account.name.as_str(), self.words.second(until));
            self.console.err(&self.words.say(&Message::WatchBegins { account, until: &until }));
        }
    }

    fn left(&self, account: &Account, left: SignedDuration) {
        if !self.quiet {
            let seconds = left.as_secs().max(0);
            let left = format!("{}:{:02}", seconds / 60, seconds % 60);
            let what = Message::WaitWatch { account: account.name.as_str(), left: &left };
            self.console.working(Some(&self.words.say(&what)));
        }
    }

    fn happened(&self, news: &WatchEvent, asked: &[ControllerAnswer]) {
        let at = match news {
            WatchEvent::WrongTries { at: Some(at), .. } | WatchEvent::LockedAgain { at: Some(at), .. } => *at,
            _ => self.clock.now(),
        };
        let matters = matches!(news, WatchEvent::WrongTries { .. } | WatchEvent::LockedAgain { .. });
        if self.quiet && !matters {
            return;
        }
        let text = self.sentence(news, asked);
        let line = self.words.say(&Message::WatchLine { clock: &self.words.second(at), text: &text });
        self.console.err(&if matters { self.style.alert(&line) } else { line });
    }
}

impl WatchTelling<'_> {
    fn sentence(&self, news: &WatchEvent, asked: &[ControllerAnswer]) -> String {
        let say = |message: Message<'_>| self.words.say(&message);
        match news {
            WatchEvent::WrongTries { n, servers, .. } => {
                say(Message::WatchTries { n: (*n).into(), servers: &servers.join(", ") })
            }
            WatchEvent::LockedAgain { server, .. } => say(Message::WatchLocked { server }),
            WatchEvent::StillLocked { server } => say(Message::WatchStillLocked { server }),
            WatchEvent::Unlocked { server } => say(Message::WatchOpened { server }),
            WatchEvent::Unresponsive { server, place } => match asked.get(*place).map(|asked| &asked.answer) {
                Some(Err(error)) => say(Message::ServerReach { server, why: &super::failure::why(error, self.words) }),
                _ => server.clone(),
            },
            WatchEvent::Responsive { server } => say(Message::WatchBack { server }),
        }
    }
}

/// What it came to, in sentences.
pub(super) fn told(watched: &Watched, account: &str, shown: Shown<'_>, words: &Words) -> Vec<String> {
    let server = watched.server.as_deref().unwrap_or_default();
    let (n, until) = (i64::from(watched.wrong_tries), words.second(watched.until));
    let until = until.as_str();
    let mut lines = match watched.locked_again() {
        Some(at) => vec![
            shown.style.alert(&words.say(&Message::WatchedLocked { at: &words.second(at), server, n })),
            words.say(&Message::WatchedLockedSay),
            words.say(&Message::WatchedLockedHint { account }),
        ],
        None if n > 0 => {
            vec![words.say(&Message::WatchedTries { until, server, n }), words.say(&Message::WatchedTriesSay)]
        }
        None => vec![words.say(&Message::WatchedQuiet { until })],
    };
    if watched.locked_again().is_none() {
        lines.extend(servers::behind(watched.behind(), account, words));
    }
    lines
}

pub(super) fn document(watched: &Watched) -> Value {
    let behind = |locked: bool| {
        let some = watched.behind().filter(move |asked| asked.answer.is_ok() == locked);
        some.map(|asked| asked.answer.as_ref().map_or(&asked.server, |replica| &replica.server)).collect::<Vec<_>>()
    };
    json!({
        "minutes": watched.minutes,
        "until": json::time(watched.until),
        "ended_by": watched.end.name(),
        "locked_again": watched.locked_again().map(json::time),
        "wrong_tries": watched.wrong_tries,
        "server": watched.server,
        "locked_on": behind(true),
        "not_reached": behind(false),
    })
}
