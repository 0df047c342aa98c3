//! Codes: cases for every store.

mod clocks;

use std::sync::Barrier;

use jiff::SignedDuration;
use servicedesk::domain::account::AccountId;
use servicedesk::domain::audit::{Act, Action, AuditRecord, Step};
use servicedesk::domain::code::{CodeBinding, KeyedHash};
use servicedesk::domain::limits::{CodeLimits, RateLimited, RecentActivity, SendLimit, Share};
use servicedesk::ports::{AccountHistory, CodeAttempt, Codes, IssueAnswer, Records, VerificationState};
use tokio::runtime::Runtime;

use super::{TestStore, at};
pub use clocks::{clock_put_back_keeps_limits, clock_that_was_ahead_blocks_nobody};

const YEAR: i64 = 365 * 24 * 3600;

/// One process, with its own runtime and open store.
struct Process<S: TestStore> {
    runtime: Runtime,
    store: S::Store,
    limits: CodeLimits,
}

fn process<S: TestStore>(desk: &S) -> Process<S> {
    let runtime = runtime();
    let store = runtime.block_on(desk.open());
    Process { runtime, store, limits: CodeLimits::default() }
}

fn runtime() -> Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

/// An empty store that any number of processes can open.
pub fn empty<S: TestStore>() -> S {
    runtime().block_on(S::new())
}

impl<S: TestStore> Process<S> {
    fn wait<T>(&self, call: impl Future<Output = T>) -> T {
        self.runtime.block_on(call)
    }

    fn issue(&self, bond: &CodeBinding<'_>, code_hash: u8, second: i64) -> IssueAnswer {
        self.wait(self.store.issue(bond, mark(code_hash), &self.limits, at(second))).unwrap()
    }

    /// Sends a code that the limits allow.
    fn send(&self, bond: &CodeBinding<'_>, code_hash: u8, second: i64) -> i64 {
        match self.issue(bond, code_hash, second) {
            IssueAnswer::Code { id, .. } => id,
            other => panic!("at {second}: {other:?}"),
        }
    }

    fn take(&self, bond: &CodeBinding<'_>, second: i64) -> CodeAttempt {
        self.wait(self.store.begin_attempt(bond, &self.limits, at(second))).unwrap()
    }

    /// Takes a try, which there must be: its number, the seal, how many are left.
    fn taken(&self, bond: &CodeBinding<'_>, second: i64) -> (i64, KeyedHash, u32) {
        match self.take(bond, second) {
            CodeAttempt::Try { id, code_hash, left, .. } => (id, code_hash, left),
            other => panic!("at {second}: {other:?}"),
        }
    }

    fn consume(&self, attempt: i64, second: i64) -> bool {
        self.wait(self.store.consume(attempt, at(second))).unwrap()
    }

    fn withdraw(&self, code: i64) {
        self.wait(self.store.withdraw(code)).unwrap();
    }

    fn verification_state(&self, bond: &CodeBinding<'_>, second: i64) -> VerificationState {
        self.wait(self.store.verification_state(bond, &self.limits, at(second))).unwrap()
    }

    fn recent_activity(&self, account: u8, second: i64) -> RecentActivity {
        self.wait(self.store.recent_activity(AccountId::from_bytes([account; 16]), &self.limits, at(second))).unwrap()
    }
}

fn bond(account: u8) -> CodeBinding<'static> {
    CodeBinding { operator: "anna", account: AccountId::from_bytes([account; 16]), number: mark(account) }
}

fn mark(n: u8) -> KeyedHash {
    KeyedHash::from_bytes([n; 32])
}

fn not_yet(limit: SendLimit, again: i64) -> IssueAnswer {
    IssueAnswer::NotYet(RateLimited { limit, again: at(again) })
}

