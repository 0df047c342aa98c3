//! The built program, and a server that goes and comes back in the middle of a call.

use std::sync::{Mutex, MutexGuard};

use super::desk::Desk;
use crate::support::seat::{ENTER, Seat};

const SEND: &str = "Skicka en kod till";
const CODE: &str = "Koden som läses upp";
const AWAY: &str = "Det gick inte att läsa eller skriva postgres://";

/// There is one server to take away.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn seat(desk: &Desk, arguments: &str) -> Seat {
    let mut seat = Seat::new();
    let home = desk.home();
    let program = env!("CARGO_BIN_EXE_servicedesk");
    seat.start_program(program, &desk.arguments(arguments), 100, &[("HOME", home.to_str().unwrap())]);
    seat
}

#[test]
fn actions_need_the_store_and_resume_with_it() {
    let _alone = alone();
    let desk = Desk::new();
    let first = desk.run("send-code evaand01");
    assert_eq!(first.exit, Some(0), "{first:?}");
    assert!(first.err.contains("är nu servicedeskens nyckel"), "{first:?}");
    assert!(desk.home().join(".local/state/servicedesk/desk.key").exists());
    let code = desk.code();

    desk.halt();
    let run = desk.run("lookup evaand01");
    assert!(run.exit == Some(0) && run.err.contains("Inloggningen gick inte att anteckna i postgres://"), "{run:?}");
    for command in ["send-code evaand01", "unlock evaand01 --code 123456", "audit verify"] {
        let run = desk.run(command);
        assert_eq!(run.exit, Some(6), "{run:?}");
        assert!(run.err.contains(AWAY) && run.err.contains("Försök igen om en stund"), "{run:?}");
        assert!(!run.err.contains("Store-of-the-lab"), "{run:?}");
    }
    assert!(desk.is_locked());

    desk.resume();
    let run = desk.run(&format!("unlock evaand01 --code {code}"));
    assert_eq!(run.exit, Some(0), "{run:?}");
    assert!(!desk.is_locked());
    let verified = desk.run("audit verify");
    assert_eq!(verified.exit, Some(0), "{verified:?}");
}

#[test]
fn server_restart_between_prompts_goes_unnoticed() {
    let _alone = alone();
    let desk = Desk::new();
    let mut seat = seat(&desk, "unlock evaand01");
    seat.asked(SEND);
    desk.halt();
    desk.resume();
    seat.press(ENTER).asked(CODE);
    desk.halt();
    desk.resume();
    seat.type_line(&desk.code()).until("Upplåst: Eva Andersson");
    assert_eq!(seat.left().exit, 0);
    assert_eq!(desk.run("audit verify").exit, Some(0));
}

#[test]
fn call_continues_after_server_returns() {
    let _alone = alone();
    let desk = Desk::new();
    let mut seat = seat(&desk, "assist evaand01");
    seat.asked(SEND);
    desk.halt();
    seat.press(ENTER).until(AWAY).asked("vem ringer");
    desk.resume();
    seat.type_line("evaand01").asked(SEND).press(ENTER).asked(CODE).type_line(&desk.code());
    seat.asked("Vad vill den som ringer?");
    desk.halt();
    seat.press(ENTER).until(AWAY).asked("Försöka igen?");
    desk.resume();
    seat.press(ENTER).until("Upplåst: Eva Andersson").asked("Nästa samtal").press(ENTER);
    assert_eq!(seat.left().exit, 0);
    assert_eq!(desk.number("SELECT count(*) FROM code WHERE state <> 'withdrawn'"), 1, "one code was sent");
    assert_eq!(desk.run("audit verify").exit, Some(0));
}

#[test]
fn unrecorded_outcome_is_reported() {
    let _alone = alone();
    let desk = Desk::new();
    assert_eq!(desk.run("send-code evaand01").exit, Some(0));
    desk.halt_at_the_unlocking();
    let run = desk.run(&format!("unlock evaand01 --code {}", desk.code()));
    assert_eq!(run.exit, Some(7), "{run:?}");
    assert!(run.err.contains("det gick inte att anteckna i loggen"), "{run:?}");
    assert!(!desk.is_locked(), "it is done");

    desk.resume();
    assert_eq!(desk.number("SELECT count(*) FROM open_intent"), 1, "the next operator is told");
    let shown = desk.run("audit show --all --last 5");
    assert!(shown.out.contains("kan ha gjorts"), "{shown:?}");
    assert_eq!(desk.run("audit verify").exit, Some(0));
}
