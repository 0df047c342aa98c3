//! A run over many accounts over the wire: connections that break in the middle of it, and a second
//! server to go to.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use servicedesk::adapters::tls::Trust;
use servicedesk::commands::bulk::{Acted, Orders, Progress, Stop, Watch, unlock_all};
use servicedesk::domain::bulk::{BulkAccount, RowDetail, RowOutcome};
use servicedesk::ports::FindAccountsInBulk;
use servicedesk::practice::{Person, Place};

use super::middle::{Fate, Middle, Operation};
use super::*;

struct Unwatched;

impl Progress for Unwatched {
    fn at(&mut self, _: usize, _: usize) {}
}

/// Accounts that are locked.
async fn locked(ground: &impl Ground, people: impl IntoIterator<Item = Person>) -> Vec<BulkAccount> {
    let directory = ground.desk().await;
    let mut accounts = Vec::new();
    for person in people {
        let account = added(ground, &directory, person).await;
        ground.lock(&account).await;
        accounts.push(BulkAccount::of(&directory.read_again(&account).await.unwrap(), Timestamp::now()));
    }
    accounts
}

async fn run(directory: &LdapDirectory<'_>, accounts: &[BulkAccount], concurrency: usize) -> Acted {
    let who = Actor { directory: "operator".into(), sid: None, system: "operator".into(), machine: "pc".into() };
    let trail = AuditTrail::new(&Forgetful, &SystemClock, who, None);
    let orders = Orders { reason: "spray".into(), concurrency, max_failures: 10, looked_up: Timestamp::now() };
    let mut watch = Watch { progress: &mut Unwatched, settled: &mut |_, _| {}, stop: &Stop::default() };
    let accounts = accounts.iter().cloned().enumerate().collect();
    unlock_all(accounts, &orders, directory, &trail, &SystemClock, &mut watch).await
}

#[track_caller]
fn all_unlocked(acted: &Acted) {
    assert!(acted.abort.is_none(), "{acted:?}");
    assert!(acted.results.iter().all(|(_, done)| done.outcome == RowOutcome::Unlocked), "{acted:?}");
}

pub async fn each_to_its_own(ground: &impl Ground) {
    let outside = Person { place: Place::Users, ..someone() };
    let accounts = locked(ground, [someone(), outside, someone()]).await;
    let directory = ground.desk().await;
    let acted = run(&directory, &accounts, 8).await;
    let details: Vec<_> = acted.results.iter().map(|(_, done)| done.detail).collect();
    assert_eq!(details, [None, Some(RowDetail::NoRight), None]);
    assert_eq!(directory.locked_each(&accounts).await.unwrap(), [Some(false), Some(true), Some(false)]);
}

/// Before a change is made, and after it is and before its answer comes.
pub async fn a_lost_connection_is_opened_again(ground: &impl Ground) {
    for fate in [Fate::Lost, Fate::AnswerLost] {
        let accounts = locked(ground, (0..4).map(|_| someone())).await;
        let mut modifies = 0;
        let rule = move |operation| {
            modifies += usize::from(operation == Operation::Modify);
            if operation == Operation::Modify && modifies == 3 { fate } else { Fate::Pass }
        };
        let middle = Middle::deciding(ground, rule).await;
        let directory = ground.desk_with(middle.settings.clone()).await;
        all_unlocked(&run(&directory, &accounts, 1).await);
        let asked = |operation| middle.asked().iter().filter(|asked| **asked == operation).count();
        // What was done before its answer was lost is not done again.
        let expected = if fate == Fate::Lost { 5 } else { 4 };
        assert_eq!((asked(Operation::Bind), asked(Operation::Modify)), (2, expected), "{fate:?}");
        assert_eq!(ground.desk().await.locked_each(&accounts).await.unwrap(), [Some(false); 4]);
    }
}

/// Several are under way when it breaks.
pub async fn what_was_under_way_is_finished(ground: &impl Ground) {
    let accounts = locked(ground, (0..4).map(|_| someone())).await;
    let left = Arc::new(AtomicUsize::new(3));
    let rule = move |operation| {
        let counts = operation == Operation::Modify && left.load(Ordering::Relaxed) > 0;
        if counts && left.fetch_sub(1, Ordering::Relaxed) == 1 { Fate::Lost } else { Fate::Pass }
    };
    let middle = Middle::deciding(ground, rule).await;
    let directory = ground.desk_with(middle.settings.clone()).await;
    all_unlocked(&run(&directory, &accounts, 4).await);
    assert_eq!(ground.desk().await.locked_each(&accounts).await.unwrap(), [Some(false); 4]);
}

/// The first server goes down for good after two changes.
pub async fn the_next_server_takes_over(ground: &impl Ground) {
    let accounts = locked(ground, (0..4).map(|_| someone())).await;
    let mut modifies = 0;
    let rule = move |operation| {
        modifies += usize::from(operation == Operation::Modify);
        if modifies > 2 { Fate::Lost } else { Fate::Pass }
    };
    let (first, second) = (Middle::deciding(ground, rule).await, Middle::deciding(ground, |_| Fate::Pass).await);
    let both = [&first, &second].map(|middle| middle.settings.clone());
    let trust = both.iter().map(|settings| match &settings.trust {
        Trust::Pem(pem) => pem.as_str(),
        other => panic!("{other:?}"),
    });
    let settings = DirectorySettings {
        trust: Trust::Pem(trust.collect()),
        servers: both.iter().flat_map(|settings| settings.servers.clone()).collect(),
        ..both[0].clone()
    };
    let directory = ground.desk_with(settings).await;
    all_unlocked(&run(&directory, &accounts, 1).await);
    assert_eq!(second.asked().iter().filter(|asked| **asked == Operation::Modify).count(), 2);
    assert_eq!(ground.desk().await.locked_each(&accounts).await.unwrap(), [Some(false); 4]);
}
