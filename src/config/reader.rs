//! Reads keys from the layers, the strongest first, and remembers which keys it was asked for, so that
//! a key cannot be read without being known: what is left over in a layer is unknown.
//!
//! Every layer's value is checked, also one that a stronger layer hides: a mistake does not wait to come to light.

use std::collections::BTreeSet;

use super::document::Document;
use super::environment::{Environment, Overrides, environment_names};
use super::origin::{Optional, Origin, Setting, Written};
use super::problem::{Fault, Problem};
use super::raw::{Bad, Raw};
use super::secret::looks_secret;
use super::unknown;

/// The layers above the defaults.
#[derive(Debug, Clone, Copy)]
pub(super) struct Layers<'a> {
    pub(super) overrides: &'a Overrides,
    pub(super) environment: &'a Environment,
    /// The strongest first.
    pub(super) documents: &'a [Document<'a>],
}

/// Reads keys.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    layers: Layers<'a>,
    known: BTreeSet<&'static str>,
    written: Vec<Written>,
    problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(layers: Layers<'a>) -> Self {
        Self { layers, known: BTreeSet::new(), written: Vec::new(), problems: Vec::new() }
    }

    /// A key without a default.
    pub(super) fn optional<T>(&mut self, key: &'static str, kind: impl Fn(Raw<'_>) -> Result<T, Bad>) -> Optional<T> {
        self.known.insert(key);
        let mut strongest = None;
        for (raw, origin) in self.layers_of(key) {
            match kind(raw) {
                Ok(value) if strongest.is_none() => {
                    // A password may stand by mistake where its file belongs.
                    let shown = raw.shown().filter(|_| !looks_secret(key));
                    self.written.push(Written { key, shown, origin: origin.clone() });
                    strongest = Some(Setting { key, value, origin });
                }
                Ok(_) => {}
                Err(bad) => self.problems.push(problem(key, origin, bad)),
            }
        }
        Optional::new(key, strongest)
    }

    /// A key with a default.
    pub(super) fn or<T>(
        &mut self,
        key: &'static str,
        default: T,
        kind: impl Fn(Raw<'_>) -> Result<T, Bad>,
    ) -> Setting<T> {
        let set = self.optional(key, kind);
        set.into_setting().unwrap_or(Setting { key, value: default, origin: Origin::Default })
    }

    /// What is set, in the order in which it was asked for.
    pub(super) fn written(&mut self) -> Vec<Written> {
        std::mem::take(&mut self.written)
    }

    /// Every key that was asked for.
    pub(super) fn known(self) -> BTreeSet<&'static str> {
        self.known
    }

    /// The layers' values of a key, the strongest first.
    fn layers_of(&self, key: &str) -> Vec<(Raw<'a>, Origin)> {
        let Layers { overrides, environment, documents } = self.layers;
        let option = overrides.find(key).map(|(name, value)| (Raw::Said(value), Origin::Option { name }));
        let variables = environment_names(key).filter_map(|name| {
            let raw = environment.get(&name)?.to_str().map_or(Raw::Garbled, Raw::Said);
            Some((raw, Origin::Environment { name }))
        });
        let keys = documents.iter().filter_map(|document| {
            let (name, value) = document.find(key)?;
            let origin = Origin::File { path: document.path().to_owned(), line: document.line_of(name) };
            Some((Raw::Written { value, document }, origin))
        });
        option.into_iter().chain(variables).chain(keys).collect()
    }

    /// Adds what is wrong beyond a single value.
    pub(super) fn refuse(&mut self, problems: Vec<Problem>) {
        self.problems.extend(problems);
    }

    /// Everything that is wrong, once all keys have been asked for, in the order of the layers and their lines.
    pub(super) fn problems(&mut self) -> Vec<Problem> {
        let mut problems = std::mem::take(&mut self.problems);
        for document in self.layers.documents {
            problems.extend(unknown::in_document(document, &self.known));
        }
        problems.extend(unknown::in_environment(self.layers.environment, &self.known));
        problems.sort_by_key(|problem| self.place(problem));
        problems
    }

    fn place(&self, problem: &Problem) -> (usize, usize) {
        match problem {
            Problem::Key { origin: Origin::File { path, line }, .. } => {
                let document = self.layers.documents.iter().position(|document| document.path() == path);
                (document.map_or(0, |position| position + 1), *line)
            }
            _ => (0, 0),
        }
    }
}

fn problem(key: &str, origin: Origin, bad: Bad) -> Problem {
    let Bad { mut found, expected, line } = bad;
    if looks_secret(key) {
        found.shown = None;
    }
    let origin = match (origin, line) {
        (Origin::File { path, .. }, Some(line)) => Origin::File { path, line },
        (origin, _) => origin,
    };
    Problem::Key { key: key.to_owned(), origin, fault: Fault::Invalid { found, expected } }
}
