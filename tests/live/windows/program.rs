//! Runs the program for Windows as the built one is run elsewhere: with nothing around it but what a test gives it. All
//! runs share one Windows, with one user.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use tempfile::TempDir;

#[path = "../binary/program.rs"]
#[allow(dead_code, reason = "what is run here is another program")]
mod native;

pub(super) use native::{PATIENCE, Run, Running};

pub(super) const WINE: &str = "/usr/bin/wine";

/// A folder of its own.
pub(super) struct Home(pub(super) TempDir);

impl Home {
    pub(super) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// The program with these arguments, and Swedish.
    pub(super) fn command(&self, arguments: &str) -> Command {
        let mut command = Command::new(WINE);
        command.arg(executable()).args(arguments.split_whitespace());
        command.env_clear().envs(surroundings()).env("SERVICEDESK_LANG", "sv");
        // Z: is the whole of the computer, and so what begins with / is there.
        command.current_dir(self.0.path());
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub(super) fn command_under(&self, _: &[String], arguments: &str) -> Command {
        self.command(arguments)
    }

    pub(super) fn run(&self, arguments: &str) -> Run {
        self.command(arguments).output().unwrap().into()
    }

    /// Runs the program with that on standard input.
    pub(super) fn fed(&self, arguments: &str, input: &[u8]) -> Run {
        let mut child = self.command(arguments).stdin(Stdio::piped()).spawn().unwrap();
        // It may well end before it has read everything.
        let _ = child.stdin.take().unwrap().write_all(input);
        child.wait_with_output().unwrap().into()
    }
}

/// What `tests/run-windows` built.
pub(super) fn executable() -> PathBuf {
    let path = built().join("servicedesk.exe");
    assert!(path.is_file(), "{}: run tests/run-windows", path.display());
    path
}

/// Where Windows has its drive C.
pub(super) fn drive() -> PathBuf {
    built().join("wine/drive_c")
}

/// What Wine itself needs to know.
pub(super) fn surroundings() -> [(&'static str, String); 5] {
    [
        ("WINEPREFIX", built().join("wine").display().to_string()),
        ("WINEDEBUG", "-all".to_owned()),
        ("HOME", built().display().to_string()),
        ("PATH", "/usr/bin:/bin".to_owned()),
        // By which Wine knows what the names of files are written in, and its terminal.
        ("LC_ALL", "C.UTF-8".to_owned()),
    ]
}

fn built() -> PathBuf {
    std::env::var_os("SERVICEDESK_WINDOWS").expect("SERVICEDESK_WINDOWS is not set: run tests/run-windows").into()
}
