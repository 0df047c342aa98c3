//! Compares `unlock` of many locked accounts with OpenLDAP's `ldapmodify`, which sends one change at a time, and with
//! a bare loop of 32 concurrent changes without look-up, trail or reading back. Runs on a real controller, directly and
//! over a link of 10 ms round trip; then with ten times as many accounts, measuring memory too.
//! `cargo bench --bench bulk`, as root: it installs what the lab needs.
//!
//! Each run is a whole process that signs in as the same operator. Runs alternate and swap order, so that other load
//! affects all alike. Locking the accounts and syncing the disk before each run is not measured. Starts with a new
//! controller: changes become slower after many accounts were added and removed.
#![allow(unreachable_pub, clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod delay;
mod lab;

use std::collections::HashSet;
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
const ROUNDS: usize = 61;
const ROUNDS_WITH_LDAPMODIFY: usize = 15;
const ROUNDS_OF_VERY_MANY: usize = 3;
const ROUND_TRIP: Duration = Duration::from_millis(10);
const UNDER_WAY: usize = 32;
/// The argument that makes this program the bare loop.
const BARE_LOOP: &str = "bare-loop";
/// Accounts added or locked in one transaction. The database never shrinks below its largest transaction.
const AT_ONCE: usize = 1_000;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, command, url, list] = &arguments[..]
        && command == BARE_LOOP
    {
        return bare_loop(&Lab::of("stock"), url, Path::new(list));
    }
    let lab = Lab::anew("stock");
    let folder = tempfile::tempdir().unwrap();
    let link = delay::link((lab.address.as_str(), 636), ROUND_TRIP);
    let far = format!("ldaps://{link}");

    let accounts = Accounts::add(&lab, MANY, folder.path());
    let rounds = |url: &str, rounds: usize, with_ldapmodify: usize| -> Vec<Round> {
        let round = |number: usize| {
            let mut round = Round::default();
            for who in if number.is_multiple_of(2) { [0, 1, 2] } else { [2, 1, 0] } {
                match who {
                    0 => round.ours = accounts.unlock(url),
                    1 => round.bare = accounts.bare_loop(url),
                    _ => round.ldapmodify = (number < with_ldapmodify).then(|| accounts.ldapmodify(url)),
                }
            }
            round
        };
        (0..rounds).map(round).collect()
    };
    // One round is enough for 2,000 round trips.
    let through_link = rounds(&far, ROUNDS, 1);
    let directly = rounds(&lab.ldaps_url, ROUNDS_WITH_LDAPMODIFY, ROUNDS_WITH_LDAPMODIFY);

    println!("{MANY} accounts, medians:");
    println!("{:<16} {:>8} {:>12} {:>12} {:>12}", "", "rounds", "servicedesk", "ldapmodify", "bare loop");
    for (name, rounds) in [("through 10 ms", &through_link), ("directly", &directly)] {
        let ldapmodify = median(rounds.iter().filter_map(|round| round.ldapmodify).collect());
        let (ours, bare) = (of(rounds, |round| round.ours.time), of(rounds, |round| round.bare));
        println!("{name:<16} {:>8} {ours:>12.2?} {ldapmodify:>12.2?} {bare:>12.2?}", rounds.len());
    }
    println!();
    println!("{:<58} {:>8}   wanted", "", "measured");
    let ldapmodify = through_link.iter().find_map(|round| round.ldapmodify).unwrap();
    let ours = of(&through_link, |round| round.ours.time);
    row("times as fast as ldapmodify through 10 ms", ratio(ldapmodify, ours), "at least 12");
    let bare = of(&through_link, |round| round.bare);
    row("times as fast as ldapmodify, the bare loop through 10 ms", ratio(ldapmodify, bare), "-");
    let all_of_bare = |rounds: &[Round]| ratio(all(rounds, |round| round.ours.time), all(rounds, |round| round.bare));
    row("times the bare loop's time through 10 ms, all rounds", all_of_bare(&through_link), "at most 1.15");
    row("times the bare loop's time directly, all rounds", all_of_bare(&directly), "-");
    let ldapmodify = all(&directly, |round| round.ldapmodify.unwrap());
    let ours = all(&directly, |round| round.ours.time);
    row("times ldapmodify's time directly, all rounds", ratio(ours, ldapmodify), "at most 1");
    row("peak memory, MB", most(through_link.iter().chain(&directly).map(|round| &round.ours)), "-");

    let lab = Lab::anew("stock");
    let everyone = Accounts::add(&lab, VERY_MANY, folder.path());
    let some = everyone.first(MANY);
    let round = |_| (some.unlock(&far), everyone.unlock(&far));
    let rounds: Vec<(Run, Run)> = (0..ROUNDS_OF_VERY_MANY).map(round).collect();
    let time = median(rounds.iter().map(|(_, everyone)| everyone.time).collect());
    println!();
    println!("{VERY_MANY} accounts, {ROUNDS_OF_VERY_MANY} rounds: {time:.2?} through 10 ms");
    let times_as_many = VERY_MANY as f64 / MANY as f64;
    let growth = |(some, everyone): &(Run, Run)| ratio(everyone.time, some.time) / times_as_many;
    row("times the time that each of 2,000 of them takes", middle(&rounds, growth), "at most 1.10");
    row("peak memory, MB", most(rounds.iter().map(|(_, everyone)| everyone)), "below 64");
    lab::down();
}

