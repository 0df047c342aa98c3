//! A practice directory beside the program under test, on a thread of its own: it answers, or does not, whatever the
//! program is doing.

use std::path::Path;
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;

use jiff::{SignedDuration, Timestamp};
use servicedesk::ports::Clock;
use servicedesk::practice::{Options, Person, Practice};
use tokio::sync::oneshot;

pub(crate) struct RunningDirectory {
    pub(crate) practice: Arc<Practice>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl RunningDirectory {
    pub(crate) fn start(folder: &Path, clock: Arc<impl Clock + Send + Sync + 'static>, options: Options) -> Self {
        let (give, take) = mpsc::channel();
        let (stop, stopped) = oneshot::channel();
        let folder = folder.to_owned();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let practice = Arc::new(Practice::start(&folder, clock, options).await.unwrap());
                give.send(Arc::clone(&practice)).unwrap();
                let _ = stopped.await;
            });
        });
        Self { practice: take.recv().unwrap(), stop: Some(stop), thread: Some(thread) }
    }
}

impl Drop for RunningDirectory {
    fn drop(&mut self) {
        drop(self.stop.take());
        let ended = self.thread.take().map(JoinHandle::join);
        assert!(std::thread::panicking() || !matches!(ended, Some(Err(_))), "the directory panicked");
    }
}

/// Somebody to help: locked five minutes ago.
pub(crate) fn eva(now: Timestamp) -> Vec<Person> {
    let eva = Person::new("evaand01").named("Eva", "Andersson").mobile("070-174 06 31");
    vec![eva.locked_at(now - SignedDuration::from_mins(5))]
}
