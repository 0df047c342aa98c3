//! Setting a password, and keeping out those used before.

use std::cell::Cell;

use servicedesk::adapters::directory::DirectorySettings;
use servicedesk::domain::account::Lock;
use servicedesk::ports::{ChangeAccounts, NoRandomness, PartialChange, PasswordSet};
use servicedesk::practice::{Person, Place};

use super::middle::{Fate, Middle, Operation};
use super::*;

const CURRENT: &str = "Current-Value-11";
const EARLIER: [&str; 2] = ["Second-Last-22", "Third-Last-33"];
const WANTED: &str = "Good-Value-44";
const PASSWORD: &[&str] = &["pwdLastSet", "lockoutTime", "badPwdCount", "msDS-User-Account-Control-Computed"];

/// Someone with two earlier passwords, who has had the current one for longer than the minimum age.
fn eva() -> Person {
    Person { password_set: Some(Timestamp::now() - DAY * 3), ..someone().password(CURRENT, &EARLIER) }
}

/// The same, who chose the current one today.
fn young() -> Person {
    Person { password_set: Some(Timestamp::now()), ..eva() }
}

async fn set(
    directory: &LdapDirectory<'_>,
    account: &Account,
    text: &str,
    must_change: bool,
) -> Result<PasswordSet, WriteError> {
    directory.set_password(&receipt().await, account, &new_password(&password(text), must_change)).await
}

/// A refused reset by this ground's way: nothing was changed, or the account has a random password.
#[track_caller]
fn refused(ground: &impl Ground, result: Result<PasswordSet, WriteError>) -> ChangeRefusal {
    match result {
        Err(WriteError::Partial { state: PartialChange::RandomPassword, cause }) if !ground.has_policy_hints() => {
            refusal(Err::<(), _>(*cause))
        }
        other if ground.has_policy_hints() => refusal(other),
        other => panic!("{other:?}"),
    }
}

/// Counts the bytes drawn.
struct Counting(Cell<usize>);

impl Random for Counting {
    fn fill(&self, buffer: &mut [u8]) -> Result<(), NoRandomness> {
        self.0.set(self.0.get() + buffer.len());
        SystemRandom.fill(buffer)
    }
}

/// Draws a password with `eva` in it first.
struct NamingEva(Cell<usize>);

impl Random for NamingEva {
    fn fill(&self, buffer: &mut [u8]) -> Result<(), NoRandomness> {
        // For each of the forty characters a class (0: small letters, while there are any left) and a place in
        // it: those of e, v and a.
        let number = match self.0.get() {
            at if at % 2 == 0 => 0,
            at @ ..80 => [4, 19, 0][at / 2 % 3],
            at => at * 7 % 24,
        };
        buffer.copy_from_slice(&u16::try_from(number).unwrap().to_be_bytes());
        self.0.set(self.0.get() + 1);
        Ok(())
    }
}

async fn counting_desk<'a>(ground: &impl Ground, random: &'a Counting) -> LdapDirectory<'a> {
    LdapDirectory::connect(ground.settings(), ground.password(), random).await.unwrap()
}

pub async fn sets_and_unlocks(ground: &impl Ground) {
    let directory = ground.desk().await;
    let eva = added(ground, &directory, eva().mobile("070-174 06 05")).await;
    ground.lock(&eva).await;
    let before = ground.facts(&eva).await;

    let done = set(&directory, &eva, WANTED, false).await.unwrap();
    assert_eq!(done.history, history_of(ground));
    assert_eq!(Some(done.server.as_str()), ground.settings().servers[0].host_str());

    let after = ground.facts(&eva).await;
    assert_eq!(after.without(PASSWORD), before.without(PASSWORD));
    let told = directory.read_again(&eva).await.unwrap();
    assert_eq!((told.lock, told.password.wrong_tries, told.password.must_change), (Lock::Open, 0, false));
    assert!(near(told.password.last_set, Timestamp::now()));
    assert_eq!(ground.refusal_of(eva.name.as_str(), WANTED).await, None);
}

