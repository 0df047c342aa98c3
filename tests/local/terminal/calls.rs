//! Whole calls.

use crate::desk::fixture::Line;
use crate::pictures::screen;
use crate::support::desk::Desk;
use crate::support::seat::{CTRL_C, CTRL_D, ENTER, ESCAPE, Left, Seat};

/// Each ends a question.
const ENDS: [&str; 3] = [CTRL_C, CTRL_D, ESCAPE];

const SEND: &str = "Skicka en kod till";
const CODE: &str = "Koden som läses upp";
const PLACE: &str = "Var är den som ringer?";
const PASSWORD: &str = "Nytt lösenord (Enter: skapa ett): ";
const AGAIN: &str = "Samma lösenord igen: ";

/// A seat where the code for an account was sent and is asked for.
fn at_the_code(command: &str) -> (Seat, String) {
    let mut seat = Seat::new();
    seat.start(command).asked(SEND).press(ENTER);
    let code = seat.code();
    seat.asked(CODE);
    (seat, code)
}

/// A seat where the caller is verified and the new password is asked for.
fn at_the_password() -> Seat {
    let (mut seat, code) = at_the_code("reset jesrab01");
    seat.type_line(&code).until("verifierad").asked(PLACE).press(ENTER).asked(PASSWORD);
    seat
}

#[test]
fn unlock_on_terminal() {
    let (mut seat, code) = at_the_code("unlock jesrab01");
    seat.type_line("000000").until("2 försök kvar").asked(CODE);
    // As it is read out.
    seat.type_line(&format!("{} {}", &code[..3], &code[3..])).until("Rätt kod").until("Upplåst: Jesper Råberg");
    assert_eq!(seat.left().exit, 0);
    assert!(seat.run("lookup jesrab01").screen.contains("Inget fel på kontot"));
}

#[test]
fn reset_on_terminal() {
    let mut seat = at_the_password();
    seat.type_line("Lingon-Tak-41").asked(AGAIN).type_line("Lingon-Tak-42").until("inte lika").asked(PASSWORD);
    seat.type_line("sommar").until("duger inte").asked(PASSWORD);
    seat.type_line("Blomma-Sten-17").asked(AGAIN).type_line("Blomma-Sten-17").until("använt förut").asked(PASSWORD);
    seat.type_line("Gurka-Moln-73").asked(AGAIN).type_line("Gurka-Moln-73").until("Lösenordet har återställts");
    let left = seat.left();
    assert_eq!(left.exit, 0);
    for secret in ["Lingon-Tak", "sommar", "Blomma-Sten", "Gurka-Moln"] {
        assert!(!left.screen.contains(secret), "{secret} shows: {:?}", left.screen);
    }
}

#[test]
fn answer_no_ends_command() {
    let mut seat = Seat::new();
    seat.start("unlock jesrab01").asked(SEND).type_line("kanske").until("Svara j eller n").asked(SEND).type_line("n");
    assert_eq!(seat.left().exit, 130);
}

#[test]
fn ctrl_c_before_code_sends_nothing() {
    for key in ENDS {
        let mut seat = Seat::new();
        let left = seat.start("unlock jesrab01").asked(SEND).press(key).left();
        broken_off(&left, &mut seat, key);
        assert!(!left.screen.contains("övning"), "{key:?}: {}", left.screen);
    }
}

#[test]
fn ctrl_c_at_code_prompt_ends_command() {
    for key in ENDS {
        let (mut seat, _) = at_the_code("unlock jesrab01");
        let left = seat.press(key).left();
        broken_off(&left, &mut seat, key);
    }
}

#[test]
fn ctrl_c_at_password_prompts_ends_command() {
    for key in ENDS {
        let mut seat = at_the_password();
        let left = seat.press(key).left();
        broken_off(&left, &mut seat, key);
        let mut seat = at_the_password();
        seat.type_line("Gurka-Moln-73").asked(AGAIN).press(key);
        if key == ESCAPE {
            // One step back is the first time.
            seat.asked(PASSWORD).press(ESCAPE);
        }
        let left = seat.left();
        broken_off(&left, &mut seat, key);
    }
}

