//! Bulk runs against scripted answers. `tests/support/contract/` runs them over the wire.

mod fake;

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use self::fake::{FakeBulkDirectory, ScriptedResult, account, no_answer};
use super::{AbortReason, ExecutionResult, UnlockOptions};
use crate::domain::account::Protection;
use crate::domain::audit::Step;
use crate::domain::bulk::{BulkAccount, RowDetail, RowOutcome};
use crate::ports::{ChangeRefusal, DirectoryError, SignInRefusal, TicketFault};

fn options() -> UnlockOptions {
    UnlockOptions {
        reason: "efter semestern".into(),
        concurrency: 8,
        max_failures: 10,
        looked_up: Timestamp::UNIX_EPOCH,
    }
}

/// Counts results by detail or outcome.
fn counts(executed: &ExecutionResult) -> Vec<(&'static str, usize)> {
    let mut counts = BTreeMap::new();
    for (_, done) in &executed.results {
        let name = done.detail.map_or(done.outcome.name(), |detail| detail.name());
        *counts.entry(name).or_default() += 1;
    }
    counts.into_iter().collect()
}

fn detail(executed: &ExecutionResult, n: usize) -> Option<RowDetail> {
    executed.results[n].1.detail
}

#[tokio::test]
async fn unlocks_all_in_few_transactions() {
    let fake = FakeBulkDirectory::always_done();
    let executed = fake.run(450, &options(), None).await;
    assert!(executed.abort.is_none());
    assert_eq!(counts(&executed), [("unlocked", 450)]);
    assert!(executed.results.iter().all(|(_, done)| done.server.as_deref() == Some("dc1")));
    assert_eq!(fake.most_under_way.get(), 8);
    assert!(fake.transactions.get() <= 11, "{} transactions", fake.transactions.get());
    assert!(fake.ends().values().all(|end| *end == (Step::Done, None)));
    let records = fake.records.borrow();
    assert!(records.iter().all(|record| record.act.reason.as_deref() == Some("efter semestern")));
}

#[tokio::test]
async fn no_accounts() {
    let fake = FakeBulkDirectory::always_done();
    let executed = fake.run(0, &options(), None).await;
    assert!(executed.results.is_empty() && executed.abort.is_none());
    assert_eq!(fake.transactions.get(), 0);
}

#[tokio::test]
async fn refusal_stops_no_other_account() {
    let fake = FakeBulkDirectory::new(|name, _| match name {
        "a3" => ScriptedResult::Refused(ChangeRefusal::NoRight),
        "a5" => ScriptedResult::Refused(ChangeRefusal::Gone),
        "a7" => ScriptedResult::Refused(ChangeRefusal::Unwilling),
        "a9" => ScriptedResult::LockedAgain,
        "a11" => ScriptedResult::Protected,
        _ => ScriptedResult::Done,
    });
    let executed = fake.run(20, &options(), None).await;
    let details = [5, 7, 9, 11].map(|n| detail(&executed, n).unwrap());
    let refused = RowDetail::Refused { code: 53 };
    assert_eq!(details, [RowDetail::Gone, refused, RowDetail::LockedAgain, RowDetail::OwnAccount]);
    assert_eq!(executed.results[11].1.outcome, RowOutcome::Protected);
    assert_eq!(executed.results.iter().filter(|(_, done)| done.outcome == RowOutcome::Unlocked).count(), 15);
    assert_eq!(fake.ends()["a3"], (Step::Failed, Some("no_right".into())));
    assert_eq!(fake.ends()["a9"], (Step::Partly, Some("locked_again".into())));
    assert_eq!(fake.ends()["a11"], (Step::Refused, Some("own_account".into())));
}

#[tokio::test]
async fn intents_are_single_without_concurrency() {
    let fake = FakeBulkDirectory::new(|_, _| ScriptedResult::Refused(ChangeRefusal::NoRight));
    let executed = fake.run(30, &UnlockOptions { concurrency: 1, ..options() }, None).await;
    assert!(matches!(executed.abort, Some(AbortReason::Failures { in_a_row: 10 })));
    assert_eq!(fake.intents(), 10, "no intent without an attempt");
}

#[tokio::test]
async fn consecutive_refusals_abort() {
    let fake = FakeBulkDirectory::new(|name, _| match name[1..].parse::<usize>().unwrap() {
        ..100 => ScriptedResult::Done,
        _ => ScriptedResult::Refused(ChangeRefusal::NoRight),
    });
    let executed = fake.run(450, &options(), None).await;
    assert!(matches!(executed.abort, Some(AbortReason::Failures { in_a_row: 10 })));
    let refused = executed.results.iter().filter(|(_, done)| done.outcome == RowOutcome::NoRight).count();
    // A change sent earlier may be answered in between, and those under way at the tenth refusal are finished.
    assert!((10..10 + 8 + 8).contains(&refused), "{refused}");
    assert_eq!(counts(&executed), [("no_right", refused), ("not_tried", 350 - refused), ("unlocked", 100)]);
    assert_eq!(fake.sent(449), 0);
}

