//! One account as each controller of its domain has it, and what follows from comparing them. Wrong tries are counted
//! on each by itself and locks take time to spread (MS-ADTS 3.1.1.5.5; MS-SAMR 3.1.1.7.1), so that one alone may not
//! know why somebody cannot sign in.

use jiff::{SignedDuration, Timestamp};

use super::dn::Dn;

/// A clock that is further off is told of: Kerberos bears five minutes (RFC 4120, 8.2).
pub const CLOCK_MARGIN: SignedDuration = SignedDuration::from_secs(60);

/// An account as one controller has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replica {
    /// The controller's full name.
    pub server: String,
    /// The name that other controllers' records of it have: the DN of its settings.
    pub settings_dn: String,
    /// It is the PDC emulator, which hears of every wrong password.
    pub pdc_emulator: bool,
    /// Locked now.
    pub locked: bool,
    /// Since when; also told of a lock that has lapsed.
    pub lockout_time: Option<Timestamp>,
    /// Wrong passwords, counted by this controller.
    pub wrong_tries: u32,
    /// When the last of them was.
    pub last_wrong_try: Option<Timestamp>,
    /// When the password was set; `None`: it must be changed, or never was.
    pub password_last_set: Option<Timestamp>,
    /// How far the controller's clock is ahead of this computer's, to the second.
    pub clock_ahead: SignedDuration,
    /// Who set the lock, and when, where the directory keeps that and tells.
    pub lock_change: Option<LockChange>,
}

/// The directory's own record of who changed the lock last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockChange {
    /// When.
    pub at: Timestamp,
    /// The DN of the controller's settings.
    pub settings_dn: String,
}

/// Where a lock arose, and how that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockOrigin {
    /// The controller.
    pub server: String,
    /// How it is known.
    pub evidence: OriginEvidence,
}

/// How it is known where a lock arose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OriginEvidence {
    /// The directory keeps who changed what.
    Replication,
    /// Of those that have the lock, this one counted the most wrong tries.
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

/// Where the lock arose; `None`: there is none, or nothing tells.
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

/// How they see the lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LockSpread {
    /// None of them has it.
    Nowhere,
    /// All of them have it.
    Everywhere,
    /// So many have it.
    Somewhere(usize),
}

/// How they see the lock, those that were reached.
pub fn lock_spread(replicas: &[Replica]) -> LockSpread {
    match replicas.iter().filter(|replica| replica.locked).count() {
        0 => LockSpread::Nowhere,
        all if all == replicas.len() => LockSpread::Everywhere,
        some => LockSpread::Somewhere(some),
    }
}

/// Controllers that see the lock differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockDisagreement {
    /// Their full names, where the account is locked.
    pub locked_on: Vec<String>,
    /// And where it is not.
    pub open_on: Vec<String>,
    /// Since when, where one of them tells.
    pub since: Option<Timestamp>,
}

/// How those that were reached differ about the lock; `None`: they agree.
pub fn disagreement(replicas: &[Replica]) -> Option<LockDisagreement> {
    let LockSpread::Somewhere(_) = lock_spread(replicas) else { return None };
    let (locked, open): (Vec<_>, Vec<_>) = replicas.iter().partition(|replica| replica.locked);
    let since = locked.iter().filter_map(|replica| replica.lockout_time).min();
    let names = |replicas: Vec<&Replica>| replicas.into_iter().map(|replica| replica.server.clone()).collect();
    Some(LockDisagreement { locked_on: names(locked), open_on: names(open), since })
}

/// Whether all have the same password, by when it was set.
pub fn same_password(replicas: &[Replica]) -> bool {
    replicas.windows(2).all(|pair| pair[0].password_last_set == pair[1].password_last_set)
}

/// `DC3` of `CN=NTDS Settings,CN=DC3,CN=Servers,…`: one that was not asked.
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
