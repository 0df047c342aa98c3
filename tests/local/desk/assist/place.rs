//! Calls where the caller is at work, or somewhere else.

use insta::assert_snapshot;

use crate::desk::fixture::Answer::{Code, Secret, Text, Yes};
use crate::desk::fixture::people::eva;
use crate::desk::fixture::{Says, TestDesk};

use super::ENTER;

fn desk() -> TestDesk {
    let mut desk = TestDesk::configured().with(eva());
    desk.set("desk.services", "[\"Mjölnet\", \"Webmail\"]");
    desk.set("desk.selfservice_url", "\"https://losen.example.se\"");
    desk
}

/// From the question about what the caller wants.
fn from_the_choice(run: &str) -> String {
    run[run.find("ask Vad vill").unwrap()..].to_owned()
}

#[test]
fn caller_outside_gets_password_by_sms() {
    let script = [Yes, Code, Text("2"), Text("2"), Secret(""), Yes, ENTER, ENTER];
    assert_snapshot!(from_the_choice(&desk().terminal(script).run("assist evaand01 -q")), @"");
}

/// What is read out is shown until the caller has it.
#[test]
fn password_that_is_read_out_is_erased() {
    let script = [Yes, Code, Text("2"), ENTER, Secret(""), Yes, ENTER, ENTER, ENTER];
    assert_snapshot!(from_the_choice(&desk().terminal(script).run("assist evaand01 -q")), @"");
}

/// An unlock asks nothing about it, and tells both.
#[test]
fn unlocked_caller_is_told_both() {
    let script = [Yes, Code, ENTER, ENTER];
    assert_snapshot!(from_the_choice(&desk().terminal(script).run("assist evaand01 -q")), @"");
}

/// The password is set, but nobody has it: another one can be set in the same call.
#[test]
fn password_that_was_not_sent_is_made_again() {
    let mut desk = desk();
    desk.run("send-code evaand01");
    desk.run("send-code evaand01 --verify {code}");
    desk.gateway(Says::Answer("403 Forbidden", "Authorization failed for sendsms"));
    let script = [Text("2"), Text("2"), Secret(""), Yes, ENTER, Yes, Secret(""), Yes, Text("1"), ENTER, ENTER];
    let run = desk.terminal(script).run("assist evaand01 -q");
    assert!(run.contains("men ingen känner till det") && run.contains("out Lösenordet: "), "{run}");
}
