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
mod tests;
