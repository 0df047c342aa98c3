//! Keys that nobody should press.

use super::seat::{CTRL_D, ENTER, ESCAPE, Seat};

const SEND: &str = "Skicka en kod till";
const CODE: &str = "Koden som läses upp";

#[test]
fn enter_alone_asks_for_a_new_code() {
    let mut seat = Seat::new();
    seat.start("unlock jesrab01").asked(SEND).press(ENTER);
    let code = seat.code();
    // Too soon, which is said, and the question comes again.
    seat.asked(CODE).press(ENTER).until("En ny kod kan skickas").asked(CODE).type_line(&code).until("Upplåst");
    assert_eq!(seat.left().exit, 0);
}

#[test]
fn keys_without_a_meaning_do_no_harm() {
    let mut seat = Seat::new();
    seat.start("unlock jesrab01").asked(SEND).press(ENTER);
    let code = seat.code();
    let up_left_and_page_down = "\u{1b}[A\u{1b}[D\u{1b}[6~";
    seat.asked(CODE)
        .press(CTRL_D)
        .press(up_left_and_page_down)
        .press("\t")
        .press(ESCAPE)
        .press("\u{7f}")
        .type_line(&code)
        .until("Upplåst");
    assert_eq!(seat.left().exit, 0);
}

#[test]
fn a_long_paste_is_no_code_and_uses_no_try() {
    let mut seat = Seat::new();
    seat.start("unlock jesrab01").asked(SEND).press(ENTER);
    let code = seat.code();
    seat.asked(CODE);
    // In pieces, each of which shows before the next, as a terminal takes it.
    for _ in 0..100 {
        seat.press(&format!("{}Z", "x".repeat(99))).until("Z");
    }
    seat.press(ENTER).until("Inget försök är förbrukat").asked(CODE).type_line(&code).until("Upplåst");
    assert_eq!(seat.left().exit, 0);
}

#[test]
fn a_paste_of_many_lines_answers_as_many_questions() {
    let mut seat = Seat::new();
    seat.start("unlock jesrab01").asked(SEND).press(ENTER);
    let code = seat.code();
    seat.asked(CODE).press("först\rsedan\r").asked(CODE).asked(CODE).type_line(&code).until("Upplåst");
    assert_eq!(seat.left().exit, 0);
}
