//! Draws check lists and menus with dialoguer, outside of calls. A plain terminal gets numbered lists.
//!
//! `question.rs` reads lines: dialoguer's has neither Escape nor F1, wipes nothing, takes what was typed before the
//! question for an answer, and each line of a paste for another.

use std::{fmt, io};

use dialoguer::console::Term;
use dialoguer::theme::Theme;
use dialoguer::{MultiSelect, Select};

use super::keys::prepare;
use super::menu::cut;
use super::question::dim;
use super::wrapped;
use crate::ports::NoAnswer;

/// Columns that dialoguer draws before an item, and one that stays free: a full line would wrap.
const BESIDE: usize = 7;

/// Questions as they are elsewhere, without a colon behind them. Below a menu's question stands what the keys do.
struct Plain<'a> {
    keys: &'a str,
}

impl Theme for Plain<'_> {
    fn format_prompt(&self, f: &mut dyn fmt::Write, prompt: &str) -> fmt::Result {
        f.write_str(prompt)
    }

    fn format_select_prompt(&self, f: &mut dyn fmt::Write, prompt: &str) -> fmt::Result {
        write!(f, "{prompt}\n{}", self.keys)
    }
}

/// The fewest rows of a terminal that dialoguer can draw on; it panics below three.
pub(super) const LEAST_ROWS: u16 = 8;

/// Asks for any number of items; returns their indexes.
pub(super) fn tick(question: &str, items: &[String], (columns, _): (u16, u16)) -> Result<Vec<usize>, NoAnswer> {
    let items = fitting(items, columns);
    let theme = Plain { keys: "" };
    shown(|term| {
        MultiSelect::with_theme(&theme).with_prompt(question).items(&items).report(false).interact_on_opt(term)
    })?
    .ok_or(NoAnswer::Back)
}

/// Asks for one item; returns its index, and leaves nothing on the screen. `None` if not all of it fits: dialoguer would
/// show pages, in English, and miscount their lines.
pub(super) fn pick(
    question: &str,
    keys: &str,
    items: &[String],
    usual: usize,
    (columns, rows): (u16, u16),
) -> Option<Result<usize, NoAnswer>> {
    let (items, question) = (fitting(items, columns), wrapped(question, Some(columns)));
    if question.lines().count() + items.len() + 2 > usize::from(rows) {
        return None;
    }
    let theme = Plain { keys: &dim(keys, columns) };
    let menu = Select::with_theme(&theme).with_prompt(question).report(false).items(&items).default(usual);
    Some(shown(|term| menu.interact_on_opt(term)).and_then(|item| item.ok_or(NoAnswer::Back)))
}

fn fitting(items: &[String], columns: u16) -> Vec<String> {
    items.iter().map(|item| cut(item, usize::from(columns).saturating_sub(BESIDE))).collect()
}

/// Shows a dialog. Its cursor is shown again also when it is broken off, which dialoguer leaves out.
fn shown<T>(dialog: impl FnOnce(&Term) -> dialoguer::Result<T>) -> Result<T, NoAnswer> {
    // Ctrl-C raises SIGINT, which must find a handler.
    prepare();
    let term = Term::stderr();
    let answer = dialog(&term);
    let _ = term.show_cursor();
    answer.map_err(|dialoguer::Error::IO(error)| match error.kind() {
        io::ErrorKind::Interrupted => NoAnswer::Cancelled,
        io::ErrorKind::NotConnected => NoAnswer::NoTerminal,
        // The terminal is gone.
        _ => NoAnswer::Terminated,
    })
}

/// The numbers in a typed list, from 1, as indexes: `1 3-5`, or a word for all. `None` if it is none.
pub(super) fn numbers(typed: &str, count: usize) -> Option<Vec<usize>> {
    let typed = typed.trim().to_lowercase();
    if ["a", "all", "alla", "*"].contains(&typed.as_str()) {
        return Some((0..count).collect());
    }
    let mut chosen = Vec::new();
    for part in typed.split([' ', ',']).filter(|part| !part.is_empty()) {
        let (first, last) = part.split_once(['-', '–']).unwrap_or((part, part));
        let (first, last): (usize, usize) = (first.parse().ok()?, last.parse().ok()?);
        if first == 0 || last > count || first > last {
            return None;
        }
        chosen.extend(first - 1..last);
    }
    chosen.sort_unstable();
    chosen.dedup();
    Some(chosen)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_a_list() {
        assert_eq!(numbers("1 3-5", 9), Some(vec![0, 2, 3, 4]));
        assert_eq!(numbers("3,1,3", 3), Some(vec![0, 2]));
        assert_eq!(numbers("Alla", 2), Some(vec![0, 1]));
        assert_eq!(numbers("", 2), Some(vec![]));
        for wrong in ["0", "3", "2-1", "x", "1-", "-1"] {
            assert_eq!(numbers(wrong, 2), None, "{wrong}");
        }
    }
}
