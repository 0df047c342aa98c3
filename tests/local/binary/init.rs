//! `init` without questions, and what it leaves alone.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use crate::support::desk::Desk;
use crate::support::program::{Home, write_private};

fn config(home: &Home) -> PathBuf {
    home.0.path().join("new/config.toml")
}

#[test]
fn configuration_is_written_and_tried() {
    let desk = Desk::new();
    let (home, folder) = (desk.home(), desk.home().0.path().display().to_string());
    let arguments = format!(
        "--config {} --no-input --server {} init --user CONTOSO\\operator --password-file {folder}/password \
         --ca-file {folder}/ca.pem --gateway outbox --organisation Mjölby --phone 0142-366000 --services Mjölnet,Webmail \
         --store {folder}/state/state.db --send-to 0701740605 --lang en -o json",
        config(home).display(),
        desk.url(),
    );
    let run = home.run(&arguments);
    assert_eq!(run.exit, Some(0), "{run:?}");
    assert!(run.out.contains("new/outbox") && run.out.contains("\"test_message\""), "{run:?}");
    let looked_up = home.run(&format!("--config {} lookup evaand01", config(home).display()));
    assert_eq!(looked_up.exit, Some(0), "{looked_up:?}");
    let text = fs::read_to_string(config(home)).unwrap();
    assert!(text.contains("services = [\"Mjölnet\", \"Webmail\"]") && text.contains("\n# "), "{text}");
    assert_eq!(fs::metadata(config(home)).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn bare_user_name_gets_the_domain() {
    let desk = Desk::new();
    let (home, folder) = (desk.home(), desk.home().0.path().display().to_string());
    let run = home.run(&format!(
        "--config {} --no-input --server {} init --domain ad.contoso.example --user operator --lang en \
         --password-file {folder}/password --ca-file {folder}/ca.pem --store {folder}/state/state.db --no-check",
        config(home).display(),
        desk.url(),
    ));
    assert!(run.exit == Some(0) && run.err.contains("with its domain: operator@ad.contoso.example"), "{run:?}");
    let text = fs::read_to_string(config(home)).unwrap();
    assert!(text.contains("user = \"operator@ad.contoso.example\""), "{text}");
    let who = home.run(&format!("--config {} whoami", config(home).display()));
    assert_eq!(who.exit, Some(0), "{who:?}");
}

#[test]
fn practice_without_questions_has_defaults() {
    let home = Home::new();
    let run = home.run("init --demo --no-input --lang en");
    assert!(run.exit == Some(0) && run.out.contains("CONTOSO\\operator"), "{run:?}");
    let text = fs::read_to_string(home.0.path().join(".local/state/servicedesk/practice/init.toml")).unwrap();
    assert!(text.contains("ca_file = \"ca.cer\"") && text.contains("password_file = \"password\""), "{text}");
    assert!(text.contains("outbox = \"outbox\""), "{text}");
    let run = home.run("init --demo --no-input --user operator --lang en --no-check");
    assert!(run.exit == Some(0) && run.err.contains("operator@ad.contoso.example"), "{run:?}");
}

#[test]
fn existing_configuration_is_left_alone() {
    let home = Home::new();
    fs::create_dir(home.0.path().join("new")).unwrap();
    write_private(&home.0.path().join("new"), "config.toml", "# Ours.\n");
    let init = format!(
        "--config {} --no-input init --domain ad.example.se --sign-in ticket --no-check",
        config(&home).display()
    );
    let run = home.run(&format!("{init} -o json"));
    assert_eq!(run.exit, Some(2));
    assert!(run.out.contains("configuration_exists"), "{run:?}");
    assert_eq!(fs::read_to_string(config(&home)).unwrap(), "# Ours.\n");

    let run = home.run(&format!("{init} --replace -o json"));
    assert_eq!(run.exit, Some(0), "{run:?}");
    assert_eq!(fs::read_to_string(home.0.path().join("new/config.toml.old")).unwrap(), "# Ours.\n");
    assert!(fs::read_to_string(config(&home)).unwrap().contains("domain = \"ad.example.se\""));
    assert!(run.out.contains("config.toml.old"), "{run:?}");
}

#[test]
fn missing_or_wrong_answers_write_nothing() {
    let home = Home::new();
    let init = format!("--config {} --no-input init --no-check --lang en", config(&home).display());
    for (options, complaint) in [
        ("", "--domain"),
        ("--domain not_a_name/", "--domain: directory.domain"),
        ("--domain ad.example.se --sign-in file", "--user"),
        ("--domain ad.example.se --certificate-sha256 12", "--certificate-sha256: directory.certificate_sha256"),
        ("--domain ad.example.se --gateway pigeon", "--gateway: sms.provider"),
        ("--domain ad.example.se --store ftp://a/b", "--store: state.url"),
        ("--server ldaps:/dc1", "--server"),
        ("--domain ad.example.se --ca-file /nowhere/ca.pem", "--ca-file: directory.ca_file: /nowhere/ca.pem"),
        ("--domain ad.example.se --gateway kannel --gateway-url ftp://a", "--gateway-url: sms.url"),
    ] {
        let run = home.run(&format!("{init} {options}"));
        assert_eq!(run.exit, Some(2), "{options}: {run:?}");
        assert!(run.err.contains(complaint) && !run.err.contains("config.toml:"), "{options}: {}", run.err);
        assert!(!config(&home).parent().unwrap().exists(), "{options}");
    }
}

#[test]
fn options_that_do_not_go_together_are_refused() {
    let home = Home::new();
    let trust = format!("--certificate-sha256 {}", "ab".repeat(32));
    for (options, one, other) in [
        ("--sign-in ticket --user anna", "--user", "--sign-in ticket"),
        ("--sign-in ticket --password-file p", "--password-file", "--sign-in ticket"),
        ("--sign-in ticket --ca-file ca.pem", "--ca-file", "--sign-in ticket"),
        (&format!("--sign-in ticket {trust}"), "--certificate-sha256", "--sign-in ticket"),
        ("--sign-in keyring --password-file p", "--password-file", "--sign-in keyring"),
        ("--gateway none --sender Desk", "--sender", "--gateway none"),
        ("--no-check --send-to 0701740605", "--no-check", "--send-to"),
        ("--demo", "--domain", "--demo"),
    ] {
        let config = if options == "--demo" { String::new() } else { format!("--config {}", config(&home).display()) };
        let run = home.run(&format!("{config} --no-input init --domain ad.example.se {options} --lang en -o json"));
        let error = &serde_json::from_str::<serde_json::Value>(&run.out).unwrap()["error"];
        let said = error["message"].as_str().unwrap();
        assert!(run.exit == Some(2) && said.contains(one) && said.contains(other), "{options}: {run:?}");
    }
    assert!(!config(&home).exists());
}

#[test]
fn failure_to_write_leaves_nothing_new() {
    let desk = Desk::new();
    let (home, folder) = (desk.home(), desk.home().0.path());
    let init = |place: &str| format!("--config {place} --no-input init --domain ad.example.se --no-check --lang en");
    fs::write(folder.join("file"), "").unwrap();
    fs::write(folder.join("frozen.toml"), "# Ours.\n").unwrap();
    fs::set_permissions(folder.join("frozen.toml"), fs::Permissions::from_mode(0o444)).unwrap();
    for (place, said) in [
        ("file/config.toml", "not a folder"),
        ("frozen.toml --replace", "read-only"),
        ("/dev/null", "not an ordinary file"),
    ] {
        let (place, options) = place.split_once(' ').unwrap_or((place, ""));
        let run = home.run(&format!("{} {options}", init(&folder.join(place).display().to_string())));
        assert!(run.exit == Some(6) && run.err.contains(said), "{place}: {run:?}");
    }
    assert_eq!(fs::read_to_string(folder.join("frozen.toml")).unwrap(), "# Ours.\n");
    let left = fs::read_dir(folder).unwrap().filter(|file| {
        let name = file.as_ref().unwrap().file_name().into_string().unwrap();
        name.contains(".old") || name.ends_with(".new")
    });
    assert_eq!(left.count(), 0);
}
