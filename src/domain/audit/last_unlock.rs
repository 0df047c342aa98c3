//! When an account was last unlocked from here, according to its records.

use jiff::Timestamp;

use super::{Action, AuditRecord, Step};

/// Returns when the newest unlock or reset that was done, or may have been, began: a lockout before that is the one that it
/// ended. `records`: those of one account with their numbers, newest first.
pub fn last_unlock(records: &[(i64, AuditRecord)]) -> Option<Timestamp> {
    let is_unlock = |record: &&AuditRecord| {
        matches!(record.act.action, Action::Unlock | Action::Reset) && matches!(record.step, Step::Done | Step::Partly)
    };
    let done = records.iter().map(|(_, record)| record).find(is_unlock)?;
    let intent = records.iter().find(|(number, _)| Some(*number) == done.intent);
    Some(intent.map_or(done.at, |(_, intent)| intent.at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::audit::tests::act;
    use crate::domain::audit::{Act, Actor};

    fn record(second: i64, action: Action, step: Step, intent: Option<i64>) -> AuditRecord {
        AuditRecord {
            at: at(second),
            who: Actor { directory: "anna".into(), sid: None, system: "a".into(), machine: "m".into() },
            act: Act { action, delivery: None, ..act() },
            step,
            intent,
            reason: None,
            server: None,
            ticket: None,
        }
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    #[test]
    fn newest_unlock_counts_from_its_intent() {
        let unlocked = [
            (7, record(9, Action::SendCode, Step::Done, Some(6))),
            (5, record(8, Action::Reset, Step::Failed, Some(4))),
            (3, record(6, Action::Unlock, Step::Done, Some(1))),
            (2, record(5, Action::VerifyCode, Step::Done, None)),
            (1, record(4, Action::Unlock, Step::Intent, None)),
        ];
        assert_eq!(last_unlock(&unlocked), Some(at(4)));
        assert_eq!(last_unlock(&unlocked[..3]), Some(at(6)), "its intent was not read");
        assert_eq!(last_unlock(&unlocked[3..]), None);
        let partly = [(1, record(1, Action::Reset, Step::Partly, None))];
        assert_eq!(last_unlock(&partly), Some(at(1)), "it may have been done");
    }
}
