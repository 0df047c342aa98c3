//! Compares an account on all controllers of its domain. Each controller counts wrong passwords by itself, and locks
//! take time to replicate (MS-ADTS 3.1.1.5.5; MS-SAMR 3.1.1.7.1), so one controller alone may not know why someone
//! cannot sign in.

use jiff::{SignedDuration, Timestamp};

use super::dn::Dn;

/// The greatest difference between clocks that is not reported. Kerberos tolerates five minutes (RFC 4120, 8.2).
pub const CLOCK_MARGIN: SignedDuration = SignedDuration::from_secs(60);

/// An account on one controller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replica {
    /// The controller's full name.
    pub server: String,
    /// The DN of its NTDS settings, by which other controllers refer to it.
    pub settings_dn: String,
    /// Whether it is the PDC emulator, which other controllers tell about every wrong password.
    pub pdc_emulator: bool,
    /// Whether the account is locked.
    pub locked: bool,
    /// When it was locked, also if the lock has lapsed.
    pub lockout_time: Option<Timestamp>,
    /// Wrong passwords counted by this controller.
    pub wrong_tries: u32,
    /// When the last wrong password was tried here.
    pub last_wrong_try: Option<Timestamp>,
    /// When the password was set; `None`: it must be changed, or was never set.
    pub password_last_set: Option<Timestamp>,
    /// How far the controller's clock is ahead of this computer's, in whole seconds.
    pub clock_ahead: SignedDuration,
    /// Where and when the lock was last changed, where the directory tells.
    pub lock_change: Option<LockChange>,
}

/// The replication metadata of the last change of the lock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockChange {
    /// The time of the change.
    pub at: Timestamp,
    /// The DN of the NTDS settings of the controller where it was made.
    pub settings_dn: String,
}

/// The controller where the account was locked, and how that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockOrigin {
    /// The controller.
    pub server: String,
    /// How it is known.
    pub evidence: OriginEvidence,
}

/// How it is known where the account was locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OriginEvidence {
    /// From replication metadata.
    Replication,
    /// This controller counted the most wrong passwords of those where the account is locked.
    WrongTries,
}

impl OriginEvidence {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Replication => "replication_metadata",
            Self::WrongTries => "wrong_tries",
        }
    }
}

/// Returns the controller where the account was locked; `None`: it is not locked, or that is not known.
pub fn lock_origin(replicas: &[Replica]) -> Option<LockOrigin> {
    let locked = || replicas.iter().filter(|replica| replica.locked);
    let change = locked().filter_map(|replica| replica.lock_change.as_ref()).max_by_key(|change| change.at);
    let name = |LockChange { settings_dn, .. }: &LockChange| {
        let known = replicas.iter().find(|replica| Dn::same(&replica.settings_dn, settings_dn));
        known.map(|replica| replica.server.clone()).or_else(|| short_name(settings_dn))
    };
    if let Some(server) = change.and_then(name) {
        return Some(LockOrigin { server, evidence: OriginEvidence::Replication });
    }
    let most = locked().filter(|replica| replica.wrong_tries > 0);
    let most = most.max_by_key(|replica| (replica.wrong_tries, replica.last_wrong_try))?;
    Some(LockOrigin { server: most.server.clone(), evidence: OriginEvidence::WrongTries })
}

/// On how many controllers an account is locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LockSpread {
    /// On none.
    Nowhere,
    /// On all.
    Everywhere,
    /// On this many, but not all.
    Somewhere(usize),
}

/// Returns on how many of the reached controllers the account is locked.
pub fn lock_spread(replicas: &[Replica]) -> LockSpread {
    match replicas.iter().filter(|replica| replica.locked).count() {
        0 => LockSpread::Nowhere,
        all if all == replicas.len() => LockSpread::Everywhere,
        some => LockSpread::Somewhere(some),
    }
}

/// Controllers that disagree whether an account is locked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockDisagreement {
    /// The full names of those where it is locked.
    pub locked_on: Vec<String>,
    /// The full names of those where it is not.
    pub open_on: Vec<String>,
    /// When it was first locked, where one of them tells.
    pub since: Option<Timestamp>,
}

/// Returns how the reached controllers disagree about the lock; `None`: they agree.
pub fn disagreement(replicas: &[Replica]) -> Option<LockDisagreement> {
    let LockSpread::Somewhere(_) = lock_spread(replicas) else { return None };
    let (locked, open): (Vec<_>, Vec<_>) = replicas.iter().partition(|replica| replica.locked);
    let since = locked.iter().filter_map(|replica| replica.lockout_time).min();
    let names = |replicas: Vec<&Replica>| replicas.into_iter().map(|replica| replica.server.clone()).collect();
    Some(LockDisagreement { locked_on: names(locked), open_on: names(open), since })
}

