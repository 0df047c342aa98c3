//! A run over many accounts, with a directory whose every answer is scripted. How the same goes over
//! the wire is in `tests/support/contract/`.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::{SignedDuration, Timestamp};

use super::{AbortReason, Acted, Orders, Progress, Stop, Watch, unlock_all};
use crate::domain::account::{AccountId, AccountName, Protection};
use crate::domain::audit::{Actor, AuditRecord, Step};
use crate::domain::bulk::{BulkAccount, BulkMatch, RowDetail, RowOutcome};
use crate::domain::query::Query;
use crate::ports::{
    AuditTrail, ChangeRefusal, Clock, DirectoryError, FindAccountsInBulk, Receipt, Records, SignInRefusal, StoreError,
    TicketFault, UnlockInBulk, WriteError,
};

/// What becomes of a change.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Done,
    Refused(ChangeRefusal),
    /// The connection breaks before it is done.
    Lost,
    /// It is done, and the connection breaks before the answer.
    AnswerLost,
    /// It is done, and the account locked again.
    LockedAgain,
}

type Rule<'a> = Box<dyn Fn(&str, usize) -> Fate + 'a>;

/// A directory, and a trail beside it.
struct World<'a> {
    /// Those that are not as [`account`] makes them.
    now: RefCell<HashMap<AccountId, Option<BulkAccount>>>,
    /// By name, and how often it was sent before.
    rule: Rule<'a>,
    sent: RefCell<BTreeMap<String, usize>>,
    under_way: Cell<usize>,
    most_under_way: Cell<usize>,
    broken: Cell<bool>,
    reopened: Cell<u32>,
    /// Why the connection cannot be opened again.
    closed: Option<DirectoryError>,
    records: RefCell<Vec<AuditRecord>>,
    transactions: Cell<usize>,
    /// After so many transactions the trail takes no more.
    room: Cell<usize>,
    held: RefCell<HashSet<String>>,
}

fn account(n: usize) -> BulkAccount {
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

fn silent() -> DirectoryError {
    DirectoryError::TimedOut { server: "dc1".into() }
}

impl<'a> World<'a> {
    fn new(rule: impl Fn(&str, usize) -> Fate + 'a) -> Self {
        Self {
            now: RefCell::default(),
            rule: Box::new(rule),
            sent: RefCell::default(),
            under_way: Cell::new(0),
            most_under_way: Cell::new(0),
            broken: Cell::new(false),
            reopened: Cell::new(0),
            closed: None,
            records: RefCell::default(),
            transactions: Cell::new(0),
            room: Cell::new(usize::MAX),
            held: RefCell::default(),
        }
    }

    fn kind() -> Self {
        Self::new(|_, _| Fate::Done)
    }

    fn put(&self, account: &BulkAccount, now: Option<BulkAccount>) {
        self.now.borrow_mut().insert(account.id, now);
    }

    fn unlock(&self, account: &BulkAccount) {
        self.put(account, Some(BulkAccount { locked: false, ..account.clone() }));
    }

    fn sent(&self, n: usize) -> usize {
        self.sent.borrow().get(&format!("a{n}")).copied().unwrap_or(0)
    }

    /// How each intent ended; one that did not is missing.
    fn ends(&self) -> BTreeMap<String, (Step, Option<String>)> {
        let records = self.records.borrow();
        let ends = records.iter().filter(|record| record.intent.is_some());
        ends.map(|record| (record.act.account.clone(), (record.step, record.reason.clone()))).collect()
    }

    fn intents(&self) -> usize {
        self.records.borrow().iter().filter(|record| record.step == Step::Intent).count()
    }

    async fn run(&self, count: usize, orders: &Orders, stop_at: Option<usize>) -> Acted {
        let who = Actor { directory: "anna".into(), sid: None, system: String::new(), machine: String::new() };
        let trail = AuditTrail::new(self, self, who, None);
        let stop = Stop::default();
        let mut settled = HashSet::new();
        let mut watch = Watch {
            progress: &mut Asking { stop: &stop, at: stop_at, before: 0 },
            settled: &mut |row, _| assert!(settled.insert(row), "row {row} is told twice"),
            stop: &stop,
        };
        // Any numbers will do for the rows.
        let accounts = (0..count).map(|n| (n * 2, account(n))).collect();
        let acted = unlock_all(accounts, orders, self, &trail, self, &mut watch).await;
        assert!(!trail.is_open());
        let rows: Vec<usize> = acted.results.iter().map(|(row, _)| *row).collect();
        assert_eq!(rows, (0..count).map(|n| n * 2).collect::<Vec<_>>());
        assert_eq!(settled.len(), count);
        if self.room.get() == usize::MAX {
            assert_eq!(self.ends().len(), self.intents(), "an intent without an end");
        }
        acted
    }
}

/// Asks the run to end when so many are answered.
struct Asking<'a> {
    stop: &'a Stop,
    at: Option<usize>,
    before: usize,
}

