//! `version` reads no configuration.

use serde_json::Value;

use super::fixture::TestDesk;

/// A desk whose configuration cannot be read.
fn misconfigured() -> TestDesk {
    let mut desk = TestDesk::configured();
    desk.set("directory.serverz", "1");
    assert!(desk.run("whoami").ends_with("exit 2"));
    desk
}

#[test]
fn version_needs_no_configuration() {
    let mut desk = misconfigured();
    let version = env!("CARGO_PKG_VERSION");
    assert!(desk.run("version").starts_with(&format!("out servicedesk {version}\n")));
    let run = desk.run("version -o json");
    let text: String = run.lines().filter_map(|line| line.strip_prefix("out ")).collect();
    let document: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(document["version"], version);
    assert_eq!(document["schema"], 1);
    let kerberos = document["features"].as_array().unwrap().contains(&"kerberos".into());
    assert_eq!(kerberos, cfg!(feature = "kerberos"));
    assert!(document["commit"].is_null() || document["commit"].as_str().unwrap().len() == 40);
}
