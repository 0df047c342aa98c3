//! One account for scripts.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use crate::commands::lookup::{AccountSummary, CallerVerification};
use crate::domain::account::{Account, Lock, LockEnd, Mobile};
use crate::domain::audit::Action;
use crate::domain::bulk::{BulkAccount, BulkMatch, RowOutcome, decide_row};
use crate::domain::failure_kind::FailureKind;
use crate::domain::must_change::OwnChange;
use crate::domain::phone::Phone;
use crate::domain::unreadable::UnreadableAccount;
use crate::domain::verdict::Advice;
use crate::domain::warnings::{Warning, WarningKind};
use crate::view::document::Time;
use crate::view::json::{PolicyDocument, policy, protected_by};
use crate::view::warnings;

/// An account and why its owner cannot sign in. What is `null` is not there, or never was, unless it is named in
/// `unreadable` or `not_asked`. The directory hides texts that the operator may not read (`mail`, `title` and the like)
/// as if there were none: `doctor ACCOUNT` tells.
#[derive(Debug, Default, Serialize, JsonSchema)]
#[schemars(rename = "Account")]
pub(in crate::commands) struct AccountDocument {
    /// What was asked for, of several.
    asked: Option<String>,
    /// Its line in the list, from 1.
    line: Option<usize>,
    /// Why there is no account to show, of several.
    failure: Option<FailureKind>,
    /// The user name.
    account: Option<String>,
    upn: Option<String>,
    dn: Option<String>,
    display_name: Option<String>,
    mail: Option<String>,
    department: Option<String>,
    title: Option<String>,
    manager: Option<String>,
    manager_dn: Option<String>,
    office: Option<String>,
    telephone: Option<String>,
    /// Where codes go, masked.
    mobile: Option<String>,
    mobile_registered: Option<bool>,
    mobile_changed: Option<Time>,
    /// Other accounts with the number.
    mobile_shared_with: Option<Vec<String>>,
    other_mobiles: Option<Vec<String>>,
    locked: Option<bool>,
    locked_since: Option<Time>,
    /// `null` also when it stays locked until somebody unlocks it.
    unlocks_at: Option<Time>,
    locked_in_future: Option<bool>,
    /// The controllers where it is locked, if they differ.
    locked_on: Option<Vec<String>>,
    bad_password_count: Option<u32>,
    last_bad_password: Option<Time>,
    disabled: Option<bool>,
    smartcard_required: Option<bool>,
    account_expired: Option<bool>,
    account_expires: Option<Time>,
    protected: Option<bool>,
    protected_by: Option<String>,
    /// What `unlock` would come to.
    unlock_outcome: Option<RowOutcome>,
    advice: Option<Advice>,
    warnings: Option<Vec<WarningKind>>,
    /// `null` also when it must be changed at the next sign-in.
    password_last_set: Option<Time>,
    /// `null` also when it never expires.
    password_expires: Option<Time>,
    password_expired: Option<bool>,
    password_never_expires: Option<bool>,
    must_change_password: Option<bool>,
    /// Whether the owner may change it.
    may_change_password: Option<bool>,
    policy: Option<PolicyDocument>,
    last_sign_in: Option<Time>,
    /// Whether that is from all controllers, and may be two weeks behind.
    last_sign_in_replicated: Option<bool>,
    logon_hours_restricted: Option<bool>,
    outside_logon_hours: Option<bool>,
    logon_allowed_from: Option<Time>,
    logon_allowed_until: Option<Time>,
    /// Empty: any computer.
    workstations: Option<Vec<String>>,
    resets_last_day: Option<u32>,
    wrong_codes_last_day: Option<u32>,
    /// When this operator verified the owner with a code, if that still counts in the same call.
    verified_at: Option<Time>,
    /// No code is accepted before.
    verification_closed_until: Option<Time>,
    /// An act from here whose outcome is not recorded.
    unfinished_action: Option<Action>,
    unfinished_by: Option<String>,
    unfinished_at: Option<Time>,
    /// Fields that are `null` because they could not be read: the operator may not, or the store does not answer.
    unreadable: Vec<String>,
    /// Fields that are `null` because this command did not ask for them.
    not_asked: Vec<String>,
    /// Attributes that the operator may not read, where that is why so little is known.
    unreadable_attributes: Vec<String>,
}

