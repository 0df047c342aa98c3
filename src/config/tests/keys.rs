//! Keys that are unknown, secrets, and keys that cannot be together.

use super::*;

#[test]
fn unknown_keys_and_what_was_meant() {
    for (text, line, key, meant) in [
        ("lang = 'sv'", 1, "lang", Some("language")),
        ("langage = 'sv'", 1, "langage", Some("language")),
        ("[directory]\nserver = []", 2, "directory.server", Some("directory.servers")),
        ("[directory]\ntimeout = 5", 2, "directory.timeout", Some("directory.timeout_seconds")),
        ("[password_policy]\nmin_lenght = 5", 2, "password_policy.min_lenght", Some("password_policy.min_length")),
        ("[directory]\npasword_file = 'x'", 2, "directory.pasword_file", Some("directory.password_file")),
        ("[directory]\nServers = []", 2, "directory.Servers", Some("directory.servers")),
        ("\n[directry]\nservers = []\nuser = 'a'", 2, "directry", Some("directory")),
        ("[sms]\n[sms.htttp]\na = 1", 2, "sms.htttp", Some("sms.http")),
        ("servers = []", 1, "servers", Some("directory.servers")),
        ("[directory]\nprovider = 'kannel'", 2, "directory.provider", Some("sms.provider")),
        ("\"directory.user\" = 'a'", 1, "directory.user", Some("directory.user")),
        ("[sms]\nurn = ''", 2, "sms.urn", Some("sms.url")),
        ("[sms]\narx = ''", 2, "sms.arx", None),
        ("[password_rules]\nx = 1", 1, "password_rules", None),
        ("[desk]\n\"\\u001b\" = 1", 2, "desk.\u{1b}", None),
    ] {
        let problem = Problem::Key {
            key: key.to_owned(),
            origin: from_file(Path::new("/etc/config.toml"), line),
            fault: Fault::Unknown { meant },
        };
        assert_eq!(read(text), Err(Problems(vec![problem])), "{text}");
    }
    assert_eq!(complaints("[desk]\n\"\\u001b\" = 1"), ["/etc/config.toml:2: desk.\\u{1b}: unknown"]);
}

#[test]
fn secrets_do_not_belong_here() {
    for (text, key, instead) in [
        ("password = 'hunter2'", "password", None),
        ("[directory]\npassword = 'hunter2'", "directory.password", Some("directory.password_file")),
        ("[directory]\nbind_Password = 'hunter2'", "directory.bind_Password", Some("directory.password_file")),
        ("[directory]\nsecret_file = 'hunter2'", "directory.secret_file", Some("directory.password_file")),
        ("[sms]\nsecret = 'hunter2'", "sms.secret", Some("sms.secret_file")),
        ("[sms]\napi_token = ['hunter2']", "sms.api_token", Some("sms.secret_file")),
        ("[sms]\npassword = 'hunter2'", "sms.password", Some("sms.secret_file")),
        ("[state]\npassword = 'hunter2'", "state.password", Some("state.password_file")),
        ("[password_policy]\npassword = 'hunter2'", "password_policy.password", None),
    ] {
        let line = text.lines().count();
        let origin = from_file(Path::new("/etc/config.toml"), line);
        let problem = Problem::Key { key: key.to_owned(), origin, fault: Fault::Secret { instead } };
        assert_eq!(read(text), Err(Problems(vec![problem])), "{text}");
    }
}

#[test]
fn no_error_shows_a_secret() {
    for text in [
        "password = 'hunter2'",
        "[directory]\npassword = 'hunter2'",
        "[directory]\npassword = hunter2",
        "[directory]\npassword = 'hunter2",
        "[directory]\npassword = \"hunter2\\q\"",
        "[directory]\npassword = 'x'\npassword = 'hunter2'",
        "[directory]\npassword_file = '~/hunter2'",
        "[directory]\npassword_file = \"hunter2\\n\"",
        "[sms]\nsecret_file = \"hunter2\\n\"",
        "[directory]\npassword_file = ['hunter2']",
        "[directory]\nservers = ['ldaps://operator:hunter2@dc1']",
        "[sms]\nurl = 'https://desk:hunter2@gateway'",
        "[sms]\nurl = 'gateway?password=hunter2'",
        "[sms]\nurl = 'http://gateway/sendsms?user=desk&password=hunter2'",
        "[state]\nurl = 'postgres://desk:hunter2@db/desk'",
        "[state]\nurl = 'mysql://desk:hunter2@db/desk'",
    ] {
        let problems = read(text).unwrap_err();
        assert!(!format!("{problems} {problems:?}").contains("hunter2"), "{text}: {problems:?}");
    }
    let variables = environment(&[("SERVICEDESK_PASSWORD", "hunter2"), ("HOME", "/home/anna")]);
    assert_eq!(format!("{variables:?}"), r#"{"SERVICEDESK_PASSWORD"}"#);
    assert!(read("[sms]\nurl = 'https://gateway/send?token={{ secret }}&format=json'").is_ok());
}

#[test]
fn settings_that_contradict_a_ticket() {
    let kerberos = "[directory]\nbind = 'kerberos'\n";
    for (line, key, unfit) in [
        ("servers = ['ldap://dc1', 'ldaps://dc2']", "directory.servers", Unfit::KerberosAddress),
        ("user = 'anna'", "directory.user", Unfit::BesideKerberos),
        ("password_file = 'secret'", "directory.password_file", Unfit::BesideKerberos),
    ] {
        let origin = from_file(Path::new("/etc/config.toml"), 3);
        let problem = Problem::Key { key: key.to_owned(), origin, fault: Fault::Unfit(unfit) };
        assert_eq!(read(&format!("{kerberos}{line}")), Err(Problems(vec![problem])));
        assert!(read(&format!("[directory]\n{line}")).is_ok());
    }
    assert!(read(&format!("{kerberos}servers = ['ldap://dc1']\ntls_name = 'dc1.a.se'")).is_ok());

    let computer = Computer::new();
    computer.write("system/config.toml", "[directory]\nbind = 'kerberos'\nuser = 'anna'");
    computer.write("user/config.toml", "[directory]\nbind = 'simple'");
    assert!(computer.load(&Overrides::default(), &[]).is_ok(), "only what is in force counts");
}
