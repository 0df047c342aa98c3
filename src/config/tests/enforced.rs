//! What the computer's file enforces, against every other layer.

use super::*;

const NOTHING: &str = "";

/// What was set in vain, and where.
fn overruled(computer: &Computer, settings: &Settings) -> Vec<(&'static str, String)> {
    let place = |origin: &Origin| origin.to_string().replace(&format!("{}/", computer.root.path().display()), "");
    assert!(settings.overruled.iter().all(|one| one.file == computer.root.path().join("system/config.toml")));
    settings.overruled.iter().map(|one| (one.key, place(&one.origin))).collect()
}

#[test]
fn no_layer_changes_what_is_enforced() {
    let computer = Computer::new();
    computer.write(
        "system/config.toml",
        "[verification]\nattempts = 2\n[enforced]\nkeys = ['verification', 'reset.must_change']\n",
    );
    let text = "[verification]\nallow_identified_by = true\nattempts = 9\n[reset]\nmust_change = false\n[protected]\ngroups = []\n";
    let user = computer.write("user/config.toml", text);
    let named = computer.write("named.toml", text);
    let variables =
        [("SERVICEDESK_VERIFICATION_ALLOW_IDENTIFIED_BY", "true"), ("SERVICEDESK_RESET_MUST_CHANGE", "false")];
    let in_variables = || {
        let allow = ("verification.allow_identified_by", "SERVICEDESK_VERIFICATION_ALLOW_IDENTIFIED_BY".to_owned());
        (allow, ("reset.must_change", "SERVICEDESK_RESET_MUST_CHANGE".to_owned()))
    };
    let by_option = Overrides { config: Some(named.clone()), ..Overrides::default() };
    let by_variable = [&variables[..], &[("SERVICEDESK_CONFIG", named.to_str().unwrap())]].concat();
    for (overrides, variables, file, read) in [
        (Overrides::default(), &variables[..], "user/config.toml", &user),
        (by_option, &variables, "named.toml", &named),
        (Overrides::default(), &by_variable, "named.toml", &named),
    ] {
        let settings = computer.load(&overrides, variables).unwrap();
        assert!(!settings.verification.allow_identified_by.value, "the default is enforced too");
        assert_eq!(settings.verification.limits.attempts, 2);
        assert_eq!(settings.reset.must_change.value, MustChangePolicy::AtWorkplace);
        assert_eq!(settings.protected.groups.value, [NOTHING; 0], "what is not named is anyone's to set");
        assert_eq!(settings.files, [read.clone(), computer.root.path().join("system/config.toml")]);
        let (allow, must_change) = in_variables();
        let expected = [
            ("verification.attempts", format!("{file}:3")),
            allow,
            ("verification.allow_identified_by", format!("{file}:2")),
            must_change,
            ("reset.must_change", format!("{file}:5")),
        ];
        assert_eq!(overruled(&computer, &settings), expected);
    }
}

#[test]
fn enforced_by_default() {
    let computer = Computer::new();
    computer.write("system/config.toml", "[desk]\nphone = '1'\n");
    let variables = [
        ("SERVICEDESK_VERIFICATION_WINDOW_SECONDS", "28800"),
        ("SERVICEDESK_PROTECTED_GROUPS", "Nobody"),
        ("SERVICEDESK_PROTECTED_UNITS", "OU=Nowhere,DC=se"),
        ("SERVICEDESK_AUDIT_SYSLOG", "local"),
        ("SERVICEDESK_STATE_PATH", "/tmp/another.db"),
        ("SERVICEDESK_STATE_URL", "postgres://db.example.se/another"),
        ("SERVICEDESK_STATE_KEY_FILE", "/tmp/key"),
        ("SERVICEDESK_DESK_PHONE", "2"),
    ];
    let settings = computer.load(&Overrides::default(), &variables).unwrap();
    let computer_alone = computer.load(&Overrides::default(), &[]).unwrap();
    let rules = |settings: &Settings| {
        let Settings { verification, protected, state, audit, .. } = settings.clone();
        (verification, protected, state, audit)
    };
    assert_eq!(rules(&settings), rules(&computer_alone));
    assert_eq!(settings.desk.phone.value().unwrap(), "2");
    assert_eq!(settings.overruled.len(), 7);
    let enforced = settings.enforced.unwrap();
    assert_eq!(enforced.names, ["verification", "protected", "audit", "state"]);
    let kept = [("audit.syslog", true), ("state.url", true), ("reset.must_change", false), ("statement", false)];
    kept.iter().for_each(|(key, kept)| assert_eq!(enforced.holds(key), *kept, "{key}"));
}

