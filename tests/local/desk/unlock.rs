//! `unlock`: keep the password, unlock the account.

mod code_prompt;
mod sign_in;

use insta::assert_snapshot;
use servicedesk::practice::{Lockout, Person, Place};

use super::fixture::Answer::{Code, CtrlC, No, Text, WrongCode, Yes};
use super::fixture::TestDesk;
use super::fixture::people::{ago, eva};

#[test]
fn whole_call_on_terminal() {
    let mut desk = TestDesk::demo();
    desk.in_full = true;
    assert_snapshot!(desk.terminal([Yes, WrongCode, Code]).run("unlock jesrab01"), @"
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Lås upp: servicedesk unlock jesrab01. Om lösenordet är glömt: servicedesk reset jesrab01.
    err  Konto         jesrab01  jesrab01@contoso.example
    err  Namn          Jesper Råberg
    err  Mobil         *********11, ändrat 2025-03-30 kl. 12.17 (för 400 dagar sedan)
    err  Låst          JA, sedan kl. 12.03 (för 14 minuter sedan); låses inte upp automatiskt
    err  Titel         Fritidsledare
    err  Avdelning     Kultur och fritid
    err  Chef          Malin Dahl maldah01
    err  Kontor        Fritidsgården
    err  Telefon       08-465 004 31
    err  Fel lösenord  5, senast kl. 12.03 (för 14 minuter sedan)
    err  Lösenord      satt 2026-04-04 kl. 12.17 (för 30 dagar sedan), går ut 2026-10-01 kl. 12.17 (om 150 dagar)
    err  Inloggad      senast kl. 10.12 (för 2 timmar sedan), på servern som svarade
    err  Regler        domänens: minst 8 tecken, inget av de 12 senaste, tre teckentyper och ingen del av namnet
    err Säg: ”Jag skickar en kod till din mobil. Numret slutar på 11, stämmer det?”
    ask Skicka en kod till *********11? [J/n] ‹yes›
    err Mobilen *********11 visar (övning):
    sms ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Contoso kommun
    err En kod är skickad till *********11. Den gäller till kl. 12.22.
    ask Koden som läses upp (Enter: ny kod) ‹a wrong code›
    err Fel kod. 2 försök kvar.
    ask Koden som läses upp (Enter: ny kod) ‹the code›
    err Rätt kod. Den som ringer är verifierad.
    out Upplåst: Jesper Råberg (jesrab01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, på jobbet i datorn och annars på Mjölnet och Webmail, med samma lösenord som förut.”
    dir jesrab01: unlocked
    log 1-2 send_code jesrab01: done
    log 3-4 verify_code jesrab01: refused (code_wrong)
    log 5-6 verify_code jesrab01: done
    log 7-8 unlock jesrab01: done, server 127.0.0.1
    exit 0
    ");
    assert_snapshot!(desk.run("lookup jesrab01"), @"
    out  Läge        Inget fel på kontot.
    out  Gör nu      Om lösenordet är glömt: servicedesk reset jesrab01. Annars: försök igen, kontrollera Caps Lock och att rätt användarnamn skrivs.
    out  Obs         En felaktig kod har lästs upp för kontot det senaste dygnet.
    out  Verifierad  kl. 12.17 (nyss); i samma samtal behövs ingen ny kod
    out  Konto       jesrab01  jesrab01@contoso.example
    out  Namn        Jesper Råberg
    out  Mobil       *********11, ändrat 2025-03-30 kl. 12.17 (för 400 dagar sedan)
    out  Låst        nej
    out  Titel       Fritidsledare
    out  Avdelning   Kultur och fritid
    out  Chef        Malin Dahl maldah01
    out  Kontor      Fritidsgården
    out  Telefon     08-465 004 31
    out  Lösenord    satt 2026-04-04 kl. 12.17 (för 30 dagar sedan), går ut 2026-10-01 kl. 12.17 (om 150 dagar)
    out  Inloggad    senast kl. 10.12 (för 2 timmar sedan), på servern som svarade
    out  Regler      domänens: minst 8 tecken, inget av de 12 senaste, tre teckentyper och ingen del av namnet
    exit 0
    ");
}

#[test]
fn whole_call_with_configuration() {
    let mut desk = TestDesk::configured().with(eva());
    assert_snapshot!(desk.terminal([Yes, Code]).run("unlock evaand01 --ticket INC-4711"), @"
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Lås upp: servicedesk unlock evaand01. Om lösenordet är glömt: servicedesk reset evaand01.
    err  Konto         evaand01  evaand01@contoso.example
    err Säg: ”Jag skickar en kod till din mobil. Numret slutar på 31, stämmer det?”
    tel code 1 to *********31, valid until 12:22, is read back
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    dir evaand01: unlocked
    log 1-2 send_code evaand01: done, ticket INC-4711
    log 3-4 verify_code evaand01: done, ticket INC-4711
    log 5-6 unlock evaand01: done, server 127.0.0.1, ticket INC-4711
    exit 0
    ");
}

#[test]
fn open_account_is_not_changed() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.terminal([]).run("unlock mmeyers"), @r"
    out Kontot mmeyers (Mia Meyers) är inte låst. Det finns inget att låsa upp.
    out Säg: ”Försök igen.” Om lösenordet är glömt: servicedesk reset mmeyers
    exit 0
    ");
    assert_snapshot!(desk.run("unlock karnys01"), @r"
    out Kontot karnys01 (Karl Nyström) är inte låst. Det finns inget att låsa upp.
    out Säg: ”Logga in vid en dator på jobbet med lösenordet du har, även om det är tillfälligt. Då får du välja ett nytt.” Om lösenordet är glömt: servicedesk reset karnys01.
    exit 0
    ");
}

#[test]
fn lapsed_lock_is_open() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.terminal([]).run("unlock annlin02"), @"
    out Kontot annlin02 (Anna Lind) är inte låst. Det finns inget att låsa upp.
    out Säg: ”Försök igen.” Om lösenordet är glömt: servicedesk reset annlin02
    exit 0
    ");
}

#[test]
fn unverified_caller_without_terminal_is_refused() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("unlock jesrab01"), @"
    err Fel: Den som ringer om jesrab01 är inte verifierad. Inget är ändrat.
    err Gör så här: Skicka en kod: servicedesk send-code jesrab01. Ange sedan den som läses upp med --code.
    log 1 unlock jesrab01: refused (not_verified)
    exit 5
    ");
    let run = desk.terminal([]).run("unlock jesrab01 --no-input -q");
    assert!(run.ends_with("log 2 unlock jesrab01: refused (not_verified)\nexit 5") && !run.contains("ask "), "{run}");
}

#[test]
fn verification_lasts_fifteen_minutes() {
    let mut desk = TestDesk::demo();
    desk.run("send-code jesrab01");
    desk.run("send-code jesrab01 --verify {code}");
    desk.wait(900);
    assert_snapshot!(desk.terminal([]).run("unlock jesrab01 -q"), @"
    out Upplåst: Jesper Råberg (jesrab01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, på jobbet i datorn och annars på Mjölnet och Webmail, med samma lösenord som förut.”
    dir jesrab01: unlocked
    log 5-6 unlock jesrab01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn expired_verification_needs_new_code() {
    let mut desk = TestDesk::demo();
    desk.run("send-code jesrab01");
    desk.run("send-code jesrab01 --verify {code}");
    desk.wait(901);
    assert_snapshot!(desk.run("unlock jesrab01"), @"
    err Fel: Den som ringer om jesrab01 är inte verifierad. Inget är ändrat.
    err Gör så här: Skicka en kod: servicedesk send-code jesrab01. Ange sedan den som läses upp med --code.
    log 5 unlock jesrab01: refused (not_verified)
    exit 5
    ");
    assert_snapshot!(desk.terminal([Yes, Code]).run("unlock jesrab01 -q"), @"
    tel code 2 to *********11, valid until 12:37, is read back
    out Upplåst: Jesper Råberg (jesrab01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, på jobbet i datorn och annars på Mjölnet och Webmail, med samma lösenord som förut.”
    dir jesrab01: unlocked
    log 6-7 send_code jesrab01: done
    log 8-9 verify_code jesrab01: done
    log 10-11 unlock jesrab01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn ctrl_c_or_no_changes_nothing() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.terminal([No]).run("unlock jesrab01 -q"), @"
    ask Skicka en kod till *********11? [J/n] ‹no›
    err Stämmer inte numret, säg: ”Då kan jag inte skicka någon kod. Din chef kan be IT-drift att ändra numret, eller så kommer du till servicedesk med legitimation.”
    err Avbrutet. Inget är ändrat.
    exit 130
    ");
    assert_snapshot!(desk.terminal([CtrlC]).run("unlock jesrab01 -q"), @"
    ask Skicka en kod till *********11? [J/n] ‹^C›
    err Avbrutet. Inget är ändrat.
    exit 130
    ");
    assert_snapshot!(desk.terminal([Yes, CtrlC]).run("unlock jesrab01 -q"), @"
    ask Skicka en kod till *********11? [J/n] ‹yes›
    err Mobilen *********11 visar (övning):
    sms ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Contoso kommun
    err En kod är skickad till *********11. Den gäller till kl. 12.22.
    ask Koden som läses upp (Enter: ny kod) ‹^C›
    err Avbrutet. Inget är ändrat.
    log 1-2 send_code jesrab01: done
    exit 130
    ");
    assert_snapshot!(desk.terminal([Yes, WrongCode, CtrlC]).run("unlock jesrab01 -q -o json"), @r#"
    err En kod skickades kl. 12.17 till *********11. Den gäller till kl. 12.22.
    ask Fråga efter den koden (n: en ny, eller till någon annan)? [J/n] ‹yes›
    ask Koden som läses upp (Enter: ny kod) ‹a wrong code›
    err Fel kod. 2 försök kvar.
    ask Koden som läses upp (Enter: ny kod) ‹^C›
    out {"schema": 1,
    out  "error":
    out   {"kind": "cancelled", "exit_code": 130, "message": "…",
    out    "hint": "Kör samma kommando igen när du vill fortsätta.", "tries_left": null, "retry_at": null,
    out    "candidates": []}}
    err Avbrutet. Inget är ändrat.
    log 3-4 verify_code jesrab01: refused (code_wrong)
    exit 130
    "#);
}

#[test]
fn yes_and_no_are_understood_in_words() {
    for no in ["n", "NEJ", " no "] {
        let run = TestDesk::demo().terminal([Text("kanske"), Text(no)]).run("unlock jesrab01 -q");
        assert!(run.contains("err Svara j eller n.\n") && run.ends_with("exit 130"), "{run}");
        assert!(!run.contains("sms "), "{run}");
    }
    for yes in ["j", "Ja", "y", " yes"] {
        let run = TestDesk::demo().terminal([Text(yes), Code]).run("unlock jesrab01 -q");
        assert!(run.ends_with("exit 0"), "{run}");
    }
}

#[test]
fn account_unlocked_meanwhile_is_not_changed() {
    let mut desk = TestDesk::demo();
    let unlocked = desk.someone_changes("jesrab01", |person| person.lockout = Lockout::Cleared);
    assert_snapshot!(desk.terminal([Yes, unlocked, Code]).run("unlock jesrab01 -q"), @"
    tel code 1 to *********11, valid until 12:22, is read back
    out Kontot jesrab01 (Jesper Råberg) är inte låst. Det finns inget att låsa upp.
    out Säg: ”Försök igen.” Om lösenordet är glömt: servicedesk reset jesrab01
    dir jesrab01: unlocked
    log 1-2 send_code jesrab01: done
    log 3-4 verify_code jesrab01: done
    exit 0
    ");
}

#[test]
fn account_disabled_meanwhile_is_refused() {
    let mut desk = TestDesk::demo();
    let disabled = desk.someone_changes("jesrab01", |person| person.disabled = true);
    assert_snapshot!(desk.terminal([Yes, disabled, Code]).run("unlock jesrab01 -q"), @"
    tel code 1 to *********11, valid until 12:22, is read back
    err Fel: Kontot jesrab01 är inaktiverat. Inget är ändrat.
    err Gör så här: Att låsa upp eller byta lösenord hjälper inte. Säg: ”Ditt konto är inaktiverat. Din chef kan be IT-drift att aktivera det.”
    dir jesrab01: disabled
    log 1-2 send_code jesrab01: done
    log 3-4 verify_code jesrab01: done
    log 5 unlock jesrab01: refused (account_disabled)
    exit 5
    ");
}

#[test]
fn other_identification_needs_permission() {
    let mut desk = TestDesk::configured().with(eva());
    assert_snapshot!(desk.run("unlock evaand01 --identified-by 'körkort i disken'"), @"
    err Fel: Att identifiera utan kod är inte tillåtet här. Inget är ändrat.
    err Gör så här: Använd en kod. (Inställningen är verification.allow_identified_by.)
    log 1 unlock evaand01: refused (identified_by_not_allowed)
    exit 5
    ");
    desk.set("verification.allow_identified_by", "true");
    assert_snapshot!(desk.run("unlock evaand01 --identified-by 'körkort i disken' --ticket 'INC 7'"), @"
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    dir evaand01: unlocked
    log 2-3 unlock evaand01: done, server 127.0.0.1, ticket INC 7, identified by körkort i disken
    exit 0
    ");
}

#[test]
fn account_without_rights_is_refused() {
    let elsewhere = Person { place: Place::Users, ..eva() };
    let mut desk = TestDesk::configured().with(elsewhere);
    assert_snapshot!(desk.terminal([]).run("unlock evaand01 -v"), @"
    err Fel: Katalogen låter dig inte ändra evaand01. Inget är ändrat.
    err Gör så här: Du har inte rätt att ändra kontot. Säg: ”Jag kan inte ändra ditt konto, så jag lämnar över till den som sköter kontona.” Katalogens administratör kan ge rätten: Reset Password, lockoutTime, pwdLastSet.
    log 1 unlock evaand01: refused (no_right)
    exit 4
    ");
}

#[test]
fn unreadable_policy_does_not_stop_unlock() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.terminal([Yes, Code]).run("unlock gunpol01"), @"
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Lås upp: servicedesk unlock gunpol01. Om lösenordet är glömt: servicedesk reset gunpol01.
    err  Konto         gunpol01  gunpol01@contoso.example
    err Säg: ”Jag skickar en kod till din mobil. Numret slutar på 24, stämmer det?”
    tel code 1 to *********24, valid until 12:22, is read back
    out Upplåst: Gunilla Pohl (gunpol01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, på jobbet i datorn och annars på Mjölnet och Webmail, med samma lösenord som förut.”
    dir gunpol01: unlocked
    log 1-2 send_code gunpol01: done
    log 3-4 verify_code gunpol01: done
    log 5-6 unlock gunpol01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn account_is_found_by_name_or_number() {
    let mut desk = TestDesk::configured().with(eva());
    desk.run("send-code 0701740631");
    assert_snapshot!(desk.run("unlock 'Eva Andersson' --code {code}"), @"
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    dir evaand01: unlocked
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server 127.0.0.1
    exit 0
    ");
    let again = Person { lockout: Lockout::At(ago(1)), ..eva() };
    let mut desk = desk.with(again);
    assert_snapshot!(desk.run("unlock evaand01@contoso.example"), @"
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    dir evaand01: unlocked
    log 7-8 unlock evaand01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn unanswered_change_is_reported() {
    let mut desk = TestDesk::configured().with(eva());
    desk.set("directory.timeout_seconds", "5");
    let folder = desk.directory().folder().to_owned();
    let held = std::rc::Rc::new(std::cell::RefCell::new(None));
    let hold = {
        let held = std::rc::Rc::clone(&held);
        super::fixture::Answer::Meanwhile(Box::new(move || {
            held.replace(Some(super::fixture::directory::hold(&folder)));
        }))
    };
    assert_snapshot!(desk.terminal([Yes, hold, Code]).run("unlock evaand01 -q"), @"
    tel code 1 to *********31, valid until 12:22, is read back
    err Fel: 127.0.0.1 svarade inte på ändringen av evaand01. Den kan vara gjord, eller inte.
    err Gör så här: Se efter först: servicedesk lookup evaand01. Försök sedan igen om det behövs.
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: partly (may_have_changed)
    exit 7
    ");
}
