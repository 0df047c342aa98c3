//! `[enforced]`: settings that the computer's file decides for all its users. No other layer changes them, not even to
//! a stricter value: the computer's value applies, or the default where its file sets none.

use std::path::PathBuf;

use super::document::TomlFile;
use super::origin::{Origin, Written};
use super::problem::{Expected, Fault, Problem};
use super::raw::{RawValue, WrongKind};

/// The key that names what is enforced. Only the computer's file may use it.
pub(super) const KEYS: &str = "enforced.keys";

const USUAL: [&str; 4] = ["verification", "protected", "audit", "state"];

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enforced {
    pub file: PathBuf,
    /// Sections, or single keys as `section.key`.
    pub names: Vec<String>,
    /// The line of each; empty for the default.
    lines: Vec<usize>,
}

/// A setting that has no effect because the computer's file enforces another value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overruled {
    pub key: &'static str,
    pub origin: Origin,
    /// The computer's file, which decides it.
    pub file: PathBuf,
}

impl Enforced {
    pub(super) fn read(computer: &TomlFile<'_>) -> Result<Self, Problem> {
        let file = computer.path().to_owned();
        let Some((_, value)) = computer.find(KEYS) else {
            return Ok(Self { file, names: USUAL.map(str::to_owned).to_vec(), lines: Vec::new() });
        };
        let read = |raw: RawValue<'_>| {
            let names = raw.list()?.into_iter().map(|item| Ok((item.text()?.to_owned(), item.line().unwrap_or(1))));
            names.collect::<Result<Vec<(String, usize)>, WrongKind>>()
        };
        match read(RawValue::Value { value, document: computer }) {
            Ok(named) => {
                let (names, lines) = named.into_iter().unzip();
                Ok(Self { file, names, lines })
            }
            Err(WrongKind { found, expected, line }) => {
                let origin = Origin::File { path: file, line: line.unwrap_or(1) };
                Err(Problem::Key { key: KEYS.to_owned(), origin, fault: Fault::Invalid { found, expected } })
            }
        }
    }

    pub fn holds(&self, key: &str) -> bool {
        let is = |name: &String| {
            key.strip_prefix(name.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        self.names.iter().any(is)
    }

    /// The names as one value.
    pub(super) fn shown(&self) -> Written {
        let origin = self.lines.first().map(|line| Origin::File { path: self.file.clone(), line: *line });
        let (shown, origin) = (Some(self.names.join(", ")), origin.unwrap_or(Origin::Default));
        Written { key: KEYS, shown, origin, enforced: true }
    }

    /// The names with their places, if they were written.
    pub(super) fn written(&self) -> impl Iterator<Item = (&str, Origin)> {
        let origin = |line: &usize| Origin::File { path: self.file.clone(), line: *line };
        self.names.iter().map(String::as_str).zip(self.lines.iter().map(origin))
    }
}

/// Checks the form only; [`Enforced::read`] reads the names.
pub(super) fn names(raw: RawValue<'_>) -> Result<(), WrongKind> {
    raw.list().map(drop).map_err(|_| raw.bad(Expected::List))
}
