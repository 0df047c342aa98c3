//! The console of this process: its standard streams and their terminal.

use std::cell::{Cell, RefCell};
use std::fs::File;
use std::io::{self, IsTerminal, Read, Write};
use std::time::{Duration, Instant};

use crossterm::terminal;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use zeroize::Zeroizing;

use super::keys::Keys;
use super::menu::cut;
use super::piped::Piped;
use super::question::{Echo, Prompter};
use super::{Console, Prompt, dialog, output, progress_line, wrapped};
use crate::domain::system_fault::SystemFault;
use crate::ports::NoAnswer;

/// For a terminal that reports no size.
const DEFAULT_SIZE: (u16, u16) = (80, 24);

/// Delay before a progress bar is drawn.
const PROGRESS_DELAY: Duration = Duration::from_millis(300);

#[derive(Default)]
pub struct Terminal {
    /// Opened when first read.
    piped: RefCell<Option<Piped<File>>>,
    keys: RefCell<Keys>,
    plain: Cell<bool>,
    left_out: Cell<bool>,
    answered: Cell<Option<Instant>>,
    /// The progress shown, if any.
    working: RefCell<Option<ProgressBar>>,
}

impl Terminal {
    fn is_plain(&self) -> bool {
        self.plain.get() || !understands_escapes()
    }

    fn prompt<T>(&self, ask: impl FnOnce(&mut Prompter<'_>) -> T) -> T {
        self.working(None);
        let plain = self.is_plain();
        let (left_out, answered) = (&self.left_out, &self.answered);
        ask(&mut Prompter { keys: &mut self.keys.borrow_mut(), size, plain, left_out, answered })
    }
}

impl Console for Terminal {
    fn out(&self, text: &str) -> io::Result<()> {
        self.working(None);
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes())?;
        out.flush()
    }

    fn unwritable(&self) -> Option<SystemFault> {
        output::fault()
    }

    fn err(&self, line: &str) {
        self.working(None);
        let width = io::stderr().is_terminal().then(|| size().0);
        let _ = writeln!(io::stderr().lock(), "{}", wrapped(line, width));
    }

    fn working(&self, line: Option<&str>) {
        let mut working = self.working.borrow_mut();
        match line {
            Some(line) if self.can_color_errors() => {
                let bar = working.get_or_insert_with(spinner);
                bar.set_message(line.to_owned());
                bar.tick();
            }
            Some(_) => {}
            None => {
                if let Some(bar) = working.take() {
                    bar.finish_and_clear();
                }
            }
        }
    }

    fn progress(&self, what: &str, done: u64, total: u64) {
        if !self.can_color_errors() {
            return;
        }
        let mut working = self.working.borrow_mut();
        let bar = working.get_or_insert_with(|| counter(what, total));
        bar.set_length(total);
        bar.set_position(done);
        if bar.is_hidden() && bar.elapsed() > PROGRESS_DELAY {
            bar.set_draw_target(progress_line::target());
        }
    }

