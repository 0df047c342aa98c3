//! Parses accounts from CSV with a header, separated by commas, semicolons or tabs.

use csv::{ReaderBuilder, StringRecord};

use super::{InputEntry, InputFault, RowFault, lines};

/// Names of the account column, in any case.
pub(super) const NAMES: [&str; 3] = ["account", "username", "samaccountname"];

/// A sentinel row appended to the text. If it is not read as a row, a quotation mark before it is open.
const END: &str = "\u{1}";

/// A table with an account column.
pub(super) struct AccountTable<'a> {
    /// From the header on.
    text: &'a str,
    /// The line of the header, from 1.
    line: usize,
    delimiter: u8,
    column: usize,
    columns: usize,
}

impl<'a> AccountTable<'a> {
    /// Detects a table; `None` when the text has one name a line.
    ///
    /// # Errors
    /// [`InputFault::NoAccountColumn`] when the first line has a separator, which user names cannot have, but no
    /// header.
    pub(super) fn find(text: &'a str) -> Result<Option<Self>, InputFault> {
        let Some((line, header)) = lines(text).next() else { return Ok(None) };
        for delimiter in [b',', b';', b'\t'] {
            let names = fields(header, delimiter);
            if let Some(column) = names.iter().position(|name| NAMES.contains(&name.trim().to_lowercase().as_str())) {
                let before: usize = text.split('\n').take(line - 1).map(|line| line.len() + 1).sum();
                return Ok(Some(Self { text: &text[before..], line, delimiter, column, columns: names.len() }));
            }
        }
        if header.contains([',', ';', '\t']) { Err(InputFault::NoAccountColumn) } else { Ok(None) }
    }

    /// Parses the rows below the header.
    ///
    /// # Errors
    /// [`InputFault::OpenQuote`] when a quotation mark is never closed, since rows must not be skipped silently.
    pub(super) fn entries(&self) -> Result<Vec<InputEntry>, InputFault> {
        let text = format!("{}\n{END}\n", self.text.trim_end_matches('\n'));
        let mut reader = ReaderBuilder::new()
            .delimiter(self.delimiter)
            .flexible(true)
            .comment(Some(b'#'))
            .from_reader(text.as_bytes());
        let (mut record, mut entries) = (StringRecord::new(), vec![]);
        // The reader accepts any UTF-8 when rows may have any length.
        while reader.read_record(&mut record).unwrap_or(false) {
            let within: usize = record.iter().map(|field| field.matches('\n').count()).sum();
            let after = usize::try_from(reader.position().line()).unwrap_or(usize::MAX);
            let line = self.line + after.saturating_sub(within + 2);
            if &record == [END].as_slice() {
                return Ok(entries);
            }
            if record.iter().any(|field| field.contains(END)) {
                // The row ended at the end of the text, so no line break was counted for it.
                return Err(InputFault::OpenQuote { line: line + 1 });
            }
            let whole = || record.iter().collect::<Vec<_>>().join(char::from(self.delimiter).encode_utf8(&mut [0; 4]));
            let entry = match record.get(self.column).map(str::trim) {
                _ if within > 0
                    && (record.len() != self.columns || record.iter().any(|field| self.hides_row(field))) =>
                {
                    InputEntry::faulty(&whole(), Some(line), RowFault::OpenQuote)
                }
                None | Some("") if record.iter().all(|field| field.trim().is_empty()) => continue,
                None | Some("") => InputEntry::faulty(&whole(), Some(line), RowFault::NoAccount),
                Some(account) => InputEntry::new(account, Some(line)),
            };
            entries.push(entry);
        }
        Ok(entries)
    }

    /// Whether a field may contain other rows: an open quotation mark may have been closed by the opening mark of a
    /// later row. Such a field is refused, because the rows in it would be skipped silently.
    fn hides_row(&self, field: &str) -> bool {
        field.contains('\n') && field.contains(char::from(self.delimiter))
    }
}

fn fields(line: &str, delimiter: u8) -> Vec<String> {
    let mut reader = ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(line.as_bytes());
    let first = reader.records().next().and_then(Result::ok).unwrap_or_default();
    first.iter().map(str::to_owned).collect()
}
