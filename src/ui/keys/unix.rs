//! From the bytes of a terminal to keys. What has been read is wiped: it may be a password.
//!
//! Not `crossterm::event`: it keeps every key in memory, waits for an edge that a paste of more than its buffer
//! never gives, and goes round for ever when the terminal is gone.

use std::io;
use std::os::fd::AsFd;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read, retry_on_intr};
use rustix::process::{Signal, kill_current_process_group};
use rustix::stdio::stdin;
use rustix::termios::{QueueSelector, tcflush};
use zeroize::{Zeroize, Zeroizing};

use super::{Key, signals};

const ESCAPE: u8 = 0x1b;

/// What stands around a paste where the terminal tells one from typing (xterm's ctlseqs, bracketed paste).
const PASTE_BEGINS: &[u8] = b"\x1b[200~";
const PASTE_ENDS: &[u8] = b"\x1b[201~";

/// As much as Linux keeps of what was typed (n_tty's buffer).
const ROOM: usize = 4096;

/// How long the rest of a key may take, as over a slow connection. An arrow begins as Escape does.
const PAUSE: Timespec = milliseconds(30);

/// The same of a character, which nothing else begins as.
const HALFWAY: Timespec = milliseconds(300);

/// A paste is over after so long without more of it, where no mark tells its end.
const PASTED: Timespec = milliseconds(50);

/// The same where a mark is to come.
const MARKED: Timespec = Timespec { tv_sec: 2, tv_nsec: 0 };

/// The keys of standard input, which is a terminal.
pub(in crate::ui) struct Keys {
    /// What was read and not yet taken: `buffer[start..end]`.
    buffer: Zeroizing<Box<[u8]>>,
    start: usize,
    end: usize,
    /// The terminal has said that a paste begins, and not that it ends.
    pasting: bool,
    /// How many keys came without a wait between them.
    together: usize,
    /// The byte that the last key began with.
    last: u8,
}

impl Default for Keys {
    fn default() -> Self {
        let buffer = Zeroizing::new(vec![0; ROOM].into_boxed_slice());
        Self { buffer, start: 0, end: 0, pasting: false, together: 0, last: 0 }
    }
}

impl Keys {
    /// Waits for a key.
    ///
    /// # Errors
    /// [`io::ErrorKind::UnexpectedEof`] when the terminal is gone.
    pub(in crate::ui) fn next(&mut self) -> io::Result<Key> {
        loop {
            let bytes = &self.buffer[self.start..self.end];
            match parse(bytes) {
                Parsed::Mark(begins, length) => {
                    self.take(length);
                    self.pasting = begins;
                }
                Parsed::Key(key, length) => {
                    // Only of a line's end is it asked later what it was; no letter is kept.
                    self.last = if key == Key::Enter { bytes[0] } else { 0 };
                    self.take(length);
                    self.together += 1;
                    return Ok(if self.pasting { pasted(key) } else { key });
                }
                Parsed::Meaningless(length) => {
                    self.take(length);
                    if self.pasting {
                        return Ok(Key::Control);
                    }
                }
                Parsed::Unfinished => {
                    let pause = match bytes.first() {
                        None => None,
                        Some(&ESCAPE) => Some(&PAUSE),
                        Some(_) => Some(&HALFWAY),
                    };
                    if let Some(key) = self.more(pause)? {
                        return Ok(key);
                    }
                }
            }
        }
    }

    /// Waits for more bytes, and for ever if nothing has begun. Gives what the wait ended with, if not with bytes.
    fn more(&mut self, pause: Option<&Timespec>) -> io::Result<Option<Key>> {
        if pause.is_none() && !comes(Some(&Timespec::default()))? {
            self.together = 0;
        }
        // A mark that was lost must not keep the operator from breaking off.
        let for_mark = self.pasting && pause.is_none();
        match wait(if for_mark { Some(&MARKED) } else { pause })? {
            Came::Nothing if for_mark => self.pasting = false,
            Came::Bytes => self.fill()?,
            Came::End => return Ok(Some(Key::Interrupt)),
            Came::Back => return Ok(Some(Key::Resumed)),
            Came::Nothing => {
                let begun = self.buffer[self.start];
                if begun == ESCAPE {
                    self.take(self.end - self.start);
                    return Ok(Some(Key::Escape));
                }
                // The first half of a character; what follows is looked at for itself.
                self.take(1);
                return Ok(Some(Key::Unreadable));
            }
        }
        Ok(None)
    }

