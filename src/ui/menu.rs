//! A list with one selected item. Does no I/O.

use unicode_width::UnicodeWidthChar;

use super::keys::Key;
use super::wrap::hanging;

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

    /// Moves the selection. A digit selects by number; returns whether it can only mean that item.
    pub(super) fn press(&mut self, key: Key) -> bool {
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
            return false;
        };
        let numbers = 1..=self.items.len();
        let longer = self.number * 10 + digit;
        let Some(number) = [longer, digit].into_iter().find(|number| numbers.contains(number)) else { return false };
        (self.number, self.at) = (number, number - 1);
        !numbers.contains(&(number * 10))
    }

    /// At most `rows` lines of at most `columns` columns, with the selected item among them. Long items are wrapped.
    pub(super) fn lines(&self, columns: usize, rows: usize) -> Vec<String> {
        let indent = " ".repeat(numbered(self.items, 0, ' ').len() - self.items.first().map_or(0, String::len));
        let mark = |n| if n == self.at { '>' } else { ' ' };
        let item = |n| hanging(&numbered(self.items, n, mark(n)), columns, &indent);
        let mut lines = Vec::new();
        // From the selected one upwards, then down, as far as there is room.
        for n in (0..=self.at).rev() {
            let more = item(n);
            if !lines.is_empty() && lines.len() + more.len() > rows {
                break;
            }
            lines.splice(0..0, more);
        }
        for n in self.at + 1..self.items.len() {
            let more = item(n);
            if lines.len() + more.len() > rows {
                break;
            }
            lines.extend(more);
        }
        lines.truncate(rows.max(1));
        lines
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
        for key in keys {
            menu.press(*key);
        }
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
        assert_eq!(menu.lines(9, 0), ["> 12  sak"]);
    }

    #[test]
    fn digit_that_begins_no_other_number_decides() {
        let items = items(12);
        let decides = |digits: &str| {
            let mut menu = Menu::new(&items, 0);
            digits.chars().map(|c| menu.press(Key::Char(c))).collect::<Vec<_>>()
        };
        assert_eq!(decides("2"), [true]);
        assert_eq!(decides("12"), [false, true], "1 may begin 10, 11 and 12");
        assert_eq!(decides("0"), [false]);
        assert!(!Menu::new(&items[..3], 0).press(Key::Char('9')), "there is none");
        assert!(!Menu::new(&items[..3], 0).press(Key::Down));
    }

    #[test]
    fn long_items_are_wrapped() {
        let items = ["ett kort".to_owned(), "ett som är för långt".to_owned(), "ett till".to_owned()];
        let mut menu = Menu::new(&items, 0);
        assert_eq!(menu.lines(16, 4), ["> 1  ett kort", "  2  ett som är", "     för långt", "  3  ett till"]);
        assert_eq!(menu.lines(16, 3), ["> 1  ett kort", "  2  ett som är", "     för långt"]);
        assert_eq!(menu.lines(16, 2), ["> 1  ett kort"], "no item is shown in part");
        menu.press(Key::End);
        assert_eq!(menu.lines(16, 3), ["  2  ett som är", "     för långt", "> 3  ett till"]);
    }

    #[test]
    fn cutting() {
        assert_eq!(cut("Åsa", 3), "Åsa");
        assert_eq!(cut("Åsa-Karin", 5), "Åsa-…");
        assert_eq!(cut("漢字漢字", 6), "漢字…");
        assert_eq!(cut("abc", 0), "…");
    }
}
