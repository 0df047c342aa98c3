//! Why this person cannot sign in, and the one thing to do next.

use jiff::Timestamp;

use super::account::{Account, Lock, LockEnd};
use super::must_change::OwnChange;

/// What to do next, by the name it has in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// Unlocking helps; so does a new password.
    UnlockOrReset,
    /// Whoever knows the password signs in with it and chooses another.
    ChangeAtSignIn,
    /// Only a new password helps, and one that need not be changed: the owner may not change it.
    Reset,
    /// Outside the hours in which it may sign in: nothing done here helps.
    WaitForHours,
    /// The account is fine, but not at every computer.
    CheckComputer,
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
            Self::ChangeAtSignIn => "change_at_sign_in",
            Self::Reset => "reset",
            Self::WaitForHours => "wait_for_hours",
            Self::CheckComputer => "check_computer",
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
    /// It is to be changed, and the owner may not.
    OwnChangeDenied,
    /// Outside the hours in which the account may sign in.
    OutsideHours,
    /// Signs in with a card.
    SmartcardRequired,
}

/// What does not keep the person out, or not surely, but is no reason to say that all is well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caution {
    /// It may sign in at some computers only; where the caller sits is not known.
    SomeComputers,
    /// The account ends within a day.
    EndsSoon,
    /// The password is marked to be changed, which has no effect.
    DemandWithoutEffect,
    /// The password is to be changed, and whether the owner may is not known.
    OwnChangeUnknown,
}

/// The verdict on an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// What keeps the person out, the weightiest first; empty when nothing does.
    pub obstacles: Vec<Obstacle>,
    /// What else is to be said.
    pub cautions: Vec<Caution>,
    /// What to do next.
    pub advice: Advice,
}

impl Verdict {
    /// Judges an account as it stands at `now`.
    pub fn of(account: &Account, now: Timestamp) -> Self {
        let password = &account.password;
        let obstacles: Vec<Obstacle> = [
            (account.disabled, Obstacle::Disabled),
            (account.expired(now), Obstacle::AccountExpired),
            (account.lock.is_locked(), Obstacle::Locked),
            (password.must_change, Obstacle::MustChange),
            (password.expired && !password.must_change, Obstacle::PasswordExpired),
            (password.shuts_out(), Obstacle::OwnChangeDenied),
            (account.outside_hours(now), Obstacle::OutsideHours),
            (account.smartcard_required, Obstacle::SmartcardRequired),
        ]
        .into_iter()
        .filter_map(|(holds, obstacle)| holds.then_some(obstacle))
        .collect();
        let cautions: Vec<Caution> = [
            (!account.sign_in.workstations.is_empty(), Caution::SomeComputers),
            (account.expires_soon(now), Caution::EndsSoon),
            (password.demand_without_effect, Caution::DemandWithoutEffect),
            (password.is_due() && password.own_change == OwnChange::Unknown, Caution::OwnChangeUnknown),
        ]
        .into_iter()
        .filter_map(|(holds, caution)| holds.then_some(caution))
        .collect();
        let advice = advice(account, &obstacles, &cautions);
        Self { obstacles, cautions, advice }
    }
}

