//! Editing of one line of input. Does no I/O.

use unicode_width::UnicodeWidthChar;
use zeroize::Zeroizing;

use super::keys::Key;

/// The longest accepted line, in bytes.
const LONGEST: usize = 64 * 1024;

/// A line and its cursor. It may be a secret, so memory is wiped.
pub(super) struct LineEditor {
    text: Zeroizing<String>,
    /// In bytes.
    cursor: usize,
    incomplete: bool,
}

impl Default for LineEditor {
    fn default() -> Self {
        Self { text: Zeroizing::new(String::with_capacity(256)), cursor: 0, incomplete: false }
    }
}

impl LineEditor {
    /// Applies an editing key; ignores others.
    pub(super) fn press(&mut self, key: Key) {
        match key {
            Key::Char(c) => self.insert(c),
            Key::Backspace => self.erase(self.left(), self.cursor),
            Key::Delete | Key::EndOfInput => self.erase(self.cursor, self.right()),
            Key::EraseStart => self.erase(0, self.cursor),
            Key::EraseWord => self.erase(self.word_start(), self.cursor),
            Key::Left => self.cursor = self.left(),
            Key::Right => self.cursor = self.right(),
            Key::Home => self.cursor = 0,
            Key::End => self.cursor = self.text.len(),
            Key::Unreadable => self.incomplete = true,
            Key::Enter
            | Key::Escape
            | Key::Help
            | Key::Interrupt
            | Key::Terminate
            | Key::Suspend
            | Key::Resumed
            | Key::Control
            | Key::Up
            | Key::Down => {}
        }
    }

    /// Whether undecodable or excess input is missing from the text. Its position is unknown, so only emptying the line
    /// resets this.
    pub(super) fn is_incomplete(&self) -> bool {
        self.incomplete
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn into_text(self) -> Zeroizing<String> {
        self.text
    }

    /// Returns the part around the cursor that fits in `room` columns, and the cursor's column in it. The cursor needs a
    /// column of its own.
    pub(super) fn window(&self, room: usize) -> (&str, usize) {
        let (mut start, mut before) = (self.cursor, 0);
        for (at, c) in self.text[..self.cursor].char_indices().rev() {
            if before + columns(c) >= room {
                break;
            }
            (start, before) = (at, before + columns(c));
        }
        let mut width = 0;
        let shown = self.text[start..].char_indices().find(|(_, c)| {
            width += columns(*c);
            width >= room
        });
        let end = shown.map_or(self.text.len(), |(at, _)| start + at);
        (&self.text[start..end.max(self.cursor)], before)
    }

    fn insert(&mut self, c: char) {
        let length = self.text.len() + c.len_utf8();
        if length > LONGEST {
            self.incomplete = true;
            return;
        }
        if length > self.text.capacity() {
            // A string that grows by itself leaves an unwiped copy.
            let mut larger = Zeroizing::new(String::with_capacity(length * 2));
            larger.push_str(&self.text);
            self.text = larger;
        }
        self.text.insert(self.cursor, c);
        self.cursor += c.len_utf8();
    }

    fn erase(&mut self, start: usize, end: usize) {
        self.text.replace_range(start..end, "");
        self.cursor = start;
        self.incomplete &= !self.text.is_empty();
    }

    fn left(&self) -> usize {
        self.text[..self.cursor].char_indices().next_back().map_or(0, |(at, _)| at)
    }

    fn right(&self) -> usize {
        self.cursor + self.text[self.cursor..].chars().next().map_or(0, char::len_utf8)
    }

    fn word_start(&self) -> usize {
        let before = self.text[..self.cursor].trim_end();
        before.char_indices().rev().find(|(_, c)| c.is_whitespace()).map_or(0, |(at, c)| at + c.len_utf8())
    }
}

fn columns(c: char) -> usize {
    c.width().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, keys: &[Key]) -> LineEditor {
        let mut line = LineEditor::default();
        text.chars().map(Key::Char).chain(keys.iter().copied()).for_each(|key| line.press(key));
        line
    }

    fn edited(text: &str, keys: &[Key]) -> String {
        line(text, keys).text().to_owned()
    }

    #[test]
    fn editing() {
        use Key::{Backspace, Char, Delete, End, EndOfInput, EraseStart, EraseWord, Home, Left, Right};
        assert_eq!(edited("åäö", &[Backspace]), "åä");
        assert_eq!(edited("åäö", &[Left, Backspace, Char('x')]), "åxö");
        assert_eq!(edited("åäö", &[Left, Left, Delete]), "åö");
        assert_eq!(edited("åäö", &[Home, Right, EndOfInput, End, Char('!')]), "åö!");
        assert_eq!(edited("ett två  ", &[EraseWord]), "ett ");
        assert_eq!(edited("ett två", &[EraseWord, EraseWord, EraseWord]), "");
        assert_eq!(edited("ett två", &[Left, EraseStart]), "å");
        assert_eq!(edited("", &[Backspace, Delete, Left, Right, EraseStart]), "");
        assert_eq!(edited("a", &[Right, Delete, Home, Left, Backspace]), "a");
    }

    #[test]
    fn what_shows_of_a_long_line() {
        assert_eq!(line("abcdef", &[]).window(10), ("abcdef", 6));
        assert_eq!(line("abcdef", &[]).window(4), ("def", 3), "the end, and room for the cursor");
        assert_eq!(line("abcdef", &[Key::Home]).window(4), ("abc", 0));
        assert_eq!(line("abcdef", &[Key::Left]).window(4), ("cde", 3));
        // Two columns each, and a mark that takes none.
        assert_eq!(line("漢字漢字", &[]).window(6), ("漢字", 4));
        assert_eq!(line("a\u{30a}b", &[]).window(3), ("a\u{30a}b", 2));
        assert_eq!(line("abc", &[]).window(0), ("", 0));
    }

    #[test]
    fn unreadable_character_marks_line_until_it_is_empty() {
        assert!(line("Gr", &[Key::Unreadable, Key::Char('s')]).is_incomplete());
        assert!(line("Gr", &[Key::Unreadable, Key::Backspace]).is_incomplete());
        assert!(!line("Gr", &[Key::Unreadable, Key::EraseStart, Key::Char('s')]).is_incomplete());
        assert!(!line("Gräs", &[Key::Control]).is_incomplete());
    }

    #[test]
    fn a_line_has_an_end() {
        let text = "x".repeat(LONGEST);
        assert_eq!(edited(&text, &[Key::Char('y')]), text);
        assert!(line(&text, &[Key::Char('y')]).is_incomplete());
        assert_eq!(edited(&text, &[Key::Backspace, Key::Char('y')])[LONGEST - 1..], *"y");
    }
}
