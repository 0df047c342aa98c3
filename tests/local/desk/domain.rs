//! Controllers that DNS tells of.

use std::net::{Ipv4Addr, TcpListener};

use insta::assert_snapshot;
use servicedesk::adapters::dns::Resolver;

use super::fixture::Answer::CtrlC;
use super::fixture::domain::srv;
use super::fixture::names::{NameServer, Says, nobody};
use super::fixture::people::eva;
use super::fixture::{TestDesk, kind};

const ALL: &str = "_ldap._tcp.dc._msdcs.ad.contoso.example";
const PDC: &str = "_ldap._tcp.pdc._msdcs.ad.contoso.example";
const SITE: &str = "_ldap._tcp.skolan._sites.dc._msdcs.ad.contoso.example";
const DC1: &str = "dc1.ad.contoso.example";
const DC2: &str = "dc2.ad.contoso.example";

fn desk() -> TestDesk {
    TestDesk::configured().with(eva())
}

#[test]
fn controller_comes_from_dns() {
    let mut desk = desk();
    let names = NameServer::start([(ALL, Says::OverTcp(vec![srv(0, DC1, &desk.practice())]))]);
    desk.domain(&names);
    desk.run("send-code evaand01");
    assert_snapshot!(desk.run("unlock evaand01 --code {code} -o json"), @r#"
    out {"schema": 1, "account": "evaand01", "outcome": "unlocked", "server": "dc1.ad.contoso.example",
    out  "was_locked": true, "dry_run": false, "verification": null, "everywhere": null, "watch": null,
    out  "owner_notice": null, "password_unknown_since": null}
    dir evaand01: unlocked
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server dc1.ad.contoso.example
    exit 0
    "#);
    // Where the PDC emulator is has no answer here; what else is asked comes over TCP in the end.
    let over_tcp = format!("{ALL} over TCP");
    assert_eq!(names.asked(), [ALL, &over_tcp, PDC]);
}

#[test]
fn site_controllers_come_first() {
    let mut desk = desk();
    // Only this one knows him.
    let second = desk.second_controller(0);
    second.add(servicedesk::practice::Person::new("bara2")).unwrap();
    let near = vec![srv(9, DC2, &second)];
    let names = NameServer::start([
        (ALL, Says::Servers(vec![srv(0, DC1, &desk.practice()), srv(9, DC2, &second)])),
        (SITE, Says::Servers(near)),
    ]);
    desk.domain(&names);
    assert!(desk.run("lookup bara2").ends_with("exit 3"));
    desk.set("directory.site", "\"Skolan\"");
    assert!(desk.run("lookup bara2").ends_with("exit 0"));
    assert_eq!(names.asked(), [ALL, PDC, SITE]);
}

#[test]
fn unknown_site_is_reported() {
    let mut desk = desk();
    let names = NameServer::start([(ALL, Says::Servers(vec![srv(0, DC1, &desk.practice())]))]);
    desk.domain(&names).set("directory.site", "\"Skoaln\"");
    assert_snapshot!(desk.run("unlock evaand01 --no-input"), @"
    err Obs: DNS känner inte till några katalogservrar på platsen skoaln (directory.site). Andra platsers används.
    err Fel: Den som ringer om evaand01 är inte verifierad. Inget är ändrat.
    err Gör så här: Skicka en kod: servicedesk send-code evaand01. Ange sedan den som läses upp med --code.
    log 1 unlock evaand01: refused (not_verified)
    exit 5
    ");
}

#[test]
fn dead_and_silent_controllers_are_passed_over() {
    let mut desk = desk();
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let record = |priority, target, port| (priority, 0, port, target, Some(Ipv4Addr::LOCALHOST));
    let names = NameServer::start([(
        ALL,
        Says::Servers(vec![
            record(0, "dc7.ad.contoso.example", 1),
            record(1, "dc8.ad.contoso.example", silent.local_addr().unwrap().port()),
            srv(2, DC1, &desk.practice()),
        ]),
    )]);
    desk.domain(&names).set("directory.timeout_seconds", "20");
    assert_snapshot!(desk.run("unlock evaand01 --no-input"), @"
    err Obs: dc7.ad.contoso.example gick inte att använda: den tar inte emot anslutningar. Nästa server används.
    err Obs: dc8.ad.contoso.example gick inte att använda: den svarade inte genast. Nästa server används.
    err Fel: Den som ringer om evaand01 är inte verifierad. Inget är ändrat.
    err Gör så här: Skicka en kod: servicedesk send-code evaand01. Ange sedan den som läses upp med --code.
    log 1 unlock evaand01: refused (not_verified)
    exit 5
    ");
}

/// A forged DNS answer could name an attacker's server with a valid certificate.
#[test]
fn controller_outside_domain_is_refused() {
    let mut desk = desk();
    let dc1 = desk.practice();
    let names = NameServer::start([(ALL, Says::Servers(vec![srv(0, "dc1.evil.example", &dc1)]))]);
    desk.domain(&names);
    assert_snapshot!(desk.run("lookup evaand01"), @"
    err Fel: Katalogen gick inte att nå: dc1.evil.example: DNS anger den, men namnet hör inte till ad.contoso.example.
    err Gör så här: Inget är ändrat. Kontrollera att datorn är på kommunens nät (VPN?). Är den det, be den som sköter programmet att kontrollera inställningarna (directory.domain, directory.servers).
    exit 6
    ");
    let names = NameServer::start([(ALL, Says::Servers(vec![srv(0, "dc1.notad.contoso.example", &dc1)]))]);
    desk.domain(&names);
    assert!(desk.run("lookup evaand01").ends_with("exit 6"));
}

#[test]
fn unknown_domain_is_reported() {
    let mut desk = desk();
    let names = NameServer::start([(ALL, Says::NoSuchName(Some("example")))]);
    desk.domain(&names);
    assert_snapshot!(desk.run("lookup evaand01"), @"
    err Fel: DNS känner inte till domänen ad.contoso.example: zonen example har inga katalogservrar för den.
    err Gör så här: Inget är ändrat. Kontrollera att datorn är på kommunens nät (VPN?). Är den det, be den som sköter programmet att kontrollera inställningarna (directory.domain, directory.servers).
    exit 6
    ");
    assert_eq!(kind(&desk.run("lookup evaand01 --lang en -o json")), ("no_such_domain", 6));
}

#[test]
fn domain_without_controllers_is_reported() {
    let mut desk = desk();
    let names = NameServer::start([(ALL, Says::NoSuchName(Some("_msdcs.ad.contoso.example")))]);
    desk.domain(&names);
    assert_snapshot!(desk.run("lookup evaand01"), @"
    err Fel: DNS känner inte till några katalogservrar för ad.contoso.example.
    err Gör så här: Inget är ändrat. Kontrollera att datorn är på kommunens nät (VPN?). Är den det, be den som sköter programmet att kontrollera inställningarna (directory.domain, directory.servers).
    exit 6
    ");
}

#[test]
fn silent_name_server_is_reported() {
    let mut desk = desk();
    let broken = NameServer::start([(ALL, Says::Failure)]);
    desk.domain(&broken);
    let told = desk.run("lookup evaand01 -v").replace(&broken.at.to_string(), "NAME SERVER");
    assert_snapshot!(told, @"
    err Fel: Ingen DNS-server svarar på var katalogservrarna för ad.contoso.example finns.
    err Gör så här: Inget är ändrat. Försök igen; går det inte, säg till katalogens och nätverkets administratörer.
    err Detalj: 127.0.0.1:‹port›: ServerFailure
    exit 6
    ");
    let (_socket, silent) = nobody();
    desk.resolver = Resolver::At(vec![silent]);
    desk.set("directory.timeout_seconds", "1");
    let told = desk.run("lookup evaand01 -o json").replace(&silent.to_string(), "NAME SERVER");
    assert!(told.contains("\"kind\": \"dns_unreachable\"") && told.ends_with("exit 6"), "{told}");
}

#[test]
fn configured_servers_override_dns() {
    let mut desk = desk();
    let names = NameServer::start([]);
    desk.domain(&names);
    let url = desk.practice().access().url.clone();
    assert!(desk.run(&format!("lookup evaand01 --server {url}")).ends_with("exit 0"));
    desk.set("directory.servers", &format!("[\"{url}\"]"));
    assert!(desk.run("lookup evaand01").ends_with("exit 0"));
    assert!(names.asked().is_empty());
}

#[test]
fn password_prompt_names_domain() {
    let mut desk = desk();
    let names = NameServer::start([]);
    desk.domain(&names).unset("directory.password_file").keyring();
    assert_snapshot!(desk.terminal([CtrlC]).run("lookup evaand01"), @r"
    ask Lösenord för CONTOSO\operator i katalogen (ad.contoso.example) ‹^C›
    err Avbrutet. Inget är ändrat.
    exit 130
    ");
    assert!(names.asked().is_empty());
}

/// What the domain's own name servers know needs no other way to be known: one of them may be silent.
#[test]
fn controller_addresses_come_from_dns() {
    let mut desk = desk();
    let (priority, weight, port, target, _) = srv(0, DC1, &desk.practice());
    let names = NameServer::start([
        (ALL, Says::Servers(vec![(priority, weight, port, target, None)])),
        (DC1, Says::Host(Ipv4Addr::LOCALHOST)),
    ]);
    desk.domain(&names).set("directory.timeout_seconds", "10");
    assert!(desk.run("lookup evaand01").ends_with("exit 0"));
    assert_eq!(names.asked(), [ALL, PDC, DC1]);
}

#[test]
fn unreachable_pdc_emulator_is_reported() {
    let mut desk = desk();
    let dead = (0, 0, 1, "dc7.ad.contoso.example", Some(Ipv4Addr::LOCALHOST));
    let names = NameServer::start([
        (ALL, Says::Servers(vec![dead, srv(0, DC1, &desk.practice())])),
        (PDC, Says::Servers(vec![dead])),
    ]);
    desk.domain(&names);
    desk.run("send-code evaand01");
    assert_snapshot!(desk.run("unlock evaand01 --code {code} --everywhere"), @"
    err Obs: dc7.ad.contoso.example gick inte att använda: den tar inte emot anslutningar. Nästa server används.
    err Obs: dc7.ad.contoso.example är domänens PDC, som avgör utelåsning och lösenord, och den nås inte. Ändringar görs på dc1.ad.contoso.example och kommer dit när servrarna har kontakt igen.
    out Upplåst: Eva Andersson (evaand01). Kontrollerat: kontot är upplåst.
    out Säg: ”Prova att logga in, med samma lösenord som förut. Går det inte, vänta några minuter och försök igen.”
    out Släpar efter: dc7.ad.contoso.example: den tar inte emot anslutningar. Där kan kontot fortfarande vara låst. Se efter om en stund: servicedesk lookup evaand01 --each-server
    dir evaand01: unlocked
    log 3-4 verify_code evaand01: done
    log 5-6 unlock evaand01: done, server dc1.ad.contoso.example
    exit 7
    ");
    assert!(!desk.run("lookup evaand01").contains("PDC"));
}
