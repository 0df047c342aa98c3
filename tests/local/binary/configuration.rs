//! `config`: what applies and from where, checks, and changes that keep the rest of the file.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use crate::support::program::{Home, Run, write_private};

const FILE: &str = "\
# Ours.
language = 'en' # for all

[directory]
servers = ['ldaps://dc1.example.se'] # the first
user = 'EXAMPLE\\operator1'
password_file = 'Hemligt-losen-9'
";

struct Configured {
    home: Home,
    path: PathBuf,
}

impl Configured {
    fn new(text: &str) -> Self {
        let home = Home::new();
        let path = home.0.path().join("config.toml");
        write_private(home.0.path(), "config.toml", text);
        Self { home, path }
    }

    fn run(&self, arguments: &str) -> Run {
        self.home.run(&format!("--config {} {arguments}", self.path.display()))
    }

    fn text(&self) -> String {
        fs::read_to_string(&self.path).unwrap()
    }

    /// The setting as `config show -o json` has it.
    fn setting(&self, key: &str) -> Value {
        let run = self.run(&format!("config show {key} -o json"));
        let document: Value = serde_json::from_str(&run.out).unwrap();
        document["settings"][0].clone()
    }
}

#[test]
fn every_setting_is_shown_with_its_origin() {
    let desk = Configured::new(FILE);
    let file = format!("{}:5", desk.path.display());
    assert_eq!(desk.setting("directory.servers")["origin"], file.as_str());
    assert_eq!(desk.setting("directory.servers")["value"], "ldaps://dc1.example.se");
    assert_eq!(desk.setting("directory.timeout_seconds")["origin"], "default");
    assert_eq!(desk.setting("directory.timeout_seconds")["value"], "5");
    assert_eq!(desk.setting("sms.url")["origin"], Value::Null);
    assert_eq!(desk.setting("directory.servers --server ldaps://dc2")["origin"], "--server");
    let all = desk.run("config show");
    assert_eq!(all.out.lines().count(), servicedesk::config::KEYS.len() + 1);
    // A password may stand where the path of its file belongs.
    assert!(!all.out.contains("Hemligt") && !desk.run("config show -o json").out.contains("Hemligt"));
    let of_a_table = desk.run("config show desk -o csv");
    assert!(of_a_table.out.lines().skip(1).all(|line| line.starts_with("desk.")), "{}", of_a_table.out);
    let unknown = desk.run("config show directory.serverz");
    assert_eq!(unknown.exit, Some(2));
    assert!(unknown.err.contains("directory.servers"), "{}", unknown.err);
}

#[test]
fn change_keeps_all_else() {
    let desk = Configured::new(FILE);
    for (arguments, line, changed) in [
        ("language sv", "language = 'en' # for all", "language = \"sv\" # for all"),
        (
            "directory.servers ldaps://dc1.example.se,ldaps://dc2.example.se",
            "servers = ['ldaps://dc1.example.se'] # the first",
            "servers = [\"ldaps://dc1.example.se\", \"ldaps://dc2.example.se\"] # the first",
        ),
        ("directory.timeout_seconds 10", "", "timeout_seconds = 10\n"),
        ("desk.extension 6000", "", "\n[desk]\nextension = \"6000\"\n"),
        ("reset.must_change true", "", "\n[reset]\nmust_change = true\n"),
    ] {
        let former = desk.text();
        let run = desk.run(&format!("config set {arguments}"));
        assert_eq!((run.exit, run.err.as_str()), (Some(0), ""), "{arguments}");
        let expected = if line.is_empty() { former.clone() + changed } else { former.replace(line, changed) };
        if arguments.starts_with("directory.timeout") {
            // At the end of its table.
            assert_eq!(desk.text(), former.trim_end().to_owned() + "\n" + changed);
        } else {
            assert_eq!(desk.text(), expected, "{arguments}");
        }
        assert_eq!(desk.run("config check").exit, Some(2), "the password file is missing");
    }
    let run = desk.run("config unset directory.timeout_seconds");
    assert_eq!(run.exit, Some(0));
    assert!(!desk.text().contains("timeout_seconds"));
    assert!(desk.run("config unset directory.timeout_seconds -o json").out.contains("not_set"));
}

#[test]
fn wrong_value_is_not_written() {
    let desk = Configured::new(FILE);
    for (arguments, complaint) in [
        ("directory.timeout_seconds 1000", "1 to 60"),
        ("directory.timeout_seconds soon", "directory.timeout_seconds"),
        ("directory.bind kerberos", "directory.user"),
        ("directory.serverz ldaps://dc1", "directory.servers"),
        ("sms.password Hemligt-losen-9", "sms.password"),
    ] {
        let run = desk.run(&format!("config set {arguments} --lang en"));
        assert_eq!((run.exit, run.out.as_str()), (Some(2), ""), "{arguments}");
        assert!(run.err.contains(complaint) && !run.err.contains("Hemligt"), "{arguments}: {}", run.err);
        assert_eq!(desk.text(), FILE, "{arguments}");
    }
}

