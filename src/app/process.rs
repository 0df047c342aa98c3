//! The seam to the process: everything a run takes from outside, handed in by `main` or by a test.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use jiff::tz::TimeZone;

use super::finish::RunError;
use crate::adapters::dns::Resolver;
use crate::adapters::keyring::SystemKeyring;
use crate::adapters::system::{self, SystemClock, SystemPause, SystemRandom};
use crate::config::{Folders, Problem};
use crate::ports::{Clock, Keyring, Pause, Random};
use crate::text::{Language, Words};
use crate::ui::{Console, Terminal};

/// Everything a run takes from outside.
pub struct Process {
    /// The command line, the program's name first.
    pub arguments: Vec<OsString>,
    /// The environment.
    pub variables: Vec<(OsString, OsString)>,
    /// Where configuration files are looked for.
    pub folders: Folders,
    /// Where state is kept unless the configuration says otherwise; `None`: the user has no home.
    pub state: Option<PathBuf>,
    /// Where is kept what saves time and may be lost; `None`: the user has no home.
    pub cache: Option<PathBuf>,
    /// The user of the computer.
    pub user: String,
    /// The computer.
    pub machine: String,
    /// The operator's terminal.
    pub console: Rc<dyn Console>,
    /// The keyring of the user of the computer.
    pub keyring: Rc<dyn Keyring>,
    /// The time.
    pub clock: Arc<dyn Clock + Send + Sync>,
    /// How time passes.
    pub pause: Rc<dyn Pause>,
    /// Where secrets come from.
    pub random: Rc<dyn Random>,
    /// Who is asked where a domain's controllers are.
    pub resolver: Resolver,
    /// The time zone times are told in.
    pub zone: TimeZone,
}

impl Process {
    /// The surroundings of this process.
    pub fn of_this_process() -> Self {
        let (user_config, system_config) = (system::user_config_folder(), system::system_config_folder());
        Self {
            arguments: system::arguments(),
            variables: system::variables(),
            folders: Folders { user_config, system_config },
            state: system::state_folder(),
            cache: system::cache_folder(),
            user: system::user(),
            machine: system::machine(),
            console: Rc::new(Terminal::default()),
            keyring: Rc::new(SystemKeyring::default()),
            clock: Arc::new(SystemClock),
            pause: Rc::new(SystemPause),
            random: Rc::new(SystemRandom),
            resolver: Resolver::System,
            zone: system::time_zone(),
        }
    }

    /// The words of `language`, or of the environment's.
    pub(super) fn words(&self, language: Option<Language>) -> Words {
        Words::new(self.language(language), self.zone.clone())
    }

    /// `language`, or the environment's.
    pub(super) fn language(&self, language: Option<Language>) -> Language {
        let variable = |name: &str| {
            let (_, value) = self.variables.iter().find(|(found, value)| found == name && !value.is_empty())?;
            value.to_str()
        };
        let locale = || ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable);
        let language = language.or_else(|| Language::from_code(variable("SERVICEDESK_LANG")?));
        language.unwrap_or_else(|| Language::of_locale(locale().unwrap_or_default()))
    }

    /// Whether the environment says that the terminal shows UTF-8 (POSIX, 8.2).
    pub(super) fn is_utf8(&self) -> bool {
        let set = |name: &&str| {
            let (_, value) = self.variables.iter().find(|(found, value)| found == name && !value.is_empty())?;
            Some(value.to_string_lossy().to_lowercase())
        };
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(set);
        locale.is_some_and(|locale| locale.contains("utf-8") || locale.contains("utf8"))
    }

    /// Where this operator's state is kept.
    pub(super) fn state_folder(&self) -> Result<&Path, RunError> {
        self.state.as_deref().ok_or(RunError::Setup(Problem::NoStateFolder.into()))
    }

    /// Where PostgreSQL's own programs look for passwords (its manual, 34.16).
    pub(super) fn pgpass(&self) -> Option<PathBuf> {
        let variable = |name: &str| {
            let (_, value) = self.variables.iter().find(|(found, value)| found == name && !value.is_empty())?;
            Some(PathBuf::from(value))
        };
        let usual = || match cfg!(windows) {
            true => Some(variable("APPDATA")?.join("postgresql").join("pgpass.conf")),
            false => Some(variable("HOME")?.join(".pgpass")),
        };
        variable("PGPASSFILE").or_else(usual)
    }

    /// Where the practice directory is kept, apart from everything real.
    pub(super) fn practice_folder(&self) -> Result<PathBuf, RunError> {
        Ok(self.state_folder()?.join("practice"))
    }
}
