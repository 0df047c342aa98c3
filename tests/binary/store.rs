//! A store that cannot be written or understood: nothing is done then, and it is left as it was.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

use rusqlite::Connection;

use super::desk::Desk;

/// What is wrong, how it comes about, and how the program is started then.
struct Trouble {
    what: &'static str,
    make: fn(&Path),
    starter: fn(&Path) -> Vec<String>,
}

const NEWER: &str = "a newer program wrote it";

const TROUBLES: [Trouble; 6] = [
    Trouble { what: "the file is read-only", make: |store| allow(store, 0o444), starter: without_privileges },
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

/// What is to be a signal is an error then, as on a full disk.
const NO_ROOM: &str = "trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\"";

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
fn nothing_is_done_and_it_is_left_as_it_was() {
    for trouble in &TROUBLES {
        let desk = Desk::new();
        let code = desk.code();
        let store = desk.home().0.path().join("state/state.db");
        (trouble.make)(&store);
        let (starter, before) = ((trouble.starter)(&store), fs::read(&store).unwrap());
        let person = desk.person("evaand01");
        for (options, said, advice) in [
            ("", "Inget är ändrat.", ["Kontrollera att filen går att skriva", "Installera den nyare"]),
            ("--lang en", "Nothing has changed.", ["Check that the file can be written", "Install the newer"]),
        ] {
            for arguments in [
                format!("unlock evaand01 --code {code}"),
                format!("reset evaand01 --generate --code {code}"),
                "send-code evaand01".to_owned(),
                format!("send-code evaand01 --verify {code}"),
                "unlock evaand01 boberg01 --reason Helg --yes".to_owned(),
            ] {
                let run = desk.run_under(&starter, &format!("{arguments} {options}"));
                let advised = run.err.contains(advice[usize::from(trouble.what == NEWER)]);
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
