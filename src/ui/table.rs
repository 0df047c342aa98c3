//! Columns of text. No lines are drawn: what is read aloud or by a screen reader is the text alone.

use comfy_table::{Attribute, Cell, ContentArrangement, Table, presets};

/// Labelled values, one a line.
#[derive(Debug, Default)]
pub(super) struct Pairs(Vec<(String, String)>);

impl Pairs {
    pub(super) fn push(&mut self, label: String, value: String) {
        self.0.push((label, value));
    }

    /// As text, at most `width` characters wide where that is known.
    pub(super) fn to_text(&self, width: Option<u16>) -> String {
        let mut table = empty(width, false);
        for (label, value) in &self.0 {
            table.add_row([label, value]);
        }
        finish(&table)
    }
}

/// Rows under a header (which may be empty), as text.
pub(super) fn rows(header: &[String], rows: &[Vec<String>], width: Option<u16>, color: bool) -> String {
    let mut table = empty(width, color);
    if !header.is_empty() {
        table.set_header(header.iter().map(|name| Cell::new(name).add_attribute(Attribute::Bold)));
    }
    for row in rows {
        table.add_row(row);
    }
    finish(&table)
}

fn empty(width: Option<u16>, color: bool) -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).force_no_tty();
    if color {
        table.enforce_styling();
    }
    if let Some(width) = width {
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    }
    table
}

fn finish(table: &Table) -> String {
    table.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}
