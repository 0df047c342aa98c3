//! Compares `lookup` of one account with a bare `ldapsearch` for the same entry, attributes and credentials, on two
//! real domain controllers, directly and over a link of 10 ms round trip; `--version` with `ldapsearch -VV`; and prints
//! the program's size. `cargo bench --bench lookup`, as root: it installs and starts what the lab needs.
//!
//! Whole processes alternate, so that other load affects both alike.
#![allow(unreachable_pub, clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

mod delay;
mod lab;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use lab::{Lab, median, secret};

const PAIRS: usize = 61;
const ROUND_TRIP: Duration = Duration::from_millis(10);
const ACCOUNT: &str = "evabench01";

/// The attributes that `lookup` requests.
const ATTRIBUTES: &[&str] = &[
    "objectGUID",
    "sAMAccountName",
    "userPrincipalName",
    "displayName",
    "mail",
    "department",
    "userAccountControl",
    "msDS-User-Account-Control-Computed",
    "lockoutTime",
    "badPwdCount",
    "badPasswordTime",
    "pwdLastSet",
    "msDS-UserPasswordExpiryTimeComputed",
    "accountExpires",
    "logonHours",
    "userWorkstations",
    "nTSecurityDescriptor",
    "msDS-ResultantPSO",
    "adminCount",
    "memberOf",
    "primaryGroupID",
    "allowedAttributesEffective",
    "msDS-ReplAttributeMetaData",
    "replPropertyMetaData",
    "mobile",
    "otherMobile",
    "telephoneNumber",
    "otherTelephone",
];

fn main() {
    let folder = tempfile::tempdir().unwrap();
    lab::up();
    println!("{PAIRS} pairs, medians:");
    println!("{:<34} {:>12} {:>12} {:>7}", "", "servicedesk", "ldapsearch", "ratio");
    for name in ["stock", "hints"] {
        let lab = Lab::of(name);
        add(&lab);
        let ports = [
            ("directly", (lab.address.clone(), 636)),
            ("through 10 ms", {
                let link = delay::link((lab.address.as_str(), 636), ROUND_TRIP);
                (link.ip().to_string(), link.port())
            }),
        ];
        for (way, (host, port)) in ports {
            let url = format!("ldaps://{host}:{port}");
            let (ours, theirs) = (lookup(&lab, &url, folder.path()), ldapsearch(&lab, &url, folder.path()));
            compare(&format!("{} {way}", lab.name), ours, theirs, "at most 1.10");
        }
    }
    lab::down();
    let (mut ours, mut theirs) = (Command::new(env!("CARGO_BIN_EXE_servicedesk")), Command::new("ldapsearch"));
    ours.arg("--version");
    theirs.arg("-VV");
    compare("--version, -VV", ours, theirs, "at most 1");
    let size = std::fs::metadata(env!("CARGO_BIN_EXE_servicedesk")).unwrap().len();
    println!("{:<34} {:>22.2} MB {:>9} below 12", "the program", size as f64 / 1e6, "");
}

fn compare(what: &str, mut ours: Command, mut theirs: Command, wanted: &str) {
    let (mut mine, mut other) = (vec![], vec![]);
    for pair in 0..=PAIRS {
        let (first, second) = (time(&mut ours), time(&mut theirs));
        // The first run has cold caches.
        if pair > 0 {
            mine.push(first);
            other.push(second);
        }
    }
    let (mine, other) = (median(mine), median(other));
    println!("{what:<34} {mine:>12.2?} {other:>12.2?} {:>7.2}   {wanted}", mine.as_secs_f64() / other.as_secs_f64());
}

fn time(command: &mut Command) -> Duration {
    let start = Instant::now();
    let output = command.stdin(Stdio::null()).output().unwrap();
    let time = start.elapsed();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    time
}

fn lookup(lab: &Lab, url: &str, folder: &Path) -> Command {
    let mut command = lab.servicedesk(url, folder);
    command.args(["lookup", ACCOUNT]);
    command
}

fn ldapsearch(lab: &Lab, url: &str, folder: &Path) -> Command {
    let mut command = lab.openldap_as_operator("ldapsearch", url, folder);
    command
        .args(["-LLL", "-b", &lab.base_dn])
        // The part of the access list that `lookup` requests.
        .args(["-E", "1.2.840.113556.1.4.801=::MAMCAQQ="])
        .arg(format!("(&(objectCategory=person)(objectClass=user)(sAMAccountName={ACCOUNT}))"))
        .args(ATTRIBUTES);
    command
}

fn dn(lab: &Lab) -> String {
    format!("CN={ACCOUNT},{}", lab.staff_ou)
}

fn add(lab: &Lab) {
    // 514: disabled, which needs no password.
    let ldif = format!(
        "dn: {}\nobjectClass: user\nsAMAccountName: {ACCOUNT}\ndisplayName: Eva Bench\nmobile: 070-174 06 05\n\
         userAccountControl: 514\n",
        dn(lab)
    );
    assert!(change(lab, "ldapadd", &ldif), "the account that is looked up could not be made");
}

fn change(lab: &Lab, tool: &str, input: &str) -> bool {
    let folder = tempfile::tempdir().unwrap();
    let mut child = lab
        .openldap(tool, &format!("ldaps://{}", lab.address))
        .args(["-D", &lab.admin_dn, "-y"])
        .arg(secret(folder.path(), "administrator", &lab.admin_password))
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait().unwrap().success()
}
