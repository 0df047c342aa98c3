//! The built binary at a desk of the domain. Where the controllers are, Samba's own DNS tells it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use super::lab::Domain;
use crate::support::program::write_private;

/// A desk, with a configuration and a state of its own.
pub(crate) struct Desk<'a> {
    domain: &'a Domain,
    home: TempDir,
}

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) exit: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl<'a> Desk<'a> {
    pub(super) fn new(domain: &'a Domain, site: &str) -> Self {
        let desk = Self { domain, home: tempfile::tempdir().unwrap() };
        desk.write("password", domain.text("operator_password"));
        // Long: no server is silent here, so no test waits for it.
        let text = format!(
            "language = 'sv'\n[directory]\ndomain = '{}'\nsite = '{site}'\nca_file = '{}'\nuser = '{}'\n\
             password_file = 'password'\ntimeout_seconds = 60\n[sms]\nprovider = 'outbox'\noutbox = 'outbox'\n\
             [state]\npath = 'state.db'\n[verification]\nallow_identified_by = true\nnotify = 'off'\n",
            domain.text("dns_domain"),
            domain.text("ca_file"),
            domain.text("operator_user"),
        );
        desk.write("config.toml", &text);
        desk
    }

    fn write(&self, name: &str, content: &str) {
        write_private(self.home.path(), name, content);
    }

    /// A time limit.
    pub(crate) fn patient(self, seconds: u32) -> Self {
        let text = std::fs::read_to_string(self.path("config.toml")).unwrap();
        self.write("config.toml", &text.replace("timeout_seconds = 60", &format!("timeout_seconds = {seconds}")));
        self
    }

    /// The operator has a ticket, and no password is kept anywhere. Where tickets are got, DNS tells.
    pub(crate) fn with_ticket(self) -> Self {
        let text = std::fs::read_to_string(self.path("config.toml")).unwrap();
        let no_name = |line: &&str| !["user", "password_file", "ca_file"].iter().any(|key| line.starts_with(key));
        let text: Vec<&str> = text.lines().filter(no_name).collect();
        self.write("config.toml", &text.join("\n").replace("timeout_seconds", "bind = 'kerberos'\ntimeout_seconds"));
        std::fs::remove_file(self.path("password")).unwrap();
        let (dns, realm) = (self.domain.text("dns_domain"), self.domain.text("dns_domain").to_uppercase());
        let kerberos = format!(
            "[libdefaults]\ndefault_realm = {realm}\ndns_lookup_kdc = true\ndns_canonicalize_hostname = false\nrdns = false\n\
             [domain_realm]\n.{dns} = {realm}\n"
        );
        self.write("krb5.conf", &kerberos);
        let mut kinit = self.command("kinit");
        let mut kinit = kinit.arg("operator1").stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        kinit.stdin.take().unwrap().write_all(self.domain.text("operator_password").as_bytes()).unwrap();
        assert!(kinit.wait().unwrap().success(), "the operator gets a ticket");
        self
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Its DNS server is the controllers.
    fn command(&self, program: &str) -> Command {
        let names = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/lab/names-from");
        let mut command = Command::new("unshare");
        command.args(["--mount", "--", names, self.domain.text("resolv_conf"), program]);
        command.env("KRB5_CONFIG", self.path("krb5.conf")).env("KRB5CCNAME", self.path("ticket"));
        command.env("XDG_CACHE_HOME", self.path("cache"));
        command
    }

    /// Starts the program, with that on standard input.
    pub(crate) fn start(&self, arguments: &str, input: &str) -> Child {
        let mut command = self.command(env!("CARGO_BIN_EXE_servicedesk"));
        command.arg("--config").arg(self.path("config.toml")).args(arguments.split_whitespace());
        command.env_remove("SERVICEDESK_LANG").current_dir(self.home.path());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        child
    }

    pub(crate) fn run(&self, arguments: &str) -> Run {
        let run: Run = self.start(arguments, "").wait_with_output().unwrap().into();
        crate::support::schema::check(&crate::support::schema::words(arguments), &run.out);
        run
    }

    /// The program in a script: its exit code and its document.
    pub(crate) fn json(&self, arguments: &str) -> (i32, Value) {
        let run = self.run(&format!("{arguments} -o json"));
        (run.exit, run.document())
    }

    /// What the trail says, a line a record.
    pub(crate) fn trail(&self) -> Vec<String> {
        let line = |record: Value| {
            let parts = [&record["action"], &record["step"], &record["server"]];
            parts.iter().filter_map(|part| part.as_str()).collect::<Vec<_>>().join(" ")
        };
        self.records().into_iter().map(line).collect()
    }

    pub(crate) fn records(&self) -> Vec<Value> {
        let (_, mut document) = self.json("audit show --all --last 5000");
        serde_json::from_value(document["records"].take()).unwrap()
    }
}

impl Run {
    pub(crate) fn document(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self { exit: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }
}

/// What a file holds, a document a line.
pub(crate) fn lines(path: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}
