//! Connections that break at an exact message: the reported and the actual outcome.

use std::sync::atomic::{AtomicUsize, Ordering};

use servicedesk::domain::bulk::BulkAccount;
use servicedesk::ports::{ChangeAccounts, PartialChange, UnlockInBulk};
use servicedesk::practice::Person;

use super::proxy::{Fault, Operation, Proxy};
use super::*;

const CURRENT: &str = "Current-Value-11";
const WANTED: &str = "Good-Value-44";

/// A person whose password is older than the minimum age.
fn eva() -> Person {
    Person { password_set: Some(Timestamp::now() - DAY * 3), ..someone().password(CURRENT, &[]) }
}

/// A proxy that applies `fault` to the `nth` modify, from 1.
async fn cutting(server: &impl TestServer, nth: usize, fault: Fault) -> (Proxy, LdapDirectory<'static>) {
    let mut modifies = 0;
    let rule = move |operation| {
        modifies += usize::from(operation == Operation::Modify);
        if operation == Operation::Modify && modifies == nth { fault } else { Fault::Pass }
    };
    let proxy = Proxy::deciding(server, rule).await;
    let directory = server.desk_with(proxy.settings.clone()).await;
    (proxy, directory)
}

/// A proxy that breaks the connection at the `nth` search, from 1.
async fn losing_searches(server: &impl TestServer, nth: usize) -> (Proxy, LdapDirectory<'static>, Arc<AtomicUsize>) {
    let left = Arc::new(AtomicUsize::new(nth));
    let countdown = Arc::clone(&left);
    let rule = move |operation| {
        let counts = operation == Operation::Search && countdown.load(Ordering::Relaxed) > 0;
        if counts && countdown.fetch_sub(1, Ordering::Relaxed) == 1 { Fault::Lost } else { Fault::Pass }
    };
    let proxy = Proxy::deciding(server, rule).await;
    let directory = server.desk_with(proxy.settings.clone()).await;
    (proxy, directory, left)
}

pub async fn lost_read_is_repeated(server: &impl TestServer) {
    let eva = added(server, &server.desk().await, someone()).await;
    // The first search of a read, and the second while the first may be under way.
    for nth in [1, 2] {
        let (proxy, directory, left) = losing_searches(server, nth).await;
        assert_eq!(directory.read_again(&eva).await.unwrap().id, eva.id);
        assert_eq!(left.load(Ordering::Relaxed), 0);
        assert_eq!(proxy.asked().iter().filter(|asked| **asked == Operation::Bind).count(), 2);
        // The new connection stays usable.
        directory.unlock(&receipt().await, &eva).await.unwrap();
    }
}

/// Both were lost with the connection, and both go on with one new one.
pub async fn lost_parallel_reads_share_new_connection(server: &impl TestServer) {
    let eva = added(server, &server.desk().await, someone()).await;
    for nth in [1, 2, 3] {
        let (proxy, directory, left) = losing_searches(server, nth).await;
        let (operator, found) = tokio::join!(directory.operator(), only(&directory, eva.name.as_str()));
        assert_eq!((found.id, left.load(Ordering::Relaxed)), (eva.id, 0));
        assert!(operator.unwrap().sid.is_some());
        assert_eq!(proxy.asked().iter().filter(|asked| **asked == Operation::Bind).count(), 2);
    }
}

/// A proxy that answers what `is_spoiled` says with something that is not LDAP.
async fn spoiling(
    server: &impl TestServer,
    mut is_spoiled: impl FnMut(Operation) -> bool + Send + 'static,
) -> (Proxy, LdapDirectory<'static>) {
    let rule = move |operation| if is_spoiled(operation) { Fault::Malformed } else { Fault::Pass };
    let proxy = Proxy::deciding(server, rule).await;
    let directory = server.desk_with(proxy.settings.clone()).await;
    (proxy, directory)
}

/// As on a connection that breaks; and the next one is used.
pub async fn malformed_answer_to_read_is_lost_connection(server: &impl TestServer) {
    let eva = added(server, &server.desk().await, someone()).await;
    let mut spoiled = false;
    let once = move |operation| operation == Operation::Search && !std::mem::replace(&mut spoiled, true);
    let (proxy, directory) = spoiling(server, once).await;
    assert_eq!(directory.read_again(&eva).await.unwrap().id, eva.id);
    assert_eq!(proxy.asked().iter().filter(|asked| **asked == Operation::Bind).count(), 2);
    let (_proxy, directory) = spoiling(server, |operation| operation == Operation::Search).await;
    let found = directory.find(&Query::parse("Karlsson").unwrap()).await;
    assert!(matches!(&found, Err(DirectoryError::NotLdap { server }) if server == "127.0.0.1"), "{found:?}");
}

pub async fn malformed_answer_to_unlock_is_read_back(server: &impl TestServer) {
    let eva = added(server, &server.desk().await, eva()).await;
    server.lock(&eva).await;
    let (_proxy, directory) = spoiling(server, |operation| operation == Operation::Modify).await;
    directory.unlock(&receipt().await, &eva).await.unwrap();
    assert!(!directory.read_again(&eva).await.unwrap().lock.is_locked());
}

