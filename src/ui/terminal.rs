//! The real terminal. Whatever way a question ends, cursor and echo are as they were before it.

use std::cell::RefCell;
use std::fs::File;
use std::io::{self, IsTerminal, Read, Write};
use std::pin::pin;
use std::task::{Context, Waker};

use dialoguer::Input;
use dialoguer::console::Term;
use zeroize::Zeroizing;

use super::piped::Piped;
use super::{Console, wrapped};
use crate::ports::Silence;

/// Standard input, output and error of this process.
#[derive(Default)]
pub struct Terminal {
    /// Once something was asked of it.
    piped: RefCell<Option<Piped<File>>>,
}

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
        // Waiting for what nobody knows to type, with echo, would help no one.
        if io::stdin().is_terminal() {
            return Err(Silence::NothingPiped);
        }
        let mut piped = self.piped.borrow_mut();
        let piped = match &mut *piped {
            Some(piped) => piped,
            empty => empty.insert(Piped::new(standard_input().map_err(|_| Silence::NothingPiped)?)),
        };
        match piped.line() {
            None => Err(Silence::NothingPiped),
            Some(line) => line.map_err(|_| Silence::NotText),
        }
    }

    fn has_piped_line(&self) -> bool {
        self.piped.borrow().as_ref().is_some_and(Piped::has_line)
    }

    fn piped(&self, most: u64) -> io::Result<Option<Vec<u8>>> {
        if io::stdin().is_terminal() {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        standard_input()?.take(most).read_to_end(&mut bytes)?;
        Ok(Some(bytes))
    }
}

/// Past the buffer that the standard library keeps of it and never wipes.
fn standard_input() -> io::Result<File> {
    #[cfg(unix)]
    let owned = std::os::fd::AsFd::as_fd(&io::stdin()).try_clone_to_owned()?;
    #[cfg(windows)]
    let owned = std::os::windows::io::AsHandle::as_handle(&io::stdin()).try_clone_to_owned()?;
    Ok(File::from(owned))
}

/// Takes Ctrl-C out of the system's hands. At one, the library that asks for secrets sends this process
/// the signal before it puts the terminal back; a process that ended by it would leave the terminal
/// without echo.
fn outlive_ctrl_c() {
    // Listening begins with the first look and lasts as long as the process.
    let listening = pin!(tokio::signal::ctrl_c());
    let _ = listening.poll(&mut Context::from_waker(Waker::noop()));
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
