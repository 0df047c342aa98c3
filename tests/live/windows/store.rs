//! The store, used by several at a time; and where Windows has no log for the trail.

use std::fs;

use super::program::home;
use crate::support::desk::Desk;

#[test]
fn parallel_processes_share_store() {
    let desk = Desk::at(home());
    desk.run("lookup evaand01");
    let mut running: Vec<_> = (0..4).map(|_| desk.start("lookup evaand01", "")).collect();
    for run in running.iter_mut().map(|running| running.ended()) {
        assert!(run.exit == Some(0) && run.err.is_empty(), "{run:?}");
    }
    let verified = desk.run("audit verify");
    assert_eq!(verified.exit, Some(0), "{verified:?}");
    assert_eq!(desk.records().len(), 5, "each has left its sign-in");
}

#[test]
fn windows_has_no_local_syslog() {
    let desk = Desk::at(home());
    let config = desk.home().0.path().join("config.toml");
    let text = fs::read_to_string(&config).unwrap();
    fs::write(&config, format!("{text}[audit]\nsyslog = true\n")).unwrap();
    let run = desk.run("lookup evaand01");
    assert!(run.exit == Some(2) && run.err.contains("audit.syslog"), "{run:?}");
}