pub fn code_of_one_process_is_used_by_another(desk: &impl TestStore) {
    process(desk).send(&bond(1), 9, 0);
    let later = process(desk);
    let (attempt, code_hash, left) = later.taken(&bond(1), 10);
    assert_eq!((code_hash, left), (mark(9), 2));
    assert_eq!(later.verification_state(&bond(1), 10), VerificationState::Unverified);
    assert!(later.consume(attempt, 11));
    assert!(matches!(process(desk).take(&bond(1), 12), CodeAttempt::Used { .. }));
    assert_eq!(process(desk).verification_state(&bond(1), 11 + 900), VerificationState::Verified { at: at(11) });
    assert_eq!(process(desk).verification_state(&bond(1), 12 + 900), VerificationState::Unverified);
}

pub fn tries_and_time_run_out(desk: &impl TestStore) {
    let one = process(desk);
    one.send(&bond(1), 9, 0);
    assert_eq!([1, 2, 3].map(|second| one.taken(&bond(1), second).2), [2, 1, 0]);
    assert_eq!(one.take(&bond(1), 4), CodeAttempt::NoTriesLeft);
    assert!(!one.wait(one.store.sent("anna", at(4))).unwrap()[0].live, "without tries it is not valid");
    assert_eq!(one.take(&bond(2), 4), CodeAttempt::NoneSent);
    one.send(&bond(2), 9, 10);
    one.taken(&bond(2), 309);
    assert_eq!(one.take(&bond(2), 310), CodeAttempt::Expired);
}

pub fn new_code_replaces_old_code(desk: &impl TestStore) {
    let one = process(desk);
    one.send(&bond(1), 8, 0);
    let (first, ..) = one.taken(&bond(1), 1);
    one.send(&bond(1), 9, 30);
    assert_eq!(one.taken(&bond(1), 31).1, mark(9));
    assert!(!one.consume(first, 32), "the old one cannot be used");
    let sent = one.wait(one.store.sent("anna", at(33))).unwrap();
    let seals: Vec<(KeyedHash, bool)> = sent.iter().map(|sent| (sent.code_hash, sent.live)).collect();
    assert_eq!(seals, [(mark(8), false), (mark(9), true)]);
    assert_eq!(one.wait(one.store.sent("bo", at(33))).unwrap().len(), 0);
    assert_eq!(one.wait(one.store.sent("anna", at(300))).unwrap().len(), 1, "the older one's time is up");
}

pub fn code_is_bound_to_number_and_operator(desk: &impl TestStore) {
    let one = process(desk);
    one.send(&bond(1), 9, 0);
    let moved = CodeBinding { number: mark(2), ..bond(1) };
    assert_eq!(one.take(&moved, 1), CodeAttempt::NumberChanged);
    let other = CodeBinding { operator: "bo", ..bond(1) };
    assert_eq!(one.take(&other, 1), CodeAttempt::NoneSent);
    let (attempt, ..) = one.taken(&bond(1), 2);
    assert!(one.consume(attempt, 2));
    assert_eq!(one.verification_state(&bond(1), 3), VerificationState::Verified { at: at(2) });
    assert_eq!(one.verification_state(&moved, 3), VerificationState::Unverified);
    assert_eq!(one.verification_state(&other, 3), VerificationState::Unverified);
    let shared = CodeBinding { number: mark(1), ..bond(2) };
    assert_eq!(one.verification_state(&shared, 3), VerificationState::Unverified, "an account with the same number");
}

pub fn verification_ends_with_call(desk: &impl TestStore) {
    let (one, other) = (process(desk), CodeBinding { operator: "bo", ..bond(1) });
    for (second, bond) in [(0, bond(1)), (40, bond(2)), (80, other)] {
        one.send(&bond, 9, second);
        let (attempt, ..) = one.taken(&bond, second + 1);
        assert!(one.consume(attempt, second + 1));
    }
    let verified = |bond: &CodeBinding<'_>| match process(desk).verification_state(bond, 90) {
        VerificationState::Verified { .. } => true,
        VerificationState::Unverified => false,
        closed @ VerificationState::Closed { .. } => panic!("{closed:?}"),
    };
    assert!(verified(&bond(1)) && verified(&bond(2)) && verified(&other));
    one.wait(one.store.end_verification("anna", bond(1).account)).unwrap();
    assert!(!verified(&bond(1)) && verified(&bond(2)) && verified(&other), "of this operator and account alone");
    assert!(matches!(one.take(&bond(1), 91), CodeAttempt::Used { .. }), "the code is not valid again");
    // It still counts as sent, and a new one verifies the caller again.
    assert_eq!(one.issue(&bond(1), 9, 100), not_yet(SendLimit::Gap, 110));
    one.send(&bond(1), 9, 110);
    let (attempt, ..) = one.taken(&bond(1), 111);
    assert!(one.consume(attempt, 111));
    assert_eq!(one.verification_state(&bond(1), 112), VerificationState::Verified { at: at(111) });
}

