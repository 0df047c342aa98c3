//! Which accounts a text names: a name a line, CSV or JSON, told apart by what they say. One row never stops the
//! others: what can be no account is a row with a fault. Reads no file.

mod csv;
mod encoding;
mod json;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use super::InputRow;
use crate::domain::account::AccountName;
use crate::domain::query::{NotAQuery, Query};

/// The largest input, in bytes: more than the accounts of any municipality, with all that is known of each.
pub const MAX_BYTES: u64 = 64 << 20;

/// How much is shown of what names no account, in characters.
const EXCERPT: usize = 40;

/// What is asked for, in the order in which it was.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Input {
    /// Each thing that was written, once.
    pub entries: Vec<InputEntry>,
    /// How often one was written again; ignoring case, as the directory does.
    pub repeated: usize,
}

/// One thing that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputEntry {
    /// Where, and how.
    pub row: InputRow,
    /// Which account that is.
    pub query: Result<Query, RowFault>,
}

/// Why a row can be no account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowFault {
    /// It is longer than any name.
    TooLong,
    /// It has characters that no name has.
    Characters,
    /// It is no name.
    NotAName,
    /// It has no account in it, where one is expected.
    NoAccount,
    /// It is no JSON.
    NotJson,
    /// A quotation mark in it seems to have swallowed other rows.
    OpenQuote,
}

impl RowFault {
    /// The name scripts see.
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
    /// There is nothing in it; a header or a document with no rows says so, and is no fault.
    Empty,
    /// Its first line has several columns, and none is called `account`, `username` or `sAMAccountName`.
    NoAccountColumn,
    /// A quotation mark that begins on this line never ends, so what follows is not rows.
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
    /// Reads a text: UTF-8, UTF-16 with its mark, or Windows-1252, with any line breaks.
    ///
    /// # Errors
    /// [`InputFault`] when nothing in it is of use.
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

    /// Takes what stands on a command line.
    ///
    /// # Errors
    /// [`InputFault::NothingUsable`].
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
    /// What `typed` names.
    fn new(typed: &str, line: Option<usize>) -> Self {
        let query = Query::of_account(typed).map_err(|why| match why {
            NotAQuery::Empty => RowFault::NoAccount,
            NotAQuery::TooLong => RowFault::TooLong,
            NotAQuery::Characters => RowFault::Characters,
            NotAQuery::Name => RowFault::NotAName,
        });
        match query {
            // Among many nobody looks at who was found, so a word is a whole user name and never a part of one.
            Ok(Query::Words(words)) if AccountName::parse(&words).is_err() => {
                Self::faulty(typed, line, RowFault::NotAName)
            }
            // What stands for bytes that are no text.
            Ok(_) if typed.contains('\u{fffd}') => Self::faulty(typed, line, RowFault::Characters),
            Ok(query) => Self { row: InputRow { typed: typed.to_owned(), line }, query: Ok(query) },
            Err(why) => Self::faulty(typed, line, why),
        }
    }

    /// `text` is what to show of it.
    fn faulty(text: &str, line: Option<usize>, why: RowFault) -> Self {
        let mut typed: String = text.trim().chars().take(EXCERPT).collect();
        if typed.len() < text.trim().len() {
            typed.push('…');
        }
        Self { row: InputRow { typed, line }, query: Err(why) }
    }
}

/// The lines with something on them besides a comment, trimmed, each with its number from 1.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let numbered = text.split('\n').enumerate().map(|(n, line)| (n + 1, line.trim()));
    numbered.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}

/// A comment may also follow a name; within one, `#` is part of it.
fn without_comment(line: &str) -> &str {
    let begins = |at: &usize| line[..*at].ends_with(char::is_whitespace);
    let comment = line.match_indices('#').map(|(at, _)| at).find(begins);
    line[..comment.unwrap_or(line.len())].trim_end()
}
