//! Settings outside the files: the environment and the command line, both passed in.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fmt;
use std::path::PathBuf;

pub(super) const PREFIX: &str = "SERVICEDESK_";

/// Names the one configuration file to read.
pub(super) const CONFIG: &str = "SERVICEDESK_CONFIG";

/// A shorter name for `SERVICEDESK_LANGUAGE`, which wins when both are set.
const LANG: &str = "SERVICEDESK_LANG";

/// The variables that begin with `SERVICEDESK_`. An empty one counts as not set.
#[derive(Clone, Default)]
pub struct Environment(BTreeMap<String, OsString>);

/// Prints names only: somebody may have set a secret.
impl fmt::Debug for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl Environment {
    /// Selects ours from all variables.
    pub fn new(variables: impl IntoIterator<Item = (OsString, OsString)>) -> Self {
        let ours = variables.into_iter().filter_map(|(name, value)| {
            let name = name.into_string().ok()?;
            // Names are case-insensitive on Windows, but keep their case.
            let name = if cfg!(windows) { name.to_ascii_uppercase() } else { name };
            (name.starts_with(PREFIX) && !value.is_empty()).then_some((name, value))
        });
        Self(ours.collect())
    }

    pub(super) fn get(&self, name: &str) -> Option<&OsStr> {
        self.0.get(name).map(OsString::as_os_str)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// The variable that sets a key: `directory.servers` is `SERVICEDESK_DIRECTORY_SERVERS`.
pub fn environment_name(key: &str) -> String {
    format!("{PREFIX}{}", key.replace('.', "_").to_ascii_uppercase())
}

/// Every variable that sets a key, the one that wins first.
pub(super) fn environment_names(key: &str) -> impl Iterator<Item = String> {
    let short = (key == "language").then(|| LANG.to_owned());
    std::iter::once(environment_name(key)).chain(short)
}

/// Settings from the command line.
#[derive(Debug, Clone, Default)]
pub struct Overrides {
    /// `--config`: the one file to read.
    pub config: Option<PathBuf>,
    /// `--server`, in place of `directory.servers`; several are separated by commas.
    pub server: Option<String>,
    /// `--must-change` or `--no-must-change`, in place of `reset.must_change`.
    pub must_change: Option<bool>,
    /// `--everywhere`, in place of `directory.everywhere`.
    pub everywhere: bool,
}

impl Overrides {
    /// The option that sets a key, and its value.
    pub(super) fn find(&self, key: &str) -> Option<(&'static str, &str)> {
        match key {
            "directory.servers" => Some(("--server", self.server.as_deref()?)),
            "directory.everywhere" => self.everywhere.then_some(("--everywhere", "true")),
            "reset.must_change" => Some(match self.must_change? {
                true => ("--must-change", "true"),
                false => ("--no-must-change", "false"),
            }),
            _ => None,
        }
    }
}
