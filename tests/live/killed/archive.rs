//! The program killed while it archives the beginning of the trail and removes it: no record is ever in neither place.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Mutex;
use std::thread;

use super::AT_ONCE;
use super::strace::{self, Point};
use crate::support::desk::Desk;

fn archive(desk: &Desk) -> String {
    format!("audit archive {} --before 0m --remove", file(desk).display())
}

fn file(desk: &Desk) -> std::path::PathBuf {
    desk.home().0.path().join("archive.jsonl")
}

/// The texts of the records in the store and in the archive.
fn kept(desk: &Desk) -> BTreeSet<String> {
    let store = rusqlite::Connection::open(desk.home().0.path().join("state/state.db")).unwrap();
    let mut all = store.prepare("SELECT record FROM audit").unwrap();
    let stored = all.query_map([], |row| row.get::<_, String>(0)).unwrap().map(Result::unwrap);
    let archived = fs::read_to_string(file(desk)).unwrap_or_default();
    let text = |line: &str| Some(format!("{{{}", line.split_once(",\"hash\":\"")?.1.split_once("\",")?.1));
    stored.chain(archived.lines().filter_map(text)).collect()
}

#[test]
fn kill_during_archive_loses_no_record() {
    let desk = Desk::new();
    for arguments in ["send-code evaand01", "unlock evaand01", "lookup evaand01"] {
        desk.run(arguments);
    }
    let before = kept(&desk);
    assert!(before.len() > 5, "{before:?}");
    let twin = desk.twin();
    let points = strace::points(&twin, &archive(&twin), strace::KILLING);
    assert!(before.is_subset(&kept(&twin)) && points.len() > 20, "{} points", points.len());
    let (queue, hit) = (Mutex::new(points.iter()), Mutex::new(0));
    let next = || queue.lock().unwrap().next();
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some(point) = next() {
                    *hit.lock().unwrap() += usize::from(is_killed_at(point, desk.twin(), &before));
                }
            });
        }
    });
    let hit = hit.into_inner().unwrap();
    assert!(hit * 10 > points.len() * 9, "{hit} of {}", points.len());
}

fn is_killed_at(point: &Point, desk: Desk, before: &BTreeSet<String>) -> bool {
    let (arguments, verify) = (archive(&desk), format!("audit verify {}", file(&desk).display()));
    let run = desk.run_under(&point.killing(), &arguments);
    assert!(before.is_subset(&kept(&desk)), "{point}: {run:?}");
    let trail = desk.run("audit verify");
    assert_eq!(trail.exit, Some(0), "{point}: {trail:?}");
    // It goes on where it ended.
    let again = desk.run(&arguments);
    assert_eq!(again.exit, Some(0), "{point}: {again:?}");
    assert!(before.is_subset(&kept(&desk)), "{point}: {again:?}");
    for arguments in ["audit verify", &verify] {
        let proof = desk.run(arguments);
        assert_eq!(proof.exit, Some(0), "{point}: {proof:?}");
    }
    run.exit.is_none()
}
