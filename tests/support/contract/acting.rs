//! A run over many accounts over the wire: connections that break in the middle of it, and a second
//! server to go to.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use servicedesk::commands::bulk::{
    AbortReason, ExecutionResult, Progress, RunObserver, StopSignal, UnlockOptions, unlock_all,
};
use servicedesk::domain::bulk::{BulkAccount, RowChange, RowDetail, RowOutcome};
use servicedesk::ports::FindAccountsInBulk;
use servicedesk::practice::{Person, Place};

use super::proxy::{Fault, Operation, Proxy};
use super::read_only::refer;
use super::*;

struct Unwatched;

impl Progress for Unwatched {
    fn at(&mut self, _: usize, _: usize) {}
}

/// Accounts that are locked.
pub(super) async fn locked(server: &impl TestServer, people: impl IntoIterator<Item = Person>) -> Vec<BulkAccount> {
    let directory = server.desk().await;
    let mut accounts = Vec::new();
    for person in people {
        let account = added(server, &directory, person).await;
        server.lock(&account).await;
        accounts.push(BulkAccount::of(&directory.read_again(&account).await.unwrap(), Timestamp::now()));
    }
    accounts
}

pub(super) async fn run(
    directory: &LdapDirectory<'_>,
    accounts: &[BulkAccount],
    concurrency: usize,
) -> ExecutionResult {
    let who = Actor { directory: "operator".into(), sid: None, system: "operator".into(), machine: "pc".into() };
    let trail = AuditTrail::new(&Forgetful, &SystemClock, who, None);
    let options = UnlockOptions { reason: "spray".into(), concurrency, max_failures: 10, looked_up: Timestamp::now() };
    let mut observer = RunObserver { progress: &mut Unwatched, settled: &mut |_, _| {}, stop: &StopSignal::default() };
    let accounts = accounts.iter().cloned().enumerate().collect();
    unlock_all(accounts, &options, directory, &trail, &SystemClock, &mut observer).await
}

#[track_caller]
pub(super) fn all_unlocked(executed: &ExecutionResult) {
    assert!(executed.abort.is_none(), "{executed:?}");
    assert!(executed.results.iter().all(|(_, done)| done.outcome == RowOutcome::Unlocked), "{executed:?}");
}

pub async fn each_account_has_its_outcome(server: &impl TestServer) {
    let outside = Person { place: Place::Users, ..someone() };
    let accounts = locked(server, [someone(), outside, someone()]).await;
    let directory = server.desk().await;
    let executed = run(&directory, &accounts, 8).await;
    let outcomes: Vec<_> = executed.results.iter().map(|(_, done)| done.outcome).collect();
    assert_eq!(outcomes, [RowOutcome::Unlocked, RowOutcome::NoRight, RowOutcome::Unlocked]);
    assert_eq!(directory.locked_each(&accounts).await.unwrap(), [Some(false), Some(true), Some(false)]);
}

/// Before a change is made, and after it is and before its answer comes.
pub async fn lost_connection_is_reopened(server: &impl TestServer) {
    for fault in [Fault::Lost, Fault::AnswerLost] {
        let accounts = locked(server, (0..4).map(|_| someone())).await;
        let mut modifies = 0;
        let rule = move |operation| {
            modifies += usize::from(operation == Operation::Modify);
            if operation == Operation::Modify && modifies == 3 { fault } else { Fault::Pass }
        };
        let proxy = Proxy::deciding(server, rule).await;
        let directory = server.desk_with(proxy.settings.clone()).await;
        all_unlocked(&run(&directory, &accounts, 1).await);
        let asked = |operation| proxy.asked().iter().filter(|asked| **asked == operation).count();
        // A change that was made before its answer was lost is not repeated.
        let expected = if fault == Fault::Lost { 5 } else { 4 };
        assert_eq!((asked(Operation::Bind), asked(Operation::Modify)), (2, expected), "{fault:?}");
        assert_eq!(server.desk().await.locked_each(&accounts).await.unwrap(), [Some(false); 4]);
    }
}

/// Several are under way when it breaks.
pub async fn parallel_changes_finish_after_loss(server: &impl TestServer) {
    let accounts = locked(server, (0..4).map(|_| someone())).await;
    let left = Arc::new(AtomicUsize::new(3));
    let rule = move |operation| {
        let counts = operation == Operation::Modify && left.load(Ordering::Relaxed) > 0;
        if counts && left.fetch_sub(1, Ordering::Relaxed) == 1 { Fault::Lost } else { Fault::Pass }
    };
    let proxy = Proxy::deciding(server, rule).await;
    let directory = server.desk_with(proxy.settings.clone()).await;
    all_unlocked(&run(&directory, &accounts, 4).await);
    assert_eq!(server.desk().await.locked_each(&accounts).await.unwrap(), [Some(false); 4]);
}

/// The first server goes down for good after two changes.
pub async fn next_server_takes_over(server: &impl TestServer) {
    let accounts = locked(server, (0..4).map(|_| someone())).await;
    let mut modifies = 0;
    let rule = move |operation| {
        modifies += usize::from(operation == Operation::Modify);
        if modifies > 2 { Fault::Lost } else { Fault::Pass }
    };
    let (first, second) = (Proxy::deciding(server, rule).await, Proxy::deciding(server, |_| Fault::Pass).await);
    let directory = server.desk_with(Proxy::in_turn(&[&first, &second])).await;
    all_unlocked(&run(&directory, &accounts, 1).await);
    assert_eq!(second.count(Operation::Modify), 2);
    assert_eq!(server.desk().await.locked_each(&accounts).await.unwrap(), [Some(false); 4]);
}

/// Nothing was done there, and every account is checked anew at the other before it is changed.
pub async fn writable_server_takes_over(server: &impl TestServer) {
    let accounts = locked(server, (0..4).map(|_| someone())).await;
    let first = Proxy::deciding(server, refer).await;
    let second = Proxy::deciding(server, |_| Fault::Pass).await;
    let directory = server.desk_with(Proxy::in_turn(&[&first, &second])).await;
    all_unlocked(&run(&directory, &accounts, 4).await);
    assert_eq!((first.count(Operation::Modify), second.count(Operation::Modify)), (4, 4));
}

pub async fn run_without_writable_server_changes_nothing(server: &impl TestServer) {
    let accounts = locked(server, (0..4).map(|_| someone())).await;
    let proxy = Proxy::deciding(server, refer).await;
    let directory = server.desk_with(proxy.settings.clone()).await;
    let executed = run(&directory, &accounts, 2).await;
    assert!(matches!(executed.abort, Some(AbortReason::Directory(DirectoryError::ReadOnly { .. }))), "{executed:?}");
    let not_tried = |(_, done): &(usize, RowChange)| done.detail == Some(RowDetail::NotTried);
    assert!(executed.results.iter().all(not_tried), "{executed:?}");
    assert_eq!(server.desk().await.locked_each(&accounts).await.unwrap(), [Some(true); 4]);
    assert_eq!(proxy.count(Operation::Modify), 2, "those under way, and no more");
}
