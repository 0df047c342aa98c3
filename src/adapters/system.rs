//! The machine and the process: clock, randomness, user, folders, command line, environment.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use directories::ProjectDirs;
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::domain::system_fault::SystemFault;
use crate::ports::{Clock, NoRandomness, Pause, Random};

/// Prevents core dumps: a crash must not leave passwords on the disk.
#[cfg(unix)]
pub fn without_core_dumps() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    // Lowering a limit is always allowed.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    // The limit does not bind a program that collects cores (core(5)), or other programs of the same user.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
}

/// Windows writes none unless the administrator asks for them.
#[cfg(not(unix))]
pub fn without_core_dumps() {}

#[derive(Debug, Clone, Copy)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

#[derive(Debug, Clone, Copy)]
pub struct SystemPause;

impl Pause for SystemPause {
    fn pause(&self, span: Duration) -> LocalBoxFuture<'_, ()> {
        tokio::time::sleep(span).boxed_local()
    }
}

#[derive(Debug, Clone, Copy)]
pub struct SystemRandom;

impl Random for SystemRandom {
    fn fill(&self, buffer: &mut [u8]) -> Result<(), NoRandomness> {
        getrandom::fill(buffer).map_err(|_| NoRandomness)
    }
}

/// The command line, the program's name first.
pub fn arguments() -> Vec<OsString> {
    std::env::args_os().collect()
}

#[cfg(not(windows))]
pub fn variables() -> Vec<(OsString, OsString)> {
    std::env::vars_os().collect()
}

/// The environment, and as the last `LANG` the language of the user's Windows, which has no such variable.
#[cfg(windows)]
pub fn variables() -> Vec<(OsString, OsString)> {
    let language = whoami::lang_prefs().ok().and_then(|preferred| preferred.message_langs().next());
    let locale = language.map(|language| ("LANG".into(), language.to_string().replace('/', "_").into()));
    std::env::vars_os().chain(locale).collect()
}

/// The folder for this user's configuration; `None` for a user without a home.
pub fn user_config_folder() -> Option<PathBuf> {
    project().map(|dirs| dirs.config_dir().to_owned())
}

/// The folder for this user's state; `None` for a user without a home.
pub fn state_folder() -> Option<PathBuf> {
    project().map(|dirs| dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).to_owned())
}

/// The folder for this user's cache; `None` for a user without a home.
pub fn cache_folder() -> Option<PathBuf> {
    project().map(|dirs| dirs.cache_dir().to_owned())
}

/// The user of the computer, as the audit trail names them.
pub fn user() -> String {
    whoami::username().unwrap_or_else(|_| "?".to_owned())
}

/// Whether this is root, who sets the computer up, not a user of it. Windows has no such user.
pub fn is_root() -> bool {
    #[cfg(unix)]
    return rustix::process::geteuid().is_root();
    #[cfg(not(unix))]
    false
}

/// The computer, as the audit trail names it.
pub fn machine() -> String {
    whoami::hostname().unwrap_or_else(|_| "?".to_owned())
}

fn project() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "servicedesk")
}

/// The folder for this machine's configuration. Fixed, so that nobody can move what it enforces out of the way.
#[cfg(windows)]
pub fn system_config_folder() -> PathBuf {
    r"C:\ProgramData\servicedesk".into()
}

/// The folder for this machine's configuration. Fixed, so that nobody can move what it enforces out of the way.
#[cfg(not(windows))]
pub fn system_config_folder() -> PathBuf {
    "/etc/servicedesk".into()
}

/// Why times are not in the time zone that was meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ZoneFault {
    /// `TZ` names none. `local`: the computer's own is used instead, not UTC.
    Unknown { named: String, local: bool },
    /// The computer's own cannot be read; UTC is used.
    Unreadable,
}

/// Where the computer's time zone is.
const LOCAL_ZONE: &str = "/etc/localtime";

/// The time zone that `TZ` names, or the computer's, or else UTC.
pub fn time_zone() -> (TimeZone, Option<ZoneFault>) {
    let named = std::env::var_os("TZ");
    if named.as_deref().is_some_and(may_be_zone)
        && let Ok(zone) = TimeZone::try_system()
    {
        return (zone, None);
    }
    let local = local_zone(named.is_some());
    let fault = match (named, &local) {
        (Some(named), _) => {
            Some(ZoneFault::Unknown { named: named.to_string_lossy().into_owned(), local: local.is_some() })
        }
        // A computer that names none is in UTC (localtime(5)).
        (None, None) if cfg!(windows) || fs::symlink_metadata(LOCAL_ZONE).is_ok() => Some(ZoneFault::Unreadable),
        (None, _) => None,
    };
    (local.unwrap_or(TimeZone::UTC), fault)
}

/// Whether `TZ` names a time zone, or an ordinary file: the library would read a device without end.
fn may_be_zone(named: &OsStr) -> bool {
    let named = named.to_string_lossy();
    let path = Path::new(named.strip_prefix(':').unwrap_or(&named));
    !path.is_absolute() || path.is_file()
}

/// The computer's time zone. Where `TZ` is set the library takes no other.
fn local_zone(is_overruled: bool) -> Option<TimeZone> {
    // The library searches every zone for the link's name, which takes long.
    let is_file = cfg!(unix) && Path::new(LOCAL_ZONE).is_file();
    let local = if is_file { fs::read(LOCAL_ZONE).ok() } else { None };
    let local = local.and_then(|zone| TimeZone::tzif("", &zone).ok());
    if is_overruled { local } else { local.or_else(|| TimeZone::try_system().ok()) }
}

/// Lets a write beyond the limit on the size of files (`ulimit -f`) fail, which would end the process without a word.
pub fn survive_full_files() {
    // Fails where the signal cannot be caught; it then ends the process as before.
    #[cfg(unix)]
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, std::sync::Arc::default());
}

/// Raises this process's limit on open files as far as it may, and checks that it and the limit on threads suffice: the
/// libraries panic where they get neither.
///
/// # Errors
/// [`SystemFault`]: what there is too little of.
pub fn secure_resources() -> Result<(), SystemFault> {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
        /// Files and connections that the busiest command needs, with a domain's controllers asked at once.
        const FILES: u64 = 64;
        let Rlimit { maximum, .. } = getrlimit(Resource::Nofile);
        // Fails where the system's own limit is lower; the current one then stays.
        let _ = setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum });
        if getrlimit(Resource::Nofile).current.is_some_and(|files| files < FILES) {
            return Err(SystemFault::TooManyFiles);
        }
        let thread = std::thread::Builder::new().spawn(|| {})?;
        let _ = thread.join();
    }
    Ok(())
}
