//! Watches an account after it was unlocked: compares successive readings from its controllers for wrong passwords and
//! new lockouts.
//!
//! A wrong password that is one of the previous two changes neither the count nor the time, and does not lock
//! (<https://social.technet.microsoft.com/wiki/contents/articles/32490>), so it cannot be seen.

mod reading;

use jiff::Timestamp;

use self::reading::{is_new_lockout, local_time, wrong_tries_between};
use super::replicas::{Replica, lock_origin};

#[derive(Debug)]
pub struct LockWatch {
    /// When the account was unlocked, by this computer's clock.
    since: Timestamp,
    /// In the order of the readings.
    controllers: Vec<WatchedController>,
    wrong_tries: u32,
}

#[derive(Debug, Default)]
struct WatchedController {
    /// The last reading that succeeded.
    last: Option<Replica>,
    /// The last reading failed.
    silent: bool,
    /// Wrong passwords since the unlock.
    tries: u32,
}

/// A change between readings. Times are by this computer's clock; `None`: unknown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WatchEvent {
    /// Wrong passwords were tried on these controllers; the last one `at`.
    WrongTries { n: u32, servers: Vec<String>, at: Option<Timestamp> },
    /// The account was locked after the unlock: where the lockout originated if known, or else where it was seen.
    LockedAgain { server: String, at: Option<Timestamp> },
    /// The old lockout is still in place.
    StillLocked { server: String },
    /// The unlock has reached this controller.
    Unlocked { server: String },
    /// A controller stopped answering. `place`: its index in the reading.
    Unresponsive { server: String, place: usize },
    /// It answers again.
    Responsive { server: String },
}

impl LockWatch {
    /// Starts watching an account that was unlocked at `since`.
    pub fn new(since: Timestamp) -> Self {
        Self { since, controllers: vec![], wrong_tries: 0 }
    }

    /// Returns what is new in this reading, the worst last. Every reading must list the same controllers in the same
    /// order, by the names used to reach them.
    pub fn read<'a>(&mut self, reading: impl IntoIterator<Item = (&'a str, Option<&'a Replica>)>) -> Vec<WatchEvent> {
        let (mut events, mut newer, mut locked) = (vec![], vec![], vec![]);
        let reading: Vec<_> = reading.into_iter().collect();
        self.controllers.resize_with(reading.len().max(self.controllers.len()), WatchedController::default);
        for (place, (controller, (asked, replica))) in self.controllers.iter_mut().zip(reading).enumerate() {
            let server = replica.or(controller.last.as_ref()).map_or(asked, |known| &known.server).to_owned();
            match (replica.is_none(), std::mem::replace(&mut controller.silent, replica.is_none())) {
                (true, false) => events.push(WatchEvent::Unresponsive { server: server.clone(), place }),
                (false, true) => events.push(WatchEvent::Responsive { server: server.clone() }),
                _ => {}
            }
            let Some(replica) = replica else { continue };
            let before = controller.last.replace(replica.clone());
            let tries = wrong_tries_between(before.as_ref(), replica, self.since);
            if tries > 0 {
                controller.tries = controller.tries.saturating_add(tries);
                newer.push(replica);
            }
            let was_locked = before.as_ref().is_some_and(|before| before.locked);
            if is_new_lockout(before.as_ref(), replica, self.since) {
                locked.push(replica.clone());
            } else if replica.locked && !was_locked {
                events.push(WatchEvent::StillLocked { server });
            } else if !replica.locked && was_locked {
                events.push(WatchEvent::Unlocked { server });
            }
        }
        events.extend(self.count(&newer));
        events.extend(locked_again(&locked));
        events
    }

    /// Wrong passwords since the unlock, at least.
    pub fn wrong_tries(&self) -> u32 {
        self.wrong_tries
    }

    /// Returns the controller with the most of them.
    pub fn most_tried_controller(&self) -> Option<&str> {
        let tried = self.controllers.iter().filter(|controller| controller.tries > 0);
        let most = tried.max_by_key(|controller| (!controller.is_pdc_emulator(), controller.tries))?;
        most.last.as_ref().map(|replica| replica.server.as_str())
    }

    /// Other controllers forward every wrong password to the PDC emulator (MS-SAMR 3.1.1.7.1), so both may have counted
    /// the same one.
    fn count(&mut self, newer: &[&Replica]) -> Option<WatchEvent> {
        let count_on = |pdc_emulator| {
            let some = self.controllers.iter().filter(|controller| controller.is_pdc_emulator() == pdc_emulator);
            some.fold(0, |sum: u32, controller| sum.saturating_add(controller.tries))
        };
        let all = count_on(true).max(count_on(false));
        let n = all.saturating_sub(self.wrong_tries);
        self.wrong_tries = all.max(self.wrong_tries);
        let any_other = newer.iter().any(|replica| !replica.pdc_emulator);
        let on: Vec<_> = newer.iter().filter(|replica| !(any_other && replica.pdc_emulator)).collect();
        let at = on.iter().filter_map(|replica| local_time(replica.last_wrong_try?, replica)).max();
        let servers = on.iter().map(|replica| replica.server.clone()).collect();
        (n > 0).then_some(WatchEvent::WrongTries { n, servers, at })
    }
}