    /// Whether more was pressed already. What is no key is passed over: whoever waited for one behind it would wait for
    /// the next that is pressed.
    pub(in crate::ui) fn are_pending(&mut self) -> bool {
        loop {
            match parse(&self.buffer[self.start..self.end]) {
                Parsed::Mark(begins, length) => {
                    self.take(length);
                    self.pasting = begins;
                }
                Parsed::Meaningless(length) if !self.pasting => self.take(length),
                Parsed::Unfinished if self.start == self.end => {
                    let comes = comes(Some(&Timespec::default())).unwrap_or(false);
                    if !comes || self.fill().is_err() {
                        return false;
                    }
                }
                _ => return true,
            }
        }
    }

    /// Whether what comes is pasted, as far as the terminal says so.
    pub(in crate::ui) fn are_pasting(&self) -> bool {
        self.pasting
    }

    /// Whether the key came after a pause, and not together with one before it, as a text comes that is pasted unmarked.
    pub(in crate::ui) fn has_come_alone(&self) -> bool {
        self.together < 2
    }

    /// Forgets what was typed until now: it cannot be the answer to a question that nobody has seen.
    pub(in crate::ui) fn forget(&mut self) {
        self.take(self.end - self.start);
        self.pasting = false;
        let _ = tcflush(stdin(), QueueSelector::IFlush);
    }

    /// After the end of a line: forgets what belongs to the same paste. Tells whether that was anything. Where the
    /// terminal marks no paste, what comes faster than anyone types is one.
    ///
    /// # Errors
    /// As [`next`](Self::next).
    pub(in crate::ui) fn leave_out_rest(&mut self) -> io::Result<bool> {
        if !self.are_pending() && !self.pasting && self.together < 2 {
            return Ok(false);
        }
        let mut left_out = false;
        // The second half of a line's end as Windows writes it is none of its own.
        let mut halfway = self.last == b'\r';
        loop {
            while self.start < self.end {
                let bytes = &self.buffer[self.start..self.end];
                if self.pasting && bytes.starts_with(PASTE_ENDS) {
                    self.take(PASTE_ENDS.len());
                    self.pasting = false;
                    return Ok(left_out);
                }
                if self.pasting && PASTE_ENDS.starts_with(bytes) {
                    break;
                }
                left_out |= !(halfway && bytes[0] == b'\n');
                halfway = false;
                self.take(1);
            }
            match wait(Some(if self.pasting { &MARKED } else { &PASTED }))? {
                Came::Bytes => self.fill()?,
                Came::Back => {}
                Came::End | Came::Nothing => {
                    self.forget();
                    return Ok(left_out);
                }
            }
        }
    }

    /// Stops this process and those that it shares a pipe with, as Ctrl-Z does where the terminal takes that itself.
    /// Returns when it goes on; at once where no shell could make it go on.
    pub(in crate::ui) fn suspend(&mut self) {
        let _ = kill_current_process_group(Signal::TSTP);
        signals::forget_resumed();
    }

    fn take(&mut self, length: usize) {
        self.buffer[self.start..self.start + length].zeroize();
        self.start += length;
    }

    /// Adds the bytes that have come.
    fn fill(&mut self) -> io::Result<()> {
        self.buffer.copy_within(self.start..self.end, 0);
        let kept = self.end - self.start;
        self.buffer[kept..self.end].zeroize();
        (self.start, self.end) = (0, kept);
        let count = match retry_on_intr(|| read(stdin(), &mut self.buffer[kept..])) {
            // What a terminal that was hung up says (termios(3)).
            Ok(0) | Err(Errno::IO) => return Err(io::ErrorKind::UnexpectedEof.into()),
            other => other?,
        };
        self.end += count;
        Ok(())
    }
}

const fn milliseconds(n: i64) -> Timespec {
    Timespec { tv_sec: 0, tv_nsec: n * 1_000_000 }
}

/// What a key is when it was pasted: a part of the text, or the end of its line.
fn pasted(key: Key) -> Key {
    match key {
        Key::Char(_) | Key::Enter | Key::Unreadable => key,
        _ => Key::Control,
    }
}

