//! `unlock`: keep the password, unlock the account.

use insta::assert_snapshot;
use servicedesk::practice::{Lockout, Person, Place};

use super::fixture::Answer::{Code, CtrlC, No, Text, WrongCode, Yes};
use super::fixture::TestDesk;
use super::fixture::people::{ago, eva};

const GOOD: &str = "Gran-Moln-73";
const OTHER: &str = "Annan-Moln-74";

#[test]
fn whole_call_on_terminal() {
    let mut desk = TestDesk::demo();
    desk.in_full = true;
    assert_snapshot!(desk.terminal([Yes, WrongCode, Code]).run("unlock jesrab01"), @"
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Lås upp: servicedesk unlock jesrab01. Är lösenordet glömt: servicedesk reset jesrab01.
    err  Konto         jesrab01  jesrab01@contoso.example
    err  Namn          Jesper Råberg
    err  Avdelning     Kultur och fritid
    err  E-post        jesrab01@contoso.example
    err  Mobil         *********11, ändrat 2025-03-30 12:17 (för 400 dagar sedan)
    err  Låst          JA, sedan 12:03 (för 14 minuter sedan); öppnas inte av sig själv
    err  Fel lösenord  5, senast 12:03 (för 14 minuter sedan)
    err  Lösenord      satt 2026-04-04 12:17 (för 30 dagar sedan), går ut 2026-10-01 12:17 (om 150 dagar)
    err  Regler        domänens: minst 8 tecken, inget av de 12 senaste, tre sorters tecken och inget av namnet
    err Säg: ”Jag skickar en kod till din mobil. Numret slutar på 11, stämmer det?”
    ask Skicka en kod till *********11? [J/n] ‹yes›
    err Mobilen *********11 visar (övning):
    sms ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Contoso kommun
    err En kod är skickad till *********11. Den gäller till 12:22.
    ask Koden som läses upp (tomt: skicka en ny) ‹a wrong code›
    err Fel kod. 2 försök kvar.
    ask Koden som läses upp (tomt: skicka en ny) ‹the code›
    err Rätt kod. Den som ringer är verifierad.
    out Upplåst: Jesper Råberg (jesrab01). Läst tillbaka: kontot är öppet.
    out Säg: ”Du kan logga in på Mjölnet och Webmail nu, med samma lösenord som förut.”
    dir jesrab01: unlocked
    log 1-2 send_code jesrab01: done
    log 3-4 verify_code jesrab01: refused (code_wrong)
    log 5-6 verify_code jesrab01: done
    log 7-8 unlock jesrab01: done, server 127.0.0.1
    exit 0
    ");
    assert_snapshot!(desk.run("lookup jesrab01"), @"
    out  Läge       Inget fel på kontot.
    out  Gör nu     Är lösenordet glömt: servicedesk reset jesrab01. Annars: prova igen, kontrollera Caps Lock och att rätt användarnamn skrivs.
    out  Obs        En felaktig kod har lästs upp för kontot det senaste dygnet.
    out  Konto      jesrab01  jesrab01@contoso.example
    out  Namn       Jesper Råberg
    out  Avdelning  Kultur och fritid
    out  E-post     jesrab01@contoso.example
    out  Mobil      *********11, ändrat 2025-03-30 12:17 (för 400 dagar sedan)
    out  Låst       nej
    out  Lösenord   satt 2026-04-04 12:17 (för 30 dagar sedan), går ut 2026-10-01 12:17 (om 150 dagar)
    out  Regler     domänens: minst 8 tecken, inget av de 12 senaste, tre sorters tecken och inget av namnet
    exit 0
    ");
}

#[test]
fn whole_call_with_configuration() {
    let mut desk = TestDesk::configured().with(eva());
    assert_snapshot!(desk.terminal([Yes, Code]).run("unlock evaand01 --ticket INC-4711"), @"
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Lås upp: servicedesk unlock evaand01. Är lösenordet glömt: servicedesk reset evaand01.
    err  Konto         evaand01  evaand01@contoso.example
    err Säg: ”Jag skickar en kod till din mobil. Numret slutar på 31, stämmer det?”
    tel code 1 to *********31, valid until 12:22, is read back
    out Upplåst: Eva Andersson (evaand01). Läst tillbaka: kontot är öppet.
    out Säg: ”Du kan logga in nu, med samma lösenord som förut.”
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
    assert_snapshot!(desk.terminal([]).run("unlock mmeyers"), @"
    out Mia Meyers (mmeyers) är inte låst. Det finns inget att låsa upp.
    out Säg: ”Prova igen.” Är lösenordet glömt: servicedesk reset mmeyers
    exit 0
    ");
    assert_snapshot!(desk.run("unlock karnys01"), @"
    out Karl Nyström (karnys01) är inte låst. Det finns inget att låsa upp.
    out Säg: ”Logga in vid en dator på jobbet med lösenordet du har, även om det är tillfälligt. Då får du välja ett nytt.” Är lösenordet glömt: servicedesk reset karnys01.
    exit 0
    ");
}

#[test]
fn lapsed_lock_is_open() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.terminal([]).run("unlock annlin02"), @"
    out Anna Lind (annlin02) är inte låst. Det finns inget att låsa upp.
    out Säg: ”Prova igen.” Är lösenordet glömt: servicedesk reset annlin02
    exit 0
    ");
}

/// Only the verdict's own sentences: what the controller would answer 530 and 531 to is not "you can sign in now".
#[test]
fn unlock_states_sign_in_restrictions() {
    let mut later = [0_u8; 21];
    // The test's Monday, 15:00 UTC.
    later[4] = 0b1000_0000;
    let computers = || vec!["PC1".to_owned(), "PC2".to_owned()];
    let restricted = [
        ("later", Person { logon_hours: Some(later), ..eva() }),
        ("never", Person { logon_hours: Some([0; 21]), ..eva() }),
        ("computers", Person { workstations: computers(), ..eva() }),
        ("one computer", Person { workstations: vec!["PC1".to_owned()], ..eva() }),
        (
            "later, computers, must change",
            Person { logon_hours: Some(later), workstations: computers(), must_change: true, ..eva() },
        ),
    ];
    let mut said = String::new();
    for (what, person) in restricted {
        let mut desk = TestDesk::configured().with(person);
        said += &format!("{what}\n");
        let mut keep = |run: &str, only: &[&str]| {
            let lines = run.lines().filter(|line| only.iter().any(|only| line.starts_with(only)));
            lines.for_each(|line| said += &format!("  {line}\n"));
        };
        keep(&desk.run("lookup evaand01"), &["out  Gör nu"]);
        keep(&desk.run("send-code evaand01"), &["out Kontot"]);
        keep(&desk.run("unlock evaand01 --code {code}"), &["out "]);
        keep(&desk.run("unlock evaand01"), &["out "]);
        keep(&desk.piped([GOOD]).run("reset evaand01 --password-stdin --no-must-change"), &["out "]);
        keep(&desk.piped([OTHER]).run("reset evaand01 --password-stdin --must-change"), &["out "]);
    }
    assert_snapshot!(said, @"
    later
      out  Gör nu        Lås upp: servicedesk unlock evaand01. Är lösenordet glömt: servicedesk reset evaand01. Kontot får logga in från 15:00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna.
      out Kontot får logga in från 15:00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna.
      out Upplåst: Eva Andersson (evaand01). Läst tillbaka: kontot är öppet.
      out Kontot får logga in från 15:00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna.
      out Eva Andersson (evaand01) är inte låst. Det finns inget att låsa upp.
      out Kontot får logga in från 15:00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna.
      out Nytt lösenord satt för Eva Andersson (evaand01).
      out Kontot får logga in från 15:00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna.
      out Nytt lösenord satt för Eva Andersson (evaand01).
      out Kontot får logga in från 15:00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna.
      out Säg: ”Logga in vid en dator på jobbet med det nya lösenordet. Då får du välja ett eget.”
    never
      out  Gör nu        Lås upp: servicedesk unlock evaand01. Är lösenordet glömt: servicedesk reset evaand01. Kontot får aldrig logga in, så upplåsning eller nytt lösenord hjälper inte. Den som ansvarar för kontot kan ändra det.
      out Kontot får aldrig logga in, så upplåsning eller nytt lösenord hjälper inte. Den som ansvarar för kontot kan ändra det.
      out Upplåst: Eva Andersson (evaand01). Läst tillbaka: kontot är öppet.
      out Kontot får aldrig logga in, så upplåsning eller nytt lösenord hjälper inte. Den som ansvarar för kontot kan ändra det.
      out Eva Andersson (evaand01) är inte låst. Det finns inget att låsa upp.
      out Kontot får aldrig logga in, så upplåsning eller nytt lösenord hjälper inte. Den som ansvarar för kontot kan ändra det.
      out Nytt lösenord satt för Eva Andersson (evaand01).
      out Kontot får aldrig logga in, så upplåsning eller nytt lösenord hjälper inte. Den som ansvarar för kontot kan ändra det.
      out Nytt lösenord satt för Eva Andersson (evaand01).
      out Kontot får aldrig logga in, så upplåsning eller nytt lösenord hjälper inte. Den som ansvarar för kontot kan ändra det.
    computers
      out  Gör nu        Lås upp: servicedesk unlock evaand01. Är lösenordet glömt: servicedesk reset evaand01. Kontot får bara logga in på PC1, PC2.
      out Kontot får bara logga in på PC1, PC2.
      out Upplåst: Eva Andersson (evaand01). Läst tillbaka: kontot är öppet.
      out Säg: ”Du kan logga in vid någon av datorerna PC1, PC2 nu, med samma lösenord som förut.”
      out Eva Andersson (evaand01) är inte låst. Det finns inget att låsa upp.
      out Kontot får bara logga in på PC1, PC2.
      out Säg: ”Prova igen.” Är lösenordet glömt: servicedesk reset evaand01
      out Nytt lösenord satt för Eva Andersson (evaand01).
      out Säg: ”Du kan logga in vid någon av datorerna PC1, PC2 nu. Datorn tar det nya lösenordet när den startas på arbetsplatsens nät.”
      out Nytt lösenord satt för Eva Andersson (evaand01).
      out Kontot får bara logga in på PC1, PC2.
      out Säg: ”Logga in vid en dator på jobbet med det nya lösenordet. Då får du välja ett eget.”
    one computer
      out  Gör nu        Lås upp: servicedesk unlock evaand01. Är lösenordet glömt: servicedesk reset evaand01. Kontot får bara logga in på PC1.
      out Kontot får bara logga in på PC1.
      out Upplåst: Eva Andersson (evaand01). Läst tillbaka: kontot är öppet.
      out Säg: ”Du kan logga in vid datorn PC1 nu, med samma lösenord som förut.”
      out Eva Andersson (evaand01) är inte låst. Det finns inget att låsa upp.
      out Kontot får bara logga in på PC1.
      out Säg: ”Prova igen.” Är lösenordet glömt: servicedesk reset evaand01
      out Nytt lösenord satt för Eva Andersson (evaand01).
      out Säg: ”Du kan logga in vid datorn PC1 nu. Datorn tar det nya lösenordet när den startas på arbetsplatsens nät.”
      out Nytt lösenord satt för Eva Andersson (evaand01).
      out Kontot får bara logga in på PC1.
      out Säg: ”Logga in vid en dator på jobbet med det nya lösenordet. Då får du välja ett eget.”
    later, computers, must change
      out  Gör nu        Lås upp: servicedesk unlock evaand01. Är lösenordet glömt: servicedesk reset evaand01. Kontot får logga in från 15:00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna. Kontot får bara logga in på PC1, PC2.
      out Kontot får logga in från 15:00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna.
      out Kontot får bara logga in på PC1, PC2.
      out Upplåst: Eva Andersson (evaand01). Läst tillbaka: kontot är öppet.
      out Kontot får logga in från 15:00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna.
      out Kontot får bara logga in på PC1, PC2.
      out Eva Andersson (evaand01) är inte låst. Det finns inget att låsa upp.
      out Kontot får logga in från 15:00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna.
      out Kontot får bara logga in på PC1, PC2.
      out Nytt lösenord satt för Eva Andersson (evaand01).
      out Kontot får logga in från 15:00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna.
      out Kontot får bara logga in på PC1, PC2.
      out Nytt lösenord satt för Eva Andersson (evaand01).
      out Kontot får logga in från 15:00 (om 2 timmar). Den som ansvarar för kontot kan ändra tiderna.
      out Kontot får bara logga in på PC1, PC2.
      out Säg: ”Logga in vid en dator på jobbet med det nya lösenordet. Då får du välja ett eget.”
    ");
}

/// A code may be wanted for a new password all the same, so the call goes on; what is said at its end is so.
#[test]
fn guided_call_states_sign_in_restrictions() {
    let mut desk = TestDesk::configured().with(Person { logon_hours: Some([0; 21]), ..eva() });
    desk.run("send-code evaand01");
    desk.run("send-code evaand01 --verify {code}");
    let told = desk.terminal([Text(""), Text("")]).run("assist evaand01 -q");
    assert!(told.contains("out Kontot får aldrig logga in") && !told.contains("Du kan logga in"), "{told}");
    assert!(told.contains("dir evaand01: unlocked"), "{told}");
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
    out Upplåst: Jesper Råberg (jesrab01). Läst tillbaka: kontot är öppet.
    out Säg: ”Du kan logga in på Mjölnet och Webmail nu, med samma lösenord som förut.”
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
    out Upplåst: Jesper Råberg (jesrab01). Läst tillbaka: kontot är öppet.
    out Säg: ”Du kan logga in på Mjölnet och Webmail nu, med samma lösenord som förut.”
    dir jesrab01: unlocked
    log 6-7 send_code jesrab01: done
    log 8-9 verify_code jesrab01: done
    log 10-11 unlock jesrab01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn pending_code_is_asked_for() {
    let mut desk = TestDesk::demo();
    desk.run("send-code jesrab01");
    assert_snapshot!(desk.terminal([Code]).run("unlock jesrab01 -q"), @"
    ask Koden som läses upp (tomt: skicka en ny) ‹the code›
    err Rätt kod. Den som ringer är verifierad.
    out Upplåst: Jesper Råberg (jesrab01). Läst tillbaka: kontot är öppet.
    out Säg: ”Du kan logga in på Mjölnet och Webmail nu, med samma lösenord som förut.”
    dir jesrab01: unlocked
    log 3-4 verify_code jesrab01: done
    log 5-6 unlock jesrab01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn ctrl_c_or_no_changes_nothing() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.terminal([No]).run("unlock jesrab01 -q"), @"
    ask Skicka en kod till *********11? [J/n] ‹no›
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
    err En kod är skickad till *********11. Den gäller till 12:22.
    ask Koden som läses upp (tomt: skicka en ny) ‹^C›
    err Avbrutet. Inget är ändrat.
    log 1-2 send_code jesrab01: done
    exit 130
    ");
    assert_snapshot!(desk.terminal([WrongCode, CtrlC]).run("unlock jesrab01 -q -o json"), @r#"
    ask Koden som läses upp (tomt: skicka en ny) ‹a wrong code›
    err Fel kod. 2 försök kvar.
    ask Koden som läses upp (tomt: skicka en ny) ‹^C›
    out {"error": {"kind": "cancelled", "message": "…", "hint": "Kör samma kommando igen när du vill fortsätta."}}
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
fn malformed_answer_uses_no_try() {
    let mut desk = TestDesk::demo();
    let script = [Yes, Text("12345"), Text("abcdef"), Text("1234567"), Text("lampa"), Code];
    assert_snapshot!(desk.terminal(script).run("unlock jesrab01 -q"), @"
    ask Skicka en kod till *********11? [J/n] ‹yes›
    err Mobilen *********11 visar (övning):
    sms ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Contoso kommun
    err En kod är skickad till *********11. Den gäller till 12:22.
    ask Koden som läses upp (tomt: skicka en ny) ‹“12345”›
    err En kod är sex siffror. Inget försök är förbrukat.
    ask Koden som läses upp (tomt: skicka en ny) ‹“abcdef”›
    err En kod är sex siffror. Inget försök är förbrukat.
    ask Koden som läses upp (tomt: skicka en ny) ‹“1234567”›
    err En kod är sex siffror. Inget försök är förbrukat.
    ask Koden som läses upp (tomt: skicka en ny) ‹“lampa”›
    err En kod är sex siffror. Inget försök är förbrukat.
    ask Koden som läses upp (tomt: skicka en ny) ‹the code›
    err Rätt kod. Den som ringer är verifierad.
    out Upplåst: Jesper Råberg (jesrab01). Läst tillbaka: kontot är öppet.
    out Säg: ”Du kan logga in på Mjölnet och Webmail nu, med samma lösenord som förut.”
    dir jesrab01: unlocked
    log 1-2 send_code jesrab01: done
    log 3-4 verify_code jesrab01: done
    log 5-6 unlock jesrab01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn third_wrong_code_ends_command() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.terminal([Yes, WrongCode, WrongCode, WrongCode]).run("unlock jesrab01 -q"), @"
    ask Skicka en kod till *********11? [J/n] ‹yes›
    err Mobilen *********11 visar (övning):
    sms ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Contoso kommun
    err En kod är skickad till *********11. Den gäller till 12:22.
    ask Koden som läses upp (tomt: skicka en ny) ‹a wrong code›
    err Fel kod. 2 försök kvar.
    ask Koden som läses upp (tomt: skicka en ny) ‹a wrong code›
    err Fel kod. Ett försök kvar.
    ask Koden som läses upp (tomt: skicka en ny) ‹a wrong code›
    err Fel: Koden stämmer inte. Inget är ändrat.
    err Gör så här: Försöken är slut. Skicka en ny kod.
    log 1-2 send_code jesrab01: done
    log 3-4 verify_code jesrab01: refused (code_wrong)
    log 5-6 verify_code jesrab01: refused (code_wrong)
    log 7-8 verify_code jesrab01: refused (code_wrong)
    exit 5
    ");
    // The used up code is no longer out, so that a new one is offered.
    desk.wait(30);
    assert_snapshot!(desk.terminal([Yes, Code]).run("unlock jesrab01 -q"), @"
    tel code 2 to *********11, valid until 12:22, is read back
    out Upplåst: Jesper Råberg (jesrab01). Läst tillbaka: kontot är öppet.
    out Säg: ”Du kan logga in på Mjölnet och Webmail nu, med samma lösenord som förut.”
    dir jesrab01: unlocked
    log 9-10 send_code jesrab01: done
    log 11-12 verify_code jesrab01: done
    log 13-14 unlock jesrab01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn empty_answer_sends_new_code() {
    let mut desk = TestDesk::demo();
    let later = desk.time_passes(30);
    let script = [Yes, Text(""), later, Text(" "), Code];
    assert_snapshot!(desk.terminal(script).run("unlock jesrab01 -q"), @"
    ask Skicka en kod till *********11? [J/n] ‹yes›
    err Mobilen *********11 visar (övning):
    sms ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Contoso kommun
    err En kod är skickad till *********11. Den gäller till 12:22.
    ask Koden som läses upp (tomt: skicka en ny) ‹“”›
    err En ny kod kan skickas 12:17 (om 1 minut).
    ask Koden som läses upp (tomt: skicka en ny) ‹“ ”›
    err Mobilen *********11 visar (övning):
    sms ‹code 2› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Contoso kommun
    err En kod är skickad till *********11. Den gäller till 12:22.
    ask Koden som läses upp (tomt: skicka en ny) ‹the code›
    err Rätt kod. Den som ringer är verifierad.
    out Upplåst: Jesper Råberg (jesrab01). Läst tillbaka: kontot är öppet.
    out Säg: ”Du kan logga in på Mjölnet och Webmail nu, med samma lösenord som förut.”
    dir jesrab01: unlocked
    log 1-2 send_code jesrab01: done
    log 3-4 send_code jesrab01: refused (send_too_soon)
    log 5-6 send_code jesrab01: done
    log 7-8 verify_code jesrab01: done
    log 9-10 unlock jesrab01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn account_unlocked_meanwhile_is_not_changed() {
    let mut desk = TestDesk::demo();
    let unlocked = desk.someone_changes("jesrab01", |person| person.lockout = Lockout::Cleared);
    assert_snapshot!(desk.terminal([Yes, unlocked, Code]).run("unlock jesrab01 -q"), @"
    tel code 1 to *********11, valid until 12:22, is read back
    out Jesper Råberg (jesrab01) är inte låst. Det finns inget att låsa upp.
    out Säg: ”Prova igen.” Är lösenordet glömt: servicedesk reset jesrab01
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
    err Fel: jesrab01 är avstängt. Att låsa upp eller byta lösenord släpper inte in någon. Inget är ändrat.
    err Gör så här: Be den som ringer att tala med sin chef.
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
    out Upplåst: Eva Andersson (evaand01). Läst tillbaka: kontot är öppet.
    out Säg: ”Du kan logga in nu, med samma lösenord som förut.”
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
    err Gör så här: Be katalogens administratör om rätten (Reset Password, lockoutTime, pwdLastSet), eller lämna över till någon som har den.
    log 1 unlock evaand01: refused (no_right)
    exit 4
    ");
}

#[test]
fn unreadable_policy_does_not_stop_unlock() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.terminal([Yes, Code]).run("unlock gunpol01"), @"
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Lås upp: servicedesk unlock gunpol01. Är lösenordet glömt: servicedesk reset gunpol01.
    err  Konto         gunpol01  gunpol01@contoso.example
    err Säg: ”Jag skickar en kod till din mobil. Numret slutar på 24, stämmer det?”
    tel code 1 to *********24, valid until 12:22, is read back
    out Upplåst: Gunilla Pohl (gunpol01). Läst tillbaka: kontot är öppet.
    out Säg: ”Du kan logga in på Mjölnet och Webmail nu, med samma lösenord som förut.”
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
    out Upplåst: Eva Andersson (evaand01). Läst tillbaka: kontot är öppet.
    out Säg: ”Du kan logga in nu, med samma lösenord som förut.”
    dir evaand01: unlocked
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server 127.0.0.1
    exit 0
    ");
    let again = Person { lockout: Lockout::At(ago(1)), ..eva() };
    let mut desk = desk.with(again);
    assert_snapshot!(desk.run("unlock evaand01@contoso.example"), @"
    out Upplåst: Eva Andersson (evaand01). Läst tillbaka: kontot är öppet.
    out Säg: ”Du kan logga in nu, med samma lösenord som förut.”
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

/// Whoever must choose another password is told how; only who may not needs a new one.
#[test]
fn must_change_gives_advice() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.run("unlock linber01"), @"
    out Lina Berg (linber01) är inte låst. Det finns inget att låsa upp.
    out Säg: ”Logga in vid en dator på jobbet med lösenordet du har, även om det är tillfälligt. Då får du välja ett nytt.” Är lösenordet glömt: servicedesk reset linber01.
    exit 0
    ");
    assert_snapshot!(desk.run("unlock kassan01"), @"
    out Kassan Badhuset (kassan01) är inte låst. Det finns inget att låsa upp.
    out Bara ett nytt lösenord hjälper, ett som inte behöver bytas: servicedesk reset kassan01 --no-must-change. Det går om servern kan kontrollera tidigare lösenord; lämna annars över till katalogens administratör.
    exit 0
    ");
    let mut desk = TestDesk::configured().with(Person { must_change: true, ..eva() });
    desk.run("send-code evaand01");
    assert_snapshot!(desk.run("unlock evaand01 --code {code}"), @"
    out Upplåst: Eva Andersson (evaand01). Läst tillbaka: kontot är öppet.
    out Säg: ”Logga in vid en dator på jobbet med lösenordet du har, även om det är tillfälligt. Då får du välja ett nytt.” Är lösenordet glömt: servicedesk reset evaand01.
    dir evaand01: unlocked
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server 127.0.0.1
    exit 0
    ");
}
