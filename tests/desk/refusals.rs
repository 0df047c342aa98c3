//! Accounts that are not changed from a servicedesk: nothing is written, and the trail says why.

use insta::assert_snapshot;
use servicedesk::demo::Person;

use super::fixture::TestDesk;
use super::fixture::people::eva;

#[test]
fn unlocking() {
    let mut desk = TestDesk::demo();
    for account in ["perols01", "sarhol01", "tomsmi01", "rutros01"] {
        let run = desk.terminal([]).run(&format!("unlock {account}"));
        let kind = run.lines().find(|line| line.starts_with("log")).unwrap().to_owned();
        assert!(!run.contains("dir ") && !run.contains("sms ") && kind.contains("refused"), "{run}");
    }
    assert_snapshot!(desk.run("unlock perols01"), @"
    $ unlock perols01
    err Fel: perols01 är avstängt. Att låsa upp eller byta lösenord släpper inte in någon. Inget är ändrat.
    err Gör så här: Be den som ringer att tala med sin chef.
    log 5 unlock perols01: refused (account_disabled)
    exit 5
    ");
    assert_snapshot!(desk.run("unlock sarhol01 -o json"), @r#"
    $ unlock sarhol01 -o json
    out {
    out   "error": {
    out     "kind": "account_expired",
    out     "message": "sarhol01 har gått ut. Att låsa upp eller byta lösenord släpper inte in någon. Inget är ändrat.",
    out     "hint": "Be den som ringer att tala med sin chef."
    out   }
    out }
    err Fel: sarhol01 har gått ut. Att låsa upp eller byta lösenord släpper inte in någon. Inget är ändrat.
    err Gör så här: Be den som ringer att tala med sin chef.
    log 6 unlock sarhol01: refused (account_expired)
    exit 5
    "#);
    assert_snapshot!(desk.run("unlock tomsmi01"), @"
    $ unlock tomsmi01
    err Fel: tomsmi01 loggar in med kort. Ett lösenord släpper inte in någon. Inget är ändrat.
    err Gör så här: Lämna över till dem som sköter korten.
    log 7 unlock tomsmi01: refused (smartcard_required)
    exit 5
    ");
    assert_snapshot!(desk.run("unlock rutros01 --ticket INC-2"), @"
    $ unlock rutros01 --ticket INC-2
    err Fel: rutros01 är ett skyddat konto och ändras inte härifrån. Inget är ändrat.
    err Gör så här: Lämna över till dem som sköter administratörskonton.
    log 8 unlock rutros01: refused (protected), ticket INC-2
    exit 4
    ");
}

#[test]
fn a_new_password() {
    let mut desk = TestDesk::demo();
    for (account, reason, exit) in [
        ("perols01", "account_disabled", 5),
        ("sarhol01", "account_expired", 5),
        ("tomsmi01", "smartcard_required", 5),
        ("rutros01", "protected", 4),
    ] {
        let run = desk.terminal([]).run(&format!("reset {account}"));
        assert!(!run.contains("dir ") && !run.contains("ask "), "{run}");
        assert!(run.contains(&format!(" reset {account}: refused ({reason})\nexit {exit}")), "{run}");
    }
}

#[test]
fn a_member_of_a_group_that_the_desk_protects() {
    let mut desk = TestDesk::configured().with(Person { groups: vec!["Ledning".to_owned()], ..eva() });
    desk.set("protected.groups", "[\"Nämnden\"]");
    desk.practice().add_group("Nämnden", &[]).unwrap();
    desk.practice().add_group("Ledning", &["Nämnden"]).unwrap();
    assert_snapshot!(desk.run("unlock evaand01"), @"
    $ unlock evaand01
    err Fel: evaand01 är ett skyddat konto och ändras inte härifrån. Inget är ändrat.
    err Gör så här: Lämna över till dem som sköter administratörskonton.
    log 1 unlock evaand01: refused (protected)
    exit 4
    ");
    assert_snapshot!(desk.run("lookup evaand01"), @"
    $ lookup evaand01
    out  Läge          Låst efter för många felaktiga lösenord. Skyddat konto (administratör).
    out  Gör nu        Ändras inte från servicedesk. Lämna över till dem som sköter sådana konton.
    out  Konto         evaand01  evaand01@contoso.example
    out  Namn          Eva Andersson
    out  E-post        evaand01@contoso.example
    out  Mobil         *********31, ändrat 2025-03-30 12:17 (för 400 dagar sedan)
    out  Låst          JA, sedan 12:07 (för 10 minuter sedan); öppnas inte av sig själv
    out  Fel lösenord  5, senast 12:07 (för 10 minuter sedan)
    out  Lösenord      satt 2026-04-04 12:17 (för 30 dagar sedan), går ut 2026-10-01 12:17 (om 150 dagar)
    out  Regler        domänens: minst 8 tecken, inget av de 12 senaste, tre sorters tecken och inget av namnet
    exit 0
    ");
}

#[test]
fn a_protected_group_that_is_not_there() {
    let mut desk = TestDesk::configured().with(eva());
    desk.set("protected.groups", "[\"Nämden\"]");
    assert_snapshot!(desk.run("unlock evaand01"), @"
    $ unlock evaand01
    err Fel: Gruppen ”Nämden” i protected.groups finns inte i katalogen, så den skyddar ingen. Inget är ändrat.
    err Gör så här: Rätta namnet i inställningarna.
    exit 2
    ");
}

#[test]
fn no_advice_that_would_be_refused() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("unlock ingsve01"), @"
    $ unlock ingsve01
    err Fel: Numret som är registrerat för ingsve01 är ett fast nummer. Ingen kod är skickad.
    err Gör så här: Identifiera den som ringer på annat sätt (--identified-by, om det är tillåtet), eller se till att numret registreras.
    log 1 unlock ingsve01: refused (mobile_is_landline)
    exit 5
    ");
    assert_snapshot!(desk.run("unlock bengun01"), @"
    $ unlock bengun01
    out Bengt Gunnarsson (bengun01) är inte låst. Det finns inget att låsa upp.
    out Prova igen, kontrollera Caps Lock och att rätt användarnamn skrivs. Ett nytt lösenord kan inte sättas härifrån med kod.
    exit 0
    ");
}