pub async fn must_be_changed(ground: &impl Ground) {
    let directory = ground.desk().await;
    let eva = added(ground, &directory, eva()).await;
    ground.lock(&eva).await;
    set(&directory, &eva, WANTED, true).await.unwrap();
    let told = directory.read_again(&eva).await.unwrap();
    assert_eq!((told.lock, told.password.must_change), (Lock::Open, true));
    assert_eq!(ground.refusal_of(eva.name.as_str(), WANTED).await.as_deref(), Some("773"));
}

pub async fn need_not_be_changed(ground: &impl Ground) {
    let directory = ground.desk().await;
    let eva = added(ground, &directory, eva()).await;
    set(&directory, &eva, WANTED, false).await.unwrap();
    assert!(!directory.read_again(&eva).await.unwrap().password.must_change);
    assert_eq!(ground.refusal_of(eva.name.as_str(), WANTED).await, None);
}

/// Who had to choose another password and has been given one need not choose again, unless asked to.
pub async fn a_demand_is_met(ground: &impl Ground) {
    let directory = ground.desk().await;
    for again in [false, true] {
        let lina = added(ground, &directory, Person { must_change: true, ..eva() }).await;
        set(&directory, &lina, WANTED, again).await.unwrap();
        assert_eq!(directory.read_again(&lina).await.unwrap().password.must_change, again);
        let expected = again.then(|| "773".to_owned());
        assert_eq!(ground.refusal_of(lina.name.as_str(), WANTED).await, expected);
    }
}

pub async fn a_disabled_account_stays_disabled(ground: &impl Ground) {
    let directory = ground.desk().await;
    let per = added(ground, &directory, Person { disabled: true, never_expires: true, ..eva() }).await;
    let before = ground.facts(&per).await.number("userAccountControl");
    set(&directory, &per, WANTED, true).await.unwrap();
    assert_eq!(ground.facts(&per).await.number("userAccountControl"), before);
    assert_eq!(ground.refusal_of(per.name.as_str(), WANTED).await.as_deref(), Some("533"));
}

pub async fn an_old_password_is_refused(ground: &impl Ground) {
    let directory = ground.desk().await;
    for used in EARLIER {
        is_refused(ground, &directory, used).await;
    }
}

pub async fn the_current_password_is_refused(ground: &impl Ground) {
    is_refused(ground, &ground.desk().await, CURRENT).await;
}

/// With hints nothing at all is changed. Without, the account is open to nobody until the next choice.
async fn is_refused(ground: &impl Ground, directory: &LdapDirectory<'_>, used: &str) {
    let eva = added(ground, directory, eva()).await;
    ground.lock(&eva).await;
    let before = ground.facts(&eva).await;
    assert_eq!(refused(ground, set(directory, &eva, used, true).await), ChangeRefusal::History, "{used}");
    let told = directory.read_again(&eva).await.unwrap();
    if ground.has_policy_hints() {
        assert_eq!(ground.facts(&eva).await, before);
        assert!(told.lock.is_locked());
        directory.unlock(&receipt().await, &eva).await.unwrap();
        assert_eq!(ground.refusal_of(eva.name.as_str(), CURRENT).await, None);
    } else {
        assert_eq!((told.lock, told.password.must_change), (Lock::Open, true));
        for known in [CURRENT, used] {
            assert_eq!(ground.refusal_of(eva.name.as_str(), known).await.as_deref(), Some("52e"));
        }
    }
}

pub async fn an_old_password_is_refused_under_every_policy<G: Ground>(ground: &G) {
    const CURRENT: &str = "A-Long-Enough-Secret-1";
    const BEFORE: &str = "A-Long-Enough-Secret-0";
    let directory = ground.desk().await;
    for policy in [G::READABLE, G::UNREADABLE] {
        let person = Person {
            password_set: Some(Timestamp::now()),
            ..someone().special_policy(policy).password(CURRENT, &[BEFORE])
        };
        let eva = added(ground, &directory, person).await;
        for used in [BEFORE, CURRENT] {
            assert_eq!(refused(ground, set(&directory, &eva, used, true).await), ChangeRefusal::History, "{policy}");
        }
        let told = directory.read_again(&eva).await.unwrap();
        assert_eq!(told.password.must_change, !ground.has_policy_hints(), "{policy}");
        set(&directory, &eva, "A-Long-Enough-Secret-2", false).await.unwrap();
        assert_eq!(ground.refusal_of(eva.name.as_str(), "A-Long-Enough-Secret-2").await, None, "{policy}");
    }
}

