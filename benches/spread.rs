//! Whether unlocking on two controllers at once would be quicker than on one. Each controller applies every change, its
//! own or replicated, and a controller that would refuse a sign-in asks the PDC emulator, so an unlock counts when that one
//! has it: here by replication at once, which real controllers begin as soon (MS-ADTS 3.1.1.5.1.7).

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::Options;
use crate::accounts::Accounts;
use crate::lab::{self, Lab};
use crate::measure::{median, time};
use crate::table::{Goal, Table};

const MANY: usize = 1_000;

pub fn run(table: &mut Table, options: Options) {
    let folder = tempfile::tempdir().unwrap();
    let (pdc, other) = (Lab::of("pdc"), Lab::of("bdc"));
    let accounts = Accounts::add(&pdc, MANY, folder.path());
    replicate("pdc", "bdc");
    let (mut one, mut two, mut replicated) = (vec![], vec![], vec![]);
    for _ in 0..options.rounds(5, 15) {
        one.push(unlock(&accounts, &pdc, &pdc));
        two.push(unlock(&accounts, &pdc, &other));
        replicated.push(replicate("bdc", "pdc"));
    }
    let (one, two, replicated) = (median(one), median(two), median(replicated));
    table.section("Unlock of 1,000 on two controllers, beside one");
    table.beside("ldapmodify, half on each of two", two, one, Goal::AtMost(1.0 / 1.6));
    table.beside("  and until the PDC emulator has them all", two + replicated, one, Goal::AtMost(1.0 / 1.6));
}

/// Unlocks one half on each of two controllers, which may be the same one, at the same time.
fn unlock(accounts: &Accounts<'_>, one: &Lab, other: &Lab) -> Duration {
    for lab in [one, other] {
        Accounts { lab, ..*accounts }.lock();
    }
    let changes: Vec<String> = accounts.unlocking().collect();
    let files = changes
        .chunks(MANY / 2)
        .enumerate()
        .map(|(half, changes)| accounts.file(&format!("half-{half}.ldif"), changes.iter().cloned()));
    let files: Vec<_> = files.collect();
    let start = Instant::now();
    let running: Vec<Child> =
        [one, other].iter().zip(&files).map(|(lab, file)| ldapmodify(lab, accounts.folder, file)).collect();
    for mut child in running {
        assert!(child.wait().unwrap().success());
    }
    start.elapsed()
}

fn ldapmodify(lab: &Lab, folder: &Path, changes: &Path) -> Child {
    let mut command = lab.openldap_as_operator("ldapmodify", &lab.ldaps_url, folder);
    command.arg("-f").arg(changes).stdin(Stdio::null()).stdout(Stdio::null()).spawn().unwrap()
}

fn replicate(from: &str, to: &str) -> Duration {
    let mut command = Command::new(lab::script("samba"));
    time(command.args(["replicate", from, to]).env("LAB_ROOT", lab::folder()))
}
