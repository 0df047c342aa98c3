//! SMS gateways that accept a message, refuse it, or give an unclear answer.

use insta::assert_snapshot;

use super::fixture::Answer::{Code, Text, Yes};
use super::fixture::people::eva;
use super::fixture::{Says, TestDesk, kind};

fn desk(says: Says) -> TestDesk {
    let mut desk = TestDesk::configured().with(eva());
    desk.gateway(says);
    desk
}

#[test]
fn accepted_message_is_reported() {
    let mut desk = desk(Says::Answer("202 Accepted", "0: Accepted for delivery"));
    assert_snapshot!(desk.run("send-code evaand01"), @"
    sms +46701740631 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    out En kod är skickad till *********31. Den gäller till kl. 12.22.
    out När koden läses upp: servicedesk send-code evaand01 --verify KOD, eller direkt: servicedesk unlock evaand01 --code KOD
    log 1-2 send_code evaand01: done
    exit 0
    ");
    assert_snapshot!(desk.run("unlock evaand01 --code {code}"), @"
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    dir evaand01: unlocked
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn queued_code_is_reported_and_valid() {
    let mut desk = desk(Says::Answer("202 Accepted", "3: Queued for later delivery"));
    assert_snapshot!(desk.run("send-code evaand01 -o json"), @r#"
    sms +46701740631 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    out {"schema": 1, "account": "evaand01", "sent": true, "verified": false, "manager": null,
    out  "mobile": "*********31", "message_id": null, "code_expires": "2026-05-04T12:22:00Z", "queued": true,
    out  "warnings": [], "delivery": null}
    log 1-2 send_code evaand01: done
    exit 0
    "#);
    assert_snapshot!(desk.terminal([Yes, Code]).run("unlock evaand01 -q"), @"
    err En kod skickades kl. 12.17 till *********31. Den gäller till kl. 12.22.
    ask Fråga efter den koden (n: en ny, eller till någon annan)? [J/n] ‹yes›
    ask Koden som läses upp (Enter: ny kod) ‹the code›
    err Rätt kod. Den som ringer är verifierad.
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    dir evaand01: unlocked
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn queued_code_is_told_in_one_sentence() {
    let mut desk = desk(Says::Answer("202 Accepted", "3: Queued for later delivery"));
    assert_snapshot!(desk.run("send-code evaand01"), @"
    sms +46701740631 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    out Koden till *********31 väntar hos SMS-tjänsten, som inte kan leverera den just nu. Det kan dröja. Den gäller till kl. 12.22.
    out När koden läses upp: servicedesk send-code evaand01 --verify KOD, eller direkt: servicedesk unlock evaand01 --code KOD
    log 1-2 send_code evaand01: done
    exit 0
    ");
}

#[test]
fn unreachable_gateway_counts_no_code() {
    let mut desk = TestDesk::configured().with(eva());
    desk.gateway_at("http://127.0.0.1:1/cgi-bin/sendsms");
    assert_snapshot!(desk.run("send-code evaand01 -v"), @"
    err Fel: SMS-tjänsten 127.0.0.1:1 gick inte att nå. Inget SMS är skickat.
    err Gör så här: Försök igen om en stund.
    err Detalj: SMS gateway 127.0.0.1:1 not reached: Connection refused
    log 1-2 send_code evaand01: failed (sms_unreachable)
    exit 6
    ");
    assert_snapshot!(desk.terminal([Yes]).run("unlock evaand01 -q"), @"
    ask Skicka en kod till *********31? [J/n] ‹yes›
    err Fel: SMS-tjänsten 127.0.0.1:1 gick inte att nå. Inget SMS är skickat.
    err Gör så här: Försök igen om en stund.
    log 3-4 send_code evaand01: failed (sms_unreachable)
    exit 6
    ");
    // A code that was never sent cannot be used and does not count.
    assert_snapshot!(desk.run("unlock evaand01 --code 123456"), @"
    err Fel: Du har inte skickat någon kod till det här kontot. Inget är ändrat.
    err Gör så här: Skicka en kod: servicedesk send-code.
    log 5-6 verify_code evaand01: refused (code_not_sent)
    exit 5
    ");
}

#[test]
fn rejected_gateway_secret_is_reported() {
    let mut desk = desk(Says::Answer("403 Forbidden", "Authorization failed for sendsms"));
    assert_snapshot!(desk.run("send-code evaand01 -v"), @"
    err Fel: SMS-tjänsten 127.0.0.1:‹port› godtog inte inloggningen (användarnamn eller hemlighet). Inget SMS är skickat.
    err Gör så här: Säg till den som sköter programmet att kontrollera [sms] i inställningarna.
    err Detalj: SMS gateway 127.0.0.1:‹port› refused (403): Authorization failed for sendsms
    log 1-2 send_code evaand01: failed (sms_refused)
    exit 4
    ");
}

#[test]
fn refused_message_is_reported() {
    let mut desk = desk(Says::Answer("403 Forbidden", "Not routable. Do not try again."));
    assert_snapshot!(desk.run("send-code evaand01 -o json"), @r#"
    out {"schema": 1,
    out  "error":
    out   {"kind": "sms_refused", "exit_code": 6, "message": "…", "hint": "…", "tries_left": null,
    out    "retry_at": null, "candidates": []}}
    err Fel: SMS-tjänsten 127.0.0.1:‹port› tog inte emot meddelandet. Inget SMS är skickat.
    err Gör så här: Säg till den som sköter programmet att kontrollera [sms] i inställningarna.
    log 1-2 send_code evaand01: failed (sms_refused)
    exit 6
    "#);
    let mut desk = self::desk(Says::Answer("400 Bad Request", "Empty receiver number not allowed, rejected"));
    assert_snapshot!(desk.run("send-code evaand01"), @"
    err Fel: SMS-tjänsten 127.0.0.1:‹port› godtar inte det här numret. Inget SMS är skickat.
    err Gör så här: Kontrollera det registrerade numret.
    log 1-2 send_code evaand01: failed (sms_refused)
    exit 5
    ");
}

#[test]
fn busy_gateway_is_reported() {
    let mut desk = desk(Says::Answer("503 Service Unavailable", "Temporal failure, try again later."));
    assert_snapshot!(desk.run("send-code evaand01"), @"
    err Fel: SMS-tjänsten 127.0.0.1:‹port› är upptagen. Inget SMS är skickat.
    err Gör så här: Försök igen om en stund.
    log 1-2 send_code evaand01: failed (sms_busy)
    exit 6
    ");
}

#[test]
fn busy_gateway_is_asked_again_when_it_says() {
    let mut desk = desk(Says::Answer("429 Too Many Requests\r\nRetry-After: 30", "Slow down"));
    assert_snapshot!(desk.run("send-code evaand01 -v"), @"
    err Fel: SMS-tjänsten 127.0.0.1:‹port› ber oss vänta 30 sekunder. Inget SMS är skickat.
    err Gör så här: Försök igen om 30 sekunder. Innan dess skickas inget nytt SMS.
    err Detalj: SMS gateway 127.0.0.1:‹port› is busy (429)
    log 1-2 send_code evaand01: failed (sms_busy)
    exit 6
    ");
    // The next runs do not ask it.
    desk.wait(10);
    assert_snapshot!(desk.run("send-code evaand01"), @"
    err Fel: SMS-tjänsten 127.0.0.1:‹port› ber oss vänta 20 sekunder. Inget SMS är skickat.
    err Gör så här: Försök igen om 20 sekunder. Innan dess skickas inget nytt SMS.
    log 3-4 send_code evaand01: failed (sms_busy)
    exit 6
    ");
    desk.wait(19);
    assert!(desk.run("send-code evaand01").contains("ber oss vänta 1 sekund."));
    desk.wait(1);
    assert!(desk.run("send-code evaand01").contains("ber oss vänta 30 sekunder."));
    let run = desk.run("send-code evaand01 -o json");
    assert!(run.contains(r#""retry_at": "2026-05-04T12:18:00Z""#) && kind(&run) == ("sms_busy", 6), "{run}");
    let mut desk = self::desk(Says::Answer(
        "503 Busy\r\nRetry-After: Mon, 04 May 2026 12:02:00 GMT\r\nDate: Mon, 04 May 2026 12:00:15 GMT",
        "",
    ));
    assert!(desk.run("send-code evaand01").contains("ber oss vänta 105 sekunder."));
}

#[test]
fn error_with_the_status_of_a_success_is_a_refusal() {
    for (body, words) in [("ERROR:14", "ERROR:14"), (r#"{"error":"no such user"}"#, "no such user")] {
        let mut desk = desk(Says::Answer("200 OK", body));
        let run = desk.run("send-code evaand01 -v");
        assert!(run.contains("tog inte emot meddelandet. Inget SMS är skickat."), "{run}");
        assert!(run.contains(words) && run.contains("failed (sms_refused)") && run.ends_with("exit 6"), "{run}");
    }
}

#[test]
fn success_that_is_not_proved_may_have_been_sent() {
    let mut desk = desk(Says::Answer("202 Accepted", "<html>Welcome</html>"));
    assert_snapshot!(desk.run("send-code evaand01"), @"
    sms +46701740631 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    err Fel: SMS-tjänsten 127.0.0.1:‹port› gav inget tydligt svar: koden kan vara skickad, eller inte.
    err Gör så här: Fråga om koden kom. Kom den, använd den. Kommer ingen inom en minut, skicka en ny: den gamla slutar då gälla.
    log 1-2 send_code evaand01: partly (sms_unclear)
    exit 7
    ");
    // It came after all, so it is good.
    let run = desk.run("send-code evaand01 --verify {code}");
    assert!(run.ends_with("exit 0"), "{run}");
}

#[test]
fn gateway_of_a_preset_is_used() {
    // What each answer means is documented by Vonage; it answers 200 to everything.
    let taken = r#"{"message-count":"1","messages":[{"to":"46701740631","message-id":"aaaaaaaa-bbbb","status":"0"}]}"#;
    let poor = r#"{"message-count":"1","messages":[{"status":"9","error-text":"Quota Exceeded - rejected"}]}"#;
    let run = |answer| {
        let mut desk = desk(Says::Answer("200 OK", answer));
        desk.unset("sms.provider").set("sms.preset", "\"vonage\"");
        desk.run("send-code evaand01 -o json")
    };
    let sent = run(taken);
    assert!(sent.contains(r#""message_id": "aaaaaaaa-bbbb""#) && sent.ends_with("exit 0"), "{sent}");
    let refused = run(poor);
    assert!(refused.contains("Pengarna hos SMS-tjänsten") && refused.ends_with("exit 6"), "{refused}");
    let mut desk = desk(Says::Answer("200 OK", taken));
    desk.unset("sms.provider").set("sms.preset", "\"vonnage\"");
    let run = desk.run("send-code evaand01");
    assert!(run.contains("sms.preset") && run.contains("vonage") && run.ends_with("exit 2"), "{run}");
}

#[test]
fn silent_gateway_is_reported() {
    let mut desk = desk(Says::Nothing);
    assert_snapshot!(desk.run("send-code evaand01"), @"
    sms +46701740631 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    err Fel: SMS-tjänsten 127.0.0.1:‹port› gav inget tydligt svar: koden kan vara skickad, eller inte.
    err Gör så här: Fråga om koden kom. Kom den, använd den. Kommer ingen inom en minut, skicka en ny: den gamla slutar då gälla.
    log 1-2 send_code evaand01: partly (sms_unclear)
    exit 7
    ");
    // It came after all, so it is good.
    assert_snapshot!(desk.run("unlock evaand01 --code {code}"), @"
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    dir evaand01: unlocked
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn unclear_code_can_be_read_back() {
    let mut desk = desk(Says::Nothing);
    assert_snapshot!(desk.terminal([Yes, Text(""), Code]).run("unlock evaand01 -q"), @"
    ask Skicka en kod till *********31? [J/n] ‹yes›
    sms +46701740631 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    err Det är oklart om koden till *********31 gick iväg: SMS-tjänsten svarade inte tydligt. Fråga om den kom. Kommer ingen inom en minut, skicka en ny.
    ask Koden som läses upp (Enter: ny kod) ‹“”›
    err En ny kod kan skickas om 30 sekunder.
    ask Koden som läses upp (Enter: ny kod) ‹the code›
    err Rätt kod. Den som ringer är verifierad.
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    dir evaand01: unlocked
    log 1-2 send_code evaand01: partly (sms_unclear)
    log 3-4 send_code evaand01: refused (send_too_soon)
    log 5-6 verify_code evaand01: done
    log 7-8 unlock evaand01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn gateway_secret_needs_encryption() {
    let mut desk = TestDesk::configured().with(eva());
    desk.gateway_at("http://sms.example.se/cgi-bin/sendsms");
    assert_snapshot!(desk.run("send-code evaand01"), @"
    err Fel: …/config.toml:11: sms.url: adressen måste börja med https:// (http:// bara till den egna datorn), annars går koden i klartext.
    err Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    exit 2
    ");
}

#[test]
fn redirect_is_a_wrong_address() {
    let mut desk = TestDesk::configured().with(eva());
    desk.gateway(Says::Answer("308 Permanent Redirect\r\nLocation: https://sms.example.se/send?text=1", ""));
    let run = desk.run("send-code evaand01");
    assert!(
        run.contains("säger att den finns på https://sms.example.se/send: adressen i inställningarna är fel (sms.url)"),
        "{run}"
    );
    assert!(run.contains("failed (sms_redirected)") && run.ends_with("exit 2"), "{run}");
    // A gateway may answer so after it has sent the message.
    desk.gateway(Says::Answer("302 Found\r\nLocation: /login", ""));
    desk.wait(60);
    let run = desk.run("send-code evaand01");
    assert!(
        run.contains("/login: adressen i inställningarna är troligen fel (sms.url). Koden kan vara skickad"),
        "{run}"
    );
    assert!(run.contains("partly (sms_unclear)") && run.ends_with("exit 7"), "{run}");
}
