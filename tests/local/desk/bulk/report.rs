//! The report of a run over many accounts.

use insta::assert_snapshot;

use super::{ALL_KINDS, EVA_AND_BO, all_kinds, kept, listed, run, two};

#[test]
fn report_lists_every_row() {
    let mut desk = all_kinds();
    listed(&desk, "list.txt", ALL_KINDS);
    run(&mut desk, "unlock --from @list.txt --reason Helg --yes --report @rows.jsonl");
    assert_snapshot!(kept(&desk, "rows.jsonl"), @r#"
    {"account":"nobody99","outcome":"not_found","detail":null,"asked":"nobody99","line":5,"server":null}
    {"account":"Eva Karlsson","outcome":"not_found","detail":null,"asked":"Eva Karlsson","line":6,"server":null}
    {"account":"a*b","outcome":"not_found","detail":"not_a_query","asked":"a*b","line":7,"server":null}
    {"account":"0701740640","outcome":"not_found","detail":null,"asked":"0701740640","line":8,"server":null}
    {"account":"rutros01","outcome":"protected","detail":null,"asked":"rutros01","line":9,"server":null}
    {"account":"perols01","outcome":"disabled","detail":null,"asked":"perols01","line":10,"server":null}
    {"account":"evakar01","outcome":"not_locked","detail":null,"asked":"evakar01","line":11,"server":null}
    {"account":"evaand01","outcome":"unlocked","detail":null,"asked":"evaand01","line":2,"server":"127.0.0.1"}
    {"account":"boberg01","outcome":"unlocked","detail":null,"asked":"CONTOSO\\boberg01","line":12,"server":"127.0.0.1"}
    {"account":"boberg01","outcome":"unlocked","detail":"same_as","asked":"boberg01@contoso.example","line":13,"server":"127.0.0.1"}
    "#);
}

#[test]
fn unwritable_report_stops_run() {
    let mut desk = two();
    listed(&desk, "old.csv", "of value\n");
    assert_snapshot!(run(&mut desk, &format!("{EVA_AND_BO} --yes --report @old.csv")), @"
    err Fel: Filen …/old.csv finns redan och skrivs inte över. Inget är ändrat.
    err Gör så här: Välj ett annat namn till --report, eller flytta undan filen.
    exit 2
    ");
    assert_eq!(kept(&desk, "old.csv"), "of value\n");
    assert_snapshot!(run(&mut desk, &format!("{EVA_AND_BO} --yes --report @rows.xlsx")), @"
    err Fel: Rapporten …/rows.xlsx kan vara CSV eller JSON Lines, och namnet säger inte vilket. Inget är ändrat.
    err Gör så här: Låt namnet sluta på .csv eller .jsonl.
    exit 2
    ");
    assert!(!desk.path("rows.xlsx").exists());
}