pub fn newest_code_tells_its_number(desk: &impl TestStore) {
    let one = process(desk);
    let newest =
        |operator, account| one.wait(one.store.newest_number(operator, AccountId::from_bytes([account; 16]))).unwrap();
    assert_eq!(newest("anna", 1), None);
    one.send(&bond(1), 8, 0);
    one.send(&bond(2), 7, 0);
    let other = CodeBinding { number: mark(3), ..bond(1) };
    let second = one.send(&other, 9, 30);
    assert_eq!([newest("anna", 1), newest("anna", 2), newest("bo", 1)], [Some(mark(3)), Some(mark(2)), None]);
    one.withdraw(second);
    assert_eq!(newest("anna", 1), Some(mark(1)), "what was not sent does not count");
    let (attempt, ..) = one.taken(&bond(1), 60);
    assert!(one.consume(attempt, 60));
    assert_eq!(newest("anna", 1), Some(mark(1)), "a used code is told to be used");
}

pub fn sends_to_an_account_are_limited(desk: &impl TestStore) {
    let one = process(desk);
    for n in 0..5_u8 {
        // To new numbers and by several operators: the account's share is the desk's.
        let operator = ["anna", "bo"][usize::from(n % 2)];
        one.send(&CodeBinding { operator, number: mark(100 + n), ..bond(1) }, 9, i64::from(n) * 60);
    }
    assert_eq!(one.issue(&bond(1), 9, 250), not_yet(SendLimit::Hour(Share::Account), 3600));
    assert_eq!(one.issue(&bond(1), 9, 3599), not_yet(SendLimit::Hour(Share::Account), 3600));
    for n in 0..5 {
        one.send(&bond(1), 9, 3600 + n * 60);
    }
    assert_eq!(one.issue(&bond(1), 9, 50_000), not_yet(SendLimit::Day(Share::Account), 86_400));
    one.send(&bond(1), 9, 86_400);
    one.send(&bond(2), 9, 86_400);
    assert_eq!(one.issue(&bond(2), 9, 86_429), not_yet(SendLimit::Gap, 86_430));
}

pub fn sends_to_a_number_are_limited(desk: &impl TestStore) {
    let one = process(desk);
    let shared = |account| CodeBinding { number: mark(99), ..bond(account) };
    for n in 0..5 {
        one.send(&shared(n), 9, i64::from(n));
    }
    assert_eq!(one.issue(&shared(5), 9, 5), not_yet(SendLimit::Hour(Share::Number), 3600));
    one.send(&bond(5), 9, 5);
    for n in 0..5 {
        one.send(&shared(10 + n), 9, 4000 + i64::from(n));
    }
    assert_eq!(one.issue(&shared(20), 9, 50_000), not_yet(SendLimit::Day(Share::Number), 86_400));
}

pub fn withdrawn_codes_do_not_count(desk: &impl TestStore) {
    let one = process(desk);
    for second in 0..20 {
        one.withdraw(one.send(&bond(1), 9, second));
    }
    assert_eq!(one.take(&bond(1), 20), CodeAttempt::NoneSent);
}

