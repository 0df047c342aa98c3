//! The caller's entry in the directory, as facts: what is so, never what it is called on the wire.

use std::fmt;

use jiff::{SignedDuration, Timestamp};

use super::hours::LogonHours;
use super::must_change::OwnChange;
use super::phone::{Phone, SmsReach};
use super::policy::AppliedPolicy;

/// An account that ends within this is told of beforehand.
const SOON: SignedDuration = SignedDuration::from_hours(24);

/// A user name as the directory keeps it (sAMAccountName): 1 to 256 characters, none of
/// `" / \ [ ] : ; | = , + * ? < > @` and no control character (MS-SAMR 3.1.1.6).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AccountName(String);

/// A text that cannot be a user name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a user name")]
pub struct NotAnAccountName;

impl AccountName {
    /// Takes a text that could be a user name.
    ///
    /// # Errors
    /// [`NotAnAccountName`] when it is empty, too long, or has a character no user name has.
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

/// The identifier an account keeps for life, whatever it is renamed to (objectGUID).
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct AccountId([u8; 16]);

impl AccountId {
    /// From the sixteen bytes the directory stores.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The sixteen bytes.
    pub fn bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

/// As Windows writes it: the first three groups are little-endian.
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
    /// The identifier that survives a change of name.
    pub id: AccountId,
    /// sAMAccountName.
    pub name: AccountName,
    /// Where it stands in the directory.
    pub dn: String,
    /// userPrincipalName.
    pub upn: Option<String>,
    /// The name shown to people; the user name where there is none.
    pub display_name: String,
    /// Mail address.
    pub mail: Option<String>,
    /// Department, which tells two people of the same name apart.
    pub department: Option<String>,
    /// The registered number that codes go to.
    pub mobile: Mobile,
    /// When that number was last changed, where the directory tells.
    pub mobile_changed: Option<Timestamp>,
    /// Whether it is locked now.
    pub lock: Lock,
    /// Switched off by an administrator.
    pub disabled: bool,
    /// When the account itself ends.
    pub expires: Option<Timestamp>,
    /// When and where it may sign in.
    pub sign_in: SignInRestrictions,
    /// The state of its password.
    pub password: PasswordState,
    /// Signs in with a card; the password is not what keeps this person out.
    pub smartcard_required: bool,
    /// Why nobody may change it from here, if so.
    pub protected: Option<Protection>,
    /// The password rules that apply.
    pub policy: AppliedPolicy,
    /// Whether this operator may unlock it; a reset unlocks as well.
    pub may_unlock: bool,
    /// When it was read, by the clock of the controller that keeps its times; `None`: that was not told.
    pub read_at: Option<Timestamp>,
}

impl Account {
    /// The time by which it is judged: that of the controller which read it, whose times the account's are; else `now`.
    pub fn judged_at(&self, now: Timestamp) -> Timestamp {
        self.read_at.unwrap_or(now)
    }

    /// Whether the account had ended at `now`.
    pub fn expired(&self, now: Timestamp) -> bool {
        self.expires.is_some_and(|end| end <= self.judged_at(now))
    }

    /// Whether it has not ended, but will within a day.
    pub fn expires_soon(&self, now: Timestamp) -> bool {
        !self.expired(now) && self.expires.is_some_and(|end| end.duration_since(self.judged_at(now)) <= SOON)
    }

    /// Whether it is outside the hours in which it may sign in.
    pub fn outside_hours(&self, now: Timestamp) -> bool {
        !self.sign_in.hours.allow(self.judged_at(now))
    }

    /// Before this its owner may not change the password again, by the policy's minimum age; `None`: at once, or the
    /// policy may not be read.
    pub fn changeable_from(&self) -> Option<Timestamp> {
        let min_age = self.policy.known()?.min_age?;
        self.password.last_set?.checked_add(min_age).ok()
    }

    /// Whether a new password could be set from here, for a caller verified by a code.
    pub fn can_be_reset(&self) -> bool {
        self.protected.is_none() && self.may_unlock && self.mobile.reachable().is_some()
    }
}

/// When and where an account may sign in. What the operator may not read is not told apart from no limit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SignInRestrictions {
    /// In these hours.
    pub hours: LogonHours,
    /// Only at these computers; empty: at any.
    pub workstations: Vec<String>,
}

