//! Connections that break at an exact message: what is then said to be done, and what is.

use std::sync::atomic::{AtomicUsize, Ordering};

use servicedesk::domain::bulk::BulkAccount;
use servicedesk::ports::{ChangeAccounts, PartialChange, UnlockInBulk};
use servicedesk::practice::Person;

use super::middle::{Fate, Middle, Operation};
use super::*;

const CURRENT: &str = "Current-Value-11";
const WANTED: &str = "Good-Value-44";

/// Someone who has had the current password for longer than the minimum age.
fn eva() -> Person {
    Person { password_set: Some(Timestamp::now() - DAY * 3), ..someone().password(CURRENT, &[]) }
}

/// A man in the middle to whom one request means the end: the `nth` modify, from 1.
async fn cutting(ground: &impl Ground, nth: usize, fate: Fate) -> (Middle, LdapDirectory<'static>) {
    let mut modifies = 0;
    let rule = move |operation| {
        modifies += usize::from(operation == Operation::Modify);
        if operation == Operation::Modify && modifies == nth { fate } else { Fate::Pass }
    };
    let middle = Middle::deciding(ground, rule).await;
    let directory = ground.desk_with(middle.settings.clone()).await;
    (middle, directory)
}

/// One whose connections break at the `nth` search, from 1, as often as `times` says.
async fn losing_searches(ground: &impl Ground, nth: usize) -> (Middle, LdapDirectory<'static>, Arc<AtomicUsize>) {
    let left = Arc::new(AtomicUsize::new(nth));
    let countdown = Arc::clone(&left);
    let rule = move |operation| {
        let counts = operation == Operation::Search && countdown.load(Ordering::Relaxed) > 0;
        if counts && countdown.fetch_sub(1, Ordering::Relaxed) == 1 { Fate::Lost } else { Fate::Pass }
    };
    let middle = Middle::deciding(ground, rule).await;
    let directory = ground.desk_with(middle.settings.clone()).await;
    (middle, directory, left)
}

pub async fn a_read_is_done_again(ground: &impl Ground) {
    let eva = added(ground, &ground.desk().await, someone()).await;
    // The first search of a read, and the second while the first may be under way.
    for nth in [1, 2] {
        let (middle, directory, left) = losing_searches(ground, nth).await;
        assert_eq!(directory.read_again(&eva).await.unwrap().id, eva.id);
        assert_eq!(left.load(Ordering::Relaxed), 0);
        assert_eq!(middle.asked().iter().filter(|asked| **asked == Operation::Bind).count(), 2);
        // What was opened anew goes on serving.
        directory.unlock(&receipt().await, &eva).await.unwrap();
    }
}

/// Both were lost with the connection, and both go on with one new one.
pub async fn a_search_and_who_asks_are_done_again(ground: &impl Ground) {
    let eva = added(ground, &ground.desk().await, someone()).await;
    for nth in [1, 2, 3] {
        let (middle, directory, left) = losing_searches(ground, nth).await;
        let (operator, found) = tokio::join!(directory.operator(), only(&directory, eva.name.as_str()));
        assert_eq!((found.id, left.load(Ordering::Relaxed)), (eva.id, 0));
        assert!(operator.unwrap().sid.is_some());
        assert_eq!(middle.asked().iter().filter(|asked| **asked == Operation::Bind).count(), 2);
    }
}

pub async fn a_search_is_done_again(ground: &impl Ground) {
    let eva = added(ground, &ground.desk().await, someone()).await;
    let (_middle, directory, left) = losing_searches(ground, 1).await;
    let found = directory.find(&Query::parse(eva.name.as_str()).unwrap()).await.unwrap();
    assert_eq!(found.accounts.iter().map(|account| account.id).collect::<Vec<_>>(), [eva.id]);
    assert_eq!(left.load(Ordering::Relaxed), 0);
}

/// One whose connections break at every search.
async fn losing_every_search(ground: &impl Ground) -> (Middle, LdapDirectory<'static>) {
    let rule = |operation| if operation == Operation::Search { Fate::Lost } else { Fate::Pass };
    let middle = Middle::deciding(ground, rule).await;
    let directory = ground.desk_with(middle.settings.clone()).await;
    (middle, directory)
}

pub async fn a_search_that_is_lost_twice_says_so(ground: &impl Ground) {
    let (_middle, directory) = losing_every_search(ground).await;
    let lost = directory.find(&Query::parse("Karlsson").unwrap()).await;
    assert!(matches!(&lost, Err(DirectoryError::Lost { server, .. }) if server == "127.0.0.1"), "{lost:?}");
}

/// The connection is known to be broken when the change is asked for: it never leaves.
pub async fn before_an_unlock(ground: &impl Ground) {
    let eva = added(ground, &ground.desk().await, eva()).await;
    ground.lock(&eva).await;
    let before = ground.facts(&eva).await;
    let (middle, directory) = losing_every_search(ground).await;
    assert!(directory.find(&Query::parse(eva.name.as_str()).unwrap()).await.is_err());
    let unlocked = directory.unlock(&receipt().await, &eva).await;
    assert!(matches!(unlocked, Err(WriteError::NotSent(DirectoryError::Lost { .. }))), "{unlocked:?}");
    let wanted = password(WANTED);
    let set = directory.set_password(&receipt().await, &eva, &new_password(&wanted, true)).await;
    assert!(matches!(set, Err(WriteError::NotSent(DirectoryError::Lost { .. }))), "{set:?}");
    assert!(!middle.asked().contains(&Operation::Modify));
    assert_eq!(ground.facts(&eva).await, before);
}