impl Progress for Asking<'_> {
    fn at(&mut self, done: usize, total: usize) {
        assert!(self.before <= done && done <= total, "{} {done} {total}", self.before);
        self.before = done;
        if self.at.is_some_and(|at| done >= at) {
            self.stop.ask();
        }
    }
}

impl Clock for World<'_> {
    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH
    }
}

impl Records for World<'_> {
    async fn append(&self, _: &AuditRecord) -> Result<i64, StoreError> {
        unreachable!("one at a time would wait for the disk")
    }

    async fn append_all(&self, records: &[AuditRecord]) -> Result<Vec<i64>, StoreError> {
        self.transactions.set(self.transactions.get() + 1);
        if self.transactions.get() > self.room.get() {
            return Err(StoreError { place: "state.db".into(), text: "disk full".into() });
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

impl FindAccountsInBulk for World<'_> {
    async fn find_each(&self, _: &[Query]) -> Result<Vec<Vec<BulkMatch>>, DirectoryError> {
        unreachable!()
    }

    async fn all_locked(&self, _: Option<&str>) -> Result<Vec<BulkMatch>, DirectoryError> {
        unreachable!()
    }

    async fn read_each(&self, accounts: &[BulkAccount]) -> Result<Vec<Option<BulkMatch>>, DirectoryError> {
        tokio::task::yield_now().await;
        if self.broken.get() {
            return Err(silent());
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

impl UnlockInBulk for World<'_> {
    async fn unlock_one(&self, _: &Receipt, account: &BulkAccount) -> Result<String, WriteError> {
        let name = account.name.to_string();
        assert!(self.held.borrow().contains(&name), "{name} is changed without an intent");
        if self.broken.get() {
            return Err(WriteError::NotSent(silent()));
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
            Fate::Done => self.unlock(account),
            Fate::LockedAgain => {}
            Fate::Refused(refusal) => {
                return Err(WriteError::Refused { server: "dc1".into(), refusal, code: 53, text: String::new() });
            }
            fate @ (Fate::Lost | Fate::AnswerLost) => {
                self.broken.set(true);
                if fate == Fate::AnswerLost {
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
                Ok(())
            }
        }
    }
}

fn orders() -> Orders {
    Orders { reason: "efter semestern".into(), concurrency: 8, max_failures: 10, looked_up: Timestamp::UNIX_EPOCH }
}

/// How many came to what.
fn counts(acted: &Acted) -> Vec<(&'static str, usize)> {
    let mut counts = BTreeMap::new();
    for (_, done) in &acted.results {
        let name = done.detail.map_or(done.outcome.name(), RowDetail::name);
        *counts.entry(name).or_default() += 1;
    }
    counts.into_iter().collect()
}

fn detail(acted: &Acted, n: usize) -> Option<RowDetail> {
    acted.results[n].1.detail
}

#[tokio::test]
async fn all_are_unlocked_in_few_transactions() {
    let world = World::kind();
    let acted = world.run(450, &orders(), None).await;
    assert!(acted.abort.is_none());
    assert_eq!(counts(&acted), [("unlocked", 450)]);
    assert!(acted.results.iter().all(|(_, done)| done.server.as_deref() == Some("dc1")));
    assert_eq!(world.most_under_way.get(), 8);
    assert!(world.transactions.get() <= 11, "{} transactions", world.transactions.get());
    assert!(world.ends().values().all(|end| *end == (Step::Done, None)));
    let records = world.records.borrow();
    assert!(records.iter().all(|record| record.act.reason.as_deref() == Some("efter semestern")));
}

#[tokio::test]
async fn nobody_at_all() {
    let world = World::kind();
    let acted = world.run(0, &orders(), None).await;
    assert!(acted.results.is_empty() && acted.abort.is_none());
    assert_eq!(world.transactions.get(), 0);
}

#[tokio::test]
async fn one_that_is_refused_stops_no_other() {
    let world = World::new(|name, _| match name {
        "a3" => Fate::Refused(ChangeRefusal::NoRight),
        "a5" => Fate::Refused(ChangeRefusal::Gone),
        "a7" => Fate::Refused(ChangeRefusal::Unwilling),
        "a9" => Fate::LockedAgain,
        _ => Fate::Done,
    });
    let acted = world.run(20, &orders(), None).await;
    let told = [3, 5, 7, 9].map(|n| detail(&acted, n).unwrap());
    assert_eq!(told, [RowDetail::NoRight, RowDetail::Gone, RowDetail::Refused { code: 53 }, RowDetail::LockedAgain]);
    assert_eq!(acted.results.iter().filter(|(_, done)| done.outcome == RowOutcome::Unlocked).count(), 16);
    assert_eq!(world.ends()["a3"], (Step::Failed, Some("no_right".into())));
    assert_eq!(world.ends()["a9"], (Step::Partly, Some("locked_again".into())));
}

#[tokio::test]
async fn one_by_one_they_are_announced_so() {
    let world = World::new(|_, _| Fate::Refused(ChangeRefusal::NoRight));
    let acted = world.run(30, &Orders { concurrency: 1, ..orders() }, None).await;
    assert!(matches!(acted.abort, Some(AbortReason::Failures)));
    assert_eq!(world.intents(), 10, "nothing is announced that is not begun");
}

#[tokio::test]
async fn refusals_in_a_row_end_the_run() {
    let world = World::new(|name, _| match name[1..].parse::<usize>().unwrap() {
        ..100 => Fate::Done,
        _ => Fate::Refused(ChangeRefusal::NoRight),
    });
    let acted = world.run(450, &orders(), None).await;
    assert!(matches!(acted.abort, Some(AbortReason::Failures)));
    let refused = acted.results.iter().filter(|(_, done)| done.detail == Some(RowDetail::NoRight)).count();
    // One that was still under way before them may come between, and what is under way when the tenth
    // comes is finished.
    assert!((10..10 + 8 + 8).contains(&refused), "{refused}");
    assert_eq!(counts(&acted), [("no_right", refused), ("not_tried", 350 - refused), ("unlocked", 100)]);
    assert_eq!(world.sent(449), 0);
}

#[tokio::test]
async fn refusals_here_and_there_do_not() {
    let world =
        World::new(|name, _| if name.ends_with('7') { Fate::Refused(ChangeRefusal::NoRight) } else { Fate::Done });
    let acted = world.run(300, &orders(), None).await;
    assert!(acted.abort.is_none());
    assert_eq!(counts(&acted), [("no_right", 30), ("unlocked", 270)]);
}

#[tokio::test]
async fn after_a_loss_only_what_is_not_done_is_tried_again() {
    let world = World::new(|name, before| match (name, before) {
        ("a50", 0) => Fate::AnswerLost,
        ("a250", 0) => Fate::Lost,
        _ => Fate::Done,
    });
    let acted = world.run(450, &orders(), None).await;
    assert!(acted.abort.is_none());
    assert_eq!(counts(&acted), [("unlocked", 450)]);
    assert_eq!((world.sent(50), world.sent(250), world.reopened.get()), (1, 2, 2));
    // Only those under way with the two were sent again.
    let twice = (0..450).filter(|n| world.sent(*n) > 1).count();
    assert!(twice <= 16, "{twice}");
    assert_eq!(world.intents(), 450, "one intent each, however often it is sent");
}

#[tokio::test]
async fn one_that_breaks_every_connection_is_given_up() {
    let world = World::new(|name, _| if name == "a20" { Fate::Lost } else { Fate::Done });
    let acted = world.run(30, &Orders { concurrency: 1, ..orders() }, None).await;
    assert_eq!(detail(&acted, 20), Some(RowDetail::NoAnswer));
    assert_eq!(world.sent(20), 3);
    assert_eq!(counts(&acted), [("may_have_changed", 1), ("unlocked", 29)]);
}

#[tokio::test]
async fn what_cannot_be_reached_again_is_told_as_it_is_known() {
    let lost = |name: &str, _| if name == "a20" { Fate::Lost } else { Fate::Done };
    let world = World { closed: Some(silent()), ..World::new(lost) };
    let acted = world.run(450, &Orders { concurrency: 2, ..orders() }, None).await;
    assert!(matches!(acted.abort, Some(AbortReason::Directory(DirectoryError::TimedOut { .. }))), "{:?}", acted.abort);
    assert_eq!(world.reopened.get(), 3);
    // One was under way beside the one that was lost.
    let unread = acted.results.iter().filter(|(_, done)| done.detail == Some(RowDetail::NotReadBack)).count();
    assert!((20..=21).contains(&unread), "{unread}");
    let outcomes = acted.results.iter().filter(|(_, done)| done.outcome == RowOutcome::NotReadBack).count();
    assert_eq!(outcomes, unread, "they are not failed");
    assert_eq!(detail(&acted, 20), Some(RowDetail::NoAnswer));
    assert_eq!(detail(&acted, 449), Some(RowDetail::NotTried));
    assert_eq!(world.ends()["a20"], (Step::Partly, Some("may_have_changed".into())));
    assert_eq!(world.ends()["a99"], (Step::Failed, Some("not_tried".into())));
}

/// Another try with the same password brings the operator closer to a lock.
#[tokio::test]
async fn a_refused_sign_in_is_not_tried_again() {
    let refused = DirectoryError::SignIn {
        server: "dc1".into(),
        user: "anna".into(),
        refusal: SignInRefusal::WrongNameOrPassword,
        text: String::new(),
    };
    let world = World { closed: Some(refused), ..World::new(|_, _| Fate::Lost) };
    let acted = world.run(30, &orders(), None).await;
    assert!(matches!(acted.abort, Some(AbortReason::Directory(DirectoryError::SignIn { .. }))));
    assert_eq!(world.reopened.get(), 1);
}

/// An expired ticket does not come back by itself; a KDC that is away may.
#[tokio::test]
async fn a_ticket_that_does_not_do_is_not_tried_again() {
    for (fault, times) in [(TicketFault::Expired, 1), (TicketFault::KdcUnreachable, 3)] {
        let refused = DirectoryError::Ticket { server: "dc1".into(), fault, text: String::new() };
        let world = World { closed: Some(refused), ..World::new(|_, _| Fate::Lost) };
        let acted = world.run(30, &orders(), None).await;
        assert!(matches!(acted.abort, Some(AbortReason::Directory(DirectoryError::Ticket { .. }))));
        assert_eq!(world.reopened.get(), times);
    }
}

#[tokio::test]
async fn a_connection_that_always_breaks_is_given_up() {
    let world = World::new(|_, _| Fate::Lost);
    let acted = world.run(450, &orders(), None).await;
    assert!(matches!(acted.abort, Some(AbortReason::Directory(_))), "{:?}", acted.abort);
    assert_eq!(acted.results.iter().filter(|(_, done)| done.outcome == RowOutcome::Unlocked).count(), 0);
    assert!(world.reopened.get() <= 3);
}

#[tokio::test]
async fn asked_to_end_it_finishes_what_is_under_way() {
    let world = World::kind();
    let acted = world.run(450, &orders(), Some(100)).await;
    assert!(matches!(acted.abort, Some(AbortReason::Stopped)));
    let unlocked = acted.results.iter().filter(|(_, done)| done.outcome == RowOutcome::Unlocked).count();
    assert!((100..100 + 8).contains(&unlocked), "{unlocked}");
    assert_eq!(counts(&acted), [("not_tried", 450 - unlocked), ("unlocked", unlocked)]);
    assert_eq!((0..450).filter(|n| world.sent(*n) > 0).count(), unlocked);
    assert_eq!(world.ends().values().filter(|(step, _)| *step == Step::Done).count(), unlocked);
}

#[tokio::test]
async fn asked_to_end_after_a_loss_it_still_reads_back() {
    let world = World::new(|name, _| if name == "a40" { Fate::AnswerLost } else { Fate::Done });
    let acted = world.run(450, &Orders { concurrency: 1, ..orders() }, Some(40)).await;
    assert_eq!(acted.results[39].1.outcome, RowOutcome::Unlocked);
    assert_eq!(detail(&acted, 449), Some(RowDetail::NotTried));
    assert!(world.ends().values().all(|(step, _)| matches!(step, Step::Done | Step::Failed)));
}

#[tokio::test]
async fn without_a_trail_nothing_is_changed() {
    let world = World::kind();
    world.room.set(0);
    let acted = world.run(30, &orders(), None).await;
    assert!(matches!(acted.abort, Some(AbortReason::Store(_))));
    assert_eq!(counts(&acted), [("not_tried", 30)]);
    assert!(world.sent.borrow().is_empty());
}

#[tokio::test]
async fn where_the_trail_ends_so_does_the_run() {
    let world = World::kind();
    // The first intents fit, and a batch; nothing after that does.
    world.room.set(2);
    let acted = world.run(1000, &orders(), None).await;
    assert!(matches!(acted.abort, Some(AbortReason::Store(_))));
    let unrecorded: Vec<_> =
        acted.results.iter().filter(|(_, done)| done.detail == Some(RowDetail::NotRecorded)).collect();
    assert!(unrecorded.iter().all(|(_, done)| done.outcome == RowOutcome::Unlocked));
    assert_eq!(unrecorded.len(), (0..1000).filter(|n| world.sent(*n) > 0).count());
    assert!((8..=108).contains(&unrecorded.len()), "{}", unrecorded.len());
}

#[tokio::test]
async fn what_was_looked_up_long_ago_is_looked_at_again() {
    let world = World::kind();
    let now = |n: usize, change: fn(&mut BulkAccount)| {
        let mut now = account(n);
        change(&mut now);
        world.put(&account(n), Some(now));
    };
    now(1, |account| account.protected = Some(Protection::AdminCount));
    now(2, |account| account.disabled = true);
    now(3, |account| account.locked = false);
    now(4, |account| account.dn = "CN=moved".into());
    world.put(&account(5), None);
    let looked_up = Timestamp::UNIX_EPOCH - SignedDuration::from_mins(2);
    let acted = world.run(450, &Orders { looked_up, ..orders() }, None).await;
    let outcomes: Vec<_> = acted.results[1..6].iter().map(|(_, done)| done.outcome).collect();
    use RowOutcome::{Disabled, Failed, NotLocked, Protected, Unlocked};
    assert_eq!(outcomes, [Protected, Disabled, NotLocked, Unlocked, Failed]);
    assert_eq!(detail(&acted, 5), Some(RowDetail::Gone));
    assert_eq!(world.intents(), 446);
    assert_eq!([1, 2, 3, 5].map(|n| world.sent(n)), [0; 4]);
}
