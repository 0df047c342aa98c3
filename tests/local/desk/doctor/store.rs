//! `doctor` on the store, the audit trail in it, and where that is forwarded.

use std::fs;
use std::path::{Path, PathBuf};

use insta::assert_snapshot;

use super::super::fixture::TestDesk;
use super::desk;

#[test]
fn store_states_are_reported() {
    let mut desk = desk();
    desk.run("lookup evaand01");
    desk.spoil("PRAGMA user_version = 99");
    assert_snapshot!(desk.run("doctor -q"), @r"
    out Databasen och loggen
    out   FEL: …/state/state.db är skriven av en nyare version av programmet (99; den här klarar 5). Inget är ändrat.
    out       Gör så här: Installera den nyare versionen på den här datorn också.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
    let mut desk = self::desk();
    fs::create_dir(desk.path("folder")).unwrap();
    desk.set("state.path", "\"folder\"");
    assert_snapshot!(desk.run("doctor evaand01 -q"), @"
    out Databasen och loggen
    out   FEL: Det gick inte att läsa eller skriva …/folder, där koder och logg finns: det är en mapp. Inget är ändrat.
    out       Gör så här: Utan logg görs inget. Be den som sköter programmet att ta bort det som är i vägen, eller rätta platsen (state.path); -v säger mer.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
}

#[test]
fn changed_trail_is_reported() {
    let mut desk = desk();
    desk.run("send-code evaand01");
    desk.spoil("DROP TRIGGER audit_changes_nothing; UPDATE audit SET record = replace(record, 'disk-7', 'disk-8') WHERE id = 2");
    assert_snapshot!(desk.run("doctor -q"), @"
    out Databasen och loggen
    out   FEL: Post 2 stämmer inte med den före: den är ändrad, eller så är post 1 ändrad och omräknad.
    out       Gör så här: Ändra inget mer. Kopiera hela mappen med databasen och ring säkerhetsansvarig.
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
}

#[test]
fn open_intents_are_reported() {
    let mut desk = desk();
    desk.run("send-code evaand01");
    desk.spoil("INSERT INTO open_intent SELECT max(id), 'x' FROM audit");
    desk.wait(3600);
    assert!(desk.run("doctor -q").contains("audit resolve"));
}

#[test]
fn unreachable_log_server_is_reported() {
    let mut desk = desk();
    desk.set("audit.syslog", "\"tcp://127.0.0.1:1\"");
    desk.run("lookup evaand01");
    assert_snapshot!(desk.run("doctor -q"), @r"
    out Databasen och loggen
    out   OBS: Loggservern tcp://127.0.0.1:1 tar inte emot posterna: den tar inte emot anslutningar. Posterna är sparade här och skickas nästa gång.
    out       Gör så här: Inget samtal stoppas av det. Kontrollera audit.syslog, eller säg till dem som sköter loggservern.
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
}

#[test]
fn single_user_store_is_a_warning() {
    let mut desk = desk();
    assert!(!desk.run("doctor").contains("din egen databas"));
    desk.unset("state.path");
    assert_snapshot!(desk.run("doctor -q"), @"
    out Databasen och loggen
    out   OBS: Gränserna för koder räknas bara i …/state/state.db, som är din egen databas. Koder och fel koder hos andra operatörer räknas inte.
    out       Gör så här: Är ni flera operatörer: använd en gemensam databas (state.url), så gäller gränserna för alla tillsammans.
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
    assert!(desk.run("doctor -q -o json").contains(r#""check": "limits""#));
}

/// Neither a store, nor its folder, nor its key; in one that is there, nothing but the record of the sign-in.
#[test]
fn doctor_makes_nothing() {
    let mut desk = desk();
    let before = files(&desk.path(""));
    assert!(desk.run("doctor evaand01").contains("finns inte än"));
    assert_eq!(files(&desk.path("")), before);
    desk.run("lookup evaand01");
    let (before, trail) = (files(&desk.path("")), desk.run("audit show --all").lines().count());
    assert!(desk.run("doctor evaand01").contains("2 poster"));
    assert_eq!((files(&desk.path("")), desk.run("audit show --all").lines().count()), (before, trail + 1));
}

/// One of an earlier version stays as it is until a command needs it.
#[test]
fn older_store_is_not_upgraded() {
    let mut desk = desk();
    desk.run("lookup evaand01");
    desk.spoil("PRAGMA user_version = 3");
    assert!(desk.run("doctor").contains("från en äldre version"));
    let version = |desk: &TestDesk| -> u32 {
        let connection = rusqlite::Connection::open(desk.path("state/state.db")).unwrap();
        connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
    };
    assert_eq!(version(&desk), 3);
}

#[cfg(unix)]
#[test]
fn folder_that_cannot_hold_a_store_is_broken() {
    let mut desk = desk();
    fs::write(desk.path("blocked"), "").unwrap();
    desk.set("state.path", "\"blocked/state.db\"");
    let run = desk.run("doctor -q");
    assert!(
        run.contains("FEL: Det gick inte att läsa eller skriva …/blocked/state.db") && run.ends_with("exit 1"),
        "{run}"
    );
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        }
        found.push(path);
    }
    // The desk writes it before a run.
    found.retain(|path| !path.ends_with("config.toml"));
    found.sort();
    found
}

#[test]
fn log_server_is_tried_before_there_is_a_store() {
    let mut desk = desk();
    desk.set("audit.syslog", "\"tcp://127.0.0.1:1\"");
    assert_snapshot!(desk.run("doctor -q"), @r"
    out Databasen och loggen
    out   OBS: Loggservern tcp://127.0.0.1:1 tar inte emot posterna: den tar inte emot anslutningar. Posterna är sparade här och skickas nästa gång.
    out       Gör så här: Inget samtal stoppas av det. Kontrollera audit.syslog, eller säg till dem som sköter loggservern.
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
    assert!(!desk.path("state").exists());
}
