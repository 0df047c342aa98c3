//! Compares consecutive readings of an account's controllers after it was unlocked, to notice further wrong passwords
//! or a new lock. Queries nothing.
//!
//! One of the two previous passwords counts neither as a wrong try nor locks the account
//! (<https://social.technet.microsoft.com/wiki/contents/articles/32490>), so it goes unnoticed.

use jiff::{SignedDuration, Timestamp};

use super::replicas::{Replica, lock_origin};

/// Tolerance for comparing times, since controllers tell theirs in whole seconds.
const BLUR: SignedDuration = SignedDuration::from_secs(1);

/// A watched account.
#[derive(Debug)]
pub struct LockWatch {
    /// When it was unlocked, by this computer's clock.
    since: Timestamp,
    /// The controllers in the order of the readings.
    controllers: Vec<WatchedController>,
    wrong_tries: u32,
}

/// What is known of one controller.
#[derive(Debug, Default)]
struct WatchedController {
    /// Its last answer.
    last: Option<Replica>,
    /// Whether it did not answer the last time.
    silent: bool,
    /// Wrong passwords since the account was unlocked.
    tries: u32,
}

/// A change that a reading shows. Times are by this computer's clock; `None`: unknown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WatchEvent {
    /// Wrong passwords were tried.
    WrongTries {
        /// How many more.
        n: u32,
        /// The controllers where they were tried.
        servers: Vec<String>,
        /// When the last one was tried.
        at: Option<Timestamp>,
    },
    /// The account was locked after it was unlocked.
    LockedAgain {
        /// The controller where it was locked, or where the lock was seen if that is not known.
        server: String,
        /// When it was locked.
        at: Option<Timestamp>,
    },
    /// The old lock is still there on a controller.
    StillLocked {
        /// The controller.
        server: String,
    },
    /// The unlock has replicated to a controller.
    Opened {
        /// The controller.
        server: String,
    },
    /// A controller does not answer.
    Silent {
        /// The controller.
        server: String,
        /// Its index in the reading.
        place: usize,
    },
    /// A controller answers again.
    Back {
        /// The controller.
        server: String,
    },
}

impl LockWatch {
    /// Starts watching an account that was unlocked at this time.
    pub fn since(since: Timestamp) -> Self {
        Self { since, controllers: vec![], wrong_tries: 0 }
    }

    /// Returns what a reading shows, the most serious last. Every reading must have the same controllers in the same
    /// order, with the names they are queried by.
    pub fn read<'a>(&mut self, reading: impl IntoIterator<Item = (&'a str, Option<&'a Replica>)>) -> Vec<WatchEvent> {
        let (mut news, mut newer, mut locked) = (vec![], vec![], vec![]);
        for (place, (asked, replica)) in reading.into_iter().enumerate() {
            if place == self.controllers.len() {
                self.controllers.push(WatchedController::default());
            }
            let since = self.since;
            let Some(controller) = self.controllers.get_mut(place) else { continue };
            let server = replica.or(controller.last.as_ref()).map_or(asked, |known| &known.server).to_owned();
            match (replica.is_none(), std::mem::replace(&mut controller.silent, replica.is_none())) {
                (true, false) => news.push(WatchEvent::Silent { server: server.clone(), place }),
                (false, true) => news.push(WatchEvent::Back { server: server.clone() }),
                _ => {}
            }
            let Some(replica) = replica else { continue };
            let before = controller.last.replace(replica.clone());
            let tries = tries(before.as_ref(), replica, since);
            if tries > 0 {
                controller.tries = controller.tries.saturating_add(tries);
                newer.push(replica);
            }
            let was_locked = before.as_ref().is_some_and(|before| before.locked);
            if is_new_lock(before.as_ref(), replica, since) {
                locked.push(replica.clone());
            } else if replica.locked && !was_locked {
                news.push(WatchEvent::StillLocked { server });
            } else if !replica.locked && was_locked {
                news.push(WatchEvent::Opened { server });
            }
        }
        news.extend(self.count(&newer));
        news.extend(locked_again(&locked));
        news
    }

    /// The least number of wrong passwords since the account was unlocked.
    pub fn wrong_tries(&self) -> u32 {
        self.wrong_tries
    }

    /// The controller where most of them were tried; `None`: there were none.
    pub fn most_tries_on(&self) -> Option<&str> {
        let tried = self.controllers.iter().filter(|controller| controller.tries > 0);
        let most = tried.max_by_key(|controller| (!controller.is_pdc_emulator(), controller.tries))?;
        most.last.as_ref().map(|replica| replica.server.as_str())
    }

    /// The PDC emulator is asked about every password that another controller finds wrong (MS-SAMR 3.1.1.7.1), so that
    /// a try may have been counted on two of them.
    fn count(&mut self, newer: &[&Replica]) -> Option<WatchEvent> {
        let of = |pdc_emulator| {
            let some = self.controllers.iter().filter(|controller| controller.is_pdc_emulator() == pdc_emulator);
            some.fold(0, |sum: u32, controller| sum.saturating_add(controller.tries))
        };
        let all = of(true).max(of(false));
        let n = all.saturating_sub(self.wrong_tries);
        self.wrong_tries = all.max(self.wrong_tries);
        let on = match newer.iter().any(|replica| !replica.pdc_emulator) {
            true => newer.iter().filter(|replica| !replica.pdc_emulator).collect(),
            false => newer.iter().collect::<Vec<_>>(),
        };
        let at = on.iter().filter_map(|replica| here(replica.last_wrong_try?, replica)).max();
        let servers = on.iter().map(|replica| replica.server.clone()).collect();
        (n > 0).then_some(WatchEvent::WrongTries { n, servers, at })
    }
}

