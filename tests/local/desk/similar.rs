//! Names as callers say them: who may have been meant is shown, and nothing is done with anyone who was not chosen.

use insta::assert_snapshot;

use super::fixture::Answer::{self, CtrlC, Text};
use super::fixture::TestDesk;

const ENTER: Answer = Text("");

#[test]
fn misheard_names_find_their_owners() {
    let mut desk = TestDesk::demo();
    let mut found = Vec::new();
    for typed in [
        "'Ake Oberg'",
        "'Eva Ericsson'",
        "Jonson",
        "Carlsson",
        "Raberg",
        "jesrabo1",
        "'jesrab 01'",
        "0611",
        "701740611",
        "'Nilson, Pele'",
        "Nisson",
    ] {
        let run = desk.run(&format!("lookup {typed} -o json"));
        assert!(!run.contains("\nlog") && !run.contains("\ndir"), "{run}");
        let names = run.split("\"account\": \"").skip(1).filter_map(|rest| rest.split('"').next());
        let exit = run.lines().last().unwrap();
        found.push(format!("{typed}: {} ({exit})", names.collect::<Vec<_>>().join(" ")));
    }
    assert_snapshot!(found.join("\n"), @"
    'Ake Oberg': akeobe01 (exit 3)
    'Eva Ericsson': evaeri01 (exit 3)
    Jonson: karjon01 (exit 3)
    Carlsson: evakar01 evakar02 (exit 3)
    Raberg: jesrab01 (exit 3)
    jesrabo1: jesrab01 (exit 3)
    'jesrab 01': jesrab01 (exit 3)
    0611: jesrab01 (exit 3)
    701740611: jesrab01 (exit 3)
    'Nilson, Pele': pelnil01 (exit 3)
    Nisson:  (exit 3)
    ");
}

/// Names as they are copied from mail, from a telephone or from this program, and as they are read out.
#[test]
fn copied_names_are_read_as_meant() {
    let mut desk = TestDesk::demo();
    for typed in [
        "'Nilsson, Pelle'",
        "'Pelle Nilsson <pelnil01@contoso.example>'",
        "'Pelle Nilsson (pelnil01)'",
        "'\"Nilsson, Pelle\" (IT).'",
        "mailto:pelnil01@contoso.example",
        "contoso/pelnil01",
        "pelle.nilsson",
    ] {
        let run = desk.run(&format!("lookup {typed}"));
        assert!(run.contains("pelnil01") && run.ends_with("exit 0"), "{run}");
    }
    for typed in ["19811218-9877", "'Pelle Nilsson 811218-9876'"] {
        let run = desk.run(&format!("lookup {typed} -o json"));
        assert!(run.ends_with("exit 3") && !run.contains("1218"), "{run}");
    }
}

#[test]
fn lookup_says_who_may_have_been_meant() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("lookup Jonson"), @"
    err Fel: Inget konto stämmer med ”Jonson”.
    err Gör så här: Menade du något av dessa? Fråga den som ringer och ange användarnamnet:
    err   Karin Jonsson (karjon01), Omsorg, Undersköterska: Inget fel på kontot.
    exit 3
    ");
    assert_snapshot!(desk.run("lookup Ericsson -o json"), @r#"
    out {"schema": 1,
    out  "error":
    out   {"kind": "only_similar", "exit_code": 3, "message": "…", "hint": "…", "tries_left": null,
    out    "retry_at": null,
    out    "candidates":
    out     [{"account": "evaeri01", "display_name": "Eva Eriksson", "department": "Skola", "title": "Rektor",
    out       "locked": false, "disabled": false, "advice": "nothing_wrong"}]}}
    err Fel: Inget konto stämmer med ”Ericsson”.
    err Gör så här: Menade du något av dessa? Fråga den som ringer och ange användarnamnet:
    err   Eva Eriksson (evaeri01), Skola, Rektor: Inget fel på kontot.
    exit 3
    "#);
}

/// An Öberg is shown with the Oberg that was typed: a keyboard or a colleague may have dropped the dots.
#[test]
fn oberg_is_not_opened_alone() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("lookup Oberg"), @"
    out 2 konton stämmer:
    out  Konto     Namn          Avdelning  Läge
    out  andobe01  Anders Oberg  Skola      Inget fel på kontot.
    out  akeobe01  Åke Öberg     Teknik     Inget fel på kontot.
    exit 0
    ");
    let run = desk.run("unlock Oberg");
    assert!(run.ends_with("exit 3") && !run.contains("\ndir"), "{run}");
    assert!(desk.run("lookup 'Anders Oberg'").ends_with("exit 0"));
}

