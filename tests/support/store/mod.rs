//! The suite for every store. Each case opens the same store more than once, as several
//! processes or machines do.

pub mod codes;
mod log;

use servicedesk::domain::account::AccountId;
use servicedesk::domain::audit::{Act, Action, Actor, AuditRecord, ChainHash, ChainVerifier, Step, StoredRecord};
use servicedesk::domain::code::{CodeBinding, KeyedHash};
use servicedesk::ports::{
    Codes, InspectStore, NoRandomness, OpenError, Random, ReadRecords, Records, RemoveArchived, SearchRecords,
};

use jiff::Timestamp;

pub use log::*;

/// An empty store for each test.
pub trait TestStore: Send + Sync {
    type Store: Codes + Records + ReadRecords + SearchRecords + RemoveArchived + InspectStore;
    async fn new() -> Self;
    /// Opens the store once more.
    async fn open(&self) -> Self::Store {
        self.try_open().await.unwrap()
    }
    async fn try_open(&self) -> Result<Self::Store, OpenError>;
    /// Executes SQL past the program.
    async fn by_hand(&self, sql: &str) -> Result<(), String>;
    /// Limits the trail to two records.
    async fn fills_up(&self);
    /// Sets a schema version from a newer program.
    async fn becomes_newer(&self);
    /// Removes the trigger that protects the trail.
    async fn unlocks_the_trail(&self);
    /// Whether a contradicting head was found since the last call.
    fn found_strange(store: &Self::Store) -> bool;
}

/// A source whose every random byte is 7.
pub struct Sevens;

impl Random for Sevens {
    fn fill(&self, buffer: &mut [u8]) -> Result<(), NoRandomness> {
        buffer.fill(7);
        Ok(())
    }
}

/// Makes each test of the suite one of `$store`.
#[macro_export]
macro_rules! store_suite {
    ($store:ty) => {
        $crate::store_suite! { $store:
            trail_keeps_order_and_content batch_is_appended_in_order batch_is_appended_whole_or_not_at_all
            parallel_writers_share_one_chain intents_are_open_until_concluded trail_rejects_changes
            contradicting_head_stays_as_evidence newer_store_is_refused test_write_leaves_nothing
            index_finds_what_reading_finds parallel_indexers_make_one_index altered_index_is_found
            archive_replaces_what_it_proves removal_is_continued_after_interruption base_without_record_is_found
            partial_verification_rests_on_its_anchor;
            code_of_one_process_is_used_by_another tries_and_time_run_out new_code_replaces_old_code
            code_is_bound_to_number_and_operator newest_code_tells_its_number sends_to_an_account_are_limited sends_to_a_number_are_limited
            withdrawn_codes_do_not_count withdrawn_code_restores_previous code_is_used_once_in_parallel
            parallel_sends_respect_limit wrong_codes_close_account_for_all_operators parallel_guesses_respect_limit
            reopened_account_accepts_codes verification_ends_with_call right_codes_do_not_close_account clock_put_back_keeps_limits
            clock_that_was_ahead_blocks_nobody partial_resets_count_as_resets
        }
    };
    ($store:ty: $($of_trail:ident)*; $($of_codes:ident)*) => {
        $(#[tokio::test]
        async fn $of_trail() {
            $crate::support::store::$of_trail::<$store>().await;
        })*
        $(#[test]
        fn $of_codes() {
            use $crate::support::store::codes;
            codes::$of_codes(&codes::empty::<$store>());
        })*
    };
}

pub fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + seconds).unwrap()
}

pub fn record(step: Step) -> AuditRecord {
    AuditRecord {
        at: at(0),
        who: Actor { directory: "anna".into(), sid: None, system: "a".into(), machine: "m".into() },
        act: Act {
            identified_by: Some("visade \"legitimation\" \\ \u{0} 🎈".into()),
            ..Act::new(Action::Unlock, "id".into(), "jesrab01".into())
        },
        step,
        intent: None,
        reason: None,
        server: None,
        ticket: Some("ÄR-1".into()),
    }
}

pub fn parsed(stored: Vec<StoredRecord>) -> Vec<(i64, AuditRecord)> {
    stored.into_iter().map(|stored| (stored.number, serde_json::from_str(&stored.text).unwrap())).collect()
}

/// The number and hash of the last record of an intact chain.
pub async fn walked(store: &impl ReadRecords) -> (i64, ChainHash) {
    let mut walk = ChainVerifier::new(ChainHash::initial(&store.store_id().await.unwrap()), Vec::new());
    for stored in store.after(0, 9999).await.unwrap() {
        assert_eq!(walk.step(&stored), Ok(()), "{stored:?}");
    }
    walk.position()
}