pub async fn malformed_answer_to_sign_in_is_explained(server: &impl TestServer) {
    let proxy = Proxy::deciding(server, |_| Fault::Malformed).await;
    let connected = LdapDirectory::connect(proxy.settings.clone(), server.password(), &SystemRandom).await;
    assert_eq!(unreachable(connected), [("127.0.0.1".to_owned(), ServerFault::NotLdap)]);
}

pub async fn lost_search_is_repeated(server: &impl TestServer) {
    let eva = added(server, &server.desk().await, someone()).await;
    let (_proxy, directory, left) = losing_searches(server, 1).await;
    let found = directory.find(&Query::parse(eva.name.as_str()).unwrap()).await.unwrap();
    assert_eq!(found.accounts.iter().map(|account| account.id).collect::<Vec<_>>(), [eva.id]);
    assert_eq!(left.load(Ordering::Relaxed), 0);
}

/// A proxy that breaks the connection at every search.
async fn losing_every_search(server: &impl TestServer) -> (Proxy, LdapDirectory<'static>) {
    let rule = |operation| if operation == Operation::Search { Fault::Lost } else { Fault::Pass };
    let proxy = Proxy::deciding(server, rule).await;
    let directory = server.desk_with(proxy.settings.clone()).await;
    (proxy, directory)
}

pub async fn search_lost_twice_is_reported(server: &impl TestServer) {
    let (_proxy, directory) = losing_every_search(server).await;
    let lost = directory.find(&Query::parse("Karlsson").unwrap()).await;
    assert!(matches!(&lost, Err(DirectoryError::Lost { server, .. }) if server == "127.0.0.1"), "{lost:?}");
}

/// The connection is known to be broken when the change is asked for: it never leaves.
pub async fn change_is_not_sent_on_broken_connection(server: &impl TestServer) {
    let eva = added(server, &server.desk().await, eva()).await;
    server.lock(&eva).await;
    let before = server.facts(&eva).await;
    let (proxy, directory) = losing_every_search(server).await;
    assert!(directory.find(&Query::parse(eva.name.as_str()).unwrap()).await.is_err());
    let unlocked = directory.unlock(&receipt().await, &eva).await;
    assert!(matches!(unlocked, Err(WriteError::NotSent(DirectoryError::Lost { .. }))), "{unlocked:?}");
    let wanted = password(WANTED);
    let set = directory.set_password(&receipt().await, &eva, &new_password(&wanted, true)).await;
    assert!(matches!(set, Err(WriteError::NotSent(DirectoryError::Lost { .. }))), "{set:?}");
    assert!(!proxy.asked().contains(&Operation::Modify));
    assert_eq!(server.facts(&eva).await, before);
}

/// Done, it is not sent again; not done, it is.
pub async fn unanswered_unlock_is_read_back(server: &impl TestServer) {
    for (fault, sent) in [(Fault::Lost, 2), (Fault::AnswerLost, 1)] {
        let eva = added(server, &server.desk().await, eva()).await;
        server.lock(&eva).await;
        let (proxy, directory) = cutting(server, 1, fault).await;
        directory.unlock(&receipt().await, &eva).await.unwrap();
        assert!(!server.facts(&eva).await.is_locked());
        assert_eq!(proxy.count(Operation::Modify), sent, "{fault:?}");
    }
}

/// Certainly not made, however often it was sent.
pub async fn unlock_that_is_never_made_is_not_done(server: &impl TestServer) {
    let eva = added(server, &server.desk().await, eva()).await;
    server.lock(&eva).await;
    let rule = |operation| if operation == Operation::Modify { Fault::Lost } else { Fault::Pass };
    let proxy = Proxy::deciding(server, rule).await;
    let directory = server.desk_with(proxy.settings.clone()).await;
    let unlocked = directory.unlock(&receipt().await, &eva).await;
    assert!(matches!(unlocked, Err(WriteError::NotSent(DirectoryError::Lost { .. }))), "{unlocked:?}");
    assert_eq!(proxy.count(Operation::Modify), 2);
}

/// The controller that was asked cannot be read, and what another says proves nothing.
pub async fn unlock_that_cannot_be_read_back_is_unclear(server: &impl TestServer) {
    for fault in [Fault::Lost, Fault::AnswerLost] {
        let eva = added(server, &server.desk().await, eva()).await;
        server.lock(&eva).await;
        let mut is_down = false;
        let rule = move |operation| match operation {
            _ if is_down => Fault::Lost,
            Operation::Modify => {
                is_down = true;
                fault
            }
            _ => Fault::Pass,
        };
        let first = Proxy::deciding(server, rule).await;
        let second = Proxy::deciding(server, |_| Fault::Pass).await;
        let directory = server.desk_with(Proxy::in_turn(&[&first, &second])).await;
        let unlocked = directory.unlock(&receipt().await, &eva).await;
        if !directory.passed_over().is_empty() {
            // The first was too slow on a busy machine.
            continue;
        }
        assert!(matches!(&unlocked, Err(WriteError::NoAnswer { .. })), "{unlocked:?}");
        assert_eq!(server.facts(&eva).await.is_locked(), fault == Fault::Lost);
        assert_eq!(second.count(Operation::Modify), 0);
    }
}

