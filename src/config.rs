//! Settings with their origin: defaults < system file < user file < environment < options.
//!
//! A section's keys stand in its file below: one line declares a key, one reads it, and only what is read is known.
//! Reads the configuration files and nothing else: environment, folders and options are handed in, and the
//! files that settings name are for others to open. No sentences for people: a [`Problem`] is data.

mod desk;
mod directory;
mod document;
mod environment;
mod kind;
mod origin;
mod problem;
mod raw;
mod reader;
mod rules;
mod secret;
mod sms;
mod store;
#[cfg(test)]
mod tests;
mod unknown;

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

pub use desk::{Audit, Desk, Syslog, SyslogWay};
pub use directory::{Bind, Directory, History};
pub use document::MAX_BYTES;
pub use environment::{Environment, Overrides, environment_name};
pub use origin::{Missing, Optional, Origin, Setting, Written};
pub use problem::{Expected, Fault, Form, Found, Problem, Problems, SecretFault, Unfit, Unreadable};
pub use rules::{PasswordPolicy, Protected, Reset, Verification};
pub use sms::{Country, Provider, Sms};
pub use store::{Database, Server, State};

use crate::text::Language;
use document::Document;
use kind::Word;
use reader::{Layers, Reader};

/// All settings.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The operator's language; else the terminal's.
    pub language: Optional<Language>,
    /// The directory.
    pub directory: Directory,
    /// The SMS gateway.
    pub sms: Sms,
    /// When a caller is who they say they are.
    pub verification: Verification,
    /// The municipality's rules for passwords.
    pub password_policy: PasswordPolicy,
    /// New passwords.
    pub reset: Reset,
    /// Accounts that are never touched.
    pub protected: Protected,
    /// What is kept.
    pub state: State,
    /// The audit trail.
    pub audit: Audit,
    /// What is said to callers.
    pub desk: Desk,
    /// The files that were read, the strongest first.
    pub files: Vec<PathBuf>,
    /// What is set anywhere, as it was written there.
    pub written: Vec<Written>,
}

impl Word for Language {
    const WORDS: &'static [(&'static str, Self)] = &[("sv", Self::Swedish), ("en", Self::English)];
}

/// The folders in which a `config.toml` is looked for.
#[derive(Debug, Clone)]
pub struct Folders {
    /// The user's: `$XDG_CONFIG_HOME/servicedesk`, where there is a home.
    pub user_config: Option<PathBuf>,
    /// The system's: `/etc/servicedesk`.
    pub system_config: PathBuf,
}

impl Folders {
    /// The files that are read where they are there, the strongest first.
    pub fn files(&self) -> impl Iterator<Item = PathBuf> {
        self.user_config.iter().chain([&self.system_config]).map(|folder| folder.join("config.toml"))
    }
}

impl Settings {
    /// Reads the file that `--config` or `SERVICEDESK_CONFIG` names, or else what there is in `folders`
    /// (`None`: no file, as the practice directory wants it), and what the environment and the options set.
    ///
    /// # Errors
    /// [`Problems`]: everything that is wrong with the files as such, or else with what the layers say.
    pub fn load(overrides: &Overrides, environment: &Environment, folders: Option<&Folders>) -> Result<Self, Problems> {
        let mut problems = Vec::new();
        let mut texts = Vec::new();
        for file in files(overrides, environment, folders) {
            match file.read() {
                Ok(text) => texts.extend(text),
                Err(problem) => problems.push(problem),
            }
        }
        let mut documents = Vec::new();
        for (path, text) in &texts {
            match Document::parse(path, text) {
                Ok(document) => documents.push(document),
                Err(found) => problems.extend(found),
            }
        }
        // What the other layers lack might stand in a file that could not be read.
        if problems.is_empty() {
            Self::read(Layers { overrides, environment, documents: &documents })
        } else {
            Err(Problems(problems))
        }
    }

    /// Every key there is, `section.key`.
    pub fn keys() -> BTreeSet<&'static str> {
        let (overrides, environment) = (Overrides::default(), Environment::default());
        let mut reader = Reader::new(Layers { overrides: &overrides, environment: &environment, documents: &[] });
        Self::ask(&mut reader, Vec::new());
        reader.known()
    }

    fn read(layers: Layers<'_>) -> Result<Self, Problems> {
        let reader = &mut Reader::new(layers);
        let files = layers.documents.iter().map(|document| document.path().to_owned()).collect();
        let settings = Self::ask(reader, files);
        let problems = reader.problems();
        if problems.is_empty() { Ok(settings) } else { Err(Problems(problems)) }
    }

    fn ask(reader: &mut Reader<'_>, files: Vec<PathBuf>) -> Self {
        Self {
            language: reader.optional("language", kind::word),
            directory: Directory::read(reader),
            sms: Sms::read(reader),
            verification: Verification::read(reader),
            password_policy: PasswordPolicy::read(reader),
            reset: Reset::read(reader),
            protected: Protected::read(reader),
            state: State::read(reader),
            audit: Audit::read(reader),
            desk: Desk::read(reader),
            files,
            written: reader.written(),
        }
    }
}

/// A file to read, if it is there.
struct Candidate {
    path: PathBuf,
    /// Who named it: then it must be there.
    named_by: Option<Origin>,
}

/// The files to read, the strongest first.
fn files(overrides: &Overrides, environment: &Environment, folders: Option<&Folders>) -> Vec<Candidate> {
    let option = overrides.config.as_deref().map(|path| (path, Origin::Option { name: "--config" }));
    let variable = || {
        let path = Path::new(environment.get(environment::CONFIG)?);
        Some((path, Origin::Environment { name: environment::CONFIG.to_owned() }))
    };
    if let Some((path, origin)) = option.or_else(variable) {
        return vec![Candidate { path: path.to_owned(), named_by: Some(origin) }];
    }
    folders.into_iter().flat_map(Folders::files).map(|path| Candidate { path, named_by: None }).collect()
}

impl Candidate {
    /// The file's name and text; `None` when it is not there and need not be.
    fn read(self) -> Result<Option<(PathBuf, String)>, Problem> {
        use io::ErrorKind::{NotADirectory, NotFound};
        let Self { path, named_by } = self;
        match document::read(&path) {
            Ok(text) => Ok(Some((path, text))),
            Err(Unreadable::Io(NotFound | NotADirectory)) if named_by.is_none() => Ok(None),
            Err(why) => Err(Problem::Unreadable { path, why, named_by }),
        }
    }
}
