//! A caller in the lab: an account on a domain controller, a phone on the simulated network, and the
//! built binary with a configuration for both.

use std::cell::Cell;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use expectrl::Session;
use expectrl::session::OsSession;
use serde_json::Value;
use servicedesk::adapters::directory::{DirectorySettings, LdapDirectory, ProtectedGroups, UnresponsiveControllers};
use servicedesk::adapters::system::SystemRandom;
use servicedesk::adapters::tls::Trust;
use servicedesk::domain::password::Password;
use servicedesk::ports::{DirectoryError, SignInRefusal};
use tempfile::TempDir;
use tokio::sync::RwLockReadGuard;

use crate::network::{self, NETWORK};
use crate::notes::{add_caller, notes};
use crate::support::program::write_private;

/// Which of the two domain controllers.
#[derive(Clone, Copy)]
pub(crate) enum Domain {
    /// Without the policy hints control.
    Stock,
    /// With it.
    Hints,
}

pub(crate) struct Case {
    pub(crate) account: String,
    domain: Value,
    network: PathBuf,
    /// How much the network had carried before.
    carried: u64,
    digits: String,
    folder: TempDir,
    _network: RwLockReadGuard<'static, ()>,
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap()
}

impl Case {
    /// A new account with a phone of its own.
    pub(crate) fn open(domain: Domain, number: &str, password: &str) -> Self {
        let domain = notes(match domain {
            Domain::Stock => "stock",
            Domain::Hints => "hints",
        });
        let kannel: Value = notes("kannel");
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let network = PathBuf::from(text(&kannel, "log_file"));
        let case = Self {
            account: format!("call{}-{}", &digits[7..], std::process::id()),
            carried: std::fs::metadata(&network).unwrap().len(),
            network,
            digits: digits.trim_start_matches('0').to_owned(),
            folder: tempfile::tempdir().unwrap(),
            domain,
            _network: NETWORK.blocking_read(),
        };
        add_caller(&case.domain, case.folder.path(), &case.account, number, password, "");
        case.configure(&kannel);
        case
    }

    fn configure(&self, kannel: &Value) {
        self.write("directory-password", text(&self.domain, "operator_password"));
        self.write("sms-secret", text(kannel, "password"));
        let configuration = format!(
            "language = 'sv'\n[directory]\nservers = ['{}']\ntls_name = '{}'\nca_file = '{}'\nuser = '{}'\n\
             password_file = 'directory-password'\ntimeout_seconds = 60\n[sms]\nprovider = 'kannel'\nurl = '{}'\n\
             sender = 'Servicedesk'\nuser = '{}'\nsecret_file = 'sms-secret'\ntimeout_seconds = 30\n\
             [verification]\nnotify = 'off'\n[state]\npath = 'state.db'\n[desk]\nphone = '0142-36 6000'\n",
            text(&self.domain, "ldaps_url"),
            text(&self.domain, "tls_name"),
            text(&self.domain, "ca_file"),
            text(&self.domain, "operator_user"),
            text(kannel, "url"),
            text(kannel, "user"),
        );
        self.write("config.toml", &configuration);
    }

    fn write(&self, name: &str, content: &str) {
        write_private(self.folder.path(), name, content);
    }

    /// The gateway will not know us any more.
    pub(crate) fn spoil_the_gateway_secret(&self) {
        self.write("sms-secret", "wrong");
    }

    /// Whether the caller can sign in, and if not, why.
    pub(crate) fn signs_in(&self, password: &str) -> Result<(), SignInRefusal> {
        let settings = DirectorySettings {
            servers: vec![text(&self.domain, "ldaps_url").parse().unwrap()],
            domain: None,
            trust: Trust::file(text(&self.domain, "ca_file").as_ref()).unwrap(),
            tls_name: Some(text(&self.domain, "tls_name").into()),
            user: format!("{}\\{}", text(&self.domain, "netbios"), self.account),
            base: None,
            timeout: Duration::from_secs(20),
            history_required: true,
            mobile_attributes: vec!["mobile".into()],
            search_attributes: vec![],
            protected: ProtectedGroups { names: vec![], must_exist: false },
            protected_units: vec![],
            protected_operators: None,
            unresponsive: UnresponsiveControllers::default(),
        };
        let password = Password::parse(password.to_owned()).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        match runtime.block_on(LdapDirectory::connect(settings, password, &SystemRandom)) {
            Ok(_) => Ok(()),
            Err(DirectoryError::SignIn { refusal, .. }) => Err(refusal),
            Err(other) => panic!("{other}"),
        }
    }

