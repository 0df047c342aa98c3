//! A bug that makes the program panic: the run ends as a failure, in words, and says whether anything may have been done.

use insta::assert_snapshot;

use super::fixture::people::eva;
use super::fixture::{Answer, Event, StandardOutput, TestDesk, kind};

fn bug() -> Answer {
    Answer::Meanwhile(Box::new(|| panic!("a secret")))
}

#[test]
fn panic_before_any_change_is_reported() {
    let mut desk = TestDesk::configured().with(eva());
    let run = desk.terminal([bug()]).run("unlock evaand01");
    assert_snapshot!(run, @"");
    let run = desk.in_english().terminal([bug()]).run("unlock evaand01");
    assert_snapshot!(run, @"");
}

#[test]
fn panic_after_sms_says_that_it_may_have_been_done() {
    let mut desk = TestDesk::configured().with(eva());
    let run = desk.terminal([Answer::Yes, bug()]).run("unlock evaand01");
    assert_snapshot!(run, @"");
}

#[test]
fn panic_after_change_says_that_it_may_have_been_done() {
    let mut desk = TestDesk::configured().with(eva()).in_english();
    desk.second_controller(0).add(eva()).unwrap();
    desk.run("send-code evaand01");
    desk.after(1, Event::Happens(Box::new(|| panic!("a secret"))));
    assert_snapshot!(desk.run("unlock evaand01 --code {code} --watch"), @"");
}

#[test]
fn panic_is_document_for_scripts() {
    let mut desk = TestDesk::configured().with(eva());
    let run = desk.terminal([bug()]).run("unlock evaand01 -o json");
    assert_eq!(kind(&run), ("internal", 1), "{run}");
    let run = desk.terminal([Answer::Yes, bug()]).run("unlock evaand01 -o json");
    assert_eq!(kind(&run), ("internal_may_have_changed", 7), "{run}");
}

#[test]
fn panic_is_reported_without_standard_output() {
    let mut desk = TestDesk::configured().with(eva());
    let run = desk.output(StandardOutput::Closed).terminal([bug()]).run("unlock evaand01 -o json");
    assert!(run.contains("err Fel: Programmet avbröts") && run.ends_with("exit 1"), "{run}");
}
