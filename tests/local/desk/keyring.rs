//! Passwords in the operator's keyring: kept once they are known to be right, found again, forgotten.

mod user_name;

use insta::assert_snapshot;
use servicedesk::ports::KeyringError;

use super::fixture::Answer::{CtrlC, Secret, Text};
use super::fixture::people::eva;
use super::fixture::{Says, TestDesk};

/// The operator's password stands in no file.
fn desk() -> TestDesk {
    let mut desk = TestDesk::configured().with(eva());
    let url = desk.practice().access().url.clone();
    desk.set("directory.domain", "\"ad.contoso.example\"").set("directory.servers", &format!("[\"{url}\"]"));
    desk.unset("directory.password_file").keyring();
    desk
}

#[test]
fn password_is_stored_used_and_deleted() {
    let mut desk = desk();
    assert_snapshot!(desk.terminal([Secret("Practice-makes-42")]).run("login"), @r"
    ask Lösenord för CONTOSO\operator i katalogen (ad.contoso.example) ‹a secret›
    out Provat: kontot CONTOSO\operator kan logga in i katalogen (127.0.0.1).
    out Sparat i din nyckelring på den här datorn: lösenordet för CONTOSO\operator i katalogen.
    exit 0
    ");
    assert_snapshot!(desk.run("whoami"), @r"
    out  Användare    CONTOSO\operator
    out  I katalogen  CONTOSO\operator
    out  SID          S-1-5-21-2127521184-1604012920-1887927527-1100
    out  Server       127.0.0.1
    out  Lösenord     från nyckelringen
    exit 0
    ");
    assert!(desk.run("lookup evaand01 -o json").ends_with("exit 0"));
    assert_snapshot!(desk.run("logout"), @r"
    out Borttaget ur nyckelringen: lösenordet för CONTOSO\operator i katalogen.
    exit 0
    ");
    assert_snapshot!(desk.run("logout -o json"), @r#"
    out {"schema": 1, "secret": "directory", "user": "CONTOSO\\operator", "place": "ad.contoso.example",
    out  "deleted": false}
    exit 0
    "#);
    assert_snapshot!(desk.run("lookup evaand01"), @r"
    err Fel: Saknas både i nyckelringen och som fil: lösenordet för CONTOSO\operator i katalogen. Inget är ändrat.
    err Gör så här: Spara det i nyckelringen: servicedesk login directory. Eller ange en fil med directory.password_file.
    exit 2
    ");
    assert_snapshot!(desk.run("audit show --all -o csv"), @r"
    out number,at,operator,operator_sid,system_user,machine,action,account,account_id,step,open,intent,reason,server,ticket,mobile,mobile_mark,identified_by,delivery,bulk_reason,vouched_by,via
    out 1,2026-05-04T12:17:00Z,CONTOSO\operator,S-1-5-21-2127521184-1604012920-1887927527-1100,anna,disk-7,sign_in,CONTOSO\operator,,done,false,,,127.0.0.1,,,,,,,,
    out 2,2026-05-04T12:17:00Z,CONTOSO\operator,S-1-5-21-2127521184-1604012920-1887927527-1100,anna,disk-7,sign_in,CONTOSO\operator,,done,false,,,127.0.0.1,,,,,,,,
    out 3,2026-05-04T12:17:00Z,CONTOSO\operator,S-1-5-21-2127521184-1604012920-1887927527-1100,anna,disk-7,sign_in,CONTOSO\operator,,done,false,,,127.0.0.1,,,,,,,,
    exit 0
    ");
}

#[test]
fn list_of_passwords_is_not_taken_for_its_first() {
    let mut desk = desk();
    let run = desk.piped(["Practice-makes-42", "", "Sommar-2026!"]).run("login --password-stdin");
    assert!(run.contains("fler rader än väntat") && run.ends_with("exit 2"), "{run}");
    assert!(desk.piped(["Practice-makes-42", ""]).run("login --password-stdin").ends_with("exit 0"));
}

#[test]
fn hidden_characters_in_secret_are_reported() {
    let mut desk = TestDesk::configured().with(eva());
    desk.gateway(Says::Answer("202 Accepted", "0: Accepted for delivery")).unset("sms.secret_file").keyring();
    let run = desk.piped(["Gateway-hemligt-9\u{a0}"]).run("login sms --password-stdin");
    assert_snapshot!(run, @"
    err Hemligheten innehåller tecken som inte syns: U+00A0. Den används precis som den är.
    out Inte provat: det går bara med ett riktigt SMS. Prova med: servicedesk send-code och ditt eget konto.
    out Sparat i din nyckelring på den här datorn: hemligheten hos SMS-tjänsten (127.0.0.1:‹port›).
    exit 0
    ");
}

#[test]
fn messages_are_in_english() {
    let mut desk = desk().in_english();
    desk.piped(["Practice-makes-42"]).run("login --password-stdin");
    assert_snapshot!(desk.run("logout"), @r"
    out Removed from the keyring: the directory password of CONTOSO\operator.
    exit 0
    ");
    assert_snapshot!(desk.run("whoami"), @r"
    err Error: Not in the keyring and not in a file: the directory password of CONTOSO\operator. Nothing has changed.
    err What to do: Store it in the keyring: servicedesk login directory. Or set directory.password_file to the path of a file.
    exit 2
    ");
    assert_snapshot!(desk.run("login"), @"
    err Error: There is nobody to ask: there is no terminal, or --no-input was given. Nothing has changed.
    err What to do: Use --password-stdin.
    exit 2
    ");
    assert_snapshot!(desk.piped([""]).run("login --password-stdin"), @"
    err Error: The input cannot be a password: it is empty or has control characters. Nothing has changed.
    err What to do: Write the password on one line of standard input.
    exit 2
    ");
}

#[test]
fn rejected_password_is_not_stored() {
    let mut desk = desk();
    assert_snapshot!(desk.terminal([Secret("Fel-losen-1")]).run("login"), @r"
    ask Lösenord för CONTOSO\operator i katalogen (ad.contoso.example) ‹a secret›
    err Fel: Kontot CONTOSO\operator kunde inte logga in i katalogen (127.0.0.1): fel användarnamn eller lösenord.
    err Gör så här: Spara rätt lösenord: servicedesk login. Är det sparat i en fil, eller är användarnamnet fel, be den som sköter programmet att rätta det (directory.password_file, directory.user). Försök inte många gånger: då låses ditt konto.
    exit 4
    ");
    assert!(desk.run("logout -o json").contains(r#""deleted": false"#));
    // The stored password stays.
    assert!(desk.piped(["Practice-makes-42"]).run("login --password-stdin").ends_with("exit 0"));
    assert!(desk.piped(["Fel-losen-2"]).run("login --password-stdin").ends_with("exit 4"));
    assert!(desk.run("whoami").ends_with("exit 0"));
    assert_snapshot!(desk.terminal([CtrlC]).run("login"), @r"
    ask Lösenord för CONTOSO\operator i katalogen (ad.contoso.example) ‹^C›
    err Avbrutet. Inget är ändrat.
    exit 130
    ");
    let nobody = "[\"ldaps://127.0.0.1:1\"]";
    let run = desk.set("directory.servers", nobody).piped(["Practice-makes-42"]).run("login --password-stdin");
    assert!(run.ends_with("exit 6"), "{run}");
}

#[test]
fn kernel_keyring_is_used_without_desktop() {
    let mut desk = desk();
    desk.kernel_keyring();
    assert_snapshot!(desk.terminal([Secret("Practice-makes-42")]).run("login"), @r"
    ask Lösenord för CONTOSO\operator i katalogen (ad.contoso.example) ‹a secret›
    out Provat: kontot CONTOSO\operator kan logga in i katalogen (127.0.0.1).
    out Sparat i kärnans nyckelring på den här datorn: lösenordet för CONTOSO\operator i katalogen. Det försvinner när datorn startas om, eller när det inte har använts på tre dygn.
    exit 0
    ");
    assert_snapshot!(desk.run("whoami"), @r"
    out  Användare    CONTOSO\operator
    out  I katalogen  CONTOSO\operator
    out  SID          S-1-5-21-2127521184-1604012920-1887927527-1100
    out  Server       127.0.0.1
    out  Lösenord     från kärnans nyckelring (till nästa omstart)
    exit 0
    ");
    assert!(desk.run("whoami -o json").contains(r#""password_from": "kernel_keyring""#));
    assert!(desk.run("doctor").contains("bra: Kärnans nyckelring har lösenordet till katalogen."));
    let login = "login --password-stdin -o json";
    assert!(desk.piped(["Practice-makes-42"]).run(login).contains(r#""kept": "kernel_keyring""#));
    assert!(desk.run("logout").contains("Borttaget ur nyckelringen"));
}

#[test]
fn entries_are_per_user_and_domain() {
    let mut desk = desk();
    assert!(desk.piped(["Practice-makes-42"]).run("login --password-stdin").ends_with("exit 0"));
    desk.set("directory.domain", "\"ad.other.example\"");
    assert!(desk.run("lookup evaand01").contains("Saknas både i nyckelringen och som fil"));
    desk.set("directory.domain", "\"ad.contoso.example\"");
    assert!(desk.run("lookup evaand01").ends_with("exit 0"));
    desk.set("directory.user", r"'CONTOSO\other'");
    assert!(desk.run("lookup evaand01").contains("Saknas både i nyckelringen och som fil"));
}

#[test]
fn password_file_takes_precedence_over_keyring() {
    let mut desk = desk();
    desk.set("directory.password_file", "\"password\"");
    assert_snapshot!(desk.piped(["Practice-makes-42"]).run("login --password-stdin"), @r"
    err Obs: directory.password_file är satt och går före nyckelringen. Ta bort den raden i inställningarna, så används det som är sparat.
    out Provat: kontot CONTOSO\operator kan logga in i katalogen (127.0.0.1).
    out Sparat i din nyckelring på den här datorn: lösenordet för CONTOSO\operator i katalogen.
    exit 0
    ");
    desk.keyring_out_of_bounds();
    assert_snapshot!(desk.run("whoami -o json"), @r#"
    out {"schema": 1, "user": "CONTOSO\\operator", "user_from": "settings", "operator": "CONTOSO\\operator",
    out  "operator_sid": "S-1-5-21-2127521184-1604012920-1887927527-1100", "server": "127.0.0.1",
    out  "password_from": "file", "ticket_expires": null}
    exit 0
    "#);
    assert!(desk.run("lookup evaand01").ends_with("exit 0"));
}

#[test]
fn locked_keyring_is_reported() {
    let mut desk = desk();
    desk.keyring_is(KeyringError::Locked);
    for command in ["login", "logout", "whoami", "lookup evaand01", "unlock evaand01"] {
        let run = desk.run(command);
        assert!(run.contains("Nyckelringen är låst.") && run.ends_with("exit 4"), "{run}");
    }
    assert_snapshot!(desk.run("lookup evaand01 -o json"), @r#"
    out {"schema": 1,
    out  "error":
    out   {"kind": "keyring_locked", "exit_code": 4, "message": "…", "hint": "…", "tries_left": null,
    out    "retry_at": null, "candidates": []}}
    err Fel: Nyckelringen är låst. Det gäller lösenordet för CONTOSO\operator i katalogen. Inget är ändrat.
    err Gör så här: Lås upp den (Lösenord och nycklar, eller logga ut och in på datorn) och kör igen. På en dator utan skrivbord: använd en fil i stället, directory.password_file.
    exit 4
    "#);
    // With a caller on the line there is a way on.
    assert_snapshot!(desk.terminal([Secret("Practice-makes-42")]).run("whoami"), @r"
    err Obs: Nyckelringen är låst, så lösenordet behöver skrivas.
    ask Lösenord för CONTOSO\operator i katalogen (127.0.0.1) ‹a secret›
    out  Användare    CONTOSO\operator
    out  I katalogen  CONTOSO\operator
    out  SID          S-1-5-21-2127521184-1604012920-1887927527-1100
    out  Server       127.0.0.1
    out  Lösenord     skrivet nu
    exit 0
    ");
}

#[test]
fn absent_keyring_is_reported() {
    let mut desk = desk();
    desk.keyring_is(KeyringError::Absent);
    assert_snapshot!(desk.run("lookup evaand01"), @r"
    err Fel: Det finns ingen nyckelring att använda här. Det gäller lösenordet för CONTOSO\operator i katalogen. Inget är ändrat.
    err Gör så här: Lägg hemligheten i en fil som bara du får läsa (chmod 600), och ange den med directory.password_file. Eller kör i en session som har en nyckelring (gnome-keyring eller kwallet).
    exit 2
    ");
    assert_snapshot!(desk.terminal([Secret("Practice-makes-42")]).run("whoami"), @r"
    ask Lösenord för CONTOSO\operator i katalogen (127.0.0.1) ‹a secret›
    out  Användare    CONTOSO\operator
    out  I katalogen  CONTOSO\operator
    out  SID          S-1-5-21-2127521184-1604012920-1887927527-1100
    out  Server       127.0.0.1
    out  Lösenord     skrivet nu
    exit 0
    ");
    // No password is asked for that could not be stored.
    assert_snapshot!(desk.terminal([]).run("login"), @r"
    err Fel: Det finns ingen nyckelring att använda här. Det gäller lösenordet för CONTOSO\operator i katalogen. Inget är ändrat.
    err Gör så här: Lägg hemligheten i en fil som bara du får läsa (chmod 600), och ange den med directory.password_file. Eller kör i en session som har en nyckelring (gnome-keyring eller kwallet).
    exit 2
    ");
}

#[test]
fn slow_or_refusing_keyring_is_reported() {
    let mut desk = desk();
    desk.keyring_is(KeyringError::Slow);
    assert_snapshot!(desk.run("lookup evaand01"), @r"
    err Fel: Nyckelringen svarade inte inom tre sekunder. Det gäller lösenordet för CONTOSO\operator i katalogen. Inget är ändrat.
    err Gör så här: Försök igen. Går det inte, logga ut och in på datorn, eller använd en fil i stället: directory.password_file.
    exit 6
    ");
    desk.keyring_is(KeyringError::Refused("dålig dag".to_owned()));
    assert_snapshot!(desk.run("lookup evaand01"), @r"
    err Fel: Nyckelringen nekade. Det gäller lösenordet för CONTOSO\operator i katalogen. Inget är ändrat.
    err Gör så här: Försök igen. Går det inte, logga ut och in på datorn, eller använd en fil i stället: directory.password_file.
    exit 4
    ");
}

#[test]
fn gateway_secret_is_stored() {
    let mut desk = TestDesk::configured().with(eva());
    desk.gateway(Says::Answer("202 Accepted", "0: Accepted for delivery")).unset("sms.secret_file");
    // A lookup needs no gateway secret.
    assert!(desk.run("lookup evaand01").ends_with("exit 0"));
    desk.keyring();
    assert_snapshot!(desk.run("send-code evaand01"), @"
    err Fel: Saknas både i nyckelringen och som fil: hemligheten hos SMS-tjänsten (127.0.0.1:‹port›). Inget är ändrat.
    err Gör så här: Spara det i nyckelringen: servicedesk login sms. Eller ange en fil med sms.secret_file.
    exit 2
    ");
    let run = desk.piped(["Gateway-hemligt-9"]).run("login sms --password-stdin");
    assert_snapshot!(run, @"
    out Inte provat: det går bara med ett riktigt SMS. Prova med: servicedesk send-code och ditt eget konto.
    out Sparat i din nyckelring på den här datorn: hemligheten hos SMS-tjänsten (127.0.0.1:‹port›).
    exit 0
    ");
    assert!(desk.run("send-code evaand01").ends_with("exit 0"));
    assert!(desk.run("logout sms").contains("Borttaget"));
}

#[test]
fn login_needs_configured_secret() {
    assert_snapshot!(desk().run("login store"), @"
    err Fel: state.url är inte satt (i inställningsfilen eller som SERVICEDESK_STATE_URL).
    err Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    exit 2
    ");
    let mut practice = TestDesk::demo();
    assert_snapshot!(practice.run("login"), @"
    err Fel: Vid övning (--demo) behövs inget lösenord, så det finns inget att spara eller ta bort.
    err Gör så här: Kör utan --demo.
    exit 2
    ");
    assert_snapshot!(practice.run("whoami"), @r"
    out  Användare    CONTOSO\operator
    out  I katalogen  CONTOSO\operator
    out  SID          S-1-5-21-2127521184-1604012920-1887927527-1100
    out  Server       127.0.0.1
    out  Lösenord     övningskatalogens eget
    exit 0
    ");
    assert_snapshot!(desk().run("login katalogen"), @"
    err Fel: [VAD] tar inte det värdet.
    err Gör så här: Välj något av: directory, sms, store
    exit 2
    ");
}
