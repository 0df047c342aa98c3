//! Which files are read, which layer wins, and what the values become.

use super::*;
use crate::domain::warnings::MobileRules;

#[test]
fn nothing_is_set_and_nothing_is_wrong() {
    let settings = Computer::new().load(&Overrides::default(), &[]).unwrap();
    assert_eq!(settings, Settings::load(&Overrides::default(), &Environment::default(), None).unwrap());
    assert_eq!(settings.directory.servers.require(), Err(Problem::Missing { key: "directory.servers" }));
    assert_eq!(settings.sms.provider.require().unwrap_err().to_string(), "sms.provider is not set");
    assert_eq!(settings.verification.limits, CodeLimits::default());
    assert_eq!(settings.verification.mobile, MobileRules::default());
    assert_eq!(settings.password_policy.rules, LocalRules::default());
    assert_eq!(settings.protected.groups.value, ["Domain Admins", "Enterprise Admins"]);
    assert!(settings.protected.units.value.is_empty());
    assert_eq!(
        (settings.directory.timeout.value, settings.sms.timeout.value),
        (Duration::from_secs(5), Duration::from_secs(10))
    );
    assert_eq!((settings.directory.bind.value, settings.directory.history.value), (Bind::Simple, History::Required));
    assert_eq!(settings.directory.mobile_attributes.value, ["mobile"]);
    assert_eq!(settings.sms.default_country.value, Country::Se);
    assert!(
        settings.reset.must_change.value == MustChangePolicy::AtWorkplace
            && !settings.verification.allow_identified_by.value
    );
    assert_eq!((settings.reset.must_change.origin, settings.desk.services.value), (Origin::Default, vec![]));
}

#[test]
fn example_configuration() {
    let settings = read(EXAMPLE).unwrap();
    assert_eq!(settings.language.value(), Some(&Language::Swedish));
    let directory = &settings.directory;
    let servers = directory.servers.get().unwrap();
    let addresses: Vec<_> = servers.value.iter().map(url::Url::as_str).collect();
    assert_eq!(addresses, ["ldaps://dc1.ad.example.se", "ldaps://dc2.ad.example.se"]);
    assert_eq!((servers.key, &servers.origin), ("directory.servers", &from_file(Path::new("/etc/config.toml"), 5)));
    assert_eq!(directory.user.value().unwrap(), r"EXAMPLE\operator1");
    assert_eq!(directory.base.value().unwrap(), "DC=ad,DC=example,DC=se");
    assert_eq!(settings.sms.provider.value(), Some(&Provider::Kannel));
    let http = settings.sms.http.get().unwrap();
    assert_eq!(http.value["form"]["to"].as_str(), Some("{{ to }}"));
    assert_eq!(http.origin, from_file(Path::new("/etc/config.toml"), 28));
    assert_eq!(settings.verification.limits.window, SignedDuration::from_mins(15));
    let leaked = settings.password_policy.breached_passwords_file.value();
    assert_eq!(leaked.unwrap(), Path::new("/srv/pwnedpasswords.txt"));
    assert_eq!(settings.desk.services.value, ["Mjölnet", "Webmail"]);
    assert_eq!(settings.desk.phone.value().unwrap(), "0142-36 6000");
}

#[test]
fn every_layer_hides_those_below() {
    let computer = Computer::new();
    let nobody = Overrides::default();
    let server = |overrides: &Overrides, variables: &[(&str, &str)]| {
        let servers = computer.load(overrides, variables).unwrap().directory.servers;
        servers.get().map(|servers| (servers.value[0].to_string(), servers.origin.clone()))
    };
    assert_eq!(server(&nobody, &[]), None);

    let system = computer.write("system/config.toml", "\n[directory]\nservers = ['ldaps://system']\n");
    assert_eq!(server(&nobody, &[]), Some(("ldaps://system".into(), from_file(&system, 3))));

    let user = computer.write("user/config.toml", "directory.servers = [\n 'ldaps://user']\n");
    assert_eq!(server(&nobody, &[]), Some(("ldaps://user".into(), from_file(&user, 1))));

    let name = "SERVICEDESK_DIRECTORY_SERVERS";
    assert_eq!(server(&nobody, &[(name, "")]), Some(("ldaps://user".into(), from_file(&user, 1))));
    let variables = [(name, "ldaps://environment")];
    assert_eq!(
        server(&nobody, &variables),
        Some(("ldaps://environment".into(), Origin::Environment { name: name.into() }))
    );

    let overrides = Overrides { server: Some("ldap://option".into()), ..Overrides::default() };
    assert_eq!(server(&overrides, &variables), Some(("ldap://option".into(), Origin::Option { name: "--server" })));
}

