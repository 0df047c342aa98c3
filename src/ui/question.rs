//! Questions on a terminal, written to standard error. Restores the terminal however they end.

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

/// Columns kept free for an answer beside its question; a longer one scrolls.
const ROOM: u16 = 14;

pub(super) struct Prompter<'a> {
    pub(super) keys: &'a mut Keys,
    /// Columns and rows of the terminal, which may change.
    pub(super) size: fn() -> (u16, u16),
    /// No redrawing: output is only appended or erased at its end.
    pub(super) plain: bool,
    /// Whether lines pasted after the answer were discarded.
    pub(super) left_out: &'a Cell<bool>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Echo {
    Shown,
    Hidden,
}

impl Prompter<'_> {
    pub(super) fn line(&mut self, question: &str, echo: Echo) -> Result<Zeroizing<String>, NoAnswer> {
        // Before the question is shown, so that the terminal does not echo the answer itself.
        let mut raw = RawMode::enter(!self.plain)?;
        self.raw_line(&mut raw, question, echo)
    }

    fn raw_line(&mut self, raw: &mut RawMode, question: &str, echo: Echo) -> Result<Zeroizing<String>, NoAnswer> {
        self.keys.discard();
        let (mut columns, mut margin) = self.show_prompt(question);
        let mut line = LineEditor::default();
        loop {
            // All available input, as from a paste, is drawn at once.
            let mut echoed = Zeroizing::new(String::new());
            let mut reprompt = false;
            let ended = loop {
                match self.keys.next().map_err(no_answer) {
                    // Enter alone accepts a default, which a paste must not.
                    Ok(Key::Enter) if self.keys.are_pasting() && line.text().trim().is_empty() => {}
                    Ok(Key::Enter) => break Some(self.keys.discard_paste().map_err(no_answer)),
                    Ok(Key::Escape | Key::Interrupt) => break Some(Err(NoAnswer::Cancelled)),
                    Ok(Key::Terminate) => break Some(Err(NoAnswer::Terminated)),
                    Ok(Key::EndOfInput) if line.text().is_empty() => break Some(Err(NoAnswer::Cancelled)),
                    Ok(key @ (Key::Suspend | Key::Resumed)) => {
                        raw.suspend(self.keys, key);
                        reprompt = true;
                    }
                    // A slip in visible input, but in hidden input it may be meant as part of the secret.
                    Ok(Key::Control) if echo == Echo::Hidden || self.keys.are_pasting() => line.press(Key::Unreadable),
                    Ok(key) if self.plain => append(&mut line, key, &mut echoed),
                    Ok(key) => line.press(key),
                    Err(error) => break Some(Err(error)),
                }
                if !self.keys.are_pending() {
                    break None;
                }
            };
            if reprompt {
                (columns, margin) = self.show_prompt(question);
                if echo == Echo::Shown && self.plain {
                    echoed = Zeroizing::new(line.text().to_owned());
                }
            } else if !self.plain && (self.size)().0 != columns {
                // Terminals rewrap the old prompt in different ways.
                say("\r\n");
                (columns, margin) = self.show_prompt(question);
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

    /// Shows a secret with a question until Enter, and erases both; see [`Console::show_until_read`](super::Console).
    pub(super) fn show_until_read(&mut self, secret: &str, question: &str) -> Option<bool> {
        if self.plain {
            return None;
        }
        let mut raw = RawMode::enter(true).ok()?;
        self.keys.discard();
        let mut is_erased = true;
        loop {
            let (columns, rows) = (self.size)();
            let shown = Zeroizing::new(wrapped(&Zeroizing::new(format!("{secret}\n{question}")), Some(columns)));
            // What has left the top of the screen cannot be erased.
            is_erased &= shown.lines().count() < usize::from(rows);
            say(&Zeroizing::new(format!("{}\r\n", shown.replace('\n', "\r\n"))));
            let key = loop {
                match self.keys.next() {
                    // A paste does not say that it was read.
                    Ok(_) if self.keys.are_pasting() => {}
                    Ok(Key::Char(_)) => {}
                    key => break key,
                }
            };
            if let Ok(Key::Resumed) = key {
                // Something else has been written below.
                is_erased = false;
            } else {
                say(&erase(&shown, (self.size)().0));
            }
            match key {
                Ok(key @ (Key::Suspend | Key::Resumed)) => raw.suspend(self.keys, key),
                Ok(Key::Enter | Key::Escape | Key::Interrupt | Key::Terminate | Key::EndOfInput) | Err(_) => {
                    return Some(is_erased);
                }
                Ok(_) => {}
            }
        }
    }

    /// Asks for one of `items` and returns its index.
    pub(super) fn choice(&mut self, question: &str, items: &[String], usual: usize) -> Result<usize, NoAnswer> {
        if self.plain { self.typed_choice(question, items, usual) } else { self.menu(question, items, usual) }
    }

    fn menu(&mut self, question: &str, items: &[String], usual: usize) -> Result<usize, NoAnswer> {
        let mut raw = RawMode::enter(!self.plain)?;
        self.keys.discard();
        let asked = wrapped(question, Some((self.size)().0));
        say(&format!("{}\r\n", asked.replace('\n', "\r\n")));
        let mut menu = Menu::new(items, usual);
        let mut drawn = String::new();
        let mut is_text = false;
        let ended = loop {
            let (columns, rows) = (self.size)();
            let lines = menu.lines(usize::from(columns) - 1, usize::from(rows.saturating_sub(2)));
            say(&format!("{}{}\r\n", erase(&drawn, columns), lines.join("\r\n")));
            drawn = lines.join("\n");
            let key = self.keys.next().map_err(no_answer);
            // The line break of an unmarked paste selects nothing.
            is_text = !self.keys.is_typed() && is_text;
            match key {
                Ok(Key::Terminate) => break Err(NoAnswer::Terminated),
                // A paste cannot answer a menu.
                Ok(_) if self.keys.are_pasting() => {}
                Ok(Key::Enter) if is_text => {}
                Ok(Key::Enter) => {
                    let rest = self.keys.discard_paste().map_err(no_answer);
                    break rest.map(|_| menu.chosen());
                }
                Ok(Key::Escape | Key::Interrupt | Key::EndOfInput | Key::Char('q')) => break Err(NoAnswer::Cancelled),
                Ok(key @ (Key::Suspend | Key::Resumed)) => {
                    raw.suspend(self.keys, key);
                    say(&format!("{}\r\n", asked.replace('\n', "\r\n")));
                    drawn.clear();
                }
                Ok(key) => {
                    is_text |= matches!(key, Key::Char(c) if !c.is_ascii_digit())
                        || matches!(key, Key::Unreadable | Key::Control);
                    menu.press(key);
                }
                Err(error) => break Err(error),
            }
        };
        let columns = (self.size)().0;
        say(&erase(&drawn, columns));
        if let Ok(chosen) = ended {
            let answered = wrapped(&format!("{question} {}", items[chosen]), Some(columns));
            say(&format!("{}{}\r\n", erase(&asked, columns), answered.replace('\n', "\r\n")));
        }
        ended
    }

    fn typed_choice(&mut self, question: &str, items: &[String], usual: usize) -> Result<usize, NoAnswer> {
        let numbered = |n| menu::numbered(items, n, if n == usual { '*' } else { ' ' });
        let list: Vec<String> = (0..items.len()).map(numbered).collect();
        let asked = wrapped(&format!("{question}\n{}", list.join("\n")), Some((self.size)().0));
        // One raw mode for all attempts, so that input typed between them is not echoed twice.
        let mut raw = RawMode::enter(!self.plain)?;
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

    /// Writes the prompt, with room for an answer. Returns the terminal's width and that of the prompt's last line.
    fn show_prompt(&self, question: &str) -> (u16, usize) {
        let (columns, _) = (self.size)();
        let mut prompt = format!("{question}: ");
        if prompt.lines().any(|line| line.width() + usize::from(ROOM) > columns.into()) {
            prompt = format!("{}: ", wrapped(question, Some(columns.saturating_sub(ROOM + 2).max(ROOM))));
        }
        say(&prompt.replace('\n', "\r\n"));
        (columns, prompt.rsplit('\n').next().unwrap_or_default().width())
    }

    /// Redraws the answer only, so that a screen reader does not repeat the question at every key.
    fn draw(&self, margin: usize, line: &LineEditor) {
        let (shown, before) = line.window(usize::from((self.size)().0).saturating_sub(margin).max(2));
        say(&Zeroizing::new(format!("\r\x1b[{margin}C{shown}\x1b[K\r\x1b[{}C", margin + before)));
    }
}

/// Edits at the end of a line and appends its echo for a plain terminal.
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

/// The escape sequence that erases text written last. A narrower window has wrapped its lines.
fn erase(written: &str, columns: u16) -> String {
    let rows: usize = written.lines().map(|line| line.width().div_ceil(columns.into()).max(1)).sum();
    if rows == 0 { String::new() } else { format!("\r\x1b[{rows}A\x1b[J") }
}

/// Writes to standard error. Failures are ignored: there is nowhere to report them.
fn say(text: &str) {
    let mut error = io::stderr().lock();
    let _ = error.write_all(text.as_bytes()).and_then(|()| error.flush());
}

fn no_answer(error: io::Error) -> NoAnswer {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => NoAnswer::Cancelled,
        _ => NoAnswer::NoTerminal,
    }
}

/// Raw mode and bracketed paste, until dropped.
struct RawMode {
    marks_pastes: bool,
}

impl RawMode {
    fn enter(draws: bool) -> Result<Self, NoAnswer> {
        // A Windows console would deliver the marks as keys, one of them Escape.
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

    /// Leaves raw mode while the process is stopped, and enters it again.
    fn suspend(&mut self, keys: &mut Keys, key: Key) {
        // Also when resumed: another program may have changed the mode, which crossterm still takes for raw.
        self.end();
        if key == Key::Suspend {
            say("\n");
            keys.suspend();
        }
        // If the terminal is gone, reading the next key fails.
        let _ = self.begin();
        keys.discard();
    }
}

impl Drop for RawMode {
    fn drop(&mut self) {
        self.end();
    }
}
