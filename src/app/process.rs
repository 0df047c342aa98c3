//! Everything a run takes from outside, passed in by `main` or by a test.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use jiff::tz::TimeZone;

use super::finish::RunError;
use crate::adapters::dns::Resolver;
use crate::adapters::keyring::SystemKeyring;
use crate::adapters::system::{self, SystemClock, SystemPause, SystemRandom, ZoneFault};
use crate::config::{Folders, Problem};
use crate::ports::{Clock, Keyring, Pause, Random};
use crate::text::{Language, Words};
use crate::ui::{Console, Terminal};

pub struct Process {
    /// The command line, with the program's name first.
    pub arguments: Vec<OsString>,
    pub variables: Vec<(OsString, OsString)>,
    pub folders: Folders,
    /// The default folder of state; `None` if the user has no home.
    pub state: Option<PathBuf>,
    /// The folder of caches; `None` if the user has no home.
    pub cache: Option<PathBuf>,
    /// The system's user.
    pub user: String,
    pub machine: String,
    /// Whether the user sets the computer up: root.
    pub is_root: bool,
    pub console: Rc<dyn Console>,
    pub keyring: Rc<dyn Keyring>,
    pub clock: Arc<dyn Clock + Send + Sync>,
    pub pause: Rc<dyn Pause>,
    pub random: Rc<dyn Random>,
    pub resolver: Resolver,
    pub zone: TimeZone,
    /// Why `zone` is not the one that was meant.
    pub zone_fault: Option<ZoneFault>,
}

impl Process {
    pub fn of_this_process() -> Self {
        let (zone, zone_fault) = system::time_zone();
        let (user_config, system_config) = (system::user_config_folder(), system::system_config_folder());
        Self {
            arguments: system::arguments(),
            variables: system::variables(),
            folders: Folders { user_config, system_config },
            state: system::state_folder(),
            cache: system::cache_folder(),
            user: system::user(),
            machine: system::machine(),
            is_root: system::is_root(),
            console: Rc::new(Terminal::default()),
            keyring: Rc::new(SystemKeyring::default()),
            clock: Arc::new(SystemClock),
            pause: Rc::new(SystemPause),
            random: Rc::new(SystemRandom),
            resolver: Resolver::System,
            zone,
            zone_fault,
        }
    }

    /// The messages in `language`, or in the environment's.
    pub(super) fn words(&self, language: Option<Language>) -> Words {
        Words::new(self.language(language), self.zone.clone())
    }

    /// `language`, or the environment's.
    pub(super) fn language(&self, language: Option<Language>) -> Language {
        let variable = |name| self.variable(name)?.to_str();
        let locale = || ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable);
        let language = language.or_else(|| Language::from_code(variable("SERVICEDESK_LANG")?));
        language.unwrap_or_else(|| Language::of_locale(locale().unwrap_or_default()))
    }

    /// Whether the locale's encoding is UTF-8 (POSIX, 8.2).
    pub(super) fn is_utf8(&self) -> bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(|name| self.variable(name));
        let locale = locale.unwrap_or_default().to_string_lossy().to_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    }

    /// An environment variable that is set and not empty.
    pub(super) fn variable(&self, name: &str) -> Option<&OsStr> {
        let set = self.variables.iter().find(|(found, value)| found == name && !value.is_empty());
        set.map(|(_, value)| value.as_os_str())
    }

    pub(super) fn state_folder(&self) -> Result<&Path, RunError> {
        self.state.as_deref().ok_or(RunError::Setup(Problem::NoStateFolder.into()))
    }

    /// PostgreSQL's password file (its manual, 34.16).
    pub(super) fn pgpass(&self) -> Option<PathBuf> {
        let variable = |name| self.variable(name).map(PathBuf::from);
        let usual = || match cfg!(windows) {
            true => Some(variable("APPDATA")?.join("postgresql").join("pgpass.conf")),
            false => Some(variable("HOME")?.join(".pgpass")),
        };
        variable("PGPASSFILE").or_else(usual)
    }

    pub(super) fn practice_folder(&self) -> Result<PathBuf, RunError> {
        Ok(self.state_folder()?.join("practice"))
    }
}