pub async fn an_unlock_without_an_answer(ground: &impl Ground) {
    for (fate, locked) in [(Fate::Lost, true), (Fate::AnswerLost, false)] {
        let eva = added(ground, &ground.desk().await, eva()).await;
        ground.lock(&eva).await;
        let (_middle, directory) = cutting(ground, 1, fate).await;
        let unlocked = directory.unlock(&receipt().await, &eva).await;
        assert!(matches!(&unlocked, Err(WriteError::NoAnswer { server }) if server == "127.0.0.1"), "{unlocked:?}");
        assert_eq!(directory.read_again(&eva).await.unwrap().lock.is_locked(), locked, "{fate:?}");
    }
}

/// Sets a password through one who cuts at the `nth` modify, and gives what is said of it.
async fn set(ground: &impl Ground, person: Person, nth: usize, fate: Fate) -> (Account, WriteError) {
    let eva = added(ground, &ground.desk().await, person).await;
    ground.lock(&eva).await;
    let (_middle, directory) = cutting(ground, nth, fate).await;
    let wanted = password(WANTED);
    let set = directory.set_password(&receipt().await, &eva, &new_password(&wanted, true)).await;
    (eva, set.unwrap_err())
}

pub async fn a_reset_without_an_answer(ground: &impl Ground) {
    for fate in [Fate::Lost, Fate::AnswerLost] {
        let (eva, error) = set(ground, eva(), 1, fate).await;
        // Without hints the first modify sets the random password, which then may stand.
        let unclear = match &error {
            WriteError::NoAnswer { .. } => ground.has_policy_hints(),
            WriteError::Partial { state: PartialChange::OldOrRandom, .. } => !ground.has_policy_hints(),
            _ => false,
        };
        assert!(unclear, "{error:?}");
        assert_eq!(ground.facts(&eva).await.is_locked(), fate == Fate::Lost);
    }
}

/// Without hints, the second modify changes the random password to the wanted one.
pub async fn a_change_without_an_answer(ground: &impl Ground) {
    for (fate, is_wanted) in [(Fate::Lost, false), (Fate::AnswerLost, true)] {
        if !ground.has_policy_hints() {
            let (eva, error) = set(ground, eva(), 2, fate).await;
            assert!(matches!(error, WriteError::Partial { state: PartialChange::RandomOrWanted, .. }), "{error:?}");
            let expected = if is_wanted { None } else { Some("52e".to_owned()) };
            assert_eq!(ground.refusal_of(eva.name.as_str(), WANTED).await, expected);
        }
    }
}

/// The last modify asks that it be changed.
pub async fn a_demand_without_an_answer(ground: &impl Ground) {
    let last = if ground.has_policy_hints() { 2 } else { 3 };
    for (fate, expected) in [(Fate::Lost, None), (Fate::AnswerLost, Some("773"))] {
        let (eva, error) = set(ground, eva(), last, fate).await;
        assert!(matches!(error, WriteError::Partial { state: PartialChange::WithoutMustChange, .. }), "{error:?}");
        assert_eq!(ground.refusal_of(eva.name.as_str(), WANTED).await.as_deref(), expected);
    }
}

/// With hints, a password changed today must first be marked as due. Once that is done, nobody may say
/// that nothing was.
pub async fn a_young_password_without_an_answer(ground: &impl Ground) {
    if !ground.has_policy_hints() {
        return;
    }
    let young = || Person { password_set: Some(Timestamp::now()), ..eva() };
    let (eva, error) = set(ground, young(), 2, Fate::Lost).await;
    assert!(ground.facts(&eva).await.is_locked());
    assert_eq!(ground.facts(&eva).await.number("pwdLastSet"), 0);
    assert!(matches!(error, WriteError::NoAnswer { .. }), "{error:?}");
    let (_, error) = set(ground, young(), 1, Fate::AnswerLost).await;
    assert!(matches!(error, WriteError::NoAnswer { .. }), "{error:?}");
    let (eva, error) = set(ground, young(), 1, Fate::LastAnswer).await;
    assert_eq!(ground.facts(&eva).await.number("pwdLastSet"), 0);
    assert!(matches!(error, WriteError::Partial { state: PartialChange::OldPasswordMustChange, .. }), "{error:?}");
}

/// A server that hangs: the connection stands, the answer does not come.
pub async fn nobody_answers(ground: &impl Ground) {
    let eva = added(ground, &ground.desk().await, eva()).await;
    let only_signing_in = |operation| if operation == Operation::Bind { Fate::Pass } else { Fate::Ignored };
    let middle = Middle::deciding(ground, only_signing_in).await;
    let directory =
        ground.desk_with(DirectorySettings { timeout: Duration::from_secs(10), ..middle.settings.clone() }).await;
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
