//! How long `unlock` of many locked accounts takes beside OpenLDAP's `ldapmodify`, which sends one change at a time,
//! and beside a bare loop that keeps 32 changes under way and does nothing else: no look-up, no trail, no reading
//! back. On a real domain controller, directly and through a link of 10 ms round trip. `tests/lab/up`, then
//! `cargo bench --bench bulk`, as root; with `BULK_LARGE=1` also 20,000 accounts, and their memory.
//!
//! Each measures from nothing to the last answer, signing in included, by the same operator; in turn, so that what
//! else the computer does hits all alike. The accounts are locked again before each, which is not measured.
#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod delay;
mod lab;

use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};
use std::{io, thread};

use futures_util::{StreamExt, stream};
use jiff::Timestamp;
use lab::{Lab, median};
use ldap3::{LdapConnAsync, LdapConnSettings, Mod, StdStream};
use rustls::pki_types::{CertificateDer, pem::PemObject};
use servicedesk::domain::filetime::filetime;

const MANY: usize = 2_000;
const VERY_MANY: usize = 20_000;
const ROUNDS: usize = 5;
const ROUNDS_OF_VERY_MANY: usize = 3;
const ROUND_TRIP: Duration = Duration::from_millis(10);
const UNDER_WAY: usize = 32;

fn main() {
    let lab = Lab::of("stock");
    let folder = tempfile::tempdir().unwrap();
    let link = delay::link((lab.address.as_str(), 636), ROUND_TRIP);
    let far = format!("ldaps://{link}");

    let accounts = Accounts::add(&lab, MANY, folder.path());
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    // One round tells enough of what waits for the link 2,000 times.
    let theirs = accounts.ldapmodify(&far);
    for _ in 0..ROUNDS {
        ours.push(accounts.unlock(&far));
        bare.push(accounts.bare_loop(&far));
    }
    let (mut ours_near, mut theirs_near, mut bare_near) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        ours_near.push(accounts.unlock(&lab.ldaps_url));
        theirs_near.push(accounts.ldapmodify(&lab.ldaps_url));
        bare_near.push(accounts.bare_loop(&lab.ldaps_url));
    }
    drop(accounts);

    println!("{MANY} accounts, {ROUNDS} rounds, medians:");
    println!("{:<16} {:>12} {:>12} {:>12}", "", "servicedesk", "ldapmodify", "bare loop");
    let memory = ours.iter().chain(&ours_near).map(|run| run.memory).max().unwrap();
    let (ours, ours_near) = (times(&ours), times(&ours_near));
    let (bare, bare_near, theirs_near) = (median(bare), median(bare_near), median(theirs_near));
    println!("{:<16} {ours:>12.2?} {theirs:>12.2?} {bare:>12.2?}", "through 10 ms");
    println!("{:<16} {ours_near:>12.2?} {theirs_near:>12.2?} {bare_near:>12.2?}", "directly");
    println!();
    println!("{:<58} {:>8}   wanted", "", "measured");
    row("times as fast as ldapmodify through 10 ms", ratio(theirs, ours), "at least 12");
    row("times the bare loop's time through 10 ms", ratio(ours, bare), "at most 1.15");
    row("times the bare loop's time directly", ratio(ours_near, bare_near), "-");
    row("times ldapmodify's time directly", ratio(ours_near, theirs_near), "at most 1");
    row("peak memory, MB", memory, "-");

    if std::env::var_os("BULK_LARGE").is_some() {
        let accounts = Accounts::add(&lab, VERY_MANY, folder.path());
        let runs: Vec<Run> = (0..ROUNDS_OF_VERY_MANY).map(|_| accounts.unlock(&far)).collect();
        drop(accounts);
        let each = |time: Duration, accounts: usize| time.as_secs_f64() / accounts as f64;
        println!();
        println!("{VERY_MANY} accounts, {ROUNDS_OF_VERY_MANY} rounds: {:.2?} through 10 ms", times(&runs));
        let growth = each(times(&runs), VERY_MANY) / each(ours, MANY);
        row("times the time for each of 2,000", growth, "at most 1.10");
        row("peak memory, MB", runs.iter().map(|run| run.memory).max().unwrap(), "below 64");
    }
}

fn row(what: &str, measured: impl Into<f64>, wanted: &str) {
    println!("{what:<58} {:>8.2}   {wanted}", measured.into());
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}

fn times(runs: &[Run]) -> Duration {
    median(runs.iter().map(|run| run.time).collect())
}

/// What a whole process took.
struct Run {
    time: Duration,
    /// At its most, in megabytes (10^6 bytes).
    memory: u32,
}

/// Accounts in an OU of their own, for as long as this lives.
struct Accounts<'a> {
    lab: &'a Lab,
    count: usize,
    folder: &'a Path,
}

impl Drop for Accounts<'_> {
    fn drop(&mut self) {
        self.remove();
    }
}

impl<'a> Accounts<'a> {
    fn add(lab: &'a Lab, count: usize, folder: &'a Path) -> Self {
        let accounts = Self { lab, count, folder };
        // What a run that was cut off left behind.
        accounts.remove();
        let mut ldif = format!("dn: {}\nchangetype: add\nobjectClass: organizationalUnit\n\n", accounts.ou());
        let mut unlocking = String::new();
        for (name, dn) in accounts.names() {
            write!(
                ldif,
                "dn: {dn}\nchangetype: add\nobjectClass: user\nsAMAccountName: {name}\ndisplayName: Eva Bench\n\
                 mobile: 070-174 06 05\nuserAccountControl: 512\n\n"
            )
            .unwrap();
            unlocking += &replace_lockout_time(&dn, 0);
        }
        assert!(accounts.ldbmodify(&ldif, &[]), "the accounts could not be made");
        let list: String = accounts.names().map(|(name, _)| name + "\n").collect();
        fs::write(accounts.list(), list).unwrap();
        fs::write(accounts.changes(), unlocking).unwrap();
        accounts
    }