#[test]
fn ctrl_c_within_answer_ends_command() {
    for key in [CTRL_C, ESCAPE] {
        let (mut seat, code) = at_the_code("unlock jesrab01");
        let left = seat.press(&code[..5]).until(&code[..5]).press(key).left();
        broken_off(&left, &mut seat, key);
        let mut seat = at_the_password();
        let left = seat.press("Gurka-Moln-73").press(key).left();
        broken_off(&left, &mut seat, key);
        assert!(!left.screen.contains("Gurka"), "{key:?}: {}", left.screen);
    }
}

/// It said so, and changed nothing.
fn broken_off(left: &Left, seat: &mut Seat, key: &str) {
    assert_eq!(left.exit, 130, "{key:?}: {}", left.screen);
    // On a line of its own.
    assert!(left.screen.contains("\nAvbrutet. Inget är ändrat."), "{key:?}: {}", left.screen);
    assert!(seat.run("lookup jesrab01").screen.contains("Låst efter"), "{key:?}");
}

#[test]
fn ctrl_c_at_check_policy_ends_command() {
    for key in ENDS {
        let mut seat = Seat::new();
        let left = seat.start("check-policy").asked("Lösenord att prova: ").press(key).left();
        assert_eq!(left.exit, 130, "{key:?}: {}", left.screen);
    }
    let mut seat = Seat::new();
    let left = seat.start("check-policy").asked("Lösenord att prova: ").type_line("Gurka-Moln-73").left();
    assert_eq!(left.exit, 0);
    assert!(!left.screen.contains("Gurka"), "{}", left.screen);
}

#[test]
fn enter_generates_password() {
    let mut seat = at_the_password();
    let left = seat.press(ENTER).asked("få lösenordet?").press(ENTER).until("Lösenordet: ").left();
    assert_eq!(left.exit, 0);
    assert!(left.screen.contains("bindestreck"), "{}", left.screen);
}

#[test]
fn generated_password_shows_once() {
    let (mut seat, code) = at_the_code("reset jesrab01 --generate");
    let left = seat.type_line(&code).until("verifierad").asked(PLACE).press(ENTER).left();
    assert_eq!(left.exit, 0);
    assert_eq!(left.screen.matches("Lösenordet: ").count(), 1, "{}", left.screen);
}

/// What was read out is gone from the screen before the next caller, and what stood above it is not.
#[test]
fn password_is_erased_once_it_is_read_out() {
    for columns in [60, 80] {
        let mut seat = Seat::new();
        seat.start_in("assist jesrab01", columns, &[]).asked(SEND).press(ENTER);
        let code = seat.code();
        seat.asked(CODE).type_line(&code).asked("Vad vill den som ringer?").type_line("2");
        seat.asked(PLACE).press(ENTER).asked(PASSWORD).press(ENTER);
        seat.asked("få lösenordet?")
            .press(ENTER)
            .until("Lösenordet: ")
            .until("Tryck Enter när")
            .press("x")
            .press(ENTER);
        let left = seat.until("borttaget").asked("Nästa samtal").press(ENTER).left();
        let shown = screen::lines(screen::after(&left.screen, columns).screen()).join("\n");
        assert!(left.screen.contains("Lösenordet: ") && !shown.contains("Lösenordet: "), "{shown}");
        assert!(!shown.contains("bindestreck") && !shown.contains("Tryck Enter när"), "{shown}");
        for stays in
            ["Kontot var låst och är nu upplåst.", "Lösenordet är borttaget från skärmen.", "Se till att datorn"]
        {
            assert!(shown.contains(stays), "{stays}: {shown}");
        }
    }
}

