//! A store that cannot be written or understood: nothing is done then, and it is left as it was.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

use rusqlite::Connection;

use crate::support::desk::Desk;

/// A fault, how to make it, and the command that starts the program.
struct Trouble {
    what: &'static str,
    make: fn(&Path),
    starter: fn(&Path) -> Vec<String>,
}

const NEWER: &str = "a newer program wrote it";

const TROUBLES: [Trouble; 6] = [
    Trouble { what: "the file is read-only", make: |store| allow(store, 0o400), starter: without_privileges },
    Trouble {
        what: "the folder is read-only",
        make: |store| allow(store.parent().unwrap(), 0o500),
        starter: without_privileges,
    },
    Trouble { what: "its beginning is garbage", make: |store| garbage(store, 0..100), starter: as_ever },
    Trouble { what: "all but its beginning is garbage", make: |store| garbage(store, 4096..40_960), starter: as_ever },
    Trouble { what: NEWER, make: newer, starter: as_ever },
    Trouble { what: "no file can grow", make: |_| (), starter: |_| words(&["sh", "-c", NO_ROOM]) },
];

/// As on a full disk; the system also sends a signal, SIGXFSZ.
const NO_ROOM: &str = "ulimit -f 0; exec \"$0\" \"$@\"";

fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

fn garbage(store: &Path, place: std::ops::Range<usize>) {
    let mut bytes = fs::read(store).unwrap();
    bytes[place].fill(0xa5);
    fs::write(store, bytes).unwrap();
}

fn newer(store: &Path) {
    Connection::open(store).unwrap().pragma_update(None, "user_version", 99).unwrap();
}

fn as_ever(_: &Path) -> Vec<String> {
    Vec::new()
}

/// To the system's administrator nothing is read-only.
fn without_privileges(store: &Path) -> Vec<String> {
    match fs::metadata(store).unwrap().uid() {
        0 => words(&["setpriv", "--bounding-set=-all", "--inh-caps=-all"]),
        _ => Vec::new(),
    }
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(ToString::to_string).collect()
}

#[test]
fn unusable_store_stops_changes_and_stays_unchanged() {
    for trouble in &TROUBLES {
        let desk = Desk::new();
        let code = desk.code();
        let store = desk.home().0.path().join("state/state.db");
        (trouble.make)(&store);
        let (starter, before) = ((trouble.starter)(&store), fs::read(&store).unwrap());
        let person = desk.person("evaand01");
        for (options, said, advice) in [
            ("", "Inget är ändrat.", ["se till att filen går att skriva", "Installera den nyare", "återställa filen"]),
            ("--lang en", "Nothing has changed.", ["make the file writable", "Install the newer", "restore the file"]),
        ] {
            for arguments in [
                format!("unlock evaand01 --code {code}"),
                format!("reset evaand01 --generate --code {code}"),
                "send-code evaand01".to_owned(),
                format!("send-code evaand01 --verify {code}"),
                "unlock evaand01 boberg01 --reason Helg --yes".to_owned(),
            ] {
                let run = desk.run_under(&starter, &format!("{arguments} {options}"));
                let advised = run.err.contains(
                    advice[match trouble.what {
                        NEWER => 1,
                        what if what.contains("garbage") => 2,
                        _ => 0,
                    }],
                );
                let told = run.err.contains(said) && advised && run.out.is_empty();
                assert!(run.exit == Some(6) && told, "{}, {arguments}: {run:?}", trouble.what);
            }
        }
        assert_eq!(desk.person("evaand01"), person, "{}", trouble.what);
        assert_eq!(fs::read_dir(desk.home().0.path().join("outbox")).unwrap().count(), 1, "{}", trouble.what);
        assert!(fs::read(&store).unwrap() == before, "{}", trouble.what);
        // So that the folder can be removed.
        allow(store.parent().unwrap(), 0o700);
    }
}

