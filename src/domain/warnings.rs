//! Warnings that a caller may not be the account's owner, or that the account is not seen in full. The operator sees
//! them before sending a code. They forbid nothing, except a recently changed number where the configuration says so.
//!
//! A number counts as new when its change is recent or later than the lockout: an attacker has the number changed
//! first, and then calls.

use crate::domain::named_enum::kinds_of;
use jiff::{SignedDuration, Timestamp};

use super::account::{Account, AccountName, Lock};
use super::audit::UnknownPassword;
use super::limits::{CodeLimits, RecentActivity, later};
use super::phone::{CallingCode, NotMobile, SmsReach};
use super::replicas::{CLOCK_MARGIN, LockDisagreement};

/// When a mobile number counts as new, and with what effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MobileRules {
    /// How long a change counts as recent; `None`: changes are ignored.
    pub new_for: Option<SignedDuration>,
    /// Whether codes are refused for numbers that may be new.
    pub require_settled: bool,
}

impl Default for MobileRules {
    fn default() -> Self {
        Self { new_for: Some(SignedDuration::from_hours(14 * 24)), require_settled: false }
    }
}

/// Why a number may be new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MobileDoubt {
    /// Changed after the lockout that is still in force.
    ChangedSinceLockout { at: Timestamp },
    /// Changed `at`; counts as new until `settled`.
    ChangedLately { at: Timestamp, settled: Timestamp },
    /// The directory does not say when it was changed.
    Unknown,
}

impl MobileRules {
    /// Returns why the account's number may be new; `None` also without a number.
    pub fn unsettled(&self, account: &Account, now: Timestamp) -> Option<MobileDoubt> {
        let (new_for, now) = (self.new_for?, account.controller_time(now));
        account.mobile.phone()?;
        let Some(changed) = account.mobile_changed else { return Some(MobileDoubt::Unknown) };
        // Another server's clock may be ahead: future changes count as just made.
        let at = changed.min(now);
        if let Lock::Locked { since: Some(since), .. } = account.lock
            && changed >= since
        {
            return Some(MobileDoubt::ChangedSinceLockout { at });
        }
        let settled = later(at, new_for);
        (settled > now).then_some(MobileDoubt::ChangedLately { at, settled })
    }

    /// Returns why no code may be sent to the account's number.
    pub fn forbids(&self, account: &Account, now: Timestamp) -> Option<MobileDoubt> {
        self.unsettled(account, now).filter(|_| self.require_settled)
    }
}

/// Other accounts that hold the registered number in any phone attribute.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NumberSharing {
    pub others: Vec<AccountName>,
    /// More accounts hold it than are listed.
    pub more: bool,
}

