//! The domain of two joined controllers: accounts in it, and states that it is brought into. Runs nothing of ours.

use std::fs::File;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::NamedTempFile;

use super::desk::Desk;
use crate::notes;

/// A controller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Server {
    /// The PDC emulator.
    Pdc,
    /// The other, alone in the site `Skolan`.
    Bdc,
}

use Server::{Bdc, Pdc};

impl Server {
    fn name(self) -> &'static str {
        match self {
            Pdc => "pdc",
            Bdc => "bdc",
        }
    }

    /// Its full name.
    pub(crate) fn host(self) -> String {
        format!("{}.two.contoso.example", self.name())
    }
}

/// The domain, both controllers alive. Tests that only look share it; one that stops a controller has it for itself.
pub(crate) struct Domain {
    folder: PathBuf,
    lab: Value,
    /// Whose turn it is, also among other processes.
    turn: File,
    alone: bool,
}

impl Domain {
    /// Shared with others.
    pub(crate) fn shared() -> Self {
        let domain = Self::find(false);
        domain.turn.lock_shared().unwrap();
        domain
    }

    /// Takes the lock for exclusive use.
    pub(crate) fn alone() -> Self {
        let domain = Self::find(true);
        domain.turn.lock().unwrap();
        // A run that was killed may have left them in any state.
        domain.all_well();
        domain
    }

    fn find(alone: bool) -> Self {
        let folder = notes::folder();
        let turn = File::create(folder.join("joined.turn")).unwrap();
        Self { lab: notes::notes("bdc"), folder, turn, alone }
    }

