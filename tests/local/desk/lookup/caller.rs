//! What a call would know of the caller: a look-up shows it, too.

use super::*;
use crate::desk::fixture::Answer::{Code, Text};

/// The rows of a card about the caller, and what scripts read of it.
fn of_caller(desk: &mut TestDesk) -> String {
    let (text, json) = (desk.run("lookup evaand01"), desk.run("lookup evaand01 -o json"));
    let rows = text.lines().filter(|line| ["Gör nu", "Verifierad"].iter().any(|label| line.contains(label)));
    let fields = json.split(", ").filter(|field| field.contains("verified_at"));
    rows.chain(fields).map(str::trim).collect::<Vec<_>>().join("\n")
}

#[test]
fn verified_caller_is_shown_for_as_long_as_it_counts() {
    let mut desk = TestDesk::configured().with(eva());
    assert_snapshot!(of_caller(&mut desk), @r#"
    out  Gör nu        Lås upp: servicedesk unlock evaand01. Om lösenordet är glömt: servicedesk reset evaand01.
    "verified_at": null,
    out     "verification_closed_until": null
    "#);
    desk.run("send-code evaand01");
    desk.wait(60).run("send-code evaand01 --verify {code}");
    assert_snapshot!(of_caller(desk.wait(240)), @r#"
    out  Gör nu        Lås upp: servicedesk unlock evaand01. Om lösenordet är glömt: servicedesk reset evaand01.
    out  Verifierad    kl. 12.18 (för 4 minuter sedan); i samma samtal behövs ingen ny kod
    "wrong_codes_last_day": 0,
    out     "verified_at": "2026-05-04T12:18:00Z"
    "#);
    assert_snapshot!(of_caller(desk.wait(661)), @r#"
    out  Gör nu        Lås upp: servicedesk unlock evaand01. Om lösenordet är glömt: servicedesk reset evaand01.
    "verified_at": null,
    out     "verification_closed_until": null
    "#);
}

/// A call ends it, and then a look-up does not show it.
#[test]
fn verification_that_was_ended_is_not_shown() {
    let mut desk = TestDesk::configured().with(eva());
    desk.terminal([Code]).run("send-code evaand01 -q");
    assert!(of_caller(&mut desk).contains("Verifierad"));
    desk.terminal([Text("n"), CtrlC, Text("")]).run("assist evaand01 -q");
    assert!(!of_caller(&mut desk).contains("Verifierad"));
}

/// Many accounts at a time are not asked about, and a broken store tells nothing.
#[test]
fn verification_that_is_not_asked_for_is_named() {
    let mut desk = TestDesk::configured().with(eva()).with(crate::desk::fixture::people::bo());
    desk.terminal([Code]).run("send-code evaand01 -q");
    // Once as a field, and once among those that were not asked for.
    let run = desk.run("lookup evaand01 boberg01 -o json -q");
    let named = |run: &str| (run.matches(r#""verified_at""#).count(), run.matches(r#""verified_at": null"#).count());
    assert_eq!(named(&run), (4, 2), "{run}");
    // Or among those that cannot be read.
    desk.spoil("DROP TABLE attempt");
    let run = desk.run("lookup evaand01 -o json -q");
    assert_eq!(named(&run), (2, 1), "{run}");
    assert!(run.ends_with("exit 0") && run.contains(r#""wrong_codes_last_day", "verified_at""#), "{run}");
}

#[test]
fn manager_who_can_vouch_is_advised() {
    let karin = Person::new("karber01").named("Karin", "Bergman").mobile("070-174 06 41");
    let owner = Person { mobile: None, manager: Some("karber01".into()), ..eva() };
    let mut desk = TestDesk::configured().with(karin.clone()).with(owner.clone());
    assert_snapshot!(of_caller(&mut desk), @r#"
    out  Gör nu        Ingen kod kan skickas. Säg: ”Du har inget mobilnummer registrerat. Din chef kan be den som sköter kontona att registrera det, eller så kommer du till servicedesk med legitimation.”
    "verified_at": null,
    out     "verification_closed_until": null
    "#);
    desk.set("verification.manager", "true");
    assert_snapshot!(of_caller(&mut desk), @r#"
    out  Gör nu        Chefen Karin Bergman kan intyga vem som ringer: servicedesk send-code evaand01 --via manager. Går det inte? Säg: ”Du har inget mobilnummer registrerat. Din chef kan be den som sköter kontona att registrera det, eller så kommer du till servicedesk med legitimation.”
    "verified_at": null,
    out     "verification_closed_until": null
    "#);
    let card = desk.terminal([Text("n"), Text("")]).run("assist evaand01");
    assert_snapshot!(card.lines().take(3).collect::<Vec<_>>().join("\n"), @"
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Skicka en kod till chefen Karin Bergman, som kan intyga vem som ringer. Går det inte? Säg: ”Du har inget mobilnummer registrerat. Din chef kan be den som sköter kontona att registrera det, eller så kommer du till servicedesk med legitimation.”
    err  Konto         evaand01  evaand01@contoso.example
    ");
    // A manager without a mobile cannot.
    let mut desk = TestDesk::configured().with(Person { mobile: None, ..karin }).with(owner);
    desk.set("verification.manager", "true");
    assert!(!of_caller(&mut desk).contains("Karin"));
}
