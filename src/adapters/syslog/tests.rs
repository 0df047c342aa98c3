//! Sending to receivers that are in this process: each of them, away and back, and what a message says.

use std::io::{self, Read};
use std::net::{TcpListener, UdpSocket};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::{Forwarder, Receiver, Spool, Transport, message};
use crate::adapters::tls::Trust;
use crate::domain::audit::{Act, Action, Actor, AuditRecord, ChainHash, Step, StoredRecord};
use crate::ports::ServerFault;

fn stored(number: i64) -> StoredRecord {
    let record = AuditRecord {
        at: "2026-05-04T12:17:00.25Z".parse().unwrap(),
        who: Actor {
            directory: r"CONTOSO\anna".into(),
            sid: None,
            system: "ann01".into(),
            machine: "disk 7\u{e5}".into(),
        },
        act: Act {
            number: Some("*********31".into()),
            identified_by: Some("visade \"kort\" [nr 1]\nrad 2".into()),
            ..Act::new(Action::Unlock, "7b2f".into(), "åsa".into())
        },
        step: Step::Done,
        intent: Some(number - 1),
        reason: None,
        server: Some("dc1".into()),
        ticket: None,
    };
    StoredRecord { number, text: serde_json::to_string(&record).unwrap(), link: Some(ChainHash::initial(b"x")) }
}

#[test]
fn a_record_as_a_message() {
    let hash = ChainHash::initial(b"x").to_string();
    let wanted = format!(
        "<85>1 2026-05-04T12:17:00.250000Z disk7 servicedesk - unlock [servicedesk@32473 number=\"2\" hash=\"{hash}\" \
         action=\"unlock\" step=\"done\" operator=\"CONTOSO\\\\anna\" system_user=\"ann01\" account=\"åsa\" \
         account_id=\"7b2f\" intent=\"1\" server=\"dc1\" mobile=\"*********31\" \
         identified_by=\"visade \\\"kort\\\" [nr 1\\]\\\\u{{a}}rad 2\"] \u{feff}unlock åsa by CONTOSO\\anna: done"
    );
    assert_eq!(message::rfc5424(&stored(2)), wanted);
    let spoilt = StoredRecord { text: "=1".into(), link: None, ..stored(2) };
    assert_eq!(
        message::rfc5424(&spoilt),
        "<84>1 - - servicedesk - unreadable [servicedesk@32473 number=\"2\"] \u{feff}record 2 is unreadable"
    );
}

/// A record whose texts no datagram takes.
fn huge(number: i64) -> StoredRecord {
    let mut stored = stored(number);
    let mut record: AuditRecord = serde_json::from_str(&stored.text).unwrap();
    record.act.identified_by = Some("\u{202e}\"".repeat(100_000));
    record.ticket = Some("Å]\\".repeat(100_000));
    stored.text = serde_json::to_string(&record).unwrap();
    stored
}

#[test]
fn message_too_long_for_a_receiver_is_shortened_with_its_hash() {
    let whole = "Å]\\".repeat(100_000);
    let hash: String = <sha2::Sha256 as sha2::Digest>::digest(&whole).iter().map(|b| format!("{b:02x}")).collect();
    let journal = String::from_utf8(message::journal(&huge(2))).unwrap();
    for text in [message::rfc5424(&huge(2)), journal.clone()] {
        assert!(text.len() <= message::LONGEST, "{}", text.len());
        assert!(text.contains(&format!("… sha256:{hash}")));
        assert!(text.contains("dc1") && !text.contains('\u{202e}'));
    }
    assert!(journal.lines().all(|line| line.contains('=')));
    assert!(!message::rfc5424(&stored(2)).contains("sha256"));
}

/// In every field that a text can get into.
#[test]
fn message_stays_within_the_limit_whatever_the_fields() {
    for filling in ["\"\\]", "\u{0}", "\u{202e}", "🎈"] {
        let long = || filling.repeat(50_000);
        let mut record: AuditRecord = serde_json::from_str(&stored(2).text).unwrap();
        (record.who.directory, record.who.system, record.who.machine) = (long(), long(), long());
        (record.act.account, record.act.account_id) = (long(), long());
        let texts = [&mut record.act.number, &mut record.act.number_mark, &mut record.act.identified_by];
        texts.into_iter().for_each(|text| *text = Some(long()));
        (record.act.reason, record.reason) = (Some(long()), Some(long()));
        (record.server, record.ticket) = (Some(long()), Some(long()));
        let stored = StoredRecord { text: serde_json::to_string(&record).unwrap(), ..stored(2) };
        for length in [message::rfc5424(&stored).len(), message::journal(&stored).len()] {
            assert!(length <= message::LONGEST, "{filling:?}: {length}");
        }
    }
}

