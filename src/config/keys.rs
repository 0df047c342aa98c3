//! Every key with what is the same in every language: its default and an example. What it means stands in
//! `text/manual.*.ftl`. `tests/local/generated` compares this with what the sections read.

/// A key.
#[derive(Debug)]
pub struct DocumentedKey {
    /// `table.key`.
    pub path: &'static str,
    /// In TOML; `None` where nothing is set.
    pub default: Option<&'static str>,
    /// In TOML.
    pub example: &'static str,
}

impl DocumentedKey {
    /// The part after the table.
    pub fn name(&self) -> &'static str {
        self.path.split_once('.').map_or(self.path, |(_, name)| name)
    }

    /// Empty for the keys outside of tables.
    pub fn table(&self) -> &'static str {
        self.path.split_once('.').map_or("", |(table, _)| table)
    }
}

const fn unset(path: &'static str, example: &'static str) -> DocumentedKey {
    DocumentedKey { path, default: None, example }
}

const fn key(path: &'static str, default: &'static str, example: &'static str) -> DocumentedKey {
    DocumentedKey { path, default: Some(default), example }
}

/// Every key, in the order of the manual.
pub const KEYS: &[DocumentedKey] = &[
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
    key("verification.manager", "false", "true"),
    key("verification.mobile_age_days", "14", "30"),
    key("verification.require_settled_mobile", "false", "true"),
    key("verification.supervisors", "[]", r#"['EXAMPLE\\operator1']"#),
    key("verification.notify", r#""reset""#, r#""all""#),
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