/// On the same connection, from the random password that stands: no other one is set.
pub async fn the_next_choice_finishes(ground: &impl Ground) {
    for must_change in [false, true] {
        let random = Counting(Cell::new(0));
        let directory = counting_desk(ground, &random).await;
        let eva = added(ground, &directory, eva()).await;
        assert_eq!(refused(ground, set(&directory, &eva, EARLIER[0], must_change).await), ChangeRefusal::History);
        let drawn = random.0.get();
        assert_eq!(drawn > 0, !ground.has_policy_hints());
        assert_eq!(refused(ground, set(&directory, &eva, EARLIER[1], must_change).await), ChangeRefusal::History);
        assert_eq!(set(&directory, &eva, WANTED, must_change).await.unwrap().history, history_of(ground));
        assert_eq!(random.0.get(), drawn);

        assert_eq!(directory.read_again(&eva).await.unwrap().password.must_change, must_change);
        let expected = must_change.then(|| "773".to_owned());
        assert_eq!(ground.refusal_of(eva.name.as_str(), WANTED).await, expected);
    }
}

pub async fn the_next_choice_finishes_though_locked_again(ground: &impl Ground) {
    let directory = ground.desk().await;
    let eva = added(ground, &directory, eva()).await;
    assert_eq!(refused(ground, set(&directory, &eva, CURRENT, false).await), ChangeRefusal::History);
    ground.lock(&eva).await;
    set(&directory, &eva, WANTED, false).await.unwrap();
    assert_eq!(directory.read_again(&eva).await.unwrap().lock, Lock::Open);
    assert_eq!(ground.refusal_of(eva.name.as_str(), WANTED).await, None);
}

/// Windows refuses a password with a part of its owner's name in it, random or not. Samba does not.
pub async fn a_random_password_does_not_hold_the_name(ground: &impl Ground) {
    let random = NamingEva(Cell::new(0));
    let directory = LdapDirectory::connect(ground.settings(), ground.password(), &random).await.unwrap();
    let eva = added(ground, &directory, eva()).await;
    set(&directory, &eva, WANTED, false).await.unwrap();
    // The draws that any password takes (18), and those that make up for the one with the name in it.
    assert_eq!(random.0.get(), if ground.has_policy_hints() { 0 } else { (18 + 2) * 80 });
}

/// A colleague has meanwhile set another one.
pub async fn the_next_choice_finishes_though_the_random_one_was_replaced(ground: &impl Ground) {
    let directory = ground.desk().await;
    let colleague = ground.desk().await;
    let eva = added(ground, &directory, eva()).await;
    assert_eq!(refused(ground, set(&directory, &eva, CURRENT, false).await), ChangeRefusal::History);
    set(&colleague, &eva, "Colleague-Value-5", false).await.unwrap();
    let eva = directory.read_again(&eva).await.unwrap();
    set(&directory, &eva, WANTED, false).await.unwrap();
    assert_eq!(ground.refusal_of(eva.name.as_str(), WANTED).await, None);
}

