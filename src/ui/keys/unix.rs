//! Reads keys from a terminal. Bytes are wiped once read: they may be a password.
//!
//! Not `crossterm::event`: it keeps every key in memory, hangs on a paste larger than its buffer, and loops for ever
//! when the terminal is gone.

use std::io;
use std::os::fd::AsFd;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read, retry_on_intr};
use rustix::process::{Signal, kill_current_process_group};
use rustix::stdio::stdin;
use rustix::termios::{QueueSelector, tcflush};
use zeroize::{Zeroize, Zeroizing};

use super::parse::{ESCAPE, PASTE_ENDS, Parsed, parse, pasted};
use super::{Key, signals};

/// The size of the terminal's own buffer on Linux (n_tty).
const BUFFER: usize = 4096;

/// The longest gap within an escape sequence, as over a slow connection; then it is the Escape key.
const SEQUENCE_GAP: Timespec = milliseconds(30);

/// The longest gap within a UTF-8 character.
const CHARACTER_GAP: Timespec = milliseconds(300);

/// An unmarked paste ends after this long without input.
const PASTE_GAP: Timespec = milliseconds(50);

/// A bracketed paste without its end mark ends after this long without input.
const MARKED_PASTE_GAP: Timespec = Timespec { tv_sec: 2, tv_nsec: 0 };

/// The keys of standard input, which is a terminal.
pub(in crate::ui) struct Keys {
    /// Unconsumed input is `buffer[start..end]`.
    buffer: Zeroizing<Box<[u8]>>,
    start: usize,
    end: usize,
    /// Within a bracketed paste.
    pasting: bool,
    /// The number of keys that arrived without a pause.
    together: usize,
    /// The byte of the last Enter; 0 after any other key.
    last: u8,
}

