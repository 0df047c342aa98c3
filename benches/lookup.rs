//! `lookup` of one account beside a bare `ldapsearch` for the same entry, attributes and credentials, on two real domain
//! controllers, directly and over a link of 10 ms round trip.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::Options;
use crate::delay;
use crate::lab::{Lab, secret};
use crate::measure::{pairs, time};
use crate::table::{Goal, Table};

const ROUND_TRIP: Duration = Duration::from_millis(10);
const ACCOUNT: &str = "evabench01";

/// The attributes that `lookup` requests.
pub const ATTRIBUTES: &[&str] = &[
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

pub fn run(table: &mut Table, options: Options) {
    let folder = tempfile::tempdir().unwrap();
    table.section("Look-up of one account, beside ldapsearch");
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
            let (mut ours, mut theirs) = (lookup(&lab, &url, folder.path()), ldapsearch(&lab, &url, folder.path()));
            let (ours, theirs) = pairs(options.rounds(15, 61), || time(&mut ours), || time(&mut theirs));
            table.beside(&format!("{} {way}", lab.name), ours, theirs, Goal::AtMost(1.10));
        }
    }
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