pub fn withdrawn_code_restores_previous(desk: &impl TestStore) {
    let one = process(desk);
    one.send(&bond(1), 7, 0);
    let (first, ..) = one.taken(&bond(1), 1);
    let previous = one.send(&bond(1), 8, 30);
    one.send(&CodeBinding { operator: "bo", ..bond(1) }, 9, 60);
    one.send(&bond(2), 9, 60);
    for second in [90, 91] {
        one.withdraw(one.send(&bond(1), 9, second));
    }
    let (second, code_hash, _) = one.taken(&bond(1), 92);
    assert_eq!(code_hash, mark(8));
    assert!(!one.consume(first, 93), "the one before that stays ended");

    assert!(one.consume(second, 93));
    one.withdraw(one.send(&bond(1), 9, 120));
    assert!(matches!(one.take(&bond(1), 121), CodeAttempt::Used { .. }), "a used code stays used");
    one.withdraw(previous);
    assert!(matches!(one.take(&bond(1), 122), CodeAttempt::Used { .. }), "and cannot be withdrawn");
    let sent = one.wait(one.store.sent("anna", at(123))).unwrap();
    let seals: Vec<(KeyedHash, bool)> = sent.iter().map(|sent| (sent.code_hash, sent.live)).collect();
    assert_eq!(seals, [(mark(7), false), (mark(9), true)], "the older one stays ended; bond(2)'s is valid");
}