/// A colleague sets one while it is being set: theirs holds, and is not taken for a random one. With hints there is no
/// in between.
pub async fn another_reset_in_between(ground: &impl Ground) {
    if ground.has_policy_hints() {
        return;
    }
    let mut modifies = 0;
    let middle = Middle::deciding(ground, move |operation| {
        modifies += i32::from(operation == Operation::Modify);
        if operation == Operation::Modify && modifies == 2 { Fate::Held } else { Fate::Pass }
    })
    .await;
    let directory = ground.desk_with(middle.settings.clone()).await;
    let colleague = ground.desk().await;
    let eva = added(ground, &directory, eva()).await;
    let other = async {
        middle.held().await;
        set(&colleague, &eva, "Colleague-Value-5", false).await.unwrap();
        middle.let_on();
    };
    let (lost, ()) = tokio::join!(set(&directory, &eva, WANTED, true), other);
    assert!(matches!(lost, Err(WriteError::Partial { state: PartialChange::AnotherReset, .. })), "{lost:?}");
    assert_eq!(ground.refusal_of(eva.name.as_str(), "Colleague-Value-5").await, None);
    // Whoever then wants another sets it as if nothing had been begun.
    let eva = directory.read_again(&eva).await.unwrap();
    set(&directory, &eva, WANTED, false).await.unwrap();
    assert_eq!(ground.refusal_of(eva.name.as_str(), WANTED).await, None);
}

/// The random password of one is not tried on another.
pub async fn the_next_choice_is_for_the_same_account(ground: &impl Ground) {
    let middle = Middle::deciding(ground, |_| Fate::Pass).await;
    let directory = ground.desk_with(middle.settings.clone()).await;
    let modifies = || middle.asked().iter().filter(|asked| **asked == Operation::Modify).count();
    let first = added(ground, &directory, eva()).await;
    let second = added(ground, &directory, eva()).await;
    assert_eq!(refused(ground, set(&directory, &first, CURRENT, false).await), ChangeRefusal::History);
    let before = modifies();
    set(&directory, &second, WANTED, false).await.unwrap();
    assert_eq!(modifies() - before, if ground.has_policy_hints() { 1 } else { 2 });
    set(&directory, &first, WANTED, false).await.unwrap();
    for account in [&first, &second] {
        assert_eq!(ground.refusal_of(account.name.as_str(), WANTED).await, None);
    }
}

/// The minimum age of a day binds the owner, not the servicedesk.
pub async fn changed_today(ground: &impl Ground) {
    let directory = ground.desk().await;
    for must_change in [false, true] {
        let eva = added(ground, &directory, young()).await;
        assert_eq!(set(&directory, &eva, WANTED, must_change).await.unwrap().history, history_of(ground));
        assert_eq!(directory.read_again(&eva).await.unwrap().password.must_change, must_change);
        let expected = must_change.then(|| "773".to_owned());
        assert_eq!(ground.refusal_of(eva.name.as_str(), WANTED).await, expected);
        // And once more, at once.
        let eva = directory.read_again(&eva).await.unwrap();
        set(&directory, &eva, "Good-Value-55", must_change).await.unwrap();
        let expected = must_change.then(|| "773".to_owned());
        assert_eq!(ground.refusal_of(eva.name.as_str(), "Good-Value-55").await, expected);
    }
}

pub async fn changed_today_and_refused(ground: &impl Ground) {
    let directory = ground.desk().await;
    let eva = added(ground, &directory, young()).await;
    ground.lock(&eva).await;
    let before = ground.facts(&eva).await;
    assert_eq!(refused(ground, set(&directory, &eva, EARLIER[0], true).await), ChangeRefusal::History);
    if ground.has_policy_hints() {
        let told = directory.read_again(&eva).await.unwrap();
        assert!(!told.password.must_change && near(told.password.last_set, Timestamp::now()), "{told:?}");
        assert_eq!(ground.facts(&eva).await.without(&["pwdLastSet"]), before.without(&["pwdLastSet"]));
        directory.unlock(&receipt().await, &eva).await.unwrap();
        assert_eq!(ground.refusal_of(eva.name.as_str(), CURRENT).await, None);
    }
}

/// The demand that stood before stands after.
pub async fn changed_today_and_refused_though_a_change_was_due(ground: &impl Ground) {
    let directory = ground.desk().await;
    let lina = added(ground, &directory, Person { must_change: true, ..young() }).await;
    assert_eq!(refused(ground, set(&directory, &lina, EARLIER[0], false).await), ChangeRefusal::History);
    assert!(directory.read_again(&lina).await.unwrap().password.must_change);
}

