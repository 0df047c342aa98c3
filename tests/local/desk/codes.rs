//! What a code is good for, from one run of the program to the next.

use insta::assert_snapshot;
use servicedesk::practice::Person;

use super::fixture::Answer::{Code, Yes};
use super::fixture::people::{bo, eva};
use super::fixture::{TestDesk, kind};

#[test]
fn code_of_one_run_is_used_by_another() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("send-code jesrab01"), @"
    err Mobilen *********11 visar (övning):
    sms ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Contoso kommun
    out En kod är skickad till *********11. Den gäller till kl. 12.22.
    out När koden läses upp: servicedesk send-code jesrab01 --verify KOD, eller direkt: servicedesk unlock jesrab01 --code KOD
    log 1-2 send_code jesrab01: done
    exit 0
    ");
    assert_snapshot!(desk.run("unlock jesrab01 --code {code}"), @"
    out Upplåst: Jesper Råberg (jesrab01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, på jobbet i datorn och annars på Mjölnet och Webmail, med samma lösenord som förut.”
    dir jesrab01: unlocked
    log 3-4 verify_code jesrab01: done
    log 5-6 unlock jesrab01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn secret_is_read_from_standard_input() {
    let mut desk = TestDesk::demo();
    desk.run("send-code jesrab01");
    assert_snapshot!(desk.run("unlock jesrab01 --code -"), @"
    err Fel: Standard in är slut; --code väntade en rad. Inget är ändrat.
    err Gör så här: Skriv en rad i UTF-8 på standard in, till exempel från en fil.
    exit 2
    ");
    assert_snapshot!(desk.piped(["12 34"]).run("unlock jesrab01 --code -"), @"
    err Fel: En kod är sex siffror. Det räknas inte som ett försök.
    err Gör så här: Be om koden igen, siffra för siffra.
    exit 2
    ");
    assert_eq!(kind(&desk.piped([""]).run("send-code jesrab01 --verify - -o json")), ("not_a_code", 2));
}

#[test]
fn expired_code_is_refused() {
    let mut desk = TestDesk::demo();
    desk.run("send-code jesrab01");
    desk.wait(300);
    assert_snapshot!(desk.run("unlock jesrab01 --code {code}"), @"
    err Fel: Koden har gått ut. Inget är ändrat.
    err Gör så här: Skicka en ny kod: servicedesk send-code.
    log 3-4 verify_code jesrab01: refused (code_expired)
    exit 5
    ");
}

#[test]
fn code_is_valid_until_last_second() {
    let mut desk = TestDesk::demo();
    desk.run("send-code jesrab01");
    desk.wait(299);
    assert_snapshot!(desk.run("send-code jesrab01 --verify {code}"), @"
    out Den som ringer om jesrab01 är verifierad.
    log 3-4 verify_code jesrab01: done
    exit 0
    ");
}

#[test]
fn used_code_is_refused() {
    let mut desk = TestDesk::demo();
    desk.run("send-code jesrab01");
    desk.run("send-code jesrab01 --verify {code}");
    assert_snapshot!(desk.run("send-code jesrab01 --verify {code}"), @"
    err Fel: Koden är redan använd. Inget är ändrat.
    err Gör så här: Skicka en ny kod: servicedesk send-code.
    log 5-6 verify_code jesrab01: refused (code_used)
    exit 5
    ");
    assert_snapshot!(desk.run("unlock jesrab01 --code {code}"), @"
    err Fel: Koden är redan använd. Inget är ändrat.
    err Gör så här: Skicka en ny kod: servicedesk send-code.
    log 7-8 verify_code jesrab01: refused (code_used)
    exit 5
    ");
}

#[test]
fn code_is_refused_after_three_wrong_tries() {
    let mut desk = TestDesk::demo();
    desk.run("send-code jesrab01");
    assert_snapshot!(desk.run("unlock jesrab01 --code {wrong}"), @"
    err Fel: Koden stämmer inte. Inget är ändrat.
    err Gör så här: Be om koden igen, siffra för siffra. 2 försök är kvar.
    log 3-4 verify_code jesrab01: refused (code_wrong)
    exit 5
    ");
    assert_snapshot!(desk.run("unlock jesrab01 --code {wrong}"), @"
    err Fel: Koden stämmer inte. Inget är ändrat.
    err Gör så här: Be om koden igen, siffra för siffra. Ett försök är kvar.
    log 5-6 verify_code jesrab01: refused (code_wrong)
    exit 5
    ");
    assert_eq!(kind(&desk.run("unlock jesrab01 --code {wrong} -o json")), ("code_wrong", 5));
    assert_snapshot!(desk.run("unlock jesrab01 --code {code}"), @"
    err Fel: Kodens försök är slut. Inget är ändrat.
    err Gör så här: Skicka en ny kod: servicedesk send-code.
    log 9-10 verify_code jesrab01: refused (code_no_tries_left)
    exit 5
    ");
}

#[test]
fn malformed_code_uses_no_try() {
    let mut desk = TestDesk::demo();
    desk.run("send-code jesrab01");
    for _ in 0..4 {
        desk.run("unlock jesrab01 --code 12345");
    }
    assert_snapshot!(desk.run("unlock jesrab01 --code 1234567"), @"
    err Fel: En kod är sex siffror. Det räknas inte som ett försök.
    err Gör så här: Be om koden igen, siffra för siffra.
    exit 2
    ");
    assert_snapshot!(desk.run("unlock jesrab01 --code {code}"), @"
    out Upplåst: Jesper Råberg (jesrab01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, på jobbet i datorn och annars på Mjölnet och Webmail, med samma lösenord som förut.”
    dir jesrab01: unlocked
    log 3-4 verify_code jesrab01: done
    log 5-6 unlock jesrab01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn code_for_another_account_is_refused() {
    let mut desk = TestDesk::configured().with(eva()).with(bo());
    desk.run("send-code evaand01");
    desk.run("send-code boberg01");
    assert_snapshot!(desk.run("unlock evaand01 --code {code}"), @"
    err Fel: Den koden skickades till ett annat av dina samtal. Inget är ändrat.
    err Gör så här: Kontrollera vilket samtal du är i, och be om koden till det här kontot. Försök kvar: 2.
    log 5-6 verify_code evaand01: refused (code_for_another_account)
    exit 5
    ");
    assert_snapshot!(desk.terminal([Yes, Code, super::fixture::Answer::CtrlC]).run("unlock evaand01 -q"), @"
    err Obs: En felaktig kod har lästs upp för kontot det senaste dygnet.
    err En kod skickades kl. 12.17 till *********31. Den gäller till kl. 12.22.
    ask Fråga efter den koden (n: en ny, eller till någon annan)? [J/n] ‹yes›
    ask Koden som läses upp (Enter: ny kod) ‹the code›
    err Den koden hör till ett annat av dina samtal. Ett försök kvar.
    ask Koden som läses upp (Enter: ny kod) ‹^C›
    err Avbrutet. Inget är ändrat.
    log 7-8 verify_code evaand01: refused (code_for_another_account)
    exit 130
    ");
    assert_snapshot!(desk.run("unlock boberg01 --code {code}"), @"
    out Upplåst: Bo Berg (boberg01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    dir boberg01: unlocked
    log 9-10 verify_code boberg01: done
    log 11-12 unlock boberg01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn code_that_was_never_sent_is_refused() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("unlock jesrab01 --code 123456"), @"
    err Fel: Du har inte skickat någon kod till det här kontot. Inget är ändrat.
    err Gör så här: Skicka en kod: servicedesk send-code.
    log 1-2 verify_code jesrab01: refused (code_not_sent)
    exit 5
    ");
}

#[test]
fn changed_mobile_voids_code() {
    let mut desk = TestDesk::configured().with(eva());
    desk.run("send-code evaand01");
    let mut desk = desk.with(eva().mobile("070-174 06 39"));
    assert_snapshot!(desk.run("unlock evaand01 --code {code}"), @"
    err Fel: Mobilnumret har ändrats sedan koden skickades. Inget är ändrat.
    err Gör så här: Var på din vakt: någon kan ha bytt numret för att få koden. Skicka ingen ny utan att veta vem som ändrade.
    log 3-4 verify_code evaand01: refused (number_changed)
    exit 5
    ");
    assert_snapshot!(desk.terminal([super::fixture::Answer::CtrlC]).run("unlock evaand01 -q"), @"
    ask Skicka en kod till *********39? [J/n] ‹^C›
    err Avbrutet. Inget är ändrat.
    exit 130
    ");
}

#[test]
fn mobile_changed_during_call_is_refused() {
    let mut desk = TestDesk::configured().with(eva());
    let changed = desk.someone_changes("evaand01", |person| person.mobile = Some("070-174 06 39".to_owned()));
    assert_snapshot!(desk.terminal([super::fixture::Answer::Yes, changed, Code]).run("unlock evaand01 -q"), @"
    tel code 1 to *********31, valid until 12:22, is read back
    err Fel: Mobilnumret har ändrats sedan koden skickades. Inget är ändrat.
    err Gör så här: Var på din vakt: någon kan ha bytt numret för att få koden. Skicka ingen ny utan att veta vem som ändrade.
    dir evaand01: another mobile
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    log 5 unlock evaand01: refused (number_changed)
    exit 5
    ");
}

#[test]
fn changed_mobile_ends_verification() {
    let mut desk = TestDesk::configured().with(eva());
    desk.run("send-code evaand01");
    desk.run("send-code evaand01 --verify {code}");
    let mut desk = desk.with(eva().mobile("070-174 06 39"));
    assert_snapshot!(desk.run("unlock evaand01"), @"
    err Fel: Den som ringer om evaand01 är inte verifierad. Inget är ändrat.
    err Gör så här: Skicka en kod: servicedesk send-code evaand01. Ange sedan den som läses upp med --code.
    log 5 unlock evaand01: refused (not_verified)
    exit 5
    ");
}

#[test]
fn removed_mobile_voids_code() {
    let mut desk = TestDesk::configured().with(eva());
    desk.run("send-code evaand01");
    let mut desk = desk.with(Person { mobile: None, ..eva() });
    assert_snapshot!(desk.run("unlock evaand01 --code {code}"), @"
    err Fel: Mobilnumret har ändrats sedan koden skickades. Inget är ändrat.
    err Gör så här: Var på din vakt: någon kan ha bytt numret för att få koden. Skicka ingen ny utan att veta vem som ändrade.
    log 3 verify_code evaand01: refused (number_changed)
    exit 5
    ");
}

#[test]
fn new_code_replaces_old_code() {
    let mut desk = TestDesk::demo();
    desk.run("send-code jesrab01");
    // The wrong one of the newer is as little the older as any.
    desk.wait(30).run("send-code jesrab01");
    assert_snapshot!(desk.run("unlock jesrab01 --code {wrong}"), @"
    err Fel: Koden stämmer inte. Inget är ändrat.
    err Gör så här: Be om koden igen, siffra för siffra. 2 försök är kvar.
    log 5-6 verify_code jesrab01: refused (code_wrong)
    exit 5
    ");
    assert_snapshot!(desk.run("unlock jesrab01 --code {code}"), @"
    out Upplåst: Jesper Råberg (jesrab01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, på jobbet i datorn och annars på Mjölnet och Webmail, med samma lösenord som förut.”
    dir jesrab01: unlocked
    log 7-8 verify_code jesrab01: done
    log 9-10 unlock jesrab01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn resend_waits_for_interval() {
    let mut desk = TestDesk::demo();
    desk.run("send-code jesrab01");
    desk.wait(29);
    assert_snapshot!(desk.run("send-code jesrab01"), @"
    err Fel: En kod skickades nyss till jesrab01. Ingen ny är skickad.
    err Gör så här: Vänta på den som är skickad. En ny kod kan skickas om 1 sekund.
    log 3-4 send_code jesrab01: refused (send_too_soon)
    exit 5
    ");
    assert_eq!(kind(&desk.run("send-code jesrab01 -o json")), ("send_too_soon", 5));
    desk.wait(1);
    assert_snapshot!(desk.run("send-code jesrab01"), @"
    err Mobilen *********11 visar (övning):
    sms ‹code 2› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Contoso kommun
    out En kod är skickad till *********11. Den gäller till kl. 12.22.
    out När koden läses upp: servicedesk send-code jesrab01 --verify KOD, eller direkt: servicedesk unlock jesrab01 --code KOD
    log 7-8 send_code jesrab01: done
    exit 0
    ");
}

#[test]
fn sixth_code_within_hour_is_refused() {
    let mut desk = TestDesk::demo();
    for _ in 0..5 {
        desk.run("send-code jesrab01");
        desk.wait(60);
    }
    assert_snapshot!(desk.run("send-code jesrab01"), @"
    err Fel: Gränsen för koder per timme är nådd för jesrab01. Ingen ny är skickad.
    err Gör så här: Vänta på den som är skickad. En ny kod kan skickas kl. 13.17 (om 55 minuter).
    log 11-12 send_code jesrab01: refused (send_limit_hour)
    exit 5
    ");
    desk.wait(3600 - 5 * 60);
    assert_snapshot!(desk.run("send-code jesrab01"), @"
    err Mobilen *********11 visar (övning):
    sms ‹code 6› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Contoso kommun
    out En kod är skickad till *********11. Den gäller till kl. 13.22.
    out När koden läses upp: servicedesk send-code jesrab01 --verify KOD, eller direkt: servicedesk unlock jesrab01 --code KOD
    log 13-14 send_code jesrab01: done
    exit 0
    ");
}

#[test]
fn limits_follow_configuration() {
    let mut desk = TestDesk::configured().with(eva());
    desk.set("verification.code_lifetime_seconds", "60").set("verification.attempts", "1");
    desk.set("verification.resend_seconds", "0").set("verification.sends_per_hour", "2");
    desk.set("verification.window_seconds", "10");
    assert_snapshot!(desk.run("send-code evaand01"), @"
    sms +46701740631 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    out En kod är skickad till *********31. Den gäller till kl. 12.18.
    out När koden läses upp: servicedesk send-code evaand01 --verify KOD, eller direkt: servicedesk unlock evaand01 --code KOD
    log 1-2 send_code evaand01: done
    exit 0
    ");
    assert_snapshot!(desk.run("send-code evaand01 --verify {wrong}"), @"
    err Fel: Koden stämmer inte. Inget är ändrat.
    err Gör så här: Försöken är slut. Skicka en ny kod.
    log 3-4 verify_code evaand01: refused (code_wrong)
    exit 5
    ");
    assert_snapshot!(desk.run("send-code evaand01 --verify {code}"), @"
    err Fel: Kodens försök är slut. Inget är ändrat.
    err Gör så här: Skicka en ny kod: servicedesk send-code.
    log 5-6 verify_code evaand01: refused (code_no_tries_left)
    exit 5
    ");
    desk.run("send-code evaand01");
    desk.run("send-code evaand01 --verify {code}");
    assert_snapshot!(desk.wait(11).run("unlock evaand01"), @"
    err Fel: Den som ringer om evaand01 är inte verifierad. Inget är ändrat.
    err Gör så här: Skicka en kod: servicedesk send-code evaand01. Ange sedan den som läses upp med --code.
    log 11 unlock evaand01: refused (not_verified)
    exit 5
    ");
    assert_snapshot!(desk.run("send-code evaand01"), @"
    err Varning: En felaktig kod har lästs upp för kontot det senaste dygnet.
    err Fel: Gränsen för koder per timme är nådd för evaand01. Ingen ny är skickad.
    err Gör så här: En ny kod kan skickas kl. 13.17 (om 1 timme).
    log 12-13 send_code evaand01: refused (send_limit_hour)
    exit 5
    ");
}
