//! A dump that is restored into a new database, as servicedesk-rollout(7) describes it, is the same store.

use std::path::Path;
use std::process::Command;

use servicedesk::adapters::store::HeadTrouble;
use servicedesk::domain::audit::Step;
use servicedesk::ports::{ReadRecords, Records, StoreRefusal};

use super::refusal;
use super::server::{Database, Lab, Machine};
use crate::support::store::{TestStore, record, walked};

/// Runs one of PostgreSQL's programs as the role that owns the tables.
fn run(program: &str, lab: &Lab, arguments: &[&str]) {
    let mut command = Command::new(program);
    command.args(arguments).arg("--no-password").env("PGPASSWORD", &lab.password);
    command.env("PGHOST", &lab.socket_folder).env("PGUSER", &lab.user);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
}

/// A copy of what the machine keeps: the key, and the head as it is at this time.
fn copy(machine: &Machine) -> Machine {
    let new = Machine::with_key_of(machine);
    std::fs::create_dir(new.folder()).unwrap();
    for entry in std::fs::read_dir(machine.folder()).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, new.folder().join(path.file_name().unwrap())).unwrap();
    }
    new
}

/// The dump in a new database, for a machine that keeps this.
async fn restored(dump: &Path, machine: Machine) -> Database {
    let new = Database { machine, ..Database::new().await };
    let file = dump.to_str().unwrap();
    run("pg_restore", &new.lab, &["--exit-on-error", "--single-transaction", "--dbname", &new.name, file]);
    new
}

#[tokio::test]
async fn restored_dump_is_the_same_store() {
    let database = Database::new().await;
    let store = database.open().await;
    for step in [Step::Refused, Step::Done] {
        store.append(&record(step)).await.unwrap();
    }
    let trail = walked(&store).await;
    let folder = tempfile::tempdir().unwrap();
    let dump = folder.path().join("servicedesk.dump");
    run("pg_dump", &database.lab, &["--format=custom", "--file", dump.to_str().unwrap(), &database.name]);
    let kept_with_dump = copy(&database.machine);
    store.append(&record(Step::Refused)).await.unwrap();

    let good = restored(&dump, kept_with_dump).await;
    let again = good.open().await;
    assert_eq!(walked(&again).await, trail);
    assert_eq!(again.append(&record(Step::Done)).await.unwrap(), 3);
    assert!(again.take_head_trouble().is_none());
    let stranger = Machine::new();
    assert_eq!(refusal(&good, &stranger).await, StoreRefusal::NoKey { path: stranger.key() });

    // The head of the desk is later than the dump: the end is missing.
    let behind = restored(&dump, copy(&database.machine)).await;
    let store = behind.open().await;
    assert_eq!((walked(&store).await.0, store.head().await.unwrap().unwrap().number), (2, 3));
    store.append(&record(Step::Done)).await.unwrap();
    assert!(matches!(store.take_head_trouble(), Some((_, HeadTrouble::Strange))));
}

/// Dropping the desk's database must not remove its records and the limits on codes unnoticed.
#[tokio::test]
async fn database_made_anew_lacks_its_end() {
    let database = Database::new().await;
    let store = database.open().await;
    for step in [Step::Refused, Step::Done] {
        store.append(&record(step)).await.unwrap();
    }
    store.close().await;
    run("dropdb", &database.lab, &["--force", &database.name]);
    run("createdb", &database.lab, &[&database.name]);
    let store = database.open().await;
    store.append(&record(Step::Done)).await.unwrap();
    let (head, trouble) = store.take_head_trouble().unwrap();
    assert!(matches!(trouble, HeadTrouble::Strange), "{trouble:?}");
    assert_eq!(store.head().await.unwrap().unwrap().number, 2);
    // Removing the head says that it was meant.
    std::fs::remove_file(head).unwrap();
    let store = database.open().await;
    store.append(&record(Step::Done)).await.unwrap();
    assert!(store.take_head_trouble().is_none());
}
