//! Parses a list of accounts: one name a line, CSV or JSON, detected by content. A row that cannot be an account
//! becomes a row with a fault and does not stop the others. Reads no file.

mod csv;
mod encoding;
mod json;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use super::InputRow;
use crate::domain::account::AccountName;
use crate::domain::query::{NotAQuery, Query};

/// The largest input, in bytes: enough for all accounts of a municipality with all their attributes.
pub const MAX_BYTES: u64 = 64 << 20;

/// How many characters are shown of a faulty row.
const EXCERPT: usize = 40;

/// The accounts asked for, in order.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Input {
    /// The entries without repetitions.
    pub entries: Vec<InputEntry>,
    /// How many entries were repetitions, ignoring case like the directory.
    pub repeated: usize,
}

/// One entry of the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputEntry {
    /// The text and its line.
    pub row: InputRow,
    /// The account it identifies.
    pub query: Result<Query, RowFault>,
}

/// Why a row cannot be an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowFault {
    /// It is longer than any name.
    TooLong,
    /// It has characters that no name has.
    Characters,
    /// It is not a name.
    NotAName,
    /// The account is missing.
    NoAccount,
    /// It is not JSON.
    NotJson,
    /// An open quotation mark seems to span other rows.
    OpenQuote,
}

impl RowFault {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::TooLong => "row_too_long",
            Self::Characters => "row_characters",
            Self::NotAName => "not_a_query",
            Self::NoAccount => "row_without_account",
            Self::NotJson => "row_not_json",
            Self::OpenQuote => "row_open_quote",
        }
    }
}

/// Why an input cannot be used at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InputFault {
    /// It could not be read.
    Unreadable(String),
    /// It is larger than [`MAX_BYTES`].
    TooLarge,
    /// It is empty. A header or JSON document without rows is not: it names no accounts deliberately.
    Empty,
    /// Its first line has several columns, and none is called `account`, `username` or `sAMAccountName`.
    NoAccountColumn,
    /// A quotation mark on this line is never closed, so what follows cannot be split into rows.
    OpenQuote {
        /// From 1.
        line: usize,
    },
    /// No row can be an account.
    NothingUsable {
        /// How many rows there are.
        rows: usize,
        /// The line of the first, where it has one.
        line: Option<usize>,
        /// What is wrong with the first.
        why: RowFault,
    },
}

impl Input {
    /// Parses a list in UTF-8, UTF-16 with byte order mark or Windows-1252, with any line breaks.
    ///
    /// # Errors
    /// [`InputFault`] when it has no usable row.
    pub fn parse(bytes: Vec<u8>) -> Result<Self, InputFault> {
        let text = encoding::decode(bytes);
        let first = lines(&text).next().ok_or(InputFault::Empty)?.1;
        let entries = if first.starts_with(['{', '[']) {
            json::entries(&text)
        } else if let Some(table) = csv::AccountTable::find(&text)? {
            table.entries()?
        } else {
            lines(&text).map(|(line, text)| InputEntry::new(without_comment(text), Some(line))).collect()
        };
        Self::of(entries)
    }

    /// Parses accounts from a command line.
    ///
    /// # Errors
    /// [`InputFault::NothingUsable`] when none can be an account.
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
        Ok(Self { repeated: written - entries.len(), entries })
    }
}

impl InputEntry {
    /// Creates an entry from a text.
    fn new(typed: &str, line: Option<usize>) -> Self {
        let query = Query::of_account(typed).map_err(|why| match why {
            NotAQuery::Empty => RowFault::NoAccount,
            NotAQuery::TooLong => RowFault::TooLong,
            NotAQuery::Characters => RowFault::Characters,
            NotAQuery::Name => RowFault::NotAName,
        });
        match query {
            // In a list nobody checks who was found, so a word must be a complete user name, never a part of a name.
            Ok(Query::Words(words)) if AccountName::parse(&words).is_err() => {
                Self::faulty(typed, line, RowFault::NotAName)
            }
            // The replacement for bytes that could not be decoded.
            Ok(_) if typed.contains('\u{fffd}') => Self::faulty(typed, line, RowFault::Characters),
            Ok(query) => Self { row: InputRow { typed: typed.to_owned(), line }, query: Ok(query) },
            Err(why) => Self::faulty(typed, line, why),
        }
    }

    /// Creates a faulty entry, shown as the beginning of `text`.
    fn faulty(text: &str, line: Option<usize>, why: RowFault) -> Self {
        let mut typed: String = text.trim().chars().take(EXCERPT).collect();
        if typed.len() < text.trim().len() {
            typed.push('…');
        }
        Self { row: InputRow { typed, line }, query: Err(why) }
    }
}

/// Returns the trimmed lines that are neither empty nor comments, numbered from 1.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let numbered = text.split('\n').enumerate().map(|(n, line)| (n + 1, line.trim()));
    numbered.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}

/// Removes a comment after a name. `#` starts one only after white space.
fn without_comment(line: &str) -> &str {
    let begins = |at: &usize| line[..*at].ends_with(char::is_whitespace);
    let comment = line.match_indices('#').map(|(at, _)| at).find(begins);
    line[..comment.unwrap_or(line.len())].trim_end()
}
