//! A choice among several, which this file's own program asks for: one with nothing around it.

use servicedesk::ui::{Console, Terminal};

use super::seat::{CTRL_C, CTRL_D, ENTER, ESCAPE, Left, Seat};

const QUESTION: &str = "Vad vill du göra?";
const DOWN: &str = "\u{1b}[B";
const UP: &str = "\u{1b}[A";

#[test]
#[ignore = "what the others run in a terminal of its own"]
fn asks() {
    let terminal = Terminal::default();
    if std::env::var_os("PLAIN").is_some() {
        terminal.be_plain();
    }
    let long = format!("Ett nytt lösenord, {}", "som den som ringer väljer själv, ".repeat(3));
    let items = ["Lås upp".to_owned(), long, "Avsluta".to_owned()];
    let chosen = terminal.choose(QUESTION, &items, 0);
    terminal.err(&format!("[chose {chosen:?}]"));
}

/// Where [`asks`] runs, once it has asked.
fn asked(variables: &[(&str, &str)]) -> Seat {
    let mut seat = Seat::new();
    let program = std::env::current_exe().unwrap();
    let arguments = "--exact terminal::choices::asks --ignored --nocapture";
    seat.start_program(program.to_str().unwrap(), arguments, 60, variables).asked(QUESTION);
    seat
}

fn pressed(keys: &[&str], variables: &[(&str, &str)]) -> Left {
    let mut seat = asked(variables);
    keys.iter().for_each(|key| {
        seat.press(key);
    });
    seat.left()
}

#[track_caller]
fn chose(left: &Left, answer: &str) {
    assert!(left.screen.contains(&format!("[chose {answer}]")), "{:?}", left.screen);
}

#[test]
fn with_arrows_and_with_numbers() {
    chose(&pressed(&[ENTER], &[]), "Ok(0)");
    chose(&pressed(&[DOWN, ENTER], &[]), "Ok(1)");
    chose(&pressed(&[UP, ENTER], &[]), "Ok(2)");
    chose(&pressed(&["2", ENTER], &[]), "Ok(1)");
}

#[test]
fn breaking_off() {
    for key in [CTRL_C, CTRL_D, ESCAPE, "q"] {
        chose(&pressed(&[key], &[]), "Err(Cancelled)");
    }
    for key in [CTRL_C, CTRL_D, ESCAPE] {
        chose(&pressed(&[key], &[("PLAIN", "1")]), "Err(Cancelled)");
    }
}

#[test]
fn what_is_left_on_the_screen() {
    let left = pressed(&[DOWN, DOWN, ENTER], &[]);
    let erased = left.screen.rsplit("\u{1b}[J").next().unwrap();
    assert!(erased.starts_with("Vad vill du göra? Avsluta\r\n"), "{:?}", left.screen);
    // Each item on a line of its own, and the chosen one marked by more than a colour.
    let lines: Vec<&str> = left.screen.lines().collect();
    assert!(lines.contains(&"> 1  Lås upp"), "{lines:?}");
    assert!(lines.iter().any(|line| line.starts_with("  2  Ett nytt") && line.ends_with('…')), "{lines:?}");
}

#[test]
fn where_nothing_is_drawn() {
    let left = pressed(&["9", ENTER, "x", "\u{7f}", "3", ENTER], &[("PLAIN", "1")]);
    chose(&left, "Ok(2)");
    assert!(!left.screen.contains('\u{1b}'), "{:?}", left.screen);
    assert!(
        left.screen.contains("* 1  Lås upp\r\n") && left.screen.contains("1–3 [1]: 9\r\n1–3 [1]: "),
        "{}",
        left.screen
    );
    chose(&pressed(&[ENTER], &[("PLAIN", "1")]), "Ok(0)");
}
