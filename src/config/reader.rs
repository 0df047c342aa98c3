//! Reads keys from the layers, the strongest first, and remembers which keys it was asked for: all others are unknown.
//!
//! Checks the value of every layer, also one that a stronger layer hides.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::document::TomlFile;
use super::enforced::{self, Enforced, Overruled};
use super::environment::{Environment, Overrides, environment_names};
use super::origin::{Optional, Origin, Setting, Written};
use super::problem::{Fault, Problem};
use super::raw::{RawValue, WrongKind};
use super::secret::looks_secret;
use super::unknown;

#[derive(Debug, Clone, Copy)]
pub(super) struct Layers<'a> {
    pub(super) overrides: &'a Overrides,
    pub(super) environment: &'a Environment,
    /// All files but the computer's own, the strongest first.
    pub(super) documents: &'a [TomlFile<'a>],
    /// The computer's own file, the weakest layer for what it does not enforce.
    pub(super) computer: Option<&'a TomlFile<'a>>,
    /// Whether a file was named in place of the usual ones: then the computer's counts only for what it enforces.
    pub(super) named: bool,
    /// The path of the computer's file, which need not exist; `None` when there is none.
    pub(super) computer_path: Option<&'a Path>,
}

#[derive(Debug)]
pub(super) struct SettingsReader<'a> {
    layers: Layers<'a>,
    known: BTreeSet<&'static str>,
    enforced: Option<Enforced>,
    overruled: Vec<Overruled>,
    written: Vec<Written>,
    problems: Vec<Problem>,
}

impl<'a> SettingsReader<'a> {
    pub(super) fn new(layers: Layers<'a>) -> Self {
        let (known, written, overruled) = (BTreeSet::new(), Vec::new(), Vec::new());
        let mut reader = Self { layers, known, enforced: None, overruled, written, problems: Vec::new() };
        match layers.computer.map(Enforced::read).transpose() {
            Ok(enforced) => reader.enforced = enforced,
            Err(problem) => reader.problems.push(problem),
        }
        reader
    }

    /// What the computer's file enforces. `[enforced]` in another layer has no effect and is reported.
    pub(super) fn enforced(&mut self) -> Option<Enforced> {
        self.known.insert(enforced::KEYS);
        for (raw, origin, computers) in self.layers_of(enforced::KEYS) {
            match (enforced::names(raw), self.layers.computer_path) {
                (Ok(()), Some(file)) if !computers => self.overrule(enforced::KEYS, origin, file.to_owned()),
                (Err(bad), _) if !computers => self.problems.push(problem(enforced::KEYS, origin, bad)),
                _ => {}
            }
        }
        self.enforced.clone()
    }

