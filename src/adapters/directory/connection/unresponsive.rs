//! Controllers that recently did not answer or broke the connection, remembered in this run, and on this computer across
//! runs. Comparisons skip them. Look-ups try them last, and so does a run that met them itself. A change of a later run
//! tries in its turn what was slow to let anyone in, which costs little, and last what let us in and then failed.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::Write;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use url::Url;

use crate::adapters::without_brackets;
use crate::ports::ServerFault;

/// How long a controller is skipped: short enough that one that is repaired is soon used.
const SKIPPED_FOR: Duration = Duration::from_secs(5 * 60);

/// In the file of a controller that failed after it had let us in.
const LET_IN: &[u8] = b"signed in\n";

/// What this run met; and a folder with a file for each, whose age is the time since the controller failed. It is empty
/// where the controller did not let us in.
#[derive(Debug, Clone, Default)]
pub struct UnresponsiveControllers {
    folder: Option<PathBuf>,
    come_last: bool,
    met: Arc<Mutex<HashMap<Url, Met>>>,
}

/// A controller that this run met.
#[derive(Debug, Clone, Copy)]
struct Met {
    at: Instant,
    /// It answers, and is only busy.
    is_busy: bool,
}

impl UnresponsiveControllers {
    /// `folder` need not exist; `None`: nothing is remembered across runs. `come_last`: all those of earlier runs too are
    /// signed in to after all others.
    pub fn kept_in(folder: Option<PathBuf>, come_last: bool) -> Self {
        Self { folder, come_last, met: Arc::default() }
    }

    pub(crate) fn comes_last(&self, controller: &Url) -> bool {
        let kept = || self.kept(controller).is_some_and(|had_let_in| self.come_last || had_let_in);
        self.met(controller).is_some() || kept()
    }

    fn met(&self, controller: &Url) -> Option<Met> {
        let met = self.met.lock().unwrap_or_else(PoisonError::into_inner);
        met.get(controller).copied().filter(|met| met.at.elapsed() < SKIPPED_FOR)
    }

    pub(crate) fn has(&self, controller: &Url) -> bool {
        self.met(controller).is_some_and(|met| !met.is_busy) || self.kept(controller).is_some()
    }

    /// Whether the controller had let us in when it failed, if it is remembered across runs.
    fn kept(&self, controller: &Url) -> Option<bool> {
        let kept = fs::metadata(self.file(controller)?).ok()?;
        // A time in the future was written before the clock was set right.
        let age = kept.modified().ok()?.elapsed().ok()?;
        (age < SKIPPED_FOR).then_some(kept.len() > 0)
    }

    /// Remembers a controller that kept us waiting at the door. Any other fault there shows at once, and may do so again.
    pub(crate) fn note(&self, controller: &Url, reach: &ServerFault) {
        if let ServerFault::TimedOut | ServerFault::Slow = reach {
            self.meet(controller, false);
            self.keep(controller, b"");
        }
    }

    /// Remembers a controller that was silent, or broke the connection, after it had let us in. One that broke a
    /// connection which had served (`may_pass`) may only have restarted: it is remembered in this run, and across runs
    /// when that happens twice.
    pub(crate) fn note_signed_in(&self, controller: &Url, may_pass: bool) {
        let before = self.met(controller);
        self.meet(controller, false);
        if before.is_some_and(|before| !before.is_busy) || !may_pass {
            self.keep(controller, LET_IN);
        }
    }

    /// Remembers a controller that is busy in this run alone: it says so at once.
    pub(crate) fn note_busy(&self, controller: &Url) {
        self.meet(controller, true);
    }

    fn meet(&self, controller: &Url, is_busy: bool) {
        let mut met = self.met.lock().unwrap_or_else(PoisonError::into_inner);
        met.insert(controller.clone(), Met { at: Instant::now(), is_busy });
    }

    fn keep(&self, controller: &Url, how: &[u8]) {
        let Some(path) = self.file(controller) else { return };
        let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
        let written = folder.and_then(|()| File::create(&path)).and_then(|mut file| {
            file.write_all(how)?;
            file.set_modified(SystemTime::now())
        });
        // Where it cannot be kept, the next run waits once more.
        let _ = written;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controller_that_fails_after_sign_in_comes_last_in_later_runs_too() {
        let folder = tempfile::tempdir().unwrap();
        let controller = Url::parse("ldaps://dc1.contoso.example").unwrap();
        let run = |reads| UnresponsiveControllers::kept_in(Some(folder.path().to_owned()), reads);
        let later = || [false, true].map(|reads| run(reads).comes_last(&controller));

        let first = run(false);
        first.note(&controller, &ServerFault::Refused);
        assert!(!first.comes_last(&controller), "it costs nothing");
        first.note(&controller, &ServerFault::Slow);
        assert!(first.comes_last(&controller));
        assert_eq!(later(), [false, true], "a change goes where it counts");

        for may_pass in [true, false] {
            let _ = fs::remove_file(first.file(&controller).unwrap());
            let broken = run(false);
            broken.note_signed_in(&controller, may_pass);
            assert!(broken.comes_last(&controller));
            assert_eq!(later(), [!may_pass; 2]);
            broken.note_signed_in(&controller, may_pass);
            assert_eq!(later(), [true; 2]);
        }
    }
}
