//! The directory contract over the practice directory, with the policy hints control and without.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use servicedesk::adapters::directory::{DirectorySettings, ProtectedGroups, UnresponsiveControllers};
use servicedesk::adapters::system::SystemClock;
use servicedesk::adapters::tls::Trust;
use servicedesk::domain::account::{LockoutDuration, Protection};
use servicedesk::domain::bulk::BulkAccount;
use servicedesk::domain::password::Password;
use servicedesk::domain::policy::complexity::Dialect;
use servicedesk::domain::policy::{DirectoryPolicy, PolicySource};
use servicedesk::domain::query::Query;
use servicedesk::ports::{ChangeAccounts, FindAccounts, FindAccountsInBulk, WriteError};
use servicedesk::practice::{Options, Person, Place, Practice};
use tempfile::TempDir;

use crate::support::contract::{self, BASE, DAY, DNS, NETBIOS, TestServer, password, unique};

const ADMINISTRATOR: &str = "chief";

/// A new practice directory for each case.
struct PracticeServer {
    practice: Practice,
    policy_hints: bool,
    /// As they were made, for passwords are not told.
    people: RefCell<HashMap<String, Person>>,
    _folder: TempDir,
}

/// How its operator signs in.
pub(crate) fn settings(practice: &Practice) -> DirectorySettings {
    let access = practice.access();
    DirectorySettings {
        servers: vec![access.url.parse().unwrap()],
        domain: None,
        trust: Trust::Pem(access.ca_pem.clone()),
        tls_name: Some(access.tls_name.clone()),
        user: access.user.clone(),
        base: Some(access.base.clone()),
        timeout: Duration::from_secs(20),
        history_required: true,
        mobile_attributes: vec!["mobile".to_owned()],
        search_attributes: vec![],
        protected: ProtectedGroups { names: vec![], must_exist: false },
        protected_units: vec![],
        protected_operators: None,
        unresponsive: UnresponsiveControllers::default(),
    }
}

mod with_hints {
    use super::*;
    async fn start() -> PracticeServer {
        PracticeServer::start(true).await
    }
    crate::contract!(start);
}

mod without_hints {
    use super::*;
    async fn start() -> PracticeServer {
        PracticeServer::start(false).await
    }
    crate::contract!(start);
}

/// More than a controller gives at a time, which real ones are not filled with for a test.
#[tokio::test]
async fn paged_search_returns_all() {
    let seed = |now: Timestamp| -> Vec<Person> {
        let mail = Some("all@contoso.example".to_owned());
        let person = |n| Person { mail: mail.clone(), ..Person::new(&format!("locked{n:04}")).locked_at(now) };
        (0..1001).map(person).collect()
    };
    let server = PracticeServer::with(Options { people: seed, ..Options::default() }).await;
    let directory = server.desk().await;
    let mut names: Vec<_> =
        directory.all_locked(None).await.unwrap().iter().map(|one| one.name_or_dn().to_owned()).collect();
    names.sort();
    assert_eq!(names, (0..1001).map(|n| format!("locked{n:04}")).collect::<Vec<_>>());
    // All of them have the address, and two are enough to say so.
    let found = directory.find_each(&[Query::parse("all@contoso.example").unwrap()]).await.unwrap();
    assert_eq!(found[0].len(), 2);
}

/// Translated, or renamed to be found less easily; and another that took the name.
#[tokio::test]
async fn renamed_groups_protect() {
    let server = PracticeServer::start(true).await;
    let admin = Person::new("admin01").group("Domain Admins").locked_at(Timestamp::now());
    server.add(admin.clone()).await;
    server.practice.rename_group("Domain Admins", "Domänadministratörer").unwrap();
    server.add_group("Domain Admins", &[]).await;
    let namesake = Person::new("other01").group("Domain Admins").locked_at(Timestamp::now());
    server.add(namesake.clone()).await;
    for names in [&[][..], &["Domain Admins"], &["Domänadministratörer"]] {
        let directory = server.desk_with(server.settings_protecting(names, true)).await;
        let name = names.first().unwrap_or(&"Domain Admins").to_string();
        let account = contract::only(&directory, &admin.account).await;
        assert_eq!(account.protected, Some(Protection::MemberOf(name)));
        let queries = [&admin, &namesake].map(|person| Query::parse(&person.account).unwrap());
        let among = contract::many::accounts(directory.find_each(&queries).await.unwrap().concat());
        // Whichever was meant by the name.
        let is_meant = names == ["Domain Admins"];
        assert_eq!(among.iter().map(|one| one.protected.is_some()).collect::<Vec<_>>(), [true, is_meant]);
        assert_eq!(contract::only(&directory, &namesake.account).await.protected.is_some(), is_meant);
    }
}

/// A domain whose groups are nested in any way, circles included, with accounts that hide any of what tells.
#[derive(Debug, Clone)]
struct AnyDomain {
    /// Which groups each of the others is in: one of the others, or one that protects.
    nesting: Vec<Vec<usize>>,
    people: Vec<AnyPerson>,
    configured: Option<usize>,
    base: usize,
}

