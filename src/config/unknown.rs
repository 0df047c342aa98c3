//! Unknown keys, tables and variables, and what was probably meant. Never shows a value: it may be a secret.

use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::{DeString, DeValue};

use super::document::TomlFile;
use super::enforced::KEYS;
use super::environment::{Environment, PREFIX, environment_name, environment_names};
use super::origin::Origin;
use super::problem::{Expected, Fault, Problem};
use super::raw::RawValue;
use super::secret::looks_secret;

type KnownKeys = BTreeSet<&'static str>;

/// The most letters that may differ between a misspelt name and the one meant.
const NEAR: usize = 2;

pub(super) fn in_document(document: &TomlFile<'_>, known: &KnownKeys) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (name, value) in document.table() {
        let section = name.get_ref().as_ref();
        if !is_section(section, known) {
            if section.contains('.') || !known.contains(section) {
                problems.push(unknown(document, name, value, section.to_owned(), known));
            }
            continue;
        }
        let Some(table) = value.get_ref().as_table() else {
            problems.push(not_a_table(document, section, name, value));
            continue;
        };
        for (name, value) in table {
            let key = format!("{section}.{}", name.get_ref());
            if !known.contains(key.as_str()) {
                problems.push(unknown(document, name, value, key, known));
            }
        }
    }
    problems
}

fn unknown(
    document: &TomlFile<'_>,
    name: &Spanned<DeString<'_>>,
    value: &Spanned<DeValue<'_>>,
    key: String,
    known: &KnownKeys,
) -> Problem {
    let fault = fault(&key, known, value.get_ref().is_table());
    Problem::Key { key, origin: origin(document, name), fault }
}

fn not_a_table(
    document: &TomlFile<'_>,
    key: &str,
    name: &Spanned<DeString<'_>>,
    value: &Spanned<DeValue<'_>>,
) -> Problem {
    let found = RawValue::Value { value, document }.bad_hidden(Expected::Table).found;
    let fault = Fault::Invalid { found, expected: Expected::Table };
    Problem::Key { key: key.to_owned(), origin: origin(document, name), fault }
}

fn origin(document: &TomlFile<'_>, name: &Spanned<DeString<'_>>) -> Origin {
    Origin::File { path: document.path().to_owned(), line: document.line_of(name) }
}

/// The unknown names in the environment: variables named after one of our tables, or nearly like one of our keys. Other
/// programs may use the prefix too (a cluster sets `SERVICEDESK_PORT` for a service of that name).
pub(super) fn in_environment(environment: &Environment, known: &KnownKeys) -> Vec<Problem> {
    let ours: BTreeSet<String> = known.iter().flat_map(|key| environment_names(key)).collect();
    let strangers = environment.names().filter(|name| !ours.contains(*name));
    strangers
        .filter_map(|name| {
            let rest = name.strip_prefix(PREFIX)?.to_ascii_lowercase();
            let section = sections(known).find(|section| rest.starts_with(&format!("{section}_")));
            let key = match section {
                Some(section) => rest.replacen(&format!("{section}_"), &format!("{section}."), 1),
                // A password is never taken from the environment, and that must be said.
                None if looks_secret(&rest) => rest,
                None => {
                    let near = |key: &&str| distance(&environment_name(key), name) <= NEAR;
                    known.iter().copied().find(near)?;
                    rest
                }
            };
            let fault = fault(&key, known, false);
            Some(Problem::Key { key, origin: Origin::Environment { name: name.to_owned() }, fault })
        })
        .collect()
}

/// The problem with a name that should be a section's or a key's.
pub(super) fn as_setting(name: &str, origin: Origin, known: &KnownKeys) -> Option<Problem> {
    // `[enforced]` itself cannot be enforced.
    let is_itself = name.split('.').next() == KEYS.split('.').next();
    let is_one = !is_itself && (known.contains(name) || is_section(name, known));
    let meant = if is_itself { None } else { nearest(name, known) };
    (!is_one).then(|| Problem::Key { key: name.to_owned(), origin, fault: Fault::Unknown { meant } })
}

fn fault(key: &str, known: &KnownKeys, is_table: bool) -> Fault {
    let meant = nearest(key, known);
    if meant.is_some() || is_table || !looks_secret(key) {
        return Fault::Unknown { meant: meant.or_else(|| begun(key, known)).or_else(|| elsewhere(key, known)) };
    }
    let section = key.split_once('.').map_or("", |(section, _)| section);
    let instead = known.iter().copied().find(|known| known.split('.').next() == Some(section) && looks_secret(known));
    Fault::Secret { instead: instead.or_else(|| elsewhere(key, known)) }
}

pub(super) fn nearest(key: &str, known: &KnownKeys) -> Option<&'static str> {
    let tables = sections(known).filter(|_| !key.contains('.'));
    let candidates = known.iter().copied().chain(tables);
    let near = candidates.map(|candidate| (distance(candidate, key), candidate));
    // In a short word, two letters are too many.
    let near = near.filter(|(distance, candidate)| *distance <= NEAR.min(last(candidate).len() / 2));
    near.min().map(|(_, candidate)| candidate)
}

/// The key that begins with this: `timeout` for `timeout_seconds`.
fn begun(key: &str, known: &KnownKeys) -> Option<&'static str> {
    known.iter().copied().find(|candidate| last(key).len() > NEAR && candidate.starts_with(key))
}

/// The key with this name in another table.
fn elsewhere(key: &str, known: &KnownKeys) -> Option<&'static str> {
    known.iter().copied().find(|candidate| last(candidate) == last(key))
}

fn last(key: &str) -> &str {
    key.rsplit('.').next().unwrap_or(key)
}

fn is_section(name: &str, known: &KnownKeys) -> bool {
    sections(known).any(|section| section == name)
}

fn sections(known: &KnownKeys) -> impl Iterator<Item = &'static str> {
    known.iter().filter_map(|key| key.split_once('.').map(|(section, _)| section))
}

/// The edit distance (Levenshtein). Distances above [`NEAR`] are not exact.
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    // Keys can be as long as the file.
    if one.len().abs_diff(other.len()) > NEAR {
        return NEAR + 1;
    }
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, b) in other.iter().enumerate() {
            let changed = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}
