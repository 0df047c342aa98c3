//! Keyrings, in sessions of their own.

use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixListener;
use std::process::Command;

use super::desk::Desk;
use super::program::Run;

/// Makes a keyring at the first time, and opens it from then on.
const OPEN: &str = "printf %s Nyckel-1 | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1";
/// With a keyring as it is after the computer was started: on the disk, and locked.
const LOCKED: &str = "true";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.without_password_file();
    let runtime = desk.home().0.path().join("run");
    fs::create_dir(&runtime).unwrap();
    fs::set_permissions(runtime, fs::Permissions::from_mode(0o700)).unwrap();
    desk
}

/// Runs the program with these arguments, and a bus at this address instead of the session's.
fn without_session(desk: &Desk, arguments: &str, bus: Option<&str>) -> Run {
    let home = desk.home();
    let config = home.0.path().join("config.toml");
    let mut command = home.command(&format!("--config {} {arguments}", config.display()));
    command.env("XDG_RUNTIME_DIR", home.0.path().join("run"));
    command.envs(bus.map(|address| ("DBUS_SESSION_BUS_ADDRESS", address)));
    command.output().unwrap().into()
}

/// Runs the program in a new session, once for each line of arguments; gives what each said and how it ended.
fn session(desk: &Desk, keyring: &str, calls: &[&str]) -> Vec<String> {
    let home = desk.home().0.path();
    let program = env!("CARGO_BIN_EXE_servicedesk");
    let calls: String = calls
        .iter()
        .map(|call| {
            format!("{program} --config {0}/config.toml {call} <{0}/password 2>&1; echo \"[$?]\"\n", home.display())
        })
        .collect();
    let output = Command::new("dbus-run-session")
        .args(["--", "sh", "-c", &format!("{keyring} || exit 9\n{calls}")])
        .env_clear()
        .env("PATH", "/usr/bin:/bin:/usr/sbin:/sbin")
        .env("HOME", home)
        .env("XDG_RUNTIME_DIR", home.join("run"))
        .env("LANG", "sv_SE.UTF-8")
        .output()
        .expect("dbus-run-session, which tests/run installs");
    assert!(output.status.success(), "no keyring: {output:?}");
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(!said.contains("Practice-makes-42"), "{said}");
    let mut answers: Vec<String> = said.split_inclusive("]\n").map(str::to_owned).collect();
    answers.retain(|answer| !answer.is_empty());
    answers
}

fn ends(answer: &str, exit: i32) {
    assert!(answer.ends_with(&format!("[{exit}]\n")), "{answer}");
}

#[test]
fn kept_over_sessions_and_forgotten() {
    let desk = desk();
    let login = "login --password-stdin";
    let first = session(&desk, OPEN, &["whoami", login, login, "lookup evaand01"]);
    [2, 0, 0, 0].iter().zip(&first).for_each(|(exit, answer)| ends(answer, *exit));
    // Another session, and another daemon.
    let second = session(&desk, OPEN, &["whoami -o json", "logout", "logout", "whoami"]);
    [0, 0, 0, 2].iter().zip(&second).for_each(|(exit, answer)| ends(answer, *exit));
    assert!(second[0].contains(r#""password_from":"keyring""#), "{second:?}");
    assert!(second[1].contains("Borttaget") && second[2].contains("inget att ta bort"), "{second:?}");
}

#[test]
fn the_gateways_secret_beside_it() {
    let desk = desk();
    desk.gateway("http://127.0.0.1:1/");
    desk.without_password_file();
    let said = session(&desk, OPEN, &["login sms --password-stdin", "whoami", "logout sms", "logout"]);
    [0, 2, 0, 0].iter().zip(&said).for_each(|(exit, answer)| ends(answer, *exit));
    assert!(said[3].contains("inget att ta bort"), "{said:?}");
}

#[test]
fn locked() {
    let desk = desk();
    ends(&session(&desk, OPEN, &["login --password-stdin"])[0], 0);
    let said = session(&desk, LOCKED, &["whoami", "lookup evaand01", "login --password-stdin", "logout"]);
    assert_eq!(said.len(), 4);
    for answer in said {
        ends(&answer, 4);
        assert!(answer.contains("Nyckelringen är låst.") && answer.contains("directory.password_file"), "{answer}");
    }
}

#[test]
fn nobody_has_made_one_yet() {
    let desk = desk();
    let said = session(&desk, LOCKED, &["whoami", "login --password-stdin"]);
    ends(&said[0], 2);
    ends(&said[1], 4);
}

#[test]
fn no_bus() {
    let desk = desk();
    for arguments in ["whoami", "lookup evaand01", "login --password-stdin", "logout"] {
        let run = without_session(&desk, arguments, None);
        assert!(run.exit == Some(2) && run.err.contains("Det finns ingen nyckelring att använda här."), "{run:?}");
        assert!(run.err.contains("directory.password_file"), "{run:?}");
    }
}

#[test]
fn a_bus_that_never_answers() {
    let desk = desk();
    let socket = desk.home().0.path().join("bus");
    let bus = UnixListener::bind(&socket).unwrap();
    let run = without_session(&desk, "whoami", Some(&format!("unix:path={}", socket.display())));
    assert!(run.exit == Some(6) && run.err.contains("svarade inte inom tre sekunder"), "{run:?}");
    drop(bus);
}

#[test]
fn a_file_leaves_the_keyring_alone() {
    let desk = Desk::new();
    fs::create_dir(desk.home().0.path().join("run")).unwrap();
    let socket = desk.home().0.path().join("bus");
    let bus = UnixListener::bind(&socket).unwrap();
    let run = without_session(&desk, "lookup evaand01", Some(&format!("unix:path={}", socket.display())));
    assert_eq!(run.exit, Some(0), "{run:?}");
    bus.set_nonblocking(true).unwrap();
    assert_eq!(bus.accept().unwrap_err().kind(), ErrorKind::WouldBlock, "somebody called");
}