#[derive(Debug, Clone)]
struct AnyPerson {
    groups: Vec<usize>,
    primary: Option<usize>,
    is_marked: bool,
    hidden: Vec<usize>,
}

const GROUPS: usize = 6;
const PROTECTING: [&str; 3] = ["Domain Admins", "Administrators", "Enterprise Admins"];
const TELLING: [&str; 4] = ["adminCount", "memberOf", "tokenGroups", "nTSecurityDescriptor"];
const BASES: [&str; 4] = [
    "DC=ad,DC=contoso,DC=example",
    "dc = AD , dc=contoso, DC=example",
    r"OU=St\61ff, DC=ad, DC=contoso, DC=example",
    "2.5.4.11=staff,DC=ad,DC=contoso,0.9.2342.19200300.100.1.25=example",
];

fn any_domain() -> impl Strategy<Value = AnyDomain> {
    // Beyond the groups of its own, those that protect: rarely, or all would be protected.
    let outer = || prop_oneof![8 => 0..GROUPS, 1 => GROUPS..GROUPS + PROTECTING.len()];
    let person = || {
        let groups = prop::collection::vec(outer(), 0..3);
        let primary = prop::option::weighted(0.3, 0..GROUPS);
        let hidden = prop::collection::vec(0..TELLING.len(), 0..2);
        (groups, primary, prop::bool::weighted(0.1), hidden)
            .prop_map(|(groups, primary, is_marked, hidden)| AnyPerson { groups, primary, is_marked, hidden })
    };
    let nesting = prop::collection::vec(prop::collection::vec(outer(), 0..3), GROUPS);
    (nesting, prop::collection::vec(person(), 1..8), prop::option::of(0..GROUPS), 0..BASES.len())
        .prop_map(|(nesting, people, configured, base)| AnyDomain { nesting, people, configured, base })
}

impl AnyDomain {
    fn group(number: usize) -> String {
        number.checked_sub(GROUPS).map_or_else(|| format!("group{number}"), |at| PROTECTING[at].to_owned())
    }

    /// The expected protection, computed from all memberships.
    fn is_protected(&self, person: &AnyPerson) -> bool {
        let mut open: Vec<usize> = person.groups.iter().copied().chain(person.primary).collect();
        let mut all = open.clone();
        while let Some(group) = open.pop() {
            for outer in self.nesting.get(group).into_iter().flatten() {
                if !all.contains(outer) {
                    open.push(*outer);
                    all.push(*outer);
                }
            }
        }
        let hides = |what: &str| person.hidden.iter().any(|hidden| TELLING[*hidden] == what);
        person.is_marked
            || all.iter().any(|group| *group >= GROUPS || Some(*group) == self.configured)
            || hides("tokenGroups")
            || hides("adminCount")
            || hides("nTSecurityDescriptor")
    }

    async fn build(&self) -> (PracticeServer, Vec<Person>) {
        let server = PracticeServer::start(true).await;
        for (number, outer) in self.nesting.iter().enumerate() {
            let outer: Vec<String> = outer.iter().map(|outer| Self::group(*outer)).collect();
            let outer: Vec<&str> = outer.iter().map(String::as_str).collect();
            server.add_group(&Self::group(number), &outer).await;
        }
        let people = self.people.iter().enumerate().map(|(number, person)| Person {
            groups: person.groups.iter().map(|group| Self::group(*group)).collect(),
            primary_group: person.primary.map(Self::group),
            protected: person.is_marked,
            hidden: person.hidden.iter().map(|hidden| TELLING[*hidden].to_owned()).collect(),
            ..Person::new(&format!("any{number}")).locked_at(Timestamp::now())
        });
        let people: Vec<Person> = people.collect();
        for person in &people {
            server.add(person.clone()).await;
        }
        (server, people)
    }

