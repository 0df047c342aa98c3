//! A question at a real terminal, on standard error. Whatever way it ends, the terminal is as it was before it.

use std::cell::Cell;
use std::io::{self, Write};

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use unicode_width::UnicodeWidthStr;
use zeroize::Zeroizing;

use super::keys::{self, Key, Keys};
use super::line::LineEditor;
use super::menu::{self, Menu};
use super::wrapped;
use crate::ports::NoAnswer;

/// Columns for an answer beside a question; a longer one moves along.
const ROOM: u16 = 14;

/// Where questions are asked.
pub(super) struct Prompter<'a> {
    pub(super) keys: &'a mut Keys,
    /// Columns and rows of the terminal, asked for anew since it may change.
    pub(super) size: fn() -> (u16, u16),
    /// Nothing is drawn again: what shows is only added to, or taken back from its end.
    pub(super) plain: bool,
    /// Set where more was pasted than the line that was asked for, and left out.
    pub(super) left_out: &'a Cell<bool>,
}

/// How what is typed shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Echo {
    Shown,
    Hidden,
}

impl Prompter<'_> {
    /// Asks for a line.
    pub(super) fn line(&mut self, question: &str, echo: Echo) -> Result<Zeroizing<String>, NoAnswer> {
        // Before the question shows: from then on nothing that is typed shows by itself.
        let mut raw = Raw::enter(!self.plain)?;
        self.raw_line(&mut raw, question, echo)
    }

    fn raw_line(&mut self, raw: &mut Raw, question: &str, echo: Echo) -> Result<Zeroizing<String>, NoAnswer> {
        self.keys.forget();
        let (mut columns, mut margin) = self.put(question);
        let mut line = LineEditor::default();
        loop {
            // Everything that is there, as from a paste, is drawn at once.
            let mut echoed = Zeroizing::new(String::new());
            let mut put_again = false;
            let ended = loop {
                match self.keys.next().map_err(|error| silence(&error)) {
                    Ok(Key::Enter) => break Some(self.keys.leave_out_rest().map_err(|error| silence(&error))),
                    Ok(Key::Escape | Key::Interrupt) => break Some(Err(NoAnswer::Cancelled)),
                    Ok(Key::EndOfInput) if line.text().is_empty() => break Some(Err(NoAnswer::Cancelled)),
                    Ok(key @ (Key::Suspend | Key::Resumed)) => {
                        raw.step_aside(self.keys, key);
                        put_again = true;
                    }
                    // Pressed at a name it is a slip, but it may be meant as a part of what does not show.
                    Ok(Key::Control) if echo == Echo::Hidden || self.keys.are_pasting() => line.press(Key::Unreadable),
                    Ok(key) if self.plain => append(&mut line, key, &mut echoed),
                    Ok(key) => line.press(key),
                    Err(silence) => break Some(Err(silence)),
                }
                if !self.keys.are_pending() {
                    break None;
                }
            };
            if put_again {
                // Whatever stood there may be gone.
                (columns, margin) = self.put(question);
                if echo == Echo::Shown && self.plain {
                    echoed = Zeroizing::new(line.text().to_owned());
                }
            } else if !self.plain && (self.size)().0 != columns {
                // What stood there has been broken anew by the terminal, each in its own way.
                say("\r\n");
                (columns, margin) = self.put(question);
            }
            if echo == Echo::Shown && self.plain {
                say(&echoed);
            } else if echo == Echo::Shown {
                self.draw(margin, &line);
            }
            if let Some(ended) = ended {
                say("\r\n");
                self.left_out.set(ended?);
                return if line.is_incomplete() { Err(NoAnswer::Unreadable) } else { Ok(line.into_text()) };
            }
        }
    }

    /// Asks for one of `items`; gives its index.
    pub(super) fn choice(&mut self, question: &str, items: &[String], usual: usize) -> Result<usize, NoAnswer> {
        if self.plain { self.typed_choice(question, items, usual) } else { self.menu(question, items, usual) }
    }

    fn menu(&mut self, question: &str, items: &[String], usual: usize) -> Result<usize, NoAnswer> {
        let mut raw = Raw::enter(!self.plain)?;
        self.keys.forget();
        let asked = wrapped(question, Some((self.size)().0));
        say(&format!("{}\r\n", asked.replace('\n', "\r\n")));
        let mut menu = Menu::new(items, usual);
        let mut drawn = String::new();
        let mut is_text = false;
        let ended = loop {
            let (columns, rows) = (self.size)();
            let lines = menu.lines(usize::from(columns) - 1, usize::from(rows.saturating_sub(2)));
            say(&format!("{}{}\r\n", back(&drawn, columns), lines.join("\r\n")));
            drawn = lines.join("\n");
            let key = self.keys.next().map_err(|error| silence(&error));
            // A text that is pasted unmarked chooses nothing by its line's end.
            is_text = !self.keys.has_come_alone() && is_text;
            match key {
                // Nothing can be pasted into a list; what looks like it is from before anyone could see the list.
                Ok(_) if self.keys.are_pasting() => {}
                Ok(Key::Enter) if is_text => {}
                Ok(Key::Enter) => {
                    let rest = self.keys.leave_out_rest().map_err(|error| silence(&error));
                    break rest.map(|_| menu.chosen());
                }
                Ok(Key::Escape | Key::Interrupt | Key::EndOfInput | Key::Char('q')) => break Err(NoAnswer::Cancelled),
                Ok(key @ (Key::Suspend | Key::Resumed)) => {
                    raw.step_aside(self.keys, key);
                    say(&format!("{}\r\n", asked.replace('\n', "\r\n")));
                    drawn.clear();
                }
                Ok(key) => {
                    is_text |= matches!(key, Key::Char(sign) if !sign.is_ascii_digit())
                        || matches!(key, Key::Unreadable | Key::Control);
                    menu.press(key);
                }
                Err(silence) => break Err(silence),
            }
        };
        let columns = (self.size)().0;
        say(&back(&drawn, columns));
        if let Ok(chosen) = ended {
            let answered = wrapped(&format!("{question} {}", items[chosen]), Some(columns));
            say(&format!("{}{}\r\n", back(&asked, columns), answered.replace('\n', "\r\n")));
        }
        ended
    }

    fn typed_choice(&mut self, question: &str, items: &[String], usual: usize) -> Result<usize, NoAnswer> {
        let numbered = |n| menu::numbered(items, n, if n == usual { '*' } else { ' ' });
        let list: Vec<String> = (0..items.len()).map(numbered).collect();
        let asked = wrapped(&format!("{question}\n{}", list.join("\n")), Some((self.size)().0));
        // Until there is an answer: what is typed while the same is asked again shows once.
        let mut raw = Raw::enter(!self.plain)?;
        say(&format!("{}\r\n", asked.replace('\n', "\r\n")));
        loop {
            let question = format!("1–{} [{}]", items.len(), usual + 1);
            let typed = match self.raw_line(&mut raw, &question, Echo::Shown) {
                Err(NoAnswer::Unreadable) => continue,
                typed => typed?,
            };
            if typed.trim().is_empty() {
                return Ok(usual);
            }
            if let Some(number) = typed.trim().parse().ok().filter(|number| (1..=items.len()).contains(number)) {
                return Ok(number - 1);
            }
        }
    }

    /// Writes the question, with room for an answer behind its last line. Gives the terminal's columns, and how many
    /// that line takes.
    fn put(&self, question: &str) -> (u16, usize) {
        let (columns, _) = (self.size)();
        let mut prompt = format!("{question}: ");
        if prompt.lines().any(|line| line.width() + usize::from(ROOM) > columns.into()) {
            prompt = format!("{}: ", wrapped(question, Some(columns.saturating_sub(ROOM + 2).max(ROOM))));
        }
        say(&prompt.replace('\n', "\r\n"));
        (columns, prompt.rsplit('\n').next().unwrap_or_default().width())
    }

    /// Only the answer: what reads a screen aloud would else repeat the question at every key.
    fn draw(&self, margin: usize, line: &LineEditor) {
        let (shown, before) = line.window(usize::from((self.size)().0).saturating_sub(margin).max(2));
        say(&Zeroizing::new(format!("\r\x1b[{margin}C{shown}\x1b[K\r\x1b[{}C", margin + before)));
    }
}

