//! Languages, homes, and what the environment says.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};

use crate::support::program::{Home, Run, write_private};

#[test]
fn language_follows_option_and_environment() {
    let home = Home::new();
    let (swedish, english) = ("Inget konto stämmer", "No account matches");
    for (variables, options, said) in [
        (&[("LANG", "sv_SE.UTF-8")][..], "", swedish),
        (&[("LANG", "sv")], "", swedish),
        (&[("LANG", "C")], "", english),
        (&[("LANG", "")], "", english),
        (&[("LANG", "de_DE.UTF-8")], "", english),
        (&[("LANG", "en_US.UTF-8"), ("LC_ALL", "sv_SE.UTF-8")], "", swedish),
        (&[("LANG", "sv_SE.UTF-8"), ("LC_MESSAGES", "en_GB")], "", english),
        (&[("LANG", "sv_SE.UTF-8"), ("LC_ALL", "")], "", swedish),
        (&[("LANG", "C"), ("SERVICEDESK_LANG", "sv")], "", swedish),
        (&[("LANG", "sv_SE.UTF-8"), ("SERVICEDESK_LANG", "sv")], "--lang en", english),
    ] {
        let mut command = home.command(&format!("--demo {options} lookup finns-inte"));
        let run: Run = command.env_remove("LANG").envs(variables.iter().copied()).output().unwrap().into();
        assert!(run.err.contains(said), "{variables:?} {options}: {run:?}");
    }
}

#[test]
fn help_and_every_error_follow_settings() {
    let home = Home::new();
    write_private(home.0.path(), "swedish.toml", "language = \"sv\"\n[sms]\nsender = 7\n");
    write_private(home.0.path(), "english.toml", "language = \"en\"\n");
    for (arguments, said) in [
        ("--config swedish.toml lookup --help", "Flaggor:"),
        ("--config=swedish.toml lookup --bogus", "finns inte här"),
        // What is wrong in the file is told in its own language.
        ("--config swedish.toml lookup jesrab01", "Rätta det som står ovan"),
        ("--config swedish.toml doctor", "Inställningar"),
        ("--config swedish.toml --lang en lookup --bogus", "Unknown option"),
        ("--config english.toml lookup --bogus", "Unknown option"),
    ] {
        let mut command = home.command(arguments);
        command.current_dir(home.0.path());
        let language = if said == "Unknown option" { "sv_SE.UTF-8" } else { "en_US.UTF-8" };
        let run: Run = command.env("LANG", language).output().unwrap().into();
        assert!(run.out.contains(said) || run.err.contains(said), "{arguments}: {run:?}");
    }
}

#[test]
fn empty_environment_suffices() {
    let home = Home::new();
    // Not even a home. Nothing that is kept: the system would name one all the same.
    let run = |arguments: &str| -> Run { home.command(arguments).env_clear().output().unwrap().into() };
    assert_eq!(run("--version").exit, Some(0));
    let run = run("check-policy");
    assert!(run.exit == Some(2) && run.err.contains("--password-stdin"), "{run:?}");
}

#[test]
fn state_files_are_private() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    home.run("--demo send-code jesrab01");
    let folder = home.0.path().join(".local/state/servicedesk/practice");
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    let files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(files.iter().any(|path| path.ends_with("state.db")), "{files:?}");
    for file in files {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
}

#[test]
fn missing_configuration_names_expected_paths() {
    let home = Home::new();
    let run = home.run("lookup evaand01");
    let own = home.0.path().join(".config/servicedesk/config.toml");
    assert!(run.exit == Some(2) && run.err.contains(own.to_str().unwrap()), "{run:?}");
    assert!(run.err.contains("/etc/servicedesk/config.toml"), "{run:?}");
    let named = home.run("--config /dev/null lookup evaand01");
    assert!(named.exit == Some(2) && !named.err.contains("/etc/servicedesk"), "{named:?}");
}

#[test]
fn parallel_runs_share_store() {
    let home = Home::new();
    let start = || home.command("--demo unlock perols01").spawn().unwrap();
    let both: Vec<_> = (0..4).map(|_| start()).collect();
    for child in both {
        let run = Run::from(child.wait_with_output().unwrap());
        assert_eq!(run.exit, Some(5), "{run:?}");
    }
    let shown = home.run("--demo audit show --all -o json");
    let document: serde_json::Value = serde_json::from_str(&shown.out).unwrap();
    // Each signed in and was refused.
    assert_eq!(document["records"].as_array().unwrap().len(), 8);
    let verified = home.run("--demo audit verify");
    assert_eq!(verified.exit, Some(0), "{verified:?}");
}

/// The program after `limits`, shell commands.
fn under(home: &Home, limits: &str, arguments: &str) -> Run {
    let script = format!("{limits}; exec \"$0\" {arguments}");
    let mut command = std::process::Command::new("/bin/sh");
    command.args(["-c", &script, env!("CARGO_BIN_EXE_servicedesk")]).env_clear();
    command.env("HOME", home.0.path()).env("LANG", "en_US.UTF-8").output().unwrap().into()
}