impl Default for Keys {
    fn default() -> Self {
        let buffer = Zeroizing::new(vec![0; BUFFER].into_boxed_slice());
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
                    self.last = if key == Key::Enter { bytes[0] } else { 0 };
                    self.take(length);
                    self.together += 1;
                    return Ok(if self.pasting { pasted(key) } else { key });
                }
                Parsed::Unknown(length) => {
                    self.take(length);
                    if self.pasting {
                        return Ok(Key::Control);
                    }
                }
                Parsed::Unfinished => {
                    let pause = match bytes.first() {
                        None => None,
                        Some(&ESCAPE) => Some(&SEQUENCE_GAP),
                        Some(_) => Some(&CHARACTER_GAP),
                    };
                    if let Some(key) = self.wait_for_bytes(pause)? {
                        return Ok(key);
                    }
                }
            }
        }
    }

    /// Waits for more bytes, without limit between keys. Returns a key if the wait ended otherwise.
    fn wait_for_bytes(&mut self, pause: Option<&Timespec>) -> io::Result<Option<Key>> {
        if pause.is_none() && !has_bytes(Some(&Timespec::default()))? {
            self.together = 0;
        }
        // A lost end mark must not disable Ctrl-C.
        let for_mark = self.pasting && pause.is_none();
        match wait(if for_mark { Some(&MARKED_PASTE_GAP) } else { pause })? {
            Wake::Timeout if for_mark => self.pasting = false,
            Wake::Bytes => self.fill()?,
            Wake::Terminate => return Ok(Some(Key::Terminate)),
            Wake::Interrupt => return Ok(Some(Key::Interrupt)),
            Wake::Stop => return Ok(Some(Key::Suspend)),
            Wake::Resume => return Ok(Some(Key::Resumed)),
            Wake::Timeout => {
                let begun = self.buffer[self.start];
                if begun == ESCAPE {
                    self.take(self.end - self.start);
                    return Ok(Some(Key::Escape));
                }
                // An incomplete character; the bytes after its first are parsed on their own.
                self.take(1);
                return Ok(Some(Key::Unreadable));
            }
        }
        Ok(None)
    }

    /// Waits for at most `most` for input or a signal. Returns whether [`next`](Self::next) has something to read.
    pub(in crate::ui) fn are_ready(&mut self, most: Duration) -> bool {
        let most = Timespec { tv_sec: 0, tv_nsec: most.subsec_nanos().into() };
        // An error is for `next` to find.
        self.start < self.end || is_readable(Some(&most)).unwrap_or(true)
    }

    /// Whether a key is already available. Skips input that is not a key, so that [`next`](Self::next) does not block.
    pub(in crate::ui) fn are_pending(&mut self) -> bool {
        loop {
            match parse(&self.buffer[self.start..self.end]) {
                Parsed::Mark(begins, length) => {
                    self.take(length);
                    self.pasting = begins;
                }
                Parsed::Unknown(length) if !self.pasting => self.take(length),
                Parsed::Unfinished if self.start == self.end => {
                    let more = has_bytes(Some(&Timespec::default())).unwrap_or(false);
                    if !more || self.fill().is_err() {
                        return false;
                    }
                }
                _ => return true,
            }
        }
    }

    /// Whether the next input is part of a bracketed paste.
    pub(in crate::ui) fn are_pasting(&self) -> bool {
        self.pasting
    }

    /// Whether the last key followed a pause, unlike keys of an unmarked paste.
    pub(in crate::ui) fn is_typed(&self) -> bool {
        self.together < 2
    }

    /// Discards pending input: it cannot answer a question that is not yet shown.
    pub(in crate::ui) fn discard(&mut self) {
        self.take(self.end - self.start);
        self.pasting = false;
        let _ = tcflush(stdin(), QueueSelector::IFlush);
    }

    /// Discards the rest of a paste after its first line, and returns whether there was any. Without marks, input faster
    /// than typing counts as a paste.
    pub(in crate::ui) fn discard_paste(&mut self) -> io::Result<bool> {
        if !self.are_pending() && !self.pasting && self.together < 2 {
            return Ok(false);
        }
        let mut discarded = false;
        // The line feed of CRLF is not a second line.
        let mut after_cr = self.last == b'\r';
        loop {
            while self.start < self.end {
                let bytes = &self.buffer[self.start..self.end];
                if self.pasting && bytes.starts_with(PASTE_ENDS) {
                    self.take(PASTE_ENDS.len());
                    self.pasting = false;
                    return Ok(discarded);
                }
                if self.pasting && PASTE_ENDS.starts_with(bytes) {
                    break;
                }
                discarded |= !(after_cr && bytes[0] == b'\n');
                after_cr = false;
                self.take(1);
            }
            match wait(Some(if self.pasting { &MARKED_PASTE_GAP } else { &PASTE_GAP }))? {
                Wake::Bytes => self.fill()?,
                Wake::Resume | Wake::Stop => {}
                Wake::Terminate | Wake::Interrupt | Wake::Timeout => {
                    self.discard();
                    return Ok(discarded);
                }
            }
        }
    }

    /// Waits for a key until then, less than a second, and discards it if it is Enter.
    pub(in crate::ui) fn skip_enter(&mut self, until: Instant) {
        // The next key follows a pause, though it may be there when it is read.
        if !has_bytes(Some(&Timespec::default())).unwrap_or(true) {
            self.together = 0;
        }
        let left = until.saturating_duration_since(Instant::now());
        let left = milliseconds(left.subsec_millis().into());
        // A signal waits meanwhile: the question handles it.
        if has_bytes(Some(&left)).unwrap_or(false) && self.are_pending() {
            let is_enter = matches!(self.buffer[self.start], b'\r' | b'\n');
            if is_enter && !self.pasting {
                self.take(1);
            }
        }
    }

    /// Stops this process group, as Ctrl-Z does outside raw mode. Returns when it continues; at once if no shell could
    /// continue it.
    pub(in crate::ui) fn suspend(&mut self) {
        let _ = kill_current_process_group(Signal::TSTP);
        if let Some(sockets) = signals::question_sockets() {
            signals::forget(&sockets.stop);
            signals::stop();
        }
        if let Some(sockets) = signals::sockets() {
            signals::forget(&sockets.resume);
        }
    }

    fn take(&mut self, length: usize) {
        self.buffer[self.start..self.start + length].zeroize();
        self.start += length;
    }

    fn fill(&mut self) -> io::Result<()> {
        self.buffer.copy_within(self.start..self.end, 0);
        let kept = self.end - self.start;
        self.buffer[kept..self.end].zeroize();
        (self.start, self.end) = (0, kept);
        let count = match retry_on_intr(|| read(stdin(), &mut self.buffer[kept..])) {
            // After a hang-up (termios(3)).
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

/// How a wait ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wake {
    Bytes,
    /// SIGTERM or SIGHUP.
    Terminate,
    /// SIGCONT.
    Resume,
    /// SIGINT.
    Interrupt,
    /// SIGTSTP.
    Stop,
    Timeout,
}

/// Waits for bytes or a signal.
fn wait(within: Option<&Timespec>) -> io::Result<Wake> {
    let keyboard = stdin();
    let (ends, stops) = (signals::sockets(), signals::question_sockets());
    let ends = ends.map(|signals| [(&signals.end, Wake::Terminate), (&signals.resume, Wake::Resume)]);
    let stops = stops.map(|signals| [(&signals.interrupt, Wake::Interrupt), (&signals.stop, Wake::Stop)]);
    let signals: Vec<_> = ends.into_iter().flatten().chain(stops.into_iter().flatten()).collect();
    let mut waiting = vec![PollFd::new(&keyboard, PollFlags::IN)];
    waiting.extend(signals.iter().map(|(signal, _)| PollFd::from_borrowed_fd(signal.as_fd(), PollFlags::IN)));
    retry_on_intr(|| poll(&mut waiting, within))?;
    let came = |waited: &PollFd<'_>| !waited.revents().is_empty();
    Ok(match signals.iter().zip(&waiting[1..]).find(|(_, waited)| came(waited)) {
        Some(((signal, wake), _)) => {
            // The end stays: every later question ends too.
            if *wake != Wake::Terminate {
                signals::forget(signal);
            }
            *wake
        }
        None if came(&waiting[0]) => Wake::Bytes,
        None => Wake::Timeout,
    })
}

/// Whether bytes or a signal arrive within that time. Takes neither.
fn is_readable(within: Option<&Timespec>) -> io::Result<bool> {
    let keyboard = stdin();
    let (ends, stops) = (signals::sockets(), signals::question_sockets());
    let ends = ends.into_iter().flat_map(|signals| [&signals.end, &signals.resume]);
    let stops = stops.into_iter().flat_map(|signals| [&signals.interrupt, &signals.stop]);
    let mut waiting = vec![PollFd::new(&keyboard, PollFlags::IN)];
    waiting.extend(ends.chain(stops).map(|signal| PollFd::from_borrowed_fd(signal.as_fd(), PollFlags::IN)));
    Ok(retry_on_intr(|| poll(&mut waiting, within))? > 0)
}

/// Whether bytes arrive within that time.
fn has_bytes(within: Option<&Timespec>) -> io::Result<bool> {
    let keyboard = stdin();
    let mut waiting = [PollFd::new(&keyboard, PollFlags::IN)];
    Ok(retry_on_intr(|| poll(&mut waiting, within))? > 0)
}
