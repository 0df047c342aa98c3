//! What the simulated mobile network carries, as its log tells it.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use tokio::sync::RwLock;

/// One network for all tests: those that look at all it carries or take it away have it alone.
pub(crate) static NETWORK: RwLock<()> = RwLock::const_new(());

/// The first thing that `wanted` makes of a line of the log after its first `from` bytes. Waits for
/// the line to be written, at most 2 minutes.
pub(crate) fn first<T>(log: &Path, from: u64, wanted: impl Fn(&str) -> Option<T>) -> Option<T> {
    let mut follow = Command::new("timeout")
        .args(["120", "tail", "-f", "-c", &format!("+{}", from + 1)])
        .arg(log)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(follow.stdout.take().unwrap()).split(b'\n');
    let found = lines.map(|line| String::from_utf8_lossy(&line.unwrap()).into_owned()).find_map(|line| wanted(&line));
    follow.kill().unwrap();
    follow.wait().unwrap();
    found
}
