//! Controllers that answer, and say that they are busy or in trouble of their own: another one is asked, and nothing was
//! done.

use servicedesk::adapters::directory::UnresponsiveControllers;
use servicedesk::ports::{ChangeAccounts, FindAccountsInBulk, PartialChange};

use super::acting::{all_unlocked, run};
use super::proxy::{Fault, Operation, Proxy};
use super::*;

const CURRENT: &str = "Current-Value-11";
const WANTED: &str = "Good-Value-44";

/// A proxy that answers this operation with this code, from the `nth` on.
async fn busy(server: &impl TestServer, operation: Operation, nth: usize, code: u8) -> Proxy {
    let mut count = 0;
    let rule = move |asked| {
        count += usize::from(asked == operation);
        if asked == operation && count >= nth { Fault::Answered(code, "") } else { Fault::Pass }
    };
    Proxy::deciding(server, rule).await
}

/// A proxy that is busy at its `nth` modify only.
async fn busy_once(server: &impl TestServer, nth: usize) -> Proxy {
    let mut modifies = 0;
    let rule = move |asked| {
        modifies += usize::from(asked == Operation::Modify);
        if asked == Operation::Modify && modifies == nth { Fault::Answered(51, "") } else { Fault::Pass }
    };
    Proxy::deciding(server, rule).await
}

/// A busy one, one that is well, and the operator signed in to the first, with the second to go to.
async fn two(server: &impl TestServer, first: Proxy) -> (Proxy, Proxy, LdapDirectory<'static>) {
    let second = Proxy::deciding(server, |_| Fault::Pass).await;
    loop {
        // The first may be too slow on a busy machine; that is forgotten.
        let unresponsive = UnresponsiveControllers::default();
        let directory =
            server.desk_with(DirectorySettings { unresponsive, ..Proxy::in_turn(&[&first, &second]) }).await;
        if directory.passed_over().is_empty() {
            return (first, second, directory);
        }
    }
}

async fn locked(server: &impl TestServer, password_set: Timestamp) -> Account {
    let person = Person { password_set: Some(password_set), ..someone().password(CURRENT, &[]) };
    let account = added(server, &server.desk().await, person).await;
    server.lock(&account).await;
    account
}

fn long_ago() -> Timestamp {
    Timestamp::now() - DAY * 3
}

#[track_caller]
fn is_busy<T: std::fmt::Debug>(result: Result<T, DirectoryError>, code: u8) {
    match result {
        Err(DirectoryError::Busy { answer, .. }) => assert!(answer.starts_with(&format!("{code} ")), "{answer}"),
        other => panic!("{other:?}"),
    }
}

pub async fn busy_search_goes_to_the_next(server: &impl TestServer) {
    let eva = added(server, &server.desk().await, someone()).await;
    for code in [1, 3, 4, 11, 51, 52, 53, 80] {
        let (first, _second, directory) = two(server, busy(server, Operation::Search, 1, code).await).await;
        assert_eq!(only(&directory, eva.name.as_str()).await.id, eva.id);
        let asked = first.asked().len();
        assert_eq!(directory.read_again(&eva).await.unwrap().id, eva.id);
        assert_eq!(first.asked().len(), asked, "{code}: it is not asked again");
        let proxy = busy(server, Operation::Search, 1, code).await;
        let alone = server.desk_with(proxy.settings.clone()).await;
        is_busy(alone.find(&Query::parse(eva.name.as_str()).unwrap()).await, code);
    }
}

/// What only the request's author can mend is not sent around.
pub async fn refused_search_stays_refused(server: &impl TestServer) {
    let (_first, second, directory) = two(server, busy(server, Operation::Search, 1, 50).await).await;
    let found = directory.find(&Query::parse("Karlsson").unwrap()).await;
    assert!(matches!(found, Err(DirectoryError::Refused { code: 50, .. })), "{found:?}");
    assert_eq!(second.count(Operation::Search), 0);
}

pub async fn busy_unlock_goes_to_the_next(server: &impl TestServer) {
    for code in [1, 3, 51, 52, 80] {
        let eva = locked(server, long_ago()).await;
        let alone = busy(server, Operation::Modify, 1, code).await;
        let directory = server.desk_with(alone.settings.clone()).await;
        match directory.unlock(&receipt().await, &eva).await {
            Err(WriteError::NotSent(error)) => is_busy(Err::<(), _>(error), code),
            other => panic!("{other:?}"),
        }
        assert!(server.facts(&eva).await.is_locked());
        let (first, second, directory) = two(server, busy(server, Operation::Modify, 1, code).await).await;
        directory.unlock(&receipt().await, &eva).await.unwrap();
        assert!(!server.facts(&eva).await.is_locked());
        assert_eq!([&first, &second].map(|proxy| proxy.count(Operation::Modify)), [1, 1]);
        // The other was asked whether the account is protected.
        assert!(second.count(Operation::Search) > 0);
    }
}

/// Whichever step is the first to meet it: no random password is left, and no mark.
pub async fn busy_reset_is_finished_by_the_next(server: &impl TestServer) {
    let wanted = password(WANTED);
    for password_set in [long_ago(), Timestamp::now()] {
        for nth in [1, 2] {
            let eva = locked(server, password_set).await;
            let (_first, second, directory) = two(server, busy_once(server, nth).await).await;
            directory.set_password(&receipt().await, &eva, &new_password(&wanted, false)).await.unwrap();
            assert_eq!(server.refusal_of(eva.name.as_str(), WANTED).await, None, "{nth}");
            assert!(!server.facts(&eva).await.is_locked());
            // With hints, a password that is old enough is set in one.
            let is_done = server.has_policy_hints() && password_set < Timestamp::now() - DAY && nth == 2;
            assert_eq!(second.count(Operation::Modify) == 0, is_done);
        }
    }
}

/// Without another, the random password is reported.
pub async fn busy_reset_without_another_is_partial(server: &impl TestServer) {
    if server.has_policy_hints() {
        return;
    }
    let (eva, wanted) = (locked(server, long_ago()).await, password(WANTED));
    let alone = busy(server, Operation::Modify, 2, 51).await;
    let directory = server.desk_with(alone.settings.clone()).await;
    let set = directory.set_password(&receipt().await, &eva, &new_password(&wanted, false)).await;
    let is_partial = matches!(&set, Err(WriteError::Partial { state: PartialChange::RandomPassword, .. }));
    assert!(is_partial, "{set:?}");
}

pub async fn many_accounts_are_finished_by_the_next(server: &impl TestServer) {
    let accounts = super::acting::locked(server, (0..3).map(|_| someone())).await;
    let (_first, second, directory) = two(server, busy(server, Operation::Modify, 2, 51).await).await;
    all_unlocked(&run(&directory, &accounts, 1).await);
    assert_eq!(second.count(Operation::Modify), 2);
    assert_eq!(server.desk().await.locked_each(&accounts).await.unwrap(), [Some(false); 3]);
}
