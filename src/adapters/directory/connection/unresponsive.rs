//! Controllers that recently did not answer, remembered in this run, and on this computer across runs. Comparisons skip
//! them. Look-ups try them last, and so does a run that met them itself; otherwise a change tries every controller in its
//! turn.

use std::collections::HashMap;
use std::fs::{self, File};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use url::Url;

use crate::adapters::without_brackets;
use crate::ports::ServerFault;

/// How long a controller is skipped: short enough that one that is repaired is soon used.
const SKIPPED_FOR: Duration = Duration::from_secs(5 * 60);

/// What this run met; and a folder with an empty file for each, whose age is the time since the controller was silent.
#[derive(Debug, Clone, Default)]
pub struct UnresponsiveControllers {
    folder: Option<PathBuf>,
    come_last: bool,
    met: Arc<Mutex<HashMap<Url, Instant>>>,
}

impl UnresponsiveControllers {
    /// `folder` need not exist; `None`: nothing is remembered across runs. `come_last`: those of earlier runs too are
    /// signed in to after all others.
    pub fn kept_in(folder: Option<PathBuf>, come_last: bool) -> Self {
        Self { folder, come_last, met: Arc::default() }
    }

    pub(crate) fn comes_last(&self, controller: &Url) -> bool {
        self.is_met(controller) || self.come_last && self.has(controller)
    }

    fn is_met(&self, controller: &Url) -> bool {
        let met = self.met.lock().unwrap_or_else(PoisonError::into_inner);
        met.get(controller).is_some_and(|at| at.elapsed() < SKIPPED_FOR)
    }

    pub(crate) fn has(&self, controller: &Url) -> bool {
        if self.is_met(controller) {
            return true;
        }
        let since = self.file(controller).and_then(|file| fs::metadata(file).ok()?.modified().ok());
        // A time in the future was written before the clock was set right.
        since.and_then(|since| since.elapsed().ok()).is_some_and(|age| age < SKIPPED_FOR)
    }

    /// Remembers a controller that kept us waiting. Any other fault shows at once, and may do so again.
    pub(crate) fn note(&self, controller: &Url, reach: &ServerFault) {
        let (ServerFault::TimedOut | ServerFault::Slow) = reach else { return };
        self.met.lock().unwrap_or_else(PoisonError::into_inner).insert(controller.clone(), Instant::now());
        let Some(file) = self.file(controller) else { return };
        let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
        // Where it cannot be kept, the next look-up waits once more.
        let _ = folder.and_then(|()| File::create(&file)).and_then(|file| file.set_modified(SystemTime::now()));
    }

    fn file(&self, controller: &Url) -> Option<PathBuf> {
        // Windows takes no colon in a file's name.
        let name = without_brackets(controller.host_str().unwrap_or_default()).replace(':', "-");
        // A name from DNS must not become a path.
        let is_plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-');
        let is_name = !name.is_empty() && !name.starts_with('.') && name.chars().all(is_plain);
        let file = controller.port().map_or_else(|| name.clone(), |port| format!("{name}_{port}"));
        self.folder.as_ref().filter(|_| is_name).map(|folder| folder.join(file))
    }
}
