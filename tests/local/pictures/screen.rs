//! What a terminal shows of what a program wrote to it.

use std::num::NonZeroU16;

use vt100::{Parser, Screen};

/// Higher than anything that is shown, so that nothing scrolls away.
const ROWS: NonZeroU16 = NonZeroU16::new(200).unwrap();

/// A terminal of that width after it was sent `written`.
pub(crate) fn after(written: &str, columns: u16) -> Parser {
    let mut terminal = Parser::new(ROWS, NonZeroU16::new(columns).unwrap(), 0);
    terminal.process(written.as_bytes());
    terminal
}

/// What a window of that size shows after it was sent `written`: the rest has scrolled away.
pub(crate) fn window(written: &str, columns: u16, rows: u16) -> String {
    let mut terminal = Parser::new(NonZeroU16::new(rows).unwrap(), NonZeroU16::new(columns).unwrap(), 0);
    terminal.process(written.as_bytes());
    let rows: Vec<String> = terminal.screen().rows(0, columns).map(|row| row.trim_end().to_owned()).collect();
    rows.join("\n").trim_end().to_owned()
}

pub(crate) fn width(screen: &Screen) -> u16 {
    screen.size().1.get()
}

/// How many rows are used.
pub(crate) fn height(screen: &Screen) -> u16 {
    (0..ROWS.get()).rev().find(|row| !text(screen, *row).trim().is_empty()).map_or(0, |last| last + 1)
}

/// The lines as they were written: one that the terminal broke is one.
pub(crate) fn lines(screen: &Screen) -> Vec<String> {
    let mut lines = vec![String::new()];
    for row in 0..height(screen) {
        lines.last_mut().unwrap().push_str(&text(screen, row));
        if !screen.row_wrapped(row) {
            lines.push(String::new());
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

fn text(screen: &Screen, row: u16) -> String {
    screen.contents_between(row, 0, row, width(screen))
}
