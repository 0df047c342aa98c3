//! What every directory must do for `LdapDirectory`, whichever server stands behind it: one suite,
//! run over the practice directory (`tests/local/practice.rs`) and over real controllers (`tests/live/samba.rs`).
//!
//! A case is an async function that is given its [`TestServer`]. It makes its own accounts, so that cases
//! can run at the same time, in any order, on a server that others use too. None of them sleeps.

pub mod acting;
pub mod breaking;
pub mod connecting;
pub mod finding;
pub mod flights;
pub mod knowing;
pub mod many;
pub mod protecting;
pub mod proxy;
pub mod reading;
pub mod resetting;
pub mod unlocking;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use ldap3::{Ldap, LdapConnAsync, LdapConnSettings, Scope, SearchEntry};
use rustls::RootCertStore;
use rustls::pki_types::{CertificateDer, pem::PemObject};
use servicedesk::adapters::directory::{LdapDirectory, ProtectedGroups, Settings, Trust};
use servicedesk::adapters::system::{SystemClock, SystemRandom};
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

pub const DAY: SignedDuration = SignedDuration::from_hours(24);
pub const HOUR: SignedDuration = SignedDuration::from_hours(1);

/// The domain's names, the same on every server.
pub const NETBIOS: &str = "CONTOSO";
pub const DNS: &str = "ad.contoso.example";
pub const BASE: &str = "DC=ad,DC=contoso,DC=example";

/// No case takes this long unless something waits for ever, however busy the computer is.
pub const LIMIT: Duration = Duration::from_secs(600);

/// Instantiates every case for one kind of server.
#[macro_export]
macro_rules! contract {
    ($start:path) => {
        $crate::cases! { $start,
            finding: [
                by_user_name_in_any_case, user_name_excludes_other_matches, by_user_name_and_domain,
                in_another_domain, by_upn, by_implicit_upn, by_mail, by_phone_in_any_notation,
                longer_number_does_not_match, by_any_registered_number, mobile_attribute_is_configurable,
                by_parts_of_names, by_swedish_letters, namesakes_have_departments, filter_characters_are_literal,
                accounts_sharing_number, digits_may_be_user_name, number_within_text, unreadable_entry_is_reported,
                no_match, long_result_is_cut, server_size_limit_is_survived, search_stays_below_base,
            ],
            reading: [
                healthy_account, locked_account, locked_under_special_policy, lapsed_lock_is_open,
                lapsed_lock_under_special_policy, lock_without_end, disabled, account_expired, account_expiring_later,
                password_expired, must_change, never_expires, own_change_denied, outside_logon_hours,
                within_logon_hours, workstations, times_by_server_clock, smartcard, readable_special_policy,
                unreadable_special_policy, domain_policy, mobile_change_date, unusable_mobile,
                read_again_sees_changes, read_again_of_deleted_account,
            ],
            protecting: [
                by_admin_count, by_membership, by_membership_through_groups, by_primary_group,
                other_group_does_not_protect, missing_group_is_reported, by_unit_in_any_notation,
                other_unit_does_not_protect, by_unit_in_bulk, missing_unit_is_reported,
                marked_as_administrator_since_lookup, joined_group_since_lookup, below_protected_unit,
                moved_into_unit_since_lookup, replaced_account_at_same_dn, rights_inside_and_outside_delegation,
                by_groups_of_primary_group, by_builtin_groups, by_sid_or_dn, hidden_memberships_still_protect,
                hidden_admin_count_protects, hidden_token_protects, base_in_any_notation, own_account_of_operator,
                supervisors, marked_as_administrator_since_bulk_lookup,
            ],
            unlocking: [
                changes_lock_only, clears_counter_of_open_account, clears_lapsed_lock,
                disabled_account_stays_disabled, missing_right_is_reported, deleted_account_is_reported,
            ],
            resetting: [
                sets_and_unlocks, must_be_changed, need_not_be_changed, must_change_is_cleared_or_kept,
                disabled_account_stays_disabled, earlier_password_is_refused, current_password_is_refused,
                earlier_password_is_refused_under_every_policy, next_choice_finishes,
                next_choice_finishes_after_lockout, next_choice_finishes_after_other_reset,
                concurrent_reset_is_detected, random_password_is_per_account, random_password_avoids_name,
                minimum_age_does_not_bind, minimum_age_survives_refusal, must_change_survives_refusal, history_off,
                too_short, not_complex, swedish_letters_are_accepted, missing_right_is_reported,
                missing_right_is_reported_within_minimum_age, deleted_account_is_reported,
            ],
            connecting: [
                wrong_password, unknown_operator, refused_sign_in_tries_no_other_server, disabled_operator,
                expired_operator, operator_with_expired_password, operator_who_must_change, locked_operator,
                unknown_authority, wrong_name, expired_certificate, authority_file_missing, authority_file_empty,
                authority_file_without_certificates, authority_file_with_several_certificates, starttls,
                starttls_not_offered, silent_server, refused_port, unknown_host, server_that_hangs_up, busy_server,
                each_unusable_server_is_explained, no_server_configured,
            ],
            knowing: [one_operator_in_any_spelling, namesake_is_another_operator],
            breaking: [
                lost_read_is_repeated, lost_parallel_reads_share_new_connection, lost_search_is_repeated,
                search_lost_twice_is_reported, change_is_not_sent_on_broken_connection, unanswered_unlock_is_unclear,
                unanswered_reset_is_unclear, unanswered_change_is_unclear, unanswered_must_change_is_partial,
                unanswered_preparation_is_unclear, silent_server_times_out,
            ],
            flights: [
                of_finding, of_finding_by_name_or_number, of_finding_protected_account,
                of_finding_with_protected_units, of_finding_without_base, of_identifying_operator,
                of_finding_by_domain, of_reading_again, of_finding_shared_numbers, of_unlocking, of_resetting,
                of_finding_in_bulk, of_unlocking_in_bulk,
            ],
            many: [
                each_query_has_its_matches, numbers_do_not_match, unreadable_entry_is_reported,
                word_matches_user_name_only, shared_address_matches_both, facts_match_single_lookup,
                rights_are_per_account, results_keep_query_order, by_primary_group, missing_group_is_reported,
                all_locked_accounts, read_again_by_identifier, refusal_concerns_one_account,
                unlocked_accounts_are_read_back, accounts_outside_base_are_read_again,
            ],
            acting: [
                each_account_has_its_outcome, lost_connection_is_reopened, parallel_changes_finish_after_loss,
                next_server_takes_over,
            ]
        }
    };
}

