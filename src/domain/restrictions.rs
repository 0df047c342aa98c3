//! Logon hours and computers: why someone may be unable to sign in although the account is open and the password right.

use jiff::Timestamp;

use super::account::Account;

/// When the logon hours allow signing in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SignInFrom {
    /// Now.
    #[default]
    Now,
    /// From this time on.
    At(Timestamp),
    /// At no hour of the week (the controller answers error 530).
    Never,
}

/// The logon hours and computers of one account (MS-ADA1 logonHours, MS-ADA3 userWorkstations).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CurrentRestrictions {
    /// When the hours allow signing in.
    pub begin: SignInFrom,
    /// The computers where it may sign in; empty: all.
    pub computers: Vec<String>,
    /// When that was read, by the controller's clock where it is known.
    pub read_at: Timestamp,
}

impl CurrentRestrictions {
    /// Returns the restrictions of an account at `now`.
    pub fn of(account: &Account, now: Timestamp) -> Self {
        let read_at = account.judged_at(now);
        let begin = match account.sign_in.hours.begin(read_at) {
            _ if !account.outside_hours(now) => SignInFrom::Now,
            Some(begin) => SignInFrom::At(begin),
            None => SignInFrom::Never,
        };
        Self { begin, computers: account.sign_in.workstations.clone(), read_at }
    }

    /// Whether the hours allow signing in now.
    pub fn within_hours(&self) -> bool {
        self.begin == SignInFrom::Now
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::SignInRestrictions;
    use crate::domain::account::tests::healthy;
    use crate::domain::hours::LogonHours;

    #[test]
    fn restrictions_are_those_of_the_hours_and_the_computers() {
        // A Monday, 12:00 UTC: byte 4 is Monday 08:00 to 16:00.
        let now: Timestamp = "2026-05-04T12:00:00Z".parse().unwrap();
        let of = |bits: [u8; 21]| {
            let sign_in = SignInRestrictions { hours: LogonHours::from_bytes(&bits), workstations: vec!["PC1".into()] };
            CurrentRestrictions::of(&Account { sign_in, ..healthy() }, now)
        };
        assert_eq!((of([0; 21]).begin, of([0; 21]).within_hours()), (SignInFrom::Never, false));
        assert_eq!((of([u8::MAX; 21]).begin, of([u8::MAX; 21]).within_hours()), (SignInFrom::Now, true));
        let mut later = [0; 21];
        later[4] = 1 << 6;
        assert_eq!(of(later).begin, SignInFrom::At("2026-05-04T14:00:00Z".parse().unwrap()));
        assert_eq!(of(later).computers, ["PC1"]);
    }
}
