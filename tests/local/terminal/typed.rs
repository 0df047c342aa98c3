//! Typed and pasted answers.

use crate::support::seat::{CTRL_C, ENTER, Seat};

const SEND: &str = "Skicka en kod till";
const CODE: &str = "Koden som läses upp";
const WHO: &str = "Vem ringer";
const TO_CHECK: &str = "Lösenord att prova: ";
const PASSWORD: &str = "Nytt lösenord (Enter: skapa ett): ";
const AGAIN: &str = "Samma lösenord igen: ";
const UNREADABLE: &str = "ett tecken som inte gick att läsa";

#[test]
fn undecodable_password_is_refused_aloud() {
    let mut seat = Seat::new();
    // "Gräs-Moln-927" from a terminal with ISO 8859-1; without the bad byte it would be a password.
    seat.start("check-policy").asked(TO_CHECK).send(b"Gr\xe4s-Moln-927\r").until(UNREADABLE);
    let left = seat.asked(TO_CHECK).type_line("Gurka-Moln-73").left();
    assert_eq!(left.exit, 0, "{}", left.screen);
}

#[test]
fn undecodable_last_character_is_refused_and_enter_still_counts() {
    let mut seat = Seat::new();
    seat.start("check-policy").asked(TO_CHECK).send(b"Gurka-Moln-73\xe4\r").until(UNREADABLE);
    assert_eq!(seat.asked(TO_CHECK).press(CTRL_C).left().exit, 130);
}

#[test]
fn undecodable_name_code_and_yes_are_refused_aloud() {
    let mut seat = Seat::new();
    seat.start("assist").asked(WHO).send(b"r\xe5berg\r").until(UNREADABLE).asked(WHO).type_line("jesrab01");
    seat.asked(SEND).send(b"j\xff\r").until(UNREADABLE).asked(SEND).press(ENTER);
    let code = seat.code();
    seat.asked(CODE).send(&[code.as_bytes(), b"\x80\r"].concat()).until(UNREADABLE);
    seat.asked(CODE).press(CTRL_C).asked("Nästa samtal").press(ENTER);
    let left = seat.left();
    assert!(left.exit == 0 && !left.screen.contains("Rätt kod"), "{}", left.screen);
}

#[test]
fn tab_in_password_is_refused_aloud() {
    let mut seat = Seat::new();
    seat.start("check-policy").asked(TO_CHECK).type_line("Gurka\tMoln-73").until(UNREADABLE);
    assert_eq!(seat.asked(TO_CHECK).press(CTRL_C).left().exit, 130);
}

#[test]
fn paste_opens_account_and_sends_nothing() {
    let pastes =
        ["jesrab01\r\r", "jesrab01\n\n", "\u{1b}[200~jesrab01\r\r\u{1b}[201~", "\u{1b}[200~jesrab01\n\nj\n\u{1b}[201~"];
    for paste in pastes {
        let mut seat = Seat::new();
        seat.start("assist").asked(WHO).press(paste).until("Bara den första togs med").asked(SEND);
        let left = seat.press(CTRL_C).asked("Nästa samtal").press(ENTER).left();
        assert!(!left.screen.contains("är din kod"), "{paste:?}: {}", left.screen);
    }
}

#[test]
fn pasted_empty_line_accepts_no_default() {
    let mut seat = Seat::new();
    seat.start("assist").asked(WHO).type_line("jesrab01").asked(SEND).press("\u{1b}[200~\n \r\u{1b}[201~");
    let left =
        seat.send(b"j\xff\r").until(UNREADABLE).asked(SEND).press(CTRL_C).asked("Nästa samtal").press(ENTER).left();
    assert!(!left.screen.contains("är din kod"), "{}", left.screen);
}

#[test]
fn pasted_line_without_end_waits_for_enter() {
    let mut seat = Seat::new();
    // What looks like keys is text where the terminal says that it is pasted.
    seat.start("assist").asked(WHO).press("\u{1b}[200~jesrab01\u{1b}[201~").until("jesrab01").press(ENTER).asked(SEND);
    let left = seat.press(CTRL_C).asked("Nästa samtal").press(ENTER).left();
    assert!(!left.screen.contains("utelämnades"), "{}", left.screen);
    let mut seat = Seat::new();
    seat.start("check-policy").asked(TO_CHECK).press("\u{1b}[200~Gurka\u{17}Moln-73\r\u{1b}[201~").until(UNREADABLE);
    assert_eq!(seat.asked(TO_CHECK).press(CTRL_C).left().exit, 130);
}

#[test]
fn unmarked_paste_chooses_nothing() {
    let mut seat = Seat::new();
    seat.start("assist").asked(WHO).type_line("jesrab01").asked(SEND).press(ENTER);
    let code = seat.code();
    seat.asked(CODE).type_line(&code).until("Vad vill den som ringer").press("INC-4711\r");
    let left = seat.press(CTRL_C).asked("Nästa samtal").press(ENTER).left();
    assert!(!left.screen.contains("Upplåst"), "{}", left.screen);
}

#[test]
fn hidden_character_in_new_password_needs_yes() {
    let mut seat = Seat::new();
    seat.start("reset jesrab01").asked(SEND).press(ENTER);
    let code = seat.code();
    seat.asked(CODE).type_line(&code).asked("Var är den som ringer?").press(ENTER);
    for password in ["Gurka\u{ad}Moln-73", "Gurka-Moln-73 "] {
        seat.asked(PASSWORD).type_line(password).until("tecken som inte syns").asked("[j/N]").press(ENTER);
    }
    seat.asked(PASSWORD).type_line("Gurka\u{a0}Moln-73").until("U+00A0").asked("[j/N]").press("j");
    let left = seat.asked(AGAIN).type_line("Gurka\u{a0}Moln-73").until("Lösenordet har återställts").left();
    assert_eq!(left.exit, 0, "{}", left.screen);
}

#[test]
fn decomposed_letters_are_judged_composed() {
    let mut seat = Seat::new();
    let left = seat.start("check-policy").asked(TO_CHECK).type_line("Gra\u{308}s-Moln-927").left();
    assert!(left.exit == 5 && left.screen.contains("(har 13)"), "{}", left.screen);
}

#[test]
fn csv_steers_no_terminal() {
    let mut seat = Seat::new();
    let left = seat.run("-o csv unlock a\u{202e}b c --reason Helg --dry-run");
    assert!(left.screen.contains(r"a\u{202e}b") && !left.screen.contains('\u{202e}'), "{:?}", left.screen);
}
