//! A directory and an audit trail with scripted answers.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::Timestamp;

use crate::commands::bulk::{ExecutionResult, Progress, RunObserver, StopSignal, UnlockOptions, unlock_all};
use crate::domain::account::{AccountId, AccountName, Protection};
use crate::domain::audit::{Actor, AuditRecord, Step};
use crate::domain::bulk::{BulkAccount, BulkMatch};
use crate::domain::query::Query;
use crate::ports::StoreFault;
use crate::ports::{
    AuditTrail, ChangeRefusal, Clock, DirectoryError, FindAccountsInBulk, Receipt, Records, StoreError, UnlockInBulk,
    WriteError,
};

/// The scripted result of a change.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ScriptedResult {
    Done,
    Refused(ChangeRefusal),
    /// The check right before the change finds the account protected.
    Protected,
    /// The connection breaks before the change.
    Lost,
    /// The connection breaks after the change, before the answer.
    AnswerLost,
    /// Done, and the account locks again.
    LockedAgain,
}

type Rule<'a> = Box<dyn Fn(&str, usize) -> ScriptedResult + 'a>;

/// A directory and an audit trail.
pub(super) struct FakeBulkDirectory<'a> {
    /// Accounts that differ from [`account`].
    pub(super) now: RefCell<HashMap<AccountId, Option<BulkAccount>>>,
    /// By name and number of earlier tries.
    pub(super) rule: Rule<'a>,
    pub(super) sent: RefCell<BTreeMap<String, usize>>,
    pub(super) under_way: Cell<usize>,
    pub(super) most_under_way: Cell<usize>,
    pub(super) broken: Cell<bool>,
    pub(super) reopened: Cell<u32>,
    /// Accounts that the next controller knows to be protected.
    pub(super) protected_elsewhere: Vec<BulkAccount>,
    /// Why the connection cannot be reopened.
    pub(super) closed: Option<DirectoryError>,
    pub(super) records: RefCell<Vec<AuditRecord>>,
    pub(super) transactions: Cell<usize>,
    /// Number of transactions that the trail accepts.
    pub(super) room: Cell<usize>,
    pub(super) held: RefCell<HashSet<String>>,
}

pub(super) fn account(n: usize) -> BulkAccount {
    let mut id = [0; 16];
    id[..8].copy_from_slice(&n.to_le_bytes());
    BulkAccount {
        id: AccountId::from_bytes(id),
        name: AccountName::parse(&format!("a{n}")).unwrap(),
        dn: format!("CN=a{n}"),
        display_name: None,
        locked: true,
        locked_since: None,
        wrong_tries: 5,
        disabled: false,
        expired: false,
        smartcard_required: false,
        protected: None,
        may_unlock: true,
    }
}

pub(super) fn no_answer() -> DirectoryError {
    DirectoryError::TimedOut { server: "dc1".into() }
}

impl<'a> FakeBulkDirectory<'a> {
    pub(super) fn new(rule: impl Fn(&str, usize) -> ScriptedResult + 'a) -> Self {
        Self {
            now: RefCell::default(),
            rule: Box::new(rule),
            sent: RefCell::default(),
            under_way: Cell::new(0),
            most_under_way: Cell::new(0),
            broken: Cell::new(false),
            reopened: Cell::new(0),
            protected_elsewhere: Vec::new(),
            closed: None,
            records: RefCell::default(),
            transactions: Cell::new(0),
            room: Cell::new(usize::MAX),
            held: RefCell::default(),
        }
    }

    pub(super) fn always_done() -> Self {
        Self::new(|_, _| ScriptedResult::Done)
    }

    pub(super) fn put(&self, account: &BulkAccount, now: Option<BulkAccount>) {
        self.now.borrow_mut().insert(account.id, now);
    }

    pub(super) fn unlock(&self, account: &BulkAccount) {
        self.put(account, Some(BulkAccount { locked: false, ..account.clone() }));
    }

    pub(super) fn sent(&self, n: usize) -> usize {
        self.sent.borrow().get(&format!("a{n}")).copied().unwrap_or(0)
    }

    /// The conclusion of each concluded intent, by account.
    pub(super) fn ends(&self) -> BTreeMap<String, (Step, Option<String>)> {
        let records = self.records.borrow();
        let ends = records.iter().filter(|record| record.intent.is_some());
        ends.map(|record| (record.act.account.clone(), (record.step, record.reason.clone()))).collect()
    }

    pub(super) fn intents(&self) -> usize {
        self.records.borrow().iter().filter(|record| record.step == Step::Intent).count()
    }

    pub(super) async fn run(&self, count: usize, options: &UnlockOptions, stop_at: Option<usize>) -> ExecutionResult {
        let who = Actor { directory: "anna".into(), sid: None, system: String::new(), machine: String::new() };
        let trail = AuditTrail::new(self, self, who, None);
        let stop = StopSignal::default();
        let mut settled = HashSet::new();
        let mut observer = RunObserver {
            progress: &mut StopAfter { stop: &stop, at: stop_at, before: 0 },
            settled: &mut |row, _| assert!(settled.insert(row), "row {row} is details twice"),
            stop: &stop,
        };
        // Row indexes need not be consecutive.
        let accounts = (0..count).map(|n| (n * 2, account(n))).collect();
        let executed = unlock_all(accounts, options, self, &trail, self, &mut observer).await;
        assert!(!trail.is_open());
        let rows: Vec<usize> = executed.results.iter().map(|(row, _)| *row).collect();
        assert_eq!(rows, (0..count).map(|n| n * 2).collect::<Vec<_>>());
        assert_eq!(settled.len(), count);
        if self.room.get() == usize::MAX {
            assert_eq!(self.ends().len(), self.intents(), "an intent without a conclusion");
        }
        executed
    }
}

