//! Every value that is not what it should be, with its file, its line and its key.

use super::*;

#[test]
fn values() {
    const SERVER: &str = "expected ldaps://host[:port] or ldap://host[:port]";
    for (text, complaint) in [
        // Types.
        ("language = 5", "1: language: found integer `5`, expected text".to_owned()),
        ("[desk]\nphone = 1.5", "2: desk.phone: found float `1.5`, expected text".to_owned()),
        ("[desk]\nphone = 2026-01-01", "2: desk.phone: found time `2026-01-01`, expected text".to_owned()),
        ("[desk]\nservices = 'Webmail'", "2: desk.services: found text `Webmail`, expected a list".to_owned()),
        ("[desk]\nservices = [\n 'a',\n 1,\n]", "4: desk.services: found integer `1`, expected text".to_owned()),
        ("[reset]\nmust_change = 'true'", "2: reset.must_change: found text `true`, expected one of at_workplace, true, false".to_owned()),
        ("[reset]\nmust_change = 'at_work'", "2: reset.must_change: found text `at_work`, expected one of at_workplace, true, false".to_owned()),
        ("[password_policy]\nbanned_words = 'none'", "2: password_policy.banned_words: found text `none`, expected one of on, names, off".to_owned()),
        ("[sms]\nhttp = true", "2: sms.http: found boolean `true`, expected a table".to_owned()),
        ("directory = 5", "1: directory: found integer, expected a table".to_owned()),
        ("[[directory]]\nuser = 'a'", "1: directory: found list, expected a table".to_owned()),
        ("[directory]\nuser.name = 'a'", "2: directory.user: found table, expected text".to_owned()),
        ("[sms.http]\na = 1\nb = 9223372036854775808", "3: sms.http: found table, expected a number that is not this large".to_owned()),
        // Texts.
        ("[directory]\nuser = ' '", "2: directory.user: found text ` `, expected one line of text".to_owned()),
        ("[directory]\nuser = \"a\\u001b[2J\"", "2: directory.user: found text `a\\u{1b}[2J`, expected one line of text".to_owned()),
        ("[protected]\ngroups = ['a', '']", "2: protected.groups: found text ``, expected one line of text".to_owned()),
        ("[directory]\nca_file = '~/ca.pem'", "2: directory.ca_file: found text `~/ca.pem`, expected a path, absolute or relative to the file's folder, without ~".to_owned()),
        ("[directory]\ntls_name = '10.0.0.1'", "2: directory.tls_name: found text `10.0.0.1`, expected a DNS name".to_owned()),
        ("[directory]\nbase = 'ad.example.se'", "2: directory.base: found text `ad.example.se`, expected a distinguished name".to_owned()),
        ("[desk]\nphone = 'ring ☎ 6000'", "2: desk.phone: found text `ring ☎ 6000`, expected one line of letters, digits and signs that an SMS can have".to_owned()),
        ("[directory]\nmobile_attribute = ['mobile', 'a b']", "2: directory.mobile_attribute: found text `a b`, expected the name of an attribute".to_owned()),
        ("[directory]\nmobile_attribute = []", "2: directory.mobile_attribute: found list, expected a list that is not empty".to_owned()),
        ("[directory]\nmobile_attribute = 'mobile)(cn=*'", "2: directory.mobile_attribute: found text `mobile)(cn=*`, expected the name of an attribute".to_owned()),
        ("[protected]\nunits = ['OU=IT,DC=x', 'OU=a,,DC=x']", "2: protected.units: found text `OU=a,,DC=x`, expected a distinguished name".to_owned()),
        ("[verification]\nmobile_age_days = -1", "2: verification.mobile_age_days: found integer `-1`, expected a whole number from 0 to 3650".to_owned()),
        ("[verification]\nmobile_age_days = 0\nrequire_settled_mobile = true", "3: verification.require_settled_mobile: needs mobile_age_days above 0".to_owned()),
        // Words.
        ("[verification]\nnotify = 'none'", "2: verification.notify: found text `none`, expected one of reset, all, off".to_owned()),
        ("language = 'de'", "1: language: found text `de`, expected one of sv, en".to_owned()),
        ("[directory]\nbind = 'Simple'", "2: directory.bind: found text `Simple`, expected one of simple, kerberos".to_owned()),
        ("[directory]\nhistory = 'on'", "2: directory.history: found text `on`, expected one of required, off".to_owned()),
        ("[sms]\nprovider = 'elks'", "2: sms.provider: found text `elks`, expected one of kannel, 46elks, twilio, http, outbox".to_owned()),
        ("[sms]\ndefault_country = 'NO'", "2: sms.default_country: found text `NO`, expected one of SE".to_owned()),
        // Addresses.
        ("[directory]\nservers = ['ldaps://a', 'ldap://b:636']", "2: directory.servers: ldap://b:636: port 636 is for another scheme, use ldaps://b".to_owned()),
        ("[directory]\nservers = ['ldap://[::1]:3269']", "2: directory.servers: ldap://[::1]:3269: port 3269 is for another scheme, use ldaps://[::1]".to_owned()),
        ("[directory]\nservers = ['ldaps://a:389']", "2: directory.servers: ldaps://a:389: port 389 is for another scheme, use ldaps://a".to_owned()),
        ("[directory]\nbind = 'kerberos'\nservers = ['ldap://a:636']", "3: directory.servers: ldap://a:636: port 636 is for another scheme, use ldap://a".to_owned()),
        ("[directory]\nservers = []", "2: directory.servers: found list, expected a list that is not empty".to_owned()),
        ("[directory]\nservers = [\n'ldaps://a',\n'dc1.example.se']", format!("4: directory.servers: found text `dc1.example.se`, {SERVER}")),
        ("[directory]\nservers = ['https://a']", format!("2: directory.servers: found text `https://a`, {SERVER}")),
        ("[directory]\nservers = ['ldaps://']", format!("2: directory.servers: found text `ldaps://`, {SERVER}")),
        ("[directory]\nservers = ['ldaps:dc1']", format!("2: directory.servers: found text `ldaps:dc1`, {SERVER}")),
        ("[directory]\nservers = ['ldaps://a:0']", format!("2: directory.servers: found text `ldaps://a:0`, {SERVER}")),
        ("[directory]\nservers = ['ldaps://a:65536']", format!("2: directory.servers: found text `ldaps://a:65536`, {SERVER}")),
        ("[directory]\nservers = ['ldaps://a/dc=se']", format!("2: directory.servers: found text `ldaps://a/dc=se`, {SERVER}")),
        ("[directory]\nservers = ['ldaps://a#b']", format!("2: directory.servers: found text `ldaps://a#b`, {SERVER}")),
        ("[directory]\nservers = ['ldaps://a?b']", format!("2: directory.servers: found text, {SERVER}")),
        ("[sms]\nurl = 'ftp://a'", "2: sms.url: found text `ftp://a`, expected an http:// or https:// address without user and password".to_owned()),
        ("[state]\nurl = 'mysql://a'", "2: state.url: found text, expected a postgres:// address with a host".to_owned()),
    ] {
        assert_eq!(complaints(text), [format!("/etc/config.toml:{complaint}")], "{text}");
    }
}

