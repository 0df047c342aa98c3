//! Which warnings an account and its history give, and what they say in JSON.

use super::*;
use crate::domain::account::tests::healthy;
use crate::domain::account::{LockEnd, Mobile};
use crate::domain::phone::Phone;

fn at(text: &str) -> Timestamp {
    format!("2026-05-{text}:00Z").parse().unwrap()
}

fn now() -> Timestamp {
    at("20T12:00")
}

fn account(changed: Option<&str>, locked_since: Option<&str>) -> Account {
    let locked = |since| Lock::Locked { since: Some(at(since)), opens: LockEnd::OnlyManually };
    Account { mobile_changed: changed.map(at), lock: locked_since.map_or(Lock::Open, locked), ..healthy() }
}

fn names(account: &Account, rules: &MobileRules) -> Vec<&'static str> {
    warnings(account, rules, None, &RecentActivity::default(), &CodeLimits::default(), now())
        .iter()
        .map(Warning::name)
        .collect()
}

#[test]
fn a_number_is_new_for_a_while_and_as_long_as_a_lock_is_older() {
    for (changed, locked, sign) in [
        (Some("06T12:00"), None, None),
        (Some("06T12:01"), None, Some("mobile_changed_lately")),
        (Some("20T12:00"), None, Some("mobile_changed_lately")),
        // The directory's clock goes fast.
        (Some("20T12:03"), None, Some("mobile_changed_lately")),
        (Some("20T12:03"), Some("20T12:02"), Some("mobile_changed_since_lockout")),
        (Some("03T12:00"), Some("02T12:00"), Some("mobile_changed_since_lockout")),
        (Some("03T12:00"), Some("03T12:00"), Some("mobile_changed_since_lockout")),
        (Some("02T12:00"), Some("03T12:00"), None),
        (Some("19T12:00"), Some("20T11:00"), Some("mobile_changed_lately")),
        (None, None, Some("mobile_change_unknown")),
    ] {
        assert_eq!(
            names(&account(changed, locked), &MobileRules::default()),
            Vec::from_iter(sign),
            "{changed:?} {locked:?}"
        );
    }
}

#[test]
fn it_is_settled_when_it_says() {
    let rules = MobileRules { require_settled: true, ..MobileRules::default() };
    for changed in ["19T12:00", "20T12:03"] {
        let account = account(Some(changed), None);
        let Some(MobileDoubt::ChangedLately { settled, .. }) = rules.forbids(&account, now()) else { panic!() };
        assert!(settled <= at("20T12:00") + SignedDuration::from_hours(14 * 24));
        assert!(rules.forbids(&account, settled - SignedDuration::from_secs(1)).is_some());
    }
    let account = account(Some("19T12:00"), None);
    let Some(MobileDoubt::ChangedLately { settled, .. }) = rules.forbids(&account, now()) else { panic!() };
    assert_eq!(rules.forbids(&account, settled), None);
}

#[test]
fn nothing_is_refused_unless_wanted_so() {
    assert_eq!(MobileRules::default().forbids(&account(None, None), now()), None);
    let rules = MobileRules { new_for: None, require_settled: true };
    assert_eq!(rules.forbids(&account(Some("20T12:00"), Some("20T11:00")), now()), None);
    let rules = MobileRules { require_settled: true, ..MobileRules::default() };
    assert_eq!(rules.forbids(&account(None, None), now()), Some(MobileDoubt::Unknown));
    let without = Account { mobile: Mobile::Missing, ..account(None, None) };
    assert_eq!(rules.forbids(&without, now()), None, "that is another refusal");
}

/// Kerberos fails from five minutes on, so the operator is warned well before.
#[test]
fn clock_that_differs_by_more_than_a_minute_is_told() {
    for (ahead, told) in [(60, false), (61, true), (-60, false), (-61, true)] {
        let ahead = SignedDuration::from_secs(ahead);
        let account = Account { read_at: Some(now() + ahead), ..account(Some("01T12:00"), None) };
        let (rules, recent, limits) = (MobileRules::default(), RecentActivity::default(), CodeLimits::default());
        let warnings = warnings(&account, &rules, None, &recent, &limits, now());
        assert_eq!(warnings, Vec::from_iter(told.then_some(Warning::ClockDiffers { ahead })));
    }
}

