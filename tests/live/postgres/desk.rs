//! A configured desk for the built program: a practice directory, phones that are files, and the store in a database on
//! a server that can be taken away.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use jiff::Timestamp;
use servicedesk::ports::Clock;
use servicedesk::practice::Options;
use tempfile::TempDir;

use super::server::{Database, Lab};
use crate::support::directory::{RunningDirectory, eva};
use crate::support::program::{Run, write_private};

/// The server with this desk's store only.
const SERVER: &str = "fragile";

/// The directory's clock. It asks for the time at every message, and so can take the server away: at the first one
/// after the store says that an account is about to be unlocked.
struct Cord {
    database: Database,
    is_armed: AtomicBool,
}

impl Clock for Cord {
    fn now(&self) -> Timestamp {
        if self.is_armed.load(Ordering::SeqCst) && self.unlock_is_near() {
            self.is_armed.store(false, Ordering::SeqCst);
            Lab::run(SERVER, "halt");
        }
        Timestamp::now()
    }
}

impl Cord {
    /// Asked on a thread of its own, for the directory's has a runtime already.
    fn unlock_is_near(&self) -> bool {
        let newest = "SELECT count(*) FROM (SELECT record FROM audit ORDER BY id DESC LIMIT 1) AS newest
                      WHERE record LIKE '%\"action\":\"unlock\"%' AND record LIKE '%\"step\":\"intent\"%'";
        std::thread::scope(|scope| scope.spawn(|| runtime().block_on(self.database.number(newest))).join().unwrap())
            == 1
    }
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

pub struct Desk {
    home: TempDir,
    cord: Arc<Cord>,
    directory: RunningDirectory,
}

impl Desk {
    pub fn new() -> Self {
        // One that an earlier test took away and could not bring back.
        Lab::run(SERVER, "resume");
        let database = runtime().block_on(Database::on(SERVER));
        let home = tempfile::tempdir().unwrap();
        let cord = Arc::new(Cord { database, is_armed: AtomicBool::new(false) });
        let options = Options { people: eva, ..Options::default() };
        let directory = RunningDirectory::start(&home.path().join("directory"), cord.clone(), options);
        let desk = Self { home, cord, directory };
        let (access, lab) = (desk.directory.practice.access(), &desk.cord.database.lab);
        desk.write("ca.pem", &access.ca_pem);
        desk.write("password", &access.password);
        let (address, name, ca) = (&lab.address, &desk.cord.database.name, lab.ca_file.display());
        // Where PostgreSQL's own programs would look.
        desk.write(".pgpass", &format!("{address}:*:{name}:{}:{}\n", lab.user, lab.password));
        let text = format!(
            "[directory]\nservers = [\"{}\"]\nca_file = \"ca.pem\"\nuser = 'CONTOSO\\operator'\npassword_file = \"password\"\n\
             [sms]\nprovider = \"outbox\"\noutbox = \"outbox\"\n\
             [state]\nurl = \"postgres://{}@{address}/{name}\"\nca_file = \"{ca}\"\n",
            access.url, lab.user
        );
        desk.write("config.toml", &text);
        desk
    }

    fn write(&self, name: &str, text: &str) {
        write_private(self.home.path(), name, text);
    }

    pub fn home(&self) -> PathBuf {
        self.home.path().to_owned()
    }

    pub fn arguments(&self, arguments: &str) -> String {
        format!("--config {} {arguments}", self.home.path().join("config.toml").display())
    }

    pub fn run(&self, arguments: &str) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_servicedesk"));
        command.args(self.arguments(arguments).split_whitespace()).env_clear();
        command.env("HOME", self.home.path()).env("LANG", "sv_SE.UTF-8").stdin(Stdio::null());
        command.output().unwrap().into()
    }

    pub fn halt(&self) {
        Lab::run(SERVER, "halt");
    }

    pub fn resume(&self) {
        Lab::run(SERVER, "resume");
    }

    /// The server goes as soon as an unlocking is recorded as intended, before it is done.
    pub fn halt_at_the_unlocking(&self) {
        self.cord.is_armed.store(true, Ordering::SeqCst);
    }

    pub fn number(&self, sql: &str) -> i64 {
        runtime().block_on(self.cord.database.number(sql))
    }

    /// The code in the newest SMS.
    pub fn code(&self) -> String {
        let letters = fs::read_dir(self.home.path().join("outbox")).unwrap();
        let letters = letters.map(|letter| fs::read(letter.unwrap().path()).unwrap());
        let letters = letters.map(|letter| serde_json::from_slice::<serde_json::Value>(&letter).unwrap());
        let newest = letters.max_by_key(|letter| letter["at"].as_str().unwrap().to_owned()).unwrap();
        newest["text"].as_str().unwrap()[..6].to_owned()
    }

    pub fn is_locked(&self) -> bool {
        self.directory.practice.person("evaand01").unwrap().unwrap().has_lockout_time()
    }
}
