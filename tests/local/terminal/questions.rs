//! What helps to answer a question: one key where one is enough, help, earlier answers, and the step back.

use crate::pictures::screen;
use crate::support::seat::{CTRL_C, ENTER, ESCAPE, Seat};

const WHO: &str = "Vem ringer";
const SEND: &str = "Skicka en kod till";
const CODE: &str = "Koden som läses upp";
const HELP: &str = "Vad vill den som ringer?";
const PLACE: &str = "Var är den som ringer?";
const PASSWORD: &str = "Nytt lösenord (Enter: skapa ett): ";
const AGAIN: &str = "Samma lösenord igen: ";
const NEXT: &str = "Nästa samtal";
const UP: &str = "\u{1b}[A";
const DOWN: &str = "\u{1b}[B";
const F1: &str = "\u{1b}OP";

/// The windows that everything must fit in.
const WINDOWS: [(u16, u16); 2] = [(80, 24), (60, 20)];

/// A seat in a call where the caller is verified.
fn at_the_choice(window: (u16, u16), caller: &str) -> Seat {
    let mut seat = Seat::new();
    seat.start_at("", window).asked(WHO).type_line(caller).asked(SEND).press("j");
    let code = seat.code();
    seat.asked(CODE).press(&code).asked(HELP);
    seat
}

/// What the window shows, without what has scrolled away.
fn window(seat: &Seat, (columns, rows): (u16, u16)) -> String {
    screen::window(&seat.seen(), columns, rows)
}

/// Counted from the first letter of what the caller is found by.
#[test]
fn calls_take_few_keys() {
    for (caller, unlock, reset) in [("råberg", 15, 18), ("jesrab", 15, 18), ("jesrab01", 17, 20)] {
        let mut seat = at_the_choice((80, 24), caller);
        seat.press("1").until("Upplåst");
        assert_eq!(seat.pressed(), unlock, "{caller}");
        seat.asked(NEXT).press(CTRL_C).left();

        let mut seat = at_the_choice((80, 24), caller);
        seat.press("2").asked(PLACE).press("1").asked(PASSWORD).press(ENTER).asked("få lösenordet?").press(ENTER);
        seat.until("Lösenordet: ");
        assert_eq!(seat.pressed(), reset, "{caller}");
        seat.until("Tryck Enter när").press(ENTER).until("ring oss");
        seat.asked(NEXT).press(CTRL_C).left();
    }
}

/// Fingers that are used to Enter press it also after an answer that needs none.
#[test]
fn habitual_enter_answers_no_further_question() {
    let mut seat = Seat::new();
    seat.start("").asked(WHO).type_line("jesrab01").asked(SEND).press("j").press(ENTER);
    let code = seat.code();
    seat.asked(CODE).press(&code).until(HELP).press(ENTER);
    // Nothing was chosen, and nothing generated.
    seat.until("F1 ").press("2").until(PLACE).press(ENTER).until("F1 ").press("1");
    seat.until(PASSWORD).press(ENTER).until("F1 ");
    seat.type_line("Gurka-Moln-73").asked(AGAIN).press(ESCAPE).asked(PASSWORD).press(CTRL_C);
    let left = seat.asked(NEXT).press(ENTER).left();
    assert!(left.exit == 0 && !left.screen.contains("återställts för"), "{}", left.screen);
}

#[test]
fn yes_or_no_takes_one_key_and_no_other() {
    let mut seat = Seat::new();
    seat.start("unlock jesrab01").asked(SEND).press("x").until("x").press("\u{7f}").press("J");
    seat.code();
    assert_eq!(seat.asked(CODE).press(CTRL_C).left().exit, 130);
    let mut seat = Seat::new();
    let left = seat.start("unlock jesrab01").asked(SEND).press("N").left();
    assert!(left.exit == 130 && !left.screen.contains("är din kod"), "{}", left.screen);
}

#[test]
fn paste_needs_enter_where_one_key_is_enough() {
    for paste in ["jesrab01\r", "nisse\r", "\u{1b}[200~j\u{1b}[201~\u{7f}x\r"] {
        let mut seat = Seat::new();
        let left = seat.start("unlock jesrab01").asked(SEND).press(paste).until("Svara j eller n").asked(SEND);
        let left = left.press(CTRL_C).left();
        assert!(!left.screen.contains("är din kod"), "{paste:?}: {}", left.screen);
    }
}

#[test]
fn code_can_be_corrected_before_its_last_digit() {
    let mut seat = Seat::new();
    seat.start("unlock jesrab01").asked(SEND).press("j");
    let code = seat.code();
    seat.asked(CODE).press(&code[..3]).press(" 9").press("\u{7f}").press(&code[3..]).until("Upplåst");
    assert_eq!(seat.left().exit, 0);
}