#[test]
fn too_few_files_are_reported_in_words() {
    let home = Home::new();
    for most in [5, 6, 8, 9, 12, 15, 16, 20, 40] {
        let run = under(&home, &format!("ulimit -n {most}"), "--demo lookup jesrab01");
        assert!(run.exit == Some(6) && run.err.contains("more files and connections open"), "{most}: {run:?}");
        assert!(!run.err.contains("os error") && !run.err.contains("panicked"), "{most}: {run:?}");
    }
    let json = under(&home, "ulimit -n 12", "-o json --demo lookup jesrab01");
    assert!(json.out.contains(r#""kind":"no_resources""#), "{json:?}");
    // A limit that the program may raise itself is none.
    assert_eq!(under(&home, "ulimit -Sn 12", "--demo lookup jesrab01").exit, Some(0));
    assert_eq!(under(&home, "ulimit -n 64", "--demo lookup jesrab01").exit, Some(0));
}

#[test]
fn unknown_time_zone_is_reported_once() {
    let home = Home::new();
    let run = |zone: &str, arguments: &str| Run::from(home.command(arguments).env("TZ", zone).output().unwrap());
    let lookup = run("Europe/Stokholm", "--demo lookup jesrab01");
    assert_eq!(lookup.exit, Some(0), "{lookup:?}");
    assert_eq!(lookup.err.matches("TZ är ”Europe/Stokholm”").count(), 1, "{lookup:?}");
    assert!(!run("Europe/Stokholm", "--quiet --demo lookup jesrab01").err.contains("TZ"));
    // One that never ends is not read.
    for device in ["/dev/zero", ":/dev/zero"] {
        assert_eq!(run(device, "--demo lookup jesrab01").err.matches("TZ är ”").count(), 1, "{device}");
    }
    for known in ["Europe/Stockholm", "UTC", "CET-1CEST,M3.5.0,M10.5.0/3", ""] {
        assert!(!run(known, "--demo lookup jesrab01").err.contains("TZ"), "{known}");
    }
}

#[test]
fn limit_that_cannot_be_is_refused() {
    let home = Home::new();
    for (limits, said) in [
        ("--since 9999-12-31", "utanför de år"),
        ("--until 9999-12-31", "utanför de år"),
        ("--since 9998-01-01", "inte har varit än"),
        ("--since 2026-05-01 --until 2026-04-01", "är efter --until"),
    ] {
        for command in ["show", "export"] {
            let run = home.run(&format!("--demo audit {command} {limits}"));
            assert!(run.exit == Some(2) && run.err.contains(said) && run.out.is_empty(), "{limits}: {run:?}");
        }
    }
    assert_eq!(home.run("--demo audit show --since 2d --until 9998-01-01").exit, Some(0));
}

#[test]
fn failing_proxy_is_named_without_its_login() {
    let home = Home::new();
    write_private(home.0.path(), "secret", "Gateway-hemligt-9");
    let settings = "[directory]\nservers = [\"ldap://127.0.0.1:1\"]\nuser = \"a@b.example\"\n\
                    [sms]\nprovider = \"46elks\"\nurl = \"https://sms.example/a1/sms\"\nuser = \"desk\"\n\
                    secret_file = \"secret\"\nsender = \"Desk\"\n";
    let config = write_private(home.0.path(), "config.toml", settings);
    let run = |proxy: &str, none: &str| -> Run {
        let mut command = home.command(&format!("--no-input --config {} doctor", config.display()));
        let proxy = format!("http://desk:Proxy-hemligt-9@{proxy}");
        command.env("HTTPS_PROXY", proxy).env("NO_PROXY", none).output().unwrap().into()
    };
    let refuses = "127.0.0.1:1".to_owned();
    for proxy in [
        refuses,
        fake_proxy(|_| {}),
        fake_proxy(|stream| answer_connect(stream, "502 Bad Gateway")),
        fake_proxy(|stream| answer_connect(stream, "200 OK")),
    ] {
        let run = run(&proxy, "");
        assert!(run.out.contains(&format!("Proxyn {proxy} kopplade inte vidare")), "{run:?}");
        assert!(!format!("{run:?}").contains("hemligt"), "{run:?}");
    }
    let direct = run("127.0.0.1:1", "sms.example");
    assert!(!direct.out.contains("Proxyn"), "{direct:?}");
}

/// The address of a proxy that does one thing with a connection, and closes it.
fn fake_proxy(mut with: impl FnMut(&mut TcpStream) + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    std::thread::spawn(move || listener.incoming().map_while(Result::ok).for_each(|mut stream| with(&mut stream)));
    address
}

fn answer_connect(stream: &mut TcpStream, status: &str) {
    let mut request = [0; 4096];
    let _ = stream.read(&mut request);
    let _ = write!(stream, "HTTP/1.1 {status}\r\n\r\n");
}
