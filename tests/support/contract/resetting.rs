//! Setting a password, and keeping out those used before.

use servicedesk::adapters::directory::DirectorySettings;
use servicedesk::domain::account::Lock;
use servicedesk::ports::{ChangeAccounts, PartialChange, PasswordSet};
use servicedesk::practice::{Person, Place};

use super::*;

pub(super) const CURRENT: &str = "Current-Value-11";
pub(super) const EARLIER: [&str; 2] = ["Second-Last-22", "Third-Last-33"];
pub(super) const WANTED: &str = "Good-Value-44";
const PASSWORD: &[&str] = &["pwdLastSet", "lockoutTime", "badPwdCount", "msDS-User-Account-Control-Computed"];

/// A person with two earlier passwords and a current one older than the minimum age.
pub(super) fn eva() -> Person {
    Person { password_set: Some(Timestamp::now() - DAY * 3), ..someone().password(CURRENT, &EARLIER) }
}

/// The same person with a current password chosen today.
fn young() -> Person {
    Person { password_set: Some(Timestamp::now()), ..eva() }
}

pub(super) async fn set(
    directory: &LdapDirectory<'_>,
    account: &Account,
    text: &str,
    must_change: bool,
) -> Result<PasswordSet, WriteError> {
    directory.set_password(&receipt().await, account, &new_password(&password(text), must_change)).await
}

/// Asserts that the server accepts the password; `must_change`: on the condition that it is changed.
pub(super) async fn lets_in(server: &impl TestServer, account: &Account, text: &str, must_change: bool) {
    let expected = must_change.then(|| "773".to_owned());
    assert_eq!(server.refusal_of(account.name.as_str(), text).await, expected, "{text}");
}

/// The refusal, if the account is as it was (policy hints) or has a random password (without them).
#[track_caller]
pub(super) fn refused(server: &impl TestServer, result: Result<PasswordSet, WriteError>) -> ChangeRefusal {
    match result {
        Err(WriteError::Partial { state: PartialChange::RandomPassword, cause }) if !server.has_policy_hints() => {
            refusal(Err::<(), _>(*cause))
        }
        other if server.has_policy_hints() => refusal(other),
        other => panic!("{other:?}"),
    }
}

pub async fn sets_and_unlocks(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, eva().mobile("070-174 06 05")).await;
    server.lock(&eva).await;
    let before = server.facts(&eva).await;

    let done = set(&directory, &eva, WANTED, false).await.unwrap();
    assert_eq!(done.history, history_of(server));
    assert_eq!(Some(done.server.as_str()), server.settings().servers[0].host_str());

    let after = server.facts(&eva).await;
    assert_eq!(after.without(PASSWORD), before.without(PASSWORD));
    let told = directory.read_again(&eva).await.unwrap();
    assert_eq!((told.lock, told.password.wrong_tries, told.password.must_change), (Lock::Open, 0, false));
    assert!(near(told.password.last_set, Timestamp::now()));
    lets_in(server, &eva, WANTED, false).await;
}

pub async fn must_be_changed(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, eva()).await;
    server.lock(&eva).await;
    set(&directory, &eva, WANTED, true).await.unwrap();
    let told = directory.read_again(&eva).await.unwrap();
    assert_eq!((told.lock, told.password.must_change), (Lock::Open, true));
    lets_in(server, &eva, WANTED, true).await;
}

pub async fn need_not_be_changed(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, eva()).await;
    set(&directory, &eva, WANTED, false).await.unwrap();
    assert!(!directory.read_again(&eva).await.unwrap().password.must_change);
    lets_in(server, &eva, WANTED, false).await;
}

/// Who had to choose another password and has been given one need not choose again, unless asked to.
pub async fn must_change_is_cleared_or_kept(server: &impl TestServer) {
    let directory = server.desk().await;
    for again in [false, true] {
        let lina = added(server, &directory, Person { must_change: true, ..eva() }).await;
        set(&directory, &lina, WANTED, again).await.unwrap();
        assert_eq!(directory.read_again(&lina).await.unwrap().password.must_change, again);
        lets_in(server, &lina, WANTED, again).await;
    }
}

