//! Where the caller is, and what that decides about a new password.

use insta::assert_snapshot;
use servicedesk::practice::Person;

use super::{GOOD, twice, verified};
use crate::desk::fixture::Answer::{CtrlC, Secret, Text};
use crate::desk::fixture::TestDesk;
use crate::desk::fixture::people::eva;

fn desk() -> TestDesk {
    let mut desk = verified(TestDesk::configured().with(eva()), "evaand01");
    desk.set("desk.services", "[\"Mjölnet\", \"Webmail\"]");
    desk
}

#[test]
fn place_is_asked_before_the_password_and_decides() {
    let outside = [Text("2")].into_iter().chain(twice(GOOD));
    assert_snapshot!(desk().terminal(outside).run("reset evaand01 -q"), @"
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“2”›
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    ask Samma lösenord igen ‹a secret›
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Kontot var låst och är nu upplåst.
    out Säg: ”Du kan nu använda det nya lösenordet för att logga in på Mjölnet och Webmail. På datorn gäller det gamla tills den startas och är ansluten till nätverket på jobbet; då kommer den att uppdateras automatiskt med ditt nya lösenord.”
    out Säg: ”Du kan byta lösenordet när du är på jobbet: tryck Ctrl+Alt+Delete och välj Ändra ett lösenord.”
    dir evaand01: unlocked; password set: secret 2 of 2
    log 5-6 reset evaand01: done, server 127.0.0.1
    exit 0
    ");
    let work = [Text("1")].into_iter().chain(twice(GOOD));
    assert_snapshot!(desk().terminal(work).run("reset evaand01 -q"), @"
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“1”›
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    ask Samma lösenord igen ‹a secret›
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Kontot var låst och är nu upplåst.
    out Säg: ”Se till att datorn är ansluten till nätverket på jobbet, starta om den och logga in med det nya lösenordet. Då får du välja ett eget.”
    dir evaand01: unlocked; password set: secret 2 of 2; must change it
    log 5-6 reset evaand01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn place_given_as_option_is_not_asked() {
    let mut desk = desk();
    assert_snapshot!(desk.terminal(twice(GOOD)).run("reset evaand01 -q --caller-at outside"), @"
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    ask Samma lösenord igen ‹a secret›
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Kontot var låst och är nu upplåst.
    out Säg: ”Du kan nu använda det nya lösenordet för att logga in på Mjölnet och Webmail. På datorn gäller det gamla tills den startas och är ansluten till nätverket på jobbet; då kommer den att uppdateras automatiskt med ditt nya lösenord.”
    out Säg: ”Du kan byta lösenordet när du är på jobbet: tryck Ctrl+Alt+Delete och välj Ändra ett lösenord.”
    dir evaand01: unlocked; password set: secret 2 of 2
    log 5-6 reset evaand01: done, server 127.0.0.1
    exit 0
    ");
    let reasons =
        [("--caller-at work", "null"), ("--caller-at outside", "\"caller_outside\""), ("", "\"caller_place_unknown\"")];
    for (option, reason) in reasons {
        let run = desk.run(&format!("reset evaand01 --generate -o json {option}"));
        let required = option != "--caller-at outside";
        assert!(run.contains(&format!("\"must_change\": {required}")), "{run}");
        assert!(run.contains(&format!("\"must_change_reason\": {reason}")), "{run}");
        assert_eq!(run.contains("must change it"), required, "{run}");
    }
    let run = desk.run("reset evaand01 --generate --caller-at home");
    assert!(run.contains("Välj något av: work, outside") && run.ends_with("exit 2"), "{run}");
}

/// Where the setting or an option decides, the place only changes what the caller is told.
#[test]
fn place_is_not_asked_where_it_decides_nothing() {
    for (setting, options) in
        [("true", ""), ("false", ""), ("\"at_workplace\"", "--must-change"), ("\"at_workplace\"", "--no-must-change")]
    {
        let mut desk = desk();
        desk.set("reset.must_change", setting);
        let run = desk.terminal(twice(GOOD)).run(&format!("reset evaand01 -q {options}"));
        let required = setting == "true" || options == "--must-change";
        assert_eq!(run.contains("must change it"), required, "{run}");
    }
    let mut desk = desk();
    desk.set("reset.must_change", "true");
    assert_snapshot!(desk.piped([GOOD]).run("reset evaand01 --password-stdin --caller-at outside"), @"
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Kontot var låst och är nu upplåst.
    out Säg: ”Logga in vid en dator på jobbet med det nya lösenordet. Då får du välja ett eget. Först därefter kan du logga in på Mjölnet och Webmail.”
    dir evaand01: unlocked; password set: secret 1 of 1; must change it
    log 5-6 reset evaand01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn ctrl_c_at_the_place_changes_nothing() {
    assert_snapshot!(desk().terminal([CtrlC]).run("reset evaand01 -q"), @"
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹^C›
    err Avbrutet. Inget är ändrat.
    exit 130
    ");
}

/// One who may not change the password is not told to do so at work.
#[test]
fn outside_without_own_change() {
    let shut_out = Person { cannot_change_password: true, ..eva() };
    let mut desk = verified(TestDesk::configured().with(shut_out), "evaand01");
    let run = desk.piped([GOOD]).run("reset evaand01 --password-stdin --caller-at outside");
    assert!(run.contains("kontot får inte byta lösenord själv") && !run.contains("byta lösenordet när"), "{run}");
    let run = desk.piped(["Annan-Moln-74"]).run("reset evaand01 --password-stdin --caller-at outside -o json");
    assert!(run.contains(r#""must_change_reason": "own_change_denied""#), "{run}");
}

/// The usual way is by SMS for a caller outside, and read out for one at work; either can be chosen.
#[test]
fn generated_password_goes_the_way_that_is_chosen() {
    assert_snapshot!(desk().terminal([Text("2"), Secret(""), Text("")]).run("reset evaand01 -q"), @"
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“2”›
    ask Nytt lösenord (Enter: skapa ett) ‹nothing›
    ask Hur ska den som ringer få lösenordet?
    ask   1  Läs upp det
    ask * 2  SMS till *********31
    ask  ‹“”›
    sms +46701740631 Här är det nya lösenordet som du bad servicedesk om (0142-36 6000). Mjölby kommun
    sms ‹made of words›
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Kontot var låst och är nu upplåst.
    out Lösenordet är skickat till *********31. Fråga om det har kommit.
    out Säg: ”Du kan nu använda det nya lösenordet för att logga in på Mjölnet och Webmail. På datorn gäller det gamla tills den startas och är ansluten till nätverket på jobbet; då kommer den att uppdateras automatiskt med ditt nya lösenord.”
    out Säg: ”Du kan byta lösenordet när du är på jobbet: tryck Ctrl+Alt+Delete och välj Ändra ett lösenord.”
    dir evaand01: unlocked; password set: a generated one
    log 5-6 reset evaand01: done, by SMS, server 127.0.0.1
    log 7-8 send_password evaand01: done
    exit 0
    ");
    let aloud = desk().terminal([Text("2"), Secret(""), Text("1")]).run("reset evaand01 -q");
    assert!(aloud.contains("out Lösenordet: ") && !aloud.contains("sms "), "{aloud}");
    let by_sms = desk().terminal([Text("1"), Secret(""), Text("2")]).run("reset evaand01 -q");
    assert!(by_sms.contains("Byt det när du loggar in") && !by_sms.contains("out Lösenordet: "), "{by_sms}");
}

/// Only a number that a code has verified gets a password.
#[test]
fn identified_otherwise_is_read_out() {
    let mut desk = TestDesk::configured().with(eva());
    desk.set("verification.allow_identified_by", "true");
    let run = desk.terminal([Text("2"), Secret("")]).run("reset evaand01 -q --identified-by körkort");
    assert!(run.contains("out Lösenordet: ") && !run.contains("få lösenordet?"), "{run}");
}
