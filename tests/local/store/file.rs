//! What only an SQLite store has: its files and their modes, the key and the head beside it, and earlier schemas.

use std::path::Path;

use futures_util::FutureExt;
use servicedesk::adapters::store::{HeadTrouble, Store};
use servicedesk::domain::audit::{AuditRecord, Step};
use servicedesk::ports::{Exposure, OpenError, ReadRecords, Records, StoreRefusal};

use super::File;
use crate::support::store::{TestStore, record, walked};

/// The tables of version 1, which had no chain.
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
    fn reopen(&self) -> Store {
        wait(self.open())
    }

    fn beside(&self, ending: &str) -> std::path::PathBuf {
        self.path().with_extension(ending)
    }

    fn refusal(&self) -> StoreRefusal {
        match wait(self.try_open()).err() {
            Some(OpenError::Refused { why, .. }) => why,
            other => panic!("{other:?}"),
        }
    }

    /// Writes a file that only its owner can read.
    fn put(&self, path: &Path, content: impl AsRef<[u8]>) {
        std::fs::create_dir_all(self.path().parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
        #[cfg(unix)]
        std::fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
    }
}

/// Polls once: SQLite calls never wait.
fn wait<T>(call: impl Future<Output = T>) -> T {
    call.now_or_never().expect("the call waits")
}

#[test]
fn upgrade_from_version_1_chains_records_under_their_numbers() {
    let file = File::empty();
    file.put(&file.path(), "");
    file.put(&file.beside("key"), [7; 32]);
    let old = rusqlite::Connection::open(file.path()).unwrap();
    old.execute_batch(FIRST_VERSION).unwrap();
    let intent = serde_json::to_string(&record(Step::Intent)).unwrap();
    let done = serde_json::to_string(&AuditRecord { intent: Some(1), ..record(Step::Done) }).unwrap();
    for text in [&intent, &done, &intent] {
        old.execute("INSERT INTO audit (record) VALUES (?1)", [text]).unwrap();
    }
    drop(old);
    let store = file.reopen();
    assert_eq!(wait(store.unanswered(None)).unwrap(), [(3, record(Step::Intent))]);
    let (number, link) = wait(walked(&store));
    assert_eq!(number, 3);
    assert!(wait(store.head()).unwrap().unwrap().matches(&link));
    assert_eq!(wait(store.append(&record(Step::Refused))).unwrap(), 4);
    assert_eq!(wait(walked(&file.reopen())).0, 4);
    assert!(store.take_head_trouble().is_none());
}

#[test]
fn records_are_written_while_head_is_unwritable() {
    let file = File::empty();
    let store = file.reopen();
    let head = std::fs::read(file.beside("head")).unwrap();
    std::fs::remove_file(file.beside("head")).unwrap();
    std::fs::create_dir(file.beside("head")).unwrap();
    assert_eq!(wait(store.append(&record(Step::Done))).unwrap(), 1);
    assert!(matches!(store.take_head_trouble(), Some((_, HeadTrouble::Io(_)))));
    assert!(store.take_head_trouble().is_none(), "it is reported once");
    std::fs::remove_dir(file.beside("head")).unwrap();
    std::fs::write(file.beside("head"), head).unwrap();
    wait(store.append(&record(Step::Done))).unwrap();
    assert!(store.take_head_trouble().is_none());
    assert_eq!(wait(store.head()).unwrap().unwrap().number, 2);
}

#[cfg(unix)]
#[test]
fn files_are_private_to_their_owner() {
    use std::os::unix::fs::PermissionsExt;
    let file = File::empty();
    let store = file.reopen();
    wait(store.append(&record(Step::Done))).unwrap();
    let folder = file.path().parent().unwrap().to_owned();
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
fn open_replaces_half_written_key() {
    let file = File::empty();
    file.put(&file.beside("key.new"), "half");
    assert_eq!(wait(file.reopen().append(&record(Step::Done))).unwrap(), 1);
    assert!(!file.beside("key.new").exists());
    assert_eq!(std::fs::read(file.beside("key")).unwrap(), [7; 32]);
    // Others can write this one.
    let file = File::empty();
    file.put(&file.beside("key.new"), "half");
    #[cfg(unix)]
    {
        let open_to_others = std::os::unix::fs::PermissionsExt::from_mode(0o666);
        std::fs::set_permissions(file.beside("key.new"), open_to_others).unwrap();
        assert!(wait(file.try_open()).is_err());
    }
}

#[test]
fn store_with_records_refuses_any_other_key() {
    let file = File::empty();
    let path = file.beside("key");
    drop(file.reopen());
    // An unused store takes any key.
    file.put(&path, [1; 32]);
    drop(file.reopen());
    std::fs::remove_file(&path).unwrap();
    wait(file.reopen().append(&record(Step::Done))).unwrap();

    file.put(&path, [1; 32]);
    assert_eq!(file.refusal(), StoreRefusal::OtherKey { path: path.clone() });
    for content in [&[][..], &[7; 31], &[7; 33]] {
        file.put(&path, content);
        assert!(matches!(file.refusal(), StoreRefusal::UnusableKey { .. }), "{content:?}");
    }
    std::fs::remove_file(&path).unwrap();
    assert_eq!(file.refusal(), StoreRefusal::NoKey { path: path.clone() });
    assert!(!path.exists() && !file.beside("key.new").exists());
    file.put(&path, [7; 32]);
    wait(file.reopen().append(&record(Step::Done))).unwrap();
}

#[test]
fn upgrade_from_version_3_adopts_key_beside_store() {
    let file = File::empty();
    wait(file.reopen().append(&record(Step::Done))).unwrap();
    let old = rusqlite::Connection::open(file.path()).unwrap();
    old.execute_batch(
        "DROP TABLE audit_index; DROP TABLE audit_segment; DROP TRIGGER audit_loses_nothing; DROP TABLE audit_base;
         CREATE TRIGGER audit_loses_nothing BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, ''); END;
         ALTER TABLE store DROP COLUMN key_check; PRAGMA user_version = 3",
    )
    .unwrap();
    std::fs::remove_file(file.beside("key")).unwrap();
    assert!(matches!(file.refusal(), StoreRefusal::NoKey { .. }));
    file.put(&file.beside("key"), [1; 32]);
    wait(file.reopen().append(&record(Step::Done))).unwrap();
    file.put(&file.beside("key"), [7; 32]);
    assert!(matches!(file.refusal(), StoreRefusal::OtherKey { .. }));
}

