//! Plans what to do with each row before anything is changed. No I/O.

use std::collections::HashMap;

use super::input::{Input, InputEntry};
use super::{BulkAccount, BulkMatch, OutcomeCounts, RowChange, RowDetail, RowOutcome, RowResult};
use crate::domain::account::Protection;
use crate::domain::decision::{UnlockBlocker, UnlockDecision};
use crate::domain::unreadable::UnreadableReason;

/// Decides on one row from its matches, by [`ChangeFacts`], as for a single account. An unreadable match may be the
/// account that was meant.
///
/// [`ChangeFacts`]: crate::domain::decision::ChangeFacts
pub fn decide_row(found: &[BulkMatch]) -> (RowOutcome, Option<RowDetail>) {
    match found {
        [] => (RowOutcome::NotFound, None),
        [BulkMatch::Unreadable(entry)] => match entry.why {
            UnreadableReason::Hidden(_) => (RowOutcome::Unreadable, Some(RowDetail::StateHidden)),
            UnreadableReason::OddName => (RowOutcome::Unreadable, Some(RowDetail::OddName)),
        },
        [BulkMatch::Account(account)] => match account.change_facts().unlock() {
            UnlockDecision::Blocked(UnlockBlocker::Protected) => {
                (RowOutcome::Protected, account.protected.as_ref().and_then(protection_detail))
            }
            UnlockDecision::Blocked(UnlockBlocker::Disabled) => (RowOutcome::Disabled, None),
            UnlockDecision::Blocked(UnlockBlocker::Expired) => (RowOutcome::Expired, None),
            UnlockDecision::Blocked(UnlockBlocker::SmartcardRequired) => (RowOutcome::SmartcardRequired, None),
            UnlockDecision::NotLocked => (RowOutcome::NotLocked, None),
            UnlockDecision::NoRight => (RowOutcome::NoRight, None),
            UnlockDecision::Unlock => (RowOutcome::WouldUnlock, None),
        },
        _ => (RowOutcome::Ambiguous, None),
    }
}