#[tokio::test]
async fn scattered_refusals_do_not_abort() {
    let fake = FakeBulkDirectory::new(|name, _| {
        if name.ends_with('7') { ScriptedResult::Refused(ChangeRefusal::NoRight) } else { ScriptedResult::Done }
    });
    let executed = fake.run(300, &options(), None).await;
    assert!(executed.abort.is_none());
    assert_eq!(counts(&executed), [("no_right", 30), ("unlocked", 270)]);
}

#[tokio::test]
async fn loss_retries_only_undone_changes() {
    let fake = FakeBulkDirectory::new(|name, before| match (name, before) {
        ("a50", 0) => ScriptedResult::AnswerLost,
        ("a250", 0) => ScriptedResult::Lost,
        _ => ScriptedResult::Done,
    });
    let executed = fake.run(450, &options(), None).await;
    assert!(executed.abort.is_none());
    assert_eq!(counts(&executed), [("unlocked", 450)]);
    assert_eq!((fake.sent(50), fake.sent(250), fake.reopened.get()), (1, 2, 2));
    // Only those under way with the two are sent again.
    let twice = (0..450).filter(|n| fake.sent(*n) > 1).count();
    assert!(twice <= 16, "{twice}");
    assert_eq!(fake.intents(), 450, "one intent per account");
}

/// The connection may be reopened to a controller that knows more. Neither what is retried nor what is next goes to it
/// unasked.
#[tokio::test]
async fn accounts_are_checked_anew_after_a_loss() {
    let lost = |name: &str, before| match (name, before) {
        ("a3", 0) => ScriptedResult::Lost,
        _ => ScriptedResult::Done,
    };
    let protected_elsewhere = [3, 15].map(account).to_vec();
    let fake = FakeBulkDirectory { protected_elsewhere, ..FakeBulkDirectory::new(lost) };
    let executed = fake.run(20, &UnlockOptions { concurrency: 2, ..options() }, None).await;
    assert!(executed.abort.is_none());
    assert_eq!((fake.sent(3), fake.sent(15)), (1, 0));
    for n in [3, 15] {
        assert_eq!(executed.results[n].1.outcome, RowOutcome::Protected);
        assert_eq!(fake.ends()[&format!("a{n}")], (Step::Refused, Some("protected".into())));
    }
    assert_eq!(executed.results.iter().filter(|(_, done)| done.outcome == RowOutcome::Unlocked).count(), 18);
}

#[tokio::test]
async fn account_that_breaks_connections_is_given_up() {
    let fake =
        FakeBulkDirectory::new(|name, _| if name == "a20" { ScriptedResult::Lost } else { ScriptedResult::Done });
    let executed = fake.run(30, &UnlockOptions { concurrency: 1, ..options() }, None).await;
    assert_eq!(fake.sent(20), 3);
    assert_eq!(counts(&executed), [("may_have_changed", 1), ("unlocked", 29)]);
}

#[tokio::test]
async fn failed_reopening_reports_known_state() {
    let lost = |name: &str, _| if name == "a20" { ScriptedResult::Lost } else { ScriptedResult::Done };
    let fake = FakeBulkDirectory { closed: Some(no_answer()), ..FakeBulkDirectory::new(lost) };
    let executed = fake.run(450, &UnlockOptions { concurrency: 2, ..options() }, None).await;
    assert!(
        matches!(executed.abort, Some(AbortReason::Directory(DirectoryError::TimedOut { .. }))),
        "{:?}",
        executed.abort
    );
    assert_eq!(fake.reopened.get(), 3);
    // One was under way beside the lost one.
    let unread = executed.results.iter().filter(|(_, done)| done.outcome == RowOutcome::NotReadBack).count();
    assert!((20..=21).contains(&unread), "{unread}");
    assert_eq!(detail(&executed, 449), Some(RowDetail::NotTried));
    assert_eq!(fake.ends()["a20"], (Step::Partly, Some("may_have_changed".into())));
    assert_eq!(fake.ends()["a99"], (Step::Failed, Some("not_tried".into())));
}

/// Each try with the same password brings the operator closer to a lockout.
#[tokio::test]
async fn refused_sign_in_is_not_retried() {
    let refused = DirectoryError::SignIn {
        server: "dc1".into(),
        user: "anna".into(),
        refusal: SignInRefusal::WrongNameOrPassword,
        text: String::new(),
    };
    let fake = FakeBulkDirectory { closed: Some(refused), ..FakeBulkDirectory::new(|_, _| ScriptedResult::Lost) };
    let executed = fake.run(30, &options(), None).await;
    assert!(matches!(executed.abort, Some(AbortReason::Directory(DirectoryError::SignIn { .. }))));
    assert_eq!(fake.reopened.get(), 1);
}

