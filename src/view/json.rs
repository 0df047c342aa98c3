//! Parts of documents that several commands share.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::account::{LockoutDuration, Protection};
use crate::domain::policy::{AppliedPolicy, DirectoryPolicy, PolicySource};

/// The reason of the protection: an attribute, group or unit; or an attribute that could not be read.
pub(crate) fn protected_by(why: &Protection) -> String {
    match why {
        Protection::AdminCount => "adminCount".to_owned(),
        Protection::MemberOf(name) | Protection::InProtectedUnit(name) => name.clone(),
        Protection::OwnAccount => "own_account".to_owned(),
        Protection::Supervisor => "supervisor".to_owned(),
        Protection::Unknown(attribute) => format!("unknown:{attribute}"),
    }
}

/// The directory's rules for an account's password. All but `source` and `readable` are `null` where they may not be
/// read.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Policy")]
pub(crate) struct PolicyDocument {
    /// `domain`, or the name of a password settings object.
    source: String,
    readable: bool,
    min_length: Option<u32>,
    max_length: Option<u32>,
    complexity: Option<bool>,
    /// Whether parts of the owner's name are refused.
    contains_name: Option<bool>,
    /// How many earlier passwords are refused.
    history: Option<u32>,
    /// `null`: none.
    min_age_seconds: Option<i64>,
    /// `null`: passwords never expire.
    max_age_seconds: Option<i64>,
    /// Wrong passwords that lock an account; 0: none do.
    lockout_threshold: Option<u32>,
    /// `null`: until somebody unlocks it.
    lockout_seconds: Option<i64>,
}

pub(crate) fn policy(policy: &AppliedPolicy) -> PolicyDocument {
    let (source, p) = match policy {
        AppliedPolicy::Known(p) => (self::source(&p.source).to_owned(), Some(p)),
        AppliedPolicy::Unreadable { pso } => (pso.clone(), None),
    };
    PolicyDocument {
        source,
        readable: p.is_some(),
        min_length: p.map(|p| p.min_length),
        max_length: p.and_then(DirectoryPolicy::max_length),
        complexity: p.map(|p| p.complexity),
        contains_name: p.map(DirectoryPolicy::refuses_names),
        history: p.map(|p| p.history),
        min_age_seconds: p.and_then(|p| Some(p.min_age?.as_secs())),
        max_age_seconds: p.and_then(|p| Some(p.max_age?.as_secs())),
        lockout_threshold: p.map(|p| p.lockout_threshold),
        lockout_seconds: p.and_then(|p| match p.lockout_duration {
            LockoutDuration::Lasts(span) => Some(span.as_secs()),
            LockoutDuration::UntilUnlocked | LockoutDuration::Unknown => None,
        }),
    }
}

pub(crate) fn source(source: &PolicySource) -> &str {
    match source {
        PolicySource::Local => "local",
        PolicySource::Domain => "domain",
        PolicySource::Pso(name) => name,
    }
}
