//! Controllers that recently did not answer, remembered on this computer across runs. Comparisons skip them, and
//! look-ups try them last; a change tries every controller in its turn.

use std::fs::{self, File};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use url::Url;

use crate::ports::ServerFault;

/// How long a controller is skipped: short enough that one that is repaired is soon used.
const SKIPPED_FOR: Duration = Duration::from_secs(5 * 60);

/// A folder with an empty file for each; a file's age is the time since the controller was silent.
#[derive(Debug, Clone, Default)]
pub struct UnresponsiveControllers {
    /// It need not exist. `None`: nothing is remembered.
    pub folder: Option<PathBuf>,
    /// Whether they are signed in to after all others.
    pub come_last: bool,
}

impl UnresponsiveControllers {
    pub(crate) fn comes_last(&self, controller: &Url) -> bool {
        self.come_last && self.has(controller)
    }

    pub(crate) fn has(&self, controller: &Url) -> bool {
        let since = self.file(controller).and_then(|file| fs::metadata(file).ok()?.modified().ok());
        // A time in the future was written before the clock was set right.
        since.and_then(|since| since.elapsed().ok()).is_some_and(|age| age < SKIPPED_FOR)
    }

    /// Remembers a controller that kept us waiting. Any other fault shows at once, and may do so again.
    pub(crate) fn note(&self, controller: &Url, reach: &ServerFault) {
        let (ServerFault::TimedOut | ServerFault::Slow, Some(file)) = (reach, self.file(controller)) else { return };
        let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
        // Where it cannot be kept, the next look-up waits once more.
        let _ = folder.and_then(|()| File::create(&file)).and_then(|file| file.set_modified(SystemTime::now()));
    }

    fn file(&self, controller: &Url) -> Option<PathBuf> {
        let name = controller.host_str().unwrap_or_default();
        // A name from DNS must not become a path.
        let is_plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-');
        let is_name = name.starts_with(|first: char| first.is_ascii_alphanumeric()) && name.chars().all(is_plain);
        let file = controller.port().map_or_else(|| name.to_owned(), |port| format!("{name}_{port}"));
        self.folder.as_ref().filter(|_| is_name).map(|folder| folder.join(file))
    }
}