#[test]
fn each_question_of_a_call_explains_itself() {
    for size in WINDOWS {
        let mut seat = Seat::new();
        let explained = |seat: &mut Seat, key: &str, words: &str, question: &str| {
            seat.press(key).until(words).asked(question);
            let shown = window(seat, size);
            let below = shown.rsplit(words).next().unwrap().to_owned();
            assert!(below.contains(question.trim_end()) && below.lines().count() <= 12, "{size:?}: {shown}");
            assert!(below.lines().last().unwrap().starts_with("F1 Hjälp"), "{size:?}: {shown}");
        };
        seat.start_at("", size).asked(WHO);
        explained(&mut seat, "?", "Skriv det du hör", WHO);
        seat.type_line("karlsson").asked("Vilket konto?");
        explained(&mut seat, "?", "Fråga den som ringer om avdelning", "Vilket konto?");
        seat.press("1").asked(SEND);
        explained(&mut seat, "?", "Fråga om numret slutar så", SEND);
        seat.press("j");
        let code = seat.code();
        seat.asked(CODE);
        explained(&mut seat, F1, "Den som ringer läser upp de sex", CODE);
        // What is typed stays.
        seat.press(&code[..3]).until(&code[..3]);
        explained(&mut seat, F1, "Den som ringer läser upp de sex", CODE);
        seat.until(&code[..3]).press(&code[3..]).asked(HELP);
        explained(&mut seat, F1, "Fråga: ”Kommer du ihåg", HELP);
        seat.press("2").asked(PLACE);
        explained(&mut seat, "?", "Fråga: ”Är du på jobbet?”", PLACE);
        seat.press("1").asked(PASSWORD);
        explained(&mut seat, F1, "Skriv lösenordet som den som", PASSWORD);
        seat.type_line("Gurka-Moln-73").asked(AGAIN);
        explained(&mut seat, F1, "Skriv lösenordet en gång till", AGAIN);
        let left = seat.type_line("Gurka-Moln-73").asked(NEXT).press(ENTER).left();
        assert_eq!(left.exit, 0, "{}", left.screen);
        // The lines of the keys are gone.
        assert!(!screen::window(&left.screen, size.0, 200).contains("F1 "), "{}", left.screen);
    }
}

#[test]
fn question_mark_is_part_of_password() {
    let mut seat = Seat::new();
    let left = seat.start("check-policy").asked("Lösenord att prova: ").type_line("?Gurka-Moln-7").left();
    assert!(left.exit == 0 && !left.screen.contains("prövas mot reglerna"), "{}", left.screen);
    // F1 is not.
    seat.start("check-policy").asked("Lösenord att prova: ").press("Gurka-").press(F1).until("prövas mot reglerna");
    let left = seat.asked("Lösenord att prova: ").type_line("Moln-73").left();
    assert!(left.exit == 0 && !left.screen.contains("Gurka"), "{}", left.screen);
}

#[test]
fn plain_terminal_explains_without_moving_cursor() {
    let mut seat = Seat::new();
    seat.start("--plain").asked(WHO).press("?").until("Skriv det du hör").asked(WHO).press("jes").until("jes");
    seat.press(F1).until("Skriv det du hör").asked(WHO).until("jes").press("rab01").press(ENTER).asked(SEND);
    // One key is not enough there.
    seat.press("j").until("j").press("\u{7f}").press(CTRL_C);
    let left = seat.asked(NEXT).press(ENTER).left();
    assert!(left.exit == 0 && !left.screen.contains("är din kod"), "{}", left.screen);
    assert!(!left.screen.contains('\u{1b}') && !left.screen.contains("F1 "), "{:?}", left.screen);
}

#[test]
fn up_recalls_callers_but_no_codes() {
    let mut seat = Seat::new();
    seat.start("")
        .asked(WHO)
        .type_line("qqq")
        .asked(WHO)
        .type_line("19880512-1236")
        .asked(SEND)
        .press(ESCAPE)
        .asked(WHO);
    // A code in the wrong place.
    seat.type_line("012 870").asked(WHO).type_line("karlsson").asked("Vilket konto?").press(ESCAPE).asked(WHO);
    seat.press(UP).until("karlsson").press(UP).until("qqq").press(UP).press(DOWN).until("karlsson");
    seat.press(UP).until("qqq");
    // To correct it.
    seat.press("\u{7f}\u{7f}\u{7f}jesrab01").press(ENTER).asked(SEND).press(CTRL_C).asked(NEXT);
    seat.press(UP).until("jesrab01").press(ESCAPE).press(ENTER);
    let left = seat.left();
    assert_eq!(left.exit, 0, "{}", left.screen);
    let shown = screen::window(&left.screen, 100, 200);
    for typed in ["012 870", "19880512"] {
        assert_eq!(shown.matches(typed).count(), 1, "{shown}");
    }
}

