//! The attributes of an account that are computed when requested by name (MS-ADTS 3.1.1.4.5).

use super::domain;
use super::entry::{DirectoryView, number, special_policy, texts};
use super::person::Lockout;
use super::rights;
use super::state::StoredAccount;
use crate::domain::filetime::filetime;
use jiff::Timestamp;

const LOCKED: u32 = 0x10;
const PASSWORD_EXPIRED: u32 = 0x80_0000;

/// Given for one entry at a time.
pub(super) const TOKEN_GROUPS: &str = "tokenGroups";

pub(super) fn values(view: &DirectoryView<'_>, account: &StoredAccount, name: &str) -> Vec<Vec<u8>> {
    match name {
        "msDS-User-Account-Control-Computed" => number(account_control(account, view.now)),
        "msDS-UserPasswordExpiryTimeComputed" => number(expiry(account)),
        "msDS-ResultantPSO" => special_policy(account),
        TOKEN_GROUPS => view.state.groups_of(account).into_iter().map(|group| domain::group_sid(group.rid)).collect(),
        "allowedAttributesEffective" if rights::may_help(view.state, view.reader, account) => texts(rights::DELEGATED),
        "nTSecurityDescriptor" => vec![rights::access_list(view.state, account)],
        "msDS-ReplAttributeMetaData" => metadata(account, view.controller),
        _ => Vec::new(),
    }
}

/// msDS-User-Account-Control-Computed (3.1.1.4.5.17): what holds now, beside the stored flags.
fn account_control(account: &StoredAccount, now: Timestamp) -> u32 {
    let flag = |set: bool, bit: u32| if set { bit } else { 0 };
    flag(account.is_locked(now), LOCKED) | flag(expiry(account) <= filetime(now), PASSWORD_EXPIRED)
}

/// msDS-UserPasswordExpiryTimeComputed: never is the largest number, must-change is 0.
fn expiry(account: &StoredAccount) -> i64 {
    match account.password_expires() {
        None => i64::MAX,
        Some(_) if account.person.must_change => 0,
        Some(time) => filetime(time),
    }
}

/// msDS-ReplAttributeMetaData, one document per attribute, with a NUL at the end as Windows gives it. Every change is
/// this controller's own.
fn metadata(account: &StoredAccount, controller: &str) -> Vec<Vec<u8>> {
    let person = &account.person;
    let since = |name, time: Option<Timestamp>, version| time.map(|time| document(controller, name, time, version));
    let locked_at = if let Lockout::At(time) = person.lockout { Some(time) } else { None };
    let mobile_was_changed = person.mobile_changed != person.created;
    [
        since("sAMAccountName", person.created, 1),
        since("pwdLastSet", person.password_set, 3),
        since("lockoutTime", locked_at, 2),
        person.mobile.as_ref().and_then(|_| since("mobile", person.mobile_changed, 1 + u32::from(mobile_was_changed))),
        person.other_mobiles.first().and_then(|_| since("otherMobile", person.other_mobiles_changed, 1)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn document(controller: &str, attribute: &str, time: Timestamp, version: u32) -> Vec<u8> {
    let time = time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    let (version, settings) = (version.to_string(), domain::controller_settings(controller).to_string());
    let elements = [
        ("pszAttributeName", attribute),
        ("dwVersion", &version),
        ("ftimeLastOriginatingChange", &time),
        ("uuidLastOriginatingDsaInvocationID", "6f1d3a52-0c1e-4d0b-9a57-5f0f5c1f0d11"),
        ("usnOriginatingChange", "12345"),
        ("usnLocalChange", "12345"),
        ("pszLastOriginatingDsaDN", &settings),
    ];
    let elements = elements.map(|(name, value)| format!("\t<{name}>{value}</{name}>\n")).concat();
    format!("<DS_REPL_ATTR_META_DATA>\n{elements}</DS_REPL_ATTR_META_DATA>\n\0").into_bytes()
}
