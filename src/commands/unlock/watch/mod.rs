//! After an account was unlocked: does it stay so? Asks every controller again and again, and has told at once what
//! happens. Changes nothing.

pub(in crate::commands::unlock) mod render;

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::Outcome;
use crate::commands::bulk::Stop;
use crate::commands::caller::all_controllers::is_behind;
use crate::domain::account::Account;
use crate::domain::watch::{self, WatchEvent};
use crate::ports::{Clock, ControllerAnswer, ControllerScope, Pause, QueryControllers};

/// So many seconds pass between two readings: soon enough for someone with a caller on the line, and nothing that a
/// controller notices.
const PACE: u32 = 5;

/// What a command that lasts is handed beside its ports.
pub struct Live<'a> {
    pub reporter: &'a dyn ReportWatch,
    pub pause: &'a dyn Pause,
    /// May ask it to end.
    pub stop: &'a Stop,
}

pub trait ReportWatch {
    /// What was done before: nobody waits minutes to hear of it.
    fn before(&self, outcome: &Outcome);

    /// The watch begins, and lasts until then.
    fn begins(&self, account: &Account, until: Timestamp);

    /// So much of it is left.
    fn left(&self, account: &Account, left: SignedDuration);

    /// Something happened. What was asked last tells why a controller is silent.
    fn happened(&self, news: &WatchEvent, asked: &[ControllerAnswer]);
}

/// What happened while an account was watched.
#[derive(Debug)]
pub struct Watched {
    pub minutes: u16,
    pub until: Timestamp,
    pub end: End,
    /// Wrong tries after the unlock: at least so many.
    pub wrong_tries: u32,
    /// Where the new lock arose, or where most wrong tries were.
    pub server: Option<String>,
    /// Each controller, as it was read last.
    pub asked: Vec<ControllerAnswer>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    TimeUp,
    /// The account was locked again, then.
    LockedAgain(Timestamp),
    /// The operator had seen enough.
    Cancelled,
}

impl End {
    pub fn name(self) -> &'static str {
        match self {
            Self::TimeUp => "time_up",
            Self::LockedAgain(_) => "locked_again",
            Self::Cancelled => "cancelled",
        }
    }
}

impl Watched {
    /// Controllers that still have the lock that was ended, or told nothing.
    pub fn behind(&self) -> impl Iterator<Item = &ControllerAnswer> {
        self.asked.iter().filter(is_behind)
    }

    /// When the account was locked again.
    pub fn locked_again(&self) -> Option<Timestamp> {
        match self.end {
            End::LockedAgain(at) => Some(at),
            End::TimeUp | End::Cancelled => None,
        }
    }

    /// Whether no controller was seen with a lock at the end.
    pub fn is_open(&self) -> bool {
        self.locked_again().is_none() && !self.behind().any(|asked| asked.answer.is_ok())
    }
}

/// Watches an account that was unlocked at the time `since`.
pub(super) async fn watch(
    account: &Account,
    since: Timestamp,
    minutes: u16,
    live: &Live<'_>,
    directory: &impl QueryControllers,
    clock: &dyn Clock,
) -> Watched {
    let Live { reporter, pause, stop } = *live;
    let until = clock.now() + SignedDuration::from_mins(minutes.into());
    reporter.begins(account, until);
    let mut seen = watch::LockWatch::new(since);
    let (mut asked, mut locked_on) = (vec![], None);
    let end = loop {
        let reading = directory.query_all(account, ControllerScope::Domain, clock, &|_| true);
        let Some(read) = stop.unless_asked(reading).await else { break End::Cancelled };
        asked = read;
        let news = seen.read(asked.iter().map(|asked| (asked.server.as_str(), asked.answer.as_ref().ok())));
        for news in &news {
            reporter.happened(news, &asked);
        }
        if let Some(WatchEvent::LockedAgain { server, at }) = news.last() {
            locked_on = Some(server.clone());
            break End::LockedAgain(at.unwrap_or_else(|| clock.now()));
        }
        let wait = async {
            for _ in 0..PACE {
                reporter.left(account, until.duration_since(clock.now()));
                pause.pause(Duration::from_secs(1)).await;
            }
        };
        if clock.now() >= until {
            break End::TimeUp;
        }
        if stop.unless_asked(wait).await.is_none() {
            break End::Cancelled;
        }
    };
    let server = locked_on.or_else(|| seen.most_tried_controller().map(str::to_owned));
    Watched { minutes, until: clock.now(), end, wrong_tries: seen.wrong_tries(), server, asked }
}
