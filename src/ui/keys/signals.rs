//! Signals that a question must not outlast: those that end the process, and the one it goes on with after a stop.
//!
//! A question waits in `poll`, where the runtime cannot tell of a signal. So a signal writes to a socket, which both
//! can wait for.

use std::io::{self, Read};
use std::os::unix::net::UnixStream;
use std::sync::OnceLock;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGTERM};
use signal_hook::low_level::pipe;

static WATCHED: OnceLock<Option<Watched>> = OnceLock::new();

/// Sockets that can be read once a signal has come.
pub(super) struct Watched {
    /// SIGTERM or SIGHUP. Never read: what was told to end is not asked anything more.
    pub(super) end: UnixStream,
    /// SIGCONT.
    pub(super) back: UnixStream,
}

/// From the first call on; `None` where the system gives no sockets.
pub(super) fn watched() -> Option<&'static Watched> {
    let watch = || Ok::<_, io::Error>(Watched { end: written_by(&[SIGTERM, SIGHUP])?, back: written_by(&[SIGCONT])? });
    WATCHED.get_or_init(|| watch().ok()).as_ref()
}

/// Takes the news that the process goes on, if it is there.
pub(super) fn forget_resumed() {
    if let Some(watched) = watched() {
        while (&watched.back).read(&mut [0; 16]).is_ok_and(|count| count > 0) {}
    }
}

/// Waits until the process is told to end by SIGTERM or SIGHUP. From the first call on they do not end it themselves.
pub async fn told_to_end() {
    let told = async {
        let end = watched()?.end.try_clone().ok()?;
        tokio::net::UnixStream::from_std(end).ok()?.readable().await.ok()
    };
    if told.await.is_none() {
        std::future::pending::<()>().await;
    }
}

fn written_by(signals: &[i32]) -> io::Result<UnixStream> {
    let (reader, writer) = UnixStream::pair()?;
    reader.set_nonblocking(true)?;
    for signal in signals {
        pipe::register(*signal, writer.try_clone()?)?;
    }
    Ok(reader)
}
