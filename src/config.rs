//! Settings with their origin: defaults < system file < user file < environment < options; and what the system's file
//! enforces, which no other layer changes.
//!
//! Each section has a file: one line declares a key, one reads it, and only keys that are read are known. Reads the
//! configuration files only: environment, folders and options are passed in, and adapters open the files that settings
//! name. A [`Problem`] is data, not a sentence.

mod audit;
mod card;
mod desk;
mod directory;
mod document;
pub mod edit;
mod enforced;
mod environment;
mod keys;
mod kind;
mod origin;
mod password_policy;
mod problem;
mod protected;
mod raw;
mod reader;
mod reset;
mod secret;
mod sms;
mod state;
#[cfg(test)]
mod tests;
mod unknown;
mod verification;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub use audit::{Audit, Receiver};
pub use card::{Card, CardFact};
pub use desk::Desk;
pub use directory::{Bind, Directory, History, with_domain};
pub use document::MAX_BYTES;
pub(crate) use document::{check_ordinary, read_at_most, read_file_at_most};
pub use enforced::{Enforced, Overruled};
pub use environment::{Environment, Overrides, environment_name};
pub use keys::{DocumentedKey, KEYS};
pub use origin::{Optional, Origin, Setting, Written};
pub use password_policy::PasswordPolicy;
pub use problem::{CaFault, Expected, Fault, Form, Found, Problem, Problems, ReadFault, SecretFault, Unfit};
pub use protected::Protected;
pub use reset::Reset;
pub use sms::{Country, Preset, Provider, SmsSection};
pub(crate) use state::is_loopback;
pub use state::{Database, Server, StateSection};
pub use verification::Verification;

use crate::domain::system_fault::SystemFault;
use crate::text::Language;
use document::TomlFile;
use kind::Word;
use reader::{Layers, SettingsReader};

#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The operator's language; else the terminal's.
    pub language: Optional<Language>,
    pub directory: Directory,
    pub sms: SmsSection,
    /// How callers are verified.
    pub verification: Verification,
    pub password_policy: PasswordPolicy,
    pub reset: Reset,
    pub protected: Protected,
    /// Where codes and the trail are kept.
    pub state: StateSection,
    pub audit: Audit,
    pub desk: Desk,
    pub card: Card,
    /// The files that were read, the strongest first.
    pub files: Vec<PathBuf>,
    /// Every value that is set, as it was written.
    pub written: Vec<Written>,
    /// What the computer's file enforces; `None` when there is no such file.
    pub enforced: Option<Enforced>,
    /// Settings elsewhere that an enforced one overrules.
    pub overruled: Vec<Overruled>,
}

impl Word for Language {
    const WORDS: &'static [(&'static str, Self)] = &[("sv", Self::Swedish), ("en", Self::English)];
}

const NAME: &str = "config.toml";

/// The folders that may hold a `config.toml`.
#[derive(Debug, Clone)]
pub struct Folders {
    /// `$XDG_CONFIG_HOME/servicedesk`; `None` if the user has no home.
    pub user_config: Option<PathBuf>,
    pub system_config: PathBuf,
}

impl Folders {
    /// The files that are read if they exist, the strongest first.
    pub fn files(&self) -> impl Iterator<Item = PathBuf> {
        self.user().into_iter().chain([self.computer()])
    }

    pub fn user(&self) -> Option<PathBuf> {
        self.user_config.as_ref().map(|folder| folder.join(NAME))
    }

    /// The computer's file, whose path no operator's setting changes.
    pub fn computer(&self) -> PathBuf {
        self.system_config.join(NAME)
    }
}

impl Settings {
    /// The supervisors; `None` if they and the operator are not protected.
    pub fn protected_operators(&self) -> Option<Vec<String>> {
        self.protected.operators.value.then(|| self.verification.supervisors.value.clone())
    }

    /// Reads the file that `--config` or `SERVICEDESK_CONFIG` names, or else the user's and the computer's in `folders`
    /// (`None` for no file, as with the practice directory), the environment and the options. The computer's file
    /// enforces its settings in either case.
    pub fn load(overrides: &Overrides, environment: &Environment, folders: Option<&Folders>) -> Result<Self, Problems> {
        Self::load_draft(overrides, environment, folders, None)
    }

