//! The real terminal. Whatever way a question ends, cursor and echo are as they were before it.

use std::io::{self, BufRead, IsTerminal, Read, Write};
use std::pin::pin;
use std::task::{Context, Waker};

use dialoguer::Input;
use dialoguer::console::Term;
use zeroize::Zeroizing;

use super::{Console, wrapped};
use crate::ports::Silence;

/// Standard input, output and error of this process.
#[derive(Debug, Default)]
pub struct Terminal;

/// The longest line taken from standard input, in bytes: no secret is nearly as long.
const LONGEST: u64 = 64 * 1024;

impl Console for Terminal {
    fn out(&self, text: &str) -> io::Result<()> {
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes())?;
        out.flush()
    }

    fn err(&self, line: &str) {
        let width = io::stderr().is_terminal().then(|| Term::stderr().size().1);
        let _ = writeln!(io::stderr().lock(), "{}", wrapped(line, width));
    }

    fn is_interactive(&self) -> bool {
        io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    fn width(&self) -> Option<u16> {
        io::stdout().is_terminal().then(|| Term::stdout().size().1)
    }

    fn can_color(&self) -> bool {
        io::stdout().is_terminal() && Term::stdout().features().colors_supported()
    }

    fn ask(&self, question: &str) -> Result<Zeroizing<String>, Silence> {
        let answer: Result<String, _> =
            Input::new().with_prompt(question).allow_empty(true).interact_text_on(&Term::stderr());
        answer.map(Zeroizing::new).map_err(|dialoguer::Error::IO(error)| ended(&error))
    }

    fn ask_secret(&self, question: &str) -> Result<Zeroizing<String>, Silence> {
        outlive_ctrl_c();
        match rpassword::prompt_password(format!("{question}: ")) {
            Ok(secret) => Ok(Zeroizing::new(secret)),
            Err(error) => Err(ended(&error)),
        }
    }

    fn piped_line(&self) -> Result<Zeroizing<String>, Silence> {
        let mut line = Zeroizing::new(Vec::new());
        let read = io::stdin().lock().take(LONGEST).read_until(b'\n', &mut line);
        match read {
            Ok(0) => Err(Silence::NothingPiped),
            Ok(_) if line.len() as u64 == LONGEST => Err(Silence::NotText),
            Ok(_) => text(&line),
            Err(_) => Err(Silence::NotText),
        }
    }
}

/// Takes Ctrl-C out of the system's hands. At one, the library that asks for secrets sends this process
/// the signal before it puts the terminal back; a process that ended by it would leave the terminal
/// without echo.
fn outlive_ctrl_c() {
    // Listening begins with the first look and lasts as long as the process.
    let listening = pin!(tokio::signal::ctrl_c());
    let _ = listening.poll(&mut Context::from_waker(Waker::noop()));
}

/// A line without its break, nor the mark that Windows programs put first.
fn text(line: &[u8]) -> Result<Zeroizing<String>, Silence> {
    let text = std::str::from_utf8(line).map_err(|_| Silence::NotText)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = text.strip_suffix('\n').unwrap_or(text);
    Ok(Zeroizing::new(text.strip_suffix('\r').unwrap_or(text).to_owned()))
}

/// Why a question got no answer. What is said next begins on a line of its own, with the cursor shown.
fn ended(error: &io::Error) -> Silence {
    let terminal = Term::stderr();
    let _ = terminal.write_line("").and_then(|()| terminal.show_cursor());
    match error.kind() {
        // Ctrl-C, and the end of input as Ctrl-D gives it.
        io::ErrorKind::Interrupted | io::ErrorKind::UnexpectedEof => Silence::Cancelled,
        _ => Silence::NoTerminal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_break_is_not_part_of_a_line() {
        assert_eq!(text(b"Gurka-123\r\n").unwrap().as_str(), "Gurka-123");
        assert_eq!(text(b"\xef\xbb\xbfGurka \n").unwrap().as_str(), "Gurka ");
        assert_eq!(text(b"\xff\xfe").unwrap_err(), Silence::NotText);
    }
}
