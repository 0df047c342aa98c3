//! `reset --generate --deliver sms`: the caller's phone shows the password, and nothing else does.

use insta::assert_snapshot;
use servicedesk::practice::Person;

use super::fixture::Answer::{Code, Text, Yes};
use super::fixture::people::eva;
use super::fixture::{Says, StandardOutput, TestDesk, kind};

/// A desk where the caller about `account` has just been verified.
fn verified(mut desk: TestDesk, account: &str) -> TestDesk {
    desk.run(&format!("send-code {account}"));
    desk.run(&format!("send-code {account} --verify {{code}}"));
    desk
}

fn with_eva() -> TestDesk {
    verified(TestDesk::configured().with(eva()), "evaand01")
}

/// The code came, and then the gateway became one that says this.
fn with_gateway(says: Says) -> TestDesk {
    let mut desk = with_eva();
    desk.gateway(says);
    desk
}

#[test]
fn whole_call_on_terminal() {
    let mut desk = TestDesk::configured().with(eva());
    assert_snapshot!(desk.terminal([Yes, Code, Text("")]).run("reset evaand01 --generate --deliver sms -q"), @"
    tel code 1 to *********31, valid until 12:22, is read back
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“”›
    sms +46701740631 Här är det nya lösenordet som du bad servicedesk om (0142-36 6000). Byt det när du loggar in. Mjölby kommun
    sms ‹made of words›
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Kontot var låst och är nu upplåst.
    out Lösenordet är skickat till *********31. Fråga om det har kommit.
    out Säg: ”Se till att datorn är ansluten till nätverket på jobbet, starta om den och logga in med det nya lösenordet. Då får du välja ett eget.”
    dir evaand01: unlocked; password set: a generated one; must change it
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    log 5-6 reset evaand01: done, by SMS, server 127.0.0.1
    log 7-8 send_password evaand01: done
    exit 0
    ");
    assert_snapshot!(desk.run("audit show"), @r"
    out  Nr  När    Vem               Vad                     Konto     Hur det gick
    out  3   12:17  CONTOSO\operator  skicka kod              evaand01  gjort
    out  5   12:17  CONTOSO\operator  pröva kod               evaand01  gjort
    out  7   12:17  CONTOSO\operator  nytt lösenord, som SMS  evaand01  gjort
    out  9   12:17  CONTOSO\operator  skicka lösenord         evaand01  gjort
    exit 0
    ");
}

#[test]
fn messages_are_in_english() {
    let mut desk = TestDesk::demo().in_english();
    let command = "reset jesrab01 --generate --deliver sms --no-must-change -q";
    assert_snapshot!(desk.terminal([Yes, Code]).run(command), @"
    ask Send a code to *********11? [Y/n] ‹yes›
    err The phone *********11 shows (practice):
    sms ‹code 1› is your code to unlock your account or change your password. Give it to the servicedesk only if you called them yourself (0142-36 6000). Contoso kommun
    err A code is on its way to *********11. It is valid until 12:22.
    ask Code that the caller reads back (Enter: new code) ‹the code›
    err Correct code. The caller is verified.
    err The phone *********11 shows (practice):
    sms Here is the new password that you asked the servicedesk for (0142-36 6000). Contoso kommun
    sms   ‹made of words›
    out Done: the password has been reset for Jesper Råberg (jesrab01).
    out The account was locked and is now unlocked.
    out The password was sent to *********11. Ask whether it has arrived.
    out Say: “You can now use the new password to sign in to Mjölnet and Webmail. Your computer will be updated automatically with the new password when it is started on the workplace network.”
    dir jesrab01: unlocked; password set: a generated one
    log 1-2 send_code jesrab01: done
    log 3-4 verify_code jesrab01: done
    log 5-6 reset jesrab01: done, by SMS, server 127.0.0.1
    log 7-8 send_password jesrab01: done
    exit 0
    ");
}

#[test]
fn sms_has_the_password_that_was_set() {
    let mut desk = with_eva();
    desk.run("reset evaand01 --generate --deliver sms");
    let password = desk.password_on_the_phone();
    assert!(desk.practice().has_password("evaand01", &password).unwrap(), "{password}");
}

#[test]
fn trail_records_delivery() {
    let mut desk = with_eva();
    desk.run("reset evaand01 --generate --deliver sms");
    desk.run("reset evaand01 --generate --deliver screen");
    desk.piped(["Gurka-Moln-73"]).run("reset evaand01 --password-stdin");
    let shown = desk.run("audit show --all -o csv");
    let column = |line: &str, name: &str| {
        let header = shown.lines().find(|line| line.contains("delivery")).unwrap();
        let at = header.split(',').position(|field| field.ends_with(name)).unwrap();
        line.split(',').nth(at).unwrap().to_owned()
    };
    let lines =
        shown.lines().filter(|line| line.contains(",done,") && !line.contains("_code") && !line.contains("sign_in"));
    let told: Vec<String> =
        lines.map(|line| format!("{} {}", column(line, "action"), column(line, "delivery"))).collect();
    assert_eq!(told, ["reset sms", "send_password ", "reset screen", "reset "]);
}

#[test]
fn queued_message_is_reported() {
    let mut desk = with_gateway(Says::Answer("202 Accepted", "3: Queued for later delivery"));
    assert_snapshot!(desk.run("reset evaand01 --generate --deliver sms"), @"
    sms +46701740631 Här är det nya lösenordet som du bad servicedesk om (0142-36 6000). Byt det när du loggar in. Mjölby kommun
    sms ‹made of words›
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Kontot var låst och är nu upplåst.
    out SMS-tjänsten har tagit emot lösenordet till *********31 men kan inte leverera det just nu. Det kan dröja.
    out Säg: ”Logga in vid en dator på jobbet med det nya lösenordet. Då får du välja ett eget.”
    dir evaand01: unlocked; password set: a generated one; must change it
    log 5-6 reset evaand01: done, by SMS, server 127.0.0.1
    log 7-8 send_password evaand01: done
    exit 0
    ");
}

#[test]
fn gateway_refusal_is_reported() {
    let mut desk = with_gateway(Says::Answer("403 Forbidden", "Not routable. Do not try again."));
    assert_snapshot!(desk.run("reset evaand01 --generate --deliver sms -v"), @"
    err Fel: SMS-tjänsten 127.0.0.1:‹port› tog inte emot meddelandet. Inget SMS är skickat.
    err Fel: Det nya lösenordet för evaand01 är satt, men ingen känner till det.
    err Gör så här: Sätt ett nytt och läs upp det: servicedesk reset evaand01 --generate. Ingen ny kod behövs.
    err Detalj: SMS gateway 127.0.0.1:‹port› refused (403): Not routable. Do not try again.
    dir evaand01: unlocked; password set: a generated one; must change it
    log 5-6 reset evaand01: done, by SMS, server 127.0.0.1
    log 7-8 send_password evaand01: failed (sms_refused)
    exit 7
    ");
    assert_eq!(kind(&desk.run("reset evaand01 --generate --deliver sms -o json --lang en")), ("generated_not_sent", 7));
    // What the hint says works, without a new code.
    let shown = desk.run("reset evaand01 --generate");
    assert!(shown.contains("Lösenordet: ") && shown.ends_with("exit 0"), "{shown}");
}

/// It is known beforehand that the password would not be sent.
#[test]
fn password_is_kept_while_the_gateway_asks_to_wait() {
    let mut desk = with_gateway(Says::Answer("429 Too Many Requests\r\nRetry-After: 30", "Slow down"));
    desk.wait(61);
    assert!(desk.run("send-code evaand01").contains("ber oss vänta"));
    let run = desk.run("reset evaand01 --generate --deliver sms");
    assert!(run.contains("ber oss vänta") && run.ends_with("exit 6") && !run.contains("dir "), "{run}");
    let run = desk.run("reset evaand01 --generate --deliver sms --dry-run");
    assert!(run.contains("ber oss vänta") && run.ends_with("exit 6"), "{run}");
}

#[test]
fn unreachable_gateway_is_reported() {
    let mut desk = with_eva();
    desk.gateway_at("http://127.0.0.1:1/cgi-bin/sendsms");
    assert_snapshot!(desk.run("reset evaand01 --generate --deliver sms"), @"
    err Fel: SMS-tjänsten 127.0.0.1:1 gick inte att nå. Inget SMS är skickat.
    err Fel: Det nya lösenordet för evaand01 är satt, men ingen känner till det.
    err Gör så här: Sätt ett nytt och läs upp det: servicedesk reset evaand01 --generate. Ingen ny kod behövs.
    dir evaand01: unlocked; password set: a generated one; must change it
    log 5-6 reset evaand01: done, by SMS, server 127.0.0.1
    log 7-8 send_password evaand01: failed (sms_unreachable)
    exit 7
    ");
}

#[test]
fn gateway_echo_does_not_leak_password() {
    // Every run is searched for the password.
    let mut desk = with_gateway(Says::Repeats("400 Bad Request"));
    assert_snapshot!(desk.run("reset evaand01 --generate --deliver sms -v"), @"
    err Fel: SMS-tjänsten 127.0.0.1:‹port› tog inte emot meddelandet. Inget SMS är skickat.
    err Fel: Det nya lösenordet för evaand01 är satt, men ingen känner till det.
    err Gör så här: Sätt ett nytt och läs upp det: servicedesk reset evaand01 --generate. Ingen ny kod behövs.
    err Detalj: SMS gateway 127.0.0.1:‹port› refused (400): …
    dir evaand01: unlocked; password set: a generated one; must change it
    log 5-6 reset evaand01: done, by SMS, server 127.0.0.1
    log 7-8 send_password evaand01: failed (sms_refused)
    exit 7
    ");
    let mut desk = with_gateway(Says::Repeats("500 Oops"));
    assert_snapshot!(desk.run("reset evaand01 --generate --deliver sms -v"), @"
    err Fel: Det nya lösenordet för evaand01 är satt, men det är oklart om det kom iväg: SMS-tjänsten 127.0.0.1:‹port› svarade inte tydligt.
    err Gör så här: Fråga om det har kommit. Kommer det inte inom en minut, sätt ett nytt och läs upp det: servicedesk reset evaand01 --generate. Ingen ny kod behövs.
    err Detalj: HTTP 500: …
    dir evaand01: unlocked; password set: a generated one; must change it
    log 5-6 reset evaand01: done, by SMS, server 127.0.0.1
    log 7-8 send_password evaand01: partly (sms_unclear)
    exit 7
    ");
}

#[test]
fn silent_gateway_leaves_outcome_unclear() {
    let mut desk = with_gateway(Says::Nothing);
    assert_snapshot!(desk.run("reset evaand01 --generate --deliver sms"), @"
    sms +46701740631 Här är det nya lösenordet som du bad servicedesk om (0142-36 6000). Byt det när du loggar in. Mjölby kommun
    sms ‹made of words›
    err Fel: Det nya lösenordet för evaand01 är satt, men det är oklart om det kom iväg: SMS-tjänsten 127.0.0.1:‹port› svarade inte tydligt.
    err Gör så här: Fråga om det har kommit. Kommer det inte inom en minut, sätt ett nytt och läs upp det: servicedesk reset evaand01 --generate. Ingen ny kod behövs.
    dir evaand01: unlocked; password set: a generated one; must change it
    log 5-6 reset evaand01: done, by SMS, server 127.0.0.1
    log 7-8 send_password evaand01: partly (sms_unclear)
    exit 7
    ");
    let mut desk = with_gateway(Says::Nothing);
    assert_eq!(
        kind(&desk.run("reset evaand01 --generate --deliver sms -o json --lang en")),
        ("generated_may_be_sent", 7)
    );
}

#[test]
fn password_is_sent_to_verified_number_only() {
    let mut desk = TestDesk::configured().with(eva());
    let command = "reset evaand01 --generate --deliver sms --identified-by 'pass i disken'";
    // Where it is not allowed at all, the screen would be no way out.
    assert_snapshot!(desk.run(command), @"
    err Fel: Att identifiera utan kod är inte tillåtet här. Inget är ändrat.
    err Gör så här: Använd en kod. (Inställningen är verification.allow_identified_by.)
    log 1 reset evaand01: refused (identified_by_not_allowed)
    exit 5
    ");
    desk.set("verification.allow_identified_by", "true");
    assert_snapshot!(desk.run(command), @r"
    err Fel: Ett lösenord skickas bara till ett nummer som är verifierat med en kod. Inget är ändrat.
    err Gör så här: Verifiera med en kod till kontots eget nummer, eller visa lösenordet på skärmen: --deliver screen.
    log 2 reset evaand01: refused (sms_unverified)
    exit 5
    ");
}

#[test]
fn missing_mobile_is_refused_first() {
    let mut desk = TestDesk::configured().with(Person { mobile: Some("0142-36 60 00".to_owned()), ..eva() });
    assert_snapshot!(desk.terminal([]).run("reset evaand01 --generate --deliver sms"), @"
    err Fel: Kontot evaand01 har inget registrerat mobilnummer som kan ta emot ett lösenord. Inget är ändrat.
    err Gör så här: Visa lösenordet på skärmen i stället (--deliver screen) när den som ringer har identifierats på annat sätt.
    log 1 reset evaand01: refused (no_mobile)
    exit 5
    ");
}

#[test]
fn missing_gateway_is_refused_first() {
    let mut desk = with_eva();
    desk.unset("sms.provider").unset("sms.outbox");
    assert_snapshot!(desk.run("reset evaand01 --generate --deliver sms"), @"
    err Fel: Ingen SMS-tjänst är inställd (sms.provider). Inget SMS är skickat.
    err Gör så här: Säg till den som sköter programmet att kontrollera [sms] i inställningarna.
    log 5 reset evaand01: refused (no_sms_gateway)
    exit 2
    ");
    // What can be shown needs none.
    let shown = desk.run("reset evaand01 --generate");
    assert!(shown.ends_with("exit 0"), "{shown}");
}

#[test]
fn unverified_caller_is_refused() {
    let mut desk = TestDesk::configured().with(eva());
    assert_snapshot!(desk.run("reset evaand01 --generate --deliver sms"), @"
    err Fel: Den som ringer om evaand01 är inte verifierad. Inget är ändrat.
    err Gör så här: Skicka en kod: servicedesk send-code evaand01. Ange sedan den som läses upp med --code.
    log 1 reset evaand01: refused (not_verified)
    exit 5
    ");
}

#[test]
fn mobile_changed_during_call_is_refused() {
    let mut desk = TestDesk::configured().with(eva());
    let changed = desk.someone_changes("evaand01", |person| person.mobile = Some("070-174 06 39".to_owned()));
    assert_snapshot!(desk.terminal([Yes, changed, Code, Text("")]).run("reset evaand01 --generate --deliver sms -q"), @"
    tel code 1 to *********31, valid until 12:22, is read back
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“”›
    err Fel: Mobilnumret har ändrats sedan koden skickades. Inget är ändrat.
    err Gör så här: Var på din vakt: någon kan ha bytt numret för att få koden. Skicka ingen ny utan att veta vem som ändrade.
    dir evaand01: another mobile
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    log 5 reset evaand01: refused (number_changed)
    exit 5
    ");
}

#[test]
fn deliver_needs_generated_password() {
    let mut desk = TestDesk::configured().with(eva());
    for command in ["reset evaand01 --deliver sms", "reset evaand01 --password-stdin --deliver sms"] {
        let run = desk.piped(["Gurka-Moln-73"]).run(command);
        assert!(run.contains("Det saknas något på raden: --generate") || run.contains("--deliver"), "{run}");
        assert!(run.ends_with("exit 2"), "{run}");
    }
    let run = desk.run("reset evaand01 --generate --deliver brev");
    assert!(run.contains("Välj något av: screen, sms") && run.ends_with("exit 2"), "{run}");
}

/// Nothing can be written to the trail where this holds of a record.
fn no_record(desk: &TestDesk, condition: &str) {
    desk.spoil(&format!(
        "CREATE TRIGGER full BEFORE INSERT ON audit WHEN {condition}
         BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END"
    ));
}

#[test]
fn unrecorded_intent_stops_sms() {
    let mut desk = with_eva();
    no_record(&desk, r#"NEW.record LIKE '%"send_password"%'"#);
    assert_snapshot!(desk.run("reset evaand01 --generate --deliver sms -v"), @"
    err Fel: Det gick inte att anteckna i …/state/state.db att lösenordet ska skickas. Inget SMS är skickat.
    err Fel: Det nya lösenordet för evaand01 är satt, men ingen känner till det.
    err Gör så här: Utan logg görs inget. Försök igen. Går det inte, be den som sköter programmet att se till att filen går att skriva (state.path); -v säger mer.
    err Detalj: database or disk is full
    dir evaand01: unlocked; password set: a generated one; must change it
    log 5-6 reset evaand01: done, by SMS, server 127.0.0.1
    exit 7
    ");
    let mut desk = with_eva();
    no_record(&desk, r#"NEW.record LIKE '%"send_password"%'"#);
    assert_eq!(kind(&desk.run("reset evaand01 --generate --deliver sms -o json --lang en")), ("generated_not_sent", 7));
}

#[test]
fn unrecorded_sms_outcome_is_reported() {
    let mut desk = with_eva();
    no_record(&desk, r#"NEW.record LIKE '%"send_password"%"step":"done"%'"#);
    assert_snapshot!(desk.run("reset evaand01 --generate --deliver sms"), @"
    sms +46701740631 Här är det nya lösenordet som du bad servicedesk om (0142-36 6000). Byt det när du loggar in. Mjölby kommun
    sms ‹made of words›
    err Fel: Det är gjort för evaand01, men det gick inte att anteckna i loggen hur det gick.
    err Gör så här: Anteckna det i ärendet, och säg till den som sköter programmet.
    dir evaand01: unlocked; password set: a generated one; must change it
    log 5-6 reset evaand01: done, by SMS, server 127.0.0.1
    log 7 send_password evaand01: intent
    exit 7
    ");
}

#[test]
fn unrecorded_reset_outcome_is_reported() {
    let mut desk = with_eva();
    no_record(&desk, r#"NEW.record LIKE '%"reset"%"step":"done"%'"#);
    assert_snapshot!(desk.run("reset evaand01 --generate --deliver sms"), @"
    err Fel: Det är gjort för evaand01, men det gick inte att anteckna i loggen hur det gick.
    err Fel: Lösenordet som skapades för evaand01 kunde inte lämnas ut, så ingen känner till det.
    err Gör så här: Sätt ett annat lösenord nu: servicedesk reset evaand01. Innan dess kan den som ringer kanske inte logga in. Anteckna det i ärendet, och säg till den som sköter programmet.
    dir evaand01: unlocked; password set: a generated one; must change it
    log 5 reset evaand01: intent, by SMS
    exit 7
    ");
}

#[test]
fn unwritable_result_is_reported() {
    let mut desk = with_eva();
    // The caller has it all the same.
    assert_snapshot!(desk.output(StandardOutput::Full).run("reset evaand01 --generate --deliver sms"), @"
    sms +46701740631 Här är det nya lösenordet som du bad servicedesk om (0142-36 6000). Byt det när du loggar in. Mjölby kommun
    sms ‹made of words›
    err Det är gjort, men ingen kan läsa resultatet: standard ut gick inte att skriva till (disken är full). Se efter hur det står till innan du försöker igen.
    dir evaand01: unlocked; password set: a generated one; must change it
    log 5-6 reset evaand01: done, by SMS, server 127.0.0.1
    log 7-8 send_password evaand01: done
    exit 7
    ");
}
