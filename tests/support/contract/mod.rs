//! What every directory must do for `LdapDirectory`, whichever server stands behind it: one suite,
//! run over the practice directory (`tests/local/practice.rs`) and over real controllers (`tests/live/samba.rs`).
//!
//! A case is an async function that is given its [`TestServer`]. It makes its own accounts, so that cases
//! can run at the same time, in any order, on a server that others use too. None of them sleeps.

pub mod acting;
pub mod breaking;
pub mod busy;
mod cases;
pub mod connecting;
pub mod finding;
pub mod flights;
pub mod interim;
pub mod knowing;
pub mod many;
pub mod numbers;
pub mod protecting;
pub mod proxy;
pub mod read_only;
pub mod reading;
pub mod resetting;
pub mod server;
pub mod silence;
pub mod unlocking;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use ldap3::{Ldap, LdapConnAsync, LdapConnSettings, Scope, SearchEntry};
use rustls::RootCertStore;
use rustls::pki_types::{CertificateDer, pem::PemObject};
use servicedesk::adapters::directory::{DirectorySettings, LdapDirectory, ProtectedGroups};
use servicedesk::adapters::system::{SystemClock, SystemRandom};
use servicedesk::adapters::tls::Trust;
use servicedesk::domain::account::Account;
use servicedesk::domain::audit::{Act, Action, Actor, AuditRecord};
use servicedesk::domain::password::Password;
use servicedesk::domain::policy::{AppliedPolicy, DirectoryPolicy};
use servicedesk::domain::query::Query;
use servicedesk::domain::sid::Sid;
use servicedesk::ports::{
    AuditTrail, ChangeRefusal, DirectoryError, FindAccounts, FoundAccounts, HistoryCheck, NewPassword, Random, Receipt,
    Records, ServerFault, StoreError, WriteError,
};
use servicedesk::practice::Person;

pub use server::*;

pub const DAY: SignedDuration = SignedDuration::from_hours(24);
pub const HOUR: SignedDuration = SignedDuration::from_hours(1);

/// The domain's names, the same on every server.
pub const NETBIOS: &str = "CONTOSO";
pub const DNS: &str = "ad.contoso.example";
pub const BASE: &str = "DC=ad,DC=contoso,DC=example";

/// A case that takes longer than this hangs.
pub const LIMIT: Duration = Duration::from_secs(600);

/// A unique name: `stem` and eight random letters. An account name holds 20 characters. No digits: what has any is no
/// person's name.
pub fn unique(stem: &str) -> String {
    let mut bytes = [0; 8];
    SystemRandom.fill(&mut bytes).unwrap();
    stem.chars().chain(bytes.iter().map(|byte| char::from(b"abdefghikmnoprtu"[usize::from(byte % 16)]))).collect()
}

/// A new person called Eva with a unique surname.
pub fn someone() -> Person {
    let tag = unique("");
    Person::new(&format!("eva-{tag}")).named("Eva", &format!("Karlsson{tag}"))
}

/// A Swedish mobile of those kept for fiction (PTS: 070-1740605 to 070-1740699), by its last two digits.
pub fn fictional() -> u8 {
    let mut byte = [0];
    SystemRandom.fill(&mut byte).unwrap();
    5 + byte[0] % 95
}

/// Ten unique digits, which can be a user name or a phone number.
pub fn digits() -> String {
    let mut random = [0; 8];
    SystemRandom.fill(&mut random).unwrap();
    let rest = random.iter().map(|byte| char::from(b'0' + byte % 10));
    "07".chars().chain(rest).collect()
}

pub fn password(text: &str) -> Password {
    Password::parse(text.to_owned()).unwrap()
}

pub async fn find(directory: &LdapDirectory<'_>, typed: &str) -> FoundAccounts {
    directory.find(&Query::parse(typed).unwrap()).await.unwrap()
}

/// The only account that was found.
pub async fn only(directory: &LdapDirectory<'_>, typed: &str) -> Account {
    let found = find(directory, typed).await;
    assert!(!found.more && found.searched_domain.is_none(), "{typed}: {found:?}");
    match <[Account; 1]>::try_from(found.accounts) {
        Ok([account]) => account,
        Err(accounts) => panic!("{typed}: {accounts:?}"),
    }
}

pub fn names(found: &FoundAccounts) -> Vec<&str> {
    found.accounts.iter().map(|account| account.name.as_str()).collect()
}

/// Adds someone and finds them.
pub async fn added(server: &impl TestServer, directory: &LdapDirectory<'_>, person: Person) -> Account {
    let name = person.account.clone();
    server.add(person).await;
    only(directory, &name).await
}

/// Keeps no record.
struct Forgetful;

impl Records for Forgetful {
    async fn append(&self, _: &AuditRecord) -> Result<i64, StoreError> {
        Ok(1)
    }

    async fn append_all(&self, records: &[AuditRecord]) -> Result<Vec<i64>, StoreError> {
        Ok(vec![1; records.len()])
    }

    async fn unanswered(&self, _: Option<&str>) -> Result<Vec<(i64, AuditRecord)>, StoreError> {
        Ok(Vec::new())
    }
}

/// What a recorded intent gives.
pub async fn receipt() -> Receipt {
    let who = Actor { directory: "operator".into(), sid: None, system: "operator".into(), machine: "pc".into() };
    let act = Act::new(Action::Reset, String::new(), "someone".into());
    AuditTrail::new(&Forgetful, &SystemClock, who, None).intend(act).await.unwrap()
}

pub fn new_password(password: &Password, must_change: bool) -> NewPassword<'_> {
    NewPassword { password, must_change, now: Timestamp::now() }
}

/// How this server keeps earlier passwords out.
pub fn history_of(server: &impl TestServer) -> HistoryCheck {
    if server.has_policy_hints() { HistoryCheck::PolicyHints } else { HistoryCheck::SetThenChange }
}

/// The refusal in an error that says that nothing changed.
#[track_caller]
pub fn refusal<T: std::fmt::Debug>(result: Result<T, WriteError>) -> ChangeRefusal {
    match result {
        Err(WriteError::Refused { refusal, .. }) => refusal,
        other => panic!("{other:?}"),
    }
}

/// Why no server could be used.
#[track_caller]
pub fn unreachable(result: Result<LdapDirectory<'_>, DirectoryError>) -> Vec<(String, ServerFault)> {
    match result {
        Err(DirectoryError::Unreachable { tried }) => tried,
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("signed in"),
    }
}

pub fn applied(policy: DirectoryPolicy) -> AppliedPolicy {
    AppliedPolicy::Known(policy)
}

/// Whether two moments are as good as the same.
pub fn near(a: Option<Timestamp>, b: Timestamp) -> bool {
    a.is_some_and(|a| a.duration_since(b).abs() < SignedDuration::from_mins(5))
}
