//! Codes that are not sent, and accounts that no code opens: limits, as the operator meets them.

use insta::assert_snapshot;

use super::fixture::Answer::{Text, WrongCode, Yes};
use super::fixture::people::{bo, eva, eva_with_a_past};
use super::fixture::{TestDesk, kind};

/// Two wrong codes close an account.
fn strict(mut desk: TestDesk) -> TestDesk {
    desk.set("verification.wrong_codes_per_day", "2");
    desk
}

#[test]
fn daily_send_limit_is_enforced() {
    let mut desk = TestDesk::configured().with(eva());
    desk.set("verification.sends_per_day", "2");
    desk.run("send-code evaand01");
    desk.wait(7200).run("send-code evaand01");
    assert_snapshot!(desk.wait(7200).run("send-code evaand01"), @"
    err Fel: Gränsen för koder per dygn är nådd för evaand01. Ingen ny är skickad.
    err Gör så här: En ny kod kan skickas 2026-05-05 kl. 12.17 (om 20 timmar).
    log 5-6 send_code evaand01: refused (send_limit_day)
    exit 5
    ");
    assert_snapshot!(desk.wait(20 * 3600 - 1).run("send-code evaand01 -o json"), @r#"
    out {"schema": 1,
    out  "error":
    out   {"kind": "send_limit_day", "exit_code": 5, "message": "…", "hint": "…", "tries_left": null,
    out    "retry_at": "2026-05-05T12:17:00Z", "candidates": []}}
    err Fel: Gränsen för koder per dygn är nådd för evaand01. Ingen ny är skickad.
    err Gör så här: En ny kod kan skickas om 1 sekund.
    log 7-8 send_code evaand01: refused (send_limit_day)
    exit 5
    "#);
    assert!(desk.wait(1).run("send-code evaand01").ends_with("exit 0"));
}

#[test]
fn shared_number_has_its_own_limit() {
    let mut desk = TestDesk::configured().with(eva()).with(bo().mobile("070-174 06 31"));
    desk.set("verification.sends_per_hour", "1").set("verification.sends_per_day", "2");
    desk.run("send-code evaand01");
    assert_snapshot!(desk.run("send-code boberg01"), @"
    err Varning: Mobilnumret finns också på evaand01. Koden visar bara att den som ringer har telefonen, så fråga mer.
    err Fel: Gränsen för koder per timme är nådd för mobilen till boberg01: fler konton har samma nummer. Ingen ny är skickad.
    err Gör så här: En ny kod kan skickas kl. 13.17 (om 1 timme).
    log 3-4 send_code boberg01: refused (number_limit_hour)
    exit 5
    ");
    desk.wait(3600).run("send-code boberg01");
    assert_snapshot!(desk.wait(3600).run("send-code evaand01"), @"
    err Varning: Mobilnumret finns också på boberg01. Koden visar bara att den som ringer har telefonen, så fråga mer.
    err Fel: Gränsen för koder per dygn är nådd för mobilen till evaand01: fler konton har samma nummer. Ingen ny är skickad.
    err Gör så här: En ny kod kan skickas 2026-05-05 kl. 12.17 (om 22 timmar).
    log 7-8 send_code evaand01: refused (number_limit_day)
    exit 5
    ");
    let mut desk = desk.in_english();
    assert_snapshot!(desk.run("send-code evaand01 -o json"), @r#"
    err Warning: The mobile number is also registered for boberg01. A code shows only who holds the phone, so ask for further proof of identity.
    out {"schema": 1,
    out  "error":
    out   {"kind": "number_limit_day", "exit_code": 5, "message": "…", "hint": "…", "tries_left": null,
    out    "retry_at": "2026-05-05T12:17:00Z", "candidates": []}}
    err Error: The daily limit for codes to the mobile of evaand01 is reached: other accounts have the same number. No new one was sent.
    err What to do: A new code can be sent 2026-05-05 12:17 (in 22 hours).
    log 9-10 send_code evaand01: refused (number_limit_day)
    exit 5
    "#);
}

#[test]
fn wrong_codes_close_verification() {
    let mut desk = strict(TestDesk::configured().with(eva()));
    desk.run("send-code evaand01");
    desk.run("send-code evaand01 --verify {code}");
    desk.wait(60).run("send-code evaand01");
    assert_snapshot!(desk.run("send-code evaand01 --verify {wrong}"), @"
    err Fel: Koden stämmer inte. Inget är ändrat.
    err Gör så här: Be om koden igen, siffra för siffra. Ett försök är kvar.
    log 7-8 verify_code evaand01: refused (code_wrong)
    exit 5
    ");
    assert_snapshot!(desk.run("send-code evaand01 --verify {wrong}"), @"
    err Fel: Koden stämmer inte, och nu har det blivit för många fel. Verifieringen av kontot är stängd till kl. 13.18 (om 1 timme). Inget är ändrat.
    err Gör så här: Be den som ringer höra av sig efter det.
    log 9-10 verify_code evaand01: refused (code_wrong_and_closed)
    exit 5
    ");
    assert_snapshot!(desk.run("send-code evaand01 --verify {code}"), @"
    err Fel: För många felaktiga koder har lästs upp för kontot. Verifieringen är stängd till kl. 13.18 (om 1 timme). Inget är ändrat.
    err Gör så här: Be den som ringer höra av sig efter det.
    log 11-12 verify_code evaand01: refused (verification_closed)
    exit 5
    ");
    assert_eq!(kind(&desk.run("send-code evaand01 -o json")), ("verification_closed", 5));
    // An earlier verification does not count either.
    assert_snapshot!(desk.run("unlock evaand01"), @"
    err Fel: För många felaktiga koder har lästs upp för kontot. Verifieringen är stängd till kl. 13.18 (om 1 timme). Inget är ändrat.
    err Gör så här: Be den som ringer höra av sig efter det.
    log 15 unlock evaand01: refused (verification_closed)
    exit 5
    ");
    assert_snapshot!(desk.run("lookup evaand01"), @"
    out  Läge          Låst efter för många felaktiga lösenord.
    out  Gör nu        Skicka ingen kod, och ta reda på vem som ringer. Säg: ”Ring igen efter kl. 13.18.”
    out  Varning       För många felaktiga koder: verifieringen av kontot är stängd till kl. 13.18 (om 1 timme).
    out  Obs           2 felaktiga koder har lästs upp för kontot det senaste dygnet.
    out  Konto         evaand01  evaand01@contoso.example
    out  Namn          Eva Andersson
    out  Mobil         *********31, ändrat 2025-03-30 kl. 12.17 (för 400 dagar sedan)
    out  Låst          JA, sedan kl. 12.07 (för 11 minuter sedan); låses inte upp automatiskt
    out  Fel lösenord  5, senast kl. 12.07 (för 11 minuter sedan)
    out  Lösenord      satt 2026-04-04 kl. 12.17 (för 30 dagar sedan), går ut 2026-10-01 kl. 12.17 (om 150 dagar)
    out  Regler        domänens: minst 8 tecken, inget av de 12 senaste, tre teckentyper och ingen del av namnet
    exit 0
    ");
    let mut desk = desk.in_english();
    assert_snapshot!(desk.run("reset evaand01 --generate"), @"
    err Error: Too many wrong codes were given for this account. Verification is closed until 13:18 (in 1 hour). Nothing has changed.
    err What to do: Ask the caller to call again after that.
    log 16 reset evaand01: refused (verification_closed)
    exit 5
    ");
    assert_snapshot!(desk.wait(3600).run("send-code evaand01"), @"
    err Warning: 2 wrong codes were given for this account in the last 24 hours.
    sms +46701740631 ‹code 3› is your code to unlock your account or change your password. Give it to the servicedesk only if you called them yourself (0142-36 6000). Mjölby kommun
    out A code is on its way to *********31. It is valid until 13:23.
    out When the caller reads the code back: servicedesk send-code evaand01 --verify CODE, or directly: servicedesk unlock evaand01 --code CODE
    log 17-18 send_code evaand01: done
    exit 0
    ");
    assert_snapshot!(desk.run("send-code evaand01 --verify {wrong}"), @"
    err Error: The code is wrong, and there were too many wrong codes. Verification for this account is closed until 14:18 (in 1 hour). Nothing has changed.
    err What to do: Ask the caller to call again after that.
    log 19-20 verify_code evaand01: refused (code_wrong_and_closed)
    exit 5
    ");
}

#[test]
fn verification_closes_during_call() {
    let mut desk = strict(TestDesk::configured().with(eva()));
    let script = [Yes, WrongCode, WrongCode, Text("")];
    assert_snapshot!(desk.terminal(script).run("assist evaand01 -q"), @"
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Skicka en kod. Sedan: lås upp, eller ange ett nytt lösenord om det är glömt.
    err  Konto         evaand01  evaand01@contoso.example
    ask Skicka en kod till *********31? [J/n] ‹yes›
    sms +46701740631 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    err En kod är skickad till *********31. Den gäller till kl. 12.22.
    ask Koden som läses upp (Enter: ny kod) ‹a wrong code›
    err Fel kod. Ett försök kvar.
    ask Koden som läses upp (Enter: ny kod) ‹a wrong code›
    err Fel: Koden stämmer inte, och nu har det blivit för många fel. Verifieringen av kontot är stängd till kl. 13.17 (om 1 timme). Inget är ändrat.
    err Gör så här: Be den som ringer höra av sig efter det.
    out Till ärendet: Eva Andersson (evaand01)
    out Inte verifierad.
    out Inget ändrat.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: refused (code_wrong)
    log 5-6 verify_code evaand01: refused (code_wrong_and_closed)
    exit 0
    ");
}

#[test]
fn identification_does_not_open_closed_account() {
    let mut desk = strict(TestDesk::configured().with(eva()));
    desk.set("verification.allow_identified_by", "true");
    desk.run("send-code evaand01");
    desk.run("send-code evaand01 --verify {wrong}");
    desk.run("send-code evaand01 --verify {wrong}");
    assert_snapshot!(desk.run("unlock evaand01 --identified-by 'legitimation'"), @"
    err Fel: För många felaktiga koder har lästs upp för kontot. Verifieringen är stängd till kl. 13.17 (om 1 timme). Inget är ändrat.
    err Gör så här: Be den som ringer höra av sig efter det.
    log 7 unlock evaand01: refused (verification_closed), identified by legitimation
    exit 5
    ");
    desk.set("verification.supervisors", "['contoso\\Operator']").set("verification.allow_identified_by", "false");
    assert_snapshot!(desk.run("unlock evaand01 --identified-by 'legitimation'"), @"
    err Fel: Att identifiera utan kod är inte tillåtet här. Inget är ändrat.
    err Gör så här: Använd en kod. (Inställningen är verification.allow_identified_by.)
    log 8 unlock evaand01: refused (identified_by_not_allowed)
    exit 5
    ");
    desk.set("verification.allow_identified_by", "true");
    assert_snapshot!(desk.run("unlock evaand01 --identified-by 'legitimation'"), @"
    err Obs: för många felaktiga koder har lästs upp för kontot. Verifieringen är stängd till kl. 13.17 (om 1 timme).
    err Verifieringen av kontot är öppnad igen.
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    dir evaand01: unlocked
    log 9-10 reopen_verification evaand01: done, identified by legitimation
    log 11-12 unlock evaand01: done, server 127.0.0.1, identified by legitimation
    exit 0
    ");
    assert_snapshot!(desk.run("audit show --action reopen_verification"), @r"
    out  Nr  När    Vem               Vad                       Konto     Hur det gick  Underlag
    out  16  12:17  CONTOSO\operator  öppna verifieringen igen  evaand01  gjort         legitimation
    exit 0
    ");
    assert!(desk.wait(30).run("send-code evaand01").ends_with("exit 0"), "it is open again");
}

#[test]
fn supervisor_may_override_closed_account() {
    let mut desk = strict(TestDesk::configured().with(eva()));
    desk.set("verification.allow_identified_by", "true").set("verification.supervisors", "['CONTOSO\\operator']");
    desk.run("send-code evaand01");
    desk.run("send-code evaand01 --verify {wrong}");
    desk.run("send-code evaand01 --verify {wrong}");
    let script = [Text("chefen känner igen rösten"), Text(""), Text("")];
    assert_snapshot!(desk.terminal(script).run("assist evaand01 -q"), @r"
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Skicka ingen kod, och ta reda på vem som ringer. Säg: ”Ring igen efter kl. 13.17.” Om det är bråttom kan en ansvarig (verification.supervisors) identifiera den som ringer på annat sätt.
    err  Varning       För många felaktiga koder: verifieringen av kontot är stängd till kl. 13.17 (om 1 timme).
    err  Obs           2 felaktiga koder har lästs upp för kontot det senaste dygnet.
    err  Konto         evaand01  evaand01@contoso.example
    err Obs: för många felaktiga koder har lästs upp för kontot. Verifieringen är stängd till kl. 13.17 (om 1 timme).
    ask Hur är den som ringer identifierad (Enter: avbryt) ‹“chefen känner igen rösten”›
    err Verifieringen av kontot är öppnad igen.
    ask Vad vill den som ringer?
    ask * 1  Behåll ditt nuvarande lösenord och lås upp ditt konto
    ask   2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“”›
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    out Till ärendet: Eva Andersson (evaand01)
    out Identifierad utan kod: chefen känner igen rösten.
    out Upplåst kl. 12.17, av CONTOSO\operator.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    dir evaand01: unlocked
    log 7-8 reopen_verification evaand01: done, identified by chefen känner igen rösten
    log 9-10 unlock evaand01: done, server 127.0.0.1, identified by chefen känner igen rösten
    exit 0
    ");
}

#[test]
fn replaced_code_is_refused() {
    let mut desk = TestDesk::configured().with(eva());
    desk.run("send-code evaand01");
    desk.wait(30).run("send-code evaand01");
    assert_snapshot!(desk.run("unlock evaand01 --code {older}"), @"
    err Fel: Koden har ersatts av en nyare. Inget är ändrat.
    err Gör så här: Be om koden i det senaste SMS:et. 2 försök är kvar.
    log 5-6 verify_code evaand01: refused (code_replaced)
    exit 5
    ");
    let mut desk = desk.in_english();
    desk.run("unlock evaand01 --code {older}");
    assert_snapshot!(desk.run("unlock evaand01 --code {older} -o json"), @r#"
    out {"schema": 1,
    out  "error":
    out   {"kind": "code_replaced", "exit_code": 5, "message": "…", "hint": "…", "tries_left": 0,
    out    "retry_at": null, "candidates": []}}
    err Error: A newer code has replaced that one. Nothing has changed.
    err What to do: No tries are left. Send a new code.
    log 9-10 verify_code evaand01: refused (code_replaced)
    exit 5
    "#);
}

#[test]
fn third_reset_in_a_day_warns() {
    let mut desk = TestDesk::configured().with(eva_with_a_past());
    desk.set("verification.allow_identified_by", "true");
    let reset = "reset evaand01 --generate --identified-by 'visade legitimation'";
    assert!(!desk.run(reset).contains("dygnet"));
    assert!(!desk.wait(3600).run(reset).contains("dygnet"));
    let third = desk.wait(3600).run(reset);
    assert!(third.contains("har redan fått nytt lösenord 2 gånger det senaste dygnet"), "{third}");
    assert_snapshot!(desk.run("lookup evaand01"), @"
    out  Läge      Lösenordet måste bytas vid nästa inloggning.
    out  Gör nu    Säg: ”Logga in vid en dator på jobbet med lösenordet du har, även om det är tillfälligt. Då får du välja ett nytt.” Om lösenordet är glömt: servicedesk reset evaand01.
    out  Varning   Lösenordet har redan satts härifrån 3 gånger det senaste dygnet.
    out  Konto     evaand01  evaand01@contoso.example
    out  Namn      Eva Andersson
    out  Mobil     *********31, ändrat 2025-03-30 kl. 12.17 (för 400 dagar sedan)
    out  Låst      nej
    out  Lösenord  måste bytas vid nästa inloggning
    out  Regler    domänens: minst 8 tecken, inget av de 12 senaste, tre teckentyper och ingen del av namnet
    exit 0
    ");
    let json = desk.run("lookup evaand01 -o json");
    assert!(json.contains("\"resets_last_day\": 3"), "{json}");
    assert!(!desk.wait(86_400).run(reset).contains("dygnet"));
}

#[test]
fn clock_put_back_keeps_limits() {
    let mut desk = TestDesk::configured().with(eva());
    desk.set("verification.sends_per_hour", "1");
    desk.run("send-code evaand01");
    desk.wait(400).run("send-code evaand01 --verify {code}");
    for back in [3600, 365 * 24 * 3600] {
        desk.wait(-back);
        let expired = desk.run("send-code evaand01 --verify {code}");
        assert!(expired.contains("Koden har gått ut"), "{expired}");
        let limited = desk.run("send-code evaand01");
        assert!(limited.contains("refused (send_limit_hour)"), "{limited}");
    }
}