#[test]
fn missing_or_foreign_head_is_reported_and_left_alone() {
    type Case = (fn(&Path), fn(&HeadTrouble) -> bool);
    let cases: [Case; 5] = [
        (|path| std::fs::remove_file(path).unwrap(), |trouble| matches!(trouble, HeadTrouble::Gone)),
        (|path| std::fs::write(path, "").unwrap(), |trouble| matches!(trouble, HeadTrouble::Gone)),
        (|path| std::fs::write(path, [0; 35]).unwrap(), |trouble| matches!(trouble, HeadTrouble::Gone)),
        (|path| std::fs::write(path, "1. Buy milk\n").unwrap(), |trouble| matches!(trouble, HeadTrouble::Foreign)),
        (|path| std::fs::write(path, b"\xff\xfe").unwrap(), |trouble| matches!(trouble, HeadTrouble::Foreign)),
    ];
    for (n, (spoil, is_reported)) in cases.into_iter().enumerate() {
        let file = File::empty();
        let head = file.beside("head");
        wait(file.reopen().append(&record(Step::Done))).unwrap();
        spoil(&head);
        let before = std::fs::read(&head).ok();
        for _ in 0..2 {
            let store = file.reopen();
            wait(store.append(&record(Step::Done))).unwrap();
            let (_, trouble) = store.take_head_trouble().unwrap();
            assert!(is_reported(&trouble), "{n}: {trouble:?}");
            assert_eq!(wait(store.head()).unwrap(), None);
        }
        assert_eq!(std::fs::read(&head).ok(), before, "{n}");
    }
}

#[test]
fn head_exists_before_first_record() {
    let file = File::empty();
    let store = file.reopen();
    assert!(std::fs::read_to_string(file.beside("head")).unwrap().starts_with("0:"));
    assert_eq!(wait(store.head()).unwrap(), None);
    wait(store.append(&record(Step::Done))).unwrap();
    assert_eq!(wait(store.head()).unwrap().unwrap().number, 1);
}

#[cfg(unix)]
#[test]
fn no_file_is_opened_through_link() {
    for (ending, is_refused) in [("db", true), ("key", true), ("db-wal", true), ("head", false)] {
        for leads_somewhere in [false, true] {
            let file = File::empty();
            let elsewhere = file.folder.path().join("elsewhere");
            wait(file.reopen().append(&record(Step::Done))).unwrap();
            let before = std::fs::read(file.beside(ending)).unwrap_or_default();
            let _ = std::fs::remove_file(file.beside(ending));
            if leads_somewhere {
                file.put(&elsewhere, &before);
            }
            std::os::unix::fs::symlink(&elsewhere, file.beside(ending)).unwrap();
            if is_refused {
                assert!(matches!(file.refusal(), StoreRefusal::Exposed { why: Exposure::Link, .. }), "{ending}");
            } else {
                let store = file.reopen();
                wait(store.append(&record(Step::Done))).unwrap();
                assert!(matches!(store.take_head_trouble(), Some((_, HeadTrouble::Foreign))), "{ending}");
            }
            assert_eq!(std::fs::read(&elsewhere).ok(), leads_somewhere.then_some(before), "{ending}");
        }
    }
}

#[cfg(unix)]
#[test]
fn folder_may_be_link() {
    let file = File::empty();
    std::fs::create_dir(file.folder.path().join("disk")).unwrap();
    std::os::unix::fs::symlink("disk", file.folder.path().join("desk")).unwrap();
    assert_eq!(wait(file.reopen().append(&record(Step::Done))).unwrap(), 1);
}

#[test]
fn open_refuses_file_that_is_not_store() {
    type Case = (fn(&File), &'static str);
    let cases: [Case; 3] = [
        (|file| file.put(&file.path(), "not a database, but long enough for a page".repeat(30)), "not a database"),
        (|file| file.put(&file.beside("key"), "short"), "32 bytes"),
        (|file| std::fs::create_dir_all(file.path()).unwrap(), ""),
    ];
    for (write, reason) in cases {
        let file = File::empty();
        write(&file);
        let error = wait(file.try_open()).map(drop).unwrap_err().to_string();
        assert!(error.contains(reason), "{error}");
    }
}
