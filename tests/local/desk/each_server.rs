//! `lookup --each-server`: what the controllers know, each for itself.

use std::fs;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Barrier};

use insta::assert_snapshot;
use servicedesk::practice::{Lockout, Person, Practice};

use super::fixture::TestDesk;
use super::fixture::domain::srv;
use super::fixture::names::{NameServer, Says};
use super::fixture::people::eva;

const ALL: &str = "_ldap._tcp.dc._msdcs.ad.contoso.example";
const PDC: &str = "_ldap._tcp.pdc._msdcs.ad.contoso.example";
const SITE: &str = "_ldap._tcp.skolan._sites.dc._msdcs.ad.contoso.example";
const DC1: &str = "dc1.ad.contoso.example";
const DC2: &str = "dc2.ad.contoso.example";

/// A desk, its other controller, and what DNS tells of the two.
fn desk(first: Person, second: Person, late: i64) -> (TestDesk, Arc<Practice>, NameServer) {
    let mut desk = TestDesk::configured().with(first);
    let other = desk.second_controller(late);
    other.add(second).unwrap();
    let records = vec![srv(0, DC1, &desk.practice()), srv(1, DC2, &other)];
    let names = NameServer::start([(ALL, Says::Servers(records))]);
    desk.domain(&names);
    (desk, other, names)
}

fn open() -> Person {
    Person { lockout: Lockout::Never, bad_passwords: 0, bad_password_at: None, ..eva() }
}