fn advice(account: &Account, obstacles: &[Obstacle], cautions: &[Caution]) -> Advice {
    let has = |obstacle| obstacles.contains(&obstacle);
    if obstacles.is_empty() {
        let anywhere = !cautions.contains(&Caution::SomeComputers);
        return if anywhere { Advice::NothingWrong } else { Advice::CheckComputer };
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
    let shut_out = has(Obstacle::OwnChangeDenied);
    if !has(Obstacle::Locked) && !shut_out {
        // What is left needs neither a code nor a right.
        return if has(Obstacle::OutsideHours) { Advice::WaitForHours } else { Advice::ChangeAtSignIn };
    }
    if account.mobile.reachable().is_none() {
        return Advice::RegisterMobile;
    }
    match (&account.lock, account.may_unlock) {
        (_, true) if shut_out => Advice::Reset,
        (_, true) => Advice::UnlockOrReset,
        (Lock::Locked { opens: LockEnd::At(_), .. }, false) if !shut_out => Advice::WaitOrReset,
        // A reset unlocks as well, so whoever may not unlock may not reset either.
        (_, false) => Advice::Escalate,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::tests::healthy;
    use crate::domain::account::{Mobile, PasswordState, Protection, SignInRestrictions};
    use crate::domain::hours::LogonHours;

    fn now() -> Timestamp {
        "2026-05-04T12:00:00Z".parse().unwrap()
    }

    fn locked() -> Account {
        Account { lock: Lock::Locked { since: None, opens: LockEnd::OnlyManually }, ..healthy() }
    }

    #[test]
    fn one_advice_for_each_trouble() {
        let past = Some("2026-05-03T12:00:00Z".parse().unwrap());
        let expired = PasswordState { expired: true, ..PasswordState::default() };
        let must_change = PasswordState { must_change: true, ..PasswordState::default() };
        let denied = |password: PasswordState| PasswordState { own_change: OwnChange::Denied, ..password };
        let never = SignInRestrictions { hours: LogonHours::from_bytes(&[0; 21]), ..SignInRestrictions::default() };
        let some = SignInRestrictions { workstations: vec!["PC1".into()], ..SignInRestrictions::default() };
        let until = Lock::Locked { since: None, opens: LockEnd::At(now()) };
        for (what, account, advice) in [
            ("healthy", healthy(), "nothing_wrong"),
            ("lapsed", Account { lock: Lock::Lapsed { since: now() }, ..healthy() }, "nothing_wrong"),
            ("locked", locked(), "unlock_or_reset"),
            ("locked, no right", Account { may_unlock: false, ..locked() }, "escalate"),
            ("opens soon, no right", Account { lock: until, may_unlock: false, ..healthy() }, "wait_or_reset"),
            ("password expired", Account { password: expired.clone(), ..healthy() }, "change_at_sign_in"),
            (
                "password expired, no right, no mobile",
                Account { password: expired.clone(), may_unlock: false, mobile: Mobile::Missing, ..healthy() },
                "change_at_sign_in",
            ),
            ("must change", Account { password: must_change.clone(), ..healthy() }, "change_at_sign_in"),
            ("locked and must change", Account { password: must_change.clone(), ..locked() }, "unlock_or_reset"),
            ("must change and may not", Account { password: denied(must_change.clone()), ..healthy() }, "reset"),
            ("expired and may not", Account { password: denied(expired), ..locked() }, "reset"),
            (
                "must change and may not, no right",
                Account { password: denied(must_change), may_unlock: false, ..locked() },
                "escalate",
            ),
            (
                "may not change it, and need not",
                Account { password: denied(PasswordState::default()), ..healthy() },
                "nothing_wrong",
            ),
            ("outside hours", Account { sign_in: never.clone(), ..healthy() }, "wait_for_hours"),
            ("outside hours and locked", Account { sign_in: never, ..locked() }, "unlock_or_reset"),
            ("some computers", Account { sign_in: some.clone(), ..healthy() }, "check_computer"),
            ("some computers and locked", Account { sign_in: some, ..locked() }, "unlock_or_reset"),
            ("disabled and locked", Account { disabled: true, ..locked() }, "enable_elsewhere"),
            ("ended", Account { expires: past, ..locked() }, "extend_elsewhere"),
            ("no mobile", Account { mobile: Mobile::Missing, ..locked() }, "register_mobile"),
            ("protected", Account { protected: Some(Protection::AdminCount), ..locked() }, "escalate"),
            ("card", Account { smartcard_required: true, ..healthy() }, "escalate"),
        ] {
            assert_eq!(Verdict::of(&account, now()).advice.name(), advice, "{what}");
        }
    }

    #[test]
    fn an_account_ends_at_its_time() {
        let ends = |at: Timestamp| Account { expires: Some(at), ..healthy() }.expired(now());
        assert!(ends(now()));
        assert!(!ends("2026-05-04T12:00:01Z".parse().unwrap()));
    }
    #[test]
    fn by_the_controllers_clock() {
        let ends = now() + jiff::SignedDuration::from_hours(1);
        let account = Account { expires: Some(ends), read_at: Some(ends), ..healthy() };
        assert_eq!(Verdict::of(&account, now()).obstacles, [Obstacle::AccountExpired]);
        let account = Account { read_at: None, ..account };
        assert_eq!(Verdict::of(&account, now()).cautions, [Caution::EndsSoon]);
    }

    #[test]
    fn what_is_said_though_nothing_keeps_them_out() {
        let password = PasswordState { demand_without_effect: true, ..PasswordState::default() };
        let sign_in = SignInRestrictions { workstations: vec!["PC1".into()], ..SignInRestrictions::default() };
        let verdict = Verdict::of(&Account { password, sign_in, ..healthy() }, now());
        assert_eq!(verdict.obstacles, []);
        assert_eq!(verdict.cautions, [Caution::SomeComputers, Caution::DemandWithoutEffect]);
        let password = PasswordState { must_change: true, own_change: OwnChange::Unknown, ..PasswordState::default() };
        assert_eq!(Verdict::of(&Account { password, ..healthy() }, now()).cautions, [Caution::OwnChangeUnknown]);
    }
}
