//! A hardened domain, where signed-in users read almost nothing of an account: `doctor` names each missing right, and the
//! manual lists all that are needed. The built program is run, as an operator would.

use std::collections::{BTreeSet, HashSet};
use std::process::Command;

use ldap3::{Mod, Scope, SearchEntry};
use serde_json::Value;
use servicedesk::domain::account::Lock;
use servicedesk::ports::{ChangeAccounts, FindAccounts};
use servicedesk::practice::Person;
use tempfile::TempDir;

use super::controller::{Samba, quoted};
use crate::support::contract::{BASE, TestServer, find, new_password, only, password, receipt, unique};
use crate::support::program::write_private;

/// The class of users (MS-ADSC).
const USER: &str = "bf967aba-0de6-11d0-a285-00aa003049e2";

/// The rights that the manual grants, as `dsacls` takes them.
fn manual() -> BTreeSet<String> {
    let text = include_str!("../../../man/servicedesk-setup.7.md");
    let lines = text.lines().filter(|line| line.starts_with("dsacls $ou /I:S"));
    lines.map(|line| line.split_once("${who}:").unwrap().1.trim_end_matches('"').to_owned()).collect()
}

/// A right as the security descriptor of a unit has it.
async fn entry(samba: &Samba, right: &str, group: &str) -> String {
    let [rights, name, "user"] = right.split(';').collect::<Vec<_>>()[..] else { panic!("{right}") };
    if name.is_empty() {
        return format!("(OA;CIIO;{rights};;{USER};{group})");
    }
    let kind = rights.replace("CA", "CR");
    let mut ldap = samba.administrator.clone();
    let (extended, schema) =
        (format!("CN=Extended-Rights,CN=Configuration,{BASE}"), format!("CN=Schema,CN=Configuration,{BASE}"));
    for (container, filter, attribute) in [
        // Windows shows “Reset Password”; Samba names it otherwise.
        (extended, format!("(displayName={})", name.replace("Reset Password", "*Force*Password")), "rightsGuid"),
        (schema, format!("(lDAPDisplayName={name})"), "schemaIDGUID"),
    ] {
        let found = ldap.search(&container, Scope::OneLevel, &filter, &[attribute]).await.unwrap().success().unwrap().0;
        let Some(found) = found.into_iter().next().map(SearchEntry::construct) else { continue };
        let guid = match found.attrs.get(attribute) {
            Some(text) => text[0].clone(),
            None => guid(&found.bin_attrs[attribute][0]),
        };
        return format!("(OA;CIIO;{kind};{guid};{USER};{group})");
    }
    panic!("the directory knows no right {name:?}")
}

/// The text of a GUID, whose first three groups are little-endian (MS-DTYP 2.3.4.2).
fn guid(b: &[u8]) -> String {
    let hex = |order: &[usize]| order.iter().map(|at| format!("{:02x}", b[*at])).collect::<String>();
    [&[3, 2, 1, 0][..], &[5, 4], &[7, 6], &[8, 9], &[10, 11, 12, 13, 14, 15]].map(hex).join("-")
}

/// A desk on the hardened domain.
struct Desk(TempDir);

impl Desk {
    fn new(samba: &Samba, port: u16, more: &str) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        let settings = samba.settings();
        let server = settings.servers[0].host_str().unwrap();
        desk.write("password", &samba.lab.operator_password);
        desk.write(
            "config.toml",
            &format!(
                "language = 'en'\n[directory]\nservers = ['ldaps://{server}:{port}']\ntls_name = '{}'\nca_file = '{}'\n\
                 user = '{}'\npassword_file = 'password'\ntimeout_seconds = 60\n{more}\n[sms]\nprovider = 'outbox'\n\
                 outbox = 'outbox'\n[state]\npath = 'state/state.db'\n",
                samba.lab.tls_name,
                samba.lab.ca_file.display(),
                samba.lab.operator_user,
            ),
        );
        desk
    }

    fn write(&self, name: &str, text: &str) {
        write_private(self.0.path(), name, text);
    }

    /// What `doctor` finds, and its exit code.
    fn doctor(&self, account: &str) -> (Vec<Value>, i32) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_servicedesk"));
        command.arg("--config").arg(self.0.path().join("config.toml")).arg("doctor").args(account.split_whitespace());
        let run = command.args(["-o", "json"]).env("HOME", self.0.path()).output().unwrap();
        let mut document: Value =
            serde_json::from_slice(&run.stdout).unwrap_or_else(|error| panic!("{error}: {run:?}"));
        (serde_json::from_value(document["checks"].take()).unwrap(), run.status.code().unwrap())
    }
}

