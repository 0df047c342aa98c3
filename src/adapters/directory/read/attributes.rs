//! From an LDAP entry to an [`Account`]: which attribute says what, and how it is written.
//!
//! Source: DIRECTORY facts in MS-ADA1–3 (attributes) and MS-ADTS 3.1.1.4.5 (constructed ones).

use std::collections::HashMap;

use jiff::Timestamp;
use ldap3::SearchEntry;

use super::{descriptor, metadata};
use crate::domain::account::{
    Account, AccountId, AccountName, Lock, Mobile, PasswordState, Protection, SignInRestrictions,
};
use crate::domain::bulk::BulkAccount;
use crate::domain::filetime::moment;
use crate::domain::hours::LogonHours;
use crate::domain::must_change::OwnChange;
use crate::domain::phone::{Phone, numbers_in};
use crate::domain::policy::AppliedPolicy;
use crate::domain::sid::Sid;
use crate::domain::unreadable::{UnreadableAccount, UnreadableReason};

/// How an account is set up.
const CONTROL: &str = "userAccountControl";
/// What the server works out of it, a lock among it.
pub(super) const COMPUTED: &str = "msDS-User-Account-Control-Computed";

/// userAccountControl: switched off.
const DISABLED: i64 = 0x2;
/// userAccountControl: a computer, a controller or another domain (MS-ADTS 2.2.16).
const NOBODY: i64 = 0x1000 | 0x2000 | 0x800;
/// userAccountControl: the password never runs out; a demand to change it is not followed.
const NEVER_EXPIRES: i64 = 0x1_0000;
/// userAccountControl: signs in with a card.
const SMARTCARD_REQUIRED: i64 = 0x4_0000;
/// msDS-User-Account-Control-Computed: locked now.
const LOCKED: i64 = 0x10;
/// msDS-User-Account-Control-Computed: the password has run out.
const PASSWORD_EXPIRED: i64 = 0x80_0000;

/// What is asked of an account, beside its numbers.
pub(super) const ACCOUNT: &[&str] = &[
    "objectGUID",
    "sAMAccountName",
    "userPrincipalName",
    "displayName",
    "mail",
    "department",
    "userAccountControl",
    "msDS-User-Account-Control-Computed",
    "lockoutTime",
    "badPwdCount",
    "badPasswordTime",
    "pwdLastSet",
    "msDS-UserPasswordExpiryTimeComputed",
    "accountExpires",
    "logonHours",
    "userWorkstations",
    "nTSecurityDescriptor",
    "msDS-ResultantPSO",
    "adminCount",
    "primaryGroupID",
    "memberOf",
    "objectSid",
    ACCESS_LIST,
    "allowedAttributesEffective",
    "msDS-ReplAttributeMetaData",
    "replPropertyMetaData",
];

/// What is asked of one account among many: no more than decides whether it may be unlocked, since a
/// server looks each of them up for tens of thousands.
pub(super) const CANDIDATE: &[&str] = &[
    "objectGUID",
    "sAMAccountName",
    "userAccountControl",
    "lockoutTime",
    "badPwdCount",
    "accountExpires",
    "adminCount",
    "memberOf",
    "primaryGroupID",
    "objectSid",
    "userPrincipalName",
    SPECIAL,
];

/// The entry's access list. `ask` requests the discretionary part only.
pub(super) const ACCESS_LIST: &str = "nTSecurityDescriptor";

/// The special policies (PSO) that are for someone themselves, not through a group.
pub(super) const SPECIAL: &str = "msDS-PSOApplied";

/// What is asked of an account to know whether it is protected.
pub(super) const PROTECTION: &[&str] =
    &["objectGUID", "sAMAccountName", "userPrincipalName", "objectSid", "adminCount", TOKEN, ACCESS_LIST];

/// The groups that an account is in, asked of one entry alone.
pub(super) const TOKEN: &str = "tokenGroups";

/// What is asked of an account to know whether this operator may unlock it. Among many it is asked of
/// few: it takes a server ten times as long as all the rest (seen with Samba).
pub(super) const RIGHTS: &[&str] = &["objectGUID", "allowedAttributesEffective"];

/// What is asked of an account to know whether it is locked.
pub(super) const LOCK: &[&str] = &["objectGUID", "msDS-User-Account-Control-Computed"];

/// What tells that an account is not locked, and costs the server less.
pub(super) const MARK: &[&str] = &["objectGUID", "lockoutTime"];

/// An entry as it came over the wire. A value is text or bytes by what it happens to hold, so both
/// places are looked in.
#[derive(Clone)]
pub(super) struct Entry {
    pub(super) dn: String,
    text: HashMap<String, Vec<String>>,
    bytes: HashMap<String, Vec<Vec<u8>>>,
}

impl From<SearchEntry> for Entry {
    /// Attribute names come back in the server's spelling; they are the same in any case.
    fn from(entry: SearchEntry) -> Self {
        Self {
            dn: entry.dn,
            text: entry.attrs.into_iter().map(|(name, values)| (name.to_lowercase(), values)).collect(),
            bytes: entry.bin_attrs.into_iter().map(|(name, values)| (name.to_lowercase(), values)).collect(),
        }
    }
}

