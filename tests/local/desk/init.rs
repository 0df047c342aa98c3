//! `init` for a whole desk: the keyring of an operator, and what operators can read of what root writes.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::fixture::Answer::{CtrlC, Escape, Secret, Text};
use super::fixture::TestDesk;

/// A desk that has no configuration yet.
fn desk() -> TestDesk {
    let mut desk = TestDesk::configured();
    desk.keyring().without_configuration();
    desk
}

/// The command with everything answered but who signs in, for a configuration at this place.
fn init(desk: &TestDesk, place: &str, options: &str) -> String {
    let (config, store, ca) = (desk.path(place), desk.path("state/state.db"), desk.path("ca.pem"));
    let url = desk.practice().access().url.clone();
    format!(
        "--config {} --server {url} --lang en init --domain ad.contoso.example --sign-in keyring --ca-file {} \
         --organisation Mjölby --services Mjölnet --phone 0142-366000 --extension 6000 --store {} {options}",
        config.display(),
        ca.display(),
        store.display(),
    )
}

#[test]
fn refused_sign_in_is_asked_for_again() {
    let mut desk = desk();
    let command = init(&desk, "new/config.toml", "--gateway none");
    let wrong = [Text("nobody"), Secret("Fel-losen-1")];
    // Escape at the password leads back to the name.
    let right = [Text("operatro"), Escape, Text("operator"), Secret("Practice-makes-42")];
    let run = desk.terminal(wrong.into_iter().chain(right)).run(&command);
    assert!(run.contains("err The directory takes a user name with its domain: operator@ad.contoso.example"), "{run}");
    assert!(run.contains("Stored in your keyring") && run.contains("Signed in as"), "{run}");
    // The gateway is missing, as doctor says.
    assert!(run.ends_with("exit 1"), "{run}");
}

#[test]
fn given_up_sign_in_leaves_the_configuration_and_says_so() {
    let mut desk = desk();
    let command = init(&desk, "new/config.toml", "--gateway none --user operator");
    let run = desk.terminal([Secret("Fel-losen-1"), CtrlC]).run(&command);
    assert!(run.contains("is written, but not tried") && run.ends_with("exit 130"), "{run}");
    assert!(!run.contains("Nothing has changed"), "{run}");
    assert!(desk.path("new/config.toml").exists());
}

#[test]
fn computers_configuration_has_a_copy_of_the_authority() {
    let mut desk = desk();
    fs::set_permissions(desk.path("ca.pem"), fs::Permissions::from_mode(0o400)).unwrap();
    let command = init(&desk, "system/config.toml", "--no-input --no-check");
    let run = desk.run(&command);
    assert!(run.contains("saved for you as ca.pem") && run.ends_with("exit 0"), "{run}");
    let text = fs::read_to_string(desk.path("system/config.toml")).unwrap();
    assert!(text.contains("ca_file = \"ca.pem\""), "{text}");
    let copy = desk.path("system/ca.pem");
    assert_eq!(fs::read(&copy).unwrap(), fs::read(desk.path("ca.pem")).unwrap());
    assert_eq!(fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o644);
}

#[test]
fn private_key_beside_the_authority_is_not_copied() {
    let mut desk = desk();
    let pem = fs::read_to_string(desk.path("ca.pem")).unwrap();
    fs::write(desk.path("ca.pem"), pem + "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n").unwrap();
    let command = init(&desk, "system/config.toml", "--no-input --no-check");
    let run = desk.run(&command);
    assert!(run.contains("has a private key") && run.ends_with("exit 0"), "{run}");
    assert!(!desk.path("system/ca.pem").exists());
}

#[test]
fn file_with_the_gateways_secret_does_not_serve_operators() {
    let mut desk = desk();
    desk.write_private("sms", "Gateway-hemligt-9");
    let options = format!(
        "--gateway kannel --gateway-url http://127.0.0.1:1/ --gateway-user desk --secret-file {} --no-input --no-check",
        desk.path("sms").display()
    );
    for (place, is_said) in [("system/config.toml", true), ("new/config.toml", false)] {
        let command = init(&desk, place, &options);
        let run = desk.run(&command);
        assert_eq!(run.contains("let each operator run servicedesk login sms"), is_said, "{run}");
        assert!(run.ends_with("exit 0"), "{run}");
    }
}

#[test]
fn gateways_secret_can_be_left_to_operators() {
    let mut desk = desk();
    let options = "--gateway kannel --gateway-url http://127.0.0.1:1/ --gateway-user desk --sender Desk --no-check";
    let command = init(&desk, "system/config.toml", options);
    // In the keyring.
    let run = desk.terminal([Text("1")]).run(&command);
    assert!(run.contains("Each operator stores the gateway's secret with servicedesk login sms."), "{run}");
    assert!(run.ends_with("exit 0"), "{run}");
    assert!(!fs::read_to_string(desk.path("system/config.toml")).unwrap().contains("secret_file"));
}
