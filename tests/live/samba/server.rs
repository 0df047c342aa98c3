//! Samba as a server for the directory contract.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use ldap3::{Scope, SearchEntry};
use servicedesk::adapters::directory::{DirectorySettings, ProtectedGroups, UnresponsiveControllers};
use servicedesk::adapters::tls::Trust;
use servicedesk::domain::account::LockoutDuration;
use servicedesk::domain::filetime::filetime;
use servicedesk::domain::password::Password;
use servicedesk::domain::policy::complexity::Dialect;
use servicedesk::domain::policy::{DirectoryPolicy, PolicySource};
use servicedesk::practice::{Lockout, Person, Place};

use super::controller::{Lab, Samba, escaped, quoted, replace, texts};
use crate::support::contract::{BASE, DAY, TestServer, password};

impl Lab {
    /// The operator's settings.
    pub(super) fn settings(&self) -> DirectorySettings {
        DirectorySettings {
            servers: vec![self.ldaps_url.parse().unwrap()],
            domain: None,
            trust: Trust::file(&self.ca_file).unwrap(),
            tls_name: Some(self.tls_name.clone()),
            user: self.operator_user.clone(),
            base: Some(BASE.to_owned()),
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
}

impl TestServer for Samba {
    const READABLE: &str = "Readable";
    const UNREADABLE: &str = "Strict";
    /// Seen with 4.17 and 4.24: all of them come, and 0.
    const KEEPS_SIZE_LIMITS: bool = false;
    const SPECIAL_POLICIES_BY_GROUP: bool = true;

    fn settings(&self) -> DirectorySettings {
        self.lab.settings()
    }

    fn password(&self) -> Password {
        password(&self.lab.operator_password)
    }

    fn starttls_url(&self) -> String {
        self.lab.ldap_url.clone()
    }

    fn administrator(&self) -> (String, String) {
        (self.lab.admin_dn.clone(), self.lab.admin_password.clone())
    }

    fn answers_who_am_i(&self) -> bool {
        // Samba 4.17 does not, 4.24 does.
        self.lab.policy_hints
    }

    fn has_policy_hints(&self) -> bool {
        self.lab.policy_hints
    }

    /// As `tests/lab/domain.ldif` says.
    fn policy(&self, special: Option<&str>) -> DirectoryPolicy {
        let domain = DirectoryPolicy {
            source: PolicySource::Domain,
            dialect: Dialect::Samba,
            min_length: 7,
            complexity: true,
            history: 5,
            min_age: Some(DAY),
            max_age: Some(DAY * 90),
            lockout_threshold: 3,
            lockout_duration: LockoutDuration::Lasts(SignedDuration::from_mins(30)),
        };
        match special {
            None => domain,
            Some(Self::READABLE) => DirectoryPolicy {
                source: PolicySource::Pso(Self::READABLE.to_owned()),
                min_length: 10,
                min_age: None,
                lockout_duration: LockoutDuration::Lasts(SignedDuration::from_mins(15)),
                ..domain
            },
            Some(other) => panic!("{other} is not for this operator to read"),
        }
    }

    async fn add(&self, person: Person) {
        let above = match person.place {
            Place::Staff => self.lab.staff_ou.clone(),
            Place::Users => self.users(),
        };
        let dn = format!("CN={},{above}", escaped(&person.name));
        let flag = |set: bool, bit: u32| if set { bit } else { 0 };
        let control = 0x200
            | flag(person.disabled, 0x2)
            | flag(person.never_expires, 0x1_0000)
            | flag(person.smartcard_required, 0x4_0000);
        let manager = match &person.manager {
            Some(account) => Some(self.look_up(account, "cn").await.0),
            None => None,
        };
        // From the oldest password to the current one; there need not be any.
        let mut passwords = person
            .earlier_passwords
            .iter()
            .rev()
            .chain([&person.password])
            .filter(|one| !one.is_empty())
            .map(|one| quoted(one));
        self.create(
            &person.account,
            &dn,
            vec![
                ("objectClass", vec![b"user".to_vec()]),
                ("sAMAccountName", texts([&person.account])),
                ("displayName", texts(&person.display_name)),
                ("givenName", texts(&person.given_name)),
                ("sn", texts(&person.surname)),
                ("mail", texts(&person.mail)),
                ("userPrincipalName", texts(&person.upn)),
                ("department", texts(&person.department)),
                ("title", texts(&person.title)),
                ("physicalDeliveryOfficeName", texts(&person.office)),
                ("manager", manager.into_iter().map(String::into_bytes).collect()),
                ("employeeID", texts(&person.employee_id)),
                ("mobile", texts(&person.mobile)),
                ("otherMobile", texts(&person.other_mobiles)),
                ("telephoneNumber", texts(&person.telephone)),
                ("otherTelephone", texts(&person.other_telephones)),
                ("proxyAddresses", texts(&person.proxy_addresses)),
                ("adminCount", person.protected.then(|| b"1".to_vec()).into_iter().collect()),
                ("logonHours", person.logon_hours.iter().map(|hours| hours.to_vec()).collect()),
                ("userWorkstations", texts(Some(person.workstations.join(",")).filter(|all| !all.is_empty()).as_ref())),
                ("accountExpires", texts(&person.account_expires.map(|time| filetime(time).to_string()))),
                ("unicodePwd", passwords.next().into_iter().collect()),
                ("userAccountControl", texts([&control.to_string()])),
            ],
        )
        .await;
        for next in passwords {
            self.modify(&dn, replace("unicodePwd", next)).await;
        }
        for group in person.groups.iter().cloned().chain(person.special_policy.map(|name| name + " Policy Users")) {
            self.join(&dn, &group).await;
        }
        let mut times = Vec::new();
        if let Lockout::At(since) = person.lockout {
            times.push(("lockoutTime", since));
        }
        // One just made has a password just set.
        let a_minute_ago = Timestamp::now() - SignedDuration::from_mins(1);
        times.extend(person.password_set.filter(|set| *set < a_minute_ago).map(|set| ("pwdLastSet", set)));
        if !times.is_empty() {
            self.backdate(&dn, &times);
        }
        for attribute in &person.hidden {
            assert_eq!(attribute, "userAccountControl", "another has another identifier in the schema");
            self.deny_reading(&dn, "bf967a68-0de6-11d0-a285-00aa003049e2", &self.operators().await);
        }
        if person.must_change {
            self.modify(&dn, replace("pwdLastSet", "0")).await;
        }
        if person.cannot_change_password {
            self.deny_own_change(&dn);
        }
    }

    async fn add_group(&self, name: &str, member_of: &[&str]) {
        let dn = format!("CN={},{}", escaped(name), self.users());
        self.create(name, &dn, vec![("objectClass", vec![b"group".to_vec()]), ("sAMAccountName", vec![name.into()])])
            .await;
        for group in member_of {
            self.join(&dn, group).await;
        }
    }

    fn staff(&self) -> String {
        self.lab.staff_ou.clone()
    }

    async fn mark_as_administrator(&self, account: &str) {
        let (dn, _) = self.look_up(account, "cn").await;
        self.modify(&dn, replace("adminCount", "1")).await;
    }

    async fn join(&self, account: &str, group: &str) {
        let (dn, _) = self.look_up(account, "cn").await;
        Samba::join(self, &dn, group).await;
    }

    async fn make_primary(&self, account: &str, group: &str) {
        let (dn, _) = self.look_up(account, "cn").await;
        Samba::join(self, &dn, group).await;
        let (_, sid) = self.group(group).await;
        let (_, rid) = sid.rsplit_once('-').unwrap();
        self.modify(&dn, replace("primaryGroupID", rid)).await;
    }

    async fn hide(&self, account: &str, attribute: &str) {
        let (dn, _) = self.look_up(account, "cn").await;
        let guid = match attribute {
            "adminCount" => "bf967918-0de6-11d0-a285-00aa003049e2",
            "memberOf" => "bf967991-0de6-11d0-a285-00aa003049e2",
            "tokenGroups" => "b7c69e6d-2cc7-11d2-854e-00a0c983f608",
            "mobile" => "f0f8ffa3-1191-11d0-a060-00aa006c33ed",
            "logonHours" => "bf9679ab-0de6-11d0-a285-00aa003049e2",
            "userWorkstations" => "bf9679d7-0de6-11d0-a285-00aa003049e2",
            "accountExpires" => "bf967915-0de6-11d0-a285-00aa003049e2",
            "pwdLastSet" => "bf967a0a-0de6-11d0-a285-00aa003049e2",
            other => panic!("{other}"),
        };
        self.deny_reading(&dn, guid, "AU");
    }

    /// A change is dated to the second. The server is asked until its clock has left the one in which
    /// the account was made.
    async fn change_mobile(&self, account: &str, number: &str) {
        let (dn, created) = self.look_up(account, "whenCreated").await;
        loop {
            let mut ldap = self.administrator.clone();
            let (root, _) =
                ldap.search("", Scope::Base, "(objectClass=*)", &["currentTime"]).await.unwrap().success().unwrap();
            let now = SearchEntry::construct(root.into_iter().next().unwrap()).attrs["currentTime"][0].clone();
            if Some(now) > created {
                break;
            }
        }
        self.modify(&dn, replace("mobile", number)).await;
    }

    async fn remove(&self, account: &str) {
        let (dn, _) = self.look_up(account, "cn").await;
        self.administrator.clone().delete(&dn).await.unwrap().success().unwrap();
        self.made.borrow_mut().retain(|(name, _)| name != account);
    }

    async fn end(mut self) {
        for (_, dn) in self.made.take().iter().rev() {
            self.administrator.delete(dn).await.unwrap().success().unwrap();
        }
    }
}
