//! Runs the program for Windows as the built one is run elsewhere: with nothing around it but what a test gives it. All
//! runs share one Windows, with one user.

use std::path::PathBuf;
use std::process::Command;

use crate::support::program::Home;

pub(super) const WINE: &str = "/usr/bin/wine";

/// A folder of its own for the program under Wine, which speaks Swedish.
pub(super) fn home() -> Home {
    Home::of(|folder, _| {
        let mut command = Command::new(WINE);
        command.arg(executable()).env_clear().envs(surroundings()).env("SERVICEDESK_LANG", "sv");
        // Z: is the whole of the computer, and so what begins with / is there.
        command.current_dir(folder);
        command
    })
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
