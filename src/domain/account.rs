//! The caller's account as the directory describes it, independent of LDAP.

use std::fmt;

use jiff::{SignedDuration, Timestamp};

use super::hours::LogonHours;
use super::must_change::OwnChange;
use super::phone::{Phone, SmsReach};
use super::policy::AppliedPolicy;

/// An account that expires within this time is reported beforehand.
const SOON: SignedDuration = SignedDuration::from_hours(24);

/// A user name (sAMAccountName): 1 to 256 characters, none of `" / \ [ ] : ; | = , + * ? < > @` and no control
/// character (MS-SAMR 3.1.1.6).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AccountName(String);

/// The text cannot be a user name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a user name")]
pub struct NotAnAccountName;

impl AccountName {
    /// Checks that a text can be a user name.
    ///
    /// # Errors
    /// [`NotAnAccountName`] when it is empty, too long, or has a character that user names cannot have.
    pub fn parse(text: &str) -> Result<Self, NotAnAccountName> {
        let forbidden = |c: char| c.is_control() || r#""/\[]:;|=,+*?<>@"#.contains(c);
        if text.is_empty() || text.chars().count() > 256 || text.contains(forbidden) {
            return Err(NotAnAccountName);
        }
        Ok(Self(text.to_owned()))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AccountName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The permanent identifier of an account (objectGUID), which renaming does not change.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct AccountId([u8; 16]);

impl AccountId {
    /// Creates an identifier from the sixteen bytes of objectGUID.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The sixteen bytes of objectGUID.
    pub fn bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

/// Formats it like Windows: the first three groups are little-endian.
impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const ORDER: [usize; 16] = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
        for (place, byte) in ORDER.iter().enumerate() {
            if matches!(place, 4 | 6 | 8 | 10) {
                f.write_str("-")?;
            }
            write!(f, "{:02x}", self.0[*byte])?;
        }
        Ok(())
    }
}

impl fmt::Debug for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AccountId({self})")
    }
}

/// One person's account.
#[derive(Debug, Clone)]
pub struct Account {
    /// objectGUID.
    pub id: AccountId,
    /// sAMAccountName.
    pub name: AccountName,
    /// distinguishedName.
    pub dn: String,
    /// userPrincipalName.
    pub upn: Option<String>,
    /// displayName, or the user name where there is none.
    pub display_name: String,
    /// Mail address.
    pub mail: Option<String>,
    /// Department, by which operators tell two people of the same name apart.
    pub department: Option<String>,
    /// The registered number, which codes are sent to.
    pub mobile: Mobile,
    /// When the number was last changed; `None` where the directory does not tell.
    pub mobile_changed: Option<Timestamp>,
    /// Whether it is locked.
    pub lock: Lock,
    /// Whether an administrator has disabled it.
    pub disabled: bool,
    /// When the account expires; `None`: never.
    pub expires: Option<Timestamp>,
    /// When and where it may sign in.
    pub sign_in: SignInRestrictions,
    /// The state of its password.
    pub password: PasswordState,
    /// Whether it must sign in with a smart card instead of a password.
    pub smartcard_required: bool,
    /// Why a servicedesk may not change it; `None`: it may.
    pub protected: Option<Protection>,
    /// The password rules that apply.
    pub policy: AppliedPolicy,
    /// Whether the operator has the right to unlock it, which a reset needs too.
    pub may_unlock: bool,
    /// When it was read, by the controller's clock; `None` where the controller did not tell.
    pub read_at: Option<Timestamp>,
}

impl Account {
    /// The time by which the account is judged: the controller's, whose clock also set the account's times, else `now`.
    pub fn judged_at(&self, now: Timestamp) -> Timestamp {
        self.read_at.unwrap_or(now)
    }

    /// Whether the account has expired.
    pub fn expired(&self, now: Timestamp) -> bool {
        self.expires.is_some_and(|end| end <= self.judged_at(now))
    }

    /// Whether the account expires within a day.
    pub fn expires_soon(&self, now: Timestamp) -> bool {
        !self.expired(now) && self.expires.is_some_and(|end| end.duration_since(self.judged_at(now)) <= SOON)
    }

    /// Whether the logon hours forbid signing in.
    pub fn outside_hours(&self, now: Timestamp) -> bool {
        !self.sign_in.hours.allow(self.judged_at(now))
    }