/// The registered number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mobile {
    /// There is none.
    Missing,
    /// Something is registered that is no phone number.
    Unreadable,
    /// A number.
    Registered(Phone),
}

impl Mobile {
    /// The number a code can be sent to: any registered one but a Swedish landline.
    pub fn reachable(&self) -> Option<&Phone> {
        match self {
            Self::Registered(phone) if phone.reach() != SmsReach::SwedishLandline => Some(phone),
            _ => None,
        }
    }

    /// The registered number, whatever it is good for.
    pub fn phone(&self) -> Option<&Phone> {
        match self {
            Self::Registered(phone) => Some(phone),
            _ => None,
        }
    }
}

/// Whether too many wrong passwords keep the account shut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lock {
    /// Never locked, or unlocked since.
    Open,
    /// It was locked, but the time is up: no longer a lock, though the directory keeps the mark
    /// until the next successful sign-in.
    Lapsed {
        /// When it was locked.
        since: Timestamp,
    },
    /// Locked now.
    Locked {
        /// When, where the directory tells.
        since: Option<Timestamp>,
        /// When it opens by itself.
        opens: LockEnd,
    },
}

/// When a lock ends by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LockEnd {
    /// At this time.
    At(Timestamp),
    /// Not until someone unlocks it.
    OnlyManually,
    /// A policy decides that this operator may not read.
    Unknown,
}

/// How long a lockout lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LockoutDuration {
    /// For this long.
    Lasts(SignedDuration),
    /// Until someone unlocks.
    UntilUnlocked,
    /// In a policy this operator may not read.
    Unknown,
}

impl Lock {
    /// From what the directory tells: the computed lock bit is the truth, the stored time only
    /// says since when (MS-ADTS 3.1.1.4.5.17).
    pub fn from_directory(bit: bool, since: Option<Timestamp>, duration: LockoutDuration) -> Self {
        match (bit, since) {
            (false, None) => Self::Open,
            (false, Some(since)) => Self::Lapsed { since },
            (true, since) => Self::Locked { since, opens: LockEnd::after(since, duration) },
        }
    }

    /// Whether it is locked now.
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
    /// When it runs out; `None`: never, or it must be changed anyway.
    pub expires: Option<Timestamp>,
    /// It has run out.
    pub expired: bool,
    /// It must be changed at the next sign-in.
    pub must_change: bool,
    /// It never runs out, and a demand to change it has no effect.
    pub never_expires: bool,
    /// Such a demand stands all the same.
    pub demand_without_effect: bool,
    /// Whether its owner may change it.
    pub own_change: OwnChange,
    /// Wrong tries counted on the server that was asked.
    pub wrong_tries: u32,
    /// The last of them.
    pub last_wrong_try: Option<Timestamp>,
}

impl PasswordState {
    /// Whether a sign-in with it ends in choosing another.
    pub fn is_due(&self) -> bool {
        self.must_change || self.expired
    }

    /// Whether it shuts its owner out: another is to be chosen, and they may not.
    pub fn shuts_out(&self) -> bool {
        self.is_due() && self.own_change == OwnChange::Denied
    }
}

/// Why an account is not to be changed from a servicedesk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Protection {
    /// Marked by the directory as an administrator's (adminCount = 1).
    AdminCount,
    /// Member, directly or through other groups, of a group that the configuration names.
    MemberOf(String),
    /// Below an entry that the configuration names, by its DN as written there.
    InProtectedUnit(String),
    /// The signed-in operator's own.
    OwnAccount,
    /// That of one of `verification.supervisors`.
    Supervisor,
    /// Whether it is cannot be told, for this attribute may not be read.
    Unknown(&'static str),
}

#[cfg(test)]
pub(in crate::domain) mod tests {
    use super::*;
    use crate::domain::policy::DirectoryPolicy;
    use crate::domain::policy::tests::WINDOWS;

    /// Someone with nothing wrong.
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
