//! `assist`: a verification belongs to one call, and so do a case number and a summary.

use insta::assert_snapshot;

use super::ENTER;
use crate::desk::fixture::Answer::{Code, CtrlC, Text, Yes};
use crate::desk::fixture::TestDesk;
use crate::desk::fixture::people::{bo, eva};

/// What the operator was asked and told about the verification, and what was recorded.
fn of_verification(run: &str) -> String {
    let is_told = |line: &&str| {
        ["ask Samma", "ask Skicka", "tel ", "log "].iter().any(|start| line.starts_with(start))
            || line.contains("erifierad")
    };
    run.lines().filter(is_told).collect::<Vec<_>>().join("\n")
}

#[test]
fn call_that_is_broken_off_ends_verification() {
    let mut desk = TestDesk::configured().with(eva());
    let script = [Text("evaand01"), Yes, Code, CtrlC, desk.time_passes(60), Text("evaand01"), Yes, Code, ENTER, ENTER];
    let run = desk.terminal(script).run("assist -q");
    assert_snapshot!(of_verification(&run), @"
    tel code 1 to *********31, valid until 12:22, is read back
    out Verifierad med kod till *********31 kl. 12.17.
    tel code 2 to *********31, valid until 12:23, is read back
    out Verifierad med kod till *********31 kl. 12.18.
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    log 5-6 end_verification evaand01: done
    log 7-8 send_code evaand01: done
    log 9-10 verify_code evaand01: done
    log 11-12 unlock evaand01: done, server 127.0.0.1
    ");
}

#[test]
fn next_caller_is_not_taken_for_the_one_before() {
    let mut desk = TestDesk::configured().with(eva());
    // The usual answer is no.
    let script = [Yes, Code, ENTER, desk.time_passes(60), Text("evaand01"), ENTER, Yes, Code, Text("1"), ENTER];
    let run = desk.terminal(script).run("assist evaand01 -q");
    assert_snapshot!(of_verification(&run), @"
    tel code 1 to *********31, valid until 12:22, is read back
    out Verifierad med kod till *********31 kl. 12.17.
    ask Samma samtal? (verifierad kl. 12.17) [j/N] ‹“”›
    tel code 2 to *********31, valid until 12:23, is read back
    out Verifierad med kod till *********31 kl. 12.18.
    log 1-2 send_code evaand01: done
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server 127.0.0.1
    log 7-8 end_verification evaand01: done
    log 9-10 send_code evaand01: done
    log 11-12 verify_code evaand01: done
    ");
}

#[test]
fn same_call_needs_no_new_code_and_keeps_its_case() {
    let mut desk = TestDesk::configured().with(eva());
    let script = [Yes, Code, ENTER, Text("evaand01"), Text("j"), Text("1"), ENTER];
    let run = desk.terminal(script).run("assist evaand01 -q --ticket INC-4711");
    let from = run.find("ask Nästa samtal").unwrap();
    assert_snapshot!(&run[from..], @"
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“evaand01”›
    err  Läge      Inget fel på kontot.
    err  Gör nu    Försök igen: rätt användarnamn, Caps Lock av. Om lösenordet är glömt: skicka en kod och ange ett nytt.
    err  Konto     evaand01  evaand01@contoso.example
    ask Samma samtal? (verifierad kl. 12.17) [j/N] ‹“j”›
    ask Vad vill den som ringer?
    ask   1  Behåll ditt nuvarande lösenord och lås upp ditt konto (kontot är inte låst)
    ask * 2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“1”›
    out Kontot evaand01 (Eva Andersson) är inte låst. Det finns inget att låsa upp.
    out Säg: ”Försök igen. Kontrollera användarnamnet och Caps Lock.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    out Ärende INC-4711: Eva Andersson (evaand01)
    out Verifierad med kod till *********31 kl. 12.17.
    out Inget ändrat.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    dir evaand01: unlocked
    log 1-2 send_code evaand01: done, ticket INC-4711
    log 3-4 verify_code evaand01: done, ticket INC-4711
    log 5-6 unlock evaand01: done, server 127.0.0.1, ticket INC-4711
    exit 0
    ");
}

/// The separate commands verify first and change afterwards.
#[test]
fn verification_of_another_command_is_asked_about() {
    let mut desk = TestDesk::configured().with(eva());
    desk.terminal([Code]).run("send-code evaand01 -q");
    let run = desk.terminal([CtrlC, ENTER]).run("assist evaand01 -q");
    assert_snapshot!(of_verification(&run), @"
    ask Samma samtal? (verifierad kl. 12.17) [j/N] ‹^C›
    out Inte verifierad.
    log 5-6 end_verification evaand01: done
    ");
    let run = desk.run("unlock evaand01");
    assert!(run.contains("err Fel: Den som ringer om evaand01 är inte verifierad"), "{run}");
}

#[test]
fn case_number_is_typed_with_the_name() {
    let mut desk = TestDesk::configured().with(eva()).with(bo());
    let script =
        [Text("#4711 evaand01"), Yes, Code, ENTER, Text("#4712"), Text("boberg01 #INC-4713"), Yes, Code, ENTER, ENTER];
    let run = desk.terminal(script).run("assist -q");
    let is_of_case = |line: &&str| line.contains("Ärende") || line.contains("ärende") || line.starts_with("log");
    assert_snapshot!(run.lines().filter(is_of_case).collect::<Vec<_>>().join("\n"), @"
    out Ärende 4711: Eva Andersson (evaand01)
    err Ärende 4712 gäller samtalet som börjar nu.
    ask Ärende 4712: vem ringer (användarnamn, namn, e-post eller mobil) ‹“boberg01 #INC-4713”›
    out Ärende INC-4713: Bo Berg (boberg01)
    log 1-2 send_code evaand01: done, ticket 4711
    log 3-4 verify_code evaand01: done, ticket 4711
    log 5-6 unlock evaand01: done, server 127.0.0.1, ticket 4711
    log 7-8 send_code boberg01: done, ticket INC-4713
    log 9-10 verify_code boberg01: done, ticket INC-4713
    log 11-12 unlock boberg01: done, server 127.0.0.1, ticket INC-4713
    ");
}

#[test]
fn case_number_of_command_line_is_for_first_call() {
    let mut desk = TestDesk::configured().with(eva()).with(bo());
    let script = [Text("evaand01"), Yes, Code, ENTER, Text("boberg01"), Yes, Code, ENTER, ENTER];
    let run = desk.terminal(script).run("assist -q --ticket INC-4711");
    assert!(run.contains("log 5-6 unlock evaand01: done, server 127.0.0.1, ticket INC-4711"), "{run}");
    assert!(run.contains("log 11-12 unlock boberg01: done, server 127.0.0.1\n"), "{run}");
}