impl NumberSharing {
    pub fn is_shared(&self) -> bool {
        !self.others.is_empty() || self.more
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// Controllers disagree on the lockout.
    ServersDisagree(LockDisagreement),
    /// These controllers did not answer, and the others know of no lockout.
    ServersUnreachable(Vec<String>),
    /// The number is or may be new.
    MobileDoubt(MobileDoubt),
    /// No SMS reaches the number.
    NotMobile(NotMobile),
    /// Another country's number. Mobiles are recognised only for Sweden (`sms.default_country`).
    Foreign(CallingCode),
    /// Others are registered too, masked: the caller may expect the code there, and one of them may be somebody else's.
    OtherMobiles(Vec<String>),
    /// How far the controller's clock is ahead of this computer's.
    ClockDiffers { ahead: SignedDuration },
    /// Others have the number too, so a code only proves access to a shared phone.
    NumberShared(NumberSharing),
    /// The search for others with the number failed.
    SharingUnknown,
    /// Passwords set with this program in the last day. `many`: as many as call for a warning.
    RecentReset { times: u32, many: bool },
    /// Wrong codes in the last day. `many`: as many as one code allows.
    RecentWrongCodes { times: u32, many: bool },
    /// It was unlocked from here, and something locked it again.
    LockedAgain { unlocked: Timestamp, locked: Timestamp },
    /// A reset from here left a password that nobody knows.
    PasswordUnknown(UnknownPassword),
    /// Verification is closed after too many wrong codes.
    Closed { until: Timestamp },
}

kinds_of! {
    /// The kinds of warnings.
    pub enum WarningKind of Warning {
        ServersDisagree = "servers_disagree" if Self::ServersDisagree(_),
        ServersUnheard = "servers_unheard" if Self::ServersUnreachable(_),
        MobileChangedSinceLockout = "mobile_changed_since_lockout" if Self::MobileDoubt(MobileDoubt::ChangedSinceLockout { .. }),
        MobileChangedLately = "mobile_changed_lately" if Self::MobileDoubt(MobileDoubt::ChangedLately { .. }),
        MobileChangeUnknown = "mobile_change_unknown" if Self::MobileDoubt(MobileDoubt::Unknown),
        MobileIsLandline = "mobile_is_landline" if Self::NotMobile(NotMobile::Landline),
        MobileHasWrongLength = "mobile_has_wrong_length" if Self::NotMobile(NotMobile::TooShort { .. } | NotMobile::TooLong { .. } | NotMobile::ForeignLength(_)),
        MobileIsMachine = "mobile_is_machine" if Self::NotMobile(NotMobile::MachineToMachine),
        MobileIsPager = "mobile_is_pager" if Self::NotMobile(NotMobile::Pager),
        MobileIsService = "mobile_is_service" if Self::NotMobile(NotMobile::Service),
        MobileIsForeign = "mobile_is_foreign" if Self::Foreign(_),
        SeveralMobiles = "several_mobiles" if Self::OtherMobiles(_),
        ClockDiffers = "clock_differs" if Self::ClockDiffers { .. },
        MobileShared = "mobile_shared" if Self::NumberShared(_),
        MobileSharingUnknown = "mobile_sharing_unknown" if Self::SharingUnknown,
        ResetLately = "reset_lately" if Self::RecentReset { .. },
        WrongCodesLately = "wrong_codes_lately" if Self::RecentWrongCodes { .. },
        PasswordUnknown = "password_unknown" if Self::PasswordUnknown(_),
        LockedAgain = "locked_again" if Self::LockedAgain { .. },
        VerificationClosed = "verification_closed" if Self::Closed { .. },
    }
}

impl Warning {
    /// Whether it suggests that the caller is not the owner, so that a code is not sent without a second thought. The
    /// others are worth knowing, and common among callers who are.
    pub fn is_grave(&self) -> bool {
        match self {
            Self::MobileDoubt(doubt) => *doubt != MobileDoubt::Unknown,
            Self::NumberShared(_) | Self::Closed { .. } => true,
            Self::RecentReset { many, .. } | Self::RecentWrongCodes { many, .. } => *many,
            Self::ServersDisagree(_)
            | Self::ServersUnreachable(_)
            | Self::NotMobile(_)
            | Self::Foreign(_)
            | Self::OtherMobiles(_)
            | Self::ClockDiffers { .. }
            | Self::SharingUnknown
            | Self::LockedAgain { .. }
            | Self::PasswordUnknown(_) => false,
        }
    }
}

/// Returns an account's warnings at `now`, the most serious first. `sharing`: `None` if not looked up.
pub fn warnings(
    account: &Account,
    rules: &MobileRules,
    sharing: Option<&NumberSharing>,
    recent: &RecentActivity,
    limits: &CodeLimits,
    now: Timestamp,
) -> Vec<Warning> {
    let reach = account.mobile.phone().map(|phone| match phone.reach() {
        SmsReach::SwedishMobile => None,
        SmsReach::Never(what) => Some(Warning::NotMobile(what)),
        SmsReach::Foreign(code) => Some(Warning::Foreign(code)),
    });
    let RecentActivity { resets, wrong_codes, closed_until, .. } = *recent;
    let others: Vec<String> = account.other_mobiles.iter().map(|number| number.phone.masked()).collect();
    [
        closed_until.filter(|until| *until > now).map(|until| Warning::Closed { until }),
        rules.unsettled(account, now).map(Warning::MobileDoubt),
        recent.incomplete.unknown_password(account, now).map(Warning::PasswordUnknown),
        locked_again(account, recent, now),
        sharing.filter(|sharing| sharing.is_shared()).cloned().map(Warning::NumberShared),
        (wrong_codes > 0)
            .then_some(Warning::RecentWrongCodes { times: wrong_codes, many: wrong_codes >= limits.attempts }),
        (resets > 0).then_some(Warning::RecentReset { times: resets, many: resets >= limits.resets_per_day }),
        reach.flatten(),
        (!others.is_empty()).then_some(Warning::OtherMobiles(others)),
        clock_differs(account, now),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Whether the account was locked again after it was last unlocked from here, so that something has an old password.
fn locked_again(account: &Account, recent: &RecentActivity, now: Timestamp) -> Option<Warning> {
    let (Lock::Locked { since: Some(since), .. }, Some(unlocked)) = (&account.lock, recent.unlocked) else {
        return None;
    };
    // By this computer's clock. The controller reports its own in whole seconds.
    let ahead = SignedDuration::from_secs(account.controller_time(now).as_second() - now.as_second());
    let locked = since.checked_sub(ahead).ok()?;
    (locked >= unlocked).then_some(Warning::LockedAgain { unlocked, locked })
}

/// Whether a code is sent unless the operator says otherwise.
pub fn sends_code_by_default(warnings: &[Warning]) -> bool {
    !warnings.iter().any(Warning::is_grave)
}

/// The password that nobody knows, if the account has one.
pub fn unknown_password(warnings: &[Warning]) -> Option<UnknownPassword> {
    warnings.iter().find_map(|warning| match warning {
        Warning::PasswordUnknown(unknown) => Some(*unknown),
        _ => None,
    })
}

/// Until when no code is accepted for the account; `None`: codes are accepted.
pub fn closed_until(warnings: &[Warning]) -> Option<Timestamp> {
    warnings.iter().find_map(|warning| match warning {
        Warning::Closed { until } => Some(*until),
        _ => None,
    })
}

/// Compares the clock of the controller, which has just read the account, with `now`.
fn clock_differs(account: &Account, now: Timestamp) -> Option<Warning> {
    // In whole seconds, as the controller reports it.
    let ahead = SignedDuration::from_secs(account.read_at?.as_second() - now.as_second());
    (ahead.abs() > CLOCK_MARGIN).then_some(Warning::ClockDiffers { ahead })
}

#[cfg(test)]
mod tests {
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
    fn what_the_desk_knows() {
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
}