impl WatchedController {
    fn is_pdc_emulator(&self) -> bool {
        self.last.as_ref().is_some_and(|replica| replica.pdc_emulator)
    }
}

fn locked_again(locked: &[Replica]) -> Option<WatchEvent> {
    let first = locked.iter().min_by_key(|replica| replica.lockout_time)?;
    let at = first.lockout_time.and_then(|at| local_time(at, first));
    let server = lock_origin(locked).map_or_else(|| first.server.clone(), |origin| origin.server);
    Some(WatchEvent::LockedAgain { server, at })
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    /// Unlocked at 1000; the lock was from 100.
    fn watch() -> LockWatch {
        LockWatch::new(at(1000))
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
    fn unchanged_reading_gives_no_event() {
        let mut watch = watch();
        // Others than the one that was unlocked keep their count.
        let (first, second) = (open("dc1"), tried("dc2", 4, 100));
        assert_eq!(read(&mut watch, &[&first, &second]), []);
        assert_eq!(read(&mut watch, &[&first, &second]), []);
        assert_eq!(read(&mut watch, &[&first, &open("dc2")]), [], "set back there too");
        assert_eq!((watch.wrong_tries(), watch.most_tried_controller()), (0, None));
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
        assert_eq!((watch.wrong_tries(), watch.most_tried_controller()), (5, Some("dc1")));
    }

    #[test]
    fn one_before_the_first_reading_counts_by_its_time() {
        assert_eq!(read(&mut watch(), &[&tried("dc2", 3, 999)]), [wrong_tries(1, &["dc2"], 999)], "a blurred second");
        assert_eq!(read(&mut watch(), &[&tried("dc2", 3, 998)]), []);
        let mut watched = watch();
        assert_eq!(read(&mut watched, &[&tried("dc1", 0, 999)]), [], "the unlock has set the count to 0 since");
        assert_eq!(read(&mut watched, &[&tried("dc1", 1, 1003)]), [wrong_tries(1, &["dc1"], 1003)]);
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
        assert_eq!((watch.wrong_tries(), watch.most_tried_controller()), (3, Some("dc2")));
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
        assert_eq!(read(&mut watch, &[&open("dc1")]), [WatchEvent::Unlocked { server: "dc1".into() }]);
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
        assert_eq!(read(&mut watch, &[&open("dc1"), &open("dc2")]), [WatchEvent::Unlocked { server: "dc2".into() }]);
    }

    #[test]
    fn one_that_is_gone_for_a_while_is_taken_up_where_it_was() {
        let mut watch = watch();
        let dc1 = open("dc1");
        let gone = |watch: &mut LockWatch| watch.read([("asked", Some(&dc1)), ("10.0.0.2", None)]);
        assert_eq!(gone(&mut watch), [WatchEvent::Unresponsive { server: "10.0.0.2".into(), place: 1 }]);
        assert_eq!(gone(&mut watch), []);
        assert_eq!(read(&mut watch, &[&dc1, &tried("dc2", 1, 100)]), [WatchEvent::Responsive { server: "dc2".into() }]);
        assert_eq!(gone(&mut watch), [WatchEvent::Unresponsive { server: "dc2".into(), place: 1 }]);
        let news = [WatchEvent::Responsive { server: "dc2".into() }, wrong_tries(3, &["dc2"], 1200)];
        assert_eq!(read(&mut watch, &[&dc1, &tried("dc2", 4, 1200)]), news);
    }
}
