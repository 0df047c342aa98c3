//! The keys of the configuration: what `src/config/keys.rs` says of each is so.

use std::collections::BTreeSet;

use regex_lite::Regex;
use servicedesk::config::{DocumentedKey, Environment, KEYS, Overrides, Problems, Settings};

/// What most need.
pub(crate) const EXAMPLE: &str = r#"language = "sv"

[directory]
servers = ["ldaps://dc1.ad.example.se", "ldaps://dc2.ad.example.se"]
ca_file = "ca.pem"
user = 'EXAMPLE\operator1'
password_file = "password"
base = "DC=ad,DC=example,DC=se"

[sms]
provider = "kannel"
url = "http://127.0.0.1:13013/cgi-bin/sendsms"
sender = "Servicedesk"
user = "servicedesk"
secret_file = "sms"

[desk]
organisation = "Mjölby kommun"
services = ["Mjölnet", "Webmail"]
extension = "6000"
phone = "0142-36 6000"
"#;

/// The tables in order. The first, without a name, has the keys outside of tables.
pub(crate) fn tables() -> Vec<&'static str> {
    let mut tables: Vec<&str> = KEYS.iter().map(DocumentedKey::table).collect();
    tables.dedup();
    tables
}

pub(crate) fn keys_of(table: &str) -> impl Iterator<Item = &'static DocumentedKey> {
    KEYS.iter().filter(move |key| key.table() == table)
}

pub(crate) fn keys() -> BTreeSet<&'static str> {
    KEYS.iter().map(|key| key.path).collect()
}

/// A configuration file with these values.
fn file(value: impl Fn(&DocumentedKey) -> Option<&'static str>) -> String {
    let lines = KEYS.iter().filter_map(|key| Some(format!("{} = {}\n", key.path, value(key)?)));
    lines.collect()
}

fn read(text: &str) -> Result<Settings, Problems> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    std::fs::write(&path, text).unwrap();
    let overrides = Overrides { config: Some(path), ..Overrides::default() };
    Settings::load(&overrides, &Environment::default(), None)
}

#[test]
fn configuration_examples_are_valid() {
    read(EXAMPLE).unwrap();
    // The two exclude each other.
    for without in ["directory.ca_file", "directory.certificate_sha256"] {
        read(&file(|key| Some(key.example).filter(|_| key.path != without))).unwrap();
    }
}

#[test]
fn documented_defaults_are_used() {
    let origin = Regex::new(r#"origin: (Default|File \{[^}]*\})|files: \[[^\]]*\]"#).unwrap();
    let values = |text: &str| {
        // The notation does not matter.
        let settings = Settings { written: vec![], ..read(text).unwrap() };
        origin.replace_all(&format!("{settings:#?}"), "").into_owned()
    };
    assert_eq!(values(&file(|key| key.default)), values(""));
    let nothing = format!("{:?}", read("").unwrap());
    for key in KEYS.iter().filter(|key| key.default.is_none()) {
        assert!(nothing.contains(&format!("key: {:?}, setting: None", key.path)), "{} has a default", key.path);
    }
}
