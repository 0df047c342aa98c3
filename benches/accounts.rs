//! Accounts that are added to a controller's database, and locked there.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use jiff::Timestamp;
use servicedesk::domain::filetime::filetime;

use crate::lab::{self, Lab};

/// Accounts added or locked in one transaction. The database never shrinks below its largest transaction.
const AT_ONCE: usize = 1_000;

/// Accounts in their own OU.
pub struct Accounts<'a> {
    pub lab: &'a Lab,
    pub count: usize,
    pub folder: &'a Path,
}

impl<'a> Accounts<'a> {
    pub fn add(lab: &'a Lab, count: usize, folder: &'a Path) -> Self {
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

    pub fn first(&self, count: usize) -> Self {
        Self { count, ..*self }
    }

    fn ou(&self) -> String {
        format!("OU=Bulk benchmark,{}", self.lab.staff_ou)
    }

    /// Each account's name and DN.
    pub fn names(&self) -> impl Iterator<Item = (String, String)> {
        let ou = self.ou();
        (0..self.count).map(move |number| {
            let name = format!("bulkbench{number:05}");
            let dn = format!("CN={name},{ou}");
            (name, dn)
        })
    }

    /// The changes that unlock each, as LDIF.
    pub fn unlocking(&self) -> impl Iterator<Item = String> {
        self.names().map(|(_, dn)| replace_lockout_time(&dn, 0))
    }

    pub fn file(&self, name: &str, lines: impl Iterator<Item = String>) -> PathBuf {
        let path = self.folder.join(name);
        fs::write(&path, lines.collect::<String>()).unwrap();
        path
    }

    pub fn lock(&self) {
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
}

fn replace_lockout_time(dn: &str, value: i64) -> String {
    format!("dn: {dn}\nchangetype: modify\nreplace: lockoutTime\nlockoutTime: {value}\n-\n\n")
}
