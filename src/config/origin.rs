//! A setting: a value with the place where it was set.

use std::fmt;
use std::path::PathBuf;

use super::problem::{Fault, Problem, Unfit};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    Default,
    File {
        path: PathBuf,
        /// The line of the key, or of the value in a list; the first is 1.
        line: usize,
    },
    Environment {
        name: String,
    },
    Option {
        /// The option, with its hyphens.
        name: &'static str,
    },
    /// What the operator answered to a question.
    Answer {
        question: String,
    },
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File { path, line } => write!(f, "{}:{line}", path.display()),
            Self::Environment { name } => f.write_str(name),
            Self::Option { name } => f.write_str(name),
            Self::Answer { question } => f.write_str(question),
        }
    }
}

/// A value that applies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting<T> {
    pub key: &'static str,
    pub value: T,
    pub origin: Origin,
}

impl<T> Setting<T> {
    /// The problem that the value cannot be used.
    pub fn unfit(&self, why: Unfit) -> Problem {
        unfit(self.key, self.origin.clone(), why)
    }
}

fn unfit(key: &str, origin: Origin, why: Unfit) -> Problem {
    Problem::Key { key: key.to_owned(), origin, fault: Fault::Unfit(why) }
}

/// A setting as it was written, for people to see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub key: &'static str,
    /// The value; `None` for a table, or when it may be a secret.
    pub shown: Option<String>,
    pub origin: Origin,
    /// Whether the computer's file enforces it.
    pub enforced: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Optional<T> {
    key: &'static str,
    setting: Option<Setting<T>>,
}

impl<T> Optional<T> {
    pub(crate) fn new(key: &'static str, setting: Option<Setting<T>>) -> Self {
        Self { key, setting }
    }

    pub(super) fn into_setting(self) -> Option<Setting<T>> {
        self.setting
    }

    pub fn key(&self) -> &'static str {
        self.key
    }

    pub fn get(&self) -> Option<&Setting<T>> {
        self.setting.as_ref()
    }

    pub fn value(&self) -> Option<&T> {
        self.setting.as_ref().map(|setting| &setting.value)
    }

    /// The value, or [`Problem::Missing`].
    pub fn require(&self) -> Result<&T, Problem> {
        self.value().ok_or(Problem::Missing { key: self.key })
    }

    /// The problem that the value, or what is used in its place, cannot be used.
    pub fn unfit(&self, why: Unfit) -> Problem {
        unfit(self.key, self.get().map_or(Origin::Default, |setting| setting.origin.clone()), why)
    }
}