#[test]
fn files_are_merged_key_by_key() {
    let computer = Computer::new();
    let system =
        computer.write("system/config.toml", "[directory]\nuser = 'a'\nbase = 'DC=a'\n[desk]\nservices = ['a', 'b']\n");
    let user = computer.write("user/config.toml", "[directory]\nuser = 'b'\n[desk]\nservices = []\n");
    let settings = computer.load(&Overrides::default(), &[]).unwrap();
    assert_eq!(settings.directory.user.value().unwrap(), "b");
    assert_eq!(settings.directory.base.value().unwrap(), "DC=a");
    assert_eq!(settings.desk.services.value, [] as [String; 0], "lists are not joined");
    assert_eq!(settings.files, [user, system]);
}

#[test]
fn written_values_are_shown_without_secrets() {
    let computer = Computer::new();
    let text = "[directory]\nuser = 'a'\npassword_file = 'Hemligt-1'\n[sms]\nurl = 'https://sms.example.se/?key=b'\n\
                http = { headers = { X-Key = 'Hemligt-2' } }\n[desk]\nservices = ['a', 'b']\n";
    let file = computer.write("system/config.toml", text);
    let settings = computer.load(&Overrides::default(), &[("SERVICEDESK_DIRECTORY_USER", "b")]).unwrap();
    let shown = settings.written.iter().map(|written| (written.key, written.shown.as_deref()));
    let expected = [
        ("directory.user", Some("b")),
        ("directory.password_file", None),
        ("sms.url", Some("https://sms.example.se/?…")),
        ("sms.http", None),
        ("desk.services", Some("a, b")),
    ];
    assert_eq!(shown.collect::<Vec<_>>(), expected);
    assert_eq!(settings.written[0].origin, Origin::Environment { name: "SERVICEDESK_DIRECTORY_USER".into() });
    assert_eq!(settings.written[1].origin, from_file(&file, 3));
}

#[test]
fn a_named_file_is_the_only_one() {
    let computer = Computer::new();
    computer.write("system/config.toml", "[directory]\nuser = 'system'\n");
    let one = computer.write("one.toml", "[directory]\nbase = 'DC=one'\n");
    let two = computer.write("two.toml", "[directory]\nbase = 'DC=two'\n");
    let by_option = Overrides { config: Some(one.clone()), ..Overrides::default() };
    let by_variable = [("SERVICEDESK_CONFIG", two.to_str().unwrap())];
    let base = |overrides: &Overrides, variables: &[_]| {
        let directory = computer.load(overrides, variables).unwrap().directory;
        assert_eq!(directory.user.get(), None);
        directory.base.value().unwrap().clone()
    };
    assert_eq!(base(&Overrides::default(), &by_variable), "DC=two");
    assert_eq!(base(&by_option, &by_variable), "DC=one");

    let settings = Settings::load(&by_option, &Environment::default(), None).unwrap();
    assert_eq!(settings.files, [one], "also where no other file is looked for");
}

#[test]
fn paths_in_a_file_start_at_its_folder() {
    let computer = Computer::new();
    computer.write("system/config.toml", "[sms]\noutbox = 'outbox'\n[state]\npath = '/state.db'\n");
    let variables = [("SERVICEDESK_SMS_CA_FILE", "ca.pem")];
    let settings = computer.load(&Overrides::default(), &variables).unwrap();
    assert_eq!(settings.sms.outbox.value().unwrap(), &computer.root.path().join("system/outbox"));
    assert_eq!(settings.state.path.value().unwrap(), Path::new("/state.db"));
    assert_eq!(settings.sms.ca_file.value().unwrap(), Path::new("ca.pem"));
}

