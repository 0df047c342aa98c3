//! The directory contract over real Samba controllers: `stock`, without the policy hints control, and
//! `hints`, with it. Needs the laboratory (`tests/run` starts it); SERVICEDESK_LAB names its folder.

mod agreement;

use std::cell::RefCell;
use std::collections::HashSet;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use ldap3::{Ldap, Mod, Scope, SearchEntry};
use serde::Deserialize;
use servicedesk::adapters::directory::{DirectorySettings, ProtectedGroups, UnresponsiveControllers};
use servicedesk::adapters::tls::Trust;
use servicedesk::domain::account::{LockoutDuration, Protection};
use servicedesk::domain::filetime::filetime;
use servicedesk::domain::password::Password;
use servicedesk::domain::policy::complexity::Dialect;
use servicedesk::domain::policy::{DirectoryPolicy, PolicySource};
use servicedesk::domain::query::Query;
use servicedesk::ports::{DirectoryError, FindAccounts};
use servicedesk::practice::{Lockout, Person, Place};

use crate::notes;
use crate::support::contract::{BASE, DAY, DNS, Ground, NETBIOS, dial, only, password, someone, unique};

mod stock {
    use super::*;
    async fn start() -> Samba {
        Samba::start("stock").await
    }
    crate::contract!(start);

    #[tokio::test]
    async fn group_that_may_not_be_read_protects() {
        through_groups_that_may_not_be_read(start().await).await;
    }

    #[tokio::test]
    async fn distribution_group_cannot_protect() {
        distribution_group_is_refused(start().await).await;
    }
}

mod hints {
    use super::*;
    async fn start() -> Samba {
        Samba::start("hints").await
    }
    crate::contract!(start);

    #[tokio::test]
    async fn group_that_may_not_be_read_protects() {
        through_groups_that_may_not_be_read(start().await).await;
    }

    #[tokio::test]
    async fn distribution_group_cannot_protect() {
        distribution_group_is_refused(start().await).await;
    }
}

/// One group hides what it is in, one hides itself: the token tells all the same.
async fn through_groups_that_may_not_be_read(samba: Samba) {
    let names = [unique("hides-"), unique("hidden-")];
    for name in &names {
        samba.add_group(name, &["Domain Admins"]).await;
    }
    let [hides, hidden] = [samba.look_up(&names[0], "cn").await.0, samba.look_up(&names[1], "cn").await.0];
    samba.deny_reading(&hides, "bf967991-0de6-11d0-a285-00aa003049e2", "AU");
    samba.grant(&hidden, &format!("(D;;RPLCLORC;;;{})", samba.operators().await));
    let outer = unique("outer-");
    samba.add_group(&outer, &[&names[0]]).await;
    for group in [&names[0], &names[1], &outer] {
        let person = someone().group(group);
        samba.add(person.clone()).await;
        let found = only(&samba.desk().await, &person.account).await;
        assert_eq!(found.protected, Some(Protection::MemberOf("Domain Admins".into())), "{group}");
    }
    samba.end().await;
}

async fn distribution_group_is_refused(samba: Samba) {
    let (name, person) = (unique("list-"), someone());
    samba.add_group(&name, &[]).await;
    samba.modify(&samba.look_up(&name, "cn").await.0, replace("groupType", "2")).await;
    samba.add(person.clone()).await;
    let desk = samba.desk_with(samba.settings_protecting(&[&name], true)).await;
    let query = Query::parse(&person.account).unwrap();
    let found = desk.find(&query).await;
    assert!(matches!(&found, Err(DirectoryError::NotASecurityGroup { name: told }) if *told == name), "{found:?}");
    samba.end().await;
}

/// What `tests/lab/samba start` tells of a controller.
#[derive(Deserialize)]
struct Lab {
    name: String,
    ldaps_url: String,
    ldap_url: String,
    tls_name: String,
    ca_file: PathBuf,
    base_dn: String,
    netbios: String,
    dns_domain: String,
    admin_dn: String,
    admin_password: String,
    operator_user: String,
    operator_password: String,
    staff_ou: String,
    policy_hints: bool,
}

/// A running controller, as its administrator sees it.
struct Samba {
    lab: Lab,
    folder: PathBuf,
    administrator: Ldap,
    /// What was made, newest last: its name and where it is.
    made: RefCell<Vec<(String, String)>>,
}

impl Samba {
    async fn start(name: &str) -> Self {
        let (folder, lab): (_, Lab) = (notes::folder(), notes::notes(name));
        assert_eq!((&*lab.base_dn, &*lab.netbios, &*lab.dns_domain), (BASE, NETBIOS, DNS));
        let url = lab.ldaps_url.parse().unwrap();
        let mut administrator = dial(&url, Some(&lab.tls_name), &Trust::File(lab.ca_file.clone())).await.unwrap();
        administrator.simple_bind(&lab.admin_dn, &lab.admin_password).await.unwrap().success().unwrap();
        Self { lab, folder, administrator, made: RefCell::default() }
    }

