//! `config`: shows the settings and their origin, checks them, and changes one in its file.

pub(in crate::commands) mod render;

use std::path::PathBuf;

use crate::domain::named_enum::{kinds_of, named_enum};

#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    pub(crate) command: Subcommand,
}

#[derive(Debug, Clone, clap::Subcommand)]
pub(crate) enum Subcommand {
    Show(ShowArgs),
    Example,
    Check,
    Path,
    Set(SetArgs),
    Unset(UnsetArgs),
}

#[derive(Debug, Clone, clap::Args)]
pub(crate) struct ShowArgs {
    #[arg(value_name = "KEY")]
    pub(crate) key: Option<String>,
}

#[derive(Debug, Clone, clap::Args)]
pub(crate) struct SetArgs {
    #[arg(value_name = "KEY")]
    pub(crate) key: String,
    #[arg(value_name = "VALUE", allow_negative_numbers = true)]
    pub(crate) value: String,
    #[arg(long)]
    pub(crate) computer: bool,
}

#[derive(Debug, Clone, clap::Args)]
pub(crate) struct UnsetArgs {
    #[arg(value_name = "KEY")]
    pub(crate) key: String,
    #[arg(long)]
    pub(crate) computer: bool,
}

/// A setting, as it applies.
#[derive(Debug)]
pub struct ShownSetting {
    pub key: &'static str,
    /// `None`: not set, or not to be shown.
    pub value: Option<String>,
    pub origin: ShownOrigin,
    /// Whether the computer's file decides it.
    pub enforced: bool,
}

#[derive(Debug, PartialEq, Eq)]
pub enum ShownOrigin {
    /// There is no default.
    NotSet,
    Default,
    /// A file and line, a variable, or an option.
    Place(String),
}

/// The settings that apply.
#[derive(Debug)]
pub struct Shown(pub Vec<ShownSetting>);

/// A configuration with every setting, in comments.
#[derive(Debug)]
pub struct Example(pub String);

/// A configuration that can be used.
#[derive(Debug)]
pub struct Checked {
    pub files: Vec<PathBuf>,
    /// How many settings are set.
    pub set: usize,
}

/// The files that are read, the strongest first.
#[derive(Debug)]
pub struct Paths(pub Vec<ConfigPath>);

#[derive(Debug)]
pub struct ConfigPath {
    pub path: PathBuf,
    pub whose: Whose,
    pub exists: bool,
    /// Whether `config set` changes it.
    pub is_target: bool,
}

named_enum! {
    pub enum Whose {
        User = "user",
        Computer = "computer",
        /// Named for this run.
        Named = "named",
    }
}

/// What became of a change.
#[derive(Debug)]
pub struct Changed {
    pub file: PathBuf,
    pub key: String,
    pub change: Change,
    /// What overrules the file, so that the value has no effect.
    pub overruled_by: Option<String>,
}

#[derive(Debug, PartialEq, Eq)]
pub enum Change {
    /// With the value, if it may be shown.
    Set(Option<String>),
    Removed,
    /// There was nothing to remove.
    NotSet,
}

kinds_of! {
    /// What became of a change.
    pub enum ChangeKind of Change {
        Set = "set" if Self::Set(_),
        Removed = "removed" if Self::Removed,
        NotSet = "not_set" if Self::NotSet,
    }
}