#[test]
fn nothing_is_done_with_one_who_is_only_similar() {
    let mut desk = TestDesk::demo();
    for typed in ["Ericsson", "evaerio1", "0638", "'Eva Erikson'"] {
        for command in ["unlock", "reset --generate", "send-code"] {
            let run = desk.run(&format!("{command} {typed} -o json"));
            assert!(run.contains("only_similar") && run.ends_with("exit 3"), "{command} {typed}: {run}");
            for change in ["\ndir", "\nsms", "\ntel", "\nlog"] {
                assert!(!run.contains(change), "{command} {typed}: {run}");
            }
        }
    }
}

#[test]
fn call_asks_who_was_meant() {
    let mut desk = TestDesk::demo();
    let script = [Text("Ericsson"), Text("2"), Text("evaerio1"), Text("1"), CtrlC, ENTER];
    assert_snapshot!(desk.terminal(script).run("assist"), @"
    err Övning: inget är på riktigt. Prova med jesrab01 (låst) eller karlsson (flera).
    ask Vem ringer (användarnamn, namn, e-post eller mobil) ‹“Ericsson”›
    err Inget konto stämmer med ”Ericsson”. Menade du något av dessa?
    ask Vilket konto?
    ask * 1  Eva Eriksson (evaeri01), Skola, Rektor: Inget fel på kontot.
    ask   2  Ingen av dem
    ask  ‹“2”›
    ask Vem ringer (användarnamn, namn, e-post eller mobil) ‹“evaerio1”›
    err Inget konto stämmer med ”evaerio1”. Menade du något av dessa?
    ask Vilket konto?
    ask * 1  Eva Eriksson (evaeri01), Skola, Rektor: Inget fel på kontot.
    ask   2  Ingen av dem
    ask  ‹“1”›
    err  Läge       Inget fel på kontot.
    err  Gör nu     Försök igen: rätt användarnamn, Caps Lock av. Om lösenordet är glömt: skicka en kod och ange ett nytt.
    err  Konto      evaeri01  evaeri01@contoso.example
    err Säg: ”Jag skickar en kod till din mobil. Numret slutar på 38, stämmer det?”
    ask Skicka en kod till *********38? [J/n] ‹^C›
    err Avbrutet. Inget är ändrat.
    out Till ärendet: Eva Eriksson (evaeri01)
    out Inte verifierad.
    out Inget ändrat.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    exit 0
    ");
}

/// Where an attribute is configured for it (the practice directory's is) it is searched; it is repeated nowhere.
#[test]
fn personal_number_is_searched_and_not_repeated() {
    let mut desk = TestDesk::demo();
    for typed in ["19880512-1236", "198805121236", "880512-1236"] {
        assert!(desk.run(&format!("lookup {typed}")).contains("pelnil01"), "{typed}");
    }
    for typed in ["19880512-1244", "198805121244"] {
        for options in ["", "-vv", "-o json", "-vv -o json"] {
            let run = desk.run(&format!("lookup {typed} {options}"));
            assert!(run.ends_with("exit 3") && !run.contains("1244"), "{run}");
        }
    }
    let mut desk = TestDesk::configured();
    for command in ["lookup", "unlock", "send-code", "reset --generate"] {
        let run = desk.run(&format!("{command} 19880512-1236 -vv"));
        assert!(!run.contains("1236") && run.ends_with("exit 3"), "{run}");
    }
}
