//! Why this person cannot sign in, and the one thing to do next.

use jiff::Timestamp;

use super::account::{Account, Lock, Opens};

/// What to do next, by the name it has in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// Unlocking helps; so does a new password.
    UnlockOrReset,
    /// Only a new password helps.
    Reset,
    /// This operator may not unlock: wait for the lock to end, or have someone who may reset it.
    WaitOrReset,
    /// Switched off: someone else must switch it on.
    EnableElsewhere,
    /// Ended: someone else must extend it.
    ExtendElsewhere,
    /// The account is fine.
    NothingWrong,
    /// No number that a code could be sent to.
    RegisterMobile,
    /// Not for the servicedesk to change.
    Escalate,
}

impl Advice {
    /// The name scripts see.
    pub fn name(self) -> &'static str {
        match self {
            Self::UnlockOrReset => "unlock_or_reset",
            Self::Reset => "reset",
            Self::WaitOrReset => "wait_or_reset",
            Self::EnableElsewhere => "enable_elsewhere",
            Self::ExtendElsewhere => "extend_elsewhere",
            Self::NothingWrong => "nothing_wrong",
            Self::RegisterMobile => "register_mobile",
            Self::Escalate => "escalate",
        }
    }
}

/// What keeps the person out. Several may hold at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// Switched off by an administrator.
    Disabled,
    /// The account has ended.
    AccountExpired,
    /// Locked after too many wrong tries.
    Locked,
    /// The password has run out.
    PasswordExpired,
    /// The password must be changed at the next sign-in.
    MustChange,
    /// Signs in with a card.
    SmartcardRequired,
}

/// The verdict on an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// What keeps the person out, the weightiest first; empty when nothing does.
    pub obstacles: Vec<Obstacle>,
    /// What to do next.
    pub advice: Advice,
}

impl Verdict {
    /// Judges an account as it stands at `now`.
    pub fn of(account: &Account, now: Timestamp) -> Self {
        let obstacles: Vec<Obstacle> = [
            (account.disabled, Obstacle::Disabled),
            (account.expired(now), Obstacle::AccountExpired),
            (account.lock.is_locked(), Obstacle::Locked),
            (account.password.must_change, Obstacle::MustChange),
            (account.password.expired && !account.password.must_change, Obstacle::PasswordExpired),
            (account.smartcard_required, Obstacle::SmartcardRequired),
        ]
        .into_iter()
        .filter_map(|(holds, obstacle)| holds.then_some(obstacle))
        .collect();
        let advice = advice(account, &obstacles);
        Self { obstacles, advice }
    }
}

fn advice(account: &Account, obstacles: &[Obstacle]) -> Advice {
    let has = |obstacle| obstacles.contains(&obstacle);
    if obstacles.is_empty() {
        return Advice::NothingWrong;
    }
    if account.protected.is_some() || has(Obstacle::SmartcardRequired) {
        return Advice::Escalate;
    }
    if has(Obstacle::Disabled) {
        return Advice::EnableElsewhere;
    }
    if has(Obstacle::AccountExpired) {
        return Advice::ExtendElsewhere;
    }
    if account.mobile.reachable().is_none() {
        return Advice::RegisterMobile;
    }
    let needs_password = has(Obstacle::PasswordExpired) || has(Obstacle::MustChange);
    match (&account.lock, account.may_unlock) {
        (_, true) if needs_password => Advice::Reset,
        (_, true) => Advice::UnlockOrReset,
        (Lock::Locked { opens: Opens::At(_), .. }, false) if !needs_password => Advice::WaitOrReset,
        // A reset unlocks as well, so whoever may not unlock may not reset either.
        (_, false) => Advice::Escalate,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::{AccountId, AccountName, Mobile, PasswordState, Protection};
    use crate::domain::phone::Phone;
    use crate::domain::policy::AppliedPolicy;

    fn now() -> Timestamp {
        "2026-05-04T12:00:00Z".parse().unwrap()
    }

    fn healthy() -> Account {
        Account {
            id: AccountId::from_bytes([0; 16]),
            name: AccountName::parse("jesrab01").unwrap(),
            dn: "CN=x".into(),
            upn: None,
            display_name: "Jesper".into(),
            mail: None,
            department: None,
            mobile: Mobile::Registered(Phone::parse("0701740605").unwrap()),
            mobile_changed: None,
            lock: Lock::Open,
            disabled: false,
            expires: None,
            password: PasswordState::default(),
            smartcard_required: false,
            protected: None,
            policy: AppliedPolicy::Unreadable { pso: "x".into() },
            may_unlock: true,
        }
    }

    fn locked() -> Account {
        Account { lock: Lock::Locked { since: None, opens: Opens::OnlyByHand }, ..healthy() }
    }

    #[test]
    fn one_advice_for_each_trouble() {
        let past = Some("2026-05-03T12:00:00Z".parse().unwrap());
        let expired = PasswordState { expired: true, ..PasswordState::default() };
        let must_change = PasswordState { must_change: true, ..PasswordState::default() };
        let until = Lock::Locked { since: None, opens: Opens::At(now()) };
        for (what, account, advice) in [
            ("healthy", healthy(), Advice::NothingWrong),
            ("lapsed", Account { lock: Lock::Lapsed { since: now() }, ..healthy() }, Advice::NothingWrong),
            ("locked", locked(), Advice::UnlockOrReset),
            ("locked, no right", Account { may_unlock: false, ..locked() }, Advice::Escalate),
            ("opens soon, no right", Account { lock: until, may_unlock: false, ..healthy() }, Advice::WaitOrReset),
            ("password expired", Account { password: expired.clone(), ..healthy() }, Advice::Reset),
            (
                "password expired, no right",
                Account { password: expired.clone(), may_unlock: false, ..healthy() },
                Advice::Escalate,
            ),
            ("must change", Account { password: must_change, ..healthy() }, Advice::Reset),
            ("locked and expired password", Account { password: expired, ..locked() }, Advice::Reset),
            ("disabled and locked", Account { disabled: true, ..locked() }, Advice::EnableElsewhere),
            ("ended", Account { expires: past, ..locked() }, Advice::ExtendElsewhere),
            ("no mobile", Account { mobile: Mobile::Missing, ..locked() }, Advice::RegisterMobile),
            ("protected", Account { protected: Some(Protection::AdminCount), ..locked() }, Advice::Escalate),
            ("card", Account { smartcard_required: true, ..healthy() }, Advice::Escalate),
        ] {
            assert_eq!(Verdict::of(&account, now()).advice, advice, "{what}");
        }
    }

    #[test]
    fn an_account_ends_at_its_time() {
        let ends = |at: Timestamp| Account { expires: Some(at), ..healthy() }.expired(now());
        assert!(ends(now()));
        assert!(!ends("2026-05-04T12:00:01Z".parse().unwrap()));
    }
}
