//! What resets that were not completed left behind, according to an account's records: a password that nobody knows, and
//! random ones that have pushed old ones out of the password history.
//!
//! A controller without policy hints checks the history only when a password is changed. So a random one is set first,
//! which takes a place in the history whether or not the wanted one is accepted. Enough refusals would push every old
//! password out, and the next attempt at one would succeed.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};

use super::{Action, AuditRecord, Step};
use crate::domain::account::Account;
use crate::domain::failure_kind::FailureKind;

/// After how many random passwords a chosen one is no longer tried.
const MOST: u32 = 2;

/// The resets of an account since the last one that was completed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct IncompleteResets {
    /// How many random passwords were set, or may have been, on the way to one that was refused.
    pub random: u32,
    /// When the newest began; `None`: there are none.
    pub last: Option<Timestamp>,
    /// Whether nobody knows the password; `None`: it is not known that nobody does.
    pub unknown: Option<Certainty>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    Certain,
    /// The answer of the directory was lost.
    Possible,
}

/// A password that nobody knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownPassword {
    pub since: Timestamp,
    pub certainty: Certainty,
}

impl IncompleteResets {
    /// Reads the records of one account with their numbers, newest first.
    pub fn of(records: &[(i64, AuditRecord)]) -> Self {
        let answered: BTreeSet<i64> = records.iter().filter_map(|(_, record)| record.intent).collect();
        let mut found = Self::default();
        // A newer attempt may have set the wanted password, or may not have.
        let mut is_unclear = false;
        for (number, record) in records {
            let is = |kind: FailureKind| record.reason.as_deref() == Some(kind.name());
            let certainty = match (record.act.action, record.step) {
                (Action::SendPassword, Step::Failed) => Certainty::Certain,
                (Action::Reset, Step::Done) => break,
                (Action::Reset, Step::Partly) if is(FailureKind::HalfwayRandomPassword) => Certainty::Certain,
                (Action::Reset, Step::Partly)
                    if is(FailureKind::HalfwayOldOrRandom) || is(FailureKind::HalfwayRandomOrWanted) =>
                {
                    Certainty::Possible
                }
                // The password is the one before, in whichever state that was.
                (Action::Reset, Step::Partly) if is(FailureKind::HalfwayOldPasswordMustChange) => continue,
                (Action::Reset, Step::Partly) if is(FailureKind::MayHaveChanged) => {
                    is_unclear = true;
                    continue;
                }
                // The wanted password was set, or another operator's.
                (Action::Reset, Step::Partly) => break,
                // The program was killed, or is running.
                (Action::Reset, Step::Intent) if !answered.contains(number) => {
                    found.count(record.at);
                    continue;
                }
                (Action::Reset, Step::Resolved) => {
                    found.count(begun(record, records));
                    continue;
                }
                _ => continue,
            };
            if record.act.action == Action::Reset {
                found.count(begun(record, records));
            } else {
                found.last.get_or_insert(record.at);
            }
            found.unknown.get_or_insert(if is_unclear { Certainty::Possible } else { certainty });
        }
        found
    }

    fn count(&mut self, at: Timestamp) {
        self.random = self.random.saturating_add(1);
        self.last.get_or_insert(at);
    }

    /// Whether only a generated password may be set, which is never an old one.
    pub fn allow_only_generated(&self, account: &Account, now: Timestamp) -> bool {
        let history = account.policy.known().map(|policy| policy.history);
        let most = match history {
            // There is nothing to push out.
            Some(0) => return false,
            // The newest old password must still be in it when the next random one has been set.
            Some(places) => MOST.min(places.saturating_sub(1)).max(1),
            None => MOST,
        };
        self.random >= most && !self.is_overtaken(account, now)
    }

    /// The password that nobody knows, if the account has one.
    pub fn unknown_password(&self, account: &Account, now: Timestamp) -> Option<UnknownPassword> {
        let (since, certainty) = self.last.zip(self.unknown)?;
        (!self.is_overtaken(account, now)).then_some(UnknownPassword { since, certainty })
    }

    /// Whether the password was set elsewhere since. A random one always has to be changed at the next sign-in, which
    /// leaves no time (pwdLastSet 0).
    fn is_overtaken(&self, account: &Account, now: Timestamp) -> bool {
        let (Some(set), Some(last)) = (account.password.last_set, self.last) else { return false };
        // By this computer's clock. The controller reports its own in whole seconds.
        let ahead = SignedDuration::from_secs(account.controller_time(now).as_second() - now.as_second());
        set.checked_sub(ahead).is_ok_and(|set| set > last)
    }
}

