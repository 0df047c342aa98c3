//! One account for scripts.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::commands::lookup::AccountSummary;
use crate::domain::account::{Account, AccountName, Lock, LockEnd};
use crate::domain::must_change::OwnChange;
use crate::domain::phone::Phone;
use crate::domain::warnings::Warning;
use crate::view::json::{policy, protected_by, time};
use crate::view::warnings;

pub(in crate::commands::lookup) fn document(
    AccountSummary { account: a, verdict, warnings, sharing, recent, unfinished }: &AccountSummary,
    now: Timestamp,
) -> Value {
    let unfinished = unfinished.as_ref();
    let (recent, hours, read) = (recent.as_ref(), &a.sign_in.hours, a.controller_time(now));
    let (locked_since, unlocks_at) = match &a.lock {
        Lock::Locked { since, opens: LockEnd::At(at) } => (since.map(time), Some(time(*at))),
        Lock::Locked { since, .. } => (since.map(time), None),
        Lock::Open | Lock::Lapsed { .. } => (None, None),
    };
    let mut document = json!({
        "account": a.name.as_str(),
        "upn": a.upn,
        "dn": a.dn,
        "display_name": a.display_name,
        "mail": a.mail,
        "department": a.department,
        "mobile": a.mobile.phone().map(Phone::masked),
        "mobile_registered": a.mobile.phone().is_some(),
        "mobile_changed": a.mobile_changed.map(time),
        "locked": a.lock.is_locked(),
        "locked_since": locked_since,
        "unlocks_at": unlocks_at,
        "disabled": a.disabled,
        "account_expired": a.expired(now),
        "password_expired": a.password.expired,
        "must_change_password": a.password.must_change,
        "bad_password_count": a.password.wrong_tries,
        "last_bad_password": a.password.last_wrong_try.map(time),
        "password_last_set": a.password.last_set.map(time),
        "password_expires": a.password.expires.map(time),
        "protected": a.protected.is_some(),
        "resets_last_day": recent.map(|recent| recent.resets),
        "wrong_codes_last_day": recent.map(|recent| recent.wrong_codes),
        "verification_closed_until": recent.and_then(|recent| recent.closed_until).map(time),
        "policy": policy(&a.policy),
        "advice": verdict.advice.name(),
        "protected_by": a.protected.as_ref().map(protected_by),
        "mobile_shared_with": sharing.as_ref().map(|sharing| {
            sharing.others.iter().map(AccountName::as_str).collect::<Vec<_>>()
        }),
        "warnings": warnings::names(warnings),
        "locked_on": locked_on(warnings),
        "account_expires": a.expires.map(time),
        "logon_hours_restricted": hours.are_limited(),
        "outside_logon_hours": a.outside_hours(now),
        "logon_allowed_from": hours.next_allowed(read).map(time),
        "logon_allowed_until": hours.next_denied(read).map(time),
        "workstations": a.sign_in.workstations,
        "password_never_expires": a.password.never_expires,
        "may_change_password": match a.password.own_change {
            OwnChange::Allowed => Some(true),
            OwnChange::Denied => Some(false),
            OwnChange::Unknown => None,
        },
        "locked_in_future": a.locked_in_future(now),
        "other_mobiles": a.other_mobiles.iter().map(|number| number.phone.masked()).collect::<Vec<_>>(),
    });
    if let (Value::Object(document), Value::Object(person)) = (&mut document, person(a)) {
        document.extend(person);
        document.insert("unfinished_action".to_owned(), json!(unfinished.map(|record| record.act.action.name())));
        document.insert("unfinished_by".to_owned(), json!(unfinished.map(|record| &record.who.directory)));
        document.insert("unfinished_at".to_owned(), json!(unfinished.map(|record| time(record.at))));
    }
    document
}

/// Who the owner is, and when they last signed in.
fn person(a: &Account) -> Value {
    json!({
        "title": a.title,
        "manager": a.manager_name(),
        "manager_dn": a.manager,
        "office": a.office,
        "telephone": a.telephone,
        "last_sign_in": a.last_sign_in.map(|sign_in| time(sign_in.at)),
        "last_sign_in_replicated": a.last_sign_in.map(|sign_in| !sign_in.is_here),
    })
}

/// `null` where the controllers agree, or one alone was asked.
fn locked_on(warnings: &[Warning]) -> Option<&[String]> {
    warnings.iter().find_map(|warning| match warning {
        Warning::ServersDisagree(disagreement) => Some(&*disagreement.locked_on),
        _ => None,
    })
}
