//! Outcomes as scripts read them. Field names are a contract and English in every language.

use std::borrow::Cow;

use jiff::Timestamp;
use serde_json::{Value, json};

use super::{demands, rule_results, servers, sign_in, trail, unreadable, watching};
use crate::commands::everywhere::Everywhere;
use crate::commands::lookup::Seen;
use crate::commands::{Outcome, SentPassword, check_policy, lookup, reset, send_code, unlock};
use crate::domain::account::{AccountName, Lock, LockEnd, LockoutDuration, Protection};
use crate::domain::audit::Delivery;
use crate::domain::bulk::BulkAccount;
use crate::domain::decision::{UnlockBlocker, UnlockDecision};
use crate::domain::must_change::OwnChange;
use crate::domain::phone::Phone;
use crate::domain::policy::{AppliedPolicy, Limit, PolicySource, Requirement, RuleResult};
use crate::domain::warnings::Warning;
use crate::text::Words;

/// The document for an outcome.
pub(super) fn document(outcome: &Outcome, words: &Words) -> Value {
    match outcome {
        Outcome::Lookup(lookup::Outcome { accounts, unreadable, more, now, .. }) => json!({
            "accounts": accounts
                .iter()
                .map(|seen| account(seen, *now))
                .chain(unreadable.iter().map(unreadable::document))
                .collect::<Vec<_>>(),
            "more": more,
        }),
        Outcome::EachServer(outcome) => servers::document(outcome, words),
        Outcome::Locked(lookup::Locked { accounts, unreadable, .. }) => json!({
            "accounts": accounts.iter().map(|account| json!({
                "account": account.name.as_str(),
                "dn": account.dn,
                "locked": account.locked,
                "locked_since": account.locked_since.map(time),
                "bad_password_count": account.wrong_tries,
                "disabled": account.disabled,
                "protected": account.protected.is_some(),
                "display_name": account.display_name,
                "account_expired": account.expired,
                "smartcard_required": account.smartcard_required,
                "state": state(account),
                "protected_by": account.protected.as_ref().map(protected_by),
            })).chain(unreadable.iter().map(unreadable::document)).collect::<Vec<_>>(),
        }),
        Outcome::SendCode(send_code::Outcome {
            account,
            sent,
            verified,
            to,
            message_id,
            expires,
            queued,
            warnings,
            ..
        }) => {
            json!({
                "account": account,
                "sent": sent,
                "verified": verified,
                "to": to,
                "message_id": message_id,
                "expires_at": expires.map(time),
                "queued": queued,
                "warnings": warning_documents(warnings),
            })
        }
        Outcome::Unlock(unlock::Outcome { account, was_locked, unlocked, server, everywhere, watched, .. }) => {
            let document = json!({
                "account": account, "was_locked": was_locked, "unlocked": unlocked, "server": server,
            });
            let mut document = with_everywhere(document, everywhere.as_ref(), words);
            if let Some(watched) = watched {
                document["watch"] = watching::document(watched);
            }
            document
        }
        Outcome::Reset(outcome) => with_everywhere(reset_document(outcome), outcome.everywhere.as_ref(), words),
        Outcome::CheckPolicy(check_policy::Outcome { account, report, .. }) => json!({
            "account": account,
            "acceptable": report.acceptable(),
            "rules": report.rule_results.iter().map(|ruling| rule(ruling, words)).collect::<Vec<_>>(),
            "unknown": report.unknown.iter().map(|unknown| unknown.name()).collect::<Vec<_>>(),
        }),
        Outcome::Demands(outcome) => json!({
            "account": outcome.account.as_ref().map(|(account, _)| account),
            "rules": outcome.demands.iter().map(|demand| asked(demand, words)).collect::<Vec<_>>(),
            "say": demands::spoken(outcome, words),
            "changeable_from": outcome.changeable_from.map(time),
            "policy": outcome.policy.as_ref().map(policy),
            "unknown": outcome.unknown.iter().map(|unknown| unknown.name()).collect::<Vec<_>>(),
        }),
        // Written as they came, or by their own renderer.
        Outcome::CheckedLines(_) | Outcome::Exported(_) | Outcome::Bulk(_) => Value::Null,
        Outcome::Audit(outcome) => trail::records_document(outcome),
        Outcome::Verified(outcome) => trail::verified_document(outcome, words),
        Outcome::Resolved(outcome) => trail::resolved_document(outcome),
        Outcome::Login(outcome) => sign_in::kept_document(outcome),
        Outcome::Logout(outcome) => sign_in::forgotten_document(outcome),
        Outcome::Whoami(outcome) => sign_in::known_document(outcome),
    }
}

/// Only where it was asked for.
fn with_everywhere(mut document: Value, everywhere: Option<&Everywhere>, words: &Words) -> Value {
    if let Some(everywhere) = everywhere {
        document["everywhere"] = servers::everywhere(everywhere, words);
    }
    document
}

