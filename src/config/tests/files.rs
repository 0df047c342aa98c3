//! Files that are not there, no text or no TOML; and the order of what is wrong.

use super::*;

#[test]
fn not_toml() {
    for (text, complaint) in [
        ("language = sv", "1:12: string values must be quoted, expected literal string"),
        ("\n\n[desk]\nphone = 'ö' 'b'", "4:13: unexpected key or value, expected newline, `#`"),
        ("[desk]\nphone = 'a'\nphone = 'b'", "3:1: duplicate key"),
        ("[desk]\n[desk]", "2:2: duplicate key"),
        ("[desk]\nphone = 'a", "2:11: invalid literal string, expected `'`"),
    ] {
        assert_eq!(complaints(text), [format!("/etc/config.toml:{complaint}")], "{text}");
    }
    let computer = Computer::new();
    let path = computer.write("user/config.toml", "\u{feff}language = sv");
    let problems = computer.load(&Overrides::default(), &[]).unwrap_err();
    assert!(
        matches!(&problems.0[..], [Problem::Syntax { line: 1, column: 12, path: at, .. }] if *at == path),
        "{problems}"
    );
    assert_eq!(complaints(&"[".repeat(1000)).len(), 1);
    assert!(complaints(&"a\n".repeat(1000)).len() <= 10);
}

#[test]
fn everything_at_once_and_in_order() {
    let computer = Computer::new();
    let user = computer.write("user/config.toml", "x = 1\n[sms]\nurl = 'x'\n[desk]\nx = 1\nphone = 1\n");
    let system = computer.write("system/config.toml", "[sms]\nurl = 'y'\n");
    let problems = computer.load(&Overrides::default(), &[("SERVICEDESK_LANG", "de")]).unwrap_err();
    let places: Vec<_> = problems
        .0
        .iter()
        .map(|problem| problem.to_string().replace(computer.root.path().to_str().unwrap(), ""))
        .collect();
    assert_eq!(
        places,
        [
            "SERVICEDESK_LANG: language: found text `de`, expected one of sv, en",
            "/user/config.toml:1: x: unknown",
            "/user/config.toml:3: sms.url: found text `x`, expected an http:// or https:// address without user and password",
            "/user/config.toml:5: desk.x: unknown",
            "/user/config.toml:6: desk.phone: found integer `1`, expected text",
            "/system/config.toml:2: sms.url: found text `y`, expected an http:// or https:// address without user and password",
        ]
    );

    fs::write(&user, "x").unwrap();
    fs::write(&system, "y").unwrap();
    let problems = computer.load(&Overrides::default(), &[]).unwrap_err();
    assert!(
        matches!(&problems.0[..], [Problem::Syntax { path: one, .. }, Problem::Syntax { path: two, .. }] if *one == user && *two == system)
    );
}

#[test]
fn files_that_cannot_be_read() {
    let computer = Computer::new();
    let missing = computer.root.path().join("missing.toml");
    let named = |path: &Path| Overrides { config: Some(path.to_owned()), ..Overrides::default() };
    let refused = |overrides: &Overrides, variables: &[(&str, &str)]| match computer.load(overrides, variables) {
        Err(Problems(problems)) => match &problems[..] {
            [Problem::Unreadable { why, named_by, .. }] => (*why, named_by.clone()),
            _ => panic!("{problems:?}"),
        },
        Ok(settings) => panic!("{settings:?}"),
    };

    let option = Some(Origin::Option { name: "--config" });
    assert_eq!(refused(&named(&missing), &[]), (ReadFault::System(SystemFault::Missing), option.clone()));
    let variable = Some(Origin::Environment { name: "SERVICEDESK_CONFIG".into() });
    let variables = [("SERVICEDESK_CONFIG", missing.to_str().unwrap())];
    assert_eq!(refused(&Overrides::default(), &variables), (ReadFault::System(SystemFault::Missing), variable));

    let latin1 = computer.write("latin1.toml", b"[desk]\nphone = '1'\norganisation = 'Mj\xf6lby'\n");
    assert_eq!(refused(&named(&latin1), &[]), (ReadFault::NotUtf8 { line: 3 }, option.clone()));
    let largest = "#".repeat(MAX_BYTES as usize);
    assert!(computer.load(&named(&computer.write("largest.toml", &largest)), &[]).is_ok());
    let larger = computer.write("larger.toml", largest + "#");
    assert_eq!(refused(&named(&larger), &[]), (ReadFault::TooLarge, option));

    fs::create_dir_all(computer.root.path().join("user/config.toml")).unwrap();
    assert!(matches!(refused(&Overrides::default(), &[]), (ReadFault::System(_), None)), "a folder is no missing file");
}