/// Sets a password through a proxy with `fault` at the `nth` modify; returns the error.
async fn set(server: &impl TestServer, person: Person, nth: usize, fault: Fault) -> (Account, WriteError) {
    let eva = added(server, &server.desk().await, person).await;
    server.lock(&eva).await;
    let (_proxy, directory) = cutting(server, nth, fault).await;
    let wanted = password(WANTED);
    let set = directory.set_password(&receipt().await, &eva, &new_password(&wanted, true)).await;
    (eva, set.unwrap_err())
}

pub async fn unanswered_reset_is_unclear(server: &impl TestServer) {
    for fault in [Fault::Lost, Fault::AnswerLost] {
        let (eva, error) = set(server, eva(), 1, fault).await;
        // Without hints the first modify sets the random password, which then may stand.
        let unclear = match &error {
            WriteError::NoAnswer { .. } => server.has_policy_hints(),
            WriteError::Partial { state: PartialChange::OldOrRandom, .. } => !server.has_policy_hints(),
            _ => false,
        };
        assert!(unclear, "{error:?}");
        assert_eq!(server.facts(&eva).await.is_locked(), fault == Fault::Lost);
    }
}

/// Without hints, the second modify changes the random password to the wanted one.
pub async fn unanswered_change_is_unclear(server: &impl TestServer) {
    for (fault, is_wanted) in [(Fault::Lost, false), (Fault::AnswerLost, true)] {
        if !server.has_policy_hints() {
            let (eva, error) = set(server, eva(), 2, fault).await;
            assert!(matches!(error, WriteError::Partial { state: PartialChange::RandomOrWanted, .. }), "{error:?}");
            let expected = if is_wanted { None } else { Some("52e".to_owned()) };
            assert_eq!(server.refusal_of(eva.name.as_str(), WANTED).await, expected);
        }
    }
}

/// The last modify asks that it be changed.
pub async fn unanswered_must_change_is_partial(server: &impl TestServer) {
    let last = if server.has_policy_hints() { 2 } else { 3 };
    for (fault, expected) in [(Fault::Lost, None), (Fault::AnswerLost, Some("773"))] {
        let (eva, error) = set(server, eva(), last, fault).await;
        assert!(matches!(error, WriteError::Partial { state: PartialChange::WithoutMustChange, .. }), "{error:?}");
        assert_eq!(server.refusal_of(eva.name.as_str(), WANTED).await.as_deref(), expected);
    }
}

/// With hints, a password changed today must first be marked as due. Once that is done, nobody may say
/// that nothing was.
pub async fn unanswered_preparation_is_unclear(server: &impl TestServer) {
    if !server.has_policy_hints() {
        return;
    }
    let young = || Person { password_set: Some(Timestamp::now()), ..eva() };
    let (eva, error) = set(server, young(), 2, Fault::Lost).await;
    assert!(server.facts(&eva).await.is_locked());
    assert_eq!(server.facts(&eva).await.number("pwdLastSet"), 0);
    assert!(matches!(error, WriteError::NoAnswer { .. }), "{error:?}");
    let (_, error) = set(server, young(), 1, Fault::AnswerLost).await;
    assert!(matches!(error, WriteError::NoAnswer { .. }), "{error:?}");
    let (eva, error) = set(server, young(), 1, Fault::LastAnswer).await;
    assert_eq!(server.facts(&eva).await.number("pwdLastSet"), 0);
    assert!(matches!(error, WriteError::Partial { state: PartialChange::OldPasswordMustChange, .. }), "{error:?}");
}

/// A server that hangs: the connection stands, the answer does not come.
pub async fn silent_server_times_out(server: &impl TestServer) {
    let eva = added(server, &server.desk().await, eva()).await;
    let only_signing_in = |operation| if operation == Operation::Bind { Fault::Pass } else { Fault::Ignored };
    let proxy = Proxy::deciding(server, only_signing_in).await;
    let directory = silence::signed_in(server, &proxy).await;
    let receipt = receipt().await;
    let query = Query::parse("Karlsson").unwrap();
    let candidate = BulkAccount::of(&eva, Timestamp::now());
    let (found, unlocked, sent) = tokio::join!(
        directory.find(&query),
        directory.unlock(&receipt, &eva),
        directory.unlock_one(&receipt, &candidate)
    );
    assert!(matches!(found, Err(DirectoryError::TimedOut { .. })), "{found:?}");
    // It is not sent before the server has said whether the account is protected.
    assert!(matches!(unlocked, Err(WriteError::NotSent(DirectoryError::TimedOut { .. }))), "{unlocked:?}");
    assert!(matches!(sent, Err(WriteError::NoAnswer { .. })), "{sent:?}");
}
