//! `--everywhere`: an account is open where the caller is, not only where it was unlocked.

use std::net::Ipv4Addr;
use std::sync::Arc;

use insta::assert_snapshot;
use servicedesk::practice::{Lockout, Person, Practice};

use super::fixture::Answer::{Secret, Text};
use super::fixture::TestDesk;
use super::fixture::domain::srv;
use super::fixture::names::{NameServer, Says};
use super::fixture::people::eva;

const ALL: &str = "_ldap._tcp.dc._msdcs.ad.contoso.example";
const PDC: &str = "_ldap._tcp.pdc._msdcs.ad.contoso.example";
const SITE: &str = "_ldap._tcp.skolan._sites.dc._msdcs.ad.contoso.example";
const DC1: &str = "dc1.ad.contoso.example";
const DC2: &str = "dc2.ad.contoso.example";

/// A desk nearer to the second controller than to the first, the PDC emulator.
fn desk(first: Person, second: Person) -> (TestDesk, Arc<Practice>) {
    let mut desk = TestDesk::configured().with(first);
    let other = desk.second_controller(0);
    other.add(second).unwrap();
    let names = NameServer::start([
        (ALL, Says::Servers(vec![srv(1, DC1, &desk.practice()), srv(0, DC2, &other)])),
        (PDC, Says::Servers(vec![srv(0, DC1, &desk.practice())])),
    ]);
    desk.domain(&names);
    desk.run("send-code evaand01");
    (desk, other)
}

fn open() -> Person {
    Person { lockout: Lockout::Never, bad_passwords: 0, bad_password_at: None, ..eva() }
}

/// The one that is written to knows of no lock, and the nearest, which a look-up asks, does.
#[test]
fn open_account_may_be_locked_elsewhere() {
    let (mut desk, _) = desk(open(), eva());
    let told = desk.run("unlock evaand01");
    assert!(told.contains("Lås upp på alla: servicedesk unlock evaand01 --everywhere"), "{told}");
    let told = desk.run("unlock evaand01 --everywhere --code {code}");
    assert!(!told.contains("Lås upp på alla:") && told.ends_with("exit 0"), "{told}");
}

#[test]
fn unlock_runs_on_pdc_emulator() {
    let (mut desk, _) = desk(eva(), open());
    let told = desk.run("unlock evaand01 --code {code} -o json");
    assert!(told.contains("\"server\": \"dc1.ad.contoso.example\""), "{told}");
}

