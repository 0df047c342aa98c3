//! Restrictions that prevent a sign-in at this time or computer, although the account is open and the password right.

use jiff::Timestamp;

use super::account::Account;

/// When sign-in is allowed next.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SignInFrom {
    #[default]
    Now,
    At(Timestamp),
    /// At no hour of the week (the controller answers 530).
    Never,
}

/// The hours and computers of one account (MS-ADA1 logonHours, MS-ADA3 userWorkstations).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CurrentRestrictions {
    pub allowed_from: SignInFrom,
    /// Empty: any computer.
    pub computers: Vec<String>,
    /// The time of this evaluation, by the controller's clock if known.
    pub read_at: Timestamp,
}

impl CurrentRestrictions {
    /// Evaluates an account at `now`.
    pub fn of(account: &Account, now: Timestamp) -> Self {
        let read_at = account.controller_time(now);
        let allowed_from = match account.sign_in.hours.next_allowed(read_at) {
            _ if !account.outside_hours(now) => SignInFrom::Now,
            Some(time) => SignInFrom::At(time),
            None => SignInFrom::Never,
        };
        Self { allowed_from, computers: account.sign_in.workstations.clone(), read_at }
    }

    pub fn within_hours(&self) -> bool {
        self.allowed_from == SignInFrom::Now
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
            let sign_in = SignInRestrictions {
                hours: LogonHours::from_bytes(&bits),
                workstations: vec!["PC1".into()],
                ..SignInRestrictions::default()
            };
            CurrentRestrictions::of(&Account { sign_in, ..healthy() }, now)
        };
        assert_eq!((of([0; 21]).allowed_from, of([0; 21]).within_hours()), (SignInFrom::Never, false));
        assert_eq!((of([u8::MAX; 21]).allowed_from, of([u8::MAX; 21]).within_hours()), (SignInFrom::Now, true));
        let mut later = [0; 21];
        later[4] = 1 << 6;
        assert_eq!(of(later).allowed_from, SignInFrom::At("2026-05-04T14:00:00Z".parse().unwrap()));
        assert_eq!(of(later).computers, ["PC1"]);
    }
}