/// Runs `work` in `count` parallel threads, each with its own runtime like a process.
pub fn at_once<T: Send>(count: usize, work: impl AsyncFn(usize) -> T + Sync) -> Vec<T> {
    let barrier = std::sync::Barrier::new(count);
    std::thread::scope(|scope| {
        let one = |n| {
            let (barrier, work) = (&barrier, &work);
            move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                barrier.wait();
                runtime.block_on(work(n))
            }
        };
        let all: Vec<_> = (0..count).map(|n| scope.spawn(one(n))).collect();
        all.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

pub async fn trail_keeps_order_and_content<S: TestStore>() {
    let fixture = S::new().await;
    for step in [Step::Intent, Step::Done, Step::Refused] {
        fixture.open().await.append(&record(step)).await.unwrap();
    }
    let store = fixture.open().await;
    let newest = parsed(store.after(1, 9).await.unwrap());
    assert_eq!(newest, [(2, record(Step::Done)), (3, record(Step::Refused))]);
    assert_eq!(parsed(store.before(3, 1).await.unwrap()), [(2, record(Step::Done))]);
    let newest: Vec<AuditRecord> = store.newest().await.unwrap().into_iter().map(|(_, record)| record).collect();
    assert_eq!(newest[..2], [record(Step::Refused), record(Step::Done)]);
}

pub async fn batch_is_appended_in_order<S: TestStore>() {
    let fixture = S::new().await;
    fixture.open().await.append(&record(Step::Refused)).await.unwrap();
    let many: Vec<AuditRecord> = (0..300).map(|n| AuditRecord { intent: Some(n), ..record(Step::Done) }).collect();
    let store = fixture.open().await;
    let numbers = store.append_all(&many).await.unwrap();
    assert_eq!(numbers, (2..302).collect::<Vec<i64>>());
    let newest = parsed(store.after(1, 999).await.unwrap());
    assert_eq!(newest, numbers.into_iter().zip(many).collect::<Vec<_>>());
    assert_eq!(store.append_all(&[]).await.unwrap(), Vec::<i64>::new());
}

pub async fn batch_is_appended_whole_or_not_at_all<S: TestStore>() {
    let fixture = S::new().await;
    let store = fixture.open().await;
    fixture.fills_up().await;
    store.append(&record(Step::Intent)).await.unwrap();
    let error = store.append_all(&[record(Step::Done), record(Step::Done)]).await.unwrap_err();
    assert!(error.text.contains("room"), "{error:?}");
    assert_eq!(parsed(store.after(0, 9).await.unwrap()), [(1, record(Step::Intent))]);
    assert_eq!(store.append(&record(Step::Done)).await.unwrap(), 2, "it goes on");
}

pub async fn parallel_writers_share_one_chain<S: TestStore>() {
    let fixture = S::new().await;
    drop(fixture.open().await);
    at_once(20, async |_| {
        let store = fixture.open().await;
        for _ in 0..3 {
            store.append(&record(Step::Done)).await.unwrap();
            store.append_all(&[record(Step::Done), record(Step::Done)]).await.unwrap();
        }
    });
    let store = fixture.open().await;
    let (number, link) = walked(&store).await;
    assert_eq!(number, 180);
    let head = store.head().await.unwrap().unwrap();
    assert!(head.number == 180 && head.matches(&link), "{head} {link}");
}

pub async fn intents_are_open_until_concluded<S: TestStore>() {
    let fixture = S::new().await;
    let store = fixture.open().await;
    let other = || {
        let mut record = record(Step::Intent);
        record.act.account_id = "other".into();
        record
    };
    store.append_all(&[record(Step::Intent), other(), record(Step::Intent)]).await.unwrap();
    store.append(&AuditRecord { intent: Some(1), ..record(Step::Done) }).await.unwrap();
    let later = fixture.open().await;
    let open = async |account| later.unanswered(account).await.unwrap();
    assert_eq!(open(None).await, [(2, other()), (3, record(Step::Intent))]);
    assert_eq!(open(Some("id")).await, [(3, record(Step::Intent))]);
    assert_eq!(open(Some("nobody")).await, []);
}

pub async fn trail_rejects_changes<S: TestStore>() {
    let fixture = S::new().await;
    fixture.open().await.append(&record(Step::Done)).await.unwrap();
    for sql in ["DELETE FROM audit", "UPDATE audit SET record = ''"] {
        let error = fixture.by_hand(sql).await.unwrap_err();
        assert!(error.contains("only ever added to"), "{error}");
    }
}

pub async fn contradicting_head_stays_as_evidence<S: TestStore>() {
    let fixture = S::new().await;
    let store = fixture.open().await;
    store.append_all(&[record(Step::Done), record(Step::Done), record(Step::Done)]).await.unwrap();
    assert!(!S::found_strange(&store));
    fixture.unlocks_the_trail().await;
    fixture.by_hand("DELETE FROM audit WHERE id > 1").await.unwrap();
    for _ in 0..4 {
        store.append(&record(Step::Refused)).await.unwrap();
        assert!(S::found_strange(&store));
        assert!(!S::found_strange(&store), "it is told once");
    }
    assert_eq!(store.head().await.unwrap().unwrap().number, 3);
}

pub async fn test_write_leaves_nothing<S: TestStore>() {
    let fixture = S::new().await;
    let (store, other) = (fixture.open().await, fixture.open().await);
    store.append(&record(Step::Intent)).await.unwrap();
    store.test_write().await.unwrap();
    assert_eq!(other.after(0, 10).await.unwrap().len(), 1);
    // It leaves no lock.
    other.append(&record(Step::Done)).await.unwrap();
    fixture.by_hand("ALTER TABLE store RENAME TO gone").await.unwrap();
    assert!(store.test_write().await.is_err());
}

pub async fn newer_store_is_refused<S: TestStore>() {
    let fixture = S::new().await;
    drop(fixture.open().await);
    fixture.becomes_newer().await;
    match fixture.try_open().await.err() {
        Some(OpenError::Refused { why, .. }) => {
            assert!(
                why.to_string().starts_with("written by a newer servicedesk (version 99, this one knows "),
                "{why}"
            );
        }
        other => panic!("{other:?}"),
    }
}

pub fn bond(operator: &str, account: u8) -> CodeBinding<'_> {
    CodeBinding { operator, account: AccountId::from_bytes([account; 16]), number: KeyedHash::from_bytes([1; 32]) }
}