    /// When the owner may change the password again, by the policy's minimum password age. `None`: at any time, or the
    /// policy cannot be read.
    pub fn changeable_from(&self) -> Option<Timestamp> {
        let min_age = self.policy.known()?.min_age?;
        self.password.last_set?.checked_add(min_age).ok()
    }

    /// Whether a new password could be set for a caller verified by a code.
    pub fn can_be_reset(&self) -> bool {
        self.protected.is_none() && self.may_unlock && self.mobile.reachable().is_some()
    }
}

/// When and where an account may sign in. A limit that the operator may not read looks like no limit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SignInRestrictions {
    /// The logon hours.
    pub hours: LogonHours,
    /// The computers where it may sign in; empty: all.
    pub workstations: Vec<String>,
}

/// The registered number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mobile {
    /// No number is registered.
    Missing,
    /// The registered text is not a phone number.
    Unreadable,
    /// This number is registered.
    Registered(Phone),
}

impl Mobile {
    /// The number that a code can be sent to: any registered number but a Swedish landline.
    pub fn reachable(&self) -> Option<&Phone> {
        match self {
            Self::Registered(phone) if phone.reach() != SmsReach::SwedishLandline => Some(phone),
            _ => None,
        }
    }

    /// The registered number, even if no code can be sent to it.
    pub fn phone(&self) -> Option<&Phone> {
        match self {
            Self::Registered(phone) => Some(phone),
            _ => None,
        }
    }
}

/// Whether the account is locked after too many wrong passwords.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lock {
    /// Never locked, or unlocked since.
    Open,
    /// It was locked, and the lockout duration has passed. The directory keeps lockoutTime until the next successful
    /// sign-in.
    Lapsed {
        /// When it was locked.
        since: Timestamp,
    },
    /// It is locked.
    Locked {
        /// When it was locked, where the directory tells.
        since: Option<Timestamp>,
        /// When the lock ends by itself.
        opens: LockEnd,
    },
}

/// When a lock ends by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LockEnd {
    /// At this time.
    At(Timestamp),
    /// Never: someone must unlock it.
    OnlyManually,
    /// Depends on a policy that the operator may not read.
    Unknown,
}

/// How long a lockout lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LockoutDuration {
    /// For this long.
    Lasts(SignedDuration),
    /// Until someone unlocks the account.
    UntilUnlocked,
    /// Depends on a policy that the operator may not read.
    Unknown,
}

impl Lock {
    /// Combines what the directory tells. The computed lockout bit decides whether the account is locked; the stored
    /// lockoutTime only tells since when (MS-ADTS 3.1.1.4.5.17).
    pub fn from_directory(bit: bool, since: Option<Timestamp>, duration: LockoutDuration) -> Self {
        match (bit, since) {
            (false, None) => Self::Open,
            (false, Some(since)) => Self::Lapsed { since },
            (true, since) => Self::Locked { since, opens: LockEnd::after(since, duration) },
        }
    }

    /// Whether the account is locked.
    pub fn is_locked(&self) -> bool {
        matches!(self, Self::Locked { .. })
    }
}

impl LockEnd {
    fn after(since: Option<Timestamp>, duration: LockoutDuration) -> Self {
        match (since, duration) {
            (_, LockoutDuration::UntilUnlocked) => Self::OnlyManually,
            (Some(since), LockoutDuration::Lasts(span)) => since.checked_add(span).map_or(Self::OnlyManually, Self::At),
            (None, _) | (_, LockoutDuration::Unknown) => Self::Unknown,
        }
    }
}

/// The state of the password.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PasswordState {
    /// When it was last set; `None` also when it must be changed.
    pub last_set: Option<Timestamp>,
    /// When it expires; `None`: never, or it must be changed anyway.
    pub expires: Option<Timestamp>,
    /// It has expired.
    pub expired: bool,
    /// It must be changed at the next sign-in.
    pub must_change: bool,
    /// It never expires, so a demand to change it has no effect.
    pub never_expires: bool,
    /// It is marked to be changed although that has no effect.
    pub demand_without_effect: bool,
    /// Whether its owner may change it.
    pub own_change: OwnChange,
    /// Wrong passwords counted by the controller that was read.
    pub wrong_tries: u32,
    /// When the last wrong password was tried there.
    pub last_wrong_try: Option<Timestamp>,
}

impl PasswordState {
    /// Whether it must be changed before the owner can sign in.
    pub fn is_due(&self) -> bool {
        self.must_change || self.expired
    }