/// Edits the end of a line; `echoed` gets what a terminal without a cursor that moves shows of it.
fn append(line: &mut LineEditor, key: Key, echoed: &mut Zeroizing<String>) {
    match key {
        Key::Char(c) => {
            line.press(key);
            echoed.push(c);
        }
        Key::Backspace | Key::EraseStart | Key::EraseWord => {
            let before = line.text().width();
            line.press(key);
            echoed.push_str(&"\u{8} \u{8}".repeat(before - line.text().width()));
        }
        _ => {}
    }
}

/// To the beginning of what was written last, which goes. A window that has become narrower has broken its lines.
fn back(written: &str, columns: u16) -> String {
    let rows: usize = written.lines().map(|line| line.width().div_ceil(columns.into()).max(1)).sum();
    if rows == 0 { String::new() } else { format!("\r\x1b[{rows}A\x1b[J") }
}

/// There is nobody to tell if it fails.
fn say(text: &str) {
    let mut error = io::stderr().lock();
    let _ = error.write_all(text.as_bytes()).and_then(|()| error.flush());
}

/// Why there is no key.
fn silence(error: &io::Error) -> NoAnswer {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => NoAnswer::Cancelled,
        _ => NoAnswer::NoTerminal,
    }
}

/// The terminal gives every key at once, shows none and marks what is pasted, until this is dropped.
struct Raw {
    marks_pastes: bool,
}

impl Raw {
    fn enter(draws: bool) -> Result<Self, NoAnswer> {
        // A Windows console would give the marks as keys, and Escape is one of them.
        let raw = Self { marks_pastes: draws && cfg!(not(windows)) };
        keys::prepare();
        raw.begin()?;
        Ok(raw)
    }

    fn begin(&self) -> Result<(), NoAnswer> {
        enable_raw_mode().map_err(|_| NoAnswer::NoTerminal)?;
        if self.marks_pastes {
            say("\x1b[?2004h");
        }
        Ok(())
    }

    fn end(&self) {
        if self.marks_pastes {
            say("\x1b[?2004l");
        }
        let _ = disable_raw_mode();
    }

    /// Leaves the terminal to others while the process is stopped, and takes it again.
    fn step_aside(&mut self, keys: &mut Keys, key: Key) {
        // Whoever had the terminal meanwhile may have changed it, and it counts as raw still.
        self.end();
        if key == Key::Suspend {
            say("\n");
            keys.suspend();
        }
        // A terminal that is gone gives no key, which is noticed at the next.
        let _ = self.begin();
        keys.forget();
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        self.end();
    }
}
