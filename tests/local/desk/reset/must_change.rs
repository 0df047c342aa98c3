//! `reset` and whether the new password must be changed.

use insta::assert_snapshot;
use servicedesk::practice::Person;

use super::{GOOD, verified};
use crate::desk::fixture::TestDesk;
use crate::desk::fixture::people::eva;

#[test]
fn must_change_follows_option_and_setting() {
    let mut desk = verified(TestDesk::configured().with(eva()), "evaand01");
    desk.set("reset.must_change", "false");
    assert_snapshot!(desk.piped([GOOD]).run("reset evaand01 --password-stdin"), @"
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Kontot var låst och är nu upplåst.
    out Säg: ”Du kan nu använda det nya lösenordet för att logga in. Datorn kommer att uppdateras automatiskt med ditt nya lösenord när den startas och är ansluten till nätverket på jobbet.”
    dir evaand01: unlocked; password set: secret 1 of 1
    log 5-6 reset evaand01: done, server 127.0.0.1
    exit 0
    ");
    assert_snapshot!(desk.piped(["Annan-Moln-74"]).run("reset evaand01 --password-stdin --must-change"), @"
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Säg: ”Logga in vid en dator på jobbet med det nya lösenordet. Då får du välja ett eget.”
    dir evaand01: password set: secret 1 of 1; must change it
    log 7-8 reset evaand01: done, server 127.0.0.1
    exit 0
    ");
    desk.set("reset.must_change", "true");
    let run = desk.piped(["Tredje-Moln-75"]).run("reset evaand01 --password-stdin --no-must-change");
    assert!(run.contains("password set: secret 1 of 1; need not change it") && run.ends_with("exit 0"), "{run}");
}

#[test]
fn must_change_without_effect_is_reported() {
    let mut desk = verified(TestDesk::configured().with(Person { never_expires: true, ..eva() }), "evaand01");
    assert_snapshot!(desk.piped([GOOD]).run("reset evaand01 --password-stdin --must-change"), @"
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Kontot var låst och är nu upplåst.
    out Det nya lösenordet behöver inte bytas: kontots lösenord går aldrig ut.
    out Säg: ”Du kan nu använda det nya lösenordet för att logga in. Datorn kommer att uppdateras automatiskt med ditt nya lösenord när den startas och är ansluten till nätverket på jobbet.”
    dir evaand01: unlocked; password set: secret 1 of 1
    log 5-6 reset evaand01: done, server 127.0.0.1
    exit 0
    ");
    let run = desk.piped(["Annan-Moln-74"]).run("reset evaand01 --password-stdin -o json");
    assert!(run.contains(r#""must_change": false"#), "{run}");
    assert!(run.contains(r#""must_change_reason": "password_never_expires""#), "{run}");
    assert!(!run.contains("must change it"), "{run}");
}

/// Whichever way the controller and the settings leave: the operator who asks for it is told before anything is done,
/// and where it is only usual here, it is not made.
#[test]
fn must_change_that_locks_owner_out_is_refused() {
    let shut_out = || Person { cannot_change_password: true, ..eva() };
    for history in ["required", "off"] {
        let mut desk = TestDesk::configured().with(shut_out());
        desk.set("directory.history", &format!("\"{history}\""));
        let refused = desk.terminal([]).run("reset evaand01 --must-change");
        assert!(!refused.contains("ask ") && !refused.contains("dir "), "{refused}");
        assert!(refused.contains("Sätt lösenordet utan krav på byte: --no-must-change."), "{refused}");
        assert!(refused.ends_with("log 1 reset evaand01: refused (must_change_shuts_out)\nexit 5"), "{refused}");
        let mut desk = verified(desk, "evaand01");
        let run = desk.piped([GOOD]).run("reset evaand01 --password-stdin --must-change -o json");
        assert!(run.contains(r#""kind": "must_change_shuts_out""#) && !run.contains("dir "), "{run}");
        let run = desk.piped([GOOD]).run("reset evaand01 --password-stdin");
        let why = "Det nya lösenordet behöver inte bytas: kontot får inte byta lösenord själv.";
        assert!(run.contains(why) && !run.contains("välja ett eget"), "{run}");
        assert!(run.contains("dir evaand01: unlocked; password set: secret 1 of 1\n"), "{run}");
        let run = desk.piped(["Annan-Moln-74"]).run("reset evaand01 --password-stdin -o json");
        assert!(run.contains(r#""must_change_reason": "own_change_denied""#), "{run}");
        let run = desk.piped(["Tredje-Moln-75"]).run("reset evaand01 --password-stdin --no-must-change -o json");
        assert!(run.contains(r#""must_change_reason": null"#), "{run}");
    }
}
