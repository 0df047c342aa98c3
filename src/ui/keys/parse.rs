//! Bytes of a terminal parsed as keys (ECMA-48, UTF-8). Reads nothing and keeps nothing.

use super::Key;

pub(super) const ESCAPE: u8 = 0x1b;

/// The marks around a bracketed paste (xterm's ctlseqs).
const PASTE_BEGINS: &[u8] = b"\x1b[200~";
pub(super) const PASTE_ENDS: &[u8] = b"\x1b[201~";

#[cfg_attr(test, derive(Debug, PartialEq))]
pub(super) enum Parsed {
    /// A key, and its length in bytes.
    Key(Key, usize),
    /// This many bytes are not a known key.
    Unknown(usize),
    /// A paste begins (`true`) or ends; and the length in bytes.
    Mark(bool, usize),
    /// More bytes may follow.
    Unfinished,
}

impl Parsed {
    fn of(key: Option<Key>, length: usize) -> Self {
        key.map_or(Self::Unknown(length), |key| Self::Key(key, length))
    }
}

pub(super) fn parse(bytes: &[u8]) -> Parsed {
    match *bytes {
        [] | [ESCAPE] | [ESCAPE, b'O'] | [ESCAPE, b'[', b'['] => Parsed::Unfinished,
        _ if bytes.starts_with(PASTE_BEGINS) => Parsed::Mark(true, PASTE_BEGINS.len()),
        _ if bytes.starts_with(PASTE_ENDS) => Parsed::Mark(false, PASTE_ENDS.len()),
        // A function key of the Linux console (console_codes(4)), which is no control sequence.
        [ESCAPE, b'[', b'[', letter, ..] => Parsed::of((letter == b'A').then_some(Key::Help), 4),
        [ESCAPE, b'[', ..] => sequence(bytes),
        [ESCAPE, b'O', letter, ..] => Parsed::of(named(&[], letter), 3),
        // Escape, directly followed by another key.
        [ESCAPE, ..] => Parsed::Key(Key::Escape, 1),
        [0x7f, ..] => Parsed::Key(Key::Backspace, 1),
        [byte @ 0x01..0x20, ..] => Parsed::Key(Key::with_ctrl((byte | 0x40).into()), 1),
        [0, ..] => Parsed::Key(Key::Control, 1),
        [byte @ 0x20..0x7f, ..] => Parsed::Key(Key::Char(byte.into()), 1),
        [first, ..] => character(bytes, first),
    }
}

/// A control sequence (ECMA-48 5.4): parameters, then a final byte.
fn sequence(bytes: &[u8]) -> Parsed {
    let Some(end) = bytes[2..].iter().position(|byte| !(0x20..0x40).contains(byte)) else { return Parsed::Unfinished };
    let parameters = &bytes[2..2 + end];
    match bytes[2 + end] {
        name @ 0x40..0x7f => Parsed::of(named(parameters, name), end + 3),
        // Cut short: this byte begins another key.
        _ => Parsed::Unknown(end + 2),
    }
}

/// The keys of xterm and the Linux console (xterm's ctlseqs; console_codes(4)).
fn named(parameters: &[u8], name: u8) -> Option<Key> {
    Some(match (parameters, name) {
        (_, b'A') => Key::Up,
        (_, b'B') => Key::Down,
        (_, b'C') => Key::Right,
        (_, b'D') => Key::Left,
        (_, b'H') | (b"1" | b"7", b'~') => Key::Home,
        (_, b'F') | (b"4" | b"8", b'~') => Key::End,
        (b"3", b'~') => Key::Delete,
        (_, b'P') | (b"11", b'~') => Key::Help,
        // Enter on the numeric keypad.
        (b"", b'M') => Key::Enter,
        _ => return None,
    })
}

/// A character in UTF-8. An invalid one counts as one byte: the next may begin a key.
fn character(bytes: &[u8], first: u8) -> Parsed {
    let length = match first {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Parsed::Key(Key::Unreadable, 1),
    };
    let encoded = &bytes[..length.min(bytes.len())];
    match std::str::from_utf8(encoded) {
        Ok(text) => match text.chars().next() {
            Some(c) if !c.is_control() => Parsed::Key(Key::Char(c), length),
            _ => Parsed::Key(Key::Unreadable, length),
        },
        Err(error) if error.error_len().is_none() => Parsed::Unfinished,
        Err(_) => Parsed::Key(Key::Unreadable, 1),
    }
}

/// The meaning of a pasted key: text, or the end of a line.
pub(super) fn pasted(key: Key) -> Key {
    match key {
        Key::Char(_) | Key::Enter | Key::Unreadable => key,
        _ => Key::Control,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All keys; `None`: unfinished.
    fn keys(mut bytes: &[u8]) -> Vec<Option<Key>> {
        let mut found = vec![];
        while !bytes.is_empty() {
            bytes = match parse(bytes) {
                Parsed::Key(key, length) => {
                    found.push(Some(key));
                    &bytes[length..]
                }
                Parsed::Unknown(length) | Parsed::Mark(_, length) => &bytes[length..],
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
    fn f1_asks_for_help() {
        // xterm, with Shift, PuTTY, the Linux console.
        assert_eq!(keys(b"\x1bOP\x1b[1;2P\x1b[11~\x1b[[A"), [Some(Key::Help); 4]);
        assert_eq!(keys(b"\x1b[["), [None]);
    }

    #[test]
    fn keys_without_meaning_leave_nothing_behind() {
        // Page down, F5, F2 on the Linux console, the marks around a paste.
        assert_eq!(keys(b"a\x1b[6~\x1b[15~\x1b[[B\x1b[200~b\x1b[201~c"), text("abc"));
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