    /// A key without a default.
    pub(super) fn optional<T: PartialEq>(
        &mut self,
        key: &'static str,
        kind: impl Fn(RawValue<'_>) -> Result<T, WrongKind>,
    ) -> Optional<T> {
        Optional::new(key, self.strongest(key, None, kind))
    }

    fn strongest<T: PartialEq>(
        &mut self,
        key: &'static str,
        default: Option<&T>,
        kind: impl Fn(RawValue<'_>) -> Result<T, WrongKind>,
    ) -> Option<Setting<T>> {
        self.known.insert(key);
        let file = self.enforced.as_ref().filter(|enforced| enforced.holds(key)).map(|enforced| enforced.file.clone());
        let (mut strongest, mut tried) = (None, Vec::new());
        for (raw, origin, computers) in self.layers_of(key) {
            match kind(raw) {
                Ok(value) if file.is_some() && !computers => tried.push((value, origin)),
                Ok(value) if strongest.is_none() => {
                    // A password may have been written where the path of its file belongs.
                    let shown = raw.shown().filter(|_| !looks_secret(key));
                    self.written.push(Written { key, shown, origin: origin.clone(), enforced: file.is_some() });
                    strongest = Some(Setting { key, value, origin });
                }
                Ok(_) => {}
                Err(bad) => self.problems.push(problem(key, origin, bad)),
            }
        }
        let in_force = strongest.as_ref().map(|setting| &setting.value).or(default);
        for (value, origin) in tried {
            if let Some(file) = file.clone().filter(|_| Some(&value) != in_force) {
                self.overrule(key, origin, file);
            }
        }
        strongest
    }

    /// Reports an overruled value. Only an option is an error: a file or variable may be old.
    fn overrule(&mut self, key: &'static str, origin: Origin, file: PathBuf) {
        if let Origin::Option { .. } = origin {
            self.problems.push(Problem::Key { key: key.to_owned(), origin, fault: Fault::Enforced { file } });
        } else {
            self.overruled.push(Overruled { key, origin, file });
        }
    }

    /// A key with a default.
    pub(super) fn or<T: PartialEq>(
        &mut self,
        key: &'static str,
        default: T,
        kind: impl Fn(RawValue<'_>) -> Result<T, WrongKind>,
    ) -> Setting<T> {
        let set = self.strongest(key, Some(&default), kind);
        set.unwrap_or(Setting { key, value: default, origin: Origin::Default })
    }

    pub(super) fn value<T: PartialEq>(
        &mut self,
        key: &'static str,
        default: T,
        kind: impl Fn(RawValue<'_>) -> Result<T, WrongKind>,
    ) -> T {
        self.or(key, default, kind).value
    }

    pub(super) fn written(&mut self) -> Vec<Written> {
        std::mem::take(&mut self.written)
    }

    pub(super) fn overruled(&mut self) -> Vec<Overruled> {
        std::mem::take(&mut self.overruled)
    }

    pub(super) fn known(self) -> BTreeSet<&'static str> {
        self.known
    }

    /// The layers' values of a key, the strongest first, each with whether it is the computer's.
    fn layers_of(&self, key: &str) -> Vec<(RawValue<'a>, Origin, bool)> {
        let Layers { overrides, environment, documents, computer, named, .. } = self.layers;
        let option = overrides.find(key).map(|(name, value)| (RawValue::Text(value), Origin::Option { name }, false));
        let variables = environment_names(key).filter_map(|name| {
            let raw = environment.get(&name)?.to_str().map_or(RawValue::NotUtf8, RawValue::Text);
            Some((raw, Origin::Environment { name }, false))
        });
        let counts = !named || self.enforced.as_ref().is_some_and(|enforced| enforced.holds(key));
        let computer = computer.filter(|_| counts).map(|document| (document, true));
        let keys = documents.iter().map(|document| (document, false)).chain(computer);
        let keys = keys.filter_map(|(document, computers)| {
            let (name, value) = document.find(key)?;
            let origin = Origin::File { path: document.path().to_owned(), line: document.line_of(name) };
            Some((RawValue::Value { value, document }, origin, computers))
        });
        option.into_iter().chain(variables).chain(keys).collect()
    }

    /// Adds problems beyond a single value.
    pub(super) fn refuse(&mut self, problems: impl IntoIterator<Item = Problem>) {
        self.problems.extend(problems);
    }

    /// All problems, once all keys have been read, in the order of the layers and their lines.
    pub(super) fn problems(&mut self) -> Vec<Problem> {
        let mut problems = std::mem::take(&mut self.problems);
        for document in self.documents() {
            problems.extend(unknown::in_document(document, &self.known));
        }
        problems.extend(unknown::in_environment(self.layers.environment, &self.known));
        let enforced = self.enforced.iter().flat_map(Enforced::written);
        problems.extend(enforced.filter_map(|(name, origin)| unknown::as_setting(name, origin, &self.known)));
        problems.sort_by_key(|problem| self.place(problem));
        problems
    }

    fn documents(&self) -> impl Iterator<Item = &'a TomlFile<'a>> {
        self.layers.documents.iter().chain(self.layers.computer)
    }

    fn place(&self, problem: &Problem) -> (usize, usize) {
        match problem {
            Problem::Key { origin: Origin::File { path, line }, .. } => {
                let document = self.documents().position(|document| document.path() == path);
                (document.map_or(0, |position| position + 1), *line)
            }
            _ => (0, 0),
        }
    }
}

fn problem(key: &str, origin: Origin, bad: WrongKind) -> Problem {
    let WrongKind { mut found, expected, line } = bad;
    if looks_secret(key) {
        found.shown = None;
    }
    let origin = match (origin, line) {
        (Origin::File { path, .. }, Some(line)) => Origin::File { path, line },
        (origin, _) => origin,
    };
    Problem::Key { key: key.to_owned(), origin, fault: Fault::Invalid { found, expected } }
}
