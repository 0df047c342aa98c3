//! Tests what the owner is told after a failed change that did something, or may have: the operator sees the error first.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use insta::assert_snapshot;
use servicedesk::practice::Person;

use super::super::fixture::Answer::{Code, Meanwhile, No, Secret, Text, Yes};
use super::super::fixture::people::{EVAS_EARLIER, ago, eva, eva_with_a_past};
use super::super::fixture::{Says, TestDesk, kind};
use super::{DAY, GOOD, RESET, desk};
use crate::support::contract::proxy::{Fault, Operation, Proxy};

/// A way to the directory that is lost when the first change has been made, before its answer; and whether it is, for now.
fn lost_with_the_answer(desk: &mut TestDesk) -> (Proxy, Arc<AtomicBool>) {
    let lost = Arc::new(AtomicBool::new(false));
    let (is_lost, mut is_first) = (Arc::clone(&lost), true);
    let proxy = desk.proxy(move |operation| match operation {
        _ if is_lost.load(Ordering::SeqCst) => Fault::Lost,
        Operation::Modify if is_first => {
            is_first = false;
            is_lost.store(true, Ordering::SeqCst);
            Fault::AnswerLost
        }
        _ => Fault::Pass,
    });
    desk.servers(&[&proxy]);
    (proxy, lost)
}

/// One on which nothing can be read once something was changed.
fn nothing_read_back(desk: &mut TestDesk) -> Proxy {
    let mut changed = false;
    let proxy = desk.proxy(move |operation| {
        changed |= operation == Operation::Modify;
        if changed && operation == Operation::Search { Fault::Lost } else { Fault::Pass }
    });
    desk.servers(&[&proxy]);
    proxy
}

/// One on which an old password in some device locks the account again at once.
fn locked_at_once(desk: &mut TestDesk) -> Proxy {
    let practice = desk.practice();
    let locked = eva().lockout;
    let mut changed = false;
    let proxy = desk.proxy(move |operation| {
        if changed && operation == Operation::Search {
            let person = practice.person("evaand01").unwrap().unwrap();
            practice.add(Person { lockout: locked, bad_passwords: 5, password: GOOD.into(), ..person }).unwrap();
        }
        changed |= operation == Operation::Modify;
        Fault::Pass
    });
    desk.servers(&[&proxy]);
    proxy
}

/// Nothing can be written to the trail where this holds of a record.
fn no_record(desk: &TestDesk, condition: &str) {
    desk.spoil(&format!(
        "CREATE TRIGGER full BEFORE INSERT ON audit WHEN {condition}
         BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END"
    ));
}

