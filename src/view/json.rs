//! Parts of JSON documents that several commands share.

use std::borrow::Cow;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::domain::account::{LockoutDuration, Protection};
use crate::domain::policy::{AppliedPolicy, PolicySource};

/// The version of the form of all JSON documents.
pub(crate) const SCHEMA: u32 = 1;

/// The reason of the protection: an attribute, group or unit; or an attribute that could not be read.
pub(crate) fn protected_by(why: &Protection) -> Cow<'_, str> {
    match why {
        Protection::AdminCount => "adminCount".into(),
        Protection::MemberOf(name) | Protection::InProtectedUnit(name) => name.into(),
        Protection::OwnAccount => "own_account".into(),
        Protection::Supervisor => "supervisor".into(),
        Protection::Unknown(attribute) => format!("unknown:{attribute}").into(),
    }
}

pub(crate) fn policy(policy: &AppliedPolicy) -> Value {
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

pub(crate) fn source(source: &PolicySource) -> &str {
    match source {
        PolicySource::Local => "local",
        PolicySource::Domain => "domain",
        PolicySource::Pso(name) => name,
    }
}

/// Formats a time by RFC 3339, in UTC, to the second.
pub(crate) fn time(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
