//! Checks whether the terminal shows output legibly.

use super::{Check, CheckName, Finding};

/// Columns that the layout needs.
const MIN_COLUMNS: u16 = 60;

#[derive(Debug, Clone, Copy)]
pub struct TerminalFacts {
    /// Whether an operator can be prompted.
    pub is_terminal: bool,
    /// `None` if unknown.
    pub columns: Option<u16>,
    /// Whether it is configured to show å, ä and ö.
    pub is_utf8: bool,
}

pub fn terminal(TerminalFacts { is_terminal, columns, is_utf8 }: TerminalFacts) -> Check {
    match columns {
        _ if !is_terminal => Check::none_here(CheckName::Terminal, Finding::NoTerminal),
        _ if !is_utf8 => Check::warning(CheckName::Terminal, Finding::NotUtf8),
        Some(columns) if columns < MIN_COLUMNS => Check::warning(CheckName::Terminal, Finding::Narrow { columns }),
        columns => Check::fine(CheckName::Terminal, Finding::Terminal { columns }),
    }
}
