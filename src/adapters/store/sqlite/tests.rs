//! The store as several processes use it: each test opens the same file more than once.

use std::path::PathBuf;
use std::sync::Barrier;

use jiff::Timestamp;

use super::super::HeadTrouble;
use super::SqliteStore;
use crate::domain::account::AccountId;
use crate::domain::audit::{Act, Action, Link, Record, Step, Stored, Walk, Who};
use crate::domain::code::{Bond, CodeLimits, Mark};
use crate::ports::{Codes, Issued, NoRandomness, Random, ReadRecords, Records, Taken};

struct Counting;

impl Random for Counting {
    fn fill(&self, buffer: &mut [u8]) -> Result<(), NoRandomness> {
        buffer.fill(7);
        Ok(())
    }
}

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("desk/state.db")
    }

    fn open(&self) -> SqliteStore {
        SqliteStore::open(&self.path(), &Counting).unwrap()
    }
}

fn bond(account: u8) -> Bond<'static> {
    Bond { operator: "anna", account: AccountId::from_bytes([account; 16]), number: Mark::from_bytes([1; 32]) }
}

fn seal(n: u8) -> Mark {
    Mark::from_bytes([n; 32])
}

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + seconds).unwrap()
}

/// SQLite answers at once, so each call is done when it is first polled.
fn now<T>(call: impl Future<Output = T>) -> T {
    let mut call = std::pin::pin!(call);
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match call.as_mut().poll(&mut context) {
        std::task::Poll::Ready(value) => value,
        std::task::Poll::Pending => panic!("SQLite does not wait"),
    }
}

fn issue(store: &SqliteStore, account: u8, n: u8, seconds: i64) -> Issued {
    now(store.issue(&bond(account), seal(n), &CodeLimits::default(), at(seconds))).unwrap()
}

fn id(issued: &Issued) -> i64 {
    match issued {
        Issued::Code { id, .. } => *id,
        other => panic!("{other:?}"),
    }
}

fn take(store: &SqliteStore, account: u8, seconds: i64) -> Taken {
    now(store.take_try(&bond(account), at(seconds))).unwrap()
}

#[test]
fn another_process_checks_what_one_sent() {
    let desk = Desk::new();
    let issued = issue(&desk.open(), 1, 9, 0);
    let later = desk.open();
    assert_eq!(take(&later, 1, 10), Taken::Try { id: id(&issued), seal: seal(9), left: 2 });
    assert!(now(later.consume(id(&issued), at(11))).unwrap());
    assert_eq!(take(&desk.open(), 1, 12), Taken::Used);
    let verified = |since| now(desk.open().verified(&bond(1), at(since))).unwrap();
    assert_eq!(verified(11), Some(at(11)));
    assert_eq!(verified(12), None);
}

#[test]
fn tries_run_out_and_time_runs_out() {
    let desk = Desk::new();
    let store = desk.open();
    issue(&store, 1, 9, 0);
    let left = |taken| match taken {
        Taken::Try { left, .. } => left,
        other => panic!("{other:?}"),
    };
    assert_eq!([left(take(&store, 1, 1)), left(take(&store, 1, 2)), left(take(&store, 1, 3))], [2, 1, 0]);
    assert_eq!(take(&store, 1, 4), Taken::NoTriesLeft);
    assert_eq!(take(&store, 2, 4), Taken::NoneSent);
    issue(&store, 2, 9, 0);
    assert!(matches!(take(&store, 2, 299), Taken::Try { .. }));
    assert_eq!(take(&store, 2, 300), Taken::Expired);
}

#[test]
fn a_new_code_ends_the_old_one() {
    let desk = Desk::new();
    let store = desk.open();
    let first = issue(&store, 1, 8, 0);
    let second = issue(&store, 1, 9, 30);
    assert_eq!(take(&store, 1, 31), Taken::Try { id: id(&second), seal: seal(9), left: 2 });
    assert!(!now(store.consume(id(&first), at(32))).unwrap(), "the old one cannot be used");
}

#[test]
fn another_number_or_operator_gets_nothing() {
    let desk = Desk::new();
    let store = desk.open();
    let issued = issue(&store, 1, 9, 0);
    let moved = Bond { number: Mark::from_bytes([2; 32]), ..bond(1) };
    assert_eq!(now(store.take_try(&moved, at(1))).unwrap(), Taken::NumberChanged);
    let other = Bond { operator: "bo", ..bond(1) };
    assert_eq!(now(store.take_try(&other, at(1))).unwrap(), Taken::NoneSent);
    assert!(now(store.consume(id(&issued), at(2))).unwrap());
    assert_eq!(now(store.verified(&moved, at(0))).unwrap(), None);
    assert_eq!(now(store.verified(&other, at(0))).unwrap(), None);
}

#[test]
fn sends_are_limited_and_what_never_left_does_not_count() {
    let desk = Desk::new();
    let store = desk.open();
    for n in 0..5 {
        assert!(matches!(issue(&store, 1, 9, n * 60), Issued::Code { .. }));
    }
    assert_eq!(issue(&store, 1, 9, 250), Issued::TooSoon { again: at(270) });
    assert_eq!(issue(&store, 1, 9, 300), Issued::TooMany { again: at(3600) });
    assert!(matches!(issue(&store, 1, 9, 3601), Issued::Code { .. }));

    let failed = issue(&store, 2, 9, 0);
    now(store.withdraw(id(&failed))).unwrap();
    assert_eq!(take(&store, 2, 1), Taken::NoneSent);
    assert!(matches!(issue(&store, 2, 9, 1), Issued::Code { .. }));
}

