//! `doctor` on the way into the directory: the password, the keyring, the servers, their certificates and clocks.

use insta::assert_snapshot;
use servicedesk::ports::KeyringError;
use servicedesk::practice::Person;

use super::desk;
use crate::desk::fixture::Answer::{CtrlC, Secret};
use crate::desk::fixture::domain::srv;
use crate::desk::fixture::names::{NameServer, Says as Tells};
use crate::desk::fixture::people::eva;
use crate::desk::fixture::{TestDesk, expose};

const START: &str = "2026-05-04T12:17:00Z";

#[test]
fn password_that_others_can_read() {
    let mut desk = desk();
    expose(&desk.path("password"));
    assert_snapshot!(desk.run("doctor evaand01 -q"), @"
    out Katalogen
    out   FEL: …/config.toml:8: directory.password_file: andra kan läsa …/password (rättigheter 644); den används inte. Kör: chmod 600 …/password
    out       Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
}

#[test]
fn wrong_password_is_reported() {
    let mut desk = desk();
    desk.write_private("password", "Fel-losen-1");
    let url = desk.practice().access().url.clone();
    desk.set("directory.servers", &format!("[\"{url}\", \"{url}\"]"));
    assert_snapshot!(desk.run("doctor evaand01 -q"), @r"
    out Katalogen
    out   FEL: Kontot CONTOSO\operator kunde inte logga in i katalogen (127.0.0.1): fel användarnamn eller lösenord.
    out       Gör så här: Spara rätt lösenord: servicedesk login. Är det sparat i en fil, eller är användarnamnet fel, be den som sköter programmet att rätta det (directory.password_file, directory.user). Försök inte många gånger: då låses ditt konto.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
    // Not once for each of the servers.
    let wrong = desk.practice().person("operator").unwrap().unwrap().bad_passwords;
    assert_eq!(wrong, 1);
}

#[test]
fn expiring_operator_password_is_reported() {
    let mut desk = desk();
    let operator = desk.practice().person("operator").unwrap().unwrap();
    let set = START.parse::<jiff::Timestamp>().unwrap() - jiff::SignedDuration::from_hours(24 * 170);
    let operator = Person { never_expires: false, password_set: Some(set), ..operator };
    desk.practice().add(operator.password("Practice-makes-42", &[])).unwrap();
    assert_snapshot!(desk.run("doctor -q"), @"
    out Katalogen
    out   OBS: Ditt lösenord går ut 2026-05-14 kl. 12.17 (om 10 dagar).
    out       Gör så här: Byt det innan dess, och spara det nya: servicedesk login, eller i directory.password_file.
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
}

#[test]
fn missing_protected_group_is_reported() {
    let mut desk = desk();
    desk.set("protected.groups", "[\"Domain Admins\", \"Finns inte\"]");
    assert_snapshot!(desk.run("doctor -q"), @"
    out Katalogen
    out   FEL: Gruppen ”Finns inte” i protected.groups finns inte i katalogen, så den skyddar ingen. Inget är ändrat.
    out       Gör så här: Be den som sköter programmet att rätta namnet i inställningarna.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
}

#[test]
fn password_is_prompted_for() {
    let mut desk = desk();
    desk.unset("directory.password_file").keyring();
    assert_snapshot!(desk.terminal([Secret("Practice-makes-42")]).run("doctor -q"), @r"
    ask Lösenord för CONTOSO\operator i katalogen (127.0.0.1) ‹a secret›
    out Allt som ett samtal behöver fungerar.
    exit 0
    ");
    assert_snapshot!(desk.terminal([CtrlC]).run("doctor -q"), @r"
    ask Lösenord för CONTOSO\operator i katalogen (127.0.0.1) ‹^C›
    err Avbrutet. Inget är ändrat.
    exit 130
    ");
    assert_snapshot!(desk.run("doctor -q"), @r"
    out Katalogen
    out   FEL: Saknas både i nyckelringen och som fil: lösenordet för CONTOSO\operator i katalogen. Inget är ändrat.
    out       Gör så här: Spara det i nyckelringen: servicedesk login directory. Eller ange en fil med directory.password_file.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
}

#[test]
fn keyring_states_are_reported() {
    let mut desk = desk();
    desk.unset("directory.password_file").keyring_is(KeyringError::Locked);
    assert_snapshot!(desk.terminal([Secret("Practice-makes-42")]).run("doctor -q"), @r"
    err Obs: Nyckelringen är låst, så lösenordet behöver skrivas.
    ask Lösenord för CONTOSO\operator i katalogen (127.0.0.1) ‹a secret›
    out Datorn
    out   OBS: Nyckelringen är låst, så lösenordet behöver skrivas.
    out       Gör så här: Lås upp den (Lösenord och nycklar, eller logga ut och in på datorn) och kör igen. På en dator utan skrivbord: använd en fil i stället, directory.password_file.
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
    // One that is not needed is not asked.
    let mut desk = super::desk();
    desk.keyring_out_of_bounds();
    assert!(desk.run("doctor").ends_with("exit 0"));
}

#[test]
fn dead_server_is_reported_beside_living_one() {
    let mut desk = desk();
    let url = desk.practice().access().url.clone();
    desk.set("directory.servers", &format!("[\"ldaps://127.0.0.1:1\", \"{url}\"]"));
    assert_snapshot!(desk.run("doctor"), @r"
    out Inställningar
    out   bra: 12 inställningar är satta. Inställningsfil: …/config.toml.
    out Katalogen
    out   bra: 2 katalogservrar är inställda.
    out   FEL: 127.0.0.1: den tar inte emot anslutningar.
    out       Gör så här: Säg till katalogens och nätverkets administratörer.
    out   inte prövat: 127.0.0.1: certifikatet, för servern måste fungera först.
    out   inte prövat: 127.0.0.1: klockan, för servern måste fungera först.
    out   bra: 127.0.0.1: svarar.
    out   bra: 127.0.0.1: certifikatet gäller 755929 dagar framåt, till 4096-01-01 kl. 00.00: CN=dc1.ad.contoso.example, utfärdat av CN=servicedesk practice directory, för dc1.ad.contoso.example, 127.0.0.1, giltigt från 1975-01-01 till 4096-01-01, SHA-256 ‹sha256›.
    out   bra: 127.0.0.1: klockan går som datorns.
    out   bra: Inloggad som CONTOSO\operator på 127.0.0.1. Lösenordet är från fil (directory.password_file).
    out   bra: Utelåsning och lösenord avgörs på 127.0.0.1 (PDC), som svarar.
    out   bra: Konton går att slå upp.
    out   bra: Ditt lösenord går inte ut.
    out   bra: Katalogen kontrollerar själv att ett lösenord inte är använt förut.
    out Rättigheter
    out   bra: Kontrollerat med Eva Andersson (evaand01), ett vanligt konto som hittades. För ett annat: servicedesk doctor KONTO
    out   bra: Du får läsa de 33 attribut som programmet läser på ett konto.
    out   bra: Du får låsa upp kontot.
    out   bra: Du får sätta ett nytt lösenord.
    out   bra: Du får kräva att lösenordet byts vid nästa inloggning.
    out   bra: Lösenordet har domänens regler, och du får läsa dem.
    out SMS
    out   bra: SMS läggs som filer i …/outbox. Det går att skriva där.
    out Databasen och loggen
    out   bra: …/state/state.db finns inte än. Databasen går att skapa, och skapas första gången den behövs.
    out Datorn
    out   inte prövat: Ingen terminal här. Skript behöver ingen.
    out   bra: Nyckelringen behövs inte för att logga in.
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
}

#[test]
fn unreachable_servers_are_reported() {
    let mut desk = desk();
    desk.set("directory.servers", "[\"ldaps://127.0.0.1:1\", \"ldaps://finns.inte.invalid\"]");
    assert_snapshot!(desk.run("doctor evaand01"), @"
    out Inställningar
    out   bra: 12 inställningar är satta. Inställningsfil: …/config.toml.
    out Katalogen
    out   bra: 2 katalogservrar är inställda.
    out   FEL: 127.0.0.1: den tar inte emot anslutningar.
    out       Gör så här: Säg till katalogens och nätverkets administratörer.
    out   inte prövat: 127.0.0.1: certifikatet, för servern måste fungera först.
    out   inte prövat: 127.0.0.1: klockan, för servern måste fungera först.
    out   FEL: finns.inte.invalid: namnet finns inte.
    out       Gör så här: Säg till dem som sköter DNS, eller kontrollera directory.servers om namnet är inställt där.
    out   inte prövat: finns.inte.invalid: certifikatet, för servern måste fungera först.
    out   inte prövat: finns.inte.invalid: klockan, för servern måste fungera först.
    out   inte prövat: inloggningen, för katalogservrarna måste fungera först.
    out Rättigheter
    out   inte prövat: rättigheterna på kontot, för inloggningen måste fungera först.
    out SMS
    out   bra: SMS läggs som filer i …/outbox. Det går att skriva där.
    out Databasen och loggen
    out   bra: …/state/state.db finns inte än. Databasen går att skapa, och skapas första gången den behövs.
    out Datorn
    out   inte prövat: Ingen terminal här. Skript behöver ingen.
    out   bra: Nyckelringen behövs inte för att logga in.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
}

#[test]
fn untrusted_certificates_are_reported() {
    let quiet = |desk: &mut TestDesk| desk.run("doctor -q");
    let mut named = desk();
    named.set("directory.tls_name", "\"dc9.ad.contoso.example\"");
    assert_snapshot!(quiet(&mut named), @"
    out Katalogen
    out   FEL: 127.0.0.1: certifikatet gäller inte för dc9.ad.contoso.example: CN=dc1.ad.contoso.example, utfärdat av CN=servicedesk practice directory, för dc1.ad.contoso.example, 127.0.0.1, giltigt från 1975-01-01 till 4096-01-01, SHA-256 ‹sha256›.
    out       Gör så här: Be den som sköter programmet att ange serverns fullständiga namn (directory.servers, eller directory.tls_name när servern anges med adress).
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
    let mut untrusted = desk();
    untrusted.unset("directory.ca_file");
    assert_snapshot!(quiet(&mut untrusted), @"
    out Katalogen
    out   FEL: 127.0.0.1: certifikatet är utfärdat av någon vi inte litar på (kedjan slutar hos CN=servicedesk practice directory): CN=dc1.ad.contoso.example, utfärdat av CN=servicedesk practice directory, för dc1.ad.contoso.example, 127.0.0.1, giltigt från 1975-01-01 till 4096-01-01, SHA-256 ‹sha256›.
    out       Gör så här: Be katalogens administratör om utfärdarens certifikat, och ange filen i directory.ca_file. Eller låt administratören bekräfta SHA-256 och ange det i directory.certificate_sha256.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
    assert_snapshot!(quiet(&mut TestDesk::with_certificate_until(2001, 2, 3)), @"
    out Katalogen
    out   FEL: 127.0.0.1: certifikatet har gått ut: CN=dc1.ad.contoso.example, utfärdat av CN=servicedesk practice directory, för dc1.ad.contoso.example, 127.0.0.1, giltigt från 1975-01-01 till 2001-02-03, SHA-256 ‹sha256›.
    out       Gör så här: Kontrollera den här datorns klocka. Går den rätt, be katalogens administratör att byta certifikat. Tills dess kan SHA-256 anges i directory.certificate_sha256, när administratören har bekräftat det.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
}

#[test]
fn expiring_certificate_is_reported() {
    let mut desk = TestDesk::with_certificate_until(2093, 8, 2).with(eva());
    let to = |time: &str| {
        (time.parse::<jiff::Timestamp>().unwrap() - START.parse::<jiff::Timestamp>().unwrap()).get_seconds()
    };
    desk.wait(to("2093-07-02T12:00:00Z"));
    assert!(desk.run("doctor").ends_with("exit 0"));
    desk.wait(14 * 86400);
    assert_snapshot!(desk.run("doctor -q"), @"
    out Katalogen
    out   OBS: 127.0.0.1: certifikatet gäller 17 dagar framåt, till 2093-08-02 kl. 00.00: CN=dc1.ad.contoso.example, utfärdat av CN=servicedesk practice directory, för dc1.ad.contoso.example, 127.0.0.1, giltigt från 1975-01-01 till 2093-08-02, SHA-256 ‹sha256›.
    out       Gör så här: Säg till katalogens administratör att förnya det i tid. Sedan går servern inte att använda.
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
    desk.wait(15 * 86400);
    assert_snapshot!(desk.run("doctor -q"), @"
    out Katalogen
    out   OBS: 127.0.0.1: certifikatet gäller 2 dagar framåt, till 2093-08-02 kl. 00.00: CN=dc1.ad.contoso.example, utfärdat av CN=servicedesk practice directory, för dc1.ad.contoso.example, 127.0.0.1, giltigt från 1975-01-01 till 2093-08-02, SHA-256 ‹sha256›.
    out       Gör så här: Säg till katalogens administratör att förnya det i tid. Sedan går servern inte att använda.
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
}

#[test]
fn clock_skew_and_server_order_are_reported() {
    let mut desk = desk();
    let second = desk.second_controller(90);
    let urls = (desk.practice().access().url.clone(), second.access().url.clone());
    desk.unset("directory.tls_name").set("directory.servers", &format!("[\"{}\", \"{}\"]", urls.1, urls.0));
    assert_snapshot!(desk.run("doctor -q"), @"
    out Katalogen
    out   OBS: 127.0.0.1: klockan går 1 minut efter den här datorns.
    out       Gör så här: Ställ den klocka som går fel. Annars stämmer inte tiderna som visas, och skiljer det mer än fem minuter fungerar inte Kerberos.
    out   OBS: Utelåsning och lösenord avgörs på 127.0.0.1 (PDC), men 127.0.0.1 frågas först. Det som ändras där når inte alla på en gång.
    out       Gör så här: Sätt 127.0.0.1 först i directory.servers, eller ange directory.domain i stället.
    out Det går att ta emot samtal, men 2 saker behöver ses över.
    exit 7
    ");
    desk.set("directory.servers", &format!("[\"{}\"]", urls.1));
    assert_snapshot!(desk.run("doctor -q"), @"
    out Katalogen
    out   OBS: 127.0.0.1: klockan går 1 minut efter den här datorns.
    out       Gör så här: Ställ den klocka som går fel. Annars stämmer inte tiderna som visas, och skiljer det mer än fem minuter fungerar inte Kerberos.
    out   OBS: Utelåsning och lösenord avgörs på DC1 (PDC), som inte är inställd eller inte svarar.
    out       Gör så här: Sätt DC1 först i directory.servers, eller ange directory.domain i stället.
    out Det går att ta emot samtal, men 2 saker behöver ses över.
    exit 7
    ");
}

#[test]
fn domain_found_by_dns_is_checked() {
    let mut desk = desk();
    let first = desk.practice();
    let records = vec![srv(0, "dc1.ad.contoso.example", &first)];
    let names = NameServer::start([("_ldap._tcp.dc._msdcs.ad.contoso.example", Tells::Servers(records))]);
    desk.domain(&names).set("directory.site", "\"Mjolby\"");
    assert_snapshot!(desk.run("doctor"), @r"
    out Inställningar
    out   bra: 13 inställningar är satta. Inställningsfil: …/config.toml.
    out Katalogen
    out   bra: DNS anger en katalogserver för ad.contoso.example.
    out   OBS: DNS känner inte till några katalogservrar på platsen mjolby (directory.site). Andra platsers används.
    out       Gör så här: Kontrollera directory.site: det ska vara platsens namn i Active Directory.
    out   bra: dc1.ad.contoso.example: svarar.
    out   bra: dc1.ad.contoso.example: certifikatet gäller 755929 dagar framåt, till 4096-01-01 kl. 00.00: CN=dc1.ad.contoso.example, utfärdat av CN=servicedesk practice directory, för dc1.ad.contoso.example, 127.0.0.1, giltigt från 1975-01-01 till 4096-01-01, SHA-256 ‹sha256›.
    out   bra: dc1.ad.contoso.example: klockan går som datorns.
    out   bra: Inloggad som CONTOSO\operator på dc1.ad.contoso.example. Lösenordet är från fil (directory.password_file).
    out   bra: Utelåsning och lösenord avgörs på dc1.ad.contoso.example (PDC), som svarar.
    out   bra: Konton går att slå upp.
    out   bra: Ditt lösenord går inte ut.
    out   bra: Katalogen kontrollerar själv att ett lösenord inte är använt förut.
    out Rättigheter
    out   bra: Kontrollerat med Eva Andersson (evaand01), ett vanligt konto som hittades. För ett annat: servicedesk doctor KONTO
    out   bra: Du får läsa de 33 attribut som programmet läser på ett konto.
    out   bra: Du får låsa upp kontot.
    out   bra: Du får sätta ett nytt lösenord.
    out   bra: Du får kräva att lösenordet byts vid nästa inloggning.
    out   bra: Lösenordet har domänens regler, och du får läsa dem.
    out SMS
    out   bra: SMS läggs som filer i …/outbox. Det går att skriva där.
    out Databasen och loggen
    out   bra: …/state/state.db finns inte än. Databasen går att skapa, och skapas första gången den behövs.
    out Datorn
    out   inte prövat: Ingen terminal här. Skript behöver ingen.
    out   bra: Nyckelringen behövs inte för att logga in.
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
}
