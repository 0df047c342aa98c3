//! `send-code`: sends a code to the registered mobile and checks it.

use insta::assert_snapshot;
use servicedesk::practice::Person;

use super::fixture::Answer::{Code, CtrlC, WrongCode};
use super::fixture::people::eva;
use super::fixture::{TestDesk, kind};

#[test]
fn call_on_terminal_verifies() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.terminal([WrongCode, Code]).run("send-code jesrab01"), @"
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Lås upp: servicedesk unlock jesrab01. Om lösenordet är glömt: servicedesk reset jesrab01.
    err  Konto         jesrab01  jesrab01@contoso.example
    err Mobilen *********11 visar (övning):
    sms ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Contoso kommun
    err En kod är skickad till *********11. Den gäller till kl. 12.22.
    ask Koden som läses upp (Enter: ny kod) ‹a wrong code›
    err Fel kod. 2 försök kvar.
    ask Koden som läses upp (Enter: ny kod) ‹the code›
    err Rätt kod. Den som ringer är verifierad.
    out Den som ringer om jesrab01 är verifierad.
    log 1-2 send_code jesrab01: done
    log 3-4 verify_code jesrab01: refused (code_wrong)
    log 5-6 verify_code jesrab01: done
    exit 0
    ");
}

#[test]
fn messages_are_in_english() {
    let mut desk = TestDesk::demo().in_english();
    assert_snapshot!(desk.run("send-code jesrab01 --ticket INC-1"), @"
    err The phone *********11 shows (practice):
    sms ‹code 1› is your code to unlock your account or change your password. Give it to the servicedesk only if you called them yourself (0142-36 6000). Contoso kommun
    out A code is on its way to *********11. It is valid until 12:22.
    out When the caller reads the code back: servicedesk send-code jesrab01 --verify CODE, or directly: servicedesk unlock jesrab01 --code CODE
    log 1-2 send_code jesrab01: done, ticket INC-1
    exit 0
    ");
    assert_snapshot!(desk.run("send-code jesrab01 --verify {code}"), @"
    out The caller for jesrab01 is verified.
    log 3-4 verify_code jesrab01: done
    exit 0
    ");
}

#[test]
fn sms_follows_desk_language() {
    let mut desk = TestDesk::configured().with(eva());
    desk.set("language", "\"sv\"");
    assert_snapshot!(desk.run("send-code evaand01 --lang en"), @"
    sms +46701740631 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    out A code is on its way to *********31. It is valid until 12:22.
    out When the caller reads the code back: servicedesk send-code evaand01 --verify CODE, or directly: servicedesk unlock evaand01 --code CODE
    log 1-2 send_code evaand01: done
    exit 0
    ");
}

#[test]
fn ctrl_c_keeps_sent_code_valid() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.terminal([CtrlC]).run("send-code jesrab01 -q"), @"
    err Mobilen *********11 visar (övning):
    sms ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Contoso kommun
    err En kod är skickad till *********11. Den gäller till kl. 12.22.
    ask Koden som läses upp (Enter: ny kod) ‹^C›
    err Avbrutet. Inget är ändrat.
    log 1-2 send_code jesrab01: done
    exit 130
    ");
    assert_snapshot!(desk.run("send-code jesrab01 --verify {code}"), @"
    out Den som ringer om jesrab01 är verifierad.
    log 3-4 verify_code jesrab01: done
    exit 0
    ");
}

#[test]
fn missing_mobile_is_refused() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("send-code bengun01"), @"
    err Fel: Kontot bengun01 har inget mobilnummer registrerat. Inget är ändrat.
    err Gör så här: Ingen kod kan skickas. Säg: ”Du har inget mobilnummer registrerat. Din chef kan be IT-drift att registrera det, eller så kommer du till servicedesk med legitimation.”
    log 1 send_code bengun01: refused (no_mobile)
    exit 5
    ");
    assert_eq!(kind(&desk.run("send-code ingsve01 -o json")), ("mobile_is_landline", 5));
    assert_snapshot!(desk.terminal([]).run("unlock ingsve01 -q"), @"
    err Obs: Mobilnumret tar inte emot SMS (ett fast nummer).
    err Fel: Numret som är registrerat för ingsve01 tar inte emot SMS (ett fast nummer). Inget är ändrat.
    err Gör så här: Ingen kod kan skickas. Säg: ”Ditt registrerade nummer är ett fast nummer. Din chef kan be IT-drift att registrera din mobil, eller så kommer du till servicedesk med legitimation.”
    log 3 unlock ingsve01: refused (mobile_is_landline)
    exit 5
    ");
}

#[test]
fn invalid_number_is_refused() {
    let mut desk = TestDesk::configured().with(Person { mobile: Some("se Outlook".to_owned()), ..eva() });
    assert_snapshot!(desk.run("send-code evaand01"), @"
    err Fel: Mobilnumret som är registrerat för evaand01 kan inte användas: det är inget telefonnummer. Inget är ändrat.
    err Gör så här: Ingen kod kan skickas. Säg: ”Ditt registrerade mobilnummer går inte att använda. Din chef kan be den som sköter kontona att ändra det, eller så kommer du till servicedesk med legitimation.”
    log 1 send_code evaand01: refused (mobile_unreadable)
    exit 5
    ");
}

#[test]
fn foreign_number_gets_code() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("send-code larhan01"), @"
    err Obs: Mobilnumret är utländskt (Storbritannien).
    err Mobilen **********23 visar (övning):
    sms ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Contoso kommun
    out En kod är skickad till **********23. Den gäller till kl. 12.22.
    out När koden läses upp: servicedesk send-code larhan01 --verify KOD, eller direkt: servicedesk unlock larhan01 --code KOD
    log 1-2 send_code larhan01: done
    exit 0
    ");
}

#[test]
fn account_that_cannot_sign_in_gets_no_code() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("send-code perols01"), @"
    err Fel: Kontot perols01 är inaktiverat. Inget är ändrat.
    err Gör så här: Att låsa upp eller byta lösenord hjälper inte. Säg: ”Ditt konto är inaktiverat. Din chef kan be IT-drift att aktivera det.”
    log 1 send_code perols01: refused (account_disabled)
    exit 5
    ");
}

#[test]
fn no_match_and_several_matches_are_refused() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("send-code finns-inte"), @"
    err Fel: Inget konto stämmer med ”finns-inte”.
    err Gör så här: Fråga efter användarnamn, e-post eller mobilnummer och sök igen. En del av namnet räcker.
    exit 3
    ");
    assert_snapshot!(desk.run("send-code 'Eva Karlsson'"), @"
    err Fel: 2 konton stämmer med ”Eva Karlsson”; det måste vara ett.
    err Gör så här: Fråga vem det är och ange användarnamnet: evakar01 (Eva Karlsson, Socialtjänst); evakar02 (Eva Karlsson, Skola)
    exit 3
    ");
}

#[test]
fn unwritable_outbox_is_reported() {
    let mut desk = TestDesk::configured().with(eva());
    desk.write_private("outbox", "not a folder");
    desk.set("sms.outbox", "\"outbox/inner\"");
    assert_snapshot!(desk.run("send-code evaand01"), @"
    err Fel: SMS-tjänsten …/outbox/inner gick inte att nå. Inget SMS är skickat.
    err Gör så här: Försök igen om en stund.
    log 1-2 send_code evaand01: failed (sms_unreachable)
    exit 6
    ");
    // What never left is not held against the next one.
    desk.set("sms.outbox", "\"another\"");
    assert_snapshot!(desk.run("send-code evaand01"), @"
    out En kod är skickad till *********31. Den gäller till kl. 12.22.
    out När koden läses upp: servicedesk send-code evaand01 --verify KOD, eller direkt: servicedesk unlock evaand01 --code KOD
    log 3-4 send_code evaand01: done
    exit 0
    ");
}

#[test]
fn missing_gateway_is_reported() {
    let mut desk = TestDesk::configured().with(eva());
    desk.unset("sms.provider").unset("sms.outbox");
    assert_snapshot!(desk.run("send-code evaand01"), @"
    err Fel: Ingen SMS-tjänst är inställd (sms.provider). Inget SMS är skickat.
    err Gör så här: Säg till den som sköter programmet att kontrollera [sms] i inställningarna.
    log 1-2 send_code evaand01: failed (no_sms_gateway)
    exit 2
    ");
}
