//! The practice directory over LDAP: every test uses the `ldap3` crate, a directory of its own and a clock that stands
//! still.

mod keeping;
mod passwords;
mod practising;
mod searching;
mod serving;
mod showing;
mod signing_in;
mod spoiling;
mod unlocking;

use super::{Options, Person, Practice};
use crate::ports::system::Clock;
use jiff::{SignedDuration, Timestamp};
use ldap3::{Ldap, LdapConnAsync, LdapConnSettings, LdapResult, Mod, Scope, SearchEntry};
use rustls::pki_types::{CertificateDer, pem::PemObject};
use std::collections::HashSet;
use std::sync::{Arc, Mutex};
use tempfile::TempDir;

const MINUTE: SignedDuration = SignedDuration::from_mins(1);
const DAY: SignedDuration = SignedDuration::from_hours(24);
const STAFF: &str = "OU=Staff,DC=ad,DC=contoso,DC=example";
const BASE: &str = "DC=ad,DC=contoso,DC=example";

/// When every test begins.
fn start_of_test() -> Timestamp {
    "2026-03-02T08:00:00Z".parse().unwrap()
}

/// A clock that is moved by hand.
struct TestClock(Mutex<Timestamp>);

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

/// A directory with a few people in it, and its clock.
struct Rig {
    practice: Practice,
    clock: Arc<TestClock>,
    folder: TempDir,
}

impl Rig {
    /// With policy hints, as a Windows controller.
    async fn new(people: impl IntoIterator<Item = Person>) -> Self {
        Self::with_policy_hints(true, people).await
    }

    async fn without_hints(people: impl IntoIterator<Item = Person>) -> Self {
        Self::with_policy_hints(false, people).await
    }

    async fn with_policy_hints(policy_hints: bool, people: impl IntoIterator<Item = Person>) -> Self {
        let folder = TempDir::new().unwrap();
        let clock = Arc::new(TestClock(Mutex::new(start_of_test())));
        let options = Options { policy_hints, people: |_| Vec::new(), ..Options::default() };
        let practice = Practice::start(folder.path(), Arc::clone(&clock) as _, options).await.unwrap();
        for person in people {
            practice.add(person).unwrap();
        }
        Self { practice, clock, folder }
    }

    fn wait(&self, span: SignedDuration) {
        *self.clock.0.lock().unwrap() += span;
    }

    fn person(&self, account: &str) -> Person {
        self.practice.person(account).unwrap().unwrap()
    }

    fn dn(&self, account: &str) -> String {
        self.practice.dn(account).unwrap().unwrap()
    }

    /// A connection that nobody has signed in on.
    async fn connect(&self) -> Ldap {
        let access = self.practice.access();
        connect_to(&access.url, &access.ca_pem, false).await.unwrap()
    }

    /// A connection that the operator has signed in on.
    async fn operator(&self) -> Ldap {
        let mut ldap = self.connect().await;
        let access = self.practice.access();
        ldap.simple_bind(&access.user, &access.password).await.unwrap().success().unwrap();
        ldap
    }

    async fn sign_in(&self, name: &str, password: &str) -> LdapResult {
        self.connect().await.simple_bind(name, password).await.unwrap()
    }

    /// The `data` of a refused sign-in, or nothing for one that succeeded.
    async fn refusal_of(&self, name: &str, password: &str) -> Option<String> {
        let result = self.sign_in(name, password).await;
        if result.rc == 0 {
            return None;
        }
        assert_eq!(result.rc, 49, "{result}");
        let (_, after) = result.text.split_once("AcceptSecurityContext error, data ").unwrap();
        Some(after.split(',').next().unwrap().to_owned())
    }

    /// One entry as the operator reads it.
    async fn entry(&self, account: &str, attributes: &[&str]) -> SearchEntry {
        let (mut ldap, dn) = (self.operator().await, self.dn(account));
        search(&mut ldap, &dn, Scope::Base, "(objectClass=*)", attributes).await.remove(0)
    }

    /// The first value of an attribute as the operator reads it.
    async fn value(&self, account: &str, attribute: &str) -> Option<String> {
        self.entry(account, &[attribute]).await.attrs.remove(attribute).map(|mut values| values.remove(0))
    }
}

fn trusting(ca_pem: &str) -> Arc<rustls::ClientConfig> {
    let mut roots = rustls::RootCertStore::empty();
    roots.add(CertificateDer::from_pem_slice(ca_pem.as_bytes()).unwrap()).unwrap();
    let config = rustls::ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    Arc::new(config)
}

async fn connect_to(url: &str, ca_pem: &str, starttls: bool) -> ldap3::result::Result<Ldap> {
    let settings = LdapConnSettings::new().set_config(trusting(ca_pem)).set_starttls(starttls);
    let (connection, ldap) = LdapConnAsync::with_settings(settings, url).await?;
    tokio::spawn(connection.drive());
    Ok(ldap)
}

/// The entries found; the search must succeed.
async fn search(ldap: &mut Ldap, base: &str, scope: Scope, filter: &str, attributes: &[&str]) -> Vec<SearchEntry> {
    let (found, result) = raw_search(ldap, base, scope, filter, attributes).await;
    assert_eq!(result.rc, 0, "{filter}: {result}");
    found
}

async fn raw_search(
    ldap: &mut Ldap,
    base: &str,
    scope: Scope,
    filter: &str,
    attributes: &[&str],
) -> (Vec<SearchEntry>, LdapResult) {
    let ldap3::SearchResult(found, result) = ldap.search(base, scope, filter, attributes).await.unwrap();
    let entries = found.into_iter().filter(|one| !one.is_ref()).map(SearchEntry::construct);
    (entries.collect(), result)
}

/// The account names found below the staff's unit, in alphabetical order.
async fn found(ldap: &mut Ldap, filter: &str) -> Vec<String> {
    let entries = search(ldap, STAFF, Scope::Subtree, filter, &["sAMAccountName"]).await;
    let mut names: Vec<_> =
        entries.into_iter().map(|mut entry| entry.attrs.remove("sAMAccountName").unwrap().remove(0)).collect();
    names.sort();
    names
}

fn replace(attribute: &str, value: &str) -> Mod<Vec<u8>> {
    Mod::Replace(attribute.into(), HashSet::from([value.into()]))
}

/// A password as unicodePwd wants it.
fn quoted(password: &str) -> Vec<u8> {
    format!("\"{password}\"").encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn reset_to(password: &str) -> Mod<Vec<u8>> {
    Mod::Replace("unicodePwd".into(), HashSet::from([quoted(password)]))
}

fn change(old: &str, new: &str) -> Vec<Mod<Vec<u8>>> {
    vec![
        Mod::Delete("unicodePwd".into(), HashSet::from([quoted(old)])),
        Mod::Add("unicodePwd".into(), HashSet::from([quoted(new)])),
    ]
}