/// The file mode decides, also for root.
#[test]
fn store_readable_by_others_is_refused() {
    let desk = Desk::new();
    desk.code();
    let folder = desk.home().0.path().join("state");
    let cases = [
        ("state.key", 0o640, 0o600, "chmod 600"),
        ("state.key", 0o606, 0o600, "chmod 600"),
        ("state.db", 0o604, 0o600, "chmod 600"),
        ("state.db", 0o620, 0o600, "chmod 600"),
        ("", 0o770, 0o700, "chmod go-w"),
        ("", 0o707, 0o700, "chmod go-w"),
    ];
    for (name, open, closed, advice) in cases {
        let path = folder.join(name);
        allow(&path, open);
        for arguments in ["unlock evaand01 --code 123456", "lookup evaand01", "audit verify --lang en"] {
            let run = desk.run(&format!("{arguments} -o json"));
            let error = &serde_json::from_str::<serde_json::Value>(&run.out).unwrap()["error"];
            assert!(run.exit == Some(2) && error["kind"] == "store_exposed", "{name} {open:o}: {run:?}");
            assert!(error["hint"].as_str().unwrap().contains(advice), "{error}");
        }
        allow(&path, closed);
    }
    assert_eq!(desk.run("lookup evaand01").exit, Some(0));
}

#[test]
fn missing_or_wrong_key_is_refused() {
    let desk = Desk::new();
    let code = desk.code();
    let key = desk.home().0.path().join("state/state.key");
    let right = fs::read(&key).unwrap();
    let cases = [(None, "no_desk_key"), (Some(vec![]), "unusable_desk_key"), (Some(vec![1; 32]), "other_desk_key")];
    for (content, kind) in cases {
        match &content {
            None => fs::remove_file(&key).unwrap(),
            Some(bytes) => {
                fs::write(&key, bytes).unwrap();
                allow(&key, 0o600);
            }
        }
        for arguments in [&format!("unlock evaand01 --code {code}"), "audit show", "doctor"] {
            let run = desk.run(&format!("{arguments} -o json"));
            assert!(run.exit == Some(if arguments == "doctor" { 1 } else { 2 }), "{kind}: {run:?}");
            assert!(arguments == "doctor" || run.out.contains(kind), "{kind}: {run:?}");
            assert!(run.out.contains("säkerhetskopian"), "{kind}: {run:?}");
        }
        assert_eq!(fs::read(&key).ok(), content, "{kind}: it is left as it was");
    }
    fs::write(&key, right).unwrap();
    assert_eq!(desk.run(&format!("unlock evaand01 --code {code}")).exit, Some(0));
}

/// At once: nothing is tried again and again.
#[test]
fn link_instead_of_file_is_refused() {
    for name in ["state.db", "state.key"] {
        let desk = Desk::new();
        let folder = desk.home().0.path().join("state");
        fs::create_dir(&folder).unwrap();
        let elsewhere = desk.home().0.path().join("elsewhere");
        std::os::unix::fs::symlink(&elsewhere, folder.join(name)).unwrap();
        let run = desk.start("send-code evaand01", "").ended();
        assert!(run.exit == Some(2) && run.err.contains("är en länk"), "{name}: {run:?}");
        let names = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.filter(|name| name.contains("key-") || name.contains("new")).collect();
        names.sort();
        assert!(names.is_empty() && !elsewhere.exists(), "{name}: {names:?}");
    }
}

#[test]
fn missing_head_is_reported_until_restored() {
    let desk = Desk::new();
    desk.code();
    let head = desk.home().0.path().join("state/state.head");
    fs::remove_file(&head).unwrap();
    for _ in 0..2 {
        let run = desk.run("lookup evaand01");
        assert!(run.exit == Some(0) && run.err.contains("är borta eller tom"), "{run:?}");
        assert!(!head.exists());
    }
    let verified = desk.run("audit verify");
    assert!(verified.exit == Some(5) && verified.out.contains("spara raden"), "{verified:?}");
    assert!(desk.run("doctor").out.contains(".head) är borta"));
    // Follows the printed advice.
    let line = verified.out.split_whitespace().find(|word| word.contains(':') && word.len() > 32).unwrap();
    fs::write(&head, line).unwrap();
    assert_eq!(desk.run("audit verify").exit, Some(0), "{line}");
    assert!(!desk.run("lookup evaand01").err.contains("state.head"));
}
