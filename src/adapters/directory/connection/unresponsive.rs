//! Which controllers did not answer a short while ago, kept on this computer: nobody waits for them only to compare, and
//! whoever only looks something up begins with the others. To change something each is tried in its turn.

use std::fs::{self, File};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use super::controllers::Controller;
use crate::ports::ServerFault;

/// So long one is passed by: a dead one costs its time once in a while, and one that is mended is soon used.
const FOR: Duration = Duration::from_secs(5 * 60);

/// A folder with an empty file for each. The age of the file tells since when.
#[derive(Debug, Clone, Default)]
pub struct Silent {
    /// It need not exist. `None`: nothing is kept.
    pub folder: Option<PathBuf>,
    /// Whether they are signed in to after all others.
    pub come_last: bool,
}

impl Silent {
    pub(super) fn comes_last(&self, controller: &Controller) -> bool {
        self.come_last && self.has(controller)
    }

    pub(super) fn has(&self, controller: &Controller) -> bool {
        let since = self.file(controller).and_then(|file| fs::metadata(file).ok()?.modified().ok());
        // A time that is still to come was written before the clock was put right.
        since.and_then(|since| since.elapsed().ok()).is_some_and(|age| age < FOR)
    }

    /// Only one that was waited for; any other says at once why it cannot be used, and may do so again.
    pub(super) fn note(&self, controller: &Controller, reach: &ServerFault) {
        let (ServerFault::TimedOut | ServerFault::Slow, Some(file)) = (reach, self.file(controller)) else { return };
        let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
        // Where it cannot be kept, the next one to look somebody up waits once more, and that is all.
        let _ = folder.and_then(|()| File::create(&file)).and_then(|file| file.set_modified(SystemTime::now()));
    }

    fn file(&self, controller: &Controller) -> Option<PathBuf> {
        let name = controller.name();
        // A name from DNS is not to become a path.
        let is_plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-');
        let is_name = name.starts_with(|first: char| first.is_ascii_alphanumeric()) && name.chars().all(is_plain);
        let file = controller.url.port().map_or_else(|| name.to_owned(), |port| format!("{name}_{port}"));
        self.folder.as_ref().filter(|_| is_name).map(|folder| folder.join(file))
    }
}
