//! From the bytes of a terminal to keys. What has been read is wiped: it may be a password.
//!
//! Not `crossterm::event`: it keeps every key in memory, waits for an edge that a paste of more than its buffer
//! never gives, and goes round for ever when the terminal is gone.

use std::io;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read, retry_on_intr};
use rustix::stdio::stdin;
use zeroize::{Zeroize, Zeroizing};

use super::Key;

const ESCAPE: u8 = 0x1b;

/// As much as Linux keeps of what was typed (n_tty's buffer).
const ROOM: usize = 4096;

/// How long the rest of a key may take, as over a slow connection. An arrow begins as Escape does.
const PAUSE: Timespec = Timespec { tv_sec: 0, tv_nsec: 30_000_000 };

/// The keys of standard input, which is a terminal. Keeps those that were pressed too early for the next question.
pub(in crate::ui) struct Keys {
    /// What was read and not yet taken: `buffer[start..end]`.
    buffer: Zeroizing<Box<[u8]>>,
    start: usize,
    end: usize,
}

impl Default for Keys {
    fn default() -> Self {
        Self { buffer: Zeroizing::new(vec![0; ROOM].into_boxed_slice()), start: 0, end: 0 }
    }
}

impl Keys {
    /// Waits for a key.
    ///
    /// # Errors
    /// [`io::ErrorKind::UnexpectedEof`] when the terminal is gone.
    pub(in crate::ui) fn next(&mut self) -> io::Result<Key> {
        loop {
            match parse(&self.buffer[self.start..self.end]) {
                Parsed::Key(key, length) => {
                    self.take(length);
                    return Ok(key);
                }
                Parsed::Meaningless(length) => self.take(length),
                Parsed::Unfinished if self.start == self.end || comes(Some(&PAUSE))? => self.fill()?,
                Parsed::Unfinished => {
                    let first = self.buffer[self.start];
                    self.take(self.end - self.start);
                    if first == ESCAPE {
                        return Ok(Key::Escape);
                    }
                }
            }
        }
    }

    /// Whether more was pressed already.
    pub(in crate::ui) fn are_pending(&self) -> bool {
        self.start < self.end || comes(Some(&Timespec::default())).unwrap_or(false)
    }

    fn take(&mut self, length: usize) {
        self.buffer[self.start..self.start + length].zeroize();
        self.start += length;
    }

    /// Waits for bytes and adds them.
    fn fill(&mut self) -> io::Result<()> {
        self.buffer.copy_within(self.start..self.end, 0);
        let kept = self.end - self.start;
        self.buffer[kept..self.end].zeroize();
        (self.start, self.end) = (0, kept);
        comes(None)?;
        let count = match retry_on_intr(|| read(stdin(), &mut self.buffer[kept..])) {
            // What a terminal that was hung up says (termios(3)).
            Ok(0) | Err(Errno::IO) => return Err(io::ErrorKind::UnexpectedEof.into()),
            other => other?,
        };
        self.end += count;
        Ok(())
    }
}

/// Whether there is something to read within that time.
fn comes(within: Option<&Timespec>) -> io::Result<bool> {
    let keyboard = stdin();
    let mut waiting = [PollFd::new(&keyboard, PollFlags::IN)];
    Ok(retry_on_intr(|| poll(&mut waiting, within))? > 0)
}

#[cfg_attr(test, derive(Debug, PartialEq))]
enum Parsed {
    /// A key, in so many bytes.
    Key(Key, usize),
    /// So many bytes that are no key with a meaning here.
    Meaningless(usize),
    /// There may be more to come.
    Unfinished,
}

impl Parsed {
    fn of(key: Option<Key>, length: usize) -> Self {
        key.map_or(Self::Meaningless(length), |key| Self::Key(key, length))
    }
}

fn parse(bytes: &[u8]) -> Parsed {
    match *bytes {
        [] | [ESCAPE] | [ESCAPE, b'O'] => Parsed::Unfinished,
        [ESCAPE, b'[', ..] => sequence(bytes),
        [ESCAPE, b'O', letter, ..] => Parsed::of(named(&[], letter), 3),
        // Escape, and something was pressed right after it.
        [ESCAPE, ..] => Parsed::Key(Key::Escape, 1),
        [0x7f, ..] => Parsed::Key(Key::Backspace, 1),
        [byte @ 0x01..0x20, ..] => Parsed::of(Key::with_ctrl((byte | 0x40).into()), 1),
        [byte @ 0x20..0x7f, ..] => Parsed::Key(Key::Char(byte.into()), 1),
        [first, ..] => character(bytes, first),
    }
}