    fn remove(&self) {
        let ldif = format!("dn: {}\nchangetype: delete\n", self.ou());
        self.ldbmodify(&ldif, &["--controls=tree_delete:1"]);
    }

    fn ou(&self) -> String {
        format!("OU=Bulk benchmark,{}", self.lab.staff_ou)
    }

    /// Each account's name and DN.
    fn names(&self) -> impl Iterator<Item = (String, String)> {
        let ou = self.ou();
        (0..self.count).map(move |number| {
            let name = format!("bulkbench{number:05}");
            let dn = format!("CN={name},{ou}");
            (name, dn)
        })
    }

    fn list(&self) -> PathBuf {
        self.folder.join("list.txt")
    }

    fn changes(&self) -> PathBuf {
        self.folder.join("unlock.ldif")
    }

    fn lock(&self) {
        let now = filetime(Timestamp::now());
        let ldif: String = self.names().map(|(_, dn)| replace_lockout_time(&dn, now)).collect();
        assert!(self.ldbmodify(&ldif, &["--controls=local_oid:1.3.6.1.4.1.7165.4.3.12:0"]), "locking failed");
    }

    /// Over LDAP no account can be locked but by wrong passwords.
    fn ldbmodify(&self, ldif: &str, options: &[&str]) -> bool {
        let mut child = Command::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/lab/samba"))
            .args(["ldbmodify", &self.lab.name])
            .args(options)
            .env("LAB_ROOT", lab::folder())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let written = child.stdin.take().unwrap().write_all(ldif.as_bytes());
        child.wait().unwrap().success() && written.is_ok()
    }

    /// The lockouts all begin at once, which looks like an attack.
    fn unlock(&self, url: &str) -> Run {
        self.lock();
        let mut command = self.lab.servicedesk(url, self.folder);
        command.args(["unlock", "--reason", "x", "--yes", "--accept-risk", "-q", "--from"]).arg(self.list());
        run(&mut command, self.folder)
    }

    fn ldapmodify(&self, url: &str) -> Duration {
        self.lock();
        let mut command = self.lab.openldap_as_operator("ldapmodify", url, self.folder);
        command.arg("-f").arg(self.changes());
        run(&mut command, self.folder).time
    }

    fn bare_loop(&self, url: &str) -> Duration {
        self.lock();
        let dns: Vec<String> = self.names().map(|(_, dn)| dn).collect();
        let start = Instant::now();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut ldap = dial(self.lab, url).await;
            ldap.simple_bind(&self.lab.operator_user, &self.lab.operator_password).await.unwrap().success().unwrap();
            let answers = stream::iter(dns).map(|dn| {
                let mut ldap = ldap.clone();
                async move {
                    let unlocked = Mod::Replace("lockoutTime", HashSet::from(["0"]));
                    ldap.modify(&dn, vec![unlocked]).await.unwrap().success().unwrap();
                }
            });
            answers.buffer_unordered(UNDER_WAY).collect::<()>().await;
        });
        start.elapsed()
    }
}

fn replace_lockout_time(dn: &str, value: i64) -> String {
    format!("dn: {dn}\nchangetype: modify\nreplace: lockoutTime\nlockoutTime: {value}\n-\n\n")
}

async fn dial(lab: &Lab, url: &str) -> ldap3::Ldap {
    let mut roots = rustls::RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(&lab.ca_file).unwrap()).unwrap();
    let ring = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(ring)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let stream = std::net::TcpStream::connect(url.trim_start_matches("ldaps://")).unwrap();
    stream.set_nodelay(true).unwrap();
    stream.set_nonblocking(true).unwrap();
    let settings = LdapConnSettings::new().set_config(Arc::new(config)).set_std_stream(StdStream::Tcp(stream));
    let (connection, ldap) =
        LdapConnAsync::with_settings(settings, &format!("ldaps://{}:636", lab.tls_name)).await.unwrap();
    tokio::spawn(connection.drive());
    ldap
}

fn run(command: &mut Command, folder: &Path) -> Run {
    let told = folder.join("told");
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(File::create(&told).unwrap());
    let start = Instant::now();
    let mut child = command.spawn().unwrap();
    let id = child.id();
    // Linux forgets the size of a process that has ended.
    let watch = thread::spawn(move || {
        let mut most = 0;
        while let Ok(size) = peak_memory(id) {
            most = most.max(size);
            thread::sleep(Duration::from_millis(5));
        }
        most
    });
    let status = child.wait().unwrap();
    let time = start.elapsed();
    assert!(status.success(), "{command:?}: {status}: {}", fs::read_to_string(told).unwrap());
    Run { time, memory: u32::try_from(watch.join().unwrap() / 1_000_000).unwrap() }
}

/// In bytes; an error when it has ended.
fn peak_memory(process: u32) -> io::Result<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.strip_suffix("kB")?.trim().parse().ok());
    peak.map(|kibibytes: u64| kibibytes * 1024).ok_or_else(|| io::ErrorKind::NotFound.into())
}