#[test]
fn lock_on_both_controllers_is_cleared() {
    let (mut desk, other) = desk(eva(), eva());
    assert_snapshot!(desk.run("unlock evaand01 --code {code} --everywhere"), @r"
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    out Kontot var fortfarande låst på dc2.ad.contoso.example och är nu upplåst även där.
    out Kontrollerat på alla 2 servrar: kontot är upplåst där. Det tog mindre än en sekund.
    dir evaand01: unlocked
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server dc1.ad.contoso.example
    log 7-8 unlock evaand01: done, server dc2.ad.contoso.example
    exit 0
    ");
    assert_eq!(other.person("evaand01").unwrap().unwrap().lockout, Lockout::Cleared);
}

#[test]
fn lock_on_other_controller_is_cleared() {
    let (mut desk, other) = desk(open(), eva());
    let told = desk.run("unlock evaand01 --code {code}");
    assert!(told.contains("är inte låst") && told.ends_with("exit 0"), "{told}");
    let told = desk.run("unlock evaand01 --code {code} --everywhere -o json");
    assert!(told.contains(r#""unlocked_on": ["dc2.ad.contoso.example"], "same_password": true"#), "{told}");
    assert_eq!(other.person("evaand01").unwrap().unwrap().lockout, Lockout::Cleared);
}

#[test]
fn open_account_everywhere_changes_nothing() {
    let (mut desk, _) = desk(open(), open());
    desk.set("directory.everywhere", "true");
    assert_snapshot!(desk.run("unlock evaand01 --no-input --lang en"), @"
    out Eva Andersson (evaand01) is not locked. There is nothing to unlock.
    out Say: “Try again.” If the password is forgotten: servicedesk reset evaand01
    out Checked on all 2 domain controllers: the account is not locked there. It took less than a second.
    exit 0
    ");
}

#[test]
fn unanswering_controller_makes_run_incomplete() {
    let mut desk = TestDesk::configured().with(eva());
    let dead = (0, 0, 1, "dc3.ad.contoso.example", Some(Ipv4Addr::LOCALHOST));
    let names = NameServer::start([(ALL, Says::Servers(vec![srv(0, DC1, &desk.practice()), dead]))]);
    desk.domain(&names).run("send-code evaand01");
    assert_snapshot!(desk.run("unlock evaand01 --code {code} --everywhere -q"), @"
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Prova att logga in, med samma lösenord som förut. Går det inte, vänta några minuter och försök igen.”
    out Släpar efter: dc3.ad.contoso.example: den tar inte emot anslutningar. Där kan kontot fortfarande vara låst. Se efter om en stund: servicedesk lookup evaand01 --each-server
    dir evaand01: unlocked
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server dc1.ad.contoso.example
    exit 7
    ");
}

#[test]
fn other_sites_are_not_waited_for() {
    let mut desk = TestDesk::configured().with(eva());
    let dead = (9, 0, 1, "dc3.ad.contoso.example", Some(Ipv4Addr::LOCALHOST));
    let names = NameServer::start([
        (ALL, Says::Servers(vec![srv(0, DC1, &desk.practice()), dead])),
        (SITE, Says::Servers(vec![srv(0, DC1, &desk.practice())])),
    ]);
    desk.domain(&names).set("directory.site", "\"Skolan\"").run("send-code evaand01");
    let told = desk.run("unlock evaand01 --code {code} --everywhere");
    assert!(told.contains("Kontrollerat på den enda servern") && told.ends_with("exit 0"), "{told}");
}

/// The other one has heard of the new password, and not that the lock is gone.
#[test]
fn reset_unlocks_on_all_controllers() {
    let (mut desk, other) = desk(eva(), Person { must_change: true, ..eva() });
    let told = desk.piped(["Tegel-lampa-47"]).run("reset evaand01 --code {code} --password-stdin --everywhere");
    assert_snapshot!(told, @r"
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Kontot var låst och är nu upplåst.
    out Säg: ”Logga in vid en dator på jobbet med det nya lösenordet. Då får du välja ett eget.”
    out Kontot var fortfarande låst på dc2.ad.contoso.example och är nu upplåst även där.
    out Kontrollerat på alla 2 servrar: kontot är upplåst där. Det tog mindre än en sekund.
    dir evaand01: unlocked; password set: secret 1 of 1; must change it
    log 3-4 verify_code evaand01: done
    log 5-6 reset evaand01: done, server dc1.ad.contoso.example
    log 7-8 unlock evaand01: done, server dc2.ad.contoso.example
    exit 0
    ");
    assert_eq!(other.person("evaand01").unwrap().unwrap().lockout, Lockout::Cleared);
}

#[test]
fn option_is_for_one_account() {
    let (mut desk, _) = desk(open(), open());
    assert!(desk.run("unlock --all-locked --reason x --everywhere").ends_with("exit 2"));
    assert!(desk.run("unlock evaand01 bara2 --reason x --everywhere").ends_with("exit 2"));
}

#[test]
fn guided_call_unlocks_everywhere() {
    let (mut desk, other) = desk(eva(), eva());
    desk.set("directory.everywhere", "true").run("send-code evaand01 --verify {code}");
    let told = desk.terminal([Text("j"), Text(""), Text("")]).run("assist evaand01 -q");
    assert_snapshot!(after_the_card(&told), @r"
    ask Vad vill den som ringer?
    ask * 1  Behåll ditt nuvarande lösenord och lås upp ditt konto
    ask   2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“”›
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Kontot var fortfarande låst på dc2.ad.contoso.example och är nu upplåst även där.
    out Kontrollerat på alla 2 servrar: kontot är upplåst där. Det tog mindre än en sekund.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    out Till ärendet: Eva Andersson (evaand01)
    out Verifierad med kod till *********31 kl. 12.17.
    out Upplåst kl. 12.17, av CONTOSO\operator.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    dir evaand01: unlocked
    log 5-6 unlock evaand01: done, server dc1.ad.contoso.example
    log 7-8 unlock evaand01: done, server dc2.ad.contoso.example
    exit 0
    ");
    assert_eq!(other.person("evaand01").unwrap().unwrap().lockout, Lockout::Cleared);
}

#[test]
fn guided_call_reports_unanswering_controller() {
    let mut desk = TestDesk::configured().with(eva());
    let dead = (0, 0, 1, "dc3.ad.contoso.example", Some(Ipv4Addr::LOCALHOST));
    let names = NameServer::start([(ALL, Says::Servers(vec![srv(0, DC1, &desk.practice()), dead]))]);
    desk.domain(&names).set("directory.everywhere", "true").run("send-code evaand01");
    desk.run("send-code evaand01 --verify {code}");
    let told = desk.terminal([Text("j"), Text(""), Text("")]).run("assist evaand01 -q");
    assert_snapshot!(after_the_card(&told), @r"
    ask Vad vill den som ringer?
    ask * 1  Behåll ditt nuvarande lösenord och lås upp ditt konto
    ask   2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“”›
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Släpar efter: dc3.ad.contoso.example: den tar inte emot anslutningar. Där kan kontot fortfarande vara låst. Se efter om en stund: servicedesk lookup evaand01 --each-server
    out Säg: ”Prova att logga in, med samma lösenord som förut. Går det inte, vänta några minuter och försök igen.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    out Till ärendet: Eva Andersson (evaand01)
    out Verifierad med kod till *********31 kl. 12.17.
    out Upplåst kl. 12.17, av CONTOSO\operator.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    dir evaand01: unlocked
    log 5-6 unlock evaand01: done, server dc1.ad.contoso.example
    exit 0
    ");
    let new = "Tegel-lampa-47";
    let told =
        desk.terminal([Text("j"), Text("2"), Text("1"), Secret(new), Secret(new), Text("")]).run("assist evaand01 -q");
    assert_snapshot!(after_the_card(&told), @r"
    ask Vad vill den som ringer?
    ask   1  Behåll ditt nuvarande lösenord och lås upp ditt konto (kontot är inte låst)
    ask * 2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“2”›
    ask Var är den som ringer?
    ask * 1  På jobbet
    ask   2  Någon annanstans
    ask  ‹“1”›
    err Säg: ”Lösenordet ska ha minst 8 tecken, en stor bokstav, en siffra och en liten bokstav eller ett annat tecken, men inte å, ä eller ö, ingen del av ditt namn, inte bara vanliga ord och inget du har haft förut.”
    ask Nytt lösenord (Enter: skapa ett) ‹a secret›
    ask Samma lösenord igen ‹a secret›
    out Klart: Lösenordet har återställts för Eva Andersson (evaand01).
    out Släpar efter: dc3.ad.contoso.example: den tar inte emot anslutningar. Där kan kontot fortfarande vara låst. Se efter om en stund: servicedesk lookup evaand01 --each-server
    out Säg: ”Se till att datorn är ansluten till nätverket på jobbet, starta om den och logga in med det nya lösenordet. Då får du välja ett eget.”
    out Säg: ”Går det inte på en gång, vänta några minuter och försök igen.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    out Till ärendet: Eva Andersson (evaand01)
    out Verifierad med kod till *********31 kl. 12.17.
    out Nytt lösenord kl. 12.17, av CONTOSO\operator.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    dir evaand01: password set: secret 2 of 2; must change it
    log 7-8 reset evaand01: done, server dc1.ad.contoso.example
    exit 0
    ");
}

fn after_the_card(told: &str) -> String {
    let from = told.find("ask Vad vill").unwrap();
    told[from..].to_owned()
}

/// Reading hundreds of accounts on every controller would take too long.
#[test]
fn bulk_reads_back_from_one_controller() {
    let (mut desk, _) = desk(eva(), open());
    desk.set("directory.everywhere", "true");
    assert_snapshot!(desk.run("unlock --all-locked --reason Helg --yes"), @"
    out 1 konto:
    out  Upplåsta  1
    out Upplåst på dc1.ad.contoso.example. De andra servrarna får veta det genom katalogens replikering, på samma plats oftast inom en minut; för många konton på en gång läses de inte av.
    dir evaand01: unlocked
    log 3-4 unlock evaand01: done, server dc1.ad.contoso.example
    exit 0
    ");
    let again = desk.run("unlock --all-locked --reason Helg --yes");
    assert!(!again.contains("Upplåst på"), "{again}");
}

/// The PDC emulator, which a call asks, has not heard of a lock where the caller sits.
#[test]
fn guided_call_clears_lock_on_other_controller() {
    let (mut desk, other) = desk(open(), eva());
    desk.run("send-code evaand01 --verify {code}");
    assert_snapshot!(desk.terminal([Text("j"), Text(""), Text("")]).run("assist evaand01"), @r"
    err  Läge      Låst efter för många felaktiga lösenord.
    err  Gör nu    Skicka en kod. Sedan: lås upp, eller ange ett nytt lösenord om det är glömt.
    err  Obs       Låst på dc2.ad.contoso.example, men inte på dc1.ad.contoso.example. Den som ringer stängs ute bara där det är låst.
    err  Konto     evaand01  evaand01@contoso.example
    ask Samma samtal? (verifierad kl. 12.17) [j/N] ‹“j”›
    ask Vad vill den som ringer?
    ask * 1  Behåll ditt nuvarande lösenord och lås upp ditt konto
    ask   2  Ange ett nytt lösenord och lås upp ditt konto
    ask  ‹“”›
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Kontot var fortfarande låst på dc2.ad.contoso.example och är nu upplåst även där.
    out Kontrollerat på alla 2 servrar: kontot är upplåst där. Det tog mindre än en sekund.
    out Säg: ”Ditt konto är nu upplåst och du kan nu logga in, med samma lösenord som förut.”
    out Säg: ”Går det inte, ring oss på 0142-36 6000.”
    out Till ärendet: Eva Andersson (evaand01)
    out Verifierad med kod till *********31 kl. 12.17.
    out Upplåst kl. 12.17, av CONTOSO\operator.
    ask Nästa samtal: vem ringer (Enter: avsluta) ‹“”›
    log 5-6 unlock evaand01: done, server dc2.ad.contoso.example
    exit 0
    ");
    assert_eq!(other.person("evaand01").unwrap().unwrap().lockout, Lockout::Cleared);
}
