//! Where a caller cannot be helped from here: what the operator says then, the same in the call, the look-up and the
//! refusal.

use insta::assert_snapshot;

use super::ENTER;
use crate::desk::fixture::Answer::{No, Text, WrongCode, Yes};
use crate::desk::fixture::people::eva;
use crate::desk::fixture::{Event, TestDesk};

/// The sentence after “Säg” in the first line that has one.
fn said(run: &str) -> &str {
    let from = run.find("Säg: ”").unwrap_or_else(|| panic!("{run}")) + "Säg: ”".len();
    &run[from..from + run[from..].find('”').unwrap()]
}

#[test]
fn same_is_said_everywhere() {
    let mut desk = TestDesk::demo();
    let mut all = Vec::new();
    for (account, command) in [
        ("perols01", "unlock"),
        ("sarhol01", "unlock"),
        ("rutros01", "unlock"),
        ("tomsmi01", "unlock"),
        ("bengun01", "send-code"),
        ("ingsve01", "unlock"),
    ] {
        let looked_up = desk.run(&format!("lookup {account}"));
        let refused = desk.run(&format!("{command} {account}"));
        let called = desk.terminal([ENTER]).run(&format!("assist {account}"));
        assert_eq!(said(&looked_up), said(&refused), "{account}");
        assert_eq!(said(&looked_up), said(&called), "{account}");
        assert!(called.contains("out Inte verifierad.\nout Inget ändrat.\nask Nästa samtal"), "{called}");
        all.push(format!("{account}: {}", said(&refused)));
    }
    assert_snapshot!(all.join("\n"), @"
    perols01: Ditt konto är inaktiverat. Din chef kan be IT-drift att aktivera det.
    sarhol01: Ditt konto har gått ut. Din chef kan be IT-drift att förlänga det.
    rutros01: Jag får inte ändra ditt konto, så jag lämnar över till IT-drift.
    tomsmi01: Du loggar in med kort, så jag lämnar över till IT-drift.
    bengun01: Du har inget mobilnummer registrerat. Din chef kan be IT-drift att registrera det, eller så kommer du till servicedesk med legitimation.
    ingsve01: Ditt registrerade nummer är ett fast nummer. Din chef kan be IT-drift att registrera din mobil, eller så kommer du till servicedesk med legitimation.
    ");
}

#[test]
fn setting_names_who_takes_over() {
    let mut desk = TestDesk::configured().with(servicedesk::practice::Person { disabled: true, ..eva() });
    let run = desk.run("unlock evaand01");
    assert!(run.contains("Din chef kan be den som sköter kontona att aktivera det."), "{run}");
    let run = desk.set("desk.escalation", "\"IT-drift, 6100\"").run("unlock evaand01");
    assert!(run.contains("Din chef kan be IT-drift, 6100 att aktivera det."), "{run}");
}

#[test]
fn wrong_number_has_a_next_step() {
    let mut desk = TestDesk::configured().with(eva());
    desk.set("desk.escalation", "\"IT-drift\"");
    let run = desk.terminal([No, ENTER]).run("assist evaand01 -q");
    let from = run.find("ask Skicka").unwrap();
    assert_snapshot!(&run[from..], @"
    ask Skicka en kod till *********31? [J/n] ‹no›
    err Stämmer inte numret, säg: ”Då kan jag inte skicka någon kod. Din chef kan be IT-drift att ändra numret, eller så kommer du till servicedesk med legitimation.”
    err Avbrutet. Inget är ändrat.
    out Till ärendet: Eva Andersson (evaand01)
    out Inte verifierad.
    out Inget ändrat.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    exit 0
    ");
    desk.set("verification.allow_identified_by", "true");
    let run = desk.terminal([No, ENTER, ENTER]).run("assist evaand01 -q");
    assert!(run.contains("ask Hur är den som ringer identifierad"), "{run}");
}

#[test]
fn ctrl_c_while_waiting_for_a_code_ends_the_call_alone() {
    let mut desk = TestDesk::configured().with(eva());
    desk.after(5, Event::CtrlC).after(10, Event::CtrlC);
    let wrong = || [Text("evaand01"), Yes, WrongCode, WrongCode, WrongCode];
    let script = wrong().into_iter().chain([desk.time_passes(60)]).chain(wrong()).chain([ENTER]);
    let script: Vec<_> = script.collect();
    let run = desk.terminal(script).run("assist -q");
    assert_eq!(run.matches("err Avbrutet. Inget är ändrat.").count(), 2, "{run}");
    assert!(run.ends_with("exit 0"), "{run}");
}

/// A code that is out of tries is not waited for.
#[test]
fn limit_does_not_refer_to_dead_code() {
    let mut desk = TestDesk::configured().with(eva());
    desk.run("send-code evaand01");
    assert!(
        desk.run("send-code evaand01").contains("Vänta på den som är skickad. En ny kod kan skickas om 30 sekunder.")
    );
    for _ in 0..3 {
        desk.run("send-code evaand01 --verify {wrong}");
    }
    let run = desk.run("send-code evaand01");
    assert!(run.contains("err Gör så här: En ny kod kan skickas om 30 sekunder."), "{run}");
}

#[test]
fn closed_verification_asks_for_no_code() {
    let mut desk = TestDesk::configured().with(eva());
    desk.set("verification.wrong_codes_per_day", "3");
    let script = [Yes, WrongCode, WrongCode, WrongCode, Text("evaand01"), ENTER];
    let run = desk.terminal(script).run("assist evaand01 -q");
    assert_eq!((run.matches("ask Skicka").count(), run.matches("ask Koden").count()), (1, 3), "{run}");
    // When that happens, and on the card of the next call, which ends there.
    assert_eq!(run.matches("erifieringen av kontot är stängd till").count(), 2, "{run}");
    assert!(!run.contains("err Fel: För många felaktiga koder"), "{run}");
    assert!(run.contains("Säg: ”Ring igen efter kl. 13.17.”"), "{run}");
    assert!(run.contains("log 9 send_code evaand01: refused (verification_closed)"), "{run}");
}
