//! The tree as a signed-in reader sees it: the entries and the values that are stored. `constructed` has the others.

use super::constructed;
use super::domain::{self, Fixed};
use super::person::{Lockout, Person};
use super::rights;
use super::schema::{self, Attribute};
use super::state::{PracticeState, StoredAccount, StoredGroup};
use crate::domain::dn::Dn;
use crate::domain::filetime::filetime;
use jiff::Timestamp;
use std::iter;

/// The directory at one moment, for one reader.
#[derive(Clone, Copy)]
pub(super) struct DirectoryView<'a> {
    pub(super) state: &'a PracticeState,
    pub(super) reader: &'a StoredAccount,
    pub(super) now: Timestamp,
    /// The controller that is asked.
    pub(super) controller: &'a str,
}

#[derive(Clone, Copy)]
pub(super) enum Object<'a> {
    Account(&'a StoredAccount),
    Group(&'a StoredGroup),
    Fixed(usize, &'a Fixed),
}

impl<'a> DirectoryView<'a> {
    /// Every entry, in the order of [`Object::ordinal`].
    pub(super) fn objects(&self) -> Vec<Object<'a>> {
        let fixed = domain::ENTRIES.iter().enumerate().map(|(at, entry)| Object::Fixed(at, entry));
        let mut objects: Vec<_> = fixed
            .chain(self.state.groups.iter().map(Object::Group))
            .chain(self.state.accounts.iter().map(Object::Account))
            .collect();
        objects.sort_by_key(Object::ordinal);
        objects
    }

    pub(super) fn object(&self, dn: &Dn) -> Option<Object<'a>> {
        self.objects().into_iter().find(|object| object.dn() == *dn)
    }

    /// The name of the nearest existing entry above `dn`; empty when there is none.
    pub(super) fn nearest(&self, dn: &Dn) -> String {
        let mut above = iter::successors(dn.parent(), Dn::parent);
        above.find(|dn| self.object(dn).is_some()).map(|dn| dn.to_string()).unwrap_or_default()
    }

    /// The values that this reader may see.
    pub(super) fn values(&self, object: Object<'a>, attribute: &Attribute) -> Vec<Vec<u8>> {
        match object {
            Object::Account(account) if self.is_hidden(account, attribute.name) => Vec::new(),
            Object::Account(account) if attribute.constructed => constructed::values(self, account, attribute.name),
            Object::Account(account) => self.of_account(account, attribute.name),
            Object::Group(group) => self.of_group(group, attribute.name),
            Object::Fixed(_, entry) => self.of_fixed(entry, attribute.name),
        }
    }

    fn is_hidden(&self, account: &StoredAccount, name: &str) -> bool {
        let hidden = &account.person.hidden;
        hidden.iter().any(|one| one.eq_ignore_ascii_case(name)) && !rights::may_do_everything(self.state, self.reader)
    }

    fn of_account(&self, account: &StoredAccount, name: &str) -> Vec<Vec<u8>> {
        let person = &account.person;
        let classes = ["top", "person", "organizationalPerson", "user"];
        match name {
            "objectClass" => texts(classes),
            "cn" | "name" => texts([&person.name]),
            "sn" => texts(&person.surname),
            "title" => texts(&person.title),
            "manager" => {
                names(person.manager.iter().filter_map(|name| self.state.account(name)).map(StoredAccount::dn))
            }
            "physicalDeliveryOfficeName" => texts(&person.office),
            "telephoneNumber" => texts(&person.telephone),
            "givenName" => texts(&person.given_name),
            "distinguishedName" => texts([account.dn().to_string()]),
            "whenCreated" => texts(person.created.map(generalized_time)),
            "displayName" => texts(&person.display_name),
            "otherTelephone" => texts(&person.other_telephones),
            "memberOf" => names(self.direct_groups(&person.groups).map(StoredGroup::dn)),
            "department" => texts(&person.department),
            "proxyAddresses" => texts(&person.proxy_addresses),
            "objectGUID" => vec![self.state.guid(&person.account)],
            "userAccountControl" => number(user_account_control(person)),
            "badPwdCount" => number(person.bad_passwords),
            "badPasswordTime" => number(person.bad_password_at.map_or(0, filetime)),
            "lastLogon" => number(person.last_logon.map_or(0, filetime)),
            "lastLogonTimestamp" => person.last_logon_timestamp.map(|at| number(filetime(at))).unwrap_or_default(),
            "pwdLastSet" => number(person.password_set.filter(|_| !person.must_change).map_or(0, filetime)),
            "primaryGroupID" => self.state.primary_group(account).map(|group| number(group.rid)).unwrap_or_default(),
            "objectSid" => vec![domain::sid(Some(account.rid))],
            "adminCount" if person.protected => number(1),
            "accountExpires" => number(person.account_expires.map_or(i64::MAX, filetime)),
            "logonHours" => person.logon_hours.iter().map(|hours| hours.to_vec()).collect(),
            "userWorkstations" if !person.workstations.is_empty() => texts([person.workstations.join(",")]),
            "msDS-PSOApplied" => special_policy(account),
            "sAMAccountName" => texts([&person.account]),
            "sAMAccountType" => number(0x3000_0000),
            "userPrincipalName" => texts(&person.upn),
            "lockoutTime" => match person.lockout {
                Lockout::Never => Vec::new(),
                Lockout::Cleared => number(0),
                Lockout::At(time) => number(filetime(time)),
            },
            "objectCategory" => texts([domain::category("Person").to_string()]),
            "mail" => texts(&person.mail),
            "employeeID" => texts(&person.employee_id),
            "mobile" => texts(&person.mobile),
            "otherMobile" => texts(&person.other_mobiles),
            _ => Vec::new(),
        }
    }

    fn of_group(&self, group: &StoredGroup, name: &str) -> Vec<Vec<u8>> {
        match name {
            "objectClass" => texts(["top", "group"]),
            "cn" | "name" | "sAMAccountName" => texts([&group.name]),
            "distinguishedName" => texts([group.dn().to_string()]),
            "objectGUID" => vec![self.state.guid(&format!("group {}", group.name))],
            "objectSid" => vec![domain::group_sid(group.rid)],
            "isCriticalSystemObject" if group.rid < 1000 => texts(["TRUE"]),
            "sAMAccountType" => number(0x1000_0000),
            // A global security group (MS-ADTS 2.2.12).
            "groupType" => number(-0x7fff_fffe),
            "objectCategory" => texts([domain::category("Group").to_string()]),
            "memberOf" => names(self.direct_groups(&group.member_of).map(StoredGroup::dn)),
            "member" => names(self.members(group)),
            _ => Vec::new(),
        }
    }

    fn of_fixed(&self, entry: &Fixed, name: &str) -> Vec<Vec<u8>> {
        match name {
            // An entry that may not be read is seen to be empty (as with Samba 4.17 and 4.24).
            _ if !entry.readable && !rights::may_do_everything(self.state, self.reader) => Vec::new(),
            "objectSid" if entry.dn == domain::base() => vec![domain::sid(None)],
            "objectGUID" => vec![self.state.guid(&entry.dn.to_string())],
            "schemaIDGUID" => {
                let described = entry.values("lDAPDisplayName").iter().filter_map(|name| schema::attribute(name));
                described.map(|attribute| attribute.guid().to_vec()).collect()
            }
            _ => texts(entry.values(name)),
        }
    }

    fn direct_groups(&self, names: &'a [String]) -> impl Iterator<Item = &'a StoredGroup> {
        let named = |name: &String| self.state.groups.iter().find(|group| group.name.eq_ignore_ascii_case(name));
        names.iter().filter_map(named)
    }

    fn members(&self, group: &'a StoredGroup) -> impl Iterator<Item = Dn> {
        let has = |names: &[String]| names.iter().any(|name| name.eq_ignore_ascii_case(&group.name));
        let accounts = self.state.accounts.iter().filter(move |account| has(&account.person.groups));
        let groups = self.state.groups.iter().filter(move |inner| has(&inner.member_of));
        accounts.map(StoredAccount::dn).chain(groups.map(StoredGroup::dn))
    }
}

impl Object<'_> {
    pub(super) fn dn(&self) -> Dn {
        match self {
            Object::Account(account) => account.dn(),
            Object::Group(group) => group.dn(),
            Object::Fixed(_, entry) => entry.dn.clone(),
        }
    }

    /// The entry's place in every list, by which a search can be resumed after it.
    pub(super) fn ordinal(&self) -> u32 {
        match self {
            Object::Account(account) => account.rid,
            Object::Group(group) => group.rid,
            Object::Fixed(at, _) => u32::try_from(*at).unwrap_or(u32::MAX),
        }
    }
}

