//! `reset` and the passwords that were used before: with policy hints, without them, and a history that is turned off.

use insta::assert_snapshot;
use servicedesk::practice::Person;

use super::{GOOD, twice, verified};
use crate::desk::fixture::Answer::{CtrlC, Text};
use crate::desk::fixture::TestDesk;
use crate::desk::fixture::people::{EVAS_EARLIER, ago, eva_with_a_past};

#[test]
fn used_password_leaves_random_one_without_hints() {
    let mut desk = verified(TestDesk::with_controller(false).with(eva_with_a_past()), "evaand01");
    let script = [Text("")].into_iter().chain(twice(EVAS_EARLIER)).chain(twice(GOOD));
    assert_snapshot!(desk.terminal(script).run("reset evaand01 -q"), @"
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“”›
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    ask Samma lösenord igen ‹a secret›
    err Katalogen godtog inte lösenordet: det är använt förut. Kontot har nu ett slumpat lösenord som ingen känner till, så ett nytt måste sättas. Be om ett annat.
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    ask Samma lösenord igen ‹a secret›
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Säg: ”Se till att datorn är ansluten till nätverket på jobbet, starta om den och logga in med det nya lösenordet. Då får du välja ett eget.”
    dir evaand01: password set: secret 4 of 4; must change it
    log 5-6 reset evaand01: partly (halfway_random_password)
    log 7-8 reset evaand01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn abandoned_partial_reset_is_reported() {
    let mut desk = verified(TestDesk::with_controller(false).with(eva_with_a_past()), "evaand01");
    let script = || [Text("")].into_iter().chain(twice(EVAS_EARLIER)).chain([CtrlC]);
    assert_snapshot!(desk.terminal(script()).run("reset evaand01 -q"), @"
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“”›
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    ask Samma lösenord igen ‹a secret›
    err Katalogen godtog inte lösenordet: det är använt förut. Kontot har nu ett slumpat lösenord som ingen känner till, så ett nytt måste sättas. Be om ett annat.
    ask Nytt lösenord (Enter: skapa ett) ‹^C›
    err Fel: Kontot evaand01 har nu ett slumpat lösenord som ingen känner till: det önskade godtogs inte (det är använt förut).
    err Gör så här: Den som ringer kan inte logga in förrän ett annat lösenord är satt: servicedesk reset evaand01. Ingen ny kod behövs.
    dir evaand01: password set: one that nobody was told; must change it
    log 5-6 reset evaand01: partly (halfway_random_password)
    exit 7
    ");
    // It says that no new code is needed, and none is.
    assert_snapshot!(desk.piped([GOOD]).run("reset evaand01 --password-stdin --no-must-change"), @"
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Säg: ”Du kan nu använda det nya lösenordet för att logga in. Datorn kommer att uppdateras automatiskt med ditt nya lösenord när den startas och är ansluten till nätverket på jobbet.”
    dir evaand01: password set: secret 1 of 1; need not change it
    log 7-8 reset evaand01: done, server 127.0.0.1
    exit 0
    ");
}

#[test]
fn used_password_is_refused_with_hints() {
    let mut desk = verified(TestDesk::configured().with(eva_with_a_past()), "evaand01");
    assert_snapshot!(desk.piped([EVAS_EARLIER]).run("reset evaand01 --password-stdin -v"), @"
    err Fel: Lösenordet är använt förut av evaand01. Inget är ändrat.
    err Gör så här: Be om ett annat lösenord. Den som ringer är fortfarande verifierad.
    err Detalj: 127.0.0.1 refused: 53 0000052D: Unwilling to perform - check_password_restrictions: the password was already used (in history)!
    log 5-6 reset evaand01: failed (password_used_before)
    exit 5
    ");
}

#[test]
fn history_off_accepts_used_password() {
    let mut desk = TestDesk::configured().with(eva_with_a_past());
    desk.set("directory.history", "\"off\"");
    let mut desk = verified(desk, "evaand01");
    assert_snapshot!(desk.piped([EVAS_EARLIER]).run("reset evaand01 --password-stdin"), @"
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Tidigare lösenord är inte kontrollerade: kontrollen är inaktiverad i inställningarna.
    out Säg: ”Logga in vid en dator på jobbet med det nya lösenordet. Då får du välja ett eget.”
    dir evaand01: password set: secret 1 of 1; must change it
    log 5-6 reset evaand01: done, server 127.0.0.1
    exit 0
    ");
    let run = desk.piped([GOOD]).run("reset evaand01 --password-stdin -o json");
    assert!(run.contains(r#""history_enforced": "off""#) && run.ends_with("exit 0"), "{run}");
}

#[test]
fn minimum_age_does_not_bind_operator() {
    let eva = || Person { password_set: Some(ago(60)), ..eva_with_a_past() };
    for policy_hints in [true, false] {
        let mut desk = verified(TestDesk::with_controller(policy_hints).with(eva()), "evaand01");
        let done = desk.piped([GOOD]).run("reset evaand01 --password-stdin --no-must-change");
        assert!(done.contains("dir evaand01: password set: secret 1 of 1\n"), "{policy_hints}: {done}");
        // To be let past the minimum age the password must be due to be changed, and then due no
        // longer, which the directory dates.
        let mut desk = verified(TestDesk::with_controller(true).with(eva()), "evaand01");
        let refused = desk.piped([EVAS_EARLIER]).run("reset evaand01 --password-stdin --no-must-change");
        assert!(
            refused.contains("dir evaand01: password set: as before\n") && refused.ends_with("exit 5"),
            "{refused}"
        );
    }
}

/// With the code of the command before, as a shell's history gives it.
#[test]
fn same_command_with_same_code_works_after_refusal() {
    let mut desk = TestDesk::configured().with(eva_with_a_past());
    desk.run("send-code evaand01");
    let reset = "reset evaand01 --password-stdin --no-must-change --code {code}";
    assert!(desk.piped([EVAS_EARLIER]).run(reset).contains("reset evaand01: failed (password_used_before)"));
    // Another code is still none.
    let wrong = "reset evaand01 --password-stdin --no-must-change --code {wrong}";
    assert!(desk.piped([GOOD]).run(wrong).contains("verify_code evaand01: refused (code_used)"));
    assert_snapshot!(desk.piped([GOOD]).run(reset), @"
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Säg: ”Du kan nu använda det nya lösenordet för att logga in. Datorn kommer att uppdateras automatiskt med ditt nya lösenord när den startas och är ansluten till nätverket på jobbet.”
    dir evaand01: password set: secret 1 of 1
    log 9-10 verify_code evaand01: done
    log 11-12 reset evaand01: done, server 127.0.0.1
    exit 0
    ");
    // It has served its purpose.
    assert!(desk.piped(["Morot-Regn-84"]).run(reset).contains("verify_code evaand01: refused (code_used)"));
    // Nor does it when the caller is no longer verified.
    let mut desk = TestDesk::configured().with(eva_with_a_past());
    desk.run("send-code evaand01");
    desk.piped([EVAS_EARLIER]).run(reset);
    desk.wait(901);
    assert!(desk.piped([GOOD]).run(reset).contains("verify_code evaand01: refused (code_used)"));
}

#[test]
fn same_command_with_same_code_works_after_random_password() {
    let mut desk = TestDesk::with_controller(false).with(eva_with_a_past());
    desk.run("send-code evaand01");
    let reset = "reset evaand01 --password-stdin --no-must-change --code {code}";
    assert!(desk.piped([EVAS_EARLIER]).run(reset).contains("partly (halfway_random_password)"));
    assert!(desk.piped([GOOD]).run(reset).ends_with("exit 0"));
}

/// Each refusal takes a place in the history, so the old password would be accepted in the end.
#[test]
fn refused_passwords_do_not_push_old_ones_out_of_the_history() {
    let mut desk = verified(TestDesk::with_controller(false).with(eva_with_a_past()), "evaand01");
    let reset = "reset evaand01 --password-stdin --no-must-change";
    for _ in 0..2 {
        assert!(desk.piped([EVAS_EARLIER]).run(reset).contains("partly (halfway_random_password)"));
    }
    assert!(desk.piped([EVAS_EARLIER]).run(reset).contains("refused (only_generated)"));
    assert_snapshot!(desk.piped([GOOD]).run(reset), @"
    err Obs: kontot har redan fått nytt lösenord 2 gånger det senaste dygnet. Är det rätt person som ringer?
    err Fel: Lösenordet för evaand01 är inte prövat: önskade lösenord har nekats så många gånger att ett gammalt annars skulle kunna godtas.
    err Gör så här: Låt programmet skapa ett: servicedesk reset evaand01 --generate. Ett skapat lösenord är aldrig ett gammalt.
    log 10 reset evaand01: refused (only_generated)
    exit 5
    ");
    let planned = desk.piped([EVAS_EARLIER]).run(&format!("{reset} --dry-run"));
    assert!(planned.ends_with("exit 5"), "{planned}");
    let generated = desk.run("reset evaand01 --generate --no-must-change");
    assert!(generated.ends_with("exit 0"), "{generated}");
    // It begins anew.
    assert!(desk.piped([EVAS_EARLIER]).run(reset).contains("partly (halfway_random_password)"));
    assert!(desk.piped([GOOD]).run(reset).ends_with("exit 0"));
}

#[test]
fn only_a_generated_password_is_set_on_terminal_after_refusals() {
    let mut desk = verified(TestDesk::with_controller(false).with(eva_with_a_past()), "evaand01");
    let script = [Text("")].into_iter().chain(twice(EVAS_EARLIER)).chain(twice("Gran-Kott-61"));
    let script = script.chain([super::Secret(GOOD), super::Secret(""), Text("")]);
    let run = desk.terminal(script).run("reset evaand01 -q");
    let told = "err Nu går det bara att använda ett skapat lösenord: ";
    assert!(run.matches(told).count() == 2 && run.contains("refused (only_generated)"), "{run}");
    assert!(run.contains("password set: a generated one") && run.ends_with("exit 0"), "{run}");
}