/// One test for each case; that each is listed, the compiler sees to (an unlisted one is unused).
#[macro_export]
macro_rules! cases {
    ($start:path, $($topic:ident: [$($case:ident),* $(,)?]),*) => { $(
        mod $topic {
            #[allow(unused_imports, reason = "a server may be started by a name that stands above")]
            use super::*;
            $(
                #[tokio::test]
                async fn $case() {
                    let run = async {
                        let server = $start().await;
                        $crate::support::contract::$topic::$case(&server).await;
                        $crate::support::contract::TestServer::end(server).await;
                    };
                    tokio::time::timeout($crate::support::contract::LIMIT, run).await.expect("something waits for ever");
                }
            )*
        }
    )* };
}

/// A directory to stand on, with an operator who has been delegated what a servicedesk needs.
pub trait TestServer {
    /// How the operator signs in: LDAPS, verified, with the domain head as base.
    fn settings(&self) -> Settings;
    /// The operator's password.
    fn password(&self) -> Password;
    /// The same server on its other port.
    fn starttls_url(&self) -> String;
    /// Who may read and do everything, as a DN or `DOMAIN\user`, and their password.
    fn administrator(&self) -> (String, String);
    /// Whether the server has the policy hints control.
    fn has_policy_hints(&self) -> bool;
    /// Whether the server says whom it let in (RFC 4532).
    fn answers_who_am_i(&self) -> bool;
    /// The rules of a policy: the domain's, or those of [`Self::READABLE`] or [`Self::UNREADABLE`].
    fn policy(&self, special: Option<&str>) -> DirectoryPolicy;
    /// A fine-grained policy that the operator may read: no minimum age, a lock of 15 minutes.
    const READABLE: &str;
    /// One that the operator may not read: a lock until someone unlocks.
    const UNREADABLE: &str;
    /// Whether they are given to groups, and not to the people themselves.
    const SPECIAL_POLICIES_BY_GROUP: bool;
    /// Whether the server gives no more entries than it is asked for.
    const KEEPS_SIZE_LIMITS: bool;