impl WatchedController {
    fn is_pdc_emulator(&self) -> bool {
        self.last.as_ref().is_some_and(|replica| replica.pdc_emulator)
    }
}

/// The least number of wrong passwords between two readings of a controller, or since the unlock. A successful sign-in
/// and the passing of time reset the count, but not the time of the last wrong password.
fn tries(before: Option<&Replica>, now: &Replica, since: Timestamp) -> u32 {
    let Some(before) = before else {
        return now.last_wrong_try.is_some_and(|last| is_after(last, now, since)).into();
    };
    match now.wrong_tries.checked_sub(before.wrong_tries) {
        Some(more @ 1..) => more,
        _ if now.last_wrong_try > before.last_wrong_try => now.wrong_tries.max(1),
        _ => 0,
    }
}

/// Whether the account was locked again. An old lock that replicates late does not count.
fn is_new_lock(before: Option<&Replica>, now: &Replica, since: Timestamp) -> bool {
    now.locked
        && match now.lockout_time {
            Some(at) => is_after(at, now, since),
            None => before.is_some_and(|before| !before.locked),
        }
}

fn locked_again(locked: &[Replica]) -> Option<WatchEvent> {
    let first = locked.iter().min_by_key(|replica| replica.lockout_time)?;
    let at = first.lockout_time.and_then(|at| here(at, first));
    let server = lock_origin(locked).map_or_else(|| first.server.clone(), |origin| origin.server);
    Some(WatchEvent::LockedAgain { server, at })
}

fn is_after(at: Timestamp, on: &Replica, since: Timestamp) -> bool {
    here(at, on).is_some_and(|at| at.duration_since(since) >= -BLUR)
}

