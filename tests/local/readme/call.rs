//! Runs a `<pre>` block: a call at a terminal. `<b>` is typed and shows, `<i>` is typed and does not show (Enter follows
//! both, except a code and a single letter, which are taken at once); `<kbd>` is a key that is pressed.

use regex_lite::Regex;

use super::block::{Block, Step};
use super::told::{Code, compare};
use crate::pictures::screen;
use crate::pictures::times::midday;
use crate::support::seat::{ENTER, ESCAPE, Seat};

const COLUMNS: u16 = 80;

pub(crate) fn run(block: &Block, locale: &str) -> Result<(), String> {
    let mut seat = Seat::new();
    let mut code = Code::default();
    for step in block.steps("$ <b>") {
        let command = step.command.strip_suffix("</b>").expect("a command is bold");
        let arguments = command.strip_prefix("servicedesk --demo").expect("a call is in practice").trim_start();
        code.of_document(&step.told);
        let zone = midday();
        seat.start_in(arguments, COLUMNS, &[("LANG", locale), ("NO_COLOR", "1"), ("TZ", &zone)]);
        play(&mut seat, &step, &mut code);
        let left = seat.left().screen;
        code.of_program(&left);
        let shown: Vec<String> = screen::lines(screen::after(left.trim_start_matches(['\r', '\n']), COLUMNS).screen());
        let shown: Vec<String> = shown.iter().map(|line| code.to_document(line)).collect();
        let shown = &shown[..shown.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1)];
        let told: Vec<String> = step.told.iter().map(|line| plain(line)).collect();
        compare(&told, shown).map_err(|why| format!("line {}: {command}\n{why}", step.line))?;
    }
    Ok(())
}

/// Waits for each question, and answers it.
fn play(seat: &mut Seat, step: &Step, code: &mut Code) {
    let input = Regex::new("<(b|i|kbd)>(.*?)</").unwrap();
    for line in &step.told {
        for (n, found) in input.captures_iter(line).enumerate() {
            if n == 0 {
                let question = plain(&line[..found.get(0).unwrap().start()]);
                // `…` is any text.
                seat.asked(question.rsplit('…').next().unwrap_or_default().trim_end());
            }
            code.of_program(&seat.seen());
            match (&found[1], &found[2]) {
                ("kbd", "Enter") => seat.press(ENTER),
                ("kbd", "Esc") => seat.press(ESCAPE),
                ("kbd", "↓") => seat.press("\u{1b}[B"),
                ("kbd", other) => panic!("line {}: no key is called {other}", step.line),
                (_, text) if is_taken_at_once(text) => seat.press(&code.to_program(text)),
                (_, text) => seat.type_line(&code.to_program(&unescaped(text))),
            };
        }
    }
}

/// Whether the program needs no Enter after it.
fn is_taken_at_once(text: &str) -> bool {
    let is_code = text.chars().all(|c| c.is_ascii_digit() || c == ' ') && text.replace(' ', "").len() == 6;
    is_code || text.chars().count() == 1
}

/// A line as the screen shows it.
fn plain(line: &str) -> String {
    let hidden = Regex::new("<i>.*?</i>|<kbd>.*?</kbd>|</?b>").unwrap();
    unescaped(&hidden.replace_all(line, ""))
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}
