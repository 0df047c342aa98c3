//! `unlock` of many locked accounts beside OpenLDAP's `ldapmodify`, which sends one change at a time, and beside a bare
//! loop of 32 concurrent changes without look-up, trail or reading back. Runs on a real controller, directly and over a
//! link of 10 ms round trip; then with ten times as many accounts.
//!
//! Each run is a whole process that signs in as the same operator. Runs alternate and swap order, so that other load
//! affects all alike. Locking the accounts and syncing the disk before each run is not measured. Starts with a new
//! controller: changes become slower after many accounts were added and removed.

use std::collections::HashSet;
use std::fs;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use futures_util::{StreamExt, stream};
use ldap3::{LdapConnAsync, LdapConnSettings, Mod, StdStream};
use rustls::pki_types::{CertificateDer, pem::PemObject};

use crate::accounts::Accounts;
use crate::lab::Lab;
use crate::measure::{self, Run, median};
use crate::table::{Goal, Table, ratio};
use crate::{Options, delay};

const MANY: usize = 2_000;
const VERY_MANY: usize = 20_000;
const ROUND_TRIP: Duration = Duration::from_millis(10);
const UNDER_WAY: usize = 32;
/// The argument that makes this program the bare loop.
pub const BARE_LOOP: &str = "bare-loop";

pub fn run(table: &mut Table, options: Options) {
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
    let through_link = rounds(&far, options.rounds(7, 61), 1);
    let direct_rounds = options.rounds(5, 15);
    let directly = rounds(&lab.ldaps_url, direct_rounds, direct_rounds);

    table.section("Unlock of 2,000, beside ldapmodify or a bare loop");
    let bare_loop = |rounds: &[Round]| (of(rounds, |round| round.ours.time), of(rounds, |round| round.bare));
    let ldapmodify = through_link.iter().find_map(|round| round.ldapmodify).unwrap();
    let (ours, bare) = bare_loop(&through_link);
    table.beside("through 10 ms, beside ldapmodify", ours, ldapmodify, Goal::AtMost(1.0 / 12.0));
    table.beside("through 10 ms, beside the bare loop", ours, bare, Goal::None);
    let all_of_bare = |rounds: &[Round]| ratio(all(rounds, |round| round.ours.time), all(rounds, |round| round.bare));
    table.ratio("  the totals of all rounds", all_of_bare(&through_link), Goal::AtMost(1.15));
    let ldapmodify = median(directly.iter().filter_map(|round| round.ldapmodify).collect());
    let (ours, bare) = bare_loop(&directly);
    table.beside("directly, beside ldapmodify", ours, ldapmodify, Goal::AtMost(1.0));
    table.beside("directly, beside the bare loop", ours, bare, Goal::None);
    table.ratio("  the totals of all rounds", all_of_bare(&directly), Goal::None);
    let memory = most(through_link.iter().chain(&directly).map(|round| &round.ours));
    table.number("peak memory", memory.into(), "MB", Goal::AtMost(64.0));

    let lab = Lab::anew("stock");
    let everyone = Accounts::add(&lab, VERY_MANY, folder.path());
    let some = everyone.first(MANY);
    let round = |_| (some.unlock(&far), everyone.unlock(&far));
    let rounds: Vec<(Run, Run)> = (0..options.rounds(1, 3)).map(round).collect();
    table.section("Unlock of 20,000, through 10 ms");
    table.time("all of them", median(rounds.iter().map(|(_, everyone)| everyone.time).collect()), Goal::None);
    let times_as_many = VERY_MANY as f64 / MANY as f64;
    let growth = |(some, everyone): &(Run, Run)| ratio(everyone.time, some.time) / times_as_many;
    table.ratio("the time of each, to that of each of 2,000", middle(&rounds, growth), Goal::AtMost(1.10));
    table.number("peak memory", most(rounds.iter().map(|(_, everyone)| everyone)).into(), "MB", Goal::AtMost(64.0));
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

impl Accounts<'_> {
    /// Accepts the attack warning, as all lockouts begin at once.
    fn unlock(&self, url: &str) -> Run {
        self.lock();
        let list = self.file("list.txt", self.names().map(|(name, _)| name + "\n"));
        let mut command = self.lab.servicedesk(url, self.folder);
        command.args(["unlock", "--reason", "x", "--yes", "--accept-risk", "-q", "--from"]).arg(list);
        measure::run(&mut command, &[0])
    }

    fn ldapmodify(&self, url: &str) -> Duration {
        self.lock();
        let changes = self.file("unlock.ldif", self.unlocking());
        let mut command = self.lab.openldap_as_operator("ldapmodify", url, self.folder);
        command.arg("-f").arg(changes);
        measure::time(&mut command)
    }

    /// Runs this program as [`bare_loop`].
    fn bare_loop(&self, url: &str) -> Duration {
        self.lock();
        let list = self.file("list.txt", self.names().map(|(_, dn)| dn + "\n"));
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args([BARE_LOOP, url]).arg(list);
        measure::time(&mut command)
    }
}

/// Unlocks with concurrent changes and nothing else. The `arguments` are the URL and the list.
#[tokio::main(flavor = "current_thread")]
pub async fn bare_loop(arguments: &[String]) {
    let [url, list] = arguments else { panic!("{arguments:?}") };
    let (lab, list) = (Lab::of("stock"), fs::read_to_string(list).unwrap());
    let mut ldap = dial(&lab, url).await;
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