impl StoredAccount {
    pub(super) fn dn(&self) -> Dn {
        domain::place(self.person.place).child("CN", &self.person.name)
    }
}

impl StoredGroup {
    pub(super) fn dn(&self) -> Dn {
        domain::group(&self.name, self.rid)
    }
}

/// `yyyymmddhhmmss.0Z` (RFC 4517 3.3.13).
pub(super) fn generalized_time(time: Timestamp) -> String {
    time.strftime("%Y%m%d%H%M%S.0Z").to_string()
}

/// The special policy (PSO) that was given to this person.
pub(super) fn special_policy(account: &StoredAccount) -> Vec<Vec<u8>> {
    texts(account.policy().name.map(|policy| domain::special_policy(policy).to_string()))
}

/// The flags that are stored (MS-ADTS 2.2.16).
fn user_account_control(person: &Person) -> u32 {
    let flag = |set: bool, bit: u32| if set { bit } else { 0 };
    0x200
        | flag(person.disabled, 0x2)
        | flag(person.never_expires, 0x1_0000)
        | flag(person.smartcard_required, 0x4_0000)
}

pub(super) fn texts<T: AsRef<str>>(values: impl IntoIterator<Item = T>) -> Vec<Vec<u8>> {
    values.into_iter().map(|value| value.as_ref().as_bytes().to_vec()).collect()
}

fn names(dns: impl Iterator<Item = Dn>) -> Vec<Vec<u8>> {
    texts(dns.map(|dn| dn.to_string()))
}

pub(super) fn number(value: impl ToString) -> Vec<Vec<u8>> {
    vec![value.to_string().into_bytes()]
}
