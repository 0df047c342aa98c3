//! Mistakes in the configuration, told before anything is reached for.

use insta::assert_snapshot;

use super::fixture::TestDesk;
use super::fixture::people::eva;

#[test]
fn empty_configuration_is_reported() {
    let mut desk = TestDesk::configured();
    desk.configuration("");
    assert_snapshot!(desk.run("lookup evaand01"), @"
    err Fel: directory.servers är inte satt (i inställningsfilen eller som SERVICEDESK_DIRECTORY_SERVERS).
    err Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    exit 2
    ");
    desk.configuration("[directory]\nservers = [\"ldaps://127.0.0.1:1\"]\n").keyring();
    assert_snapshot!(desk.run("lookup evaand01 -o json"), @r#"
    out {"schema": 1,
    out  "error":
    out   {"kind": "no_user_name", "exit_code": 2, "message": "…", "hint": "…", "tries_left": null,
    out    "retry_at": null, "candidates": []}}
    err Fel: Det finns inget användarnamn att logga in i katalogen med (127.0.0.1:1): inget är satt i inställningarna (directory.user), och inget är sparat i nyckelringen.
    err Gör så här: Kör servicedesk login, som frågar efter det och sparar det med lösenordet. Eller be den som sköter programmet att ange det (directory.user).
    exit 2
    "#);
}

#[test]
fn misspelt_key_is_reported() {
    let mut desk = TestDesk::configured();
    desk.configuration("[directory]\nservers = [\"ldaps://dc1.example.se\"]\nca-file = \"ca.pem\"\n\n[verifikation]\nattempts = 3\n\n[verification]\nattemps = 3\n");
    assert_snapshot!(desk.run("unlock evaand01"), @"
    err Fel: …/config.toml:3: ”directory.ca-file” finns inte som inställning. Menas directory.ca_file?
    err Fel: …/config.toml:5: ”verifikation” finns inte som inställning. Menas verification?
    err Fel: …/config.toml:9: ”verification.attemps” finns inte som inställning. Menas verification.attempts?
    err Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    exit 2
    ");
}

#[test]
fn invalid_values_are_reported() {
    let mut desk = TestDesk::configured();
    desk.configuration(
        "language = \"svenska\"\n[directory]\nservers = \"dc1\"\ntimeout_seconds = 0\n[verification]\nattempts = \"tre\"\n",
    );
    assert_snapshot!(desk.run("unlock evaand01 -o json"), @r#"
    out {"schema": 1,
    out  "error":
    out   {"kind": "configuration", "exit_code": 2,
    out    "message": "…/config.toml:1: language är en text (”svenska”); det ska vara något av sv, en.\n…/config.toml:3: directory.servers är en text (”dc1”); det ska vara en lista.\n…/config.toml:4: directory.timeout_seconds är ett tal (”0”); det ska vara ett heltal från 1 till 60.\n…/config.toml:6: verification.attempts är en text (”tre”); det ska vara ett heltal från 1 till 10.",
    out    "hint": "…", "tries_left": null, "retry_at": null, "candidates": []}}
    err Fel: …/config.toml:1: language är en text (”svenska”); det ska vara något av sv, en.
    err Fel: …/config.toml:3: directory.servers är en text (”dc1”); det ska vara en lista.
    err Fel: …/config.toml:4: directory.timeout_seconds är ett tal (”0”); det ska vara ett heltal från 1 till 60.
    err Fel: …/config.toml:6: verification.attempts är en text (”tre”); det ska vara ett heltal från 1 till 10.
    err Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    exit 2
    "#);
    desk.configuration("[directory\nservers = 1");
    assert_snapshot!(desk.run("unlock evaand01"), @"
    err Fel: …/config.toml:1:11: inte TOML: unclosed table, expected `]`
    err Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    exit 2
    ");
}

#[test]
fn secret_in_configuration_is_refused() {
    let mut desk = TestDesk::configured();
    desk.configuration("[directory]\npassword = \"Practice-makes-42\"\n[sms]\nsecret = \"Gateway-hemligt-9\"\n");
    assert_snapshot!(desk.run("lookup evaand01"), @"
    err Fel: …/config.toml:2: hemligheter skrivs inte här (directory.password). Använd directory.password_file.
    err Fel: …/config.toml:4: hemligheter skrivs inte här (sms.secret). Använd sms.secret_file.
    err Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    exit 2
    ");
}

#[test]
fn ticket_excludes_password_settings() {
    let mut desk = TestDesk::configured();
    desk.configuration("[directory]\nbind = \"kerberos\"\nservers = [\"ldaps://dc1\"]\nuser = \"anna\"\n");
    assert_snapshot!(desk.run("lookup evaand01"), @r#"
    err Fel: …/config.toml:3: directory.servers: med bind = "kerberos" ska adressen börja med ldap://. Förbindelsen krypteras då av biljetten; på ldaps:// godtar katalogen ingen.
    err Fel: …/config.toml:4: directory.user: används inte med bind = "kerberos": biljetten säger vem du är. Ta bort raden.
    err Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    exit 2
    "#);
    assert_snapshot!(desk.in_english().run("lookup evaand01"), @r#"
    err Error: …/config.toml:3: directory.servers: with bind = "kerberos" the address must begin with ldap://. The ticket then encrypts the connection; on ldaps:// the directory accepts none.
    err Error: …/config.toml:4: directory.user: is not used with bind = "kerberos": the ticket says who you are. Remove the line.
    err What to do: Correct the errors above and run again. Nothing has changed.
    exit 2
    "#);
}

#[test]
fn ticket_stores_no_password() {
    let mut desk = TestDesk::configured();
    desk.configuration("[directory]\nbind = \"kerberos\"\nservers = [\"ldap://dc1\"]\n");
    assert_snapshot!(desk.run("login"), @"
    err Fel: Inloggningen sker med Kerberosbiljett (directory.bind), så det finns inget lösenord att spara eller ta bort.
    err Gör så här: Biljetten hämtas med kinit, på Windows när du loggar in på datorn. Se efter med: servicedesk whoami
    exit 2
    ");
}

#[cfg(not(feature = "kerberos"))]
#[test]
fn ticket_needs_kerberos_build() {
    let mut desk = TestDesk::configured();
    desk.configuration("[directory]\nbind = \"kerberos\"\nservers = [\"ldap://dc1\"]\n");
    assert_snapshot!(desk.run("lookup evaand01"), @r#"
    err Fel: …/config.toml:2: directory.bind: det här programmet är byggt utan Kerberos. Bygg det med: cargo build --release --features kerberos. Eller använd bind = "simple".
    err Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    exit 2
    "#);
    assert_snapshot!(desk.in_english().run("whoami"), @r#"
    err Error: …/config.toml:2: directory.bind: this program was built without Kerberos. Build it with: cargo build --release --features kerberos. Or use bind = "simple".
    err What to do: Correct the errors above and run again. Nothing has changed.
    exit 2
    "#);
}

#[test]
fn unencrypted_store_address_is_refused() {
    let mut desk = TestDesk::configured();
    desk.configuration("[state]\nurl = \"postgres://anna:Databas-hemligt-9@db/desk\"\n");
    assert_snapshot!(desk.run("lookup evaand01"), @"
    err Fel: …/config.toml:2: hemligheter skrivs inte här (state.url). Använd state.password_file.
    err Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    exit 2
    ");
    desk.configuration("[state]\nurl = \"postgres://db.example.se/desk?sslmode=require\"\n");
    assert_snapshot!(desk.run("lookup evaand01"), @"
    err Fel: …/config.toml:2: state.url: över nätet måste serverns certifikat kontrolleras: sslmode=verify-full, eller inget alls, som betyder samma sak. Till den egna datorn går även sslmode=disable.
    err Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    exit 2
    ");
    desk.configuration("[state]\nurl = \"postgres://db.example.se/desk?connect_timeout=9\"\n");
    assert_snapshot!(desk.in_english().run("lookup evaand01"), @"
    err Error: …/config.toml:2: state.url: connect_timeout is not allowed in the address; only sslmode and host (the folder of a socket) are.
    err What to do: Correct the errors above and run again. Nothing has changed.
    exit 2
    ");
}

#[test]
fn unreachable_store_is_reported() {
    let mut desk = TestDesk::configured().with(eva());
    desk.keyring();
    desk.set("state.url", "\"postgres://anna@127.0.0.1:1/desk\"").set("state.ca_file", "\"ca.pem\"");
    assert_snapshot!(desk.run("unlock evaand01"), @"
    err Fel: Det gick inte att läsa eller skriva postgres://127.0.0.1:1/desk, där koder och logg finns: den tar inte emot anslutningar. Inget är ändrat.
    err Gör så här: Utan logg görs inget. Försök igen om en stund; går det inte då heller, säg till den som sköter databasen (state.url). -v säger mer.
    exit 6
    ");
}

#[test]
fn password_file_readable_by_others_is_refused() {
    let mut desk = TestDesk::configured().with(eva());
    super::fixture::expose(&desk.path("password"));
    assert_snapshot!(desk.run("lookup evaand01"), @"
    err Fel: …/config.toml:8: directory.password_file: andra kan läsa …/password (rättigheter 644); den används inte. Kör: chmod 600 …/password
    err Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    exit 2
    ");
}

#[test]
fn empty_or_missing_password_file_is_reported() {
    let mut desk = TestDesk::configured().with(eva());
    desk.write_private("password", "\n");
    assert_snapshot!(desk.run("lookup evaand01"), @"
    err Fel: …/config.toml:8: directory.password_file: …/password är tom.
    err Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    exit 2
    ");
    desk.set("directory.password_file", "\"finns-inte\"");
    assert_snapshot!(desk.run("lookup evaand01"), @"
    err Fel: …/config.toml:8: directory.password_file: …/finns-inte går inte att läsa: den finns inte.
    err Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    exit 2
    ");
}

#[test]
fn missing_configuration_file_is_reported() {
    let mut desk = TestDesk::configured();
    let missing = desk.without_configuration().path("config.toml");
    assert_snapshot!(desk.run(&format!("lookup evaand01 --config {}", missing.display())), @"
    err Fel: …/config.toml går inte att läsa: den finns inte. (Filen är angiven med --config.)
    err Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    exit 2
    ");
}

#[test]
fn environment_overrides_settings() {
    let mut desk = TestDesk::configured().with(eva());
    desk.variable("SERVICEDESK_VERIFICATION_ATTEMPTS", "ett");
    assert_snapshot!(desk.run("lookup evaand01"), @"
    err Fel: SERVICEDESK_VERIFICATION_ATTEMPTS: verification.attempts är en text (”ett”); det ska vara ett heltal från 1 till 10.
    err Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    exit 2
    ");
}

#[test]
fn practice_ignores_environment() {
    let mut desk = TestDesk::demo();
    desk.variable("SERVICEDESK_VERIFICATION_ATTEMPTS", "ett").variable("SERVICEDESK_CONFIG", "/finns/inte.toml");
    assert!(desk.run("lookup jesrab01").ends_with("exit 0"));
}

#[test]
fn damaged_practice_state_can_be_reset() {
    let mut desk = TestDesk::demo();
    std::fs::write(desk.path("state/practice/practice.json"), "{}").unwrap();
    assert_snapshot!(desk.run("lookup jesrab01"), @"
    err Fel: Övningskatalogen gick inte att starta: …/state/practice/practice.json är ingen övningskatalog som programmet kan läsa.
    err Gör så här: Börja om med servicedesk --demo --demo-reset.
    exit 6
    ");
    assert_snapshot!(desk.run("lookup jesrab01 --demo-reset -o csv"), @r#"
    out asked,line,failure,account,upn,dn,display_name,mail,department,title,manager,manager_dn,office,telephone,mobile,mobile_registered,mobile_changed,mobile_shared_with,other_mobiles,locked,locked_since,unlocks_at,locked_in_future,locked_on,bad_password_count,last_bad_password,disabled,smartcard_required,account_expired,account_expires,protected,protected_by,unlock_outcome,advice,warnings,password_last_set,password_expires,password_expired,password_never_expires,must_change_password,may_change_password,policy.source,policy.readable,policy.min_length,policy.max_length,policy.complexity,policy.contains_name,policy.history,policy.min_age_seconds,policy.max_age_seconds,policy.lockout_threshold,policy.lockout_seconds,last_sign_in,last_sign_in_replicated,logon_hours_restricted,outside_logon_hours,logon_allowed_from,logon_allowed_until,workstations,resets_last_day,wrong_codes_last_day,verified_at,verification_closed_until,unfinished_action,unfinished_by,unfinished_at,unreadable,not_asked,unreadable_attributes
    out ,,,jesrab01,jesrab01@contoso.example,"CN=Jesper Råberg jesrab01,OU=Staff,DC=ad,DC=contoso,DC=example",Jesper Råberg,jesrab01@contoso.example,Kultur och fritid,Fritidsledare,Malin Dahl maldah01,"CN=Malin Dahl maldah01,OU=Staff,DC=ad,DC=contoso,DC=example",Fritidsgården,08-465 004 31,*********11,true,2025-03-30T12:17:00Z,,,true,2026-05-04T12:03:00Z,,false,,5,2026-05-04T12:03:00Z,false,false,false,,false,,would_unlock,unlock_or_reset,,2026-04-04T12:17:00Z,2026-10-01T12:17:00Z,false,false,false,true,domain,true,8,256,true,true,12,86400,15552000,5,,2026-05-04T10:12:00Z,false,false,false,,,,0,0,,,,,,,mobile_shared_with locked_on,
    exit 0
    "#);
}

#[test]
fn contradictory_lengths_are_reported() {
    let mut desk = TestDesk::configured();
    desk.configuration("[password_policy]\nmin_length = 12\nmax_length = 8\n");
    assert_snapshot!(desk.run("check-policy --show"), @"
    err Fel: …/config.toml:3: password_policy.max_length: inget lösenord är både minst 12 och högst 8 tecken.
    err Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    exit 2
    ");
    desk.configuration("[password_policy]\nmin_length = 200\n");
    assert_snapshot!(desk.run("check-policy --show"), @"
    err Fel: …/config.toml:2: password_policy.min_length: inget lösenord är både minst 200 och högst 127 tecken.
    err Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    exit 2
    ");
}

#[test]
fn password_file_with_more_than_the_password_is_reported() {
    let mut desk = TestDesk::configured();
    for (text, said) in
        [("Practice-makes-42\n\n", "har mer än en rad"), ("Practice-makes-42\t\n", "en tabb"), ("\n", "är tom")]
    {
        desk.write_private("password", text);
        let run = desk.run("whoami");
        assert!(run.contains(said) && run.ends_with("exit 2"), "{run}");
    }
}
