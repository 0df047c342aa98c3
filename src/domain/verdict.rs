//! The verdict: why a person cannot sign in, and the one thing to do next.

use jiff::Timestamp;

use super::account::{Account, Lock, LockEnd};
use super::must_change::OwnChange;
use super::named_enum::named_enum;
use super::warnings::{Warning, closed_until, unknown_password};

named_enum! {
    pub enum Advice {
        /// A new password helps too.
        UnlockOrReset = "unlock_or_reset",
        /// The owner signs in with the password and chooses another.
        ChangeAtSignIn = "change_at_sign_in",
        /// Only a new password helps: nobody knows the present one, or it must be changed and the owner may not.
        Reset = "reset",
        /// Outside the permitted hours; no change helps.
        WaitForHours = "wait_for_hours",
        /// The account is fine, but not at every computer.
        CheckComputer = "check_computer",
        /// The operator may not unlock: wait for the lockout to end, or ask someone who may reset it.
        WaitOrReset = "wait_or_reset",
        /// Disabled; someone else must enable it.
        EnableElsewhere = "enable_elsewhere",
        /// Expired; someone else must extend it.
        ExtendElsewhere = "extend_elsewhere",
        NothingWrong = "nothing_wrong",
        /// There is no number to send a code to.
        RegisterMobile = "register_mobile",
        /// No code is accepted after too many wrong ones.
        WaitForVerification = "wait_for_verification",
        /// The servicedesk must not change it.
        Escalate = "escalate",
    }
}

/// What prevents a sign-in. Several may apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    Disabled,
    AccountExpired,
    Locked,
    PasswordExpired,
    /// A reset left one that nobody knows.
    PasswordUnknown,
    /// Must be changed at the next sign-in.
    MustChange,
    /// Must be changed, and the owner may not.
    OwnChangeDenied,
    OutsideHours,
    SmartcardRequired,
}

/// What may prevent a sign-in, or deserves a mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caution {
    /// Restricted to some computers; the caller's is unknown.
    SomeComputers,
    /// The account expires within a day.
    ExpiresSoon,
    /// Must-change is set but has no effect.
    IneffectiveMustChange,
    /// Must be changed, and whether the owner may is unknown.
    OwnChangeUnknown,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The most serious first.
    pub obstacles: Vec<Obstacle>,
    pub cautions: Vec<Caution>,
    pub advice: Advice,
}

impl Verdict {
    /// Judges an account as of `now`.
    pub fn of(account: &Account, now: Timestamp) -> Self {
        Self::judge(account, false, now)
    }

    /// `unknown`: nobody knows the password.
    fn judge(account: &Account, unknown: bool, now: Timestamp) -> Self {
        let password = &account.password;
        let obstacles = applying([
            (account.disabled, Obstacle::Disabled),
            (account.expired(now), Obstacle::AccountExpired),
            (account.lock.is_locked(), Obstacle::Locked),
            (unknown, Obstacle::PasswordUnknown),
            // What nobody knows, nobody can change.
            (password.must_change && !unknown, Obstacle::MustChange),
            (password.expired && !password.must_change && !unknown, Obstacle::PasswordExpired),
            (password.prevents_sign_in(), Obstacle::OwnChangeDenied),
            (account.outside_hours(now), Obstacle::OutsideHours),
            (account.smartcard_required, Obstacle::SmartcardRequired),
        ]);
        let cautions = applying([
            (!account.sign_in.workstations.is_empty(), Caution::SomeComputers),
            (account.expires_soon(now), Caution::ExpiresSoon),
            (password.ineffective_must_change, Caution::IneffectiveMustChange),
            (password.change_required() && password.own_change == OwnChange::Unknown, Caution::OwnChangeUnknown),
        ]);
        let advice = advice(account, &obstacles, &cautions);
        Self { obstacles, cautions, advice }
    }

    /// Judges an account with what is known about its callers: never advises a code that would be refused.
    pub fn with_warnings(account: &Account, warnings: &[Warning], now: Timestamp) -> Self {
        let verdict = Self::judge(account, unknown_password(warnings).is_some(), now);
        let needs_code = matches!(verdict.advice, Advice::UnlockOrReset | Advice::Reset);
        match closed_until(warnings) {
            Some(_) if needs_code => Self { advice: Advice::WaitForVerification, ..verdict },
            _ => verdict,
        }
    }
}