    /// Whether it must be changed and the owner may not change it.
    pub fn shuts_out(&self) -> bool {
        self.is_due() && self.own_change == OwnChange::Denied
    }
}

/// Why a servicedesk may not change an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Protection {
    /// The directory marks it as an administrator's (adminCount = 1).
    AdminCount,
    /// It is a member, directly or through other groups, of this protected group.
    MemberOf(String),
    /// It is below this protected DN, as written in the configuration.
    InProtectedUnit(String),
    /// It is the signed-in operator's own.
    OwnAccount,
    /// It belongs to one of `verification.supervisors`.
    Supervisor,
    /// Unknown, because the operator may not read this attribute. Treated as protected.
    Unknown(&'static str),
}

#[cfg(test)]
pub(in crate::domain) mod tests {
    use super::*;
    use crate::domain::policy::DirectoryPolicy;
    use crate::domain::policy::tests::WINDOWS;

    /// An account with nothing wrong.
    pub(in crate::domain) fn healthy() -> Account {
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
            sign_in: SignInRestrictions::default(),
            password: PasswordState::default(),
            smartcard_required: false,
            protected: None,
            policy: AppliedPolicy::Unreadable { pso: "x".into() },
            may_unlock: true,
            read_at: None,
        }
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn lapsed_lockout_is_not_a_lock() {
        let since = at("2026-01-02T08:00:00Z");
        let duration = LockoutDuration::Lasts(SignedDuration::from_mins(30));
        assert_eq!(Lock::from_directory(false, Some(since), duration), Lock::Lapsed { since });
        assert_eq!(
            Lock::from_directory(true, Some(since), duration),
            Lock::Locked { since: Some(since), opens: LockEnd::At(at("2026-01-02T08:30:00Z")) }
        );
    }

    #[test]
    fn lock_that_ends_after_the_calendar_never_ends() {
        let duration = LockoutDuration::Lasts(SignedDuration::MAX);
        let lock = Lock::from_directory(true, Some(Timestamp::MAX), duration);
        assert_eq!(lock, Lock::Locked { since: Some(Timestamp::MAX), opens: LockEnd::OnlyManually });
    }

    #[test]
    fn guid_is_formatted_like_windows() {
        let id = AccountId::from_bytes([
            0x33, 0x22, 0x11, 0x00, 0x55, 0x44, 0x77, 0x66, 0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff,
        ]);
        assert_eq!(id.to_string(), "00112233-4455-6677-8899-aabbccddeeff");
    }

    #[test]
    fn user_names_are_kept_as_written() {
        for text in ["jesrab01", "åsa.öberg", &"å".repeat(256)] {
            assert_eq!(AccountName::parse(text).map(|name| name.to_string()).as_deref(), Ok(text));
        }
        for text in ["", "a*b", "a@b", r"D\a", "a\u{7}", &"x".repeat(257)] {
            assert!(AccountName::parse(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn code_goes_to_any_number_but_swedish_landline() {
        let reachable = |text: &str| Mobile::Registered(Phone::parse(text).unwrap()).reachable().is_some();
        assert!(reachable("0701740605") && reachable("+47 406 12 345"));
        assert!(!reachable("08-465 004 00") && Mobile::Unreadable.reachable().is_none());
    }

    #[test]
    fn reset_needs_unprotected_account_right_and_number() {
        assert!(healthy().can_be_reset());
        for account in [
            Account { protected: Some(Protection::OwnAccount), ..healthy() },
            Account { may_unlock: false, ..healthy() },
            Account { mobile: Mobile::Missing, ..healthy() },
        ] {
            assert!(!account.can_be_reset(), "{account:?}");
        }
    }

    #[test]
    fn owner_may_change_password_again_after_minimum_age() {
        let set = at("2026-01-02T08:00:00Z");
        let account = |last_set, min_age| {
            let policy = AppliedPolicy::Known(DirectoryPolicy { min_age, ..WINDOWS });
            Account { password: PasswordState { last_set, ..PasswordState::default() }, policy, ..healthy() }
        };
        let day = Some(SignedDuration::from_hours(24));
        assert_eq!(account(Some(set), day).changeable_from(), Some(at("2026-01-03T08:00:00Z")));
        assert_eq!(account(None, day).changeable_from(), None);
        assert_eq!(account(Some(set), None).changeable_from(), None);
    }
}