/// Returns what to add about a protected account; nothing for privileged ones.
pub fn protection_detail(why: &Protection) -> Option<RowDetail> {
    match why {
        Protection::OwnAccount => Some(RowDetail::OwnAccount),
        Protection::Supervisor => Some(RowDetail::Supervisor),
        Protection::Unknown(attribute) => Some(RowDetail::ProtectionUnknown { attribute }),
        Protection::AdminCount | Protection::MemberOf(_) | Protection::InProtectedUnit(_) => None,
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedRow {
    /// The expected result until the row is done.
    pub result: RowResult,
    /// The single match, until [`take_accounts`](BulkPlan::take_accounts) hands it over.
    pub account: Option<BulkAccount>,
}

/// Every row, in input order.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct BulkPlan {
    pub rows: Vec<PlannedRow>,
    /// How many repeated rows were dropped from the input.
    pub repeated: usize,
}

impl BulkPlan {
    /// Decides on every row. `found`: the matches of each entry with a valid query, in order; missing ones count as
    /// none.
    pub fn new(input: Input, found: impl IntoIterator<Item = Vec<BulkMatch>>) -> Self {
        let mut found = found.into_iter();
        let (mut first, repeated) = (HashMap::with_capacity(input.entries.len()), input.repeated);
        let rows = input.entries.into_iter().enumerate().map(|(index, InputEntry { row, query })| {
            let matches = match query {
                Ok(_) => found.next().unwrap_or_default(),
                Err(why) => {
                    let detail = Some(RowDetail::NotAnAccount(why));
                    let result = RowResult { row, account: None, outcome: RowOutcome::NotFound, detail, server: None };
                    return PlannedRow { result, account: None };
                }
            };
            let (outcome, detail) = decide_row(&matches);
            let only = <[BulkMatch; 1]>::try_from(matches).ok().map(|[only]| only);
            let name = only.as_ref().map(|only| only.name_or_dn().to_owned());
            let account = only.and_then(|only| match only {
                BulkMatch::Account(account) => Some(account),
                BulkMatch::Unreadable(_) => None,
            });
            let earlier = account.as_ref().map(|account| *first.entry(account.id).or_insert(index));
            let detail = match earlier {
                Some(row) if row < index => Some(RowDetail::SameAs { row }),
                _ => detail,
            };
            PlannedRow { result: RowResult { row, account: name, outcome, detail, server: None }, account }
        });
        Self { rows: rows.collect(), repeated }
    }

    /// Returns the accounts to unlock, each once.
    pub fn to_unlock(&self) -> impl Iterator<Item = &BulkAccount> {
        let rows = self.rows.iter().filter(|row| row.result.is_to_be_unlocked());
        rows.filter_map(|row| row.account.as_ref())
    }

    /// The rows of the accounts [`to_unlock`](Self::to_unlock).
    pub fn rows_to_unlock(&self) -> impl Iterator<Item = (usize, &BulkAccount)> {
        let rows = self.rows.iter().enumerate().filter(|(_, row)| row.result.is_to_be_unlocked());
        rows.filter_map(|(index, row)| Some((index, row.account.as_ref()?)))
    }

    /// Leaves only these rows. For a plan in which no row repeats another.
    pub fn keep(&mut self, rows: &[usize]) {
        let mut index = 0;
        self.rows.retain(|_| {
            index += 1;
            rows.contains(&(index - 1))
        });
    }

    /// Takes the accounts [`to_unlock`](Self::to_unlock), each with its row's index.
    pub fn take_accounts(&mut self) -> Vec<(usize, BulkAccount)> {
        let rows = self.rows.iter_mut().enumerate().filter(|(_, row)| row.result.is_to_be_unlocked());
        rows.filter_map(|(index, row)| Some((index, row.account.take()?))).collect()
    }

    /// Counts the expected outcomes.
    pub fn outcomes(&self) -> OutcomeCounts {
        OutcomeCounts::of(self.rows.iter().map(|row| &row.result))
    }

    /// Returns the result of every row. `done`: the results of accounts [`to_unlock`](Self::to_unlock) by row index;
    /// the others count as not tried. Rows that repeat an account share its outcome.
    pub fn finished(self, done: impl IntoIterator<Item = (usize, RowChange)>) -> Vec<RowResult> {
        let mut rows: Vec<RowResult> = self.rows.into_iter().map(|row| row.result).collect();
        let wanted: Vec<usize> = (0..rows.len()).filter(|index| rows[*index].is_to_be_unlocked()).collect();
        for index in wanted {
            (rows[index].outcome, rows[index].detail) = (RowOutcome::Failed, Some(RowDetail::NotTried));
        }
        for (index, done) in done {
            if let Some(row) = rows.get_mut(index) {
                *row = row.after(&done);
            }
        }
        for index in 0..rows.len() {
            if let Some(RowDetail::SameAs { row }) = rows[index].detail {
                (rows[index].outcome, rows[index].server) = (rows[row].outcome, rows[row].server.clone());
            }
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::AccountId;
    use crate::domain::bulk::input::RowFault;
    use crate::domain::bulk::tests::locked;
    use crate::domain::unreadable::UnreadableAccount;

    fn unreadable(why: UnreadableReason) -> BulkMatch {
        let dn = "CN=x".to_owned();
        BulkMatch::Unreadable(UnreadableAccount {
            name: Some("x".into()),
            dn,
            display_name: None,
            department: None,
            why,
        })
    }

    fn plan(text: &str, found: Vec<Vec<BulkAccount>>) -> BulkPlan {
        let found = found.into_iter().map(|each| each.into_iter().map(BulkMatch::Account).collect());
        BulkPlan::new(Input::parse(text.as_bytes().to_vec()).unwrap(), found)
    }

    fn told(rows: &[RowResult]) -> Vec<String> {
        let told = rows.iter().map(|row| {
            let detail = row.detail.map(|detail| format!(" {}", detail.name())).unwrap_or_default();
            format!("{} {}{detail}", row.shown_account(), row.outcome.name())
        });
        told.collect()
    }

    #[test]
    fn each_state_has_one_outcome() {
        let with = |change: fn(&mut BulkAccount)| {
            let mut account = locked("a1", 1);
            change(&mut account);
            decide_row(&[BulkMatch::Account(account)])
        };
        assert_eq!(with(|_| ()), (RowOutcome::WouldUnlock, None));
        assert_eq!(with(|a| a.locked = false), (RowOutcome::NotLocked, None));
        assert_eq!(with(|a| a.may_unlock = false), (RowOutcome::NoRight, None));
        assert_eq!(with(|a| (a.locked, a.may_unlock) = (false, false)), (RowOutcome::NotLocked, None));
        assert_eq!(with(|a| (a.disabled, a.locked) = (true, false)), (RowOutcome::Disabled, None));
        let protected = |why: Protection| {
            let account = BulkAccount { protected: Some(why), disabled: true, ..locked("a1", 1) };
            decide_row(&[BulkMatch::Account(account)])
        };
        for why in [Protection::AdminCount, Protection::MemberOf("g".into()), Protection::InProtectedUnit("u".into())] {
            assert_eq!(protected(why), (RowOutcome::Protected, None));
        }
        let attribute = "adminCount";
        for (why, detail) in [
            (Protection::OwnAccount, RowDetail::OwnAccount),
            (Protection::Supervisor, RowDetail::Supervisor),
            (Protection::Unknown(attribute), RowDetail::ProtectionUnknown { attribute }),
        ] {
            assert_eq!(protected(why), (RowOutcome::Protected, Some(detail)));
        }
        assert_eq!(decide_row(&[]), (RowOutcome::NotFound, None));
        assert_eq!(with(|a| a.expired = true), (RowOutcome::Expired, None));
        assert_eq!(with(|a| a.smartcard_required = true), (RowOutcome::SmartcardRequired, None));
        let [one, other] = [locked("a1", 1), locked("a2", 2)].map(BulkMatch::Account);
        assert_eq!(decide_row(&[one.clone(), other]), (RowOutcome::Ambiguous, None));
        let hidden = unreadable(UnreadableReason::Hidden(vec!["userAccountControl"]));
        assert_eq!(decide_row(&[one, hidden.clone()]), (RowOutcome::Ambiguous, None));
        assert_eq!(decide_row(&[hidden]), (RowOutcome::Unreadable, Some(RowDetail::StateHidden)));
        assert_eq!(
            decide_row(&[unreadable(UnreadableReason::OddName)]),
            (RowOutcome::Unreadable, Some(RowDetail::OddName))
        );
    }

    #[test]
    fn rows_keep_their_order_and_accounts_are_unlocked_once() {
        let found = vec![vec![locked("a1", 1)], vec![], vec![locked("b2", 2)], vec![locked("a1", 1)]];
        let mut plan = plan("A1\nx*y\nnobody\nb2\na1@contoso.example\na1\n", found);
        let rows: Vec<_> = plan.rows.iter().map(|row| row.result.clone()).collect();
        assert_eq!(
            told(&rows),
            [
                "a1 would_unlock",
                "x*y not_found not_a_query",
                "nobody not_found",
                "b2 would_unlock",
                "a1 would_unlock same_as"
            ]
        );
        assert_eq!(rows[1].detail, Some(RowDetail::NotAnAccount(RowFault::NotAName)));
        assert_eq!((plan.outcomes().count(RowOutcome::WouldUnlock), plan.repeated), (2, 1));
        assert_eq!(plan.to_unlock().map(|account| account.name.as_str()).collect::<Vec<_>>(), ["a1", "b2"]);
        let handed_over: Vec<_> = plan.take_accounts().into_iter().map(|(place, one)| (place, one.id)).collect();
        assert_eq!(handed_over, [(0, AccountId::from_bytes([1; 16])), (3, AccountId::from_bytes([2; 16]))]);
    }

    #[test]
    fn rows_of_one_account_share_its_outcome() {
        let found = vec![vec![locked("a1", 1)], vec![locked("b2", 2)], vec![locked("a1", 1)], vec![]];
        let plan = plan("a1\nb2\na1@x.se\nc3", found);
        let done = RowChange { outcome: RowOutcome::Unlocked, detail: None, server: Some("dc1".into()) };
        let rows = plan.finished([(0, done)]);
        assert_eq!(told(&rows), ["a1 unlocked", "b2 failed not_tried", "a1 unlocked same_as", "c3 not_found"]);
        assert_eq!(rows[2].server.as_deref(), Some("dc1"));
        let outcomes = OutcomeCounts::of(&rows);
        assert_eq!(outcomes.count(RowOutcome::Unlocked), 1, "accounts are counted, not rows");
        assert_eq!((outcomes.accounts(), outcomes.repeated()), (3, 1));
    }

    #[test]
    fn match_is_an_account_or_unreadable() {
        let account = BulkMatch::Account(locked("a1", 1));
        assert_eq!((account.account().map(|one| one.name.as_str()), account.name_or_dn()), (Some("a1"), "a1"));
        assert_eq!(unreadable(UnreadableReason::OddName).account(), None);
    }

    #[test]
    fn row_without_answer_is_not_found() {
        let plan = plan("a1\nb2", vec![vec![locked("a1", 1)]]);
        assert_eq!(plan.to_unlock().count(), 1);
        assert_eq!(plan.rows[1].result.outcome, RowOutcome::NotFound);
    }
}
