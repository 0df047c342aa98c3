//! Questions at a console. Wine draws the console on a terminal and knows no escapes, hence `--plain`; and it makes an
//! event of Ctrl-C also where Windows makes it a key, so that only Escape is pressed at a question.

use super::program::{WINE, executable, home, surroundings};
use crate::support::desk::Desk;
use crate::support::seat::{CTRL_C, ENTER, ESCAPE, Seat};

fn seated(arguments: &str) -> Seat {
    let mut seat = Seat::new();
    let surroundings = surroundings();
    let variables: Vec<(&str, &str)> = surroundings.iter().map(|(name, value)| (*name, value.as_str())).collect();
    seat.start_program(WINE, &format!("{} --plain --lang sv {arguments}", executable().display()), 100, &variables);
    seat
}

#[test]
fn typed_text_is_shown_and_read() {
    let mut seat = seated("--demo");
    // It shows before Enter; and what is taken back is gone.
    seat.asked("Vem ringer").press("råbergx").until("råbergx").press("\u{7f}").press(ENTER).until("jesrab01");
    seat.asked("[J/n]").press(ESCAPE).asked("Vem ringer").press("?").until("Skriv det du hör");
    assert_eq!(seat.asked("Vem ringer").press(ESCAPE).left().exit, 130);
}

#[test]
fn password_is_not_echoed() {
    let mut seat = seated("--demo check-policy");
    seat.asked("att prova").press("Gräs-Tak-41").press(ENTER);
    let left = seat.left();
    assert_eq!(left.exit, 5, "{}", left.screen);
    assert!(left.screen.contains("ta bort ä") && !left.screen.contains("Tak-41"), "{}", left.screen);
}

#[test]
fn ctrl_c_waits_for_started_change() {
    let desk = Desk::at(home());
    let code = desk.code();
    desk.gate.close();
    let config = desk.home().0.path().join("config.toml");
    let mut seat = seated(&format!("--config {} unlock evaand01 --code {code}", config.display()));
    desk.gate.reached();
    seat.press(CTRL_C).until("Avslutar");
    desk.gate.open();
    assert_eq!(seat.left().exit, 0);
    assert!(!desk.is_locked());
}