    /// What the lab tells of the second controller, and so of the domain.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.lab[name].as_str().unwrap()
    }

    fn all_well(&self) {
        for server in [Pdc, Bdc] {
            let _ = self.script(&["resume", server.name()]);
            let _ = self.script(&["revive", server.name()]);
        }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut script = Command::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/lab/samba"));
        script.args(arguments).env("LAB_ROOT", &self.folder);
        script
    }

    fn script(&self, arguments: &[&str]) -> bool {
        self.command(arguments).stdin(Stdio::null()).output().unwrap().status.success()
    }

    fn done(&self, arguments: &[&str]) {
        assert!(self.script(arguments), "{arguments:?}");
    }

    /// Stops the controller: connections are refused.
    pub(crate) fn kill(&self, server: Server) {
        self.done(&["kill", server.name()]);
    }

    /// It is silent: it takes connections and answers nothing.
    pub(crate) fn halt(&self, server: Server) {
        self.done(&["halt", server.name()]);
    }

    /// It goes on where it was.
    pub(crate) fn resume(&self, server: Server) {
        self.done(&["resume", server.name()]);
    }

    pub(crate) fn revive(&self, server: Server) {
        self.done(&["revive", server.name()]);
    }

    /// Starts it again with a clock that is late.
    pub(crate) fn make_late(&self, server: Server, seconds: i64) {
        self.kill(server);
        self.done(&["revive", server.name(), &seconds.to_string()]);
    }

    /// What `from` has of the account comes to the other.
    pub(crate) fn replicate(&self, from: Server, account: &str) {
        let to = if from == Pdc { Bdc } else { Pdc };
        self.done(&["replicate", from.name(), to.name(), &self.dn(account)]);
    }

    fn dn(&self, account: &str) -> String {
        format!("CN={account},{}", self.text("staff_ou"))
    }

    /// Adds an account, and both controllers have it.
    pub(crate) fn account(&self, what: &str) -> String {
        let account = format!("{what}{}", std::process::id());
        let quoted: Vec<u8> = format!("\"{PASSWORD}\"").encode_utf16().flat_map(u16::to_le_bytes).collect();
        let password = self.secret(&quoted);
        let entry = format!(
            "dn: {}\nobjectClass: user\nsAMAccountName: {account}\ndisplayName: Asa Test\nmobile: 070-174 06 31\n\
             userAccountControl: 512\nunicodePwd:< file://{}\n",
            self.dn(&account),
            password.path().display()
        );
        let added = self.ldap("ldapadd", Pdc, self.text("admin_dn"), "admin_password", &[], &entry);
        assert!(added.status.success(), "{added:?}");
        self.replicate(Pdc, &account);
        account
    }

    /// Adds as many, with no password and locked, past the server: it would take its time for each.
    pub(crate) fn add_locked(&self, what: &str, n: usize) -> Vec<String> {
        let accounts: Vec<String> = (0..n).map(|i| format!("{what}{i}")).collect();
        let now = servicedesk::domain::filetime::filetime(jiff::Timestamp::now());
        let entry = |account: &String| {
            format!(
                "dn: {}\nchangetype: add\nobjectClass: user\nsAMAccountName: {account}\nuserAccountControl: 544\n\
                 lockoutTime: {now}\n\n",
                self.dn(account)
            )
        };
        let mut script = self.command(&["ldbmodify", Pdc.name()]);
        let mut script = script.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        script.stdin.take().unwrap().write_all(accounts.iter().map(entry).collect::<String>().as_bytes()).unwrap();
        assert!(script.wait().unwrap().success());
        self.done(&["replicate", Pdc.name(), Bdc.name()]);
        accounts
    }

    /// Locks it there as in life, and there alone.
    pub(crate) fn lock(&self, server: Server, account: &str) {
        let user = format!("{}\\{account}", self.text("netbios"));
        for _ in 0..10 {
            let answer = self.ldap("ldapsearch", server, &user, "", &["-s", "base", "-b", ""], "");
            if String::from_utf8(answer.stderr).unwrap().contains("data 775") {
                return;
            }
        }
        panic!("ten wrong passwords did not lock {account} on {server:?}");
    }

    /// Those of the accounts whose name begins with `what` that are locked there.
    pub(crate) fn locked(&self, server: Server, what: &str) -> Vec<String> {
        let filter = format!("(&(sAMAccountName={what}*)(lockoutTime>=1))");
        let search = ["-b", self.text("staff_ou"), &filter, "sAMAccountName"];
        let found = self.ldap("ldapsearch", server, self.text("operator_user"), "operator_password", &search, "");
        assert!(found.status.success(), "{found:?}");
        let found = String::from_utf8(found.stdout).unwrap();
        found.lines().filter_map(|line| line.strip_prefix("sAMAccountName: ")).map(str::to_owned).collect()
    }

    /// OpenLDAP's own client, with the password of that name; any other is wrong. Setting the stage needs no proof of
    /// the server's name.
    fn ldap(&self, tool: &str, at: Server, user: &str, password: &str, arguments: &[&str], input: &str) -> Output {
        let address = if at == Pdc { "127.0.0.21" } else { self.text("address") };
        let password = self.secret(self.lab[password].as_str().unwrap_or("wrong").as_bytes());
        let mut command = Command::new(tool);
        command.args(["-x", "-o", "nettimeout=20", "-H", &format!("ldaps://{address}"), "-D", user, "-y"]);
        command.arg(password.path()).args(arguments).env("LDAPTLS_REQCERT", "never");
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    }

    fn secret(&self, content: &[u8]) -> NamedTempFile {
        let mut file = NamedTempFile::new().unwrap();
        file.write_all(content).unwrap();
        file
    }

    /// A desk in this site.
    pub(crate) fn desk(&self, site: &str) -> Desk<'_> {
        Desk::new(self, site)
    }
}

impl Drop for Domain {
    /// Restarts controllers that a failed test left stopped.
    fn drop(&mut self) {
        if self.alone && std::thread::panicking() {
            let _ = self.script(&["kill", Bdc.name()]);
            self.all_well();
        }
    }
}

const PASSWORD: &str = "Vinter-Ljus-23";