/// The results of `count` processes doing `work` in parallel.
fn at_once<S: TestStore, T: Send>(desk: &S, count: usize, work: impl Fn(&mut Process<S>) -> T + Sync) -> Vec<T> {
    // Creates the store.
    drop(process(desk));
    let barrier = Barrier::new(count);
    std::thread::scope(|scope| {
        let one = || {
            let mut process = process(desk);
            barrier.wait();
            work(&mut process)
        };
        let all: Vec<_> = (0..count).map(|_| scope.spawn(one)).collect();
        all.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

pub fn code_is_used_once_in_parallel(desk: &impl TestStore) {
    process(desk).send(&bond(1), 9, 0);
    let used = at_once(desk, 8, |one| match one.take(&bond(1), 1) {
        CodeAttempt::Try { id, .. } => Some(one.consume(id, 1)),
        _ => None,
    });
    assert_eq!(used.iter().filter(|used| **used == Some(true)).count(), 1, "{used:?}");
    assert!(used.iter().flatten().count() <= 3, "{used:?}");
}

pub fn parallel_sends_respect_limit(desk: &impl TestStore) {
    let sent = at_once(desk, 8, |one| {
        one.limits.resend = SignedDuration::ZERO;
        let issued: Vec<IssueAnswer> =
            (0..3).map(|n| one.issue(&CodeBinding { number: mark(9), ..bond(n) }, 9, 1)).collect();
        issued.iter().filter(|issued| matches!(issued, IssueAnswer::Code { .. })).count()
    });
    assert_eq!(sent.iter().sum::<usize>(), 5, "{sent:?}");
}

pub fn wrong_codes_close_account_for_all_operators(desk: &impl TestStore) {
    let mut one = process(desk);
    one.limits.wrong_codes_per_day = 4;
    let other = CodeBinding { operator: "bo", ..bond(1) };
    one.send(&bond(1), 9, 0);
    one.send(&other, 9, 30);
    let (attempt, ..) = one.taken(&other, 31);
    assert!(one.consume(attempt, 31), "so that there is a window");
    assert_eq!([32, 33, 34].map(|second| one.taken(&bond(1), second).2), [2, 1, 0]);
    one.send(&bond(1), 9, 60);
    let CodeAttempt::Try { left: 0, closes: Some(until), .. } = one.take(&bond(1), 61) else { panic!() };
    assert_eq!(until, at(3661));
    assert_eq!(
        one.recent_activity(1, 61),
        RecentActivity { wrong_codes: 4, closed_until: Some(until), ..RecentActivity::default() }
    );

    for second in [61, 3660] {
        for bond in [bond(1), other] {
            assert_eq!(one.issue(&bond, 9, second), IssueAnswer::Closed { until });
            assert_eq!(one.take(&bond, second), CodeAttempt::Closed { until });
            assert_eq!(one.verification_state(&bond, second), VerificationState::Closed { until });
        }
    }
    assert_eq!(one.take(&bond(2), 61), CodeAttempt::NoneSent, "other accounts are open");
    one.send(&bond(1), 9, 3661);
    let CodeAttempt::Try { left: 0, closes: Some(until), .. } = one.take(&bond(1), 3700) else { panic!() };
    assert_eq!(until, at(7300), "one more of the same day closes it again");
    one.send(&bond(1), 9, 90_000);
    assert_eq!(one.taken(&bond(1), 90_001).2, 2, "a day later it begins anew, but for the last");
}

pub fn parallel_guesses_respect_limit(desk: &impl TestStore) {
    for (operator, second) in OPERATORS.into_iter().zip([0, 30, 60, 90, 120]) {
        process(desk).send(&CodeBinding { operator, ..bond(1) }, 9, second);
    }
    let taken = at_once(desk, 8, |one| {
        let tries = OPERATORS.iter().flat_map(|operator| [CodeBinding { operator, ..bond(1) }; 3]);
        tries.filter(|bond| matches!(one.take(bond, 121), CodeAttempt::Try { .. })).count()
    });
    assert_eq!(taken.iter().sum::<usize>(), 10, "{taken:?}");
}

const OPERATORS: [&str; 5] = ["anna", "bo", "eva", "per", "ulla"];

pub fn reopened_account_accepts_codes(desk: &impl TestStore) {
    let mut one = process(desk);
    one.limits.wrong_codes_per_day = 1;
    one.send(&bond(1), 9, 0);
    one.taken(&bond(1), 1);
    assert!(matches!(one.take(&bond(1), 2), CodeAttempt::Closed { .. }));
    one.wait(one.store.reopen(AccountId::from_bytes([2; 16]))).unwrap();
    assert!(matches!(one.take(&bond(1), 2), CodeAttempt::Closed { .. }), "that was another account");
    one.wait(one.store.reopen(AccountId::from_bytes([1; 16]))).unwrap();
    assert_eq!(one.recent_activity(1, 2), RecentActivity::default());
    one.taken(&bond(1), 2);
}

pub fn right_codes_do_not_close_account(desk: &impl TestStore) {
    let mut one = process(desk);
    one.limits = CodeLimits { wrong_codes_per_day: 1, sends_per_hour: 9, ..one.limits };
    for n in 0..9 {
        one.send(&bond(1), 9, n * 60);
        let (attempt, ..) = one.taken(&bond(1), n * 60);
        assert!(one.consume(attempt, n * 60));
    }
    assert_eq!(one.recent_activity(1, 600), RecentActivity::default());
}

pub fn partial_resets_count_as_resets(desk: &impl TestStore) {
    let one = process(desk);
    let record = |account: u8, action, step, second| {
        let (plain, account_id) = (super::record(step), AccountId::from_bytes([account; 16]).to_string());
        AuditRecord { at: at(second), act: Act { action, account_id, ..plain.act }, ..plain }
    };
    let records = [
        record(1, Action::Reset, Step::Done, 0),
        record(1, Action::Reset, Step::Partly, 1),
        record(1, Action::Reset, Step::Intent, 1),
        record(1, Action::Reset, Step::Failed, 1),
        record(1, Action::Reset, Step::Refused, 1),
        record(1, Action::Unlock, Step::Done, 1),
        record(2, Action::Reset, Step::Done, 1),
    ];
    one.wait(one.store.append_all(&records)).unwrap();
    one.wait(one.store.append(&record(1, Action::Reset, Step::Done, 2))).unwrap();
    assert_eq!([2, 86_399, 86_400, 86_402].map(|second| one.recent_activity(1, second).resets), [3, 3, 2, 0]);
    assert_eq!(one.recent_activity(2, 2).resets, 1);
    let unlocked = |account, second| one.recent_activity(account, second).unlocked;
    assert_eq!([1, 2, 3].map(|account| unlocked(account, 2)), [Some(at(2)), Some(at(1)), None]);
    assert_eq!(unlocked(1, 86_402), None, "a day has passed");
}
