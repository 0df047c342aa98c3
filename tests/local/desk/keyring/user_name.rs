//! One configuration for all operators: the user name beside the password.

use super::*;

/// One file for all operators: it names none.
fn shared() -> TestDesk {
    let mut desk = desk();
    desk.unset("directory.user");
    desk
}

#[test]
fn user_name_is_asked_for_and_stored_with_password() {
    let mut desk = shared();
    assert_snapshot!(desk.run("lookup evaand01"), @"
    err Fel: Det finns inget användarnamn att logga in i katalogen med (ad.contoso.example): inget är satt i inställningarna (directory.user), och inget är sparat i nyckelringen.
    err Gör så här: Kör servicedesk login, som frågar efter det och sparar det med lösenordet. Eller be den som sköter programmet att ange det (directory.user).
    exit 2
    ");
    assert_snapshot!(desk.terminal([Text(r"CONTOSO\operator"), Secret("Practice-makes-42")]).run("login"), @r"
    ask Ditt användarnamn i katalogen (ad.contoso.example) ‹“CONTOSO\operator”›
    ask Lösenord för CONTOSO\operator i katalogen (ad.contoso.example) ‹a secret›
    out Provat: kontot CONTOSO\operator kan logga in i katalogen (127.0.0.1).
    out Sparat i din nyckelring på den här datorn: lösenordet för CONTOSO\operator i katalogen.
    exit 0
    ");
    assert_snapshot!(desk.run("whoami"), @r"
    out  Användare    CONTOSO\operator (sparat med servicedesk login)
    out  I katalogen  CONTOSO\operator
    out  SID          S-1-5-21-2127521184-1604012920-1887927527-1100
    out  Server       127.0.0.1
    out  Lösenord     från nyckelringen
    exit 0
    ");
    assert!(desk.run("whoami -o json").contains(r#""user_from": "keyring""#));
    assert!(desk.run("lookup evaand01").ends_with("exit 0"));
    let doctor = desk.run("doctor");
    assert!(doctor.contains(r"CONTOSO\operator (sparat med servicedesk login)"), "{doctor}");
    // A new password: Enter keeps the name.
    assert_snapshot!(desk.terminal([Text(""), Secret("Practice-makes-42")]).run("login"), @r"
    ask Ditt användarnamn i katalogen (ad.contoso.example; Enter: CONTOSO\operator) ‹“”›
    ask Lösenord för CONTOSO\operator i katalogen (ad.contoso.example) ‹a secret›
    out Provat: kontot CONTOSO\operator kan logga in i katalogen (127.0.0.1).
    out Sparat i din nyckelring på den här datorn: lösenordet för CONTOSO\operator i katalogen.
    exit 0
    ");
    assert!(desk.piped(["Practice-makes-42"]).run("login --password-stdin").ends_with("exit 0"));
    assert_snapshot!(desk.run("logout"), @r"
    out Borttaget ur nyckelringen: lösenordet för CONTOSO\operator i katalogen.
    exit 0
    ");
    assert_snapshot!(desk.run("logout"), @"
    out Det fanns inget att ta bort ur nyckelringen: ditt användarnamn i katalogen (ad.contoso.example).
    exit 0
    ");
    assert!(desk.run("whoami").contains("servicedesk login"));
}

#[test]
fn rejected_sign_in_stores_no_name() {
    let mut desk = shared();
    let run = desk.piped(["Fel-losen-1"]).run(r"login --password-stdin --user CONTOSO\operator");
    assert!(run.ends_with("exit 4"), "{run}");
    assert!(desk.run("whoami").ends_with("exit 2"));
    // Without a name there is nobody to try.
    let run = desk.piped(["Practice-makes-42"]).run("login --password-stdin");
    assert!(run.contains("--user") && run.ends_with("exit 2"), "{run}");
}

#[test]
fn another_operator_replaces_the_stored_one() {
    let mut desk = shared();
    for user in [r"CONTOSO\operator", "operator@ad.contoso.example"] {
        let run = desk.piped(["Practice-makes-42"]).run(&format!("login --password-stdin --user {user}"));
        assert!(run.ends_with("exit 0"), "{run}");
    }
    assert!(desk.run("logout").contains("operator@ad.contoso.example"));
    desk.set("directory.user", r"'CONTOSO\operator'");
    assert!(desk.run("logout -o json").contains(r#""deleted": false"#), "the first one's password is gone, too");
}

#[test]
fn user_option_cannot_overrule_configuration() {
    assert_snapshot!(desk().piped(["Practice-makes-42"]).run("login --password-stdin --user other"), @"
    err Fel: Användarnamnet är satt i inställningarna (…/config.toml:6: directory.user), så --user kan inte ändra det.
    err Gör så här: Utelämna --user, eller ta bort raden i inställningarna.
    exit 2
    ");
}

#[test]
fn locked_keyring_does_not_give_the_name() {
    let mut desk = shared();
    desk.keyring_is(KeyringError::Locked);
    assert_snapshot!(desk.run("whoami"), @"
    err Fel: Nyckelringen är låst. Det gäller ditt användarnamn i katalogen (ad.contoso.example). Inget är ändrat.
    err Gör så här: Lås upp den (Lösenord och nycklar, eller logga ut och in på datorn) och kör igen. På en dator utan skrivbord: använd en fil i stället, directory.password_file.
    exit 4
    ");
}

#[test]
fn user_of_the_system_is_filled_in() {
    let mut desk = desk();
    desk.set("directory.user", r"'CONTOSO\{user}'");
    let run = desk.piped(["Practice-makes-42"]).run("login --password-stdin");
    assert!(run.contains(r"CONTOSO\anna"), "{run}");
    desk.set("directory.user", r"'CONTOSO\{usr}'");
    assert_snapshot!(desk.run("whoami"), @r"
    err Fel: …/config.toml:8: directory.user är en text (”CONTOSO\{usr}”); det ska vara ett användarnamn på en rad, där {user} kan stå för datorns användare.
    err Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    exit 2
    ");
}
