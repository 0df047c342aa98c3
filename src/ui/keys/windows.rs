//! From the events of a Windows console to keys.

use std::io;
use std::time::Duration;

use crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};

use super::Key;

/// The keys of the console. It keeps those that were pressed too early itself.
#[derive(Default)]
pub(in crate::ui) struct Keys;

impl Keys {
    /// Waits for a key.
    ///
    /// # Errors
    /// When the console is gone.
    pub(in crate::ui) fn next(&mut self) -> io::Result<Key> {
        loop {
            if let Some(key) = meaning(&event::read()?) {
                return Ok(key);
            }
        }
    }

    /// Whether more was pressed already.
    pub(in crate::ui) fn are_pending(&self) -> bool {
        event::poll(Duration::ZERO).unwrap_or(false)
    }
}

fn meaning(event: &Event) -> Option<Key> {
    let Event::Key(pressed) = event else { return None };
    if pressed.kind == KeyEventKind::Release {
        return None;
    }
    // AltGr, with which @ and { are typed on a Swedish keyboard, comes as Ctrl and Alt together.
    let held = pressed.modifiers.intersection(KeyModifiers::CONTROL | KeyModifiers::ALT);
    Some(match pressed.code {
        KeyCode::Char(c) if held == KeyModifiers::CONTROL => return Key::with_ctrl(c),
        KeyCode::Char(c) if held != KeyModifiers::ALT && !c.is_control() => Key::Char(c),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Escape,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        _ => return None,
    })
}