/// What a wait ended with.
enum Came {
    Bytes,
    /// The process was told to end.
    End,
    /// The process was stopped and goes on.
    Back,
    Nothing,
}

/// Waits for bytes, or for a signal that a question must not outlast.
fn wait(within: Option<&Timespec>) -> io::Result<Came> {
    let keyboard = stdin();
    let signals = signals::watched();
    let mut waiting = vec![PollFd::new(&keyboard, PollFlags::IN)];
    waiting.extend(
        signals
            .iter()
            .flat_map(|signals| [&signals.end, &signals.back])
            .map(|signal| PollFd::from_borrowed_fd(signal.as_fd(), PollFlags::IN)),
    );
    retry_on_intr(|| poll(&mut waiting, within))?;
    let came = |n: usize| waiting.get(n).is_some_and(|waited| !waited.revents().is_empty());
    Ok(if came(1) {
        Came::End
    } else if came(2) {
        signals::forget_resumed();
        Came::Back
    } else if came(0) {
        Came::Bytes
    } else {
        Came::Nothing
    })
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
    /// A mark in so many bytes: a paste begins, or ends.
    Mark(bool, usize),
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
        _ if bytes.starts_with(PASTE_BEGINS) => Parsed::Mark(true, PASTE_BEGINS.len()),
        _ if bytes.starts_with(PASTE_ENDS) => Parsed::Mark(false, PASTE_ENDS.len()),
        [ESCAPE, b'[', ..] => sequence(bytes),
        [ESCAPE, b'O', letter, ..] => Parsed::of(named(&[], letter), 3),
        // Escape, and something was pressed right after it.
        [ESCAPE, ..] => Parsed::Key(Key::Escape, 1),
        [0x7f, ..] => Parsed::Key(Key::Backspace, 1),
        [byte @ 0x01..0x20, ..] => Parsed::Key(Key::with_ctrl((byte | 0x40).into()), 1),
        [0, ..] => Parsed::Key(Key::Control, 1),
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

/// A character in UTF-8. What is none is one byte of something else: the next may be a key.
fn character(bytes: &[u8], first: u8) -> Parsed {
    let length = match first {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Parsed::Key(Key::Unreadable, 1),
    };
    let there = &bytes[..length.min(bytes.len())];
    match std::str::from_utf8(there) {
        Ok(text) => match text.chars().next() {
            Some(c) if !c.is_control() => Parsed::Key(Key::Char(c), length),
            _ => Parsed::Key(Key::Unreadable, length),
        },
        Err(error) if error.error_len().is_none() => Parsed::Unfinished,
        Err(_) => Parsed::Key(Key::Unreadable, 1),
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
                Parsed::Meaningless(length) | Parsed::Mark(_, length) => &bytes[length..],
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
    fn keys_without_meaning_leave_nothing_behind() {
        // Page down, F5, the marks around a paste.
        assert_eq!(keys(b"a\x1b[6~\x1b[15~\x1b[200~b\x1b[201~c"), text("abc"));
        // NUL, tab, Ctrl-Z.
        assert_eq!(keys(b"\0\t\x1a"), [Some(Key::Control), Some(Key::Control), Some(Key::Suspend)]);
    }

    #[test]
    fn undecodable_bytes_are_never_dropped() {
        // A C1 control character, a byte that UTF-8 has not, half a character.
        assert_eq!(keys(b"\xc2\x85\xffc\xe5"), [Some(Key::Unreadable), Some(Key::Unreadable), text("c")[0], None]);
        // ISO 8859-1.
        let angstrom = [vec![Some(Key::Unreadable)], text("ngr"), vec![Some(Key::Enter)]].concat();
        assert_eq!(keys(b"\xe5ngr\r"), angstrom);
        assert_eq!(keys(b"Gr\xe4\r"), [text("Gr"), vec![Some(Key::Unreadable), Some(Key::Enter)]].concat());
        // CESU-8: half of a character that UTF-16 has in two.
        assert!(keys(b"\xed\xa0\xbd").iter().all(|key| *key == Some(Key::Unreadable)));
    }

    #[test]
    fn pasted_control_characters_are_text() {
        assert_eq!(pasted(Key::EraseStart), Key::Control);
        assert_eq!(pasted(Key::Interrupt), Key::Control);
        assert_eq!(pasted(Key::Enter), Key::Enter);
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
