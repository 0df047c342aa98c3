//! Keyrings, in sessions of their own; and the one of the kernel, where there is no session.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::net::UnixListener;
use std::process::Command;

use linux_keyutils::{KeyRing, KeyRingIdentifier};

use crate::support::desk::Desk;
use crate::support::program::{Home, Run};

/// Makes a keyring at the first time, and opens it from then on.
const OPEN: &str = "printf %s Nyckel-1 | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1";
/// With a keyring as it is after the computer was started: on the disk, and locked.
const LOCKED: &str = "true";
/// A bus that starts nothing for those who ask, as after ssh to a computer without a desktop.
const LONELY_BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>
"#;

fn desk() -> Desk {
    let desk = Desk::new();
    desk.without_password_file();
    let runtime = desk.home().0.path().join("run");
    fs::create_dir(&runtime).unwrap();
    fs::set_permissions(runtime, fs::Permissions::from_mode(0o700)).unwrap();
    desk
}

/// Runs the program with these arguments as another one starts it, and a bus at this address instead of the session's.
fn without_session(desk: &Desk, starter: &[String], arguments: &str, bus: Option<&str>) -> Run {
    let home = desk.home();
    let config = home.0.path().join("config.toml");
    let mut command = home.command_under(starter, &format!("--config {} {arguments}", config.display()));
    command.env("XDG_RUNTIME_DIR", home.0.path().join("run"));
    command.envs(bus.map(|address| ("DBUS_SESSION_BUS_ADDRESS", address)));
    command.stdin(File::open(home.0.path().join("password")).unwrap());
    let run = Run::from(command.output().unwrap());
    assert!(!run.out.contains("Practice-makes-42") && !run.err.contains("Practice-makes-42"), "{run:?}");
    run
}

/// A desk on a computer without one. What the kernel keeps would outlive the test, so that is forgotten at the end.
struct NoDesktop(Desk);

impl NoDesktop {
    fn run(&self, arguments: &str) -> Run {
        self.run_under(&[], arguments)
    }

    fn run_under(&self, starter: &[String], arguments: &str) -> Run {
        without_session(&self.0, starter, arguments, None)
    }

