//! Signals while a question is shown.

use crate::support::seat::{CTRL_C, CTRL_Z, ENTER, ESCAPE, Seat};

const SEND: &str = "Skicka en kod till";

#[test]
fn termination_restores_terminal_and_cancels() {
    for name in ["TERM", "HUP"] {
        let mut seat = Seat::new();
        let left = seat.start("unlock jesrab01").asked(SEND).signal(name).left();
        assert_eq!(left.exit, 130, "{name}: {}", left.screen);
        assert!(left.screen.contains("\nAvbrutet. Inget är ändrat."), "{name}: {}", left.screen);
    }
}

#[test]
fn termination_asks_no_further_question() {
    let mut seat = Seat::new();
    // Ctrl-C would go on with the next call.
    let left = seat.start("assist jesrab01").asked(SEND).signal("TERM").left();
    assert!(left.screen.contains("Nästa samtal") && !left.screen.contains("är din kod"), "{}", left.screen);
    assert!(left.exit == 130 && left.screen.contains("\nAvbrutet mellan två samtal."), "{}", left.screen);
}

#[test]
fn termination_between_calls_is_no_success() {
    let mut seat = Seat::new();
    seat.start("assist jesrab01").asked(SEND).press(CTRL_C);
    let left = seat.asked("Nästa samtal").signal("HUP").left();
    assert_eq!(left.exit, 130, "{}", left.screen);
}

#[test]
fn external_interrupt_is_ctrl_c() {
    let mut seat = Seat::new();
    let left = seat.start("unlock jesrab01").asked(SEND).signal("INT").left();
    assert_eq!(left.exit, 130, "{}", left.screen);
}

#[test]
fn external_stop_restores_terminal() {
    const PASTE: &str = "\u{1b}[?2004";
    let mut seat = Seat::new();
    seat.start_with_jobs("assist").asked("Vem ringer").signal("TSTP").until(&format!("{PASTE}l")).until("[stopped]");
    seat.until("[settings]").settings();
    seat.press(ENTER).asked("Vem ringer");
    assert_eq!(seat.press(ESCAPE).left().exit, 130);
}

#[test]
fn question_returns_after_ctrl_z() {
    let mut seat = Seat::new();
    seat.start_with_jobs("assist")
        .asked("Vem ringer")
        .press("jesrab0")
        .until("jesrab0")
        .press(CTRL_Z)
        .until("[stopped]");
    // The shell has the terminal as it was, and gives it back when told to.
    seat.until("[settings]").settings();
    seat.press(ENTER).asked("Vem ringer").until("jesrab0").press("1").press(ENTER).asked(SEND);
    let left = seat.press(CTRL_C).asked("Nästa samtal").press(ENTER).left();
    assert_eq!(left.exit, 0, "{}", left.screen);
}

#[test]
fn ctrl_z_stops_list() {
    let mut seat = Seat::new();
    seat.start_with_jobs("assist karlsson").asked("Vilket konto?").press(CTRL_Z).until("[stopped]");
    seat.until("[settings]").settings();
    seat.press(ENTER).until("Vilket konto?").asked("Ingen av dem").press("2").asked(SEND);
    let left = seat.press(CTRL_C).asked("Nästa samtal").press(ENTER).left();
    assert!(left.exit == 0 && left.screen.contains("evakar02@contoso.example"), "{}", left.screen);
}

#[test]
fn question_returns_after_external_stop() {
    let mut seat = Seat::new();
    seat.start("unlock jesrab01").asked(SEND).signal("STOP").signal("CONT").asked(SEND);
    assert_eq!(seat.press(ESCAPE).left().exit, 130);
}

#[test]
fn ctrl_z_without_job_control_is_harmless() {
    let mut seat = Seat::new();
    let left = seat.start("unlock jesrab01").asked(SEND).press(CTRL_Z).asked(SEND).press(ESCAPE).left();
    assert_eq!(left.exit, 130, "{}", left.screen);
}