#[test]
fn password_that_may_have_been_set_is_told() {
    let mut desk = desk(eva());
    let _proxy = lost_with_the_answer(&mut desk);
    assert_snapshot!(desk.piped([GOOD]).run(RESET), @"
    err Fel: 127.0.0.1 svarade inte på ändringen av evaand01. Den kan vara gjord, eller inte.
    err Gör så här: Se efter först: servicedesk lookup evaand01. Försök sedan igen om det behövs.
    sms +46701740631 Ditt lösenord kan ha bytts av servicedesk kl. 12.17. Har du inte bett om det, ring 0142-36 6000. Mjölby kommun
    err Kontots ägare är meddelad med SMS (*********31).
    dir evaand01: unlocked; password set: secret 1 of 1
    log 1-2 reset evaand01: partly (may_have_changed), identified by Legitimation
    log 3-4 tell_owner evaand01: done
    exit 7
    ");
    let _proxy = lost_with_the_answer(&mut desk);
    let run = desk.piped(["Morot-Regn-84"]).run(&format!("{RESET} -q -o json --lang en"));
    assert_eq!(kind(&run), ("may_have_changed", 7));
    assert!(run.contains("sms +46701740631 Ditt") && !run.contains("err An SMS"), "{run}");
}

#[test]
fn password_that_was_set_and_not_read_back_is_told() {
    let mut desk = desk(eva());
    let _proxy = nothing_read_back(&mut desk);
    assert_snapshot!(desk.piped([GOOD]).run(RESET), @"
    err Fel: Det nya lösenordet för evaand01 är satt, men läget gick inte att kontrollera.
    err Gör så här: Be den som ringer att prova, och se efter: servicedesk lookup evaand01.
    sms +46701740631 Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Mjölby kommun
    err Kontots ägare är meddelad med SMS (*********31).
    dir evaand01: unlocked; password set: secret 1 of 1
    log 1-2 reset evaand01: partly (not_read_back), server 127.0.0.1, identified by Legitimation
    log 3-4 tell_owner evaand01: done
    exit 7
    ");
}

#[test]
fn password_of_account_that_is_locked_again_is_told() {
    let mut desk = desk(eva());
    let _proxy = locked_at_once(&mut desk);
    assert_snapshot!(desk.piped([GOOD]).run(RESET), @"
    err Fel: Kontot evaand01 låstes upp men är redan låst igen.
    err Gör så här: Något använder ett gammalt lösenord (mobil, dator, program). Be den som ringer att stänga av det, och kör servicedesk unlock evaand01 igen.
    sms +46701740631 Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Mjölby kommun
    err Kontots ägare är meddelad med SMS (*********31).
    dir evaand01: password set: secret 1 of 1
    log 1-2 reset evaand01: partly (locked_again), server 127.0.0.1, identified by Legitimation
    log 3-4 tell_owner evaand01: done
    exit 7
    ");
}

#[test]
fn password_whose_record_is_missing_is_told() {
    let mut desk = desk(eva());
    desk.run("lookup evaand01");
    no_record(&desk, r#"NEW.record LIKE '%"reset"%"step":"done"%'"#);
    assert_snapshot!(desk.piped([GOOD]).run(RESET), @"
    err Fel: Det är gjort för evaand01, men det gick inte att anteckna i loggen hur det gick.
    err Gör så här: Anteckna det i ärendet, och säg till den som sköter programmet.
    sms +46701740631 Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Mjölby kommun
    err Kontots ägare är meddelad med SMS (*********31).
    dir evaand01: unlocked; password set: secret 1 of 1
    log 1 reset evaand01: intent, identified by Legitimation
    log 2-3 tell_owner evaand01: done
    exit 7
    ");
}

/// Nothing is sent that is not recorded first.
#[test]
fn owner_is_not_told_without_a_record() {
    let mut desk = desk(eva());
    desk.run("lookup evaand01");
    no_record(&desk, r#"NEW.record LIKE '%"reset"%"step":"done"%' OR NEW.record LIKE '%"tell_owner"%'"#);
    assert_snapshot!(desk.piped([GOOD]).run(&format!("{RESET} -q")), @"
    err Fel: Det är gjort för evaand01, men det gick inte att anteckna i loggen hur det gick.
    err Gör så här: Anteckna det i ärendet, och säg till den som sköter programmet.
    err Obs: Kontots ägare är inte meddelad med SMS: det gick inte att anteckna i …/state/state.db att SMS:et skulle skickas.
    dir evaand01: unlocked; password set: secret 1 of 1
    log 1 reset evaand01: intent, identified by Legitimation
    exit 7
    ");
}

#[test]
fn message_whose_record_is_missing_is_reported() {
    let mut desk = desk(eva());
    desk.run("lookup evaand01");
    no_record(&desk, r#"NEW.record LIKE '%"tell_owner"%"step":"done"%'"#);
    assert_snapshot!(desk.piped([GOOD]).run(RESET), @"
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Kontot var låst och är nu upplåst.
    out Säg: ”Du kan nu använda det nya lösenordet för att logga in. Datorn kommer att uppdateras automatiskt med ditt nya lösenord när den startas och är ansluten till nätverket på jobbet.”
    sms +46701740631 Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Mjölby kommun
    err Obs: Kontots ägare är meddelad med SMS, men det gick inte att anteckna i loggen.
    dir evaand01: unlocked; password set: secret 1 of 1
    log 1-2 reset evaand01: done, server 127.0.0.1, identified by Legitimation
    log 3 tell_owner evaand01: intent
    exit 7
    ");
    let run = desk.piped(["Morot-Regn-84"]).run(&format!("{RESET} -q -o json"));
    let notice = r#""owner_notice": {"state": "unclear", "mobile": null, "reason": "not_recorded"}"#;
    assert!(run.contains(notice) && run.ends_with("exit 7"), "{run}");
}

#[test]
fn random_password_that_is_left_is_told() {
    let mut desk = TestDesk::with_controller(false).with(eva_with_a_past());
    desk.unset("verification.notify").set("verification.allow_identified_by", "true");
    assert_snapshot!(desk.piped([EVAS_EARLIER]).run(RESET), @"
    err Fel: Kontot evaand01 har nu ett slumpat lösenord som ingen känner till: det önskade godtogs inte (det är använt förut).
    err Gör så här: Den som ringer kan inte logga in förrän ett annat lösenord är satt: servicedesk reset evaand01. Ingen ny kod behövs.
    sms +46701740631 Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Mjölby kommun
    err Kontots ägare är meddelad med SMS (*********31).
    dir evaand01: password set: one that nobody was told; must change it
    log 1-2 reset evaand01: partly (halfway_random_password), identified by Legitimation
    log 3-4 tell_owner evaand01: done
    exit 7
    ");
}

#[test]
fn password_that_nobody_got_is_told() {
    let mut desk = desk(eva());
    desk.run("send-code evaand01");
    desk.run("send-code evaand01 --verify {code}");
    // The message with the password, and then the one about it.
    desk.gateway(Says::Answer("503 Service Unavailable", "Temporal failure, try again later."));
    assert_snapshot!(desk.run("reset evaand01 --generate --deliver sms -q"), @"
    err Fel: SMS-tjänsten 127.0.0.1:‹port› är upptagen. Inget SMS är skickat.
    err Fel: Det nya lösenordet för evaand01 är satt, men ingen känner till det.
    err Gör så här: Sätt ett nytt och läs upp det: servicedesk reset evaand01 --generate. Ingen ny kod behövs.
    err Obs: Kontots ägare är inte meddelad med SMS. SMS-tjänsten 127.0.0.1:‹port› är upptagen. Inget SMS är skickat.
    dir evaand01: unlocked; password set: a generated one; must change it
    log 5-6 reset evaand01: done, by SMS, server 127.0.0.1
    log 7-8 send_password evaand01: failed (sms_busy)
    log 9-10 tell_owner evaand01: failed (sms_busy)
    exit 7
    ");
}

#[test]
fn new_number_is_not_told_of_failure_either() {
    let mut desk = desk(Person { mobile_changed: Some(ago(2 * DAY)), ..eva() });
    let _proxy = lost_with_the_answer(&mut desk);
    let run = desk.piped([GOOD]).run(&format!("{RESET} -q -o json"));
    assert!(!run.contains("sms ") && run.contains("tell_owner evaand01: refused (number_new)"), "{run}");
    // No document has it.
    assert!(run.contains("err Obs: Kontots ägare är inte meddelad med SMS: numret är nytt"), "{run}");
}

#[test]
fn refused_password_is_not_told() {
    let mut desk = desk(eva_with_a_past());
    let run = desk.piped([EVAS_EARLIER]).run(RESET);
    assert!(run.ends_with("exit 5") && !run.contains("tell_owner"), "{run}");
}

#[test]
fn off_tells_nobody_of_failure() {
    let mut desk = desk(eva());
    desk.set("verification.notify", "\"off\"");
    let _proxy = lost_with_the_answer(&mut desk);
    let run = desk.piped([GOOD]).run(RESET);
    assert!(run.ends_with("exit 7") && !run.contains("tell_owner") && !run.contains("sms "), "{run}");
}

#[test]
fn unlock_that_may_have_been_made_is_told_if_wanted() {
    let mut desk = desk(eva());
    desk.set("verification.notify", "\"all\"");
    let _proxy = lost_with_the_answer(&mut desk);
    assert_snapshot!(desk.run("unlock evaand01 --identified-by Legitimation"), @"
    err Fel: 127.0.0.1 svarade inte på ändringen av evaand01. Den kan vara gjord, eller inte.
    err Gör så här: Se efter först: servicedesk lookup evaand01. Försök sedan igen om det behövs.
    sms +46701740631 Ditt konto kan ha låsts upp av servicedesk kl. 12.17. Har du inte bett om det, ring 0142-36 6000. Mjölby kommun
    err Kontots ägare är meddelad med SMS (*********31).
    dir evaand01: unlocked
    log 1-2 unlock evaand01: partly (may_have_changed), identified by Legitimation
    log 3-4 tell_owner evaand01: done
    exit 7
    ");
    // By default it is not.
    let mut desk = super::desk(eva());
    let _proxy = locked_at_once(&mut desk);
    let run = desk.run("unlock evaand01 --identified-by Legitimation");
    assert!(run.ends_with("exit 7") && !run.contains("tell_owner"), "{run}");
}

/// Each attempt is not a message of its own.
#[test]
fn guided_call_tells_once_what_its_attempts_came_to() {
    let mut desk = desk(eva());
    let (_proxy, lost) = lost_with_the_answer(&mut desk);
    let found = Meanwhile(Box::new(move || lost.store(false, Ordering::SeqCst)));
    let password = || [Secret(GOOD), Secret(GOOD)];
    let script = [Yes, Code, Text("2"), Text("1")].into_iter().chain(password());
    let again = script.chain([found, Yes]).chain([Secret("Morot-Regn-84"), Secret("Morot-Regn-84")]);
    let run = desk.terminal(again.chain([Text("")])).run("assist evaand01 -q");
    assert!(run.matches("sms +").count() == 1 && run.contains("sms +46701740631 Ditt lösenord byttes"), "{run}");
    assert!(run.matches("tell_owner evaand01: done").count() == 1, "{run}");
    let mut desk = super::desk(eva());
    let _proxy = lost_with_the_answer(&mut desk);
    let script = [Yes, Code, Text("2"), Text("1")].into_iter().chain(password()).chain([No, Text("")]);
    let run = desk.terminal(script).run("assist evaand01 -q");
    assert_snapshot!(run[run.find("err Fel").unwrap()..], @r"
    err Fel: 127.0.0.1 svarade inte på ändringen av evaand01. Den kan vara gjord, eller inte.
    err Gör så här: Se efter först: servicedesk lookup evaand01. Försök sedan igen om det behövs.
    ask Försöka igen? [J/n] ‹no›
    sms +46701740631 Ditt lösenord kan ha bytts av servicedesk kl. 12.17. Har du inte bett om det, ring 0142-36 6000. Mjölby kommun
    out Till ärendet: Eva Andersson (evaand01)
    out Verifierad med kod till *********31 kl. 12.17.
    out Nytt lösenord kl. 12.17, oklart om det gick, av CONTOSO\operator.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    dir evaand01: unlocked; password set: secret 2 of 2
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    log 5-6 reset evaand01: partly (may_have_changed)
    log 7-8 tell_owner evaand01: done
    exit 0
    ");
}
