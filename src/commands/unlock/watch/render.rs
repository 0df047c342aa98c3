//! An account that is watched: what happens as it happens, on standard error, and what it came to. Decides nothing.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::{ReportWatch, Watched};
use crate::commands::caller::all_controllers::render::behind;
use crate::commands::failure::render as failure;
use crate::commands::unlock::{self, render::unlocked};
use crate::domain::account::Account;
use crate::domain::watch::WatchEvent;
use crate::ports::{Clock, ControllerAnswer};
use crate::text::Message;
use crate::ui::{Console, Output, Style, wrapped};
use crate::view::{View, json::time};

/// Tells an operator who watches.
pub struct WatchReporter<'a> {
    pub console: &'a dyn Console,
    pub clock: &'a dyn Clock,
    pub view: View<'a>,
    /// They asked to be told only what matters.
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
            self.console.err(&self.view.words.say(&Message::WatchBegins { account, until: &until }));
        }
    }

    fn left(&self, account: &Account, left: SignedDuration) {
        if !self.quiet {
            let seconds = left.as_secs().max(0);
            let left = format!("{}:{:02}", seconds / 60, seconds % 60);
            let what = Message::WaitWatch { account: account.name.as_str(), left: &left };
            self.console.working(Some(&self.view.words.say(&what)));
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
        let line = self.view.words.say(&Message::WatchLine { clock: &self.view.words.second(at), text: &text });
        self.console.err(&if matters { self.style.alert(&line) } else { line });
    }
}

impl WatchReporter<'_> {
    fn sentence(&self, news: &WatchEvent, asked: &[ControllerAnswer]) -> String {
        let say = |message: Message<'_>| self.view.words.say(&message);
        match news {
            WatchEvent::WrongTries { n, servers, .. } => {
                say(Message::WatchTries { n: (*n).into(), servers: &servers.join(", ") })
            }
            WatchEvent::LockedAgain { server, .. } => say(Message::WatchLocked { server }),
            WatchEvent::StillLocked { server } => say(Message::WatchStillLocked { server }),
            WatchEvent::Unlocked { server } => say(Message::WatchOpened { server }),
            WatchEvent::Unresponsive { server, place } => match asked.get(*place).map(|asked| &asked.answer) {
                Some(Err(error)) => say(Message::ServerReach { server, why: &failure::why(error, self.view.words) }),
                _ => server.clone(),
            },
            WatchEvent::Responsive { server } => say(Message::WatchBack { server }),
        }
    }
}

/// What it came to, in sentences.
pub(in crate::commands::unlock) fn sentences(watched: &Watched, account: &str, view: &View<'_>) -> Vec<String> {
    let server = watched.server.as_deref().unwrap_or_default();
    let (n, until) = (i64::from(watched.wrong_tries), view.words.second(watched.until));
    let until = until.as_str();
    let mut lines = match watched.locked_again() {
        Some(at) => vec![
            view.style.alert(&view.say(&Message::WatchedLocked { at: &view.words.second(at), server, n })),
            view.say(&Message::WatchedLockedSay),
            view.say(&Message::WatchedLockedHint { account }),
        ],
        None if n > 0 => {
            vec![view.say(&Message::WatchedTries { until, server, n }), view.say(&Message::WatchedTriesSay)]
        }
        None => vec![view.say(&Message::WatchedQuiet { until })],
    };
    if watched.locked_again().is_none() {
        lines.extend(behind(watched.behind(), account, view.words));
    }
    lines
}

pub(in crate::commands::unlock) fn document(watched: &Watched) -> Value {
    let behind = |locked: bool| {
        let some = watched.behind().filter(move |asked| asked.answer.is_ok() == locked);
        some.map(|asked| asked.answer.as_ref().map_or(&asked.server, |replica| &replica.server)).collect::<Vec<_>>()
    };
    json!({
        "minutes": watched.minutes,
        "until": time(watched.until),
        "ended_by": watched.end.name(),
        "locked_again": watched.locked_again().map(time),
        "wrong_tries": watched.wrong_tries,
        "server": watched.server,
        "locked_on": behind(true),
        "not_reached": behind(false),
    })
}
