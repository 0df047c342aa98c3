//! Unusual keys and pastes.

use crate::support::seat::{ENTER, Seat};

const SEND: &str = "Skicka en kod till";
const CODE: &str = "Koden som läses upp";

#[test]
fn enter_asks_for_new_code() {
    let mut seat = Seat::new();
    seat.start("unlock jesrab01").asked(SEND).press(ENTER);
    let code = seat.code();
    // Too soon, which is said, and the question comes again.
    seat.asked(CODE).press(ENTER).until("En ny kod kan skickas").asked(CODE).type_line(&code).until("Upplåst");
    assert_eq!(seat.left().exit, 0);
}

#[test]
fn unknown_keys_are_ignored() {
    let mut seat = Seat::new();
    seat.start("unlock jesrab01").asked(SEND).press(ENTER);
    let code = seat.code();
    let up_left_and_page_down = "\u{1b}[A\u{1b}[D\u{1b}[6~";
    seat.asked(CODE).press(up_left_and_page_down).press("\t").press("\u{7f}").type_line(&code).until("Upplåst");
    assert_eq!(seat.left().exit, 0);
}

#[test]
fn long_paste_is_no_code_and_uses_no_try() {
    let mut seat = Seat::new();
    seat.start("unlock jesrab01").asked(SEND).press(ENTER);
    let code = seat.code();
    seat.asked(CODE);
    seat.paste(&"x".repeat(10_000))
        .press(ENTER)
        .until("Inget försök är förbrukat")
        .asked(CODE)
        .type_line(&code)
        .until("Upplåst");
    assert_eq!(seat.left().exit, 0);
}

#[test]
fn paste_of_many_lines_answers_one_question() {
    let mut seat = Seat::new();
    seat.start("unlock jesrab01").asked(SEND).press(ENTER);
    let code = seat.code();
    seat.asked(CODE)
        .press("först\rsedan\r")
        .until("Bara den första togs med")
        .asked(CODE)
        .type_line(&code)
        .until("Upplåst");
    let left = seat.left();
    assert_eq!((left.exit, left.screen.matches("sex siffror").count()), (0, 1), "{}", left.screen);
}

#[test]
fn long_paste_is_no_password_and_is_not_echoed() {
    let mut seat = Seat::new();
    seat.start("check-policy").asked("Lösenord att prova: ").paste(&"Gurka-123".repeat(1_200));
    let left = seat.press(ENTER).left();
    assert_eq!(left.exit, 5, "{}", left.screen);
    assert!(!left.screen.contains("Gurka"), "{}", left.screen);
}

#[test]
fn pasted_second_line_repeats_no_password() {
    let mut seat = Seat::new();
    seat.start("reset jesrab01").asked(SEND).press(ENTER);
    let code = seat.code();
    seat.asked(CODE).type_line(&code).asked("Var är den som ringer?").press(ENTER).asked("Nytt lösenord");
    seat.press("Gurka-Moln-73\rGurka-Moln-73\r").until("Bara den första togs med").asked("Samma lösenord igen");
    let left = seat.type_line("Gurka-Moln-73").left();
    assert_eq!(left.exit, 0, "{}", left.screen);
    assert!(!left.screen.contains("Gurka"), "{}", left.screen);
}

#[test]
fn line_can_be_edited() {
    let mut seat = Seat::new();
    seat.start("unlock jesrab01").asked(SEND).press(ENTER);
    let code = seat.code();
    let (home, left, delete, erase_word, erase_start) = ("\u{1}", "\u{1b}[D", "\u{1b}[3~", "\u{17}", "\u{15}");
    seat.asked(CODE).press("fel ord").press(erase_word).press(erase_start);
    seat.press(&code[..2]).press("x").press(&code[2..]);
    seat.press(home).press("\u{1b}[C\u{1b}[C").press(delete).press("9").press("\u{7f}").press(left).press(ENTER);
    seat.until("Upplåst");
    assert_eq!(seat.left().exit, 0);
}

#[test]
fn terminal_may_be_resized() {
    let mut seat = Seat::new();
    seat.start("unlock jesrab01").asked(SEND).press(ENTER);
    let code = seat.code();
    seat.asked(CODE).press(&"1".repeat(100)).press("2").until("2").resize(60).press("3").until("3");
    let erase_start = "\u{15}";
    seat.press(erase_start).resize(120).type_line(&code).until("Upplåst");
    let left = seat.left();
    assert_eq!(left.exit, 0);
    // Beside the question, and with room for the cursor.
    let shown = left.screen.split('\r').find(|line| line.contains("123")).unwrap();
    assert_eq!(
        shown.matches('1').count(),
        60 - "Koden som läses upp (Enter: ny kod): 23".chars().count() - 1,
        "{shown:?}"
    );
}