    fn is_interactive(&self) -> bool {
        io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    fn be_plain(&self) {
        self.plain.set(true);
    }

    fn width(&self) -> Option<u16> {
        io::stdout().is_terminal().then(|| size().0)
    }

    fn height(&self) -> Option<u16> {
        io::stderr().is_terminal().then(|| size().1)
    }

    fn can_color(&self) -> bool {
        io::stdout().is_terminal() && !self.plain.get() && understands_escapes()
    }

    fn can_color_errors(&self) -> bool {
        io::stderr().is_terminal() && !self.plain.get() && understands_escapes()
    }

    fn ask(&self, prompt: &Prompt<'_>) -> Result<Zeroizing<String>, NoAnswer> {
        self.prompt(|prompter| prompter.line(prompt, Echo::Shown))
    }

    fn ask_secret(&self, prompt: &Prompt<'_>) -> Result<Zeroizing<String>, NoAnswer> {
        self.prompt(|prompter| prompter.line(prompt, Echo::Hidden))
    }

    fn show_until_read(&self, secret: &str, question: &str) -> Option<bool> {
        self.is_interactive().then(|| self.prompt(|prompter| prompter.show_until_read(secret, question))).flatten()
    }

    fn choose(&self, prompt: &Prompt<'_>, items: &[String], usual: usize) -> Result<usize, NoAnswer> {
        self.prompt(|prompter| prompter.choice(prompt, items, usual))
    }

    fn tick(&self, prompt: &Prompt<'_>, items: &[String]) -> Result<Vec<usize>, NoAnswer> {
        self.err(prompt.question);
        if !self.is_plain() && size().1 >= dialog::LEAST_ROWS {
            return dialog::tick(&cut(prompt.keys, usize::from(size().0.saturating_sub(20))), items, size());
        }
        items.iter().enumerate().for_each(|(n, item)| self.err(&format!("{:>3}  {item}", n + 1)));
        loop {
            let typed = self.ask(&Prompt { question: prompt.help, keys: "", ..*prompt })?;
            if let Some(chosen) = dialog::numbers(&typed, items.len()) {
                return Ok(chosen);
            }
        }
    }

    fn pick(&self, prompt: &Prompt<'_>, items: &[String], usual: usize) -> Result<usize, NoAnswer> {
        self.working(None);
        let drawn = || dialog::pick(prompt.question, prompt.keys, items, usual, size());
        let Some(picked) = (!self.is_plain()).then(drawn).flatten() else { return self.choose(prompt, items, usual) };
        let item = picked?;
        self.err(&format!("{} {}", prompt.question, items[item]));
        Ok(item)
    }

    fn has_left_out(&self) -> bool {
        self.left_out.take()
    }

    fn piped_line(&self) -> Result<Zeroizing<String>, NoAnswer> {
        // The operator would not know that input is expected, and it would be echoed.
        if io::stdin().is_terminal() {
            return Err(NoAnswer::NothingPiped);
        }
        let mut piped = self.piped.borrow_mut();
        let piped = match &mut *piped {
            Some(piped) => piped,
            empty => empty.insert(Piped::new(standard_input().map_err(|_| NoAnswer::NothingPiped)?)),
        };
        match piped.line() {
            None => Err(NoAnswer::NothingPiped),
            Some(line) => line.map_err(|_| NoAnswer::NotText),
        }
    }

    fn has_piped_line(&self) -> bool {
        self.piped.borrow().as_ref().is_some_and(Piped::has_line)
    }

    fn piped(&self, most: u64) -> io::Result<Option<Vec<u8>>> {
        if io::stdin().is_terminal() {
            return Ok(None);
        }
        let (input, mut bytes) = (standard_input()?, Vec::new());
        (&input).take(most).read_to_end(&mut bytes)?;
        // A list without accounts comes from a file or a pipe.
        Ok(Some(bytes).filter(|bytes| !bytes.is_empty() || !is_device(&input)))
    }
}

/// Turns at each tick. One row: indicatif would not clear a wrapped line.
fn spinner() -> ProgressBar {
    let style =
        ProgressStyle::with_template("{spinner} {wide_msg}").unwrap_or_else(|_| ProgressStyle::default_spinner());
    ProgressBar::with_draw_target(None, progress_line::target()).with_style(style.tick_chars("|/-\\ "))
}

/// A bar with count, rate and remaining time.
fn counter(what: &str, total: u64) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg} {bar:20} {pos}/{len}  {rate}  {eta}");
    // indicatif's own rate has four decimals and is in English.
    let rate = |state: &ProgressState, to: &mut dyn std::fmt::Write| _ = write!(to, "{:.0}/s", state.per_sec());
    let style = style.unwrap_or_else(|_| ProgressStyle::default_bar()).with_key("rate", rate);
    let bar = ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::hidden());
    bar.with_style(style.progress_chars("=> ")).with_message(what.to_owned())
}

/// Standard input without the standard library's buffer, which is never wiped.
fn standard_input() -> io::Result<File> {
    #[cfg(unix)]
    let owned = std::os::fd::AsFd::as_fd(&io::stdin()).try_clone_to_owned()?;
    #[cfg(windows)]
    let owned = std::os::windows::io::AsHandle::as_handle(&io::stdin()).try_clone_to_owned()?;
    Ok(File::from(owned))
}

/// Whether it is a device, as `/dev/null` is, which stands for a standard input that was closed.
#[cfg(unix)]
fn is_device(file: &File) -> bool {
    file.metadata().is_ok_and(|file| std::os::unix::fs::FileTypeExt::is_char_device(&file.file_type()))
}
#[cfg(not(unix))]
fn is_device(_: &File) -> bool {
    false
}

fn size() -> (u16, u16) {
    match terminal::size() {
        Ok((columns, rows)) if columns > 1 && rows > 1 => (columns, rows),
        _ => DEFAULT_SIZE,
    }
}

/// Whether the terminal interprets escape sequences. Outside Windows, `TERM` decides (see `is_dumb`).
fn understands_escapes() -> bool {
    #[cfg(windows)]
    return crossterm::ansi_support::supports_ansi();
    #[cfg(not(windows))]
    true
}
