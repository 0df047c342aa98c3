//! From the records of a Windows console to keys. Only the one that is looked at is kept.
//!
//! Not `crossterm::event`: it tells the release of a key and a character that was put together with Alt and digits
//! alike, and a console gives what is pasted as the latter where the keyboard has no key for it. And it keeps keys.

use std::io;
use std::thread::sleep;
use std::time::Duration;

use crossterm_winapi::{Console, Handle, InputRecord, KeyEventRecord};

use super::Key;

// Virtual-key codes (winuser.h) of the keys that give no character.
const MENU: u16 = 0x12;
const ESCAPE: u16 = 0x1b;
const END: u16 = 0x23;
const HOME: u16 = 0x24;
const LEFT: u16 = 0x25;
const UP: u16 = 0x26;
const RIGHT: u16 = 0x27;
const DOWN: u16 = 0x28;
const DELETE: u16 = 0x2e;

// What is held down meanwhile (KEY_EVENT_RECORD), either of the two.
const ALT: u32 = 0x0003;
const CTRL: u32 = 0x000c;

/// A paste is over after so long without more of it: the console does not mark its end.
const PASTED: Duration = Duration::from_millis(50);

/// The keys of the console.
#[derive(Default)]
pub(in crate::ui) struct Keys {
    /// Read and not yet taken; the console counts what a key that is held down gives.
    ahead: Option<(Key, u16)>,
    /// The first half of a character that UTF-16 has in two.
    half: Option<u16>,
    /// How many keys came without a wait between them.
    together: usize,
}

impl Keys {
    /// Waits for a key.
    ///
    /// # Errors
    /// When the console is gone.
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

    /// Whether more was pressed already. What is no key, as the release of one, is passed over: whoever waited for a
    /// key behind it would wait for the next that is pressed.
    pub(in crate::ui) fn are_pending(&mut self) -> bool {
        let Ok(console) = console() else { return false };
        while self.ahead.is_none() && console.number_of_console_input_events().is_ok_and(|count| count > 0) {
            if self.read(&console).is_err() {
                return false;
            }
        }
        self.ahead.is_some()
    }

    /// Whether what comes is pasted, as far as the console says so, which it does not.
    pub(in crate::ui) fn are_pasting(&self) -> bool {
        false
    }

    /// Whether the key came after a pause, and not together with one before it, as a text comes that is pasted unmarked.
    pub(in crate::ui) fn has_come_alone(&self) -> bool {
        self.together < 2
    }

    /// Forgets what was typed until now: it cannot be the answer to a question that nobody has seen.
    pub(in crate::ui) fn forget(&mut self) {
        while self.are_pending() {
            self.ahead = None;
        }
        self.half = None;
    }

    /// After the end of a line: forgets what belongs to the same paste, which comes faster than anyone types. Tells
    /// whether that was anything.
    ///
    /// # Errors
    /// None here.
    pub(in crate::ui) fn leave_out_rest(&mut self) -> io::Result<bool> {
        let mut left_out = false;
        if self.together > 1 || self.are_pending() {
            loop {
                sleep(PASTED);
                if !self.are_pending() {
                    break;
                }
                self.forget();
                left_out = true;
            }
        }
        Ok(left_out)
    }

    /// Windows stops no process.
    pub(in crate::ui) fn suspend(&mut self) {}

    /// Waits for a record.
    fn read(&mut self, console: &Console) -> io::Result<()> {
        if let InputRecord::KeyEvent(record) = console.read_single_input_event()? {
            self.ahead = self.meaning(&record).map(|key| (key, record.repeat_count));
        }
        Ok(())
    }

    fn meaning(&mut self, record: &KeyEventRecord) -> Option<Key> {
        // A character by its number is there when Alt is let go.
        if !record.key_down && (record.virtual_key_code != MENU || record.u_char == 0) {
            return None;
        }
        if record.u_char == 0 {
            return named(record.virtual_key_code);
        }
        // AltGr, with which @ and { are typed on a Swedish keyboard, is Ctrl and Alt together.
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
                // A half without the other. What stands in its place is left out with it.
                (first.is_some() || self.half.is_none()).then_some(Key::Unreadable)
            }
        }
    }
}

/// Nothing to do: Windows has no signals that a question must not outlast.
pub(in crate::ui) fn prepare() {}

/// Never comes: Windows tells a process of nothing but Ctrl-C that it could still act on.
pub async fn told_to_end() {
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
        _ => return None,
    })
}

fn console() -> io::Result<Console> {
    Ok(Console::from(Handle::current_in_handle()?))
}