#[test]
fn escape_at_who_is_calling_erases_then_ends() {
    for option in ["", "--plain"] {
        let mut seat = Seat::new();
        seat.start(option).asked(WHO).press("jes").until("jes").press(ESCAPE).press("råberg").until("råberg");
        seat.press(ENTER).asked(SEND).press(ESCAPE).asked(WHO);
        let left = seat.press(ESCAPE).left();
        assert_eq!(left.exit, 130, "{option}: {}", left.screen);
    }
}

#[test]
fn escape_goes_one_step_back_in_call() {
    for size in WINDOWS {
        let mut seat = at_the_choice(size, "jesrab01");
        assert!(window(&seat, size).contains("F1 Hjälp   Esc Tillbaka   Ctrl-C Avsluta samtalet"));
        seat.press("2").asked(PLACE).press("1").asked(PASSWORD).type_line("Gurka-Moln-73").asked(AGAIN);
        seat.press(ESCAPE).asked(PASSWORD);
        seat.press(ESCAPE).asked(HELP).press(ESCAPE).asked(WHO).press(ESCAPE);
        let left = seat.left();
        assert!(left.exit == 130 && !left.screen.contains("återställts för"), "{}", left.screen);
        assert!(seat.run("lookup jesrab01").screen.contains("Låst efter"));
    }
}

#[test]
fn another_number_is_chosen_by_its_digit() {
    for size in WINDOWS {
        let mut seat = Seat::new();
        seat.start_at("", size).asked(WHO).type_line("tovask01").asked(SEND).press("n").asked("Vilket nummer är rätt?");
        seat.press("?").until("Fråga vad numret slutar på").asked("Vilket nummer är rätt?");
        let shown = window(&seat, size);
        assert!(shown.contains("> 1  *********43") && shown.contains("F1 Hjälp   Esc Tillbaka   Ctrl-C Av"), "{shown}");
        seat.press("1").asked(SEND);
        let shown = window(&seat, size);
        assert!(shown.contains("slutar på") && shown.contains("*********43 (n: ett"), "{size:?}: {shown}");
        seat.press("j");
        let code = seat.code();
        seat.asked(CODE).press(&code).asked(HELP).press("1").until("Verifierad med kod till *********43");
        seat.asked(NEXT).press(CTRL_C).left();
    }
}

/// The answer, the state and what to say stay in the window while the code is asked for.
#[test]
fn call_fits_window() {
    for size in WINDOWS {
        let mut seat = Seat::new();
        seat.start_at("", size).asked(WHO).type_line("jesrab01").asked(SEND);
        let shown = window(&seat, size);
        for needed in ["Läge", "Gör nu", "Konto  ", "Mobil  ", "Låst  ", "Säg:", "Skicka en kod till", "F1 Hjälp"]
        {
            assert!(shown.contains(needed), "{size:?}: {needed}: {shown}");
        }
        seat.press("j");
        let code = seat.code();
        seat.asked(CODE).press(&code).asked(HELP);
        let shown = window(&seat, size);
        assert!(
            shown.contains("Rätt kod") && shown.contains("> 1  Behåll") && !shown.contains('…'),
            "{size:?}: {shown}"
        );
        seat.press("1").asked(NEXT);
        let shown = window(&seat, size);
        assert!(shown.contains("Upplåst: Jesper Råberg") && shown.contains(NEXT), "{size:?}: {shown}");
        seat.press(ENTER).left();
    }
}

/// Why a choice does not help is wrapped, not cut.
#[test]
fn long_choices_are_wrapped() {
    for size in WINDOWS {
        let seat = at_the_choice(size, "kassan01");
        let shown = window(&seat, size).replace("\n     ", " ");
        assert!(shown.contains("(räcker inte: lösenordet måste bytas, och kontot får inte byta det själv)"), "{shown}");
    }
}

/// The explanation says what Enter answers, also where a warning makes that no.
#[test]
fn help_says_what_enter_answers() {
    for (account, answer) in [("jesrab01", "Enter betyder ja."), ("ololun01", "Enter betyder nej.")] {
        let mut seat = Seat::new();
        seat.start_in(&format!("assist {account}"), 200, &[]).asked("Skicka en kod till").press(F1);
        seat.until(answer).asked("Skicka en kod till").press(CTRL_C).asked(NEXT).press(CTRL_C);
        let screen = seat.left().screen;
        assert!(!screen.contains("eller Enter"), "{screen}");
    }
}
