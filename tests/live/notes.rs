//! What the scripts in `tests/lab` tell of the servers that they started.

use std::path::PathBuf;

use serde::de::DeserializeOwned;

/// What is told of the server of that name. Without a running lab the test fails, and says how to start it.
pub(crate) fn notes<T: DeserializeOwned>(name: &str) -> T {
    let path = folder().join(name).with_extension("json");
    let text = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}: run tests/lab/up", path.display()));
    serde_json::from_slice(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Where the lab keeps its notes.
pub(crate) fn folder() -> PathBuf {
    std::env::var_os("SERVICEDESK_LAB").expect("SERVICEDESK_LAB is not set: run tests/run").into()
}
