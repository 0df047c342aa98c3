//! The directory contract over the practice directory, with the policy hints control and without.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(unreachable_pub, missing_docs, reason = "a test is nobody's library")]
#![allow(async_fn_in_trait, reason = "one thread: none of these futures need be Send")]

mod contract;

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use contract::{BASE, DAY, DNS, Ground, NETBIOS, password, unique};
use jiff::{SignedDuration, Timestamp};
use servicedesk::adapters::ldap::{ProtectedGroups, Settings, Silent, Trust};
use servicedesk::adapters::system::SystemClock;
use servicedesk::demo::{Options, Person, Place, Practice};
use servicedesk::domain::account::LockoutDuration;
use servicedesk::domain::password::Password;
use servicedesk::domain::policy::complexity::Dialect;
use servicedesk::domain::policy::{DirectoryPolicy, Source};
use servicedesk::domain::query::Query;
use servicedesk::ports::FindMany;
use tempfile::TempDir;

const ADMINISTRATOR: &str = "chief";

/// A practice directory of its own for every case.
struct PracticeGround {
    practice: Practice,
    policy_hints: bool,
    /// As they were made, for passwords are not told.
    people: RefCell<HashMap<String, Person>>,
    _folder: TempDir,
}

mod with_hints {
    use super::*;
    async fn start() -> PracticeGround {
        PracticeGround::start(true).await
    }
    contract!(start);
}

mod without_hints {
    use super::*;
    async fn start() -> PracticeGround {
        PracticeGround::start(false).await
    }
    contract!(start);
}

/// More than a controller gives at a time, which real ones are not filled with for a test.
#[tokio::test]
async fn more_than_a_page() {
    let seed = |now: Timestamp| -> Vec<Person> {
        let person = |n| Person::new(&format!("locked{n:04}")).mobile("070-174 06 05").locked_at(now);
        (0..1001).map(person).collect()
    };
    let ground = PracticeGround::with(Options { people: seed, ..Options::default() }).await;
    let directory = ground.desk().await;
    let mut names: Vec<_> =
        directory.all_locked(None).await.unwrap().into_iter().map(|one| one.name.to_string()).collect();
    names.sort();
    assert_eq!(names, (0..1001).map(|n| format!("locked{n:04}")).collect::<Vec<_>>());
    // All of them have the number, and two are enough to say so.
    let found = directory.find_each(&[Query::parse("+46701740605").unwrap()]).await.unwrap();
    assert_eq!(found[0].len(), 2);
}

impl PracticeGround {
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
        self.practice.add(person).unwrap();
    }
}

impl Ground for PracticeGround {
    const READABLE: &str = "Skolan";
    const UNREADABLE: &str = "Politiker";
    const KEEPS_SIZE_LIMITS: bool = true;
    const SPECIAL_POLICIES_BY_GROUP: bool = false;

    fn settings(&self) -> Settings {
        let access = self.practice.access();
        Settings {
            servers: vec![access.url.parse().unwrap()],
            domain: None,
            trust: Trust::Pem(access.ca_pem.clone()),
            tls_name: Some(access.tls_name.clone()),
            user: access.user.clone(),
            base: Some(access.base.clone()),
            timeout: Duration::from_secs(20),
            history_required: true,
            mobile_attribute: "mobile".to_owned(),
            protected: ProtectedGroups { names: vec![], must_exist: false },
            protected_units: vec![],
            silent: Silent::default(),
        }
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
            source: Source::Domain,
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
                source: Source::Pso(Self::READABLE.to_owned()),
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

    /// Nobody can be deleted here; one who is moved is not where they were either.
    async fn remove(&self, account: &str) {
        self.change(account, |person| Person { place: Place::Users, name: unique("moved-"), ..person });
    }

    async fn end(self) {}
}
