//! Reads keys from the event records of a Windows console, and keeps only the current one.
//!
//! Not `crossterm::event`: it keeps keys, and does not tell a key's release from a character entered with Alt and digits,
//! which is how a console delivers pasted characters that the keyboard lacks.

use std::io;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crossterm_winapi::{Console, Handle, InputRecord, KeyEventRecord};

use super::Key;

// Virtual-key codes (winuser.h) of keys without a character.
const MENU: u16 = 0x12;
const ESCAPE: u16 = 0x1b;
const END: u16 = 0x23;
const HOME: u16 = 0x24;
const LEFT: u16 = 0x25;
const UP: u16 = 0x26;
const RIGHT: u16 = 0x27;
const DOWN: u16 = 0x28;
const DELETE: u16 = 0x2e;
const F1: u16 = 0x70;

// Modifiers (KEY_EVENT_RECORD), left or right.
const ALT: u32 = 0x0003;
const CTRL: u32 = 0x000c;

/// A paste ends after this long without input: the console does not mark its end.
const PASTE_GAP: Duration = Duration::from_millis(50);

/// The interval between looks for a key while one is waited for with a limit.
const POLL: Duration = Duration::from_millis(10);

#[derive(Default)]
pub(in crate::ui) struct Keys {
    /// A key read ahead, with its repeat count.
    ahead: Option<(Key, u16)>,
    /// The first half of a UTF-16 surrogate pair.
    half: Option<u16>,
    /// The number of keys that arrived without a pause.
    together: usize,
}

impl Keys {
    /// Waits for a key.
    pub(in crate::ui) fn next(&mut self) -> io::Result<Key> {
        let console = console()?;
        loop {
            if let Some((key, times)) = self.ahead.take() {
                self.ahead = (times > 1).then(|| (key, times - 1));
                self.together += 1;
                return Ok(key);
            }
            if console.number_of_console_input_events().is_ok_and(|count| count == 0) {
                self.together = 0;
            }
            self.read(&console)?;
        }
    }

    /// Whether a key is already available. Skips other records, so that [`next`](Self::next) does not block.
    pub(in crate::ui) fn are_pending(&mut self) -> bool {
        let Ok(console) = console() else { return false };
        while self.ahead.is_none() && console.number_of_console_input_events().is_ok_and(|count| count > 0) {
            if self.read(&console).is_err() {
                return false;
            }
        }
        self.ahead.is_some()
    }

    /// Waits for at most `most` for a key. Returns whether [`next`](Self::next) has one to read.
    pub(in crate::ui) fn are_ready(&mut self, most: Duration) -> bool {
        let end = Instant::now() + most;
        while !self.are_pending() {
            if Instant::now() >= end {
                return false;
            }
            sleep(POLL);
        }
        true
    }

    /// Always false: the console does not mark pastes.
    pub(in crate::ui) fn are_pasting(&self) -> bool {
        false
    }

    /// Whether the last key followed a pause, unlike keys of a paste.
    pub(in crate::ui) fn is_typed(&self) -> bool {
        self.together < 2
    }

    /// Discards pending input: it cannot answer a question that is not yet shown.
    pub(in crate::ui) fn discard(&mut self) {
        while self.are_pending() {
            self.ahead = None;
        }
        self.half = None;
    }

    /// Discards the rest of a paste after its first line, and returns whether there was any. Input faster than typing
    /// counts as a paste.
    pub(in crate::ui) fn discard_paste(&mut self) -> io::Result<bool> {
        let mut discarded = false;
        if self.together > 1 || self.are_pending() {
            loop {
                sleep(PASTE_GAP);
                if !self.are_pending() {
                    break;
                }
                self.discard();
                discarded = true;
            }
        }
        Ok(discarded)
    }

    /// Waits for a key until then, and discards it if it is Enter.
    pub(in crate::ui) fn skip_enter(&mut self, until: Instant) {
        while !self.are_pending() {
            // The next key follows a pause.
            self.together = 0;
            if Instant::now() >= until {
                return;
            }
            sleep(POLL);
        }
        if self.ahead.is_some_and(|(key, _)| key == Key::Enter) {
            self.ahead = None;
        }
    }

    /// Does nothing: Windows does not stop processes.
    pub(in crate::ui) fn suspend(&mut self) {}

    fn read(&mut self, console: &Console) -> io::Result<()> {
        if let InputRecord::KeyEvent(record) = console.read_single_input_event()? {
            self.ahead = self.key(&record).map(|key| (key, record.repeat_count));
        }
        Ok(())
    }

    fn key(&mut self, record: &KeyEventRecord) -> Option<Key> {
        // A character entered by its number arrives when Alt is released.
        if !record.key_down && (record.virtual_key_code != MENU || record.u_char == 0) {
            return None;
        }
        if record.u_char == 0 {
            return named(record.virtual_key_code);
        }
        // AltGr, used for @ and { on a Swedish keyboard, reports Ctrl and Alt.
        let held = |keys| record.control_key_state.has_state(keys);
        if record.key_down && held(ALT) && !held(CTRL) {
            return None;
        }
        let first = self.half.take();
        let units = first.into_iter().chain([record.u_char]);
        match char::decode_utf16(units).next()? {
            Ok('\u{7f}') => Some(Key::Backspace),
            Ok(control @ '\0'..' ') => Some(Key::with_ctrl((control as u8 | 0x40).into())),
            Ok(c) if c.is_control() => Some(Key::Unreadable),
            Ok(c) => Some(Key::Char(c)),
            Err(_) => {
                self.half = Some(record.u_char).filter(|unit| (0xd800..0xdc00).contains(unit));
                // An unpaired half. The unit that followed it is dropped with it.
                (first.is_some() || self.half.is_none()).then_some(Key::Unreadable)
            }
        }
    }
}

/// Does nothing: Windows has no signals that interrupt a question.
pub(in crate::ui) fn prepare() {}

/// Never returns: Windows sends no such signal in time to act on it, except Ctrl-C.
pub async fn termination() {
    std::future::pending().await
}

fn named(code: u16) -> Option<Key> {
    Some(match code {
        ESCAPE => Key::Escape,
        END => Key::End,
        HOME => Key::Home,
        LEFT => Key::Left,
        UP => Key::Up,
        RIGHT => Key::Right,
        DOWN => Key::Down,
        DELETE => Key::Delete,
        F1 => Key::Help,
        _ => return None,
    })
}

fn console() -> io::Result<Console> {
    Ok(Console::from(Handle::current_in_handle()?))
}
