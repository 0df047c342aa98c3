//! Leaving a question, and answers that are no password.

use super::*;

#[test]
fn ctrl_c_at_any_prompt_changes_nothing() {
    let mut desk = TestDesk::demo();
    assert_snapshot!(desk.terminal([CtrlC]).run("reset jesrab01 -q"), @"
    ask Skicka en kod till *********11? [J/n] ‹^C›
    err Avbrutet. Inget är ändrat.
    exit 130
    ");
    assert_snapshot!(desk.terminal([Yes, CtrlC]).run("reset jesrab01 -q"), @"
    ask Skicka en kod till *********11? [J/n] ‹yes›
    err Mobilen *********11 visar (övning):
    sms ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Contoso kommun
    err En kod är skickad till *********11. Den gäller till kl. 12.22.
    ask Koden som läses upp (Enter: ny kod) ‹^C›
    err Avbrutet. Inget är ändrat.
    log 1-2 send_code jesrab01: done
    exit 130
    ");
    assert_snapshot!(desk.terminal([Yes, Code, CtrlC]).run("reset jesrab01 -q"), @"
    err En kod skickades kl. 12.17 till *********11. Den gäller till kl. 12.22.
    ask Fråga efter den koden (n: en ny, eller till någon annan)? [J/n] ‹yes›
    ask Koden som läses upp (Enter: ny kod) ‹the code›
    err Rätt kod. Den som ringer är verifierad.
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹^C›
    err Avbrutet. Inget är ändrat.
    log 3-4 verify_code jesrab01: done
    exit 130
    ");
    assert_snapshot!(desk.terminal([Text(""), Secret(GOOD), CtrlC]).run("reset jesrab01 -q"), @"
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“”›
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    ask Samma lösenord igen ‹^C›
    err Avbrutet. Inget är ändrat.
    exit 130
    ");
    let refused = [Text("")].into_iter().chain(twice("Blomma-Sten-17")).chain([CtrlC]);
    assert_snapshot!(desk.terminal(refused).run("reset jesrab01 -q"), @"
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“”›
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    ask Samma lösenord igen ‹a secret›
    err Katalogen godtog inte lösenordet: det är använt förut. Inget är ändrat. Be om ett annat.
    ask Nytt lösenord (Enter: skapa ett) ‹^C›
    err Avbrutet. Inget är ändrat.
    log 5-6 reset jesrab01: failed (password_used_before)
    exit 130
    ");
}

#[test]
fn unusable_password_is_asked_for_again() {
    let mut desk = demo();
    let script = [Text(""), Secret("Gurka\u{7}"), Secret(GOOD), Secret(""), Secret(GOOD), Secret(GOOD)];
    assert_snapshot!(desk.terminal(script).run("reset jesrab01 -q"), @"
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“”›
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    err Ett lösenord är minst ett tecken och har inga styrtecken. Försök igen.
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    ask Samma lösenord igen ‹nothing›
    err De två är inte lika. Försök igen.
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    ask Samma lösenord igen ‹a secret›
    out Klart: Lösenordet har återställts för Jesper Råberg (jesrab01).
    out Kontot var låst och är nu upplåst.
    out Säg: ”Se till att datorn är ansluten till nätverket på jobbet, starta om den och logga in med det nya lösenordet. Då får du välja ett eget.”
    err Mobilen *********11 visar (övning):
    sms Ditt lösenord byttes av servicedesk kl. 12.17. Var det inte du, ring 0142-36 6000. Contoso kommun
    dir jesrab01: unlocked; password set: secret 5 of 5; must change it
    log 5-6 reset jesrab01: done, server 127.0.0.1
    log 7-8 tell_owner jesrab01: done
    exit 0
    ");
}

/// One step back from the second time is the first time.
#[test]
fn escape_leads_from_second_password_to_first() {
    let mut desk = demo();
    let script = [Text(""), Secret(GOOD), Escape, Escape];
    assert_snapshot!(desk.terminal(script).run("reset jesrab01 -q"), @"
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“”›
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    ask Samma lösenord igen ‹Esc›
    ask Nytt lösenord (Enter: skapa ett) ‹Esc›
    err Avbrutet. Inget är ändrat.
    exit 130
    ");
}
