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

use super::parse::{ESCAPE, PASTE_ENDS, Parsed, parse, pasted};
use super::{Key, signals};

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
    let signals = signals::sockets();
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