    /// The same, with `draft` in the place of the file that it may become.
    pub fn load_draft(
        overrides: &Overrides,
        environment: &Environment,
        folders: Option<&Folders>,
        draft: Option<&Draft>,
    ) -> Result<Self, Problems> {
        let sources = Sources::read(overrides, environment, folders, draft);
        sources.layered(overrides, environment, |layers, problems| match problems.is_empty() {
            true => Self::read(layers),
            // A missing setting may be in a file that could not be read.
            false => Err(Problems(problems)),
        })
    }

    /// Reads only the operator's language, also where [`load`](Self::load) finds problems: they are told in it.
    pub fn language(overrides: &Overrides, environment: &Environment, folders: Option<&Folders>) -> Option<Language> {
        let sources = Sources::read(overrides, environment, folders, None);
        sources.layered(overrides, environment, |layers, _| {
            SettingsReader::new(layers).optional("language", kind::word).value().copied()
        })
    }

    /// The setting that was probably meant.
    pub fn nearest(key: &str) -> Option<&'static str> {
        unknown::nearest(key, &Self::keys())
    }

    /// Every setting as it was written, and the others with their defaults, in the order of the manual.
    pub fn all(&self) -> Vec<Written> {
        let written = |key: &DocumentedKey| {
            if key.path == enforced::KEYS
                && let Some(enforced) = &self.enforced
            {
                return enforced.shown();
            }
            let default = || Written {
                key: key.path,
                shown: key.default.and_then(shown),
                origin: Origin::Default,
                enforced: self.enforced.as_ref().is_some_and(|enforced| enforced.holds(key.path)),
            };
            self.written.iter().find(|written| written.key == key.path).cloned().unwrap_or_else(default)
        };
        KEYS.iter().map(written).collect()
    }

    /// Every key, as `section.key`.
    pub fn keys() -> BTreeSet<&'static str> {
        let (overrides, environment) = (Overrides::default(), Environment::default());
        let mut reader = SettingsReader::new(Layers {
            overrides: &overrides,
            environment: &environment,
            documents: &[],
            computer: None,
            named: false,
            computer_path: None,
        });
        Self::ask(&mut reader, Vec::new());
        reader.known()
    }

    fn read(layers: Layers<'_>) -> Result<Self, Problems> {
        let reader = &mut SettingsReader::new(layers);
        let documents = layers.documents.iter().chain(layers.computer);
        let files = documents.map(|document| document.path().to_owned()).collect();
        let settings = Self::ask(reader, files);
        let problems = reader.problems();
        if problems.is_empty() { Ok(settings) } else { Err(Problems(problems)) }
    }

    fn ask(reader: &mut SettingsReader<'_>, files: Vec<PathBuf>) -> Self {
        let enforced = reader.enforced();
        Self {
            language: reader.optional("language", kind::word),
            directory: Directory::read(reader),
            sms: SmsSection::read(reader),
            verification: Verification::read(reader),
            password_policy: PasswordPolicy::read(reader),
            reset: Reset::read(reader),
            protected: Protected::read(reader),
            state: StateSection::read(reader),
            audit: Audit::read(reader),
            desk: Desk::read(reader),
            card: Card::read(reader),
            files,
            written: reader.written(),
            enforced,
            overruled: reader.overruled(),
        }
    }
}

/// The files that count in a run.
struct Sources {
    /// Their texts, the strongest first, and whether it is the computer's own file.
    texts: Vec<(PathBuf, String, bool)>,
    /// Why others could not be read.
    unread: Vec<Problem>,
    /// Whether a file was named in place of the usual ones.
    named: bool,
    computer_path: Option<PathBuf>,
}