/// A control sequence (ECMA-48 5.4): parameters, then one byte that names it.
fn sequence(bytes: &[u8]) -> Parsed {
    let Some(end) = bytes[2..].iter().position(|byte| !(0x20..0x40).contains(byte)) else { return Parsed::Unfinished };
    let parameters = &bytes[2..2 + end];
    match bytes[2 + end] {
        name @ 0x40..0x7f => Parsed::of(named(parameters, name), end + 3),
        // It breaks off; what comes there is a key of its own.
        _ => Parsed::Meaningless(end + 2),
    }
}

/// As xterm and the Linux console name keys (xterm's ctlseqs; console_codes(4)).
fn named(parameters: &[u8], name: u8) -> Option<Key> {
    Some(match (parameters, name) {
        (_, b'A') => Key::Up,
        (_, b'B') => Key::Down,
        (_, b'C') => Key::Right,
        (_, b'D') => Key::Left,
        (_, b'H') | (b"1" | b"7", b'~') => Key::Home,
        (_, b'F') | (b"4" | b"8", b'~') => Key::End,
        (b"3", b'~') => Key::Delete,
        // The numeric keys' own Enter.
        (b"", b'M') => Key::Enter,
        _ => return None,
    })
}

/// A character in UTF-8.
fn character(bytes: &[u8], first: u8) -> Parsed {
    let length = match first {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Parsed::Meaningless(1),
    };
    let Some(whole) = bytes.get(..length) else { return Parsed::Unfinished };
    match std::str::from_utf8(whole) {
        Ok(text) => Parsed::of(text.chars().next().filter(|c| !c.is_control()).map(Key::Char), length),
        Err(_) => Parsed::Meaningless(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every key in there; `None`: there may be more to come.
    fn keys(mut bytes: &[u8]) -> Vec<Option<Key>> {
        let mut found = vec![];
        while !bytes.is_empty() {
            bytes = match parse(bytes) {
                Parsed::Key(key, length) => {
                    found.push(Some(key));
                    &bytes[length..]
                }
                Parsed::Meaningless(length) => &bytes[length..],
                Parsed::Unfinished => {
                    found.push(None);
                    &[]
                }
            };
        }
        found
    }

    fn text(text: &str) -> Vec<Option<Key>> {
        text.chars().map(|c| Some(Key::Char(c))).collect()
    }

    #[test]
    fn what_is_typed() {
        assert_eq!(keys("Gräs-😀 1".as_bytes()), text("Gräs-😀 1"));
        assert_eq!(keys(b"\r\n"), [Some(Key::Enter); 2]);
        assert_eq!(
            keys(b"\x01\x03\x04\x05\x08\x15\x17\x7f"),
            [
                Some(Key::Home),
                Some(Key::Interrupt),
                Some(Key::EndOfInput),
                Some(Key::End),
                Some(Key::Backspace),
                Some(Key::EraseStart),
                Some(Key::EraseWord),
                Some(Key::Backspace),
            ]
        );
    }

    #[test]
    fn keys_with_names() {
        let arrows = [Some(Key::Up), Some(Key::Down), Some(Key::Right), Some(Key::Left)];
        assert_eq!(keys(b"\x1b[A\x1b[B\x1b[C\x1b[D"), arrows);
        assert_eq!(keys(b"\x1bOA\x1bOB\x1bOC\x1bOD"), arrows);
        assert_eq!(
            keys(b"\x1b[H\x1b[1~\x1bOH\x1b[F\x1b[4~\x1b[3~"),
            [Some(Key::Home), Some(Key::Home), Some(Key::Home), Some(Key::End), Some(Key::End), Some(Key::Delete),]
        );
    }

    #[test]
    fn what_has_no_meaning_leaves_nothing_behind() {
        // Page down, F5, the marks around a paste, NUL, tab, a C1 control character, halves of characters.
        let without = b"a\x1b[6~\x1b[15~\x1b[200~b\x1b[201~\0\t\xc2\x85\xffc\xe5";
        assert_eq!(keys(without), [text("abc"), vec![None]].concat());
        // Latin-1.
        assert_eq!(keys(b"\xe5ngr\r"), [text("ngr"), vec![Some(Key::Enter)]].concat());
    }

    #[test]
    fn escape_is_known_by_what_follows() {
        assert_eq!(keys(b"\x1b"), [None]);
        assert_eq!(keys(b"\x1b[1"), [None]);
        assert_eq!(keys(b"\x1bj\r"), [Some(Key::Escape), Some(Key::Char('j')), Some(Key::Enter)]);
        assert_eq!(keys(b"\x1b\x1b[A"), [Some(Key::Escape), Some(Key::Up)]);
        assert_eq!(keys(b"\x1b[\x03"), [Some(Key::Interrupt)]);
    }
}
