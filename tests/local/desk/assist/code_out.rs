//! `assist`: a code of an earlier call is still valid when the next call about the account begins.

use super::*;
use crate::desk::fixture::people::ago;

/// What the operator was warned of, asked and told about codes, and what was recorded.
fn of_codes(run: &str) -> String {
    let is_told = |line: &&str| {
        ["err Varning", "ask Skicka", "ask Fråga", "ask Vilket", "ask Koden", "sms ", "tel ", "log "]
            .iter()
            .any(|start| line.starts_with(start))
            || line.contains("kod skickades")
    };
    run.lines().filter(is_told).collect::<Vec<_>>().join("\n")
}

#[test]
fn earlier_code_is_told_and_can_be_used() {
    let mut desk = TestDesk::configured().with(eva());
    let script = [Text("evaand01"), Yes, CtrlC, desk.time_passes(60), Text("evaand01"), Yes, Code, Text("1"), ENTER];
    let run = desk.terminal(script).run("assist -q");
    assert_snapshot!(of_codes(&run), @"
    ask Skicka en kod till *********31? [J/n] ‹yes›
    sms +46701740631 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    ask Koden som läses upp (Enter: ny kod) ‹^C›
    err En kod skickades kl. 12.17 till *********31. Den gäller till kl. 12.22.
    ask Fråga efter den koden (n: en ny, eller till någon annan)? [J/n] ‹yes›
    ask Koden som läses upp (Enter: ny kod) ‹the code›
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server 127.0.0.1
    ");
}

/// It went to the wrong number: the caller has the phone of another.
#[test]
fn earlier_code_leaves_other_numbers_and_a_new_code() {
    let mut desk = TestDesk::configured().with(eva().mobile("070-174 06 31 / 070-174 06 32"));
    let script = [Yes, Escape, Text("evaand01"), No, No, Text("1"), Yes, Code, Text("1"), ENTER];
    let run = desk.terminal(script).run("assist evaand01 -q");
    assert_snapshot!(of_codes(&run), @"
    ask Skicka en kod till *********31 (n: ett annat nummer)? [J/n] ‹yes›
    sms +46701740631 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    ask Koden som läses upp (Enter: ny kod) ‹Esc›
    err En kod skickades kl. 12.17 till *********31. Den gäller till kl. 12.22.
    ask Fråga efter den koden (n: en ny, eller till någon annan)? [J/n] ‹no›
    ask Skicka en kod till *********31 (n: ett annat nummer)? [J/n] ‹no›
    ask Vilket nummer är rätt?
    ask Skicka en kod till *********32 (n: ett annat nummer)? [J/n] ‹yes›
    sms +46701740632 ‹code 2› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    ask Koden som läses upp (Enter: ny kod) ‹the code›
    log 1-2 send_code evaand01: done
    log 3-4 send_code evaand01: refused (send_too_soon)
    log 5-6 send_code evaand01: done
    log 7-8 verify_code evaand01: done
    log 9-10 unlock evaand01: done, server 127.0.0.1
    ");
}

/// What speaks against the caller makes No the usual answer, as before a new code.
#[test]
fn earlier_code_is_warned_of_like_a_new_one() {
    let new = Person { mobile_changed: Some(ago(24 * 60)), ..eva() };
    let mut desk = TestDesk::configured().with(new);
    let script = [Text("j"), CtrlC, Text("evaand01"), ENTER, ENTER, ENTER];
    let run = desk.terminal(script).run("assist evaand01 -q");
    assert_snapshot!(of_codes(&run), @"
    ask Skicka en kod till *********31? [j/N] ‹“j”›
    sms +46701740631 ‹code 1› är din kod för att låsa upp kontot eller byta lösenord. Säg den bara till servicedesk om du själv har ringt dit (0142-36 6000). Mjölby kommun
    ask Koden som läses upp (Enter: ny kod) ‹^C›
    err En kod skickades kl. 12.17 till *********31. Den gäller till kl. 12.22.
    ask Fråga efter den koden (n: en ny, eller till någon annan)? [j/N] ‹“”›
    ask Skicka en kod till *********31? [j/N] ‹“”›
    log 1-2 send_code evaand01: done
    ");
}

#[test]
fn earlier_code_to_manager_is_told_and_can_be_declined() {
    let karin = Person::new("karber01").named("Karin", "Bergman").mobile("070-174 06 41");
    let karin = Person { mobile_changed: Some(ago(24 * 60)), ..karin };
    let eva = Person { manager: Some("karber01".into()), ..eva() };
    let mut desk = TestDesk::configured().with(karin).with(eva);
    desk.set("verification.manager", "true");
    let script = [No, Text("j"), Escape, Text("evaand01"), ENTER, Yes, Code, Text("1"), ENTER];
    let run = desk.terminal(script).run("assist evaand01 -q");
    assert_snapshot!(of_codes(&run), @"
    ask Skicka en kod till *********31? [J/n] ‹no›
    err Varning: Chefens mobilnummer ändrades 2026-05-03 kl. 12.17 (för 1 dag sedan).
    ask Skicka en kod till chefen Karin Bergman (*********41) i stället? [j/N] ‹“j”›
    sms +46701740641 ‹code 1› är en kod för Eva Andersson, som inte kan logga in. Säg den bara till den du känner igen på rösten, eller ring servicedesk (0142-36 6000). Mjölby kommun
    ask Koden som läses upp (Enter: ny kod) ‹Esc›
    err Varning: Chefens mobilnummer ändrades 2026-05-03 kl. 12.17 (för 1 dag sedan).
    err En kod skickades kl. 12.17 till chefen Karin Bergman (*********41). Den gäller till kl. 12.22.
    ask Fråga efter den koden (n: en ny, eller till någon annan)? [j/N] ‹“”›
    tel code 2 to *********31, valid until 12:22, is read back
    log 1-2 send_code evaand01: done, code to karber01
    log 3-4 send_code evaand01: refused (send_too_soon)
    log 5-6 send_code evaand01: done
    log 7-8 verify_code evaand01: done
    log 9-10 unlock evaand01: done, server 127.0.0.1
    ");
}