pub(in crate::commands::lookup) fn document(summary: &AccountSummary, now: Timestamp) -> AccountDocument {
    let AccountSummary { account: a, verdict, warnings, sharing, recent, unfinished, .. } = summary;
    let unfinished = unfinished.as_ref();
    let (recent, hours, read) = (recent.as_ref(), &a.sign_in.hours, a.controller_time(now));
    let (locked_since, unlocks_at) = match &a.lock {
        Lock::Locked { since, opens: LockEnd::At(at) } => (*since, Some(*at)),
        Lock::Locked { since, .. } => (*since, None),
        Lock::Open | Lock::Lapsed { .. } => (None, None),
    };
    let (unlock_outcome, _) = decide_row(&[BulkMatch::Account(BulkAccount::of(a, now))]);
    AccountDocument {
        asked: None,
        line: None,
        failure: None,
        account: Some(a.name.to_string()),
        upn: a.upn.clone(),
        dn: Some(a.dn.clone()),
        display_name: Some(a.display_name.clone()),
        mail: a.mail.clone(),
        department: a.department.clone(),
        title: a.title.clone(),
        manager: a.manager_name(),
        manager_dn: a.manager.clone(),
        office: a.office.clone(),
        telephone: a.telephone.clone(),
        mobile: a.mobile.phone().map(Phone::masked),
        mobile_registered: (a.mobile != Mobile::Hidden).then(|| a.mobile.phone().is_some()),
        mobile_changed: a.mobile_changed.map(Time),
        mobile_shared_with: sharing.as_ref().map(|sharing| sharing.others.iter().map(ToString::to_string).collect()),
        other_mobiles: Some(a.other_mobiles.iter().map(|number| number.phone.masked()).collect()),
        locked: Some(a.lock.is_locked()),
        locked_since: locked_since.map(Time),
        unlocks_at: unlocks_at.map(Time),
        locked_in_future: Some(a.locked_in_future(now)),
        locked_on: locked_on(warnings).map(<[String]>::to_vec),
        bad_password_count: Some(a.password.wrong_tries),
        last_bad_password: a.password.last_wrong_try.map(Time),
        disabled: Some(a.disabled),
        smartcard_required: Some(a.smartcard_required),
        account_expired: Some(a.expired(now)),
        account_expires: a.expires.map(Time),
        protected: Some(a.protected.is_some()),
        protected_by: a.protected.as_ref().map(protected_by),
        unlock_outcome: Some(unlock_outcome),
        advice: Some(verdict.advice),
        warnings: Some(warnings::kinds(warnings)),
        password_last_set: a.password.last_set.map(Time),
        password_expires: a.password.expires.map(Time),
        password_expired: Some(a.password.expired),
        password_never_expires: Some(a.password.never_expires),
        must_change_password: Some(a.password.must_change),
        may_change_password: match a.password.own_change {
            OwnChange::Allowed => Some(true),
            OwnChange::Denied => Some(false),
            OwnChange::Unknown => None,
        },
        policy: Some(policy(&a.policy)),
        last_sign_in: a.last_sign_in.map(|sign_in| Time(sign_in.at)),
        last_sign_in_replicated: a.last_sign_in.map(|sign_in| !sign_in.is_here),
        logon_hours_restricted: (!a.sign_in.are_hours_hidden).then(|| hours.are_limited()),
        outside_logon_hours: (!a.sign_in.are_hours_hidden).then(|| a.outside_hours(now)),
        logon_allowed_from: hours.next_allowed(read).map(Time),
        logon_allowed_until: hours.next_denied(read).map(Time),
        workstations: (!a.sign_in.are_workstations_hidden).then(|| a.sign_in.workstations.clone()),
        resets_last_day: recent.map(|recent| recent.resets),
        wrong_codes_last_day: recent.map(|recent| recent.wrong_codes),
        verified_at: match summary.verified {
            CallerVerification::Known(at) => at.map(Time),
            CallerVerification::NotAsked | CallerVerification::Unreadable => None,
        },
        verification_closed_until: recent.and_then(|recent| recent.closed_until).map(Time),
        unfinished_action: unfinished.map(|record| record.act.action),
        unfinished_by: unfinished.map(|record| record.who.directory.clone()),
        unfinished_at: unfinished.map(|record| Time(record.at)),
        unreadable: unreadable(a, recent.is_some(), summary.verified),
        not_asked: not_asked(summary),
        unreadable_attributes: vec![],
    }
}

