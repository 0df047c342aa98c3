//! A question at a real terminal, on standard error. Whatever way it ends, the terminal is as it was before it.

use std::io::{self, Write};

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use unicode_width::UnicodeWidthStr;
use zeroize::Zeroizing;

use super::keys::{Key, Keys};
use super::line::Line;
use super::menu::{self, Menu};
use super::wrapped;
use crate::ports::Silence;

/// Columns for an answer beside a question; a longer one moves along.
const ROOM: u16 = 14;

/// Where questions are asked.
pub(super) struct Asking<'a> {
    pub(super) keys: &'a mut Keys,
    /// Columns and rows of the terminal, asked for anew since it may change.
    pub(super) size: fn() -> (u16, u16),
    /// Nothing is drawn again: what shows is only added to, or taken back from its end.
    pub(super) plain: bool,
}

/// How what is typed shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Echo {
    Shown,
    Hidden,
}

impl Asking<'_> {
    /// Asks for a line.
    pub(super) fn line(&mut self, question: &str, echo: Echo) -> Result<Zeroizing<String>, Silence> {
        // Before the question shows: from then on nothing that is typed shows by itself.
        let _raw = Raw::enter()?;
        self.raw_line(question, echo)
    }

    fn raw_line(&mut self, question: &str, echo: Echo) -> Result<Zeroizing<String>, Silence> {
        let (mut columns, mut margin) = self.put(question);
        let mut line = Line::default();
        loop {
            // Everything that is there, as from a paste, is drawn at once.
            let mut echoed = Zeroizing::new(String::new());
            let ended = loop {
                match self.keys.next().map_err(|error| silence(&error)) {
                    Ok(Key::Enter) => break Some(Ok(())),
                    Ok(Key::Escape | Key::Interrupt) => break Some(Err(Silence::Cancelled)),
                    Ok(Key::EndOfInput) if line.text().is_empty() => break Some(Err(Silence::Cancelled)),
                    Ok(key) if self.plain => append(&mut line, key, &mut echoed),
                    Ok(key) => line.press(key),
                    Err(silence) => break Some(Err(silence)),
                }
                if !self.keys.are_pending() {
                    break None;
                }
            };
            if !self.plain && (self.size)().0 != columns {
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
                return ended.map(|()| line.into_text());
            }
        }
    }

    /// Asks for one of `items`; gives its index.
    pub(super) fn choice(&mut self, question: &str, items: &[String], usual: usize) -> Result<usize, Silence> {
        if self.plain { self.typed_choice(question, items, usual) } else { self.menu(question, items, usual) }
    }

    fn menu(&mut self, question: &str, items: &[String], usual: usize) -> Result<usize, Silence> {
        let _raw = Raw::enter()?;
        let asked = wrapped(question, Some((self.size)().0));
        say(&format!("{}\r\n", asked.replace('\n', "\r\n")));
        let mut menu = Menu::new(items, usual);
        let mut drawn = String::new();
        let ended = loop {
            let (columns, rows) = (self.size)();
            let lines = menu.lines(usize::from(columns) - 1, usize::from(rows.saturating_sub(2)));
            say(&format!("{}{}\r\n", back(&drawn, columns), lines.join("\r\n")));
            drawn = lines.join("\n");
            match self.keys.next().map_err(|error| silence(&error)) {
                Ok(Key::Enter) => break Ok(menu.chosen()),
                Ok(Key::Escape | Key::Interrupt | Key::EndOfInput | Key::Char('q')) => break Err(Silence::Cancelled),
                Ok(key) => menu.press(key),
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

    fn typed_choice(&mut self, question: &str, items: &[String], usual: usize) -> Result<usize, Silence> {
        let numbered = |n| menu::numbered(items, n, if n == usual { '*' } else { ' ' });
        let list: Vec<String> = (0..items.len()).map(numbered).collect();
        let asked = wrapped(&format!("{question}\n{}", list.join("\n")), Some((self.size)().0));
        // Until there is an answer: what is typed while the same is asked again shows once.
        let _raw = Raw::enter()?;
        say(&format!("{}\r\n", asked.replace('\n', "\r\n")));
        loop {
            let typed = self.raw_line(&format!("1–{} [{}]", items.len(), usual + 1), Echo::Shown)?;
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
    fn draw(&self, margin: usize, line: &Line) {
        let (shown, before) = line.window(usize::from((self.size)().0).saturating_sub(margin).max(2));
        say(&Zeroizing::new(format!("\r\x1b[{margin}C{shown}\x1b[K\r\x1b[{}C", margin + before)));
    }
}

/// Edits the end of a line; `echoed` gets what a terminal without a cursor that moves shows of it.
fn append(line: &mut Line, key: Key, echoed: &mut Zeroizing<String>) {
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
fn silence(error: &io::Error) -> Silence {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => Silence::Cancelled,
        _ => Silence::NoTerminal,
    }
}

/// The terminal gives every key at once and shows none, until this is dropped.
struct Raw;

impl Raw {
    fn enter() -> Result<Self, Silence> {
        enable_raw_mode().map(|()| Self).map_err(|_| Silence::NoTerminal)
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        let _ = disable_raw_mode();
    }
}
