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
    assert_snapshot!(of_verification(&run), @"");
}

#[test]
fn next_caller_is_not_taken_for_the_one_before() {
    let mut desk = TestDesk::configured().with(eva());
    // The usual answer is no.
    let script = [Yes, Code, ENTER, desk.time_passes(60), Text("evaand01"), ENTER, Yes, Code, Text("1"), ENTER];
    let run = desk.terminal(script).run("assist evaand01 -q");
    assert_snapshot!(of_verification(&run), @"");
}

#[test]
fn same_call_needs_no_new_code_and_keeps_its_case() {
    let mut desk = TestDesk::configured().with(eva());
    let script = [Yes, Code, ENTER, Text("evaand01"), Text("j"), Text("1"), ENTER];
    let run = desk.terminal(script).run("assist evaand01 -q --ticket INC-4711");
    let from = run.find("ask Nästa samtal").unwrap();
    assert_snapshot!(&run[from..], @"");
}

/// The separate commands verify first and change afterwards.
#[test]
fn verification_of_another_command_is_asked_about() {
    let mut desk = TestDesk::configured().with(eva());
    desk.terminal([Code]).run("send-code evaand01 -q");
    let run = desk.terminal([CtrlC, ENTER]).run("assist evaand01 -q");
    assert_snapshot!(of_verification(&run), @"");
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
    assert_snapshot!(run.lines().filter(is_of_case).collect::<Vec<_>>().join("\n"), @"");
}

#[test]
fn case_number_of_command_line_is_for_first_call() {
    let mut desk = TestDesk::configured().with(eva()).with(bo());
    let script = [Text("evaand01"), Yes, Code, ENTER, Text("boberg01"), Yes, Code, ENTER, ENTER];
    let run = desk.terminal(script).run("assist -q --ticket INC-4711");
    assert!(run.contains("log 5-6 unlock evaand01: done, server 127.0.0.1, ticket INC-4711"), "{run}");
    assert!(run.contains("log 11-12 unlock boberg01: done, server 127.0.0.1\n"), "{run}");
}
