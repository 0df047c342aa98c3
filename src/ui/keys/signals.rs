//! Signals that interrupt a question: those that end or stop the process, and the one that continues it.
//!
//! A question waits in `poll`, outside the runtime. So signals write to a socket, which both can wait for.

use std::io::{self, Read};
use std::os::unix::net::UnixStream;
use std::sync::OnceLock;

use rustix::process::{Signal, getpid, kill_process};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::low_level::pipe;

static SOCKETS: OnceLock<Option<SignalSockets>> = OnceLock::new();
static QUESTION_SOCKETS: OnceLock<Option<QuestionSockets>> = OnceLock::new();

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

/// The same for the signals of the terminal's keys. They are handled from the first question on, and not before: what
/// reads its input outside the runtime is still ended or stopped by the system.
pub(super) struct QuestionSockets {
    /// SIGINT.
    pub(super) interrupt: UnixStream,
    /// SIGTSTP.
    pub(super) stop: UnixStream,
}

/// Registers the handlers at the first call.
pub(super) fn question_sockets() -> Option<&'static QuestionSockets> {
    let watch = || {
        let (interrupt, stop) = (written_by(&[SIGINT])?, written_by(&[SIGTSTP])?);
        // Between questions the runtime waits.
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(stop_when_told(stop.try_clone()?));
        }
        Ok::<_, io::Error>(QuestionSockets { interrupt, stop })
    };
    QUESTION_SOCKETS.get_or_init(|| watch().ok()).as_ref()
}

/// Registers the handlers. Called before raw mode, so that no signal ends or stops the process without restoring the
/// terminal.
pub(in crate::ui) fn prepare() {
    let _ = sockets();
    if let Some(sockets) = question_sockets() {
        // From before the question.
        forget(&sockets.interrupt);
    }
}

/// Discards pending notifications.
pub(super) fn forget(mut socket: &UnixStream) {
    while socket.read(&mut [0; 16]).is_ok_and(|count| count > 0) {}
}

/// Stops this process as SIGTSTP would without a handler. Returns when it continues; at once if no shell could continue
/// it.
pub(super) fn stop() {
    // The default action of this signal is the same, and no handler replaces it.
    let _ = kill_process(getpid(), Signal::TTIN);
}

async fn stop_when_told(told: UnixStream) -> io::Result<()> {
    let told = tokio::net::UnixStream::from_std(told)?;
    loop {
        told.readable().await?;
        // A question may have read it first.
        if told.try_read(&mut [0; 16]).is_ok_and(|count| count > 0) {
            stop();
        }
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