#[test]
fn broken_file_can_be_mended_step_by_step() {
    let desk = Configured::new("[directory]\ntimeout_seconds = 'a'\nbase = 5\n");
    assert_eq!(desk.run("config set directory.timeout_seconds 7").exit, Some(0));
    assert_eq!(desk.run("config set directory.base DC=example,DC=se").exit, Some(0));
    assert_eq!(desk.text(), "[directory]\ntimeout_seconds = 7\nbase = \"DC=example,DC=se\"\n");
    let unreadable = Configured::new("[directory\n");
    assert_eq!(unreadable.run("config set directory.timeout_seconds 7").exit, Some(2));
    assert_eq!(unreadable.text(), "[directory\n");
}

#[test]
fn value_without_effect_is_reported() {
    let desk = Configured::new(FILE);
    let mut command = desk.home.command(&format!("--config {} config set language sv -o json", desk.path.display()));
    let run: Run = command.env("SERVICEDESK_LANGUAGE", "en").output().unwrap().into();
    assert!(run.out.contains(r#""overruled_by":"SERVICEDESK_LANGUAGE""#), "{}", run.out);
}

#[test]
fn example_is_a_configuration_with_every_key() {
    let home = Home::new();
    for language in ["sv", "en"] {
        let example = home.run(&format!("config example --lang {language}")).out;
        assert!(example.lines().all(|line| line.is_empty() || line.starts_with('#')), "{example}");
        for key in servicedesk::config::KEYS {
            assert!(example.contains(&format!("\n#{} = ", key.name())), "{}", key.path);
        }
    }
}

#[test]
fn check_reads_the_files_that_are_named() {
    let desk =
        Configured::new("[directory]\nservers = ['ldaps://dc1']\nca_file = 'none.pem'\npassword_file = 'none'\n");
    let run = desk.run("config check --lang en");
    assert_eq!(run.exit, Some(2));
    assert!(run.err.contains("none.pem") && run.err.contains("password_file"), "{}", run.err);
    let desk = Configured::new("[directory]\nservers = ['ldaps://dc1']\n");
    assert_eq!(desk.run("config check").exit, Some(0));
    assert_eq!(desk.run("config path -o json").exit, Some(0));
}

#[test]
fn practice_has_nothing_to_change() {
    let home = Home::new();
    let run = home.run("--demo config set language en -o json");
    assert_eq!(run.exit, Some(2));
    assert!(run.out.contains(r#""practice_configures_nothing""#), "{}", run.out);
}

#[test]
fn only_what_ends_is_read() {
    let desk = Configured::new(FILE);
    let fifo = desk.home.0.path().join("fifo");
    assert!(Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    for path in [fifo.to_str().unwrap(), "/dev/zero"] {
        let run = desk.home.run(&format!("--config {path} config check --lang en"));
        assert!(run.exit == Some(2) && run.err.contains("not an ordinary file"), "{path}: {run:?}");
    }
    let settings = [
        "directory.password_file",
        "directory.ca_file",
        "sms.ca_file",
        "state.ca_file",
        "state.password_file",
        "audit.ca_file",
        "password_policy.banned_words_file",
        "password_policy.breached_passwords_file",
    ];
    for setting in settings {
        fs::write(&desk.path, FILE.replace("password_file = 'Hemligt-losen-9'\n", "")).unwrap();
        let set = desk.run(&format!("config set {setting} {}", fifo.display()));
        assert_eq!(set.exit, Some(0), "{set:?}");
        let run = desk.run("config check");
        assert!(run.exit == Some(2) && run.err.contains(setting), "{run:?}");
    }
    // What a shell hands over has an end.
    let run = desk.home.command_under(&["bash".to_owned(), "-c".to_owned(), HANDED.to_owned()], "").output().unwrap();
    assert_eq!(run.status.code(), Some(0), "{run:?}");
}

/// The program is the first argument.
const HANDED: &str = "\"$0\" --config <(echo 'directory.servers = [\"ldaps://dc1\"]') config check";

#[test]
fn write_protected_file_is_not_replaced() {
    let desk = Configured::new(FILE);
    fs::set_permissions(&desk.path, fs::Permissions::from_mode(0o444)).unwrap();
    for change in ["set language sv", "unset language"] {
        let run = desk.run(&format!("config {change} --lang en"));
        assert!(run.exit == Some(6) && run.err.contains("it is read-only"), "{run:?}");
    }
    assert_eq!(desk.text(), FILE);
}

#[test]
fn what_is_no_setting_or_looks_like_an_option_gets_a_hint_that_helps() {
    let desk = Configured::new(FILE);
    for (arguments, hint) in [
        ("set verification {a=1}", "as verification.KEY"),
        ("unset desk", "as desk.KEY"),
        ("set directory.timeout_seconds -5", "1 to 60"),
        ("set directory.timeout_seconds -x", "put -- before it"),
    ] {
        let run = desk.run(&format!("config {arguments} --lang en"));
        assert!(run.exit == Some(2) && run.err.contains(hint), "{arguments}: {run:?}");
    }
    assert_eq!(desk.text(), FILE);
}

#[test]
fn change_beside_an_older_fault_is_made_and_warns() {
    let desk = Configured::new(&format!("{FILE}timeout_seconds = 99\n"));
    let run = desk.run("config set directory.servers ldaps://dc2.example.se --lang en");
    assert!(run.exit == Some(0) && run.err.contains("Something else"), "{run:?}");
    assert!(desk.text().contains("dc2") && desk.text().contains("= 99"));
    let run = desk.run("config set directory.timeout_seconds 9 --lang en");
    assert!(run.exit == Some(0) && run.err.is_empty(), "{run:?}");
}
