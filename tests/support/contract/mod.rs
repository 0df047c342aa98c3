//! What every directory must do for `LdapDirectory`, whichever server stands behind it: one suite,
//! run over the practice directory (`tests/local/practice.rs`) and over real controllers (`tests/live/samba.rs`).
//!
//! A case is an async function that is given its [`Ground`]. It makes its own accounts, so that cases
//! can run at the same time, in any order, on a server that others use too. None of them sleeps.

pub mod acting;
pub mod breaking;
pub mod connecting;
pub mod finding;
pub mod flights;
pub mod knowing;
pub mod many;
pub mod middle;
pub mod protecting;
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

pub const DAY: SignedDuration = SignedDuration::from_hours(24);
pub const HOUR: SignedDuration = SignedDuration::from_hours(1);

/// The domain's names, the same on every ground.
pub const NETBIOS: &str = "CONTOSO";
pub const DNS: &str = "ad.contoso.example";
pub const BASE: &str = "DC=ad,DC=contoso,DC=example";

/// No case takes this long unless something waits for ever, however busy the computer is.
pub const LIMIT: Duration = Duration::from_secs(600);

/// Instantiates every case for one kind of ground.
#[macro_export]
macro_rules! contract {
    ($start:path) => {
        $crate::cases! { $start,
            finding: [
                by_user_name_in_any_case, a_user_name_stands_alone, by_user_name_and_domain,
                in_another_domain, by_upn, by_the_upn_that_every_account_has, by_mail,
                by_phone_however_it_is_written, digits_of_another_number_are_not_it,
                by_any_registered_number, the_number_is_read_where_the_settings_say, by_parts_of_names,
                by_swedish_letters, two_of_one_name_by_their_departments, signs_of_a_filter_find_nobody,
                others_with_the_number, digits_are_a_user_name, a_number_among_others_or_words, one_that_may_not_be_read,
                nobody_at_all, some_of_many, more_than_a_server_gives, only_below_the_base,
            ],
            reading: [
                nothing_wrong, locked_now, locked_under_a_policy_of_ones_own, a_lapsed_lock_is_no_lock,
                a_lapsed_lock_under_a_policy_of_ones_own, a_lock_that_opens_only_by_hand,
                disabled, account_expired, account_that_will_expire, password_expired, must_change,
                never_expires, who_may_not_change_the_password, outside_the_hours, within_the_hours,
                at_some_computers, by_the_servers_clock, smartcard, a_policy_that_may_be_read, a_policy_that_may_not_be_read,
                the_domains_policy, when_the_mobile_was_changed, a_number_that_is_none,
                read_again_sees_what_is_new, read_again_of_one_who_is_gone,
            ],
            protecting: [
                by_admin_count, by_membership, by_membership_through_groups, by_primary_group,
                not_by_a_group_one_is_not_in, a_group_that_is_not_there, by_a_unit_however_it_is_written,
                not_by_a_unit_one_is_not_in, by_a_unit_among_many, a_unit_that_is_not_there, an_administrator_since,
                a_member_through_groups_since, one_below_a_unit, one_who_moved_into_a_unit,
                another_one_in_the_same_place, rights_inside_and_outside,
                by_what_the_primary_group_is_in, by_the_groups_that_every_domain_has, by_a_sid_or_a_dn,
                though_memberships_may_not_be_read, where_a_mark_may_not_be_read, where_the_token_may_not_be_read,
                with_a_base_however_it_is_written, the_operators_own_account, supervisors,
                an_administrator_since_a_list_was_looked_up,
            ],
            unlocking: [
                unlocks_and_nothing_else, clears_the_counter_of_one_who_is_not_locked,
                clears_a_lapsed_lock, a_disabled_account_stays_disabled, without_the_right, one_who_is_gone,
            ],
            resetting: [
                sets_and_unlocks, must_be_changed, need_not_be_changed, a_demand_is_met, a_disabled_account_stays_disabled,
                an_old_password_is_refused, the_current_password_is_refused,
                an_old_password_is_refused_under_every_policy,
                the_next_choice_finishes, the_next_choice_finishes_though_locked_again,
                the_next_choice_finishes_though_the_random_one_was_replaced, another_reset_in_between, the_next_choice_is_for_the_same_account, a_random_password_does_not_hold_the_name,
                changed_today, changed_today_and_refused, changed_today_and_refused_though_a_change_was_due,
                history_off, too_short, not_complex, swedish_letters_in_a_password,
                without_the_right, changed_today_without_the_right, one_who_is_gone,
            ],
            connecting: [
                wrong_password, unknown_operator, a_refusal_ends_the_search, disabled_operator, expired_operator,
                operator_with_an_expired_password, operator_who_must_change, locked_operator,
                unknown_authority, wrong_name, expired_certificate, authority_file_missing, authority_file_empty,
                authority_file_without_certificates, authority_in_a_file, starttls, starttls_not_offered,
                silent_server, refused_port, unknown_host, hangs_up, busy_server, all_down_and_why, no_server_at_all,
            ],
            knowing: [one_person_however_they_spelled_themselves, nobody_else_of_the_same_name],
            breaking: [
                a_read_is_done_again, a_search_and_who_asks_are_done_again, a_search_is_done_again, a_search_that_is_lost_twice_says_so, before_an_unlock, an_unlock_without_an_answer,
                a_reset_without_an_answer, a_change_without_an_answer, a_demand_without_an_answer,
                a_young_password_without_an_answer, nobody_answers,
            ],
            flights: [
                of_finding, of_finding_by_more_than_a_user_name, of_finding_one_who_is_protected, of_finding_where_units_are_protected,
                of_finding_without_a_base, of_asking_who_the_operator_is, of_finding_by_domain, of_reading_again, of_asking_who_has_a_number, of_unlocking, of_resetting,
                of_finding_many, of_unlocking_many,
            ],
            many: [
                each_by_what_was_typed_in_its_order, nobody_by_a_number, one_that_may_not_be_read,
                a_word_is_a_user_name_and_nothing_else, two_of_one_address_are_two, what_is_known_of_each,
                rights_among_many, in_the_order_that_was_asked, by_primary_group, a_group_that_is_not_there,
                all_that_are_locked, the_same_accounts_later, one_refusal_among_many,
                what_was_unlocked_is_read_back, the_same_accounts_outside_the_base,
            ],
            acting: [
                each_to_its_own, a_lost_connection_is_opened_again, what_was_under_way_is_finished,
                the_next_server_takes_over,
            ]
        }
    };
}

