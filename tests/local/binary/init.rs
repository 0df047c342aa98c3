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
    // The outbox lacks its folder, which only a question could tell.
    let run = home.run(&arguments);
    assert_eq!(run.exit, Some(1), "{run:?}");
    assert!(run.out.contains("sms.outbox") && run.out.contains("\"test_message\""), "{run:?}");
    let set = home.run(&format!("--config {} config set sms.outbox {folder}/outbox", config(home).display()));
    assert_eq!(set.exit, Some(0), "{set:?}");
    let looked_up = home.run(&format!("--config {} lookup evaand01", config(home).display()));
    assert_eq!(looked_up.exit, Some(0), "{looked_up:?}");
    let text = fs::read_to_string(config(home)).unwrap();
    assert!(text.contains("services = [\"Mjölnet\", \"Webmail\"]") && text.contains("\n# "), "{text}");
    assert_eq!(fs::metadata(config(home)).unwrap().permissions().mode() & 0o777, 0o600);
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
        ("--domain not_a_name/", "directory.domain"),
        ("--domain ad.example.se --sign-in file", "--user"),
        ("--domain ad.example.se --certificate-sha256 12", "directory.certificate_sha256"),
        ("--domain ad.example.se --gateway pigeon", "sms.provider"),
        ("--domain ad.example.se --store ftp://a/b", "state.url"),
    ] {
        let run = home.run(&format!("{init} {options}"));
        assert_eq!(run.exit, Some(2), "{options}: {run:?}");
        assert!(run.err.contains(complaint), "{options}: {}", run.err);
        assert!(!config(&home).parent().unwrap().exists(), "{options}");
    }
}