#[test]
fn nothing_is_enforced_without_a_file_or_keys() {
    let variables = [("SERVICEDESK_VERIFICATION_ALLOW_IDENTIFIED_BY", "true")];
    let computer = Computer::new();
    let without = computer.load(&Overrides::default(), &variables).unwrap();
    computer.write("system/config.toml", "[enforced]\nkeys = []\n");
    let given_up = computer.load(&Overrides::default(), &variables).unwrap();
    for settings in [without, given_up] {
        assert!(settings.verification.allow_identified_by.value);
        assert_eq!(settings.overruled, []);
    }
}

#[test]
fn equal_values_are_not_reported() {
    let computer = Computer::new();
    computer.write("system/config.toml", "[verification]\nattempts = 2\n");
    let variables =
        [("SERVICEDESK_VERIFICATION_ATTEMPTS", "2"), ("SERVICEDESK_VERIFICATION_ALLOW_IDENTIFIED_BY", "false")];
    assert_eq!(computer.load(&Overrides::default(), &variables).unwrap().overruled, []);
}

#[test]
fn another_file_enforces_nothing() {
    let computer = Computer::new();
    computer.write("system/config.toml", "[enforced]\nkeys = ['verification']\n");
    let text = "[enforced]\nkeys = []\n[verification]\nattempts = 9\n";
    computer.write("user/config.toml", text);
    let variables = [("SERVICEDESK_ENFORCED_KEYS", "desk")];
    let settings = computer.load(&Overrides::default(), &variables).unwrap();
    assert_eq!(settings.verification.limits.attempts, CodeLimits::default().attempts);
    let expected = [
        ("enforced.keys", "SERVICEDESK_ENFORCED_KEYS".to_owned()),
        ("enforced.keys", "user/config.toml:2".to_owned()),
        ("verification.attempts", "user/config.toml:4".to_owned()),
    ];
    assert_eq!(overruled(&computer, &settings), expected);
}

#[test]
fn an_option_that_would_change_it_is_refused() {
    let computer = Computer::new();
    let system = computer.write(
        "system/config.toml",
        "[enforced]\nkeys = ['reset', 'directory.everywhere', 'directory.servers']\n[reset]\nmust_change = true\n",
    );
    let keep = |must_change| Overrides { must_change: Some(must_change), ..Overrides::default() };
    let options = [
        (keep(false), "--no-must-change", "reset.must_change"),
        (Overrides { everywhere: true, ..Overrides::default() }, "--everywhere", "directory.everywhere"),
        (Overrides { server: Some("ldaps://dc9".into()), ..Overrides::default() }, "--server", "directory.servers"),
    ];
    for (overrides, name, key) in options {
        let (origin, fault) = (Origin::Option { name }, Fault::Enforced { file: system.clone() });
        let refused = Problem::Key { key: key.to_owned(), origin, fault };
        assert_eq!(computer.load(&overrides, &[]).unwrap_err(), refused.into());
    }
    assert!(computer.load(&keep(true), &[]).is_ok());
    // Not even to something stricter: the place decides.
    computer.write("system/config.toml", "[enforced]\nkeys = ['reset']\n");
    assert!(computer.load(&keep(true), &[]).is_err() && computer.load(&keep(false), &[]).is_err());
    let decided = computer.load(&Overrides::default(), &[("SERVICEDESK_RESET_MUST_CHANGE", "true")]).unwrap();
    assert_eq!(decided.reset.must_change.value, MustChangePolicy::AtWorkplace);
}