impl Sources {
    fn read(
        overrides: &Overrides,
        environment: &Environment,
        folders: Option<&Folders>,
        draft: Option<&Draft>,
    ) -> Self {
        let computer_path = folders.map(Folders::computer);
        let named = named(overrides, environment);
        // `--config` may name the computer's file.
        let names_computers =
            named.as_ref().zip(computer_path.as_ref()).is_some_and(|(named, computer)| is_same(&named.path, computer));
        let is_another = named.is_some() && !names_computers;
        let usual = |path| ConfigFile { path, named_by: None, is_computers: false };
        let computers = || computer_path.clone().map(|path| ConfigFile { is_computers: true, ..usual(path) });
        let candidates = match named {
            Some(named) if names_computers => [None, Some(ConfigFile { is_computers: true, ..named })],
            Some(named) => [Some(named), computers()],
            None => [folders.and_then(Folders::user).map(usual), computers()],
        };
        let (mut texts, mut unread) = (Vec::new(), Vec::new());
        for candidate in candidates.into_iter().flatten() {
            let is_computers = candidate.is_computers;
            match candidate.read(draft) {
                Ok(text) => texts.extend(text.map(|(path, text)| (path, text, is_computers))),
                Err(problem) => unread.push(problem),
            }
        }
        Self { texts, unread, named: is_another, computer_path }
    }

    /// Calls `then` with the layers, and with why a file is not among them.
    fn layered<T>(
        self,
        overrides: &Overrides,
        environment: &Environment,
        then: impl FnOnce(Layers<'_>, Vec<Problem>) -> T,
    ) -> T {
        let Self { texts, unread: mut problems, named, computer_path } = self;
        let (mut documents, mut computer) = (Vec::new(), None);
        for (path, text, is_computers) in &texts {
            match TomlFile::parse(path, text) {
                Ok(document) if *is_computers => computer = Some(document),
                Ok(document) => documents.push(document),
                Err(found) => problems.extend(found),
            }
        }
        let (computer, computer_path) = (computer.as_ref(), computer_path.as_deref());
        let layers = Layers { overrides, environment, documents: &documents, computer, named, computer_path };
        then(layers, problems)
    }
}

/// The text of a configuration file that is not written yet.
#[derive(Debug, Clone)]
pub struct Draft {
    pub path: PathBuf,
    pub text: String,
}

/// The text of a configuration file; `None` if it does not exist.
///
/// # Errors
/// [`Problem::Unreadable`].
pub fn text_of(path: &Path) -> Result<Option<String>, Problem> {
    let file = ConfigFile { path: path.to_owned(), named_by: None, is_computers: true };
    Ok(file.read(None)?.map(|(_, text)| text))
}

/// The file that is read in place of the usual ones, if one is named.
pub fn named_path(overrides: &Overrides, environment: &Environment) -> Option<PathBuf> {
    named(overrides, environment).map(|named| named.path)
}

/// A value in TOML as people see it.
fn shown(value: &str) -> Option<String> {
    let text = format!("value = {value}");
    let document = TomlFile::parse(Path::new(""), &text).ok()?;
    let (_, value) = document.find("value")?;
    raw::RawValue::Value { value, document: &document }.shown()
}

struct ConfigFile {
    path: PathBuf,
    /// Where it was named; then it must exist.
    named_by: Option<Origin>,
    is_computers: bool,
}

/// The file named in place of the usual ones.
fn named(overrides: &Overrides, environment: &Environment) -> Option<ConfigFile> {
    let option = overrides.config.as_deref().map(|path| (path, Origin::Option { name: "--config" }));
    let variable = || {
        let path = Path::new(environment.get(environment::CONFIG)?);
        Some((path, Origin::Environment { name: environment::CONFIG.to_owned() }))
    };
    let (path, origin) = option.or_else(variable)?;
    Some(ConfigFile { path: path.to_owned(), named_by: Some(origin), is_computers: false })
}

fn is_same(one: &Path, other: &Path) -> bool {
    one == other || matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

impl ConfigFile {
    /// The file's path and text; `None` when it does not exist and need not.
    fn read(self, draft: Option<&Draft>) -> Result<Option<(PathBuf, String)>, Problem> {
        let Self { path, named_by, is_computers } = self;
        if let Some(draft) = draft.filter(|draft| draft.path == path) {
            return Ok(Some((path, draft.text.clone())));
        }
        // A dangling link must not disable what the computer's file enforces.
        let is_there = || is_computers && path.is_symlink();
        match document::read(&path) {
            Ok(text) => Ok(Some((path, text))),
            Err(ReadFault::System(SystemFault::Missing | SystemFault::NotAFolder))
                if named_by.is_none() && !is_there() =>
            {
                Ok(None)
            }
            Err(why) => Err(Problem::Unreadable { path, why, named_by }),
        }
    }
}
