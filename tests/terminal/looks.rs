//! Colours and widths.

use super::seat::{ENTER, Seat};

#[test]
fn narrow() {
    let mut seat = Seat::new();
    let left = seat.start_in("lookup jesrab01", 60, &[]).left();
    assert_eq!(left.exit, 0);
    for line in left.screen.lines() {
        assert!(line.trim_end().chars().count() <= 60, "{} wide: {line:?}", line.chars().count());
    }
    let left = seat.start_in("lookup Eva Karlsson", 60, &[]).left();
    assert!(left.screen.lines().all(|line| plain(line).chars().count() <= 60), "{}", left.screen);
}

#[test]
fn without_colours() {
    for variables in [[("NO_COLOR", "1"), ("X", "")], [("TERM", "dumb"), ("X", "")]] {
        let mut seat = Seat::new();
        let left = seat.start_in("lookup Eva Karlsson", 100, &variables).left();
        assert_eq!(left.exit, 0);
        assert!(!left.screen.contains('\u{1b}'), "{variables:?}: {:?}", left.screen);
    }
}

#[test]
fn a_call_on_a_terminal_that_can_nothing() {
    let mut seat = Seat::new();
    seat.start_in("unlock jesrab01", 80, &[("TERM", "dumb"), ("NO_COLOR", "1")]);
    seat.asked("Skicka en kod till").press(ENTER);
    let code = seat.code();
    seat.asked("Koden som läses upp").type_line(&code).until("Upplåst");
    assert_eq!(seat.left().exit, 0);
}

#[test]
fn names_cannot_move_the_cursor() {
    let mut seat = Seat::new();
    let left = seat.start_in("lookup kimfal01", 100, &[("NO_COLOR", "1")]).left();
    assert!(!left.screen.contains(['\u{1b}', '\u{202e}']), "{:?}", left.screen);
}

/// Without what steers the terminal.
fn plain(line: &str) -> String {
    regex_lite::Regex::new("\u{1b}\\[[0-9;?]*[A-Za-z]").unwrap().replace_all(line, "").into_owned()
}