#[test]
fn a_record_in_the_journal() {
    let text = String::from_utf8(message::journal(&stored(2))).unwrap();
    assert!(text.starts_with("MESSAGE=unlock åsa by CONTOSO\\anna: done\nPRIORITY=5\n"), "{text}");
    assert!(text.contains("\nSERVICEDESK_NUMBER=2\n") && text.contains("[nr 1]\\u{a}rad 2\n"), "{text}");
    assert!(text.lines().all(|line| line.contains('=')), "{text}");
}

/// The number of a record that no datagram takes as it is.
const HUGE: i64 = 1000;

/// Records up to `last`, and how far they are sent.
#[derive(Clone)]
struct Shelf(Arc<Mutex<(i64, i64)>>);

impl Shelf {
    fn with(last: i64) -> Self {
        Self(Arc::new(Mutex::new((last, 0))))
    }

    fn sent(&self) -> i64 {
        self.0.lock().unwrap().1
    }
}

impl Spool for Shelf {
    fn waiting(&mut self, count: u32) -> io::Result<Vec<StoredRecord>> {
        let (last, sent) = *self.0.lock().unwrap();
        let one = |number| if number == HUGE { huge(number) } else { stored(number) };
        Ok((sent + 1..=last.min(sent + i64::from(count))).map(one).collect())
    }

    fn sent(&mut self, number: i64) -> io::Result<()> {
        self.0.lock().unwrap().1 = number;
        Ok(())
    }
}

const PATIENCE: Duration = Duration::from_secs(20);

fn transport(receiver: Receiver) -> Transport {
    Transport { receiver, trust: Trust::System, timeout: Duration::from_secs(5) }
}

fn forward(transport: Transport, shelf: &Shelf) -> Result<(), ServerFault> {
    let shelf = shelf.clone();
    Forwarder::start(transport, move || Ok(Box::new(shelf))).finish(PATIENCE)
}

/// Messages by their length (RFC 6587, 3.4.1).
fn counted(mut bytes: &[u8]) -> Vec<String> {
    let mut messages = Vec::new();
    while !bytes.is_empty() {
        let space = bytes.iter().position(|byte| *byte == b' ').unwrap();
        let length: usize = std::str::from_utf8(&bytes[..space]).unwrap().parse().unwrap();
        let (message, rest) = bytes[space + 1..].split_at(length);
        messages.push(String::from_utf8(message.to_vec()).unwrap());
        bytes = rest;
    }
    messages
}

fn told(numbers: impl IntoIterator<Item = i64>) -> Vec<String> {
    numbers.into_iter().map(|number| message::rfc5424(&stored(number))).collect()
}

/// Takes all that comes in one connection.
fn take_one(listener: TcpListener) -> JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        listener.accept().unwrap().0.read_to_end(&mut bytes).unwrap();
        bytes
    })
}

#[test]
fn by_udp() {
    let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
    socket.set_read_timeout(Some(PATIENCE)).unwrap();
    let shelf = Shelf::with(2);
    forward(transport(Receiver::Udp("127.0.0.1".into(), socket.local_addr().unwrap().port())), &shelf).unwrap();
    assert_eq!(shelf.sent(), 2);
    for wanted in told(1..=2) {
        let mut buffer = [0; 4096];
        let length = socket.recv(&mut buffer).unwrap();
        assert_eq!(String::from_utf8_lossy(&buffer[..length]), wanted);
    }
}

#[test]
fn huge_record_does_not_stop_those_after_it() {
    let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
    socket.set_read_timeout(Some(PATIENCE)).unwrap();
    let shelf = Shelf(Arc::new(Mutex::new((HUGE + 1, HUGE - 1))));
    forward(transport(Receiver::Udp("127.0.0.1".into(), socket.local_addr().unwrap().port())), &shelf).unwrap();
    assert_eq!(shelf.sent(), HUGE + 1);
    for wanted in [message::rfc5424(&huge(HUGE)), message::rfc5424(&stored(HUGE + 1))] {
        let mut buffer = [0; 9000];
        let length = socket.recv(&mut buffer).unwrap();
        assert!(buffer[..length] == *wanted.as_bytes());
    }
}

