//! Ending a lockout.

use servicedesk::domain::account::Lock;
use servicedesk::ports::ChangeAccounts;
use servicedesk::practice::{Person, Place};

use super::*;

const LOCK: &[&str] = &["lockoutTime", "badPwdCount", "msDS-User-Account-Control-Computed"];

pub async fn changes_lock_only(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, someone().mobile("070-174 06 05")).await;
    server.lock(&eva).await;
    let before = server.facts(&eva).await;
    assert!(before.is_locked());

    let written_to = directory.unlock(&receipt().await, &eva).await.unwrap();
    assert_eq!(Some(written_to.as_str()), server.settings().servers[0].host_str());

    let after = server.facts(&eva).await;
    assert_eq!((after.number("lockoutTime"), after.number("badPwdCount"), after.is_locked()), (0, 0, false));
    assert_eq!(after.without(LOCK), before.without(LOCK));
    let told = directory.read_again(&eva).await.unwrap();
    assert_eq!((told.lock, told.password.wrong_tries), (Lock::Open, 0));
    assert_eq!(server.refusal_of(eva.name.as_str(), Person::PASSWORD).await, None);
}

pub async fn clears_counter_of_open_account(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, someone()).await;
    assert_eq!(server.refusal_of(eva.name.as_str(), "Wrong-Guess-1").await.as_deref(), Some("52e"));
    assert_eq!(directory.read_again(&eva).await.unwrap().password.wrong_tries, 1);
    directory.unlock(&receipt().await, &eva).await.unwrap();
    assert_eq!(directory.read_again(&eva).await.unwrap().password.wrong_tries, 0);
}

pub async fn clears_lapsed_lock<G: TestServer>(server: &G) {
    let directory = server.desk().await;
    let person = someone().special_policy(G::READABLE).locked_at(Timestamp::now() - HOUR);
    let eva = added(server, &directory, person).await;
    assert!(matches!(eva.lock, Lock::Lapsed { .. }), "{:?}", eva.lock);
    directory.unlock(&receipt().await, &eva).await.unwrap();
    assert_eq!(directory.read_again(&eva).await.unwrap().lock, Lock::Open);
}

pub async fn disabled_account_stays_disabled(server: &impl TestServer) {
    let directory = server.desk().await;
    let per = added(server, &directory, Person { disabled: true, never_expires: true, ..someone() }).await;
    server.lock(&per).await;
    let before = server.facts(&per).await;
    directory.unlock(&receipt().await, &per).await.unwrap();
    let after = server.facts(&per).await;
    assert!(!after.is_locked());
    assert_eq!(after.number("userAccountControl"), before.number("userAccountControl"));
    assert_eq!(after.number("userAccountControl") & 0x1_0002, 0x1_0002);
}

pub async fn missing_right_is_reported(server: &impl TestServer) {
    let directory = server.desk().await;
    let rut = added(server, &directory, Person { place: Place::Users, ..someone() }).await;
    server.lock(&rut).await;
    let before = server.facts(&rut).await;
    assert_eq!(refusal(directory.unlock(&receipt().await, &rut).await), ChangeRefusal::NoRight);
    assert_eq!(server.facts(&rut).await, before);
}

pub async fn deleted_account_is_reported(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, someone()).await;
    server.remove(eva.name.as_str()).await;
    assert_eq!(refusal(directory.unlock(&receipt().await, &eva).await), ChangeRefusal::Gone);
}