/// One test for each case; that each is listed, the compiler sees to (an unlisted one is unused).
#[macro_export]
macro_rules! cases {
    ($start:path, $($topic:ident: [$($case:ident),* $(,)?]),*) => { $(
        mod $topic {
            #[allow(unused_imports, reason = "a ground may be started by a name that stands above")]
            use super::*;
            $(
                #[tokio::test]
                async fn $case() {
                    let run = async {
                        let ground = $start().await;
                        $crate::support::contract::$topic::$case(&ground).await;
                        $crate::support::contract::Ground::end(ground).await;
                    };
                    tokio::time::timeout($crate::support::contract::LIMIT, run).await.expect("something waits for ever");
                }
            )*
        }
    )* };
}

/// A directory to stand on, with an operator who has been delegated what a servicedesk needs.
pub trait Ground {
    /// How the operator signs in: LDAPS, verified, with the domain head as base.
    fn settings(&self) -> DirectorySettings;
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

    async fn desk_with(&self, settings: DirectorySettings) -> LdapDirectory<'static> {
        LdapDirectory::connect(settings, self.password(), &SystemRandom).await.unwrap()
    }

    /// Settings that name these groups as protected.
    fn settings_protecting(&self, names: &[&str], must_exist: bool) -> DirectorySettings {
        let names = names.iter().map(|&name| name.to_owned()).collect();
        DirectorySettings { protected: ProtectedGroups { names, must_exist }, ..self.settings() }
    }

    /// Settings that protect the signed-in operator and these.
    fn settings_protecting_operators(&self, supervisors: &[&str]) -> DirectorySettings {
        let supervisors = supervisors.iter().map(|&name| name.to_owned()).collect();
        DirectorySettings { protected_operators: Some(supervisors), ..self.settings() }
    }

    /// Settings that name this unit as protected.
    fn settings_protecting_unit(&self, dn: &str) -> DirectorySettings {
        DirectorySettings { protected_units: vec![dn.to_owned()], ..self.settings() }
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
        Trust::System => unreachable!("no ground is trusted by the system"),
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
pub async fn added(ground: &impl Ground, directory: &LdapDirectory<'_>, person: Person) -> Account {
    let name = person.account.clone();
    ground.add(person).await;
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

/// How this ground keeps earlier passwords out.
pub fn history_of(ground: &impl Ground) -> HistoryCheck {
    if ground.has_policy_hints() { HistoryCheck::PolicyHints } else { HistoryCheck::SetThenChange }
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
