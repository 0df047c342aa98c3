//! The terminal: whether what is read to a caller can be read on it.

use super::{Check, Finding, Name};

/// The fewest columns in which everything stands as it should.
const COLUMNS: u16 = 60;

/// Where the operator sits.
#[derive(Debug, Clone, Copy)]
pub struct Seat {
    /// Somebody sees questions there, and can answer.
    pub is_terminal: bool,
    /// Its columns, where it tells.
    pub columns: Option<u16>,
    /// It shows å, ä and ö, as far as its settings tell.
    pub is_utf8: bool,
}

/// Looks at the terminal.
pub fn terminal(Seat { is_terminal, columns, is_utf8 }: Seat) -> Check {
    match columns {
        _ if !is_terminal => Check::fine(Name::Terminal, Finding::NoTerminal),
        _ if !is_utf8 => Check::warning(Name::Terminal, Finding::NotUtf8),
        Some(columns) if columns < COLUMNS => Check::warning(Name::Terminal, Finding::Narrow { columns }),
        columns => Check::fine(Name::Terminal, Finding::Terminal { columns }),
    }
}
