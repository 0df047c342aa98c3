//! `doctor`: what it finds where all is well, and where each thing is not.

use std::fs;

use insta::assert_snapshot;
use servicedesk::demo::{Person, Place};
use servicedesk::ports::KeyringError;

use super::fixture::Answer::{CtrlC, Secret};
use super::fixture::domain::srv;
use super::fixture::names::{NameServer, Says as Tells};
use super::fixture::people::eva;
use super::fixture::{Says, TestDesk, expose};

fn desk() -> TestDesk {
    let mut desk = TestDesk::configured().with(eva());
    // As where nobody waits in vain, and one who is slow is not taken for silent.
    desk.set("directory.timeout_seconds", "20").variable("LANG", "sv_SE.UTF-8");
    desk
}

#[test]
fn all_is_well() {
    assert_snapshot!(desk().terminal([]).width(100).run("doctor evaand01"), @r"
    $ doctor evaand01
    out Inställningar
    out   bra: 11 inställningar är satta. Inställningsfil: …/config.toml.
    out Katalogen
    out   bra: En katalogserver är inställd. Slutar den svara går det inte att hjälpa någon.
    out   bra: 127.0.0.1: svarar.
    out   bra: 127.0.0.1: certifikatet gäller 755928 dagar till, till 4096-01-01 00:00.
    out   bra: 127.0.0.1: klockan går som datorns.
    out   bra: Inloggad som CONTOSO\operator på 127.0.0.1. Lösenordet är från fil (directory.password_file).
    out   bra: Lås och lösenord avgörs på 127.0.0.1 (PDC), som svarar.
    out   bra: Konton går att slå upp.
    out   bra: Operatörens lösenord går inte ut.
    out   bra: Katalogen ser själv efter att ett lösenord inte är använt förut.
    out Rättigheter
    out   bra: Eva Andersson (evaand01) är ett vanligt konto.
    out   bra: Du får låsa upp kontot.
    out   bra: Du får sätta ett nytt lösenord.
    out   bra: Du får kräva att lösenordet byts vid nästa inloggning.
    out   bra: Lösenordet har domänens regler, och du får läsa dem.
    out SMS
    out   bra: SMS läggs som filer i …/outbox. Det går att skriva där.
    out Lagret och spårbarheten
    out   bra: …/state/state.db går att läsa och skriva.
    out   bra: Spårbarheten stämmer: en post.
    out Datorn
    out   bra: Terminalen visar å, ä och ö, och är 100 tecken bred.
    out   bra: Nyckelringen behövs inte för att logga in.
    out Allt som ett samtal behöver fungerar.
    exit 0
    ");
    assert_snapshot!(desk().in_english().run("doctor"), @r"
    $ doctor
    out Settings
    out   fine: 11 settings are set. Configuration file: …/config.toml.
    out Directory
    out   fine: One directory server is set. If it stops answering, nobody can be helped.
    out   fine: 127.0.0.1: answers.
    out   fine: 127.0.0.1: the certificate is good for 755928 more days, until 4096-01-01 00:00.
    out   fine: 127.0.0.1: the clock agrees with this computer's.
    out   fine: Signed in as CONTOSO\operator on 127.0.0.1. The password is from a file (directory.password_file).
    out   fine: Locks and passwords are decided on 127.0.0.1 (PDC), which answers.
    out   fine: Accounts can be looked up.
    out   fine: The operator's password does not end.
    out   fine: The directory sees by itself that a password was not used before.
    out Rights
    out   not checked: what you may do is shown for an account: servicedesk doctor ACCOUNT
    out SMS
    out   fine: Messages are put as files in …/outbox. It can be written to.
    out Store and audit trail
    out   fine: …/state/state.db can be read and written.
    out   fine: The audit trail holds: one record.
    out This computer
    out   fine: No terminal: the program cannot ask anything.
    out   fine: The keyring is not needed to sign in.
    out Everything that a call needs works.
    exit 0
    ");
}

#[test]
fn practice() {
    assert_snapshot!(TestDesk::demo().run("doctor jesrab01 --plain"), @r"
    $ doctor jesrab01 --plain
    out Inställningar
    out   bra: Övning: inga inställningar behövs.
    out Katalogen
    out   bra: En katalogserver är inställd. Slutar den svara går det inte att hjälpa någon.
    out   bra: 127.0.0.1: svarar.
    out   bra: 127.0.0.1: certifikatet gäller 755928 dagar till, till 4096-01-01 00:00.
    out   bra: 127.0.0.1: klockan går som datorns.
    out   bra: Inloggad som CONTOSO\operator på 127.0.0.1. Lösenordet är övningskatalogens eget.
    out   bra: Lås och lösenord avgörs på 127.0.0.1 (PDC), som svarar.
    out   bra: Konton går att slå upp.
    out   bra: Operatörens lösenord går inte ut.
    out   bra: Katalogen ser själv efter att ett lösenord inte är använt förut.
    out Rättigheter
    out   bra: Jesper Råberg (jesrab01) är ett vanligt konto.
    out   bra: Du får låsa upp kontot.
    out   bra: Du får sätta ett nytt lösenord.
    out   bra: Du får kräva att lösenordet byts vid nästa inloggning.
    out   bra: Lösenordet har domänens regler, och du får läsa dem.
    out SMS
    out   bra: Övning: SMS visas på skärmen.
    out Lagret och spårbarheten
    out   bra: …/state/practice/state.db går att läsa och skriva.
    out   bra: Spårbarheten stämmer: en post.
    out Datorn
    out   bra: Ingen terminal: programmet kan inte fråga något.
    out   bra: Nyckelringen behövs inte för att logga in.
    out Allt som ett samtal behöver fungerar.
    exit 0
    ");
}

#[test]
fn for_scripts() {
    let mut desk = desk().in_english();
    assert_snapshot!(desk.run("doctor evaand01 -o json"), @r#"
    $ doctor evaand01 -o json
    out {
    out   "checks": [
    out     {
    out       "check": "settings",
    out       "on": null,
    out       "state": "fine",
    out       "stops_calls": false,
    out       "message": "11 settings are set. Configuration file: …/config.toml.",
    out       "hint": null
    out     },
    out     {
    out       "check": "controllers",
    out       "on": null,
    out       "state": "fine",
    out       "stops_calls": false,
    out       "message": "One directory server is set. If it stops answering, nobody can be helped.",
    out       "hint": null
    out     },
    out     {
    out       "check": "reach",
    out       "on": "127.0.0.1",
    out       "state": "fine",
    out       "stops_calls": false,
    out       "message": "answers.",
    out       "hint": null
    out     },
    out     {
    out       "check": "certificate",
    out       "on": "127.0.0.1",
    out       "state": "fine",
    out       "stops_calls": false,
    out       "message": "the certificate is good for 755928 more days, until 4096-01-01 00:00.",
    out       "hint": null
    out     },
    out     {
    out       "check": "clock",
    out       "on": "127.0.0.1",
    out       "state": "fine",
    out       "stops_calls": false,
    out       "message": "the clock agrees with this computer's.",
    out       "hint": null
    out     },
    out     {
    out       "check": "sign_in",
    out       "on": null,
    out       "state": "fine",
    out       "stops_calls": false,
    out       "message": "Signed in as CONTOSO\\operator on 127.0.0.1. The password is from a file (directory.password_file).",
    out       "hint": null
    out     },
    out     {
    out       "check": "pdc_emulator",
    out       "on": null,
    out       "state": "fine",
    out       "stops_calls": false,
    out       "message": "Locks and passwords are decided on 127.0.0.1 (PDC), which answers.",
    out       "hint": null
    out     },
    out     {
    out       "check": "search",
    out       "on": null,
    out       "state": "fine",
    out       "stops_calls": false,
    out       "message": "Accounts can be looked up.",
    out       "hint": null
    out     },
    out     {
    out       "check": "own_password",
    out       "on": null,
    out       "state": "fine",
    out       "stops_calls": false,
    out       "message": "The operator's password does not end.",
    out       "hint": null
    out     },
    out     {
    out       "check": "history",
    out       "on": null,
    out       "state": "fine",
    out       "stops_calls": false,
    out       "message": "The directory sees by itself that a password was not used before.",
    out       "hint": null
    out     },
    out     {
    out       "check": "account",
    out       "on": null,
    out       "state": "fine",
    out       "stops_calls": false,
    out       "message": "Eva Andersson (evaand01) is an ordinary account.",
    out       "hint": null
    out     },
    out     {
    out       "check": "unlock",
    out       "on": null,
    out       "state": "fine",
    out       "stops_calls": false,
    out       "message": "You may unlock the account.",
    out       "hint": null
    out     },
    out     {
    out       "check": "reset",
    out       "on": null,
    out       "state": "fine",
    out       "stops_calls": false,
    out       "message": "You may set a new password.",
    out       "hint": null
    out     },
    out     {
    out       "check": "must_change",
    out       "on": null,
    out       "state": "fine",
    out       "stops_calls": false,
    out       "message": "You may demand that the password is changed at the next sign-in.",
    out       "hint": null
    out     },
    out     {
    out       "check": "password_rules",
    out       "on": null,
    out       "state": "fine",
    out       "stops_calls": false,
    out       "message": "The password has the domain's rules, and you may read them.",
    out       "hint": null
    out     },
    out     {
    out       "check": "gateway",
    out       "on": null,
    out       "state": "fine",
    out       "stops_calls": false,
    out       "message": "Messages are put as files in …/outbox. It can be written to.",
    out       "hint": null
    out     },
    out     {
    out       "check": "store",
    out       "on": null,
    out       "state": "fine",
    out       "stops_calls": false,
    out       "message": "…/state/state.db can be read and written.",
    out       "hint": null
    out     },
    out     {
    out       "check": "trail",
    out       "on": null,
    out       "state": "fine",
    out       "stops_calls": false,
    out       "message": "The audit trail holds: one record.",
    out       "hint": null
    out     },
    out     {
    out       "check": "terminal",
    out       "on": null,
    out       "state": "fine",
    out       "stops_calls": false,
    out       "message": "No terminal: the program cannot ask anything.",
    out       "hint": null
    out     },
    out     {
    out       "check": "keyring",
    out       "on": null,
    out       "state": "fine",
    out       "stops_calls": false,
    out       "message": "The keyring is not needed to sign in.",
    out       "hint": null
    out     }
    out   ],
    out   "summary": {
    out     "calls_can_be_done": true,
    out     "fine": 20,
    out     "warning": 0,
    out     "broken": 0,
    out     "unchecked": 0
    out   },
    out   "settings": [
    out     {
    out       "key": "language",
    out       "value": "en",
    out       "origin": "SERVICEDESK_LANG"
    out     },
    out     {
    out       "key": "directory.servers",
    out       "value": "ldaps://127.0.0.1:‹port›",
    out       "origin": "…/config.toml:5"
    out     },
    out     {
    out       "key": "directory.ca_file",
    out       "value": "ca.pem",
    out       "origin": "…/config.toml:6"
    out     },
    out     {
    out       "key": "directory.user",
    out       "value": "CONTOSO\\operator",
    out       "origin": "…/config.toml:7"
    out     },
    out     {
    out       "key": "directory.password_file",
    out       "value": null,
    out       "origin": "…/config.toml:8"
    out     },
    out     {
    out       "key": "directory.timeout_seconds",
    out       "value": "20",
    out       "origin": "…/config.toml:9"
    out     },
    out     {
    out       "key": "sms.provider",
    out       "value": "outbox",
    out       "origin": "…/config.toml:11"
    out     },
    out     {
    out       "key": "sms.outbox",
    out       "value": "outbox",
    out       "origin": "…/config.toml:12"
    out     },
    out     {
    out       "key": "state.path",
    out       "value": "state/state.db",
    out       "origin": "…/config.toml:14"
    out     },
    out     {
    out       "key": "desk.organisation",
    out       "value": "Mjölby kommun",
    out       "origin": "…/config.toml:2"
    out     },
    out     {
    out       "key": "desk.phone",
    out       "value": "0142-36 6000",
    out       "origin": "…/config.toml:3"
    out     }
    out   ]
    out }
    exit 0
    "#);
    assert_snapshot!(desk.run("doctor -o csv"), @r#"
    $ doctor -o csv
    out check,on,state,stops_calls,message,hint
    out settings,,fine,false,11 settings are set. Configuration file: …/config.toml.,
    out controllers,,fine,false,"One directory server is set. If it stops answering, nobody can be helped.",
    out reach,127.0.0.1,fine,false,answers.,
    out certificate,127.0.0.1,fine,false,"the certificate is good for 755928 more days, until 4096-01-01 00:00.",
    out clock,127.0.0.1,fine,false,the clock agrees with this computer's.,
    out sign_in,,fine,false,Signed in as CONTOSO\operator on 127.0.0.1. The password is from a file (directory.password_file).,
    out pdc_emulator,,fine,false,"Locks and passwords are decided on 127.0.0.1 (PDC), which answers.",
    out search,,fine,false,Accounts can be looked up.,
    out own_password,,fine,false,The operator's password does not end.,
    out history,,fine,false,The directory sees by itself that a password was not used before.,
    out account,,unchecked,false,what you may do is shown for an account: servicedesk doctor ACCOUNT,
    out gateway,,fine,false,Messages are put as files in …/outbox. It can be written to.,
    out store,,fine,false,…/state/state.db can be read and written.,
    out trail,,fine,false,The audit trail holds: 2 records.,
    out terminal,,fine,false,No terminal: the program cannot ask anything.,
    out keyring,,fine,false,The keyring is not needed to sign in.,
    exit 0
    "#);
}

#[test]
fn where_each_setting_is_from() {
    let mut desk = desk();
    desk.variable("SERVICEDESK_DESK_PHONE", "0142-36 6001").set("sms.url", "\"https://sms.example.se/?key=abc\"");
    assert_snapshot!(desk.run("doctor -v").split("\nout Katalogen").next().unwrap(), @r"
    $ doctor -v
    out Inställningar
    out   bra: 12 inställningar är satta. Inställningsfil: …/config.toml.
    out       language = sv (SERVICEDESK_LANG)
    out       directory.servers = ldaps://127.0.0.1:‹port› (…/config.toml:5)
    out       directory.ca_file = ca.pem (…/config.toml:6)
    out       directory.user = CONTOSO\operator (…/config.toml:7)
    out       directory.password_file = … (…/config.toml:8)
    out       directory.timeout_seconds = 20 (…/config.toml:9)
    out       sms.provider = outbox (…/config.toml:11)
    out       sms.url = https://sms.example.se/?… (…/config.toml:13)
    out       sms.outbox = outbox (…/config.toml:12)
    out       state.path = state/state.db (…/config.toml:15)
    out       desk.organisation = Mjölby kommun (…/config.toml:2)
    out       desk.phone = 0142-36 6001 (SERVICEDESK_DESK_PHONE)
    ");
}

#[test]
fn sixty_columns() {
    let mut desk = desk();
    desk.set("directory.servers", "[\"ldaps://127.0.0.1:1\"]");
    let seen = desk.terminal([]).width(60).run("doctor evaand01");
    // Each line begins with the four characters of the transcript.
    let too_long = seen.lines().find(|line| line.chars().count() > 64 && !line.contains('…'));
    assert_eq!(too_long, None);
    assert_snapshot!(seen, @"
    $ doctor evaand01
    out Inställningar
    out   bra: 11 inställningar är satta. Inställningsfil:
    out       …/config.toml.
    out Katalogen
    out   bra: En katalogserver är inställd. Slutar den svara går
    out       det inte att hjälpa någon.
    out   FEL: 127.0.0.1: den tar inte emot anslutningar.
    out       Gör så här: Säg till dem som sköter katalogen och
    out       nätet.
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
    out Lagret och spårbarheten
    out   bra: …/state/state.db går att läsa och
    out       skriva.
    out   bra: Spårbarheten stämmer: inga poster än.
    out Datorn
    out   bra: Terminalen visar å, ä och ö, och är 60 tecken bred.
    out   bra: Nyckelringen behövs inte för att logga in.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
}

#[test]
fn settings_that_cannot_be_used() {
    let mut desk = desk();
    desk.set("directory.serverz", "[\"ldaps://dc1\"]").set("sms.provider", "\"pigeon\"");
    assert_snapshot!(desk.run("doctor evaand01"), @"
    $ doctor evaand01
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
    out Lagret och spårbarheten
    out   inte prövat: lagret, för inställningarna måste fungera först.
    out Datorn
    out   bra: Ingen terminal: programmet kan inte fråga något.
    out   inte prövat: nyckelringen, för inställningarna måste fungera först.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
    let mut desk = self::desk().in_english();
    desk.configuration("[directory\n");
    assert_snapshot!(desk.run("doctor -q --send-to 0701740631"), @"
    $ doctor -q --send-to 0701740631
    out Settings
    out   BROKEN: …/config.toml:1:11: not TOML: unclosed table, expected `]`
    out       What to do: Correct what stands above and run again. Nothing has changed.
    out With the faults above, a caller cannot be helped.
    exit 1
    ");
}

#[test]
fn nothing_is_set() {
    let mut desk = desk();
    desk.configuration("");
    assert_snapshot!(desk.run("doctor evaand01 --no-input"), @"
    $ doctor evaand01 --no-input
    out Inställningar
    out   bra: En inställning är satt. Inställningsfil: …/config.toml.
    out Katalogen
    out   FEL: directory.servers är inte satt (i inställningsfilen eller som SERVICEDESK_DIRECTORY_SERVERS).
    out       Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    out Rättigheter
    out   inte prövat: rättigheterna på kontot, för katalogservrarna måste fungera först.
    out SMS
    out   FEL: Ingen SMS-tjänst är inställd (sms.provider). Inget SMS är skickat.
    out       Gör så här: Säg till den som sköter [sms] i inställningarna.
    out Lagret och spårbarheten
    out   bra: …/state/state.db går att läsa och skriva.
    out   bra: Spårbarheten stämmer: inga poster än.
    out Datorn
    out   bra: Ingen terminal: programmet kan inte fråga något.
    out   inte prövat: nyckelringen, för inställningarna måste fungera först.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
}

#[test]
fn a_password_that_others_can_read() {
    let mut desk = desk();
    expose(&desk.path("password"));
    assert_snapshot!(desk.run("doctor evaand01 -q"), @"
    $ doctor evaand01 -q
    out Katalogen
    out   FEL: …/config.toml:8: directory.password_file: andra kan läsa …/password (rättigheter 644); den används inte. Kör: chmod 600 …/password
    out       Gör så här: Rätta det som står ovan och kör igen. Inget är ändrat.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
}

#[test]
fn a_wrong_password() {
    let mut desk = desk();
    desk.write_private("password", "Fel-losen-1");
    let url = desk.practice().access().url.clone();
    desk.set("directory.servers", &format!("[\"{url}\", \"{url}\"]"));
    assert_snapshot!(desk.run("doctor evaand01 -q"), @r"
    $ doctor evaand01 -q
    out Katalogen
    out   FEL: CONTOSO\operator släpptes inte in i katalogen (127.0.0.1): fel användarnamn eller lösenord.
    out       Gör så här: Kontrollera directory.user och lösenordet (directory.password_file, eller servicedesk login). Försök inte många gånger: då låses operatörens konto.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
    // Not once for each of the servers.
    let wrong = desk.practice().person("operator").unwrap().unwrap().bad_passwords;
    assert_eq!(wrong, 1);
}

#[test]
fn a_password_that_ends_soon() {
    let mut desk = desk();
    let operator = desk.practice().person("operator").unwrap().unwrap();
    let set = START.parse::<jiff::Timestamp>().unwrap() - jiff::SignedDuration::from_hours(24 * 170);
    let operator = Person { never_expires: false, password_set: Some(set), ..operator };
    desk.practice().add(operator.password("Practice-makes-42", &[])).unwrap();
    assert_snapshot!(desk.run("doctor -q"), @"
    $ doctor -q
    out Katalogen
    out   OBS: Operatörens lösenord går ut 2026-05-14 12:17 (om 10 dagar).
    out       Gör så här: Byt det innan dess, och spara det nya: servicedesk login, eller i directory.password_file.
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
}

#[test]
fn a_protected_group_that_is_not_there() {
    let mut desk = desk();
    desk.set("protected.groups", "[\"Domain Admins\", \"Finns inte\"]");
    assert_snapshot!(desk.run("doctor -q"), @"
    $ doctor -q
    out Katalogen
    out   FEL: Gruppen ”Finns inte” i protected.groups finns inte i katalogen, så den skyddar ingen. Inget är ändrat.
    out       Gör så här: Rätta namnet i inställningarna.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
}

#[test]
fn a_password_that_is_asked_for() {
    let mut desk = desk();
    desk.unset("directory.password_file").keyring();
    assert_snapshot!(desk.terminal([Secret("Practice-makes-42")]).run("doctor -q"), @r"
    $ doctor -q
    ask Lösenord för CONTOSO\operator i katalogen (127.0.0.1) ‹a secret›
    out Allt som ett samtal behöver fungerar.
    exit 0
    ");
    assert_snapshot!(desk.terminal([CtrlC]).run("doctor -q"), @r"
    $ doctor -q
    ask Lösenord för CONTOSO\operator i katalogen (127.0.0.1) ‹^C›
    err Avbrutet. Inget är ändrat.
    exit 130
    ");
    assert_snapshot!(desk.run("doctor -q"), @r"
    $ doctor -q
    out Katalogen
    out   FEL: Saknas både i nyckelringen och som fil: lösenordet för CONTOSO\operator i katalogen. Inget är ändrat.
    out       Gör så här: Spara det i nyckelringen: servicedesk login directory. Eller ange en fil med directory.password_file.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
}

#[test]
fn keyrings() {
    let mut desk = desk();
    desk.unset("directory.password_file").keyring_is(KeyringError::Locked);
    assert_snapshot!(desk.terminal([Secret("Practice-makes-42")]).run("doctor -q"), @r"
    $ doctor -q
    err Obs: Nyckelringen är låst, så lösenordet behöver skrivas.
    ask Lösenord för CONTOSO\operator i katalogen (127.0.0.1) ‹a secret›
    out Datorn
    out   OBS: Nyckelringen är låst, så lösenordet behöver skrivas.
    out       Gör så här: Lås upp den (Lösenord och nycklar, eller logga ut och in på datorn) och kör igen. På en dator utan skrivbord: använd en fil i stället, directory.password_file.
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
    // One that is not needed is not asked.
    let mut desk = self::desk();
    desk.keyring_out_of_bounds();
    assert!(desk.run("doctor").ends_with("exit 0"));
}

#[test]
fn a_dead_server_beside_a_living_one() {
    let mut desk = desk();
    let url = desk.practice().access().url.clone();
    desk.set("directory.servers", &format!("[\"ldaps://127.0.0.1:1\", \"{url}\"]"));
    assert_snapshot!(desk.run("doctor"), @r"
    $ doctor
    out Inställningar
    out   bra: 11 inställningar är satta. Inställningsfil: …/config.toml.
    out Katalogen
    out   bra: 2 katalogservrar är inställda.
    out   FEL: 127.0.0.1: den tar inte emot anslutningar.
    out       Gör så här: Säg till dem som sköter katalogen och nätet.
    out   inte prövat: 127.0.0.1: certifikatet, för servern måste fungera först.
    out   inte prövat: 127.0.0.1: klockan, för servern måste fungera först.
    out   bra: 127.0.0.1: svarar.
    out   bra: 127.0.0.1: certifikatet gäller 755928 dagar till, till 4096-01-01 00:00.
    out   bra: 127.0.0.1: klockan går som datorns.
    out   bra: Inloggad som CONTOSO\operator på 127.0.0.1. Lösenordet är från fil (directory.password_file).
    out   bra: Lås och lösenord avgörs på 127.0.0.1 (PDC), som svarar.
    out   bra: Konton går att slå upp.
    out   bra: Operatörens lösenord går inte ut.
    out   bra: Katalogen ser själv efter att ett lösenord inte är använt förut.
    out Rättigheter
    out   inte prövat: vad du får göra visas för ett konto: servicedesk doctor KONTO
    out SMS
    out   bra: SMS läggs som filer i …/outbox. Det går att skriva där.
    out Lagret och spårbarheten
    out   bra: …/state/state.db går att läsa och skriva.
    out   bra: Spårbarheten stämmer: en post.
    out Datorn
    out   bra: Ingen terminal: programmet kan inte fråga något.
    out   bra: Nyckelringen behövs inte för att logga in.
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
}

#[test]
fn none_answers() {
    let mut desk = desk();
    desk.set("directory.servers", "[\"ldaps://127.0.0.1:1\", \"ldaps://finns.inte.invalid\"]");
    assert_snapshot!(desk.run("doctor evaand01"), @"
    $ doctor evaand01
    out Inställningar
    out   bra: 11 inställningar är satta. Inställningsfil: …/config.toml.
    out Katalogen
    out   bra: 2 katalogservrar är inställda.
    out   FEL: 127.0.0.1: den tar inte emot anslutningar.
    out       Gör så här: Säg till dem som sköter katalogen och nätet.
    out   inte prövat: 127.0.0.1: certifikatet, för servern måste fungera först.
    out   inte prövat: 127.0.0.1: klockan, för servern måste fungera först.
    out   FEL: finns.inte.invalid: namnet finns inte.
    out       Gör så här: Kontrollera directory.servers, eller säg till dem som sköter DNS.
    out   inte prövat: finns.inte.invalid: certifikatet, för servern måste fungera först.
    out   inte prövat: finns.inte.invalid: klockan, för servern måste fungera först.
    out   inte prövat: inloggningen, för katalogservrarna måste fungera först.
    out Rättigheter
    out   inte prövat: rättigheterna på kontot, för inloggningen måste fungera först.
    out SMS
    out   bra: SMS läggs som filer i …/outbox. Det går att skriva där.
    out Lagret och spårbarheten
    out   bra: …/state/state.db går att läsa och skriva.
    out   bra: Spårbarheten stämmer: inga poster än.
    out Datorn
    out   bra: Ingen terminal: programmet kan inte fråga något.
    out   bra: Nyckelringen behövs inte för att logga in.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
}

#[test]
fn certificates() {
    let quiet = |desk: &mut TestDesk| desk.run("doctor -q");
    let mut named = desk();
    named.set("directory.tls_name", "\"dc9.ad.contoso.example\"");
    assert_snapshot!(quiet(&mut named), @"
    $ doctor -q
    out Katalogen
    out   FEL: 127.0.0.1: certifikatet gäller inte för dc9.ad.contoso.example.
    out       Gör så här: Kontrollera directory.ca_file, directory.tls_name och servernamnet, eller säg till dem som sköter katalogen.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
    let mut untrusted = desk();
    untrusted.unset("directory.ca_file");
    assert_snapshot!(quiet(&mut untrusted), @"
    $ doctor -q
    out Katalogen
    out   FEL: 127.0.0.1: certifikatet är utfärdat av någon vi inte litar på.
    out       Gör så här: Kontrollera directory.ca_file, directory.tls_name och servernamnet, eller säg till dem som sköter katalogen.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
    assert_snapshot!(quiet(&mut TestDesk::with_certificate_until(2001, 2, 3)), @"
    $ doctor -q
    out Katalogen
    out   FEL: 127.0.0.1: certifikatet har gått ut eller gäller inte än.
    out       Gör så här: Kontrollera directory.ca_file, directory.tls_name och servernamnet, eller säg till dem som sköter katalogen.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
}

#[test]
fn a_certificate_that_ends_soon() {
    let mut desk = TestDesk::with_certificate_until(2093, 8, 2);
    let to = |time: &str| {
        (time.parse::<jiff::Timestamp>().unwrap() - START.parse::<jiff::Timestamp>().unwrap()).get_seconds()
    };
    desk.wait(to("2093-07-02T12:00:00Z"));
    assert!(desk.run("doctor").ends_with("exit 0"));
    desk.wait(14 * 86400);
    assert_snapshot!(desk.run("doctor -q"), @"
    $ doctor -q
    out Katalogen
    out   OBS: 127.0.0.1: certifikatet gäller 16 dagar till, till 2093-08-02 00:00.
    out       Gör så här: Säg till dem som sköter katalogen att förnya det i tid. Sedan går servern inte att använda.
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
    desk.wait(15 * 86400);
    assert_snapshot!(desk.run("doctor -q"), @"
    $ doctor -q
    out Katalogen
    out   OBS: 127.0.0.1: certifikatet gäller en dag till, till 2093-08-02 00:00.
    out       Gör så här: Säg till dem som sköter katalogen att förnya det i tid. Sedan går servern inte att använda.
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
}

const START: &str = "2026-05-04T12:17:00Z";

#[test]
fn clocks_and_the_order_of_servers() {
    let mut desk = desk();
    let second = desk.second_controller(90);
    let urls = (desk.practice().access().url.clone(), second.access().url.clone());
    desk.unset("directory.tls_name").set("directory.servers", &format!("[\"{}\", \"{}\"]", urls.1, urls.0));
    assert_snapshot!(desk.run("doctor -q"), @"
    $ doctor -q
    out Katalogen
    out   OBS: 127.0.0.1: klockan går 1 minut efter den här datorns.
    out       Gör så här: Ställ den klocka som går fel. Annars stämmer inte tiderna som visas, och skiljer det mer än fem minuter fungerar inte Kerberos.
    out   OBS: Lås och lösenord avgörs på 127.0.0.1 (PDC), men 127.0.0.1 frågas först. Det som ändras där når inte alla på en gång.
    out       Gör så här: Sätt 127.0.0.1 först i directory.servers, eller ange directory.domain i stället.
    out Det går att ta emot samtal, men 2 saker behöver ses över.
    exit 7
    ");
    desk.set("directory.servers", &format!("[\"{}\"]", urls.1));
    assert_snapshot!(desk.run("doctor -q"), @"
    $ doctor -q
    out Katalogen
    out   OBS: 127.0.0.1: klockan går 1 minut efter den här datorns.
    out       Gör så här: Ställ den klocka som går fel. Annars stämmer inte tiderna som visas, och skiljer det mer än fem minuter fungerar inte Kerberos.
    out   OBS: Lås och lösenord avgörs på DC1 (PDC), som inte är inställd eller inte svarar.
    out       Gör så här: Sätt DC1 först i directory.servers, eller ange directory.domain i stället.
    out Det går att ta emot samtal, men 2 saker behöver ses över.
    exit 7
    ");
}

#[test]
fn a_domain_by_dns() {
    let mut desk = desk();
    let first = desk.practice();
    let records = vec![srv(0, "dc1.ad.contoso.example", &first)];
    let names = NameServer::start([("_ldap._tcp.dc._msdcs.ad.contoso.example", Tells::Servers(records))]);
    desk.domain(&names).set("directory.site", "\"Mjolby\"");
    assert_snapshot!(desk.run("doctor"), @r"
    $ doctor
    out Inställningar
    out   bra: 12 inställningar är satta. Inställningsfil: …/config.toml.
    out Katalogen
    out   bra: DNS anger en katalogserver för ad.contoso.example.
    out   OBS: DNS känner inte till några katalogservrar på platsen mjolby (directory.site). Andra platsers används.
    out       Gör så här: Kontrollera directory.site: det ska vara platsens namn i Active Directory.
    out   bra: dc1.ad.contoso.example: svarar.
    out   bra: dc1.ad.contoso.example: certifikatet gäller 755928 dagar till, till 4096-01-01 00:00.
    out   bra: dc1.ad.contoso.example: klockan går som datorns.
    out   bra: Inloggad som CONTOSO\operator på dc1.ad.contoso.example. Lösenordet är från fil (directory.password_file).
    out   bra: Lås och lösenord avgörs på dc1.ad.contoso.example (PDC), som svarar.
    out   bra: Konton går att slå upp.
    out   bra: Operatörens lösenord går inte ut.
    out   bra: Katalogen ser själv efter att ett lösenord inte är använt förut.
    out Rättigheter
    out   inte prövat: vad du får göra visas för ett konto: servicedesk doctor KONTO
    out SMS
    out   bra: SMS läggs som filer i …/outbox. Det går att skriva där.
    out Lagret och spårbarheten
    out   bra: …/state/state.db går att läsa och skriva.
    out   bra: Spårbarheten stämmer: en post.
    out Datorn
    out   bra: Ingen terminal: programmet kan inte fråga något.
    out   bra: Nyckelringen behövs inte för att logga in.
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
}

#[test]
fn gateways() {
    let with = |says: Says, command: &str| {
        let mut desk = desk();
        desk.gateway(says);
        desk.run(command)
    };
    assert_snapshot!(with(Says::Answer("202 Accepted", "0: Accepted for delivery"), "doctor --send-to 070-1740631"), @r"
    $ doctor --send-to 070-1740631
    sms +46701740631 Ett prov från servicedesk (0142-36 6000): SMS kommer fram. Du behöver inte göra något. Mjölby kommun
    out Inställningar
    out   bra: 15 inställningar är satta. Inställningsfil: …/config.toml.
    out Katalogen
    out   bra: En katalogserver är inställd. Slutar den svara går det inte att hjälpa någon.
    out   bra: 127.0.0.1: svarar.
    out   bra: 127.0.0.1: certifikatet gäller 755928 dagar till, till 4096-01-01 00:00.
    out   bra: 127.0.0.1: klockan går som datorns.
    out   bra: Inloggad som CONTOSO\operator på 127.0.0.1. Lösenordet är från fil (directory.password_file).
    out   bra: Lås och lösenord avgörs på 127.0.0.1 (PDC), som svarar.
    out   bra: Konton går att slå upp.
    out   bra: Operatörens lösenord går inte ut.
    out   bra: Katalogen ser själv efter att ett lösenord inte är använt förut.
    out Rättigheter
    out   inte prövat: vad du får göra visas för ett konto: servicedesk doctor KONTO
    out SMS
    out   bra: SMS-tjänsten 127.0.0.1:‹port› svarar.
    out   bra: SMS-tjänsten godtar vårt namn och vår hemlighet.
    out   bra: Ett prov-SMS är skickat till *********31. Se efter att det har kommit.
    out Lagret och spårbarheten
    out   bra: …/state/state.db går att läsa och skriva.
    out   bra: Spårbarheten stämmer: 3 poster.
    out Datorn
    out   bra: Ingen terminal: programmet kan inte fråga något.
    out   bra: Nyckelringen behövs inte för att logga in.
    out Allt som ett samtal behöver fungerar.
    log 1 send_trial : intent
    log 2 send_trial : done of 1
    exit 0
    ");
    assert_snapshot!(with(Says::Answer("403 Forbidden", "Authorization failed for sendsms"), "doctor -q --send-to 0701740631"), @"
    $ doctor -q --send-to 0701740631
    out SMS
    out   FEL: SMS-tjänsten 127.0.0.1:‹port› godtog inte vårt namn eller vår hemlighet. Inget SMS är skickat.
    out       Gör så här: Säg till den som sköter [sms] i inställningarna.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
    assert_snapshot!(with(Says::Answer("503 Service Unavailable", "Try later"), "doctor -q"), @"
    $ doctor -q
    out SMS
    out   FEL: SMS-tjänsten 127.0.0.1:‹port› är upptagen. Inget SMS är skickat.
    out       Gör så här: Kontrollera [sms] i inställningarna, eller säg till dem som sköter nätet och SMS-tjänsten.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
    assert_snapshot!(with(Says::Answer("404 Not Found", "Unknown request."), "doctor -q"), @"
    $ doctor -q
    out SMS
    out   FEL: SMS-tjänsten 127.0.0.1:‹port› gick inte att nå. Inget SMS är skickat.
    out       Gör så här: Kontrollera [sms] i inställningarna, eller säg till dem som sköter nätet och SMS-tjänsten.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
}

#[test]
fn a_gateway_that_is_not_there() {
    let mut desk = desk();
    desk.gateway_at("http://127.0.0.1:1/cgi-bin/sendsms");
    assert_snapshot!(desk.run("doctor -q --send-to 0701740631"), @"
    $ doctor -q --send-to 0701740631
    out SMS
    out   FEL: SMS-tjänsten 127.0.0.1:1 gick inte att nå. Inget SMS är skickat.
    out       Gör så här: Kontrollera [sms] i inställningarna, eller säg till dem som sköter nätet och SMS-tjänsten.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
    // Then callers can be identified another way.
    desk.set("verification.allow_identified_by", "true");
    assert!(desk.run("doctor -q").ends_with("exit 7"));
}

#[test]
fn no_gateway() {
    let mut desk = desk();
    desk.unset("sms.provider").unset("sms.outbox");
    assert_snapshot!(desk.run("doctor -q"), @"
    $ doctor -q
    out SMS
    out   FEL: Ingen SMS-tjänst är inställd (sms.provider). Inget SMS är skickat.
    out       Gör så här: Säg till den som sköter [sms] i inställningarna.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
}

#[test]
fn an_outbox_that_cannot_be_written_to() {
    let mut desk = desk();
    desk.set("sms.outbox", "\"ca.pem/outbox\"");
    // Not even one who may do everything can make a folder in a file.
    assert_snapshot!(desk.run("doctor -q"), @"
    $ doctor -q
    out SMS
    out   FEL: SMS-tjänsten …/ca.pem/outbox gick inte att nå. Inget SMS är skickat.
    out       Gör så här: Kontrollera [sms] i inställningarna, eller säg till dem som sköter nätet och SMS-tjänsten.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
}

#[test]
fn a_number_that_is_none() {
    assert_snapshot!(desk().run("doctor --send-to kalle"), @"
    $ doctor --send-to kalle
    err Fel: ”kalle” är inget telefonnummer.
    err Gör så här: Skriv till exempel 0701740605 eller +46701740605. Inget är skickat.
    exit 2
    ");
}

#[test]
fn a_test_message_into_the_outbox() {
    assert_snapshot!(desk().in_english().run("doctor -q --send-to +46701740631"), @"
    $ doctor -q --send-to +46701740631
    sms +46701740631 A test from the servicedesk (0142-36 6000): SMS messages arrive. You need not do anything. Mjölby kommun
    out Everything that a call needs works.
    log 1 send_trial : intent
    log 2 send_trial : done of 1
    exit 0
    ");
}

#[test]
fn stores() {
    let mut desk = desk();
    desk.run("lookup evaand01");
    desk.spoil("PRAGMA user_version = 99");
    assert_snapshot!(desk.run("doctor -q"), @"
    $ doctor -q
    out Lagret och spårbarheten
    out   FEL: …/state/state.db är skriven av en nyare servicedesk (version 99; den här kan 3). Inget är ändrat.
    out       Gör så här: Installera den nyare servicedesk på den här datorn också.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
    let mut desk = self::desk();
    fs::create_dir(desk.path("folder")).unwrap();
    desk.set("state.path", "\"folder\"");
    assert_snapshot!(desk.run("doctor evaand01 -q"), @"
    $ doctor evaand01 -q
    out Lagret och spårbarheten
    out   FEL: Det gick inte att läsa eller skriva …/folder, där koder och spårbarhet finns. Inget är ändrat.
    out       Gör så här: Utan spår görs inget. Kontrollera att filen går att skriva och att disken inte är full (state.path); -v säger varför.
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
}

#[test]
fn a_trail_that_was_changed() {
    let mut desk = desk();
    desk.run("send-code evaand01");
    desk.spoil("DROP TRIGGER audit_changes_nothing; UPDATE audit SET record = replace(record, 'disk-7', 'disk-8') WHERE id = 2");
    assert_snapshot!(desk.run("doctor -q"), @"
    $ doctor -q
    out Lagret och spårbarheten
    out   FEL: Post 2 stämmer inte med den före: den är ändrad, eller så är post 1 ändrad och omräknad.
    out       Gör så här: Ändra inget mer. Kopiera hela mappen och säg till den som ansvarar för säkerheten.
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
}

#[test]
fn intents_without_outcome() {
    let mut desk = desk();
    desk.run("send-code evaand01");
    desk.spoil("INSERT INTO open_intent SELECT max(id), 'x' FROM audit");
    desk.wait(3600);
    assert!(desk.run("doctor -q").contains("audit resolve"));
}

#[test]
fn a_log_server_that_is_away() {
    let mut desk = desk();
    desk.set("audit.syslog", "\"tcp://127.0.0.1:1\"");
    assert_snapshot!(desk.run("doctor -q"), @"
    $ doctor -q
    out Lagret och spårbarheten
    out   OBS: Loggen tcp://127.0.0.1:1 tar inte emot: Connection refused (os error 111). Posterna är sparade här och skickas nästa gång.
    out       Gör så här: Inget samtal stoppas av det. Kontrollera audit.syslog, eller säg till dem som sköter loggservern.
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
}

#[test]
fn rights() {
    let mut desk = desk()
        .with(Person { place: Place::Users, ..Person::new("annan01").named("Anna", "Nan") })
        .with(Person { protected: true, ..Person::new("adm01").named("Ada", "Min") })
        .with(Person::new("bopol01").named("Bo", "Pol").special_policy("Politiker"));
    assert_snapshot!(desk.run("doctor annan01 -q"), @"
    $ doctor annan01 -q
    out Rättigheter
    out   FEL: Du får inte låsa upp kontot.
    out       Gör så här: Säg till dem som sköter katalogen: du behöver få skriva lockoutTime där kontot ligger.
    out   FEL: Du får inte sätta ett nytt lösenord.
    out       Gör så här: Säg till dem som sköter katalogen: du behöver rätten Reset Password där kontot ligger.
    out   FEL: Du får inte kräva att lösenordet byts vid nästa inloggning.
    out       Gör så här: Säg till dem som sköter katalogen: du behöver få skriva pwdLastSet där kontot ligger. Utan det: reset --no-must-change
    out Med felen ovan går det inte att hjälpa den som ringer.
    exit 1
    ");
    desk.set("reset.must_change", "false");
    assert_snapshot!(desk.run("doctor adm01 -q"), @"
    $ doctor adm01 -q
    out Rättigheter
    out   OBS: adm01 är skyddat och ändras aldrig härifrån.
    out       Gör så här: Ange ett vanligt konto i stället.
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
    assert_snapshot!(desk.run("doctor bopol01 -q"), @"
    $ doctor bopol01 -q
    out Rättigheter
    out   OBS: Lösenordet har särskilda regler, ”Politiker”, som du inte får läsa. Vad de kräver visar sig först när ett lösenord nekas.
    out       Gör så här: Säg till dem som sköter katalogen: du behöver få läsa reglerna (Password Settings Container).
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
    assert_snapshot!(desk.run("doctor finnsinte -q"), @"
    $ doctor finnsinte -q
    out Rättigheter
    out   OBS: Inget konto stämmer med ”finnsinte”.
    out       Gör så här: Fråga efter användarnamn, e-post eller mobilnummer och sök igen. En del av namnet räcker.
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
}

#[test]
fn terminals() {
    let mut desk = desk();
    assert_snapshot!(desk.terminal([]).width(50).run("doctor -q"), @"
    $ doctor -q
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
    $ doctor -q
    out Datorn
    out   OBS: Terminalen är inte inställd på UTF-8: å, ä och ö kan visas fel.
    out       Gör så här: Ställ in det, till exempel LANG=sv_SE.UTF-8.
    out Det går att ta emot samtal, men en sak behöver ses över.
    exit 7
    ");
}