/// The checks of that name.
fn named<'a>(checks: &'a [Value], name: &str) -> Vec<&'a Value> {
    checks.iter().filter(|check| check["check"] == name).collect()
}

/// A unit below that in which the operators have the three rights to write.
async fn unit(samba: &Samba) -> String {
    let name = unique("unit-");
    let dn = format!("OU={name},OU=Bare,{BASE}");
    samba.create(&name, &dn, vec![("objectClass", vec![b"organizationalUnit".to_vec()])]).await;
    dn
}

/// Someone there, with a mobile.
async fn person(samba: &Samba, unit: &str) -> String {
    let name = unique("bar-");
    let text = |text: &str| vec![text.as_bytes().to_vec()];
    let attributes = vec![
        ("objectClass", text("user")),
        ("sAMAccountName", text(&name)),
        ("displayName", text("Bar Karlsson")),
        ("mobile", text("070-174 06 31")),
        ("unicodePwd", vec![quoted(Person::PASSWORD)]),
        ("userAccountControl", text("512")),
    ];
    samba.create(&name, &format!("CN={name},{unit}"), attributes).await;
    name
}

#[tokio::test]
async fn doctor_names_rights_that_the_manual_grants() {
    let samba = Samba::start("hardened").await;
    let unit = unit(&samba).await;
    let name = person(&samba, &unit).await;
    let desk = Desk::new(&samba, 636, &format!("base = '{unit}'"));
    // With the account, and with one that it finds: there is no other.
    for account in [&*name, ""] {
        let (checks, exit) = desk.doctor(account);
        assert_eq!(exit, 1, "{checks:?}");
        let missing = named(&checks, "attributes");
        let grants: BTreeSet<String> =
            missing.iter().map(|check| check["grant"].as_str().unwrap().to_owned()).collect();
        let line = |right: &str| format!("dsacls \"{unit}\" /I:S /G \"GROUP:{right}\"");
        let expected = [
            "RP;Account Restrictions;user",
            "RP;Group Membership;user",
            "RP;Logon Information;user",
            "RP;adminCount;user",
            "RP;badPasswordTime;user",
            "RP;msDS-ResultantPSO;user",
            "RP;replPropertyMetaData;user",
            "RP;tokenGroups;user",
        ];
        assert_eq!(grants, expected.map(line).into());
        assert!(expected.iter().all(|right| manual().contains(*right)), "{:?}", manual());
    }
    assert!(!desk.0.path().join("state").exists(), "it makes nothing");

    let group = samba.operators().await;
    let mut entries = String::new();
    for right in manual() {
        entries += &entry(&samba, &right, &group).await;
    }
    samba.grant(&unit, &entries);
    for account in [&*name, ""] {
        let (checks, exit) = desk.doctor(account);
        // The lab's certificate is about to expire.
        assert_eq!(exit, 7, "{checks:?}");
        for check in ["account", "attributes", "unlock", "reset", "must_change", "password_rules"] {
            let found = named(&checks, check);
            assert!(found.len() == 1 && found[0]["state"] == "fine", "{check}: {checks:?}");
        }
    }
    samba.end().await;
}

#[tokio::test]
async fn rights_of_the_manual_are_enough() {
    let samba = Samba::start("hardened").await;
    let unit = unit(&samba).await;
    let name = person(&samba, &unit).await;
    let directory = samba.desk().await;
    let found = find(&directory, &name).await;
    assert_eq!((found.accounts.len(), found.unreadable.len()), (0, 1), "without them it cannot be read");
    let group = samba.operators().await;
    for right in manual() {
        samba.grant(&unit, &entry(&samba, &right, &group).await);
    }
    let account = only(&directory, &name).await;
    assert_eq!(account.protected, None);
    assert!(account.mobile_changed.is_some() && account.policy.known().is_some(), "{account:?}");
    samba.lock(&account).await;
    assert!(directory.read_again(&account).await.unwrap().lock.is_locked());
    directory.unlock(&receipt().await, &account).await.unwrap();
    assert!(matches!(directory.read_again(&account).await.unwrap().lock, Lock::Open));
    let new = password("Gurka-Moln-73");
    directory.set_password(&receipt().await, &account, &new_password(&new, true)).await.unwrap();
    assert!(directory.read_again(&account).await.unwrap().password.must_change);
    samba.end().await;
}

