//! Signals that a question must not outlast: those that end the process, and the one it goes on with after a stop.
//!
//! A question waits in `poll`, where the runtime cannot tell of a signal. So a signal writes to a socket, which both
//! can wait for.

use std::io::{self, Read};
use std::os::unix::net::UnixStream;
use std::sync::OnceLock;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGTERM};
use signal_hook::low_level::pipe;

static SOCKETS: OnceLock<Option<SignalSockets>> = OnceLock::new();

/// Sockets that can be read once a signal has come.
pub(super) struct SignalSockets {
    /// SIGTERM or SIGHUP. Never read: what was told to end is not asked anything more.
    pub(super) end: UnixStream,
    /// SIGCONT.
    pub(super) back: UnixStream,
}

/// From the first call on; `None` where the system gives no sockets.
pub(super) fn sockets() -> Option<&'static SignalSockets> {
    let watch =
        || Ok::<_, io::Error>(SignalSockets { end: written_by(&[SIGTERM, SIGHUP])?, back: written_by(&[SIGCONT])? });
    SOCKETS.get_or_init(|| watch().ok()).as_ref()
}

/// To be called before the terminal is changed: from then on no signal ends the process before it is changed back.
pub(in crate::ui) fn prepare() {
    let _ = sockets();
}

/// Takes the news that the process goes on, if it is there.
pub(super) fn forget_resumed() {
    if let Some(sockets) = sockets() {
        while (&sockets.back).read(&mut [0; 16]).is_ok_and(|count| count > 0) {}
    }
}

/// Waits until the process is told to end by SIGTERM or SIGHUP. From the first call on they do not end it themselves.
pub async fn told_to_end() {
    let told = async {
        let end = sockets()?.end.try_clone().ok()?;
        tokio::net::UnixStream::from_std(end).ok()?.readable().await.ok()
    };
    if told.await.is_none() {
        std::future::pending::<()>().await;
    }
}

/// Whether the process was started to outlast a hang-up, as nohup does (proc_pid_status(5)). Only Linux tells.
fn ignores_hang_up() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| u64::from_str_radix(line.strip_prefix("SigIgn:")?.trim(), 16).ok());
    ignored.is_some_and(|ignored| ignored >> (SIGHUP - 1) & 1 == 1)
}

fn written_by(signals: &[i32]) -> io::Result<UnixStream> {
    let (reader, writer) = UnixStream::pair()?;
    reader.set_nonblocking(true)?;
    for signal in signals.iter().filter(|signal| **signal != SIGHUP || !ignores_hang_up()) {
        pipe::register(*signal, writer.try_clone()?)?;
    }
    Ok(reader)
}
