//! `init` at a terminal, in practice.

use crate::support::seat::{CTRL_C, CTRL_D, ENTER, ESCAPE, Seat};

const UP: &str = "\u{1b}[A";
const FILE: &str = ".local/state/servicedesk/practice/init.toml";

/// A seat that has answered up to the question whom to trust.
fn up_to_trust() -> Seat {
    let mut seat = Seat::new();
    seat.start("init").asked("Användarnamnet i katalogen").press(ENTER);
    seat.asked("Lösenord för CONTOSO\\operator").press("Practice-makes-42\r");
    seat.until("SHA-256").until("Vem ska programmet lita på?").until("Precis de här");
    seat
}

#[test]
fn answers_become_a_configuration_that_works() {
    let mut seat = up_to_trust();
    seat.press(UP).until("> Precis").press(ENTER);
    seat.until("Vilken SMS-tjänst?").until("vonage").press(ENTER);
    seat.asked("Organisationens namn").press("Mjölby kommun\r");
    for question in ["Tjänster som", "Servicedeskens nummer", "Servicedeskens anknytning"] {
        seat.asked(question).press(ENTER);
    }
    let left = seat.left();
    assert!(left.screen.contains("Inloggad som CONTOSO\\operator"), "{}", left.screen);
    // There is no gateway yet.
    assert_eq!(left.exit, 1, "{}", left.screen);
    let text = seat.read(FILE);
    assert!(text.contains("organisation = \"Mjölby kommun\"") && text.contains("certificate_sha256 = ["), "{text}");
    assert!(!text.contains("Practice-makes-42"));
}

#[test]
fn ctrl_c_leaves_nothing_behind() {
    let left = up_to_trust().press(CTRL_C).left();
    assert_eq!(left.exit, 130, "{}", left.screen);
    assert!(left.screen.contains("Avbrutet. Inget är ändrat."), "{}", left.screen);
    let mut seat = Seat::new();
    seat.start("init").until("Användarnamnet i katalogen").until(": ").press(CTRL_C);
    let left = seat.left();
    assert_eq!(left.exit, 130, "{}", left.screen);
    assert!(!seat.has(FILE), "{}", left.screen);
}

#[test]
fn escape_leads_one_question_back_and_keeps_the_answers_before() {
    let mut seat = up_to_trust();
    seat.press(UP).until("> Precis").press(ENTER);
    seat.until("Vilken SMS-tjänst?").until("Esc Tillbaka").until("vonage").press(ENTER);
    seat.asked("Organisationens namn").press("Mjölby\r");
    // F1 explains, and the earlier answer comes back.
    seat.asked("Tjänster som").press("\u{1b}OP").until("Vad det nya").asked("Tjänster som").press(ESCAPE);
    seat.asked("Organisationens namn").press("\u{1b}[A").until("Mjölby").press(" kommun\r");
    // Past the menu of gateways to whom to trust, with the last choice under the cursor.
    seat.asked("Tjänster som").press(ESCAPE).asked("Organisationens namn").press(ESCAPE);
    seat.until("Vilken SMS-tjänst?").until("vonage").press(ESCAPE);
    seat.until("Vem ska programmet lita på?").until("> Precis").press(ENTER);
    seat.until("Vilken SMS-tjänst?").until("vonage").press(ENTER);
    seat.asked("Organisationens namn").press("Mjölby kommun\r");
    for question in ["Tjänster som", "Servicedeskens nummer", "Servicedeskens anknytning"] {
        seat.asked(question).press(ENTER);
    }
    let left = seat.left();
    assert!(left.screen.contains("Inloggad som CONTOSO\\operator"), "{}", left.screen);
    assert!(seat.read(FILE).contains("organisation = \"Mjölby kommun\""));
    // The certificates are shown once more, the password is not asked for again.
    assert_eq!(left.screen.matches("Lösenord för CONTOSO").count(), 1, "{}", left.screen);
}

#[test]
fn escape_at_the_first_question_and_end_of_input_leave_nothing_behind() {
    for key in [ESCAPE, CTRL_C, CTRL_D] {
        let mut seat = Seat::new();
        seat.start("init").asked("Användarnamnet i katalogen").press(key);
        let left = seat.left();
        assert_eq!(left.exit, 130, "{key:?}: {}", left.screen);
        assert!(left.screen.contains("Esc Avbryt") && left.screen.contains("Avbrutet. Inget är ändrat."));
        assert!(!seat.has(FILE));
    }
}

#[test]
fn answer_that_will_not_do_is_asked_for_again_at_its_question() {
    let mut seat = up_to_trust();
    seat.press(UP).until("> Precis").press(ENTER);
    seat.until("Vilken SMS-tjänst?").until("vonage").press(ENTER);
    seat.asked("Organisationens namn").press("漢\r").asked("Organisationens namn").press(CTRL_C);
    let left = seat.left();
    assert!(left.screen.contains("Organisationens namn (Enter: inget): desk.organisation"), "{}", left.screen);
    assert!(!left.screen.contains("init.toml:"), "{}", left.screen);
}

#[test]
fn menu_that_does_not_fit_the_window_scrolls() {
    let mut seat = Seat::new();
    seat.start_at("init", (40, 12)).asked("[CONTOSO").press(ENTER);
    seat.asked("katalogen: ").press("Practice-makes-42\r");
    seat.until("Vem ska programmet lita på?").until("> Utf").press(UP).until("> Precis").press(ENTER);
    seat.until("genom deras SHA-256")
        .until("Vilken SMS-tjänst?")
        .until("  5  ")
        .press("13")
        .until("> 13  vonage")
        .press(ESCAPE);
    seat.until("Vem ska programmet lita på?").until("> Precis").press(CTRL_C);
    let left = seat.left();
    assert!(left.exit == 130 && !left.screen.contains("[Page"), "{}", left.screen);
}