#[test]
fn long_values_are_shortened() {
    let shown = format!("found text `{}…`", "å".repeat(80));
    assert!(complaints(&format!("language = '{}'", "å".repeat(81)))[0].contains(&shown));
    assert!(complaints(&format!("language = '{}'", "å".repeat(80)))[0].contains(&shown.replace('…', "")));
}

#[test]
fn numbers_in_range() {
    for (section, key, min, max) in [
        ("directory", "timeout_seconds", 1, 60),
        ("sms", "timeout_seconds", 1, 60),
        ("verification", "code_lifetime_seconds", 30, 3600),
        ("verification", "attempts", 1, 10),
        ("verification", "resend_seconds", 0, 3600),
        ("verification", "sends_per_hour", 1, 100),
        ("verification", "sends_per_day", 1, 1000),
        ("verification", "wrong_codes_per_day", 1, 100),
        ("verification", "lockout_minutes", 1, 1440),
        ("verification", "resets_per_day", 1, 100),
        ("verification", "window_seconds", 0, 28800),
        // Between the longest and the shortest that are usual: the two bound each other.
        ("password_policy", "min_length", 0, 127),
        ("password_policy", "max_length", 8, 256),
        ("password_policy", "uppercase", 0, 256),
        ("password_policy", "digits", 0, 256),
    ] {
        for inside in [min, max] {
            assert_eq!(complaints(&format!("[{section}]\n{key} = {inside}")), [] as [String; 0], "{section}.{key}");
        }
        for outside in [(min - 1).to_string(), (max + 1).to_string(), "99999999999999999999".into()] {
            let complaint = match (key, outside.as_str()) {
                ("min_length", "128") => "at least 128 and at most 127".to_owned(),
                ("max_length", "7") => "at least 8 and at most 7".to_owned(),
                ("min_length", _) => format!("found integer `{outside}`, expected a whole number from 0 to 256"),
                ("max_length", _) => format!("found integer `{outside}`, expected a whole number from 1 to 256"),
                _ => format!("found integer `{outside}`, expected a whole number from {min} to {max}"),
            };
            let complaint = format!("/etc/config.toml:2: {section}.{key}: {complaint}");
            assert_eq!(complaints(&format!("[{section}]\n{key} = {outside}")), [complaint]);
        }
    }
    assert_eq!(complaints("[directory]\ntimeout_seconds = 0x3_c"), [] as [String; 0], "TOML's other writings");
}