/// An entry of which too little may be read.
pub(in crate::commands::lookup) fn hidden(entry: &UnreadableAccount) -> AccountDocument {
    let document = AccountDocument {
        account: entry.name.clone(),
        dn: Some(entry.dn.clone()),
        display_name: entry.display_name.clone(),
        department: entry.department.clone(),
        unlock_outcome: Some(RowOutcome::Unreadable),
        unreadable_attributes: entry.attributes().iter().map(|&attribute| attribute.to_owned()).collect(),
        ..AccountDocument::default()
    };
    let value = serde_json::to_value(&document).unwrap_or_default();
    let of_many = ["asked", "line", "failure"];
    let fields = value.as_object().into_iter().flatten().filter(|(name, _)| !of_many.contains(&name.as_str()));
    let nulls = fields.filter(|(_, value)| value.is_null());
    AccountDocument { unreadable: nulls.map(|(name, _)| name.clone()).collect(), ..document }
}

/// A row that names no account.
pub(in crate::commands::lookup) fn nobody(unlock_outcome: RowOutcome) -> AccountDocument {
    AccountDocument { unlock_outcome: Some(unlock_outcome), ..AccountDocument::default() }
}

impl AccountDocument {
    /// Returns the row of a list.
    pub(in crate::commands::lookup) fn asked_as(
        self,
        asked: &str,
        line: Option<usize>,
        failure: Option<FailureKind>,
    ) -> Self {
        Self { asked: Some(asked.to_owned()), line, failure, ..self }
    }
}

/// The fields that could not be read. `store`: whether it answered.
fn unreadable(a: &Account, store: bool, verified: CallerVerification) -> Vec<String> {
    let is_end_unknown = matches!(a.lock, Lock::Locked { opens: LockEnd::Unknown, .. });
    let fields = [
        (is_end_unknown, "unlocks_at"),
        (a.mobile == Mobile::Hidden, "mobile"),
        (a.mobile == Mobile::Hidden, "mobile_registered"),
        (a.sign_in.are_hours_hidden, "logon_hours_restricted"),
        (a.sign_in.are_hours_hidden, "outside_logon_hours"),
        (a.sign_in.are_workstations_hidden, "workstations"),
        (a.mobile.phone().is_some() && a.mobile_changed.is_none(), "mobile_changed"),
        (a.password.own_change == OwnChange::Unknown, "may_change_password"),
        (!store, "resets_last_day"),
        (!store, "wrong_codes_last_day"),
        (verified == CallerVerification::Unreadable, "verified_at"),
        (!store, "verification_closed_until"),
        (!store, "unfinished_action"),
        (!store, "unfinished_by"),
        (!store, "unfinished_at"),
    ];
    named(&fields)
}

fn not_asked(summary: &AccountSummary) -> Vec<String> {
    named(&[
        (summary.sharing.is_none(), "mobile_shared_with"),
        (!summary.compared, "locked_on"),
        (summary.verified == CallerVerification::NotAsked, "verified_at"),
    ])
}

fn named(fields: &[(bool, &str)]) -> Vec<String> {
    fields.iter().filter(|(is_so, _)| *is_so).map(|(_, name)| (*name).to_owned()).collect()
}

/// `None` where the controllers agree, or one alone was asked.
fn locked_on(warnings: &[Warning]) -> Option<&[String]> {
    warnings.iter().find_map(|warning| match warning {
        Warning::ServersDisagree(disagreement) => Some(&*disagreement.locked_on),
        _ => None,
    })
}
