//! `audit show`: the recorded acts.

use insta::assert_snapshot;

use super::fixture::TestDesk;
use super::fixture::people::eva;

#[test]
fn empty_trail_is_shown() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("audit show"), @r"
    out Inget sådant är antecknat. Inloggningar och påbörjat visas med --all.
    exit 0
    ");
    assert_snapshot!(desk.run("audit show -o json"), @r#"
    out {"schema": 1, "records": [], "unreadable": [], "older": null, "accounts": []}
    exit 0
    "#);
}

#[test]
fn trail_lists_acts() {
    let mut desk = TestDesk::demo();
    desk.run("send-code jesrab01 --ticket INC-4711");
    desk.run("unlock jesrab01 --code {wrong}");
    desk.run("unlock jesrab01 --code {code}");
    desk.wait(24 * 3600).run("unlock rutros01");
    assert_snapshot!(desk.run("audit show"), @r"
    out  Nr  När               Vem               Vad         Konto     Hur det gick          Ärende
    out  3   2026-05-04 12:17  CONTOSO\operator  skicka kod  jesrab01  gjort                 INC-4711
    out  6   2026-05-04 12:17  CONTOSO\operator  pröva kod   jesrab01  nekat: fel kod
    out  9   2026-05-04 12:17  CONTOSO\operator  pröva kod   jesrab01  gjort
    out  11  2026-05-04 12:17  CONTOSO\operator  låsa upp    jesrab01  gjort
    out  13  12:17             CONTOSO\operator  låsa upp    rutros01  nekat: skyddat konto
    exit 0
    ");
    assert_snapshot!(desk.run("audit show --last 3 --lang en"), @r"
    out  No  When              Who               What        Account   Outcome
    out  9   2026-05-04 12:17  CONTOSO\operator  check code  jesrab01  done
    out  11  2026-05-04 12:17  CONTOSO\operator  unlock      jesrab01  done
    out  13  12:17             CONTOSO\operator  unlock      rutros01  refused: protected account
    out There are older ones: add --before 9
    exit 0
    ");
}

#[test]
fn last_needs_positive_number() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("audit show --last 0"), @"
    err Fel: --last <ANTAL> tar inte det värdet.
    err Gör så här: Ange ett värde som passar. Hjälpen säger: ”Hur många, 1 till 4294967295 [förval: 50]”. Mer: servicedesk audit show --help
    exit 2
    ");
}

#[test]
fn audit_needs_no_directory() {
    let mut desk = TestDesk::configured().with(eva());
    desk.run("unlock evaand01");
    desk.set("directory.servers", "[\"ldaps://127.0.0.1:1\"]");
    assert_snapshot!(desk.run("audit show"), @r"
    out  Nr  När    Vem               Vad       Konto     Hur det gick
    out  2   12:17  CONTOSO\operator  låsa upp  evaand01  nekat: den som ringer är inte verifierad
    exit 0
    ");
}

#[test]
fn value_out_of_range_is_told_the_limit() {
    let mut desk = TestDesk::configured();
    for (command, limit) in [
        ("audit show --since 9999999d", "högst 100 år"),
        ("audit show --until -1", "högst 100 år"),
        ("audit archive old.jsonl --before -1", "högst 100 år"),
        ("audit show --before -1", "minst 1"),
        ("audit show --last -1", "1 till 4294967295"),
        ("unlock jesrab01 --watch=61", "1–60"),
        ("unlock --all-locked --max -1", "0 eller fler"),
        ("unlock --all-locked --max-failures 0", "minst 1"),
        ("unlock --all-locked --concurrency -1", "1 till 256"),
        ("send-code jesrab01 --wait-delivered=601", "1–600"),
    ] {
        let run = desk.run(command);
        assert!(run.contains(limit) && run.ends_with("exit 2"), "{command}: {run}");
    }
}