/// One that is denied, on top of what the domain denies.
#[tokio::test]
async fn doctor_names_a_denied_attribute_and_a_missing_right_to_write() {
    let samba = Samba::start("hardened").await;
    let unit = unit(&samba).await;
    let name = person(&samba, &unit).await;
    let group = samba.operators().await;
    let mut entries = String::new();
    for right in manual() {
        entries += &entry(&samba, &right, &group).await;
    }
    samba.grant(&unit, &entries);
    let dn = format!("CN={name},{unit}");
    samba.grant(&dn, &entry(&samba, "RP;Personal Information;user", &group).await.replace("(OA;CIIO", "(OD;"));
    samba.grant(&dn, &entry(&samba, "CA;Reset Password;user", &group).await.replace("(OA;CIIO", "(OD;"));
    let (checks, exit) = Desk::new(&samba, 636, "").doctor(&name);
    assert_eq!(exit, 1);
    let [missing] = named(&checks, "attributes")[..] else { panic!("{checks:?}") };
    assert!(missing["message"].as_str().unwrap().contains("mobile"), "{missing}");
    assert_eq!(missing["grant"], format!("dsacls \"{unit}\" /I:S /G \"GROUP:RP;Personal Information;user\""));
    let [reset] = named(&checks, "reset")[..] else { panic!("{checks:?}") };
    assert_eq!(reset["grant"], format!("dsacls \"{unit}\" /I:S /G \"GROUP:CA;Reset Password;user\""));
    samba.end().await;
}

/// Reads work there.
#[tokio::test]
async fn doctor_tells_the_port_of_the_global_catalogue() {
    let samba = Samba::start("hardened").await;
    let (checks, exit) = Desk::new(&samba, 3269, "").doctor("operator1");
    assert_eq!(exit, 1, "{checks:?}");
    let [changes] = named(&checks, "changes")[..] else { panic!("{checks:?}") };
    assert_eq!((&changes["state"], &changes["stops_calls"]), (&"broken".into(), &true.into()));
    samba.end().await;
}

/// A misspelt attribute is no attribute; a misspelt supervisor is nobody, and a list is no protection.
#[tokio::test]
async fn doctor_tells_settings_that_mean_nothing() {
    let samba = Samba::start("hardened").await;
    let list = unique("list-");
    samba.add_group(&list, &[]).await;
    let (dn, _) = samba.group(&list).await;
    samba.modify(&dn, Mod::Replace(b"groupType".to_vec(), HashSet::from([b"2".to_vec()]))).await;
    let unit = unit(&samba).await;
    let name = person(&samba, &unit).await;
    let group = samba.operators().await;
    let mut entries = String::new();
    for right in manual() {
        entries += &entry(&samba, &right, &group).await;
    }
    samba.grant(&unit, &entries);
    let supervisors = "[verification]\nsupervisors = ['CONTOSO\\nobody77', 'CONTOSO\\operator1']";
    let desk = Desk::new(&samba, 636, &format!("mobile_attribute = 'mobil'\n{supervisors}"));
    let (checks, exit) = desk.doctor(&name);
    assert_eq!(exit, 1, "{checks:?}");
    assert!(named(&checks, "attributes").iter().any(|check| check["message"].as_str().unwrap().contains("mobil.")));
    let [supervisor] = named(&checks, "supervisors")[..] else { panic!("{checks:?}") };
    assert!(supervisor["state"] == "warning" && supervisor["message"].as_str().unwrap().contains("nobody77"));
    let desk = Desk::new(&samba, 636, &format!("[protected]\ngroups = ['{list}']"));
    let (checks, _) = desk.doctor(&name);
    let [protected] = named(&checks, "protected")[..] else { panic!("{checks:?}") };
    assert!(protected["state"] == "broken" && protected["stops_calls"] == true, "{protected}");
    samba.end().await;
}
