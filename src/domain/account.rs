//! A person's account, in the domain's own terms: no LDAP attributes or encodings.

mod lockout;
mod mobile;

use std::fmt;

use jiff::{SignedDuration, Timestamp};

pub use lockout::{Lock, LockEnd, LockoutDuration, time_ahead};
pub use mobile::{Mobile, NotANumberOf, NumberAttribute, RegisteredNumber, RegisteredNumbers, Unreachable};

use super::dn::Dn;
use super::hours::LogonHours;
use super::last_sign_in::LastSignIn;
use super::must_change::OwnChange;
use super::policy::AppliedPolicy;

/// How long before its expiry an account is reported as expiring soon.
const SOON: SignedDuration = SignedDuration::from_hours(24);

/// A user name (sAMAccountName): 1 to 256 characters, no control character and none of `" / \ [ ] : ; | = , + * ? < >
/// @` (MS-SAMR 3.1.1.6).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AccountName(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a user name")]
pub struct NotAnAccountName;

impl AccountName {
    /// Parses a user name.
    ///
    /// # Errors
    /// [`NotAnAccountName`] when it is empty, too long, or has a character that no user name has.
    pub fn parse(text: &str) -> Result<Self, NotAnAccountName> {
        let forbidden = |c: char| c.is_control() || r#""/\[]:;|=,+*?<>@"#.contains(c);
        if text.is_empty() || text.chars().count() > 256 || text.contains(forbidden) {
            return Err(NotAnAccountName);
        }
        Ok(Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AccountName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The identifier that an account keeps when it is renamed (objectGUID).
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct AccountId([u8; 16]);

impl AccountId {
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    pub fn bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

/// Formats like Windows: the first three groups are little-endian.
impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const ORDER: [usize; 16] = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
        for (i, byte) in ORDER.iter().enumerate() {
            if matches!(i, 4 | 6 | 8 | 10) {
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

#[derive(Debug, Clone)]
pub struct Account {
    pub id: AccountId,
    pub name: AccountName,
    pub dn: String,
    pub upn: Option<String>,
    /// The displayName; the user name where there is none.
    pub display_name: String,
    pub mail: Option<String>,
    /// Tells apart two people of the same name.
    pub department: Option<String>,
    /// What they do there.
    pub title: Option<String>,
    /// The DN of their manager's account.
    pub manager: Option<String>,
    /// Where they work.
    pub office: Option<String>,
    /// Their telephone at work. No codes are sent to it.
    pub telephone: Option<String>,
    /// The registered number that codes are sent to.
    pub mobile: Mobile,
    /// When that number was last changed; `None` when the directory does not say.
    pub mobile_changed: Option<Timestamp>,
    /// Other registered numbers that codes can be sent to.
    pub other_mobiles: Vec<RegisteredNumber>,
    pub lock: Lock,
    /// Disabled by an administrator.
    pub disabled: bool,
    /// When the account itself expires.
    pub expires: Option<Timestamp>,
    /// `None`: never, or it cannot be read.
    pub last_sign_in: Option<LastSignIn>,
    pub sign_in: SignInRestrictions,
    pub password: PasswordState,
    /// Signs in with a smart card, so the password is not the problem.
    pub smartcard_required: bool,
    /// Why it must not be changed with this program; `None`: it may be.
    pub protected: Option<Protection>,
    pub policy: AppliedPolicy,
    /// Whether the operator may unlock it. Resetting unlocks too, so it needs the same right.
    pub may_unlock: bool,
    /// When it was read, by the clock of the controller that its times come from; `None` when unknown.
    pub read_at: Option<Timestamp>,
}

impl Account {
    /// The time to compare the account's times with: the clock of the controller that read it, or else `now`.
    pub fn controller_time(&self, now: Timestamp) -> Timestamp {
        self.read_at.unwrap_or(now)
    }

    /// Whether it was locked at a time that has not been yet: some clock is wrong.
    pub fn locked_in_future(&self, now: Timestamp) -> bool {
        matches!(&self.lock, Lock::Locked { since: Some(since), .. } if time_ahead(*since, self.controller_time(now)).is_some())
    }

    /// The name of the manager's entry. Often a display name; reading that would cost another request.
    pub fn manager_name(&self) -> Option<String> {
        let dn = self.manager.as_ref()?;
        Some(Dn::parse(dn).map_or_else(|| dn.clone(), |dn| dn.rdn_value().to_owned()))
    }

    pub fn expired(&self, now: Timestamp) -> bool {
        self.expires.is_some_and(|end| end <= self.controller_time(now))
    }

    /// Whether it expires within a day, but has not yet.
    pub fn expires_soon(&self, now: Timestamp) -> bool {
        !self.expired(now) && self.expires.is_some_and(|end| end.duration_since(self.controller_time(now)) <= SOON)
    }

    pub fn outside_hours(&self, now: Timestamp) -> bool {
        !self.sign_in.hours.allow(self.controller_time(now))
    }

    /// When the owner may change the password again (minimum password age); `None`: now, or the policy is unreadable.
    pub fn changeable_from(&self) -> Option<Timestamp> {
        let min_age = self.policy.known()?.min_age?;
        self.password.last_set?.checked_add(min_age).ok()
    }

    /// Whether the password can be reset for a caller verified by a code.
    pub fn can_be_reset(&self) -> bool {
        self.protected.is_none() && self.may_unlock && self.mobile.reachable().is_some()
    }
}

/// When and where an account may sign in. Restrictions that the operator may not read count as none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SignInRestrictions {
    pub hours: LogonHours,
    /// Empty: any computer.
    pub workstations: Vec<String>,
    /// The operator may not read them.
    pub are_hours_hidden: bool,
    pub are_workstations_hidden: bool,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PasswordState {
    /// `None` also when it must be changed.
    pub last_set: Option<Timestamp>,
    /// `None`: never, or it must be changed anyway.
    pub expires: Option<Timestamp>,
    pub expired: bool,
    /// Must be changed at the next sign-in.
    pub must_change: bool,
    /// The password never expires, which makes must-change ineffective.
    pub never_expires: bool,
    /// Must-change is set although the password never expires.
    pub ineffective_must_change: bool,
    /// Whether the owner may change it.
    pub own_change: OwnChange,
    /// Counted by the controller that was read.
    pub wrong_tries: u32,
    pub last_wrong_try: Option<Timestamp>,
}

impl PasswordState {
    /// Whether the owner must choose a new password when signing in.
    pub fn change_required(&self) -> bool {
        self.must_change || self.expired
    }

    /// Whether the owner must change it but may not, and so cannot sign in.
    pub fn prevents_sign_in(&self) -> bool {
        self.change_required() && self.own_change == OwnChange::Denied
    }
}

/// Why an account must not be changed with this program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Protection {
    /// Marked by the directory as an administrator's account (adminCount = 1).
    AdminCount,
    /// A direct or nested member of a protected group.
    MemberOf(String),
    /// Below a protected unit, by the DN as configured.
    InProtectedUnit(String),
    /// The signed-in operator's own account.
    OwnAccount,
    /// Listed in `verification.supervisors`.
    Supervisor,
    /// The operator may not read this attribute, so protection cannot be ruled out.
    Unknown(&'static str),
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::domain::phone::Phone;

    /// Someone with nothing wrong.
    pub(crate) fn healthy() -> Account {
        Account {
            id: AccountId::from_bytes([0; 16]),
            name: AccountName::parse("jesrab01").unwrap(),
            dn: "CN=x".into(),
            upn: None,
            display_name: "Jesper".into(),
            mail: None,
            department: None,
            title: None,
            manager: None,
            office: None,
            telephone: None,
            mobile: Mobile::Registered(Phone::parse("0701740605").unwrap()),
            mobile_changed: None,
            other_mobiles: vec![],
            lock: Lock::Open,
            disabled: false,
            expires: None,
            last_sign_in: None,
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
    fn a_lapsed_lockout_is_not_a_lock() {
        let since = at("2026-01-02T08:00:00Z");
        let duration = LockoutDuration::Lasts(SignedDuration::from_mins(30));
        assert_eq!(Lock::from_directory(false, Some(since), duration), Lock::Lapsed { since });
        assert_eq!(
            Lock::from_directory(true, Some(since), duration),
            Lock::Locked { since: Some(since), opens: LockEnd::At(at("2026-01-02T08:30:00Z")) }
        );
    }

    #[test]
    fn arithmetic_past_the_calendar_is_never() {
        let duration = LockoutDuration::Lasts(SignedDuration::MAX);
        let lock = Lock::from_directory(true, Some(Timestamp::MAX), duration);
        assert_eq!(lock, Lock::Locked { since: Some(Timestamp::MAX), opens: LockEnd::OnlyManually });
    }

    #[test]
    fn guid_as_windows_writes_it() {
        let id = AccountId::from_bytes([
            0x33, 0x22, 0x11, 0x00, 0x55, 0x44, 0x77, 0x66, 0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff,
        ]);
        assert_eq!(id.to_string(), "00112233-4455-6677-8899-aabbccddeeff");
    }

    #[test]
    fn user_name_has_no_forbidden_character() {
        assert!(AccountName::parse("jesrab01").is_ok());
        assert!(AccountName::parse("åsa.öberg").is_ok());
        for text in ["", "a*b", "a@b", r"D\a", "a\u{7}", &"x".repeat(257)] {
            assert!(AccountName::parse(text).is_err(), "{text:?}");
        }
    }
}
