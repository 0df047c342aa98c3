//! A Samba controller of the lab, as its administrator: LDAP, and the lab's script for what LDAP forbids.

use std::cell::RefCell;
use std::collections::HashSet;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use jiff::Timestamp;
use ldap3::{Ldap, Mod, Scope, SearchEntry};
use serde::Deserialize;
use servicedesk::adapters::tls::Trust;
use servicedesk::domain::filetime::filetime;

use crate::notes;
use crate::support::contract::{BASE, DNS, NETBIOS, dial};

/// The notes that `tests/lab/samba start` leaves about a controller.
#[derive(Deserialize)]
pub(super) struct Lab {
    pub(super) name: String,
    pub(super) ldaps_url: String,
    pub(super) ldap_url: String,
    pub(super) tls_name: String,
    pub(super) ca_file: PathBuf,
    pub(super) base_dn: String,
    pub(super) netbios: String,
    pub(super) dns_domain: String,
    pub(super) admin_dn: String,
    pub(super) admin_password: String,
    pub(super) operator_user: String,
    pub(super) operator_password: String,
    pub(super) staff_ou: String,
    pub(super) policy_hints: bool,
}

/// A running controller, as its administrator sees it.
pub(super) struct Samba {
    pub(super) lab: Lab,
    folder: PathBuf,
    pub(super) administrator: Ldap,
    /// The name and DN of everything made, newest last.
    pub(super) made: RefCell<Vec<(String, String)>>,
}

impl Samba {
    pub(super) async fn start(name: &str) -> Self {
        let (folder, lab): (_, Lab) = (notes::folder(), notes::notes(name));
        assert_eq!((&*lab.base_dn, &*lab.netbios, &*lab.dns_domain), (BASE, NETBIOS, DNS));
        let url = lab.ldaps_url.parse().unwrap();
        let trust = Trust::file(&lab.ca_file).unwrap();
        let mut administrator = dial(&url, Some(&lab.tls_name), &trust).await.unwrap();
        administrator.simple_bind(&lab.admin_dn, &lab.admin_password).await.unwrap().success().unwrap();
        Self { lab, folder, administrator, made: RefCell::default() }
    }

    pub(super) fn users(&self) -> String {
        format!("CN=Users,{BASE}")
    }

    pub(super) async fn create(&self, name: &str, dn: &str, attributes: Vec<(&str, Vec<Vec<u8>>)>) {
        let attributes = attributes
            .into_iter()
            .filter(|(_, values)| !values.is_empty())
            .map(|(name, values)| (name.as_bytes().to_vec(), values.into_iter().collect::<HashSet<_>>()))
            .collect();
        self.administrator.clone().add(dn, attributes).await.unwrap().success().unwrap();
        self.made.borrow_mut().push((name.to_owned(), dn.to_owned()));
    }

    pub(super) async fn modify(&self, dn: &str, change: Mod<Vec<u8>>) {
        self.administrator.clone().modify(dn, vec![change]).await.unwrap().success().unwrap();
    }

    /// The DN of the account or group of that name, and one attribute of it.
    pub(super) async fn look_up(&self, name: &str, attribute: &str) -> (String, Option<String>) {
        let filter = format!("(sAMAccountName={})", ldap3::ldap_escape(name));
        let (found, _) = self
            .administrator
            .clone()
            .search(BASE, Scope::Subtree, &filter, &[attribute])
            .await
            .unwrap()
            .success()
            .unwrap();
        let entry = SearchEntry::construct(found.into_iter().next().unwrap());
        (entry.dn, entry.attrs.get(attribute).map(|values| values[0].clone()))
    }

    pub(super) async fn join(&self, dn: &str, group: &str) {
        let (group, _) = self.look_up(group, "cn").await;
        self.modify(&group, Mod::Add(b"member".to_vec(), HashSet::from([dn.into()]))).await;
    }

    /// What the box "User cannot change password" does.
    pub(super) fn deny_own_change(&self, dn: &str) {
        const CHANGE_PASSWORD: &str = "ab721a53-1e2f-11d0-9819-00aa0040529b";
        let denied = ["WD", "PS"].map(|whom| format!("(OD;;CR;{CHANGE_PASSWORD};;{whom})")).concat();
        self.grant(dn, &denied);
    }

    /// Denies somebody to read an attribute, by its identifier in the schema.
    pub(super) fn deny_reading(&self, dn: &str, attribute: &str, whom: &str) {
        self.grant(dn, &format!("(OD;;RP;{attribute};;{whom})"));
    }

    /// Adds entries to an access list.
    pub(super) fn grant(&self, dn: &str, entries: &str) {
        let status = Command::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/lab/samba"))
            .args(["grant", &self.lab.name, dn, entries])
            .env("LAB_ROOT", &self.folder)
            .status();
        assert!(status.unwrap().success(), "{dn}");
    }

    /// The SID of the operators' group, as text (MS-DTYP 2.4.2.1).
    pub(super) async fn operators(&self) -> String {
        let filter = "(sAMAccountName=Servicedesk Operators)";
        let mut ldap = self.administrator.clone();
        let (found, _) = ldap.search(BASE, Scope::Subtree, filter, &["objectSid"]).await.unwrap().success().unwrap();
        let sid = &SearchEntry::construct(found.into_iter().next().unwrap()).bin_attrs["objectSid"][0];
        let parts = sid[8..].chunks(4).map(|part| format!("-{}", u32::from_le_bytes(part.try_into().unwrap())));
        format!("S-1-{}{}", sid[7], parts.collect::<String>())
    }

    /// Writes what LDAP forbids: times that have passed.
    pub(super) fn backdate(&self, dn: &str, times: &[(&str, Timestamp)]) {
        let mut ldif = format!("dn: {dn}\nchangetype: modify\n");
        for (attribute, time) in times {
            write!(ldif, "replace: {attribute}\n{attribute}: {}\n-\n", filetime(*time)).unwrap();
        }
        let mut script = Command::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/lab/samba"))
            .args(["ldbmodify", &self.lab.name, "--controls=local_oid:1.3.6.1.4.1.7165.4.3.12:0"])
            .env("LAB_ROOT", &self.folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        script.stdin.take().unwrap().write_all(ldif.as_bytes()).unwrap();
        assert!(script.wait().unwrap().success(), "{ldif}");
    }
}

pub(super) fn texts<'a>(values: impl IntoIterator<Item = &'a String>) -> Vec<Vec<u8>> {
    values.into_iter().map(|value| value.clone().into_bytes()).collect()
}

pub(super) fn replace(attribute: &str, value: impl Into<Vec<u8>>) -> Mod<Vec<u8>> {
    Mod::Replace(attribute.as_bytes().to_vec(), HashSet::from([value.into()]))
}

/// A password as unicodePwd wants it.
pub(super) fn quoted(password: &str) -> Vec<u8> {
    format!("\"{password}\"").encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A value in a DN, with no space at its ends (RFC 4514 2.4).
pub(super) fn escaped(value: &str) -> String {
    let mut text = String::new();
    for character in value.chars() {
        if ",+\"\\<>;=#".contains(character) {
            text.push('\\');
        }
        text.push(character);
    }
    text
}