    fn users(&self) -> String {
        format!("CN=Users,{BASE}")
    }

    async fn create(&self, name: &str, dn: &str, attributes: Vec<(&str, Vec<Vec<u8>>)>) {
        let attributes = attributes
            .into_iter()
            .filter(|(_, values)| !values.is_empty())
            .map(|(name, values)| (name.as_bytes().to_vec(), values.into_iter().collect::<HashSet<_>>()))
            .collect();
        self.administrator.clone().add(dn, attributes).await.unwrap().success().unwrap();
        self.made.borrow_mut().push((name.to_owned(), dn.to_owned()));
    }

    async fn modify(&self, dn: &str, change: Mod<Vec<u8>>) {
        self.administrator.clone().modify(dn, vec![change]).await.unwrap().success().unwrap();
    }

    /// The DN of the account or group of that name, and one attribute of it.
    async fn look_up(&self, name: &str, attribute: &str) -> (String, Option<String>) {
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

    async fn join(&self, dn: &str, group: &str) {
        let (group, _) = self.look_up(group, "cn").await;
        self.modify(&group, Mod::Add(b"member".to_vec(), HashSet::from([dn.into()]))).await;
    }

    /// What the box "User cannot change password" does.
    fn deny_own_change(&self, dn: &str) {
        const CHANGE_PASSWORD: &str = "ab721a53-1e2f-11d0-9819-00aa0040529b";
        let denied = ["WD", "PS"].map(|whom| format!("(OD;;CR;{CHANGE_PASSWORD};;{whom})")).concat();
        self.grant(dn, &denied);
    }

    /// Denies somebody to read an attribute, by its identifier in the schema.
    fn deny_reading(&self, dn: &str, attribute: &str, whom: &str) {
        self.grant(dn, &format!("(OD;;RP;{attribute};;{whom})"));
    }

    /// Adds entries to an access list.
    fn grant(&self, dn: &str, entries: &str) {
        let status = Command::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/lab/samba"))
            .args(["grant", &self.lab.name, dn, entries])
            .env("LAB_ROOT", &self.folder)
            .status();
        assert!(status.unwrap().success(), "{dn}");
    }

    /// The SID of the operators' group, as text (MS-DTYP 2.4.2.1).
    async fn operators(&self) -> String {
        let filter = "(sAMAccountName=Servicedesk Operators)";
        let mut ldap = self.administrator.clone();
        let (found, _) = ldap.search(BASE, Scope::Subtree, filter, &["objectSid"]).await.unwrap().success().unwrap();
        let sid = &SearchEntry::construct(found.into_iter().next().unwrap()).bin_attrs["objectSid"][0];
        let parts = sid[8..].chunks(4).map(|part| format!("-{}", u32::from_le_bytes(part.try_into().unwrap())));
        format!("S-1-{}{}", sid[7], parts.collect::<String>())
    }

    /// Writes what LDAP forbids: times that have passed.
    fn backdate(&self, dn: &str, times: &[(&str, Timestamp)]) {
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

fn texts<'a>(values: impl IntoIterator<Item = &'a String>) -> Vec<Vec<u8>> {
    values.into_iter().map(|value| value.clone().into_bytes()).collect()
}

fn replace(attribute: &str, value: impl Into<Vec<u8>>) -> Mod<Vec<u8>> {
    Mod::Replace(attribute.as_bytes().to_vec(), HashSet::from([value.into()]))
}

/// A password as unicodePwd wants it.
fn quoted(password: &str) -> Vec<u8> {
    format!("\"{password}\"").encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A value in a DN, with no space at its ends (RFC 4514 2.4).
fn escaped(value: &str) -> String {
    let mut text = String::new();
    for character in value.chars() {
        if ",+\"\\<>;=#".contains(character) {
            text.push('\\');
        }
        text.push(character);
    }
    text
}

impl Ground for Samba {
    const READABLE: &str = "Readable";
    const UNREADABLE: &str = "Strict";
    /// Seen with 4.17 and 4.24: all of them come, and 0.
    const KEEPS_SIZE_LIMITS: bool = false;
    const SPECIAL_POLICIES_BY_GROUP: bool = true;

    fn settings(&self) -> DirectorySettings {
        DirectorySettings {
            servers: vec![self.lab.ldaps_url.parse().unwrap()],
            domain: None,
            trust: Trust::File(self.lab.ca_file.clone()),
            tls_name: Some(self.lab.tls_name.clone()),
            user: self.lab.operator_user.clone(),
            base: Some(BASE.to_owned()),
            timeout: Duration::from_secs(20),
            history_required: true,
            mobile_attribute: "mobile".to_owned(),
            protected: ProtectedGroups { names: vec![], must_exist: false },
            protected_units: vec![],
            protected_operators: None,
            unresponsive: UnresponsiveControllers::default(),
        }
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