    async fn one_and_many_agree(&self) {
        let (server, people) = self.build().await;
        let configured: Vec<String> = self.configured.map(Self::group).into_iter().collect();
        let configured: Vec<&str> = configured.iter().map(String::as_str).collect();
        let base = Some(BASES[self.base].to_owned());
        let settings = || DirectorySettings { base: base.clone(), ..server.settings_protecting(&configured, true) };
        let directory = server.desk_with(settings()).await;
        let expected: Vec<bool> = self.people.iter().map(|person| self.is_protected(person)).collect();
        let queries: Vec<Query> = people.iter().map(|person| Query::parse(&person.account).unwrap()).collect();
        let among = contract::many::accounts(directory.find_each(&queries).await.unwrap().concat());
        let each = |found: &[BulkAccount]| found.iter().map(|one| one.protected.is_some()).collect::<Vec<_>>();
        assert_eq!(each(&among), expected, "many, looked up");
        let now = directory.check_each(&among).await.unwrap().into_iter().flatten().collect();
        assert_eq!(each(&contract::many::accounts(now)), expected, "many, about to be changed");
        let mut locked = contract::many::accounts(directory.all_locked(None).await.unwrap());
        locked.sort_by(|one, other| one.name.as_str().cmp(other.name.as_str()));
        assert_eq!(each(&locked), expected, "all that are locked");
        for (person, is_protected) in people.iter().zip(expected) {
            let account = contract::only(&directory, &person.account).await;
            assert_eq!(account.protected.is_some(), is_protected, "one, looked up: {person:?} {:?}", account.protected);
            let again = directory.read_again(&account).await.unwrap();
            assert_eq!(again.protected, account.protected, "one, read again");
            let changed = directory.unlock(&contract::receipt().await, &account).await;
            assert_eq!(matches!(changed, Err(WriteError::Protected(_))), is_protected, "one, changed: {changed:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// However the groups are nested, whatever may be read, and however the base is written.
    #[test]
    fn single_and_bulk_agree_on_protection(domain in any_domain()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(domain.one_and_many_agree());
    }
}

impl PracticeServer {
    async fn start(policy_hints: bool) -> Self {
        Self::with(Options { policy_hints, people: |_| Vec::new(), ..Options::default() }).await
    }

    async fn with(options: Options) -> Self {
        let folder = TempDir::new().unwrap();
        let practice = Practice::start(folder.path(), Arc::new(SystemClock), options).await.unwrap();
        let chief = Person::new(ADMINISTRATOR).group("Domain Admins").group("Enterprise Admins");
        practice.add(Person { place: Place::Users, ..chief }).unwrap();
        assert_eq!((practice.access().base.as_str(), NETBIOS, DNS), (BASE, "CONTOSO", "ad.contoso.example"));
        Self { practice, policy_hints: options.policy_hints, people: RefCell::default(), _folder: folder }
    }

    fn change(&self, account: &str, change: impl FnOnce(Person) -> Person) {
        let person = change(self.people.borrow()[account].clone());
        self.people.borrow_mut().insert(account.to_owned(), person.clone());
        self.practice.add(person).unwrap();
    }
}

impl TestServer for PracticeServer {
    const READABLE: &str = "Skolan";
    const UNREADABLE: &str = "Politiker";
    const KEEPS_SIZE_LIMITS: bool = true;
    const SPECIAL_POLICIES_BY_GROUP: bool = false;

    fn settings(&self) -> DirectorySettings {
        settings(&self.practice)
    }

    fn password(&self) -> Password {
        password(&self.practice.access().password)
    }

    fn starttls_url(&self) -> String {
        self.practice.access().starttls_url.clone()
    }

    fn administrator(&self) -> (String, String) {
        (format!("{NETBIOS}\\{ADMINISTRATOR}"), Person::PASSWORD.to_owned())
    }

    fn answers_who_am_i(&self) -> bool {
        true
    }

    fn has_policy_hints(&self) -> bool {
        self.policy_hints
    }

    fn policy(&self, special: Option<&str>) -> DirectoryPolicy {
        let domain = DirectoryPolicy {
            source: PolicySource::Domain,
            dialect: Dialect::Windows,
            min_length: 8,
            complexity: true,
            history: 12,
            min_age: Some(DAY),
            max_age: Some(DAY * 180),
            lockout_threshold: 5,
            lockout_duration: LockoutDuration::UntilUnlocked,
        };
        match special {
            None => domain,
            Some(Self::READABLE) => DirectoryPolicy {
                source: PolicySource::Pso(Self::READABLE.to_owned()),
                min_length: 10,
                history: 5,
                min_age: None,
                lockout_threshold: 3,
                lockout_duration: LockoutDuration::Lasts(SignedDuration::from_mins(15)),
                ..domain
            },
            Some(other) => panic!("{other} is not for this operator to read"),
        }
    }

    async fn add(&self, person: Person) {
        self.people.borrow_mut().insert(person.account.clone(), person.clone());
        self.practice.add(person).unwrap();
    }

    async fn add_group(&self, name: &str, member_of: &[&str]) {
        self.practice.add_group(name, member_of).unwrap();
    }

    async fn change_mobile(&self, account: &str, number: &str) {
        self.change(account, |person| Person { mobile_changed: Some(Timestamp::now()), ..person.mobile(number) });
    }

    fn staff(&self) -> String {
        format!("OU=Staff,{BASE}")
    }

    async fn mark_as_administrator(&self, account: &str) {
        self.change(account, |person| Person { protected: true, ..person });
    }

    async fn join(&self, account: &str, group: &str) {
        self.change(account, |person| person.group(group));
    }

    async fn make_primary(&self, account: &str, group: &str) {
        self.change(account, |person| Person { primary_group: Some(group.to_owned()), ..person });
    }

    async fn hide(&self, account: &str, attribute: &str) {
        self.change(account, |mut person| {
            person.hidden.push(attribute.to_owned());
            person
        });
    }

    /// Moves the account: practice cannot delete one.
    async fn remove(&self, account: &str) {
        self.change(account, |person| Person { place: Place::Users, name: unique("moved-"), ..person });
    }

    async fn end(self) {}
}