/// Runs them in turn, reversing the order each round.
#[derive(Default)]
struct Round {
    ours: Run,
    bare: Duration,
    ldapmodify: Option<Duration>,
}

fn of(rounds: &[Round], time: impl Fn(&Round) -> Duration) -> Duration {
    median(rounds.iter().map(time).collect())
}

/// The total. Single runs differ by a tenth; the total of many is the steadiest measure.
fn all(rounds: &[Round], time: impl Fn(&Round) -> Duration) -> Duration {
    rounds.iter().map(time).sum()
}

fn middle<T>(rounds: &[T], ratio: impl Fn(&T) -> f64) -> f64 {
    let mut ratios: Vec<f64> = rounds.iter().map(ratio).collect();
    ratios.sort_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}

fn most<'a>(runs: impl Iterator<Item = &'a Run>) -> u32 {
    runs.map(|run| run.memory).max().unwrap()
}

fn row(what: &str, measured: impl Into<f64>, wanted: &str) {
    println!("{what:<58} {:>8.2}   {wanted}", measured.into());
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}

/// Time and memory of a process.
#[derive(Default)]
struct Run {
    time: Duration,
    /// Peak, in megabytes (10^6 bytes).
    memory: u32,
}

/// Accounts in their own OU.
struct Accounts<'a> {
    lab: &'a Lab,
    count: usize,
    folder: &'a Path,
}

impl<'a> Accounts<'a> {
    fn add(lab: &'a Lab, count: usize, folder: &'a Path) -> Self {
        let accounts = Self { lab, count, folder };
        let ou = format!("dn: {}\nchangetype: add\nobjectClass: organizationalUnit\n\n", accounts.ou());
        let account = |(name, dn)| {
            format!(
                "dn: {dn}\nchangetype: add\nobjectClass: user\nsAMAccountName: {name}\ndisplayName: Eva Bench\n\
                 mobile: 070-174 06 05\nuserAccountControl: 512\n\n"
            )
        };
        accounts.ldbmodify(std::iter::once(ou).chain(accounts.names().map(account)), &[]);
        accounts
    }

    fn first(&self, count: usize) -> Self {
        Self { count, ..*self }
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

    fn file(&self, name: &str, lines: impl Iterator<Item = String>) -> PathBuf {
        let path = self.folder.join(name);
        fs::write(&path, lines.collect::<String>()).unwrap();
        path
    }

    fn lock(&self) {
        let now = filetime(Timestamp::now());
        let locking = self.names().map(|(_, dn)| replace_lockout_time(&dn, now));
        self.ldbmodify(locking, &["--controls=local_oid:1.3.6.1.4.1.7165.4.3.12:0"]);
        // Otherwise the next run pays for the previous one's writes.
        assert!(Command::new("sync").status().unwrap().success());
    }

    /// In the database: over LDAP only wrong passwords lock an account.
    fn ldbmodify(&self, records: impl Iterator<Item = String>, options: &[&str]) {
        let records: Vec<String> = records.collect();
        for records in records.chunks(AT_ONCE) {
            let mut child = Command::new(lab::script("samba"))
                .args(["ldbmodify", &self.lab.name])
                .args(options)
                .env("LAB_ROOT", lab::folder())
                .stdin(Stdio::piped())
                .stdout(Stdio::null())
                .spawn()
                .unwrap();
            child.stdin.take().unwrap().write_all(records.concat().as_bytes()).unwrap();
            assert!(child.wait().unwrap().success(), "ldbmodify failed");
        }
    }

    /// Accepts the attack warning, as all lockouts begin at once.
    fn unlock(&self, url: &str) -> Run {
        self.lock();
        let list = self.file("list.txt", self.names().map(|(name, _)| name + "\n"));
        let mut command = self.lab.servicedesk(url, self.folder);
        command.args(["unlock", "--reason", "x", "--yes", "--accept-risk", "-q", "--from"]).arg(list);
        run(&mut command, self.folder)
    }

    fn ldapmodify(&self, url: &str) -> Duration {
        self.lock();
        let changes = self.file("unlock.ldif", self.names().map(|(_, dn)| replace_lockout_time(&dn, 0)));
        let mut command = self.lab.openldap_as_operator("ldapmodify", url, self.folder);
        command.arg("-f").arg(changes);
        run(&mut command, self.folder).time
    }

    /// Runs this program as [`bare_loop`].
    fn bare_loop(&self, url: &str) -> Duration {
        self.lock();
        let list = self.file("list.txt", self.names().map(|(_, dn)| dn + "\n"));
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args([BARE_LOOP, url]).arg(list);
        run(&mut command, self.folder).time
    }
}

/// Unlocks with concurrent changes and nothing else.
#[tokio::main(flavor = "current_thread")]
async fn bare_loop(lab: &Lab, url: &str, list: &Path) {
    let list = fs::read_to_string(list).unwrap();
    let mut ldap = dial(lab, url).await;
    ldap.simple_bind(&lab.operator_user, &lab.operator_password).await.unwrap().success().unwrap();
    let answers = stream::iter(list.lines()).map(|dn| {
        let mut ldap = ldap.clone();
        async move {
            let unlocked = Mod::Replace("lockoutTime", HashSet::from(["0"]));
            ldap.modify(dn, vec![unlocked]).await.unwrap().success().unwrap();
        }
    });
    answers.buffer_unordered(UNDER_WAY).collect::<()>().await;
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
    // Linux reports no size for an ended process.
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
