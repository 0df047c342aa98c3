//! Reads accounts from CSV with a header, delimited by commas, semicolons, tabs, or what its first line says.

use csv::{ReaderBuilder, StringRecord};

use super::format::{Layout, rank};
use super::{InputEntry, InputFault, RowFault, lines};

/// A sentinel row of our own. If the reader does not return it, an earlier quotation mark was left open.
const END: &str = "\u{1}";

/// A text whose header names an account column.
pub(super) struct AccountTable<'a> {
    /// Starts with the header.
    text: &'a str,
    /// Line number of the header, from 1.
    line: usize,
    delimiter: u8,
    column: usize,
    /// The header of the column, as written.
    name: String,
    columns: usize,
}

/// Returns the delimiter of a first line `sep=;`, which Excel reads and writes, and the text without what that line says.
pub(super) fn separator(text: &str) -> (Option<u8>, &str) {
    let line = &text[..text.find('\n').unwrap_or(text.len())];
    let said = line.trim_matches(['"', ' ']).split_once('=').filter(|(word, _)| word.eq_ignore_ascii_case("sep"));
    match said.map(|(_, delimiter)| delimiter.as_bytes()) {
        Some([delimiter]) if delimiter.is_ascii_punctuation() || *delimiter == b'\t' => {
            (Some(*delimiter), &text[line.len()..])
        }
        _ => (None, text),
    }
}

impl<'a> AccountTable<'a> {
    /// Returns `None` when the text is a plain list of names.
    ///
    /// # Errors
    /// [`InputFault::SeveralAccountColumns`] when two are as good; [`InputFault::NoAccountColumn`] when the first line has a
    /// comma, semicolon or tab, which no user name has.
    pub(super) fn find(text: &'a str, delimiter: Option<u8>) -> Result<Option<Self>, InputFault> {
        let Some((line, header)) = lines(text).next() else { return Ok(None) };
        let delimiters = delimiter.map_or(vec![b',', b';', b'\t'], |delimiter| vec![delimiter]);
        for delimiter in delimiters {
            let names = fields(header, delimiter);
            let ranked = names.iter().enumerate().filter_map(|(column, name)| Some((rank(name)?, column)));
            let mut ranked: Vec<(usize, usize)> = ranked.collect();
            ranked.sort_unstable();
            if let [(best, first), (next, second), ..] = ranked[..]
                && best == next
            {
                let [first, second] = [first, second].map(|column| names[column].trim().to_owned());
                return Err(InputFault::SeveralAccountColumns { first, second });
            }
            if let Some(&(_, column)) = ranked.first() {
                let before: usize = text.split('\n').take(line - 1).map(|line| line.len() + 1).sum();
                let (name, columns) = (names[column].trim().to_owned(), names.len());
                return Ok(Some(Self { text: &text[before..], line, delimiter, column, name, columns }));
            }
        }
        if delimiter.is_some() || header.contains([',', ';', '\t']) {
            Err(InputFault::NoAccountColumn)
        } else {
            Ok(None)
        }
    }

    pub(super) fn layout(&self) -> Layout {
        Layout::Table { column: self.name.clone(), delimiter: (self.columns > 1).then(|| char::from(self.delimiter)) }
    }

    /// Returns the rows below the header.
    ///
    /// # Errors
    /// [`InputFault::OpenQuote`], since rows must not be swallowed silently.
    pub(super) fn entries(&self) -> Result<Vec<InputEntry>, InputFault> {
        let text = format!("{}\n{END}\n", self.text.trim_end_matches('\n'));
        let mut reader = ReaderBuilder::new()
            .delimiter(self.delimiter)
            .flexible(true)
            .comment(Some(b'#'))
            .from_reader(text.as_bytes());
        let (mut record, mut entries) = (StringRecord::new(), vec![]);
        // The reader rejects no flexible rows of valid UTF-8.
        while reader.read_record(&mut record).unwrap_or(false) {
            let within: usize = record.iter().map(|field| field.matches('\n').count()).sum();
            let after = usize::try_from(reader.position().line()).unwrap_or(usize::MAX);
            let line = self.line + after.saturating_sub(within + 2);
            if &record == [END].as_slice() {
                return Ok(entries);
            }
            if record.iter().any(|field| field.contains(END)) {
                // The text ended inside a quoted field.
                return Err(InputFault::OpenQuote { line: line + 1 });
            }
            let whole = || record.iter().collect::<Vec<_>>().join(char::from(self.delimiter).encode_utf8(&mut [0; 4]));
            let rest: Vec<&str> = record.iter().skip(self.columns).collect();
            let entry = match record.get(self.column).map(str::trim) {
                _ if within > 0
                    && (record.len() != self.columns || record.iter().any(|field| self.hides_row(field))) =>
                {
                    InputEntry::faulty(&whole(), Some(line), RowFault::OpenQuote)
                }
                None | Some("") if record.iter().all(|field| field.trim().is_empty()) => continue,
                None | Some("") => InputEntry::faulty(&whole(), Some(line), RowFault::NoAccount),
                // A delimiter within an unquoted cell moves the others: the account is another's.
                Some(_) if rest.iter().any(|cell| !cell.trim().is_empty()) => {
                    InputEntry::faulty(&whole(), Some(line), RowFault::Cells)
                }
                Some(account) => InputEntry::new(account, Some(line)),
            };
            entries.push(entry);
        }
        Ok(entries)
    }

    /// Whether a multi-line field contains a delimiter: its quote may have been closed by the opening quote of a later
    /// row, which hides rows. Such rows are rejected.
    fn hides_row(&self, field: &str) -> bool {
        field.contains('\n') && field.contains(char::from(self.delimiter))
    }
}

fn fields(line: &str, delimiter: u8) -> Vec<String> {
    let mut reader = ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(line.as_bytes());
    let first = reader.records().next().and_then(Result::ok).unwrap_or_default();
    first.iter().map(str::to_owned).collect()
}
