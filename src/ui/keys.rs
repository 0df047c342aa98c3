//! Keys as they are pressed at a terminal in raw mode. Knows nothing of lines or menus.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
pub(super) use unix::Keys;
#[cfg(windows)]
pub(super) use windows::Keys;

/// A key with a meaning here. Not `Debug`: it may be a letter of a password.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(test, derive(Debug))]
pub(super) enum Key {
    /// A character that shows; never a control character.
    Char(char),
    Enter,
    Escape,
    /// Ctrl-C.
    Interrupt,
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
    fn with_ctrl(letter: char) -> Option<Self> {
        Some(match letter.to_ascii_lowercase() {
            'a' => Self::Home,
            'c' => Self::Interrupt,
            'd' => Self::EndOfInput,
            'e' => Self::End,
            'h' => Self::Backspace,
            // A line feed: what was typed before the question stood there came through a terminal that makes one of Enter.
            'j' | 'm' => Self::Enter,
            'u' => Self::EraseStart,
            'w' => Self::EraseWord,
            '[' => Self::Escape,
            _ => return None,
        })
    }
}