#[test]
fn a_byte_order_mark_and_the_line_ends_of_windows() {
    let computer = Computer::new();
    let path = computer.write("user/config.toml", "\u{feff}language = 'sv'\r\n[directory]\r\nuser = 'a'\r\n");
    let settings = computer.load(&Overrides::default(), &[]).unwrap();
    assert_eq!(settings.language.value(), Some(&Language::Swedish));
    assert_eq!(settings.directory.user.get().unwrap().origin, from_file(&path, 3));
}

#[test]
fn every_type_from_the_environment() {
    let settings = read_environment(&[
        ("SERVICEDESK_LANG", "en"),
        ("SERVICEDESK_DIRECTORY_SERVERS", "ldaps://dc1, ldaps://DC2:3269"),
        ("SERVICEDESK_DIRECTORY_TIMEOUT_SECONDS", "3"),
        ("SERVICEDESK_VERIFICATION_ALLOW_IDENTIFIED_BY", "true"),
        ("SERVICEDESK_PASSWORD_POLICY_MIN_LENGTH", "12"),
        ("SERVICEDESK_PASSWORD_POLICY_BREACHED_PASSWORDS_FILE", "/srv/pwnedpasswords.txt"),
        ("SERVICEDESK_DESK_ORGANISATION", "Mjölby, kommun"),
        ("SERVICEDESK_DESK_SERVICES", "Mjölnet, Webmail"),
        ("SERVICEDESK_PORT", "tcp://10.0.0.1:80"),
        ("UNRELATED", "x"),
    ]);
    let settings = settings.unwrap();
    assert_eq!(settings.language.get().unwrap().origin, Origin::Environment { name: "SERVICEDESK_LANG".into() });
    let servers = &settings.directory.servers.get().unwrap().value;
    assert_eq!(servers[1].as_str(), "ldaps://dc2:3269");
    assert_eq!(settings.directory.timeout.value, Duration::from_secs(3));
    assert!(settings.verification.allow_identified_by.value);
    assert_eq!(settings.password_policy.rules.min_length, 12);
    assert_eq!(settings.desk.organisation.value().unwrap(), "Mjölby, kommun");
    let leaked = settings.password_policy.breached_passwords_file.value();
    assert_eq!(leaked.unwrap(), Path::new("/srv/pwnedpasswords.txt"));
    assert_eq!(settings.desk.services.value, ["Mjölnet", "Webmail"]);
}

#[test]
fn both_names_of_the_language() {
    let variables = [("SERVICEDESK_LANG", "en"), ("SERVICEDESK_LANGUAGE", "sv")];
    assert_eq!(read_environment(&variables).unwrap().language.value(), Some(&Language::Swedish));
}

#[test]
fn servers_in_every_writing() {
    for (written, read_as) in [
        ("ldaps://dc1.ad.example.se/", "ldaps://dc1.ad.example.se"),
        ("LDAPS://DC1:636", "ldaps://dc1:636"),
        ("ldap://10.0.0.1", "ldap://10.0.0.1"),
        ("ldaps://[2001:DB8::1]:636", "ldaps://[2001:db8::1]:636"),
        ("ldaps://[::1]", "ldaps://[::1]"),
        ("ldaps://dc1.ad.example.se.:3269/", "ldaps://dc1.ad.example.se:3269"),
        ("ldap://dc1:3268", "ldap://dc1:3268"),
        ("ldaps://mjölby.example", "ldaps://xn--mjlby-kua.example"),
    ] {
        let settings = read_environment(&[("SERVICEDESK_DIRECTORY_SERVERS", written)]).unwrap();
        assert_eq!(settings.directory.servers.get().unwrap().value[0].as_str(), read_as);
    }
}

#[test]
fn domain_without_its_final_dot() {
    let settings = read_environment(&[
        ("SERVICEDESK_DIRECTORY_DOMAIN", "AD.example.se."),
        ("SERVICEDESK_DIRECTORY_TLS_NAME", "dc1.ad.example.se."),
    ]);
    let directory = settings.unwrap().directory;
    assert_eq!(directory.domain.value().unwrap(), "ad.example.se");
    assert_eq!(directory.tls_name.value().unwrap(), "dc1.ad.example.se");
    assert!(read_environment(&[("SERVICEDESK_DIRECTORY_DOMAIN", ".")]).is_err());
}