/// Stops the run when `at` rows are answered.
pub(super) struct StopAfter<'a> {
    stop: &'a StopSignal,
    at: Option<usize>,
    before: usize,
}

impl Progress for StopAfter<'_> {
    fn at(&mut self, done: usize, total: usize) {
        assert!(self.before <= done && done <= total, "{} {done} {total}", self.before);
        self.before = done;
        if self.at.is_some_and(|at| done >= at) {
            self.stop.request();
        }
    }
}

impl Clock for FakeBulkDirectory<'_> {
    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH
    }
}

impl Records for FakeBulkDirectory<'_> {
    async fn append(&self, _: &AuditRecord) -> Result<i64, StoreError> {
        unreachable!("one at a time would wait for the disk")
    }

    async fn append_all(&self, records: &[AuditRecord]) -> Result<Vec<i64>, StoreError> {
        self.transactions.set(self.transactions.get() + 1);
        if self.transactions.get() > self.room.get() {
            return Err(StoreError {
                place: "state.db".into(),
                fault: StoreFault::Unexpected,
                text: "disk full".into(),
            });
        }
        let mut kept = self.records.borrow_mut();
        let numbers = records.iter().map(|record| {
            if record.step == Step::Intent {
                self.held.borrow_mut().insert(record.act.account.clone());
            }
            kept.push(record.clone());
            i64::try_from(kept.len()).unwrap()
        });
        Ok(numbers.collect())
    }

    async fn unanswered(&self, _: Option<&str>) -> Result<Vec<(i64, AuditRecord)>, StoreError> {
        unreachable!()
    }
}

impl FindAccountsInBulk for FakeBulkDirectory<'_> {
    async fn find_each(&self, _: &[Query]) -> Result<Vec<Vec<BulkMatch>>, DirectoryError> {
        unreachable!()
    }

    async fn all_locked(&self, _: Option<&str>) -> Result<Vec<BulkMatch>, DirectoryError> {
        unreachable!()
    }

    async fn read_each(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<BulkMatch>>, DirectoryError> {
        tokio::task::yield_now().await;
        if self.broken.get() {
            return Err(no_answer());
        }
        let now = self.now.borrow();
        Ok(accounts
            .iter()
            .map(|one| now.get(&one.id).cloned().unwrap_or_else(|| Some(one.clone())).map(BulkMatch::Account))
            .collect())
    }

    async fn check_each(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<BulkMatch>>, DirectoryError> {
        let now = self.read_each(accounts).await?.into_iter().zip(accounts);
        let as_before = |now: BulkMatch, before: &BulkAccount| match now {
            BulkMatch::Account(now) => BulkMatch::Account(BulkAccount { locked: before.locked, ..now }),
            unreadable => unreadable,
        };
        Ok(now.map(|(now, before)| now.map(|now| as_before(now, before))).collect())
    }

    async fn locked_each(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<bool>>, DirectoryError> {
        let now = self.read_each(accounts).await?;
        Ok(now.into_iter().map(|now| now.and_then(|now| Some(now.account()?.locked))).collect())
    }

    async fn read_back(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<bool>>, DirectoryError> {
        self.locked_each(accounts).await
    }
}

impl UnlockInBulk for FakeBulkDirectory<'_> {
    async fn unlock_one(&self, _: &Receipt, account: &BulkAccount) -> Result<String, WriteError> {
        let name = account.name.to_string();
        assert!(self.held.borrow().contains(&name), "{name} is changed without an intent");
        if self.broken.get() {
            return Err(WriteError::NotSent(no_answer()));
        }
        let before = {
            let mut sent = self.sent.borrow_mut();
            let times = sent.entry(name.clone()).or_default();
            *times += 1;
            *times - 1
        };
        self.under_way.set(self.under_way.get() + 1);
        self.most_under_way.set(self.most_under_way.get().max(self.under_way.get()));
        tokio::task::yield_now().await;
        self.under_way.set(self.under_way.get() - 1);
        let no_answer = || WriteError::NoAnswer { server: "dc1".into() };
        if self.broken.get() {
            return Err(no_answer());
        }
        match (self.rule)(&name, before) {
            ScriptedResult::Done => self.unlock(account),
            ScriptedResult::LockedAgain => {}
            ScriptedResult::Refused(refusal) => {
                return Err(WriteError::Refused { server: "dc1".into(), refusal, code: 53, text: String::new() });
            }
            ScriptedResult::Protected => return Err(WriteError::Protected(Protection::OwnAccount)),
            result @ (ScriptedResult::Lost | ScriptedResult::AnswerLost) => {
                self.broken.set(true);
                if result == ScriptedResult::AnswerLost {
                    self.unlock(account);
                }
                return Err(no_answer());
            }
        }
        Ok("dc1".to_owned())
    }

    async fn reopen(&self, _: u32) -> Result<(), DirectoryError> {
        self.reopened.set(self.reopened.get() + 1);
        match &self.closed {
            Some(error) => Err(error.clone()),
            None => {
                self.broken.set(false);
                for account in &self.protected_elsewhere {
                    let protected = Some(Protection::AdminCount);
                    self.put(account, Some(BulkAccount { protected, ..account.clone() }));
                }
                Ok(())
            }
        }
    }
}
