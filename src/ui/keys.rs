//! Keys as they are pressed at a terminal in raw mode. Knows nothing of lines or menus.

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
pub use signals::told_to_end;
#[cfg(unix)]
pub(super) use unix::Keys;
#[cfg(windows)]
pub(super) use windows::Keys;
#[cfg(windows)]
pub(super) use windows::prepare;
#[cfg(windows)]
pub use windows::told_to_end;

/// A key with a meaning here. Not `Debug`: it may be a letter of a password.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(test, derive(Debug))]
pub(super) enum Key {
    /// A character that shows; never a control character.
    Char(char),
    /// Something was typed that cannot be decoded: the terminal has another encoding.
    Unreadable,
    /// A control character that edits nothing. A key when it is pressed, a part of the text when it is pasted.
    Control,
    Enter,
    Escape,
    /// Ctrl-C, or the process was told to end.
    Interrupt,
    /// Ctrl-Z.
    Suspend,
    /// The process was stopped and goes on: another program may have used the terminal meanwhile.
    #[cfg_attr(windows, expect(dead_code, reason = "Windows stops no process"))]
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
    /// A letter pressed together with Ctrl.
    fn with_ctrl(letter: char) -> Self {
        match letter.to_ascii_lowercase() {
            'a' => Self::Home,
            'c' => Self::Interrupt,
            'd' => Self::EndOfInput,
            'e' => Self::End,
            'h' => Self::Backspace,
            // A line feed: what was typed before the question stood there came through a terminal that makes one of Enter.
            'j' | 'm' => Self::Enter,
            'u' => Self::EraseStart,
            'w' => Self::EraseWord,
            'z' => Self::Suspend,
            '[' => Self::Escape,
            _ => Self::Control,
        }
    }
}
