//! Tables without borders, which screen readers would read out.

pub(crate) use comfy_table::Cell;
use comfy_table::{Attribute, Color, ContentArrangement, Table, presets};

use unicode_width::UnicodeWidthStr;

use super::Style;

/// Ends a colour (ECMA-48 8.3.117).
const RESET: &str = "\x1b[0m";

/// Labelled values, one per line.
#[derive(Debug, Default)]
pub(crate) struct Pairs(Vec<(String, Cell)>);

impl Pairs {
    pub(crate) fn push(&mut self, label: String, value: Cell) {
        self.0.push((label, value));
    }

    pub(crate) fn to_text(&self, width: Option<u16>, style: Style) -> String {
        let mut table = empty(width, style);
        for (label, value) in &self.0 {
            table.add_row([label.into(), value.clone()]);
        }
        finish(&table)
    }
}

pub(crate) fn alert(text: String) -> Cell {
    Cell::new(text).fg(Color::Red).add_attribute(Attribute::Bold)
}

/// A table; the header may be empty.
pub(crate) fn rows<C: Into<Cell>>(header: &[String], rows: Vec<Vec<C>>, width: Option<u16>, style: Style) -> String {
    let mut table = empty(width, style);
    if !header.is_empty() {
        table.set_header(header.iter().map(|name| Cell::new(name).add_attribute(Attribute::Bold)));
    }
    for row in rows {
        table.add_row(row);
    }
    finish(&table)
}

/// A table, or, if it is wider than `width`, two columns: the first value, and the others joined. Wrapped words would be
/// hard to read.
pub(crate) fn rows_or_lines(header: &[String], lines: Vec<Vec<String>>, width: Option<u16>, style: Style) -> String {
    let Some(available) = width else { return rows(header, lines, width, style) };
    let columns = rows(header, lines.clone(), None, Style::default());
    if columns.lines().all(|line| line.width() <= available.into()) {
        return rows(header, lines, width, style);
    }
    let folded = lines.into_iter().map(|line| match line.split_first() {
        Some((first, rest)) => vec![first.clone(), rest.join("  ")],
        None => line,
    });
    rows(&[], folded.collect(), width, style)
}

fn empty(width: Option<u16>, style: Style) -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).force_no_tty();
    if style.color {
        table.enforce_styling();
        // crossterm reads NO_COLOR itself, which `--color always` overrides.
        crossterm::style::force_color_output(true);
    }
    if let Some(width) = width {
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    }
    table
}

fn finish(table: &Table) -> String {
    table.lines().map(|line| trimmed(&line)).collect::<Vec<_>>().join("\n")
}

/// Removes padding at the end of a line, also inside a colour.
fn trimmed(line: &str) -> String {
    match line.trim_end().strip_suffix(RESET) {
        Some(coloured) => format!("{}{RESET}", coloured.trim_end()),
        None => line.trim_end().to_owned(),
    }
}