fn reset_document(outcome: &reset::Outcome) -> Value {
    let delivered = match (&outcome.generated, &outcome.sent) {
        (Some(_), _) => Some(Delivery::Screen),
        (None, Some(_)) => Some(Delivery::Sms),
        (None, None) => None,
    };
    let mut document = json!({
        "account": outcome.account,
        "reset": true,
        "unlocked": outcome.unlocked,
        "must_change": outcome.demand.is_required(),
        "history_enforced": outcome.history.name(),
        "delivered": delivered.map(Delivery::name),
    });
    if let Some(password) = &outcome.generated {
        document["generated_password"] = password.expose().into();
    }
    if let Some(SentPassword { to, queued }) = &outcome.sent {
        document["to"] = to.as_str().into();
        document["queued"] = (*queued).into();
    }
    document["must_change_reason"] = outcome.demand.reason().into();
    document
}

pub(super) fn account(Seen { account: a, verdict, warnings, sharing, lately }: &Seen, now: Timestamp) -> Value {
    let (lately, hours, read) = (lately.as_ref(), &a.sign_in.hours, a.controller_time(now));
    let (locked_since, unlocks_at) = match &a.lock {
        Lock::Locked { since, opens: LockEnd::At(at) } => (since.map(time), Some(time(*at))),
        Lock::Locked { since, .. } => (since.map(time), None),
        Lock::Open | Lock::Lapsed { .. } => (None, None),
    };
    json!({
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
        "resets_last_day": lately.map(|lately| lately.resets),
        "wrong_codes_last_day": lately.map(|lately| lately.wrong_codes),
        "verification_closed_until": lately.and_then(|lately| lately.closed_until).map(time),
        "policy": policy(&a.policy),
        "advice": verdict.advice.name(),
        "protected_by": a.protected.as_ref().map(protected_by),
        "mobile_shared_with": sharing.as_ref().map(|sharing| {
            sharing.others.iter().map(AccountName::as_str).collect::<Vec<_>>()
        }),
        "warnings": warning_documents(warnings),
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
    })
}

/// Whether a locked account can be unlocked, and what keeps it from that.
fn state(account: &BulkAccount) -> &'static str {
    match account.change_facts().unlock() {
        UnlockDecision::Blocked(UnlockBlocker::Protected) => "protected",
        UnlockDecision::Blocked(UnlockBlocker::Disabled) => "disabled",
        UnlockDecision::Blocked(UnlockBlocker::Expired) => "account_expired",
        UnlockDecision::Blocked(UnlockBlocker::SmartcardRequired) => "smartcard_required",
        UnlockDecision::NotLocked => "not_locked",
        UnlockDecision::NoRight => "no_right",
        UnlockDecision::Unlock => "can_be_unlocked",
    }
}

/// `null` where the controllers agree, or one alone was asked.
fn locked_on(warnings: &[Warning]) -> Option<&[String]> {
    warnings.iter().find_map(|sign| match sign {
        Warning::ServersDisagree(disagreement) => Some(&*disagreement.locked_on),
        _ => None,
    })
}

fn warning_documents(warnings: &[Warning]) -> Vec<&str> {
    warnings.iter().map(Warning::name).collect()
}

/// What protects: the attribute, the group or the unit; or what may not be read, so that it cannot be told.
fn protected_by(why: &Protection) -> Cow<'_, str> {
    match why {
        Protection::AdminCount => "adminCount".into(),
        Protection::MemberOf(name) | Protection::InProtectedUnit(name) => name.into(),
        Protection::OwnAccount => "own_account".into(),
        Protection::Supervisor => "supervisor".into(),
        Protection::Unknown(attribute) => format!("unknown:{attribute}").into(),
    }
}

fn policy(policy: &AppliedPolicy) -> Value {
    match policy {
        AppliedPolicy::Known(p) => json!({
            "source": source(&p.source),
            "readable": true,
            "min_length": p.min_length,
            "max_length": p.max_length(),
            "complexity": p.complexity,
            "contains_name": p.refuses_names(),
            "history": p.history,
            "min_age_seconds": p.min_age.map(|span| span.as_secs()),
            "max_age_seconds": p.max_age.map(|span| span.as_secs()),
            "lockout_threshold": p.lockout_threshold,
            "lockout_seconds": match p.lockout_duration {
                LockoutDuration::Lasts(span) => Some(span.as_secs()),
                LockoutDuration::UntilUnlocked | LockoutDuration::Unknown => None,
            },
        }),
        AppliedPolicy::Unreadable { pso } => json!({ "source": pso, "readable": false }),
    }
}

pub(super) fn rule(ruling: &RuleResult, words: &Words) -> Value {
    json!({
        "rule": ruling.rule.name(),
        "source": source(&ruling.source),
        "ok": ruling.ok,
        "detail": rule_results::sentence(ruling, words),
    })
}

fn asked(demand: &Requirement, words: &Words) -> Value {
    json!({
        "rule": demand.rule.name(),
        "source": source(&demand.source),
        "value": match &demand.limit {
            Limit::Number(number) => json!(number),
            Limit::NoneOf(characters) => json!(characters),
            Limit::Nothing => Value::Null,
        },
        "detail": demands::sentence(demand, words),
    })
}

fn source(source: &PolicySource) -> &str {
    match source {
        PolicySource::Local => "local",
        PolicySource::Domain => "domain",
        PolicySource::Pso(name) => name,
    }
}

/// RFC 3339 in UTC, to the second.
pub(super) fn time(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
