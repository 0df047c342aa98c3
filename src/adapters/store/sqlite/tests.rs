//! The store as several processes use it: each test opens the same file more than once.

use std::path::PathBuf;

use jiff::Timestamp;

use super::super::HeadTrouble;
use super::SqliteStore;
use crate::domain::audit::{Act, Action, Link, Record, Step, Walk, Who};
use crate::ports::{NoRandomness, Random, ReadRecords, Records};

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

fn record(step: Step) -> Record {
    Record {
        at: at(0),
        who: Who { directory: "anna".into(), sid: None, system: "a".into(), machine: "m".into() },
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
fn what_is_unanswered_is_found_without_reading_the_trail() {
    let desk = Desk::new();
    drop(desk.open());
    let connection = rusqlite::Connection::open(desk.path()).unwrap();
    let mut plan = connection.prepare(&format!("EXPLAIN QUERY PLAN {}", super::records::UNANSWERED)).unwrap();
    let steps = plan.query_map([None::<String>], |row| row.get::<_, String>("detail")).unwrap();
    let steps: Vec<String> = steps.collect::<Result<_, _>>().unwrap();
    assert!(!steps.iter().any(|step| step.starts_with("SCAN audit")), "{steps:?}");
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
    now(store.append(&record(Step::Done))).unwrap();
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

/// By a process that had our number, as in a container.
#[test]
fn a_key_that_was_never_put_in_place_is_in_nobodys_way() {
    let desk = Desk::new();
    std::fs::create_dir_all(desk.path().parent().unwrap()).unwrap();
    std::fs::write(desk.path().with_extension(format!("key-{}", std::process::id())), "half").unwrap();
    assert_eq!(now(desk.open().append(&record(Step::Done))).unwrap(), 1);
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
