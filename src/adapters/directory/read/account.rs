//! From an LDAP entry to an [`Account`]: which attribute says what (MS-ADA1–3, and MS-ADTS 3.1.1.4.5 for constructed
//! ones). State that cannot be read is never taken for "all is well".

use jiff::Timestamp;

use super::metadata;
use crate::adapters::directory::descriptor;
use crate::adapters::directory::protection::OperatorToken;
use crate::adapters::directory::{ACCESS_LIST, COMPUTED, LdapEntry};
use crate::domain::account::{
    Account, AccountId, AccountName, Lock, Mobile, NumberAttribute, PasswordState, Protection, RegisteredNumbers,
    SignInRestrictions,
};
use crate::domain::hours::LogonHours;
use crate::domain::last_sign_in::LastSignIn;
use crate::domain::must_change::OwnChange;
use crate::domain::policy::AppliedPolicy;
use crate::domain::unreadable::{UnreadableAccount, UnreadableReason};

pub(super) const CONTROL: &str = "userAccountControl";
pub(super) const EXPIRES: &str = "accountExpires";
const PASSWORD_SET: &str = "pwdLastSet";
/// userAccountControl: switched off.
pub(super) const DISABLED: i64 = 0x2;
/// userAccountControl: the password never expires.
const NEVER_EXPIRES: i64 = 0x1_0000;
/// userAccountControl: signs in with a card.
pub(super) const SMARTCARD_REQUIRED: i64 = 0x4_0000;
/// msDS-User-Account-Control-Computed: the password has expired.
const PASSWORD_EXPIRED: i64 = 0x80_0000;

/// What is read of an account, beside its numbers.
pub(super) const WANTED: &[&str] = &[
    "objectGUID",
    "sAMAccountName",
    "userPrincipalName",
    "displayName",
    "mail",
    "department",
    "title",
    "manager",
    "physicalDeliveryOfficeName",
    CONTROL,
    COMPUTED,
    "lockoutTime",
    "badPwdCount",
    "badPasswordTime",
    PASSWORD_SET,
    "msDS-UserPasswordExpiryTimeComputed",
    EXPIRES,
    "lastLogon",
    "lastLogonTimestamp",
    "logonHours",
    "userWorkstations",
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

/// # Errors
/// [`UnreadableAccount`], when too little of it may be read.
pub(super) fn read(
    entry: &LdapEntry,
    mobile_attributes: &[String],
    policy: AppliedPolicy,
    protected: Option<Protection>,
    reader: &OperatorToken,
    read_at: Option<Timestamp>,
) -> Result<Account, UnreadableAccount> {
    let (id, name) = identity(entry, &[CONTROL, COMPUTED, EXPIRES, PASSWORD_SET])?;
    let (control, computed) = (entry.number(CONTROL).unwrap_or_default(), entry.number(COMPUTED).unwrap_or_default());
    // The directory then ignores a demand to change the password (MS-ADTS 3.1.1.4.5.43).
    let never_expires = control & (NEVER_EXPIRES | SMARTCARD_REQUIRED) != 0;
    let demanded = entry.number(PASSWORD_SET) == Some(0);
    let text = |attribute| entry.text(attribute).map(str::to_owned);
    let RegisteredNumbers { mobile, changed: mobile_changed, others: other_mobiles } =
        numbers(entry, mobile_attributes);
    let hides = |attribute: &str| reader.hides(entry, attribute);
    let mobile = match mobile {
        Mobile::Missing if mobile_attributes.iter().any(|attribute| hides(attribute)) => Mobile::Hidden,
        mobile => mobile,
    };
    Ok(Account {
        id,
        dn: entry.dn.clone(),
        upn: text("userPrincipalName"),
        display_name: text("displayName").unwrap_or_else(|| name.to_string()),
        mail: text("mail"),
        department: text("department"),
        title: text("title"),
        manager: text("manager"),
        office: text("physicalDeliveryOfficeName"),
        telephone: text("telephoneNumber"),
        mobile,
        mobile_changed,
        other_mobiles,
        lock: Lock::from_directory(
            entry.locked() == Some(true),
            entry.moment("lockoutTime"),
            policy.lockout_duration(),
        ),
        disabled: control & DISABLED != 0,
        expires: entry.moment(EXPIRES),
        last_sign_in: LastSignIn::latest(entry.moment("lastLogon"), entry.moment("lastLogonTimestamp")),
        sign_in: SignInRestrictions {
            are_hours_hidden: hides("logonHours"),
            are_workstations_hidden: hides("userWorkstations"),
            ..sign_in(entry)
        },
        password: PasswordState {
            last_set: entry.moment(PASSWORD_SET),
            expires: entry.moment("msDS-UserPasswordExpiryTimeComputed"),
            expired: computed & PASSWORD_EXPIRED != 0,
            must_change: demanded && !never_expires,
            never_expires,
            ineffective_must_change: demanded && never_expires,
            own_change: own_change(entry),
            wrong_tries: entry.count("badPwdCount").unwrap_or(0),
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

/// The identifier and name, if they and the attributes `needed` may be read. Every account has these.
pub(super) fn identity(
    entry: &LdapEntry,
    needed: &[&'static str],
) -> Result<(AccountId, AccountName), UnreadableAccount> {
    let unreadable = |why| {
        let text = |attribute| entry.text(attribute).map(str::to_owned);
        UnreadableAccount {
            name: text("sAMAccountName"),
            dn: entry.dn.clone(),
            display_name: text("displayName"),
            department: text("department"),
            why,
        }
    };
    let id = entry.id().ok_or("objectGUID");
    let text = entry.text("sAMAccountName").ok_or("sAMAccountName");
    let needed = needed.iter().copied().filter(|attribute| entry.number(attribute).is_none());
    let hidden: Vec<_> = [id.err(), text.err()].into_iter().flatten().chain(needed).collect();
    let (Ok(id), Ok(text), []) = (id, text, hidden.as_slice()) else {
        return Err(unreadable(UnreadableReason::Hidden(hidden)));
    };
    let name = AccountName::parse(text).map_err(|_| unreadable(UnreadableReason::OddName))?;
    Ok((id, name))
}

fn own_change(entry: &LdapEntry) -> OwnChange {
    match entry.bytes(ACCESS_LIST).and_then(descriptor::shuts_owner_out) {
        Some(true) => OwnChange::Denied,
        Some(false) => OwnChange::Allowed,
        None => OwnChange::Unknown,
    }
}

fn sign_in(entry: &LdapEntry) -> SignInRestrictions {
    let names = entry.text("userWorkstations").unwrap_or_default().split(',').map(str::trim);
    SignInRestrictions {
        hours: entry.bytes("logonHours").map(LogonHours::from_bytes).unwrap_or_default(),
        workstations: names.filter(|name| !name.is_empty()).map(str::to_owned).collect(),
        ..SignInRestrictions::default()
    }
}

pub(super) fn numbers(entry: &LdapEntry, attributes: &[String]) -> RegisteredNumbers {
    let attribute = |name: &String| NumberAttribute {
        values: entry.all_bytes(name).iter().map(|value| String::from_utf8_lossy(value).into_owned()).collect(),
        changed: metadata::last_change(entry, name).map(|(at, _)| at),
    };
    RegisteredNumbers::read(&attributes.iter().map(attribute).collect::<Vec<_>>())
}
