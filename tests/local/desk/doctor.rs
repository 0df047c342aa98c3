//! `doctor`: a healthy setup, settings, the operator's rights and the terminal.

mod directory;
mod gateway;
mod rights;
mod store;

use super::fixture::TestDesk;
use super::fixture::people::eva;
use insta::assert_snapshot;

fn desk() -> TestDesk {
    let mut desk = TestDesk::configured().with(eva());
    // As where nobody waits in vain, and one who is slow is not taken for silent.
    desk.set("directory.timeout_seconds", "20").variable("LANG", "sv_SE.UTF-8");
    desk
}

#[test]
fn healthy_setup_passes() {
    assert_snapshot!(desk().terminal([]).width(100).run("doctor evaand01"), @r"
    out Inställningar
    out   bra: 12 inställningar är satta. Inställningsfil: …/config.toml.
    out Katalogen
    out   bra: En katalogserver är inställd.
    out   bra: 127.0.0.1: svarar.
    out   bra: 127.0.0.1: certifikatet gäller 755929 dagar framåt, till 4096-01-01 kl. 00.00:
    out       CN=dc1.ad.contoso.example, utfärdat av CN=servicedesk practice directory, för
    out       dc1.ad.contoso.example, 127.0.0.1, giltigt från 1975-01-01 till 4096-01-01, SHA-256
    out       ‹sha256›.
    out   bra: 127.0.0.1: klockan går som datorns.
    out   bra: Inloggad som CONTOSO\operator på 127.0.0.1. Lösenordet är från fil (directory.password_file).
    out   bra: Utelåsning och lösenord avgörs på 127.0.0.1 (PDC), som svarar.
    out   bra: Konton går att slå upp.
    out   bra: Ditt lösenord går inte ut.
    out   bra: Katalogen kontrollerar själv att ett lösenord inte är använt förut.
    out Rättigheter
    out   bra: Eva Andersson (evaand01) är ett vanligt konto.
    out   bra: Du får läsa de 33 attribut som programmet läser på ett konto.
    out   bra: Du får låsa upp kontot.
    out   bra: Du får sätta ett nytt lösenord.
    out   bra: Du får kräva att lösenordet byts vid nästa inloggning.
    out   bra: Lösenordet har domänens regler, och du får läsa dem.
    out SMS
    out   bra: SMS läggs som filer i …/outbox. Det går att skriva där.
    out Databasen och loggen
    out   bra: …/state/state.db finns inte än. Databasen går att skapa, och skapas första
    out       gången den behövs.
    out Datorn
    out   bra: Terminalen visar å, ä och ö, och är 100 tecken bred.
    out   bra: Nyckelringen behövs inte för att logga in.
    out Allt som ett samtal behöver fungerar.
    exit 0
    ");
    assert_snapshot!(desk().in_english().run("doctor"), @r"
    out Settings
    out   ok: 12 settings are set. Configuration file: …/config.toml.
    out Directory
    out   ok: One domain controller is set.
    out   ok: 127.0.0.1: answers.
    out   ok: 127.0.0.1: the certificate is valid for 755929 more days, until 4096-01-01 00:00: CN=dc1.ad.contoso.example, issued by CN=servicedesk practice directory, for dc1.ad.contoso.example, 127.0.0.1, valid from 1975-01-01 to 4096-01-01, SHA-256 ‹sha256›.
    out   ok: 127.0.0.1: the clock agrees with this computer's.
    out   ok: Signed in as CONTOSO\operator on 127.0.0.1. The password is from a file (directory.password_file).
    out   ok: 127.0.0.1 (PDC) decides on lockouts and passwords, and it answers.
    out   ok: Accounts can be looked up.
    out   ok: The operator's password never expires.
    out   ok: The directory itself checks that a password was not used before.
    out Rights
    out   ok: Checked with Eva Andersson (evaand01), an ordinary account that was found. For another: servicedesk doctor ACCOUNT
    out   ok: You may read the 33 attributes that the program reads of an account.
    out   ok: You may unlock the account.
    out   ok: You may set a new password.
    out   ok: You may require a new password at the next sign-in.
    out   ok: The domain's password policy applies, and you may read it.
    out SMS
    out   ok: Messages are written as files in …/outbox. It can be written to.
    out Store and audit log
    out   ok: …/state/state.db does not exist yet. It can be created, and is when it is first needed.
    out This computer
    out   not checked: No terminal here. Scripts need none.
    out   ok: The keyring is not needed to sign in.
    out Everything needed for a call works.
    exit 0
    ");
}

#[test]
fn practice_setup_passes() {
    assert_snapshot!(TestDesk::demo().run("doctor jesrab01 --plain"), @r"
    out Inställningar
    out   bra: Övning: inga inställningar behövs.
    out Katalogen
    out   bra: En katalogserver är inställd.
    out   bra: 127.0.0.1: svarar.
    out   bra: 127.0.0.1: certifikatet gäller 731 dagar framåt, till 2028-05-04 kl. 00.00: CN=dc1.ad.contoso.example, utfärdat av CN=servicedesk practice directory, för dc1.ad.contoso.example, 127.0.0.1, giltigt från 1975-01-01 till 2028-05-04, SHA-256 ‹sha256›.
    out   bra: 127.0.0.1: klockan går som datorns.
    out   bra: Inloggad som CONTOSO\operator på 127.0.0.1. Lösenordet är övningskatalogens eget.
    out   bra: Utelåsning och lösenord avgörs på 127.0.0.1 (PDC), som svarar.
    out   bra: Konton går att slå upp.
    out   bra: Den skyddade gruppen eller OU:n i inställningarna finns.
    out   bra: Ditt lösenord går inte ut.
    out   bra: Katalogen kontrollerar själv att ett lösenord inte är använt förut.
    out Rättigheter
    out   bra: Jesper Råberg (jesrab01) är ett vanligt konto.
    out   bra: Du får läsa de 33 attribut som programmet läser på ett konto.
    out   bra: Du får låsa upp kontot.
    out   bra: Du får sätta ett nytt lösenord.
    out   bra: Du får kräva att lösenordet byts vid nästa inloggning.
    out   bra: Lösenordet har domänens regler, och du får läsa dem.
    out SMS
    out   bra: Övning: SMS visas på skärmen.
    out Databasen och loggen
    out   bra: …/state/practice/state.db finns inte än. Databasen går att skapa, och skapas första gången den behövs.
    out Datorn
    out   inte prövat: Ingen terminal här. Skript behöver ingen.
    out   bra: Nyckelringen behövs inte för att logga in.
    out Allt som ett samtal behöver fungerar.
    exit 0
    ");
}

#[test]
fn document_lists_checks_and_settings() {
    let mut desk = desk().in_english();
    let run = desk.run("doctor evaand01 -o json");
    let heads =
        run.lines().filter(|line| [r#""check": "#, r#""key": "#, r#""calls_"#].iter().any(|h| line.contains(h)));
    let heads: Vec<&str> = heads.map(|line| line["out ".len()..].trim_start()).collect();
    assert_snapshot!(heads.join("\n"), @r#"
    [{"check": "settings", "server": null, "state": "fine", "stops_calls": false,
    {"check": "controllers", "server": null, "state": "fine", "stops_calls": false,
    {"check": "reach", "server": "127.0.0.1", "state": "fine", "stops_calls": false,
    {"check": "certificate", "server": "127.0.0.1", "state": "fine", "stops_calls": false,
    {"check": "clock", "server": "127.0.0.1", "state": "fine", "stops_calls": false,
    {"check": "sign_in", "server": null, "state": "fine", "stops_calls": false,
    {"check": "pdc_emulator", "server": null, "state": "fine", "stops_calls": false,
    {"check": "search", "server": null, "state": "fine", "stops_calls": false,
    {"check": "own_password", "server": null, "state": "fine", "stops_calls": false,
    {"check": "history", "server": null, "state": "fine", "stops_calls": false,
    {"check": "account", "server": null, "state": "fine", "stops_calls": false,
    {"check": "attributes", "server": null, "state": "fine", "stops_calls": false,
    {"check": "unlock", "server": null, "state": "fine", "stops_calls": false,
    {"check": "reset", "server": null, "state": "fine", "stops_calls": false,
    {"check": "must_change", "server": null, "state": "fine", "stops_calls": false,
    {"check": "password_rules", "server": null, "state": "fine", "stops_calls": false,
    {"check": "gateway", "server": null, "state": "fine", "stops_calls": false,
    {"check": "store", "server": null, "state": "fine", "stops_calls": false,
    {"check": "terminal", "server": null, "state": "unchecked", "stops_calls": false,
    {"check": "keyring", "server": null, "state": "fine", "stops_calls": false,
    "summary": {"calls_can_be_done": true, "fine": 19, "warning": 0, "broken": 0, "unchecked": 1},
    [{"key": "language", "value": "en", "origin": "SERVICEDESK_LANG", "enforced": false},
    {"key": "directory.servers", "value": "ldaps://127.0.0.1:‹port›",
    {"key": "directory.ca_file", "value": "ca.pem", "origin": "…/config.toml:6",
    {"key": "directory.user", "value": "CONTOSO\\operator", "origin": "…/config.toml:7",
    {"key": "directory.password_file", "value": null, "origin": "…/config.toml:8",
    {"key": "directory.timeout_seconds", "value": "20", "origin": "…/config.toml:9",
    {"key": "sms.provider", "value": "outbox", "origin": "…/config.toml:11",
    {"key": "sms.outbox", "value": "outbox", "origin": "…/config.toml:12",
    {"key": "verification.notify", "value": "off", "origin": "…/config.toml:16",
    {"key": "state.path", "value": "state/state.db", "origin": "…/config.toml:14",
    {"key": "desk.organisation", "value": "Mjölby kommun", "origin": "…/config.toml:2",
    {"key": "desk.phone", "value": "0142-36 6000", "origin": "…/config.toml:3",
    "#);
}

#[test]
fn verbose_shows_setting_origins() {
    let mut desk = desk();
    desk.variable("SERVICEDESK_DESK_PHONE", "0142-36 6001").set("sms.url", "\"https://sms.example.se/?key=abc\"");
    assert_snapshot!(desk.run("doctor -v").split("\nout Katalogen").next().unwrap(), @r"
    out Inställningar
    out   bra: 13 inställningar är satta. Inställningsfil: …/config.toml.
    out       language = sv (SERVICEDESK_LANG)
    out       directory.servers = ldaps://127.0.0.1:‹port› (…/config.toml:5)
    out       directory.ca_file = ca.pem (…/config.toml:6)
    out       directory.user = CONTOSO\operator (…/config.toml:7)
    out       directory.password_file = … (…/config.toml:8)
    out       directory.timeout_seconds = 20 (…/config.toml:9)
    out       sms.provider = outbox (…/config.toml:11)
    out       sms.url = https://sms.example.se/?… (…/config.toml:13)
    out       sms.outbox = outbox (…/config.toml:12)
    out       verification.notify = off (…/config.toml:17)
    out       state.path = state/state.db (…/config.toml:15)
    out       desk.organisation = Mjölby kommun (…/config.toml:2)
    out       desk.phone = 0142-36 6001 (SERVICEDESK_DESK_PHONE)
    ");
}

#[test]
fn narrow_terminal_wraps_report() {
    let mut desk = desk();
    desk.set("directory.servers", "[\"ldaps://127.0.0.1:1\"]");
    let seen = desk.terminal([]).width(60).run("doctor evaand01");
    // Each line begins with the four characters of the transcript.
    let too_long = seen.lines().find(|line| line.chars().count() > 64 && !line.contains('…'));
    assert_eq!(too_long, None);
    assert_snapshot!(seen, @r"
    out Inställningar
    out   bra: 12 inställningar är satta. Inställningsfil:
    out       …/config.toml.
    out Katalogen
    out   bra: En katalogserver är inställd.
    out   FEL: 127.0.0.1: den tar inte emot anslutningar.
    out       Gör så här: Säg till katalogens och nätverkets
    out       administratörer.
    out   inte prövat: 127.0.0.1: certifikatet, för servern måste
    out       fungera först.
    out   inte prövat: 127.0.0.1: klockan, för servern måste fungera
    out       först.
    out   inte prövat: inloggningen, för katalogservrarna måste
    out       fungera först.
    out Rättigheter
    out   inte prövat: rättigheterna på kontot, för inloggningen
    out       måste fungera först.
    out SMS
    out   bra: SMS läggs som filer i …/outbox. Det går
    out       att skriva där.
    out Databasen och loggen
    out   bra: …/state/state.db finns inte än.
    out       Databasen går att skapa, och skapas första gången den
    out       behövs.
    out Datorn
    out   bra: Terminalen visar å, ä och ö, och är 60 tecken bred.
    out   bra: Nyckelringen behövs inte för att logga in.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
}

#[test]
fn unusable_settings_are_reported() {
    let mut desk = desk();
    desk.set("directory.serverz", "[\"ldaps://dc1\"]").set("sms.provider", "\"pigeon\"");
    assert_snapshot!(desk.run("doctor evaand01"), @"
    out Inställningar
    out   FEL: …/config.toml:10: ”directory.serverz” finns inte som inställning. Menas directory.servers?
    out   FEL: …/config.toml:13: sms.provider är en text (”pigeon”); det ska vara något av kannel, 46elks, twilio, http, outbox.
    out       Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    out Katalogen
    out   inte prövat: katalogservrarna, för inställningarna måste fungera först.
    out Rättigheter
    out   inte prövat: rättigheterna på kontot, för inställningarna måste fungera först.
    out SMS
    out   inte prövat: SMS-tjänsten, för inställningarna måste fungera först.
    out Databasen och loggen
    out   inte prövat: databasen, för inställningarna måste fungera först.
    out Datorn
    out   inte prövat: Ingen terminal här. Skript behöver ingen.
    out   inte prövat: nyckelringen, för inställningarna måste fungera först.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
    let mut desk = self::desk().in_english();
    desk.configuration("[directory\n");
    assert_snapshot!(desk.run("doctor -q --send-to 0701740631"), @"
    out Settings
    out   BROKEN: …/config.toml:1:11: not valid TOML: unclosed table, expected `]`
    out       What to do: Correct the errors above and run again. Nothing has changed.
    out Callers cannot be helped until the faults above are fixed.
    exit 1
    ");
}

#[test]
fn missing_configuration_is_broken() {
    let mut desk = desk().in_english();
    desk.without_configuration();
    assert_snapshot!(desk.run("doctor evaand01 --send-to 0701740631"), @"
    out Settings
    out   BROKEN: There is no configuration. These files were looked for: …/user/config.toml, …/system/config.toml.
    out       What to do: Create it with servicedesk init, or name another file with --config or SERVICEDESK_CONFIG.
    out Directory
    out   not checked: the domain controllers: the settings must work first.
    out Rights
    out   not checked: the rights on the account: the settings must work first.
    out SMS
    out   not checked: the SMS gateway: the settings must work first.
    out   not checked: the test message: the settings must work first.
    out Store and audit log
    out   not checked: the store: the settings must work first.
    out This computer
    out   not checked: No terminal here. Scripts need none.
    out   not checked: the keyring: the settings must work first.
    out Callers cannot be helped until the faults above are fixed.
    exit 1
    ");
    // The environment can be a whole configuration.
    desk.variable("SERVICEDESK_DIRECTORY_SERVERS", "ldaps://127.0.0.1:1");
    assert!(!desk.run("doctor").contains("no configuration"));
}

#[test]
fn empty_configuration_is_reported() {
    let mut desk = desk();
    desk.configuration("");
    assert_snapshot!(desk.run("doctor evaand01 --no-input"), @"
    out Inställningar
    out   bra: En inställning är satt. Inställningsfil: …/config.toml.
    out Katalogen
    out   FEL: directory.servers är inte satt (i inställningsfilen eller som SERVICEDESK_DIRECTORY_SERVERS).
    out       Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    out Rättigheter
    out   inte prövat: rättigheterna på kontot, för katalogservrarna måste fungera först.
    out SMS
    out   FEL: Ingen SMS-tjänst är inställd (sms.provider). Inget SMS är skickat.
    out       Gör så här: Säg till den som sköter programmet att kontrollera [sms] i inställningarna.
    out Databasen och loggen
    out   bra: …/state/state.db finns inte än. Databasen går att skapa, och skapas första gången den behövs.
    out   OBS: Gränserna för koder räknas bara i …/state/state.db, som är din egen databas. Koder och fel koder hos andra operatörer räknas inte.
    out       Gör så här: Är ni flera operatörer: använd en gemensam databas (state.url), så gäller gränserna för alla tillsammans.
    out Datorn
    out   inte prövat: Ingen terminal här. Skript behöver ingen.
    out   inte prövat: nyckelringen, för inställningarna måste fungera först.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
}

#[test]
fn terminal_abilities_are_reported() {
    let mut desk = desk();
    assert_snapshot!(desk.terminal([]).width(50).run("doctor -q"), @"
    out Datorn
    out   OBS: Terminalen är bara 50 tecken bred.
    out       Gör så här: Gör fönstret bredare, minst 60
    out       tecken.
    out Det går att ta emot samtal, men en sak behöver ses
    out över.
    exit 7
    ");
    desk.variable("LC_ALL", "C");
    assert_snapshot!(desk.terminal([]).run("doctor -q"), @"
    out Datorn
    out   OBS: Terminalen är inte inställd på UTF-8: å, ä och ö kan visas fel.
    out       Gör så här: Ställ in det, till exempel LANG=sv_SE.UTF-8.
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
}