/// Then nothing is asked of a password but length and complexity, and one modify does it all.
pub async fn history_off(ground: &impl Ground) {
    let directory = ground.desk_with(DirectorySettings { history_required: false, ..ground.settings() }).await;
    for must_change in [false, true] {
        let eva = added(ground, &directory, young()).await;
        ground.lock(&eva).await;
        for used in [EARLIER[0], CURRENT] {
            assert_eq!(set(&directory, &eva, used, must_change).await.unwrap().history, HistoryCheck::Off);
        }
        let told = directory.read_again(&eva).await.unwrap();
        assert_eq!((told.lock, told.password.must_change), (Lock::Open, must_change));
        let expected = must_change.then(|| "773".to_owned());
        assert_eq!(ground.refusal_of(eva.name.as_str(), CURRENT).await, expected);
        let before = ground.facts(&eva).await;
        assert_eq!(refusal(set(&directory, &eva, "Ab1-", must_change).await), too_short_here(ground));
        assert_eq!(ground.facts(&eva).await, before);
    }
}

pub async fn too_short(ground: &impl Ground) {
    breaks_the_rules(ground, "Ab1-", too_short_here(ground)).await;
}

pub async fn not_complex(ground: &impl Ground) {
    breaks_the_rules(ground, "abcdefghijkl", ChangeRefusal::TooSimple).await;
}

fn too_short_here(ground: &impl Ground) -> ChangeRefusal {
    ChangeRefusal::TooShort { least: Some(ground.policy(None).min_length) }
}

async fn breaks_the_rules(ground: &impl Ground, bad: &str, why: ChangeRefusal) {
    let directory = ground.desk().await;
    for person in [eva(), young()] {
        let eva = added(ground, &directory, person).await;
        ground.lock(&eva).await;
        let before = ground.facts(&eva).await;
        assert_eq!(refused(ground, set(&directory, &eva, bad, true).await), why);
        if ground.has_policy_hints() {
            assert_eq!(ground.facts(&eva).await.without(&["pwdLastSet"]), before.without(&["pwdLastSet"]));
            assert!(!directory.read_again(&eva).await.unwrap().password.must_change);
        }
        set(&directory, &eva, WANTED, false).await.unwrap();
        assert_eq!(ground.refusal_of(eva.name.as_str(), WANTED).await, None);
    }
}

/// Active Directory takes them; that the municipality does not is for others to say.
pub async fn swedish_letters_in_a_password(ground: &impl Ground) {
    let directory = ground.desk().await;
    let eva = added(ground, &directory, eva()).await;
    for text in ["Blåbär-Ö-31", "Skärgård \"🌊\" \\ 7"] {
        let eva = directory.read_again(&eva).await.unwrap();
        set(&directory, &eva, text, false).await.unwrap();
        assert_eq!(ground.refusal_of(eva.name.as_str(), text).await, None);
    }
}

pub async fn without_the_right(ground: &impl Ground) {
    no_right(ground, eva()).await;
}

pub async fn changed_today_without_the_right(ground: &impl Ground) {
    no_right(ground, young()).await;
}

async fn no_right(ground: &impl Ground, person: Person) {
    for history_required in [true, false] {
        let directory = ground.desk_with(DirectorySettings { history_required, ..ground.settings() }).await;
        let person = Person {
            account: unique("rut-"),
            name: unique("rut-"),
            upn: None,
            mail: None,
            proxy_addresses: vec![],
            place: Place::Users,
            ..person.clone()
        };
        let rut = added(ground, &directory, person).await;
        ground.lock(&rut).await;
        let before = ground.facts(&rut).await;
        assert_eq!(refusal(set(&directory, &rut, WANTED, true).await), ChangeRefusal::NoRight);
        assert_eq!(ground.facts(&rut).await, before);
    }
}

pub async fn one_who_is_gone(ground: &impl Ground) {
    for history_required in [true, false] {
        let directory = ground.desk_with(DirectorySettings { history_required, ..ground.settings() }).await;
        for person in [eva(), young()] {
            let eva = added(ground, &directory, person).await;
            ground.remove(eva.name.as_str()).await;
            assert_eq!(refusal(set(&directory, &eva, WANTED, true).await), ChangeRefusal::Gone);
        }
    }
}
