//! Everything the practice directory remembers: accounts with hashed passwords, and groups. Knows no LDAP and no files.

use super::person::{Lockout, Person};
use super::policy::{self, Policy};
use hmac::{Hmac, KeyInit, Mac};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

/// The group that has been delegated "unlock" and "reset password" on `OU=Staff`.
pub(super) const SERVICEDESK: &str = "Servicedesk";
/// The group whose members may do everything.
pub(super) const DOMAIN_ADMINS: &str = "Domain Admins";
pub(super) const DOMAIN_ADMINS_RID: u32 = 512;
const ADMINISTRATORS: &str = "Administrators";
/// Every account's primary group: never in memberOf, always in tokenGroups (MS-ADTS 3.1.1.4.5.19).
pub(super) const DOMAIN_USERS_RID: u32 = 513;

/// More than any policy's history; nothing older is kept.
const REMEMBERED: usize = 24;
const DAY: SignedDuration = SignedDuration::from_hours(24);

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct PracticeState {
    pub(super) version: u32,
    /// Random, one for each directory.
    salt: [u8; 16],
    next_rid: u32,
    pub(super) accounts: Vec<StoredAccount>,
    pub(super) groups: Vec<StoredGroup>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct StoredAccount {
    pub(super) person: Person,
    /// The last part of the objectSid.
    pub(super) rid: u32,
    password: StoredHash,
    /// The passwords before it, the latest first.
    earlier: Vec<StoredHash>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct StoredGroup {
    pub(super) name: String,
    pub(super) rid: u32,
    pub(super) member_of: Vec<String>,
}

/// HMAC-SHA256 of a password in UTF-16LE under the directory's salt. It need not resist guessing: the people and their
/// passwords are in the source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct StoredHash(String);

impl PracticeState {
    pub(super) const VERSION: u32 = 1;

    /// A directory with its well-known groups and no accounts.
    pub(super) fn empty(salt: [u8; 16]) -> Self {
        let group = |name: &str, rid, outer: Option<&str>| StoredGroup {
            name: name.to_owned(),
            rid,
            member_of: outer.map(str::to_owned).into_iter().collect(),
        };
        Self {
            version: Self::VERSION,
            salt,
            next_rid: 1100,
            accounts: Vec::new(),
            groups: vec![
                group(DOMAIN_ADMINS, DOMAIN_ADMINS_RID, Some(ADMINISTRATORS)),
                group("Domain Users", DOMAIN_USERS_RID, None),
                group("Enterprise Admins", 519, Some(ADMINISTRATORS)),
                group(ADMINISTRATORS, 544, None),
                group(SERVICEDESK, 1099, None),
            ],
        }
    }

    /// Adds someone, or replaces the account of that name.
    pub(super) fn add(&mut self, mut person: Person, now: Timestamp) {
        let created = *person.created.get_or_insert(now - DAY * 400);
        person.password_set.get_or_insert(now - DAY * 30);
        person.mobile_changed.get_or_insert(created);
        person.other_mobiles_changed.get_or_insert(created);
        for name in person.groups.iter().chain(&person.primary_group) {
            self.add_group(name, &[]);
        }
        let account = StoredAccount {
            rid: self.account(&person.account).map_or_else(|| self.next_rid, |former| former.rid),
            password: self.hash(&utf16(&person.password)),
            earlier: person.earlier_passwords.iter().map(|one| self.hash(&utf16(one))).collect(),
            person,
        };
        self.next_rid = self.next_rid.max(account.rid + 1);
        self.accounts.retain(|other| other.rid != account.rid);
        self.accounts.push(account);
    }

    /// Makes a group unless there is one of that name, and puts it into the others.
    pub(super) fn add_group(&mut self, name: &str, member_of: &[&str]) {
        let same = |group: &StoredGroup| group.name.eq_ignore_ascii_case(name);
        if !self.groups.iter().any(same) {
            let group = StoredGroup { name: name.to_owned(), rid: self.next_rid, member_of: Vec::new() };
            self.groups.push(group);
            self.next_rid += 1;
        }
        if let Some(group) = self.groups.iter_mut().find(|group| same(group)) {
            group.member_of.extend(member_of.iter().map(|&outer| outer.to_owned()));
        }
    }

    /// Gives a group another name, by which its members know it then.
    pub(super) fn rename_group(&mut self, name: &str, new: &str) {
        let same = |other: &String| other.eq_ignore_ascii_case(name);
        let names = self.groups.iter_mut().flat_map(|group| group.member_of.iter_mut().chain([&mut group.name]));
        let people = self.accounts.iter_mut().flat_map(|account| &mut account.person.groups);
        names.chain(people).filter(|other| same(other)).for_each(|other| new.clone_into(other));
    }

    pub(super) fn account(&self, name: &str) -> Option<&StoredAccount> {
        self.accounts.iter().find(|account| account.is_called(name))
    }

    pub(super) fn account_mut(&mut self, name: &str) -> Option<&mut StoredAccount> {
        self.accounts.iter_mut().find(|account| account.is_called(name))
    }

    /// The named groups and every group that those are in.
    pub(super) fn closure(&self, names: &[String]) -> Vec<&StoredGroup> {
        let mut found: Vec<&StoredGroup> = Vec::new();
        let mut open: Vec<&str> = names.iter().map(String::as_str).collect();
        while let Some(name) = open.pop() {
            let group = self.groups.iter().find(|group| group.name.eq_ignore_ascii_case(name));
            if let Some(group) = group.filter(|group| found.iter().all(|known| known.rid != group.rid)) {
                found.push(group);
                open.extend(group.member_of.iter().map(String::as_str));
            }
        }
        found
    }

    /// Every group an account is in, its primary group and what that is in included.
    pub(super) fn groups_of(&self, account: &StoredAccount) -> Vec<&StoredGroup> {
        let primary = self.primary_group(account).map(|group| group.name.clone());
        self.closure(&account.person.groups.iter().cloned().chain(primary).collect::<Vec<_>>())
    }

    pub(super) fn primary_group(&self, account: &StoredAccount) -> Option<&StoredGroup> {
        self.groups.iter().find(|group| match &account.person.primary_group {
            Some(name) => group.name.eq_ignore_ascii_case(name),
            None => group.rid == DOMAIN_USERS_RID,
        })
    }

    pub(super) fn is_in(&self, account: &StoredAccount, group: &str) -> bool {
        self.closure(&account.person.groups).iter().any(|found| found.name == group)
    }

    pub(super) fn has_password(&self, account: &StoredAccount, utf16: &[u8]) -> bool {
        account.password == self.hash(utf16)
    }

    /// How many passwords ago this one was in use: 1 for the one before the current.
    pub(super) fn passwords_ago(&self, account: &StoredAccount, utf16: &[u8]) -> Option<usize> {
        let hash = self.hash(utf16);
        account.earlier.iter().position(|earlier| *earlier == hash).map(|at| at + 1)
    }

    /// Gives `account`, which may be a copy, another password.
    pub(super) fn set_password(&self, account: &mut StoredAccount, utf16: &[u8], now: Timestamp) {
        let former = std::mem::replace(&mut account.password, self.hash(utf16));
        account.earlier.insert(0, former);
        account.earlier.truncate(REMEMBERED);
        account.person.password_set = Some(now);
        account.person.must_change = false;
    }

    /// The objectGUID of the entry by that name.
    pub(super) fn guid(&self, name: &str) -> Vec<u8> {
        self.digest(format!("guid {name}").as_bytes())[..16].to_vec()
    }

    fn hash(&self, utf16: &[u8]) -> StoredHash {
        StoredHash(self.digest(utf16).iter().map(|byte| format!("{byte:02x}")).collect())
    }

    fn digest(&self, bytes: &[u8]) -> [u8; 32] {
        // Cannot fail: HMAC takes a key of any length (RFC 2104).
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.salt) else { return [0; 32] };
        mac.update(bytes);
        mac.finalize().into_bytes().into()
    }
}

impl StoredAccount {
    pub(super) fn is_called(&self, name: &str) -> bool {
        self.person.account.to_lowercase() == name.to_lowercase()
    }

    pub(super) fn policy(&self) -> &'static Policy {
        policy::of(self.person.special_policy.as_deref())
    }

    /// Whether the account is locked at that moment: a lock may have lapsed.
    pub(super) fn is_locked(&self, now: Timestamp) -> bool {
        match (self.person.lockout, self.policy().lockout) {
            (Lockout::At(since), Some(lockout)) => now < since.saturating_add(lockout).unwrap_or(Timestamp::MAX),
            (Lockout::At(_), None) => true,
            (Lockout::Never | Lockout::Cleared, _) => false,
        }
    }

    /// When the password expires, if ever, whether or not it must be changed.
    pub(super) fn password_expires(&self) -> Option<Timestamp> {
        if self.person.never_expires || self.person.smartcard_required {
            return None;
        }
        self.person.password_set?.checked_add(self.policy().max_age).ok()
    }

    pub(super) fn is_expired(&self, now: Timestamp) -> bool {
        self.person.account_expires.is_some_and(|expires| expires <= now)
    }

    /// Counts one wrong password, and locks the account when that reaches the threshold.
    pub(super) fn count_wrong_password(&mut self, now: Timestamp) {
        let policy = self.policy();
        let person = &mut self.person;
        let held_against =
            person.bad_password_at.is_some_and(|last| last.saturating_add(policy.window).is_ok_and(|end| now < end));
        person.bad_passwords = if held_against { person.bad_passwords.saturating_add(1) } else { 1 };
        person.bad_password_at = Some(now);
        if policy.threshold > 0 && person.bad_passwords >= policy.threshold {
            person.lockout = Lockout::At(now);
        }
    }
}

/// A password as AD takes and hashes it: UTF-16, little endian.
pub(super) fn utf16(password: &str) -> Vec<u8> {
    password.encode_utf16().flat_map(u16::to_le_bytes).collect()
}
