//! The settings and their files as scripts read them.

use schemars::JsonSchema;
use serde::Serialize;

use crate::commands::config::{Change, ChangeKind, Changed, Checked, ConfigPath, ShownOrigin, ShownSetting, Whose};
use crate::view::document::{Document, SchemaVersion};

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ConfigShow")]
pub(in crate::commands) struct ShowDocument {
    schema: SchemaVersion,
    settings: Vec<ConfigSettingDocument>,
}

impl Document for ShowDocument {
    const ROWS: Option<&'static str> = Some("settings");
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ConfigSetting")]
struct ConfigSettingDocument {
    /// `table.key`.
    key: &'static str,
    /// In TOML; `null`: it is not set, or may be a secret.
    value: Option<String>,
    /// A file and line, a variable or an option; `default`; `null`: it is not set, and there is no default.
    origin: Option<String>,
    /// Whether the computer's file decides it.
    enforced: bool,
}

impl ShowDocument {
    pub(super) fn of(settings: &[ShownSetting]) -> Self {
        let setting = |ShownSetting { key, value, origin, enforced }: &ShownSetting| ConfigSettingDocument {
            key,
            value: value.clone(),
            origin: match origin {
                ShownOrigin::NotSet => None,
                ShownOrigin::Default => Some("default".to_owned()),
                ShownOrigin::Place(place) => Some(place.clone()),
            },
            enforced: *enforced,
        };
        Self { schema: SchemaVersion, settings: settings.iter().map(setting).collect() }
    }
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ConfigExample")]
pub(in crate::commands) struct ExampleDocument {
    pub(super) schema: SchemaVersion,
    /// A configuration with every setting, in comments.
    pub(super) example: String,
}

impl Document for ExampleDocument {}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ConfigCheck")]
pub(in crate::commands) struct CheckDocument {
    schema: SchemaVersion,
    /// Always `true`; anything else is an error.
    valid: bool,
    /// The files that were read.
    files: Vec<String>,
    /// How many settings are set.
    set: usize,
}

impl Document for CheckDocument {}

impl CheckDocument {
    pub(super) fn of(Checked { files, set }: &Checked) -> Self {
        let files = files.iter().map(|file| file.display().to_string()).collect();
        Self { schema: SchemaVersion, valid: true, files, set: *set }
    }
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ConfigPath")]
pub(in crate::commands) struct PathDocument {
    schema: SchemaVersion,
    /// The strongest first.
    files: Vec<FileDocument>,
}

impl Document for PathDocument {
    const ROWS: Option<&'static str> = Some("files");
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ConfigFile")]
struct FileDocument {
    path: String,
    whose: Whose,
    exists: bool,
    /// Whether `config set` changes it.
    target: bool,
}

impl PathDocument {
    pub(super) fn of(files: &[ConfigPath]) -> Self {
        let file = |ConfigPath { path, whose, exists, is_target }: &ConfigPath| FileDocument {
            path: path.display().to_string(),
            whose: *whose,
            exists: *exists,
            target: *is_target,
        };
        Self { schema: SchemaVersion, files: files.iter().map(file).collect() }
    }
}

/// What `config set` and `config unset` did.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ConfigChange")]
pub(in crate::commands) struct ChangeDocument {
    schema: SchemaVersion,
    outcome: ChangeKind,
    key: String,
    /// In TOML; `null`: there is none, or it may be a secret.
    value: Option<String>,
    file: String,
    /// What is stronger than the file, so that the value has no effect.
    overruled_by: Option<String>,
}

impl Document for ChangeDocument {}

impl ChangeDocument {
    pub(super) fn of(Changed { file, key, change, overruled_by }: &Changed) -> Self {
        Self {
            schema: SchemaVersion,
            outcome: change.kind(),
            key: key.clone(),
            value: match change {
                Change::Set(value) => value.clone(),
                Change::Removed | Change::NotSet => None,
            },
            file: file.display().to_string(),
            overruled_by: overruled_by.clone(),
        }
    }
}
