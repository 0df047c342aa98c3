//! `reset` with a password that the program makes, and where it may be shown.

use insta::assert_snapshot;

use super::{GOOD, demo, twice, verified};
use crate::desk::fixture::Answer::{Secret, Text};
use crate::desk::fixture::people::{EVAS_EARLIER, eva, eva_with_a_past};
use crate::desk::fixture::{StandardOutput, TestDesk};

#[test]
fn generated_password_is_shown() {
    let mut desk = demo();
    assert_snapshot!(desk.run("reset jesrab01 --generate"), @"
    out Klart: Lösenordet har återställts för Jesper Råberg (jesrab01).
    out Kontot var låst och är nu upplåst.
    out Lösenordet: ‹made of words›
    out  ‹read aloud›
    out Säg: ”Logga in vid en dator på jobbet med det nya lösenordet. Då får du välja ett eget.”
    err Mobilen *********11 visar (övning):
    sms Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Contoso kommun
    err Kontots ägare är meddelad med SMS (*********11).
    dir jesrab01: unlocked; password set: a generated one; must change it
    log 5-6 reset jesrab01: done, server 127.0.0.1
    log 7-8 tell_owner jesrab01: done
    exit 0
    ");
    desk.run("reset jesrab01 --generate --no-must-change");
    assert_snapshot!(desk.run("audit show"), @r"
    out  Nr  När    Vem               Vad                        Konto     Hur det gick
    out  3   12:17  CONTOSO\operator  skicka kod                 jesrab01  gjort
    out  6   12:17  CONTOSO\operator  pröva kod                  jesrab01  gjort
    out  9   12:17  CONTOSO\operator  nytt lösenord, på skärmen  jesrab01  gjort
    out  11  12:17  CONTOSO\operator  meddela kontots ägare      jesrab01  gjort
    out  14  12:17  CONTOSO\operator  nytt lösenord, på skärmen  jesrab01  gjort
    out  16  12:17  CONTOSO\operator  meddela kontots ägare      jesrab01  gjort
    exit 0
    ");
}

#[test]
fn generated_password_is_shown_in_english() {
    let mut desk = demo().in_english();
    assert_snapshot!(desk.run("reset jesrab01 --generate -v"), @"
    err The password has at least 40 bits of randomness.
    out Done: the password has been reset for Jesper Råberg (jesrab01).
    out The account was locked and is now unlocked.
    out The password: ‹made of words›
    out  ‹read aloud›
    out Say: “Sign in at a computer at work with the new password. You will then choose one of your own.”
    err The phone *********11 shows (practice):
    sms 12:17: your password was changed by the servicedesk. If that was not you, call 0142-36 6000. Contoso kommun
    err The account's owner was told by SMS (*********11).
    dir jesrab01: unlocked; password set: a generated one; must change it
    log 5-6 reset jesrab01: done, server 127.0.0.1
    log 7-8 tell_owner jesrab01: done
    exit 0
    ");
    assert_snapshot!(desk.run("reset jesrab01 --generate=random -v"), @"
    err The password has at least 63 bits of randomness.
    out Done: the password has been reset for Jesper Råberg (jesrab01).
    out The password: ‹made of random›
    out  ‹read aloud›
    out Say: “Sign in at a computer at work with the new password. You will then choose one of your own.”
    err The phone *********11 shows (practice):
    sms 12:17: your password was changed by the servicedesk. If that was not you, call 0142-36 6000. Contoso kommun
    err The account's owner was told by SMS (*********11).
    dir jesrab01: password set: a generated one
    log 9-10 reset jesrab01: done, server 127.0.0.1
    log 11-12 tell_owner jesrab01: done
    exit 0
    ");
}

#[test]
fn generate_makes_words_or_random() {
    let mut desk = demo();
    desk.run("reset jesrab01 --generate=words");
    assert_snapshot!(desk.run("reset jesrab01 --generate=random -v"), @"
    err Lösenordet har minst 63 bitars slump.
    out Klart: Lösenordet har återställts för Jesper Råberg (jesrab01).
    out Lösenordet: ‹made of random›
    out  ‹read aloud›
    out Säg: ”Logga in vid en dator på jobbet med det nya lösenordet. Då får du välja ett eget.”
    err Mobilen *********11 visar (övning):
    sms Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Contoso kommun
    err Kontots ägare är meddelad med SMS (*********11).
    dir jesrab01: password set: a generated one
    log 9-10 reset jesrab01: done, server 127.0.0.1
    log 11-12 tell_owner jesrab01: done
    exit 0
    ");
    desk.run("reset jesrab01 --generate=random");
    // The account is never taken for a kind.
    assert_snapshot!(desk.run("reset --generate jesrab01"), @"
    err Obs: kontot har redan fått nytt lösenord 3 gånger det senaste dygnet. Är det rätt person som ringer?
    out Klart: Lösenordet har återställts för Jesper Råberg (jesrab01).
    out Lösenordet: ‹made of words›
    out  ‹read aloud›
    out Säg: ”Logga in vid en dator på jobbet med det nya lösenordet. Då får du välja ett eget.”
    err Mobilen *********11 visar (övning):
    sms Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Contoso kommun
    err Kontots ägare är meddelad med SMS (*********11).
    dir jesrab01: password set: a generated one
    log 17-18 reset jesrab01: done, server 127.0.0.1
    log 19-20 tell_owner jesrab01: done
    exit 0
    ");
    assert_snapshot!(desk.run("reset jesrab01 --generate=ord"), @r"
    err Fel: --generate[=<TYP>] tar inte det värdet.
    err Gör så här: Välj något av: words, random
    exit 2
    ");
}

#[test]
fn empty_answer_offers_generated_password() {
    let mut desk = demo();
    // Bits are for those who ask for more.
    assert_snapshot!(desk.terminal([Text(""), Secret(""), Text("")]).run("reset jesrab01 -q"), @"
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“”›
    ask Nytt lösenord (Enter: skapa ett) ‹nothing›
    ask Hur ska den som ringer få lösenordet?
    ask * 1  Läs upp det
    ask   2  SMS till *********11
    ask  ‹“”›
    out Klart: Lösenordet har återställts för Jesper Råberg (jesrab01).
    out Kontot var låst och är nu upplåst.
    out Lösenordet: ‹made of words›
    out  ‹read aloud›
    out Säg: ”Se till att datorn är ansluten till nätverket på jobbet, starta om den och logga in med det nya lösenordet. Då får du välja ett eget.”
    err Mobilen *********11 visar (övning):
    sms Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Contoso kommun
    dir jesrab01: unlocked; password set: a generated one; must change it
    log 5-6 reset jesrab01: done, server 127.0.0.1
    log 7-8 tell_owner jesrab01: done
    exit 0
    ");
    let script = [Text(""), Secret("sommar")].into_iter().chain(twice("Blomma-Sten-17")).chain([Secret(""), Text("")]);
    let run = desk.terminal(script).run("reset jesrab01 -v");
    assert!(run.contains("err Lösenordet har minst 40 bitars slump.\nout Klart: Lösenordet har återställts"), "{run}");
    assert!(run.contains("dir jesrab01: password set: a generated one"), "{run}");
}

#[test]
fn empty_answer_offers_generated_password_in_english() {
    let mut desk = demo().in_english();
    assert_snapshot!(desk.terminal([Text(""), Secret(""), Text("")]).run("reset jesrab01 -q -o json"), @r#"
    ask Where is the caller?
    ask * 1  At work
    ask   2  Somewhere else
    ask  ‹“”›
    ask New password (Enter: generate one) ‹nothing›
    ask How does the caller get the password?
    ask * 1  Read it out
    ask   2  SMS to *********11
    ask  ‹“”›
    err The phone *********11 shows (practice):
    sms 12:17: your password was changed by the servicedesk. If that was not you, call 0142-36 6000. Contoso kommun
    out {"schema": 1, "account": "jesrab01", "outcome": "reset", "unlocked": true, "must_change": true,
    out  "must_change_reason": null, "history_enforced": "policy_hints", "password_acceptable": null,
    out  "delivered": "screen", "generated_password": "‹made of words›", "mobile": null, "queued": null,
    out  "dry_run": false, "verification": null, "everywhere": null,
    out  "owner_notice": {"state": "sent", "mobile": "*********11", "reason": null}}
    dir jesrab01: unlocked; password set: a generated one; must change it
    log 5-6 reset jesrab01: done, server 127.0.0.1
    log 7-8 tell_owner jesrab01: done
    exit 0
    "#);
}

#[test]
fn generated_password_finishes_partial_reset() {
    let mut desk = verified(TestDesk::with_controller(false).with(eva_with_a_past()), "evaand01");
    let script = [Text("")].into_iter().chain(twice(EVAS_EARLIER)).chain([Secret(""), Text("")]);
    assert_snapshot!(desk.terminal(script).run("reset evaand01 -q"), @"
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“”›
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    ask Samma lösenord igen ‹a secret›
    err Katalogen godtog inte lösenordet: det är använt förut. Kontot har nu ett slumpat lösenord som ingen känner till, så ett nytt måste sättas. Be om ett annat.
    ask Nytt lösenord (Enter: skapa ett) ‹nothing›
    ask Hur ska den som ringer få lösenordet?
    ask * 1  Läs upp det
    ask   2  SMS till *********31
    ask  ‹“”›
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Lösenordet: ‹made of words›
    out  ‹read aloud›
    out Säg: ”Se till att datorn är ansluten till nätverket på jobbet, starta om den och logga in med det nya lösenordet. Då får du välja ett eget.”
    dir evaand01: password set: a generated one; must change it
    log 5-6 reset evaand01: partly (halfway_random_password)
    log 7-8 reset evaand01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn generated_at_prompt_with_closed_output_is_reported() {
    let mut desk = demo();
    assert_snapshot!(desk.output(StandardOutput::Closed).terminal([Text(""), Secret(""), Text("")]).run("reset jesrab01 -q"), @"
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“”›
    ask Nytt lösenord (Enter: skapa ett) ‹nothing›
    ask Hur ska den som ringer få lösenordet?
    ask * 1  Läs upp det
    ask   2  SMS till *********11
    ask  ‹“”›
    err Mobilen *********11 visar (övning):
    sms Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Contoso kommun
    err Ett nytt lösenord är satt för jesrab01, men det kunde inte visas, så ingen känner till det. Sätt ett annat: servicedesk reset jesrab01
    dir jesrab01: unlocked; password set: a generated one; must change it
    log 5-6 reset jesrab01: done, server 127.0.0.1
    log 7-8 tell_owner jesrab01: done
    exit 7
    ");
}

#[test]
fn impossible_generation_at_prompt_asks_again() {
    let mut desk = TestDesk::configured().with(eva_with_a_past());
    desk.set("password_policy.max_length", "10");
    let mut desk = verified(desk, "evaand01");
    // The caller is verified, and the call goes on.
    let script = [Text(""), Secret("")].into_iter().chain(twice("Gurka-73"));
    assert_snapshot!(desk.terminal(script).run("reset evaand01 -q"), @"
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“”›
    ask Nytt lösenord (Enter: skapa ett) ‹nothing›
    err Det går inte att skapa ett lösenord som följer alla regler. Skriv ett i stället.
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    ask Samma lösenord igen ‹a secret›
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Säg: ”Se till att datorn är ansluten till nätverket på jobbet, starta om den och logga in med det nya lösenordet. Då får du välja ett eget.”
    dir evaand01: password set: secret 3 of 3; must change it
    log 5-6 reset evaand01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn generation_respects_maximum_length() {
    let mut desk = TestDesk::configured().with(eva_with_a_past());
    desk.set("password_policy.max_length", "16");
    let mut desk = verified(desk, "evaand01");
    assert_snapshot!(desk.run("reset evaand01 --generate -v"), @"
    err Lösenordet har minst 42 bitars slump.
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Lösenordet: ‹made of words›
    out  ‹read aloud›
    out Säg: ”Logga in vid en dator på jobbet med det nya lösenordet. Då får du välja ett eget.”
    dir evaand01: password set: a generated one; must change it
    log 5-6 reset evaand01: done, server 127.0.0.1
    exit 0
    ");
    // Words do not fit in this length.
    desk.set("password_policy.max_length", "14");
    assert_snapshot!(desk.run("reset evaand01 --generate"), @"
    err Fel: Det går inte att skapa ett lösenord som följer alla regler. Inget är ändrat.
    err Gör så här: Se över [password_policy]: reglerna motsäger varandra eller lämnar för lite plats. En annan typ (--generate=random) kan få plats.
    exit 2
    ");
    // At the question any kind will do.
    assert_snapshot!(desk.terminal([Text(""), Secret(""), Text("")]).run("reset evaand01 -q"), @"
    err Obs: Lösenordet har redan satts härifrån en gång det senaste dygnet.
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“”›
    ask Nytt lösenord (Enter: skapa ett) ‹nothing›
    ask Hur ska den som ringer få lösenordet?
    ask * 1  Läs upp det
    ask   2  SMS till *********31
    ask  ‹“”›
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Lösenordet: ‹made of random›
    out  ‹read aloud›
    out Säg: ”Se till att datorn är ansluten till nätverket på jobbet, starta om den och logga in med det nya lösenordet. Då får du välja ett eget.”
    dir evaand01: password set: a generated one
    log 7-8 reset evaand01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn generation_fits_unreadable_policy() {
    let mut desk = TestDesk::configured().with(eva().special_policy("Politiker"));
    desk.set("password_policy.max_length", "16");
    let mut desk = verified(desk, "evaand01");
    for kind in ["words", "random"] {
        let run = desk.run(&format!("reset evaand01 --generate={kind}"));
        assert!(run.contains("password set: a generated one") && run.ends_with("exit 0"), "{run}");
    }
}

#[test]
fn generated_password_with_closed_output_is_reported() {
    let mut desk = demo();
    assert_snapshot!(desk.output(StandardOutput::Closed).run("reset jesrab01 --generate"), @"
    err Mobilen *********11 visar (övning):
    sms Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Contoso kommun
    err Kontots ägare är meddelad med SMS (*********11).
    err Ett nytt lösenord är satt för jesrab01, men det kunde inte visas, så ingen känner till det. Sätt ett annat: servicedesk reset jesrab01
    dir jesrab01: unlocked; password set: a generated one; must change it
    log 5-6 reset jesrab01: done, server 127.0.0.1
    log 7-8 tell_owner jesrab01: done
    exit 7
    ");
    assert_snapshot!(desk.output(StandardOutput::Full).run("reset jesrab01 --generate -o json"), @"
    err Mobilen *********11 visar (övning):
    sms Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Contoso kommun
    err Kontots ägare är meddelad med SMS (*********11).
    err Ett nytt lösenord är satt för jesrab01, men det kunde inte visas, så ingen känner till det. Sätt ett annat: servicedesk reset jesrab01
    dir jesrab01: password set: a generated one
    log 9-10 reset jesrab01: done, server 127.0.0.1
    log 11-12 tell_owner jesrab01: done
    exit 7
    ");
    assert_snapshot!(desk.output(StandardOutput::Full).piped([GOOD]).run("reset jesrab01 --password-stdin"), @"
    err Obs: kontot har redan fått nytt lösenord 2 gånger det senaste dygnet. Är det rätt person som ringer?
    err Mobilen *********11 visar (övning):
    sms Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Contoso kommun
    err Kontots ägare är meddelad med SMS (*********11).
    err Det är gjort, men ingen kan läsa resultatet: standard ut gick inte att skriva till (disken är full). Se efter hur det står till innan du försöker igen.
    dir jesrab01: password set: secret 1 of 1
    log 13-14 reset jesrab01: done, server 127.0.0.1
    log 15-16 tell_owner jesrab01: done
    exit 7
    ");
    assert_snapshot!(desk.output(StandardOutput::Closed).piped(["Annan-Moln-74"]).run("reset jesrab01 --password-stdin"), @"
    err Obs: kontot har redan fått nytt lösenord 3 gånger det senaste dygnet. Är det rätt person som ringer?
    err Mobilen *********11 visar (övning):
    sms Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Contoso kommun
    err Kontots ägare är meddelad med SMS (*********11).
    err Det är gjort, men ingen kan läsa resultatet: standard ut gick inte att skriva till (stängd eller utan läsare). Se efter hur det står till innan du försöker igen.
    dir jesrab01: password set: secret 1 of 1
    log 17-18 reset jesrab01: done, server 127.0.0.1
    log 19-20 tell_owner jesrab01: done
    exit 7
    ");
}

#[test]
fn contradictory_rules_are_reported() {
    let mut desk = TestDesk::configured().with(eva_with_a_past());
    desk.set("password_policy.forbidden_characters", "\"0123456789\"");
    let mut desk = verified(desk, "evaand01");
    assert_snapshot!(desk.run("reset evaand01 --generate"), @"
    err Fel: Det går inte att skapa ett lösenord som följer alla regler. Inget är ändrat.
    err Gör så här: Se över [password_policy]: reglerna motsäger varandra eller lämnar för lite plats. En annan typ (--generate=random) kan få plats.
    exit 2
    ");
}