    /// Makes an account. `name` and `account` must be new.
    async fn add(&self, person: Person);
    /// Makes a group that is in others.
    async fn add_group(&self, name: &str, member_of: &[&str]);
    /// Registers another mobile, at a later second than the account was made in.
    async fn change_mobile(&self, account: &str, number: &str);
    /// After this, the account is not where it was.
    async fn remove(&self, account: &str);
    /// Takes away what was made.
    async fn end(self);

    /// The DN of the unit in which [`Place::Staff`] is.
    fn staff(&self) -> String;
    /// Marks an account as an administrator's.
    async fn mark_as_administrator(&self, account: &str);
    /// Puts an account into a group.
    async fn join(&self, account: &str, group: &str);
    /// Makes a group an account's primary one, which it is then no member of by memberOf.
    async fn make_primary(&self, account: &str, group: &str);
    /// A group's DN and its SID as text.
    async fn group(&self, name: &str) -> (String, String) {
        let mut ldap = self.dial().await;
        let (user, password) = self.administrator();
        ldap.simple_bind(&user, &password).await.unwrap().success().unwrap();
        let filter = format!("(sAMAccountName={})", ldap3::ldap_escape(name));
        let (found, _) = ldap.search(BASE, Scope::Subtree, &filter, &["objectSid"]).await.unwrap().success().unwrap();
        let entry = SearchEntry::construct(found.into_iter().next().unwrap());
        let sid = entry.bin_attrs.get("objectSid").map(|sids| sids[0].clone());
        let sid = sid.unwrap_or_else(|| entry.attrs["objectSid"][0].clone().into_bytes());
        (entry.dn, Sid::from_bytes(&sid).unwrap().to_string())
    }
    /// Keeps an attribute of an account from all but administrators: adminCount, memberOf or tokenGroups.
    async fn hide(&self, account: &str, attribute: &str);

    /// The operator, signed in.
    async fn desk(&self) -> LdapDirectory<'static> {
        self.desk_with(self.settings()).await
    }

    async fn desk_with(&self, settings: Settings) -> LdapDirectory<'static> {
        LdapDirectory::connect(settings, self.password(), &SystemRandom).await.unwrap()
    }

    /// Settings that name these groups as protected.
    fn settings_protecting(&self, names: &[&str], must_exist: bool) -> Settings {
        let names = names.iter().map(|&name| name.to_owned()).collect();
        Settings { protected: ProtectedGroups { names, must_exist }, ..self.settings() }
    }

    /// Settings that protect the signed-in operator and these.
    fn settings_protecting_operators(&self, supervisors: &[&str]) -> Settings {
        let supervisors = supervisors.iter().map(|&name| name.to_owned()).collect();
        Settings { protected_operators: Some(supervisors), ..self.settings() }
    }

    /// Settings that name this unit as protected.
    fn settings_protecting_unit(&self, dn: &str) -> Settings {
        Settings { protected_units: vec![dn.to_owned()], ..self.settings() }
    }

    /// Why a sign-in is refused (`data`), if it is.
    async fn refusal_of(&self, user: &str, password: &str) -> Option<String> {
        self.refusal_on(&mut self.dial().await, user, password).await
    }

    /// The same over a connection that is there.
    async fn refusal_on(&self, ldap: &mut Ldap, user: &str, password: &str) -> Option<String> {
        let result = ldap.simple_bind(&format!("{NETBIOS}\\{user}"), password).await.unwrap();
        if result.rc == 0 {
            return None;
        }
        assert_eq!(result.rc, 49, "{result}");
        let (_, after) = result.text.split_once("data ").unwrap();
        Some(after.split([',', ' ']).next().unwrap().to_owned())
    }

    /// Tries wrong passwords until the account is locked.
    async fn lock(&self, account: &Account) {
        let most = account.policy.known().map_or(10, |policy| policy.lockout_threshold);
        let mut ldap = self.dial().await;
        let name = account.name.as_str();
        for _ in 0..most {
            assert_eq!(self.refusal_on(&mut ldap, name, "Wrong-Guess-1").await.as_deref(), Some("52e"));
            if account.policy.known().is_none() && self.facts(account).await.is_locked() {
                break;
            }
        }
        assert_eq!(self.refusal_on(&mut ldap, name, "Wrong-Guess-1").await.as_deref(), Some("775"));
    }

    /// What the directory holds of an account, as an administrator sees it.
    async fn facts(&self, account: &Account) -> Facts {
        let mut ldap = self.dial().await;
        let (user, password) = self.administrator();
        ldap.simple_bind(&user, &password).await.unwrap().success().unwrap();
        let (found, _) =
            ldap.search(&account.dn, Scope::Base, "(objectClass=*)", FACTS).await.unwrap().success().unwrap();
        let entry = SearchEntry::construct(found.into_iter().next().unwrap());
        Facts(entry.attrs.into_iter().collect())
    }

    /// A connection of the suite's own, verified but not signed in.
    async fn dial(&self) -> Ldap {
        let settings = self.settings();
        dial(&settings.servers[0], settings.tls_name.as_deref(), &settings.trust).await.unwrap()
    }
}

