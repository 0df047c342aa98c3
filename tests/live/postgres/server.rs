//! The lab's PostgreSQL with a new database for each test.

use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use serde::Deserialize;
use servicedesk::adapters::store::{HeadTrouble, PostgresSettings, Store};
use servicedesk::adapters::system::SystemRandom;
use servicedesk::adapters::tls::Trust;
use servicedesk::config::Server;
use servicedesk::ports::OpenError;
use tempfile::TempDir;
use tokio::net::UnixStream;
use tokio_postgres::{Client, Config, NoTls};
use zeroize::Zeroizing;

use crate::notes;
use crate::support::store::TestStore;

/// A server of the lab.
#[derive(Deserialize)]
pub struct Lab {
    pub address: String,
    pub other_address: String,
    pub socket_folder: PathBuf,
    pub user: String,
    pub password: String,
    pub ca_file: PathBuf,
}

impl Lab {
    pub fn open(name: &str) -> Self {
        notes::notes(&format!("postgres-{name}"))
    }

    /// `halt` or `resume`.
    pub fn run(name: &str, what: &str) {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/lab/postgres");
        assert!(Command::new(script).args([what, name]).status().unwrap().success(), "{script} {what} {name}");
    }
}

/// A database, and the machines that use it.
pub struct Database {
    pub lab: Lab,
    pub name: String,
    pub machine: Machine,
}

/// What one machine keeps.
pub struct Machine(TempDir);

impl Machine {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// One that was given the desk's key.
    pub fn with_key_of(other: &Self) -> Self {
        let new = Self::new();
        std::fs::copy(other.key(), new.key()).unwrap();
        new
    }

    pub fn key(&self) -> PathBuf {
        self.0.path().join("desk.key")
    }

    pub fn folder(&self) -> PathBuf {
        self.0.path().join("state")
    }
}

impl Database {
    pub async fn on(name: &str) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let (lab, server) = (Lab::open(name), name);
        let name = format!("desk_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let _ = server;
        let admin = client(&lab, "postgres").await;
        admin.batch_execute(&format!("DROP DATABASE IF EXISTS {name}")).await.unwrap();
        admin.batch_execute(&format!("CREATE DATABASE {name}")).await.unwrap();
        Self { lab, name, machine: Machine::new() }
    }

    pub fn settings(&self, machine: &Machine) -> PostgresSettings {
        let trust = Trust::file(&self.lab.ca_file).unwrap();
        PostgresSettings {
            server: Server::Tls(self.lab.address.clone()),
            port: 5432,
            trust,
            user: self.lab.user.clone(),
            database: self.name.clone(),
            password: Some(Zeroizing::new(self.lab.password.clone())),
            key_file: machine.key(),
            folder: machine.folder(),
        }
    }

    pub async fn on_machine(&self, machine: &Machine) -> Store {
        Store::server(self.settings(machine), &SystemRandom).await.unwrap()
    }

    /// By the socket, past the program.
    pub async fn client(&self) -> Client {
        client(&self.lab, &self.name).await
    }

    pub async fn number(&self, sql: &str) -> i64 {
        self.client().await.query_one(sql, &[]).await.unwrap().get(0)
    }

    /// Ends every connection the program has to this database, as an administrator would.
    pub async fn cut_off(&self) {
        let sql = "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity
                   WHERE datname = current_database() AND application_name = 'servicedesk'";
        assert!(self.number(sql).await > 0, "nobody was there");
    }
}

async fn client(lab: &Lab, database: &str) -> Client {
    let socket = UnixStream::connect(lab.socket_folder.join(".s.PGSQL.5432")).await.unwrap();
    let mut config = Config::new();
    config.user(&lab.user).password(&lab.password).dbname(database);
    let (client, connection) = config.connect_raw(socket, NoTls).await.unwrap();
    tokio::spawn(connection);
    client
}

impl TestStore for Database {
    type Store = Store;

    async fn new() -> Self {
        Self::on("shared").await
    }

    async fn try_open(&self) -> Result<Store, OpenError> {
        Store::server(self.settings(&self.machine), &SystemRandom).await
    }

    async fn by_hand(&self, sql: &str) -> Result<(), String> {
        let done = self.client().await.batch_execute(sql).await;
        done.map_err(|error| error.as_db_error().map_or(error.to_string(), |said| said.message().to_owned()))
    }

    async fn fills_up(&self) {
        self.by_hand("ALTER TABLE audit ADD CONSTRAINT room CHECK (id <= 2)").await.unwrap();
    }

    async fn becomes_newer(&self) {
        self.by_hand("UPDATE store SET version = 99").await.unwrap();
    }

    async fn unlocks_the_trail(&self) {
        let sql = "DROP TRIGGER audit_changes_nothing ON audit; DROP TRIGGER audit_loses_nothing ON audit";
        self.by_hand(sql).await.unwrap();
    }

    fn found_strange(store: &Store) -> bool {
        matches!(store.take_head_trouble(), Some((_, HeadTrouble::Strange)))
    }
}
