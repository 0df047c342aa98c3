//! Watches whether an account stays unlocked: asks every controller repeatedly and reports what happens at once.
//! Changes nothing.

pub(in crate::commands) mod render;

use crate::domain::named_enum::kinds_of;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::Outcome;
use crate::commands::bulk::StopSignal;
use crate::domain::account::Account;
use crate::domain::watch::{self, WatchEvent};
use crate::ports::{Clock, ControllerAnswer, ControllerScope, Pause, QueryControllers};

/// Seconds between two readings: quick enough for an operator with a caller on the line, no load for a controller.
const SECONDS_BETWEEN_READINGS: u32 = 5;

/// What a long-running command needs beside its ports.
pub struct Live<'a> {
    pub reporter: &'a dyn ReportWatch,
    pub pause: &'a dyn Pause,
    pub stop: &'a StopSignal,
}

pub trait ReportWatch {
    /// Reports the unlock itself, before the minutes of the watch.
    fn before(&self, outcome: &Outcome);

    fn begins(&self, account: &Account, until: Timestamp);

    fn left(&self, account: &Account, left: SignedDuration);

    /// Reports an event. The latest answers say why a controller is silent.
    fn happened(&self, event: &WatchEvent, asked: &[ControllerAnswer]);
}

#[derive(Debug)]
pub struct WatchOutcome {
    pub minutes: u16,
    pub until: Timestamp,
    /// When the account was last read on any controller; `None`: it was not.
    pub read_until: Option<Timestamp>,
    pub end: End,
    /// Wrong tries after the unlock, at least.
    pub wrong_tries: u32,
    /// Where the new lock originated, or where most wrong tries were made.
    pub server: Option<String>,
    pub asked: Vec<ControllerAnswer>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    TimeUp,
    LockedAgain(Timestamp),
    Cancelled,
}

kinds_of! {
    /// What ended a watch.
    pub enum WatchEnd of End {
        TimeUp = "time_up" if Self::TimeUp,
        LockedAgain = "locked_again" if Self::LockedAgain(_),
        Cancelled = "cancelled" if Self::Cancelled,
    }
}

impl WatchOutcome {
    /// Controllers that still have the old lock, or did not answer.
    pub fn behind(&self) -> impl Iterator<Item = &ControllerAnswer> {
        self.asked.iter().filter(|asked| asked.is_behind())
    }

    /// The name of the PDC emulator, to which every lockout is reported.
    pub fn pdc_emulator(&self) -> Option<&str> {
        let mut heard = self.asked.iter().filter_map(ControllerAnswer::replica);
        heard.find(|replica| replica.pdc_emulator).map(|replica| replica.server.as_str())
    }

    pub fn locked_again(&self) -> Option<Timestamp> {
        match self.end {
            End::LockedAgain(at) => Some(at),
            End::TimeUp | End::Cancelled => None,
        }
    }

    /// Whether no controller answered the last reading, so that nothing is known of what has happened since.
    pub fn is_unclear(&self) -> bool {
        !self.asked.is_empty() && self.asked.iter().all(|asked| asked.answer.is_err())
    }

    /// Whether some controllers did not answer the last reading.
    pub fn is_partial(&self) -> bool {
        self.asked.iter().any(|asked| asked.answer.is_err())
    }

    /// Whether a controller answered the last reading, and none that did had a lock.
    pub fn is_open(&self) -> bool {
        self.locked_again().is_none() && !self.is_unclear() && !self.asked.iter().any(ControllerAnswer::is_locked)
    }
}

/// Watches an account that was unlocked at the time `since`.
pub(in crate::commands) async fn watch(
    account: &Account,
    since: Timestamp,
    minutes: u16,
    live: &Live<'_>,
    directory: &impl QueryControllers,
    clock: &dyn Clock,
) -> WatchOutcome {
    let Live { reporter, pause, stop } = *live;
    let until = clock.now() + SignedDuration::from_mins(minutes.into());
    reporter.begins(account, until);
    let mut seen = watch::LockWatch::new(since);
    let (mut asked, mut read_until, mut locked_on): (Vec<ControllerAnswer>, _, _) = (vec![], None, None);
    let end = loop {
        let began = clock.now();
        let reading = directory.query_all(account, ControllerScope::Domain, clock, &|_| true);
        let Some(read) = stop.unless_requested(reading).await else { break End::Cancelled };
        asked = read;
        if asked.iter().any(|asked| asked.answer.is_ok()) {
            read_until = Some(began);
        }
        let events = seen.read(asked.iter().map(|asked| (asked.server.as_str(), asked.replica())));
        for event in &events {
            reporter.happened(event, &asked);
        }
        if let Some(WatchEvent::LockedAgain { server, at }) = events.last() {
            locked_on = Some(server.clone());
            break End::LockedAgain(at.unwrap_or_else(|| clock.now()));
        }
        let wait = async {
            for _ in 0..SECONDS_BETWEEN_READINGS {
                reporter.left(account, until.duration_since(clock.now()));
                pause.pause(Duration::from_secs(1)).await;
            }
        };
        if clock.now() >= until {
            break End::TimeUp;
        }
        if stop.unless_requested(wait).await.is_none() {
            break End::Cancelled;
        }
    };
    let server = locked_on.or_else(|| seen.most_tried_controller().map(str::to_owned));
    WatchOutcome { minutes, until: clock.now(), read_until, end, wrong_tries: seen.wrong_tries(), server, asked }
}