    /// What the kernel calls the password that is kept.
    fn key(&self) -> String {
        let url = self.0.url();
        format!(r#"servicedesk directory "contoso\\operator" "{}""#, url.trim_start_matches("ldaps://"))
    }

    /// What the kernel says of it: ID, flags, uses, time left, rights, and more (proc_keys(5)).
    fn field_of_key(&self, place: usize) -> String {
        let (keys, key) = (fs::read_to_string("/proc/keys").unwrap(), self.key());
        let line = keys.lines().find(|line| line.contains(&key)).unwrap();
        line.split_whitespace().nth(place).unwrap().to_owned()
    }
}

impl Drop for NoDesktop {
    fn drop(&mut self) {
        self.run("logout");
    }
}

/// Runs the program in a new session, once for each line of arguments; gives what each said and how it ended.
fn session(desk: &Desk, keyring: &str, calls: &[&str]) -> Vec<String> {
    session_on(desk, &[], keyring, calls)
}

/// The same, on a bus with these options.
fn session_on(desk: &Desk, bus: &[&str], keyring: &str, calls: &[&str]) -> Vec<String> {
    let home = desk.home().0.path();
    let program = env!("CARGO_BIN_EXE_servicedesk");
    let calls: String = calls
        .iter()
        .map(|call| {
            format!("{program} --config {0}/config.toml {call} <{0}/password 2>&1; echo \"[$?]\"\n", home.display())
        })
        .collect();
    let output = Command::new("dbus-run-session")
        .args(bus)
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
fn password_survives_sessions_until_logout() {
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
fn gateway_secret_is_stored_separately() {
    let desk = desk();
    desk.gateway("http://127.0.0.1:1/");
    desk.without_password_file();
    let said = session(&desk, OPEN, &["login sms --password-stdin", "whoami", "logout sms", "logout"]);
    [0, 2, 0, 0].iter().zip(&said).for_each(|(exit, answer)| ends(answer, *exit));
    assert!(said[3].contains("inget att ta bort"), "{said:?}");
}

#[test]
fn locked_keyring_is_reported() {
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
fn missing_collection_is_reported() {
    let desk = desk();
    let said = session(&desk, LOCKED, &["whoami", "login --password-stdin"]);
    ends(&said[0], 2);
    ends(&said[1], 4);
}

#[test]
fn kernel_keyring_is_used_without_desktop() {
    let desk = NoDesktop(desk());
    let none = desk.run("whoami");
    assert!(none.exit == Some(2) && none.err.contains("servicedesk login directory"), "{none:?}");
    // The second time it is there already.
    for _ in 0..2 {
        let kept = desk.run("login --password-stdin");
        assert!(kept.exit == Some(0) && kept.out.contains("Sparat i kärnans nyckelring"), "{kept:?}");
    }
    let known = desk.run("whoami -o json");
    assert!(known.out.contains(r#""password_from":"kernel_keyring""#), "{known:?}");
    assert_eq!(desk.run("lookup evaand01").exit, Some(0));
    assert!(desk.run("logout").out.contains("Borttaget"));
    assert!(desk.run("logout").out.contains("inget att ta bort"));
    let gone = desk.run("whoami");
    assert!(gone.exit == Some(2) && gone.err.contains("servicedesk login directory"), "{gone:?}");
}

#[test]
fn session_without_secret_service_uses_kernel_keyring() {
    let desk = NoDesktop(desk());
    let config = desk.0.home().0.path().join("bus.conf");
    fs::write(&config, LONELY_BUS).unwrap();
    let bus = format!("--config-file={}", config.display());
    let said = session_on(&desk.0, &[&bus], LOCKED, &["login --password-stdin", "whoami -o json"]);
    assert!(said.iter().all(|answer| answer.contains("kernel_keyring") || answer.contains("kärnans")), "{said:?}");
    assert_eq!(desk.run("whoami").exit, Some(0));
}

#[test]
fn desktop_keyring_replaces_kernel_keyring() {
    let desk = NoDesktop(desk());
    assert_eq!(desk.run("login --password-stdin").exit, Some(0));
    let said = session(&desk.0, OPEN, &["login --password-stdin"]);
    assert!(said[0].contains("Sparat i din nyckelring"), "{said:?}");
    // An old password that is left behind locks accounts.
    assert_eq!(desk.run("whoami").exit, Some(2));
}

#[test]
fn logout_deletes_from_every_keyring() {
    let desk = NoDesktop(desk());
    assert_eq!(desk.run("login --password-stdin").exit, Some(0));
    let said = session(&desk.0, OPEN, &["logout", "login --password-stdin"]);
    assert!(said[0].contains("Borttaget"), "{said:?}");
    assert_eq!(desk.run("whoami").exit, Some(2));
    assert_eq!(desk.run("login --password-stdin").exit, Some(0));
    let said = session(&desk.0, OPEN, &["logout", "logout"]);
    assert!(said[0].contains("Borttaget") && said[1].contains("inget att ta bort"), "{said:?}");
    assert_eq!(desk.run("whoami").exit, Some(2));
}

#[test]
fn locked_keyring_is_not_bypassed() {
    let desk = NoDesktop(desk());
    ends(&session(&desk.0, OPEN, &["login --password-stdin"])[0], 0);
    assert_eq!(desk.run("login --password-stdin").exit, Some(0));
    let said = session(&desk.0, LOCKED, &["whoami", "logout"]);
    said.iter().for_each(|answer| ends(answer, 4));
    // Nothing has changed, as was said.
    assert_eq!(desk.run("whoami").exit, Some(0));
}

#[test]
fn kernel_key_is_unreadable_for_others() {
    let desk = NoDesktop(desk());
    assert_eq!(desk.run("login --password-stdin").exit, Some(0));
    // Everything for who possesses it, a look at its name for its user, nothing for others (keyrings(7)).
    assert_eq!(desk.field_of_key(4), "3f010000");

    let home = desk.0.home().0.path();
    if fs::metadata(home).unwrap().uid() != 0 {
        return; // Nobody but the system's administrator can be somebody else.
    }
    let other = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"].map(str::to_owned);
    let others = Home::new();
    for name in ["config.toml", "ca.pem"] {
        fs::copy(home.join(name), others.0.path().join(name)).unwrap();
    }
    for name in ["", "config.toml", "ca.pem"] {
        chown(others.0.path().join(name), Some(65534), Some(65534)).unwrap();
    }
    let config = others.0.path().join("config.toml");
    for (command, exit) in [("whoami", 2), ("logout", 0)] {
        let run: Run =
            others.command_under(&other, &format!("--config {} {command}", config.display())).output().unwrap().into();
        assert_eq!(run.exit, Some(exit), "{run:?}");
        assert!(run.err.contains("Saknas") || run.out.contains("inget att ta bort"), "{run:?}");
    }
    assert_eq!(desk.run("whoami").exit, Some(0));
}

#[test]
fn each_use_extends_kernel_key_lifetime() {
    let desk = NoDesktop(desk());
    // Some of the time may have passed, and days are told whole.
    let is_new = || ["3d", "2d"].contains(&desk.field_of_key(3).as_str());
    assert_eq!(desk.run("login --password-stdin").exit, Some(0));
    assert!(is_new());
    let keyring = KeyRing::get_persistent(KeyRingIdentifier::Thread).unwrap();
    keyring.search(&desk.key()).unwrap().set_timeout(60 * 60).unwrap();
    assert!(!is_new());
    assert_eq!(desk.run("whoami").exit, Some(0));
    assert!(is_new());
}

#[test]
fn absent_keyrings_are_reported() {
    let desk = NoDesktop(desk());
    // A container that keeps its programs from it, and kernels built without.
    for error in ["EPERM", "EOPNOTSUPP", "ENOSYS"] {
        let inject = format!("inject=keyctl:error={error}");
        let starter =
            ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=keyctl", "-e", &inject].map(str::to_owned);
        for arguments in ["whoami", "lookup evaand01", "login --password-stdin", "logout"] {
            let run = desk.run_under(&starter, arguments);
            let absent = run.err.contains("Det finns ingen nyckelring att använda här.");
            assert!(run.exit == Some(2) && absent, "{error}: {run:?}");
            assert!(run.err.contains("directory.password_file"), "{run:?}");
        }
    }
}

#[test]
fn silent_bus_times_out() {
    let desk = desk();
    let socket = desk.home().0.path().join("bus");
    let bus = UnixListener::bind(&socket).unwrap();
    let run = without_session(&desk, &[], "whoami", Some(&format!("unix:path={}", socket.display())));
    assert!(run.exit == Some(6) && run.err.contains("svarade inte inom tre sekunder"), "{run:?}");
    drop(bus);
}

#[test]
fn password_file_leaves_keyring_unused() {
    let desk = Desk::new();
    fs::create_dir(desk.home().0.path().join("run")).unwrap();
    let socket = desk.home().0.path().join("bus");
    let bus = UnixListener::bind(&socket).unwrap();
    let run = without_session(&desk, &[], "lookup evaand01", Some(&format!("unix:path={}", socket.display())));
    assert_eq!(run.exit, Some(0), "{run:?}");
    bus.set_nonblocking(true).unwrap();
    assert_eq!(bus.accept().unwrap_err().kind(), ErrorKind::WouldBlock, "somebody called");
}