#[test]
fn tcp_receiver_away_and_back() {
    let way = |port| transport(Receiver::Tcp("127.0.0.1".into(), port));
    let shelf = Shelf::with(3);
    // Nobody ever listens there.
    assert_eq!(forward(way(1), &shelf), Err(ServerFault::Refused));
    assert_eq!(shelf.sent(), 0, "nothing is lost");

    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let taken = take_one(listener);
    forward(way(port), &shelf).unwrap();
    assert_eq!(counted(&taken.join().unwrap()), told(1..=3));
    assert_eq!(shelf.sent(), 3);
}

#[test]
fn new_records_and_long_trails_are_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let taken = thread::spawn(move || {
        let mut bytes = Vec::new();
        for _ in 0..3 {
            listener.accept().unwrap().0.read_to_end(&mut bytes).unwrap();
        }
        bytes
    });
    let shelf = Shelf::with(150);
    let mut inside = shelf.clone();
    let forwarder = Forwarder::start(transport(Receiver::Tcp("127.0.0.1".into(), port)), move || {
        // Nothing is there when it begins.
        inside.0.lock().unwrap().0 = 0;
        assert!(inside.waiting(1).unwrap().is_empty());
        inside.0.lock().unwrap().0 = 150;
        Ok(Box::new(inside))
    });
    let wake = forwarder.waker();
    let after = shelf.clone();
    // The third part comes only when it is woken for it.
    while after.sent() < 150 {
        thread::yield_now();
    }
    after.0.lock().unwrap().0 = 151;
    wake();
    drop(wake);
    forwarder.finish(PATIENCE).unwrap();
    assert_eq!(counted(&taken.join().unwrap()), told(1..=151));
}

#[test]
fn tls_needs_a_trusted_certificate() {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = rustls::pki_types::PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .unwrap();
    let config = Arc::new(config);
    let serve = move |listener: TcpListener| {
        let config = Arc::clone(&config);
        thread::spawn(move || {
            let (stream, _) = listener.accept().unwrap();
            let mut stream = rustls::StreamOwned::new(rustls::ServerConnection::new(config).unwrap(), stream);
            let mut bytes = Vec::new();
            stream.read_to_end(&mut bytes).map(|_| bytes)
        })
    };
    let listen = || {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        (listener, port)
    };
    let to =
        |port, pem: String| Transport { trust: Trust::Pem(pem), ..transport(Receiver::Tls("localhost".into(), port)) };

    let (listener, port) = listen();
    let taken = serve(listener);
    let shelf = Shelf::with(3);
    forward(to(port, made.cert.pem()), &shelf).unwrap();
    assert_eq!(counted(&taken.join().unwrap().unwrap()), told(1..=3));

    let stranger = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let (listener, port) = listen();
    let taken = serve(listener);
    let shelf = Shelf::with(1);
    let error = forward(to(port, stranger.cert.pem()), &shelf).unwrap_err();
    assert!(matches!(error, ServerFault::Certificate(_)), "{error:?}");
    assert!(taken.join().unwrap().is_err());
    assert_eq!(shelf.sent(), 0);
}

#[cfg(unix)]
#[test]
fn by_the_sockets_of_this_computer() {
    type Way = fn(std::path::PathBuf) -> Receiver;
    type Form = fn(&StoredRecord) -> Vec<u8>;
    let folder = tempfile::tempdir().unwrap();
    let ways: [(Way, Form); 2] =
        [(Receiver::Local, |stored| message::rfc5424(stored).into_bytes()), (Receiver::Journald, message::journal)];
    for (n, (receiver, form)) in ways.into_iter().enumerate() {
        let path = folder.path().join(n.to_string());
        let shelf = Shelf::with(2);
        assert!(forward(transport(receiver(path.clone())), &shelf).is_err(), "nobody listens");
        let socket = std::os::unix::net::UnixDatagram::bind(&path).unwrap();
        socket.set_read_timeout(Some(PATIENCE)).unwrap();
        forward(transport(receiver(path)), &shelf).unwrap();
        for number in 1..=2 {
            let mut buffer = [0; 4096];
            let length = socket.recv(&mut buffer).unwrap();
            assert_eq!(buffer[..length], form(&stored(number)));
        }
    }
}

#[test]
fn silent_receiver_is_not_waited_for() {
    // The queue of connections takes it in; nobody ever reads.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let slow = Transport { timeout: Duration::from_secs(3600), ..transport(Receiver::Tcp("127.0.0.1".into(), port)) };
    let shelf = Shelf::with(1);
    let inside = shelf.clone();
    let error = Forwarder::start(slow, move || Ok(Box::new(inside))).finish(Duration::ZERO).unwrap_err();
    assert_eq!(error, ServerFault::TimedOut);
    drop(listener);
}
