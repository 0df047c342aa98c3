//! A name server for tests, on a loopback port of its own: real packets over UDP and TCP. Knows a few names, and
//! answers each as it is told to, or not at all.

use std::collections::{BTreeSet, HashMap};
use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, UdpSocket};
use std::sync::{Arc, Mutex};

use simple_dns::rdata::{A, RData, SOA, SRV};
use simple_dns::{CLASS, Name, Packet, PacketFlag, Question, RCODE, ResourceRecord, TYPE};

/// One record: priority, weight, port, target, and its address if that comes along.
pub(crate) type Record = (u16, u16, u16, &'static str, Option<Ipv4Addr>);

/// What it says of a name.
#[derive(Debug, Clone)]
#[allow(dead_code, reason = "not every test has a use for each")]
pub(crate) enum Says {
    /// These are its servers.
    Servers(Vec<Record>),
    /// The same, which does not fit in a packet: only over TCP.
    OverTcp(Vec<Record>),
    /// It is the name of the host there.
    Host(Ipv4Addr),
    /// There is no such name, in this zone if it is told.
    NoSuchName(Option<&'static str>),
    /// The name is there, but nothing of what was asked for.
    Nothing,
    /// It cannot answer.
    Failure,
    /// Somebody else's answer first, then these servers.
    AfterStrays(Vec<Record>),
}

/// A running one. Its threads end with the process.
pub(crate) struct NameServer {
    pub(crate) at: SocketAddr,
    asked: Arc<Mutex<BTreeSet<String>>>,
}

impl NameServer {
    /// Of every name that is not here it says that there is no such name in `example`.
    pub(crate) fn start(names: impl IntoIterator<Item = (&'static str, Says)>) -> Self {
        let names: Arc<HashMap<String, Says>> =
            Arc::new(names.into_iter().map(|(name, says)| (name.to_owned(), says)).collect());
        let (udp, tcp) = loop {
            let tcp = TcpListener::bind("127.0.0.1:0").unwrap();
            // The port may be taken for UDP.
            if let Ok(udp) = UdpSocket::bind(tcp.local_addr().unwrap()) {
                break (udp, tcp);
            }
        };
        let at = udp.local_addr().unwrap();
        let asked: Arc<Mutex<BTreeSet<String>>> = Arc::default();
        let (log, known) = (Arc::clone(&asked), Arc::clone(&names));
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok((length, from)) = udp.recv_from(&mut buffer) {
                for answer in answers(&buffer[..length], &known, &log, false) {
                    let _ = udp.send_to(&answer, from);
                }
            }
        });
        let log = Arc::clone(&asked);
        std::thread::spawn(move || {
            for stream in tcp.incoming() {
                let mut stream = stream.unwrap();
                let mut length = [0; 2];
                stream.read_exact(&mut length).unwrap();
                let mut query = vec![0; u16::from_be_bytes(length).into()];
                stream.read_exact(&mut query).unwrap();
                for answer in answers(&query, &names, &log, true) {
                    let _ = stream.write_all(&u16::try_from(answer.len()).unwrap().to_be_bytes());
                    let _ = stream.write_all(&answer);
                }
            }
        });
        Self { at, asked }
    }

    /// What was asked, in the order of the alphabet and each once: several questions may be on their way at the same
    /// time, and one whose answer takes long is asked again.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().iter().cloned().collect()
    }
}

fn answers(query: &[u8], names: &HashMap<String, Says>, log: &Mutex<BTreeSet<String>>, tcp: bool) -> Vec<Vec<u8>> {
    let packet = Packet::parse(query).unwrap();
    let [question] = packet.questions.as_slice() else { panic!("one question at a time") };
    let wanted = question.qtype;
    assert_eq!(question.qclass, CLASS::IN.into());
    assert!(packet.has_flags(PacketFlag::RECURSION_DESIRED));
    let name = question.qname.to_string();
    log.lock().unwrap().insert(if tcp { format!("{name} over TCP") } else { name.clone() });
    let number = packet.id();
    let reply = |number: u16, name: &str| {
        let mut reply = Packet::new_reply(number);
        reply.questions.push(Question::new(Name::new(name).unwrap().into_owned(), wanted, CLASS::IN.into(), false));
        reply
    };
    let done = |reply: Packet<'_>| reply.build_bytes_vec_compressed().unwrap();
    let mut plain = reply(number, &name);
    match names.get(&name).unwrap_or(&Says::NoSuchName(Some("example"))) {
        Says::Servers(records) => vec![done(with(plain, &name, records))],
        Says::Host(address) => {
            if wanted == TYPE::A.into() {
                let a = RData::A(A { address: (*address).into() });
                plain.answers.push(ResourceRecord::new(Name::new(&name).unwrap().into_owned(), CLASS::IN, 600, a));
            }
            vec![done(plain)]
        }
        Says::OverTcp(records) if tcp => vec![done(with(plain, &name, records))],
        Says::OverTcp(_) => {
            plain.set_flags(PacketFlag::TRUNCATION);
            vec![done(plain)]
        }
        Says::NoSuchName(zone) => {
            *plain.rcode_mut() = RCODE::NameError;
            plain.name_servers.extend(zone.map(|zone| {
                let soa = SOA {
                    mname: Name::new_unchecked("ns.example"),
                    rname: Name::new_unchecked("hostmaster.example"),
                    serial: 1,
                    refresh: 900,
                    retry: 600,
                    expire: 86400,
                    minimum: 3600,
                };
                ResourceRecord::new(Name::new_unchecked(zone), CLASS::IN, 3600, RData::SOA(soa))
            }));
            vec![done(plain)]
        }
        Says::Nothing => vec![done(plain)],
        Says::Failure => {
            *plain.rcode_mut() = RCODE::ServerFailure;
            vec![done(plain)]
        }
        Says::AfterStrays(records) => {
            let forged = [(0, 0, 1, "forged.example", None)];
            vec![
                done(with(reply(number ^ 1, &name), &name, &forged)),
                done(with(reply(number, "other.example"), "other.example", &forged)),
                query.to_vec(),
                vec![1, 2, 3],
                vec![0; 12],
                done(with(plain, &name, records)),
            ]
        }
    }
}

fn with<'a>(mut reply: Packet<'a>, name: &str, records: &[Record]) -> Packet<'a> {
    for (priority, weight, port, target, address) in records {
        let srv =
            SRV { priority: *priority, weight: *weight, port: *port, target: Name::new(target).unwrap().into_owned() };
        let name = Name::new(name).unwrap().into_owned();
        reply.answers.push(ResourceRecord::new(name, CLASS::IN, 600, RData::SRV(srv)));
        reply.additional_records.extend(address.map(|address| {
            let a = RData::A(A { address: address.into() });
            ResourceRecord::new(Name::new(target).unwrap().into_owned(), CLASS::IN, 600, a)
        }));
    }
    reply
}

/// Where nobody listens: a port that is taken.
pub(crate) fn nobody() -> (UdpSocket, SocketAddr) {
    let socket = UdpSocket::bind((IpAddr::from([127, 0, 0, 1]), 0)).unwrap();
    let at = socket.local_addr().unwrap();
    (socket, at)
}