const FACTS: &[&str] = &[
    "userAccountControl",
    "msDS-User-Account-Control-Computed",
    "lockoutTime",
    "badPwdCount",
    "badPasswordTime",
    "pwdLastSet",
    "accountExpires",
    "mobile",
    "displayName",
    "whenChanged",
    // Counts every change whatever it was; a real controller has it.
    "uSNChanged",
];

/// Stored and computed attributes.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts(BTreeMap<String, Vec<String>>);

impl Facts {
    pub fn number(&self, attribute: &str) -> i64 {
        self.0.get(attribute).map_or(0, |values| values[0].parse().unwrap())
    }

    pub fn is_locked(&self) -> bool {
        self.number("msDS-User-Account-Control-Computed") & 0x10 != 0
    }

    /// All but these, and but what any change changes.
    pub fn without(mut self, attributes: &[&str]) -> Self {
        self.0.retain(|name, _| !attributes.contains(&name.as_str()) && name != "uSNChanged" && name != "whenChanged");
        self
    }
}

pub async fn dial(url: &url::Url, tls_name: Option<&str>, trust: &Trust) -> ldap3::result::Result<Ldap> {
    let (host, port) = (url.host_str().unwrap(), url.port().unwrap());
    let stream = std::net::TcpStream::connect((host, port))?;
    stream.set_nonblocking(true)?;
    stream.set_nodelay(true)?;
    let settings = LdapConnSettings::new().set_config(client_tls(trust)).set_std_stream(ldap3::StdStream::Tcp(stream));
    let name = tls_name.unwrap_or(host);
    let (connection, ldap) = LdapConnAsync::with_settings(settings, &format!("ldaps://{name}:{port}")).await?;
    tokio::spawn(connection.drive());
    Ok(ldap)
}

/// TLS that believes `trust`, by other code than the program's.
pub fn client_tls(trust: &Trust) -> Arc<rustls::ClientConfig> {
    let pem = match trust {
        Trust::File(path) => std::fs::read(path).unwrap(),
        Trust::Pem(pem) => pem.clone().into_bytes(),
        Trust::System => unreachable!("no server is trusted by the system"),
    };
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_slice(&pem).unwrap()).unwrap();
    let config = rustls::ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    Arc::new(config)
}

/// A name that nobody else has: `stem` and eight random letters. An account's name holds 20.
pub fn unique(stem: &str) -> String {
    let mut bytes = [0; 8];
    SystemRandom.fill(&mut bytes).unwrap();
    stem.chars()
        .chain(bytes.iter().map(|byte| char::from(b"abcdefghijkmnopqrstuvwxyz2345678"[usize::from(byte % 32)])))
        .collect()
}

/// Someone with a new name, who is called Eva and has a surname nobody else has.
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

/// Ten digits, as a pupil may be called and a Swede may be phoned, that nobody else has.
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
    let act = Act {
        action: Action::Reset,
        account_id: String::new(),
        account: "someone".into(),
        number: None,
        number_mark: None,
        identified_by: None,
        delivery: None,
        reason: None,
    };
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
