//! The owner of an account is told by SMS that it was changed: after the caller has been told, and never at a number that
//! is new alone.

mod failed;

use insta::assert_snapshot;
use servicedesk::practice::Person;

use super::fixture::Answer::{Code, Secret, Text, Yes};
use super::fixture::people::{ago, eva};
use super::fixture::{Says, StandardOutput, TestDesk};

const DAY: i64 = 24 * 60;
const GOOD: &str = "Gurka-Moln-73";
/// For the resets after that.
const OTHERS: [&str; 3] = ["Morot-Regn-84", "Palsternacka-Dis-95", "Rova-Hagel-16"];

/// A desk with the default setting, and two attributes for numbers.
fn desk(person: Person) -> TestDesk {
    let mut desk = TestDesk::configured().with(person);
    desk.unset("verification.notify");
    desk.set("directory.mobile_attribute", r#"["mobile", "otherMobile"]"#);
    desk.set("verification.allow_identified_by", "true");
    desk
}

/// The message goes out when the caller has the answer.
fn after_the_answer(run: &str) -> &str {
    &run[run.find("out ").unwrap()..]
}

const RESET: &str = "reset evaand01 --password-stdin --identified-by Legitimation --no-must-change";

#[test]
fn owner_is_told_of_new_password() {
    let mut desk = desk(eva());
    assert_snapshot!(desk.piped([GOOD]).run(RESET), @"
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Kontot var låst och är nu upplåst.
    out Säg: ”Du kan nu använda det nya lösenordet för att logga in. Datorn kommer att uppdateras automatiskt med ditt nya lösenord när den startas och är ansluten till nätverket på jobbet.”
    sms +46701740631 Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Mjölby kommun
    err Kontots ägare är meddelad med SMS (*********31).
    dir evaand01: unlocked; password set: secret 1 of 1
    log 1-2 reset evaand01: done, server 127.0.0.1, identified by Legitimation
    log 3-4 tell_owner evaand01: done
    exit 0
    ");
    assert_snapshot!(desk.piped([OTHERS[0]]).run(&format!("{RESET} -q --lang en -o json")), @r#"
    sms +46701740631 Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Mjölby kommun
    out {"schema": 1, "account": "evaand01", "outcome": "reset", "unlocked": false, "must_change": false,
    out  "must_change_reason": null, "history_enforced": "policy_hints", "password_acceptable": null,
    out  "delivered": null, "generated_password": null, "mobile": null, "queued": null, "dry_run": false,
    out  "verification": null, "everywhere": null,
    out  "owner_notice": {"state": "sent", "mobile": "*********31", "reason": null}}
    dir evaand01: password set: secret 1 of 1
    log 5-6 reset evaand01: done, server 127.0.0.1, identified by Legitimation
    log 7-8 tell_owner evaand01: done
    exit 0
    "#);
    // The unlock is not told, unless the desk wants that.
    assert!(!desk.run("unlock evaand01 --identified-by Legitimation").contains("sms "));
}

#[test]
fn owner_is_told_of_unlock_if_wanted() {
    let mut desk = desk(eva());
    desk.set("verification.notify", "\"all\"");
    assert_snapshot!(desk.run("unlock evaand01 --identified-by Legitimation"), @"
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    sms +46701740631 Ditt konto låstes upp av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Mjölby kommun
    err Kontots ägare är meddelad med SMS (*********31).
    dir evaand01: unlocked
    log 1-2 unlock evaand01: done, server 127.0.0.1, identified by Legitimation
    log 3-4 tell_owner evaand01: done
    exit 0
    ");
    // Nothing was done that they could be told of.
    assert_snapshot!(desk.run("unlock evaand01 --identified-by Legitimation -o json"), @r#"
    out {"schema": 1, "account": "evaand01", "outcome": "not_locked", "server": null, "was_locked": false,
    out  "dry_run": false, "verification": null, "everywhere": null, "watch": null, "owner_notice": null,
    out  "password_unknown_since": null}
    exit 0
    "#);
    assert_snapshot!(desk.run("unlock --all-locked --reason Helg --dry-run"), @"
    err Obs: Ägarna får inget SMS (verification.notify gäller ett konto i taget).
    out Inga konton.
    out Inget är ändrat (--dry-run).
    exit 0
    ");
}

#[test]
fn owner_is_told_before_the_watch() {
    let mut desk = desk(eva());
    desk.set("verification.notify", "\"all\"");
    assert_snapshot!(desk.run("unlock evaand01 --identified-by Legitimation --watch=1 -q"), @"
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    sms +46701740631 Ditt konto låstes upp av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Mjölby kommun
    out Bevakat till kl. 12.18.00: inga fel lösenord, och kontot har inte låsts igen.
    dir evaand01: unlocked
    log 1-2 unlock evaand01: done, server 127.0.0.1, identified by Legitimation
    log 3-4 tell_owner evaand01: done
    exit 0
    ");
}

#[test]
fn off_tells_nobody() {
    let mut desk = desk(eva());
    desk.set("verification.notify", "\"off\"");
    let run = desk.piped([GOOD]).run(&format!("{RESET} -o json"));
    assert!(run.contains(r#""owner_notice": null"#) && !run.contains("sms ") && !run.contains("tell_owner"), "{run}");
}

#[test]
fn new_number_is_not_told_alone() {
    let mut desk = desk(Person { mobile_changed: Some(ago(2 * DAY)), ..eva() });
    assert_snapshot!(after_the_answer(&desk.piped([GOOD]).run(RESET)), @"
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Kontot var låst och är nu upplåst.
    out Säg: ”Du kan nu använda det nya lösenordet för att logga in. Datorn kommer att uppdateras automatiskt med ditt nya lösenord när den startas och är ansluten till nätverket på jobbet.”
    err Obs: Kontots ägare är inte meddelad med SMS: numret är nytt, och inget äldre är registrerat.
    dir evaand01: unlocked; password set: secret 1 of 1
    log 1-2 reset evaand01: done, server 127.0.0.1, identified by Legitimation
    log 3 tell_owner evaand01: refused (number_new)
    exit 0
    ");
    // An older one is.
    let mut desk = self::desk(Person {
        mobile_changed: Some(ago(2 * DAY)),
        other_mobiles: vec!["070-174 06 33".into()],
        other_mobiles_changed: Some(ago(300 * DAY)),
        ..eva()
    });
    assert_snapshot!(after_the_answer(&desk.piped([GOOD]).run(RESET)), @"
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Kontot var låst och är nu upplåst.
    out Säg: ”Du kan nu använda det nya lösenordet för att logga in. Datorn kommer att uppdateras automatiskt med ditt nya lösenord när den startas och är ansluten till nätverket på jobbet.”
    sms +46701740633 Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Mjölby kommun
    err Kontots ägare är meddelad med SMS (*********33).
    dir evaand01: unlocked; password set: secret 1 of 1
    log 1-2 reset evaand01: done, server 127.0.0.1, identified by Legitimation
    log 3-4 tell_owner evaand01: done
    exit 0
    ");
}

#[test]
fn owner_without_mobile_is_not_told() {
    let mut desk = desk(Person { mobile: None, ..eva() });
    assert_snapshot!(after_the_answer(&desk.piped([GOOD]).run(RESET)), @"
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Kontot var låst och är nu upplåst.
    out Säg: ”Du kan nu använda det nya lösenordet för att logga in. Datorn kommer att uppdateras automatiskt med ditt nya lösenord när den startas och är ansluten till nätverket på jobbet.”
    err Obs: Kontots ägare är inte meddelad med SMS: inget nummer som tar emot SMS är registrerat.
    dir evaand01: unlocked; password set: secret 1 of 1
    log 1-2 reset evaand01: done, server 127.0.0.1, identified by Legitimation
    log 3 tell_owner evaand01: refused (no_mobile)
    exit 0
    ");
}

#[test]
fn failing_gateway_undoes_nothing() {
    let mut desk = desk(eva());
    desk.gateway(Says::Answer("503 Service Unavailable", "Temporal failure, try again later."));
    assert_snapshot!(after_the_answer(&desk.piped([GOOD]).run(RESET)), @"
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Kontot var låst och är nu upplåst.
    out Säg: ”Du kan nu använda det nya lösenordet för att logga in. Datorn kommer att uppdateras automatiskt med ditt nya lösenord när den startas och är ansluten till nätverket på jobbet.”
    err Obs: Kontots ägare är inte meddelad med SMS. SMS-tjänsten 127.0.0.1:‹port› är upptagen. Inget SMS är skickat.
    dir evaand01: unlocked; password set: secret 1 of 1
    log 1-2 reset evaand01: done, server 127.0.0.1, identified by Legitimation
    log 3-4 tell_owner evaand01: failed (sms_busy)
    exit 0
    ");
    desk.gateway(Says::Answer("500 Internal Server Error", ""));
    assert_snapshot!(after_the_answer(&desk.piped([OTHERS[0]]).run(RESET)), @"
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Säg: ”Du kan nu använda det nya lösenordet för att logga in. Datorn kommer att uppdateras automatiskt med ditt nya lösenord när den startas och är ansluten till nätverket på jobbet.”
    err Obs: SMS-tjänsten 127.0.0.1:‹port› gav inget tydligt svar: det är oklart om kontots ägare är meddelad med SMS.
    dir evaand01: password set: secret 1 of 1
    log 5-6 reset evaand01: done, server 127.0.0.1, identified by Legitimation
    log 7-8 tell_owner evaand01: partly (sms_unclear)
    exit 0
    ");
    let run = desk.piped([OTHERS[1]]).run(&format!("{RESET} -o json"));
    assert!(run.contains(r#""owner_notice": {"state": "unclear", "mobile": null, "reason": "sms_unclear"}"#), "{run}");
    desk.unset("sms.provider").unset("sms.url");
    assert_snapshot!(after_the_answer(&desk.piped([OTHERS[2]]).run(RESET)), @"
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Säg: ”Du kan nu använda det nya lösenordet för att logga in. Datorn kommer att uppdateras automatiskt med ditt nya lösenord när den startas och är ansluten till nätverket på jobbet.”
    dir evaand01: password set: secret 1 of 1
    log 13-14 reset evaand01: done, server 127.0.0.1, identified by Legitimation
    log 15 tell_owner evaand01: refused (no_sms_gateway)
    exit 0
    ");
}

/// The message with the password says it already, where it goes to a number that is not new.
#[test]
fn password_by_sms_is_message_enough() {
    let call = "reset evaand01 --generate --deliver sms --no-must-change -q";
    let run = desk(eva()).terminal([Yes, Code]).run(call);
    assert!(run.matches("sms +").count() == 1 && !run.contains("tell_owner"), "{run}");
    // That message would reach nobody but whoever had the number changed.
    let mut desk = desk(Person {
        mobile_changed: Some(ago(2 * DAY)),
        other_mobiles: vec!["070-174 06 33".into()],
        other_mobiles_changed: Some(ago(300 * DAY)),
        ..eva()
    });
    assert_snapshot!(after_the_answer(&desk.terminal([Yes, Code]).run(call)), @"
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Kontot var låst och är nu upplåst.
    out Lösenordet är skickat till *********31. Fråga om det har kommit.
    out Säg: ”Du kan nu använda det nya lösenordet för att logga in. Datorn kommer att uppdateras automatiskt med ditt nya lösenord när den startas och är ansluten till nätverket på jobbet.”
    sms +46701740633 Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Mjölby kommun
    dir evaand01: unlocked; password set: a generated one
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    log 5-6 reset evaand01: done, by SMS, server 127.0.0.1
    log 7-8 send_password evaand01: done
    log 9-10 tell_owner evaand01: done
    exit 0
    ");
}

#[test]
fn outcome_that_cannot_be_written_is_reported_and_owner_is_told() {
    let mut desk = desk(eva());
    assert_snapshot!(desk.piped([GOOD]).output(StandardOutput::Full).run(RESET), @"
    sms +46701740631 Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Mjölby kommun
    err Kontots ägare är meddelad med SMS (*********31).
    err Det är gjort, men ingen kan läsa resultatet: standard ut gick inte att skriva till (disken är full). Se efter hur det står till innan du försöker igen.
    dir evaand01: unlocked; password set: secret 1 of 1
    log 1-2 reset evaand01: done, server 127.0.0.1, identified by Legitimation
    log 3-4 tell_owner evaand01: done
    exit 7
    ");
}

#[test]
fn guided_call_tells_owner_at_its_end() {
    let mut desk = desk(eva());
    let script = [Yes, Code, Text("2"), Text("1"), Secret(GOOD), Secret(GOOD), Text("")];
    let run = desk.terminal(script).run("assist evaand01 -q");
    assert_snapshot!(run[run.find("out Klart").unwrap()..], @r"
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Kontot var låst och är nu upplåst.
    out Säg: ”Se till att datorn är ansluten till nätverket på jobbet, starta om den och logga in med det nya lösenordet. Då får du välja ett eget.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    sms +46701740631 Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Mjölby kommun
    out Till ärendet: Eva Andersson (evaand01)
    out Verifierad med kod till *********31 kl. 12.17.
    out Nytt lösenord kl. 12.17, av CONTOSO\operator.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    dir evaand01: unlocked; password set: secret 2 of 2; must change it
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    log 5-6 reset evaand01: done, server 127.0.0.1
    log 7-8 tell_owner evaand01: done
    exit 0
    ");
}
