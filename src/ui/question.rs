//! Questions on a terminal, written to standard error. Restores the terminal however they end.

mod choice;

use std::cell::Cell;
use std::io::{self, Write};
use std::time::{Duration, Instant};

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use unicode_width::UnicodeWidthStr;
use zeroize::Zeroizing;

use super::keys::{self, Key, Keys};
use super::line::LineEditor;
use super::menu::cut;
use super::{Prompt, wrapped};
use crate::ports::NoAnswer;

/// Columns kept free for an answer beside its question; a longer one scrolls.
const ROOM: u16 = 14;

/// How long after an answer that needs no Enter an Enter is taken for part of it: fingers that are used to it press it all
/// the same, and it must not answer the next question.
const HABIT: Duration = Duration::from_millis(800);

/// How often news are asked for.
const NEWS: Duration = Duration::from_millis(300);

/// Clears the line below the cursor's.
const CLEAR_BELOW: &str = "\x1b[B\r\x1b[2K\x1b[A";

pub(super) struct Prompter<'a> {
    pub(super) keys: &'a mut Keys,
    /// Columns and rows of the terminal, which may change.
    pub(super) size: fn() -> (u16, u16),
    /// No redrawing: output is only appended or erased at its end.
    pub(super) plain: bool,
    /// Whether lines pasted after the answer were discarded.
    pub(super) left_out: &'a Cell<bool>,
    /// When the last question was answered, if without Enter.
    pub(super) answered: &'a Cell<Option<Instant>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Echo {
    Shown,
    Hidden,
}

/// A question as it is on the screen.
struct ShownPrompt {
    text: String,
    /// The terminal's width.
    columns: u16,
    /// The width of the text's last line.
    margin: usize,
}

