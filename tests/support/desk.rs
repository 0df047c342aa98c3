//! A configured desk for the program: a practice directory that can be stopped in the middle of a
//! change, and a configuration file.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::{Arc, Condvar, Mutex};

use jiff::{SignedDuration, Timestamp};
use servicedesk::ports::Clock;
use servicedesk::practice::{Options, Person};

use super::directory::{RunningDirectory, eva};
use super::program::{Home, PATIENCE, Run, Running, write_private};

/// The directory's clock. It asks for the time at every message, and so can be made to wait: at the
/// first one after the store says that something is about to be changed.
pub(crate) struct Gate {
    store: PathBuf,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Everything passes.
    Open,
    /// The next change waits.
    Closed,
    /// One is waiting.
    Waiting,
}

impl Gate {
    pub(crate) fn close(&self) {
        *self.state.lock().unwrap() = State::Closed;
    }

    /// Lets what waits go on.
    pub(crate) fn open(&self) {
        *self.state.lock().unwrap() = State::Open;
        self.changed.notify_all();
    }

    /// Comes back when a change has reached the directory and waits there.
    pub(crate) fn reached(&self) {
        let waiting = self.changed.wait_timeout_while(self.state.lock().unwrap(), PATIENCE, |s| *s != State::Waiting);
        assert!(!waiting.unwrap().1.timed_out(), "no change came");
    }

    fn change_is_near(&self) -> bool {
        let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
        let Ok(store) = rusqlite::Connection::open_with_flags(&self.store, flags) else { return false };
        let newest = "SELECT record FROM audit ORDER BY id DESC LIMIT 1";
        let record: String = store.query_row(newest, [], |row| row.get(0)).unwrap_or_default();
        record.contains(r#""step":"intent""#) && (record.contains(r#""unlock""#) || record.contains(r#""reset""#))
    }
}

impl Clock for Gate {
    fn now(&self) -> Timestamp {
        let mut state = self.state.lock().unwrap();
        if *state == State::Closed && self.change_is_near() {
            *state = State::Waiting;
            self.changed.notify_all();
            drop(self.changed.wait_timeout_while(state, PATIENCE, |s| *s == State::Waiting).unwrap());
        }
        Timestamp::now()
    }
}

pub(crate) struct Desk {
    home: Home,
    pub(crate) gate: Arc<Gate>,
    directory: RunningDirectory,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self::at(Home::new())
    }

    /// The same once more, with a directory of its own, as far as this one has come. Nothing may be running.
    pub(crate) fn twin(&self) -> Self {
        let home = Home::new();
        ["directory", "state", "outbox"].iter().for_each(|name| self.copy(name, &home.0.path().join(name)));
        Self::at(home)
    }