#[test]
fn named_file_must_exist() {
    let computer = Computer::new();
    computer.write(
        "system/config.toml",
        "[enforced]\nkeys = [\n  'verification',\n  'verificatoin',\n  'reset.mustchange', 'x']\n",
    );
    let complaints = |variables: &[_]| {
        let problems = computer.load(&Overrides::default(), variables).unwrap_err().to_string();
        problems.replace(&format!("{}/", computer.root.path().display()), "")
    };
    assert_eq!(
        complaints(&[]),
        "system/config.toml:4: verificatoin: unknown, did you mean verification?\n\
         system/config.toml:5: reset.mustchange: unknown, did you mean reset.must_change?\n\
         system/config.toml:5: x: unknown"
    );
    computer.write("system/config.toml", "[enforced]\nkeys = 'verification'\n");
    assert_eq!(complaints(&[]), "system/config.toml:2: enforced.keys: found text `verification`, expected a list");
    computer.write("system/config.toml", "[enforced]\nkeys = ['enforced', 'enforced.keys']\n");
    assert_eq!(
        complaints(&[]),
        "system/config.toml:2: enforced: unknown\nsystem/config.toml:2: enforced.keys: unknown"
    );
    computer.write("system/config.toml", "[enforced]\nkeys = [1]\nkey = []\n");
    assert_eq!(
        complaints(&[]),
        "system/config.toml:2: enforced.keys: found integer `1`, expected text\n\
         system/config.toml:3: enforced.key: unknown, did you mean enforced.keys?"
    );
}

#[test]
fn the_computers_file_is_never_passed_over() {
    let computer = Computer::new();
    let named = computer.write("named.toml", "[desk]\nphone = '1'\n");
    let by_option = Overrides { config: Some(named), ..Overrides::default() };
    let refused = |overrides: &Overrides| computer.load(overrides, &[]).unwrap_err();
    for bytes in [&b"[desk]\nphone = "[..], b"\xff", b"[desk]\nfax = '1'\n"] {
        computer.write("system/config.toml", bytes);
        assert_eq!(refused(&by_option), refused(&Overrides::default()));
    }
    let path = computer.root.path().join("system/config.toml");
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert_eq!(refused(&by_option), refused(&Overrides::default()));
    fs::remove_dir(&path).unwrap();
    assert!(computer.load(&by_option, &[]).is_ok(), "it need not be there");
}

#[cfg(unix)]
#[test]
fn dangling_link_is_an_error() {
    let computer = Computer::new();
    let path = computer.write("system/config.toml", "");
    fs::remove_file(&path).unwrap();
    std::os::unix::fs::symlink("nowhere.toml", &path).unwrap();
    let problems = computer.load(&Overrides::default(), &[]).unwrap_err();
    let why = ReadFault::System(SystemFault::Missing);
    assert_eq!(problems, Problem::Unreadable { path, why, named_by: None }.into());
}

/// Whoever names it means it as a whole.
#[test]
fn the_computers_file_by_its_own_name() {
    let computer = Computer::new();
    let path = computer.write("system/config.toml", "[desk]\nphone = '1'\n[enforced]\nkeys = ['reset']\n");
    computer.write("user/config.toml", "[desk]\nextension = '2'\n");
    let by_option =
        Overrides { config: Some(path.parent().unwrap().join("../system/config.toml")), ..Overrides::default() };
    let settings = computer.load(&by_option, &[("SERVICEDESK_RESET_MUST_CHANGE", "false")]).unwrap();
    assert_eq!((settings.desk.phone.value().map(String::as_str), settings.desk.extension.get()), (Some("1"), None));
    assert_eq!(settings.reset.must_change.value, MustChangePolicy::AtWorkplace);
    assert_eq!(settings.overruled.len(), 1);
}