impl Entry {
    pub(super) fn all(&self, attribute: &str) -> &[String] {
        self.text.get(&attribute.to_lowercase()).map_or(&[], Vec::as_slice)
    }

    /// The first value that is not blank.
    pub(super) fn text(&self, attribute: &str) -> Option<&str> {
        self.all(attribute).iter().map(String::as_str).find(|value| !value.trim().is_empty())
    }

    pub(super) fn number(&self, attribute: &str) -> Option<i64> {
        self.text(attribute)?.parse().ok()
    }

    pub(super) fn bytes(&self, attribute: &str) -> Option<&[u8]> {
        let name = attribute.to_lowercase();
        let bytes = self.bytes.get(&name).and_then(|values| values.first()).map(Vec::as_slice);
        bytes.or_else(|| self.text.get(&name)?.first().map(String::as_bytes))
    }

    /// Every value, of whichever kind each was taken for.
    pub(super) fn all_bytes(&self, attribute: &str) -> Vec<Vec<u8>> {
        let name = attribute.to_lowercase();
        let text = self.text.get(&name).into_iter().flatten().map(|value| value.as_bytes().to_vec());
        self.bytes.get(&name).into_iter().flatten().cloned().chain(text).collect()
    }

    pub(super) fn moment(&self, attribute: &str) -> Option<Timestamp> {
        moment(self.number(attribute)?)
    }

    pub(super) fn id(&self) -> Option<AccountId> {
        self.bytes("objectGUID").and_then(|bytes| bytes.try_into().ok()).map(AccountId::from_bytes)
    }

    pub(super) fn sid(&self) -> Option<Sid> {
        Sid::from_bytes(self.bytes("objectSid")?)
    }

    /// Lets go of what was read of an attribute.
    pub(super) fn forget(&mut self, attribute: &str) {
        self.text.remove(&attribute.to_lowercase());
        self.bytes.remove(&attribute.to_lowercase());
    }

    /// The last part of a SID, by which an account names its primary group.
    pub(super) fn rid(&self) -> Option<i64> {
        self.bytes("objectSid").and_then(|sid| sid.last_chunk()).map(|rid| u32::from_le_bytes(*rid).into())
    }

    /// Whether the server gave only some of the values (MS-ADTS 3.1.1.3.1.3.3).
    pub(super) fn is_cut(&self, attribute: &str) -> bool {
        let range = format!("{};range=", attribute.to_lowercase());
        self.text.keys().any(|name| name.starts_with(&range))
    }

    /// Whether the account is locked now, where that may be read.
    pub(super) fn locked(&self) -> Option<bool> {
        self.number("msDS-User-Account-Control-Computed").map(|computed| computed & LOCKED != 0)
    }

    /// Whether there is surely no lock: without a mark there is none (MS-ADTS 3.1.1.4.5.17). A mark that
    /// is absent may be one that cannot be read.
    pub(super) fn is_unmarked(&self) -> bool {
        self.number("lockoutTime") == Some(0)
    }

    /// Whether the directory keeps it as an administrator's (MS-ADTS 3.1.1.6.1.2).
    pub(super) fn is_administrators(&self) -> bool {
        self.number("adminCount") == Some(1)
    }

    pub(super) fn may_unlock(&self) -> bool {
        self.may_write("lockoutTime")
    }

    /// Without any right the attribute is absent.
    pub(super) fn may_write(&self, attribute: &str) -> bool {
        self.all("allowedAttributesEffective").iter().any(|a| a.eq_ignore_ascii_case(attribute))
    }

    /// Whether any value of these attributes holds this number, among words or other numbers.
    pub(super) fn has_number(&self, attributes: &[&str], phone: &Phone) -> bool {
        let values = attributes.iter().flat_map(|attribute| self.all_bytes(attribute));
        values.flat_map(|value| numbers_in(&String::from_utf8_lossy(&value))).any(|number| number == *phone)
    }
}

/// An entry as one of which too little may be read: it lacks these attributes, which every account has. State that
/// cannot be read is never taken for "all is well".
pub(super) fn unreadable(entry: &Entry, why: UnreadableReason) -> UnreadableAccount {
    let text = |attribute| entry.text(attribute).map(str::to_owned);
    UnreadableAccount {
        name: text("sAMAccountName"),
        dn: entry.dn.clone(),
        display_name: text("displayName"),
        department: text("department"),
        why,
    }
}

