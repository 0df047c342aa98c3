//! Parses a list of accounts: one name per line, CSV or JSON, recognised by content. A bad row becomes an entry with a
//! fault and never stops the others. No I/O.

mod csv;
mod encoding;
mod format;
mod json;
#[cfg(test)]
mod tests;

pub use format::{InputFormat, Layout, TextEncoding};

use std::collections::HashSet;

use super::InputRow;
use crate::domain::account::AccountName;
use crate::domain::named_enum::named_enum;
use crate::domain::query::{NotAQuery, Query};
use crate::domain::system_fault::SystemFault;

/// The maximum input size in bytes, more than any municipality's accounts with all attributes need.
pub const MAX_BYTES: u64 = 64 << 20;

/// How much of an unusable row is shown, in characters.
const EXCERPT: usize = 40;

/// The requested accounts, in input order.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Input {
    /// Without repetitions.
    pub entries: Vec<InputEntry>,
    /// How many entries were repeated, ignoring case like the directory.
    pub repeated: usize,
    /// How a list was read; `None`: it was not, or has nothing in it.
    pub format: Option<InputFormat>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputEntry {
    pub row: InputRow,
    pub query: Result<Query, RowFault>,
}

named_enum! {
    /// Why a row cannot name an account.
    #[derive(Hash)]
    pub enum RowFault {
        /// Longer than any name.
        TooLong = "row_too_long",
        /// Has characters that no name has.
        Characters = "row_characters",
        NotAName = "not_a_query",
        NoAccount = "row_without_account",
        /// Fields that are as good name different accounts.
        SeveralAccounts = "row_several_accounts",
        NotJson = "row_not_json",
        /// More cells than the first line has names, so that it is unclear which is which.
        Cells = "row_has_more_cells",
        /// A quotation mark seems to have swallowed other rows.
        OpenQuote = "row_open_quote",
    }
}

/// Why an input cannot be used at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InputFault {
    Unreadable(SystemFault),
    /// Larger than [`MAX_BYTES`].
    TooLarge,
    /// The first line has several columns, but none with the name of an account column.
    NoAccountColumn,
    /// Several columns of the table may name the account: the first two, as written.
    SeveralAccountColumns {
        first: String,
        second: String,
    },
    /// A quotation mark that opens on this line, from 1, never closes.
    OpenQuote {
        line: usize,
    },
    /// No row can name an account: the number of rows, and the first one's line and fault.
    NothingUsable {
        rows: usize,
        line: Option<usize>,
        why: RowFault,
    },
}

impl Input {
    /// Parses UTF-8, UTF-16 or Windows-1252, with any line breaks. A text without anything in it names nobody.
    ///
    /// # Errors
    /// [`InputFault`] when nothing is usable.
    pub fn parse(bytes: Vec<u8>) -> Result<Self, InputFault> {
        let (text, encoding) = encoding::decode(bytes);
        let (delimiter, text) = csv::separator(&text);
        let Some((_, first)) = lines(text).next() else { return Ok(Self::default()) };
        let (entries, layout) = if first.starts_with(['{', '[']) {
            (json::entries(text), Layout::Json)
        } else if let Some(table) = csv::AccountTable::find(text, delimiter)? {
            (table.entries()?, table.layout())
        } else {
            let name = |(line, text)| InputEntry::new(unquoted(without_comment(text)), Some(line));
            (lines(text).map(name).collect(), Layout::Names)
        };
        Ok(Self { format: Some(InputFormat { encoding, layout }), ..Self::of(entries)? })
    }

    /// Parses command-line arguments.
    pub fn of_arguments(arguments: &[String]) -> Result<Self, InputFault> {
        Self::of(arguments.iter().map(|text| InputEntry::new(text.trim(), None)).collect())
    }

    fn of(entries: Vec<InputEntry>) -> Result<Self, InputFault> {
        if let Some(InputEntry { row, query: Err(why) }) = entries.first()
            && entries.iter().all(|entry| entry.query.is_err())
        {
            return Err(InputFault::NothingUsable { rows: entries.len(), line: row.line, why: *why });
        }
        let (mut seen, written) = (HashSet::with_capacity(entries.len()), entries.len());
        let once = |entry: &InputEntry| entry.query.is_err() || seen.insert(entry.row.typed.to_lowercase());
        let entries: Vec<InputEntry> = entries.into_iter().filter(once).collect();
        Ok(Self { repeated: written - entries.len(), entries, format: None })
    }
}

impl InputEntry {
    fn new(typed: &str, line: Option<usize>) -> Self {
        let query = Query::of_account(typed).map_err(|why| match why {
            NotAQuery::Empty => RowFault::NoAccount,
            NotAQuery::TooLong => RowFault::TooLong,
            NotAQuery::Characters => RowFault::Characters,
            NotAQuery::Name => RowFault::NotAName,
        });
        match query {
            // Nobody reviews each row's match, so a word must be a complete user name.
            Ok(Query::Words(words)) if AccountName::parse(&words).is_err() => {
                Self::faulty(typed, line, RowFault::NotAName)
            }
            // U+FFFD stands for undecodable bytes.
            Ok(_) if typed.contains('\u{fffd}') => Self::faulty(typed, line, RowFault::Characters),
            Ok(query) => Self { row: InputRow { typed: typed.to_owned(), line }, query: Ok(query) },
            Err(why) => Self::faulty(typed, line, why),
        }
    }

    /// `text`: the excerpt to show.
    fn faulty(text: &str, line: Option<usize>, why: RowFault) -> Self {
        let mut typed: String = text.trim().chars().take(EXCERPT).collect();
        if typed.len() < text.trim().len() {
            typed.push('…');
        }
        Self { row: InputRow { typed, line }, query: Err(why) }
    }
}

/// Returns trimmed lines other than blanks and comments, numbered from 1.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let numbered = text.split('\n').enumerate().map(|(n, line)| (n + 1, line.trim()));
    numbered.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}

/// Removes quotation marks around a name.
fn unquoted(name: &str) -> &str {
    let within = name.strip_prefix('"').and_then(|name| name.strip_suffix('"'));
    within.filter(|name| !name.contains('"')).unwrap_or(name).trim()
}

/// Removes a trailing comment. A `#` without a space before it belongs to the name.
fn without_comment(line: &str) -> &str {
    let begins = |at: &usize| line[..*at].ends_with(char::is_whitespace);
    let comment = line.match_indices('#').map(|(at, _)| at).find(begins);
    line[..comment.unwrap_or(line.len())].trim_end()
}