    /// Copies one of its folders, if it is there.
    pub(crate) fn copy(&self, folder: &str, to: &Path) {
        let Ok(entries) = fs::read_dir(self.home.0.path().join(folder)) else { return };
        fs::create_dir(to).unwrap();
        for entry in entries.map(Result::unwrap) {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }

    pub(crate) fn at(home: Home) -> Self {
        let store = home.0.path().join("state/state.db");
        let gate = Arc::new(Gate { store, state: Mutex::new(State::Open), changed: Condvar::new() });
        let options = Options { people: eva, ..Options::default() };
        let directory = RunningDirectory::start(&home.0.path().join("directory"), gate.clone(), options);
        let desk = Self { home, gate, directory };
        let access = desk.directory.practice.access();
        desk.write("ca.pem", &access.ca_pem);
        desk.write("password", &access.password);
        desk.write("gateway-secret", "Gateway-hemligt-9");
        desk.reach(&access.url);
        desk
    }

    pub(crate) fn configure(&self, server: &str, sms: &str) {
        let directory = "ca_file = \"ca.pem\"\nuser = 'CONTOSO\\operator'\npassword_file = \"password\"";
        let text = format!(
            "[directory]\nservers = [\"{server}\"]\ntimeout_seconds = 60\n{directory}\n[sms]\n{sms}\n[state]\npath = \"state/state.db\"\n"
        );
        self.write("config.toml", &text);
    }

    /// Where the practice directory is.
    pub(crate) fn url(&self) -> String {
        self.directory.practice.access().url.clone()
    }

    /// Reaches the directory by this address.
    pub(crate) fn reach(&self, url: &str) {
        self.configure(url, "provider = \"outbox\"\noutbox = \"outbox\"");
    }

    /// Codes go to this gateway.
    pub(crate) fn gateway(&self, url: &str) {
        let sms = format!(
            "provider = \"kannel\"\nurl = \"{url}\"\nsender = \"Servicedesk\"\nuser = \"desk\"\nsecret_file = \"gateway-secret\"\ntimeout_seconds = 60"
        );
        self.configure(&self.directory.practice.access().url, &sms);
    }

    /// The operator's password stands in no file that the program knows.
    pub(crate) fn without_password_file(&self) {
        let path = self.home.0.path().join("config.toml");
        let text = fs::read_to_string(&path).unwrap().replace("password_file = \"password\"\n", "");
        self.write("config.toml", &text);
    }

    pub(crate) fn home(&self) -> &Home {
        &self.home
    }

    fn write(&self, name: &str, text: &str) {
        write_private(self.home.0.path(), name, text);
    }

    fn arguments(&self, arguments: &str) -> String {
        format!("--config {} {arguments}", self.home.0.path().join("config.toml").display())
    }

    pub(crate) fn run(&self, arguments: &str) -> Run {
        self.home.run(&self.arguments(arguments))
    }

    /// Runs the program as another one with these arguments starts it.
    pub(crate) fn run_under(&self, starter: &[String], arguments: &str) -> Run {
        self.home.command_under(starter, &self.arguments(arguments)).output().unwrap().into()
    }

    /// Starts the program with that on standard input.
    pub(crate) fn start(&self, arguments: &str, input: &str) -> Running {
        self.start_under(&[], arguments, input)
    }

    /// The same as another program starts it.
    pub(crate) fn start_under(&self, starter: &[String], arguments: &str, input: &str) -> Running {
        let mut command = self.home.command_under(starter, &self.arguments(arguments));
        let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        Running(child)
    }

    /// Starts the program as somebody who signs in under this name, with that on standard input.
    pub(crate) fn start_as(&self, operator: &str, arguments: &str, input: &str) -> Running {
        let folder = self.home.0.path();
        let name = format!("config-{}.toml", operator.replace(['\\', '@'], "-"));
        // Those that run already may be about to read it.
        if !folder.join(&name).exists() {
            let text = fs::read_to_string(folder.join("config.toml")).unwrap();
            self.write(&name, &text.replace(r"CONTOSO\operator", operator));
        }
        let arguments = format!("--config {} {arguments}", folder.join(name).display());
        let mut child = self.home.command(&arguments).stdin(Stdio::piped()).spawn().unwrap();
        // It may well end before it has read everything.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        Running(child)
    }

    /// Adds settings of `[verification]`.
    pub(crate) fn limit(&self, settings: &str) {
        let text = fs::read_to_string(self.home.0.path().join("config.toml")).unwrap();
        self.write("config.toml", &format!("{text}[verification]\n{settings}\n"));
    }

    /// Sends a code and reads it from the outbox.
    pub(crate) fn code(&self) -> String {
        assert_eq!(self.run("send-code evaand01").exit, Some(0));
        self.newest_letter()[..6].to_owned()
    }

    /// The text of the newest SMS in the outbox.
    pub(crate) fn newest_letter(&self) -> String {
        let newest = self.letters().max_by_key(|letter| letter["at"].as_str().unwrap().to_owned()).unwrap();
        newest["text"].as_str().unwrap().to_owned()
    }

    /// Every code in the outbox.
    pub(crate) fn codes(&self) -> Vec<String> {
        self.letters().map(|letter| letter["text"].as_str().unwrap()[..6].to_owned()).collect()
    }

    fn letters(&self) -> impl Iterator<Item = serde_json::Value> {
        let letters = fs::read_dir(self.home.0.path().join("outbox")).unwrap();
        letters.map(|letter| serde_json::from_slice(&fs::read(letter.unwrap().path()).unwrap()).unwrap())
    }

    /// Every file that the program itself keeps: not the practice directory's, and not the phones'.
    pub(crate) fn files_kept(&self) -> Vec<PathBuf> {
        let state = fs::read_dir(self.home.0.path().join("state")).unwrap();
        state.map(|entry| entry.unwrap().path()).collect()
    }

    /// Locks another account, long enough ago not to look like an attack.
    pub(crate) fn lock(&self, account: &str) {
        let yesterday = Timestamp::now() - SignedDuration::from_hours(24);
        self.directory.practice.add(Person::new(account).locked_at(yesterday)).unwrap();
    }

    pub(crate) fn person(&self, account: &str) -> Person {
        self.directory.practice.person(account).unwrap().unwrap()
    }

    pub(crate) fn is_locked(&self) -> bool {
        self.is_locked_out("evaand01")
    }

    pub(crate) fn is_locked_out(&self, account: &str) -> bool {
        self.directory.practice.person(account).unwrap().unwrap().has_lockout_time()
    }

    pub(crate) fn has_password(&self, password: &str) -> bool {
        self.directory.practice.has_password("evaand01", password).unwrap()
    }

    /// The trail without sign-ins, as `action step`.
    pub(crate) fn trail(&self) -> Vec<String> {
        let told = |record: &serde_json::Value| {
            format!("{} {}", record["action"].as_str().unwrap(), record["step"].as_str().unwrap())
        };
        self.records().iter().map(told).filter(|record| !record.starts_with("sign_in ")).collect()
    }

    /// How many tries at codes the store has counted.
    pub(crate) fn tries_taken(&self) -> u32 {
        let store = rusqlite::Connection::open(self.home.0.path().join("state/state.db")).unwrap();
        store.query_row("SELECT count(*) FROM attempt", [], |row| row.get(0)).unwrap()
    }

    /// The newest thousand records, as `audit show` gives them.
    pub(crate) fn records(&self) -> Vec<serde_json::Value> {
        let shown = self.run("audit show --all --last 1000 -o json");
        let mut document: serde_json::Value = serde_json::from_str(&shown.out).unwrap();
        match document["records"].take() {
            serde_json::Value::Array(records) => records,
            other => panic!("{other}"),
        }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.gate.open();
    }
}