/// Whether all controllers have the same password, judged by when it was set.
pub fn same_password(replicas: &[Replica]) -> bool {
    replicas.windows(2).all(|pair| pair[0].password_last_set == pair[1].password_last_set)
}

/// Returns the name of a controller that was not read: `DC3` of `CN=NTDS Settings,CN=DC3,CN=Servers,…`.
fn short_name(settings_dn: &str) -> Option<String> {
    let (_, name) = settings_dn.split(',').nth(1)?.split_once('=')?;
    Some(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn replica(name: &str) -> Replica {
        Replica {
            server: format!("{}.ad.example", name.to_lowercase()),
            settings_dn: settings(name),
            pdc_emulator: false,
            locked: false,
            lockout_time: None,
            wrong_tries: 0,
            last_wrong_try: None,
            password_last_set: None,
            clock_ahead: SignedDuration::ZERO,
            lock_change: None,
        }
    }

    fn settings(name: &str) -> String {
        format!("CN=NTDS Settings,CN={name},CN=Servers,CN=Skolan,CN=Sites,CN=Configuration,DC=ad,DC=example")
    }

    fn locked(name: &str, wrong_tries: u32) -> Replica {
        Replica { locked: true, wrong_tries, ..replica(name) }
    }

    fn by(name: &str, second: i64) -> Option<LockChange> {
        Some(LockChange { at: Timestamp::from_second(second).unwrap(), settings_dn: settings(name).to_lowercase() })
    }

    fn origin(replicas: &[Replica]) -> Option<(String, OriginEvidence)> {
        lock_origin(replicas).map(|origin| (origin.server, origin.evidence))
    }

    #[test]
    fn the_directorys_own_record_is_believed_before_any_count() {
        let spread = [
            Replica { lock_change: by("DC2", 9), ..locked("DC1", 7) },
            Replica { lock_change: by("DC2", 9), ..locked("DC2", 1) },
        ];
        assert_eq!(origin(&spread), Some(("dc2.ad.example".into(), OriginEvidence::Replication)));
        let newer = [
            Replica { lock_change: by("DC1", 9), ..locked("DC1", 7) },
            Replica { lock_change: by("DC2", 10), ..locked("DC2", 1) },
        ];
        assert_eq!(origin(&newer).unwrap().0, "dc2.ad.example");
    }

    #[test]
    fn a_record_of_an_unlock_says_nothing_of_the_lock() {
        let replicas = [Replica { lock_change: by("DC1", 99), ..replica("DC1") }, locked("DC2", 3)];
        assert_eq!(origin(&replicas), Some(("dc2.ad.example".into(), OriginEvidence::WrongTries)));
    }

    #[test]
    fn one_that_was_not_asked_goes_by_its_short_name() {
        let replicas = [Replica { lock_change: by("DC3", 9), ..locked("DC1", 7) }];
        assert_eq!(origin(&replicas), Some(("dc3".into(), OriginEvidence::Replication)));
    }

    #[test]
    fn the_most_wrong_tries_and_among_equals_the_latest() {
        let late = |replica: Replica, second| Replica {
            last_wrong_try: Some(Timestamp::from_second(second).unwrap()),
            ..replica
        };
        let replicas =
            [late(locked("DC1", 2), 9), late(locked("DC2", 5), 1), late(locked("DC3", 5), 2), replica("DC4")];
        assert_eq!(origin(&replicas), Some(("dc3.ad.example".into(), OriginEvidence::WrongTries)));
        assert_eq!(origin(&[locked("DC1", 0)]), None);
        assert_eq!(origin(&[Replica { wrong_tries: 4, ..replica("DC1") }]), None);
    }

    #[test]
    fn whether_they_agree() {
        assert_eq!(lock_spread(&[]), LockSpread::Nowhere);
        assert_eq!(lock_spread(&[locked("DC1", 0), locked("DC2", 0)]), LockSpread::Everywhere);
        assert_eq!(lock_spread(&[locked("DC1", 0), replica("DC2")]), LockSpread::Somewhere(1));
        let both = disagreement(&[locked("DC1", 0), replica("DC2")]).unwrap();
        assert_eq!((both.locked_on, both.open_on), (vec!["dc1.ad.example".into()], vec!["dc2.ad.example".into()]));
        assert!([vec![], vec![replica("DC1")], vec![locked("DC1", 0)]].iter().all(|same| disagreement(same).is_none()));
        let set = |second| Replica { password_last_set: Some(Timestamp::from_second(second).unwrap()), ..replica("D") };
        assert!(same_password(&[set(1), set(1)]) && same_password(&[set(1)]) && !same_password(&[set(1), set(2)]));
    }
}
