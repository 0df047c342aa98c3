//! When somebody last signed in, as far as one controller knows.

use jiff::{SignedDuration, Timestamp};

/// A sign-in that sets both times sets them one after the other (seen with Samba).
const SAME: SignedDuration = SignedDuration::from_mins(1);

/// The latest sign-in that a controller knows of. There may have been later ones at other controllers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastSignIn {
    pub at: Timestamp,
    /// Whether it was at the controller that was asked. Otherwise it is replicated, which happens only every 9 to 14 days
    /// (MS-ADA1 2.351): the latest one may be up to 14 days later.
    pub is_here: bool,
}

impl LastSignIn {
    /// `here`: at the controller that was asked (lastLogon). `replicated`: at any controller (lastLogonTimestamp).
    pub fn latest(here: Option<Timestamp>, replicated: Option<Timestamp>) -> Option<Self> {
        match (here, replicated) {
            (Some(here), Some(replicated)) if replicated.duration_since(here) > SAME => {
                Some(Self::elsewhere(replicated))
            }
            (Some(at), _) => Some(Self { at, is_here: true }),
            (None, replicated) => replicated.map(Self::elsewhere),
        }
    }

    fn elsewhere(at: Timestamp) -> Self {
        Self { at, is_here: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latest_of_both_counts() {
        let at = |day: i8| Some(format!("2026-05-{day:02}T12:00:00Z").parse().unwrap());
        for (here, replicated, expected) in [
            (None, None, None),
            (at(4), None, Some((4, true))),
            (None, at(4), Some((4, false))),
            (at(4), at(3), Some((4, true))),
            (at(3), at(4), Some((4, false))),
            (at(4), at(4), Some((4, true))),
        ] {
            let expected = expected.map(|(day, is_here)| LastSignIn { at: at(day).unwrap(), is_here });
            assert_eq!(LastSignIn::latest(here, replicated), expected, "{here:?} {replicated:?}");
        }
        let here = at(4).unwrap();
        let after = |seconds| LastSignIn::latest(Some(here), Some(here + SignedDuration::from_secs(seconds))).unwrap();
        assert_eq!(after(60), LastSignIn { at: here, is_here: true });
        assert!(!after(61).is_here);
    }
}
