//! What only a store in a file has: its folder, the key and the head beside it, and files of earlier versions.

use std::path::Path;

use futures_util::FutureExt;
use servicedesk::adapters::store::{HeadTrouble, Store};
use servicedesk::domain::audit::{AuditRecord, Step};
use servicedesk::ports::{Exposure, OpenError, ReadRecords, Records, StoreRefusal};

use crate::File;
use crate::store::{Sevens, record, walked};

/// The tables of the first version, which had no chain.
const FIRST_VERSION: &str = "
    CREATE TABLE code (
        id INTEGER PRIMARY KEY AUTOINCREMENT, operator TEXT NOT NULL, account BLOB NOT NULL, number BLOB NOT NULL,
        seal BLOB NOT NULL, issued_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, tries_left INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('live', 'used', 'replaced', 'withdrawn')), used_at INTEGER
    ) STRICT;
    CREATE INDEX code_by_account ON code (account, issued_at);
    CREATE TABLE audit (id INTEGER PRIMARY KEY AUTOINCREMENT, record TEXT NOT NULL) STRICT;
    PRAGMA user_version = 1";

impl File {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn open(&self) -> Store {
        self.try_open().unwrap()
    }

    fn try_open(&self) -> Result<Store, OpenError> {
        Store::file(&self.path(), &Sevens)
    }

    fn beside(&self, ending: &str) -> std::path::PathBuf {
        self.path().with_extension(ending)
    }

    fn refusal(&self) -> StoreRefusal {
        match self.try_open().err() {
            Some(OpenError::Refused { why, .. }) => why,
            other => panic!("{other:?}"),
        }
    }