impl Prompter<'_> {
    pub(super) fn line(&mut self, prompt: &Prompt<'_>, echo: Echo) -> Result<Zeroizing<String>, NoAnswer> {
        // Before the question is shown, so that the terminal does not echo the answer itself.
        let mut raw = RawMode::enter(!self.plain)?;
        self.raw_line(&mut raw, prompt, echo)
    }

    fn raw_line(&mut self, raw: &mut RawMode, prompt: &Prompt<'_>, echo: Echo) -> Result<Zeroizing<String>, NoAnswer> {
        self.keys.discard();
        let mut shown = self.show_prompt(prompt.question);
        self.skip_habitual_enter();
        self.show_keys(prompt.keys, &shown);
        let mut line = LineEditor::default();
        let mut earlier = Earlier::new(prompt.recall.unwrap_or_default());
        loop {
            // All available input, as from a paste, is drawn at once.
            let mut echoed = Zeroizing::new(String::new());
            let mut reprompt = false;
            let ended = loop {
                if let Some(news) = self.await_news(prompt) {
                    self.clear_keys(prompt.keys);
                    self.explain(&news, &shown);
                    reprompt = true;
                    break None;
                }
                let key = self.keys.next().map_err(no_answer);
                let pasted = self.keys.are_pasting();
                let is_typed = matches!(key, Ok(Key::Char(_))) && !pasted && !self.plain;
                match key {
                    // Enter alone accepts a default, which a paste must not.
                    Ok(Key::Enter) if pasted && line.text().trim().is_empty() => {}
                    Ok(Key::Enter) => break Some(self.keys.discard_paste().map_err(no_answer)),
                    Ok(Key::Escape) if prompt.recall.is_some() && !line.text().is_empty() => {
                        self.replace(&mut line, "", &mut echoed);
                    }
                    Ok(Key::Escape) => break Some(Err(NoAnswer::Back)),
                    Ok(Key::Interrupt) => break Some(Err(NoAnswer::Cancelled)),
                    Ok(Key::Terminate) => break Some(Err(NoAnswer::Terminated)),
                    Ok(Key::EndOfInput) if line.text().is_empty() => break Some(Err(NoAnswer::Cancelled)),
                    Ok(key @ (Key::Suspend | Key::Resumed)) => {
                        self.clear_keys(prompt.keys);
                        raw.suspend(self.keys, key);
                        reprompt = true;
                    }
                    Ok(key) if self.asks_for_help(key, echo == Echo::Shown && line.text().is_empty()) => {
                        self.explain(prompt.help, &shown);
                        reprompt = true;
                    }
                    Ok(key @ (Key::Up | Key::Down)) => {
                        if let Some(text) = earlier.go(key) {
                            self.replace(&mut line, text, &mut echoed);
                        }
                    }
                    // A slip in visible input, but in hidden input it may be meant as part of the secret.
                    Ok(Key::Control) if echo == Echo::Hidden || pasted => line.press(Key::Unreadable),
                    Ok(key) => self.edit(&mut line, key, &mut echoed),
                    Err(error) => break Some(Err(error)),
                }
                if !self.keys.are_pending() {
                    let complete = is_typed && prompt.is_complete.is_some_and(|is| is(line.text()));
                    break complete.then(|| {
                        self.answered.set(Some(Instant::now()));
                        Ok(false)
                    });
                }
            };
            if reprompt {
                shown = self.show_prompt(prompt.question);
                self.show_keys(prompt.keys, &shown);
                if echo == Echo::Shown && self.plain {
                    echoed = Zeroizing::new(line.text().to_owned());
                }
            } else if !self.plain && (self.size)().0 != shown.columns {
                // Terminals rewrap the old prompt in different ways.
                say("\r\n\x1b[J");
                shown = self.show_prompt(prompt.question);
                self.show_keys(prompt.keys, &shown);
            }
            if echo == Echo::Shown && self.plain {
                say(&echoed);
            } else if echo == Echo::Shown {
                self.draw(shown.margin, &line);
            }
            if let Some(ended) = ended {
                self.clear_keys(prompt.keys);
                say("\r\n");
                self.left_out.set(ended?);
                return if line.is_incomplete() { Err(NoAnswer::Unreadable) } else { Ok(line.into_text()) };
            }
        }
    }

    /// Waits until a key is there, or news for whoever waits.
    fn await_news(&mut self, prompt: &Prompt<'_>) -> Option<String> {
        let news = prompt.news.filter(|_| !self.plain)?;
        while !self.keys.are_ready(NEWS) {
            if let Some(line) = news() {
                return Some(line);
            }
        }
        None
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

    /// Whether the key asks what the question means. `?` does where it cannot be part of the answer.
    fn asks_for_help(&mut self, key: Key, is_empty: bool) -> bool {
        match key {
            Key::Help => true,
            Key::Char('?') => is_empty && !self.keys.are_pasting() && !self.keys.are_pending(),
            _ => false,
        }
    }

    fn edit(&self, line: &mut LineEditor, key: Key, echoed: &mut Zeroizing<String>) {
        if self.plain { append(line, key, echoed) } else { line.press(key) }
    }

    fn replace(&self, line: &mut LineEditor, text: &str, echoed: &mut Zeroizing<String>) {
        [Key::End, Key::EraseStart].into_iter().for_each(|key| self.edit(line, key, echoed));
        text.chars().for_each(|c| self.edit(line, Key::Char(c), echoed));
    }

    /// Waits as long as an Enter may belong to the answer before, or until another key comes.
    pub(super) fn skip_habitual_enter(&mut self) {
        if let Some(answered) = self.answered.take() {
            self.keys.skip_enter(answered + HABIT);
        }
    }

    /// Writes the prompt, with room for an answer.
    fn show_prompt(&self, question: &str) -> ShownPrompt {
        let (columns, _) = (self.size)();
        let mut text = format!("{question}: ");
        if text.lines().any(|line| line.width() + usize::from(ROOM) > columns.into()) {
            text = format!("{}: ", wrapped(question, Some(columns.saturating_sub(ROOM + 2).max(ROOM))));
        }
        say(&text.replace('\n', "\r\n"));
        let margin = text.rsplit('\n').next().unwrap_or_default().width();
        ShownPrompt { text, columns, margin }
    }

    /// Writes what the keys do below the prompt, and puts the cursor back.
    fn show_keys(&self, keys: &str, shown: &ShownPrompt) {
        if !self.plain && !keys.is_empty() {
            say(&format!("\r\n{}\x1b[A\r\x1b[{}C", dim(keys, shown.columns), shown.margin));
        }
    }

    fn clear_keys(&self, keys: &str) {
        if !self.plain && !keys.is_empty() {
            say(CLEAR_BELOW);
        }
    }

    /// Writes the explanation where the prompt was.
    fn explain(&self, help: &str, shown: &ShownPrompt) {
        let help = wrapped(help, Some(shown.columns)).replace('\n', "\r\n");
        match shown.text.matches('\n').count() {
            _ if self.plain => say(&format!("\r\n{help}\r\n")),
            0 => say(&format!("\r\x1b[J{help}\r\n")),
            above => say(&format!("\r\x1b[{above}A\x1b[J{help}\r\n")),
        }
    }

    /// Redraws the answer only, so that a screen reader does not repeat the question at every key.
    fn draw(&self, margin: usize, line: &LineEditor) {
        let (shown, before) = line.window(usize::from((self.size)().0).saturating_sub(margin).max(2));
        say(&Zeroizing::new(format!("\r\x1b[{margin}C{shown}\x1b[K\r\x1b[{}C", margin + before)));
    }
}

/// The place among earlier answers.
struct Earlier<'a> {
    answers: &'a [Zeroizing<String>],
    /// Past the last: a new answer.
    at: usize,
}

impl<'a> Earlier<'a> {
    fn new(answers: &'a [Zeroizing<String>]) -> Self {
        Self { answers, at: answers.len() }
    }

    /// Goes to the answer before or after, and returns it; `None` where there is none.
    fn go(&mut self, key: Key) -> Option<&'a str> {
        let at = if key == Key::Up { self.at.checked_sub(1)? } else { self.at + 1 };
        if at > self.answers.len() {
            return None;
        }
        self.at = at;
        Some(self.answers.get(at).map_or("", |text| text))
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

/// What the keys do, on one line.
pub(super) fn dim(keys: &str, columns: u16) -> String {
    format!("\x1b[2m{}\x1b[m", cut(keys, usize::from(columns) - 1))
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
