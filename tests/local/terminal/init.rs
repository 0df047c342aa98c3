//! `init` at a terminal, in practice.

use crate::support::seat::{CTRL_C, ENTER, Seat};

const UP: &str = "\u{1b}[A";
const FILE: &str = ".local/state/servicedesk/practice/init.toml";

/// A seat that has answered up to the question whom to trust.
fn up_to_trust() -> Seat {
    let mut seat = Seat::new();
    seat.start("init").until("Användarnamnet i katalogen").until(": ").press(ENTER);
    seat.asked("Lösenord för CONTOSO\\operator").press("Practice-makes-42\r");
    seat.until("SHA-256").until("Vem ska programmet lita på?").until("Precis de här");
    seat
}

#[test]
fn answers_become_a_configuration_that_works() {
    let mut seat = up_to_trust();
    seat.press(UP).until("> Precis").press(ENTER);
    seat.until("Vilken SMS-tjänst?").until("vonage").press(ENTER);
    seat.until("Organisationens namn").until(": ").press("Mjölby kommun\r");
    for question in ["Tjänster som", "Servicedeskens nummer", "Servicedeskens anknytning"] {
        seat.until(question).until(": ").press(ENTER);
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
