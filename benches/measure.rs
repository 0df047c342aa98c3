//! Processes and how long they take, and how much memory.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{fs, io, thread};

/// Time and memory of a process.
#[derive(Clone, Copy, Default)]
pub struct Run {
    pub time: Duration,
    /// Peak, in megabytes (10^6 bytes).
    pub memory: u32,
}

/// Times a process from start to end, with neither input nor output. It may end with one of these `exits`; any other
/// exit code is a fault of the benchmark.
pub fn run(command: &mut Command, exits: &[i32]) -> Run {
    let errors = tempfile::NamedTempFile::new().unwrap();
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(errors.reopen().unwrap());
    let start = Instant::now();
    let mut child = command.spawn().unwrap();
    let id = child.id();
    // Linux reports no size for an ended process.
    let watch = thread::spawn(move || {
        let mut most = 0;
        while let Ok(size) = peak_memory(id) {
            most = most.max(size);
            thread::sleep(Duration::from_millis(5));
        }
        most
    });
    let status = child.wait().unwrap();
    let time = start.elapsed();
    let is_expected = status.code().is_some_and(|code| exits.contains(&code));
    assert!(is_expected, "{command:?}: {status}: {}", fs::read_to_string(errors.path()).unwrap());
    Run { time, memory: u32::try_from(watch.join().unwrap() / 1_000_000).unwrap() }
}

/// As [`run`], for a command that succeeds.
pub fn time(command: &mut Command) -> Duration {
    run(command, &[0]).time
}

/// The medians of two commands that take turns, so that other load affects both alike. The first pair, with cold caches,
/// does not count.
pub fn pairs(
    rounds: usize,
    mut ours: impl FnMut() -> Duration,
    mut other: impl FnMut() -> Duration,
) -> (Duration, Duration) {
    let pairs: Vec<_> = (0..=rounds).map(|_| (ours(), other())).skip(1).collect();
    let (ours, other) = pairs.into_iter().unzip();
    (median(ours), median(other))
}

pub fn median(times: Vec<Duration>) -> Duration {
    percentile(times, 50)
}

/// The time that so many per cent of them do not exceed.
pub fn percentile(mut times: Vec<Duration>, percent: usize) -> Duration {
    times.sort();
    times[(times.len() * percent).div_ceil(100).clamp(1, times.len()) - 1]
}

/// In bytes; an error when it has ended.
fn peak_memory(process: u32) -> io::Result<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.strip_suffix("kB")?.trim().parse().ok());
    peak.map(|kibibytes: u64| kibibytes * 1024).ok_or_else(|| io::ErrorKind::NotFound.into())
}

/// The program that is measured.
pub fn servicedesk() -> Command {
    Command::new(env!("CARGO_BIN_EXE_servicedesk"))
}

/// The program with a home folder of its own.
pub fn at_home(folder: &Path) -> Command {
    let mut command = servicedesk();
    command.current_dir(folder).env("HOME", folder).env("LANG", "sv_SE.UTF-8").env("TERM", "xterm");
    command
}