/// Without drawing nothing can be erased, and nothing is said of it.
#[test]
fn plain_terminal_keeps_the_password() {
    /// The prompt below a list of two.
    const CHOICE: &str = "1–2 [1]: ";
    let mut seat = Seat::new();
    seat.start("--plain assist jesrab01").asked(SEND).press(ENTER);
    let code = seat.code();
    seat.asked(CODE).type_line(&code).until("Vad vill den som ringer?").asked(CHOICE).type_line("2");
    seat.until(PLACE).asked(CHOICE).press(ENTER).asked(PASSWORD).press(ENTER);
    let left = seat
        .until("få lösenordet?")
        .asked(CHOICE)
        .press(ENTER)
        .until("Lösenordet: ")
        .asked("Nästa samtal")
        .press(ENTER)
        .left();
    assert!(!left.screen.contains("borttaget"), "{}", left.screen);
}

/// Ctrl-Z erases a shown password from the screen.
#[test]
fn stopped_program_shows_no_password() {
    let mut seat = Seat::new();
    seat.start_with_jobs("assist jesrab01").asked(SEND).press(ENTER);
    let code = seat.code();
    seat.asked(CODE).type_line(&code).asked("Vad vill den som ringer?").type_line("2");
    seat.asked(PLACE).press(ENTER).asked(PASSWORD).press(ENTER);
    seat.asked("få lösenordet?").press(ENTER).until("Tryck Enter när").press("\u{1a}").until("[settings]");
    let shown = screen::lines(screen::after(&seat.seen(), 100).screen()).join("\n");
    assert!(!shown.contains("Lösenordet: "), "{shown}");
    let left = seat
        .press(ENTER)
        .until("Lösenordet: ")
        .until("Tryck Enter när")
        .press(ENTER)
        .asked("Nästa samtal")
        .press(ENTER)
        .left();
    assert!(left.screen.contains("borttaget"), "{}", left.screen);
}

/// The caller's verification ends with the call, whatever is waited for, and the next call can begin.
#[test]
fn ctrl_c_while_directory_is_waited_for_ends_call() {
    const WAITING: &str = "Frågar katalogen";
    let desk = Desk::new();
    let line = Line::to(&desk.url());
    desk.reach(&line.url);
    let config = desk.home().0.path().join("config.toml");
    let arguments = format!("--config {} assist evaand01", config.display());
    let mut seat = Seat::new();
    seat.start_program(env!("CARGO_BIN_EXE_servicedesk"), &arguments, 100, &[]).asked(SEND).press(ENTER).asked(CODE);
    seat.type_line(&desk.newest_letter()[..6]).asked("Vad vill den som ringer?");
    line.forget();
    seat.press("1").until(WAITING).press(CTRL_C).until("Avbrutet. Inget är ändrat.").until("Verifierad med kod");
    // So it does while the account is looked up.
    seat.asked("Nästa samtal").type_line("evaand01 #4711").until(WAITING).press(CTRL_C).until("Avbrutet.");
    let left = seat.asked("Nästa samtal").press(ENTER).left();
    assert_eq!(left.exit, 0, "{}", left.screen);
    assert_eq!(desk.trail().last().unwrap(), "end_verification done");
    assert_eq!(desk.run("unlock evaand01").exit, Some(5));
}

/// A change that has begun is finished, and Ctrl-C works again in the next call.
#[test]
fn ctrl_c_during_change_does_not_use_up_the_next() {
    let desk = Desk::new();
    let line = Line::to(&desk.url());
    desk.reach(&line.url);
    let config = desk.home().0.path().join("config.toml");
    let arguments = format!("--config {} assist evaand01", config.display());
    let mut seat = Seat::new();
    seat.start_program(env!("CARGO_BIN_EXE_servicedesk"), &arguments, 100, &[]).asked(SEND).press(ENTER).asked(CODE);
    seat.type_line(&desk.newest_letter()[..6]).asked("Vad vill den som ringer?");
    desk.gate.close();
    seat.press("1");
    desk.gate.reached();
    seat.press(CTRL_C).until("Avslutar det som är påbörjat");
    desk.gate.open();
    seat.until("Upplåst").asked("Nästa samtal");
    line.forget();
    seat.type_line("evaand01").until("Frågar katalogen").press(CTRL_C).until("Avbrutet.");
    assert_eq!(seat.asked("Nästa samtal").press(ENTER).left().exit, 0);
}
