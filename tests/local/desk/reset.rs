//! `reset`: set a new password and unlock the account.

mod generated;
mod leaving;
mod must_change;
mod place;
mod used_before;

use insta::assert_snapshot;

use super::fixture::Answer::{Code, CtrlC, Escape, Secret, Text, Yes};
use super::fixture::people::eva;
use super::fixture::{TestDesk, kind};

/// Keeps every rule.
const GOOD: &str = "Gurka-Moln-73";

/// A desk where the caller about `account` has just been verified.
fn verified(mut desk: TestDesk, account: &str) -> TestDesk {
    desk.run(&format!("send-code {account}"));
    desk.run(&format!("send-code {account} --verify {{code}}"));
    desk
}

fn demo() -> TestDesk {
    verified(TestDesk::demo(), "jesrab01")
}

fn twice(password: &'static str) -> [super::fixture::Answer; 2] {
    [Secret(password), Secret(password)]
}

#[test]
fn whole_call_on_terminal() {
    let mut desk = TestDesk::demo();
    let script = [Yes, Code, Text(""), Secret(GOOD), Secret("Gurka-Moln-37")];
    let short = [Secret("Lin-1")];
    // The password before the current one.
    let before = twice("Blomma-Sten-17");
    let script = script.into_iter().chain(short).chain(before).chain(twice(GOOD));
    assert_snapshot!(desk.terminal(script).run("reset jesrab01"), @"
    err  Läge          Låst efter för många felaktiga lösenord.
    err  Gör nu        Lås upp: servicedesk unlock jesrab01. Om lösenordet är glömt: servicedesk reset jesrab01.
    err  Konto         jesrab01  jesrab01@contoso.example
    err Säg: ”Jag skickar en kod till din mobil. Numret slutar på 11, stämmer det?”
    tel code 1 to *********11, valid until 12:22, is read back
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“”›
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    ask Samma lösenord igen ‹a secret›
    err De två är inte lika. Försök igen.
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    err Lösenordet duger inte.
    err   Minst 8 tecken (har 5)
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    ask Samma lösenord igen ‹a secret›
    err Katalogen godtog inte lösenordet: det är använt förut. Inget är ändrat. Be om ett annat.
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    ask Samma lösenord igen ‹a secret›
    out Klart: Lösenordet har återställts för Jesper Råberg (jesrab01).
    out Kontot var låst och är nu upplåst.
    out Säg: ”Se till att datorn är ansluten till nätverket på jobbet, starta om den och logga in med det nya lösenordet. Då får du välja ett eget.”
    err Mobilen *********11 visar (övning):
    sms Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Contoso kommun
    err Kontots ägare är meddelad med SMS (*********11).
    dir jesrab01: unlocked; password set: secret 7 of 7; must change it
    log 1-2 send_code jesrab01: done
    log 3-4 verify_code jesrab01: done
    log 5 reset jesrab01: refused (password_refused)
    log 6-7 reset jesrab01: failed (password_used_before)
    log 8-9 reset jesrab01: done, server 127.0.0.1
    log 10-11 tell_owner jesrab01: done
    exit 0
    ");
}

#[test]
fn secret_is_read_from_standard_input() {
    let mut desk = demo();
    assert_snapshot!(desk.piped([GOOD]).run("reset jesrab01 --password-stdin"), @"
    out Klart: Lösenordet har återställts för Jesper Råberg (jesrab01).
    out Kontot var låst och är nu upplåst.
    out Säg: ”Logga in vid en dator på jobbet med det nya lösenordet. Då får du välja ett eget.”
    err Mobilen *********11 visar (övning):
    sms Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Contoso kommun
    err Kontots ägare är meddelad med SMS (*********11).
    dir jesrab01: unlocked; password set: secret 1 of 1; must change it
    log 5-6 reset jesrab01: done, server 127.0.0.1
    log 7-8 tell_owner jesrab01: done
    exit 0
    ");
}

#[test]
fn code_line_precedes_password_line() {
    let mut desk = TestDesk::demo();
    desk.run("send-code jesrab01");
    // The code is not one, so that nothing is taken for a password.
    assert_snapshot!(desk.piped([GOOD, "123456"]).run("reset jesrab01 --code - --password-stdin"), @"
    err Fel: En kod är sex siffror. Det räknas inte som ett försök.
    err Gör så här: Be om koden igen, siffra för siffra.
    exit 2
    ");
    assert_snapshot!(desk.piped(["000000"]).run("reset jesrab01 --code - --password-stdin"), @"
    err Fel: Standard in är slut; --password-stdin väntade en rad. Inget är ändrat.
    err Gör så här: Skriv en rad i UTF-8 på standard in, till exempel från en fil.
    exit 2
    ");
}

#[test]
fn empty_standard_input_is_reported() {
    let mut desk = demo();
    assert_snapshot!(desk.run("reset jesrab01 --password-stdin"), @"
    err Fel: Standard in är slut; --password-stdin väntade en rad. Inget är ändrat.
    err Gör så här: Skriv en rad i UTF-8 på standard in, till exempel från en fil.
    exit 2
    ");
    assert_eq!(kind(&desk.piped([""]).run("reset jesrab01 --password-stdin -o json")), ("not_a_password", 2));
    assert_snapshot!(desk.piped(["Gurka\tMoln-73"]).run("reset jesrab01 --password-stdin"), @"
    err Fel: Det som kom in kan inte vara ett lösenord: det är tomt eller har styrtecken. Inget är ändrat.
    err Gör så här: Skriv lösenordet på en rad på standard in.
    exit 2
    ");
}

#[test]
fn password_breaking_rules_is_refused() {
    let mut desk = demo();
    assert_snapshot!(desk.piped(["sommar"]).run("reset jesrab01 --password-stdin"), @"
    err Fel: Lösenordet duger inte: Minst 8 tecken (har 6); Minst 1 stor bokstav (har 0); Minst 1 siffra (har 0); Hela lösenordet är vanliga ord – välj något annat; Minst 3 av: stora bokstäver, små bokstäver, siffror, andra tecken (har 1). Inget är ändrat.
    err Gör så här: Be om ett lösenord som följer reglerna.
    log 5 reset jesrab01: refused (password_refused)
    exit 5
    ");
    let run = desk.piped(["Jesper-Går-73"]).run("reset jesrab01 --password-stdin");
    assert!(run.contains("ta bort å; Ingen del av namnet – ta bort ”Jesper”. Inget är ändrat."), "{run}");
}

#[test]
fn common_words_and_names_are_refused() {
    let mut desk = verified(TestDesk::demo(), "evakar01");
    let script = [Text(""), Secret("Sommar2026!"), Secret("Eva-Karlsson-73")].into_iter().chain(twice(GOOD));
    assert_snapshot!(desk.terminal(script).run("reset evakar01 -q"), @"
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“”›
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    err Lösenordet duger inte.
    err   För vanliga ord: Sommar, 2026 – lägg till minst 2 egna tecken
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    err Lösenordet duger inte.
    err   Ingen del av namnet – ta bort ”Karlsson, Eva”
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    ask Samma lösenord igen ‹a secret›
    out Klart: Lösenordet har återställts för Eva Karlsson (evakar01).
    out Kontot var låst och är nu upplåst.
    out Säg: ”Se till att datorn är ansluten till nätverket på jobbet, starta om den och logga in med det nya lösenordet. Då får du välja ett eget.”
    err Mobilen *********14 visar (övning):
    sms Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Contoso kommun
    dir evakar01: unlocked; password set: secret 4 of 4; must change it
    log 5 reset evakar01: refused (password_refused)
    log 6 reset evakar01: refused (password_refused)
    log 7-8 reset evakar01: done, server 127.0.0.1
    log 9-10 tell_owner evakar01: done
    exit 0
    ");
}

#[test]
fn broken_rule_does_not_use_code() {
    let mut desk = TestDesk::demo();
    desk.run("send-code jesrab01");
    assert_snapshot!(desk.piped(["sommar"]).run("reset jesrab01 --code {code} --password-stdin"), @"
    err Fel: Lösenordet duger inte: Minst 8 tecken (har 6); Minst 1 stor bokstav (har 0); Minst 1 siffra (har 0); Hela lösenordet är vanliga ord – välj något annat; Minst 3 av: stora bokstäver, små bokstäver, siffror, andra tecken (har 1). Inget är ändrat.
    err Gör så här: Be om ett lösenord som följer reglerna.
    log 3 reset jesrab01: refused (password_refused)
    exit 5
    ");
    assert_snapshot!(desk.piped([GOOD]).run("reset jesrab01 --code {code} --password-stdin"), @"
    out Klart: Lösenordet har återställts för Jesper Råberg (jesrab01).
    out Kontot var låst och är nu upplåst.
    out Säg: ”Logga in vid en dator på jobbet med det nya lösenordet. Då får du välja ett eget.”
    err Mobilen *********11 visar (övning):
    sms Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Contoso kommun
    err Kontots ägare är meddelad med SMS (*********11).
    dir jesrab01: unlocked; password set: secret 1 of 1; must change it
    log 4-5 verify_code jesrab01: done
    log 6-7 reset jesrab01: done, server 127.0.0.1
    log 8-9 tell_owner jesrab01: done
    exit 0
    ");
}

#[test]
fn directory_refusal_names_unreadable_rule() {
    let mut desk = verified(TestDesk::demo(), "gunpol01");
    // Long enough for the municipality, and not for the directory.
    assert_snapshot!(desk.piped([GOOD]).run("reset gunpol01 --password-stdin"), @"
    err Fel: Katalogen godtog inte lösenordet för gunpol01: det ska ha minst 14 tecken. Inget är ändrat.
    err Gör så här: Be om ett annat lösenord. Den som ringer är fortfarande verifierad.
    log 5-6 reset gunpol01: failed (password_refused_by_directory)
    exit 5
    ");
}

#[test]
fn other_identification_needs_permission() {
    let mut desk = TestDesk::configured().with(eva());
    let command = "reset evaand01 --password-stdin --identified-by 'pass i disken' --ticket INC-9";
    assert_snapshot!(desk.piped([GOOD]).run(command), @"
    err Fel: Att identifiera utan kod är inte tillåtet här. Inget är ändrat.
    err Gör så här: Använd en kod. (Inställningen är verification.allow_identified_by.)
    log 1 reset evaand01: refused (identified_by_not_allowed), ticket INC-9
    exit 5
    ");
    desk.set("verification.allow_identified_by", "true");
    assert_snapshot!(desk.piped([GOOD]).run(command), @"
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Kontot var låst och är nu upplåst.
    out Säg: ”Logga in vid en dator på jobbet med det nya lösenordet. Då får du välja ett eget.”
    dir evaand01: unlocked; password set: secret 1 of 1; must change it
    log 2-3 reset evaand01: done, server 127.0.0.1, ticket INC-9, identified by pass i disken
    exit 0
    ");
}

#[test]
fn missing_terminal_and_password_is_reported() {
    let mut desk = demo();
    assert_snapshot!(desk.run("reset jesrab01"), @"
    err Fel: Det går inte att fråga: ingen terminal, eller --no-input. Inget är ändrat.
    err Gör så här: Använd --password-stdin.
    exit 2
    ");
    assert_snapshot!(desk.terminal([]).run("reset jesrab01 --no-input"), @"
    err Fel: Det går inte att fråga: ingen terminal, eller --no-input. Inget är ändrat.
    err Gör så här: Använd --password-stdin.
    exit 2
    ");
}

#[test]
fn unverified_caller_is_refused() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.piped([GOOD]).run("reset jesrab01 --password-stdin"), @"
    err Fel: Den som ringer om jesrab01 är inte verifierad. Inget är ändrat.
    err Gör så här: Skicka en kod: servicedesk send-code jesrab01. Ange sedan den som läses upp med --code.
    log 1 reset jesrab01: refused (not_verified)
    exit 5
    ");
}

#[test]
fn mobile_changed_during_call_is_refused() {
    let mut desk = TestDesk::configured().with(eva());
    let changed = desk.someone_changes("evaand01", |person| person.mobile = Some("070-174 06 39".to_owned()));
    let run = desk.terminal([Yes, changed, Code, Text("")]).run("reset evaand01 -q");
    assert!(run.ends_with("log 5 reset evaand01: refused (number_changed)\nexit 5"), "{run}");
}

/// The policy Politiker is unreadable: the directory's refusal names the rule, and generated passwords are long enough.
#[test]
fn unreadable_policy_shows_in_refusal() {
    let mut desk = TestDesk::demo();
    let script = [Yes, Code, Text(""), Secret("Tegel-Kv-81"), Secret("Tegel-Kv-81"), Secret(""), Text("")];
    assert_snapshot!(desk.terminal(script).run("reset gunpol01 -q"), @"
    tel code 1 to *********24, valid until 12:22, is read back
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“”›
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    ask Samma lösenord igen ‹a secret›
    err Katalogen godtog inte lösenordet: det ska ha minst 14 tecken. Inget är ändrat. Be om ett annat.
    ask Nytt lösenord (Enter: skapa ett) ‹nothing›
    ask Hur ska den som ringer få lösenordet?
    ask * 1  Läs upp det
    ask   2  SMS till *********24
    ask  ‹“”›
    out Klart: Lösenordet har återställts för Gunilla Pohl (gunpol01).
    out Kontot var låst och är nu upplåst.
    out Lösenordet: ‹made of words›
    out  ‹read aloud›
    out Säg: ”Se till att datorn är ansluten till nätverket på jobbet, starta om den och logga in med det nya lösenordet. Då får du välja ett eget.”
    err Mobilen *********24 visar (övning):
    sms Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Contoso kommun
    dir gunpol01: unlocked; password set: a generated one; must change it
    log 1-2 send_code gunpol01: done
    log 3-4 verify_code gunpol01: done
    log 5-6 reset gunpol01: failed (password_refused_by_directory)
    log 7-8 reset gunpol01: done, server 127.0.0.1
    log 9-10 tell_owner gunpol01: done
    exit 0
    ");
    assert_snapshot!(desk.piped(["Tegel-Kv-81"]).run("reset gunpol01 --password-stdin"), @"
    err Fel: Katalogen godtog inte lösenordet för gunpol01: det ska ha minst 14 tecken. Inget är ändrat.
    err Gör så här: Be om ett annat lösenord. Den som ringer är fortfarande verifierad.
    log 11-12 reset gunpol01: failed (password_refused_by_directory)
    exit 5
    ");
    assert_snapshot!(desk.run("reset gunpol01 --generate=random"), @"
    out Klart: Lösenordet har återställts för Gunilla Pohl (gunpol01).
    out Lösenordet: ‹made of random›
    out  ‹read aloud›
    out Säg: ”Logga in vid en dator på jobbet med det nya lösenordet. Då får du välja ett eget.”
    err Mobilen *********24 visar (övning):
    sms Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Contoso kommun
    err Kontots ägare är meddelad med SMS (*********24).
    dir gunpol01: password set: a generated one
    log 13-14 reset gunpol01: done, server 127.0.0.1
    log 15-16 tell_owner gunpol01: done
    exit 0
    ");
}