/// Converts a controller's time to this computer's clock.
fn here(at: Timestamp, on: &Replica) -> Option<Timestamp> {
    at.checked_sub(on.clock_ahead).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    /// Unlocked at 1000; the lock was from 100.
    fn watch() -> LockWatch {
        LockWatch::since(at(1000))
    }

    fn open(server: &str) -> Replica {
        Replica {
            server: server.to_owned(),
            settings_dn: format!("CN=NTDS Settings,CN={server},CN=Servers"),
            pdc_emulator: server == "dc1",
            locked: false,
            lockout_time: None,
            wrong_tries: 0,
            last_wrong_try: Some(at(100)),
            password_last_set: None,
            clock_ahead: SignedDuration::ZERO,
            lock_change: None,
        }
    }

    fn tried(server: &str, n: u32, last: i64) -> Replica {
        Replica { wrong_tries: n, last_wrong_try: Some(at(last)), ..open(server) }
    }

    fn locked(server: &str, since: i64) -> Replica {
        Replica { locked: true, lockout_time: Some(at(since)), ..tried(server, 5, since) }
    }

    fn read(watch: &mut LockWatch, replicas: &[&Replica]) -> Vec<WatchEvent> {
        watch.read(replicas.iter().map(|replica| ("asked", Some(*replica))))
    }

    fn wrong_tries(n: u32, servers: &[&str], last: i64) -> WatchEvent {
        WatchEvent::WrongTries {
            n,
            servers: servers.iter().map(|server| (*server).to_owned()).collect(),
            at: Some(at(last)),
        }
    }

    #[test]
    fn what_stays_as_it_was_is_no_news() {
        let mut watch = watch();
        // Others than the one that was unlocked keep their count.
        let (first, second) = (open("dc1"), tried("dc2", 4, 100));
        assert_eq!(read(&mut watch, &[&first, &second]), []);
        assert_eq!(read(&mut watch, &[&first, &second]), []);
        assert_eq!(read(&mut watch, &[&first, &open("dc2")]), [], "set back there too");
        assert_eq!((watch.wrong_tries(), watch.most_tries_on()), (0, None));
    }

    #[test]
    fn wrong_tries_are_counted_from_one_reading_to_the_next() {
        let mut watch = watch();
        read(&mut watch, &[&open("dc1")]);
        assert_eq!(read(&mut watch, &[&tried("dc1", 2, 1010)]), [wrong_tries(2, &["dc1"], 1010)]);
        assert_eq!(read(&mut watch, &[&tried("dc1", 2, 1010)]), []);
        assert_eq!(read(&mut watch, &[&tried("dc1", 3, 1020)]), [wrong_tries(1, &["dc1"], 1020)]);
        // A good sign-in in between set the count back.
        assert_eq!(read(&mut watch, &[&tried("dc1", 0, 1020)]), []);
        assert_eq!(read(&mut watch, &[&tried("dc1", 1, 1030)]), [wrong_tries(1, &["dc1"], 1030)]);
        assert_eq!(read(&mut watch, &[&tried("dc1", 1, 1040)]), [wrong_tries(1, &["dc1"], 1040)]);
        assert_eq!((watch.wrong_tries(), watch.most_tries_on()), (5, Some("dc1")));
    }

    #[test]
    fn one_before_the_first_reading_counts_by_its_time() {
        assert_eq!(read(&mut watch(), &[&tried("dc2", 3, 999)]), [wrong_tries(1, &["dc2"], 999)], "a blurred second");
        assert_eq!(read(&mut watch(), &[&tried("dc2", 3, 998)]), []);
        let ahead = Replica { clock_ahead: SignedDuration::from_secs(60), ..tried("dc2", 3, 1050) };
        assert_eq!(read(&mut watch(), &[&ahead]), [], "50 seconds after by a clock that is 60 ahead");
    }

    #[test]
    fn the_pdc_emulator_hears_of_what_others_count() {
        let mut watch = watch();
        read(&mut watch, &[&open("dc1"), &open("dc2")]);
        let both = [&tried("dc1", 2, 1011), &tried("dc2", 2, 1010)];
        assert_eq!(read(&mut watch, &both), [wrong_tries(2, &["dc2"], 1010)]);
        let one_more = [&tried("dc1", 3, 1020), &tried("dc2", 2, 1010)];
        assert_eq!(read(&mut watch, &one_more), [wrong_tries(1, &["dc1"], 1020)]);
        // Which of the two is read first is chance.
        assert_eq!(read(&mut watch, &[one_more[0], &tried("dc2", 3, 1020)]), []);
        assert_eq!((watch.wrong_tries(), watch.most_tries_on()), (3, Some("dc2")));
    }

    #[test]
    fn locked_again_where_it_arose() {
        let mut watch = watch();
        read(&mut watch, &[&open("dc1"), &open("dc2")]);
        let both = [&locked("dc1", 1031), &Replica { wrong_tries: 6, ..locked("dc2", 1030) }];
        let again = WatchEvent::LockedAgain { server: "dc2".into(), at: Some(at(1030)) };
        assert_eq!(read(&mut watch, &both), [wrong_tries(6, &["dc2"], 1030), again]);
        let ahead = Replica { clock_ahead: SignedDuration::from_secs(60), ..locked("dc1", 1070) };
        let again = WatchEvent::LockedAgain { server: "dc1".into(), at: Some(at(1010)) };
        assert_eq!(read(&mut self::watch(), &[&ahead]).pop(), Some(again));
    }

    #[test]
    fn a_lock_whose_time_is_not_told_is_new_where_there_was_none() {
        let untold = Replica { lockout_time: None, ..locked("dc1", 100) };
        let mut watch = watch();
        assert_eq!(read(&mut watch, &[&untold]), [WatchEvent::StillLocked { server: "dc1".into() }]);
        assert_eq!(read(&mut watch, &[&open("dc1")]), [WatchEvent::Opened { server: "dc1".into() }]);
        assert_eq!(
            read(&mut watch, &[&untold]).pop(),
            Some(WatchEvent::LockedAgain { server: "dc1".into(), at: None })
        );
    }

    #[test]
    fn the_old_lock_on_a_late_controller_is_not_a_new_one() {
        let mut watch = watch();
        let late = locked("dc2", 100);
        assert_eq!(read(&mut watch, &[&open("dc1"), &late]), [WatchEvent::StillLocked { server: "dc2".into() }]);
        assert_eq!(read(&mut watch, &[&open("dc1"), &late]), []);
        assert_eq!(read(&mut watch, &[&open("dc1"), &open("dc2")]), [WatchEvent::Opened { server: "dc2".into() }]);
    }

    #[test]
    fn one_that_is_gone_for_a_while_is_taken_up_where_it_was() {
        let mut watch = watch();
        let dc1 = open("dc1");
        let gone = |watch: &mut LockWatch| watch.read([("asked", Some(&dc1)), ("10.0.0.2", None)]);
        assert_eq!(gone(&mut watch), [WatchEvent::Silent { server: "10.0.0.2".into(), place: 1 }]);
        assert_eq!(gone(&mut watch), []);
        assert_eq!(read(&mut watch, &[&dc1, &tried("dc2", 1, 100)]), [WatchEvent::Back { server: "dc2".into() }]);
        assert_eq!(gone(&mut watch), [WatchEvent::Silent { server: "dc2".into(), place: 1 }]);
        let news = [WatchEvent::Back { server: "dc2".into() }, wrong_tries(3, &["dc2"], 1200)];
        assert_eq!(read(&mut watch, &[&dc1, &tried("dc2", 4, 1200)]), news);
    }
}
