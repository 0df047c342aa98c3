//! A list with one selected item. Does no I/O.

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use super::keys::Key;

/// Items, numbered from 1, and the selected one.
pub(super) struct Menu<'a> {
    items: &'a [String],
    at: usize,
    /// The number being typed; 0: none.
    number: usize,
}

impl<'a> Menu<'a> {
    pub(super) fn new(items: &'a [String], usual: usize) -> Self {
        Self { items, at: usual.min(items.len().saturating_sub(1)), number: 0 }
    }

    pub(super) fn chosen(&self) -> usize {
        self.at
    }

    /// Moves the selection. Digits select by number and still need Enter, as in a plain terminal.
    pub(super) fn press(&mut self, key: Key) {
        let digit = match key {
            Key::Char(c) => c.to_digit(10).and_then(|digit| usize::try_from(digit).ok()),
            _ => None,
        };
        let Some(digit) = digit else {
            self.number = 0;
            self.at = match key {
                Key::Up => self.at.checked_sub(1).unwrap_or(self.items.len().saturating_sub(1)),
                Key::Down if self.at + 1 < self.items.len() => self.at + 1,
                Key::Down | Key::Home => 0,
                Key::End => self.items.len().saturating_sub(1),
                _ => self.at,
            };
            return;
        };
        let numbers = 1..=self.items.len();
        let longer = self.number * 10 + digit;
        if let Some(number) = [longer, digit].into_iter().find(|number| numbers.contains(number)) {
            (self.number, self.at) = (number, number - 1);
        }
    }

    /// At most `rows` lines of at most `columns` columns, with the selected item among them.
    pub(super) fn lines(&self, columns: usize, rows: usize) -> Vec<String> {
        let line = |n: usize| cut(&numbered(self.items, n, if n == self.at { '>' } else { ' ' }), columns);
        self.shown(rows).map(line).collect()
    }

    fn shown(&self, rows: usize) -> Range<usize> {
        let rows = rows.clamp(1, self.items.len().max(1));
        let start = (self.at + 1).saturating_sub(rows);
        start..(start + rows).min(self.items.len())
    }
}

pub(super) fn numbered(items: &[String], n: usize, mark: char) -> String {
    let width = items.len().to_string().len();
    format!("{mark} {:width$}  {}", n + 1, items[n])
}

/// Shortens a text to `columns` columns, with … at the end.
pub(super) fn cut(text: &str, columns: usize) -> String {
    let width = |text: &str| text.chars().map(|c| c.width().unwrap_or(0)).sum::<usize>();
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut left = columns.saturating_sub(1);
    let fits = |c: &char| {
        let room = left.checked_sub(c.width().unwrap_or(0));
        left = room.unwrap_or(0);
        room.is_some()
    };
    let mut kept: String = text.chars().take_while(fits).collect();
    kept.push('…');
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(count: usize) -> Vec<String> {
        (1..=count).map(|n| format!("sak {n}")).collect()
    }

    fn chosen(count: usize, usual: usize, keys: &[Key]) -> usize {
        let items = items(count);
        let mut menu = Menu::new(&items, usual);
        keys.iter().for_each(|key| menu.press(*key));
        menu.chosen()
    }

    #[test]
    fn moving() {
        assert_eq!(chosen(3, 1, &[]), 1);
        assert_eq!(chosen(3, 1, &[Key::Up, Key::Up]), 2, "round");
        assert_eq!(chosen(3, 1, &[Key::Down, Key::Down]), 0, "and round");
        assert_eq!(chosen(3, 1, &[Key::End]), 2);
        assert_eq!(chosen(3, 1, &[Key::Home]), 0);
        assert_eq!(chosen(3, 1, &[Key::Char('x'), Key::Left]), 1);
    }

    #[test]
    fn by_number() {
        let digits = |digits: &str| digits.chars().map(Key::Char).collect::<Vec<_>>();
        assert_eq!(chosen(3, 0, &digits("3")), 2);
        assert_eq!(chosen(3, 1, &digits("9")), 1, "there is none");
        assert_eq!(chosen(3, 1, &digits("0")), 1);
        assert_eq!(chosen(3, 0, &digits("23")), 2, "another, as there is no 23");
        assert_eq!(chosen(12, 0, &digits("12")), 11);
        assert_eq!(chosen(12, 0, &[Key::Char('1'), Key::Home, Key::Char('2')]), 1);
    }

    #[test]
    fn as_lines() {
        let items = items(12);
        let mut menu = Menu::new(&items, 1);
        assert_eq!(menu.lines(60, 3), ["   1  sak 1", ">  2  sak 2", "   3  sak 3"]);
        menu.press(Key::End);
        assert_eq!(menu.lines(60, 2), ["  11  sak 11", "> 12  sak 12"]);
        assert_eq!(menu.lines(9, 0), ["> 12  sa…"]);
    }

    #[test]
    fn cutting() {
        assert_eq!(cut("Åsa", 3), "Åsa");
        assert_eq!(cut("Åsa-Karin", 5), "Åsa-…");
        assert_eq!(cut("漢字漢字", 6), "漢字…");
        assert_eq!(cut("abc", 0), "…");
    }
}