#[test]
fn each_server_shows_lock_on_one_controller() {
    let (mut desk, ..) = desk(open(), eva(), 0);
    assert_snapshot!(desk.terminal([]).run("lookup evaand01 --each-server"), @"
    out Kontot evaand01 (Eva Andersson) är låst på 1 av 2 servrar. Kontot kan vara låst där den som ringer sitter.
    out  Server                        Låst                                        Fel lösenord                                Lösenord
    out  dc1.ad.contoso.example (PDC)  nej                                         0                                           satt 2026-04-04 kl. 12.17 (för 30 dagar sedan)
    out  dc2.ad.contoso.example        JA, sedan kl. 12.07 (för 10 minuter sedan)  5, senast kl. 12.07 (för 10 minuter sedan)  satt 2026-04-04 kl. 12.17 (för 30 dagar sedan)
    out Kontot låstes på dc2.ad.contoso.example, enligt katalogens egna uppgifter.
    out Vilken dator det är, för den som får läsa domänkontrollantens säkerhetslogg (PowerShell):
    out   $e = @{LogName='Security'; Id=4740; Data='evaand01'}
    out   Get-WinEvent -FilterHashtable $e -ComputerName 'dc1.ad.contoso.example' |
    out   Format-List TimeCreated, Message
    exit 0
    ");
}

/// The one that is asked knows nothing of it. Another is asked beside it.
#[test]
fn lookup_reports_disagreeing_controllers() {
    let (mut desk, ..) = desk(open(), eva(), 0);
    assert_snapshot!(desk.run("lookup evaand01"), @"
    out  Läge      Låst efter för många felaktiga lösenord.
    out  Gör nu    Lås upp på alla servrar: servicedesk unlock evaand01 --everywhere. Om lösenordet är glömt: servicedesk reset evaand01 --everywhere.
    out  Obs       Låst på dc2.ad.contoso.example, men inte på dc1.ad.contoso.example. Den som ringer stängs ute bara där det är låst.
    out  Konto     evaand01  evaand01@contoso.example
    out  Namn      Eva Andersson
    out  Mobil     *********31, ändrat 2025-03-30 kl. 12.17 (för 400 dagar sedan)
    out  Låst      JA, sedan kl. 12.07 (för 10 minuter sedan); låses inte upp automatiskt
    out  Lösenord  satt 2026-04-04 kl. 12.17 (för 30 dagar sedan), går ut 2026-10-01 kl. 12.17 (om 150 dagar)
    out  Regler    domänens: minst 8 tecken, inget av de 12 senaste, tre teckentyper och ingen del av namnet
    exit 0
    ");
    let told = desk.run("lookup evaand01 -o json");
    assert!(told.contains(r#""locked": true"#) && told.contains(r#""servers_disagree""#), "{told}");
    assert!(told.contains(r#""locked_on": ["#) && !told.contains(r#""locked_on": null"#), "{told}");
    let alone = desk.run(&format!("lookup evaand01 --server {}", desk.practice().access().url));
    assert!(alone.contains("Inget fel på kontot") && !alone.contains("--each-server"), "{alone}");
}

/// A silent controller does not slow every lookup down.
#[test]
fn recently_silent_controller_is_not_compared() {
    let (mut desk, other, _) = desk(open(), eva(), 0);
    let (_, port) = other.access().starttls_url.rsplit_once(':').unwrap();
    let kept = desk.path("cache/silent").join(format!("{DC2}_{port}"));
    fs::create_dir_all(kept.parent().unwrap()).unwrap();
    fs::write(&kept, "").unwrap();
    let card = desk.run("lookup evaand01");
    assert!(
        card.contains("Inget fel på kontot") && card.contains("Inget besked från dc2.ad.contoso.example."),
        "{card}"
    );
    assert!(desk.run("lookup evaand01 -o json").contains("\"servers_unheard\""));
    fs::remove_file(&kept).unwrap();
    assert!(desk.run("lookup evaand01").contains("Låst på dc2.ad.contoso.example"));
}

/// The other is in another site, but it decides.
#[test]
fn single_site_controller_is_compared_with_pdc_emulator() {
    let (mut desk, other, _) = desk(open(), eva(), 0);
    let (near, decides) = (vec![srv(0, DC1, &desk.practice())], vec![srv(0, DC2, &other)]);
    let all = [near.clone(), decides.clone()].concat();
    let some = [(ALL, Says::Servers(all.clone())), (SITE, Says::Servers(near.clone()))];
    let names = NameServer::start(some);
    desk.domain(&names).set("directory.site", "\"Skolan\"");
    assert!(desk.run("lookup evaand01").contains("Inget fel på kontot"), "nor is it known which one that is");
    let names =
        NameServer::start([(ALL, Says::Servers(all)), (SITE, Says::Servers(near)), (PDC, Says::Servers(decides))]);
    desk.domain(&names);
    let card = desk.run("lookup evaand01");
    assert!(card.contains("Låst på dc2.ad.contoso.example, men inte på dc1.ad.contoso.example."), "{card}");
}

#[test]
fn lookup_mentions_controllers_in_other_sites() {
    let (mut desk, ..) = desk(open(), open(), 0);
    let card = desk.run("lookup evaand01");
    assert!(card.contains("Inget fel på kontot") && card.contains("--each-server"), "{card}");
}

#[test]
fn agreeing_controllers_are_shown() {
    let (mut both, ..) = desk(open(), open(), 0);
    assert_snapshot!(both.run("lookup evaand01 --each-server --lang en"), @"
    out Eva Andersson (evaand01) is not locked on any of the 2 domain controllers that answered.
    out  Controller                    Locked  Wrong tries  Password
    out  dc1.ad.contoso.example (PDC)  no      0            set 2026-04-04 12:17 (30 days ago)
    out  dc2.ad.contoso.example        no      0            set 2026-04-04 12:17 (30 days ago)
    exit 0
    ");
    let (mut both, ..) = desk(eva(), eva(), 0);
    assert_snapshot!(both.run("lookup evaand01 --each-server"), @"
    out Kontot evaand01 (Eva Andersson) är låst på alla 2 servrar som svarade.
    out  Server                        Låst                                        Fel lösenord                                Lösenord
    out  dc1.ad.contoso.example (PDC)  JA, sedan kl. 12.07 (för 10 minuter sedan)  5, senast kl. 12.07 (för 10 minuter sedan)  satt 2026-04-04 kl. 12.17 (för 30 dagar sedan)
    out  dc2.ad.contoso.example        JA, sedan kl. 12.07 (för 10 minuter sedan)  5, senast kl. 12.07 (för 10 minuter sedan)  satt 2026-04-04 kl. 12.17 (för 30 dagar sedan)
    out Kontot låstes på dc2.ad.contoso.example, enligt katalogens egna uppgifter.
    out Vilken dator det är, för den som får läsa domänkontrollantens säkerhetslogg (PowerShell):
    out   $e = @{LogName='Security'; Id=4740; Data='evaand01'}
    out   Get-WinEvent -FilterHashtable $e -ComputerName 'dc1.ad.contoso.example' |
    out   Format-List TimeCreated, Message
    exit 0
    ");
}

#[test]
fn skewed_clock_and_pending_password_are_shown() {
    let changed = Person { password_set: Some("2026-05-04T12:16:00Z".parse().unwrap()), ..open() };
    let (mut desk, ..) = desk(changed, open(), 7 * 60);
    assert_snapshot!(desk.run("lookup evaand01 --each-server"), @"
    out Kontot evaand01 (Eva Andersson) är inte låst på någon av de 2 servrar som svarade.
    out  Server                        Låst  Fel lösenord  Lösenord
    out  dc1.ad.contoso.example (PDC)  nej   0             satt kl. 12.16 (för 1 minut sedan)
    out  dc2.ad.contoso.example        nej   0             satt 2026-04-04 kl. 12.10 (för 30 dagar sedan)
    out Alla har inte samma lösenord: ett byte är på väg mellan servrarna. Den som ringer kan behöva vänta.
    out dc2.ad.contoso.example: klockan går 7 minuter efter den här datorns.
    exit 0
    ");
}

#[test]
fn unusable_controllers_are_listed() {
    let mut desk = TestDesk::configured();
    let second = desk.second_controller(0);
    let mut desk = desk.with(open());
    let records = vec![
        srv(0, DC1, &desk.practice()),
        srv(1, DC2, &second),
        (2, 0, 1, "dc3.ad.contoso.example", Some(std::net::Ipv4Addr::LOCALHOST)),
        srv(3, "dc4.evil.example", &second),
    ];
    let names = NameServer::start([(ALL, Says::Servers(records))]);
    desk.domain(&names);
    assert_snapshot!(desk.run("lookup evaand01 --each-server"), @"
    err Obs: dc4.evil.example gick inte att använda: DNS anger den, men namnet hör inte till ad.contoso.example. Nästa server används.
    out Kontot evaand01 (Eva Andersson) är inte låst på den server som svarade.
    out  Server                        Låst                                                         Fel lösenord  Lösenord
    out  dc1.ad.contoso.example (PDC)  nej                                                          0             satt 2026-04-04 kl. 12.17 (för 30 dagar sedan)
    out  dc2.ad.contoso.example        kontot finns inte där.
    out  dc3.ad.contoso.example        den tar inte emot anslutningar.
    out  dc4.evil.example              DNS anger den, men namnet hör inte till ad.contoso.example.
    out 3 servrar gav inget besked. Där kan kontot vara låst ändå.
    exit 7
    ");
    assert_snapshot!(desk.run("lookup evaand01 --each-server -o csv"), @r#"
    err Obs: dc4.evil.example gick inte att använda: DNS anger den, men namnet hör inte till ad.contoso.example. Nästa server används.
    out server,reached,pdc_emulator,locked,locked_since,bad_password_count,last_bad_password,password_last_set,clock_ahead_seconds,message
    out dc1.ad.contoso.example,true,true,false,,0,,2026-04-04T12:17:00Z,0,
    out dc2.ad.contoso.example,false,,,,,,,,kontot finns inte där.
    out dc3.ad.contoso.example,false,,,,,,,,den tar inte emot anslutningar.
    out dc4.evil.example,false,,,,,,,,"DNS anger den, men namnet hör inte till ad.contoso.example."
    exit 7
    "#);
}

#[test]
fn option_is_for_one_account() {
    let (mut desk, ..) = desk(open(), open(), 0);
    assert!(desk.run("lookup nobody --each-server").ends_with("exit 3"));
    assert!(desk.run("lookup --locked --each-server").ends_with("exit 2"));
}

/// The total time is that of the slowest controller.
#[test]
fn controllers_are_queried_in_parallel() {
    let mut desk = TestDesk::configured().with(open());
    let second = desk.second_controller(0);
    second.add(open()).unwrap();
    // The first is signed in to anyway; of the other three none answers before all have been connected to.
    let all = Arc::new(Barrier::new(3));
    let gates: Vec<String> = (0..3).map(|_| gate(&second.access().url, Arc::clone(&all))).collect();
    let first = desk.practice().access().url.clone();
    desk.set("directory.servers", &format!("[\"{first}\", \"{}\"]", gates.join("\", \"")));
    let told = desk.run("lookup evaand01 --each-server");
    assert!(told.ends_with("exit 0"), "{told}");
}

/// A way to a server that opens once as many ways are wanted as the barrier waits for.
fn gate(server: &str, all: Arc<Barrier>) -> String {
    let server = server.trim_start_matches("ldaps://").to_owned();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("ldaps://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        let (near, _) = listener.accept().unwrap();
        all.wait();
        let far = TcpStream::connect(server).unwrap();
        let back = (far.try_clone().unwrap(), near.try_clone().unwrap());
        std::thread::spawn(move || pass(back.0, back.1));
        pass(near, far);
    });
    url
}

fn pass(mut from: TcpStream, mut to: TcpStream) {
    let mut buffer = [0; 4096];
    while let Ok(length @ 1..) = from.read(&mut buffer) {
        if to.write_all(&buffer[..length]).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Both);
}
