//! An operator with a ticket of their own in the lab, a caller to help, and the built binary with a configuration in
//! which there is no password.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::notes::{add_caller, notes};
use crate::support::program::write_private;

const REALM: &str = "AD.CONTOSO.EXAMPLE";
const OPERATOR: &str = "operator1@AD.CONTOSO.EXAMPLE";

pub(crate) struct Case {
    pub(crate) account: String,
    domain: Value,
    folder: TempDir,
    /// The words before the program, such as `faketime`.
    before: Vec<&'static str>,
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap()
}

impl Case {
    /// An operator with a fresh ticket and a configuration, before the domain controller of this name.
    pub(crate) fn open(domain: &str) -> Self {
        let domain = notes(domain);
        let case = Self { account: String::new(), domain, folder: tempfile::tempdir().unwrap(), before: vec![] };
        case.kdc(Some(&format!("{}:88", case.address())));
        case.configure(&format!("ldap://{}", case.address()), case.name(), "");
        let password = text(&case.domain, "operator_password");
        assert!(case.kinit(OPERATOR, password, &[]), "the operator gets a ticket");
        case
    }

    /// And a caller; `more` is LDIF.
    pub(crate) fn with_caller(domain: &str, digits: u32, password: &str, more: &str) -> Self {
        let mut case = Self::open(domain);
        case.account = format!("krb{digits}-{}", std::process::id());
        let number = format!("070-174 0{digits}");
        add_caller(&case.domain, case.folder.path(), &case.account, &number, password, more);
        case
    }

    pub(crate) fn address(&self) -> String {
        text(&self.domain, "ldap_url").trim_start_matches("ldap://").trim_end_matches(":389").to_owned()
    }

    /// The controller's full name.
    pub(crate) fn name(&self) -> &str {
        text(&self.domain, "tls_name")
    }

    fn write(&self, name: &str, content: &[u8]) -> PathBuf {
        write_private(self.folder.path(), name, content)
    }

    /// Sets the KDC's address; `None`: no KDC is configured.
    pub(crate) fn kdc(&self, address: Option<&str>) {
        let realm = address.map(|address| format!("[realms]\n{REALM} = {{\n kdc = {address}\n}}\n"));
        let content = "[libdefaults]\ndns_canonicalize_hostname = false\ndns_lookup_kdc = false\n\
                       dns_lookup_realm = false\nrdns = false\n";
        self.write("krb5.conf", (content.to_owned() + &realm.unwrap_or_default()).as_bytes());
    }

    /// `servers` is one or several, quoted and separated where several; there is no password and no user.
    pub(crate) fn configure(&self, servers: &str, name: &str, more: &str) {
        // Long: no server is silent here, so no test waits for it.
        let more = if more.is_empty() { "timeout_seconds = 60" } else { more };
        let content = format!(
            "language = 'sv'\n[directory]\nservers = ['{servers}']\ntls_name = '{name}'\nbind = 'kerberos'\n{more}\n\
             [verification]\nallow_identified_by = true\n[state]\npath = 'state.db'\n"
        );
        self.write("config.toml", content.as_bytes());
    }

    /// Whether this password gets a ticket, which is kept as the operator's.
    pub(crate) fn kinit(&self, principal: &str, password: &str, options: &[&str]) -> bool {
        let mut command = Command::new("kinit");
        self.kerberos(command.args(options).arg(principal)).stdout(Stdio::null()).stderr(Stdio::null());
        run(command, &format!("{password}\n")).status.success()
    }

    /// Whether the caller can sign in. It leaves the operator's ticket alone.
    pub(crate) fn lets_in(&self, password: &str) -> bool {
        let cache = self.folder.path().join("callers-cache");
        self.kinit(&format!("{}@{REALM}", self.account), password, &["-c", cache.to_str().unwrap()])
    }

    /// Puts the caller's ticket in the place of the operator's, when it is called.
    pub(crate) fn take_over(&self, password: &str) -> impl Fn() + Clone + Send + 'static {
        assert!(self.lets_in(password));
        let (theirs, ours) = (self.folder.path().join("callers-cache"), self.folder.path().join("cache"));
        move || {
            std::fs::copy(&theirs, &ours).unwrap();
        }
    }

    pub(crate) fn forget_ticket(&self) {
        std::fs::remove_file(self.folder.path().join("cache")).unwrap();
    }

    fn kerberos<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        let folder = self.folder.path();
        command.env("KRB5_CONFIG", folder.join("krb5.conf")).env("KRB5CCNAME", folder.join("cache"))
    }

    /// The program's clock is off by this much, as `faketime` says it.
    pub(crate) fn clock(&mut self, offset: &'static str) {
        self.before = vec!["faketime", "-f", offset];
    }

    /// Runs the program for its exit code, error kind and standard error.
    pub(crate) fn run(&self, arguments: &[&str], input: &str) -> (i32, String, String) {
        let program = env!("CARGO_BIN_EXE_servicedesk");
        let mut words = self.before.iter().copied().chain([program]);
        let mut command = Command::new(words.next().unwrap());
        command.args(words).arg("--config").arg(self.folder.path().join("config.toml")).args(arguments);
        self.kerberos(&mut command).env_remove("SERVICEDESK_LANG").env("XDG_CACHE_HOME", self.folder.path());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let Output { status, stdout, stderr } = run(command, input);
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (status.code().unwrap(), text(stdout), text(stderr))
    }

    pub(crate) fn json(&self, arguments: &[&str], input: &str) -> (i32, Value) {
        let words = [arguments, &["-o", "json"]].concat();
        let (exit, document, errors) = self.run(&words, input);
        crate::support::schema::check(&words, &document);
        (exit, serde_json::from_str(&document).unwrap_or_else(|error| panic!("{error}: {document}{errors}")))
    }

    /// A failure: its exit code, its kind, and its message and hint.
    pub(crate) fn failure(&self, arguments: &[&str]) -> (i32, String, String) {
        let (exit, document) = self.json(arguments, "");
        let error = &document["error"];
        let told = format!("{}\n{}", text(error, "message"), text(error, "hint"));
        (exit, text(error, "kind").to_owned(), told)
    }
}

fn run(mut command: Command, input: &str) -> Output {
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    // One that fails early reads nothing.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}
