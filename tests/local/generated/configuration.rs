//! The keys of the configuration with what is the same in every language: defaults and examples. What they mean stands
//! in `src/text/manual.*.ftl`.

use std::collections::BTreeSet;

use regex_lite::Regex;
use servicedesk::config::{Environment, Overrides, Problems, Settings};

/// A key.
pub(crate) struct Key {
    /// `table.key`.
    pub(crate) path: &'static str,
    /// In TOML; `None` where nothing is set.
    pub(crate) default: Option<&'static str>,
    /// In TOML.
    pub(crate) example: &'static str,
}

impl Key {
    pub(crate) fn name(&self) -> &'static str {
        self.path.split_once('.').map_or(self.path, |(_, name)| name)
    }

    fn table(&self) -> &'static str {
        self.path.split_once('.').map_or("", |(table, _)| table)
    }
}

const fn unset(path: &'static str, example: &'static str) -> Key {
    Key { path, default: None, example }
}

const fn key(path: &'static str, default: &'static str, example: &'static str) -> Key {
    Key { path, default: Some(default), example }
}

const KEYS: &[Key] = &[
    unset("language", r#""sv""#),
    key(
        "enforced.keys",
        r#"["verification", "protected", "audit", "state"]"#,
        r#"["verification", "protected", "audit", "state", "reset.must_change"]"#,
    ),
    unset("directory.servers", r#"["ldaps://dc1.ad.example.se", "ldaps://dc2.ad.example.se"]"#),
    unset("directory.domain", r#""ad.example.se""#),
    unset("directory.site", r#""Skolan""#),
    unset("directory.base", r#""DC=ad,DC=example,DC=se""#),
    unset("directory.ca_file", r#""/etc/servicedesk/ca.pem""#),
    unset("directory.certificate_sha256", r#"["aa3b1c3c5a0be1e2ed1c9d3a5f7f0cb2a1b0a5c1f7f3a4a49ea2a3c65d0e4b61"]"#),
    unset("directory.tls_name", r#""dc1.ad.example.se""#),
    key("directory.bind", r#""simple""#, r#""simple""#),
    unset("directory.user", r#"'EXAMPLE\operator1'"#),
    unset("directory.password_file", r#""/home/operator1/.config/servicedesk/password""#),
    key("directory.everywhere", "false", "true"),
    key("directory.timeout_seconds", "5", "10"),
    key("directory.history", r#""required""#, r#""off""#),
    key("directory.mobile_attribute", r#""mobile""#, r#"["mobile", "otherMobile"]"#),
    key("directory.search_attributes", "[]", r#"["employeeID"]"#),
    unset("sms.provider", r#""kannel""#),
    unset("sms.preset", r#""gatewayapi""#),
    unset("sms.url", r#""http://127.0.0.1:13013/cgi-bin/sendsms""#),
    unset("sms.sender", r#""Servicedesk""#),
    unset("sms.user", r#""servicedesk""#),
    unset("sms.secret_file", r#""/home/operator1/.config/servicedesk/sms""#),
    unset("sms.outbox", r#""/var/spool/servicedesk""#),
    key("sms.default_country", r#""SE""#, r#""SE""#),
    unset("sms.ca_file", r#""/etc/servicedesk/sms-ca.pem""#),
    key("sms.timeout_seconds", "10", "20"),
    unset(
        "sms.http",
        r#"{ auth = "bearer", json = { to = "{{ to_e164 }}", message = "{{ text }}" }, id = { pointer = "/id" } }"#,
    ),
    key("verification.code_lifetime_seconds", "300", "600"),
    key("verification.attempts", "3", "5"),
    key("verification.resend_seconds", "30", "60"),
    key("verification.sends_per_hour", "5", "3"),
    key("verification.sends_per_day", "10", "6"),
    key("verification.wrong_codes_per_day", "10", "6"),
    key("verification.lockout_minutes", "60", "240"),
    key("verification.resets_per_day", "2", "1"),
    key("verification.window_seconds", "900", "600"),
    key("verification.allow_identified_by", "false", "true"),
    key("verification.mobile_age_days", "14", "30"),
    key("verification.require_settled_mobile", "false", "true"),
    key("verification.supervisors", "[]", r#"['EXAMPLE\\operator1']"#),
    key("password_policy.min_length", "8", "12"),
    key("password_policy.max_length", "127", "64"),
    key("password_policy.uppercase", "1", "0"),
    key("password_policy.digits", "1", "2"),
    key("password_policy.forbidden_characters", r#""åäöÅÄÖ""#, r#""åäöÅÄÖ ""#),
    key("password_policy.banned_words", r#""on""#, r#""names""#),
    unset("password_policy.banned_words_file", r#""words.txt""#),
    unset("password_policy.breached_passwords_file", r#""/srv/pwnedpasswords.txt""#),
    key("reset.must_change", r#""at_workplace""#, "true"),
    key("protected.groups", r#"["Domain Admins", "Enterprise Admins"]"#, r#"["Domain Admins", "VIP"]"#),
    key("protected.units", "[]", r#"["OU=IT,DC=ad,DC=example,DC=se"]"#),
    key("protected.operators", "true", "false"),
    unset("state.path", r#""/var/lib/servicedesk/state.db""#),
    unset("state.url", r#""postgres://servicedesk@db.example.se/servicedesk""#),
    unset("state.password_file", r#""/home/operator1/.config/servicedesk/store""#),
    unset("state.ca_file", r#""/etc/servicedesk/store-ca.pem""#),
    unset("state.key_file", r#""/home/operator1/.config/servicedesk/desk.key""#),
    key("audit.syslog", "false", r#""tls://log.example.se""#),
    unset("audit.ca_file", r#""log-ca.pem""#),
    unset("audit.keep_days", "1096"),
    unset("desk.organisation", r#""Mjölby kommun""#),
    key("desk.services", "[]", r#"["Mjölnet", "Webmail"]"#),
    unset("desk.extension", r#""6000""#),
    unset("desk.phone", r#""0142-36 6000""#),
    unset("desk.selfservice_url", r#""https://losen.example.se""#),
    unset("desk.escalation", r#""IT-drift""#),
    key(
        "card.show",
        r#"["title", "department", "manager", "office", "telephone", "mail", "wrong_passwords", "password", "expires", "hours", "computers", "last_sign_in", "policy"]"#,
        r#"["title", "manager", "office", "last_sign_in"]"#,
    ),
];

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
    let mut tables: Vec<&str> = KEYS.iter().map(Key::table).collect();
    tables.dedup();
    tables
}

pub(crate) fn keys_of(table: &str) -> impl Iterator<Item = &'static Key> {
    KEYS.iter().filter(move |key| key.table() == table)
}

pub(crate) fn keys() -> BTreeSet<&'static str> {
    KEYS.iter().map(|key| key.path).collect()
}

/// A configuration file with these values.
fn file(value: impl Fn(&Key) -> Option<&'static str>) -> String {
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