pub async fn disabled_account_stays_disabled(server: &impl TestServer) {
    let directory = server.desk().await;
    let per = added(server, &directory, Person { disabled: true, never_expires: true, ..eva() }).await;
    let before = server.facts(&per).await.number("userAccountControl");
    set(&directory, &per, WANTED, true).await.unwrap();
    assert_eq!(server.facts(&per).await.number("userAccountControl"), before);
    assert_eq!(server.refusal_of(per.name.as_str(), WANTED).await.as_deref(), Some("533"));
}

pub async fn earlier_password_is_refused(server: &impl TestServer) {
    let directory = server.desk().await;
    for used in EARLIER {
        is_refused(server, &directory, used).await;
    }
}

pub async fn current_password_is_refused(server: &impl TestServer) {
    is_refused(server, &server.desk().await, CURRENT).await;
}

/// With hints nothing changes. Without, no known password works until the next choice.
async fn is_refused(server: &impl TestServer, directory: &LdapDirectory<'_>, used: &str) {
    let eva = added(server, directory, eva()).await;
    server.lock(&eva).await;
    let before = server.facts(&eva).await;
    assert_eq!(refused(server, set(directory, &eva, used, true).await), ChangeRefusal::History, "{used}");
    let told = directory.read_again(&eva).await.unwrap();
    if server.has_policy_hints() {
        assert_eq!(server.facts(&eva).await, before);
        assert!(told.lock.is_locked());
        directory.unlock(&receipt().await, &eva).await.unwrap();
        lets_in(server, &eva, CURRENT, false).await;
    } else {
        assert_eq!((told.lock, told.password.must_change), (Lock::Open, true));
        for known in [CURRENT, used] {
            assert_eq!(server.refusal_of(eva.name.as_str(), known).await.as_deref(), Some("52e"));
        }
    }
}

pub async fn earlier_password_is_refused_under_every_policy<G: TestServer>(server: &G) {
    const CURRENT: &str = "A-Long-Enough-Secret-1";
    const BEFORE: &str = "A-Long-Enough-Secret-0";
    let directory = server.desk().await;
    for policy in [G::READABLE, G::UNREADABLE] {
        let person = Person {
            password_set: Some(Timestamp::now()),
            ..someone().special_policy(policy).password(CURRENT, &[BEFORE])
        };
        let eva = added(server, &directory, person).await;
        for used in [BEFORE, CURRENT] {
            assert_eq!(refused(server, set(&directory, &eva, used, true).await), ChangeRefusal::History, "{policy}");
        }
        let told = directory.read_again(&eva).await.unwrap();
        assert_eq!(told.password.must_change, !server.has_policy_hints(), "{policy}");
        set(&directory, &eva, "A-Long-Enough-Secret-2", false).await.unwrap();
        assert_eq!(server.refusal_of(eva.name.as_str(), "A-Long-Enough-Secret-2").await, None, "{policy}");
    }
}

/// The minimum age of a day binds the owner, not the servicedesk.
pub async fn minimum_age_does_not_bind(server: &impl TestServer) {
    let directory = server.desk().await;
    for must_change in [false, true] {
        let eva = added(server, &directory, young()).await;
        assert_eq!(set(&directory, &eva, WANTED, must_change).await.unwrap().history, history_of(server));
        assert_eq!(directory.read_again(&eva).await.unwrap().password.must_change, must_change);
        lets_in(server, &eva, WANTED, must_change).await;
        // And once more, at once.
        let eva = directory.read_again(&eva).await.unwrap();
        set(&directory, &eva, "Good-Value-55", must_change).await.unwrap();
        lets_in(server, &eva, "Good-Value-55", must_change).await;
    }
}

pub async fn minimum_age_survives_refusal(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, young()).await;
    server.lock(&eva).await;
    let before = server.facts(&eva).await;
    assert_eq!(refused(server, set(&directory, &eva, EARLIER[0], true).await), ChangeRefusal::History);
    if server.has_policy_hints() {
        let told = directory.read_again(&eva).await.unwrap();
        assert!(!told.password.must_change && near(told.password.last_set, Timestamp::now()), "{told:?}");
        assert_eq!(server.facts(&eva).await.without(&["pwdLastSet"]), before.without(&["pwdLastSet"]));
        directory.unlock(&receipt().await, &eva).await.unwrap();
        lets_in(server, &eva, CURRENT, false).await;
    }
}