#[test]
fn the_environment_is_as_strict() {
    for (name, value, complaint) in [
        (
            "SERVICEDESK_DIRECTORY_TIMEOUT_SECONDS",
            "5s",
            "directory.timeout_seconds: found text `5s`, expected a whole number from 1 to 60",
        ),
        (
            "SERVICEDESK_DIRECTORY_TIMEOUT_SECONDS",
            " 5",
            "directory.timeout_seconds: found text ` 5`, expected a whole number from 1 to 60",
        ),
        (
            "SERVICEDESK_AUDIT_SYSLOG",
            "yes",
            "audit.syslog: found text `yes`, expected true, false, local, journald, or udp://, tcp:// or tls://host[:port]",
        ),
        ("SERVICEDESK_PROTECTED_GROUPS", "a,,b", "protected.groups: found text ``, expected one line of text"),
        (
            "SERVICEDESK_PROTECTED_UNITS",
            "OU=IT,DC=x; IT",
            "protected.units: found text `IT`, expected a distinguished name",
        ),
        ("SERVICEDESK_SMS_HTTP", "a", "sms.http: found text `a`, expected a table"),
        ("SERVICEDESK_DIRECTORY_SERVER", "a", "directory.server: unknown, did you mean directory.servers?"),
        ("SERVICEDESK_DIRECTRY_SERVERS", "a", "directry_servers: unknown, did you mean directory.servers?"),
        ("SERVICEDESK_SMS_SECRET", "hunter2", "sms.secret: secrets do not belong here, use sms.secret_file"),
        ("SERVICEDESK_PASSWORD", "hunter2", "password: secrets do not belong here"),
        (
            "SERVICEDESK_DIRECTORY_PASSWORD_FILE",
            "~/hunter2",
            "directory.password_file: found text, expected a path, absolute or relative to the file's folder, without ~",
        ),
    ] {
        assert_eq!(complaints_about(&[(name, value)]), [format!("{name}: {complaint}")]);
    }
    let overrides = Overrides { server: Some("dc1".into()), ..Overrides::default() };
    let problems = read_layers(&overrides, &Environment::default(), &[]).unwrap_err();
    let origins: Vec<_> =
        problems.0.iter().map(|problem| problem.to_string().chars().take(9).collect::<String>()).collect();
    assert_eq!(origins, ["--server:"]);
}

#[cfg(unix)]
#[test]
fn a_variable_that_is_not_utf_8() {
    use std::os::unix::ffi::OsStringExt;
    let value = OsString::from_vec(b"Mj\xf6lby".to_vec());
    let environment = Environment::new([(OsString::from("SERVICEDESK_DESK_ORGANISATION"), value)]);
    let problems = read_layers(&Overrides::default(), &environment, &[]).unwrap_err();
    assert_eq!(problems.to_string(), "SERVICEDESK_DESK_ORGANISATION: desk.organisation: found text, expected UTF-8");
}