#[test]
fn a_code_that_never_left_gives_the_one_before_back() {
    let desk = Desk::new();
    let store = desk.open();
    let first = issue(&store, 1, 7, 0);
    let second = issue(&store, 1, 8, 30);
    let failed = issue(&store, 1, 9, 60);
    now(store.withdraw(id(&failed))).unwrap();
    assert_eq!(take(&store, 1, 61), Taken::Try { id: id(&second), seal: seal(8), left: 2 });
    assert!(!now(store.consume(id(&first), at(62))).unwrap(), "the one before that stays ended");

    assert!(now(store.consume(id(&second), at(62))).unwrap());
    let failed = issue(&store, 1, 9, 90);
    now(store.withdraw(id(&failed))).unwrap();
    assert_eq!(take(&store, 1, 91), Taken::Used, "a used code stays used");
}

#[test]
fn a_code_is_used_once_however_many_try() {
    let desk = Desk::new();
    let id = id(&issue(&desk.open(), 1, 9, 0));
    let barrier = Barrier::new(8);
    let used: usize = std::thread::scope(|scope| {
        let all: Vec<_> = (0..8)
            .map(|_| {
                scope.spawn(|| {
                    let store = desk.open();
                    barrier.wait();
                    let tried = matches!(take(&store, 1, 1), Taken::Try { .. });
                    usize::from(tried) + 100 * usize::from(now(store.consume(id, at(1))).unwrap())
                })
            })
            .collect();
        all.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    assert_eq!(used / 100, 1, "used once");
    assert!(used % 100 <= 3, "never more tries than allowed");
}

fn record(step: Step) -> Record {
    Record {
        at: at(0),
        who: Who { directory: "anna".into(), system: "a".into(), machine: "m".into() },
        act: Act {
            action: Action::Unlock,
            account_id: "id".into(),
            account: "jesrab01".into(),
            number: None,
            number_mark: None,
            identified_by: Some("visade \"legitimation\"".into()),
            delivery: None,
            reason: None,
        },
        step,
        intent: None,
        reason: None,
        server: None,
        ticket: Some("ÄR-1".into()),
    }
}

/// The number and the hash at the end, if the chain holds.
fn walked(store: &SqliteStore) -> (i64, Link) {
    let mut walk = Walk::new(Link::before_all(&now(store.store_id()).unwrap()), Vec::new());
    for stored in now(store.after(0, 9999)).unwrap() {
        assert_eq!(walk.step(&stored), Ok(()), "{stored:?}");
    }
    walk.place()
}

#[test]
fn records_from_before_the_chain_are_chained_under_their_numbers() {
    let desk = Desk::new();
    std::fs::create_dir_all(desk.path().parent().unwrap()).unwrap();
    let old = rusqlite::Connection::open(desk.path()).unwrap();
    old.execute_batch(super::schema::VERSIONS[0].text).unwrap();
    old.pragma_update(None, "user_version", 1).unwrap();
    let intent = serde_json::to_string(&record(Step::Intent)).unwrap();
    let done = serde_json::to_string(&Record { intent: Some(1), ..record(Step::Done) }).unwrap();
    for text in [&intent, &done, &intent] {
        old.execute("INSERT INTO audit (record) VALUES (?1)", [text]).unwrap();
    }
    drop(old);
    let store = desk.open();
    assert_eq!(now(store.unanswered(None)).unwrap(), [(3, record(Step::Intent))]);
    let (number, link) = walked(&store);
    assert_eq!(number, 3);
    assert!(now(store.head()).unwrap().unwrap().holds(&link));
    assert_eq!(now(store.append(&record(Step::Refused))).unwrap(), 4);
    assert_eq!(walked(&desk.open()).0, 4);
    assert!(store.apart().take_trouble().is_none());
}

#[test]
fn a_head_that_cannot_be_written_stops_nothing() {
    let desk = Desk::new();
    let store = desk.open();
    std::fs::create_dir(desk.path().with_extension("head")).unwrap();
    assert_eq!(now(store.append(&record(Step::Done))).unwrap(), 1);
    assert!(matches!(store.apart().take_trouble(), Some((_, HeadTrouble::Io(_)))));
    assert!(store.apart().take_trouble().is_none(), "it is told once");
    std::fs::remove_dir(desk.path().with_extension("head")).unwrap();
    now(store.append(&record(Step::Done))).unwrap();
    assert!(store.apart().take_trouble().is_none());
    assert_eq!(now(store.head()).unwrap().unwrap().number, 2);
}

#[cfg(unix)]
#[test]
fn nobody_else_can_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let store = desk.open();
    issue(&store, 1, 9, 0);
    let folder = desk.path().parent().unwrap().to_owned();
    assert_eq!(std::fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
    let mut names = vec![];
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o077, 0, "{:?}", entry.file_name());
        names.push(entry.file_name().into_string().unwrap());
    }
    assert!(names.contains(&"state.db".into()) && names.contains(&"state.key".into()), "{names:?}");
}

#[test]
fn what_is_no_store_is_refused() {
    let open = |write: &dyn Fn(&std::path::Path)| {
        let desk = Desk::new();
        std::fs::create_dir_all(desk.path().parent().unwrap()).unwrap();
        write(&desk.path());
        SqliteStore::open(&desk.path(), &Counting).map(drop).map_err(|error| error.to_string()).unwrap_err()
    };
    assert!(
        open(&|path| std::fs::write(path, "not a database, but long enough to be looked at".repeat(30)).unwrap())
            .contains("not a database")
    );
    assert!(
        open(&|path| {
            let connection = rusqlite::Connection::open(path).unwrap();
            connection.pragma_update(None, "user_version", 99).unwrap();
        })
        .contains("newer servicedesk")
    );
    assert!(open(&|path| std::fs::write(path.with_extension("key"), "short").unwrap()).contains("32 bytes"));
    assert!(!open(&|path| std::fs::create_dir(path).unwrap()).is_empty());
}