    /// What the box "User cannot change password" does: denies it to everyone.
    pub(crate) fn deny_own_change(&self) {
        self.deny("ab721a53-1e2f-11d0-9819-00aa0040529b");
    }

    /// Denies setting the password without the old one (User-Force-Change-Password).
    pub(crate) fn deny_reset(&self) {
        self.deny("00299570-246d-11d0-a768-00aa006e0529");
    }

    fn deny(&self, right: &str) {
        let dn = format!("CN={},{}", self.account, text(&self.domain, "staff_ou"));
        let denied = &format!("(OD;;CR;{right};;WD)");
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/lab/samba");
        let mut grant = Command::new(script);
        grant.args(["grant", text(&self.domain, "name"), &dn, denied]);
        grant.env("LAB_ROOT", std::env::var_os("SERVICEDESK_LAB").unwrap());
        assert!(grant.status().unwrap().success());
    }

    /// Locks the account as in life.
    pub(crate) fn lock(&self) {
        for _ in 0..10 {
            if self.signs_in("not-the-password") == Err(SignInRefusal::Locked) {
                return;
            }
        }
        panic!("ten wrong passwords did not lock {}", self.account);
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_servicedesk"));
        command.arg("--config").arg(self.folder.path().join("config.toml")).args(arguments);
        command.env_remove("SERVICEDESK_LANG").env("TERM", "xterm");
        command
    }

    /// The program on a terminal.
    pub(crate) fn terminal(&self, arguments: &[&str]) -> OsSession {
        let mut terminal = Session::spawn(self.command(arguments)).unwrap();
        terminal.set_expect_timeout(Some(Duration::from_secs(120)));
        terminal
    }

    /// The program in a script: its exit code and its document.
    pub(crate) fn json(&self, arguments: &[&str]) -> (i32, Value) {
        self.json_with_input(arguments, "")
    }

    pub(crate) fn json_with_input(&self, arguments: &[&str], input: &str) -> (i32, Value) {
        let mut command = self.command(arguments);
        command.args(["-o", "json"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        let words = [arguments, &["-o", "json"]].concat();
        crate::support::schema::check(&words, &String::from_utf8_lossy(&output.stdout));
        let document = serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
        (output.status.code().unwrap(), document)
    }

    /// What the audit trail says, a line a record.
    pub(crate) fn trail(&self) -> Vec<String> {
        let (_, document) = self.json(&["audit", "show", "--all"]);
        let line = |record: &Value| {
            let parts = [&record["action"], &record["step"], &record["reason"]];
            parts.iter().filter_map(|part| part.as_str()).collect::<Vec<_>>().join(" ")
        };
        // Every run has its sign-in.
        let signs_in = |record: &&Value| record["action"] == "sign_in";
        document["records"].as_array().unwrap().iter().filter(|record| !signs_in(record)).map(line).collect()
    }

    /// The password that the simulated network brought to this phone. It is the message's last line,
    /// and the network tells a message line by line.
    pub(crate) fn password_from_the_phone(&self) -> String {
        let sent = format!("+46{} text Här är det nya lösenordet", self.digits);
        let came = Cell::new(false);
        let password = |line: &str| {
            if !came.get() {
                came.set(line.contains(&sent));
                return None;
            }
            let (_, text) = line.split_once("Got message ")?.1.split_once(": <")?;
            Some(text.strip_suffix('>')?.to_owned())
        };
        let found = network::first(&self.network, self.carried, password);
        found.unwrap_or_else(|| panic!("no password to {}", self.digits))
    }

    /// The code that the simulated network brought to this phone.
    pub(crate) fn code_from_the_phone(&self) -> String {
        let sent = format!("+46{} text ", self.digits);
        let code = |line: &str| Some(line.split_once(&sent)?.1.split(' ').next()?.to_owned());
        let found = network::first(&self.network, self.carried, code);
        found.unwrap_or_else(|| panic!("no message to {}", self.digits))
    }
}