/// What every account has, and `needed` is where its state stands.
fn identity(entry: &Entry, needed: &[&'static str]) -> Result<(AccountId, AccountName), UnreadableAccount> {
    let id = entry.id().ok_or("objectGUID");
    let text = entry.text("sAMAccountName").ok_or("sAMAccountName");
    let hidden = [id.err(), text.err()].into_iter().flatten();
    let hidden = hidden.chain(needed.iter().copied().filter(|attribute| entry.number(attribute).is_none()));
    let hidden: Vec<_> = hidden.collect();
    let (Ok(id), Ok(text), []) = (id, text, hidden.as_slice()) else {
        return Err(unreadable(entry, UnreadableReason::Hidden(hidden)));
    };
    let name = AccountName::parse(text).map_err(|_| unreadable(entry, UnreadableReason::OddName))?;
    Ok((id, name))
}

/// Reads an account.
///
/// # Errors
/// [`UnreadableAccount`], when too little of it may be read.
pub(super) fn account(
    entry: &Entry,
    mobile_attribute: &str,
    policy: AppliedPolicy,
    protected: Option<Protection>,
    read_at: Option<Timestamp>,
) -> Result<Account, UnreadableAccount> {
    let (id, name) = identity(entry, &[CONTROL, COMPUTED])?;
    let (control, computed) = (entry.number(CONTROL).unwrap_or_default(), entry.number(COMPUTED).unwrap_or_default());

    // The directory follows no demand to change it then (MS-ADTS 3.1.1.4.5.43).
    let never_expires = control & (NEVER_EXPIRES | SMARTCARD_REQUIRED) != 0;
    let demanded = entry.number("pwdLastSet") == Some(0);
    let text = |attribute| entry.text(attribute).map(str::to_owned);
    Ok(Account {
        id,
        dn: entry.dn.clone(),
        upn: text("userPrincipalName"),
        display_name: text("displayName").unwrap_or_else(|| name.to_string()),
        mail: text("mail"),
        department: text("department"),
        mobile: mobile(entry, mobile_attribute),
        mobile_changed: metadata::last_changed(entry, mobile_attribute),
        lock: Lock::from_directory(computed & LOCKED != 0, entry.moment("lockoutTime"), policy.lockout_duration()),
        disabled: control & DISABLED != 0,
        expires: entry.moment("accountExpires"),
        sign_in: sign_in(entry),
        password: PasswordState {
            last_set: entry.moment("pwdLastSet"),
            expires: entry.moment("msDS-UserPasswordExpiryTimeComputed"),
            expired: computed & PASSWORD_EXPIRED != 0,
            must_change: demanded && !never_expires,
            never_expires,
            demand_without_effect: demanded && never_expires,
            own_change: own_change(entry),
            wrong_tries: entry.number("badPwdCount").and_then(|n| n.try_into().ok()).unwrap_or(0),
            last_wrong_try: entry.moment("badPasswordTime"),
        },
        smartcard_required: control & SMARTCARD_REQUIRED != 0,
        protected,
        may_unlock: entry.may_unlock(),
        read_at,
        policy,
        name,
    })
}

fn own_change(entry: &Entry) -> OwnChange {
    match entry.bytes("nTSecurityDescriptor").and_then(descriptor::shuts_owner_out) {
        Some(true) => OwnChange::Denied,
        Some(false) => OwnChange::Allowed,
        None => OwnChange::Unknown,
    }
}

fn sign_in(entry: &Entry) -> SignInRestrictions {
    let names = entry.text("userWorkstations").unwrap_or_default().split(',').map(str::trim);
    SignInRestrictions {
        hours: entry.bytes("logonHours").map(LogonHours::from_bytes).unwrap_or_default(),
        workstations: names.filter(|name| !name.is_empty()).map(str::to_owned).collect(),
    }
}

/// Whether it is no person's account, though it is a user to the directory.
pub(super) fn is_nobodys(entry: &Entry) -> bool {
    entry.number("userAccountControl").is_some_and(|bits| bits & NOBODY != 0)
}

/// Reads one account among many, `locked` or not, as one that this operator may not unlock until that is
/// known, and that has not ended.
///
/// # Errors
/// [`UnreadableAccount`], when too little of it may be read.
pub(super) fn candidate(
    entry: &Entry,
    locked: bool,
    protected: Option<Protection>,
) -> Result<BulkAccount, UnreadableAccount> {
    let (id, name) = identity(entry, &[CONTROL])?;
    let control = entry.number(CONTROL).unwrap_or_default();
    Ok(BulkAccount {
        id,
        name,
        display_name: entry.text("displayName").map(str::to_owned),
        locked,
        locked_since: entry.moment("lockoutTime").filter(|_| locked),
        wrong_tries: entry.number("badPwdCount").and_then(|n| n.try_into().ok()).unwrap_or(0),
        disabled: control & DISABLED != 0,
        expired: false,
        smartcard_required: control & SMARTCARD_REQUIRED != 0,
        protected,
        may_unlock: false,
        dn: entry.dn.clone(),
    })
}

fn mobile(entry: &Entry, attribute: &str) -> Mobile {
    match entry.text(attribute).map(Phone::parse) {
        None => Mobile::Missing,
        Some(Err(_)) => Mobile::Unreadable,
        Some(Ok(phone)) => Mobile::Registered(phone),
    }
}
