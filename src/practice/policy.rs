//! The password policies of the practice domain: its own, and two fine-grained ones (PSOs).

use crate::domain::filetime::stored_duration;
use jiff::SignedDuration;

/// What is asked of a password, and when wrong ones lock the account.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Policy {
    /// The name of the PSO; `None` for the domain's own.
    pub(super) name: Option<&'static str>,
    /// Whether the servicedesk may read it. The domain's own can be read by all.
    pub(super) readable: bool,
    pub(super) precedence: u32,
    /// UTF-16 units.
    pub(super) min_length: u32,
    pub(super) complexity: bool,
    /// How many passwords are remembered, the current one among them.
    pub(super) history: u32,
    pub(super) min_age: SignedDuration,
    pub(super) max_age: SignedDuration,
    /// Wrong passwords before the account locks.
    pub(super) threshold: u32,
    /// `None`: until someone unlocks.
    pub(super) lockout: Option<SignedDuration>,
    /// How long a wrong password is held against the account.
    pub(super) window: SignedDuration,
}

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// The domain's own. A lock lasts until someone unlocks, so that a practice survives the night.
pub(super) const DOMAIN: Policy = Policy {
    name: None,
    readable: true,
    precedence: 0,
    min_length: 8,
    complexity: true,
    history: 12,
    min_age: DAY,
    max_age: SignedDuration::from_hours(180 * 24),
    threshold: 5,
    lockout: None,
    window: SignedDuration::from_mins(30),
};

/// `Skolan`: longer passwords, no minimum age, and a lock that lapses after a quarter of an hour.
pub(super) const SKOLAN: Policy = Policy {
    name: Some("Skolan"),
    precedence: 20,
    min_length: 10,
    history: 5,
    min_age: SignedDuration::ZERO,
    threshold: 3,
    lockout: Some(SignedDuration::from_mins(15)),
    window: SignedDuration::from_mins(15),
    ..DOMAIN
};

/// `Politiker`: stricter, and not for the servicedesk to read.
pub(super) const POLITIKER: Policy =
    Policy { name: Some("Politiker"), readable: false, precedence: 10, min_length: 14, history: 24, ..DOMAIN };

pub(super) const SPECIAL: [&Policy; 2] = [&SKOLAN, &POLITIKER];

/// The policy that applies where `special` names a PSO, or none does.
pub(super) fn of(special: Option<&str>) -> &'static Policy {
    let named = |policy: &&&Policy| policy.name.is_some_and(|name| special == Some(name));
    SPECIAL.iter().find(named).copied().unwrap_or(&DOMAIN)
}

impl Policy {
    /// `lockoutDuration` as Windows stores it: `i64::MIN` for "until someone unlocks".
    pub(super) fn stored_lockout(&self) -> i64 {
        match self.lockout {
            Some(span) => stored_duration(Some(span)),
            None => i64::MIN,
        }
    }
}
