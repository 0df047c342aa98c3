//! SRV records over real packets, from name servers that answer, or do not.

use proptest::prelude::*;

use super::fake::{NameServer, Record, Says, nobody};
use super::message::{DnsAnswer, DnsQuery, RecordType};
use super::*;
use crate::adapters::system::SystemRandom;

const NAME: &str = "_ldap._tcp.dc._msdcs.ad.example";
const DC1: Record = (0, 100, 389, "dc1.ad.example", Some(std::net::Ipv4Addr::new(192, 0, 2, 1)));
const DC2: Record = (0, 100, 389, "DC2.ad.example", None);

/// So long that a test which waits for it is noticed.
const LIMIT: Duration = Duration::from_secs(3600);

async fn ask(servers: &[SocketAddr], limit: Duration) -> Result<Servers, NoServers> {
    Resolver::At(servers.to_vec()).srv(NAME, limit, &SystemRandom).await
}

async fn says(says: Says) -> (Result<Servers, NoServers>, NameServer) {
    let server = NameServer::start([(NAME, says)]);
    (ask(&[server.at], LIMIT).await, server)
}

fn targets(servers: Result<Servers, NoServers>) -> Vec<String> {
    servers.unwrap().records.into_iter().map(|record| record.target).collect()
}

#[tokio::test]
async fn records_and_the_addresses_that_come_along() {
    let (found, server) = says(Says::Servers(vec![DC1, DC2])).await;
    let srv = |target: &str| Srv { priority: 0, weight: 100, port: 389, target: target.to_owned() };
    let expected = Servers {
        records: vec![srv("dc1.ad.example"), srv("dc2.ad.example")],
        addresses: [("dc1.ad.example".to_owned(), vec!["192.0.2.1".parse().unwrap()])].into(),
    };
    assert_eq!(found.unwrap(), expected);
    assert_eq!(server.asked(), [NAME]);
}

#[tokio::test]
async fn truncated_answer_is_asked_for_over_tcp() {
    let (found, server) = says(Says::OverTcp(vec![DC1, DC2])).await;
    assert_eq!(targets(found), ["dc1.ad.example", "dc2.ad.example"]);
    assert_eq!(server.asked(), [NAME.to_owned(), format!("{NAME} over TCP")]);
}

#[tokio::test]
async fn no_such_name() {
    let (found, _) = says(Says::NoSuchName(Some("Example"))).await;
    assert_eq!(found, Err(NoServers::NoRecord { zone: Some("example".to_owned()) }));
    let (found, _) = says(Says::NoSuchName(None)).await;
    assert_eq!(found, Err(NoServers::NoRecord { zone: None }));
    let (found, _) = says(Says::Nothing).await;
    assert_eq!(found, Err(NoServers::NoRecord { zone: None }));
}

#[tokio::test]
async fn invalid_host_names_are_skipped() {
    let (found, _) = says(Says::Servers(vec![(0, 0, 389, "dc1\u{1b}[2J.ad.example", None), DC2])).await;
    assert_eq!(targets(found), ["dc2.ad.example"]);
    let (found, _) = says(Says::Servers(vec![(0, 0, 0, "", None)])).await;
    assert_eq!(found, Err(NoServers::NoRecord { zone: None }));
}

#[tokio::test]
async fn strays_are_not_believed() {
    let (found, _) = says(Says::AfterStrays(vec![DC1])).await;
    assert_eq!(targets(found), ["dc1.ad.example"]);
}

#[tokio::test]
async fn the_next_is_asked_when_one_fails() {
    let broken = NameServer::start([(NAME, Says::Failure)]);
    let (_socket, refusing) = closed();
    let good = NameServer::start([(NAME, Says::Servers(vec![DC1]))]);
    assert_eq!(targets(ask(&[broken.at, refusing, good.at], LIMIT).await), ["dc1.ad.example"]);
    assert_eq!(broken.asked(), [NAME]);
}

#[tokio::test]
async fn the_next_is_asked_when_one_is_silent() {
    let (_socket, silent) = nobody();
    let good = NameServer::start([(NAME, Says::Servers(vec![DC1]))]);
    assert_eq!(targets(ask(&[silent, good.at], LIMIT).await), ["dc1.ad.example"]);
}

#[tokio::test]
async fn nobody_answers() {
    let broken = NameServer::start([(NAME, Says::Failure)]);
    let said = format!("{}: ServerFailure", broken.at);
    assert_eq!(ask(&[broken.at], LIMIT).await, Err(NoServers::NoAnswer(said)));
    let (_socket, silent) = nobody();
    let said = format!("{silent}: timed out");
    assert_eq!(ask(&[silent], Duration::from_millis(1)).await, Err(NoServers::NoAnswer(said)));
}

/// A UDP port that is closed answers so (ICMP): it was taken a moment ago, so that hardly anyone has it now.
fn closed() -> (std::net::TcpListener, SocketAddr) {
    let held = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let at = held.local_addr().unwrap();
    (held, at)
}

#[tokio::test]
async fn addresses_of_a_host() {
    let server = NameServer::start([("dc1.ad.example", Says::Host([192, 0, 2, 1].into()))]);
    let (_socket, silent) = nobody();
    let at = |servers: &[SocketAddr]| Resolver::At(servers.to_vec());
    let told = at(&[silent, server.at]).addresses("dc1.ad.example", LIMIT, &SystemRandom).await;
    assert_eq!(told, [IpAddr::from([192, 0, 2, 1])]);
    assert!(at(&[server.at]).addresses("dc2.ad.example", LIMIT, &SystemRandom).await.is_empty());
    for no_name in ["no name\u{e5}..", ".ad.example", "dc1..example", ""] {
        assert!(at(&[server.at]).addresses(no_name, LIMIT, &SystemRandom).await.is_empty(), "{no_name}");
    }
    assert_eq!(server.asked(), ["dc1.ad.example", "dc2.ad.example"], "what is no name is not asked for");
}

proptest! {
    #[test]
    fn any_bytes_are_survived(bytes: Vec<u8>, cut in 0_usize..200) {
        let query = DnsQuery::new(7, RecordType::Srv, NAME).unwrap();
        prop_assert_eq!(query.read(&bytes), DnsAnswer::Stray);
        let _ = query.read(&query.bytes[..cut.min(query.bytes.len())]);
        // The beginning of an answer to it, and then anything.
        let mut answer = query.bytes.clone();
        answer[2] |= 0x80;
        answer[7] = 3;
        answer.extend(bytes);
        let _ = query.read(&answer);
    }
}
