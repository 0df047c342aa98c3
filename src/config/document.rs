//! One configuration file: its text, its TOML table, and line numbers. Knows no key.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::problem::{Problem, ReadFault};
use crate::domain::system_fault::SystemFault;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: u64 = 1 << 20;

/// The most syntax errors that are reported: later ones usually follow from the first.
const MAX_SYNTAX_PROBLEMS: usize = 10;

#[derive(Debug)]
pub(super) struct TomlFile<'a> {
    path: &'a Path,
    table: DeTable<'a>,
    line_starts: Vec<usize>,
}

impl<'a> TomlFile<'a> {
    pub(super) fn parse(path: &'a Path, text: &'a str) -> Result<Self, Vec<Problem>> {
        let line_starts = line_starts(text);
        let (table, errors) = DeTable::parse_recoverable(text);
        if errors.is_empty() {
            return Ok(Self { path, table: table.into_inner(), line_starts });
        }
        let problem = |error: &toml::de::Error| {
            let offset = error.span().map_or(text.len(), |span| span.start);
            let line = line_of(&line_starts, offset);
            let before = line_starts.get(line - 1).and_then(|start| text.get(*start..offset)).unwrap_or_default();
            Problem::Syntax {
                path: path.to_owned(),
                line,
                column: before.chars().count() + 1,
                // Not `Display`: that quotes the line, which may hold a secret.
                message: error.message().to_owned(),
            }
        };
        Err(errors.iter().take(MAX_SYNTAX_PROBLEMS).map(problem).collect())
    }

    pub(super) fn path(&self) -> &'a Path {
        self.path
    }

    /// The base of relative paths in the file.
    pub(super) fn folder(&self) -> &'a Path {
        self.path.parent().unwrap_or_else(|| Path::new(""))
    }

    pub(super) fn table(&self) -> &DeTable<'a> {
        &self.table
    }

    /// A key, `key` or `section.key`, as it is written, with its value.
    pub(super) fn find(&self, key: &str) -> Option<(&Spanned<DeString<'a>>, &Spanned<DeValue<'a>>)> {
        match key.split_once('.') {
            None => self.table.get_key_value(key),
            Some((section, key)) => self.table.get(section)?.get_ref().as_table()?.get_key_value(key),
        }
    }

    /// The line of something; the first is 1.
    pub(super) fn line_of<T>(&self, thing: &Spanned<T>) -> usize {
        line_of(&self.line_starts, thing.span().start)
    }
}

fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

fn line_of(line_starts: &[usize], offset: usize) -> usize {
    line_starts.partition_point(|start| *start <= offset)
}

/// Reads a file, or a pipe to its end; `None` when it is longer than `most` bytes.
pub(crate) fn read_at_most(most: u64, path: &Path) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    // Limited while reading: the size of a pipe is 0.
    File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    Ok(Some(bytes).filter(|bytes| bytes.len() as u64 <= most))
}

/// The same for an ordinary file only: a pipe or a device may never end.
pub(crate) fn read_file_at_most(most: u64, path: &Path) -> Result<Option<Vec<u8>>, SystemFault> {
    check_ordinary(path)?;
    Ok(read_at_most(most, path)?)
}

/// Checks that a path is an ordinary file or a folder, before opening waits for the other end of a pipe.
///
/// # Errors
/// [`SystemFault::NotAFile`], or why that cannot be told.
pub(crate) fn check_ordinary(path: &Path) -> Result<(), SystemFault> {
    let kind = std::fs::metadata(path)?.file_type();
    if kind.is_file() || kind.is_dir() { Ok(()) } else { Err(SystemFault::NotAFile) }
}

/// Whether the path names what this process has open already, as a shell's `<(…)` does, or nothing at all. Any other pipe
/// may wait for ever.
fn is_handed_over(path: &Path) -> bool {
    ["/dev/fd", "/proc/self/fd", "/dev/stdin", "/dev/null"].iter().any(|open| path.starts_with(open))
}

/// The file's text, without a byte order mark.
///
/// # Errors
/// The system's error, or the first line that is not UTF-8.
pub(super) fn read(path: &Path) -> Result<String, ReadFault> {
    if !is_handed_over(path) {
        check_ordinary(path).map_err(ReadFault::System)?;
    }
    let bytes = read_at_most(MAX_BYTES, path).map_err(|error| ReadFault::System(error.into()))?;
    let bytes = bytes.ok_or(ReadFault::TooLarge)?;
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    match std::str::from_utf8(text) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => {
            let valid = text.get(..error.valid_up_to()).unwrap_or_default();
            Err(ReadFault::NotUtf8 { line: valid.iter().filter(|byte| **byte == b'\n').count() + 1 })
        }
    }
}
