//! `unlock --all-locked --choose`: the operator ticks which of those that may be unlocked.

use insta::assert_snapshot;
use servicedesk::practice::Person;

use crate::desk::fixture::Answer::{CtrlC, Escape, No, Tick, Yes};
use crate::desk::fixture::TestDesk;
use crate::desk::fixture::people::ago;

const CHOOSE: &str = "unlock --all-locked --choose --reason Måndag";

fn desk() -> TestDesk {
    let locked = |name: &str, n| Person::new(name).locked_at(ago(n));
    TestDesk::configured()
        .with(locked("anna01", 60).named("Anna", "Andersson"))
        .with(locked("bo01", 120).named("Bo", "Berg"))
        .with(locked("cecilia01", 180))
        .with(Person { protected: true, ..locked("rutros01", 240) })
        .with(Person { disabled: true, ..locked("perols01", 300) })
}

#[test]
fn ticked_accounts_alone_are_unlocked() {
    let mut desk = desk();
    assert_snapshot!(desk.terminal([Tick(&[1, 3]), Yes]).run(CHOOSE), @"
    err 5 konton:
    err  Ska låsas upp  3
    err  Skyddade       1
    err  Inaktiverade   1
    err
    err  Konto     Läge
    ask Vilka ska låsas upp?
    ask [ ] anna01  Anna Andersson  låst kl. 11.17 (för 1 timme sedan)
    ask [ ] bo01  Bo Berg  låst kl. 10.17 (för 2 timmar sedan)
    ask [ ] cecilia01  låst kl. 09.17 (för 3 timmar sedan)
    ask  ‹[1, 3]›
    err Kryssade:
    err   anna01  Anna Andersson  låst kl. 11.17 (för 1 timme sedan)
    err   cecilia01  låst kl. 09.17 (för 3 timmar sedan)
    ask Låsa upp 2 konton? [j/N] ‹yes›
    out 2 konton:
    out  Upplåsta  2
    dir anna01: unlocked
    dir cecilia01: unlocked
    log 1 unlock anna01: intent
    log 2 unlock cecilia01: intent
    log 3 unlock anna01: done of 1, server 127.0.0.1
    log 4 unlock cecilia01: done of 2, server 127.0.0.1
    exit 0
    ");
    let left = desk.run("lookup --locked");
    assert!(left.contains("bo01") && !left.contains("anna01") && !left.contains("cecilia01"), "{left}");
}

#[test]
fn escape_or_ctrl_c_and_no_tick_change_nothing() {
    let mut desk = desk();
    for answer in [Escape, CtrlC, Tick(&[])] {
        let run = desk.terminal([answer]).run(CHOOSE);
        assert!(run.ends_with("err Avbrutet. Inget är ändrat.\nexit 130"), "{run}");
    }
    let run = desk.terminal([Tick(&[2]), No]).run(CHOOSE);
    assert!(run.ends_with("exit 130"), "{run}");
    assert_eq!(desk.run("lookup --locked -o csv").matches("\nout ").count(), 5);
}

#[test]
fn choosing_needs_a_terminal_and_something_to_choose() {
    let run = desk().run(CHOOSE);
    assert!(run.ends_with("exit 2") && run.contains("terminal"), "{run}");
    let run = TestDesk::configured().terminal([]).run(CHOOSE);
    assert!(run.ends_with("exit 0"), "{run}");
}
