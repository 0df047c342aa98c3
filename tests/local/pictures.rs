//! Pictures of the terminal, from real runs. `UPDATE=1 cargo test --test local pictures::` draws those anew that no longer show
//! what the program shows; without it, that they still do is checked. Times and codes differ from run to run and do not
//! count.

pub(crate) mod screen;
mod svg;
pub(crate) mod times;

use std::path::Path;

use regex_lite::Regex;

use self::times::{masked, midday};
use crate::support::seat::{ENTER, Seat};

const COLUMNS: u16 = 80;

fn start(arguments: &str) -> Seat {
    let mut seat = Seat::new();
    seat.start_in(arguments, COLUMNS, &[("TZ", &midday())]);
    seat
}

/// Ends the run and compares the screen with the picture of that name.
fn shows(mut seat: Seat, arguments: &str, name: &str, title: &str) {
    let left = seat.left().screen;
    let shown =
        format!("\u{1b}[1m$ servicedesk --demo {arguments}\u{1b}[m\r\n{}", left.trim_start_matches(['\r', '\n']));
    let drawn = svg::draw(screen::after(&shown, COLUMNS).screen(), title);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures").join(name);
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    if unchanging(&drawn) == unchanging(&kept) {
        return;
    }
    if std::env::var_os("UPDATE").is_some() {
        return std::fs::write(&path, drawn).unwrap();
    }
    let (drawn, kept) = (unchanging(&drawn), unchanging(&kept));
    let new: Vec<&str> = drawn.lines().filter(|line| !kept.lines().any(|old| old == *line)).collect();
    panic!("{name} no longer shows what the program shows; UPDATE=1 draws it anew. New in it:\n{}", new.join("\n"));
}

/// Without what differs from run to run.
fn unchanging(picture: &str) -> String {
    let code = Regex::new(r"\b\d{3} ?\d{3}\b").unwrap();
    code.replace_all(&masked(picture), "<code>").into_owned()
}

#[test]
fn picture_of_lookup() {
    let command = "lookup jesrab01";
    shows(start(command), command, "lookup.svg", "servicedesk lookup: vem det är och varför det inte går att logga in");
}

#[test]
fn picture_of_unlock() {
    let command = "unlock jesrab01";
    let mut seat = start(command);
    seat.asked("Skicka en kod till").press("j");
    let code = seat.code();
    seat.asked("Koden som läses upp").press(&format!("{} {}", &code[..3], &code[3..])).until("Upplåst");
    shows(seat, command, "unlock.svg", "servicedesk unlock: ett helt samtal, från frågan om kod till upplåst konto");
}

#[test]
fn picture_of_guided_call() {
    let command = "";
    let mut seat = start(command);
    seat.asked("Vem ringer").type_line("jesrab01").asked("Skicka en kod till").press("j");
    let code = seat.code();
    seat.asked("Koden som läses upp").press(&format!("{} {}", &code[..3], &code[3..]));
    seat.asked("Vad vill den som ringer?").press(ENTER).asked("Nästa samtal").press(ENTER);
    shows(seat, command, "call.svg", "servicedesk: ett samtal, från frågan vem som ringer till upplåst konto");
}

#[test]
fn picture_of_rejected_password() {
    let command = "check-policy jesrab01";
    let mut seat = start(command);
    seat.asked("Lösenord att prova").type_line("Sommar2026!").until("duger inte");
    shows(seat, command, "check-policy.svg", "servicedesk check-policy: varför ett lösenord inte duger");
}
