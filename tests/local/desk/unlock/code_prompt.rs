//! The prompt of `unlock` for the code that the caller reads back.

use insta::assert_snapshot;

use crate::desk::fixture::Answer::{Code, Text, WrongCode, Yes};
use crate::desk::fixture::TestDesk;

#[test]
fn pending_code_is_asked_for() {
    let mut desk = TestDesk::demo();
    desk.run("send-code jesrab01");
    assert_snapshot!(desk.terminal([Yes, Code]).run("unlock jesrab01 -q"), @"
    err En kod skickades kl. 12.17 till *********11. Den gäller till kl. 12.22.
    ask Fråga efter den koden (n: en ny, eller till någon annan)? [J/n] ‹yes›
    ask Koden som läses upp (Enter: ny kod) ‹the code›
    err Rätt kod. Den som ringer är verifierad.
    out Upplåst: Jesper Råberg (jesrab01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, på jobbet i datorn och annars på Mjölnet och Webmail, med samma lösenord som förut.”
    dir jesrab01: unlocked
    log 3-4 verify_code jesrab01: done
    log 5-6 unlock jesrab01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn malformed_answer_uses_no_try() {
    let mut desk = TestDesk::demo();
    let script = [Yes, Text("12345"), Text("abcdef"), Text("1234567"), Text("lampa"), Code];
    assert_snapshot!(desk.terminal(script).run("unlock jesrab01 -q"), @"
    ask Skicka en kod till *********11? [J/n] ‹yes›
    err Mobilen *********11 visar (övning):
    sms ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Contoso kommun
    err En kod är skickad till *********11. Den gäller till kl. 12.22.
    ask Koden som läses upp (Enter: ny kod) ‹“12345”›
    err En kod är sex siffror. Inget försök är förbrukat.
    ask Koden som läses upp (Enter: ny kod) ‹“abcdef”›
    err En kod är sex siffror. Inget försök är förbrukat.
    ask Koden som läses upp (Enter: ny kod) ‹“1234567”›
    err En kod är sex siffror. Inget försök är förbrukat.
    ask Koden som läses upp (Enter: ny kod) ‹“lampa”›
    err En kod är sex siffror. Inget försök är förbrukat.
    ask Koden som läses upp (Enter: ny kod) ‹the code›
    err Rätt kod. Den som ringer är verifierad.
    out Upplåst: Jesper Råberg (jesrab01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, på jobbet i datorn och annars på Mjölnet och Webmail, med samma lösenord som förut.”
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
    err En kod är skickad till *********11. Den gäller till kl. 12.22.
    ask Koden som läses upp (Enter: ny kod) ‹a wrong code›
    err Fel kod. 2 försök kvar.
    ask Koden som läses upp (Enter: ny kod) ‹a wrong code›
    err Fel kod. Ett försök kvar.
    ask Koden som läses upp (Enter: ny kod) ‹a wrong code›
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
    err Varning: 3 felaktiga koder har lästs upp för kontot det senaste dygnet.
    ask Skicka en kod till *********11? [j/N] ‹yes›
    err Mobilen *********11 visar (övning):
    sms ‹code 2› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Contoso kommun
    err En kod är skickad till *********11. Den gäller till kl. 12.22.
    ask Koden som läses upp (Enter: ny kod) ‹the code›
    err Rätt kod. Den som ringer är verifierad.
    out Upplåst: Jesper Råberg (jesrab01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, på jobbet i datorn och annars på Mjölnet och Webmail, med samma lösenord som förut.”
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
    err En kod är skickad till *********11. Den gäller till kl. 12.22.
    ask Koden som läses upp (Enter: ny kod) ‹“”›
    err En ny kod kan skickas om 30 sekunder.
    ask Koden som läses upp (Enter: ny kod) ‹“ ”›
    err Mobilen *********11 visar (övning):
    sms ‹code 2› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Contoso kommun
    err En kod är skickad till *********11. Den gäller till kl. 12.22.
    ask Koden som läses upp (Enter: ny kod) ‹the code›
    err Rätt kod. Den som ringer är verifierad.
    out Upplåst: Jesper Råberg (jesrab01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, på jobbet i datorn och annars på Mjölnet och Webmail, med samma lösenord som förut.”
    dir jesrab01: unlocked
    log 1-2 send_code jesrab01: done
    log 3-4 send_code jesrab01: refused (send_too_soon)
    log 5-6 send_code jesrab01: done
    log 7-8 verify_code jesrab01: done
    log 9-10 unlock jesrab01: done, server 127.0.0.1
    exit 0
    ");
}