/// An expired ticket stays expired; an unreachable KDC may return.
#[tokio::test]
async fn only_transient_ticket_faults_are_retried() {
    for (fault, times) in [(TicketFault::Expired, 1), (TicketFault::KdcUnreachable, 3)] {
        let refused = DirectoryError::Ticket { server: "dc1".into(), fault, text: String::new() };
        let fake = FakeBulkDirectory { closed: Some(refused), ..FakeBulkDirectory::new(|_, _| ScriptedResult::Lost) };
        let executed = fake.run(30, &options(), None).await;
        assert!(matches!(executed.abort, Some(AbortReason::Directory(DirectoryError::Ticket { .. }))));
        assert_eq!(fake.reopened.get(), times);
    }
}

#[tokio::test]
async fn connection_that_always_breaks_is_given_up() {
    let fake = FakeBulkDirectory::new(|_, _| ScriptedResult::Lost);
    let executed = fake.run(450, &options(), None).await;
    assert!(matches!(executed.abort, Some(AbortReason::Directory(_))), "{:?}", executed.abort);
    assert_eq!(executed.results.iter().filter(|(_, done)| done.outcome == RowOutcome::Unlocked).count(), 0);
    assert!(fake.reopened.get() <= 3);
}

#[tokio::test]
async fn stop_finishes_changes_under_way() {
    let fake = FakeBulkDirectory::always_done();
    let executed = fake.run(450, &options(), Some(100)).await;
    assert!(matches!(executed.abort, Some(AbortReason::Interrupt)));
    let unlocked = executed.results.iter().filter(|(_, done)| done.outcome == RowOutcome::Unlocked).count();
    assert!((100..100 + 8).contains(&unlocked), "{unlocked}");
    assert_eq!(counts(&executed), [("not_tried", 450 - unlocked), ("unlocked", unlocked)]);
    assert_eq!((0..450).filter(|n| fake.sent(*n) > 0).count(), unlocked);
    assert_eq!(fake.ends().values().filter(|(step, _)| *step == Step::Done).count(), unlocked);
}

#[tokio::test]
async fn stop_after_loss_still_reads_back() {
    let fake =
        FakeBulkDirectory::new(|name, _| if name == "a40" { ScriptedResult::AnswerLost } else { ScriptedResult::Done });
    let executed = fake.run(450, &UnlockOptions { concurrency: 1, ..options() }, Some(40)).await;
    assert_eq!(executed.results[39].1.outcome, RowOutcome::Unlocked);
    assert_eq!(detail(&executed, 449), Some(RowDetail::NotTried));
    assert!(fake.ends().values().all(|(step, _)| matches!(step, Step::Done | Step::Failed)));
}

#[tokio::test]
async fn unwritable_trail_changes_nothing() {
    let fake = FakeBulkDirectory::always_done();
    fake.room.set(0);
    let executed = fake.run(30, &options(), None).await;
    assert!(matches!(executed.abort, Some(AbortReason::Store(_))));
    assert_eq!(counts(&executed), [("not_tried", 30)]);
    assert!(fake.sent.borrow().is_empty());
}

#[tokio::test]
async fn trail_failure_aborts() {
    let fake = FakeBulkDirectory::always_done();
    // Only the first intents and one batch fit.
    fake.room.set(2);
    let executed = fake.run(1000, &options(), None).await;
    assert!(matches!(executed.abort, Some(AbortReason::Store(_))));
    let unrecorded: Vec<_> =
        executed.results.iter().filter(|(_, done)| done.detail == Some(RowDetail::NotRecorded)).collect();
    assert!(unrecorded.iter().all(|(_, done)| done.outcome == RowOutcome::Unlocked));
    assert_eq!(unrecorded.len(), (0..1000).filter(|n| fake.sent(*n) > 0).count());
    assert!((8..=108).contains(&unrecorded.len()), "{}", unrecorded.len());
}

#[tokio::test]
async fn stale_lookup_is_repeated() {
    let fake = FakeBulkDirectory::always_done();
    let now = |n: usize, change: fn(&mut BulkAccount)| {
        let mut now = account(n);
        change(&mut now);
        fake.put(&account(n), Some(now));
    };
    now(1, |account| account.protected = Some(Protection::AdminCount));
    now(2, |account| account.disabled = true);
    now(3, |account| account.locked = false);
    now(4, |account| account.dn = "CN=moved".into());
    fake.put(&account(5), None);
    let looked_up = Timestamp::UNIX_EPOCH - SignedDuration::from_mins(2);
    let executed = fake.run(450, &UnlockOptions { looked_up, ..options() }, None).await;
    let outcomes: Vec<_> = executed.results[1..6].iter().map(|(_, done)| done.outcome).collect();
    use RowOutcome::{Disabled, Failed, NotLocked, Protected, Unlocked};
    assert_eq!(outcomes, [Protected, Disabled, NotLocked, Unlocked, Failed]);
    assert_eq!(detail(&executed, 5), Some(RowDetail::Gone));
    assert_eq!(fake.intents(), 446);
    assert_eq!([1, 2, 3, 5].map(|n| fake.sent(n)), [0; 4]);
}
