//! The store in a real PostgreSQL: the suite of every store, and what only a server brings with it.
//!
//! Needs the laboratory: `tests/lab/postgres start shared`, the same with `fragile`, and `SERVICEDESK_LAB` naming the
//! folder where they left their JSON files (`target/lab` unless told otherwise).

mod backup;
mod calls;
mod desk;
mod line;
mod rights;
mod sending;
mod server;

use std::os::unix::fs::PermissionsExt;

use servicedesk::adapters::store::Store;
use servicedesk::adapters::system::SystemRandom;
use servicedesk::adapters::tls::Trust;
use servicedesk::config::Server;
use servicedesk::domain::audit::{AuditRecord, Step};
use servicedesk::ports::{KeyFault, OpenError, ReadRecords, Records, StoreRefusal};
use zeroize::Zeroizing;

use self::line::{Cut, Line};
use self::server::{Database, Machine};
use crate::support::store::{TestStore, at_once, parsed, record, walked};

crate::store_suite!(Database);

async fn refusal(database: &Database, machine: &Machine) -> StoreRefusal {
    match Store::server(database.settings(machine), &SystemRandom).await.err() {
        Some(OpenError::Refused { why, .. }) => why,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn all_machines_share_one_key() {
    let database = Database::new().await;
    let first = database.open().await;
    assert_eq!(first.made_key(), Some(database.machine.key().as_path()), "the first makes it");
    assert_eq!(std::fs::metadata(database.machine.key()).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(database.open().await.made_key(), None, "it is told once");

    let other = Machine::new();
    assert_eq!(refusal(&database, &other).await, StoreRefusal::NoKey { path: other.key() });
    assert!(!other.key().exists(), "nobody makes another one");
    std::fs::write(other.key(), [8; 32]).unwrap();
    let unusable = refusal(&database, &other).await;
    assert!(
        matches!(&unusable, StoreRefusal::UnusableKey { why: KeyFault::Readable { mode: 0o644 }, .. }),
        "{unusable:?}"
    );
    std::fs::set_permissions(other.key(), std::fs::Permissions::from_mode(0o600)).unwrap();
    assert_eq!(refusal(&database, &other).await, StoreRefusal::OtherKey { path: other.key() });
    std::fs::write(other.key(), [8; 31]).unwrap();
    assert!(matches!(refusal(&database, &other).await, StoreRefusal::UnusableKey { .. }));

    let third = Machine::with_key_of(&database.machine);
    database.on_machine(&third).await.append(&record(Step::Done)).await.unwrap();
}

#[tokio::test]
async fn twenty_machines_create_one_store() {
    let database = Database::new().await;
    let machine = Machine::new();
    at_once(20, async |_| {
        // One folder for all, to see that one machine makes the key.
        let store = Store::server(database.settings(&machine), &SystemRandom).await.unwrap();
        store.append(&record(Step::Done)).await.unwrap();
    });
    assert_eq!(database.number("SELECT count(*) FROM store").await, 1);
    assert_eq!(walked(&database.on_machine(&machine).await).await.0, 20);
}

#[tokio::test]
async fn each_machine_keeps_its_own_head() {
    let database = Database::new().await;
    let one = database.open().await;
    let second = Machine::with_key_of(&database.machine);
    let other = database.on_machine(&second).await;
    for n in 0..3 {
        assert_eq!(one.append(&record(Step::Done)).await.unwrap(), 2 * n + 1);
        assert_eq!(other.append(&record(Step::Done)).await.unwrap(), 2 * n + 2);
    }
    assert!(one.take_head_trouble().is_none() && other.take_head_trouble().is_none());
    assert_eq!(one.head().await.unwrap().unwrap().number, 5);
    assert_eq!(other.head().await.unwrap().unwrap().number, 6);
    assert_eq!(walked(&one).await, walked(&other).await);
}

#[tokio::test]
async fn server_certificate_must_match() {
    let database = Database::new().await;
    drop(database.open().await);
    let refused = async |change: &dyn Fn(&mut servicedesk::adapters::store::PostgresSettings)| {
        let mut settings = database.settings(&database.machine);
        change(&mut settings);
        match Store::server(settings, &SystemRandom).await.err() {
            Some(OpenError::Failed(error)) => {
                assert!(error.is_of_a_server(), "{error}");
                error.text
            }
            other => panic!("{other:?}"),
        }
    };
    let (address, other) = (database.lab.address.clone(), database.lab.other_address.clone());
    let text = refused(&|settings| settings.server = Server::Tls(other.clone())).await;
    assert!(text.contains(&format!("it is not for {other}; ")), "another name: {text}");
    let text = refused(&|settings| settings.trust = Trust::System).await;
    assert!(text.contains("its issuer is not trusted: CN=Servicedesk lab CA"), "another authority: {text}");
    let text = refused(&|settings| settings.server = Server::Loopback(address.clone())).await;
    assert!(text.contains("no encryption") || text.contains("SSL off"), "in the clear: {text}");
    let text = refused(&|settings| settings.password = Some(Zeroizing::new("Gissat-Ord-1".into()))).await;
    assert!(text.contains("28P01") && !text.contains("Gissat"), "a wrong password: {text}");
    refused(&|settings| settings.password = None).await;
}

#[tokio::test]
async fn lost_connection_is_reopened() {
    let database = Database::new().await;
    let store = database.open().await;
    store.append(&record(Step::Intent)).await.unwrap();
    database.cut_off().await;
    assert_eq!(store.append(&record(Step::Done)).await.unwrap(), 2);
    database.cut_off().await;
    assert_eq!(store.unanswered(None).await.unwrap().len(), 1);
    assert_eq!(walked(&store).await.0, 2);
}

#[tokio::test]
async fn unconfirmed_commit_is_stored_once() {
    for cut in [Cut::BeforeCommit, Cut::AfterCommit] {
        let database = Database::new().await;
        let line = Line::to(&database.lab.socket_folder);
        let store = Store::server(line.settings(database.settings(&database.machine)), &SystemRandom).await.unwrap();
        store.append(&record(Step::Refused)).await.unwrap();
        let many = [record(Step::Intent), record(Step::Intent)];
        line.cut(cut);
        assert_eq!(store.append_all(&many).await.unwrap(), [2, 3]);
        assert!(line.is_cut(), "nothing was cut");
        // Another machine has appended records.
        line.cut(cut);
        let answer = AuditRecord { intent: Some(2), ..record(Step::Done) };
        assert_eq!(store.append(&answer).await.unwrap(), 4);
        assert!(line.is_cut(), "nothing was cut");
        assert_eq!(walked(&store).await.0, 4);
        assert_eq!(parsed(store.after(3, 9).await.unwrap()), [(4, answer)]);
        assert_eq!(store.unanswered(None).await.unwrap().iter().map(|(n, _)| *n).collect::<Vec<_>>(), [3]);
        assert!(store.take_head_trouble().is_none());
    }
}

#[tokio::test]
async fn append_takes_two_round_trips() {
    let database = Database::new().await;
    drop(database.open().await);
    let line = Line::to(&database.lab.socket_folder);
    let store = Store::server(line.settings(database.settings(&database.machine)), &SystemRandom).await.unwrap();
    let opened = line.flights();
    store.append(&record(Step::Intent)).await.unwrap();
    store.append(&record(Step::Done)).await.unwrap();
    assert_eq!(line.flights(), 4);
    store.append_all(&[record(Step::Done), record(Step::Intent), record(Step::Done)]).await.unwrap();
    assert_eq!(line.flights(), 2);
    store.unanswered(None).await.unwrap();
    assert_eq!(line.flights(), 1);
    assert_eq!(opened, 4, "start, twice for the password, and what is there");
}
