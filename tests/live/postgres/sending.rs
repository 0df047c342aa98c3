//! The desk's trail on its way to one log server, from several machines at once.

use std::collections::BTreeSet;
use std::io::Read;
use std::net::TcpListener;
use std::time::Duration;

use servicedesk::adapters::syslog::{Forwarder, Receiver, Transport};
use servicedesk::adapters::tls::Trust;
use servicedesk::domain::audit::Step;
use servicedesk::ports::Records;

use super::server::{Database, Machine};
use crate::support::store::{TestStore, at_once, record};

/// The numbers of the records in what a log server has got, in their order.
fn numbers(text: &str) -> Vec<i64> {
    text.split(" number=\"").skip(1).map(|rest| rest.split('"').next().unwrap().parse().unwrap()).collect()
}

#[tokio::test]
async fn one_machine_forwards_each_record_once() {
    let database = Database::new().await;
    drop(database.open().await);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let (give, got) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut text = String::new();
            stream.unwrap().read_to_string(&mut text).unwrap();
            if give.send(text).is_err() {
                return;
            }
        }
    });
    at_once(4, async |_| {
        let store = database.on_machine(&Machine::with_key_of(&database.machine)).await;
        let receiver = Receiver::Tcp("127.0.0.1".into(), port);
        let name = receiver.to_string();
        let transport = Transport { receiver, trust: Trust::System, timeout: Duration::from_secs(120) };
        let forwarder = Forwarder::start(transport, store.spool(name));
        store.after_records(Some(Box::new(forwarder.waker())));
        for _ in 0..5 {
            store.append(&record(Step::Done)).await.unwrap();
        }
        store.after_records(None);
        forwarder.finish(Duration::from_secs(60)).unwrap();
    });
    // All forwarders are done, so each record has been taken; none is on its way any more.
    let mut sent = Vec::new();
    while sent.len() < 20 {
        sent.extend(numbers(&got.recv_timeout(Duration::from_secs(120)).unwrap()));
    }
    assert_eq!(sent.iter().collect::<BTreeSet<_>>().len(), 20, "{sent:?}");
    assert!(sent.is_sorted(), "{sent:?}");
    assert!(got.try_recv().is_err(), "something came twice");
    assert_eq!(database.number("SELECT id FROM forwarded").await, 20);
}
