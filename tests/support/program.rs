//! Runs the program with nothing around it but what a test gives it.

use std::fs::File;
use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use tempfile::TempDir;

/// The longest wait; each ends as soon as its condition holds.
pub(crate) const PATIENCE: Duration = Duration::from_secs(120);

/// A home of its own, and how the program is started in it: the words before its arguments may name another program
/// that starts it.
pub(crate) struct Home(pub(crate) TempDir, fn(&Path, &[String]) -> Command);

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Run {
    /// `None`: a signal ended it.
    pub(crate) exit: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Home {
    pub(crate) fn new() -> Self {
        Self::of(native)
    }

    /// A home for a program that is started like this.
    pub(crate) fn of(start: fn(&Path, &[String]) -> Command) -> Self {
        Self(tempfile::tempdir().unwrap(), start)
    }

    /// The program with these arguments, this home, and Swedish.
    pub(crate) fn command(&self, arguments: &str) -> Command {
        self.command_under(&[], arguments)
    }

    /// As another program with these arguments starts it.
    pub(crate) fn command_under(&self, starter: &[String], arguments: &str) -> Command {
        let mut command = (self.1)(self.0.path(), starter);
        command.args(arguments.split_whitespace());
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub(crate) fn run(&self, arguments: &str) -> Run {
        let run: Run = self.command(arguments).output().unwrap().into();
        super::schema::check(&super::schema::words(arguments), &run.out);
        run
    }

    /// Runs the program with that on standard input.
    pub(crate) fn fed(&self, arguments: &str, input: &[u8]) -> Run {
        let mut child = self.command(arguments).stdin(Stdio::piped()).spawn().unwrap();
        // It may well end before it has read everything.
        let _ = child.stdin.take().unwrap().write_all(input);
        let run: Run = child.wait_with_output().unwrap().into();
        super::schema::check(&super::schema::words(arguments), &run.out);
        run
    }
}

/// Writes a file that only its owner can read.
pub(crate) fn write_private(folder: &Path, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    let mut options = File::options();
    let mut file = options.write(true).create(true).truncate(true).mode(0o600).open(&path).unwrap();
    file.write_all(content.as_ref()).unwrap();
    path
}

fn native(home: &Path, starter: &[String]) -> Command {
    let mut words = starter.iter().map(String::as_str).chain([env!("CARGO_BIN_EXE_servicedesk")]);
    let mut command = Command::new(words.next().unwrap());
    command.args(words).env_clear().env("HOME", home).env("LANG", "sv_SE.UTF-8");
    command
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self { exit: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

/// A program that is running. Ended when dropped, whatever a test finds.
pub(crate) struct Running(pub(crate) Child);

impl Running {
    pub(crate) fn interrupt(&self) {
        self.signal("INT");
    }

    pub(crate) fn signal(&self, name: &str) {
        let id = self.0.id().to_string();
        let status = Command::new("/bin/kill").args([&format!("-{name}"), &id]).status().unwrap();
        assert!(status.success());
    }

    /// Reads standard error until that is there.
    pub(crate) fn until(&mut self, text: &str) -> String {
        let (mut seen, mut byte) = (Vec::new(), [0]);
        let err = self.0.stderr.as_mut().unwrap();
        while !String::from_utf8_lossy(&seen).contains(text) {
            assert_eq!(err.read(&mut byte).unwrap(), 1, "no {text:?} in {:?}", String::from_utf8_lossy(&seen));
            seen.push(byte[0]);
        }
        String::from_utf8(seen).unwrap()
    }

    pub(crate) fn ended(&mut self) -> Run {
        let out = all_of(self.0.stdout.take().unwrap());
        let err = all_of(self.0.stderr.take().unwrap());
        let [out, err] = [out, err].map(|all| all.recv_timeout(PATIENCE).expect("it does not end"));
        Run { exit: self.0.wait().unwrap().code(), out, err }
    }
}

/// Reads a stream to its end in a thread.
fn all_of(mut stream: impl Read + Send + 'static) -> mpsc::Receiver<String> {
    let (give, take) = mpsc::channel();
    std::thread::spawn(move || {
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        let _ = give.send(text);
    });
    take
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
