//! Signals that interrupt a question: those that end the process, and the one that continues it after a stop.
//!
//! A question waits in `poll`, outside the runtime. So signals write to a socket, which both can wait for.

use std::io::{self, Read};
use std::os::unix::net::UnixStream;
use std::sync::OnceLock;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGTERM};
use signal_hook::low_level::pipe;

static SOCKETS: OnceLock<Option<SignalSockets>> = OnceLock::new();

/// Sockets that become readable when a signal arrives.
pub(super) struct SignalSockets {
    /// SIGTERM or SIGHUP. Never read, so that every later question ends too.
    pub(super) end: UnixStream,
    /// SIGCONT.
    pub(super) resume: UnixStream,
}

/// Registers the handlers at the first call; `None` if the system provides no sockets.
pub(super) fn sockets() -> Option<&'static SignalSockets> {
    let watch =
        || Ok::<_, io::Error>(SignalSockets { end: written_by(&[SIGTERM, SIGHUP])?, resume: written_by(&[SIGCONT])? });
    SOCKETS.get_or_init(|| watch().ok()).as_ref()
}

/// Registers the handlers. Called before raw mode, so that no signal ends the process without restoring the terminal.
pub(in crate::ui) fn prepare() {
    let _ = sockets();
}

/// Discards pending SIGCONT notifications.
pub(super) fn forget_resumed() {
    if let Some(sockets) = sockets() {
        while (&sockets.resume).read(&mut [0; 16]).is_ok_and(|count| count > 0) {}
    }
}

/// Waits for SIGTERM or SIGHUP, which after the first call no longer end the process themselves.
pub async fn termination() {
    let signal = async {
        let end = sockets()?.end.try_clone().ok()?;
        tokio::net::UnixStream::from_std(end).ok()?.readable().await.ok()
    };
    if signal.await.is_none() {
        std::future::pending::<()>().await;
    }
}

/// Whether SIGHUP is ignored, as under nohup (proc_pid_status(5)). Known on Linux only.
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
