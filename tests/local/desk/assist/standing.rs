//! `assist`: a verification that was closed or ended elsewhere, or has expired, when something is to be done.

use super::*;

/// Another process has got a wrong code, as often as the limit says.
const CLOSED: &str = "INSERT INTO attempt (id, code, account, at, state)
    SELECT (SELECT max(id) FROM attempt) + 1, id, account, used_at, 'wrong' FROM code";

/// Another process has ended the verification.
const ENDED: &str = "UPDATE code SET used_at = NULL WHERE state = 'used'";

/// What was said after the last choice of what the caller wants, done and recorded.
fn after_choice(run: &str) -> String {
    let is_told =
        |line: &&str| ["err Fel", "err Gör", "out ", "log ", "dir "].iter().any(|start| line.starts_with(start));
    run.lines().filter(is_told).collect::<Vec<_>>().join("\n")
}

#[test]
fn closed_verification_unlocks_nothing() {
    let mut desk = TestDesk::configured().with(eva());
    desk.set("verification.wrong_codes_per_day", "1");
    let script = [Yes, Code, desk.store_gets(CLOSED), Text("1"), ENTER];
    let run = desk.terminal(script).run("assist evaand01 -q");
    assert_snapshot!(after_choice(&run), @"
    err Fel: För många felaktiga koder har lästs upp för kontot. Verifieringen är stängd till kl. 13.17 (om 1 timme). Inget är ändrat.
    err Gör så här: Be den som ringer höra av sig efter det.
    out Till ärendet: Eva Andersson (evaand01)
    out Verifierad med kod till *********31 kl. 12.17.
    out Inget ändrat.
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    log 5 unlock evaand01: refused (verification_closed)
    ");
}

#[test]
fn ended_verification_needs_another_code() {
    let mut desk = TestDesk::configured().with(eva());
    let script = [Yes, Code, desk.time_passes(60), desk.store_gets(ENDED), Text("1"), Yes, Code, Text("1"), ENTER];
    let run = desk.terminal(script).run("assist evaand01 -q");
    assert_snapshot!(after_choice(&run), @r"
    err Fel: Den som ringer om evaand01 är inte längre verifierad: verifieringen har gått ut, eller avslutats i ett annat fönster. Inget är ändrat: om ett lösenord valdes är det inte satt.
    err Gör så här: Skicka en ny kod till den som ringer, och gör om det.
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    out Till ärendet: Eva Andersson (evaand01)
    out Verifierad med kod till *********31 kl. 12.18.
    out Upplåst kl. 12.18, av CONTOSO\operator.
    dir evaand01: unlocked
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    log 5 unlock evaand01: refused (not_verified)
    log 6-7 send_code evaand01: done
    log 8-9 verify_code evaand01: done
    log 10-11 unlock evaand01: done, server 127.0.0.1
    ");
}

#[test]
fn expired_verification_sets_no_password() {
    let mut desk = TestDesk::configured().with(eva());
    desk.set("verification.window_seconds", "60");
    let typed = || [Secret("Gurka-Moln-73"), Secret("Gurka-Moln-73")];
    let script = [Yes, Code, Text("2"), ENTER, desk.time_passes(66)].into_iter().chain(typed());
    let script = script.chain([Yes, Code, Text("2"), ENTER]).chain(typed()).chain([ENTER]);
    let run = desk.terminal(script).run("assist evaand01 -q");
    assert_snapshot!(after_choice(&run), @r"
    err Fel: Den som ringer om evaand01 är inte längre verifierad: verifieringen har gått ut, eller avslutats i ett annat fönster. Inget är ändrat: om ett lösenord valdes är det inte satt.
    err Gör så här: Skicka en ny kod till den som ringer, och gör om det.
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Kontot var låst och är nu upplåst.
    out Säg: ”Se till att datorn är ansluten till nätverket på jobbet, starta om den och logga in med det nya lösenordet. Då får du välja ett eget.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    out Till ärendet: Eva Andersson (evaand01)
    out Verifierad med kod till *********31 kl. 12.18.
    out Nytt lösenord kl. 12.18, av CONTOSO\operator.
    dir evaand01: unlocked; password set: secret 4 of 4; must change it
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    log 5 reset evaand01: refused (not_verified)
    log 6-7 send_code evaand01: done
    log 8-9 verify_code evaand01: done
    log 10-11 reset evaand01: done, server 127.0.0.1
    ");
}

/// A supervisor can identify the caller in another way, as at the beginning of a call.
#[test]
fn supervisor_goes_on_after_closing() {
    let mut desk = TestDesk::configured().with(eva());
    desk.set("verification.wrong_codes_per_day", "1").set("verification.allow_identified_by", "true");
    desk.set("verification.supervisors", r"['CONTOSO\operator']");
    let script = [Yes, Code, desk.store_gets(CLOSED), Text("1"), Text("Legitimation"), Text("1"), ENTER];
    let run = desk.terminal(script).run("assist evaand01 -q");
    assert!(run.contains("unlock evaand01: done, server 127.0.0.1, identified by Legitimation"), "{run}");
}

/// It does not come back when the verification is open again.
#[test]
fn verification_that_was_closed_stays_ended() {
    let mut desk = TestDesk::configured().with(eva());
    desk.set("verification.wrong_codes_per_day", "1").set("verification.lockout_minutes", "1");
    desk.terminal([Code]).run("send-code evaand01 -q");
    desk.spoil(CLOSED);
    assert!(desk.run("unlock evaand01").contains("refused (verification_closed)"));
    let run = desk.wait(120).run("unlock evaand01");
    assert!(run.contains("refused (not_verified)"), "{run}");
}

#[test]
fn separate_commands_ask_for_it_too() {
    let mut desk = TestDesk::configured().with(eva());
    desk.set("verification.window_seconds", "60");
    let script = [Yes, Code, ENTER, desk.time_passes(66), Secret("Gurka-Moln-73"), Secret("Gurka-Moln-73")];
    let run = desk.terminal(script).run("reset evaand01 -q");
    assert!(run.ends_with("exit 5") && run.contains("reset evaand01: refused (not_verified)"), "{run}");
    // A window of nothing leaves the code to the command that read it.
    desk.set("verification.window_seconds", "0").wait(60);
    let run = desk.terminal([Yes, Code]).run("unlock evaand01 -q");
    assert!(run.ends_with("exit 0"), "{run}");
}