fn applying<T, const N: usize>(all: [(bool, T); N]) -> Vec<T> {
    all.into_iter().filter_map(|(applies, one)| applies.then_some(one)).collect()
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
    let shut_out = has(Obstacle::OwnChangeDenied) || has(Obstacle::PasswordUnknown);
    if !has(Obstacle::Locked) && !shut_out {
        // The rest needs neither a code nor a right.
        return if has(Obstacle::OutsideHours) { Advice::WaitForHours } else { Advice::ChangeAtSignIn };
    }
    if account.mobile.reachable().is_none() {
        return Advice::RegisterMobile;
    }
    match (&account.lock, account.may_unlock) {
        (_, true) if shut_out => Advice::Reset,
        (_, true) => Advice::UnlockOrReset,
        (Lock::Locked { opens: LockEnd::At(_), .. }, false) if !shut_out => Advice::WaitOrReset,
        // Resetting unlocks too, so it needs the same right.
        (_, false) => Advice::Escalate,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::tests::healthy;
    use crate::domain::account::{Mobile, PasswordState, Protection, SignInRestrictions};
    use crate::domain::audit::{Certainty, UnknownPassword};
    use crate::domain::hours::LogonHours;

    fn now() -> Timestamp {
        "2026-05-04T12:00:00Z".parse().unwrap()
    }

    fn locked() -> Account {
        Account { lock: Lock::Locked { since: None, opens: LockEnd::OnlyManually }, ..healthy() }
    }

    #[test]
    fn no_code_is_advised_while_verification_is_closed() {
        let closed = [Warning::Closed { until: now() }];
        let advice = |account: &Account, warnings: &[Warning]| Verdict::with_warnings(account, warnings, now()).advice;
        assert_eq!(advice(&locked(), &closed), Advice::WaitForVerification);
        assert_eq!(advice(&locked(), &[Warning::SharingUnknown]), Advice::UnlockOrReset);
        // These need no code.
        assert_eq!(advice(&healthy(), &closed), Advice::NothingWrong);
        assert_eq!(advice(&Account { disabled: true, ..locked() }, &closed), Advice::EnableElsewhere);
    }

    #[test]
    fn only_a_new_password_helps_where_nobody_knows_it() {
        let unknown = Warning::PasswordUnknown(UnknownPassword { since: now(), certainty: Certainty::Certain });
        let must_change = PasswordState { must_change: true, ..PasswordState::default() };
        let judged = |account: &Account| Verdict::with_warnings(account, std::slice::from_ref(&unknown), now());
        for account in [healthy(), locked(), Account { password: must_change.clone(), ..healthy() }] {
            assert_eq!(judged(&account).advice, Advice::Reset, "{account:?}");
        }
        let account = Account { password: must_change, ..locked() };
        assert_eq!(judged(&account).obstacles, [Obstacle::Locked, Obstacle::PasswordUnknown]);
        assert_eq!(judged(&Account { mobile: Mobile::Missing, ..healthy() }).advice, Advice::RegisterMobile);
        assert_eq!(judged(&Account { may_unlock: false, ..healthy() }).advice, Advice::Escalate);
    }

    #[test]
    fn each_state_has_one_advice() {
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
                "opens soon, must change and may not, no right",
                Account {
                    password: denied(PasswordState { must_change: true, ..PasswordState::default() }),
                    lock: Lock::Locked { since: None, opens: LockEnd::At(now()) },
                    may_unlock: false,
                    ..healthy()
                },
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
    fn account_expires_at_its_time() {
        let ends = |at: Timestamp| Account { expires: Some(at), ..healthy() }.expired(now());
        assert!(ends(now()));
        assert!(!ends("2026-05-04T12:00:01Z".parse().unwrap()));
    }

    #[test]
    fn expiry_is_judged_by_the_controllers_clock() {
        let ends = now() + jiff::SignedDuration::from_hours(1);
        let account = Account { expires: Some(ends), read_at: Some(ends), ..healthy() };
        assert_eq!(Verdict::of(&account, now()).obstacles, [Obstacle::AccountExpired]);
        let account = Account { read_at: None, ..account };
        assert_eq!(Verdict::of(&account, now()).cautions, [Caution::ExpiresSoon]);
    }

    #[test]
    fn cautions_are_told_without_obstacles() {
        let password = PasswordState { ineffective_must_change: true, ..PasswordState::default() };
        let sign_in = SignInRestrictions { workstations: vec!["PC1".into()], ..SignInRestrictions::default() };
        let verdict = Verdict::of(&Account { password, sign_in, ..healthy() }, now());
        assert_eq!(verdict.obstacles, []);
        assert_eq!(verdict.cautions, [Caution::SomeComputers, Caution::IneffectiveMustChange]);
        let password = PasswordState { must_change: true, own_change: OwnChange::Unknown, ..PasswordState::default() };
        assert_eq!(Verdict::of(&Account { password, ..healthy() }, now()).cautions, [Caution::OwnChangeUnknown]);
        for (must_change, own_change) in [(true, OwnChange::Allowed), (false, OwnChange::Unknown)] {
            let password = PasswordState { must_change, own_change, ..PasswordState::default() };
            assert_eq!(Verdict::of(&Account { password, ..healthy() }, now()).cautions, []);
        }
    }
}
