//! Keys pressed at a terminal in raw mode.

#[cfg(unix)]
mod parse;
#[cfg(unix)]
mod signals;
#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
pub(super) use signals::prepare;
#[cfg(unix)]
pub use signals::termination;
#[cfg(unix)]
pub(super) use unix::Keys;
#[cfg(windows)]
pub use windows::termination;
#[cfg(windows)]
pub(super) use windows::{Keys, prepare};

/// A key that the prompts act on. Not `Debug`: it may be a letter of a password.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(test, derive(Debug))]
pub(super) enum Key {
    /// Never a control character.
    Char(char),
    /// Undecodable input: the terminal uses another encoding.
    Unreadable,
    /// A control character without a function: ignored when typed, part of the text when pasted.
    Control,
    Enter,
    Escape,
    /// F1.
    Help,
    /// Ctrl-C or SIGINT.
    Interrupt,
    /// SIGTERM or SIGHUP.
    #[cfg_attr(windows, expect(dead_code, reason = "Windows sends no such signal"))]
    Terminate,
    /// Ctrl-Z or SIGTSTP.
    Suspend,
    /// The process was stopped and continued: another program may have used the terminal meanwhile.
    #[cfg_attr(windows, expect(dead_code, reason = "Windows does not stop processes"))]
    Resumed,
    /// Ctrl-D.
    EndOfInput,
    Backspace,
    Delete,
    Left,
    Right,
    Up,
    Down,
    /// Also Ctrl-A.
    Home,
    /// Also Ctrl-E.
    End,
    /// Ctrl-U: everything before the cursor.
    EraseStart,
    /// Ctrl-W: the word before the cursor.
    EraseWord,
}

impl Key {
    /// The key for Ctrl and a letter.
    fn with_ctrl(letter: char) -> Self {
        match letter.to_ascii_lowercase() {
            'a' => Self::Home,
            'c' => Self::Interrupt,
            'd' => Self::EndOfInput,
            'e' => Self::End,
            'h' => Self::Backspace,
            // Outside raw mode the terminal turns Enter into a line feed.
            'j' | 'm' => Self::Enter,
            'u' => Self::EraseStart,
            'w' => Self::EraseWord,
            'z' => Self::Suspend,
            '[' => Self::Escape,
            _ => Self::Control,
        }
    }
}