    /// Makes the folder, with a file in it that is its owner's alone.
    fn with_file(&self, path: &Path, content: impl AsRef<[u8]>) {
        std::fs::create_dir_all(self.path().parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
        #[cfg(unix)]
        std::fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
    }
}

/// SQLite answers at once, so each call is done when it is first polled.
fn wait<T>(call: impl Future<Output = T>) -> T {
    call.now_or_never().expect("SQLite does not wait")
}

#[test]
fn records_from_before_the_chain_are_chained_under_their_numbers() {
    let desk = File::new();
    desk.with_file(&desk.path(), "");
    desk.with_file(&desk.beside("key"), [7; 32]);
    let old = rusqlite::Connection::open(desk.path()).unwrap();
    old.execute_batch(FIRST_VERSION).unwrap();
    let intent = serde_json::to_string(&record(Step::Intent)).unwrap();
    let done = serde_json::to_string(&AuditRecord { intent: Some(1), ..record(Step::Done) }).unwrap();
    for text in [&intent, &done, &intent] {
        old.execute("INSERT INTO audit (record) VALUES (?1)", [text]).unwrap();
    }
    drop(old);
    let store = desk.open();
    assert_eq!(wait(store.unanswered(None)).unwrap(), [(3, record(Step::Intent))]);
    let (number, link) = wait(walked(&store));
    assert_eq!(number, 3);
    assert!(wait(store.head()).unwrap().unwrap().holds(&link));
    assert_eq!(wait(store.append(&record(Step::Refused))).unwrap(), 4);
    assert_eq!(wait(walked(&desk.open())).0, 4);
    assert!(store.take_head_trouble().is_none());
}

#[test]
fn unwritable_head_stops_nothing() {
    let desk = File::new();
    let store = desk.open();
    let head = std::fs::read(desk.beside("head")).unwrap();
    std::fs::remove_file(desk.beside("head")).unwrap();
    std::fs::create_dir(desk.beside("head")).unwrap();
    assert_eq!(wait(store.append(&record(Step::Done))).unwrap(), 1);
    assert!(matches!(store.take_head_trouble(), Some((_, HeadTrouble::Io(_)))));
    assert!(store.take_head_trouble().is_none(), "it is told once");
    std::fs::remove_dir(desk.beside("head")).unwrap();
    std::fs::write(desk.beside("head"), head).unwrap();
    wait(store.append(&record(Step::Done))).unwrap();
    assert!(store.take_head_trouble().is_none());
    assert_eq!(wait(store.head()).unwrap().unwrap().number, 2);
}

#[cfg(unix)]
#[test]
fn nobody_else_can_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let desk = File::new();
    let store = desk.open();
    wait(store.append(&record(Step::Done))).unwrap();
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
fn abandoned_new_key_is_reused() {
    let desk = File::new();
    desk.with_file(&desk.beside("key.new"), "half");
    assert_eq!(wait(desk.open().append(&record(Step::Done))).unwrap(), 1);
    assert!(!desk.beside("key.new").exists());
    assert_eq!(std::fs::read(desk.beside("key")).unwrap(), [7; 32]);
    // Not by whoever may have put one there.
    let desk = File::new();
    desk.with_file(&desk.beside("key.new"), "half");
    #[cfg(unix)]
    {
        let open_to_others = std::os::unix::fs::PermissionsExt::from_mode(0o666);
        std::fs::set_permissions(desk.beside("key.new"), open_to_others).unwrap();
        assert!(desk.try_open().is_err());
    }
}

#[test]
fn key_is_the_one_that_the_store_knows() {
    let desk = File::new();
    let path = desk.beside("key");
    drop(desk.open());
    // Nothing is kept yet that a key is for.
    desk.with_file(&path, [1; 32]);
    drop(desk.open());
    std::fs::remove_file(&path).unwrap();
    wait(desk.open().append(&record(Step::Done))).unwrap();

    desk.with_file(&path, [1; 32]);
    assert_eq!(desk.refusal(), StoreRefusal::OtherKey { path: path.clone() });
    for content in [&[][..], &[7; 31], &[7; 33]] {
        desk.with_file(&path, content);
        assert!(matches!(desk.refusal(), StoreRefusal::UnusableKey { .. }), "{content:?}");
    }
    std::fs::remove_file(&path).unwrap();
    assert_eq!(desk.refusal(), StoreRefusal::NoKey { path: path.clone() });
    assert!(!path.exists() && !desk.beside("key.new").exists());
    desk.with_file(&path, [7; 32]);
    wait(desk.open().append(&record(Step::Done))).unwrap();
}

#[test]
fn store_from_before_keys_were_known_takes_the_one_that_is_there() {
    let desk = File::new();
    wait(desk.open().append(&record(Step::Done))).unwrap();
    let old = rusqlite::Connection::open(desk.path()).unwrap();
    old.execute_batch("ALTER TABLE store DROP COLUMN key_check; PRAGMA user_version = 3").unwrap();
    std::fs::remove_file(desk.beside("key")).unwrap();
    assert!(matches!(desk.refusal(), StoreRefusal::NoKey { .. }));
    desk.with_file(&desk.beside("key"), [1; 32]);
    wait(desk.open().append(&record(Step::Done))).unwrap();
    desk.with_file(&desk.beside("key"), [7; 32]);
    assert!(matches!(desk.refusal(), StoreRefusal::OtherKey { .. }));
}

#[test]
fn head_that_is_gone_or_holds_something_else_is_told_and_stays() {
    type Case = (fn(&Path), fn(&HeadTrouble) -> bool);
    let cases: [Case; 5] = [
        (|path| std::fs::remove_file(path).unwrap(), |trouble| matches!(trouble, HeadTrouble::Gone)),
        (|path| std::fs::write(path, "").unwrap(), |trouble| matches!(trouble, HeadTrouble::Gone)),
        (|path| std::fs::write(path, [0; 35]).unwrap(), |trouble| matches!(trouble, HeadTrouble::Gone)),
        (|path| std::fs::write(path, "1. Buy milk\n").unwrap(), |trouble| matches!(trouble, HeadTrouble::Foreign)),
        (|path| std::fs::write(path, b"\xff\xfe").unwrap(), |trouble| matches!(trouble, HeadTrouble::Foreign)),
    ];
    for (n, (spoil, is_told)) in cases.into_iter().enumerate() {
        let desk = File::new();
        let head = desk.beside("head");
        wait(desk.open().append(&record(Step::Done))).unwrap();
        spoil(&head);
        let before = std::fs::read(&head).ok();
        for _ in 0..2 {
            let store = desk.open();
            wait(store.append(&record(Step::Done))).unwrap();
            let (_, trouble) = store.take_head_trouble().unwrap();
            assert!(is_told(&trouble), "{n}: {trouble:?}");
            assert_eq!(wait(store.head()).unwrap(), None);
        }
        assert_eq!(std::fs::read(&head).ok(), before, "{n}");
    }
}

#[test]
fn head_is_there_before_the_first_record() {
    let desk = File::new();
    let store = desk.open();
    assert!(std::fs::read_to_string(desk.beside("head")).unwrap().starts_with("0:"));
    assert_eq!(wait(store.head()).unwrap(), None);
    wait(store.append(&record(Step::Done))).unwrap();
    assert_eq!(wait(store.head()).unwrap().unwrap().number, 1);
}

#[cfg(unix)]
#[test]
fn no_link_is_followed_or_made_through() {
    for (ending, is_refused) in [("db", true), ("key", true), ("db-wal", true), ("head", false)] {
        for leads_somewhere in [false, true] {
            let desk = File::new();
            let elsewhere = desk.folder.path().join("elsewhere");
            wait(desk.open().append(&record(Step::Done))).unwrap();
            let before = std::fs::read(desk.beside(ending)).unwrap_or_default();
            let _ = std::fs::remove_file(desk.beside(ending));
            if leads_somewhere {
                desk.with_file(&elsewhere, &before);
            }
            std::os::unix::fs::symlink(&elsewhere, desk.beside(ending)).unwrap();
            if is_refused {
                assert!(matches!(desk.refusal(), StoreRefusal::Exposed { why: Exposure::Link, .. }), "{ending}");
            } else {
                let store = desk.open();
                wait(store.append(&record(Step::Done))).unwrap();
                assert!(matches!(store.take_head_trouble(), Some((_, HeadTrouble::Foreign))), "{ending}");
            }
            assert_eq!(std::fs::read(&elsewhere).ok(), leads_somewhere.then_some(before), "{ending}");
        }
    }
}

#[cfg(unix)]
#[test]
fn folder_that_is_a_link_is_followed() {
    let desk = File::new();
    std::fs::create_dir(desk.folder.path().join("disk")).unwrap();
    std::os::unix::fs::symlink("disk", desk.folder.path().join("desk")).unwrap();
    assert_eq!(wait(desk.open().append(&record(Step::Done))).unwrap(), 1);
}

#[test]
fn other_files_are_no_store() {
    let open = |write: &dyn Fn(&std::path::Path)| {
        let desk = File::new();
        std::fs::create_dir_all(desk.path().parent().unwrap()).unwrap();
        write(&desk.path());
        #[cfg(unix)]
        for entry in std::fs::read_dir(desk.path().parent().unwrap()).unwrap().map(Result::unwrap) {
            let private = std::os::unix::fs::PermissionsExt::from_mode(0o700);
            std::fs::set_permissions(entry.path(), private).unwrap();
        }
        desk.try_open().map(drop).map_err(|error| error.to_string()).unwrap_err()
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