/// The demand that stood before stands after.
pub async fn must_change_survives_refusal(server: &impl TestServer) {
    let directory = server.desk().await;
    let lina = added(server, &directory, Person { must_change: true, ..young() }).await;
    assert_eq!(refused(server, set(&directory, &lina, EARLIER[0], false).await), ChangeRefusal::History);
    assert!(directory.read_again(&lina).await.unwrap().password.must_change);
}

/// Then nothing is asked of a password but length and complexity, and one modify does it all.
pub async fn history_off(server: &impl TestServer) {
    let directory = server.desk_with(DirectorySettings { history_required: false, ..server.settings() }).await;
    for must_change in [false, true] {
        let eva = added(server, &directory, young()).await;
        server.lock(&eva).await;
        for used in [EARLIER[0], CURRENT] {
            assert_eq!(set(&directory, &eva, used, must_change).await.unwrap().history, HistoryCheck::Off);
        }
        let told = directory.read_again(&eva).await.unwrap();
        assert_eq!((told.lock, told.password.must_change), (Lock::Open, must_change));
        lets_in(server, &eva, CURRENT, must_change).await;
        let before = server.facts(&eva).await;
        assert_eq!(refusal(set(&directory, &eva, "Ab1-", must_change).await), too_short_here(server));
        assert_eq!(server.facts(&eva).await, before);
    }
}

pub async fn too_short(server: &impl TestServer) {
    breaks_the_rules(server, "Ab1-", too_short_here(server)).await;
}

pub async fn not_complex(server: &impl TestServer) {
    breaks_the_rules(server, "abcdefghijkl", ChangeRefusal::TooSimple).await;
}

fn too_short_here(server: &impl TestServer) -> ChangeRefusal {
    ChangeRefusal::TooShort { least: Some(server.policy(None).min_length) }
}

async fn breaks_the_rules(server: &impl TestServer, bad: &str, why: ChangeRefusal) {
    let directory = server.desk().await;
    for person in [eva(), young()] {
        let eva = added(server, &directory, person).await;
        server.lock(&eva).await;
        let before = server.facts(&eva).await;
        assert_eq!(refused(server, set(&directory, &eva, bad, true).await), why);
        if server.has_policy_hints() {
            assert_eq!(server.facts(&eva).await.without(&["pwdLastSet"]), before.without(&["pwdLastSet"]));
            assert!(!directory.read_again(&eva).await.unwrap().password.must_change);
        }
        set(&directory, &eva, WANTED, false).await.unwrap();
        lets_in(server, &eva, WANTED, false).await;
    }
}

/// Active Directory takes them; that the municipality does not is for others to say.
pub async fn swedish_letters_are_accepted(server: &impl TestServer) {
    let directory = server.desk().await;
    let eva = added(server, &directory, eva()).await;
    for text in ["Blåbär-Ö-31", "Skärgård \"🌊\" \\ 7"] {
        let eva = directory.read_again(&eva).await.unwrap();
        set(&directory, &eva, text, false).await.unwrap();
        lets_in(server, &eva, text, false).await;
    }
}

pub async fn missing_right_is_reported(server: &impl TestServer) {
    no_right(server, eva()).await;
}

pub async fn missing_right_is_reported_within_minimum_age(server: &impl TestServer) {
    no_right(server, young()).await;
}

async fn no_right(server: &impl TestServer, person: Person) {
    for history_required in [true, false] {
        let directory = server.desk_with(DirectorySettings { history_required, ..server.settings() }).await;
        let person = Person {
            account: unique("rut-"),
            name: unique("rut-"),
            upn: None,
            mail: None,
            proxy_addresses: vec![],
            place: Place::Users,
            ..person.clone()
        };
        let rut = added(server, &directory, person).await;
        server.lock(&rut).await;
        let before = server.facts(&rut).await;
        assert_eq!(refusal(set(&directory, &rut, WANTED, true).await), ChangeRefusal::NoRight);
        assert_eq!(server.facts(&rut).await, before);
    }
}

pub async fn deleted_account_is_reported(server: &impl TestServer) {
    for history_required in [true, false] {
        let directory = server.desk_with(DirectorySettings { history_required, ..server.settings() }).await;
        for person in [eva(), young()] {
            let eva = added(server, &directory, person).await;
            server.remove(eva.name.as_str()).await;
            assert_eq!(refusal(set(&directory, &eva, WANTED, true).await), ChangeRefusal::Gone);
        }
    }
}
