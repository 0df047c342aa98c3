//! A value as written: typed in a file, text elsewhere. Parsed by `kind`.

use std::path::Path;

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeValue, ValueDeserializer};

use super::document::TomlFile;
use super::problem::{Expected, Form, Found};

/// The most that an error shows of a value, in characters.
const SHOWN: usize = 80;

#[derive(Debug, Clone, Copy)]
pub(super) enum RawValue<'a> {
    Value {
        value: &'a Spanned<DeValue<'a>>,
        document: &'a TomlFile<'a>,
    },
    /// In the environment or on the command line.
    Text(&'a str),
    /// In the environment, but not UTF-8.
    NotUtf8,
}

#[derive(Debug)]
pub(super) struct WrongKind {
    pub(super) found: Found,
    pub(super) expected: Expected,
    /// The line, when it is in a file.
    pub(super) line: Option<usize>,
}

impl<'a> RawValue<'a> {
    /// The error that something else was expected.
    pub(super) fn bad(self, expected: Expected) -> WrongKind {
        let (form, shown, line) = match self {
            Self::Value { value, document } => {
                let (form, shown) = describe(value.get_ref());
                (form, shown, Some(document.line_of(value)))
            }
            Self::Text(text) => (Form::Text, Some(text.to_owned()), None),
            Self::NotUtf8 => {
                return WrongKind {
                    found: Found { form: Form::Text, shown: None },
                    expected: Expected::Utf8,
                    line: None,
                };
            }
        };
        let shown = shown.map(|text| match text.char_indices().nth(SHOWN) {
            Some((end, _)) => format!("{}…", &text[..end]),
            None => text,
        });
        WrongKind { found: Found { form, shown }, expected, line }
    }

    /// The value for people to see; `None` for a table, which may hold a secret.
    pub(super) fn shown(self) -> Option<String> {
        let text = match self {
            Self::Value { value, .. } => written(value.get_ref())?,
            Self::Text(text) => text.to_owned(),
            Self::NotUtf8 => return None,
        };
        // The query of an address may hold a key.
        Some(match text.split_once('?').filter(|(before, _)| before.contains("://")) {
            Some((before, _)) => format!("{before}?…"),
            None => text,
        })
    }

    /// The error without the value, which may hold a password.
    pub(super) fn bad_hidden(self, expected: Expected) -> WrongKind {
        let mut bad = self.bad(expected);
        bad.found.shown = None;
        bad
    }

    pub(super) fn line(self) -> Option<usize> {
        match self {
            Self::Value { value, document } => Some(document.line_of(value)),
            Self::Text(_) | Self::NotUtf8 => None,
        }
    }

    pub(super) fn text(self) -> Result<&'a str, WrongKind> {
        match self {
            Self::Text(text) => Ok(text),
            Self::Value { value, .. } => value.get_ref().as_str().ok_or_else(|| self.bad(Expected::Text)),
            Self::NotUtf8 => Err(self.bad(Expected::Text)),
        }
    }

    /// A whole number; `None` when it is something else or too large.
    pub(super) fn integer(self) -> Option<i64> {
        match self {
            Self::Text(text) => text.parse().ok(),
            Self::Value { value, .. } => {
                let integer = value.get_ref().as_integer()?;
                i64::from_str_radix(integer.as_str(), integer.radix()).ok()
            }
            Self::NotUtf8 => None,
        }
    }

    pub(super) fn boolean(self) -> Option<bool> {
        match self {
            Self::Text(text) => text.parse().ok(),
            Self::Value { value, .. } => value.get_ref().as_bool(),
            Self::NotUtf8 => None,
        }
    }

    /// Whether it is a text in a file, which is never a list.
    pub(super) fn is_text_in_file(self) -> bool {
        matches!(self, Self::Value { value, .. } if value.get_ref().as_str().is_some())
    }

    /// The members of a list, separated by commas outside a file.
    pub(super) fn list(self) -> Result<Vec<RawValue<'a>>, WrongKind> {
        match self {
            Self::Text(text) => Ok(text.split(',').map(|item| RawValue::Text(item.trim())).collect()),
            Self::Value { value, document } => {
                let list = value.get_ref().as_array().ok_or_else(|| self.bad(Expected::List))?;
                Ok(list.iter().map(|value| RawValue::Value { value, document }).collect())
            }
            Self::NotUtf8 => Err(self.bad(Expected::List)),
        }
    }

    pub(super) fn table(self) -> Result<toml::Table, WrongKind> {
        let Self::Value { value, document } = self else { return Err(self.bad(Expected::Table)) };
        if !value.get_ref().is_table() {
            return Err(self.bad(Expected::Table));
        }
        toml::Table::deserialize(ValueDeserializer::from(value.clone())).map_err(|error| {
            // The parser accepts numbers of any length.
            let mut bad = self.bad_hidden(Expected::SmallerNumber);
            bad.line = error.span().map(|span| document.line_of(&Spanned::new(span, ()))).or(bad.line);
            bad
        })
    }

    /// The base of a relative path; `None` for the current folder.
    pub(super) fn folder(self) -> Option<&'a Path> {
        match self {
            Self::Value { document, .. } => Some(document.folder()),
            Self::Text(_) | Self::NotUtf8 => None,
        }
    }
}

fn written(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::Array(values) => {
            let values: Option<Vec<String>> = values.iter().map(|value| written(value.get_ref())).collect();
            Some(values?.join(", "))
        }
        scalar => describe(scalar).1,
    }
}

fn describe(value: &DeValue<'_>) -> (Form, Option<String>) {
    match value {
        DeValue::String(text) => (Form::Text, Some(text.to_string())),
        DeValue::Integer(number) => (Form::Integer, Some(number.to_string())),
        DeValue::Float(number) => (Form::Float, Some(number.to_string())),
        DeValue::Boolean(on) => (Form::Boolean, Some(on.to_string())),
        DeValue::Datetime(time) => (Form::Time, Some(time.to_string())),
        DeValue::Array(_) => (Form::List, None),
        DeValue::Table(_) => (Form::Table, None),
    }
}