/// When the act began that the record concludes.
fn begun(record: &AuditRecord, records: &[(i64, AuditRecord)]) -> Timestamp {
    let intent = records.iter().find(|(number, _)| Some(*number) == record.intent);
    intent.map_or(record.at, |(_, intent)| intent.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::tests::healthy;
    use crate::domain::audit::tests::act;
    use crate::domain::audit::{Act, Actor};
    use crate::domain::policy::tests::WINDOWS;
    use crate::domain::policy::{AppliedPolicy, DirectoryPolicy};

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    /// A record at the second of its number; `intent`: the number of its intent.
    fn record(number: i64, action: Action, step: Step, reason: &str, intent: Option<i64>) -> (i64, AuditRecord) {
        let act = Act { action, delivery: None, ..act() };
        let who = Actor { directory: "anna".into(), sid: None, system: "a".into(), machine: "m".into() };
        let reason = (!reason.is_empty()).then(|| reason.to_owned());
        (number, AuditRecord { at: at(number), who, act, step, intent, reason, server: None, ticket: None })
    }

    /// Resets that ended so, oldest first: intents 1, 3, 5 … and their conclusions.
    fn resets(ends: &[(Step, &str)]) -> IncompleteResets {
        let mut records = vec![];
        for ((step, reason), number) in ends.iter().zip((1..).step_by(2)) {
            records.insert(0, record(number, Action::Reset, Step::Intent, "", None));
            records.insert(0, record(number + 1, Action::Reset, *step, reason, Some(number)));
        }
        IncompleteResets::of(&records)
    }

    #[test]
    fn random_passwords_are_counted_since_the_last_completed_reset() {
        let random = (Step::Partly, "halfway_random_password");
        let done = (Step::Done, "");
        let (certain, possible) = (Some(Certainty::Certain), Some(Certainty::Possible));
        for (ends, count, unknown) in [
            (vec![], 0, None),
            (vec![done], 0, None),
            (vec![random], 1, certain),
            (vec![random, random], 2, certain),
            (vec![random, random, done], 0, None),
            (vec![random, done, random], 1, certain),
            (vec![random, (Step::Failed, "directory_lost")], 1, certain),
            (vec![random, (Step::Partly, "halfway_without_must_change")], 0, None),
            (vec![random, (Step::Partly, "halfway_another_reset")], 0, None),
            (vec![random, (Step::Partly, "locked_again")], 0, None),
            (vec![random, (Step::Partly, "may_have_changed")], 1, possible),
            (vec![random, (Step::Partly, "halfway_old_password_must_change")], 1, certain),
            (vec![(Step::Partly, "may_have_changed")], 0, None),
            (vec![(Step::Partly, "halfway_old_or_random")], 1, possible),
            (vec![random, (Step::Partly, "halfway_random_or_wanted")], 2, possible),
            (vec![random, (Step::Resolved, "must_change_now")], 2, certain),
        ] {
            let found = resets(&ends);
            assert_eq!((found.random, found.unknown), (count, unknown), "{ends:?}");
        }
        assert_eq!(resets(&[done, random]).last, Some(at(3)), "when it began");
    }

    #[test]
    fn reset_without_outcome_may_have_set_a_random_password() {
        let open =
            [record(3, Action::Reset, Step::Intent, "", None), record(2, Action::Reset, Step::Done, "", Some(1))];
        let found = IncompleteResets::of(&open);
        assert_eq!((found.random, found.unknown, found.last), (1, None, Some(at(3))));
    }

    #[test]
    fn password_that_was_not_sent_is_known_to_nobody() {
        let set = record(2, Action::Reset, Step::Done, "", Some(1));
        let sent = |step| IncompleteResets::of(&[record(4, Action::SendPassword, step, "", Some(3)), set.clone()]);
        assert_eq!((sent(Step::Failed).unknown, sent(Step::Failed).random), (Some(Certainty::Certain), 0));
        assert_eq!(sent(Step::Partly), IncompleteResets::default(), "the caller may have it");
        assert_eq!(sent(Step::Done), IncompleteResets::default());
    }

    #[test]
    fn chosen_password_is_tried_while_the_history_holds_the_old_ones() {
        let allowed = |history: Option<u32>, random| {
            let known = |history| AppliedPolicy::Known(DirectoryPolicy { history, ..WINDOWS });
            let unreadable = AppliedPolicy::Unreadable { pso: "special".into() };
            let account = Account { policy: history.map_or(unreadable, known), ..healthy() };
            !IncompleteResets { random, ..IncompleteResets::default() }.allow_only_generated(&account, at(0))
        };
        for (history, most) in [(Some(24), 2), (Some(5), 2), (Some(3), 2), (Some(2), 1), (Some(1), 1), (None, 2)] {
            let tried = (0..9).filter(|random| allowed(history, *random)).count();
            assert_eq!(tried, most, "{history:?}");
        }
        assert!(allowed(Some(0), 9), "nothing is remembered");
    }

    #[test]
    fn password_set_elsewhere_since_is_known() {
        let left = resets(&[(Step::Partly, "halfway_random_password"), (Step::Partly, "halfway_random_password")]);
        let with = |set: Option<i64>, ahead: i64| {
            let mut account = Account { read_at: Some(at(100 + ahead)), ..healthy() };
            account.password.last_set = set.map(at);
            (left.unknown_password(&account, at(100)).is_some(), left.allow_only_generated(&account, at(100)))
        };
        assert_eq!(with(None, 0), (true, true), "a random one must be changed, so it has no time");
        assert_eq!(with(Some(-9), 0), (true, true), "it was set before");
        assert_eq!(with(Some(50), 0), (false, false));
        assert_eq!(with(Some(50), 60), (true, true), "the controller's clock is a minute ahead");
    }
}