#[test]
fn lockout_after_an_unlock_from_here_is_told() {
    let locked = |ahead: i64, unlocked: &str, since: Option<&str>| {
        let lock = match since {
            Some(since) => Lock::Locked { since: Some(at(since)), opens: LockEnd::OnlyManually },
            None => Lock::Lapsed { since: at("20T11:59") },
        };
        let read_at = Some(now() + SignedDuration::from_secs(ahead));
        let account = Account { lock, read_at, ..account(None, None) };
        let recent = RecentActivity { unlocked: Some(at(unlocked)), ..RecentActivity::default() };
        locked_again(&account, &recent, now())
    };
    let again = |unlocked, locked| Some(Warning::LockedAgain { unlocked: at(unlocked), locked: at(locked) });
    assert_eq!(locked(0, "20T11:50", Some("20T11:52")), again("20T11:50", "20T11:52"));
    assert_eq!(locked(0, "20T11:50", Some("20T11:49")), None, "the lockout that was ended");
    assert_eq!(locked(180, "20T11:50", Some("20T11:52")), None, "the controller's clock is 3 minutes ahead");
    assert_eq!(locked(-180, "20T11:50", Some("20T11:48")), again("20T11:50", "20T11:51"));
    assert_eq!(locked(0, "20T11:50", None), None, "it is not locked now");
}

#[test]
fn activity_and_shared_number_warn() {
    let account = account(Some("01T12:00"), None);
    let closed = |until: &str| RecentActivity {
        resets: 2,
        wrong_codes: 5,
        closed_until: Some(at(until)),
        ..RecentActivity::default()
    };
    let shared = NumberSharing { others: vec![account.name.clone()], more: false };
    let (rules, limits) = (MobileRules::default(), CodeLimits::default());
    let told = |lately, sharing| warnings(&account, &rules, sharing, &lately, &limits, now());
    assert_eq!(
        told(closed("20T12:01"), Some(&shared)),
        [
            Warning::Closed { until: at("20T12:01") },
            Warning::NumberShared(shared.clone()),
            Warning::RecentWrongCodes { times: 5, many: true },
            Warning::RecentReset { times: 2, many: true },
        ]
    );
    assert_eq!(told(closed("20T12:00"), Some(&NumberSharing::default())).len(), 2);
}

/// A yes that is only a habit must not send a code to an attacker.
#[test]
fn grave_warnings_make_no_the_default() {
    let doubt = Warning::MobileDoubt;
    let at = at("20T12:00");
    for (warning, grave) in [
        (Warning::Closed { until: at }, true),
        (doubt(MobileDoubt::ChangedSinceLockout { at }), true),
        (doubt(MobileDoubt::ChangedLately { at, settled: at }), true),
        (Warning::NumberShared(NumberSharing { others: vec![], more: true }), true),
        (Warning::RecentWrongCodes { times: 3, many: true }, true),
        (Warning::RecentReset { times: 2, many: true }, true),
        // Where nobody may read it, this would be every caller.
        (doubt(MobileDoubt::Unknown), false),
        (Warning::SharingUnknown, false),
        // Once misheard, or called back once.
        (Warning::RecentWrongCodes { times: 2, many: false }, false),
        (Warning::RecentReset { times: 1, many: false }, false),
        (Warning::Foreign(CallingCode(44)), false),
        (Warning::NotMobile(NotMobile::Landline), false),
        (Warning::ServersUnreachable(vec![]), false),
        (Warning::ClockDiffers { ahead: SignedDuration::from_mins(5) }, false),
    ] {
        assert_eq!(warning.is_grave(), grave, "{warning:?}");
        assert_eq!(sends_code_by_default(&[Warning::SharingUnknown, warning]), !grave);
    }
    assert!(sends_code_by_default(&[]));
    let recent = RecentActivity { resets: 1, wrong_codes: 2, ..RecentActivity::default() };
    let (rules, limits) = (MobileRules { new_for: None, require_settled: false }, CodeLimits::default());
    assert!(sends_code_by_default(&warnings(&account(None, None), &rules, None, &recent, &limits, now())));
    for recent in [RecentActivity { resets: 2, ..recent }, RecentActivity { wrong_codes: 3, ..recent }] {
        assert!(!sends_code_by_default(&warnings(&account(None, None), &rules, None, &recent, &limits, now())));
    }
}

#[test]
fn numbers_that_are_no_swedish_mobiles() {
    for (number, sign) in [
        ("08-465 004 21", "mobile_is_landline"),
        ("070-174 06 0", "mobile_has_wrong_length"),
        ("+44 7700 900123", "mobile_is_foreign"),
    ] {
        let mobile = Mobile::Registered(Phone::parse(number).unwrap());
        let account = Account { mobile, ..account(Some("01T12:00"), None) };
        assert_eq!(names(&account, &MobileRules::default()), [sign]);
    }
}
