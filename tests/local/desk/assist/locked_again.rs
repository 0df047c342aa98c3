//! An account that something locks again after it was unlocked from here.

use std::sync::Arc;

use insta::assert_snapshot;
use jiff::Timestamp;
use servicedesk::practice::{Device, Lockout, Person, Practice};

use super::ENTER;
use crate::desk::fixture::Answer::{self, Code, Text, Yes};
use crate::desk::fixture::TestDesk;
use crate::desk::fixture::people::eva;

/// Locks the account again at that time.
fn locks(on: &Arc<Practice>, at: &str) -> Answer {
    let (on, at): (_, Timestamp) = (Arc::clone(on), at.parse().unwrap());
    Answer::Meanwhile(Box::new(move || {
        let before = on.person("evaand01").unwrap().unwrap();
        on.add(Person { lockout: Lockout::At(at), bad_passwords: 5, bad_password_at: Some(at), ..before }).unwrap();
    }))
}

#[test]
fn call_offers_to_watch_account_that_locks_again() {
    let mut desk = TestDesk::configured().with(eva());
    let on = desk.practice();
    let script = [
        Yes,
        Code,
        ENTER,
        desk.time_passes(120),
        locks(&on, "2026-05-04T12:18:00Z"),
        Text("evaand01"),
        Text("j"),
        ENTER,
        ENTER,
    ];
    let run = desk.terminal(script).run("assist evaand01 -q");
    let from = run.find("ask Nästa samtal").unwrap();
    assert_snapshot!(&run[from..], @"");
}

#[test]
fn look_up_says_that_it_was_locked_again() {
    let mut desk = TestDesk::configured().with(eva());
    desk.run("send-code evaand01");
    desk.run("unlock evaand01 --code {code}");
    let told = |desk: &mut TestDesk| desk.run("lookup evaand01 -o json").contains("\"locked_again\"");
    assert!(!told(&mut desk));
    let Answer::Meanwhile(lock) = locks(&desk.practice(), "2026-05-04T12:17:30Z") else { unreachable!() };
    lock();
    assert!(told(&mut desk));
    let run = desk.run("lookup evaand01");
    assert!(run.contains("Upplåst härifrån 14:17, låst igen 14:17: något har det gamla lösenordet."), "{run}");
    assert!(run.contains("Lås upp och bevaka: servicedesk unlock evaand01 --watch"), "{run}");
}

/// The phone of Viktor in practice.
#[test]
fn watch_sees_device_lock_the_account() {
    let device = Device { undoes: 1, tries_at: None };
    let mut desk = TestDesk::configured().with(Person { device, ..eva() });
    desk.run("send-code evaand01");
    assert_snapshot!(desk.run("unlock evaand01 --code {code} --watch"), @"");
}
